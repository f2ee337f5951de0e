"""Orders that go out in a file to the accounting system, and what went so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from storage.database import Transaction, one_of
from storage.employees import all_ids
from storage.order_file_tables import order_export_rows, order_exports
from storage.orders import Line, Order
from storage.tables import employees, order_lines, orders

MOST_ORDERS = 500


@dataclass(frozen=True, slots=True)
class Export:
    """`total` in kopecks; `day` None where those went that had not gone before."""

    id: int
    at: datetime
    day: date | None
    form: str
    orders: int
    total: int
    who: str


# What was withdrawn and handed over once more since is new: the accounting system has it as it was before.
_gone = (
    sa.exists()
    .select_from(order_export_rows.join(order_exports, order_exports.c.id == order_export_rows.c.export_id))
    .where(order_export_rows.c.order_id == orders.c.id, order_exports.c.at >= orders.c.handed_at)
)
FRESH = (
    sa.select(orders)
    .where(one_of(orders.c.status, "statuses"), ~_gone)
    .order_by(orders.c.handed_at, orders.c.id)
    .limit(sa.bindparam("n"))
)
FRESH_OF = (
    sa.select(orders)
    .where(one_of(orders.c.employee_id, "employees"), one_of(orders.c.status, "statuses"), ~_gone)
    .order_by(orders.c.handed_at, orders.c.id)
    .limit(sa.bindparam("n"))
)
OF_DAY = (
    sa.select(orders)
    .where(
        one_of(orders.c.employee_id, "employees"),
        orders.c.day == sa.bindparam("day_", type_=sa.Date()),
        one_of(orders.c.status, "statuses"),
    )
    .order_by(orders.c.id)
    .limit(sa.bindparam("n"))
)
GONE = sa.select(orders.c.id).where(one_of(orders.c.id, "orders"), _gone)
_EXPORT = [
    *(order_exports.c[name] for name in ("id", "at", "day", "form", "orders", "total")),
    employees.c.name,
]
_named = sa.select(*_EXPORT).select_from(order_exports.join(employees, employees.c.id == order_exports.c.employee_id))  # fmt: skip
LAST = (
    _named.where(order_exports.c.id > sa.bindparam("after"))
    .order_by(order_exports.c.id.desc())
    .limit(sa.bindparam("n"))
)
GET = _named.where(order_exports.c.id == sa.bindparam("id_"))
OF_EXPORT = (
    sa.select(orders)
    .join(order_export_rows, order_export_rows.c.order_id == orders.c.id)
    .where(order_export_rows.c.export_id == sa.bindparam("export"), one_of(orders.c.status, "statuses"))
    .order_by(orders.c.id)
)
AUTHORS = (
    sa.select(order_export_rows.c.export_id, orders.c.employee_id)
    .join(orders, orders.c.id == order_export_rows.c.order_id)
    .where(one_of(order_export_rows.c.export_id, "exports"))
    .distinct()
)
LINES_OF = (
    sa.select(order_lines)
    .where(one_of(order_lines.c.order_id, "orders"))
    .order_by(order_lines.c.order_id, order_lines.c.id)
)
NUMBERED = sa.select(orders).where(one_of(orders.c.id, "ids")).order_by(orders.c.id).with_for_update()
ADD = (
    sa.insert(order_exports)
    .values({name: sa.bindparam(name) for name in ("employee_id", "at", "day", "form", "orders", "total")})
    .returning(order_exports.c.id)
)
ADD_ROW = sa.insert(order_export_rows).values(
    export_id=sa.bindparam("export"), order_id=sa.bindparam("order_")
)


async def fresh(tx: Transaction, statuses: Sequence[str], people: list[int] | None = None) -> list[Order]:
    """Those in these statuses that never went as they are, the longest waiting first, `MOST_ORDERS` at most.

    `people`: of these only; None: of everybody.
    """
    if people is None:
        return await tx.rows(FRESH, Order, statuses=list(statuses), n=MOST_ORDERS)
    return await tx.rows(FRESH_OF, Order, employees=people, statuses=list(statuses), n=MOST_ORDERS)


async def of_day(
    tx: Transaction, day: date, statuses: Sequence[str], people: list[int] | None = None
) -> list[Order]:
    """Those handed over on that day, `MOST_ORDERS` at most; of `people` as above."""
    ids = await all_ids(tx) if people is None else people
    return await tx.rows(OF_DAY, Order, employees=ids, day_=day, statuses=list(statuses), n=MOST_ORDERS)


async def authors(tx: Transaction, export_ids: Sequence[int]) -> dict[int, set[int]]:
    """By export, whose orders went in it."""
    found: dict[int, set[int]] = {}
    for export, employee in await tx.rows(AUTHORS, lambda *row: row, exports=list(export_ids)):
        found.setdefault(export, set()).add(employee)
    return found


async def gone(tx: Transaction, order_ids: Sequence[int]) -> set[int]:
    """Those that went in some file since they were handed over."""
    return set(await tx.values(GONE, orders=list(order_ids)))


async def last(tx: Transaction, count: int) -> list[Export]:
    return await tx.rows(LAST, Export, after=0, n=count)


async def find(tx: Transaction, export_id: int) -> Export | None:
    return await tx.row(GET, Export, id_=export_id)


async def of_export(tx: Transaction, export_id: int, statuses: Sequence[str]) -> list[Order]:
    """As they now are, those in these statuses."""
    return await tx.rows(OF_EXPORT, Order, export=export_id, statuses=list(statuses))


async def lines_of(tx: Transaction, order_ids: Sequence[int]) -> dict[int, list[Line]]:
    """By order, each in the order in which they were first added."""
    found: dict[int, list[Line]] = {}
    for line in await tx.rows(LINES_OF, Line, orders=list(order_ids)) if order_ids else []:
        found.setdefault(line.order_id, []).append(line)
    return found


async def numbered(tx: Transaction, order_ids: Sequence[int]) -> dict[int, Order]:
    """Held from other turns."""
    return (
        {order.id: order for order in await tx.rows(NUMBERED, Order, ids=list(order_ids))}
        if order_ids
        else {}
    )


async def add(
    tx: Transaction,
    found: Sequence[Order],
    *,
    employee_id: int,
    at: datetime,
    day: date | None,
    form: str,
) -> int:
    export: int = await tx.value(
        ADD,
        employee_id=employee_id,
        at=at,
        day=day,
        form=form,
        orders=len(found),
        total=sum(order.total for order in found),
    )
    await tx.run_many(ADD_ROW, ({"export": export, "order_": order.id} for order in found))
    return export
