"""Orders out to the accounting system as a file, and their statuses back by a file."""

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from domain.actors import Role
from exchange.commerceml.orders import read_orders
from exchange.xlsx_out import CellValue, write_table_xlsx
from sandbox.phone import Phone
from screens.callbacks.order_export import OpenExports
from storage import orders
from storage.orders import Line, Order
from tests.conversations.shop import Shop, hard
from tests.conversations.test_discounts import SET_RATE
from tests.office import Office

BACK = """<?xml version="1.0" encoding="UTF-8"?>
<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_210" ВерсияСхемы="2.10">{documents}</КоммерческаяИнформация>"""
DOCUMENT = """<Документ><Ид>{order}</Ид><Номер>{order}</Номер><ХозОперация>Заказ товара</ХозОперация>
<Товары>{lines}</Товары><ЗначенияРеквизитов>{facts}</ЗначенияРеквизитов></Документ>"""
LINE = "<Товар><Ид>{code}</Ид><Количество>{quantity}</Количество></Товар>"
SHIPMENT = """<Документ><Ид>{order}-1</Ид><Номер>Р-1</Номер><ХозОперация>Отпуск товара</ХозОперация>
<Основание>{order}</Основание><Товары>{lines}</Товары></Документ>"""
FACT = (
    "<ЗначениеРеквизита><Наименование>{name}</Наименование><Значение>{value}</Значение></ЗначениеРеквизита>"
)


def left(order: int, lines: dict[str, str]) -> str:
    """A shipment beside its order."""
    return SHIPMENT.format(
        order=order,
        lines="".join(LINE.format(code=code, quantity=count) for code, count in lines.items()),
    )


def told(order: int, lines: dict[str, str] | None = None, **facts: str) -> str:
    names = {
        "number": "Номер по 1С",
        "status": "Статус заказа",
        "deleted": "ПометкаУдаления",
        "posted": "Проведен",
    }
    return DOCUMENT.format(
        order=order,
        lines="".join(LINE.format(code=code, quantity=count) for code, count in (lines or {}).items()),
        facts="".join(FACT.format(name=names[name], value=value) for name, value in facts.items()),
    )


def back(*documents: str) -> bytes:
    return BACK.format(documents="".join(documents)).encode()


def sees(phone: Phone, *fragments: str) -> None:
    """A file that came last does not hide what was said before it."""
    phone.sees(*map(hard, fragments), anywhere=True)


async def order_of(shop: Shop, order_id: int) -> tuple[Order, list[Line]]:
    async with shop.office.work() as work:
        order = await orders.find(work.tx, order_id)
        assert order is not None
        return order, await orders.lines_of(work.tx, order_id)


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await Shop(office).open()


# --- out ----------------------------------------------------------------------------------------------------------


async def test_new_orders_go_to_the_accounting_system_in_three_taps(shop: Shop) -> None:
    await shop.hands_over()
    await shop.hands_over("гречка 5")
    olga = shop.desk[0]
    await olga.says("/orders")
    await olga.taps("Выгрузить")
    sees(olga, "Не выгружены 2 заказа на 61 250 ₽")
    await olga.taps("Новые: 2")
    sees(olga, "Новые заказы: 2 на 61 250 ₽", "В каком виде?")
    await olga.taps("Для 1С")
    sees(olga, "Выгружено 2 заказа на 61 250 ₽", "пришлите обратно файл со статусами")
    name, data = olga.file()
    assert name == f"Заказы {shop.office.today} № 1.xml"
    first, second = read_orders(data)
    assert (first.ident, first.buyer.legal_name, first.buyer.tax_number) == (
        "1",
        "ООО «Ромашка»",
        "7701254366",
    )
    assert [(line.code, line.unit, line.quantity, line.price) for line in first.lines] == [
        ("МС-825", "шт", Decimal(400), 150_00),
        ("МЛ-32", "шт", Decimal(10), 80_00),
    ]
    assert (first.manager, second.total) == ("Анна", 450_00)


async def test_a_second_time_is_possible_and_is_said(shop: Shop) -> None:
    await shop.hands_over()
    olga = shop.desk[0]
    await olga.sends_callback(OpenExports().pack())
    await olga.taps("Новые: 1")
    await olga.taps("Excel")
    await olga.taps("К выгрузкам")
    sees(olga, "Новых заказов для выгрузки нет", "№ 1: сегодня", "новые, 1 заказ на 60 800 ₽, Ольга")
    assert not any(text.startswith("Новые") for text in olga.buttons)
    await olga.taps("За сегодня")
    sees(olga, "Заказы за 23.11: 1 на 60 800 ₽", "Все они уже выгружались", "не появятся дубли")
    await olga.taps("Excel")
    name, data = olga.file()
    assert name.endswith("№ 2.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    heads, first, _ = sheet.iter_rows(values_only=True)
    row = dict(zip(heads, first, strict=True))
    assert (row["Заказ"], row["Код товара"], row["Количество"], row["Цена"]) == ("1", "МС-825", 400, 150)
    await olga.taps("К выгрузкам")
    await olga.taps("Файл № 1")
    assert olga.file()[0].endswith("№ 1.xlsx")
    await olga.taps("Другой день")
    await olga.taps("22.11")
    assert olga.alert == "За этот день заказов нет. Выберите другой."


async def test_an_order_withdrawn_and_sent_again_is_new(shop: Shop) -> None:
    anna, olga = await shop.hands_over(), shop.desk[0]
    await olga.sends_callback(OpenExports().pack())
    await olga.taps("Новые: 1")
    await olga.taps("Для 1С")
    await anna.taps("Отозвать")
    await olga.sends_callback(OpenExports().pack())
    await olga.taps("Файл № 1")
    assert read_orders(olga.file()[1]) == [], "a draft is no order"
    await anna.taps("К заказу")
    await anna.says("гречка 5")
    await shop.office.waits_until("09:10")
    await anna.taps("Передать")
    await olga.sends_callback(OpenExports().pack())
    await olga.taps("Новые: 1")
    olga.does_not_see("уже выгружал")
    await olga.taps("Для 1С")
    (order,) = read_orders(olga.file()[1])
    assert (order.ident, len(order.lines)) == ("1", 3)


async def test_who_may_take_orders_out(shop: Shop) -> None:
    await shop.hands_over()
    await shop.anna.sends_callback(OpenExports().pack())
    assert not shop.anna.buttons or "За сегодня" not in shop.anna.buttons
    vera = await shop.office.hires("Вера", Role.ACCOUNTANT)
    await vera.says("/orders")
    sees(vera, "Не выгружен 1 заказ")
    assert not any("К заказам" in label for label in vera.buttons), "that list is this very screen"
    await shop.boris.says("/orders")
    await shop.boris.taps("Выгрузить")
    sees(shop.boris, "Не выгружен 1 заказ")
    await shop.boris.taps("К заказам")
    sees(shop.boris, "Ромашка, 60 800 ₽")
    await shop.desk[0].taps("Вопрос")
    await shop.desk[0].says("Какое масло?")
    await vera.says("/orders")
    sees(vera, "Новых заказов для выгрузки нет", "Ждут ответа менеджера и пока не войдут: 1")


async def test_goods_without_vat_are_written_so(shop: Shop) -> None:
    async with shop.office.work() as work:
        await work.tx.run(SET_RATE, id_=shop.goods["МЛ-32"], rate=0)
    await shop.hands_over()
    olga = shop.desk[0]
    await olga.says("/orders")
    await olga.taps("Выгрузить")
    await olga.taps("Новые: 1")
    await olga.taps("Для 1С")
    _, data = olga.file()
    (order,) = read_orders(data)
    assert [line.vat_rate for line in order.lines] == [22, None]
    assert "<Ставка>Без НДС</Ставка>" in data.decode()
    await olga.taps("К выгрузкам")
    await olga.taps("За сегодня")
    await olga.taps("Excel")
    _, table = olga.file()
    (sheet,) = openpyxl.load_workbook(io.BytesIO(table)).worksheets
    assert [row[15].value for row in sheet.iter_rows(min_row=2)] == [22, "Без НДС"]


# --- back ---------------------------------------------------------------------------------------------------------


async def send(who: Phone, data: bytes, name: str = "orders.xml") -> None:
    await who.sends_file(name, data)


async def test_statuses_come_back_are_shown_loaded_and_taken_back(shop: Shop) -> None:
    await shop.hands_over()
    await shop.hands_over("гречка 5")
    await shop.hands_over("сыр 3 кг")
    olga = shop.desk[0]
    await send(
        olga,
        back(
            told(1, {"МС-825": "240", "МЛ-32": "10"}, number="ЦБ-1", posted="true"),
            told(2, {"ГР-800": "5"}, number="ЦБ-2", status="Отгружен"),
            told(3, number="ЦБ-3", deleted="true"),
            told(77, number="ЦБ-77"),
        ),
    )
    sees(olga, "Статусы заказов из «orders.xml». Ещё ничего не изменено.")
    sees(
        olga,
        "Введено: 2",
        "Отгружено: 1",
        "Отказано: 1",
        "С изменёнными строками: 1",
        "Не нашёл заказов, 1: № 77",
    )
    sees(olga, "№ 1 Ромашка — введён № ЦБ-1", "Масло сливочное 82,5% 180 г: 400 шт → 240 шт")
    assert (await order_of(shop, 1))[0].status == "handed_over"
    before = len(shop.anna.new)
    await olga.taps("Загрузить")
    sees(olga, "Статусы загружены из «orders.xml»: изменены 3 заказа. Менеджеры узнали.")
    news = [one.text for one in shop.anna.new[before:] if "Учётная система" in one.text]
    assert len(news) == 1
    sees(
        shop.anna,
        "3 ваших заказа (загрузка: Ольга)",
        "№ 2 Ромашка — введён № ЦБ-2, отгружен",
        "№ 3 Ромашка — отказ",
    )
    first, lines = await order_of(shop, 1)
    assert (first.status, first.entered_number, first.total) == ("entered", "ЦБ-1", 36_800_00)
    assert [line.quantity for line in lines] == [Decimal(240), Decimal(10)]
    second, lines = await order_of(shop, 2)
    assert (second.status, second.shipped_total, lines[0].shipped) == ("shipped", 450_00, Decimal(5))
    assert (await order_of(shop, 3))[0].status == "refused"
    await olga.says("/import")
    before = len(shop.anna.new)
    await olga.taps("Отменить: orders.xml")
    sees(olga, "Загрузка отменена")
    back_again = [one.text for one in shop.anna.new[before:] if "Отменена загрузка" in one.text]
    assert len(back_again) == 1
    sees(shop.anna, "3 ваших заказа снова как до неё", "№ 2 Ромашка — передан", "поправьте его")
    first, lines = await order_of(shop, 1)
    assert (first.status, first.entered_number, first.total) == ("handed_over", None, 60_800_00)
    assert [line.quantity for line in lines] == [Decimal(400), Decimal(10)]
    assert [(await order_of(shop, id_))[0].status for id_ in (2, 3)] == ["handed_over", "handed_over"]


async def test_an_answer_that_came_meanwhile_is_no_open_question_after_an_undo(shop: Shop) -> None:
    anna, olga = await shop.hands_over(), shop.desk[0]
    await olga.taps("Принял")
    await olga.taps("Вопрос")
    await olga.says("Точно 400?")
    await send(olga, back(told(1, {"МС-825": "400", "МЛ-32": "10"}, number="ЦБ-1")))
    await olga.taps("Загрузить")
    await anna.taps("Ответить")
    await anna.says("Да")
    await olga.says("/import")
    await olga.taps("Отменить: orders.xml")
    assert (await order_of(shop, 1))[0].status == "accepted"


async def test_cards_in_the_chats_follow_a_file_and_its_undo(shop: Shop) -> None:
    anna, olga = await shop.hands_over(), shop.desk[0]
    await olga.taps("Принял")
    live = next(one for one in anna.from_bot if "принят" in one.text.partition("\n")[0])
    await send(olga, back(told(1, {"МС-825": "400", "МЛ-32": "10"}, number="ЦБ-1", status="Отгружен")))
    await olga.taps("Загрузить")
    assert "отгружен, № ЦБ-1" in heading(anna, live.id)
    assert any("отгружен, № ЦБ-1" in one.text.partition("\n")[0] for one in shop.desk[1].from_bot)
    await olga.taps("Отменить")
    assert "принят" in heading(anna, live.id)
    assert not any("отгружен" in one.text.partition("\n")[0] for one in shop.desk[1].from_bot)


def heading(phone: Phone, message: int) -> str:
    return next(one.text for one in phone.from_bot if one.id == message).partition("\n")[0]


async def test_the_same_file_again_changes_nothing(shop: Shop) -> None:
    await shop.hands_over()
    olga = shop.desk[0]
    file = back(told(1, {"МС-825": "400", "МЛ-32": "10"}, number="ЦБ-1", status="[F] Отгружен"))
    await send(olga, file)
    await olga.taps("Загрузить")
    assert (await order_of(shop, 1))[0].status == "shipped"
    await send(olga, file)
    sees(olga, "Без изменений: 1", "Загружать нечего")
    await send(olga, back(told(1, number="ЦБ-1", status="В работе")))
    sees(olga, "Без изменений: 1")


async def test_a_table_says_what_left(shop: Shop) -> None:
    await shop.hands_over()
    olga = shop.desk[0]
    heads = ["Заказ", "Номер в 1С", "Статус", "Код товара", "Отгружено"]
    rows: list[list[CellValue]] = [
        ["1", "ЦБ-5", "отгружен частично", "МС-825", 160],
        ["1", "", "", "МЛ-32", 10],
        ["1", "", "", "НЕТ-1", 5],
    ]
    await send(olga, write_table_xlsx(heads, rows), "статусы.xlsx")
    sees(olga, "Введено: 1", "Отгружено частично: 1", "строк 1 из 2", "«НЕТ-1» — такого товара в заказе нет")
    await olga.taps("Загрузить")
    order, lines = await order_of(shop, 1)
    assert (order.status, order.shipped_total) == ("shipped_part", 24_800_00)
    assert [line.shipped for line in lines] == [Decimal(160), Decimal(10)]
    await send(olga, write_table_xlsx(heads[:3], [["1", "ЦБ-5", "закрыт"]]), "ещё.csv.xlsx")
    await olga.taps("Загрузить")
    assert (await order_of(shop, 1))[0].status == "closed"


async def test_a_table_without_a_status_heading_tells_what_left(shop: Shop) -> None:
    await shop.hands_over()
    await shop.hands_over("гречка 5")
    olga = shop.desk[0]
    heads = ["Заказ", "Номер в 1С", "Клиент", "Отгрузка"]
    rows: list[list[CellValue]] = [["1", "ЦБ-5", "Ромашка", "да"], ["2", "ЦБ-6", "Ромашка", ""]]
    await send(olga, write_table_xlsx(heads, rows), "заказы за день.xlsx")
    sees(olga, "Введено: 2", "Отгружено: 1")
    await olga.taps("Отмена")
    part: list[list[CellValue]] = [["1", "", "Ромашка", "частично"]]
    await send(olga, write_table_xlsx(heads, part), "часть.xlsx")
    sees(olga, "не сказано, сколько чего отгружено", "Загружать нечего")
    olga.does_not_see("Без изменений")
    await send(olga, write_table_xlsx(heads, rows), "заказы за день.xlsx")
    await olga.taps("Загрузить")
    assert [(await order_of(shop, id_))[0].status for id_ in (1, 2)] == ["shipped", "entered"]


async def test_columns_that_nobody_recognises_are_named_once(shop: Shop) -> None:
    await shop.hands_over()
    await shop.hands_over("гречка 5")
    olga = shop.desk[0]
    heads = ["Док", "Наш №", "Стадия", "Контрагент"]
    rows: list[list[CellValue]] = [["1", "ЦБ-5", "Отгружен", "Ромашка"], ["2", "ЦБ-6", "", "Ромашка"]]
    await send(olga, write_table_xlsx(heads, rows), "отчёт.xlsx")
    sees(olga, "Не узнал таблицу в файле «отчёт.xlsx»", "Где номер нашего заказа?")
    await olga.taps("A: Док — 1")
    sees(olga, "Где статус?", "Наш заказ — A: Док — 1")
    await olga.taps("Пропустить")
    sees(olga, "Где номер в учётной системе?")
    assert "Пропустить" not in olga.buttons, "without both the file tells nothing"
    await olga.taps("‹ Назад")
    await olga.taps("C: Стадия — Отгружен")
    await olga.taps("B: Наш № — ЦБ-5")
    olga.sees("Колонки запомнил", anywhere=True)
    sees(olga, "Введено: 2", "Отгружено: 1")
    await olga.taps("Загрузить")
    assert [(await order_of(shop, id_))[0].status for id_ in (1, 2)] == ["shipped", "entered"]
    later: list[list[CellValue]] = [["2", "ЦБ-6", "Отгружен", "Ромашка"]]
    await send(olga, write_table_xlsx(heads, later), "отчёт завтра.xlsx")
    sees(olga, "Отгружено: 1")
    olga.does_not_see("Где номер")
    await olga.taps("Указать колонки")
    sees(olga, "Колонки файла «отчёт завтра.xlsx»", "Где номер нашего заказа?")


async def test_columns_that_tell_nothing_are_asked_again(shop: Shop) -> None:
    await shop.hands_over()
    olga = shop.desk[0]
    rows: list[list[CellValue]] = [["1", "Едет", "Ромашка"]]
    table = write_table_xlsx(["Док", "Стадия", "Контрагент"], rows)
    await send(olga, table, "отчёт.xlsx")
    await olga.taps("A: Док — 1")
    await olga.taps("B: Стадия — Едет")
    await olga.taps("Пропустить")
    sees(olga, "Колонки не подошли: заказов с номером или статусом в них нет", "Где номер нашего заказа?")


async def test_one_number_on_two_orders_is_said(shop: Shop) -> None:
    await shop.hands_over()
    await shop.hands_over("гречка 5")
    olga = shop.desk[0]
    heads = ["Заказ", "Номер в 1С", "Статус", "Код товара", "Отгружено"]
    rows: list[list[CellValue]] = [
        ["1", "ЦБ-5", "", "МС-825", 160],
        ["1", "", "", "НЕТ-1", 5],
        ["2", "ЦБ-5", "", "ГР-800", 5],
    ]
    await send(olga, write_table_xlsx(heads, rows), "статусы.xlsx")
    sees(olga, "D3 «НЕТ-1» — такого товара в заказе нет", "B4 «ЦБ-5» — этот номер уже у другого заказа файла")


async def test_goods_in_several_lots_are_one_line(shop: Shop) -> None:
    await shop.hands_over()
    olga = shop.desk[0]
    lots = "".join(LINE.format(code="МС-825", quantity=count) for count in (300, 100))
    document = told(1, {"МЛ-32": "10"}, number="ЦБ-1").replace("<Товары>", f"<Товары>{lots}")
    await send(olga, back(document))
    sees(olga, "Введено: 1")
    olga.does_not_see("400 шт →")
    await olga.taps("Загрузить")
    assert [line.quantity for line in (await order_of(shop, 1))[1]] == [Decimal(400), Decimal(10)]
    heads = ["Заказ", "Номер в 1С", "Статус", "Код товара", "Отгружено"]
    rows: list[list[CellValue]] = [["1", "ЦБ-1", "", "МС-825", 250], ["1", "", "", "МС-825", 50]]
    await send(olga, write_table_xlsx(heads, rows), "лоты.xlsx")
    await olga.taps("Загрузить")
    order, lines = await order_of(shop, 1)
    assert (order.status, lines[0].shipped) == ("shipped_part", Decimal(300))


async def test_an_order_and_its_shipments_may_stand_in_one_file(shop: Shop) -> None:
    await shop.hands_over()
    await shop.hands_over("гречка 5")
    olga = shop.desk[0]
    order = told(1, {"МС-825": "400", "МЛ-32": "10"}, number="ЦБ-5", posted="true")
    await send(
        olga,
        back(
            left(1, {"МС-825": "160"}),
            order,
            left(1, {"МС-825": "240", "МЛ-32": "10"}),
            left(2, {"ГР-800": "5"}),
        ),
    )
    sees(olga, "Введено: 1", "Отгружено: 1", "#4 «2» — нет номера в учётной системе")
    await olga.taps("Загрузить")
    first, lines = await order_of(shop, 1)
    assert (first.status, first.entered_number, first.shipped_total) == ("shipped", "ЦБ-5", 60_800_00)
    assert [line.shipped for line in lines] == [Decimal(400), Decimal(10)]


@pytest.mark.parametrize("amount", ["-5", "999999999", "1e30"])
async def test_an_amount_that_cannot_be_is_left_out(shop: Shop, amount: str) -> None:
    await shop.hands_over()
    olga = shop.desk[0]
    order = told(1, {"МС-825": "400", "МЛ-32": "10"}, number="ЦБ-1")
    await send(olga, back(order, left(1, {"МС-825": amount, "МЛ-32": "10"})))
    sees(olga, "«МС-825» — количество не бывает таким: от 0")
    await olga.taps("Загрузить")
    found, lines = await order_of(shop, 1)
    assert (found.status, found.shipped_total) == ("shipped_part", 800_00)
    assert [line.shipped for line in lines] == [None, Decimal(10)]


async def test_no_more_leaves_than_was_ordered(shop: Shop) -> None:
    await shop.hands_over()
    olga = shop.desk[0]
    heads = ["Заказ", "Номер в 1С", "Статус", "Код товара", "Отгружено"]
    rows: list[list[CellValue]] = [["1", "ЦБ-1", "", "МС-825", 4000], ["1", "", "", "МЛ-32", 10]]
    await send(olga, write_table_xlsx(heads, rows), "статусы.xlsx")
    sees(olga, "отгружено больше, чем в заказе: взято по заказу", "Отгружено: 1")
    await olga.taps("Загрузить")
    order, lines = await order_of(shop, 1)
    assert (order.status, order.shipped_total, lines[0].shipped) == ("shipped", 60_800_00, Decimal(400))


async def test_a_number_of_any_length_is_only_unknown(shop: Shop) -> None:
    await shop.hands_over()
    olga = shop.desk[0]
    document = told(1, number="ЦБ-1")
    await send(olga, back(document, document.replace("<Ид>1</Ид>", f"<Ид>{'7' * 5000}</Ид>")))
    sees(olga, "Введено: 1", "Не нашёл заказов, 1")


async def test_what_cannot_be_is_said_and_not_done(shop: Shop) -> None:
    await shop.hands_over()
    olga = shop.desk[0]
    await send(olga, back(told(1, status="Отгружен")))
    sees(olga, "нет номера в учётной системе", "Загружать нечего")
    await send(olga, back(told(1, number="ЦБ-1", status="Отгружен частично")))
    sees(olga, "не сказано, сколько чего отгружено", "Введено: 1")
    await send(olga, back(told(1, number="ЦБ-1", status="На луне")))
    sees(olga, "«На луне» — не знаю такого статуса")
    await shop.anna.says("/orders")
    await send(shop.anna, back(told(1, number="ЦБ-1")))
    sees(shop.anna, "Это статусы заказов. Их присылает поддержка, бухгалтер или руководитель.")
    assert (await order_of(shop, 1))[0].status == "handed_over"


async def test_a_hostile_file_is_refused_plainly(shop: Shop) -> None:
    bomb = back(told(1, number="&a;")).replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "x">]>', 1)
    await send(shop.desk[0], bomb)
    sees(shop.desk[0], "Файл повреждён")


def test_days_are_offered_newest_first() -> None:
    from screens.order_export import days
    from screens.words import Catalogue

    screen = days(Catalogue()["ru"], (date(2026, 11, 23), date(2026, 11, 22)))
    assert [button.text for button in screen.rows[0]] == ["23.11", "22.11"]
