"""What else to offer while an order is drafted: own rhythm, similar clients, «не берёт», promotions, stock."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa

from domain.advice import Habit
from storage import advice, order_pages, orders, reminders, tables
from storage.advice_tables import goods_pairs, goods_takers
from tests.conversations.shop import Shop, sees
from tests.office import Office
from usecases.advice_counting import PORTION, count_past, plan_past
from usecases.work import Work

BOTH = "масло 82,5 20 кор, молоко 3,2 12"
SET_STOCK = (
    sa.update(tables.products)
    .where(tables.products.c.id == sa.bindparam("id_"))
    .values(stock=sa.bindparam("amount"), arrives_on=sa.bindparam("day"))
)
PAIRS = sa.select(goods_pairs.c.product_id, goods_pairs.c.other_id, goods_pairs.c.clients)
TAKERS = sa.select(goods_takers.c.product_id, goods_takers.c.clients)
HANDED = (
    sa.insert(tables.orders)
    .values(
        {name: sa.bindparam(name) for name in ("client_id", "employee_id", "day", "created_at", "handed_at")}
    )
    .values(status="closed", total=0)
    .returning(tables.orders.c.id)
)
SET_LANGUAGE = sa.update(tables.employees).values(language=sa.bindparam("code"))


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await Shop(office).open(supports=1)


async def orders_of(shop: Shop, client: str, text: str = BOTH) -> None:
    """Handed over and learnt from."""
    await shop.anna.says("/order")
    await shop.anna.says(client)
    await shop.anna.taps(client)
    await shop.anna.says(text)
    await shop.anna.taps("Передать")
    await shop.office.passes(minutes=15)


async def similar(shop: Shop, count: int = 3) -> None:
    for number in range(count):
        await shop.add_client(f"Точка{number}")
        await orders_of(shop, f"Точка{number}")


async def begin(shop: Shop, text: str) -> None:
    await shop.anna.says("/order")
    await shop.anna.says("Ромашка")
    await shop.anna.taps("Ромашка")
    await shop.anna.says(text)


async def test_similar_clients_speak_for_goods(shop: Shop) -> None:
    await similar(shop)
    anna = shop.anna
    await begin(shop, "масло 82,5 20")
    sees(anna, "💡 Молоко 3,2% 1 л: берут 3 из 3 клиентов, кто берёт «Масло сливочное 82,5% 180 г»")
    await anna.taps("Что предложить (1)")
    sees(anna, "Что предложить: Ромашка", "1. Молоко 3,2% 1 л: берут 3 из 3 клиентов")
    await anna.taps("1: + 1")
    sees(anna, "2. Молоко 3,2% 1 л", "12 шт")
    anna.does_not_see("💡")


async def test_habits_are_learnt_from_orders(shop: Shop) -> None:
    await orders_of(shop, "Ромашка")
    async with shop.office.work() as work:
        found = {one.product_id: one for one in await advice.habits_of(work.tx, shop.client)}
    today = shop.office.today
    assert found[shop.goods["МЛ-32"]] == Habit(shop.goods["МЛ-32"], Decimal(12), 1, 1, None, today)
    assert found[shop.goods["МС-825"]].quantity == Decimal(400)


async def test_a_client_counts_once_however_often_it_orders(shop: Shop) -> None:
    await orders_of(shop, "Ромашка")
    await orders_of(shop, "Ромашка")
    butter, milk = shop.goods["МС-825"], shop.goods["МЛ-32"]
    async with shop.office.work() as work:
        pairs = await work.tx.rows(PAIRS, lambda *row: row)
        takers = await work.tx.rows(TAKERS, lambda *row: row)
    assert sorted(pairs) == sorted([(butter, milk, 1), (milk, butter, 1)])
    assert sorted(takers) == sorted([(butter, 1), (milk, 1)])


async def test_what_the_client_does_not_take_is_not_offered_again(shop: Shop) -> None:
    await similar(shop)
    anna = shop.anna
    await begin(shop, "масло 82,5 20")
    await anna.taps("Что предложить")
    await anna.taps("1: не берёт")
    sees(anna, "Молоко 3,2% 1 л: месяц не предлагаем")
    await anna.says("гречка 5")
    anna.does_not_see("💡")
    shop.office.now += timedelta(days=31)
    await anna.says("/order")
    await anna.taps("Ромашка")
    sees(anna, "💡 Молоко 3,2% 1 л")


async def test_goods_past_their_own_rhythm(shop: Shop) -> None:
    milk, today = shop.goods["МЛ-32"], shop.office.today
    async with shop.office.work() as work:
        known = Habit(milk, Decimal(24), 6, 10, 10, today - timedelta(days=10))
        await advice.write_habits(work.tx, shop.client, [known])
    anna = shop.anna
    await begin(shop, "масло 82,5 20")
    sees(anna, "💡 Молоко 3,2% 1 л: брал в 6 заказах из 10, сейчас нет")
    shop.office.now += timedelta(days=11)
    await anna.says("гречка 5")
    sees(anna, "💡 Молоко 3,2% 1 л: 21 день не брал, обычно раз в 10 дней")
    await set_stock(shop, "МЛ-32", 0, date(2027, 1, 12))
    await anna.taps("Что предложить")
    sees(anna, "обычно раз в 10 дней (нет в наличии, ждём 12.01)")
    await anna.taps("1: + 2")
    manager = await shop.office.actor(anna)
    async with shop.office.work() as work:
        drafts = await orders.drafts_of(work.tx, manager.id, 1)
        line = await order_pages.line_of(work.tx, drafts[0].id, shop.goods["МЛ-32"])
    assert line is not None
    assert line.quantity == Decimal(24)


async def set_stock(shop: Shop, code: str, amount: int, day: date | None = None) -> None:
    async with shop.office.work() as work:
        await work.tx.run(SET_STOCK, id_=shop.goods[code], amount=Decimal(amount), day=day)


async def test_new_goods_that_are_not_there_are_not_offered(shop: Shop) -> None:
    await similar(shop)
    await set_stock(shop, "МЛ-32", 0)
    await begin(shop, "масло 82,5 20")
    shop.anna.does_not_see("💡")


async def test_two_clients_are_no_reason(shop: Shop) -> None:
    await similar(shop, 2)
    await begin(shop, "масло 82,5 20")
    shop.anna.does_not_see("💡")


async def test_in_english(shop: Shop) -> None:
    await similar(shop)
    async with shop.office.work() as work:
        await work.tx.run(SET_LANGUAGE, code="en")
    anna = shop.anna
    await begin(shop, "масло 82,5 20")
    sees(anna, "💡 Молоко 3,2% 1 л: 3 clients take it of 3 who take “Масло сливочное 82,5% 180 г”")
    await anna.taps("What to offer (1)")
    await anna.taps("1: not taken")
    sees(anna, "Молоко 3,2% 1 л: not offered for a month")


async def test_old_periods_are_forgotten_in_portions(shop: Shop) -> None:
    client, butter, milk = shop.client, shop.goods["МС-825"], shop.goods["МЛ-32"]
    async with shop.office.work() as work:
        for period in (1, 2, 3):
            await advice.count(work.tx, period, client, [(butter, butter), (butter, milk)])
        await advice.forget_old(work.tx, 2)
        assert not await advice.seen(work.tx, 1, client, [butter])
        assert await advice.seen(work.tx, 2, client, [butter]) == {(butter, butter), (butter, milk)}


async def test_orders_from_before_are_learnt_from_in_portions(shop: Shop) -> None:
    """A kill between two portions loses none; one done twice counts nothing twice."""
    office, butter, milk = shop.office, shop.goods["МС-825"], shop.goods["МЛ-32"]
    clients = [await shop.add_client(f"Точка{number}") for number in range(2 * PORTION + 1)]
    manager = await office.actor(shop.anna)
    async with office.work() as work:
        days = [office.today - timedelta(days=number) for number in range(len(clients))]
        for client, day in zip(
            [*clients, clients[0]], [*days, office.today - timedelta(days=700)], strict=True
        ):
            await hand_over(work, client, manager.id, day, [butter, milk])
        assert await plan_past(work)
    await office.passes(seconds=1)
    assert await takers(shop) == {butter: PORTION - 1, milk: PORTION - 1}  # one is too old to count
    async with office.work() as work:
        assert not await plan_past(work)
        newest = await advice.newest_order(work.tx)
        assert newest is not None
        await count_past(work, newest + 1)
    for _ in range(3):
        await office.passes(seconds=11)
    assert await takers(shop) == {butter: len(clients), milk: len(clients)}
    async with office.work() as work:
        assert await reminders.find_due(work.tx, work.now + timedelta(minutes=1)) is None
        found = {one.product_id: one for one in await advice.habits_of(work.tx, clients[0])}
    assert found[milk].orders == 2
    await begin(shop, "масло 82,5 20")
    sees(shop.anna, f"💡 Молоко 3,2% 1 л: берёт {len(clients)} из {len(clients)} клиента")


async def test_nothing_to_learn_from(shop: Shop) -> None:
    async with shop.office.work() as work:
        assert not await plan_past(work)


async def takers(shop: Shop) -> dict[int, int]:
    """In both periods that the days may lie in."""
    async with shop.office.work() as work:
        found: Counter[int] = Counter()
        for product, count in await work.tx.rows(TAKERS, lambda *row: row):
            found[product] += count
    return dict(found)


async def hand_over(work: Work, client: int, manager: int, day: date, goods: list[int]) -> None:
    order = await work.tx.value(
        HANDED, client_id=client, employee_id=manager, day=day, created_at=work.now, handed_at=work.now
    )
    for product in goods:
        await orders.put_line(
            work.tx, order, product, quantity=Decimal(1), unit="шт", price=None, discount=Decimal(0)
        )
