"""Questions to leads, open and decided, and whose decisions somebody else takes for a while."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.database import Transaction, one_of
from storage.decision_tables import decisions, delegations
from storage.tables import clients, employees
from storage.types import Instant

SHOWN, MOST = 40, 2000
Term = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Decision:
    """`ref_id` is the row of its kind that holds the truth. Names are empty where there is nobody; `amount` in kopecks."""

    id: int
    kind: str
    ref_id: int
    client_id: int | None
    employee_id: int
    amount: int | None
    facts: dict[str, Any]
    silence: str
    asked_at: datetime
    due_at: datetime | None
    nudged_at: datetime | None
    delegated_to: int | None
    delegated_by: int | None
    delegated_until: datetime | None
    decided_by: int | None
    decided_at: datetime | None
    verdict: str | None
    client: str
    manager_id: int | None
    asker: str
    delegate: str
    decider: str

    def lent_to(self, employee_id: int, now: datetime) -> bool:
        """Whether it is in those hands now, or was when it was decided."""
        until = self.delegated_until
        return self.delegated_to == employee_id and (until is None or until > (self.decided_at or now))


OWN = (
    "id", "kind", "ref_id", "client_id", "employee_id", "amount", "facts", "silence", "asked_at", "due_at", "nudged_at",
    "delegated_to", "delegated_by", "delegated_until", "decided_by", "decided_at", "verdict",
)  # fmt: skip
_asker, _delegate, _decider = employees.alias(), employees.alias(), employees.alias()
_LISTED = (
    sa.select(
        *(decisions.c[name] for name in OWN),
        sa.func.coalesce(clients.c.name, ""),
        clients.c.manager_id,
        sa.func.coalesce(_asker.c.name, ""),
        sa.func.coalesce(_delegate.c.name, ""),
        sa.func.coalesce(_decider.c.name, ""),
    )
    .select_from(decisions)
    .join(clients, clients.c.id == decisions.c.client_id, isouter=True)
    .join(_asker, _asker.c.id == decisions.c.employee_id, isouter=True)
    .join(_delegate, _delegate.c.id == decisions.c.delegated_to, isouter=True)
    .join(_decider, _decider.c.id == decisions.c.decided_by, isouter=True)
)
OPEN = decisions.c.decided_at.is_(None)
WHOSE = one_of(decisions.c.employee_id, "employees")
LENT = sa.and_(
    decisions.c.delegated_to == sa.bindparam("delegate"),
    OPEN,
    sa.or_(
        decisions.c.delegated_until.is_(None),
        decisions.c.delegated_until > sa.bindparam("now", type_=Instant()),
    ),
)
SOONEST = (decisions.c.due_at.is_(None), decisions.c.due_at, decisions.c.id)
# of a client, or of none: what was asked about one who is gone waits no more
ALIVE = clients.c.deleted_at.is_(None)
GET = _LISTED.where(decisions.c.id == sa.bindparam("id_"), ALIVE)
LAST = (
    _LISTED.where(decisions.c.kind == sa.bindparam("kind_"), decisions.c.ref_id == sa.bindparam("ref"))
    .order_by(decisions.c.id.desc())
    .limit(1)
)
OF_PEOPLE = _LISTED.where(WHOSE, OPEN, ALIVE).order_by(*SOONEST).limit(sa.bindparam("n"))
LENT_TO = _LISTED.where(LENT, ALIVE).order_by(*SOONEST).limit(sa.bindparam("n"))
_COUNT = (
    sa.select(sa.func.count())
    .select_from(decisions)
    .join(clients, clients.c.id == decisions.c.client_id, isouter=True)
    .where(ALIVE)
)
COUNT_OF = _COUNT.where(WHOSE, OPEN)
COUNT_LENT = _COUNT.where(LENT, sa.not_(one_of(decisions.c.employee_id, "employees")))
_TERM = (
    decisions.c.decided_at >= sa.bindparam("since", type_=Instant()),
    decisions.c.decided_at < sa.bindparam("until", type_=Instant()),
)
DECIDED = (
    _LISTED.where(WHOSE, *_TERM, one_of(decisions.c.kind, "kinds"))
    .order_by(decisions.c.decided_at.desc(), decisions.c.id.desc())
    .limit(sa.bindparam("n"))
)
PAST = sa.select(decisions.c.verdict, decisions.c.asked_at, decisions.c.decided_at).where(
    WHOSE, *_TERM, one_of(decisions.c.kind, "kinds")
)
_ASKED = ("client_id", "employee_id", "amount", "facts", "silence", "due_at")
_NEW = ("kind", "ref_id", "asked_at", "delegated_to", "delegated_by", "delegated_until")
_asked = upsert(decisions).values({name: sa.bindparam(name) for name in (*_ASKED, *_NEW)})
ASK = _asked.on_conflict_do_update(
    index_elements=["kind", "ref_id"],
    index_where=OPEN,
    set_={name: _asked.excluded[name] for name in _ASKED},
).returning(decisions.c.id)
_CHANGE = sa.update(decisions).where(decisions.c.id == sa.bindparam("id_"), OPEN)
CLOSE = _CHANGE.values(
    decided_by=sa.bindparam("by"), decided_at=sa.bindparam("moment"), verdict=sa.bindparam("verdict_")
)
HOLD = _CHANGE.where(decisions.c.due_at == sa.bindparam("was", type_=Instant())).values(
    due_at=sa.bindparam("due")
)
NUDGE = _CHANGE.where(decisions.c.nudged_at.is_(None)).values(nudged_at=sa.bindparam("moment"))
HAND = _CHANGE.values(
    delegated_to=sa.bindparam("to"), delegated_by=sa.bindparam("by"), delegated_until=sa.bindparam("until")
)
TAKE_BACK = (
    sa.update(decisions)
    .where(
        decisions.c.delegated_to == sa.bindparam("to"), OPEN, decisions.c.delegated_by == sa.bindparam("by")
    )
    .values(delegated_to=None, delegated_by=None, delegated_until=None)
)
_turn = upsert(delegations).values(
    {name: sa.bindparam(name) for name in ("employee_id", "deputy_id", "until")}
)
LEND = _turn.on_conflict_do_update(
    index_elements=["employee_id"],
    set_={"deputy_id": _turn.excluded.deputy_id, "until": _turn.excluded.until},
)
STOP_LENDING = sa.delete(delegations).where(delegations.c.employee_id == sa.bindparam("employee"))
LENDING = (
    sa.select(delegations.c.employee_id, delegations.c.deputy_id, delegations.c.until, employees.c.name)
    .join(employees, employees.c.id == delegations.c.deputy_id)
    .where(one_of(delegations.c.employee_id, "employees"), delegations.c.until > sa.bindparam("now"))
    .order_by(delegations.c.employee_id)
)


@dataclass(frozen=True, slots=True)
class Delegation:
    """Whose decisions `deputy_id`, named `deputy`, takes as well until then."""

    employee_id: int
    deputy_id: int
    until: datetime
    deputy: str


@dataclass(frozen=True, slots=True)
class Past:
    verdict: str
    asked_at: datetime
    decided_at: datetime


async def find(tx: Transaction, decision_id: int) -> Decision | None:
    return await tx.row(GET, Decision, id_=decision_id)


async def last_of(tx: Transaction, kind: str, ref: int) -> Decision | None:
    """The open one about that row, else the last one."""
    return await tx.row(LAST, Decision, kind_=kind, ref=ref)


async def of_people(tx: Transaction, people: Iterable[int]) -> list[Decision]:
    """Open ones that these have asked, the soonest end first."""
    return await tx.rows(OF_PEOPLE, Decision, employees=list(people), n=SHOWN)


async def lent_to(tx: Transaction, employee_id: int, now: datetime) -> list[Decision]:
    return await tx.rows(LENT_TO, Decision, delegate=employee_id, now=now, n=SHOWN)


async def count(tx: Transaction, people: Iterable[int], employee_id: int, now: datetime) -> int:
    """Open ones of these people, and what others lent to `employee_id`."""
    whose = list(people)
    own = await tx.value(COUNT_OF, employees=whose)
    return int(own) + int(await tx.value(COUNT_LENT, delegate=employee_id, now=now, employees=whose))


async def decided(
    tx: Transaction, people: Iterable[int], kinds: Iterable[str], term: Term, n: int
) -> list[Decision]:
    """The latest first. `term` is its first moment and the one after its last."""
    since, until = term
    return await tx.rows(
        DECIDED, Decision, employees=list(people), kinds=list(kinds), since=since, until=until, n=n
    )


async def past(tx: Transaction, people: Iterable[int], kinds: Iterable[str], term: Term) -> list[Past]:
    """For the sums of that time."""
    since, until = term
    return await tx.rows(PAST, Past, employees=list(people), kinds=list(kinds), since=since, until=until)


async def lending(tx: Transaction, people: Iterable[int], now: datetime) -> list[Delegation]:
    """Which of these have lent all their decisions, and to whom."""
    return await tx.rows(LENDING, Delegation, employees=list(people), now=now)
