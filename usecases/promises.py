"""Promises to pay: taken, moved, cancelled, and judged by files and by the clock."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.actors import SELLING, Actor, Role
from domain.promises import PromiseState, check_day, check_promise, settle
from storage import counters, promises, receivables, timeline
from storage.clients import Client
from storage.promises import Promise
from storage.receivables import Debtor
from storage.timeline import EventKind
from usecases.access import allowed
from usecases.errors import NotFoundError, StaleError
from usecases.scope import get_client, lock_client, managers_for
from usecases.work import Work

READERS = SELLING | {Role.ACCOUNTANT}
SHORT = frozenset({PromiseState.BROKEN, PromiseState.PARTLY_KEPT})


@dataclass(frozen=True, slots=True)
class Taken:
    """A promise as it was written down. `replaced` are the earlier ones it stands for now."""

    promise: Promise
    client: str
    check_on: date
    replaced: tuple[Promise, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A promise whose state changed: `promise` is as it was before, `state` and `paid` as they are now."""

    promise: Promise
    state: PromiseState
    paid: int


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
        return Taken(same, client.name, check_day(due, work.rules.calendar))
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
    await timeline.add(work.tx, client.id, actor.id, work.now, EventKind.PROMISE, **facts)
    await counters.add(work.tx, actor.id, today, promises=1, promise_sum=asked or 0)
    taken = await promises.find(work.tx, promise_id)
    assert taken is not None
    return Taken(taken, client.name, check_day(due, work.rules.calendar), replaced)


async def _cancel(actor: Actor, work: Work, given_up: Sequence[Promise]) -> int:
    """How many were still open. What was counted today is taken back: a promise moved is not a second one."""
    if not given_up:
        return 0
    done = await work.tx.run(promises.CANCEL, ids=[one.id for one in given_up], at=work.now)
    today = work.today(actor)
    for one in given_up:
        if actor.local(one.created_at).date() == today and done == len(given_up):
            amount = one.amount or 0
            await counters.add(work.tx, one.employee_id, today, promises=-1, promise_sum=-amount)
    return done


async def _mark(
    work: Work,
    client: Client | Debtor,
    *,
    due: date | None,
    broken: date | None,
    kept: int = 0,
    judged: int = 0,
) -> None:
    if (due, broken, kept, judged) != (client.promise_due, client.promise_broken_day, 0, 0):
        await work.tx.run(
            promises.CLIENT_AFTER, id_=client.id, due=due, broken=broken, kept=kept, judged=judged
        )


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
    await timeline.add(work.tx, client.id, actor.id, work.now, EventKind.PROMISE, **facts)
    return Taken(replace(found, due=due, amount=asked), client.name, check_day(due, work.rules.calendar))


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
    return [
        judged
        for client in clients.values()
        for judged in await settle_client(work, today, client, unsettled.get(client.id, []))
    ]


async def settle_client(
    work: Work, today: date, client: Debtor, unsettled: Sequence[Promise], paid: int = 0
) -> list[Judged]:
    """Lays `paid` kopecks, seen since the last file, on the client's promises, the earliest first, and judges them.

    `client` is the row as it now is. Nothing owed any more keeps every promise.
    """
    changed: list[Judged] = []
    after: list[Judged] = []
    for promise in unsettled:
        judged, paid = _settle(work, today, client, promise, paid)
        if (judged.state, judged.paid) != (promise.state, promise.paid) or _is_final(promise, client):
            await _write(work, client, judged)
        if judged.state != promise.state:
            changed.append(judged)
            facts = {"state": judged.state.value, "due": promise.due.isoformat()}
            await timeline.add(
                work.tx, client.id, promise.employee_id, work.now, EventKind.PROMISE_JUDGED, **facts
            )
        after.append(judged)
    if after or client.promise_broken_day is not None:
        await _mark(
            work,
            client,
            due=min((one.promise.due for one in after if one.state is PromiseState.OPEN), default=None),
            broken=_broken_day(client, after),
            kept=sum(one.state is PromiseState.KEPT for one in changed),
            judged=sum(one.promise.is_open for one in changed),
        )
    return changed


def _settle(work: Work, today: date, client: Debtor, promise: Promise, paid: int) -> tuple[Judged, int]:
    amount = promise.amount or promise.debt_before or 1
    share = min(paid, max(amount - promise.paid, 0))
    total = promise.paid + share
    covered = amount if promise.debt_before and not client.debt else total
    state = settle(
        amount,
        promise.due,
        paid=covered,
        today=today,
        calendar=work.rules.calendar,
        settings=work.rules.promises,
    )
    if not promise.is_open and state is PromiseState.OPEN:
        state = PromiseState(promise.state)
    return Judged(promise, state, total), paid - share


def _is_final(promise: Promise, client: Debtor) -> bool:
    """Judged before by the clock alone, and now by a file of the promised day or later."""
    return not promise.is_open and client.debt_as_of is not None and client.debt_as_of >= promise.due


async def _write(work: Work, client: Debtor, judged: Judged) -> None:
    is_open = judged.state is PromiseState.OPEN
    await work.tx.run(
        promises.JUDGE,
        id_=judged.promise.id,
        was=judged.promise.state,
        state=judged.state.value,
        paid=judged.paid,
        judged_at=None if is_open else work.now,
        judged_as_of=None if is_open else client.debt_as_of,
    )


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
