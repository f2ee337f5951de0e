"""Settlements with clients, an entry for each movement."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from domain.ledger import Entry, EntryKind
from storage.database import Transaction, one_of
from storage.reconciliation_tables import ledger
from storage.types import Instant


@dataclass(frozen=True, slots=True)
class NewEntry:
    """`payment_id` is the bank payment that it is; None for what a file of debts told."""

    client_id: int
    day: date
    kind: EntryKind
    document: str = ""
    contract: str = ""
    debit: int = 0
    credit: int = 0
    payment_id: int | None = None


FIELDS = ("client_id", "day", "kind", "document", "contract", "debit", "credit", "recorded_at", "payment_id")
ADD = sa.insert(ledger).values({name: sa.bindparam(name) for name in FIELDS})
_effect = ledger.c.debit - ledger.c.credit
BALANCES = (
    sa.select(ledger.c.client_id, sa.func.sum(_effect).cast(sa.BigInteger))
    .where(one_of(ledger.c.client_id, "clients"))
    .group_by(ledger.c.client_id)
)
BEGAN = (
    sa.select(ledger.c.client_id, sa.func.min(ledger.c.day, type_=sa.Date))
    .where(one_of(ledger.c.client_id, "clients"))
    .group_by(ledger.c.client_id)
)
OF_CLIENT = (
    sa.select(*(ledger.c[name] for name in ("day", "kind", "document", "contract", "debit", "credit")))
    .where(ledger.c.client_id == sa.bindparam("client"), ledger.c.day >= sa.bindparam("start"))
    .order_by(ledger.c.day, ledger.c.id)
    .limit(sa.bindparam("n"))
)
TOLD = (
    sa.select(
        ledger.c.client_id,
        *(ledger.c[name] for name in ("day", "kind", "document", "contract", "debit", "credit")),
    )
    .where(
        one_of(ledger.c.client_id, "clients"),
        ledger.c.day >= sa.bindparam("start"),
        ledger.c.kind == EntryKind.PAYMENT.value,
        ledger.c.document == "",
    )
    .order_by(ledger.c.client_id, ledger.c.day, ledger.c.id)
)
LAST = sa.select(sa.func.max(ledger.c.id))
FORGET_FILE = sa.delete(ledger).where(
    one_of(ledger.c.client_id, "clients"),
    ledger.c.id > sa.bindparam("mark"),
    ledger.c.recorded_at == sa.bindparam("moment", type_=Instant()),
    ledger.c.payment_id.is_(None),
)
FORGET_PAYMENTS = sa.delete(ledger).where(one_of(ledger.c.payment_id, "payments"))
MOST_ENTRIES = 20_000


async def add(tx: Transaction, entries: Iterable[NewEntry], at: datetime) -> None:
    await tx.run_many(
        ADD,
        [
            {
                "client_id": entry.client_id,
                "day": entry.day,
                "kind": entry.kind,
                "document": entry.document,
                "contract": entry.contract,
                "debit": entry.debit,
                "credit": entry.credit,
                "recorded_at": at,
                "payment_id": entry.payment_id,
            }
            for entry in entries
        ],
    )


async def balances(tx: Transaction, client_ids: Iterable[int]) -> dict[int, int]:
    """Debit less credit of all entries; a client of whom there are none is absent."""
    return dict(await tx.rows(BALANCES, _pair, clients=list(client_ids)))


def _pair(client_id: int, value: int) -> tuple[int, int]:
    return client_id, value


async def began(tx: Transaction, client_ids: Iterable[int]) -> dict[int, date]:
    """The first day of each client's ledger."""
    found = await tx.rows(BEGAN, lambda client, day: (client, day), clients=list(client_ids))
    return dict(found)


async def of_client(tx: Transaction, client_id: int, start: date) -> list[Entry]:
    """From `start` on, in the order of the days."""
    return await tx.rows(
        OF_CLIENT,
        lambda day, kind, *rest: Entry(day, EntryKind(kind), *rest),
        client=client_id,
        start=start,
        n=MOST_ENTRIES,
    )


async def told(tx: Transaction, client_ids: Iterable[int], start: date) -> dict[int, list[Entry]]:
    """By client, payments that only files told of, from `start` on."""
    found: dict[int, list[Entry]] = {}
    for client_id, day, kind, *rest in await tx.rows(
        TOLD, lambda *row: row, clients=list(client_ids), start=start
    ):
        found.setdefault(client_id, []).append(Entry(day, EntryKind(kind), *rest))
    return found


async def last_id(tx: Transaction) -> int:
    """0 where there is nothing."""
    return await tx.value(LAST) or 0


async def forget_file(tx: Transaction, client_ids: list[int], mark: int, moment: datetime) -> None:
    """What a file wrote at `moment`, after the entry `mark`."""
    await tx.run(FORGET_FILE, clients=client_ids, mark=mark, moment=moment)


async def forget_payments(tx: Transaction, payment_ids: list[int]) -> None:
    await tx.run(FORGET_PAYMENTS, payments=payment_ids)
