"""Clients without a next step, and what one tap gave them: a filling, kept in the audit until it is taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from storage.clients import COLUMNS, Client
from storage.database import Transaction, one_of
from storage.tables import audit, call_list, clients
from storage.visit_tables import visits

FILLED, TAKEN_BACK = "next_steps_filled", "next_steps_taken_back"


@dataclass(frozen=True, slots=True)
class Filling:
    """`mark` is that of the proposal it was made from."""

    id: int
    action: str
    facts: dict[str, Any]

    @property
    def is_taken_back(self) -> bool:
        return self.action == TAKEN_BACK

    @property
    def steps(self) -> list[tuple[int, date]]:
        return [(client_id, date.fromisoformat(day)) for client_id, day in self.facts["steps"]]

    @property
    def mark(self) -> int:
        mark: int = self.facts["mark"]
        return mark


_visited = sa.select(visits.c.client_id).where(
    visits.c.employee_id == sa.bindparam("manager"),
    visits.c.day >= sa.bindparam("today"),
    visits.c.done_at.is_(None),
    visits.c.cancelled_at.is_(None),
)
LISTED = sa.select(call_list.c.client_id, call_list.c.also).where(
    call_list.c.employee_id == sa.bindparam("manager"),
    call_list.c.day == sa.bindparam("today"),
    call_list.c.state == "waiting",
)
# By the index of the next day: of a manager's clients only those without one are looked at.
UNPLANNED = (
    clients.c.manager_id == sa.bindparam("manager"),
    clients.c.next_day.is_(None),
    clients.c.deleted_at.is_(None),
    clients.c.excluded.is_(False),
    clients.c.id.not_in(_visited),
    sa.not_(one_of(clients.c.id, "listed")),
)
COUNT = sa.select(sa.func.count()).select_from(clients).where(*UNPLANNED)
PORTION = (
    sa.select(*COLUMNS)
    .where(*UNPLANNED)
    .order_by(
        clients.c.last_contact_day.is_not(None),
        clients.c.last_contact_day,
        clients.c.client_class,
        clients.c.id,
    )
    .limit(sa.bindparam("n"))
)
BUSY = (
    sa.select(clients.c.next_day, sa.func.count())
    .where(
        clients.c.manager_id == sa.bindparam("manager"),
        clients.c.next_day > sa.bindparam("today"),
        clients.c.next_kind == "call",
        clients.c.deleted_at.is_(None),
        clients.c.excluded.is_(False),
    )
    .group_by(clients.c.next_day)
)
FILL = (
    sa.update(clients)
    .where(
        clients.c.id == sa.bindparam("id_"),
        clients.c.manager_id == sa.bindparam("manager"),
        clients.c.deleted_at.is_(None),
        clients.c.next_day.is_(None),
    )
    .values(next_day=sa.bindparam("day_"), next_at=None, next_kind="call", next_reason="planned")
)
# Whatever was agreed since differs in one of these, and stays.
TAKE_BACK = (
    sa.update(clients)
    .where(
        clients.c.id == sa.bindparam("id_"),
        clients.c.manager_id == sa.bindparam("manager"),
        clients.c.deleted_at.is_(None),
        clients.c.next_day == sa.bindparam("day_"),
        clients.c.next_at.is_(None),
        clients.c.next_kind == "call",
        clients.c.next_reason == "planned",
    )
    .values(next_day=None, next_kind=None, next_reason=None)
)
ADD = (
    sa.insert(audit)
    .values({name: sa.bindparam(name) for name in ("at", "employee_id", "action", "facts")})
    .returning(audit.c.id)
)
_FILLINGS = sa.select(audit.c.id, audit.c.action, audit.c.facts).where(
    audit.c.employee_id == sa.bindparam("employee")
)
GET = _FILLINGS.where(
    audit.c.id == sa.bindparam("id_"), sa.or_(audit.c.action == FILLED, audit.c.action == TAKEN_BACK)
)
LAST = _FILLINGS.where(audit.c.action == FILLED).order_by(audit.c.id.desc()).limit(1)
CLOSE = (
    sa.update(audit)
    .where(audit.c.id == sa.bindparam("id_"), audit.c.action == FILLED)
    .values(action=TAKEN_BACK)
)


async def count(tx: Transaction, manager: int, today: date) -> int:
    """Own clients with nothing agreed: no next contact, no open visit, no line that waits in today's list; the excluded left out."""
    listed = await _listed(tx, manager, today)
    found: int = await tx.value(COUNT, manager=manager, today=today, listed=listed)
    return found


async def _listed(tx: Transaction, manager: int, today: date) -> list[int]:
    """Whose call waits in today's list, under another's name too."""
    lines = await tx.rows(LISTED, lambda client, also: (client, *(also or ())), manager=manager, today=today)
    return [client for line in lines for client in line]


async def portion(tx: Transaction, manager: int, today: date, n: int) -> list[Client]:
    """The `n` of them that were silent longest, those never spoken with first."""
    listed = await _listed(tx, manager, today)
    return await tx.rows(PORTION, Client, manager=manager, today=today, listed=listed, n=n)


async def busy_days(tx: Transaction, manager: int, today: date) -> dict[date, int]:
    """How many calls are planned for each day after `today`."""
    return dict(await tx.rows(BUSY, lambda day, calls: (day, calls), manager=manager, today=today))


async def fill(
    tx: Transaction, manager: int, steps: Iterable[tuple[int, date]], at: datetime, *, mark: int
) -> Filling:
    """Who has got a next step meanwhile keeps it, and is no part of the filling."""
    done = [
        (client_id, day.isoformat())
        for client_id, day in steps
        if await tx.run(FILL, id_=client_id, manager=manager, day_=day)
    ]
    facts = {"mark": mark, "steps": done}
    found = await tx.value(ADD, at=at, employee_id=manager, action=FILLED, facts=facts)
    return Filling(found, FILLED, facts)


async def find_filling(tx: Transaction, filling_id: int, employee_id: int) -> Filling | None:
    """None for a colleague's as for a missing one."""
    return await tx.row(GET, Filling, id_=filling_id, employee=employee_id)


async def last_filling(tx: Transaction, employee_id: int) -> Filling | None:
    """The newest that was not taken back."""
    return await tx.row(LAST, Filling, employee=employee_id)


async def take_back(tx: Transaction, manager: int, filling: Filling) -> int:
    """How many dates were taken back: those that nobody has changed since."""
    done = 0
    for client_id, day in filling.steps:
        done += await tx.run(TAKE_BACK, id_=client_id, manager=manager, day_=day)
    if done:
        await tx.run(CLOSE, id_=filling.id)
    return done
