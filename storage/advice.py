"""Counts of goods taken together, the habits of a client, and what it does not take."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.advice import FEWEST_CLIENTS, GOODS_ASKED, KEPT_HABITS, PARTNERS, Habit, Pair
from storage.advice_tables import client_habits, client_pairs, declined_goods, goods_pairs, goods_takers
from storage.database import Transaction, one_of
from storage.orders import Order
from storage.tables import order_lines, orders

SEEN = sa.select(client_pairs.c.product_id, client_pairs.c.other_id).where(
    client_pairs.c.period == sa.bindparam("period_"),
    client_pairs.c.client_id == sa.bindparam("client"),
    one_of(client_pairs.c.product_id, "products_"),
)
NOTE_SEEN = sa.insert(client_pairs).values(
    {name: sa.bindparam(name) for name in ("period", "client_id", "product_id", "other_id")}
)
ADD_TAKER = (
    upsert(goods_takers)
    .values({"period": sa.bindparam("period"), "product_id": sa.bindparam("product_id"), "clients": 1})
    .on_conflict_do_update(
        index_elements=["period", "product_id"], set_={"clients": goods_takers.c.clients + 1}
    )
)
ADD_PAIR = (
    upsert(goods_pairs)
    .values(
        {name: sa.bindparam(name) for name in ("period", "product_id", "other_id")} | {"clients": 1},
    )
    .on_conflict_do_update(
        index_elements=["period", "product_id", "other_id"], set_={"clients": goods_pairs.c.clients + 1}
    )
)
TAKERS = sa.select(goods_takers.c.product_id, goods_takers.c.period, goods_takers.c.clients).where(
    one_of(goods_takers.c.period, "periods_"), one_of(goods_takers.c.product_id, "products_")
)


def _best(place: int) -> sa.Select[tuple[int, int, int, int]]:
    """The best partners of the goods in this place, with the takers of each partner."""
    best = (
        sa.select(
            goods_pairs.c.period, goods_pairs.c.product_id, goods_pairs.c.other_id, goods_pairs.c.clients
        )
        .where(
            goods_pairs.c.period == sa.bindparam(f"period{place}"),
            goods_pairs.c.product_id == sa.bindparam(f"product{place}"),
            goods_pairs.c.clients >= FEWEST_CLIENTS,
        )
        .order_by(goods_pairs.c.clients.desc())
        .limit(PARTNERS)
        .subquery()
    )
    takers = (
        sa.select(goods_takers.c.clients)
        .where(goods_takers.c.period == best.c.period, goods_takers.c.product_id == best.c.other_id)
        .scalar_subquery()
    )
    return sa.select(best.c.product_id, best.c.other_id, best.c.clients, takers)


PAIRS = sa.union_all(*(_best(place) for place in range(GOODS_ASKED)))
FIRST_LINES = (
    sa.select(order_lines.c.product_id)
    .where(order_lines.c.order_id == sa.bindparam("order_id_"))
    .order_by(order_lines.c.id.desc())
    .limit(sa.bindparam("n"))
)
HABITS = (
    sa.select(
        client_habits.c.product_id,
        client_habits.c.quantity,
        client_habits.c.orders,
        client_habits.c.of,
        client_habits.c.gap,
        client_habits.c.last_day,
    )
    .where(client_habits.c.client_id == sa.bindparam("client"))
    .limit(KEPT_HABITS)
)
FORGET_HABITS = sa.delete(client_habits).where(client_habits.c.client_id == sa.bindparam("client"))
ADD_HABIT = sa.insert(client_habits).values(
    {
        name: sa.bindparam(name)
        for name in ("client_id", "product_id", "quantity", "orders", "of", "gap", "last_day")
    }
)
PRESENT = sa.select(order_lines.c.product_id).where(
    order_lines.c.order_id == sa.bindparam("order_id_"), one_of(order_lines.c.product_id, "products_")
)
DECLINED = sa.select(declined_goods.c.product_id).where(
    declined_goods.c.client_id == sa.bindparam("client"),
    declined_goods.c.until > sa.bindparam("day"),
    one_of(declined_goods.c.product_id, "products_"),
)
_decline = upsert(declined_goods).values(
    {name: sa.bindparam(name) for name in ("client_id", "product_id", "until")}
)
DECLINE = _decline.on_conflict_do_update(
    index_elements=["client_id", "product_id"], set_={"until": _decline.excluded.until}
)
OLDEST = sa.select(sa.func.min(client_pairs.c.period)).select_from(client_pairs)
NEWEST_ORDER = sa.select(sa.func.max(orders.c.id)).select_from(orders)
ORDERS_BEFORE = (
    sa.select(orders)
    .where(orders.c.id < sa.bindparam("before"))
    .order_by(orders.c.id.desc())
    .limit(sa.bindparam("n"))
)
OLDEST_PAIRS = sa.select(sa.func.min(goods_pairs.c.period)).select_from(goods_pairs)
FORGET_SEEN = sa.delete(client_pairs).where(
    client_pairs.c.period == sa.bindparam("period_"),
    client_pairs.c.client_id
    == sa.select(sa.func.min(client_pairs.c.client_id))
    .where(client_pairs.c.period == sa.bindparam("period_"))
    .scalar_subquery(),
)
FORGET_PAIRS = sa.delete(goods_pairs).where(
    goods_pairs.c.period == sa.bindparam("period_"),
    goods_pairs.c.product_id
    == sa.select(sa.func.min(goods_pairs.c.product_id))
    .where(goods_pairs.c.period == sa.bindparam("period_"))
    .scalar_subquery(),
)


async def seen(tx: Transaction, period: int, client_id: int, products: Sequence[int]) -> set[tuple[int, int]]:
    """What was counted of this client in this period: pairs with the smaller id first, (id, id) for the goods themselves."""
    return set(
        await tx.rows(
            SEEN, lambda one, other: (one, other), period_=period, client=client_id, products_=list(products)
        )
    )


async def count(tx: Transaction, period: int, client_id: int, fresh: Iterable[tuple[int, int]]) -> None:
    """Notes what `seen` did not know, once for the client; in order of ids, so that two orders at once do not block each other."""
    rows = sorted(fresh)
    keys = [{"period": period, "product_id": one, "other_id": other} for one, other in rows]
    await tx.run_many(NOTE_SEEN, [{"client_id": client_id, **key} for key in keys])
    await tx.run_many(
        ADD_TAKER, [{"period": period, "product_id": one} for one, other in rows if one == other]
    )
    both = sorted({pair for one, other in rows if one != other for pair in ((one, other), (other, one))})
    await tx.run_many(
        ADD_PAIR, [{"period": period, "product_id": one, "other_id": other} for one, other in both]
    )


async def forget_old(tx: Transaction, before: int) -> None:
    """A portion of the periods before this one: one client's and one product's."""
    for oldest, forget in ((OLDEST, FORGET_SEEN), (OLDEST_PAIRS, FORGET_PAIRS)):
        period = await tx.value(oldest)
        if period is not None and period < before:
            await tx.run(forget, period_=period)


async def has_counted(tx: Transaction) -> bool:
    return await tx.value(OLDEST) is not None


async def newest_order(tx: Transaction) -> int | None:
    """Its id; None where there is none."""
    newest: int | None = await tx.value(NEWEST_ORDER)
    return newest


async def orders_before(tx: Transaction, before: int, most: int) -> list[Order]:
    """Of every status, the newest first."""
    return await tx.rows(ORDERS_BEFORE, Order, before=before, n=most)


async def last_products(tx: Transaction, order_id: int, most: int) -> list[int]:
    """Of the lines that were added last."""
    return await tx.values(FIRST_LINES, order_id_=order_id, n=most)


async def pairs_of(tx: Transaction, products: Sequence[int], period: int) -> list[Pair]:
    """Of each goods by the period that more clients speak for: this one or the one before."""
    asked = list(products)[:GOODS_ASKED]
    takers: dict[int, tuple[int, int]] = {}
    for product, at, clients in await tx.rows(
        TAKERS, lambda *row: row, periods_=[period - 1, period], products_=asked
    ):
        takers[product] = max(takers.get(product, (0, 0)), (clients, at))
    known = [(product, takers[product][1]) for product in asked if product in takers]
    if not known:
        return []
    known += [(0, 0)] * (GOODS_ASKED - len(known))
    given = {f"product{place}": product for place, (product, _) in enumerate(known)}
    given |= {f"period{place}": at for place, (_, at) in enumerate(known)}
    found = await tx.rows(PAIRS, lambda *row: row, **given)
    return [
        Pair(one, other, clients, takers[one][0], others or clients) for one, other, clients, others in found
    ]


async def habits_of(tx: Transaction, client_id: int) -> list[Habit]:
    return await tx.rows(HABITS, Habit, client=client_id)


async def write_habits(tx: Transaction, client_id: int, known: Iterable[Habit]) -> None:
    """In place of what was known."""
    await tx.run(FORGET_HABITS, client=client_id)
    await tx.run_many(
        ADD_HABIT,
        [
            {
                "client_id": client_id,
                "product_id": habit.product_id,
                "quantity": habit.quantity,
                "orders": habit.orders,
                "of": habit.of,
                "gap": habit.gap,
                "last_day": habit.last_day,
            }
            for habit in known
        ],
    )


async def present(tx: Transaction, order_id: int, products: Collection[int]) -> set[int]:
    """Which of these the order has."""
    return set(await tx.values(PRESENT, order_id_=order_id, products_=list(products)))


async def declined(tx: Transaction, client_id: int, products: Collection[int], day: date) -> set[int]:
    """Which of these the client is not to be offered on that day."""
    return set(await tx.values(DECLINED, client=client_id, products_=list(products), day=day))


async def decline(tx: Transaction, client_id: int, product_id: int, until: date) -> None:
    await tx.run(DECLINE, client_id=client_id, product_id=product_id, until=until)
