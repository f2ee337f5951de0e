"""Transfers of clients: what there is to hand over, the journal, and whose figures handed-over work stays in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from storage.claim_tables import claims
from storage.clients import COLUMNS as CLIENT_COLUMNS
from storage.clients import Client
from storage.database import Transaction, one_of
from storage.debt_tables import promises
from storage.errand_tables import errands
from storage.lead_tables import offers
from storage.orders import HANDED
from storage.people_tables import earners, transfer_clients, transfers
from storage.shortage_tables import shortages
from storage.tables import clients, orders, persons, timeline
from storage.timeline import EventKind
from storage.transfer_moves import (
    OPEN_CLAIM,
    OPEN_ERRAND,
    OPEN_OFFER,
    OPEN_ORDER,
    OPEN_PROMISE,
    OPEN_SHORTAGE,
    ORDER,
    PROMISE,
)

MOST_KEY = 10


@dataclass(frozen=True, slots=True)
class Transfer:
    id: int
    from_id: int
    to_id: int
    by_id: int
    at: datetime
    count: int
    undone_at: datetime | None


@dataclass(frozen=True, slots=True)
class Given:
    """A client who may be handed over."""

    id: int
    name: str
    client_class: str
    district: str


_OWN = sa.and_(clients.c.manager_id == sa.bindparam("manager"), clients.c.deleted_at.is_(None))
CLASSES = sa.select(clients.c.client_class, sa.func.count()).where(_OWN).group_by(clients.c.client_class)
PLACES = sa.select(clients.c.id, clients.c.district, clients.c.address).where(_OWN).order_by(clients.c.id)
_any_class = sa.or_(sa.bindparam("grade") == "", clients.c.client_class == sa.bindparam("grade"))
IDS = sa.select(clients.c.id).where(_OWN, _any_class).order_by(clients.c.id)
_GIVEN = sa.select(clients.c.id, clients.c.name, clients.c.client_class, clients.c.district)
PAGE = (
    _GIVEN.where(_OWN)
    .order_by(clients.c.client_class, clients.c.name, clients.c.id)
    .limit(sa.bindparam("n"))
    .offset(sa.bindparam("start"))
)
OWN_AMONG = (
    sa.select(clients.c.id).where(one_of(clients.c.id, "ids"), _OWN).order_by(clients.c.id).with_for_update()
)
KEY = (
    sa.select(*CLIENT_COLUMNS)
    .where(
        one_of(clients.c.id, "ids"),
        clients.c.deleted_at.is_(None),
        sa.or_(
            clients.c.client_class == "A",
            clients.c.overdue > 0,
            sa.exists().where(persons.c.client_id == clients.c.id, persons.c.vip.is_(True)),
            sa.exists().where(orders.c.client_id == clients.c.id, OPEN_ORDER, orders.c.status != "draft"),
        ),
    )
    .order_by(clients.c.client_class, clients.c.overdue.desc(), clients.c.id)
    .limit(MOST_KEY)
)


def _count(table: sa.Table, *where: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return sa.select(sa.func.count()).select_from(table).where(one_of(table.c.client_id, "ids"), *where)


# Named as the preview says them.
COUNTS = {
    "drafts": _count(orders, orders.c.status == "draft"),
    "orders": _count(orders, OPEN_ORDER, orders.c.status != "draft"),
    "promises": _count(promises, OPEN_PROMISE),
    "claims": _count(claims, OPEN_CLAIM),
    "offers": _count(offers, OPEN_OFFER),
    "waits": _count(shortages, OPEN_SHORTAGE),
    "errands": _count(errands, OPEN_ERRAND),
    "contacts": sa.select(sa.func.count()).where(
        one_of(clients.c.id, "ids"), clients.c.next_day.is_not(None)
    ),
    "occasions": _count(
        persons,
        persons.c.deleted_at.is_(None),
        sa.func.coalesce(persons.c.birth_month, 0) * 100 + sa.func.coalesce(persons.c.birth_day, 0)
        >= sa.bindparam("first"),
        sa.func.coalesce(persons.c.birth_month, 0) * 100 + sa.func.coalesce(persons.c.birth_day, 0)
        <= sa.bindparam("last"),
    ),
}
ADD = (
    sa.insert(transfers)
    .values({name: sa.bindparam(name) for name in ("from_id", "to_id", "by_id", "at", "count")})
    .returning(transfers.c.id)
)
ADD_CLIENT = sa.insert(transfer_clients).values(
    {name: sa.bindparam(name) for name in ("transfer_id", "client_id")}
)
GET = sa.select(transfers).where(transfers.c.id == sa.bindparam("id_")).with_for_update()
LAST = (
    sa.select(transfers)
    .where(one_of(transfers.c.from_id, "people"))
    .order_by(transfers.c.id.desc())
    .limit(sa.bindparam("n"))
)
UNDO = (
    sa.update(transfers)
    .where(transfers.c.id == sa.bindparam("id_"), transfers.c.undone_at.is_(None))
    .values(undone_at=sa.bindparam("at_"))
)
# Nothing was written of the client since but that it was handed over.
UNTOUCHED = (
    sa.select(transfer_clients.c.client_id)
    .join(clients, clients.c.id == transfer_clients.c.client_id)
    .where(
        transfer_clients.c.transfer_id == sa.bindparam("transfer"),
        clients.c.manager_id == sa.bindparam("manager"),
        clients.c.deleted_at.is_(None),
        ~sa.exists().where(
            timeline.c.client_id == transfer_clients.c.client_id,
            timeline.c.at > sa.bindparam("since"),
            timeline.c.kind != EventKind.TRANSFER.value,
        ),
    )
    .order_by(transfer_clients.c.client_id)
)
ONLY = (
    sa.select(transfer_clients.c.transfer_id, clients.c.name)
    .join(clients, clients.c.id == transfer_clients.c.client_id)
    .where(one_of(transfer_clients.c.transfer_id, "ids"))
)
EARNER = sa.select(earners.c.employee_id).where(
    earners.c.kind == sa.bindparam("kind_"), earners.c.ref_id == sa.bindparam("ref")
)
FORGET_EARNER = sa.delete(earners).where(
    earners.c.kind == sa.bindparam("kind_"), earners.c.ref_id == sa.bindparam("ref")
)
# What the receiver has to know of one client.
OPEN_ORDERS = (
    sa.select(orders.c.id, orders.c.status, orders.c.entered_number, orders.c.total, orders.c.delivery)
    .where(orders.c.client_id == sa.bindparam("client"), OPEN_ORDER)
    .order_by(orders.c.id.desc())
    .limit(5)
)
NOTES = (
    sa.select(timeline.c.at, timeline.c.facts)
    .where(timeline.c.client_id == sa.bindparam("client"), timeline.c.kind == EventKind.NOTE.value)
    .order_by(timeline.c.at.desc(), timeline.c.id.desc())
    .limit(3)
)
WAITS = (
    sa.select(shortages.c.text)
    .where(shortages.c.client_id == sa.bindparam("client"), OPEN_SHORTAGE)
    .order_by(shortages.c.id)
    .limit(3)
)
PROMISED = (
    sa.select(promises.c.due, promises.c.amount)
    .where(promises.c.client_id == sa.bindparam("client"), OPEN_PROMISE)
    .order_by(promises.c.due)
    .limit(1)
)


_HANDED = (HANDED, orders.c.day >= sa.bindparam("start"), orders.c.day <= sa.bindparam("end"))
_HANDED_ON = (
    earners.c.kind == ORDER,
    earners.c.ref_id == orders.c.id,
    earners.c.employee_id != orders.c.employee_id,
)


def earned_orders() -> sa.Subquery:
    """(earner, client_id, total) of orders from `start` to `end` that are in the figures of `employees`."""
    own = sa.select(orders.c.employee_id.label("earner"), orders.c.client_id, orders.c.total).where(
        one_of(orders.c.employee_id, "employees"), *_HANDED, ~sa.exists().where(*_HANDED_ON).correlate(orders)
    )
    handed_on = (
        sa.select(earners.c.employee_id, orders.c.client_id, orders.c.total)
        .join(orders, sa.and_(*_HANDED_ON))
        .where(one_of(earners.c.employee_id, "employees"), *_HANDED)
    )
    return sa.union_all(own, handed_on).subquery()


def _pair(first: Any, second: Any) -> tuple[Any, Any]:
    return first, second


async def classes_of(tx: Transaction, manager: int) -> dict[str, int]:
    return dict(sorted(await tx.rows(CLASSES, _pair, manager=manager)))


async def places_of(tx: Transaction, manager: int) -> list[tuple[int, str, str]]:
    """(client, district, address) of all of the manager's."""
    return await tx.rows(PLACES, lambda *row: row, manager=manager)


async def ids_of(tx: Transaction, manager: int, *, grade: str = "") -> list[int]:
    """All of the manager's, or of one class."""
    return await tx.values(IDS, manager=manager, grade=grade)


async def page_of(tx: Transaction, manager: int, start: int, size: int) -> list[Given]:
    return await tx.rows(PAGE, Given, manager=manager, start=start, n=size)


async def own_among(tx: Transaction, manager: int, ids: Sequence[int]) -> list[int]:
    """Those of them who are the manager's, held from other turns."""
    return await tx.values(OWN_AMONG, manager=manager, ids=[*ids])


async def key_clients(tx: Transaction, ids: Sequence[int]) -> list[Client]:
    """Of class A or with a VIP, in debt beyond term, with an order on its way: the best ten."""
    return await tx.rows(KEY, Client, ids=[*ids])


async def counts_of(tx: Transaction, ids: Sequence[int], first: date, last: date) -> dict[str, int]:
    """What goes along with these clients, by name; birthdays from `first` to `last`."""
    found = dict.fromkeys(COUNTS, 0)
    spans = _spans(first, last)
    for name, statement in COUNTS.items():
        for start, end in spans if name == "occasions" else spans[:1]:
            found[name] += await tx.value(statement, ids=[*ids], first=start, last=end)
    return found


def _spans(first: date, last: date) -> list[tuple[int, int]]:
    """As months × 100 + days; past the new year they are two."""
    start, end = first.month * 100 + first.day, last.month * 100 + last.day
    return [(start, end)] if start <= end else [(start, 1231), (101, end)]


async def note(tx: Transaction, ids: Sequence[int], *, giver: int, taker: int, by: int, at: datetime) -> int:
    """A line of the journal."""
    found: int = await tx.value(ADD, from_id=giver, to_id=taker, by_id=by, at=at, count=len(ids))
    await tx.run_many(ADD_CLIENT, [{"transfer_id": found, "client_id": one} for one in ids])
    return found


async def find(tx: Transaction, transfer_id: int) -> Transfer | None:
    """Held from other turns."""
    return await tx.row(GET, Transfer, id_=transfer_id)


async def last_of(tx: Transaction, people: Sequence[int], limit: int) -> list[Transfer]:
    """From any of `people`, the newest first."""
    return await tx.rows(LAST, Transfer, people=[*people], n=limit)


async def only_of(tx: Transaction, found: Sequence[Transfer]) -> dict[int, str]:
    """By transfer, who was handed over where it was one client."""
    return dict(await tx.rows(ONLY, _pair, ids=[one.id for one in found if one.count == 1]))


async def undo(tx: Transaction, transfer_id: int, at: datetime) -> bool:
    """False where it was undone before."""
    return await tx.run(UNDO, id_=transfer_id, at_=at) == 1


async def untouched(tx: Transaction, transfer: Transfer) -> list[int]:
    """The clients of it who are still with the receiver and of whom nothing was written since."""
    return await tx.values(UNTOUCHED, transfer=transfer.id, manager=transfer.to_id, since=transfer.at)


async def earner_of_order(tx: Transaction, order_id: int) -> int | None:
    """Whose figures a handed-over order stays in; None for one that never changed hands."""
    found: int | None = await tx.value(EARNER, kind_=ORDER, ref=order_id)
    return found


async def earner_of_promise(tx: Transaction, promise_id: int) -> int | None:
    found: int | None = await tx.value(EARNER, kind_=PROMISE, ref=promise_id)
    return found


async def forget_earner_of_order(tx: Transaction, order_id: int) -> None:
    """Taken back into the draft, it counts anew for whoever hands it over."""
    await tx.run(FORGET_EARNER, kind_=ORDER, ref=order_id)


async def open_orders(tx: Transaction, client_id: int) -> list[tuple[int, str, str | None, int, date | None]]:
    """(id, status, number, kopecks, delivery), the newest first."""
    return await tx.rows(OPEN_ORDERS, lambda *row: row, client=client_id)


async def notes_of(tx: Transaction, client_id: int) -> list[tuple[datetime, dict[str, Any]]]:
    """The last three, newest first."""
    return await tx.rows(NOTES, _pair, client=client_id)


async def waits_of(tx: Transaction, client_id: int) -> list[str]:
    return await tx.values(WAITS, client=client_id)


async def promised(tx: Transaction, client_id: int) -> tuple[date, int | None] | None:
    return await tx.row(PROMISED, _pair, client=client_id)
