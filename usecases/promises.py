"""Promises to pay: taken, moved, cancelled, and judged by files and by the clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from domain.actors import SELLING, Actor, Role
from domain.promises import PromiseState, check_day, check_promise, settle
from screens.promises import Nudge, NudgeLine
from storage import counters, promises, receivables, timeline, transfers
from storage.clients import Client
from storage.promises import Promise
from storage.receivables import Debtor
from storage.timeline import EventKind
from usecases.access import allowed
from usecases.debt_moves import born_at, find_moved
from usecases.errors import NotFoundError, StaleError
from usecases.scope import get_client, lock_client, managers_for
from usecases.stop_list import review_candidates
from usecases.work import Work

READERS = SELLING | {Role.ACCOUNTANT}
NUDGED = 6
SHORT = frozenset({PromiseState.BROKEN, PromiseState.PARTLY_KEPT})


@dataclass(frozen=True, slots=True)
class Taken:
    """A promise as it was written down. `replaced` are the earlier ones it stands for now, `debt` all that is owed in kopecks."""

    promise: Promise
    client: str
    check_on: date
    replaced: tuple[Promise, ...] = ()
    debt: int = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """A promise whose state changed: `promise` is as it was before, `state` and `paid` as they are now."""

    promise: Promise
    state: PromiseState
    paid: int

    @property
    def is_changed(self) -> bool:
        return (self.state, self.paid) != (self.promise.state, self.promise.paid)


@dataclass(slots=True)
class Money:
    """Kopecks that no promise has taken yet: of the bank's `day`, or None for what came between two files.

    `is_news` is False where a file has shown it before, and the promises of then have taken it.
    """

    left: int
    day: date | None = None
    is_news: bool = True


@allowed(*SELLING)
async def take_promise(actor: Actor, work: Work, client_id: int, amount: int | None, due: date) -> Taken:
    """`amount` in kopecks; None is all that is overdue, else all that is owed. The same promise twice is one.

    Earlier open promises give way where all of them together would exceed the debt. Raises `InvalidAmountError`,
    `PastMomentError`.
    """
    client = await lock_client(actor, work, client_id)
    today = work.today(actor)
    asked = amount if amount is not None else (client.overdue or client.debt or None)
    check_promise(1 if asked is None else asked, due, today)
    earlier = await promises.open_of(work.tx, [client.id])
    same = next((one for one in earlier if (one.due, one.amount) == (due, asked)), None)
    if same is not None:
        return Taken(same, client.name, check_day(due, work.rules.calendar), debt=client.debt)
    whole = sum(one.left for one in earlier) + (asked or 0)
    replaced = tuple(earlier) if asked is None or (client.debt and whole > client.debt) else ()
    promise_id = await work.tx.value(
        promises.ADD,
        client_id=client.id,
        employee_id=actor.id,
        due=due,
        amount=asked,
        debt_before=client.debt,
        created_at=work.now,
    )
    await _cancel(actor, work, replaced)
    kept = [one.due for one in earlier if one not in replaced]
    await _mark(work, client, due=min([due, *kept]), broken=None)
    facts = {"due": due.isoformat()} | ({"amount": asked} if asked is not None else {})
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.PROMISE, **facts)
    await counters.add(work.tx, actor.id, today, promises=1, promise_sum=asked or 0)
    await review_candidates(work, [client.id])
    taken = await promises.find(work.tx, promise_id)
    assert taken is not None
    return Taken(taken, client.name, check_day(due, work.rules.calendar), replaced, client.debt)


async def _cancel(actor: Actor, work: Work, given_up: Sequence[Promise]) -> int:
    """How many were still open. What was counted today is taken back: a promise moved is not a second one."""
    if not given_up:
        return 0
    done = await work.tx.run(promises.CANCEL, ids=[one.id for one in given_up], at=work.now)
    today = work.today(actor)
    for one in given_up:
        if actor.local(one.created_at).date() == today and done == len(given_up):
            amount = one.amount or 0
            earner = await transfers.earner_of_promise(work.tx, one.id) or one.employee_id
            await counters.add(work.tx, earner, today, promises=-1, promise_sum=-amount)
    return done


async def _mark(work: Work, client: Client, *, due: date | None, broken: date | None) -> None:
    if (due, broken) != (client.promise_due, client.promise_broken_day):
        await work.tx.run(promises.CLIENT_AFTER, id_=client.id, due=due, broken=broken, kept=0, judged=0)


@allowed(*SELLING)
async def get_promise(actor: Actor, work: Work, promise_id: int) -> tuple[Promise, Client]:
    """Raises `NotFoundError` for a promise of a foreign client too, `StaleError` for one that is no longer open."""
    found = await promises.find(work.tx, promise_id)
    if found is None:
        raise NotFoundError(what="promise", id=promise_id)
    client = await get_client(actor, work, found.client_id)
    if not found.is_open:
        raise StaleError(what="promise")
    return found, client


@allowed(*SELLING)
async def move_promise(
    actor: Actor, work: Work, promise_id: int, due: date, amount: int | None = None
) -> Taken:
    """Another day, and another sum where `amount` is given. Raises as `take_promise` and `get_promise` do."""
    found, _ = await get_promise(actor, work, promise_id)
    client = await lock_client(actor, work, found.client_id)
    asked = found.amount if amount is None else amount
    check_promise(1 if asked is None else asked, due, work.today(actor))
    if not await work.tx.run(promises.MOVE, id_=found.id, day=due, sum=asked):
        raise StaleError(what="promise")
    await _mark(work, client, due=await _first_due(work, client.id), broken=client.promise_broken_day)
    facts = {"due": due.isoformat()} | ({"amount": asked} if asked is not None else {})
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.PROMISE, **facts)
    moved = replace(found, due=due, amount=asked)
    return Taken(moved, client.name, check_day(due, work.rules.calendar), debt=client.debt)


@allowed(*SELLING)
async def cancel_promise(actor: Actor, work: Work, promise_id: int) -> tuple[Promise, str]:
    """As if it had not been given: it is never judged. The promise and the client's name."""
    found, _ = await get_promise(actor, work, promise_id)
    client = await lock_client(actor, work, found.client_id)
    if not await _cancel(actor, work, [found]):
        raise StaleError(what="promise")
    await _mark(work, client, due=await _first_due(work, client.id), broken=client.promise_broken_day)
    return found, client.name


async def _first_due(work: Work, client_id: int) -> date | None:
    return min((one.due for one in await promises.open_of(work.tx, [client_id])), default=None)


@allowed(Role.MANAGER)
async def promised_next(actor: Actor, work: Work) -> Nudge | None:
    """Who has promised to pay on the next working day or on the days off before it; None where nobody has.

    Nobody is reminded of money on a birthday.
    """
    today = work.today(actor)
    until = work.rules.calendar.next_working(today)
    found = await promises.coming(work.tx, actor.id, today, until)
    born = await born_at(work, {one.client_id for one, _ in found}) if found else {}
    moved = {
        one.client_id: why
        for one, name in found
        if (why := find_moved(work, today, name, born.get(one.client_id, ())))
    }
    lines = tuple(
        NudgeLine(
            one.id,
            one.client_id,
            name,
            one.due,
            None if one.amount is None else one.left,
            one.reminded_on == today,
        )
        for one, name in found
        if one.client_id not in moved
    )
    if not lines:
        return None
    total = sum(line.left or 0 for line in lines)
    return Nudge(lines[:NUDGED], len(lines[NUDGED:]), total, today, tuple(moved.values()))


@allowed(Role.MANAGER)
async def note_reminded(actor: Actor, work: Work, promise_id: int, note: str) -> Nudge | None:
    """The client was reminded of its word; `note` for the timeline. What is left of the nudge. Raises as `get_promise` does."""
    found, client = await get_promise(actor, work, promise_id)
    if not await work.tx.run(promises.REMINDED, id_=found.id, day=work.today(actor)):
        raise StaleError(what="promise")
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.NOTE, text=note)
    return await promised_next(actor, work)


@allowed(*READERS)
async def judge_due(actor: Actor, work: Work) -> list[Judged]:
    """What the clock decides: promises of the actor's clients whose check day has come without the money being seen.

    Such a word is provisional until a file of the promised day is read.
    """
    today = work.today(actor)
    past = [
        promise
        for promise in await promises.past_due(work.tx, await managers_for(actor, work), today)
        if check_day(promise.due, work.rules.calendar) <= today
    ]
    if not past:
        return []
    clients = await receivables.lock(work.tx, {promise.client_id for promise in past})
    unsettled = await promises.unsettled(work.tx, clients)
    judged = await settle_clients(
        work, today, [(client, unsettled.get(client.id, []), ()) for client in clients.values()]
    )
    return [one for some in judged.values() for one in some]


async def settle_clients(
    work: Work, today: date, found: Iterable[tuple[Debtor, Sequence[Promise], Sequence[Money]]]
) -> dict[int, list[Judged]]:
    """Lays the money on each client's promises, the earliest first, and judges them; those that changed, by client.

    A client is the row as it now is. Nothing owed any more keeps every promise.
    """
    written: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    marks: list[dict[str, Any]] = []
    changed: dict[int, list[Judged]] = {}
    for client, unsettled, money in found:
        after = [_settle(work, today, client, promise, money) for promise in unsettled]
        after = [one for one in after if one.is_changed or not one.promise.is_settled]
        written += [_written(work, client, one) for one in after if one.is_changed or _is_final(one, client)]
        moved = [one for one in after if one.state != one.promise.state]
        events += [_event(work, one) for one in moved]
        mark = _mark_of(client, after, moved)
        marks += [mark] if mark is not None else []
        changed[client.id] = moved
    await work.tx.run_many(promises.JUDGE, written)
    await work.tx.run_many(timeline.ADD, events)
    await work.tx.run_many(promises.CLIENT_AFTER, marks)
    return changed


def _settle(work: Work, today: date, client: Debtor, promise: Promise, money: Sequence[Money]) -> Judged:
    amount = promise.amount or promise.debt_before or 1
    total = promise.paid
    for one in money:
        if _may_keep(work, promise, one):
            share = min(one.left, max(amount - total, 0))
            one.left -= share
            total += share
    gone = promise.debt_before and not client.debt and not promise.is_settled
    state = settle(
        amount,
        promise.due,
        paid=amount if gone else total,
        today=today,
        calendar=work.rules.calendar,
        settings=work.rules.promises,
    )
    if not promise.is_open and state is PromiseState.OPEN:
        state = PromiseState(promise.state)
    return Judged(promise, state, total)


def _may_keep(work: Work, promise: Promise, money: Money) -> bool:
    """Not what came before the word was given; where a file of the day has broken it, only what came by that day."""
    if money.day is None:
        return not promise.is_settled
    given = promise.created_at.astimezone(ZoneInfo(work.rules.company.timezone)).date()
    fresh = money.day <= promise.due if promise.is_settled else money.is_news
    return given <= money.day and fresh


def _is_final(judged: Judged, client: Debtor) -> bool:
    """Judged before by the clock alone, and now by a file of the promised day or later."""
    promise = judged.promise
    return not promise.is_open and client.debt_as_of is not None and client.debt_as_of >= promise.due


def _written(work: Work, client: Debtor, judged: Judged) -> dict[str, Any]:
    is_open = judged.state is PromiseState.OPEN
    return {
        "id_": judged.promise.id,
        "was": judged.promise.state,
        "state": judged.state.value,
        "paid": judged.paid,
        "judged_at": None if is_open else work.now,
        "judged_as_of": None if is_open else client.debt_as_of,
    }


def _event(work: Work, judged: Judged) -> dict[str, Any]:
    promise = judged.promise
    return {
        "client_id": promise.client_id,
        "employee_id": promise.employee_id,
        "at": work.now,
        "kind": EventKind.PROMISE_JUDGED,
        "facts": {"state": judged.state.value, "due": promise.due.isoformat()},
    }


def _mark_of(client: Debtor, after: Sequence[Judged], moved: Sequence[Judged]) -> dict[str, Any] | None:
    """What the client's row says of its promises, where it is to be changed."""
    due = min((one.promise.due for one in after if one.state is PromiseState.OPEN), default=None)
    if not after:
        due = client.promise_due
    broken = _broken_day(client, after) if after or client.promise_broken_day else None
    kept = sum(one.state is PromiseState.KEPT for one in moved)
    judged = sum(one.promise.is_open for one in moved)
    if (due, broken, kept, judged) == (client.promise_due, client.promise_broken_day, 0, 0):
        return None
    return {"id_": client.id, "due": due, "broken": broken, "kept": kept, "judged": judged}


def _broken_day(client: Debtor, after: Sequence[Judged]) -> date | None:
    """The day of the last word that was not kept, while money is owed and no newer word was given."""
    if not client.overdue and not client.debt and client.debt_as_of is not None:
        return None
    newest_open = max(
        (one.promise.created_at for one in after if one.state is PromiseState.OPEN), default=None
    )
    short = [
        one.promise.due
        for one in after
        if one.state in SHORT and (newest_open is None or one.promise.created_at > newest_open)
    ]
    if short:
        return max(short)
    redeemed = {one.promise.due for one in after if one.state is PromiseState.KEPT}
    return None if client.promise_broken_day in redeemed else client.promise_broken_day
