"""The people at our clients."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from domain.occasions import Birth
from storage.database import Transaction, one_of
from storage.tables import clients, persons


@dataclass(frozen=True, slots=True)
class Person:
    """`phone` in E.164; the parts of the birth date are apart, the year or the day may be unknown; `familiar` is «ты».

    `vip`, `closeness`, `said_as` (how to address) and `forms` (the name by case) are None where the rules decide.
    """

    id: int
    client_id: int
    name: str
    role: str
    phone: str | None
    email: str | None
    telegram_id: int | None
    gender: str | None
    familiar: bool
    birth_day: int | None
    birth_month: int | None
    birth_year: int | None
    bad_number: bool
    vip: bool | None
    closeness: str | None
    said_as: str | None
    forms: dict[str, str] | None


COLUMNS = [column for column in persons.c if column.name != "deleted_at"]
ALIVE = persons.c.deleted_at.is_(None)
OF_CLIENT = (
    sa.select(*COLUMNS).where(persons.c.client_id == sa.bindparam("client"), ALIVE).order_by(persons.c.id)
)
OF_CLIENTS = sa.select(*COLUMNS).where(one_of(persons.c.client_id, "clients"), ALIVE).order_by(persons.c.id)
GET = (
    sa.select(*COLUMNS)
    .join(clients, clients.c.id == persons.c.client_id)
    .where(
        persons.c.id == sa.bindparam("id_"),
        one_of(clients.c.manager_id, "managers"),
        clients.c.deleted_at.is_(None),
        ALIVE,
    )
)
GIVEN = ("client_id", "name", "role", "phone", "email", "gender", "birth_day", "birth_month", "birth_year")
ADD = sa.insert(persons).values({name: sa.bindparam(name) for name in GIVEN}).returning(persons.c.id)
DELETE = sa.update(persons).where(persons.c.id == sa.bindparam("id_")).values(deleted_at=sa.bindparam("at"))


async def find(tx: Transaction, person_id: int, managers: list[int]) -> Person | None:
    """None for somebody of a foreign client as for nobody."""
    return await tx.row(GET, Person, id_=person_id, managers=managers)


async def of_client(tx: Transaction, client_id: int) -> list[Person]:
    return await tx.rows(OF_CLIENT, Person, client=client_id)


async def of_clients(tx: Transaction, client_ids: list[int]) -> list[Person]:
    return await tx.rows(OF_CLIENTS, Person, clients=client_ids)


async def add(
    tx: Transaction,
    client_id: int,
    name: str,
    *,
    role: str = "",
    phone: str | None = None,
    email: str | None = None,
    gender: str | None = None,
    birth: Birth | None = None,
) -> int:
    """The new person's id. `birth` is (day or None, month, year or None). Reindex the client afterwards."""
    day, month, year = birth or (None, None, None)
    found: int = await tx.value(
        ADD,
        client_id=client_id,
        name=name,
        role=role,
        phone=phone,
        email=email,
        gender=gender,
        birth_day=day,
        birth_month=month,
        birth_year=year,
    )
    return found


def patch(*columns: str) -> sa.Update:
    """A statement that sets these columns of person `id_`; make it a module constant where it is used."""
    return (
        sa.update(persons)
        .where(persons.c.id == sa.bindparam("id_"))
        .values({name: sa.bindparam(name) for name in columns})
    )


async def delete(tx: Transaction, person_id: int, at: datetime) -> None:
    await tx.run(DELETE, id_=person_id, at=at)
