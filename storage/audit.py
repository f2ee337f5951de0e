"""Who exported and who changed what, and in whose place: never forgotten, ids and codes only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.absences import AbsenceState
from storage.absence_tables import absences
from storage.columns import Id
from storage.database import Transaction, one_of
from storage.tables import audit, clients, timeline

# What files went out as: a table of the company's, a paper to be passed on, a person's data.
TABLE, PAPER, EXPORT, PERSON_EXPORTED = "table", "paper", "export", "person_exported"
EXPORTS = (TABLE, PAPER, EXPORT, PERSON_EXPORTED)
WATCHED = (TABLE, EXPORT, PERSON_EXPORTED)
CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Entry:
    """`owner_id` is in whose place it was done."""

    at: datetime
    employee_id: int
    action: str
    facts: dict[str, Any]
    client_id: int | None
    owner_id: int | None


@dataclass(frozen=True, slots=True)
class Done:
    """An event of a client's history that somebody made in another's place."""

    at: datetime
    employee_id: int
    kind: str
    facts: dict[str, Any]
    client_id: int
    client: str


ADD = sa.insert(audit).values(
    {name: sa.bindparam(name) for name in ("at", "employee_id", "action", "facts", "client_id", "owner_id")}
)
_MOMENT = sa.bindparam("moment", type_=audit.c.at.type)
_STOOD_FOR = (
    sa.select(absences.c.employee_id)
    .join(clients, clients.c.manager_id == absences.c.employee_id)
    .where(
        clients.c.id == sa.bindparam("client", type_=Id),
        absences.c.deputy_id == sa.bindparam("hand", type_=Id),
        absences.c.state == AbsenceState.SET.value,
        absences.c.starts_at <= _MOMENT,
        absences.c.ends_at > _MOMENT,
    )
    .limit(1)
    .scalar_subquery()
)
ADD_CHANGE = sa.insert(audit).values(
    at=_MOMENT,
    employee_id=sa.bindparam("hand", type_=Id),
    action=CHANGED,
    facts=sa.bindparam("told", type_=audit.c.facts.type),
    client_id=sa.bindparam("client", type_=Id),
    owner_id=_STOOD_FOR,
)
_EXPORTED = sa.or_(*(audit.c.action == one for one in EXPORTS))
_OF = sa.and_(
    one_of(audit.c.employee_id, "employees"),
    audit.c.at >= sa.bindparam("since"),
    audit.c.at < sa.bindparam("until"),
)
_ENTRIES = sa.select(
    audit.c.at, audit.c.employee_id, audit.c.action, audit.c.facts, audit.c.client_id, audit.c.owner_id
).where(_OF)
_LAST = (audit.c.at.desc(), audit.c.id.desc())
OF_EXPORTS = _ENTRIES.where(_EXPORTED).order_by(*_LAST).limit(sa.bindparam("n")).offset(sa.bindparam("start"))  # fmt: skip
OF_CHANGES = _ENTRIES.where(sa.not_(_EXPORTED)).order_by(*_LAST).limit(sa.bindparam("n")).offset(sa.bindparam("start"))  # fmt: skip
MOMENTS = (
    sa.select(audit.c.at)
    .where(
        audit.c.employee_id == sa.bindparam("employee"),
        audit.c.at >= sa.bindparam("since"),
        sa.or_(*(audit.c.action == one for one in WATCHED)),
    )
    .order_by(audit.c.at)
)
# Of the clients of who was away: never the whole history.
STANDING_IN = (
    sa.select(
        timeline.c.at,
        timeline.c.employee_id,
        timeline.c.kind,
        timeline.c.facts,
        timeline.c.client_id,
        clients.c.name,
    )
    .join(clients, clients.c.id == timeline.c.client_id)
    .where(
        clients.c.manager_id == sa.bindparam("owner"),
        timeline.c.employee_id == sa.bindparam("deputy"),
        timeline.c.at >= sa.bindparam("since"),
        timeline.c.at < sa.bindparam("until"),
    )
    .order_by(timeline.c.at.desc(), timeline.c.id.desc())
    .limit(sa.bindparam("n"))
)


async def add(
    tx: Transaction,
    hand: int,
    at: datetime,
    action: str,
    facts: dict[str, Any],
    *,
    client_id: int | None = None,
    owner_id: int | None = None,
) -> None:
    """`hand` did it, in the place of `owner_id`; facts are ids, codes, kopecks and ISO days."""
    await tx.run(
        ADD, at=at, employee_id=hand, action=action, facts=facts, client_id=client_id, owner_id=owner_id
    )


async def add_change(tx: Transaction, hand: int, at: datetime, client_id: int, facts: dict[str, Any]) -> None:
    """A change of a client's card; in whose place it was made is looked up by the absences of that moment."""
    await tx.run(ADD_CHANGE, hand=hand, moment=at, client=client_id, told=facts)


async def exports(
    tx: Transaction, employees: list[int], *, since: datetime, until: datetime, size: int, start: int = 0
) -> list[Entry]:
    """Files that went out, the last first."""
    return await tx.rows(
        OF_EXPORTS, Entry, employees=employees, since=since, until=until, n=size, start=start
    )


async def changes(
    tx: Transaction, employees: list[int], *, since: datetime, until: datetime, size: int, start: int = 0
) -> list[Entry]:
    return await tx.rows(
        OF_CHANGES, Entry, employees=employees, since=since, until=until, n=size, start=start
    )


async def watched_since(tx: Transaction, employee: int, since: datetime) -> list[datetime]:
    """When tables went out to this person."""
    return await tx.values(MOMENTS, employee=employee, since=since)


async def done_for(
    tx: Transaction, owner: int, deputy: int, *, since: datetime, until: datetime, size: int
) -> list[Done]:
    """What `deputy` did with the clients of `owner` between the moments, the last first."""
    return await tx.rows(STANDING_IN, Done, owner=owner, deputy=deputy, since=since, until=until, n=size)
