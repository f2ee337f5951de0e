"""What was announced, and who has read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.errands import Aim
from storage.database import Transaction, one_of
from storage.errand_tables import announcement_readers as readers
from storage.errand_tables import announcements
from storage.tables import employees


@dataclass(frozen=True, slots=True)
class Announcement:
    id: int
    author_id: int
    aim: Aim
    text: str
    file_kind: str | None
    file_id: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Reader:
    """`told_at` is empty for somebody who was away; `gone`: dismissed since."""

    employee_id: int
    name: str
    told_at: datetime | None
    read_at: datetime | None
    gone: bool


def _made(id_: int, author: int, aim: str, *rest: Any) -> Announcement:
    return Announcement(id_, author, Aim(aim), *rest)


_GIVEN = ("author_id", "aim", "text", "file_kind", "file_id", "created_at")
_ALL = sa.select(*(announcements.c[name] for name in Announcement.__slots__))
ADD = (
    sa.insert(announcements)
    .values({name: sa.bindparam(name) for name in _GIVEN})
    .returning(announcements.c.id)
)
GET = _ALL.where(announcements.c.id == sa.bindparam("id_"))
OF_AUTHORS = (
    _ALL.where(one_of(announcements.c.author_id, "authors"))
    .order_by(announcements.c.id.desc())
    .limit(sa.bindparam("n"))
)
TO_READER = (
    _ALL.join(readers, readers.c.announcement_id == announcements.c.id)
    .where(readers.c.employee_id == sa.bindparam("employee"))
    .order_by(readers.c.read_at.is_not(None), announcements.c.id.desc())
    .limit(sa.bindparam("n"))
)
UNREAD = (
    sa.select(sa.func.count())
    .select_from(readers)
    .where(readers.c.employee_id == sa.bindparam("employee"), readers.c.read_at.is_(None))
)
ADD_READER = sa.insert(readers).values(
    {name: sa.bindparam(name) for name in ("announcement_id", "employee_id", "told_at")}
)
READERS = (
    sa.select(
        readers.c.employee_id,
        employees.c.name,
        readers.c.told_at,
        readers.c.read_at,
        employees.c.dismissed_at.is_not(None),
    )
    .join(employees, employees.c.id == readers.c.employee_id)
    .where(readers.c.announcement_id == sa.bindparam("announcement"))
    .order_by(employees.c.name, employees.c.id)
)
_MARK = sa.update(readers).where(
    readers.c.announcement_id == sa.bindparam("announcement"),
    readers.c.employee_id == sa.bindparam("employee"),
)
READ = _MARK.where(readers.c.read_at.is_(None)).values(read_at=sa.bindparam("at"))
TOLD = _MARK.values(told_at=sa.bindparam("at"))


async def add(tx: Transaction, **given: Any) -> int:
    id_: int = await tx.value(ADD, **given)
    return id_


async def add_readers(
    tx: Transaction, announcement_id: int, people: Iterable[tuple[int, datetime | None]]
) -> None:
    """(employee, when they are told; None for later)."""
    await tx.run_many(
        ADD_READER,
        [{"announcement_id": announcement_id, "employee_id": id_, "told_at": at} for id_, at in people],
    )


async def find(tx: Transaction, announcement_id: int) -> Announcement | None:
    return await tx.row(GET, _made, id_=announcement_id)


async def of_authors(tx: Transaction, authors: list[int], size: int) -> list[Announcement]:
    """The newest first."""
    return await tx.rows(OF_AUTHORS, _made, authors=authors, n=size)


async def to_reader(tx: Transaction, employee: int, size: int) -> list[Announcement]:
    """Those not read first, the newest first."""
    return await tx.rows(TO_READER, _made, employee=employee, n=size)


async def count_unread(tx: Transaction, employee: int) -> int:
    count: int = await tx.value(UNREAD, employee=employee)
    return count


async def readers_of(tx: Transaction, announcement_id: int) -> list[Reader]:
    return await tx.rows(READERS, Reader, announcement=announcement_id)


async def mark_read(tx: Transaction, announcement_id: int, employee: int, at: datetime) -> bool:
    """False where it was read before, or is not for this person."""
    return bool(await tx.run(READ, announcement=announcement_id, employee=employee, at=at))


async def mark_told(tx: Transaction, announcement_id: int, employee: int, at: datetime) -> None:
    await tx.run(TOLD, announcement=announcement_id, employee=employee, at=at)
