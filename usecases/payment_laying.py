"""Payments by the bank laid on what their clients owe. Called by those who know who may; it has no actor of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from domain.payment_habit import find_weekday
from storage import payments, promises, receivables, timeline
from storage.payments import Payment, Shown
from storage.receivables import Debtor, NewReceivable, Stored
from storage.timeline import EventKind
from usecases import ledger
from usecases.portions import portions
from usecases.prepayment import open_paid
from usecases.promises import Judged, Money, settle_clients
from usecases.receivable_rows import (
    company_day,
    laid,
    new_of,
    recounted,
    with_payment,
    write_clients,
    write_rows,
)
from usecases.receivable_undo import add_after, snapshot
from usecases.stop_list import after_money
from usecases.work import Work


@dataclass(frozen=True, slots=True)
class Laid:
    """What a client has paid by the bank's word: `paid` kopecks are news, the rest a file has shown before."""

    client_id: int
    manager_id: int
    name: str
    paid: int
    debt: int
    overdue: int
    judged: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True)
class _Counted:
    """A client before and after its payments; `left` is what its newest file showed and they do not explain."""

    before: Debtor
    now: Debtor
    rows: list[NewReceivable]
    found: Sequence[Payment]
    news: list[Payment]
    left: Shown | None

    @property
    def came(self) -> int:
        return sum(one.amount for one in self.news)

    def money(self) -> list[Money]:
        fresh = {one.id for one in self.news}
        days = sorted(self.found, key=lambda one: (one.day, one.id))
        return [Money(one.amount, one.day, is_news=one.id in fresh) for one in days]


async def lay_payments(work: Work, found: Mapping[int, Sequence[Payment]]) -> list[Laid]:
    """Payments, by client, that are laid nowhere yet: they lower what the clients owe and settle their promises.

    What the client's newest file has shown already is only noted: it is in the file's sums.
    """
    done: list[Laid] = []
    async for ids in portions(sorted(id_ for id_, came in found.items() if came)):
        done += await _lay_some(work, {id_: found[id_] for id_ in ids})
    return done


async def _lay_some(work: Work, found: Mapping[int, Sequence[Payment]]) -> list[Laid]:
    clients = await receivables.lock(work.tx, found)
    old = await receivables.of_clients(work.tx, clients)
    words = await _words(work, found)
    shown = await payments.shown(work.tx, clients)
    counted = [
        _count(client, found[client.id], old.get(client.id, []), shown.get(client.id))
        for client in clients.values()
    ]
    undo = {client.id: snapshot(work, {client.id: client}, old, words, shown) for client in clients.values()}
    for one in counted:
        add_after(undo[one.now.id], [one.now])
    judged = await settle_clients(
        work, company_day(work), [(one.now, words.get(one.now.id, []), one.money()) for one in counted]
    )
    await write_rows(work, {one.now.id: one.rows for one in counted}, old, clients)
    await write_clients(work, [one.now for one in counted])
    for stop in await after_money(work, clients):
        undo[stop["client"]].setdefault("stops", []).append(stop)
    await _note_laid(work, counted, undo)
    await note_habits(work, clients)
    await open_paid(work, [one.now for one in counted], found)
    return [
        Laid(now.id, now.manager_id, now.name, one.came, now.debt, now.overdue, tuple(judged[now.id]))
        for one in counted
        if (now := one.now)
    ]


async def _words(work: Work, found: Mapping[int, Sequence[Payment]]) -> dict[int, list[promises.Promise]]:
    """Promises that the money may keep: the open ones, and those whose day it was in time for."""
    first = min(one.day for came in found.values() for one in came)
    words = await promises.not_kept_since(work.tx, found, first)
    for client_id, some in (await promises.unsettled(work.tx, found)).items():
        words[client_id] = sorted([*words.get(client_id, []), *some], key=lambda one: (one.due, one.id))
    return words


def _count(
    client: Debtor, found: Sequence[Payment], before: Sequence[Stored], shown: Shown | None
) -> _Counted:
    """«Says it has been paid» has come true where there is news."""
    news, left = _news(found, client, shown)
    rows = [new_of(row) for row in before]
    now = client
    if client.debt_as_of is not None:
        disputed = frozenset((row.document, row.contract) for row in before if row.dispute)
        for one in news:
            rows = with_payment(rows, one, client.payment_delay, disputed)
        now = recounted(client, laid(client.id, rows, before), client.debt_as_of)
    if news:
        now = replace(now, quiet_until=None)
    return _Counted(client, now, rows, found, news, left)


def _news(
    found: Sequence[Payment], client: Debtor, shown: Shown | None
) -> tuple[list[Payment], Shown | None]:
    """Those that no file knows, and what is left of the money that the newest file showed.

    A payment of the file's own day is in the file if the file showed so much money that nothing else explains.
    """
    as_of = client.debt_as_of
    if as_of is None:
        return list(found), None
    left = shown if shown is not None and shown.as_of == as_of else None
    news = []
    for one in sorted(found, key=lambda one: (one.day, one.id)):
        explains = left is not None and left.since < one.day <= as_of and left.amount >= one.amount
        if explains and left is not None:
            left = replace(left, amount=left.amount - one.amount)
        elif one.day >= as_of:
            news.append(one)
    return news, left


async def _note_laid(work: Work, counted: Sequence[_Counted], undo: Mapping[int, dict[str, Any]]) -> None:
    """The payments' own rows, the clients' events and ledgers; what was there before stands with a client's first payment."""
    rows: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    received: list[ledger.Received] = []
    for client in counted:
        fresh = {one.id for one in client.news}
        as_of = client.before.debt_as_of
        for at, one in enumerate(client.found):
            is_news = one.id in fresh
            rows.append(
                {
                    "id_": one.id,
                    "client_id": client.now.id,
                    "laid_as_of": as_of if is_news else None,
                    "told": one.amount if is_news else 0,
                    "settled_at": work.now,
                    "undo": None if at else undo[client.now.id],
                }
            )
            if is_news:
                events.append(_event(work, client.now, one))
            if as_of is not None:
                amount, seen = (one.amount, 0) if is_news else (0, one.amount)
                received.append(ledger.Received(client.now.id, one.id, one.day, one.number, amount, seen))
    await work.tx.run_many(payments.SETTLE, rows)
    await work.tx.run_many(timeline.ADD, events)
    await ledger.record_payments(work, {one.before.id: one.before for one in counted}, received)
    lefts = [one.left for one in counted if one.left is not None]
    await work.tx.run_many(
        payments.SHOW,
        [
            {"client_id": left.client_id, "as_of": left.as_of, "since": left.since, "amount": left.amount}
            for left in lefts
        ],
    )


def _event(work: Work, client: Debtor, one: Payment) -> dict[str, Any]:
    facts = {"amount": one.amount, "number": one.number, "day": one.day.isoformat(), "source": "bank"}
    return {
        "client_id": client.id,
        "employee_id": client.manager_id,
        "at": work.now,
        "kind": EventKind.PAYMENT,
        "facts": facts,
    }


async def note_habits(work: Work, clients: Mapping[int, Debtor]) -> None:
    """On which weekday they pay, as far as the bank's files tell."""
    days = await payments.days_of(work.tx, clients)
    habits = {client.id: find_weekday(days.get(client.id, [])) for client in clients.values()}
    await work.tx.run_many(
        payments.PAYS_ON,
        [
            {"id_": client.id, "weekday": habits[client.id]}
            for client in clients.values()
            if habits[client.id] != client.pays_on
        ],
    )
