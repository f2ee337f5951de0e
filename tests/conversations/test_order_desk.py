"""An order at sales support, from «Принял» to «Закрыт»: statuses, lines that change, the clock."""

from datetime import date
from decimal import Decimal

import pytest

from domain.orders import OrderStatus
from sandbox.phone import Phone
from storage import counters, orders
from tests.conversations.shop import Shop, hard, sees
from tests.office import Office
from usecases import order_changes


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await Shop(office).open()


async def status(shop: Shop) -> str:
    async with shop.office.work() as work:
        order = await orders.find(work.tx, 1)
    assert order is not None
    return order.status


async def entered(shop: Shop) -> tuple[Phone, Phone]:
    anna = await shop.hands_over()
    olga = shop.desk[0]
    await olga.taps("Принял")
    await olga.taps("Введён №")
    await olga.says("1203")
    await olga.taps("Открыть заказ")
    return anna, olga


def cards(phone: Phone) -> list[str]:
    return [message.text for message in phone.from_bot if message.text.startswith("🧾 Ромашка, заказ 1")]


async def test_the_whole_way_is_told_on_one_card(shop: Shop) -> None:
    anna, olga = await entered(shop)
    assert anna.screen.startswith(hard("Введён № 1203: Ромашка, 60 800 ₽"))
    await olga.double_taps("Собран")
    sees(olga, "собран, № 1203")
    assert not [message for message in anna.new if message.text.startswith("Собран")]
    await olga.double_taps("Отгружен")
    sees(anna, "Отгружен: Ромашка, заказ 1, № 1203, на 60 800 ₽")
    await olga.taps("Закрыть")
    sees(olga, "закрыт")
    assert len(cards(anna)) == 1
    card = cards(anna)[0]
    for told in ("— закрыт", "принят, Ольга", "введён № 1203", "собран, Ольга", "отгружен, Ольга"):
        assert told in card
    sees(shop.desk[1], "закрыт")
    async with shop.office.work() as work:
        order = await orders.find(work.tx, 1)
        assert order is not None
        assert (order.shipped_total, order.shipped_at) == (60_800_00, work.now)
    await anna.says("/clients")
    await anna.says("Ромашка")
    await anna.taps("История")
    sees(anna, "заказ № 1 на 60 800 ₽, отгружен")


async def test_a_part_leaves_first(shop: Shop) -> None:
    anna, olga = await entered(shop)
    await olga.taps("Ещё")
    await olga.taps("Отгружен частично")
    sees(olga, "1. Масло сливочное 82,5% 180 г — 400 из 400 шт")
    await olga.taps("✏️ 1")
    await olga.says("много")
    sees(olga, "Не разобрал")
    await olga.says("40 кор")
    sees(olga, "Заказано 400, а вы написали 800. Проверьте и напишите ещё раз.")
    await olga.says("10 кор")
    sees(olga, "— 200 из 400 шт")
    await olga.taps("Отгрузить это")
    sees(olga, "отгружен частично, № 1203", "отгружено 200 шт", "Отгружено на 30 800 ₽")
    sees(anna, "на 30 800 ₽ из 60 800 ₽", "Предупредите клиента")
    await olga.taps("Отгружен")
    sees(anna, "Отгружен: Ромашка", "на 60 800 ₽")


async def test_what_is_not_in_stock_is_the_managers_to_decide(shop: Shop) -> None:
    anna = await shop.hands_over()
    olga = shop.desk[0]
    await olga.taps("Нет товара")
    await olga.taps("✏️ 2")
    await olga.says("4")
    sees(olga, "Молоко 3,2% 1 л — есть 4 шт", "Менеджер решает: Анна")
    await olga.taps("Открыть заказ")
    sees(olga, "Молоко", "⚠️ есть 4 шт")
    assert "Молоко" in anna.screen
    assert await status(shop) == OrderStatus.HANDED_OVER


async def test_lines_changed_by_the_desk_are_marked_until_seen(shop: Shop) -> None:
    anna = await shop.hands_over()
    olga = shop.desk[0]
    actor, manager = await shop.office.actor(olga), await shop.office.actor(anna)
    async with shop.office.work() as work:
        order = await orders.find_locked(work.tx, 1)
        assert order is not None
        for quantity in (20, 240):
            await order_changes.change_line(
                work, actor, order, shop.goods["МС-825"], quantity=Decimal(quantity)
            )
        await order_changes.change_line(
            work, actor, order, shop.goods["ГР-800"], quantity=Decimal(30), instead_of=shop.goods["МЛ-32"]
        )
        counted = await counters.of_day(work.tx, manager.id, shop.office.today)
        assert (counted.orders, counted.order_sum) == (1, 240 * 150_00 + 30 * 90_00)
    await olga.taps("Принял")
    sees(
        anna,
        "Заказ изменили. Скажите клиенту",
        "Масло сливочное 82,5% 180 г: было 400 шт → 240 шт",
        "Молоко 3,2% 1 л → Гречка ядрица 800 г 30 шт",
        "Итого: 38 700 ₽",
    )
    sees(shop.desk[1], "менеджер ещё не видел")
    await anna.double_taps("Учесть")
    shop.desk[1].does_not_see("менеджер ещё не видел", "было")
    assert not any("было" in card for card in cards(anna))


async def test_the_manager_changes_an_order_until_it_is_picked(shop: Shop) -> None:
    anna, olga = await entered(shop)
    await anna.taps("Открыть заказ")
    await anna.taps("Изменить")
    card = anna.last
    await anna.taps("✏️ 1")
    await anna.says("10 кор")
    sees(anna, "Ещё не отправлено", "Масло сливочное 82,5% 180 г: было 400 шт → 200 шт")
    olga.does_not_see("было 400 шт")
    await anna.says("сыр российский 5 кг")
    sees(anna, "Сыр Российский 50%: добавлено 5 кг")
    await anna.says("непонятно что")
    sees(anna, "Не разобрал")
    await anna.taps("✏️ 2")
    await anna.taps("Убрать строку")
    await anna.double_taps("Отправить поддержке")
    anna.sees(hard("Итого: 32 700 ₽"), "поддержка их ещё не приняла", anywhere=True)
    sees(olga, "Анна меняет заказ", "было 400 шт → 200 шт", "Молоко 3,2% 1 л: убрано", "добавлено 5 кг")
    assert "✏️ Принять изменения" in olga.buttons
    await olga.double_taps("Принять изменения")
    olga.does_not_see("Принять", "было 400 шт")
    assert any("изменения приняты, Ольга" in text for text in cards(anna))
    await olga.says("/orders")
    await olga.taps("Ромашка")
    await olga.taps("Собран")
    await anna.taps_old(card, "✏️ 1")
    assert anna.alert == "Заказ уже собран. Спросите поддержку."


async def test_a_refusal_gives_back_what_was_counted_and_can_be_undone(shop: Shop) -> None:
    anna, olga = await entered(shop)
    manager = await shop.office.actor(anna)
    await olga.taps("Ещё")
    await olga.taps("Отказать")
    await olga.taps("Нет товара")
    sees(olga, "— отказ")
    sees(anna, "Отказ поддержки: Ромашка", "Причина: нет товара", "Скажите клиенту, если он не знает.")
    async with shop.office.work() as work:
        counted = await counters.of_day(work.tx, manager.id, shop.office.today)
        assert (counted.orders, counted.order_sum) == (0, 0)
        assert await orders.last_of(work.tx, shop.client) == []
    await olga.taps("Ещё")
    await olga.double_taps("Отменить: отказ")
    sees(olga, "введён № 1203")
    assert sum("Поддержка вернула заказ в работу" in message.text for message in anna.from_bot) == 1
    async with shop.office.work() as work:
        counted = await counters.of_day(work.tx, manager.id, shop.office.today)
        assert (counted.orders, counted.order_sum) == (1, 60_800_00)
    await olga.taps("Ещё")
    await olga.taps("Отказать")
    await olga.taps("Клиент отказался")
    sees(anna, "Причина: клиент отказался. Спросите клиента почему.")


async def test_the_managers_language_is_not_the_desks(shop: Shop) -> None:
    anna, olga = await entered(shop)
    await anna.says("/settings")
    await anna.taps("Язык")
    await anna.taps("English")
    await olga.taps("Ещё")
    await olga.taps("Отменить: введён")
    sees(anna, "Undone by sales support: entered")
    await olga.taps("Ещё")
    await olga.taps("Отказать")
    await olga.taps("Нет товара")
    sees(anna, "Refused by sales support", "Reason: not in stock. Tell the client if they do not know.")


async def test_nobody_waits_for_changes_of_an_order_that_is_no_more_at_the_desk(shop: Shop) -> None:
    anna = await shop.hands_over()
    olga = shop.desk[0]
    await change(anna)
    sees(olga, "Анна меняет заказ", "было 10 шт → 4 шт")
    await anna.says("/orders")
    await anna.taps("Ромашка")
    await anna.taps("Отозвать")
    olga.does_not_see("Принять изменения", "меняет заказ")
    await anna.taps("К заказу")
    await anna.taps("Передать")
    await change(anna, "6")
    await olga.says("/orders")
    await olga.taps("Ромашка")
    sees(olga, "Примите изменения")
    await olga.taps("Ещё")
    await olga.taps("Отказать")
    await olga.taps("Дубль")
    sees(olga, "— отказ")
    sees(anna, "Отказ поддержки: Ромашка", "Проверьте, что первый заказ в работе.")
    assert "Примите изменения" not in olga.screen
    await olga.taps("Ещё")
    await olga.taps("Отменить: отказ")
    sees(olga, "Примите изменения")


async def change(anna: Phone, quantity: str = "4") -> None:
    """Less milk in what was handed over."""
    await anna.says("/orders")
    await anna.taps("Ромашка")
    await anna.taps("Изменить")
    await anna.taps("✏️ 2")
    await anna.says(quantity)
    await anna.taps("Отправить поддержке")


async def test_a_mistaken_step_is_taken_back_within_minutes(shop: Shop) -> None:
    anna = await shop.hands_over()
    olga, pavel = shop.desk
    await olga.taps("Принял")
    await olga.taps("Ещё")
    await olga.taps("Отменить: принят")
    sees(olga, "— передан")
    assert any("отменено: принят, Ольга" in text for text in cards(anna))
    await pavel.taps("Принял")
    await pavel.taps("Ещё")
    late = pavel.last
    await shop.office.passes(minutes=16)
    await pavel.taps_old(late, "Отменить: принят")
    assert pavel.alert == "Отменить уже нельзя: прошло больше 15 мин или заказ пошёл дальше."


async def test_the_clock_reminds_the_desk_and_then_the_manager_and_the_lead(shop: Shop) -> None:
    await shop.office.waits_until("10:00")
    anna = await shop.hands_over()
    olga, pavel = shop.desk
    await shop.office.passes(minutes=39)
    olga.does_not_see("⏰", anywhere=True)
    await shop.office.passes(minutes=1)
    for one in shop.desk:
        sees(one, "⏰ Не принят 40 мин: Ромашка, 60 800 ₽, заказ 1, Анна")
    anna.does_not_see("⏰", anywhere=True)
    await shop.office.passes(minutes=30)
    for one in (anna, shop.boris):
        sees(one, "⏰ Поддержка не принимает заказ уже 1 ч: Ромашка")
    assert sum("⏰" in message.text for message in pavel.from_bot) == 1
    await olga.taps("Принял")
    await shop.office.passes(hours=2)
    sees(olga, "⏰ Принят и не введён 2 ч: Ромашка")
    await olga.taps("Введён №")
    await olga.says("1203")
    heard = [sum("⏰" in message.text for message in one.from_bot) for one in (anna, shop.boris, olga, pavel)]
    await shop.office.passes(hours=3)
    assert heard == [
        sum("⏰" in message.text for message in one.from_bot) for one in (anna, shop.boris, olga, pavel)
    ]


async def test_an_order_of_the_evening_begins_to_wait_in_the_morning(shop: Shop) -> None:
    await shop.office.waits_until("17:50")
    await shop.hands_over()
    olga = shop.desk[0]
    await shop.office.waits_until("23:00")
    await shop.office.waits_until("09:29", date(2026, 11, 24))
    olga.does_not_see("⏰", anywhere=True)
    await shop.office.waits_until("09:30")
    sees(olga, "⏰ Не принят 15 ч")


async def test_a_question_without_an_answer(shop: Shop) -> None:
    await shop.office.waits_until("10:00")
    anna = await shop.hands_over()
    olga = shop.desk[0]
    await olga.taps("Принял")
    await olga.taps("Вопрос")
    await olga.says("Какой склад?")
    await shop.office.passes(minutes=60)
    sees(anna, "⏰ Поддержка ждёт ответа 1 ч", "Какой склад?")
    await anna.taps("Ответить")
    await anna.says("Южный")
    await shop.office.passes(minutes=30)
    shop.boris.does_not_see("⏰", anywhere=True)


async def test_after_an_outage_only_what_is_still_true_is_said(shop: Shop) -> None:
    await shop.office.waits_until("10:00")
    await shop.hands_over()
    await shop.hands_over("сыр 5 кг")
    olga, pavel = shop.desk
    await olga.taps("Принял")
    shop.office.now = shop.office.now.replace(hour=20)
    await shop.office.passes(minutes=1)
    assert not any("⏰" in message.text for message in pavel.from_bot)
    await shop.office.waits_until("09:00", date(2026, 11, 24))
    told = [message.text for message in pavel.from_bot if "⏰" in message.text]
    assert len(told) == 1
    assert "заказ 1" in told[0]
