"""An order from the client's words to «Введён № 1203»."""

import io
import re
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from domain.actors import Role
from sandbox.phone import Phone
from storage import clients, counters, orders, products, timeline
from tests.office import Office

GOODS = (
    ("МС-825", "Масло сливочное 82,5% 180 г", "Молочное", "шт", 20, 150_00),
    ("МС-725", "Масло сливочное 72,5% 180 г", "Молочное", "шт", 20, 120_00),
    ("МЛ-32", "Молоко 3,2% 1 л", "Молочное", "шт", 12, 80_00),
    ("ГР-800", "Гречка ядрица 800 г", "Бакалея", "шт", 12, 90_00),
    ("СР-50", "Сыр Российский 50%", "Сыры", "кг", None, 540_00),
)


def hard(text: str) -> str:
    """With the hard spaces of figures: «60 800 ₽», «5 шт»."""
    return re.sub(r"(?<=\d) (?=\d{3}\b(?! г)|₽|шт|кг|pcs)", "\u00a0", text)


def sees(phone: Phone, *fragments: str) -> None:
    phone.sees(*map(hard, fragments))


class Shop:
    """A manager Anna with the client Ромашка, a lead, two of sales support, a price list."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.goods: dict[str, int] = {}
        self.client = 0

    async def open(self, *, supports: int = 2, limit: int | None = None) -> "Shop":
        self.boris = await self.office.hires("Борис", Role.LEAD)
        self.anna = await self.office.hires("Анна")
        names = ("Ольга", "Павел")[:supports]
        self.desk = [await self.office.hires(name, Role.SUPPORT) for name in names]
        async with self.office.work() as work:
            for code, name, group, unit, pack, price in GOODS:
                self.goods[code] = await products.write(
                    work.tx,
                    code=code,
                    name=name,
                    group_name=group,
                    unit=unit,
                    pack_size=Decimal(pack) if pack else None,
                    prices={"опт": price},
                )
        self.client = await self.add_client("Ромашка", limit=limit)
        return self

    async def add_client(self, name: str, phone: Phone | None = None, limit: int | None = None) -> int:
        manager = await self.office.actor(phone or self.anna)
        async with self.office.work() as work:
            return await clients.add(
                work.tx,
                clients.NewClient(
                    manager.id,
                    name,
                    work.now,
                    legal_name=f"ООО «{name}»",
                    tax_number="7701254366",
                    price_column="опт",
                    credit_limit=limit,
                ),
            )

    async def drafts(self, text: str = "масло 82,5 20 кор, молоко 10") -> Phone:
        """Anna's draft for the client, with these lines."""
        await self.anna.says("/order")
        await self.anna.taps("Ромашка")
        await self.anna.says(text)
        return self.anna

    async def hands_over(self, text: str = "масло 82,5 20 кор, молоко 10") -> Phone:
        await self.drafts(text)
        await self.anna.taps("Передать")
        return self.anna


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await Shop(office).open()


async def test_an_order_goes_to_support_and_comes_back_with_its_number(shop: Shop) -> None:
    anna = await shop.drafts("масло 82,5 20 кор, молоко 10")
    sees(
        anna,
        "1. Масло сливочное 82,5% 180 г — 400 шт (20 уп.) × 150 ₽ = 60 000 ₽",
        "2. Молоко 3,2% 1 л — 10 шт",
    )
    sees(anna, "Итого: 60 800 ₽, 2 строки", "день не указан")
    await anna.taps("Доставка")
    await anna.says("в пятницу")
    sees(anna, "Доставка: пт, 27 ноября")
    await anna.taps("Комментарий")
    await anna.says("Разгрузка до 12")
    await anna.taps("Передать")
    sees(anna, "Передан: Ромашка, 60 800 ₽", "Ответ поддержки придёт сюда")
    olga, pavel = shop.desk
    sees(
        olga,
        "Ромашка, заказ 1 — передан",
        "ООО «Ромашка»",
        "ИНН 7701254366",
        "Менеджер: Анна",
        "Разгрузка до 12",
    )
    sees(pavel, "Ромашка, заказ 1")
    await olga.taps("Принял")
    sees(olga, "принят, Ольга")
    sees(pavel, "принят, Ольга")
    sees(anna, "Принят: Ромашка, 60 800 ₽ — Ольга")
    await olga.taps("Введён №")
    sees(olga, "какой номер")
    await olga.says("1203")
    sees(olga, "введён № 1203")
    sees(anna, "Введён № 1203: Ромашка, 60 800 ₽")
    await anna.taps("Открыть заказ")
    sees(anna, "введён № 1203", "08:00 — передан", "введён № 1203, Ольга")
    async with shop.office.work() as work:
        actor = await shop.office.actor(anna)
        counted = await counters.of_day(work.tx, actor.id, shop.office.today)
        assert (counted.orders, counted.order_sum) == (1, 60_800_00)
        client = await clients.find(work.tx, shop.client, [actor.id])
        assert client is not None
        assert client.last_order_day == shop.office.today
        events = await timeline.of_client(work.tx, shop.client, 5)
        assert [(event.kind, event.facts["total"]) for event in events] == [("order", 60_800_00)]


async def test_one_doubt_among_typed_lines_is_asked_and_nothing_is_lost(shop: Shop) -> None:
    anna = await shop.drafts("масло 20 кор по 145, молоко 3,2 5, сыр российский 12,5 кг скидка 5%")
    sees(
        anna,
        "1. Молоко 3,2% 1 л — 5 шт",
        "2. Сыр Российский 50% — 12,5 кг × 540 ₽ − 5 %",
        "«масло 20 кор по 145» — какой товар?",
    )
    assert "✅ Передать" not in anna.buttons
    await anna.taps("82,5")
    sees(anna, "400 шт (20 уп.) × 145 ₽ = 58 000 ₽ (по прайсу 150 ₽)")
    anna.does_not_see("❓")


async def test_what_is_not_found_is_said_as_written_and_may_go_as_words(shop: Shop) -> None:
    anna = await shop.drafts("мыло детское 5, молоко 3,2 10")
    sees(anna, "Молоко 3,2%", "«мыло детское 5» не нашлось")
    await anna.taps("В комментарий")
    sees(anna, "Комментарий: мыло детское 5")
    anna.does_not_see("❓")


async def test_a_missing_quantity_is_asked_and_answered_by_typing_or_tapping(shop: Shop) -> None:
    anna = await shop.drafts("масло 82,5, гречка")
    sees(anna, "Масло сливочное 82,5% 180 г — сколько шт?", "И ещё 1 вопрос")
    await anna.says("2 кор")
    sees(anna, "Масло сливочное 82,5% 180 г — 40 шт (2 уп.)", "Гречка ядрица 800 г — сколько шт?")
    await anna.taps(hard("24 шт"))
    sees(anna, "Гречка ядрица 800 г — 24 шт (2 уп.)")


async def test_a_price_that_looks_like_that_of_a_pack_is_asked(shop: Shop) -> None:
    anna = await shop.drafts("масло 82,5 2 кор по 2900")
    sees(anna, "2 900 ₽ — цена за упаковку или за шт?")
    await anna.taps("за упаковку")
    sees(anna, "40 шт (2 уп.) × 145 ₽ = 5 800 ₽")


async def test_typed_again_changes_the_line_and_more_adds_to_it(shop: Shop) -> None:
    anna = await shop.drafts("молоко 10")
    await anna.says("молоко 12")
    sees(anna, "Молоко 3,2% 1 л: было 10, стало 12 шт")
    await anna.says("ещё молоко 3")
    sees(anna, "было 12, стало 15 шт", "15 шт × 80 ₽")


async def test_repeating_the_last_order_takes_three_taps(shop: Shop) -> None:
    anna = await shop.hands_over()
    async with shop.office.work() as work:
        await products.write(
            work.tx,
            code="МЛ-32",
            name="Молоко 3,2% 1 л",
            group_name="Молочное",
            unit="шт",
            prices={"опт": 85_00},
        )
    await shop.office.passes(days=7)
    await anna.says("/order")
    await anna.taps("Ромашка")
    await anna.taps("Как в прошлый раз")
    sees(anna, "400 шт", "10 шт × 85 ₽ = 850 ₽", "Итого: 60 850 ₽")
    await anna.double_taps("Передать")
    sees(anna, "заказ 2 — передан")
    for desk in shop.desk:
        assert sum("заказ 2" in message.text for message in desk.from_bot) == 1
    async with shop.office.work() as work:
        actor = await shop.office.actor(anna)
        counted = await counters.of_day(work.tx, actor.id, shop.office.today)
        assert (counted.orders, counted.order_sum) == (1, 60_850_00)


async def test_lines_by_taps_from_the_catalogue(shop: Shop) -> None:
    anna = shop.anna
    await anna.says("🧾 Заказ")
    await anna.says("ромаш")
    sees(anna, "Нашёлся 1 клиент")
    await anna.taps("Ромашка")
    await anna.taps("Из каталога")
    await anna.taps("Бакалея")
    await anna.taps("Гречка")
    await anna.double_taps(hard("5 шт"))
    sees(anna, "Бакалея")
    await anna.taps("К заказу")
    sees(anna, "Гречка ядрица 800 г — 5 шт × 90 ₽ = 450 ₽")
    await anna.taps("✏️ 1")
    await anna.double_taps("+1")
    sees(anna, "6 шт")
    await anna.taps("+12")
    sees(anna, "18 шт")
    await anna.says("24 по 85")
    sees(anna, "24 шт (2 уп.) × 85 ₽ = 2 040 ₽ (по прайсу 90 ₽)")
    await anna.taps("✏️ 1")
    await anna.says("ерунда")
    sees(anna, "Не разобрал «ерунда»")
    await anna.says("скидка 5%")
    sees(anna, "− 5 % = 1 938 ₽")
    await anna.taps("✏️ 1")
    await anna.taps("Убрать строку")
    sees(anna, "Убрано: Гречка", "Пока пусто")


async def test_a_draft_is_there_tomorrow_beside_others(shop: Shop) -> None:
    await shop.add_client("Василёк")
    anna = await shop.drafts("молоко 10, колбаса 3")
    await anna.taps("Другой клиент")
    await anna.taps("Василёк")
    await anna.says("гречка 12")
    await shop.office.waits_until("09:00", date(2026, 11, 24))
    await anna.says("/order")
    sees(anna, "Открыто 2 черновика")
    await anna.taps(hard("Ромашка · 800 ₽"))
    sees(anna, "Молоко", "«колбаса 3» не нашлось")
    await anna.taps("Удалить черновик")
    sees(anna, "Удалить черновик: Ромашка? В нём 1 строка")
    await anna.taps("Да, удалить")
    await anna.says("/order")
    sees(anna, "Открыт 1 черновик")


async def test_a_question_and_its_answer(shop: Shop) -> None:
    anna = await shop.hands_over()
    olga, pavel = shop.desk
    await olga.taps("Вопрос")
    await olga.says("Какой склад?")
    sees(olga, "у менеджера: Анна")
    sees(pavel, "есть вопрос", "Ольга: Какой склад?")
    sees(anna, "Спрашивает Ольга:", "Какой склад?")
    await anna.taps("Ответить")
    await anna.says("Южный <2>")
    sees(anna, "отправлен: Ольга")
    sees(olga, "Отвечает Анна:", "Южный <2>", "Вопрос был: Какой склад?")
    sees(pavel, "передан", "Южный <2>")
    message = next(one for one in anna.from_bot if "Спрашивает" in one.text)
    await anna.taps_old(message, "Ответить")
    assert anna.alert == "На этот вопрос уже ответили."
    await olga.taps("Принял")
    sees(olga, "принят, Ольга")


async def test_two_of_support_at_once_one_wins(shop: Shop) -> None:
    await shop.hands_over()
    olga, pavel = shop.desk
    card = pavel.last
    await olga.double_taps("Принял")
    await pavel.taps_old(card, "Принял")
    assert pavel.alert == "Уже принял(а) Ольга."
    sees(pavel, "принят, Ольга")
    assert sum("Принят:" in message.text for message in shop.anna.from_bot) == 1


async def test_two_numbers_for_one_order_are_not_entered_in_silence(shop: Shop) -> None:
    anna = await shop.hands_over()
    olga, pavel = shop.desk
    await olga.taps("Введён №")
    await pavel.taps("Введён №")
    await olga.says("1203")
    await pavel.says("1204")
    sees(pavel, "Уже введён № 1203, Ольга.")
    await olga.taps("Открыть заказ")
    await olga.taps("Исправить №")
    sees(olga, "сейчас № 1203")
    await olga.says("x" * 41)
    sees(olga, "от 1 до 40 знаков")
    await olga.says("1205")
    sees(anna, "введён № 1205 вместо 1203")


async def test_over_the_limit_the_lead_allows(office: Office) -> None:
    shop = await Shop(office).open(limit=50_000_00)
    anna = await shop.drafts()
    sees(anna, "Долг с этим заказом 60 800 ₽, лимит 50 000 ₽: больше на 10 800 ₽", "пойдёт на согласование")
    await anna.double_taps("На согласование")
    sees(anna, "на согласовании")
    sees(
        shop.boris, "Ромашка, 60 800 ₽ — разрешить отгрузку?", "Менеджер: Анна", "больше на 10 800 ₽", "Масло"
    )
    assert not shop.desk[0].from_bot
    card = shop.boris.last
    await shop.boris.taps("Разрешить")
    sees(shop.boris, "Разрешил(а) Борис: Ромашка, 60 800 ₽")
    sees(anna, "Борис разрешает отгрузку: Ромашка", "Заказ передан поддержке")
    sees(shop.desk[0], "передан", "Отгрузку разрешил(а) Борис: сверх лимита")
    await shop.boris.taps_old(card, "Отклонить")
    assert shop.boris.alert == "Уже решено: Борис."


async def test_over_the_limit_the_lead_declines_and_the_draft_is_kept(office: Office) -> None:
    shop = await Shop(office).open(limit=50_000_00)
    anna = await shop.drafts()
    await anna.taps("На согласование")
    await shop.boris.taps("Отклонить")
    sees(anna, "Борис не разрешает отгрузку: Ромашка, 60 800 ₽", "Черновик цел")
    await anna.taps("К заказу")
    await anna.says("масло 82,5 10 кор")
    sees(anna, "Итого: 30 800 ₽")
    await anna.taps("Передать")
    sees(shop.desk[0], "Итого: 30 800 ₽")


async def test_a_stopped_client_is_held_and_an_overdue_one_warned_of(shop: Shop) -> None:
    set_debt = clients.patch("debt", "overdue", "overdue_since", "stopped")
    async with shop.office.work() as work:
        await work.tx.run(
            set_debt,
            id_=shop.client,
            debt=90_000_00,
            overdue=40_000_00,
            overdue_since=date(2026, 11, 20),
            stopped=False,
        )
    anna = await shop.drafts("молоко 10")
    sees(anna, "⚠️ Просрочено 40 000 ₽, 3 дня")
    assert "✅ Передать" in anna.buttons
    async with shop.office.work() as work:
        await work.tx.run(
            set_debt,
            id_=shop.client,
            debt=90_000_00,
            overdue=40_000_00,
            overdue_since=date(2026, 11, 2),
            stopped=True,
        )
    await anna.taps("Передать")
    sees(anna, "На согласовании", "стоп-лист, долгая просрочка")


async def test_withdrawn_before_it_is_accepted(shop: Shop) -> None:
    anna = await shop.hands_over()
    olga = shop.desk[0]
    card = olga.last
    await anna.taps("Отозвать")
    sees(anna, "Отозван: Ромашка, 60 800 ₽")
    sees(olga, "Отозван менеджером: Ромашка, заказ 1")
    await olga.taps_old(card, "Принял")
    assert olga.alert == "Этого здесь больше нет. Откройте раздел заново."
    async with shop.office.work() as work:
        actor = await shop.office.actor(anna)
        counted = await counters.of_day(work.tx, actor.id, shop.office.today)
        assert (counted.orders, counted.order_sum) == (0, 0)
    await anna.taps("К заказу")
    receipt = anna.last
    await anna.taps("Передать")
    await olga.taps("Принял")
    await anna.taps_old(receipt, "Передать")
    sees(anna, "принят, Ольга")
    await anna.sends_callback("orders.back:1")
    assert anna.alert == "Заказ уже в работе у поддержки. Спросите там."


async def test_the_order_form_as_a_file(shop: Shop) -> None:
    await shop.hands_over()
    await shop.desk[0].taps("Файл")
    name, data = shop.desk[0].file()
    assert name == "Заказ 1.xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
    assert {"Масло сливочное 82,5% 180 г", "МС-825", "шт", 60_800, "ООО «Ромашка»"} <= set(cells)


async def test_the_queue_of_support_says_who_waits_how_long(shop: Shop) -> None:
    anna = await shop.hands_over()
    await shop.office.passes(minutes=40)
    olga = shop.desk[0]
    await olga.says("🧾 Заказы")
    sees(olga, "Ждёт 1 заказ", "Ромашка, 60 800 ₽, Анна — ждёт 40 мин")
    await olga.taps("Ромашка")
    await olga.taps("Принял")
    await olga.says("/orders")
    sees(olga, "Новых заказов нет", "Приняты, не введены", "ждёт 40 мин")
    await anna.says("/orders")
    sees(anna, "1 заказ за две недели", "23.11 Ромашка, 60 800 ₽ — принят")
    await shop.boris.says("/orders")
    sees(shop.boris, "Ромашка", "(Анна)")
    await shop.boris.taps("Ромашка")
    sees(shop.boris, "принят, Ольга", "Масло")
    assert not {"Отозвать", "Повторить"} & set(shop.boris.buttons)


async def test_without_sales_support_the_manager_is_told_and_the_lead_too(office: Office) -> None:
    shop = await Shop(office).open(supports=0)
    anna = await shop.hands_over()
    sees(anna, "Поддержки продаж в боте пока нет", "руководитель его видит")
    sees(shop.boris, "Заказ ждёт: Ромашка, 60 800 ₽, менеджер Анна")
    late = await office.hires("Ольга", Role.SUPPORT)
    await late.says("/orders")
    sees(late, "Ждёт 1 заказ")


async def test_a_hundred_lines_stay_within_a_message(office: Office) -> None:
    shop = await Shop(office).open(supports=1)
    async with office.work() as work:
        ids = [
            await products.write(
                work.tx,
                code=f"Т-{n}",
                name=f"Товар номер {n} & " + "длинное название " * 15,
                prices={"опт": 10_00},
            )
            for n in range(100)
        ]
    anna = await shop.drafts("молоко 1")
    async with office.work() as work:
        for product in ids:
            await orders.put_line(
                work.tx,
                1,
                product,
                quantity=Decimal(12345),
                unit="pcs",
                price=123_456_78,
                discount=Decimal("12.5"),
            )
    await anna.taps("Комментарий")
    await anna.says("к" * 500)
    seen = set()
    for _ in range(11):
        text = anna.last.text
        assert len(text) <= 4096
        assert "…\n" not in text.split("Итого")[0] or "Итого" in text
        seen |= {line.partition(".")[0] for line in text.splitlines() if "длинное" in line}
        if "Ещё 10 ›" in anna.buttons or "Ещё 1 ›" in anna.buttons:
            await anna.taps("Ещё")
    assert seen == {str(number) for number in range(2, 102)}
    await anna.taps("Передать")
    olga = shop.desk[0]
    sees(olga, "101 строка")
    for _ in range(5):
        assert len(olga.last.text) <= 4096
        await olga.taps("Ещё")
    sees(olga, "101. Товар номер 99")
    await olga.taps("Раньше")
    sees(olga, "81. ")


async def test_goods_off_the_price_list_stop_the_order_plainly(shop: Shop) -> None:
    anna = await shop.drafts("молоко 10, гречка 12")
    async with shop.office.work() as work:
        await work.tx.run(products.DELETE, code_="МЛ-32", at=work.now)
    await anna.taps("Передать")
    assert anna.alert == "«Молоко 3,2% 1 л» снят с прайса. Уберите строку и передайте заказ."
    await anna.taps("✏️ 1")
    await anna.taps("Убрать строку")
    await anna.taps("Передать")
    sees(anna, "Передан: Ромашка, 1 080 ₽")


OWN_TAPS = (
    "orders.new:{client}", "orders.open:{order}", "orders.page:{order}:0", "orders.draft:{order}:0", "orders.goods:{order}",
    "orders.shelf:{order}:1:0", "orders.pick:{order}:1:0:0", "orders.set:{order}:1:5000:0:0", "orders.step:{order}:1:5000",
    "orders.last:{order}", "orders.when:{order}", "orders.day:{order}:2026-11-27", "orders.comment:{order}", "orders.send:{order}",
    "orders.drop:{order}:1", "orders.which:{order}:1:1", "orders.many:{order}:1:5000", "orders.basis:{order}:1:1", "orders.skip:{order}:1:1",
    "orders.again:{order}", "orders.back:{order}", "orders.file:{order}",
)  # fmt: skip
GONE = "Этого здесь больше нет. Откройте раздел заново."


async def test_anothers_order_is_answered_like_a_missing_one(shop: Shop) -> None:
    await shop.drafts("молоко 10")
    vera = await shop.office.hires("Вера")
    await vera.says("/order")
    for data in OWN_TAPS:
        await vera.sends_callback(data.format(client=shop.client, order=1))
        assert vera.alert == GONE, data
        await vera.sends_callback(data.format(client=987654, order=987654))
        assert vera.alert == GONE, data
    await vera.sends_callback("orders.reply:1:0")
    assert vera.alert == "На этот вопрос уже ответили."
    await shop.anna.sends_callback("orders.draft:1:0")
    sees(shop.anna, "10 шт")


async def test_what_was_handed_over_changes_no_more(shop: Shop) -> None:
    await shop.hands_over("молоко 10")
    sent = (
        "goods",
        "set",
        "last",
        "when",
        "day",
        "comment",
        "drop",
        "which",
        "many",
        "basis",
        "skip",
        "draft",
    )
    for data in OWN_TAPS:
        if data.split(":")[0].removeprefix("orders.") in sent:
            await shop.anna.sends_callback(data.format(client=shop.client, order=1))
            assert shop.anna.alert == "Заказ уже ушёл из черновиков. Переданные: /orders.", data


async def test_buttons_of_other_roles_are_refused(shop: Shop) -> None:
    anna = await shop.hands_over("молоко 10")
    for data in (
        "support.take:1",
        "support.number:1",
        "support.ask:1",
        "orders.yes:1",
        "orders.no:1",
        "orders.judge:1",
    ):
        await anna.sends_callback(data)
        assert anna.alert == "Этого нет в вашей роли. Что доступно: /help.", data
    olga = shop.desk[0]
    for data in ("orders.draft:1:0", "orders.send:1", "orders.back:1", "orders.yes:1"):
        await olga.sends_callback(data)
        assert olga.alert == "Этого нет в вашей роли. Что доступно: /help.", data
    for data in ("support.take:999", "support.number:999", "support.ask:999", "orders.open:999"):
        await olga.sends_callback(data)
        assert olga.alert == GONE, data


async def test_malformed_buttons_are_old_buttons(shop: Shop) -> None:
    anna = await shop.drafts("молоко 10")
    for data in (
        "orders.draft:x:0",
        "orders.set:1:1:-5:0:0",
        "orders.day:1:завтра",
        "orders.open:99999999999999999999",
        "orders.what",
    ):
        await anna.sends_callback(data)
        sees(anna, "Эта кнопка устарела")
    await anna.sends_callback("orders.day:1:2026-02-31")
    assert anna.alert is not None
    assert "не день доставки" in anna.alert
    await anna.sends_callback("orders.day:1:2020-01-01")
    assert anna.alert is not None
    assert "не день доставки" in anna.alert


async def test_an_empty_order_and_an_open_doubt_are_not_handed_over(shop: Shop) -> None:
    anna = shop.anna
    await anna.says("/order")
    await anna.taps("Ромашка")
    sees(anna, "Пока пусто")
    await anna.sends_callback("orders.send:1")
    assert anna.alert == "В заказе нет строк. Напишите хотя бы одну."
    await anna.sends_callback("orders.last:1")
    assert anna.alert is not None
    assert "Прошлых заказов этого клиента" in anna.alert
    await anna.says("молоко 5, масло 3")
    await anna.sends_callback("orders.send:1")
    assert anna.alert == "Сначала ответьте про «масло 3»: выберите товар или уберите строку."
    await anna.says("/cancel")
    await anna.says("/order")
    await anna.taps("Ромашка ·")
    sees(anna, "Молоко", "«масло 3» — какой товар?")
    await anna.taps("Убрать строку")
    await anna.taps("Передать")
    sees(anna, "Передан: Ромашка, 400 ₽")


async def test_the_english_side(office: Office) -> None:
    shop = await Shop(office).open(supports=1)
    john = await office.hires("Джон", language="en")
    await shop.add_client("Acme", phone=john)
    await john.says("/order")
    sees(john, "New order")
    await john.taps("Acme")
    await john.says("масло 82.5 2 кор, молоко 2")
    sees(john, "draft order", "40 pcs (2 packs) × 150 ₽ = 6 000 ₽", "Total: 6 160 ₽, 2 lines")
    await john.taps("Hand over")
    sees(john, "Handed over: Acme, 6 160 ₽")
    await shop.desk[0].taps("Принял")
    sees(john, "Accepted: Acme")
