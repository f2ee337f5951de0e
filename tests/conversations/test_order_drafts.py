"""Drafts: filled in few taps, with their terms and papers, several at once, three hundred lines long."""

from datetime import date
from decimal import Decimal

import pytest

from bot.config import Config, Telegram
from bot.pacing import Limits
from domain.contracts import ContractStage
from sandbox.phone import Phone
from storage import client_entities, clients, contracts, order_pages, orders, products
from storage.database import Database
from tests.conversations.shop import Shop, hard, sees
from tests.office import OWNER_ID, Office

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
SET_ADDRESS = clients.patch("address")


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await Shop(office).open(supports=1)


async def test_a_repeat_order_takes_four_taps(shop: Shop) -> None:
    await shop.hands_over()
    await shop.office.passes(days=7)
    anna = shop.anna
    await anna.taps("🧾 Заказ")
    await anna.taps("Ромашка")
    await anna.taps("Как в прошлый раз")
    await anna.taps("Передать")
    sees(anna, "Передан: Ромашка, 60 800 ₽")


async def test_six_typed_lines_with_one_doubt_take_one_message_and_three_taps(shop: Shop) -> None:
    await shop.hands_over("молоко 3,2 24")
    anna = shop.anna
    await anna.says("/order")
    await anna.taps("Ромашка")
    await anna.says(
        "масло 82,5 20 кор по 150, молоко 3,2 как обычно, гречка 2 кор, сыр российский 12,5 кг, масло 72,5 40, масло 3 кор"
    )
    sees(anna, "400 шт (20 уп) × 150 ₽", "24 шт (2 уп) × 80 ₽", "Гречка ядрица 800 г — 24 шт (2 уп)")
    sees(anna, "12,5 кг × 540 ₽", "40 шт (2 уп) × 120 ₽", "«масло 3 кор» — какой товар?")
    await anna.taps("72,5%")
    sees(anna, "было 40, стало 60 шт")
    await anna.taps("Передать")
    sees(anna, "Передан: Ромашка")


async def test_the_usual_basket_has_what_is_due_by_its_own_rhythm(shop: Shop) -> None:
    """Milk every week, cheese every third one: a week later milk is due, in the middle of its quantities."""
    for text, days in (("молоко 3,2 10, сыр 4", 7), ("молоко 3,2 14", 7), ("молоко 3,2 12", 7)):
        await shop.hands_over(text)
        await shop.office.passes(days=days)
    await shop.hands_over("молоко 3,2 12, сыр 6")
    await shop.office.passes(days=7)
    anna = shop.anna
    await anna.says("/order")
    await anna.taps("Ромашка")
    await anna.taps("Обычная корзина")
    sees(anna, "Обычная корзина: 1 строка", "1. Молоко 3,2% 1 л — 12 шт (1 уп)", "Итого: 960 ₽, 1 строка")
    await anna.taps("Ещё")
    await anna.taps("Обычная корзина")
    sees(anna, "Обычное уже в заказе")


async def test_a_draft_left_in_the_middle_is_found_the_next_day(shop: Shop) -> None:
    anna = await shop.drafts("молоко 10")
    await anna.taps("✏️ 1")
    await shop.office.passes(days=1)
    await anna.says("/order")
    sees(anna, "Открыт 1 черновик")
    await anna.taps(hard("Ромашка · 800 ₽ · вчера"))
    sees(anna, "1. Молоко 3,2% 1 л — 10 шт")
    await anna.says("гречка 12")
    sees(anna, "Итого: 1 880 ₽, 2 строки")


async def test_two_drafts_of_one_client_do_not_mix(shop: Shop) -> None:
    anna = await shop.drafts("молоко 10")
    await anna.taps("Ещё")
    await anna.double_taps("Отдельный черновик")
    sees(anna, "Пока пусто")
    await anna.says("гречка 12")
    await anna.taps("Ещё")
    sees(anna, "у клиента 2 черновика")
    await anna.taps("Черновики")
    await anna.taps(hard("Ромашка · 800 ₽ · сегодня"))
    sees(anna, "Молоко")
    anna.does_not_see("Гречка")
    await anna.taps("Передать")
    await anna.says("/order")
    sees(anna, "Открыт 1 черновик")
    await anna.taps(hard("Ромашка · 1 080 ₽"))
    sees(anna, "1. Гречка ядрица 800 г — 12 шт (1 уп)")


async def test_hours_address_and_legal_entity_are_kept_for_the_next_order(shop: Shop) -> None:
    async with shop.office.work() as work:
        await work.tx.run(SET_ADDRESS, id_=shop.client, address="Тула, Ленина 1")
    anna = await shop.drafts("молоко 10")
    sees(anna, "Адрес: Тула, Ленина 1")
    await anna.taps("Условия")
    sees(anna, "Ромашка: условия заказа", "Покупатель: ООО «Ромашка», ИНН 7701254366")
    await anna.taps("Время")
    await anna.says("вечером")
    sees(anna, "«вечером» — не часы")
    await anna.says("с 9 до 13:30")
    sees(anna, "Доставка: день не указан, 9–13:30")
    await anna.taps("Адрес")
    await anna.says("Тула, склад на Мира 5")
    await anna.taps("Покупатель")
    await anna.says("ООО «Лютик» 7701254367")
    sees(anna, "Не разобрал", "Проверьте цифры ИНН")
    await anna.says("ООО «Лютик», ИНН 7707083893, КПП 770101001")
    sees(anna, "Покупатель: ООО «Лютик», ИНН 7707083893", "Адрес: Тула, склад на Мира 5")
    await anna.taps("К заказу")
    await anna.taps("Передать")
    await anna.says("/order")
    await anna.taps("Ромашка")
    await anna.says("молоко 5")
    sees(anna, "день не указан, 9–13:30", "Адрес: Тула, склад на Мира 5", "Покупатель: ООО «Лютик»")
    await anna.taps("Условия")
    await anna.taps("Адрес")
    await anna.taps("Тула, Ленина 1")
    await anna.taps("Покупатель")
    await anna.taps("ООО «Ромашка»")
    await anna.taps("Время")
    await anna.taps("до 12")
    sees(anna, "до 12", "Адрес: Тула, Ленина 1", "Покупатель: ООО «Ромашка»")
    async with shop.office.work() as work:
        assert [one.reason_code for one in await client_entities.of_client(work.tx, shop.client)] == [
            "770101001"
        ]


async def test_the_contract_in_force_is_taken_and_ours_is_asked_where_there_are_two(
    database: Database,
) -> None:
    entities = [
        {"code": "lavka", "name": "ООО «Лавка»"},
        {"code": "opt", "name": "ООО «Лавка Опт»", "tax_number": "7707083893"},
    ]
    config = Config(
        telegram=Telegram(limits=Limits(0, 0, 0)),
        access={"owner_id": OWNER_ID},
        company={"entities": entities},
    )
    async with Office(database, config).open() as office:
        shop = await Shop(office).open(supports=1)
        await _in_force(shop, "17-ОП")
        anna = await shop.drafts("молоко 10")
        sees(anna, "Продавец: ООО «Лавка»", "Договор: № 17-ОП от 07.12.2025")
        await anna.taps("Условия")
        await anna.taps("Продавец")
        await anna.taps("ООО «Лавка Опт»")
        await anna.taps("Договор")
        await anna.taps("Без договора")
        sees(anna, "Продавец: ООО «Лавка Опт»")
        anna.does_not_see("Договор: №")


async def _in_force(shop: Shop, number: str) -> None:
    manager = await shop.office.actor(shop.anna)
    async with shop.office.work() as work:
        given = dict.fromkeys(contracts.FIELDS)
        given |= {"client_id": shop.client, "employee_id": manager.id, "number": number, "agreement": 0}
        given |= {"open_ended": True, "price_column": "", "stage": ContractStage.IN_FORCE}
        given |= {"signed": date(2025, 12, 7), "held_since": shop.office.today, "created_at": work.now}
        await work.tx.value(contracts.ADD, **given)


async def test_less_than_the_least_is_said_with_two_ways_out(shop: Shop) -> None:
    async with shop.office.work() as work:
        await products.write(
            work.tx,
            code="МЛ-32",
            name="Молоко 3,2% 1 л",
            group_name="Молочное",
            unit="шт",
            prices={"опт": 80_00},
            min_quantity=Decimal(24),
            multiple=Decimal(12),
            units={"box": Decimal(12)},
        )
    anna = await shop.drafts("молоко 3,2 30")
    sees(anna, "⚠️ Молоко 3,2% 1 л: от 24 шт, кратно 12. Сейчас 30 шт.")
    assert {hard("24 шт"), hard("36 шт")} <= set(anna.buttons)
    await anna.taps(hard("36 шт"))
    sees(anna, "1. Молоко 3,2% 1 л — 36 шт (3\u00a0кор)")
    anna.does_not_see("⚠️")
    await anna.taps("✏️ 1")
    await anna.taps("−12")
    sees(anna, "24 шт (2\u00a0кор)")
    await anna.says("5")
    sees(anna, "Сейчас 5 шт")
    await anna.taps("✏️ 1")
    await anna.taps("Комментарий")
    await anna.says("свежая дата")
    sees(anna, "(свежая дата)")


async def test_the_catalogue_finds_by_a_name_and_takes_a_line(shop: Shop) -> None:
    anna = await shop.drafts("гречка 12")
    await anna.taps("Из каталога")
    await anna.says("масло")
    sees(anna, "«масло»: 2 товара")
    await anna.taps("82,5%")
    await anna.says("2 кор")
    sees(anna, "2. Масло сливочное 82,5% 180 г — 40 шт (2 уп)")
    await anna.taps("Из каталога")
    await anna.says("пряники")
    sees(anna, "По «пряники» ничего нет")
    await anna.says("молоко 3,2 5")
    sees(anna, "3. Молоко 3,2% 1 л — 5 шт")


async def test_a_photo_and_a_file_go_with_the_draft(shop: Shop) -> None:
    anna = await shop.drafts("молоко 10")
    await anna.sends_photo(PNG)
    sees(anna, "К заказу приложено: Фото", "1 вложение")
    await anna.sends_file("заявка.pdf", b"%PDF-1.4")
    sees(anna, "К заказу приложено: заявка.pdf", "2 вложения")
    await anna.taps("Вложения (2)")
    await anna.taps("заявка.pdf")
    assert anna.file()[0] == "заявка.pdf"
    await anna.says("гречка 12")
    sees(anna, "Вложения: 2", "2. Гречка")
    await anna.sends_album([PNG, PNG], "сыр 3 кг")
    sees(anna, "3. Сыр Российский 50% — 3 кг")
    await anna.sends_file("клиенты.csv", "Клиент;Телефон\nЗаря;+79165550101\n".encode())
    await anna.taps("Это загрузка")
    sees(anna, "Клиенты из «клиенты.csv»", "новых 1")


async def test_a_foreign_paper_is_nothing(shop: Shop) -> None:
    anna = await shop.drafts("молоко 10")
    await anna.sends_photo(PNG)
    vera = await shop.office.hires("Вера")
    for data in ("order_terms.paper:1", "order_terms.drop:1", "order_terms.load:1", "order_terms.attached:1"):
        await vera.sends_callback(data)
        assert vera.alert == "Этого здесь больше нет. Откройте раздел заново.", data


async def test_three_hundred_lines_stay_inside_the_limits(shop: Shop) -> None:
    anna = await shop.drafts("молоко 3")
    await fill(shop, 299, "длинное название " * 15)
    await anna.taps("Условия")
    await anna.taps("Комментарий")
    await anna.says("к" * 500)
    seen: set[str] = set()
    while True:
        _fits(anna)
        seen |= {line.partition(".")[0] for line in anna.last.text.splitlines() if "длинное" in line}
        further = [label for label in anna.buttons if label == "Дальше ›"]
        if not further:
            break
        await anna.taps(further[0])
    assert seen == {str(number) for number in range(2, 301)}
    await anna.taps("✏️ 295")
    await anna.taps("+1")
    _fits(anna)
    await anna.taps("К заказу")
    await anna.taps("Передать")
    olga = shop.desk[0]
    sees(olga, "300 строк")
    assert len(olga.last.text) <= 4096


def _fits(phone: Phone) -> None:
    message = phone.last
    assert len(message.text) <= 4096
    buttons = [button for row in message.keyboard for button in row]
    assert len(buttons) <= 100
    assert all(len(button.get("callback_data", "").encode()) <= 64 for button in buttons)


async def fill(shop: Shop, count: int, words: str = "") -> None:
    """So many more lines in the draft 1."""
    async with shop.office.work() as work:
        for number in range(count):
            product = await products.write(
                work.tx, code=f"Т-{number}", name=f"Товар номер {number} & {words}", prices={"опт": 10_00}
            )
            await orders.put_line(
                work.tx, 1, product, quantity=Decimal(12345), unit="pcs", price=123_456_78, discount=Decimal("12.5")
            )  # fmt: skip


async def test_the_place_of_a_line_is_found_without_reading_the_rest(shop: Shop) -> None:
    await shop.drafts("молоко 3")
    await fill(shop, 30)
    async with shop.office.work() as work:
        ids = [line.product_id for line in await orders.lines_of(work.tx, 1)]
        line = await order_pages.line_of(work.tx, 1, ids[17])
        assert line is not None
        assert await order_pages.place_of(work.tx, line) == 17
        page = await order_pages.page_of(work.tx, 1, 10, 10)
        assert [one.product_id for one in page] == ids[10:20]
        assert await order_pages.find_gone(work.tx, 1) is None
        await work.tx.run(products.DELETE, code_="Т-7", at=work.now)
        assert await order_pages.find_gone(work.tx, 1) == "Товар номер 7 & "
