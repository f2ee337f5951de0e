"""Whose dates come round, what was told of them, and who was congratulated."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.occasions import NoticeKind
from storage.clients import ALIVE, MANAGERS
from storage.database import Transaction, one_of
from storage.greeting_tables import greetings, occasion_notices
from storage.tables import clients, persons

ROOM = 500
FIRMS_READ = 2000


@dataclass(frozen=True, slots=True)
class Born:
    """A person with a birthday, and whose client it is. The year may be unknown; `familiar` is «ты»."""

    client: str
    client_since: datetime
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
class Firm:
    """What a client's own dates and its people's holidays are found by; the day or the year of the foundation may be unknown."""

    id: int
    manager_id: int
    name: str
    client_class: str
    industry: str
    created_at: datetime
    founded_day: int | None
    founded_month: int | None
    founded_year: int | None
    first_order_day: date | None


@dataclass(frozen=True, slots=True)
class Done:
    """`variant` is what `domain.congratulations.pack_variants` made; `year` that of the day; `text` an own one.

    Without `done_at` the own text waits to be sent.
    """

    client_id: int
    person_id: int
    occasion: str
    year: int
    variant: str | None
    way: str | None
    done_at: datetime | None
    employee_id: int | None
    text: str

    @property
    def key(self) -> tuple[int, int, str, int]:
        return self.client_id, self.person_id, self.occasion, self.year


# A birthday as one number, 312 for 12 March. Clients first, then their people: as one join PostgreSQL read the whole base.
MONTH_DAY = persons.c.birth_month * 100 + persons.c.birth_day
OF_MANAGER = sa.select(clients.c.id, clients.c.name, clients.c.created_at).where(
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
FIRMS = (
    sa.select(
        *(
            clients.c[name]
            for name in (
                "id", "manager_id", "name", "client_class", "industry", "created_at",
                "founded_day", "founded_month", "founded_year", "first_order_day",
            )
        )
    )
    .where(clients.c.manager_id == sa.bindparam("manager"), ALIVE)
    .order_by(clients.c.id)
    .limit(FIRMS_READ)
)  # fmt: skip
KEY_FIRMS = FIRMS.where(
    sa.or_(
        one_of(clients.c.client_class, "classes"),
        sa.exists().where(
            persons.c.client_id == clients.c.id, persons.c.vip.is_(True), persons.c.deleted_at.is_(None)
        ),
    )
)
DONE_SINCE = sa.select(greetings).where(
    one_of(greetings.c.client_id, "clients"),
    greetings.c.year >= sa.bindparam("since"),
    greetings.c.done_at.is_not(None),
)
OF_KEY = (
    greetings.c.client_id == sa.bindparam("client"),
    greetings.c.person_id == sa.bindparam("person"),
    greetings.c.occasion == sa.bindparam("occasion"),
)
DONE_FOR = (
    sa.select(greetings)
    .where(*OF_KEY, greetings.c.year >= sa.bindparam("since"))
    .order_by(greetings.c.year.desc())
)
OFFERED_TO = (
    sa.select(greetings.c.variant)
    .where(
        greetings.c.client_id == sa.bindparam("client"),
        greetings.c.person_id == sa.bindparam("person"),
        greetings.c.year >= sa.bindparam("since"),
        greetings.c.variant.is_not(None),
    )
    .order_by(greetings.c.year.desc(), greetings.c.occasion)
)
_ADDED = upsert(greetings).values({column.name: sa.bindparam(column.name) for column in greetings.c})
ADD = _ADDED.on_conflict_do_update(
    index_elements=["client_id", "person_id", "occasion", "year"],
    set_={name: _ADDED.excluded[name] for name in ("variant", "way", "done_at", "employee_id", "text")},
    where=greetings.c.done_at.is_(None),
)
UNDO = (
    sa.update(greetings)
    .where(*OF_KEY, greetings.c.year == sa.bindparam("year_"), greetings.c.done_at.is_not(None))
    .values(done_at=None, way=None, variant=None)
)
REOPEN = (
    sa.update(greetings)
    .where(*OF_KEY, greetings.c.year == sa.bindparam("year_"), greetings.c.done_at < sa.bindparam("before"))
    .values(done_at=None, way=None)
)
TOLD_SINCE = sa.select(
    occasion_notices.c.client_id,
    occasion_notices.c.person_id,
    occasion_notices.c.occasion,
    occasion_notices.c.year,
    occasion_notices.c.notice,
).where(
    occasion_notices.c.employee_id == sa.bindparam("employee"),
    occasion_notices.c.told_on >= sa.bindparam("since"),
)
ADD_NOTICE = (
    upsert(occasion_notices)
    .values({column.name: sa.bindparam(column.name) for column in occasion_notices.c})
    .on_conflict_do_nothing()
)
FORGET_NOTICES = sa.delete(occasion_notices).where(
    occasion_notices.c.client_id == sa.bindparam("client"),
    occasion_notices.c.person_id == sa.bindparam("person"),
    occasion_notices.c.occasion == sa.bindparam("occasion"),
)
LAST_TOUCHED = (
    sa.select(clients.c.id)
    .where(MANAGERS, ALIVE, clients.c.last_contact_day.is_not(None))
    .order_by(clients.c.last_contact_day.desc(), clients.c.id.desc())
    .limit(sa.bindparam("n"))
)


async def born_on(tx: Transaction, managers: list[int], days: set[tuple[int, int]]) -> list[Born]:
    """People of these managers' clients born on any of these (month, day), at most `ROOM` of each manager.

    The cost grows with the managers' own clients only.
    """
    numbers = sorted(month * 100 + day for month, day in days)
    found: list[Born] = []
    for manager in managers:
        of_clients = {
            id_: about for id_, *about in await tx.rows(OF_MANAGER, lambda *row: row, manager=manager)
        }
        found += await tx.rows(
            BORN_ON,
            partial(_of, manager, of_clients),
            clients=list(of_clients),
            days=numbers,
        )
    return found


def _of(manager: int, of_clients: dict[int, list[Any]], *row: Any) -> Born:
    name, since = of_clients[row[1]]
    return Born(name, since, manager, *row)


async def firms_of(tx: Transaction, manager: int) -> list[Firm]:
    """A manager's clients, at most `FIRMS_READ`."""
    return await tx.rows(FIRMS, Firm, manager=manager)


async def key_firms_of(tx: Transaction, manager: int, classes: Iterable[str]) -> list[Firm]:
    """Of them those of the classes, and those with a person said to be a VIP."""
    return await tx.rows(KEY_FIRMS, Firm, manager=manager, classes=sorted(classes))


async def done_since(
    tx: Transaction, client_ids: list[int], year: int
) -> dict[tuple[int, int, str, int], Done]:
    """By (client, person or 0, occasion, year of the day)."""
    found = await tx.rows(DONE_SINCE, Done, clients=client_ids, since=year)
    return {done.key: done for done in found}


async def done_for(tx: Transaction, client: int, person: int, occasion: str, since: int) -> list[Done]:
    """What was done or written from the year `since` on, the latest first."""
    return await tx.rows(DONE_FOR, Done, client=client, person=person, occasion=occasion, since=since)


async def offered_to(tx: Transaction, client: int, person: int, since: int) -> list[str]:
    """The variants of whatever occasion since that year, the latest first."""
    return await tx.values(OFFERED_TO, client=client, person=person, since=since)


async def mark_done(
    tx: Transaction,
    key: tuple[int, int, str, int],
    *,
    variant: str | None,
    way: str | None,
    at: datetime | None,
    employee: int,
    text: str = "",
) -> bool:
    """False where it was done before. Without `at` the own `text` is kept for when it will be."""
    client, person, occasion, year = key
    added = await tx.run(
        ADD,
        client_id=client,
        person_id=person,
        occasion=occasion,
        year=year,
        variant=variant,
        way=way,
        done_at=at,
        employee_id=employee,
        text=text,
    )
    return added == 1


async def undo_done(tx: Transaction, key: tuple[int, int, str, int]) -> bool:
    """False where nothing was done."""
    client, person, occasion, year = key
    return await tx.run(UNDO, client=client, person=person, occasion=occasion, year_=year) == 1


async def reopen(tx: Transaction, key: tuple[int, int, str, int], before: datetime) -> None:
    """What was done before that moment, on a wrong day, is to be done on the right one; the texts then offered stay spent."""
    client, person, occasion, year = key
    await tx.run(REOPEN, client=client, person=person, occasion=occasion, year_=year, before=before)


async def told_since(
    tx: Transaction, employee: int, since: date
) -> dict[tuple[int, int, str, int], set[NoticeKind]]:
    """Notices told to an employee, by (client, person or 0, occasion, year of the day)."""
    told: dict[tuple[int, int, str, int], set[NoticeKind]] = {}
    for *key, notice in await tx.rows(TOLD_SINCE, lambda *row: row, employee=employee, since=since):
        client, person, occasion, year = key
        told.setdefault((client, person, occasion, year), set()).add(NoticeKind(notice))
    return told


async def note_told(
    tx: Transaction, employee: int, today: date, told: list[tuple[tuple[int, int, str, int], NoticeKind]]
) -> None:
    await tx.run_many(
        ADD_NOTICE,
        [
            {
                "employee_id": employee,
                "client_id": client,
                "person_id": person,
                "occasion": occasion,
                "year": year,
                "notice": notice.value,
                "told_on": today,
            }
            for (client, person, occasion, year), notice in told
        ],
    )


async def forget_notices(tx: Transaction, client: int, person: int, occasion: str) -> None:
    """A date that was put right is announced anew."""
    await tx.run(FORGET_NOTICES, client=client, person=person, occasion=occasion)


async def last_touched(tx: Transaction, managers: list[int], size: int) -> list[int]:
    """Ids of the clients last in contact, the latest first."""
    return await tx.values(LAST_TOUCHED, managers=managers, n=size)
