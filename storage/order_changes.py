"""What was changed in an order after it was handed over, and the state before the last step of sales support."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.database import Transaction
from storage.order_change_tables import order_changes, order_undos
from storage.tables import employees, order_events, order_lines, products


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one line. A quantity that is None: there was, or is, no such line; `by_desk`: not the manager did it."""

    id: int
    product_id: int
    instead_of: int | None
    by_desk: bool
    unit: str
    quantity_before: Decimal | None
    quantity_after: Decimal | None
    price_before: int | None
    price_after: int | None
    why: str
    at: datetime
    employee: str
    product: str
    discount_before: Decimal | None
    discount_after: Decimal | None


@dataclass(frozen=True, slots=True)
class Undo:
    """`kept` is the order as it was before the step `event_id`, `status` what that step made of it."""

    order_id: int
    employee_id: int
    event_id: int
    at: datetime
    status: str
    kept: dict[str, Any]


_GIVEN = [column for column in order_changes.c if column.name not in {"id", "settled_at", "settled_by"}]
ADD = sa.insert(order_changes).values({column.name: sa.bindparam(column.name) for column in _GIVEN})
UNSEEN = (
    sa.select(
        *(
            order_changes.c[name]
            for name in list(Change.__dataclass_fields__)[:11]
            if name in order_changes.c
        ),
        employees.c.name.label("employee"),
        products.c.name.label("product"),
        order_changes.c.discount_before,
        order_changes.c.discount_after,
    )
    .join(employees, employees.c.id == order_changes.c.employee_id)
    .join(products, products.c.id == order_changes.c.product_id)
    .where(order_changes.c.order_id == sa.bindparam("order_id_"), order_changes.c.settled_at.is_(None))
    .order_by(order_changes.c.id)
)
SETTLE = (
    sa.update(order_changes)
    .where(
        order_changes.c.order_id == sa.bindparam("order_id_"),
        order_changes.c.by_desk == sa.bindparam("by_desk_"),
        order_changes.c.settled_at.is_(None),
    )
    .values(settled_at=sa.bindparam("at"), settled_by=sa.bindparam("employee"))
)
LAST_EVENT = sa.select(sa.func.max(order_events.c.id)).where(
    order_events.c.order_id == sa.bindparam("order_id_")
)
_keep = upsert(order_undos).values({column.name: sa.bindparam(column.name) for column in order_undos.c})
KEEP = _keep.on_conflict_do_update(
    index_elements=["order_id"],
    set_={column.name: _keep.excluded[column.name] for column in order_undos.c if column.name != "order_id"},
)
KEPT = sa.select(*order_undos.c).where(order_undos.c.order_id == sa.bindparam("order_id_"))
FORGET = sa.delete(order_undos).where(order_undos.c.order_id == sa.bindparam("order_id_"))
# Nothing else of the line changes: its discount and VAT are those on which it was handed over.
SET_LINE = (
    sa.update(order_lines)
    .where(
        order_lines.c.order_id == sa.bindparam("order_id_"),
        order_lines.c.product_id == sa.bindparam("product"),
    )
    .values(quantity=sa.bindparam("quantity_"), price=sa.bindparam("price_"))
)
SET_SHORT = (
    sa.update(order_lines)
    .where(
        order_lines.c.order_id == sa.bindparam("order_id_"),
        order_lines.c.product_id == sa.bindparam("product"),
    )
    .values(short=sa.bindparam("short_"))
)
CLEAR_SHORT = (
    sa.update(order_lines)
    .where(order_lines.c.order_id == sa.bindparam("order_id_"), order_lines.c.short.is_not(None))
    .values(short=None)
)
SET_SHIPPED = (
    sa.update(order_lines)
    .where(
        order_lines.c.order_id == sa.bindparam("order_id_"),
        order_lines.c.product_id == sa.bindparam("product"),
    )
    .values(shipped=sa.bindparam("shipped_"))
)
SHIP_WHOLE = (
    sa.update(order_lines)
    .where(order_lines.c.order_id == sa.bindparam("order_id_"))
    .values(shipped=order_lines.c.quantity)
)


async def add(tx: Transaction, **given: Any) -> None:
    """Discounts are named where they changed."""
    await tx.run(ADD, **({"discount_before": None, "discount_after": None} | given))


async def set_line(
    tx: Transaction, order_id: int, product_id: int, *, quantity: Decimal, price: int | None
) -> None:
    await tx.run(SET_LINE, order_id_=order_id, product=product_id, quantity_=quantity, price_=price)


async def unseen(tx: Transaction, order_id: int) -> list[Change]:
    """Those that the other side has not said it has seen, oldest first."""
    return await tx.rows(UNSEEN, Change, order_id_=order_id)


async def settle(tx: Transaction, order_id: int, employee_id: int, at: datetime, *, by_desk: bool) -> int:
    """How many were seen just now."""
    return await tx.run(SETTLE, order_id_=order_id, by_desk_=by_desk, at=at, employee=employee_id)


async def last_event(tx: Transaction, order_id: int) -> int:
    return int(await tx.value(LAST_EVENT, order_id_=order_id) or 0)


async def keep(tx: Transaction, undo: Undo) -> None:
    """In place of what was kept before: only the last step can be undone."""
    await tx.run(KEEP, **{name: getattr(undo, name) for name in Undo.__dataclass_fields__})


async def find_undo(tx: Transaction, order_id: int) -> Undo | None:
    return await tx.row(KEPT, Undo, order_id_=order_id)
