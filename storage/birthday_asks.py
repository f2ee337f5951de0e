"""Whose birthdays are missing, and for whom a manager was asked."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.birthday_asks import BirthdayAnswer
from storage.clients import ALIVE
from storage.database import Transaction, one_of
from storage.greeting_tables import birthday_asks
from storage.tables import clients, persons, pushes_done


@dataclass(frozen=True, slots=True)
class Unborn:
    """A person whose birthday is not known, or known without its day."""

    id: int
    client_id: int
    name: str
    role: str


BEST_CLIENTS = (
    sa.select(clients.c.id, clients.c.name)
    .where(clients.c.manager_id == sa.bindparam("manager"), ALIVE, clients.c.kind == "client")
    .order_by(
        clients.c.client_class,
        clients.c.last_contact_day.is_(None),
        clients.c.last_contact_day.desc(),
        clients.c.id,
    )
    .limit(sa.bindparam("n"))
    .offset(sa.bindparam("start"))
)
CLIENTS = sa.select(clients.c.id, clients.c.name).where(
    clients.c.manager_id == sa.bindparam("manager"), ALIVE
)
_OF_PERSON = [persons.c[name] for name in ("id", "client_id", "name", "role")]
_LIVING = persons.c.deleted_at.is_(None)
MISSING = (
    sa.select(*_OF_PERSON)
    .where(one_of(persons.c.client_id, "clients"), persons.c.birth_month.is_(None), _LIVING)
    .order_by(persons.c.id)
)
DAYLESS = (
    sa.select(*_OF_PERSON)
    .where(
        one_of(persons.c.client_id, "clients"),
        persons.c.birth_month == sa.bindparam("month"),
        persons.c.birth_day.is_(None),
        _LIVING,
    )
    .order_by(persons.c.name, persons.c.id)
)
COUNT = sa.select(sa.func.count(persons.c.birth_day), sa.func.count()).where(
    one_of(persons.c.client_id, "clients"), _LIVING
)
SILENT = sa.select(birthday_asks.c.person_id).where(
    one_of(birthday_asks.c.person_id, "people"),
    sa.or_(birthday_asks.c.answer == BirthdayAnswer.NEVER.value, birthday_asks.c.day > sa.bindparam("since")),
)
OF_DAY = sa.select(birthday_asks.c.person_id).where(
    birthday_asks.c.employee_id == sa.bindparam("employee"), birthday_asks.c.day == sa.bindparam("day_")
)
LAST_OF = (
    sa.select(birthday_asks.c.day)
    .where(
        birthday_asks.c.person_id == sa.bindparam("person"),
        birthday_asks.c.employee_id == sa.bindparam("employee"),
    )
    .order_by(birthday_asks.c.day.desc())
    .limit(1)
)
ADD = (
    upsert(birthday_asks)
    .values({name: sa.bindparam(name) for name in ("employee_id", "day", "person_id")})
    .on_conflict_do_nothing()
)
ANSWER = (
    sa.update(birthday_asks)
    .where(
        birthday_asks.c.employee_id == sa.bindparam("employee"),
        birthday_asks.c.day == sa.bindparam("day_"),
        birthday_asks.c.person_id == sa.bindparam("person"),
    )
    .values(answer=sa.bindparam("answer_"))
)
LAST_PUSH = sa.select(sa.func.max(pushes_done.c.day)).where(
    pushes_done.c.employee_id == sa.bindparam("employee"),
    pushes_done.c.kind == sa.bindparam("kind"),
    pushes_done.c.day < sa.bindparam("today"),
)


async def best_clients(tx: Transaction, manager: int, size: int, start: int) -> dict[int, str]:
    """Names by id: class A first, those last in contact first."""
    return dict(
        await tx.rows(BEST_CLIENTS, lambda id_, name: (id_, name), manager=manager, n=size, start=start)
    )


async def clients_of(tx: Transaction, manager: int) -> dict[int, str]:
    return dict(await tx.rows(CLIENTS, lambda id_, name: (id_, name), manager=manager))


async def missing(tx: Transaction, client_ids: list[int]) -> list[Unborn]:
    """People of these clients of whom not even the month is known."""
    return await tx.rows(MISSING, Unborn, clients=client_ids)


async def dayless(tx: Transaction, client_ids: list[int], month: int) -> list[Unborn]:
    """People of these clients born on some day of the month."""
    return await tx.rows(DAYLESS, Unborn, clients=client_ids, month=month)


async def count(tx: Transaction, client_ids: list[int]) -> tuple[int, int]:
    """(with a day of birth, all) of these clients' people."""
    found = await tx.row(COUNT, lambda known, people: (int(known), int(people)), clients=client_ids)
    assert found is not None
    return found


async def silent(tx: Transaction, people: list[int], since: date) -> set[int]:
    """Those asked for after `since`, and those never to be asked for again, whoever was asked."""
    return set(await tx.values(SILENT, people=people, since=since))


async def asked_on(tx: Transaction, employee: int, day: date) -> int | None:
    """For whom this employee was asked on the day."""
    found: int | None = await tx.value(OF_DAY, employee=employee, day_=day)
    return found


async def last_asked(tx: Transaction, employee: int, person: int) -> date | None:
    found: date | None = await tx.value(LAST_OF, employee=employee, person=person)
    return found


async def add(tx: Transaction, employee: int, day: date, person: int) -> bool:
    """False where this employee was asked on the day before."""
    return await tx.run(ADD, employee_id=employee, day=day, person_id=person) == 1


async def answer(tx: Transaction, employee: int, day: date, person: int, said: BirthdayAnswer) -> None:
    await tx.run(ANSWER, employee=employee, day_=day, person=person, answer_=said.value)


async def last_push(tx: Transaction, employee: int, kind: str, today: date) -> date | None:
    """The local day of the last push before `today`."""
    found: date | None = await tx.value(LAST_PUSH, employee=employee, kind=kind, today=today)
    return found
