"""Targets of a month, and the facts that they are held against: by the people they belong to, never by the whole base."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from domain.targets import TargetKind
from storage.clients import COLUMNS as CLIENT_COLUMNS
from storage.clients import Client
from storage.database import DaysSince, Transaction, one_of
from storage.orders import HANDED
from storage.tables import call_list, clients, day_counters, employees, orders
from storage.target_tables import targets
from storage.transfers import earned_orders
from storage.types import Figure


@dataclass(frozen=True, slots=True)
class Target:
    """What holds of a person or of a team; `set_at` in UTC."""

    employee_id: int | None
    team_id: int | None
    month: date
    kind: TargetKind
    value: int | None
    set_by: int
    set_at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """A row of the history; `by` is a name."""

    kind: TargetKind
    value: int | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Counts:
    """One person's days together; sums in kopecks."""

    employee_id: int
    calls: int
    offers: int
    new_clients: int
    orders: int
    order_sum: int


@dataclass(frozen=True, slots=True)
class BaseRow:
    """A manager's clients: those that order by a rhythm, and how many orders a day their gaps make together."""

    manager_id: int
    clients: int
    rhythmic: int
    orders_a_day: float


@dataclass(frozen=True, slots=True)
class Usual:
    """Orders of a client since some day; kopecks."""

    client_id: int
    total: int
    orders: int


GIVEN = ("employee_id", "team_id", "month", "kind", "value", "set_by", "set_at")
ADD = sa.insert(targets).values({name: sa.bindparam(name) for name in GIVEN})
_TARGET = sa.select(*(targets.c[name] for name in GIVEN))
_MONTHS = sa.and_(targets.c.month >= sa.bindparam("start"), targets.c.month <= sa.bindparam("end"))
OF_PEOPLE = _TARGET.where(one_of(targets.c.employee_id, "employees"), _MONTHS).order_by(targets.c.id)
OF_TEAMS = _TARGET.where(one_of(targets.c.team_id, "teams"), _MONTHS).order_by(targets.c.id)
HISTORY = (
    sa.select(targets.c.kind, targets.c.value, employees.c.name, targets.c.set_at)
    .join(employees, employees.c.id == targets.c.set_by)
    .where(targets.c.employee_id == sa.bindparam("employee"), targets.c.month == sa.bindparam("month"))
    .order_by(targets.c.id.desc())
    .limit(20)
)
_COUNTED = (
    one_of(day_counters.c.employee_id, "employees"),
    day_counters.c.day >= sa.bindparam("start"),
    day_counters.c.day <= sa.bindparam("end"),
)


def _sum(column: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(column), 0).cast(sa.BigInteger)


COUNTS = (
    sa.select(
        day_counters.c.employee_id,
        _sum(day_counters.c.calls),
        _sum(day_counters.c.phone_offers + day_counters.c.email_offers),
        _sum(day_counters.c.new_clients),
        _sum(day_counters.c.orders),
        _sum(day_counters.c.order_sum),
    )
    .where(*_COUNTED)
    .group_by(day_counters.c.employee_id)
)
BY_DAY = (
    sa.select(day_counters.c.day, _sum(day_counters.c.order_sum))
    .where(*_COUNTED)
    .group_by(day_counters.c.day)
    .order_by(day_counters.c.day)
)
_earned = earned_orders()
ACTIVE = sa.select(_earned.c.earner, sa.func.count(sa.distinct(_earned.c.client_id))).group_by(
    _earned.c.earner
)
_rhythmic = sa.and_(clients.c.order_gap > 0, clients.c.last_order_day >= sa.bindparam("since"))
BASE = (
    sa.select(
        clients.c.manager_id,
        sa.func.count(),
        _sum(sa.case((_rhythmic, 1), else_=0)),
        sa.cast(
            sa.func.coalesce(sa.func.sum(sa.case((_rhythmic, 1.0 / clients.c.order_gap), else_=0.0)), 0.0),
            Figure,
        ),
    )
    .where(
        one_of(clients.c.manager_id, "managers"), clients.c.deleted_at.is_(None), clients.c.kind == "client"
    )
    .group_by(clients.c.manager_id)
)
# Whose silence has nearly reached its own gap, the one that orders most lately first: what a month may still be made of.
READY = (
    sa.select(*CLIENT_COLUMNS)
    .where(
        clients.c.manager_id == sa.bindparam("manager"),
        clients.c.deleted_at.is_(None),
        clients.c.excluded.is_(False),
        clients.c.stopped.is_(False),
        clients.c.order_gap > 0,
        DaysSince(clients.c.last_order_day, sa.bindparam("day", type_=sa.Date))
        >= clients.c.order_gap * sa.bindparam("ratio", type_=sa.Float),
        sa.or_(clients.c.quiet_until.is_(None), clients.c.quiet_until <= sa.bindparam("day")),
        sa.or_(clients.c.hidden_until.is_(None), clients.c.hidden_until <= sa.bindparam("day")),
        sa.or_(clients.c.next_day.is_(None), clients.c.next_day <= sa.bindparam("day")),
        sa.or_(clients.c.last_contact_day.is_(None), clients.c.last_contact_day < sa.bindparam("day")),
    )
    .order_by(clients.c.activity_recent.desc(), clients.c.id)
    .limit(sa.bindparam("n"))
)
USUAL = (
    sa.select(orders.c.client_id, _sum(orders.c.total), sa.func.count())
    .where(one_of(orders.c.client_id, "clients"), orders.c.day >= sa.bindparam("since"), HANDED)
    .group_by(orders.c.client_id)
)
LIFT = (
    sa.update(call_list)
    .where(call_list.c.id == sa.bindparam("id_"))
    .values(position=sa.bindparam("place"), reasons=sa.bindparam("why"), state="waiting")
)


def _target(employee: int | None, team: int | None, month: date, kind: str, *rest: object) -> Target:
    return Target(employee, team, month, TargetKind(kind), *rest)  # type: ignore[arg-type]


async def add(
    tx: Transaction,
    month: date,
    values: dict[TargetKind, int | None],
    *,
    by: int,
    at: datetime,
    employee: int | None = None,
    team: int | None = None,
) -> None:
    """From now on these hold; None takes one away. Exactly one of `employee` and `team` is given."""
    await tx.run_many(
        ADD,
        [
            {
                "employee_id": employee,
                "team_id": team,
                "month": month,
                "kind": kind.value,
                "value": value,
                "set_by": by,
                "set_at": at,
            }
            for kind, value in values.items()
        ],
    )


async def of_people(tx: Transaction, employee_ids: Collection[int], start: date, end: date) -> list[Target]:
    """What holds of the months from `start` to `end`; what was taken away is left out."""
    found = await tx.rows(OF_PEOPLE, _target, employees=list(employee_ids), start=start, end=end)
    return _standing(found)


async def of_teams(tx: Transaction, team_ids: Collection[int], start: date, end: date) -> list[Target]:
    found = await tx.rows(OF_TEAMS, _target, teams=list(team_ids), start=start, end=end)
    return _standing(found)


def _standing(found: Sequence[Target]) -> list[Target]:
    newest = {(one.employee_id, one.team_id, one.month, one.kind): one for one in found}
    return [one for one in newest.values() if one.value is not None]


async def history(tx: Transaction, employee_id: int, month: date) -> list[Change]:
    """The newest first, twenty at most."""
    return await tx.rows(
        HISTORY,
        lambda kind, value, by, at: Change(TargetKind(kind), value, by, at),
        employee=employee_id,
        month=month,
    )


async def counts(tx: Transaction, employee_ids: Collection[int], start: date, end: date) -> dict[int, Counts]:
    """Of whom nothing was counted nothing is said."""
    found = await tx.rows(COUNTS, Counts, employees=list(employee_ids), start=start, end=end)
    return {one.employee_id: one for one in found}


async def by_day(
    tx: Transaction, employee_ids: Collection[int], start: date, end: date
) -> list[tuple[date, int]]:
    """Sales of these people together, kopecks, by day; days without any are absent."""
    return await tx.rows(
        BY_DAY, lambda day, total: (day, total), employees=list(employee_ids), start=start, end=end
    )


async def active(tx: Transaction, employee_ids: Collection[int], start: date, end: date) -> dict[int, int]:
    """How many clients ordered, by whose orders they are."""
    found = await tx.rows(
        ACTIVE, lambda who, count: (who, count), employees=list(employee_ids), start=start, end=end
    )
    return dict(found)


async def base(tx: Transaction, managers: Collection[int], since: date) -> dict[int, BaseRow]:
    """`since`: who ordered last before that day has no rhythm any more."""
    found = await tx.rows(BASE, BaseRow, managers=list(managers), since=since)
    return {one.manager_id: one for one in found}


async def ready(tx: Transaction, manager: int, day: date, ratio: float, count: int) -> list[Client]:
    return await tx.rows(READY, Client, manager=manager, day=day, ratio=ratio, n=count)


async def usual(tx: Transaction, client_ids: Collection[int], since: date) -> dict[int, Usual]:
    found = await tx.rows(USUAL, Usual, clients=list(client_ids), since=since)
    return {one.client_id: one for one in found}
