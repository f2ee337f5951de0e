"""Files that wait to be read, imports with what they changed, and what an import looks up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.imports import ImportKind, ImportState
from storage.clients import ALIVE, Client
from storage.clients import COLUMNS as CLIENT_COLUMNS
from storage.database import Transaction, one_of
from storage.debt_tables import imports
from storage.persons import COLUMNS as PERSON_COLUMNS
from storage.persons import Person
from storage.products import COLUMNS as PRODUCT_COLUMNS
from storage.products import Product
from storage.tables import clients, incoming_files, persons, products, timeline
from storage.timeline import EventKind
from storage.types import Instant

LEASE = timedelta(minutes=3)
PAGE = 1000
LISTED = (
    ImportState.ASKING,
    ImportState.PREVIEW,
    ImportState.LOADING,
    ImportState.APPLIED,
    ImportState.UNDONE,
)
WRITTEN = [EventKind.CREATED, EventKind.CHANGED, EventKind.PERSON]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that somebody dropped and nobody has read yet."""

    id: int
    employee_id: int
    chat_id: int
    file_id: str
    name: str
    caption: str


@dataclass(frozen=True, slots=True)
class Import:
    """`plan` is what was read, as JSON; `undo` is what was there before."""

    id: int
    employee_id: int
    kind: ImportKind
    file_name: str
    as_of: date | None
    plan: dict[str, Any]
    undo: dict[str, Any] | None
    state: ImportState
    created_at: datetime
    applied_at: datetime | None


@dataclass(frozen=True, slots=True)
class Past:
    """An import as a list shows it."""

    id: int
    kind: ImportKind
    file_name: str
    state: ImportState
    created_at: datetime
    applied_at: datetime | None


@dataclass(frozen=True, slots=True)
class LastLoaded:
    """The newest file of a kind that stands; `summary` has its counts and the digest of the file."""

    id: int
    employee_id: int
    file_name: str
    summary: dict[str, Any]
    applied_at: datetime


@dataclass(frozen=True, slots=True)
class Named:
    """What a client is recognised by."""

    id: int
    manager_id: int
    name: str
    legal_name: str
    tax_number: str | None


INCOMING = [incoming_files.c[name] for name in ("id", "employee_id", "chat_id", "file_id", "name", "caption")]
GIVEN = ("employee_id", "chat_id", "file_id", "name", "caption", "created_at")
ADD_INCOMING = (
    sa.insert(incoming_files)
    .values({name: sa.bindparam(name) for name in GIVEN})
    .returning(incoming_files.c.id)
)
OLDEST = sa.select(*INCOMING).order_by(incoming_files.c.id).limit(1)
_free = (
    sa.select(incoming_files.c.id)
    .where(
        sa.or_(incoming_files.c.taken_until.is_(None), incoming_files.c.taken_until <= sa.bindparam("now_"))
    )
    .order_by(incoming_files.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
    .scalar_subquery()
)
TAKE = (
    sa.update(incoming_files)
    .where(incoming_files.c.id == _free)
    .values(taken_until=sa.bindparam("until"))
    .returning(*INCOMING)
)
_LOADING = (imports.c.kind == ImportKind.RECEIVABLES.value, imports.c.state == ImportState.LOADING.value)
NEXT_LOADING = (
    sa.select(imports.c.id, imports.c.employee_id)
    .where(*_LOADING)
    .order_by(imports.c.applied_at, imports.c.id)
    .limit(1)
)
_free_loading = (
    sa.select(imports.c.id)
    .where(
        *_LOADING,
        sa.or_(imports.c.applied_at.is_(None), imports.c.applied_at <= sa.bindparam("begun_before")),
    )
    .order_by(imports.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
    .scalar_subquery()
)
TAKE_LOADING = (
    sa.update(imports)
    .where(imports.c.id == _free_loading)
    .values(applied_at=sa.bindparam("now_"))
    .returning(imports.c.id, imports.c.employee_id)
)
FORGET_INCOMING = sa.delete(incoming_files).where(incoming_files.c.id == sa.bindparam("id_"))

ADD = (
    sa.insert(imports)
    .values(
        {
            name: sa.bindparam(name)
            for name in ("employee_id", "kind", "file_name", "as_of", "plan", "state", "created_at")
        }
    )
    .returning(imports.c.id)
)
GET = (
    sa.select(*imports.c)
    .where(imports.c.id == sa.bindparam("id_"), imports.c.employee_id == sa.bindparam("employee"))
    .with_for_update()
)
LAST = (
    sa.select(*(imports.c[name] for name in ("id", "kind", "file_name", "state", "created_at", "applied_at")))
    .where(
        imports.c.employee_id == sa.bindparam("employee"),
        one_of(imports.c.state, "states"),
    )
    .order_by(imports.c.id.desc())
    .limit(sa.bindparam("n"))
)
_mine = sa.update(imports).where(
    imports.c.id == sa.bindparam("id_"), imports.c.state == sa.bindparam("was", type_=sa.String())
)
MOVE = _mine.values(state=sa.bindparam("state"))
CLEAR = _mine.values(state=sa.bindparam("state"), plan=sa.bindparam("plan"))
CHOOSE = _mine.values(
    state=sa.bindparam("state"),
    kind=sa.bindparam("kind"),
    plan=sa.bindparam("plan"),
    as_of=sa.bindparam("as_of"),
)
SET_APPLIED = _mine.values(state=sa.bindparam("state"), applied_at=sa.bindparam("at"))
SET_DONE = (
    sa.update(imports)
    .where(imports.c.id == sa.bindparam("id_"))
    .values(plan=sa.bindparam("plan"), undo=sa.bindparam("undo"))
)

_NAMED = [clients.c[name] for name in ("id", "manager_id", "name", "legal_name", "tax_number")]
BY_TAX_NUMBERS = (
    sa.select(*_NAMED).where(one_of(clients.c.tax_number, "numbers"), ALIVE).order_by(clients.c.id)
)
NAMED = (
    sa.select(*_NAMED)
    .where(one_of(clients.c.manager_id, "managers"), ALIVE, clients.c.id > sa.bindparam("after"))
    .order_by(clients.c.id)
    .limit(sa.bindparam("n"))
)
LOCK_CLIENTS = (
    sa.select(*CLIENT_COLUMNS)
    .where(one_of(clients.c.id, "ids"), ALIVE)
    .order_by(clients.c.id)
    .with_for_update()
)
_own_event = sa.and_(
    timeline.c.at == sa.bindparam("moment", type_=Instant()), one_of(timeline.c.kind, "kinds")
)
TOUCHED = (
    sa.select(timeline.c.client_id)
    .where(one_of(timeline.c.client_id, "clients"), sa.not_(_own_event))
    .distinct()
)
FORGET_EVENTS = sa.delete(timeline).where(one_of(timeline.c.client_id, "clients"), _own_event)
LATER = (
    sa.select(imports.c.id)
    .where(
        imports.c.kind == sa.bindparam("kind_", type_=sa.String()),
        imports.c.state == sa.bindparam("state_", type_=sa.String()),
        sa.or_(
            imports.c.applied_at > sa.bindparam("at", type_=Instant()),
            sa.and_(
                imports.c.applied_at == sa.bindparam("at", type_=Instant()),
                imports.c.id > sa.bindparam("id_"),
            ),
        ),
    )
    .limit(1)
)
NEWEST = (
    sa.select(*(imports.c[name] for name in ("id", "employee_id", "file_name", "plan", "applied_at")))
    .where(
        imports.c.kind == sa.bindparam("kind_", type_=sa.String()),
        imports.c.state == sa.bindparam("state_", type_=sa.String()),
    )
    .order_by(imports.c.applied_at.desc(), imports.c.id.desc())
    .limit(1)
)
# What is kept to take an import back is of no use once its day is over, and the largest thing in the base.
SPEND = (
    sa.update(imports)
    .where(
        imports.c.kind == sa.bindparam("kind_", type_=sa.String()),
        imports.c.state == sa.bindparam("state_", type_=sa.String()),
        imports.c.applied_at < sa.bindparam("before", type_=Instant()),
        imports.c.undo.is_not(None),
    )
    .values(undo=None)
)
PERSONS = sa.select(*PERSON_COLUMNS).where(one_of(persons.c.id, "ids"), persons.c.deleted_at.is_(None))
PRODUCTS_NAMED = (
    sa.select(*PRODUCT_COLUMNS)
    .where(one_of(products.c.name, "names"), products.c.deleted_at.is_(None))
    .order_by(products.c.id)
)


async def add_incoming(
    tx: Transaction, *, employee_id: int, chat_id: int, file_id: str, name: str, caption: str, at: datetime
) -> int:
    found: int = await tx.value(
        ADD_INCOMING,
        employee_id=employee_id,
        chat_id=chat_id,
        file_id=file_id,
        name=name,
        caption=caption,
        created_at=at,
    )
    return found


async def take_oldest(tx: Transaction, now: datetime) -> Incoming | None:
    """The row stays until its preview is committed. Of several processes only one is given it, for `LEASE`."""
    if tx.database.one_writer:
        return await tx.row(OLDEST, Incoming)
    return await tx.row(TAKE, Incoming, now_=now, until=now + LEASE)


async def take_loading(tx: Transaction, now: datetime) -> tuple[int, int] | None:
    """(import, employee) that waits to be laid. Of several processes only one is given it, for `LEASE`."""
    if tx.database.one_writer:
        return await tx.row(NEXT_LOADING, _pair)
    return await tx.row(TAKE_LOADING, _pair, now_=now, begun_before=now - LEASE)


def _pair(import_id: int, employee_id: int) -> tuple[int, int]:
    return import_id, employee_id


async def forget_incoming(tx: Transaction, id_: int) -> bool:
    """False where another process was first."""
    return await tx.run(FORGET_INCOMING, id_=id_) == 1


def _import(id_: int, employee: int, kind: str, *rest: Any) -> Import:
    name, as_of, plan, undo, state, created, applied = rest
    return Import(
        id_, employee, ImportKind(kind), name, as_of, plan, undo, ImportState(state), created, applied
    )


async def find(tx: Transaction, import_id: int, employee_id: int) -> Import | None:
    """None for somebody else's; held from other turns."""
    return await tx.row(GET, _import, id_=import_id, employee=employee_id)


async def last_of(tx: Transaction, employee_id: int, count: int) -> list[Past]:
    return await tx.rows(
        LAST,
        lambda id_, kind, name, state, *at: Past(id_, ImportKind(kind), name, ImportState(state), *at),
        employee=employee_id,
        states=list(LISTED),
        n=count,
    )


async def lock_clients(tx: Transaction, ids: Iterable[int]) -> dict[int, Client]:
    """Of any manager, held from other turns."""
    return {found.id: found for found in await tx.rows(LOCK_CLIENTS, Client, ids=list(ids))}


async def with_tax_numbers(tx: Transaction, numbers: Iterable[str]) -> list[Named]:
    """Of any manager."""
    return await tx.rows(BY_TAX_NUMBERS, Named, numbers=list(numbers))


async def named_of(tx: Transaction, managers: list[int], after: int) -> list[Named]:
    """A page of the managers' clients, by id."""
    return await tx.rows(NAMED, Named, managers=managers, after=after, n=PAGE)


async def touched_since(tx: Transaction, client_ids: list[int], moment: datetime) -> set[int]:
    """Those with whom something happened besides an import at `moment`."""
    return set(await tx.values(TOUCHED, clients=client_ids, moment=moment, kinds=WRITTEN))


async def forget_events(tx: Transaction, client_ids: list[int], moment: datetime) -> None:
    """What an import at `moment` noted."""
    await tx.run(FORGET_EVENTS, clients=client_ids, moment=moment, kinds=WRITTEN)


async def is_superseded(tx: Transaction, found: Import) -> bool:
    """Another file of this kind was loaded later, by anybody, and stands."""
    later = await tx.value(
        LATER, kind_=found.kind, state_=ImportState.APPLIED, at=found.applied_at, id_=found.id
    )
    return later is not None


async def find_newest(tx: Transaction, kind: ImportKind) -> LastLoaded | None:
    """By anybody."""
    return await tx.row(NEWEST, LastLoaded, kind_=kind, state_=ImportState.APPLIED)


async def spend_undos(tx: Transaction, kind: ImportKind, before: datetime) -> None:
    """Of the files of a kind that were loaded earlier than `before`."""
    await tx.run(SPEND, kind_=kind, state_=ImportState.APPLIED, before=before)


async def persons_by_ids(tx: Transaction, ids: Iterable[int]) -> dict[int, Person]:
    return {found.id: found for found in await tx.rows(PERSONS, Person, ids=list(ids))}


async def products_named(tx: Transaction, names: Iterable[str]) -> dict[str, Product]:
    """The first of each exact name."""
    found: dict[str, Product] = {}
    for product in await tx.rows(PRODUCTS_NAMED, Product, names=list(names)):
        found.setdefault(product.name, product)
    return found
