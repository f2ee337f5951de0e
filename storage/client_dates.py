"""Since when a client is with us, kept by the turn that changes its orders."""

from datetime import date

import sqlalchemy as sa

from storage import clients as stored
from storage.database import Transaction
from storage.orders import HANDED
from storage.tables import clients, orders

_FIRST = sa.bindparam("first", type_=sa.Date)
# What was typed lies before the orders and stays; a first order that was the only one and is taken back leaves nothing.
_KEPT = sa.case(
    (sa.or_(clients.c.first_order_day.is_(None), clients.c.first_order_day > _FIRST), _FIRST),
    (
        sa.and_(
            clients.c.first_order_day == clients.c.last_order_day,
            sa.or_(_FIRST.is_(None), clients.c.first_order_day < _FIRST),
        ),
        _FIRST,
    ),
    else_=clients.c.first_order_day,
)
FIRST_ORDER = (
    sa.select(orders.c.day)
    .where(orders.c.client_id == sa.bindparam("client"), HANDED)
    .order_by(orders.c.day)
    .limit(1)
)
SET_FIRST = stored.patch("first_order_day")
SET_FOUNDED = stored.patch("founded_day", "founded_month", "founded_year")


def keep_rhythm(*facts: str) -> sa.Update:
    """A statement that sets these facts of client `id_`, and its first order day from `first`, the earliest known of its orders."""
    return stored.patch(*facts).values(first_order_day=_KEPT)


async def first_order(tx: Transaction, client_id: int) -> date | None:
    """The day of the first order that was handed over."""
    found: date | None = await tx.value(FIRST_ORDER, client=client_id)
    return found
