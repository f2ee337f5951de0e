"""An order's lines a page at a time, and its figures without the lines: a tap costs the same however long the order is."""

from collections.abc import Sequence

import sqlalchemy as sa

from domain.basket import Taken
from storage.database import Transaction, one_of
from storage.orders import HANDED, Line, Order
from storage.tables import clients, order_lines, orders, products

_own = order_lines.c.order_id == sa.bindparam("order_id_")
PAGE = (
    sa.select(order_lines)
    .where(_own)
    .order_by(order_lines.c.id)
    .limit(sa.bindparam("n"))
    .offset(sa.bindparam("start"))
)
LINE = sa.select(order_lines).where(_own, order_lines.c.product_id == sa.bindparam("product"))
PLACE = (
    sa.select(sa.func.count()).select_from(order_lines).where(_own, order_lines.c.id < sa.bindparam("line"))
)
OF_PRODUCTS = sa.select(order_lines).where(_own, one_of(order_lines.c.product_id, "products_"))
PRODUCTS_IN = sa.select(order_lines.c.product_id).where(_own)
# Thousandths as they are stored: sums need no decimals.
FIGURES = sa.select(
    sa.type_coerce(order_lines.c.quantity, sa.BigInteger),
    order_lines.c.price,
    sa.type_coerce(order_lines.c.discount, sa.BigInteger),
    order_lines.c.vat_rate,
).where(_own)
COUNT = sa.select(sa.func.count()).select_from(order_lines).where(_own)
FIRST_GONE = (
    sa.select(products.c.name)
    .select_from(order_lines.join(products, products.c.id == order_lines.c.product_id))
    .where(_own, products.c.deleted_at.is_not(None))
    .order_by(order_lines.c.id)
    .limit(1)
)
SET_COMMENT = (
    sa.update(order_lines)
    .where(_own, order_lines.c.product_id == sa.bindparam("product"))
    .values(comment=sa.bindparam("text"))
)
DRAFTS_OF_CLIENT = (
    sa.select(sa.func.count())
    .select_from(orders)
    .where(
        orders.c.client_id == sa.bindparam("client"),
        orders.c.status == "draft",
        orders.c.employee_id == sa.bindparam("employee"),
    )
)
_OWN_DRAFTS = (
    orders.c.employee_id == sa.bindparam("employee"),
    orders.c.status == "draft",
    clients.c.deleted_at.is_(None),
    one_of(clients.c.manager_id, "managers"),
)
_with_client = orders.join(clients, clients.c.id == orders.c.client_id)
OWN_DRAFTS = (
    sa.select(orders)
    .select_from(_with_client)
    .where(*_OWN_DRAFTS)
    .order_by(orders.c.id.desc())
    .limit(sa.bindparam("n"))
    .offset(sa.bindparam("start"))
)
COUNT_OWN = sa.select(sa.func.count()).select_from(_with_client).where(*_OWN_DRAFTS)
TAKEN = (
    sa.select(
        order_lines.c.order_id,
        order_lines.c.product_id,
        sa.literal(""),
        order_lines.c.quantity,
        order_lines.c.unit,
        orders.c.day,
    )
    .select_from(order_lines.join(orders, orders.c.id == order_lines.c.order_id))
    .where(one_of(order_lines.c.order_id, "orders_"), HANDED)
)


async def page_of(tx: Transaction, order_id: int, start: int, size: int) -> list[Line]:
    """In the order in which they were first added."""
    return await tx.rows(PAGE, Line, order_id_=order_id, start=start, n=size)


async def line_of(tx: Transaction, order_id: int, product_id: int) -> Line | None:
    return await tx.row(LINE, Line, order_id_=order_id, product=product_id)


async def place_of(tx: Transaction, line: Line) -> int:
    """How many lines stand before it."""
    return int(await tx.value(PLACE, order_id_=line.order_id, line=line.id))


async def lines_with(tx: Transaction, order_id: int, product_ids: Sequence[int]) -> dict[int, Line]:
    """The lines of these products, by product."""
    found = await tx.rows(OF_PRODUCTS, Line, order_id_=order_id, products_=list(product_ids))
    return {line.product_id: line for line in found}


async def products_in(tx: Transaction, order_id: int) -> set[int]:
    return set(await tx.values(PRODUCTS_IN, order_id_=order_id))


async def figures_of(tx: Transaction, order_id: int) -> list[tuple[int, int | None, int, int | None]]:
    """(quantity in thousandths, price in kopecks, discount in thousandths of a percent, rate of VAT) of every line."""
    return await tx.rows(FIGURES, lambda *figures: figures, order_id_=order_id)


async def count_lines(tx: Transaction, order_id: int) -> int:
    return int(await tx.value(COUNT, order_id_=order_id))


async def find_gone(tx: Transaction, order_id: int) -> str | None:
    """The name of the first goods that were taken off the price list."""
    name: str | None = await tx.value(FIRST_GONE, order_id_=order_id)
    return name


async def count_drafts(tx: Transaction, client_id: int, employee_id: int) -> int:
    return int(await tx.value(DRAFTS_OF_CLIENT, client=client_id, employee=employee_id))


async def own_drafts(
    tx: Transaction, employee_id: int, managers: list[int], start: int, size: int
) -> list[Order]:
    """Of clients of these managers, the newest first."""
    return await tx.rows(OWN_DRAFTS, Order, employee=employee_id, managers=managers, start=start, n=size)


async def count_own(tx: Transaction, employee_id: int, managers: list[int]) -> int:
    return int(await tx.value(COUNT_OWN, employee=employee_id, managers=managers))


async def taken_in(tx: Transaction, order_ids: list[int]) -> list[Taken]:
    """The lines of these orders, without names."""
    return await tx.rows(TAKEN, Taken, orders_=order_ids)
