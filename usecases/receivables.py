"""A receivables file laid on the clients it names. Called by the import, which knows who may; it has no actor of its own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.ageing import days_overdue
from domain.settlement import Leaf, paid_between
from storage import promises, receivables, timeline
from storage.receivables import Debtor, NewReceivable, Stored
from storage.timeline import EventKind
from usecases.errors import StaleError
from usecases.promises import Judged, settle_client
from usecases.work import Work

Key = tuple[str, str]


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
    """What `replace_receivables` would change, without its promises."""

    changes: tuple[Change, ...]


async def preview_receivables(
    work: Work,
    as_of: date,
    rows_by_client: Mapping[int, Sequence[NewReceivable]],
    *,
    whole_base: bool = False,
) -> Preview:
    """Changes nothing."""
    wanted = await _with_absent(work, rows_by_client, whole_base=whole_base)
    clients = await receivables.lock(work.tx, wanted)
    old = await receivables.of_clients(work.tx, clients)
    return Preview(
        tuple(
            _change(client, _recounted(client, _laid(client.id, wanted[client.id], before), as_of), paid)
            for client in clients.values()
            for before in [old.get(client.id, [])]
            for paid in [_paid(client, before, wanted[client.id])]
        )
    )


async def replace_receivables(
    work: Work,
    as_of: date,
    rows_by_client: Mapping[int, Sequence[NewReceivable]],
    *,
    whole_base: bool = False,
) -> Applied:
    """The clients named owe exactly these rows from now on; with `whole_base`, everybody else owes nothing.

    Rows of one document and contract are summed. The same file twice changes nothing.
    """
    wanted = await _with_absent(work, rows_by_client, whole_base=whole_base)
    clients = await receivables.lock(work.tx, wanted)
    old = await receivables.of_clients(work.tx, clients)
    unsettled = await promises.unsettled(work.tx, clients)
    undo = _undo(work, as_of, clients, old, unsettled)
    changes: list[Change] = []
    judged: list[Judged] = []
    recounted: list[Debtor] = []
    for client in clients.values():
        before = old.get(client.id, [])
        paid = _paid(client, before, wanted[client.id])
        now = _recounted(client, _laid(client.id, wanted[client.id], before), as_of)
        recounted.append(now)
        changes.append(_change(client, now, paid))
        judged += await settle_client(work, _today(work), now, unsettled.get(client.id, []), paid)
    await _write_rows(work, wanted, old, clients)
    await _write_clients(work, recounted)
    await _note_payments(work, changes)
    moved = [change for change in changes if change.paid or (change.debt, change.overdue) != (change.debt_before, change.overdue_before)]  # fmt: skip
    return Applied(as_of, tuple(moved), tuple(judged), undo)


async def recount(work: Work, client_ids: Iterable[int], as_of: date | None = None) -> None:
    """The sums on the clients' rows, counted again from their documents: after a dispute or another payment delay."""
    clients = await receivables.lock(work.tx, client_ids)
    rows = await receivables.of_clients(work.tx, clients)
    known = [client for client in clients.values() if as_of or client.debt_as_of]
    await _write_clients(
        work,
        [
            _recounted(client, rows.get(client.id, []), day)
            for client in known
            if (day := as_of or client.debt_as_of)
        ],
    )


async def restore_receivables(work: Work, undo: Mapping[str, Any]) -> None:
    """Everything as before the `replace_receivables` that gave `undo`. Raises `StaleError` once a newer file came."""
    as_of = date.fromisoformat(undo["as_of"])
    ids = [int(key) for key in undo["clients"]]
    clients = await receivables.lock(work.tx, ids)
    if any(client.debt_as_of != as_of for client in clients.values()):
        raise StaleError(what="receivables")
    now = await receivables.of_clients(work.tx, clients)
    wanted: dict[int, list[NewReceivable]] = {}
    recounted = []
    for client in clients.values():
        facts = undo["clients"][str(client.id)]
        wanted[client.id] = [_row(row) for row in facts["rows"]]
        laid = _laid(client.id, wanted[client.id], now.get(client.id, []))
        day = _day(facts["as_of"])
        counted = _recounted(client, laid, day or as_of)
        recounted.append(replace(counted, debt_as_of=day, quiet_until=_day(facts["quiet"])))
    await _write_rows(work, wanted, now, clients)
    await _write_clients(work, recounted)
    await work.tx.run_many(promises.RESTORE, [_promise(*row) for row in undo["promises"]])
    await _restore_words(work, undo["clients"], clients)
    kinds = [EventKind.PAYMENT, EventKind.PROMISE_JUDGED]
    moment = datetime.fromisoformat(undo["at"])
    await work.tx.run(receivables.FORGET_EVENTS, clients=ids, kinds=kinds, moment=moment)


async def _restore_words(work: Work, facts: Mapping[str, Any], clients: Mapping[int, Debtor]) -> None:
    """What the clients' rows say of promises; those given since the file stand."""
    dues: dict[int, date] = {}
    for one in await promises.open_of(work.tx, clients):
        dues.setdefault(one.client_id, one.due)
    rows = [
        {
            "id_": client.id,
            "due": dues.get(client.id),
            "broken": _day(facts[str(client.id)]["broken"]),
            "kept": facts[str(client.id)]["kept"] - client.promises_kept,
            "judged": facts[str(client.id)]["judged"] - client.promises_judged,
        }
        for client in clients.values()
    ]
    await work.tx.run_many(promises.CLIENT_AFTER, rows)


# --- what a file means for one client


async def _with_absent(
    work: Work, rows_by_client: Mapping[int, Sequence[NewReceivable]], *, whole_base: bool
) -> dict[int, list[NewReceivable]]:
    wanted = {client_id: _merged(rows) for client_id, rows in rows_by_client.items()}
    if whole_base:
        absent = set(await work.tx.values(receivables.WITH_ROWS)) - set(wanted)
        wanted |= {client_id: [] for client_id in sorted(absent)}
    return wanted


def _merged(rows: Sequence[NewReceivable]) -> list[NewReceivable]:
    """One row for each document and contract, a negative amount as an advance."""
    merged: dict[Key, NewReceivable] = {}
    for row in rows:
        clean = replace(row, amount=max(row.amount, 0), advance=row.advance + max(-row.amount, 0))
        key = (row.document, row.contract)
        same = merged.get(key)
        if same is None:
            merged[key] = clean
            continue
        dues = [day for day in (same.due, clean.due) if day is not None]
        merged[key] = replace(
            same,
            amount=same.amount + clean.amount,
            advance=same.advance + clean.advance,
            due=min(dues, default=None),
        )
    return list(merged.values())


def _paid(client: Debtor, before: Sequence[Stored], after: Sequence[NewReceivable]) -> int:
    return paid_between(
        {(row.document, row.contract): Leaf(row.amount, row.advance, row.document_day) for row in before},
        {(row.document, row.contract): Leaf(row.amount, row.advance, row.document_day) for row in after},
        client.debt_as_of,
    )


def _laid(client_id: int, rows: Sequence[NewReceivable], before: Sequence[Stored]) -> list[Stored]:
    """The rows of the file as they will be stored; a dispute stays with its document."""
    known = {(row.document, row.contract): row for row in before}
    laid = []
    for row in rows:
        same = known.get((row.document, row.contract))
        dispute, day = (same.dispute, same.disputed_on) if same else ("", None)
        laid.append(Stored(same.id if same else 0, client_id, row.document, row.contract, row.document_day, row.due, row.amount, row.advance, dispute, day))  # fmt: skip
    return laid


def _recounted(client: Debtor, rows: Sequence[Stored], as_of: date) -> Debtor:
    dues = [(row, row.due_on(client.payment_delay)) for row in rows if row.amount > 0]
    late = [(row, due) for row, due in dues if due is not None and days_overdue(due, as_of) > 0]
    newer = client.debt_as_of is None or as_of > client.debt_as_of
    return replace(
        client,
        debt=sum(row.amount for row in rows),
        advance=sum(row.advance for row in rows),
        overdue=sum(row.amount for row, _ in late),
        overdue_since=min((due for row, due in late if not row.dispute), default=None),
        debt_as_of=as_of,
        quiet_until=None if newer else client.quiet_until,
    )


def _change(before: Debtor, after: Debtor, paid: int) -> Change:
    return Change(before.id, before.manager_id, before.name, before.debt, after.debt, before.overdue, after.overdue, paid)  # fmt: skip


def _today(work: Work) -> date:
    """A file has no reader yet: the company's own day."""
    return work.now.astimezone(ZoneInfo(work.rules.company.timezone)).date()


# --- writing


async def _write_rows(
    work: Work,
    wanted: Mapping[int, Sequence[NewReceivable]],
    old: Mapping[int, Sequence[Stored]],
    clients: Iterable[int],
) -> None:
    """Only what differs from what is there."""
    gone: list[int] = []
    put: list[tuple[int, NewReceivable]] = []
    for client_id in clients:
        before = {(row.document, row.contract): row for row in old.get(client_id, [])}
        after = {(row.document, row.contract): row for row in wanted[client_id]}
        gone += [row.id for key, row in before.items() if key not in after]
        put += [(client_id, row) for key, row in after.items() if key not in before or _new_of(before[key]) != row]  # fmt: skip
    if gone:
        await work.tx.run(receivables.DELETE, ids=gone)
    if put:
        await receivables.put(work.tx, put)


def _new_of(row: Stored) -> NewReceivable:
    return NewReceivable(row.document, row.contract, row.document_day, row.due, row.amount, row.advance)


async def _write_clients(work: Work, clients: Iterable[Debtor]) -> None:
    await work.tx.run_many(
        receivables.RECOUNTED,
        [
            {
                "id_": client.id,
                "debt": client.debt,
                "overdue": client.overdue,
                "overdue_since": client.overdue_since,
                "advance": client.advance,
                "debt_as_of": client.debt_as_of,
                "debt_quiet_until": client.quiet_until,
            }
            for client in clients
        ],
    )


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


# --- undo, as JSON


def _undo(
    work: Work,
    as_of: date,
    clients: Mapping[int, Debtor],
    old: Mapping[int, Sequence[Stored]],
    unsettled: Mapping[int, Sequence[promises.Promise]],
) -> dict[str, Any]:
    return {
        "as_of": as_of.isoformat(),
        "at": work.now.isoformat(),
        "clients": {
            str(client.id): {
                "as_of": _iso(client.debt_as_of),
                "quiet": _iso(client.quiet_until),
                "due": _iso(client.promise_due),
                "broken": _iso(client.promise_broken_day),
                "kept": client.promises_kept,
                "judged": client.promises_judged,
                "rows": [
                    [row.document, row.contract, _iso(row.document_day), _iso(row.due), row.amount, row.advance]
                    for row in old.get(client.id, [])
                ],
            }
            for client in clients.values()
        },
        "promises": [
            [one.id, one.state, one.paid, one.judged_at.isoformat() if one.judged_at else None, _iso(one.judged_as_of)]
            for found in unsettled.values()
            for one in found
        ],
    }  # fmt: skip


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _row(fields: Sequence[Any]) -> NewReceivable:
    document, contract, day, due, amount, advance = fields
    return NewReceivable(document, contract, _day(day), _day(due), amount, advance)


def _promise(id_: int, state: str, paid: int, judged_at: str | None, as_of: str | None) -> dict[str, Any]:
    at = None if judged_at is None else datetime.fromisoformat(judged_at)
    return {"id_": id_, "state": state, "paid": paid, "judged_at": at, "judged_as_of": _day(as_of)}
