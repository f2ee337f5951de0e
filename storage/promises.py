"""Promises to pay."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from domain.promises import PromiseState
from storage.database import Transaction, one_of
from storage.debt_tables import promises
from storage.tables import clients


@dataclass(frozen=True, slots=True)
class Promise:
    """Kopecks; `amount` None where no debt was known. `paid` is what files have shown since it was given.

    `judged_as_of` is the date of the file by which it was judged, `reminded_on` when the client was last reminded of it.
    """

    id: int
    client_id: int
    employee_id: int
    due: date
    amount: int | None
    debt_before: int
    paid: int
    state: str
    created_at: datetime
    judged_at: datetime | None
    judged_as_of: date | None
    reminded_on: date | None

    @property
    def is_open(self) -> bool:
        return self.state == PromiseState.OPEN

    @property
    def is_settled(self) -> bool:
        """Not kept by the word of a file of the promised day: only the bank can say that money came in time."""
        return self.state in SHORT and self.judged_as_of is not None and self.judged_as_of >= self.due

    @property
    def left(self) -> int:
        return max((self.amount or self.debt_before) - self.paid, 0)


SHORT = frozenset({PromiseState.BROKEN.value, PromiseState.PARTLY_KEPT.value})
OPEN = promises.c.state == PromiseState.OPEN.value
NOT_KEPT = sa.or_(
    promises.c.state == PromiseState.BROKEN.value, promises.c.state == PromiseState.PARTLY_KEPT.value
)
# Judged by the clock, before any file of the promised day was seen: the next file has the last word.
PROVISIONAL = sa.and_(
    NOT_KEPT,
    sa.or_(promises.c.judged_as_of.is_(None), promises.c.judged_as_of < promises.c.due),
)
GET = sa.select(promises).where(promises.c.id == sa.bindparam("id_"))
UNSETTLED = (
    sa.select(promises)
    .where(one_of(promises.c.client_id, "clients"), sa.or_(OPEN, PROVISIONAL))
    .order_by(promises.c.client_id, promises.c.due, promises.c.id)
)
NOT_KEPT_SINCE = (
    sa.select(promises)
    .where(
        one_of(promises.c.client_id, "clients"),
        NOT_KEPT,
        promises.c.judged_as_of >= promises.c.due,
        promises.c.due >= sa.bindparam("since"),
    )
    .order_by(promises.c.client_id, promises.c.due, promises.c.id)
)
BY_IDS = sa.select(promises).where(one_of(promises.c.id, "ids"))
OPEN_OF_CLIENTS = (
    sa.select(promises)
    .where(one_of(promises.c.client_id, "clients"), OPEN)
    .order_by(promises.c.due, promises.c.id)
)
LAST_OF_CLIENT = (
    sa.select(promises)
    .where(promises.c.client_id == sa.bindparam("client"), promises.c.state != PromiseState.CANCELLED.value)
    .order_by(promises.c.id.desc())
    .limit(sa.bindparam("n"))
)
PAST = (
    sa.select(promises)
    .join(clients, clients.c.id == promises.c.client_id)
    .where(one_of(clients.c.manager_id, "managers"), OPEN, promises.c.due < sa.bindparam("today"))
    .order_by(promises.c.due, promises.c.id)
    .limit(sa.bindparam("n"))
)
COMING = (
    sa.select(promises, clients.c.name)
    .join(clients, clients.c.id == promises.c.client_id)
    .where(
        clients.c.manager_id == sa.bindparam("manager"),
        clients.c.deleted_at.is_(None),
        OPEN,
        promises.c.due > sa.bindparam("today"),
        promises.c.due <= sa.bindparam("until"),
    )
    .order_by(promises.c.due, promises.c.amount.desc(), promises.c.id)
    .limit(sa.bindparam("n"))
)
REMINDED = (
    sa.update(promises)
    .where(
        promises.c.id == sa.bindparam("id_"),
        OPEN,
        sa.or_(promises.c.reminded_on.is_(None), promises.c.reminded_on != sa.bindparam("day")),
    )
    .values(reminded_on=sa.bindparam("day"))
)
ADD = (
    sa.insert(promises)
    .values(
        {
            name: sa.bindparam(name)
            for name in ("client_id", "employee_id", "due", "amount", "debt_before", "created_at")
        }
    )
    .returning(promises.c.id)
)
JUDGE = (
    sa.update(promises)
    .where(promises.c.id == sa.bindparam("id_"), promises.c.state == sa.bindparam("was"))
    .values({name: sa.bindparam(name) for name in ("state", "paid", "judged_at", "judged_as_of")})
)
RESTORE = (
    sa.update(promises)
    .where(promises.c.id == sa.bindparam("id_"), promises.c.state != PromiseState.CANCELLED.value)
    .values({name: sa.bindparam(name) for name in ("state", "paid", "judged_at", "judged_as_of")})
)
MOVE = (
    sa.update(promises)
    .where(promises.c.id == sa.bindparam("id_"), OPEN)
    .values({"due": sa.bindparam("day"), "amount": sa.bindparam("sum")})
)
CANCEL = (
    sa.update(promises)
    .where(one_of(promises.c.id, "ids"), OPEN)
    .values(state=PromiseState.CANCELLED.value, judged_at=sa.bindparam("at"))
)
CLIENT_AFTER = (
    sa.update(clients)
    .where(clients.c.id == sa.bindparam("id_"))
    .values(
        {
            "promise_due": sa.bindparam("due"),
            "promise_broken_day": sa.bindparam("broken"),
            "promises_kept": clients.c.promises_kept + sa.bindparam("kept", type_=sa.Integer),
            "promises_judged": clients.c.promises_judged + sa.bindparam("judged", type_=sa.Integer),
        }
    )
)


async def find(tx: Transaction, promise_id: int) -> Promise | None:
    return await tx.row(GET, Promise, id_=promise_id)


async def unsettled(tx: Transaction, client_ids: Iterable[int]) -> dict[int, list[Promise]]:
    """By client, the earliest first: the open ones, and those that only the clock has judged."""
    return _by_client(await tx.rows(UNSETTLED, Promise, clients=list(client_ids)))


async def not_kept_since(tx: Transaction, client_ids: Iterable[int], since: date) -> dict[int, list[Promise]]:
    """By client, the earliest first: promised for `since` or later, and not kept by the word of that day's file."""
    return _by_client(await tx.rows(NOT_KEPT_SINCE, Promise, clients=list(client_ids), since=since))


def _by_client(rows: Iterable[Promise]) -> dict[int, list[Promise]]:
    found: dict[int, list[Promise]] = {}
    for promise in rows:
        found.setdefault(promise.client_id, []).append(promise)
    return found


async def by_ids(tx: Transaction, ids: Iterable[int]) -> list[Promise]:
    return await tx.rows(BY_IDS, Promise, ids=list(ids))


async def open_of(tx: Transaction, client_ids: Iterable[int]) -> list[Promise]:
    """The earliest first."""
    return await tx.rows(OPEN_OF_CLIENTS, Promise, clients=list(client_ids))


async def last_of(tx: Transaction, client_id: int, count: int = 3) -> list[Promise]:
    """The newest first, cancelled ones left out."""
    return await tx.rows(LAST_OF_CLIENT, Promise, client=client_id, n=count)


async def past_due(tx: Transaction, managers: list[int], today: date, limit: int = 500) -> list[Promise]:
    """Open promises of these managers' clients whose day is over."""
    return await tx.rows(PAST, Promise, managers=managers, today=today, n=limit)


async def coming(
    tx: Transaction, manager: int, today: date, until: date, limit: int = 50
) -> list[tuple[Promise, str]]:
    """Open promises of the manager's clients due after `today` and up to `until`, with the client's name."""
    found = await tx.rows(COMING, lambda *row: row, manager=manager, today=today, until=until, n=limit)
    return [(Promise(*row[:-1]), row[-1]) for row in found]
