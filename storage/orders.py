"""Orders and their lines."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa

from storage.database import Transaction, one_of
from storage.tables import orders


@dataclass(frozen=True, slots=True)
class Order:
    """`total` in kopecks; `day` the manager's local day of handing over; `hold` says why it waits for the lead."""

    id: int
    client_id: int
    employee_id: int
    status: str
    delivery: date | None
    comment: str
    total: int
    hold: str
    entered_number: str | None
    accepted_by: int | None
    created_at: datetime
    handed_at: datetime | None
    day: date | None


@dataclass(frozen=True, slots=True)
class Line:
    """`price` in kopecks a unit, `discount` in percent."""

    id: int
    order_id: int
    product_id: int
    quantity: Decimal
    unit: str
    price: int
    discount: Decimal


GET = sa.select(orders).where(orders.c.id == sa.bindparam("id_"))
OPEN_DRAFT = (
    sa.select(orders)
    .where(
        orders.c.client_id == sa.bindparam("client"),
        orders.c.employee_id == sa.bindparam("employee"),
        orders.c.status == "draft",
    )
    .order_by(orders.c.id.desc())
    .limit(1)
)
LAST_OF_CLIENT = (
    sa.select(orders)
    .where(orders.c.client_id == sa.bindparam("client"), orders.c.day.is_not(None))
    .order_by(orders.c.day.desc(), orders.c.id.desc())
    .limit(sa.bindparam("n"))
)
ORDER_DAYS = (
    sa.select(orders.c.day)
    .where(one_of(orders.c.client_id, "clients"), orders.c.day.is_not(None))
    .distinct()
    .order_by(orders.c.day.desc())
    .limit(sa.bindparam("n"))
)
ADD = (
    sa.insert(orders)
    .values({name: sa.bindparam(name) for name in ("client_id", "employee_id", "created_at")})
    .returning(orders.c.id)
)


async def find(tx: Transaction, order_id: int) -> Order | None:
    return await tx.row(GET, Order, id_=order_id)


async def last_of(tx: Transaction, client_id: int, count: int = 3) -> list[Order]:
    return await tx.rows(LAST_OF_CLIENT, Order, client=client_id, n=count)


async def open_draft(tx: Transaction, client_id: int, employee_id: int) -> Order | None:
    return await tx.row(OPEN_DRAFT, Order, client=client_id, employee=employee_id)


async def add_draft(tx: Transaction, client_id: int, employee_id: int, at: datetime) -> int:
    found: int = await tx.value(ADD, client_id=client_id, employee_id=employee_id, created_at=at)
    return found
