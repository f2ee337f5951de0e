"""Orders: drafts, what was handed over, and what sales support made of it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage import clients
from storage.clients import Client
from storage.database import Transaction, one_of
from storage.stop_tables import order_terms
from storage.tables import clients as clients_table
from storage.tables import order_lines, orders


@dataclass(frozen=True, slots=True)
class Order:
    """`total` in kopecks; `day` the manager's local day of handing over; `hold` the codes of why the lead was asked.

    `doubts` are typed lines that wait for an answer (`usecases.order_views.Doubt`). The delivery window is in minutes of the
    day, `seller` names one of our own legal entities, `buyer_id` one of the client's (None: its own row); `shipped_total`
    in kopecks is what left the warehouse.
    """

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
    doubts: list[dict[str, Any]] | None
    window_from: int | None
    window_to: int | None
    address: str
    buyer_id: int | None
    seller: str | None
    contract_id: int | None
    shipped_at: datetime | None
    shipped_total: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """`price` in kopecks for one unit, None where none is known; `discount` and `vat_rate` in percent.

    `by_rule`: the discount is what the rules give, nobody typed it. `short` says that sales support could not find the whole,
    `shipped` what left.
    """

    id: int
    order_id: int
    product_id: int
    quantity: Decimal
    unit: str
    price: int | None
    discount: Decimal
    comment: str
    by_rule: bool
    vat_rate: int | None
    short: str | None
    shipped: Decimal | None


# A refused order was given back: it is none of those that the client has taken.
HANDED = sa.and_(orders.c.day.is_not(None), orders.c.status != "refused")
GET = sa.select(orders).where(orders.c.id == sa.bindparam("id_"))
LOCK = GET.with_for_update()
_OPEN_DRAFTS = (
    sa.select(orders)
    .where(orders.c.employee_id == sa.bindparam("employee"), orders.c.status == "draft")
    .order_by(orders.c.id.desc())
)
DRAFTS_OF = _OPEN_DRAFTS.limit(sa.bindparam("n"))
OPEN_DRAFT = _OPEN_DRAFTS.where(orders.c.client_id == sa.bindparam("client")).limit(1)
LAST_OF_CLIENT = (
    sa.select(orders)
    .where(orders.c.client_id == sa.bindparam("client"), HANDED)
    .order_by(orders.c.day.desc(), orders.c.id.desc())
    .limit(sa.bindparam("n"))
)
ORDER_DAYS = (
    sa.select(orders.c.day)
    .where(one_of(orders.c.client_id, "clients"), HANDED)
    .distinct()
    .order_by(orders.c.day.desc())
    .limit(sa.bindparam("n"))
)
RECENT_CLIENTS = (
    sa.select(orders.c.client_id)
    .where(orders.c.employee_id == sa.bindparam("employee"), HANDED)
    .order_by(orders.c.day.desc(), orders.c.id.desc())
    .limit(sa.bindparam("n"))
)
OF_MANAGERS = (
    sa.select(orders)
    .where(
        one_of(orders.c.employee_id, "employees"),
        orders.c.day >= sa.bindparam("since"),
    )
    .order_by(orders.c.day.desc(), orders.c.id.desc())
    .limit(sa.bindparam("n"))
)
HELD_OF = (
    sa.select(orders)
    .where(one_of(orders.c.employee_id, "employees"), orders.c.status == "on_approval")
    .order_by(orders.c.id)
    .limit(sa.bindparam("n"))
)
QUEUE = (
    sa.select(orders)
    .where(orders.c.status == sa.bindparam("status"))
    .order_by(orders.c.handed_at, orders.c.id)
    .limit(sa.bindparam("n"))
)
PENDING = sa.select(sa.func.coalesce(sa.func.sum(orders.c.total), 0)).where(
    orders.c.client_id == sa.bindparam("client"),
    one_of(orders.c.status, "statuses"),
    orders.c.day > sa.bindparam("after"),
    ~sa.exists().where(order_terms.c.order_id == orders.c.id),
)
CLIENT = sa.select(*clients.COLUMNS).where(clients_table.c.id == sa.bindparam("id_"))
ADD = (
    sa.insert(orders)
    .values({name: sa.bindparam(name) for name in ("client_id", "employee_id", "created_at")})
    .returning(orders.c.id)
)

LINES = (
    sa.select(order_lines)
    .where(order_lines.c.order_id == sa.bindparam("order_id_"))
    .order_by(order_lines.c.id)
)
PRODUCTS_OF = sa.select(order_lines.c.product_id).where(one_of(order_lines.c.order_id, "orders"))
PUT = ("quantity", "unit", "price", "discount", "by_rule", "vat_rate")
_put = upsert(order_lines).values({name: sa.bindparam(name) for name in ("order_id", "product_id", *PUT)})
PUT_LINE = _put.on_conflict_do_update(
    index_elements=["order_id", "product_id"],
    set_={name: _put.excluded[name] for name in PUT},
)
DROP_LINE = sa.delete(order_lines).where(
    order_lines.c.order_id == sa.bindparam("order_id_"), order_lines.c.product_id == sa.bindparam("product")
)
DROP_LINES = sa.delete(order_lines).where(order_lines.c.order_id == sa.bindparam("order_id_"))


async def find(tx: Transaction, order_id: int) -> Order | None:
    return await tx.row(GET, Order, id_=order_id)


async def find_locked(tx: Transaction, order_id: int) -> Order | None:
    """Held from other turns until this one ends."""
    return await tx.row(LOCK, Order, id_=order_id)


async def find_client(tx: Transaction, client_id: int) -> Client | None:
    """Whoever answers for the client now, and a deleted one too: an order keeps its client."""
    return await tx.row(CLIENT, Client, id_=client_id)


async def lines_of(tx: Transaction, order_id: int) -> list[Line]:
    """In the order in which they were first added."""
    return await tx.rows(LINES, Line, order_id_=order_id)


async def put_line(
    tx: Transaction,
    order_id: int,
    product_id: int,
    *,
    quantity: Decimal,
    unit: str,
    price: int | None,
    discount: Decimal,
    by_rule: bool = False,
    vat_rate: int | None = None,
) -> None:
    """Adds the line, or puts it in place of the one with the same product."""
    await tx.run(
        PUT_LINE,
        order_id=order_id,
        product_id=product_id,
        quantity=quantity,
        unit=unit,
        price=price,
        discount=discount,
        by_rule=by_rule,
        vat_rate=vat_rate,
    )


async def last_of(tx: Transaction, client_id: int, count: int = 3) -> list[Order]:
    """Those handed over, the newest first."""
    return await tx.rows(LAST_OF_CLIENT, Order, client=client_id, n=count)


async def order_days(tx: Transaction, client_id: int, count: int) -> list[date]:
    """The last `count` days on which the client ordered, ascending."""
    return sorted(await tx.values(ORDER_DAYS, clients=[client_id], n=count))


async def products_of(tx: Transaction, order_ids: list[int]) -> list[int]:
    """The products of these orders, as often as they were ordered."""
    return await tx.values(PRODUCTS_OF, orders=order_ids)


async def open_draft(tx: Transaction, client_id: int, employee_id: int) -> Order | None:
    return await tx.row(OPEN_DRAFT, Order, client=client_id, employee=employee_id)


async def drafts_of(tx: Transaction, employee_id: int, count: int) -> list[Order]:
    return await tx.rows(DRAFTS_OF, Order, employee=employee_id, n=count)


async def recent_clients(tx: Transaction, employee_id: int, look_at: int = 60) -> list[int]:
    """Clients of the last `look_at` orders handed over, each once, the newest first."""
    found = await tx.values(RECENT_CLIENTS, employee=employee_id, n=look_at)
    return list(dict.fromkeys(found))


async def of_managers(tx: Transaction, employee_ids: list[int], since: date, count: int) -> list[Order]:
    """Handed over since that day, the newest first."""
    return await tx.rows(OF_MANAGERS, Order, employees=employee_ids, since=since, n=count)


async def held_of(tx: Transaction, employee_ids: list[int], count: int) -> list[Order]:
    """Those that wait for the lead, the longest waiting first."""
    return await tx.rows(HELD_OF, Order, employees=employee_ids, n=count)


async def queue(tx: Transaction, status: str, count: int) -> list[Order]:
    """The longest waiting first."""
    return await tx.rows(QUEUE, Order, status=status, n=count)


async def pending_sum(tx: Transaction, client_id: int, statuses: list[str], after: date) -> int:
    """Kopecks of the client's orders on credit handed over after the day of the debts that we know."""
    return int(await tx.value(PENDING, client=client_id, statuses=statuses, after=after))


async def add_draft(tx: Transaction, client_id: int, employee_id: int, at: datetime) -> int:
    found: int = await tx.value(ADD, client_id=client_id, employee_id=employee_id, created_at=at)
    return found


def patch(*columns: str) -> sa.Update:
    """A statement that sets these columns of order `id_`; make it a module constant where it is used."""
    return (
        sa.update(orders)
        .where(orders.c.id == sa.bindparam("id_"))
        .values({name: sa.bindparam(name) for name in columns})
    )


DELETE = sa.delete(orders).where(orders.c.id == sa.bindparam("id_"))


async def delete(tx: Transaction, order_id: int) -> None:
    """A draft that never left the manager, with its lines."""
    await tx.run(DROP_LINES, order_id_=order_id)
    await tx.run(DELETE, id_=order_id)
