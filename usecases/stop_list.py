"""The stop list: candidates named in the morning, each word and decision, what the clock and the money do without anybody."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain.actors import LEADING, SELLING, Actor, Role
from domain.dunning import is_silent
from domain.errors import ProzvonError
from domain.ladder import DunningLevel
from domain.stop_list import (
    AWAITED,
    CLOSED,
    HUSHABLE,
    UNDECIDED,
    Clock,
    Owing,
    Party,
    StopState,
    StopStep,
    StopWord,
    by_clock,
    check_until,
    clock_of,
    find_next,
    holds,
    is_candidate,
    is_news,
    is_nudged,
    is_stopped,
    may_name,
    settled,
)
from screens.stops import StopView
from storage import clients, employees, stops, timeline
from storage.clients import Client
from storage.stops import CHANGED, Stop
from storage.timeline import EventKind
from usecases.access import allowed, inner
from usecases.scope import lock_client, managers_for
from usecases.stop_news import heard_at, tell, wake, watch, working_hours
from usecases.stop_undo import as_json
from usecases.stop_views import (
    Circle,
    circle_of,
    company_today,
    count_open,
    find_stop,
    level_of,
    party_of,
    read_owing,
    stop_view,
)
from usecases.work import Work

__all__ = ["after_money", "count_open"]

MOST_A_MORNING, MOST_LATE = 8, 100
LONGEST_TEXT = 300
SET_STOPPED = clients.patch("stopped")
KEEPS_CLOCK = frozenset({StopStep.ASKED, StopStep.ESCALATED})
LET_GO = frozenset({StopStep.REJECTED, StopStep.LIFTED})
IN_HISTORY = LET_GO | {
    StopStep.STOPPED,
    StopStep.DEFAULTED,
    StopStep.EXCEPTED,
    StopStep.ENDED,
    StopStep.PAID,
}


class StopTextError(ProzvonError):
    """A reason, a question or an answer that is empty or too long; facts: most (characters)."""

    code = "stop-text"


@dataclass(frozen=True, slots=True)
class Said:
    """What the clock has for one person: a message of its own, or a changed card; `again` is a reminder."""

    view: StopView
    news: bool
    again: bool


def _checked(text: str) -> str:
    clean = " ".join(text.split())
    if not clean or len(clean) > LONGEST_TEXT:
        raise StopTextError(most=LONGEST_TEXT)
    return clean


# --- the morning


@allowed(*SELLING)
async def name_candidates(actor: Actor, work: Work) -> list[StopView]:
    """Whose debt has reached the step since yesterday, or whose promise was not kept: at the manager; at the lead where no manager can be asked.

    The largest overdue first, a few a morning: more could not be decided in a day.
    """
    today, ladder = work.today(actor), work.rules.ladder
    if not work.rules.calendar.is_working(today):
        return []
    whose = await _asked_about(actor, work)
    since = today - timedelta(days=ladder.stop_candidate)
    late = await stops.late(work.tx, whose, day=since, today=today, least=ladder.dust, n=MOST_LATE)
    let_go = await stops.last_closed(work.tx, late)
    named = await _named_again(actor, work, whose)
    for client_id in late:
        client = await clients.find_locked(work.tx, client_id, whose)
        if client is None or len(named) == MOST_A_MORNING:
            continue
        owing = await read_owing(work, client)
        if is_candidate(owing, ladder.dust) and may_name(
            owing.level or DunningLevel.STOP_CANDIDATE, _let_go_at(client, let_go.get(client_id))
        ):
            stop = await _name(work, client, owing, actor)
            if stop.state != StopState.HELD:
                named.append(await stop_view(work, actor, stop, client))
    return named


async def _named_again(actor: Actor, work: Work, whose: list[int]) -> list[StopView]:
    """Those whose promised money was waited for until this morning."""
    named: list[StopView] = []
    for one in await stops.of_managers(work.tx, whose, MOST_A_MORNING):
        is_over = one.stop.due_at is not None and one.stop.due_at <= work.now
        if one.stop.state != StopState.HELD or not is_over:
            continue
        client = await _any_client(work, one.stop.client_id)
        held = await stops.find_locked(work.tx, one.stop.id)
        if client and held and await _by_itself(work, held, client):
            stop = await stops.find(work.tx, held.id)
            assert stop is not None
            if AWAITED.get(StopState(stop.state)) is party_of(actor):
                await wake(work, stop, actor)
                named.append(await stop_view(work, actor, stop, client))
    return named


async def _asked_about(actor: Actor, work: Work) -> list[int]:
    """A manager's own clients; a lead's own, and those whose manager has left or cannot be reached.

    An owner stands in for the leads of teams that have none.
    """
    if actor.role is Role.MANAGER:
        return [actor.id]
    people = [one for one in await employees.everybody(work.tx) if one.sells]
    served = {one.id for one in people if one.id != actor.id and one.reachable}
    if actor.role is Role.OWNER:
        led = {one.team_id for one in people if one.role is Role.LEAD and one.reachable}
        served |= {one.id for one in people if one.team_id in led}
    return [id_ for id_ in await managers_for(actor, work) if id_ not in served]


def _let_go_at(client: Client, last: Stop | None) -> DunningLevel | None:
    """The step on which the lead let this very debt go: it is the same while its oldest term is of before."""
    if last is None or last.closed_at is None or client.overdue_since is None:
        return None
    return level_of(last) if client.overdue_since <= last.closed_at.date() else None


async def _name(work: Work, client: Client, owing: Owing, by: Actor) -> Stop:
    circle = await circle_of(work, client.manager_id)
    lifting = (await stops.open_of(work.tx, [client.id])).get(client.id)
    if lifting is not None:
        await _change(work, replace(lifting, state=StopState.LIFTED, closed_at=work.now))
    waits = holds(owing.promised, company_today(work), work.rules.calendar, work.rules.stop)
    state = StopState.HELD if waits else settled(StopState.CANDIDATE, circle.present)
    stop = await _add(work, client, owing, circle, state, until=owing.promised if waits else None)
    await stops.note(work.tx, stop.id, None, work.now, StopStep.NAMED)
    if waits:
        await stops.note(work.tx, stop.id, None, work.now, StopStep.PROMISED, until=owing.promised)
        await watch(work, stop, circle, told=frozenset())
    else:
        await tell(work, stop, circle, state, by)
    return stop


async def _add(
    work: Work,
    client: Client,
    owing: Owing,
    circle: Circle,
    state: StopState,
    *,
    until: date | None = None,
    why: str = "",
) -> Stop:
    clock = _clock(work, circle, state, until)
    stop = Stop(
        id=0,
        client_id=client.id,
        state=state.value,
        level=owing.level.value if owing.level else None,
        word=None,
        word_until=None,
        until=until,
        held=state is StopState.HELD,
        why=why,
        overdue=owing.overdue,
        days=owing.days,
        asked_at=work.now,
        nudge_at=clock.nudge,
        due_at=clock.due,
        created_at=work.now,
        closed_at=None,
    )
    given = {name: getattr(stop, name) for name in stops.GIVEN}
    return replace(stop, id=await work.tx.value(stops.ADD, **given))


def _clock(work: Work, circle: Circle, state: StopState, until: date | None) -> Clock:
    """In the zone of whoever is awaited."""
    asked = circle.of(AWAITED.get(state, Party.LEAD))
    zone = asked[0].zone if asked else ZoneInfo(work.rules.company.timezone)
    now = work.now.astimezone(zone)
    return clock_of(state, now, work.rules.calendar, work.rules.stop, working_hours(work), until=until)


# --- words and decisions. A step that cannot be taken any more leaves everything as it is: the card says how that is.


@allowed(Role.MANAGER)
async def say_stop(actor: Actor, work: Work, stop_id: int) -> StopView:
    """The manager's word «ставить стоп»: the lead decides."""
    return await _take(actor, work, stop_id, StopStep.WORD, word=StopWord.STOP)


@allowed(*SELLING)
async def set_until(actor: Actor, work: Work, stop_id: int, until: date) -> StopView:
    """An exception until that day, given by the lead or asked for by the manager. Raises as `check_until` does."""
    check_until(until, work.today(actor), work.rules.stop)
    if actor.leads:
        return await _take(actor, work, stop_id, StopStep.EXCEPTED, until=until)
    return await _take(actor, work, stop_id, StopStep.WORD, word=StopWord.RESPITE, word_until=until)


@allowed(*LEADING)
async def put_stop(actor: Actor, work: Work, stop_id: int) -> StopView:
    return await _take(actor, work, stop_id, StopStep.STOPPED)


@allowed(*LEADING)
async def reject(actor: Actor, work: Work, stop_id: int) -> StopView:
    """No stop; the client is named again only on a higher step of the ladder."""
    return await _take(actor, work, stop_id, StopStep.REJECTED)


@allowed(*LEADING)
async def lift(actor: Actor, work: Work, stop_id: int) -> StopView:
    return await _take(actor, work, stop_id, StopStep.LIFTED)


@allowed(*LEADING)
async def stop_client(actor: Actor, work: Work, client_id: int, why: str) -> StopView:
    """By hand, for any reason. Raises `StopTextError`. A stop that is open already is given back as it is."""
    why = _checked(why)
    client = await lock_client(actor, work, client_id)
    stop = (await stops.open_of(work.tx, [client.id])).get(client.id)
    if stop is not None and stop.state != StopState.LIFTING:
        return await stop_view(work, actor, stop, client)
    if stop is not None:
        await _change(work, replace(stop, state=StopState.LIFTED, closed_at=work.now))
    circle = await circle_of(work, client.manager_id)
    state = settled(StopState.AT_ACCOUNTANT, circle.present)
    added = await _add(work, client, await read_owing(work, client), circle, state, why=why)
    await work.tx.run(SET_STOPPED, id_=client.id, stopped=True)
    await _note(work, added, client, StopStep.STOPPED, actor, text=why)
    await tell(work, added, circle, state, actor)
    return await stop_view(work, actor, added, client)


@allowed(Role.ACCOUNTANT)
async def confirm(actor: Actor, work: Work, stop_id: int) -> StopView:
    """«Поставил» in the accounting system."""
    return await _take(actor, work, stop_id, StopStep.CONFIRMED)


@allowed(Role.ACCOUNTANT)
async def clear(actor: Actor, work: Work, stop_id: int) -> StopView:
    """«Снял» in the accounting system."""
    return await _take(actor, work, stop_id, StopStep.CLEARED)


@allowed(Role.ACCOUNTANT)
async def ask(actor: Actor, work: Work, stop_id: int, text: str) -> StopView:
    """A question to the lead; the clock stands until it is answered, or until the morning."""
    return await _take(actor, work, stop_id, StopStep.ASKED, text=_checked(text))


@allowed(*LEADING)
async def answer(actor: Actor, work: Work, stop_id: int, text: str) -> StopView:
    return await _take(actor, work, stop_id, StopStep.ANSWERED, text=_checked(text))


@inner
async def _take(
    actor: Actor,
    work: Work,
    stop_id: int,
    step: StopStep,
    *,
    until: date | None = None,
    text: str = "",
    word: StopWord | None = None,
    word_until: date | None = None,
) -> StopView:
    stop, client = await find_stop(work, actor, stop_id, lock=True)
    if word is not None:
        stop = replace(stop, word=word.value, word_until=word_until)
    same = step is StopStep.EXCEPTED and stop.state == StopState.EXCEPTION and stop.until == until
    if not same:
        stop = await _step(work, stop, client, step, by=actor, until=until or word_until, text=text)
    return await stop_view(work, actor, stop, client)


async def _step(
    work: Work,
    stop: Stop,
    client: Client,
    step: StopStep,
    *,
    by: Actor | None = None,
    until: date | None = None,
    text: str = "",
) -> Stop:
    """The stop after the step, kept, noted and told; as it was where the step cannot be taken from its state."""
    before = StopState(stop.state)
    wanted = find_next(before, step)
    if wanted is None:
        return await stops.find(work.tx, stop.id) or stop
    circle = await circle_of(work, client.manager_id)
    state = settled(wanted, circle.present)
    kept = until if state in {StopState.EXCEPTION, StopState.HELD} else None
    clock = Clock(None, None if step is StopStep.ESCALATED else stop.due_at)
    if step not in KEEPS_CLOCK:
        clock = _clock(work, circle, state, kept)
    word = {StopStep.SILENT: _silent_word(stop, client)}.get(step, stop.word)
    after = replace(
        stop,
        state=state.value,
        level=await _level_after(work, stop, client, step),
        word=word,
        until=kept,
        held=stop.held or state is StopState.HELD,
        asked_at=work.now,
        nudge_at=clock.nudge,
        due_at=clock.due,
        closed_at=work.now if state in CLOSED else None,
    )
    await _change(work, after)
    if client.stopped != is_stopped(state):
        await work.tx.run(SET_STOPPED, id_=client.id, stopped=is_stopped(state))
    await _note(work, after, client, step, by, until=until, text=text)
    await tell(work, after, circle, before, by)
    return after


def _silent_word(stop: Stop, client: Client) -> str:
    """A promise was taken down, but is not waited for again; else nothing was said."""
    promised = client.promise_due is not None
    return stop.word or (StopWord.PROMISE if promised else StopWord.SILENT).value


async def _level_after(work: Work, stop: Stop, client: Client, step: StopStep) -> str | None:
    """The step of the ladder on which the lead let it go; none where nobody has decided anything."""
    if step in {StopStep.PAID, StopStep.HUSHED}:
        return None
    if step not in LET_GO:
        return stop.level
    level = (await read_owing(work, client)).level
    return level.value if level else None


async def _change(work: Work, stop: Stop) -> None:
    await work.tx.run(stops.CHANGE, id_=stop.id, **{name: getattr(stop, name) for name in CHANGED})


async def _note(
    work: Work,
    stop: Stop,
    client: Client,
    step: StopStep,
    by: Actor | None,
    *,
    until: date | None = None,
    text: str = "",
) -> None:
    """In the stop's own history, and decisions in the client's too."""
    who = by.id if by else None
    await stops.note(work.tx, stop.id, who, work.now, step, until=until, text=text)
    if step in IN_HISTORY:
        facts = {"step": step.value} | ({"until": until.isoformat()} if until else {})
        facts |= {"text": text} if text else {}
        await timeline.add(work.tx, client.id, who or client.manager_id, work.now, EventKind.STOP, **facts)


# --- who hears of it, and when


@allowed(*SELLING, Role.ACCOUNTANT)
async def hear(actor: Actor, work: Work, stop_id: int, at: datetime) -> Said | None:
    """What the clock set for `at` has for the actor. Where silence has decided, everybody is told of that next."""
    found = await stops.find(work.tx, stop_id)
    client = await _any_client(work, found.client_id) if found else None
    stop = await stops.find_locked(work.tx, stop_id) if client else None
    if stop is None or client is None:
        return None
    circle = await circle_of(work, client.manager_id)
    party = party_of(actor)
    if actor.id not in {person.id for person in circle.of(party)}:
        return None
    last = (await stops.events_of(work.tx, stop.id))[-1]
    telling = at == heard_at(work, actor, last.at)
    over = stop.due_at is not None and work.now >= stop.due_at
    if (over or not telling) and await _by_itself(work, stop, client):
        return None
    await wake(work, stop, actor)
    state = StopState(stop.state)
    news = is_news(StopStep(last.step), state, party) if telling else is_nudged(state, party)
    if not telling and not news:
        return None
    return Said(await stop_view(work, actor, stop, client), news, again=not telling)


async def _by_itself(work: Work, stop: Stop, client: Client) -> bool:
    """Whether the money or the clock has decided."""
    owing, state, today = await read_owing(work, client), StopState(stop.state), company_today(work)
    hushed = is_silent(client.undunned_until, today)
    step = by_clock(
        state,
        owing,
        due=stop.due_at is not None and work.now >= stop.due_at,
        held=stop.held,
        holding=holds(owing.promised, today, work.rules.calendar, work.rules.stop),
        dust=work.rules.ladder.dust if stop.overdue else 0,
        hushed=hushed,
    )
    if step is not None:
        until = {StopStep.PROMISED: owing.promised, StopStep.HUSHED: client.undunned_until}.get(step)
        await _step(work, stop, client, step, until=until)
    return step is not None


async def review_candidates(work: Work, client_ids: Iterable[int]) -> None:
    """After a promise or a dispute: what is not decided yet may wait, or need no decision any more."""
    for stop in (await stops.open_of(work.tx, client_ids)).values():
        client = await _any_client(work, stop.client_id) if stop.state in UNDECIDED else None
        if client is not None:
            await _by_itself(work, stop, client)


@inner
async def hush(actor: Actor, work: Work, client_id: int) -> None:
    """The actor has asked not to remind the client: what is not decided yet ends, at the lead by a lead's word only."""
    stop = (await stops.open_of(work.tx, [client_id])).get(client_id)
    client = await _any_client(work, client_id) if stop else None
    if stop and client and (actor.leads or stop.state in HUSHABLE):
        await _step(work, stop, client, StopStep.HUSHED, by=actor, until=client.undunned_until)


async def _any_client(work: Work, client_id: int) -> Client | None:
    return await clients.find_locked(work.tx, client_id, await employees.all_ids(work.tx))


async def after_money(work: Work, client_ids: Iterable[int]) -> list[dict[str, Any]]:
    """After a file or a payment: what was about an overdue debt ends once that debt is gone. Everybody is told by the clock.

    The stops that it changed, as they were: JSON for `stop_undo.bring_back`.
    """
    held = (await stops.open_of(work.tx, client_ids)).values()
    managers = await employees.all_ids(work.tx) if held else []
    changed = []
    for stop in held:
        client = await clients.find_locked(work.tx, stop.client_id, managers)
        if client is not None and await _after_money(work, stop, client):
            changed.append(as_json(stop))
    return changed


async def _after_money(work: Work, stop: Stop, client: Client) -> bool:
    if stop.state in UNDECIDED and await _by_itself(work, stop, client):
        return True
    if not stop.overdue or (await read_owing(work, client)).overdue >= work.rules.ladder.dust:
        return False
    after = await _step(work, stop, client, StopStep.PAID)
    return after.state != stop.state
