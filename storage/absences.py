"""Who is away now or on certain days, and whose place a person takes."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from domain.absences import Absence, AbsenceKind, AbsenceState
from domain.actors import Actor
from domain.orders import OrderStatus
from domain.reasons import ClientClass
from storage.absence_tables import absences
from storage.database import Transaction, one_of
from storage.employees import ACTOR, AT_WORK, make_actor
from storage.tables import anchors, clients, employees, orders

# A day begins somewhere so much earlier than at Greenwich.
ZONES_APART = timedelta(hours=15)

# An order that needs nobody's hand any more, or not yet.
OVER = (OrderStatus.DRAFT, OrderStatus.CLOSED, OrderStatus.REFUSED, OrderStatus.SHIPPED)

_ABSENCE = sa.select(
    absences.c.id,
    absences.c.employee_id,
    absences.c.deputy_id,
    absences.c.kind,
    absences.c.first_day,
    absences.c.last_day,
    absences.c.starts_at,
    absences.c.ends_at,
    absences.c.state,
)
_SET = absences.c.state == AbsenceState.SET.value
_OPEN = sa.or_(_SET, absences.c.state == AbsenceState.ASKED.value)
_NOW = sa.and_(_SET, absences.c.ends_at > sa.bindparam("now"), absences.c.starts_at <= sa.bindparam("now"))
BY_ID = _ABSENCE.where(absences.c.id == sa.bindparam("id_"))
ACTIVE = _ABSENCE.where(one_of(absences.c.employee_id, "employees"), _NOW).order_by(
    absences.c.employee_id, absences.c.id
)
STOOD_IN = _ABSENCE.where(absences.c.deputy_id == sa.bindparam("deputy"), _NOW).order_by(absences.c.id)
OF_DEPUTY = _ABSENCE.where(
    absences.c.deputy_id == sa.bindparam("deputy"), _SET, absences.c.ends_at > sa.bindparam("now")
).order_by(absences.c.starts_at, absences.c.id)
_TOUCHING = (
    one_of(absences.c.employee_id, "employees"),
    absences.c.ends_at > sa.bindparam("since"),
    absences.c.last_day >= sa.bindparam("start"),
    absences.c.first_day <= sa.bindparam("end"),
)
_BY_DAY = (absences.c.employee_id, absences.c.first_day, absences.c.id)
OF_DAYS = _ABSENCE.where(*_TOUCHING, _SET).order_by(*_BY_DAY)
OPEN = _ABSENCE.where(*_TOUCHING, _OPEN).order_by(*_BY_DAY)
ADD = (
    sa.insert(absences)
    .values({column.name: sa.bindparam(column.name) for column in absences.c if column.name != "id"})
    .returning(absences.c.id)
)
DECIDE = (
    sa.update(absences)
    .where(absences.c.id == sa.bindparam("id_"), absences.c.state == sa.bindparam("was"))
    .values(state=sa.bindparam("state_"), decided_by=sa.bindparam("by"), decided_at=sa.bindparam("at"))
)
SET_DEPUTY = (
    sa.update(absences).where(absences.c.id == sa.bindparam("id_")).values(deputy_id=sa.bindparam("deputy"))
)
END_ON = (
    sa.update(absences)
    .where(absences.c.id == sa.bindparam("id_"))
    .values(last_day=sa.bindparam("last"), ends_at=sa.bindparam("ends"))
)
OPEN_ORDERS = (
    sa.select(sa.func.count())
    .select_from(orders)
    .where(
        orders.c.employee_id == sa.bindparam("employee"),
        *(orders.c.status != status.value for status in OVER),
    )
)
KEYS = (
    sa.select(clients.c.id, clients.c.name)
    .where(
        clients.c.manager_id == sa.bindparam("employee"),
        clients.c.deleted_at.is_(None),
        clients.c.client_class == ClientClass.A.value,
    )
    .order_by(clients.c.overdue.desc(), clients.c.id)
    .limit(sa.bindparam("n"))
)
# The deputies of whoever is written to: a step from the chat to its employee, and one to the absences of those.
_deputy = employees.alias("deputy")
OF_CHATS = (
    sa.select(
        employees.c.telegram_id,
        employees.c.id,
        employees.c.name,
        _deputy.c.telegram_id,
        _deputy.c.language,
    )
    .select_from(
        employees.join(absences, absences.c.employee_id == employees.c.id).join(
            _deputy, _deputy.c.id == absences.c.deputy_id
        )
    )
    .where(
        one_of(employees.c.telegram_id, "chats"),
        _NOW,
        _deputy.c.dismissed_at.is_(None),
    )
)
ACTING = (
    ACTOR.add_columns(absences.c.employee_id)
    .select_from(employees.join(absences, absences.c.deputy_id == employees.c.id))
    .where(absences.c.employee_id == sa.bindparam("employee"), _NOW, AT_WORK)
    .order_by(absences.c.id)
    .limit(1)
)
PLACES = (
    sa.select(absences.c.employee_id)
    .select_from(employees.join(absences, absences.c.deputy_id == employees.c.id))
    .where(employees.c.telegram_id == sa.bindparam("chat"), _NOW)
    .order_by(absences.c.id)
)
TAKEN = (
    sa.select(absences.c.employee_id)
    .where(one_of(absences.c.deputy_id, "deputies"), _NOW)
    .order_by(absences.c.id)
)
HAS_ANCHOR = sa.select(anchors.c.message_id).where(
    anchors.c.anchor == sa.bindparam("anchor"), anchors.c.chat_id == sa.bindparam("chat")
)


@dataclass(frozen=True, slots=True)
class Readdressed:
    """What is for `chat` goes to `to`, who reads `language`."""

    chat: int
    employee_id: int
    name: str
    to: int
    language: str


def _absence(id_: int, employee: int, deputy: int | None, *rest: Any) -> Absence:
    kind, first, last, starts, ends, state = rest
    return Absence(id_, employee, deputy, AbsenceKind(kind), first, last, starts, ends, AbsenceState(state))


async def find(tx: Transaction, absence_id: int) -> Absence | None:
    return await tx.row(BY_ID, _absence, id_=absence_id)


async def active(tx: Transaction, employee_ids: Collection[int], now: datetime) -> list[Absence]:
    """Of those who are away at the moment `now`."""
    return await tx.rows(ACTIVE, _absence, employees=list(employee_ids), now=now) if employee_ids else []


async def stood_in(tx: Transaction, deputy_id: int, now: datetime) -> list[Absence]:
    """Whose place this person takes at the moment `now`."""
    return await tx.rows(STOOD_IN, _absence, deputy=deputy_id, now=now)


async def of_deputy(tx: Transaction, deputy_id: int, now: datetime) -> list[Absence]:
    """Whose place this person takes now or is going to take."""
    return await tx.rows(OF_DEPUTY, _absence, deputy=deputy_id, now=now)


async def of_days(tx: Transaction, employee_ids: Collection[int], start: date, end: date) -> list[Absence]:
    """Every absence of these people that touches the days `start` to `end`, by person and first day."""
    return await _touching(tx, OF_DAYS, employee_ids, start, end)


async def open_on(tx: Transaction, employee_ids: Collection[int], start: date, end: date) -> list[Absence]:
    """The same with those that the lead has not answered yet."""
    return await _touching(tx, OPEN, employee_ids, start, end)


async def _touching(
    tx: Transaction, statement: sa.Select[Any], employee_ids: Collection[int], start: date, end: date
) -> list[Absence]:
    if not employee_ids:
        return []
    since = datetime.combine(start, time.min, tzinfo=UTC) - ZONES_APART
    return await tx.rows(statement, _absence, employees=list(employee_ids), since=since, start=start, end=end)


async def add(tx: Transaction, **facts: Any) -> int:
    """Every column but the id."""
    found: int = await tx.value(ADD, **facts)
    return found


async def decide(tx: Transaction, found: Absence, state: AbsenceState, by: int, at: datetime) -> bool:
    """False where somebody was quicker."""
    return bool(await tx.run(DECIDE, id_=found.id, was=found.state.value, state_=state.value, by=by, at=at))


async def acting_for(tx: Transaction, employee_id: int, now: datetime) -> Actor | None:
    """Who stands in for this person at the moment `now`, as themselves."""
    return await tx.row(ACTING, lambda *row: make_actor(*row[:-1]), employee=employee_id, now=now)


async def readdressed(tx: Transaction, chats: Collection[int], now: datetime) -> list[Readdressed]:
    return await tx.rows(OF_CHATS, Readdressed, chats=list(chats), now=now)


async def has_anchor(tx: Transaction, anchor: str, chat: int) -> bool:
    return await tx.value(HAS_ANCHOR, anchor=anchor, chat=chat) is not None


async def count_open_orders(tx: Transaction, employee_id: int) -> int:
    """Handed over and not yet with the client."""
    return await tx.value(OPEN_ORDERS, employee=employee_id) or 0


async def key_clients(tx: Transaction, employee_id: int, limit: int) -> list[tuple[int, str]]:
    """Of class A, those who owe most first."""
    return await tx.rows(KEYS, lambda id_, name: (id_, name), employee=employee_id, n=limit)
