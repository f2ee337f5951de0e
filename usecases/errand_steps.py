"""What becomes of an errand or a request: seen, taken, asked about, moved, done, returned, accepted, withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from domain.actors import EVERYBODY, LEADING, SELLING, Actor
from domain.errands import ErrandStatus, ErrandTextError, Pool, Said, kept_words
from screens.errand_views import ErrandView, PersonChoice, Side, anchors_of
from storage import clients, employees, errands, outbox, timeline
from storage.card_requests import is_client_gone
from storage.errands import Errand
from storage.timeline import EventKind
from usecases import decisions
from usecases.access import allowed, inner
from usecases.errand_clock import announce, stop, wind, wind_request
from usecases.errand_views import people_under, read_errand, view_of
from usecases.errands import Given, NewErrand, lay, list_people, read_words, term_of
from usecases.errors import NotFoundError, StaleError
from usecases.scope import get_client
from usecases.work import Work


@dataclass(frozen=True, slots=True)
class Step:
    """The errand as it now is, and who is to be told of it, each with the own view; nobody after a repeated tap.

    `gone`: who had heard of it and does not do it any more. `free`: the department, whose word is that it may be taken.
    `shown`: who of the department has a card of it by this anchor, which is to change.
    """

    view: ErrandView
    told: tuple[tuple[Actor, ErrandView], ...] = ()
    gone: Actor | None = None
    free: tuple[tuple[Actor, ErrandView], ...] = ()
    shown: tuple[tuple[Actor, ErrandView, str], ...] = ()


@inner
async def _step(actor: Actor, work: Work, one: Errand, side: Side, *tell: int | None) -> Step:
    """Saved, its reminders wound anew; `tell` are ids."""
    await errands.save(work.tx, one)
    await wind(work, one)
    told = []
    for id_ in dict.fromkeys(tell):
        person = await employees.find(work.tx, id_) if id_ not in {None, actor.id} else None
        if person is not None:
            other = Side.DOER if one.doer_id == person.id else Side.GIVER
            told.append((person, await view_of(person, work, one, other)))
    return Step(await view_of(actor, work, one, side), tuple(told), shown=await _shown(actor, work, one))


@inner
async def _shown(actor: Actor, work: Work, one: Errand) -> tuple[tuple[Actor, ErrandView, str], ...]:
    """Of a request that is free no longer: whose cards still offer to take it."""
    if one.pool is None or (one.doer_id is None and one.status.is_open):
        return ()
    found = []
    for person in await employees.with_role(work.tx, Pool(one.pool).role):
        if person.id in {actor.id, one.doer_id, one.giver_id}:
            continue
        for anchor in anchors_of(one.id):
            if await outbox.find_message(work.tx, anchor, person.chat) is not None:
                found.append((person, await view_of(person, work, one, Side.POOL), anchor))
    return tuple(found)


@inner
async def _lock(actor: Actor, work: Work, errand_id: int, *sides: Side) -> tuple[Errand, Side]:
    """Held for change. Raises `NotFoundError` for somebody on another side of it, `StaleError` for one that is over.

    Nobody answers themselves in the place of who gave it: `OwnQuestionError`.
    """
    one, side = await read_errand(actor, work, errand_id, lock=True)
    if side not in sides:
        raise NotFoundError(what="errand", id=errand_id)
    await decisions.check_not_of(actor, work, one.doer_id)
    if one.status.is_over:
        raise StaleError(what="errand")
    return one, side


def _check_open(one: Errand) -> None:
    if not one.status.is_open:
        raise StaleError(what="errand")


def _seen(one: Errand) -> Errand:
    """Whoever asks about it has read it."""
    return replace(one, status=ErrandStatus.SEEN) if one.status is ErrandStatus.GIVEN else one


def _words(text: str) -> str:
    said = kept_words(text)
    if not said:
        raise ErrandTextError(text=text)
    return said


# --- who does it -----------------------------------------------------------------------------------------------------


@allowed(*EVERYBODY)
async def see(actor: Actor, work: Work, errand_id: int) -> ErrandView:
    """It; its doer has seen it from now on. Raises `NotFoundError`."""
    one, side = await read_errand(actor, work, errand_id, lock=True)
    if side is Side.DOER and one.status is ErrandStatus.GIVEN:
        return (await _step(actor, work, replace(one, status=ErrandStatus.SEEN), side)).view
    return await view_of(actor, work, one, side)


@allowed(*EVERYBODY)
async def finish(actor: Actor, work: Work, errand_id: int, answer: str = "") -> Step:
    """Done, with an answer or without words; whoever gave it is told, one's own is over. A second time it stays as it was."""
    one, side = await _lock(actor, work, errand_id, Side.DOER)
    if one.status is ErrandStatus.DONE:
        return Step(await view_of(actor, work, one, side))
    _check_open(one)
    said = kept_words(answer)
    if said:
        await errands.say(work.tx, one.id, actor.hand, work.now, kind=Said.ANSWER, text=said)
    if one.client_id is not None and not await is_client_gone(work.tx, one.client_id):
        facts = {"text": one.text, "answer": said or None, "done": 1}
        await timeline.add(work.tx, one.client_id, actor.hand, work.now, EventKind.ERRAND, **facts)
    now = replace(one, status=ErrandStatus.DONE, answer=said, done_at=work.now, asked=False, wanted=None)
    if one.giver_id == actor.id:
        now = replace(now, status=ErrandStatus.ACCEPTED, closed_at=work.now)
    return await _step(actor, work, now, side, one.giver_id)


@allowed(*EVERYBODY)
async def ask(actor: Actor, work: Work, errand_id: int, text: str) -> Step:
    """A question to whoever gave it: it waits for the answer. A department may ask before it takes a request."""
    one, side = await _lock(actor, work, errand_id, Side.DOER, Side.POOL)
    _check_open(one)
    await errands.say(work.tx, one.id, actor.hand, work.now, kind=Said.QUESTION, text=_words(text))
    if side is Side.POOL:
        one, side = replace(one, doer_id=actor.id), Side.DOER
    return await _step(actor, work, replace(_seen(one), asked=True), side, one.giver_id)


@allowed(*EVERYBODY)
async def ask_to_move(actor: Actor, work: Work, errand_id: int, day: date, clock: time | None = None) -> Step:
    """The doer asks for another term, which whoever gave it agrees to or not; who gave it moves it at once."""
    one, side = await _lock(actor, work, errand_id, Side.DOER, Side.GIVER)
    _check_open(one)
    due = term_of(actor, work, day, clock)
    if side is Side.GIVER:
        return await _step(actor, work, replace(one, due=due, wanted=None), side, one.doer_id)
    if due in {one.due, one.wanted}:
        return Step(await view_of(actor, work, one, side))
    return await _step(actor, work, replace(_seen(one), wanted=due), side, one.giver_id)


@allowed(*EVERYBODY)
async def take(actor: Actor, work: Work, errand_id: int) -> Step:
    """A request of the actor's department: the first has it. Raises `StaleError` where another was faster."""
    one = await errands.find(work.tx, errand_id, lock=True)
    if one is None or one.pool != actor.role:
        raise NotFoundError(what="errand", id=errand_id)
    if one.doer_id == actor.id and not one.status.is_over:
        return Step(await view_of(actor, work, one, Side.DOER))
    if one.doer_id is not None or not one.status.is_open:
        raise StaleError(what="errand")
    await stop(work, one)
    now = replace(one, doer_id=actor.id, status=ErrandStatus.SEEN)
    return await _step(actor, work, now, Side.DOER, one.giver_id)


# --- who gave it -----------------------------------------------------------------------------------------------------


@allowed(*EVERYBODY)
async def reply(actor: Actor, work: Work, errand_id: int, text: str) -> Step:
    """The answer to its question."""
    one, side = await _lock(actor, work, errand_id, Side.GIVER)
    await errands.say(work.tx, one.id, actor.hand, work.now, kind=Said.REPLY, text=_words(text))
    now = replace(one, asked=False)
    done = await _step(actor, work, now, side, one.doer_id)
    if now.doer_id is None and now.status.is_open:  # who asked has given it back to the department
        return replace(done, free=await _told_department(actor, work, now))
    return done


@allowed(*EVERYBODY)
async def agree(actor: Actor, work: Work, errand_id: int, *, yes: bool) -> Step:
    """To the term that was asked for, or to keep the old one. Raises `StaleError` where none is asked for."""
    one, side = await _lock(actor, work, errand_id, Side.GIVER)
    if one.wanted is None:
        raise StaleError(what="errand")
    due = one.wanted if yes else one.due
    return await _step(actor, work, replace(one, due=due, wanted=None), side, one.doer_id)


@allowed(*EVERYBODY)
async def accept(actor: Actor, work: Work, errand_id: int) -> Step:
    """Closed, and its doer is told; a second time nobody is, nor of what was declined."""
    one, side = await read_errand(actor, work, errand_id, lock=True)
    if side is not Side.GIVER:
        raise NotFoundError(what="errand", id=errand_id)
    await decisions.check_not_of(actor, work, one.doer_id)
    if one.status is ErrandStatus.ACCEPTED:
        return Step(await view_of(actor, work, one, side))
    if one.status not in {ErrandStatus.DONE, ErrandStatus.DECLINED}:
        raise StaleError(what="errand")
    now = replace(one, status=ErrandStatus.ACCEPTED, closed_at=work.now)
    return await _step(actor, work, now, side, one.doer_id if one.status is ErrandStatus.DONE else None)


@allowed(*EVERYBODY)
async def send_back(actor: Actor, work: Work, errand_id: int, text: str) -> Step:
    """Done, but not enough: what is missing. Raises `StaleError` for one that is not done."""
    one, side = await _lock(actor, work, errand_id, Side.GIVER)
    if one.status is not ErrandStatus.DONE:
        raise StaleError(what="errand")
    await errands.say(work.tx, one.id, actor.hand, work.now, kind=Said.RETURNED, text=_words(text))
    doer = await _who_goes_on(work, one)
    now = replace(one, doer_id=doer, status=ErrandStatus.RETURNED, done_at=None)
    return await _step(actor, work, now, side, doer)


@inner
async def _who_goes_on(work: Work, one: Errand) -> int | None:
    """Who did it; the client's manager where that one has left."""
    if one.client_id is None or one.doer_id is None or await employees.find(work.tx, one.doer_id) is not None:
        return one.doer_id
    return await clients.manager_of(work.tx, one.client_id) or one.doer_id


@allowed(*EVERYBODY)
async def withdraw(actor: Actor, work: Work, errand_id: int) -> Step:
    """Nobody has to do it any more."""
    one, side = await read_errand(actor, work, errand_id, lock=True)
    if side is not Side.GIVER:
        raise NotFoundError(what="errand", id=errand_id)
    await decisions.check_not_of(actor, work, one.doer_id)
    if one.status is ErrandStatus.WITHDRAWN:
        return Step(await view_of(actor, work, one, side))
    if one.status.is_over:
        raise StaleError(what="errand")
    now = replace(one, status=ErrandStatus.WITHDRAWN, closed_at=work.now)
    return await _step(actor, work, now, side, one.doer_id)


@allowed(*LEADING)
async def list_others(actor: Actor, work: Work, errand_id: int) -> tuple[ErrandView, list[PersonChoice]]:
    """To whom an errand may be given instead: its giver is not asked for an answer to themselves. Raises `StaleError` for a request and for one that is not open."""
    one, side = await _lock(actor, work, errand_id, Side.GIVER)
    _check_open(one)
    if one.pool is not None:
        raise StaleError(what="errand")
    people = [
        person for person in await list_people(actor, work) if person.id not in {one.doer_id, one.giver_id}
    ]
    return await view_of(actor, work, one, side), people


@allowed(*LEADING)
async def pass_on(actor: Actor, work: Work, errand_id: int, employee_id: int) -> Step:
    """To somebody else of the lead's people: new for them, gone for who had it."""
    one, side = await _lock(actor, work, errand_id, Side.GIVER)
    person = next((who for who in await people_under(actor, work) if who.id == employee_id), None)
    if person is None or person.id == one.giver_id:
        raise NotFoundError(what="employee", id=employee_id)
    if one.pool is not None or not one.status.is_open:
        raise StaleError(what="errand")
    if one.doer_id == person.id:
        return Step(await view_of(actor, work, one, side))
    unheard = await stop(work, one)
    before = None if unheard or one.doer_id is None else await employees.find(work.tx, one.doer_id)
    now = replace(one, doer_id=person.id, status=ErrandStatus.GIVEN, asked=False, wanted=None)
    done = await _step(actor, work, now, side)
    told = await announce(work, one.id, [person])
    return Step(done.view, tuple([(who, await view_of(who, work, now, Side.DOER)) for who in told]), before)


# --- a request to a department -----------------------------------------------------------------------------------------


@allowed(*SELLING)
async def request(actor: Actor, work: Work, pool: Pool, order: NewErrand) -> Given:
    """To everybody of the department, of whom the first to take it has it. Raises `ErrandDueError` for a past term."""
    due = term_of(actor, work, order.day, order.clock)
    if order.client:
        await get_client(actor, work, order.client)
    one = await lay(actor, work, order, due, pool=pool)
    await wind_request(work, one.id, pool, actor)
    people: Sequence[Actor] = await employees.with_role(work.tx, pool.role)
    told = await announce(work, one.id, people)
    return Given(
        (await view_of(actor, work, one, Side.GIVER),),
        tuple([(who, await view_of(who, work, one, Side.POOL)) for who in told]),
    )


@allowed(*EVERYBODY)
async def decline(actor: Actor, work: Work, errand_id: int, text: str) -> Step:
    """The department will not do it, and says why: whoever asked decides what next. Raises `StaleError` for an errand."""
    one, side = await _lock(actor, work, errand_id, Side.DOER, Side.POOL)
    if one.status is ErrandStatus.DECLINED:
        return Step(await view_of(actor, work, one, side))
    _check_request(one)
    await errands.say(work.tx, one.id, actor.hand, work.now, kind=Said.DECLINED, text=_words(text))
    now = replace(one, doer_id=actor.id, status=ErrandStatus.DECLINED, asked=False, wanted=None)
    return await _step(actor, work, now, Side.DOER, one.giver_id)


@allowed(*EVERYBODY)
async def give_back(actor: Actor, work: Work, errand_id: int) -> Step:
    """Free again for the whole department; whoever asked is told. A second time it stays as it was."""
    one, side = await _lock(actor, work, errand_id, Side.DOER, Side.POOL)
    _check_request(one)
    if side is Side.POOL:
        return Step(await view_of(actor, work, one, side))
    now = replace(one, doer_id=None, status=ErrandStatus.GIVEN, wanted=None)
    return await _freed(actor, work, now, Side.POOL, one.giver_id)


@allowed(*EVERYBODY)
async def ask_again(actor: Actor, work: Work, errand_id: int, text: str) -> Step:
    """What was declined goes to the same department once more, with words and, where they name one, another term."""
    one, side = await _lock(actor, work, errand_id, Side.GIVER)
    _check_declined(one)
    order = await read_words(actor, work, NewErrand(), text)
    said, due = _words(order.text), one.due
    if order.day is not None:
        due = term_of(actor, work, order.day, order.clock)
    await errands.say(work.tx, one.id, actor.hand, work.now, kind=Said.RETURNED, text=said)
    return await _freed(
        actor, work, replace(one, doer_id=None, status=ErrandStatus.GIVEN, due=due), side, None
    )


@allowed(*EVERYBODY)
async def send_elsewhere(actor: Actor, work: Work, errand_id: int, pool: Pool) -> Step:
    """What was declined goes to another department as it is; a second time it stays where it is."""
    one, side = await _lock(actor, work, errand_id, Side.GIVER)
    if one.pool == pool and one.status is ErrandStatus.GIVEN:
        return Step(await view_of(actor, work, one, side))
    _check_declined(one)
    now = replace(one, pool=pool.value, doer_id=None, status=ErrandStatus.GIVEN)
    return await _freed(actor, work, now, side, None)


@inner
async def _freed(actor: Actor, work: Work, one: Errand, side: Side, asker: int | None) -> Step:
    """The department hears that it may be taken, and is reminded as of a new one."""
    await stop(work, one)
    done = await _step(actor, work, one, side, asker)
    giver = await employees.find(work.tx, one.giver_id)
    if giver is not None:
        await wind_request(work, one.id, _pool_of(one), giver)
    return replace(done, free=await _told_department(actor, work, one))


@inner
async def _told_department(actor: Actor, work: Work, one: Errand) -> tuple[tuple[Actor, ErrandView], ...]:
    """Who of it is at work and is to be told, each with the own view; the others hear of it in the morning."""
    department = await employees.with_role(work.tx, _pool_of(one).role)
    told = await announce(work, one.id, [who for who in department if who.id not in {actor.id, one.giver_id}])
    return tuple([(who, await view_of(who, work, one, Side.POOL)) for who in told])


def _pool_of(one: Errand) -> Pool:
    """Raises `StaleError` for an errand of the head."""
    if one.pool is None:
        raise StaleError(what="errand")
    return Pool(one.pool)


def _check_request(one: Errand) -> None:
    if one.pool is None or not one.status.is_open:
        raise StaleError(what="errand")


def _check_declined(one: Errand) -> None:
    if one.status is not ErrandStatus.DECLINED:
        raise StaleError(what="errand")


@allowed(*SELLING)
async def check_may_request(_: Actor, work: Work) -> None:
    """Raises `AccessDeniedError` before anything is asked."""
    del work


# --- before a question is asked ----------------------------------------------------------------------------------------


@allowed(*EVERYBODY)
async def check_doing(actor: Actor, work: Work, errand_id: int) -> None:
    """Raises `NotFoundError` for somebody who does not do it, `StaleError` where nothing is left to do."""
    one, _ = await _lock(actor, work, errand_id, Side.DOER)
    _check_open(one)


@allowed(*EVERYBODY)
async def check_declining(actor: Actor, work: Work, errand_id: int) -> None:
    """Raises `StaleError` for an errand of the head, and where nothing is left to decline."""
    one, _ = await _lock(actor, work, errand_id, Side.DOER, Side.POOL)
    _check_request(one)


@allowed(*EVERYBODY)
async def check_declined(actor: Actor, work: Work, errand_id: int) -> ErrandView:
    """Raises `NotFoundError` for anybody but who asked, `StaleError` where it was not declined."""
    one, side = await _lock(actor, work, errand_id, Side.GIVER)
    _check_declined(one)
    return await view_of(actor, work, one, side)


@allowed(*EVERYBODY)
async def check_asking(actor: Actor, work: Work, errand_id: int) -> None:
    one, _ = await _lock(actor, work, errand_id, Side.DOER, Side.POOL)
    _check_open(one)


@allowed(*EVERYBODY)
async def check_moving(actor: Actor, work: Work, errand_id: int) -> ErrandView:
    one, side = await _lock(actor, work, errand_id, Side.DOER, Side.GIVER)
    _check_open(one)
    return await view_of(actor, work, one, side)


@allowed(*EVERYBODY)
async def check_giver(actor: Actor, work: Work, errand_id: int, *, done: bool = False) -> None:
    """Raises `NotFoundError` for anybody but who gave it, `StaleError` where it is over; `done`: or not done yet."""
    one, _ = await _lock(actor, work, errand_id, Side.GIVER)
    if done and one.status is not ErrandStatus.DONE:
        raise StaleError(what="errand")
