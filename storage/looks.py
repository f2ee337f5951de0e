"""Whose cards were opened and which lists were asked for: one row a day for each, written in one statement."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.columns import Id
from storage.database import Transaction, one_of
from storage.secrecy_tables import card_looks, list_looks
from storage.tables import call_list, clients, day_counters
from storage.visit_tables import plan_items, visits, week_plans

SEARCH, DEBTS = "search", "debts"


@dataclass(frozen=True, slots=True)
class Look:
    """A card as it was opened now. `nth`: which of the cards beside list and plan it is today."""

    times: int
    beside: bool
    nth: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A row of the journal: who saw whose card, when first and last (UTC), how often, in whose place."""

    employee_id: int
    day: date
    client_id: int
    client: str
    first_at: datetime
    last_at: datetime
    times: int
    beside: bool
    owner_id: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """How often a list was asked for on a day; `run`: the last times in a row with nothing done between."""

    employee_id: int
    what: str
    times: int
    run: int


_CLIENT = sa.bindparam("client", type_=Id)
_HAND = sa.bindparam("hand", type_=Id)
_OWNER = sa.bindparam("whose", type_=Id)
_DAY = sa.bindparam("today", type_=sa.Date())
_NOW = card_looks.c.last_at.type
# What somebody was going to open anyway: a line of the list, of the week plan, a visit, an agreed contact, a talk of today.
_IN_LIST = sa.exists().where(
    call_list.c.employee_id == _OWNER, call_list.c.day == _DAY, call_list.c.client_id == _CLIENT
)
_AGREED = sa.exists().where(
    clients.c.id == _CLIENT,
    sa.or_(clients.c.next_day <= _DAY, clients.c.last_contact_day == _DAY),
)
_PLANNED = sa.exists().where(
    plan_items.c.client_id == _CLIENT,
    plan_items.c.day == _DAY,
    plan_items.c.plan_id.in_(
        sa.select(week_plans.c.id).where(
            week_plans.c.employee_id == _OWNER, week_plans.c.start == sa.bindparam("monday", type_=sa.Date())
        )
    ),
)
_VISITED = sa.exists().where(visits.c.client_id == _CLIENT, visits.c.day == _DAY)
_FORESEEN = sa.or_(_IN_LIST, _AGREED, _PLANNED, _VISITED)
_BEFORE = (
    sa.select(sa.func.count() + 1)
    .select_from(card_looks)
    .where(card_looks.c.employee_id == _HAND, card_looks.c.day == _DAY, card_looks.c.beside)
    .scalar_subquery()
)
_card = upsert(card_looks).values(
    employee_id=_HAND,
    day=_DAY,
    client_id=_CLIENT,
    first_at=sa.bindparam("moment", type_=_NOW),
    last_at=sa.bindparam("moment", type_=_NOW),
    times=1,
    beside=sa.case((_FORESEEN, sa.false()), else_=sa.true()),
    nth=_BEFORE,
    owner_id=sa.bindparam("stood_for", type_=Id),
)
CARD = _card.on_conflict_do_update(
    index_elements=["employee_id", "day", "client_id"],
    set_={"times": card_looks.c.times + 1, "last_at": _card.excluded.last_at},
).returning(card_looks.c.times, card_looks.c.beside, card_looks.c.nth)
_ACTS = sa.func.coalesce(
    sa.select(
        day_counters.c.calls + day_counters.c.orders + day_counters.c.promises + day_counters.c.greetings
    )
    .where(day_counters.c.employee_id == _OWNER, day_counters.c.day == _DAY)
    .scalar_subquery(),
    0,
)
_list = upsert(list_looks).values(
    employee_id=_HAND,
    day=_DAY,
    what=sa.bindparam("list", type_=sa.String()),
    times=1,
    run=1,
    acts=_ACTS,
    last_at=sa.bindparam("moment", type_=_NOW),
)
LIST = _list.on_conflict_do_update(
    index_elements=["employee_id", "day", "what"],
    set_={
        "times": list_looks.c.times + 1,
        "run": sa.case((list_looks.c.acts == _list.excluded.acts, list_looks.c.run + 1), else_=1),
        "acts": _list.excluded.acts,
        "last_at": _list.excluded.last_at,
    },
).returning(list_looks.c.run)
SINCE = sa.select(sa.func.count(), sa.func.min(card_looks.c.first_at)).where(
    card_looks.c.employee_id == sa.bindparam("employee"),
    card_looks.c.day == sa.bindparam("day"),
    card_looks.c.beside,
    card_looks.c.first_at >= sa.bindparam("since"),
)
BY_DAY = (
    sa.select(
        card_looks.c.day,
        sa.func.sum(sa.case((card_looks.c.beside, 1), else_=0)),
    )
    .where(
        card_looks.c.employee_id == sa.bindparam("employee"),
        card_looks.c.day >= sa.bindparam("start"),
        card_looks.c.day < sa.bindparam("end"),
    )
    .group_by(card_looks.c.day)
)
_SEEN = sa.select(
    card_looks.c.employee_id,
    card_looks.c.day,
    card_looks.c.client_id,
    clients.c.name,
    card_looks.c.first_at,
    card_looks.c.last_at,
    card_looks.c.times,
    card_looks.c.beside,
    card_looks.c.owner_id,
).join(clients, clients.c.id == card_looks.c.client_id)
_N, _START = sa.bindparam("n", type_=sa.Integer()), sa.bindparam("start", type_=sa.Integer())
OF_DAY = (
    _SEEN.where(one_of(card_looks.c.employee_id, "employees"), card_looks.c.day == sa.bindparam("day"))
    .order_by(card_looks.c.last_at.desc(), card_looks.c.client_id)
    .limit(_N)
    .offset(_START)
)
OF_DAYS = (
    _SEEN.where(
        one_of(card_looks.c.employee_id, "employees"),
        card_looks.c.day >= sa.bindparam("first"),
        card_looks.c.day <= sa.bindparam("day"),
    )
    .order_by(card_looks.c.day.desc(), card_looks.c.last_at.desc(), card_looks.c.client_id)
    .limit(_N)
)
OF_CLIENT = (
    _SEEN.where(card_looks.c.client_id == sa.bindparam("client_"))
    .order_by(card_looks.c.day.desc(), card_looks.c.last_at.desc())
    .limit(_N)
)
ASKED = (
    sa.select(list_looks.c.employee_id, list_looks.c.what, list_looks.c.times, list_looks.c.run)
    .where(one_of(list_looks.c.employee_id, "employees"), list_looks.c.day == sa.bindparam("day"))
    .order_by(list_looks.c.employee_id, list_looks.c.what)
)
FORGET_CARDS = sa.delete(card_looks).where(card_looks.c.day < sa.bindparam("before"))
FORGET_LISTS = sa.delete(list_looks).where(list_looks.c.day < sa.bindparam("before"))


async def note_card(
    tx: Transaction, hand: int, client_id: int, at: datetime, *, whose: int, today: date, monday: date
) -> Look:
    """`hand` opened the card; `whose` list and plan were looked at: another person's where `hand` stands in."""
    found = await tx.row(
        CARD,
        Look,
        hand=hand,
        client=client_id,
        moment=at,
        whose=whose,
        today=today,
        monday=monday,
        stood_for=None if hand == whose else whose,
    )
    assert found is not None
    return found


async def note_list(tx: Transaction, hand: int, what: str, at: datetime, *, whose: int, today: date) -> int:
    """How many times in a row it was asked with no call, order, promise or greeting between."""
    run: int = await tx.value(LIST, hand=hand, list=what, moment=at, whose=whose, today=today)
    return run


async def beside_since(
    tx: Transaction, employee: int, day: date, since: datetime
) -> tuple[int, datetime | None]:
    """How many cards beside list and plan were opened first after `since`, and when the first of them was."""
    found = await tx.row(SINCE, lambda *row: row, employee=employee, day=day, since=since)
    return (int(found[0]), found[1]) if found else (0, None)


async def beside_by_day(tx: Transaction, employee: int, start: date, end: date) -> dict[date, int]:
    """Days from `start` on and before `end` on which anything was opened."""
    return dict(
        await tx.rows(BY_DAY, lambda day, count: (day, int(count)), employee=employee, start=start, end=end)
    )


async def of_day(tx: Transaction, employees: list[int], day: date, size: int, start: int = 0) -> list[Seen]:
    """The latest first."""
    return await tx.rows(OF_DAY, Seen, employees=employees, day=day, n=size, start=start)


async def of_days(tx: Transaction, employees: list[int], first: date, day: date, size: int) -> list[Seen]:
    return await tx.rows(OF_DAYS, Seen, employees=employees, first=first, day=day, n=size)


async def of_client(tx: Transaction, client_id: int, size: int) -> list[Seen]:
    return await tx.rows(OF_CLIENT, Seen, client_=client_id, n=size)


async def asked_on(tx: Transaction, employees: list[int], day: date) -> list[Asked]:
    return await tx.rows(ASKED, Asked, employees=employees, day=day)


async def forget(tx: Transaction, before: date) -> None:
    """Days before `before`."""
    await tx.run(FORGET_CARDS, before=before)
    await tx.run(FORGET_LISTS, before=before)
