"""What becomes of an errand or a request: seen, taken, asked about, moved, done, returned, accepted, withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from domain.actors import EVERYBODY, LEADING, SELLING, Actor
from domain.errands import LONGEST, ErrandStatus, ErrandTextError, Pool, Said
from screens.errand_views import ErrandView, PersonChoice, Side
from storage import employees, errands, timeline
from storage.card_requests import is_client_gone
from storage.errands import Errand
from storage.timeline import EventKind
from usecases.access import allowed, inner
from usecases.errand_clock import announce, stop, wind, wind_request
from usecases.errand_views import people_under, read_errand, view_of
from usecases.errands import Given, NewErrand, lay, list_people, term_of
from usecases.errors import NotFoundError, StaleError
from usecases.scope import get_client
from usecases.work import Work


@dataclass(frozen=True, slots=True)
class Step:
    """The errand as it now is, and who is to be told of it, each with the own view; nobody after a repeated tap."""

    view: ErrandView
    told: tuple[tuple[Actor, ErrandView], ...] = ()


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
    return Step(await view_of(actor, work, one, side), tuple(told))


@inner
async def _lock(actor: Actor, work: Work, errand_id: int, *sides: Side) -> tuple[Errand, Side]:
    """Held for change. Raises `NotFoundError` for somebody on another side of it, `StaleError` for one that is over."""
    one, side = await read_errand(actor, work, errand_id, lock=True)
    if side not in sides:
        raise NotFoundError(what="errand", id=errand_id)
    if one.status.is_over:
        raise StaleError(what="errand")
    return one, side


def _check_open(one: Errand) -> None:
    if not one.status.is_open:
        raise StaleError(what="errand")


def _words(text: str) -> str:
    said = text.strip()[:LONGEST]
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
    """Done, with an answer or without words; whoever gave it is told. A second time it stays as it was."""
    one, side = await _lock(actor, work, errand_id, Side.DOER)
    if one.status is ErrandStatus.DONE:
        return Step(await view_of(actor, work, one, side))
    said = answer.strip()[:LONGEST]
    if said:
        await errands.say(work.tx, one.id, actor.hand, work.now, kind=Said.ANSWER, text=said)
    if one.client_id is not None and not await is_client_gone(work.tx, one.client_id):
        facts = {"text": one.text, "answer": said or None, "done": 1}
        await timeline.add(work.tx, one.client_id, actor.hand, work.now, EventKind.ERRAND, **facts)
    now = replace(one, status=ErrandStatus.DONE, answer=said, done_at=work.now, asked=False, wanted=None)
    return await _step(actor, work, now, side, one.giver_id)


@allowed(*EVERYBODY)
async def ask(actor: Actor, work: Work, errand_id: int, text: str) -> Step:
    """A question to whoever gave it: it waits for the answer. A department may ask before it takes a request."""
    one, side = await _lock(actor, work, errand_id, Side.DOER, Side.POOL)
    _check_open(one)
    await errands.say(work.tx, one.id, actor.hand, work.now, kind=Said.QUESTION, text=_words(text))
    if side is Side.POOL:
        one, side = replace(one, doer_id=actor.id, status=ErrandStatus.SEEN), Side.DOER
    return await _step(actor, work, replace(one, asked=True), side, one.giver_id)


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
    return await _step(actor, work, replace(one, wanted=due), side, one.giver_id)


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
    return await _step(actor, work, replace(one, asked=False), side, one.doer_id)


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
    """Closed, and its doer is told; a second time nobody is."""
    one, side = await read_errand(actor, work, errand_id, lock=True)
    if side is not Side.GIVER:
        raise NotFoundError(what="errand", id=errand_id)
    if one.status is ErrandStatus.ACCEPTED:
        return Step(await view_of(actor, work, one, side))
    if one.status is not ErrandStatus.DONE:
        raise StaleError(what="errand")
    now = replace(one, status=ErrandStatus.ACCEPTED, closed_at=work.now)
    return await _step(actor, work, now, side, one.doer_id)


@allowed(*EVERYBODY)
async def send_back(actor: Actor, work: Work, errand_id: int, text: str) -> Step:
    """Done, but not enough: what is missing. Raises `StaleError` for one that is not done."""
    one, side = await _lock(actor, work, errand_id, Side.GIVER)
    if one.status is not ErrandStatus.DONE:
        raise StaleError(what="errand")
    await errands.say(work.tx, one.id, actor.hand, work.now, kind=Said.RETURNED, text=_words(text))
    now = replace(one, status=ErrandStatus.RETURNED, done_at=None)
    return await _step(actor, work, now, side, one.doer_id)


@allowed(*EVERYBODY)
async def withdraw(actor: Actor, work: Work, errand_id: int) -> Step:
    """Nobody has to do it any more."""
    one, side = await read_errand(actor, work, errand_id, lock=True)
    if side is not Side.GIVER:
        raise NotFoundError(what="errand", id=errand_id)
    if one.status is ErrandStatus.WITHDRAWN:
        return Step(await view_of(actor, work, one, side))
    if one.status.is_over:
        raise StaleError(what="errand")
    now = replace(one, status=ErrandStatus.WITHDRAWN, closed_at=work.now)
    return await _step(actor, work, now, side, one.doer_id)


@allowed(*LEADING)
async def list_others(actor: Actor, work: Work, errand_id: int) -> tuple[ErrandView, list[PersonChoice]]:
    """To whom an errand may be given instead. Raises `StaleError` for a request and for one that is not open."""
    one, side = await _lock(actor, work, errand_id, Side.GIVER)
    _check_open(one)
    if one.pool is not None:
        raise StaleError(what="errand")
    people = [person for person in await list_people(actor, work) if person.id != one.doer_id]
    return await view_of(actor, work, one, side), people


@allowed(*LEADING)
async def pass_on(actor: Actor, work: Work, errand_id: int, employee_id: int) -> Step:
    """To somebody else of the lead's people: new for them, gone for who had it."""
    one, side = await _lock(actor, work, errand_id, Side.GIVER)
    person = next((who for who in await people_under(actor, work) if who.id == employee_id), None)
    if person is None:
        raise NotFoundError(what="employee", id=employee_id)
    if one.pool is not None or not one.status.is_open:
        raise StaleError(what="errand")
    if one.doer_id == person.id:
        return Step(await view_of(actor, work, one, side))
    await stop(work, one)
    now = replace(one, doer_id=person.id, status=ErrandStatus.GIVEN, asked=False, wanted=None)
    done = await _step(actor, work, now, side)
    told = await announce(work, one.id, [person])
    return Step(done.view, tuple([(who, await view_of(who, work, now, Side.DOER)) for who in told]))


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
