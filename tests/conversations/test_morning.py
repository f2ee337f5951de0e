"""A morning on one thumb: thirty cards, and what they cost in taps."""

from datetime import date, time, timedelta

from domain.orders import OrderStatus
from sandbox.phone import Phone
from storage import clients, counters, orders
from tests.conversations.shop import Shop
from tests.conversations.test_calls import add_client
from tests.office import Office

MOST_TAPS = 62
MISSED = ["Не ответил"] * 8 + ["Занято"] * 2 + ["Недоступен"] * 2
CALL_BACKS = [("Перезвонить", "завтра 10:00")] * 6 + [("Перезвонить", "завтра 15:00")] * 4
ORDERED = ("Заказ", "масло 82,5 20 кор", "Передать", "Следующий звонок")
OTHERS = [("Поговорили",), ("Предложил",), ("Отправить КП",), ("Отказ", "Цена")]
TYPED = {"масло 82,5 20 кор"}


class Thumb:
    """Counts what it taps; what is typed costs no tap."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.taps = 0

    async def does(self, *steps: str) -> None:
        for step in steps:
            if step in TYPED:
                await self.phone.says(step)
            else:
                self.taps += 1
                await self.phone.taps(step)


def morning() -> list[tuple[str, ...]]:
    """Thirty cards in a mixed order, the same on every run."""
    cards = [*((outcome,) for outcome in MISSED), *CALL_BACKS, *[ORDERED] * 4, *OTHERS]
    return [cards[place * 7 % len(cards)] for place in range(len(cards))]


async def test_thirty_cards_in_a_morning(office: Office) -> None:
    shop = await Shop(office).open(supports=1)
    anna, support = shop.anna, shop.desk[0]
    manager = await office.actor(anna)
    for number in range(24):
        await add_client(office, manager, f"Клиент {number:02}", price_column="опт")
    for number in range(10):
        await add_client(office, manager, f"Лид {number:02}", kind="lead", price_column="опт")
    await office.waits_until("09:00")
    thumb = Thumb(anna)

    await thumb.does("Начать обзвон")
    for done, steps in enumerate(morning()):
        anna.sees(f"{done}/30")
        await thumb.does(*steps)
        if steps == ORDERED:
            anna.sees("Заказ · ★")
        await office.passes(minutes=2)

    assert thumb.taps <= MOST_TAPS
    assert thumb.taps == 1 + 12 + 10 * 2 + 4 * 3 + 5
    anna.sees("30/30 · дозвон 18", "предложил 1/20")
    await check_the_books(office, anna, support)


async def check_the_books(office: Office, anna: Phone, support: Phone) -> None:
    manager = await office.actor(anna)
    tomorrow = date(2026, 11, 24)
    async with office.work() as work:
        counted = await counters.of_day(work.tx, manager.id, office.today)
        waiting = await orders.queue(work.tx, OrderStatus.HANDED_OVER, 10)
        found = [
            await clients.find(work.tx, one.id, [manager.id])
            for one in await clients.page(work.tx, [manager.id], 0, 50)
        ]
    assert (counted.calls, counted.reached, counted.phone_offers, counted.orders) == (30, 18, 1, 4)
    assert len(waiting) == 4
    assert sum("Масло сливочное 82,5%" in message.text for message in support.messages) == 4
    asked = [one for one in found if one is not None and one.next_reason == "call_back"]
    assert len(asked) == 10
    assert {manager.local(one.next_at) for one in asked if one.next_at} == {
        manager.local(office.now).replace(hour=hour, minute=0, second=0, microsecond=0) + timedelta(days=1)
        for hour in (10, 15)
    }
    assert all(one.next_day == tomorrow for one in asked)
    assert time(9) < manager.local(office.now).time() < time(11)
