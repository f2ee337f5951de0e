"""What was there before a file or a payment changed it, as JSON, and the way back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from domain.promises import PromiseState
from storage import payments, promises, receivables
from storage.payments import Shown
from storage.receivables import Debtor, NewReceivable, Stored
from storage.timeline import EventKind
from usecases import ledger
from usecases.errors import StaleError
from usecases.portions import portions
from usecases.prepayment import close_unpaid
from usecases.receivable_rows import company_day, laid, recounted, write_clients, write_rows
from usecases.stop_undo import bring_back
from usecases.work import Work

PLAIN = 6
KEPT = PromiseState.KEPT
KINDS = (EventKind.PAYMENT, EventKind.PROMISE_JUDGED, EventKind.STOP)


def snapshot(
    work: Work,
    clients: Mapping[int, Debtor],
    old: Mapping[int, Sequence[Stored]],
    unsettled: Mapping[int, Sequence[promises.Promise]],
    shown: Mapping[int, Shown],
) -> dict[str, Any]:
    """Of these clients, for `restore_receivables`. `after` of each is to be added once it is known."""
    return {
        "at": work.now.isoformat(),
        "clients": {
            str(client.id): {
                "as_of": _iso(client.debt_as_of),
                "quiet": _iso(client.quiet_until),
                "broken": _iso(client.promise_broken_day),
                "kept": client.promises_kept,
                "judged": client.promises_judged,
                "rows": [_kept(row) for row in old.get(client.id, [])],
                "before": _standing(client),
                "shown": _shown(shown.get(client.id)),
            }
            for client in clients.values()
        },
        "promises": [
            [one.id, one.state, one.paid, one.judged_at.isoformat() if one.judged_at else None, _iso(one.judged_as_of)]
            for client_id in clients
            for one in unsettled.get(client_id, [])
        ],
    }  # fmt: skip


def add_after(undo: dict[str, Any], clients: Mapping[int, Debtor] | Sequence[Debtor]) -> None:
    """How the clients stand when it is done: another change since shows itself by other figures."""
    for client in clients.values() if isinstance(clients, Mapping) else clients:
        undo["clients"][str(client.id)]["after"] = _standing(client)


def _standing(client: Debtor) -> list[Any]:
    return [client.debt, client.advance, _iso(client.debt_as_of)]


async def restore_receivables(work: Work, undo: Mapping[str, Any]) -> None:
    """Everything as before the file. Raises `StaleError` once a newer file or a payment came."""
    await restore_steps(work, [undo])
    await ledger.forget_file(work, undo.get("ledger"))
    if undo.get("known"):
        await work.tx.run(payments.SET_LAID_AS_OF, ids=undo["known"], day=_day(undo["as_of"]))


async def restore_steps(work: Work, steps: Sequence[Mapping[str, Any]], load: int = 0) -> None:
    """Back to before the first of the steps of import `load`, in order; nothing else may have come between them or after.

    Raises `StaleError`.
    """
    first: dict[int, Mapping[str, Any]] = {}
    last: dict[int, Mapping[str, Any]] = {}
    for step in steps:
        for key, facts in step["clients"].items():
            done = last.setdefault(int(key), step)
            if done is not step and facts["before"] != done["clients"][key]["after"]:
                raise StaleError(what="receivables")
            first.setdefault(int(key), step)
            last[int(key)] = step
    clients = await _lock_unmoved(work, first, last, load)
    listed = [row for step in reversed(steps) for row in step["promises"]]
    words = await promises.by_ids(work.tx, {row[0] for row in listed})
    await work.tx.run_many(promises.RESTORE, (_promise(*row) for row in listed))
    given = {row[0]: PromiseState(row[1]) for row in listed}
    async for held in portions(clients.values()):
        facts = {one.id: first[one.id]["clients"][str(one.id)] for one in held}
        await _restore_some(work, facts, {one.id: one for one in held}, words, given)
    for step in reversed(steps):
        await _forget_step(work, step, clients)


async def _lock_unmoved(
    work: Work, first: Mapping[int, Mapping[str, Any]], last: Mapping[int, Mapping[str, Any]], load: int
) -> dict[int, Debtor]:
    clients: dict[int, Debtor] = {}
    async for ids in portions(sorted(last)):
        clients |= await receivables.lock(work.tx, ids)
    if any(_standing(client) != _after(last[client.id], client) for client in clients.values()):
        raise StaleError(what="receivables")
    since: dict[str, list[int]] = {}
    for id_, step in first.items():
        since.setdefault(step["at"], []).append(id_)
    for at, some in since.items():
        async for ids in portions(some):
            if await payments.is_settled_later(work.tx, ids, datetime.fromisoformat(at), load):
                raise StaleError(what="receivables")
    return clients


async def _forget_step(work: Work, step: Mapping[str, Any], clients: Mapping[int, Debtor]) -> None:
    """What it told, stopped and opened."""
    moment = datetime.fromisoformat(step["at"])
    async for ids in portions(int(key) for key in step["clients"]):
        await work.tx.run(receivables.FORGET_EVENTS, clients=ids, kinds=list(KINDS), moment=moment)
        await close_unpaid(work, ids, moment)
    managers = {client.id: client.manager_id for client in clients.values()}
    await bring_back(work, step.get("stops", []), managers, moment)


async def _restore_some(
    work: Work,
    facts: Mapping[int, Mapping[str, Any]],
    clients: Mapping[int, Debtor],
    words: Sequence[promises.Promise],
    given: Mapping[int, PromiseState],
) -> None:
    """A portion of the clients; their promises are as they were already."""
    now = await receivables.of_clients(work.tx, clients)
    wanted: dict[int, list[NewReceivable]] = {}
    disputed: list[Stored] = []
    back = []
    for client in clients.values():
        before, known = facts[client.id], now.get(client.id, [])
        wanted[client.id] = [_row(row) for row in before["rows"]]
        gone = _gone_disputes(client.id, before["rows"], known)
        disputed += gone
        stored = laid(client.id, wanted[client.id], [*known, *gone])
        day = _day(before["as_of"])
        counted = recounted(client, stored, day or client.debt_as_of or company_day(work))
        back.append(replace(counted, debt_as_of=day, quiet_until=_day(before["quiet"])))
    await write_rows(work, wanted, now, clients)
    await work.tx.run_many(receivables.DISPUTE_AGAIN, [_dispute(row) for row in disputed])
    await write_clients(work, back)
    await _restore_words(work, facts, clients, words, given)
    await _restore_shown(work, facts)


def _gone_disputes(client_id: int, rows: Sequence[Sequence[Any]], known: Sequence[Stored]) -> list[Stored]:
    """Disputed documents that are not there any more: whatever was said since of one that is there stands."""
    there = {(row.document, row.contract) for row in known}
    found = []
    for row in rows:
        new, dispute = _row(row), row[PLAIN:]
        if dispute and (new.document, new.contract) not in there:
            why, since, owner, until = dispute
            found.append(Stored(0, client_id, new.document, new.contract, new.document_day, new.due, new.amount, new.advance, why, _day(since), owner, _day(until)))  # fmt: skip
    return found


def _dispute(row: Stored) -> dict[str, Any]:
    return {
        "client": row.client_id,
        "document_": row.document,
        "contract_": row.contract,
        "dispute": row.dispute,
        "disputed_on": row.disputed_on,
        "dispute_owner_id": row.dispute_owner_id,
        "dispute_until": row.dispute_until,
    }


def _after(undo: Mapping[str, Any], client: Debtor) -> list[Any]:
    """What was written before payments were known tells only the day of its file."""
    after: list[Any] | None = undo["clients"][str(client.id)].get("after")
    return after or [client.debt, client.advance, undo["as_of"]]


async def _restore_words(
    work: Work,
    facts: Mapping[int, Mapping[str, Any]],
    clients: Mapping[int, Debtor],
    words: Sequence[promises.Promise],
    given: Mapping[int, PromiseState],
) -> None:
    """What the clients' rows say of promises; those given since, and what became of them, stand."""
    dues: dict[int, date] = {}
    for one in await promises.open_of(work.tx, clients):
        dues.setdefault(one.client_id, one.due)
    rows = []
    for client in clients.values():
        own = [one for one in words if one.client_id == client.id and one.state != PromiseState.CANCELLED]
        broken, was = client.promise_broken_day, _day(facts[client.id]["broken"])
        stands = broken is not None and broken not in {one.due for one in own}
        rows.append(
            {
                "id_": client.id,
                "due": dues.get(client.id),
                "broken": broken if stands else was,
                "kept": sum((given[one.id] is KEPT) - (one.state == KEPT) for one in own),
                "judged": sum(one.is_open - (given[one.id] is PromiseState.OPEN) for one in own),
            }
        )
    await work.tx.run_many(promises.CLIENT_AFTER, rows)


async def _restore_shown(work: Work, facts: Mapping[int, Mapping[str, Any]]) -> None:
    await work.tx.run(payments.UNSHOW, clients=list(facts))
    await work.tx.run_many(
        payments.SHOW,
        [
            {"client_id": id_, "as_of": _day(found[0]), "since": _day(found[1]), "amount": found[2]}
            for id_, one in facts.items()
            if (found := one.get("shown"))
        ],
    )


def _shown(found: Shown | None) -> list[Any] | None:
    return None if found is None else [_iso(found.as_of), _iso(found.since), found.amount]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _kept(row: Stored) -> list[Any]:
    """A disputed one with its dispute behind the `PLAIN` fields."""
    plain = [row.document, row.contract, _iso(row.document_day), _iso(row.due), row.amount, row.advance]
    if not row.dispute:
        return plain
    return [*plain, row.dispute, _iso(row.disputed_on), row.dispute_owner_id, _iso(row.dispute_until)]


def _row(fields: Sequence[Any]) -> NewReceivable:
    document, contract, day, due, amount, advance = fields[:PLAIN]
    return NewReceivable(document, contract, _day(day), _day(due), amount, advance)


def _promise(id_: int, state: str, paid: int, judged_at: str | None, as_of: str | None) -> dict[str, Any]:
    at = None if judged_at is None else datetime.fromisoformat(judged_at)
    return {"id_": id_, "state": state, "paid": paid, "judged_at": at, "judged_as_of": _day(as_of)}
