"""An order between the manager, the lead and sales support."""

import io
from datetime import date

import openpyxl
import pytest

from domain.actors import Role
from storage import clients, counters
from tests.conversations.shop import Shop, sees
from tests.office import Office

GONE = "Этого здесь больше нет. Откройте раздел заново."


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await Shop(office).open()


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
    assert pavel.alert == "Уже принят: Ольга."
    sees(pavel, "принят, Ольга")
    assert sum("принят, Ольга" in message.text for message in shop.anna.from_bot) == 1


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
    shop.desk[0].does_not_see("Ромашка")
    card = shop.boris.last
    await shop.boris.taps("Разрешить")
    sees(shop.boris, "Разрешено: Ромашка, 60 800 ₽. Решение: Борис")
    sees(anna, "Борис разрешает отгрузку: Ромашка", "Заказ передан поддержке")
    sees(shop.desk[0], "передан", "Отгрузка разрешена: Борис (сверх лимита)")
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
    actor = await shop.office.actor(anna)
    async with shop.office.work() as work:
        counted = await counters.of_day(work.tx, actor.id, shop.office.today)
        assert (counted.orders, counted.order_sum) == (0, 0)
    await anna.taps("К заказу")
    receipt = anna.last
    await anna.taps("Передать")
    await olga.taps("Принял")
    await anna.taps_old(receipt, "Передать")
    assert any("заказ 1 — принят, Ольга" in message.text for message in anna.new)
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
