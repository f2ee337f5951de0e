"""The ledger kept: written by files of debts and by bank payments, read by the act. It has no actor of its own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from capture.returns import names_return
from domain.ledger import Entry, EntryKind, Movement, Statement, find_told, movements, opening, statement
from domain.settlement import Leaf
from storage import ledger
from storage.clients import Client
from storage.ledger import NewEntry
from storage.receivables import Debtor, NewReceivable, Stored
from usecases.portions import portions
from usecases.receivable_rows import leaves
from usecases.work import Work

Key = tuple[str, str]
NO_NUMBER = "-"


@dataclass(frozen=True, slots=True)
class Received:
    """A bank payment: `amount` kopecks of it lowered the balance now, `seen` were told by a file of debts before."""

    client_id: int
    payment_id: int
    day: date
    number: str
    amount: int
    seen: int = 0


async def record_file(
    work: Work,
    clients: Mapping[int, Debtor],
    old: Mapping[int, Sequence[Stored]],
    new: Mapping[int, Sequence[NewReceivable]],
    as_of: date,
) -> dict[str, Any]:
    """What a file changed, of clients as they were before it; the JSON for `forget_file`.

    A ledger that knows nothing of a client, or another balance than the client had, first catches up with it.
    """
    mark = await ledger.last_id(work.tx)
    ids: set[int] = set()
    async for some in portions(clients.values()):
        known = await ledger.balances(work.tx, [client.id for client in some])
        entries: list[NewEntry] = []
        for client in some:
            before, after = leaves(old.get(client.id, [])), leaves(new.get(client.id, []))
            found = _caught_up(client, known.get(client.id), as_of)
            found += _moved(client.debt_as_of, before, after, as_of)
            entries += [_entry(client.id, one) for one in found]
        await ledger.add(work.tx, entries, work.now)
        ids.update(entry.client_id for entry in entries)
    return {"mark": mark, "at": work.now.isoformat(), "clients": sorted(ids)}


def _caught_up(client: Debtor, known: int | None, as_of: date) -> list[Movement]:
    owed = client.debt - client.advance
    if known is None:
        return opening(owed, client.debt_as_of or as_of)
    missing = owed - known
    if not missing:
        return []
    side = {"debit": missing} if missing > 0 else {"credit": -missing}
    return [Movement(client.debt_as_of or as_of, EntryKind.CORRECTION, **side)]


def _moved(
    since: date | None, before: Mapping[Key, Leaf], after: Mapping[Key, Leaf], as_of: date
) -> list[Movement]:
    """The first file of a client is where its ledger begins."""
    if since is None:
        first = sum(leaf.amount - leaf.advance for leaf in after.values())
        return opening(first - sum(leaf.amount - leaf.advance for leaf in before.values()), as_of)
    returned = {key for key in after if key not in before and names_return(key[0])}
    return movements(before, after, since, as_of, returned)


def _entry(client_id: int, one: Movement) -> NewEntry:
    document, contract = one.key if isinstance(one.key, tuple) else ("", "")
    return NewEntry(client_id, one.day, one.kind, document, contract, one.debit, one.credit)


async def forget_file(work: Work, undo: Mapping[str, Any] | None) -> None:
    """What `record_file` wrote; None, where it was not there yet, is nothing."""
    if undo:
        async for ids in portions(undo["clients"]):
            await ledger.forget_file(work.tx, ids, undo["mark"], datetime.fromisoformat(undo["at"]))


async def record_payments(work: Work, clients: Mapping[int, Debtor], received: Sequence[Received]) -> None:
    """Bank payments under their own numbers and days; what a file told of as a payment without a name gives way to them.

    `clients` as they were before the payments: the ledger first catches up with them, as in `record_file`.
    """
    if not received:
        return
    balances = await ledger.balances(work.tx, clients)
    entries: list[NewEntry] = []
    for id_ in sorted({one.client_id for one in received}):
        client = clients[id_]
        day = client.debt_as_of or min(one.day for one in received if one.client_id == id_)
        entries += [_entry(id_, one) for one in _caught_up(client, balances.get(id_), day)]
    seen = [one for one in received if one.seen]
    told = await _told_to(work, seen) if seen else {}
    for one in received:
        entries += _received(one, told.setdefault(one.client_id, []))
    await ledger.add(work.tx, entries, work.now)


async def _told_to(work: Work, seen: Sequence[Received]) -> dict[int, list[Entry]]:
    return await ledger.told(work.tx, {one.client_id for one in seen}, min(one.day for one in seen))


def _received(one: Received, told: list[Entry]) -> list[NewEntry]:
    """What it takes from what files told of is noted in `told`."""
    day = find_told((entry for entry in told if entry.day >= one.day), one.seen) if one.seen else None
    credit = one.amount + (one.seen if day else 0)
    entries = []
    if credit > 0:
        number = one.number or NO_NUMBER
        entries.append(NewEntry(one.client_id, one.day, EntryKind.PAYMENT, number, credit=credit, payment_id=one.payment_id))  # fmt: skip
    if day is not None:
        entries.append(NewEntry(one.client_id, day, EntryKind.PAYMENT, debit=one.seen, payment_id=one.payment_id))  # fmt: skip
        told.append(Entry(day, EntryKind.PAYMENT, "", "", one.seen, 0))
    return entries


async def forget_payments(work: Work, payment_ids: Iterable[int]) -> None:
    await ledger.forget_payments(work.tx, list(payment_ids))


async def read_statement(work: Work, client: Client, start: date, end: date) -> Statement:
    """Settlements with the client from `start` to `end`, both included."""
    found = await ledger.of_client(work.tx, client.id, start)
    return statement(found, client.debt - client.advance, start, end)
