"""The ledger of presents."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from storage.database import Transaction, one_of
from storage.greeting_tables import gifts
from storage.tables import clients, persons

PAGE = 40


@dataclass(frozen=True, slots=True)
class Gift:
    """`cost` in kopecks; `year` is that of the occasion's day; `asked_at` stands where the lead was asked."""

    id: int
    client_id: int
    person_id: int | None
    occasion: str
    year: int
    what: str
    cost: int
    state: str
    employee_id: int
    created_at: datetime
    asked_at: datetime | None
    decided_by: int | None
    decided_at: datetime | None
    answer: str
    given_on: date | None


@dataclass(frozen=True, slots=True)
class Listed:
    gift: Gift
    client: str
    person: str
    manager_id: int


NEW = (
    "client_id",
    "person_id",
    "occasion",
    "year",
    "what",
    "cost",
    "state",
    "employee_id",
    "created_at",
    "asked_at",
)
ADD = sa.insert(gifts).values({name: sa.bindparam(name) for name in NEW}).returning(gifts.c.id)
GET = (
    sa.select(gifts)
    .join(clients, clients.c.id == gifts.c.client_id)
    .where(
        gifts.c.id == sa.bindparam("id_"),
        one_of(clients.c.manager_id, "managers"),
        clients.c.deleted_at.is_(None),
    )
)
OF_CLIENT = (
    sa.select(gifts)
    .where(gifts.c.client_id == sa.bindparam("client"), gifts.c.year >= sa.bindparam("since"))
    .order_by(gifts.c.year.desc(), gifts.c.id.desc())
)
_LISTED = (
    sa.select(gifts, clients.c.name, sa.func.coalesce(persons.c.name, ""), clients.c.manager_id)
    .join(clients, clients.c.id == gifts.c.client_id)
    .join(persons, persons.c.id == gifts.c.person_id, isouter=True)
)
OF_EMPLOYEES = (
    _LISTED.where(
        one_of(gifts.c.employee_id, "employees"),
        sa.or_(gifts.c.year >= sa.bindparam("year_"), one_of(gifts.c.state, "open")),
    )
    .order_by(gifts.c.id.desc())
    .limit(PAGE)
)
TOTAL = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(gifts.c.cost), 0)).where(
    one_of(gifts.c.employee_id, "employees"),
    gifts.c.year == sa.bindparam("year_"),
    one_of(gifts.c.state, "states"),
)
MOVE = (
    sa.update(gifts)
    .where(gifts.c.id == sa.bindparam("id_"), gifts.c.state == sa.bindparam("before"))
    .values(
        state=sa.bindparam("state_"),
        decided_by=sa.bindparam("decided_by_"),
        decided_at=sa.bindparam("decided_at_"),
        given_on=sa.bindparam("given_on_"),
    )
)


TAKE_BACK = (
    sa.update(gifts)
    .where(
        gifts.c.client_id == sa.bindparam("client"),
        gifts.c.year == sa.bindparam("year_"),
        sa.func.coalesce(gifts.c.person_id, 0) == sa.bindparam("person"),
        gifts.c.occasion == sa.bindparam("occasion_"),
        gifts.c.state == "given",
        gifts.c.given_on == sa.bindparam("day"),
    )
    .values(state=sa.case((gifts.c.asked_at.is_(None), "planned"), else_="approved"), given_on=None)
)


async def add(tx: Transaction, **row: Any) -> int:
    found: int = await tx.value(ADD, **row)
    return found


async def find(tx: Transaction, gift_id: int, managers: list[int]) -> Gift | None:
    """None for one of a foreign client as for none."""
    return await tx.row(GET, Gift, id_=gift_id, managers=managers)


async def of_client(tx: Transaction, client_id: int, since: int) -> list[Gift]:
    """From the year `since` on, the latest first."""
    return await tx.rows(OF_CLIENT, Gift, client=client_id, since=since)


async def of_employees(
    tx: Transaction, employee_ids: list[int], year: int, waiting: list[str]
) -> list[Listed]:
    """The last forty of these people for days of the year and later, or in a `waiting` state; the latest first."""
    return await tx.rows(
        OF_EMPLOYEES,
        lambda *row: Listed(Gift(*row[:15]), row[15], row[16], row[17]),
        employees=employee_ids,
        year_=year,
        open=waiting,
    )


async def total(tx: Transaction, employee_ids: list[int], year: int, states: list[str]) -> tuple[int, int]:
    """How many in these states for days of the year, and what they come to in kopecks."""
    found = await tx.row(
        TOTAL,
        lambda count, cost: (int(count), int(cost)),
        employees=employee_ids,
        year_=year,
        states=states,
    )
    assert found is not None
    return found


async def take_back(tx: Transaction, key: tuple[int, int, str, int], day: date) -> None:
    """What was given to (client, person or 0, occasion, year) on that day is to be given again."""
    client, person, occasion, year = key
    await tx.run(TAKE_BACK, client=client, person=person, occasion_=occasion, year_=year, day=day)


async def move(tx: Transaction, gift: Gift, state: str, **facts: Any) -> bool:
    """False where somebody moved it meanwhile. `facts`: decided_by, decided_at, given_on."""
    kept = {name: getattr(gift, name) for name in ("decided_by", "decided_at", "given_on")} | facts
    return (
        await tx.run(
            MOVE,
            id_=gift.id,
            before=gift.state,
            state_=state,
            **{f"{name}_": value for name, value in kept.items()},
        )
        == 1
    )
