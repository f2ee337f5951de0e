"""A receivables file, or a payment, laid on the clients it names. Called by those who know who may; it has no actor of its own."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from storage import payments, promises, receivables, timeline
from storage.payments import Shown
from storage.receivables import Debtor, NewReceivable, Stored
from storage.timeline import EventKind
from usecases import ledger
from usecases.portions import portions
from usecases.promises import Judged, Money, settle_clients
from usecases.receivable_rows import (
    company_day,
    dated,
    laid,
    merged,
    paid,
    recounted,
    with_recent,
    write_clients,
    write_rows,
)
from usecases.receivable_undo import add_after, restore_receivables, snapshot
from usecases.stop_list import after_money, review_candidates
from usecases.work import Work

__all__ = [
    "end_stops",
    "lay_preview",
    "preview_receivables",
    "recount",
    "replace_receivables",
    "restore_receivables",
    "standing_of",
    "write_preview",
]
STANDING = 500
Wanted = Mapping[int, Sequence[NewReceivable]]


@dataclass(frozen=True, slots=True)
class Change:
    """What the file changed at one client, in kopecks. `paid` is what came in since the file before."""

    client_id: int
    manager_id: int
    name: str
    debt_before: int
    debt: int
    overdue_before: int
    overdue: int
    paid: int

    @property
    def newly_overdue(self) -> bool:
        return self.overdue > 0 and not self.overdue_before

    @property
    def is_any(self) -> bool:
        return bool(self.paid) or (self.debt, self.overdue) != (self.debt_before, self.overdue_before)

    @property
    def grown(self) -> bool:
        return bool(self.overdue_before) and self.overdue > self.overdue_before


@dataclass(frozen=True, slots=True)
class Applied:
    """`changes` of the clients whose figures moved. `undo` is JSON for `restore_receivables`."""

    as_of: date
    changes: tuple[Change, ...] = ()
    judged: tuple[Judged, ...] = ()
    undo: dict[str, Any] = field(default_factory=dict)

    @property
    def paid(self) -> int:
        return sum(change.paid for change in self.changes)

    @property
    def new_overdue(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.newly_overdue)

    @property
    def grown(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.grown)


@dataclass(frozen=True, slots=True)
class Preview:
    """A file held against the clients whom it names: their rows by id, and in the same order how they would stand.

    `changes` is what `replace_receivables` would change, without its promises; `known` are payments that the file knows.
    """

    as_of: date
    clients: dict[int, Debtor] = field(default_factory=dict)
    old: dict[int, list[Stored]] = field(default_factory=dict)
    after: dict[int, list[NewReceivable]] = field(default_factory=dict)
    counted: list[Debtor] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    known: list[int] = field(default_factory=list)


async def preview_receivables(
    work: Work,
    as_of: date,
    rows_by_client: Wanted,
    *,
    whole_base: bool = False,
    managers: Iterable[int] | None = None,
    keep: bool = True,
) -> Preview:
    """Changes nothing; the clients are held from other turns. `whole_base` is that of `managers` where they are given.

    Without `keep` it has `changes` only, and cannot be laid.
    """
    absent = await find_absent(work, rows_by_client, managers) if whole_base else []
    if whole_base:  # of who owed nothing before it is known to the day, too: older money is no news
        absent += [one for one in await receivables.told_before(work.tx, as_of, managers) if one not in rows_by_client]  # fmt: skip
    wanted: Wanted = {**dict.fromkeys(absent, ()), **rows_by_client}
    found = Preview(as_of)
    async for ids in portions(sorted(wanted)):
        clients = await receivables.lock(work.tx, ids)
        old = await receivables.of_clients(work.tx, clients)
        recent = await payments.of_clients(work.tx, clients, as_of)
        if keep:
            found.clients.update(clients)
            found.old.update(old)
        for client in clients.values():
            before = old.get(client.id, [])
            rows = merged(dated(wanted[client.id], before, as_of), before)
            after, known = with_recent(client, rows, before, recent.get(client.id, []), as_of)
            now = recounted(client, laid(client.id, after, before), as_of)
            if keep:
                found.after[client.id] = after
                found.counted.append(now)
            found.changes.append(_change(client, now, paid(client, before, after, as_of)))
            found.known.extend(known)
    return found


async def replace_receivables(
    work: Work, as_of: date, rows_by_client: Wanted, *, whole_base: bool = False
) -> Applied:
    """The clients named owe these rows from now on, less the payments that the file does not know.

    With `whole_base`, everybody else owes nothing. Rows of one document, contract and term are summed. The same file twice changes
    nothing.
    """
    return await lay_preview(
        work, await preview_receivables(work, as_of, rows_by_client, whole_base=whole_base)
    )


async def lay_preview(work: Work, found: Preview) -> Applied:
    """As `replace_receivables`: of the same transaction, where nothing has changed since."""
    applied = await write_preview(work, found)
    applied.undo["stops"] = await end_stops(work, found.clients)
    return applied


async def end_stops(work: Work, client_ids: Iterable[int]) -> list[dict[str, Any]]:
    """Of those who have paid; for `undo`."""
    changed: list[dict[str, Any]] = []
    async for ids in portions(client_ids, STANDING):
        changed += await after_money(work, ids)
    return changed


async def write_preview(work: Work, found: Preview) -> Applied:
    """As `lay_preview`, less what follows for stops. Nothing that is written here is read here."""
    undo = snapshot(work, {}, {}, {}, {}) | {"as_of": found.as_of.isoformat(), "known": found.known}
    judged: list[Judged] = []
    async for some in portions(zip(found.clients.values(), found.counted, found.changes, strict=True)):
        judged += await _lay_some(work, found, some, undo)
    if found.known:
        await work.tx.run(payments.SET_LAID_AS_OF, ids=found.known, day=None)
    undo["ledger"] = await ledger.record_file(work, found.clients, found.old, found.after, found.as_of)
    moved = tuple(change for change in found.changes if change.is_any)
    return Applied(found.as_of, moved, tuple(judged), undo)


async def _lay_some(
    work: Work, found: Preview, some: Sequence[tuple[Debtor, Debtor, Change]], undo: dict[str, Any]
) -> list[Judged]:
    """Clients before and after; what was there before is added to `undo`."""
    clients = {client.id: client for client, _, _ in some}
    counted = [now for _, now, _ in some]
    changes = [change for _, _, change in some]
    unsettled = await promises.unsettled(work.tx, clients)
    shown = await payments.shown(work.tx, clients)
    before = snapshot(work, clients, found.old, unsettled, shown)
    undo["clients"] |= before["clients"]
    undo["promises"] += before["promises"]
    judged = await settle_clients(
        work,
        company_day(work),
        [
            (now, unsettled.get(now.id, []), [Money(change.paid)])
            for now, change in zip(counted, changes, strict=True)
            if not _is_older(found.as_of, clients[now.id])
        ],
    )
    add_after(undo, counted)
    await write_rows(work, found.after, found.old, clients)
    await write_clients(work, counted)
    await _note_shown(work, found.as_of, clients, changes, shown)
    await _note_payments(work, changes)
    return [one for some in judged.values() for one in some]


def _is_older(as_of: date, client: Debtor) -> bool:
    """Than what is known of the client: such a file tells of no payment and keeps no word."""
    return client.debt_as_of is not None and as_of < client.debt_as_of


async def standing_of(work: Work, client_ids: Iterable[int]) -> list[Any]:
    """All that a file laid on these clients rests on, held from other turns; equal lists where nothing of it has changed."""
    found: list[Any] = []
    async for ids in portions(sorted(client_ids), STANDING):
        found += [
            await receivables.lock(work.tx, ids),
            await receivables.marks(work.tx, ids),
            await promises.unsettled(work.tx, ids),
        ]
    return found


async def recount(work: Work, client_ids: Iterable[int], as_of: date | None = None) -> None:
    """The sums on the clients' rows, counted again from their documents: after a dispute or another payment delay."""
    clients = await receivables.lock(work.tx, client_ids)
    rows = await receivables.of_clients(work.tx, clients)
    known = [client for client in clients.values() if as_of or client.debt_as_of]
    await write_clients(
        work,
        [
            recounted(client, rows.get(client.id, []), day)
            for client in known
            if (day := as_of or client.debt_as_of)
        ],
    )
    await review_candidates(work, clients)


# --- what a file means for the clients


async def find_absent(work: Work, named: Container[int], managers: Iterable[int] | None = None) -> list[int]:
    """Clients with documents whom a file does not name; only those of `managers` where they are given."""
    return [one for one in await receivables.with_rows(work.tx, managers) if one not in named]


def _change(before: Debtor, after: Debtor, came: int) -> Change:
    return Change(before.id, before.manager_id, before.name, before.debt, after.debt, before.overdue, after.overdue, came)  # fmt: skip


async def _note_shown(
    work: Work,
    as_of: date,
    clients: Mapping[int, Debtor],
    changes: Iterable[Change],
    shown: Mapping[int, Shown],
) -> None:
    """Money that the file shows: the bank's word for it will come or has come, and must not count twice."""
    rows = []
    for change in changes:
        before = clients[change.client_id].debt_as_of
        if not change.paid or before is None or as_of < before:
            continue
        same = found if (found := shown.get(change.client_id)) and found.as_of == as_of else None
        rows.append(
            {
                "client_id": change.client_id,
                "as_of": as_of,
                "since": same.since if same else before,
                "amount": change.paid + (same.amount if same else 0),
            }
        )
    await work.tx.run_many(payments.SHOW, rows)


async def _note_payments(work: Work, changes: Iterable[Change]) -> None:
    await work.tx.run_many(
        timeline.ADD,
        [
            {
                "client_id": change.client_id,
                "employee_id": change.manager_id,
                "at": work.now,
                "kind": EventKind.PAYMENT,
                "facts": {"amount": change.paid},
            }
            for change in changes
            if change.paid >= work.rules.ladder.dust
        ],
    )
