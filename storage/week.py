"""What a manager has agreed on for the days ahead."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from domain.promises import PromiseState
from storage.database import Transaction
from storage.debt_tables import promises
from storage.tables import clients
from storage.visit_tables import visits

MOST = 200


@dataclass(frozen=True, slots=True)
class Contact:
    """A next contact that is no visit; `at` in UTC where the hour matters."""

    client_id: int
    name: str
    day: date
    at: datetime | None
    reason: str | None
    address: str


@dataclass(frozen=True, slots=True)
class Visit:
    id: int
    client_id: int
    name: str
    day: date
    at: datetime | None
    place: str
    done_at: datetime | None
    kind: str
    address: str


@dataclass(frozen=True, slots=True)
class Due:
    """A promise to pay; kopecks, `amount` None where no debt was known."""

    client_id: int
    name: str
    day: date
    amount: int | None


CONTACTS = (
    sa.select(
        clients.c.id,
        clients.c.name,
        clients.c.next_day,
        clients.c.next_at,
        clients.c.next_reason,
        clients.c.address,
    )
    .where(
        clients.c.manager_id == sa.bindparam("manager"),
        clients.c.deleted_at.is_(None),
        clients.c.next_day >= sa.bindparam("start"),
        clients.c.next_day <= sa.bindparam("end"),
        clients.c.next_kind == "call",
    )
    .order_by(clients.c.next_day, clients.c.next_at.is_(None), clients.c.next_at, clients.c.id)
    .limit(MOST)
)
VISITS = (
    sa.select(
        visits.c.id,
        visits.c.client_id,
        clients.c.name,
        visits.c.day,
        visits.c.at,
        visits.c.place,
        visits.c.done_at,
        visits.c.kind,
        clients.c.address,
    )
    .join(clients, clients.c.id == visits.c.client_id)
    .where(
        visits.c.employee_id == sa.bindparam("employee"),
        visits.c.day >= sa.bindparam("start"),
        visits.c.day <= sa.bindparam("end"),
        visits.c.cancelled_at.is_(None),
        clients.c.deleted_at.is_(None),
    )
    .order_by(visits.c.day, visits.c.at.is_(None), visits.c.at, visits.c.id)
    .limit(MOST)
)
DUE = (
    sa.select(promises.c.client_id, clients.c.name, promises.c.due, promises.c.amount)
    .join(clients, clients.c.id == promises.c.client_id)
    .where(
        promises.c.employee_id == sa.bindparam("employee"),
        promises.c.state == PromiseState.OPEN.value,
        promises.c.due >= sa.bindparam("start"),
        promises.c.due <= sa.bindparam("end"),
        clients.c.manager_id == sa.bindparam("employee"),
        clients.c.deleted_at.is_(None),
    )
    .order_by(promises.c.due, promises.c.id)
    .limit(MOST)
)


async def contacts(tx: Transaction, manager: int, start: date, end: date) -> list[Contact]:
    return await tx.rows(CONTACTS, Contact, manager=manager, start=start, end=end)


async def visits_of(tx: Transaction, employee: int, start: date, end: date) -> list[Visit]:
    return await tx.rows(VISITS, Visit, employee=employee, start=start, end=end)


async def due_promises(tx: Transaction, employee: int, start: date, end: date) -> list[Due]:
    return await tx.rows(DUE, Due, employee=employee, start=start, end=end)
