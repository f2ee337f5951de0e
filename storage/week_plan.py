"""A manager's plan of a week: its lines, and what was done in the week."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.week_plan import Contact, PlanKind
from storage.clients import COLUMNS as CLIENT_COLUMNS
from storage.clients import Client
from storage.database import Transaction, one_of
from storage.tables import calls, clients
from storage.visit_tables import plan_items, visits, week_plans
from storage.visits import HELD

MOST = 400
BY_TOUCH_MOST, FEW_MOST = 300, 100


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """`start` is a Monday; accepted, shown to the lead, seen by the lead: moments or None. `comment` is the last one."""

    id: int
    employee_id: int
    start: date
    accepted_at: datetime | None
    shown_at: datetime | None
    seen_at: datetime | None
    comment: str


@dataclass(frozen=True, slots=True)
class Item:
    """A line with its client. `reason`: a list of facts as `usecases.week_plan` writes them, the weightiest first."""

    id: int
    plan_id: int
    client_id: int
    name: str
    client_class: str
    day: date
    at: datetime | None
    kind: str
    reason: list[dict[str, Any]]
    visit_id: int | None


ADD = (
    upsert(week_plans)
    .values({name: sa.bindparam(name) for name in ("employee_id", "start")})
    .on_conflict_do_nothing(index_elements=["employee_id", "start"])
    .returning(week_plans.c.id)
)
OF_WEEK = sa.select(*week_plans.c).where(
    week_plans.c.employee_id == sa.bindparam("employee"), week_plans.c.start == sa.bindparam("start")
)
OF_WEEK_ALL = sa.select(*week_plans.c).where(
    one_of(week_plans.c.employee_id, "people"), week_plans.c.start == sa.bindparam("start")
)
GET = (
    sa.select(*week_plans.c)
    .where(week_plans.c.id == sa.bindparam("id_"), one_of(week_plans.c.employee_id, "people"))
    .with_for_update()
)
ITEM_COLUMNS = (
    plan_items.c.id,
    plan_items.c.plan_id,
    plan_items.c.client_id,
    clients.c.name,
    clients.c.client_class,
    plan_items.c.day,
    plan_items.c.at,
    plan_items.c.kind,
    plan_items.c.reason,
    plan_items.c.visit_id,
)
_ITEMS = sa.select(*ITEM_COLUMNS).join(clients, clients.c.id == plan_items.c.client_id)
ITEMS = (
    _ITEMS.where(plan_items.c.plan_id == sa.bindparam("plan"), clients.c.deleted_at.is_(None))
    .order_by(plan_items.c.day, plan_items.c.at.is_(None), plan_items.c.at, plan_items.c.id)
    .limit(MOST)
)
ITEM = _ITEMS.join(week_plans, week_plans.c.id == plan_items.c.plan_id).where(
    plan_items.c.id == sa.bindparam("id_"),
    week_plans.c.employee_id == sa.bindparam("employee"),
    clients.c.deleted_at.is_(None),
)
KEYS = (
    sa.select(plan_items.c.plan_id, plan_items.c.client_id, plan_items.c.day, plan_items.c.kind)
    .join(clients, clients.c.id == plan_items.c.client_id)
    .where(one_of(plan_items.c.plan_id, "plans"), clients.c.deleted_at.is_(None))
    .limit(MOST * 20)
)
ADD_ITEM = (
    upsert(plan_items)
    .values(
        {
            name: sa.bindparam(name)
            for name in ("plan_id", "client_id", "day", "at", "kind", "reason", "visit_id")
        }
    )
    .on_conflict_do_nothing(index_elements=["plan_id", "client_id", "day"])
)
_item = sa.update(plan_items).where(plan_items.c.id == sa.bindparam("id_"))
_other = plan_items.alias()
_taken = sa.exists().where(
    _other.c.plan_id == plan_items.c.plan_id,
    _other.c.client_id == plan_items.c.client_id,
    _other.c.day == sa.bindparam("to"),
    _other.c.id != plan_items.c.id,
)
MOVE = _item.where(~_taken).values(day=sa.bindparam("to"), at=sa.bindparam("new_at"))
TURN = _item.values(kind=sa.bindparam("new_kind"), visit_id=sa.bindparam("visit"))
REMOVE = sa.delete(plan_items).where(plan_items.c.id == sa.bindparam("id_"))
REMOVE_VISIT = sa.delete(plan_items).where(plan_items.c.visit_id == sa.bindparam("visit"))
MOVE_VISIT = (
    sa.update(plan_items)
    .where(
        plan_items.c.visit_id == sa.bindparam("visit"),
        ~_taken,
        sa.exists().where(
            week_plans.c.id == plan_items.c.plan_id,
            week_plans.c.start <= sa.bindparam("to"),
            week_plans.c.start > sa.bindparam("week_before"),
        ),
    )
    .values(day=sa.bindparam("to"), at=sa.bindparam("new_at"))
)
_plan = sa.update(week_plans).where(week_plans.c.id == sa.bindparam("id_"))
ACCEPT = _plan.where(week_plans.c.accepted_at.is_(None)).values(accepted_at=sa.bindparam("moment"))
SHOW = _plan.where(week_plans.c.shown_at.is_(None)).values(shown_at=sa.bindparam("moment"))
SEE = _plan.where(week_plans.c.seen_at.is_(None)).values(seen_at=sa.bindparam("moment"))
COMMENT = _plan.values(comment=sa.bindparam("text"))

CALLED = (
    sa.select(calls.c.employee_id, calls.c.client_id, calls.c.day)
    .where(
        one_of(calls.c.employee_id, "people"),
        calls.c.day >= sa.bindparam("start"),
        calls.c.day <= sa.bindparam("end"),
    )
    .distinct()
)
VISITED = sa.select(visits.c.employee_id, visits.c.client_id, visits.c.day).where(
    one_of(visits.c.employee_id, "people"),
    visits.c.day >= sa.bindparam("start"),
    visits.c.day <= sa.bindparam("end"),
    HELD,
)
PLANNED_FOR = (
    sa.select(plan_items.c.client_id)
    .join(week_plans, week_plans.c.id == plan_items.c.plan_id)
    .where(
        week_plans.c.employee_id == sa.bindparam("employee"),
        week_plans.c.start == sa.bindparam("start"),
        week_plans.c.accepted_at.is_not(None),
        plan_items.c.day <= sa.bindparam("day"),
        plan_items.c.kind == "call",
        one_of(plan_items.c.client_id, "clients"),
        ~sa.exists().where(calls.c.client_id == plan_items.c.client_id, calls.c.at >= sa.bindparam("since")),
        ~sa.exists().where(
            visits.c.client_id == plan_items.c.client_id,
            visits.c.day >= sa.bindparam("start"),
            HELD,
        ),
    )
)
_own = sa.select(*CLIENT_COLUMNS).where(
    clients.c.manager_id == sa.bindparam("manager"),
    clients.c.deleted_at.is_(None),
    clients.c.excluded.is_(False),
)
BY_TOUCH = _own.order_by(
    clients.c.last_contact_day.is_not(None), clients.c.last_contact_day, clients.c.id
).limit(BY_TOUCH_MOST)
BY_DEBT = _own.where(clients.c.overdue > 0).order_by(clients.c.overdue.desc(), clients.c.id).limit(FEW_MOST)
BY_DATES = (
    _own.where(
        sa.or_(
            clients.c.promise_due.between(sa.bindparam("start"), sa.bindparam("end")),
            clients.c.contract_ends.between(sa.bindparam("start"), sa.bindparam("ends")),
        )
    )
    .order_by(clients.c.id)
    .limit(FEW_MOST)
)


async def add(tx: Transaction, employee: int, start: date) -> int | None:
    """None where the week has its plan already."""
    added: int | None = await tx.value(ADD, employee_id=employee, start=start)
    return added


async def find(tx: Transaction, employee: int, start: date) -> WeekPlan | None:
    return await tx.row(OF_WEEK, WeekPlan, employee=employee, start=start)


async def of_people(tx: Transaction, people: list[int], start: date) -> list[WeekPlan]:
    return await tx.rows(OF_WEEK_ALL, WeekPlan, people=people, start=start)


async def find_locked(tx: Transaction, plan_id: int, people: list[int]) -> WeekPlan | None:
    """One of `people`'s, held from other turns."""
    return await tx.row(GET, WeekPlan, id_=plan_id, people=people)


async def items(tx: Transaction, plan_id: int) -> list[Item]:
    """By day and hour, then in the order in which they were planned."""
    return await tx.rows(ITEMS, Item, plan=plan_id)


async def find_item(tx: Transaction, item_id: int, employee: int) -> Item | None:
    return await tx.row(ITEM, Item, id_=item_id, employee=employee)


async def keys(tx: Transaction, plans: list[int]) -> dict[int, list[tuple[int, date, PlanKind]]]:
    """Plan -> (client, day, kind) of each line."""
    found: dict[int, list[tuple[int, date, PlanKind]]] = {plan: [] for plan in plans}
    for plan, client, day, kind in await tx.rows(KEYS, lambda *row: row, plans=plans):
        found[plan].append((client, day, PlanKind(kind)))
    return found


async def contacts(tx: Transaction, people: list[int], start: date, end: date) -> dict[int, list[Contact]]:
    """Employee -> the calls logged and the visits held, each client once a day and kind."""
    found: dict[int, list[Contact]] = {one: [] for one in people}
    for kind, statement in ((PlanKind.CALL, CALLED), (PlanKind.VISIT, VISITED)):
        rows = await tx.rows(statement, lambda *row: row, people=people, start=start, end=end)
        for employee, client, day in rows:
            found[employee].append(Contact(client, day, kind))
    return found


async def subjects(tx: Transaction, manager: int, start: date, end: date, ends: date) -> list[Client]:
    """Whom a plan may hold: the longest untouched, the largest debts, promises due and contracts that end by `ends`."""
    found = [
        *await tx.rows(BY_TOUCH, Client, manager=manager),
        *await tx.rows(BY_DEBT, Client, manager=manager),
        *await tx.rows(BY_DATES, Client, manager=manager, start=start, end=end, ends=ends),
    ]
    return list({client.id: client for client in found}.values())


async def planned_for(
    tx: Transaction, employee: int, *, start: date, day: date, since: datetime, ids: list[int]
) -> list[int]:
    """Those of `ids` whose call was planned for `day` or an earlier one of the week, and who were not reached for since."""
    return await tx.values(PLANNED_FOR, employee=employee, start=start, day=day, since=since, clients=ids)
