"""Payments by the bank's files, what is remembered of payers, and money that files have shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.database import Transaction, one_of
from storage.payment_tables import payers, payments, shown_payments
from storage.tables import clients
from storage.types import Instant

DAYS_OF_HABIT = 24


class PaymentState(StrEnum):
    """OPEN waits for its client; IGNORED came from nobody who is one."""

    OPEN = "open"
    LAID = "laid"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Payment:
    """Kopecks. `laid_as_of` is the file on whose rows it was laid, None where the file knew it or there was none.

    `told` is how much of it was news; `offered` the clients it may be of; `undo` what was there before it was laid.
    """

    id: int
    import_id: int
    client_id: int | None
    state: str
    account: str
    number: str
    day: date
    amount: int
    payer_tax_number: str
    payer: str
    purpose: str
    offered: list[int] | None
    laid_as_of: date | None
    told: int
    created_at: datetime
    settled_at: datetime | None
    undo: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Shown:
    """Money that the file of `as_of` showed since the file of `since` and no bank payment has explained, in kopecks."""

    client_id: int
    as_of: date
    since: date
    amount: int


@dataclass(frozen=True, slots=True)
class Payer:
    """`payer` is a tax number or the words of a name; `client_id` None for who is not a client."""

    payer: str
    client_id: int | None


_GIVEN = (
    "import_id",
    "client_id",
    "state",
    "account",
    "number",
    "day",
    "amount",
    "payer_tax_number",
    "payer",
    "purpose",
    "offered",
    "created_at",
)
_add = upsert(payments).values({name: sa.bindparam(name) for name in _GIVEN})
ADD = _add.on_conflict_do_nothing(index_elements=["account", "number", "day", "amount", "payer_tax_number"])
GET = sa.select(payments).where(payments.c.id == sa.bindparam("id_")).with_for_update()
ON_ACCOUNT = sa.select(
    payments.c.account, payments.c.number, payments.c.day, payments.c.amount, payments.c.payer_tax_number
).where(
    payments.c.account == sa.bindparam("account"),
    one_of(payments.c.number, "numbers"),
)
LAID = (
    sa.select(payments)
    .where(
        one_of(payments.c.client_id, "clients"),
        payments.c.day >= sa.bindparam("since"),
        payments.c.state == PaymentState.LAID.value,
    )
    .order_by(payments.c.client_id, payments.c.day, payments.c.id)
)
DAYS = (
    sa.select(payments.c.client_id, payments.c.day)
    .where(one_of(payments.c.client_id, "clients"), payments.c.state == PaymentState.LAID.value)
    .order_by(payments.c.client_id, payments.c.day)
)
OF_IMPORT = sa.select(payments).where(payments.c.import_id == sa.bindparam("load")).order_by(payments.c.id)
OPEN = (
    sa.select(payments)
    .where(payments.c.state == PaymentState.OPEN.value, payments.c.id > sa.bindparam("after"))
    .order_by(payments.c.id)
    .limit(sa.bindparam("n"))
)
OPEN_COUNT = (
    sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(payments.c.amount), 0).cast(sa.BigInteger))
    .select_from(payments)
    .where(payments.c.state == PaymentState.OPEN.value)
)
OPEN_BEFORE = (
    sa.select(sa.func.count())
    .select_from(payments)
    .where(payments.c.state == PaymentState.OPEN.value, payments.c.id <= sa.bindparam("id_"))
)
OPEN_OF_PAYER = (
    sa.select(payments)
    .where(
        payments.c.state == PaymentState.OPEN.value,
        payments.c.payer_tax_number == sa.bindparam("tax_number"),
        sa.or_(payments.c.payer_tax_number != "", payments.c.payer == sa.bindparam("payer")),
    )
    .order_by(payments.c.id)
    .with_for_update()
)
LOOK = sa.select(payments).where(payments.c.id == sa.bindparam("id_"))
SETTLED_LATER = (
    sa.select(payments.c.id)
    .where(
        one_of(payments.c.client_id, "clients"),
        payments.c.settled_at > sa.bindparam("at", type_=Instant()),
        payments.c.import_id != sa.bindparam("load"),
    )
    .limit(1)
)
SETTLE = (
    sa.update(payments)
    .where(payments.c.id == sa.bindparam("id_"), payments.c.state == PaymentState.OPEN.value)
    .values(
        {name: sa.bindparam(name) for name in ("client_id", "laid_as_of", "told", "settled_at", "undo")}
        | {"state": PaymentState.LAID.value}
    )
)
SET_LAID_AS_OF = (
    sa.update(payments)
    .where(one_of(payments.c.id, "ids"))
    .values(laid_as_of=sa.bindparam("day", type_=sa.Date()))
)
IGNORE = (
    sa.update(payments)
    .where(payments.c.id == sa.bindparam("id_"), payments.c.state == PaymentState.OPEN.value)
    .values(state=PaymentState.IGNORED.value, settled_at=sa.bindparam("at"))
)
REOPEN = (
    sa.update(payments)
    .where(payments.c.id == sa.bindparam("id_"), payments.c.state == PaymentState.IGNORED.value)
    .values(state=PaymentState.OPEN.value, settled_at=None)
)
FORGET_IMPORT = sa.delete(payments).where(payments.c.import_id == sa.bindparam("load"))

_remember = upsert(payers).values(
    {name: sa.bindparam(name) for name in ("payer", "client_id", "employee_id", "created_at")}
)
REMEMBER = _remember.on_conflict_do_update(
    index_elements=["payer"],
    set_={name: _remember.excluded[name] for name in ("client_id", "employee_id", "created_at")},
)
FORGET = sa.delete(payers).where(payers.c.payer == sa.bindparam("payer"))
REMEMBERED = (
    sa.select(payers.c.payer, payers.c.client_id)
    .outerjoin(clients, clients.c.id == payers.c.client_id)
    .where(one_of(payers.c.payer, "payers"), clients.c.deleted_at.is_(None))
)

_show = upsert(shown_payments).values(
    {name: sa.bindparam(name) for name in ("client_id", "as_of", "since", "amount")}
)
SHOW = _show.on_conflict_do_update(
    index_elements=["client_id"], set_={name: _show.excluded[name] for name in ("as_of", "since", "amount")}
)
SHOWN = sa.select(shown_payments).where(one_of(shown_payments.c.client_id, "clients"))
UNSHOW = sa.delete(shown_payments).where(one_of(shown_payments.c.client_id, "clients"))
PAYS_ON = (
    sa.update(clients).where(clients.c.id == sa.bindparam("id_")).values(pays_on=sa.bindparam("weekday"))
)


async def find(tx: Transaction, payment_id: int) -> Payment | None:
    """Held from other turns."""
    return await tx.row(GET, Payment, id_=payment_id)


async def look(tx: Transaction, payment_id: int) -> Payment | None:
    """As `find`, not held: several of one payer are held together, in one order."""
    return await tx.row(LOOK, Payment, id_=payment_id)


async def of_clients(tx: Transaction, client_ids: Iterable[int], since: date) -> dict[int, list[Payment]]:
    """Of `since` and later, in the order of their days."""
    found: dict[int, list[Payment]] = {}
    for one in await tx.rows(LAID, Payment, clients=list(client_ids), since=since):
        assert one.client_id is not None
        found.setdefault(one.client_id, []).append(one)
    return found


async def days_of(tx: Transaction, client_ids: Iterable[int]) -> dict[int, list[date]]:
    """The last days on which each of the clients has paid, the newest last; a client without any is absent."""
    found: dict[int, list[date]] = {}
    for client_id, day in await tx.rows(DAYS, lambda *row: row, clients=list(client_ids)):
        found.setdefault(client_id, []).append(day)
    return {client_id: days[-DAYS_OF_HABIT:] for client_id, days in found.items()}


async def of_import(tx: Transaction, import_id: int) -> list[Payment]:
    return await tx.rows(OF_IMPORT, Payment, load=import_id)


async def open_page(tx: Transaction, after: int, size: int) -> list[Payment]:
    """Those that wait for their client, the oldest first."""
    return await tx.rows(OPEN, Payment, after=after, n=size)


async def open_total(tx: Transaction) -> tuple[int, int]:
    """How many wait for their client, and their sum in kopecks."""
    found = await tx.row(OPEN_COUNT, lambda *row: row)
    return (0, 0) if found is None else (int(found[0]), int(found[1]))


async def place_of(tx: Transaction, payment_id: int) -> int:
    """Which of those that wait it is, from 1."""
    found: int = await tx.value(OPEN_BEFORE, id_=payment_id)
    return found


async def open_of_payer(tx: Transaction, tax_number: str, payer: str) -> list[Payment]:
    """All of one payer that wait, the oldest first, held from other turns; without a tax number the name decides."""
    return await tx.rows(OPEN_OF_PAYER, Payment, tax_number=tax_number, payer=payer)


async def known_on(
    tx: Transaction, account: str, numbers: Iterable[str]
) -> set[tuple[str, str, date, int, str]]:
    """Which payments with these numbers have come to the account: account, number, day, sum, payer's tax number."""
    rows = await tx.rows(ON_ACCOUNT, lambda *row: row, account=account, numbers=list(numbers))
    return {(account, number, day, amount, tax) for account, number, day, amount, tax in rows}


async def is_settled_later(tx: Transaction, client_ids: Sequence[int], at: datetime, but: int = 0) -> bool:
    """Whether money of another import than `but` was laid on one of the clients after `at`."""
    found = await tx.value(SETTLED_LATER, clients=list(client_ids), at=at, load=but)
    return found is not None


async def remembered(tx: Transaction, keys: Iterable[str]) -> dict[str, Payer]:
    """What was answered before of these payers; a deleted client is forgotten."""
    return {found.payer: found for found in await tx.rows(REMEMBERED, Payer, payers=list(keys))}


async def shown(tx: Transaction, client_ids: Iterable[int]) -> dict[int, Shown]:
    return {found.client_id: found for found in await tx.rows(SHOWN, Shown, clients=list(client_ids))}
