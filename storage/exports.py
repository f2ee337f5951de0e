"""What goes out as a file: debts by client, and the record of who took them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from storage.database import Transaction
from storage.receivables import ALIVE, MOST_CLIENTS, OWING
from storage.tables import audit, clients

EXPORTED = "export"


@dataclass(frozen=True, slots=True)
class Owing:
    """A client of the table of debts, sums in kopecks."""

    id: int
    name: str
    tax_number: str | None
    payment_delay: int | None
    debt: int
    overdue: int
    overdue_since: date | None
    advance: int
    debt_as_of: date | None
    credit_limit: int | None
    promise_due: date | None
    promise_broken_day: date | None
    promises_kept: int
    promises_judged: int
    stopped: bool


@dataclass(frozen=True, slots=True)
class Exported:
    at: datetime
    facts: dict[str, Any]


OF_MANAGER = (
    sa.select(*(clients.c[name] for name in Owing.__slots__))
    .where(clients.c.manager_id == sa.bindparam("manager"), ALIVE, OWING)
    .order_by(clients.c.overdue.desc(), clients.c.debt.desc(), clients.c.id)
    .limit(sa.bindparam("n"))
)
ADD = sa.insert(audit).values({name: sa.bindparam(name) for name in ("at", "employee_id", "action", "facts")})
LAST = (
    sa.select(audit.c.at, audit.c.facts)
    .where(audit.c.employee_id == sa.bindparam("employee"), audit.c.action == EXPORTED)
    .order_by(audit.c.id.desc())
    .limit(1)
)


async def of_manager(tx: Transaction, manager: int) -> list[Owing]:
    """Whoever owes or has overpaid, the largest overdue first."""
    return await tx.rows(OF_MANAGER, Owing, manager=manager, n=MOST_CLIENTS)


async def note(tx: Transaction, employee: int, at: datetime, **facts: Any) -> None:
    await tx.run(ADD, at=at, employee_id=employee, action=EXPORTED, facts=facts)


async def last(tx: Transaction, employee: int) -> Exported | None:
    """The last file that the employee took."""
    return await tx.row(LAST, Exported, employee=employee)
