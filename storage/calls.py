"""Calls made, the day's list, claims that came of them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.clients import COLUMNS as CLIENT_COLUMNS
from storage.clients import Client
from storage.database import DaysSince, Transaction, one_of
from storage.errand_tables import errands
from storage.shortage_tables import shortages
from storage.tables import call_list, calls, clients


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line of a manager's list of a day. `reasons` as `screens.call_list` prints them, the strongest first.

    `also` holds the other clients for whom the same number answers, best first; none of them has a line of its own that day.
    `since` is the day from which the line lies unworked.
    """

    id: int
    employee_id: int
    day: date
    position: int
    client_id: int
    person_id: int | None
    reasons: list[dict[str, Any]]
    pinned_at: datetime | None
    also: list[int] | None
    since: date | None
    state: str
    skip_reason: str | None


@dataclass(frozen=True, slots=True)
class LeftLine:
    """A line of a manager's last list before `day` that nobody worked; `listed` is that list's day."""

    client_id: int
    also: list[int] | None
    since: date | None
    listed: date


@dataclass(frozen=True, slots=True)
class LyingLine:
    """A line that waits today and has lain from `since` on."""

    employee_id: int
    client_id: int
    client: str
    since: date


@dataclass(frozen=True, slots=True)
class LastCall:
    id: int
    at: datetime
    outcome: str
    note: str


CALL_FIELDS = ("client_id", "person_id", "employee_id", "at", "day", "hour", "outcome", "reason", "note")
ADD_CALL = sa.insert(calls).values({name: sa.bindparam(name) for name in CALL_FIELDS}).returning(calls.c.id)
LAST_CALL = (
    sa.select(calls.c.id, calls.c.at, calls.c.outcome, calls.c.note)
    .where(calls.c.client_id == sa.bindparam("client"))
    .order_by(calls.c.at.desc(), calls.c.id.desc())
    .limit(1)
)

LIST = sa.select(call_list).where(
    call_list.c.employee_id == sa.bindparam("employee"), call_list.c.day == sa.bindparam("day")
)
WHOLE_LIST = LIST.order_by(call_list.c.position)
NEXT_WAITING = (
    LIST.join(clients, clients.c.id == call_list.c.client_id)
    .where(
        clients.c.deleted_at.is_(None),
        clients.c.excluded.is_(False),
        call_list.c.state == "waiting",
        sa.or_(call_list.c.pinned_at.is_(None), call_list.c.pinned_at <= sa.bindparam("soon")),
    )
    .order_by(call_list.c.pinned_at.is_(None), call_list.c.pinned_at, call_list.c.position)
    .limit(1)
)
LINE_OF = LIST.where(call_list.c.client_id == sa.bindparam("client"))
SHARED_LINES = LIST.where(call_list.c.also.is_not(None)).order_by(call_list.c.position)
_earlier = call_list.alias("earlier")
LEFT_LINES = (
    sa.select(call_list.c.client_id, call_list.c.also, call_list.c.since, call_list.c.day)
    .where(
        call_list.c.employee_id == sa.bindparam("employee"),
        call_list.c.day
        == sa.select(sa.func.max(_earlier.c.day))
        .where(_earlier.c.employee_id == sa.bindparam("employee"), _earlier.c.day < sa.bindparam("day"))
        .scalar_subquery(),
        call_list.c.state == "waiting",
    )
    .order_by(call_list.c.position)
)
LYING = (
    sa.select(call_list.c.employee_id, call_list.c.client_id, clients.c.name, call_list.c.since)
    .join(clients, clients.c.id == call_list.c.client_id)
    .where(
        one_of(call_list.c.employee_id, "employees"),
        call_list.c.day == sa.bindparam("day"),
        call_list.c.state == "waiting",
        call_list.c.since <= sa.bindparam("since"),
        clients.c.deleted_at.is_(None),
    )
    .order_by(call_list.c.since, call_list.c.employee_id, call_list.c.position)
    .limit(100)
)
ADD_LINES = (
    upsert(call_list)
    .values(
        {
            name: sa.bindparam(name)
            for name in (
                "employee_id",
                "day",
                "position",
                "client_id",
                "person_id",
                "reasons",
                "pinned_at",
                "also",
                "since",
            )
        }
    )
    .on_conflict_do_nothing(index_elements=["employee_id", "day", "client_id"])
)
SET_STATE = (
    sa.update(call_list)
    .where(
        call_list.c.employee_id == sa.bindparam("employee"),
        call_list.c.day == sa.bindparam("day_"),
        call_list.c.client_id == sa.bindparam("client"),
    )
    .values(state=sa.bindparam("state"))
)
SET_REASONS = (
    sa.update(call_list)
    .where(call_list.c.id == sa.bindparam("id_"))
    .values(reasons=sa.bindparam("reasons"), person_id=sa.bindparam("person"))
)
STATES = (
    sa.select(call_list.c.state, sa.func.count())
    .where(call_list.c.employee_id == sa.bindparam("employee"), call_list.c.day == sa.bindparam("day"))
    .group_by(call_list.c.state)
)

_OWN = sa.select(*CLIENT_COLUMNS).where(
    clients.c.manager_id == sa.bindparam("manager"),
    clients.c.deleted_at.is_(None),
    clients.c.excluded.is_(False),
)
BY_TOUCH = _OWN.order_by(clients.c.last_contact_day.nulls_first(), clients.c.id).limit(sa.bindparam("n"))
BY_NEXT = (
    _OWN.where(clients.c.next_day <= sa.bindparam("day")).order_by(clients.c.next_day, clients.c.id).limit(sa.bindparam("n"))
)  # fmt: skip
# of the others a debt is no reason to call
_SPOKEN_TO = [
    sa.or_(until.is_(None), until < sa.bindparam("day"))
    for until in (clients.c.undunned_until, clients.c.debt_quiet_until)
]
BY_DEBT = (
    _OWN.where(clients.c.overdue > 0, *_SPOKEN_TO)
    .order_by(clients.c.overdue.desc(), clients.c.id)
    .limit(sa.bindparam("n"))
)
BY_NEED = (
    _OWN.where(
        sa.or_(
            clients.c.open_claims > 0,
            clients.c.promise_due <= sa.bindparam("day"),
            clients.c.promise_broken_day.is_not(None),
            clients.c.contract_ends <= sa.bindparam("until"),
            DaysSince(clients.c.last_order_day, sa.bindparam("day", type_=sa.Date))
            >= clients.c.order_gap * sa.bindparam("gaps", type_=sa.Float),
        )
    )
    .order_by(clients.c.client_class, clients.c.id)
    .limit(sa.bindparam("n"))
)
BY_ARRIVED = _OWN.where(
    sa.exists().where(shortages.c.client_id == clients.c.id, shortages.c.state == "arrived")
).limit(sa.bindparam("n"))
BY_ERRAND = _OWN.where(
    clients.c.id.in_(
        sa.select(errands.c.client_id).where(
            errands.c.doer_id == sa.bindparam("manager"), errands.c.closed_at.is_(None)
        )
    )
).limit(sa.bindparam("n"))
DUE_NOW = (
    sa.select(clients.c.id)
    .where(
        clients.c.manager_id == sa.bindparam("manager"),
        clients.c.deleted_at.is_(None),
        clients.c.excluded.is_(False),
        clients.c.next_day <= sa.bindparam("day"),
        clients.c.next_at <= sa.bindparam("soon"),
        clients.c.next_kind == "call",
        sa.or_(clients.c.hidden_until.is_(None), clients.c.hidden_until <= sa.bindparam("day")),
    )
    .order_by(clients.c.next_at, clients.c.id)
    .limit(1)
)
LATER_TODAY = (
    sa.select(clients.c.id, clients.c.name, clients.c.next_at)
    .where(
        clients.c.manager_id == sa.bindparam("manager"),
        clients.c.deleted_at.is_(None),
        clients.c.excluded.is_(False),
        clients.c.next_day == sa.bindparam("day"),
        clients.c.next_at > sa.bindparam("soon"),
        clients.c.next_kind == "call",
    )
    .order_by(clients.c.next_at, clients.c.id)
    .limit(5)
)
OFFERS_TO_SEND = (
    sa.select(clients.c.id, clients.c.name)
    .where(
        clients.c.manager_id == sa.bindparam("manager"),
        clients.c.deleted_at.is_(None),
        clients.c.next_day <= sa.bindparam("day"),
        clients.c.next_kind == "task",
        clients.c.next_reason == "offer",
    )
    .order_by(clients.c.next_day, clients.c.id)
    .limit(20)
)


async def last_call(tx: Transaction, client_id: int) -> LastCall | None:
    return await tx.row(LAST_CALL, LastCall, client=client_id)


async def whole_list(tx: Transaction, employee_id: int, day: date) -> list[ListLine]:
    return await tx.rows(WHOLE_LIST, ListLine, employee=employee_id, day=day)


async def next_waiting(tx: Transaction, employee_id: int, day: date, soon: datetime) -> ListLine | None:
    """The line to open next: what is promised for now before the rest in order."""
    return await tx.row(NEXT_WAITING, ListLine, employee=employee_id, day=day, soon=soon)


async def line_of(tx: Transaction, employee_id: int, day: date, client_id: int) -> ListLine | None:
    """The client's own line, or the one that names it in `also`: then `client_id`, reasons and person of the line are another's."""
    own = await own_line(tx, employee_id, day, client_id)
    return own or await shared_line(tx, employee_id, day, client_id)


async def own_line(tx: Transaction, employee_id: int, day: date, client_id: int) -> ListLine | None:
    return await tx.row(LINE_OF, ListLine, employee=employee_id, day=day, client=client_id)


async def shared_line(tx: Transaction, employee_id: int, day: date, client_id: int) -> ListLine | None:
    """The line of another client that names this one."""
    shared = await tx.rows(SHARED_LINES, ListLine, employee=employee_id, day=day)
    return next((line for line in shared if client_id in (line.also or ())), None)


async def left_lines(tx: Transaction, employee_id: int, day: date) -> list[LeftLine]:
    """What was left unworked of the manager's last list before `day`."""
    return await tx.rows(LEFT_LINES, LeftLine, employee=employee_id, day=day)


async def lying_lines(tx: Transaction, employee_ids: list[int], day: date, since: date) -> list[LyingLine]:
    """The lines of these people's lists of `day` that wait and have lain since `since` or longer, the oldest first."""
    return await tx.rows(LYING, LyingLine, employees=employee_ids, day=day, since=since)


async def list_states(tx: Transaction, employee_id: int, day: date) -> dict[str, int]:
    return dict(await tx.rows(STATES, lambda state, count: (state, count), employee=employee_id, day=day))


async def candidates(
    tx: Transaction, manager: int, day: date, room: int, *, until: date, gaps: float
) -> list[Client]:
    """At most `room` of the longest untouched.

    Where there are more, beside them those due, the largest debts, those whose goods have come or of whom an errand speaks, and those with a claim, a promise, a contract that runs out by
    `until` or an order late by so many of their own `gaps`.
    """
    found = await tx.rows(BY_TOUCH, Client, manager=manager, n=room)
    if len(found) == room:
        found += await tx.rows(BY_NEXT, Client, manager=manager, day=day, n=room)
        found += await tx.rows(BY_DEBT, Client, manager=manager, day=day, n=room)
        found += await tx.rows(BY_ARRIVED, Client, manager=manager, n=room)
        found += await tx.rows(BY_ERRAND, Client, manager=manager, n=room)
        found += await tx.rows(BY_NEED, Client, manager=manager, day=day, until=until, gaps=gaps, n=room)
    return list({client.id: client for client in found}.values())
