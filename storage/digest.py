"""What a lead's day is made of: each list by the people it belongs to, never by the whole base."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.approvals import ApprovalState
from domain.orders import OrderStatus
from domain.promises import PromiseState
from storage.claim_tables import claims
from storage.database import Transaction, one_of
from storage.debt_tables import promises
from storage.people_tables import earners
from storage.price_tables import approvals
from storage.receivables import ManagerTotal
from storage.tables import (
    call_list,
    calls,
    clients,
    day_counters,
    day_snapshots,
    employees,
    orders,
)

MOST = 51
MOST_DUE = 500
LAST_CALLS = 5


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a manager's clients owed when somebody last looked on that day, in kopecks."""

    manager_id: int
    day: date
    debt: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Sums:
    """Orders handed over, in kopecks, and calls."""

    orders: int
    order_sum: int
    calls: int


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order beside its client; `handed_at` None while the lead holds it."""

    id: int
    employee_id: int
    client_id: int
    client: str
    total: int
    handed_at: datetime | None
    day: date | None


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """A promise that was judged; `manager_id` answers for the client now. Kopecks."""

    id: int
    manager_id: int
    client_id: int
    client: str
    due: date
    amount: int | None
    debt_before: int
    paid: int
    state: str
    judged_at: datetime


@dataclass(frozen=True, slots=True)
class SilentRow:
    """`last_contact` None: never."""

    client_id: int
    client: str
    manager_id: int
    last_contact: date | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ClaimRow:
    id: int
    client_id: int
    client: str
    manager_id: int
    kind: str
    due: date


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """How many lines of a manager's list lie for long, and the one that lies longest."""

    employee_id: int
    client_id: int
    client: str
    since: date
    count: int


@dataclass(frozen=True, slots=True)
class CarriedLine:
    """`reasons` as `screens.call_list` prints them."""

    client_id: int
    client: str
    since: date
    reasons: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class CallRow:
    client_id: int
    client: str
    at: datetime
    outcome: str
    note: str


MANAGERS = one_of(clients.c.manager_id, "managers")
ALIVE = clients.c.deleted_at.is_(None)

SNAPSHOTS = (
    sa.select(day_snapshots)
    .where(
        one_of(day_snapshots.c.manager_id, "managers"),
        day_snapshots.c.day >= sa.bindparam("since"),
        day_snapshots.c.day <= sa.bindparam("day"),
    )
    .order_by(day_snapshots.c.day)
)
_snapshot = upsert(day_snapshots).values(
    {column.name: sa.bindparam(column.name) for column in day_snapshots.c}
)
PUT_SNAPSHOT = _snapshot.on_conflict_do_update(
    index_elements=["manager_id", "day"],
    set_={name: _snapshot.excluded[name] for name in ("debt", "overdue")},
)
SUMS = sa.select(
    *(
        sa.func.coalesce(sa.func.sum(day_counters.c[name]), 0).cast(sa.BigInteger)
        for name in ("orders", "order_sum", "calls")
    )
).where(
    one_of(day_counters.c.employee_id, "employees"),
    day_counters.c.day >= sa.bindparam("start"),
    day_counters.c.day <= sa.bindparam("end"),
)

_ORDERS = sa.select(
    orders.c.id,
    orders.c.employee_id,
    orders.c.client_id,
    clients.c.name,
    orders.c.total,
    orders.c.handed_at,
    orders.c.day,
).join(clients, clients.c.id == orders.c.client_id)
# A counter-offer waits for the manager, not for who reads this.
_OFFERED = (
    sa.exists()
    .where(approvals.c.order_id == orders.c.id, approvals.c.state == ApprovalState.COUNTERED.value)
    .correlate(orders)
)
HELD = (
    _ORDERS.where(
        one_of(orders.c.employee_id, "employees"),
        orders.c.status == OrderStatus.ON_APPROVAL.value,
        sa.not_(_OFFERED),
    )
    .order_by(orders.c.id)
    .limit(MOST)
)
# By the days of these people: an index by status alone holds every order that no company without a desk ever accepts.
NOT_ACCEPTED = (
    _ORDERS.where(
        one_of(orders.c.employee_id, "employees"),
        orders.c.day >= sa.bindparam("since"),
        sa.func.coalesce(orders.c.status, "") == OrderStatus.HANDED_OVER.value,
        orders.c.accepted_by.is_(None),
        orders.c.handed_at < sa.bindparam("before"),
    )
    .order_by(orders.c.handed_at, orders.c.id)
    .limit(MOST)
)
_HANDED = (
    orders.c.day >= sa.bindparam("start"),
    orders.c.day <= sa.bindparam("end"),
    orders.c.status != OrderStatus.REFUSED.value,
)
_CAME_OVER = (
    earners.c.kind == "order",
    earners.c.ref_id == orders.c.id,
    earners.c.employee_id != orders.c.employee_id,
)
_LARGEST = (orders.c.total.desc(), orders.c.id)
HANDED = (
    _ORDERS.where(
        one_of(orders.c.employee_id, "employees"),
        *_HANDED,
        sa.not_(sa.exists().where(*_CAME_OVER).correlate(orders)),
    )
    .order_by(*_LARGEST)
    .limit(MOST)
)
# Of clients who went to somebody else since: a sale stays whose it was.
HANDED_BEFORE = (
    _ORDERS.with_only_columns(
        orders.c.id,
        earners.c.employee_id,
        orders.c.client_id,
        clients.c.name,
        orders.c.total,
        orders.c.handed_at,
        orders.c.day,
    )
    .join(earners, sa.and_(*_CAME_OVER))
    .where(one_of(earners.c.employee_id, "employees"), *_HANDED)
    .order_by(*_LARGEST)
    .limit(MOST)
)

# Outer joins: an inner one is begun from the clients, all of them; what is gone falls out with its manager.
JUDGED = (
    sa.select(
        promises.c.id,
        clients.c.manager_id,
        promises.c.client_id,
        clients.c.name,
        promises.c.due,
        promises.c.amount,
        promises.c.debt_before,
        promises.c.paid,
        promises.c.state,
        promises.c.judged_at,
    )
    .outerjoin(clients, sa.and_(clients.c.id == promises.c.client_id, ALIVE))
    .where(
        one_of(promises.c.employee_id, "employees"),
        one_of(promises.c.state, "states"),
        promises.c.due >= sa.bindparam("since"),
        promises.c.judged_at >= sa.bindparam("start"),
        promises.c.judged_at < sa.bindparam("end"),
    )
    .order_by(sa.func.coalesce(promises.c.amount, promises.c.debt_before).desc(), promises.c.id)
    .limit(MOST)
)
DUE = (
    sa.select(clients.c.manager_id, promises.c.amount, promises.c.debt_before, promises.c.paid)
    .join(clients, clients.c.id == promises.c.client_id)
    .where(
        one_of(promises.c.employee_id, "employees"),
        promises.c.state == PromiseState.OPEN.value,
        promises.c.due == sa.bindparam("day"),
        ALIVE,
        MANAGERS,
    )
    .limit(MOST_DUE)
)

SILENT = (
    sa.select(
        clients.c.id, clients.c.name, clients.c.manager_id, clients.c.last_contact_day, clients.c.created_at
    )
    .where(
        MANAGERS,
        ALIVE,
        clients.c.excluded.is_(False),
        clients.c.client_class == "A",
        clients.c.kind == "client",
        sa.or_(
            clients.c.last_contact_day < sa.bindparam("before"),
            sa.and_(
                clients.c.last_contact_day.is_(None), clients.c.created_at < sa.bindparam("created_before")
            ),
        ),
        # who asked for a call next month is not forgotten
        sa.or_(clients.c.next_day.is_(None), clients.c.next_day <= sa.bindparam("day")),
    )
    .order_by(clients.c.last_contact_day, clients.c.id)
    .limit(MOST)
)
LATE_CLAIMS = (
    sa.select(
        claims.c.id, claims.c.client_id, clients.c.name, clients.c.manager_id, claims.c.kind, claims.c.due
    )
    .outerjoin(clients, sa.and_(clients.c.id == claims.c.client_id, ALIVE))
    .where(
        one_of(claims.c.employee_id, "employees"),
        claims.c.closed_at.is_(None),
        claims.c.told_at.is_(None),  # what was answered is no longer late
        claims.c.due < sa.bindparam("day"),
    )
    .order_by(claims.c.due, claims.c.id)
    .limit(MOST)
)
UNREACHABLE = (
    sa.select(employees.c.id)
    .where(one_of(employees.c.id, "employees"), employees.c.unreachable_at.is_not(None))
    .order_by(employees.c.name, employees.c.id)
)

CALL_BACKS = (
    sa.select(clients.c.manager_id, sa.func.count())
    .where(
        MANAGERS,
        ALIVE,
        clients.c.next_day == sa.bindparam("day"),
        clients.c.next_kind == "call",
        clients.c.next_reason == "call_back",
    )
    .group_by(clients.c.manager_id)
)
LISTED = (
    sa.select(call_list.c.employee_id, call_list.c.state, sa.func.count())
    .where(one_of(call_list.c.employee_id, "employees"), call_list.c.day == sa.bindparam("day"))
    .group_by(call_list.c.employee_id, call_list.c.state)
)
_LYING = (
    call_list.c.day == sa.bindparam("day"),
    call_list.c.state == "waiting",
    call_list.c.since <= sa.bindparam("since"),
    ALIVE,
)
_lying = (
    sa.select(
        call_list.c.employee_id,
        call_list.c.client_id,
        clients.c.name,
        call_list.c.since,
        sa.func.count().over(partition_by=call_list.c.employee_id).label("count"),
        sa.func.row_number()
        .over(partition_by=call_list.c.employee_id, order_by=(call_list.c.since, call_list.c.position))
        .label("place"),
    )
    .join(clients, clients.c.id == call_list.c.client_id)
    .where(one_of(call_list.c.employee_id, "employees"), *_LYING)
    .subquery()
)
CARRIED = (
    sa.select(*(column for column in _lying.c if column.name != "place"))
    .where(_lying.c.place == 1)
    .order_by(_lying.c.since, _lying.c.count.desc(), _lying.c.employee_id)
    .limit(MOST)
)
CARRIED_OF = (
    sa.select(call_list.c.client_id, clients.c.name, call_list.c.since, call_list.c.reasons)
    .join(clients, clients.c.id == call_list.c.client_id)
    .where(call_list.c.employee_id == sa.bindparam("employee"), *_LYING)
    .order_by(call_list.c.since, call_list.c.position)
    .limit(MOST)
)
OUTCOMES = (
    sa.select(calls.c.outcome, sa.func.count())
    .where(calls.c.employee_id == sa.bindparam("employee"), calls.c.day == sa.bindparam("day"))
    .group_by(calls.c.outcome)
)
LAST = (
    sa.select(calls.c.client_id, clients.c.name, calls.c.at, calls.c.outcome, calls.c.note)
    .join(clients, clients.c.id == calls.c.client_id)
    .where(calls.c.employee_id == sa.bindparam("employee"), calls.c.day == sa.bindparam("day"))
    .order_by(calls.c.at.desc(), calls.c.id.desc())
    .limit(LAST_CALLS)
)


async def snapshots(tx: Transaction, managers: list[int], since: date, day: date) -> list[Snapshot]:
    """From `since` to `day`, the oldest first."""
    return await tx.rows(SNAPSHOTS, Snapshot, managers=managers, since=since, day=day)


async def keep(tx: Transaction, day: date, totals: list[ManagerTotal]) -> None:
    """How much each manager's clients owe as the day goes on: the last look of a day is what the next compares with."""
    await tx.run_many(
        PUT_SNAPSHOT,
        [
            {"manager_id": total.manager_id, "day": day, "debt": total.debt, "overdue": total.overdue}
            for total in totals
        ],
    )


async def sums(tx: Transaction, employee_ids: list[int], start: date, end: date) -> Sums:
    found = await tx.row(SUMS, Sums, employees=employee_ids, start=start, end=end)
    return found or Sums(0, 0, 0)


async def order_rows(tx: Transaction, statement: sa.Select[Any], **values: Any) -> list[OrderRow]:
    """`HELD`, `NOT_ACCEPTED`, `HANDED` or `HANDED_BEFORE`."""
    return await tx.rows(statement, OrderRow, **values)


async def judged(
    tx: Transaction,
    employee_ids: list[int],
    states: list[str],
    *,
    start: datetime,
    end: datetime,
    since: date,
) -> list[JudgedRow]:
    """Promises that came into these states between two moments, the largest first; `since` bounds their terms.

    Of clients who still are these people's: asked of the rows found, so that no base is walked through for them.
    """
    found = await tx.rows(
        JUDGED, JudgedRow, employees=employee_ids, states=states, start=start, end=end, since=since
    )
    return [row for row in found if row.manager_id in set(employee_ids)]


async def silent(
    tx: Transaction, managers: list[int], before: date, created_before: datetime, day: date
) -> list[SilentRow]:
    return await tx.rows(
        SILENT, SilentRow, managers=managers, before=before, created_before=created_before, day=day
    )


async def late_claims(tx: Transaction, employee_ids: list[int], day: date) -> list[ClaimRow]:
    """Open past their term, of clients who still are these people's."""
    found = await tx.rows(LATE_CLAIMS, ClaimRow, employees=employee_ids, day=day)
    return [row for row in found if row.manager_id in set(employee_ids)]


async def unreachable(tx: Transaction, employee_ids: list[int]) -> list[int]:
    return await tx.values(UNREACHABLE, employees=employee_ids)


async def due_sums(tx: Transaction, employee_ids: list[int], day: date) -> dict[int, tuple[int, int]]:
    """Promises due that day: manager -> (how many, kopecks still to come)."""
    found: dict[int, tuple[int, int]] = {}
    for manager, amount, before, paid in await tx.rows(
        DUE, lambda *row: row, employees=employee_ids, managers=employee_ids, day=day
    ):
        count, total = found.get(manager, (0, 0))
        found[manager] = (count + 1, total + max((amount or before) - paid, 0))
    return found


async def call_backs(tx: Transaction, managers: list[int], day: date) -> dict[int, int]:
    return dict(await tx.rows(CALL_BACKS, lambda *row: row, managers=managers, day=day))


async def listed(tx: Transaction, employee_ids: list[int], day: date) -> dict[int, dict[str, int]]:
    """The day's list of each: state -> lines."""
    found: dict[int, dict[str, int]] = {}
    for employee, state, count in await tx.rows(LISTED, lambda *row: row, employees=employee_ids, day=day):
        found.setdefault(employee, {})[state] = count
    return found


async def carried(tx: Transaction, employee_ids: list[int], day: date, since: date) -> list[CarriedRow]:
    """One row for each whose list of `day` holds lines that wait since `since` or longer, the longest first."""
    return await tx.rows(CARRIED, CarriedRow, employees=employee_ids, day=day, since=since)


async def carried_of(tx: Transaction, employee_id: int, day: date, since: date) -> list[CarriedLine]:
    """Those lines of one list, the longest waiting first."""
    return await tx.rows(CARRIED_OF, CarriedLine, employee=employee_id, day=day, since=since)


async def outcomes(tx: Transaction, employee_id: int, day: date) -> dict[str, int]:
    return dict(await tx.rows(OUTCOMES, lambda *row: row, employee=employee_id, day=day))


async def last_calls(tx: Transaction, employee_id: int, day: date) -> list[CallRow]:
    return await tx.rows(LAST, CallRow, employee=employee_id, day=day)
