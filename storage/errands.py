"""Errands and requests to departments, and what was said of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.errands import ErrandStatus, Said
from storage.database import Transaction, one_of
from storage.errand_tables import errand_words, errands
from storage.tables import clients, employees


@dataclass(frozen=True, slots=True)
class Errand:
    """A request has a `pool` and no `doer_id` until it is taken. `wanted` is the term that the doer asks for; moments in UTC."""

    id: int
    giver_id: int
    doer_id: int | None
    pool: str | None
    client_id: int | None
    text: str
    file_kind: str | None
    file_id: str | None
    due: datetime
    status: ErrandStatus
    asked: bool
    wanted: datetime | None
    answer: str
    created_at: datetime
    done_at: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Row:
    """An errand in a list; `doer` and `client` are empty where there is none."""

    id: int
    giver_id: int
    doer_id: int | None
    pool: str | None
    client_id: int | None
    text: str
    due: datetime
    status: ErrandStatus
    asked: bool
    wanted: datetime | None
    giver: str
    doer: str | None
    client: str | None


@dataclass(frozen=True, slots=True)
class Word:
    at: datetime
    kind: Said
    text: str
    who: str


def _with_status(row: tuple[Any, ...], at: int) -> list[Any]:
    return [*row[:at], ErrandStatus(row[at]), *row[at + 1 :]]


def _errand(*row: Any) -> Errand:
    return Errand(*_with_status(row, 9))


def _row(*row: Any) -> Row:
    return Row(*_with_status(row, 7))


_GIVEN = (
    "giver_id",
    "doer_id",
    "pool",
    "client_id",
    "text",
    "file_kind",
    "file_id",
    "due",
    "status",
    "created_at",
)
ADD = sa.insert(errands).values({name: sa.bindparam(name) for name in _GIVEN}).returning(errands.c.id)
GET = sa.select(*(errands.c[name] for name in Errand.__slots__)).where(errands.c.id == sa.bindparam("id_"))
GET_LOCKED = GET.with_for_update()
_giver, _doer = employees.alias("giver"), employees.alias("doer")
_ROWS = (
    sa.select(
        *(errands.c[name] for name in Row.__slots__[:10]),
        _giver.c.name.label("giver"),
        _doer.c.name.label("doer"),
        clients.c.name.label("client"),
    )
    .join(_giver, _giver.c.id == errands.c.giver_id)
    .outerjoin(_doer, _doer.c.id == errands.c.doer_id)
    .outerjoin(clients, sa.and_(clients.c.id == errands.c.client_id, clients.c.deleted_at.is_(None)))
)
_OPEN = errands.c.closed_at.is_(None)
_STILL = sa.or_(*(errands.c.status == one.value for one in ErrandStatus if one.is_open))
_FIRST = (errands.c.due, errands.c.id)
OF_DOER = (
    _ROWS.where(errands.c.doer_id == sa.bindparam("doer"), _OPEN).order_by(*_FIRST).limit(sa.bindparam("n"))
)
OF_GIVER = (
    _ROWS.where(errands.c.giver_id == sa.bindparam("giver"), _OPEN).order_by(*_FIRST).limit(sa.bindparam("n"))
)
PASS_ON = (
    sa.update(errands)
    .where(errands.c.giver_id == sa.bindparam("leaver"), errands.c.closed_at.is_(None))
    .values(giver_id=sa.bindparam("heir"))
)
OF_DOERS = _ROWS.where(one_of(errands.c.doer_id, "doers"), _OPEN).order_by(*_FIRST).limit(sa.bindparam("n"))
IN_POOL = (
    _ROWS.where(errands.c.pool == sa.bindparam("pool"), errands.c.doer_id.is_(None), _OPEN)
    .order_by(*_FIRST)
    .limit(sa.bindparam("n"))
)
UNTAKEN = (
    _ROWS.where(one_of(errands.c.giver_id, "givers"), errands.c.doer_id.is_(None), _OPEN)
    .order_by(*_FIRST)
    .limit(sa.bindparam("n"))
)
LATE = (
    _ROWS.where(one_of(errands.c.doer_id, "doers"), _OPEN, _STILL, errands.c.due <= sa.bindparam("now"))
    .order_by(*_FIRST)
    .limit(sa.bindparam("n"))
)
OF_CLIENTS = (
    sa.select(errands.c.client_id, errands.c.id, errands.c.text, errands.c.due)
    .where(errands.c.doer_id == sa.bindparam("doer"), one_of(errands.c.client_id, "clients"), _OPEN, _STILL)
    .order_by(*_FIRST)
)
ADD_WORD = sa.insert(errand_words).values(
    {name: sa.bindparam(name) for name in ("errand_id", "employee_id", "at", "kind", "text")}
)
WORDS = (
    sa.select(errand_words.c.at, errand_words.c.kind, errand_words.c.text, employees.c.name)
    .join(employees, employees.c.id == errand_words.c.employee_id)
    .where(errand_words.c.errand_id == sa.bindparam("errand"))
    .order_by(errand_words.c.id.desc())
    .limit(sa.bindparam("n"))
)
CHANGEABLE = ("doer_id", "pool", "due", "status", "asked", "wanted", "answer", "done_at", "closed_at")


def _patch(*names: str) -> sa.Update:
    return (
        sa.update(errands)
        .where(errands.c.id == sa.bindparam("id_"))
        .values({name: sa.bindparam(f"{name}_") for name in names})
    )


# Every column at once: a row that was read is locked, so the rest is written as it was.
SET: sa.Update = _patch(*CHANGEABLE)


async def add(tx: Transaction, **given: Any) -> int:
    id_: int = await tx.value(ADD, **given)
    return id_


async def find(tx: Transaction, errand_id: int, *, lock: bool = False) -> Errand | None:
    return await tx.row(GET_LOCKED if lock else GET, _errand, id_=errand_id)


async def save(tx: Transaction, one: Errand) -> None:
    """As it now is."""
    await tx.run(SET, id_=one.id, **{f"{name}_": getattr(one, name) for name in CHANGEABLE})


async def rows(tx: Transaction, statement: sa.Select[Any], size: int, **values: Any) -> list[Row]:
    """By term."""
    return await tx.rows(statement, _row, n=size, **values)


async def of_clients(tx: Transaction, doer: int, client_ids: list[int]) -> dict[int, tuple[str, datetime]]:
    """What each of these clients is to be asked or told, the nearest term of each."""
    found: dict[int, tuple[str, datetime]] = {}
    for client, _, text, due in await tx.rows(OF_CLIENTS, lambda *row: row, doer=doer, clients=client_ids):
        found.setdefault(client, (text, due))
    return found


async def say(
    tx: Transaction, errand_id: int, employee_id: int, at: datetime, *, kind: Said, text: str
) -> None:
    await tx.run(ADD_WORD, errand_id=errand_id, employee_id=employee_id, at=at, kind=kind.value, text=text)


async def words_of(tx: Transaction, errand_id: int, size: int) -> list[Word]:
    """The newest first."""
    return await tx.rows(
        WORDS, lambda at, kind, text, who: Word(at, Said(kind), text, who), errand=errand_id, n=size
    )


async def pass_on(tx: Transaction, leaver: int, heir: int) -> None:
    """What somebody who leaves has asked for is now `heir`'s to wait for."""
    await tx.run(PASS_ON, leaver=leaver, heir=heir)
