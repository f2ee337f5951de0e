"""Who has a birthday when, and who was congratulated on it."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.congratulations import BIRTHDAY
from storage.clients import ALIVE, MANAGERS
from storage.database import Transaction, one_of
from storage.tables import clients, greetings, persons, pushes_done

ROOM = 500


@dataclass(frozen=True, slots=True)
class Born:
    """A person with a birthday, and whose client it is. The year may be unknown; `familiar` is «ты»."""

    client: str
    manager_id: int
    id: int
    client_id: int
    name: str
    role: str
    phone: str | None
    gender: str | None
    familiar: bool
    birth_day: int
    birth_month: int
    birth_year: int | None


@dataclass(frozen=True, slots=True)
class Done:
    """`variant` is what `domain.congratulations.pack_variants` made; `year` the year of the birthday."""

    person_id: int
    year: int
    variant: str | None
    way: str | None
    done_at: datetime


# A birthday as one number, 312 for 12 March. Clients first, then their people: as one join PostgreSQL read the whole base.
MONTH_DAY = persons.c.birth_month * 100 + persons.c.birth_day
OF_MANAGER = sa.select(clients.c.id, clients.c.name).where(
    clients.c.manager_id == sa.bindparam("manager"), ALIVE
)
OF_PERSON = [
    persons.c[name]
    for name in (
        "id", "client_id", "name", "role", "phone", "gender", "familiar", "birth_day", "birth_month", "birth_year",
    )
]  # fmt: skip
BORN_ON = (
    sa.select(*OF_PERSON)
    .where(
        one_of(persons.c.client_id, "clients"),
        persons.c.birth_month.is_not(None),
        one_of(MONTH_DAY, "days"),
        persons.c.deleted_at.is_(None),
    )
    .order_by(persons.c.id)
    .limit(ROOM)
)
DONE = [greetings.c[name] for name in ("person_id", "year", "variant", "way", "done_at")]
DONE_SINCE = sa.select(*DONE).where(
    one_of(greetings.c.person_id, "people"),
    greetings.c.occasion == sa.bindparam("occasion"),
    greetings.c.year >= sa.bindparam("since"),
)
DONE_FOR = (
    sa.select(*DONE)
    .where(
        greetings.c.person_id == sa.bindparam("person"),
        greetings.c.occasion == sa.bindparam("occasion"),
        greetings.c.year >= sa.bindparam("since"),
    )
    .order_by(greetings.c.year.desc())
)
ADD = (
    upsert(greetings)
    .values({column.name: sa.bindparam(column.name) for column in greetings.c})
    .on_conflict_do_nothing(index_elements=["person_id", "occasion", "year"])
)
LAST_TOUCHED = (
    sa.select(clients.c.id)
    .where(MANAGERS, ALIVE, clients.c.last_contact_day.is_not(None))
    .order_by(clients.c.last_contact_day.desc(), clients.c.id.desc())
    .limit(sa.bindparam("n"))
)
LAST_PUSH = sa.select(sa.func.max(pushes_done.c.day)).where(
    pushes_done.c.employee_id == sa.bindparam("employee"),
    pushes_done.c.kind == sa.bindparam("kind"),
    pushes_done.c.day < sa.bindparam("today"),
)


async def born_on(tx: Transaction, managers: list[int], days: set[tuple[int, int]]) -> list[Born]:
    """People of these managers' clients born on any of these (month, day), at most `ROOM` of each manager.

    The cost grows with the managers' own clients only.
    """
    numbers = sorted(month * 100 + day for month, day in days)
    found: list[Born] = []
    for manager in managers:
        names = dict(await tx.rows(OF_MANAGER, lambda id_, name: (id_, name), manager=manager))
        found += await tx.rows(
            BORN_ON,
            partial(_of, manager, names),
            clients=list(names),
            days=numbers,
        )
    return found


def _of(manager: int, names: dict[int, str], *row: Any) -> Born:
    return Born(names[row[1]], manager, *row)


async def done_since(tx: Transaction, people: list[int], year: int) -> dict[tuple[int, int], Done]:
    """By (person, year of the birthday)."""
    found = await tx.rows(DONE_SINCE, Done, people=people, occasion=BIRTHDAY, since=year)
    return {(done.person_id, done.year): done for done in found}


async def done_for(tx: Transaction, person: int, since: int) -> list[Done]:
    """What was done from the year `since` on, the latest first."""
    return await tx.rows(DONE_FOR, Done, person=person, occasion=BIRTHDAY, since=since)


async def mark_done(
    tx: Transaction,
    person: int,
    year: int,
    *,
    variant: str | None,
    way: str,
    at: datetime,
    employee: int,
    text: str = "",
) -> bool:
    """False where it was done before."""
    added = await tx.run(
        ADD,
        person_id=person,
        occasion=BIRTHDAY,
        year=year,
        variant=variant,
        way=way,
        done_at=at,
        employee_id=employee,
        text=text,
    )
    return added == 1


async def last_touched(tx: Transaction, managers: list[int], size: int) -> list[int]:
    """Ids of the clients last in contact, the latest first."""
    return await tx.values(LAST_TOUCHED, managers=managers, n=size)


async def last_push(tx: Transaction, employee: int, kind: str, today: date) -> date | None:
    """The local day of the last push before `today`."""
    found: date | None = await tx.value(LAST_PUSH, employee=employee, kind=kind, today=today)
    return found
