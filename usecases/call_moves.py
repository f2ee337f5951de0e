"""From card to card: which comes next, put off, not today, and the next contact that one tap agrees on."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from domain.actors import SELLING, Actor
from domain.leads import Stage
from domain.outcomes import FollowUp, NextKind, Outcome, SkipReason, is_reached
from domain.periods import at_local
from domain.reasons import ClientClass, ReasonKind
from storage import call_cards, calls, clients, persons, timeline
from storage.calls import ListLine
from storage.clients import Client
from storage.timeline import EventKind
from usecases import call_list
from usecases.access import allowed
from usecases.calls import Recorded, agree_on, plan_contact
from usecases.errors import StaleError
from usecases.rhythm import find_rhythm_on
from usecases.rules import Rules
from usecases.scope import lock_client
from usecases.work import Work

MOVE_ON = clients.patch("next_at")
HIDE = clients.patch("hidden_until")
BEFORE_EVENING = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Following:
    """The client to call next; `same_person`: whoever was reached just now answers for this one too.

    `line` is that of today's list where it was read on the way.
    """

    client_id: int
    same_person: bool = False
    line: ListLine | None = field(default=None, compare=False)


@allowed(*SELLING)
async def find_following(actor: Actor, work: Work, done: Recorded | None = None) -> Following | None:
    """None where nothing is left for now. `done` is the call logged in this turn, else the last one of today is looked up."""
    if done is not None:
        client_id, outcome, line = done.client.id, done.outcome, done.line
        other = await _other_of_same_person(actor, work, client_id, line) if is_reached(outcome) else None
    else:
        other = await _other_of_last(actor, work)
    if other is not None:
        return Following(other, same_person=True)
    found = await call_list.find_next(actor, work)
    return Following(found[0], line=found[1]) if found else None


async def _other_of_last(actor: Actor, work: Work) -> int | None:
    today = work.today(actor)
    last = await call_cards.last_worked(work.tx, actor.id, today)
    if last is None or not is_reached(Outcome(last.outcome)):
        return None
    line = await calls.own_line(work.tx, actor.id, today, last.client_id)
    return await _other_of_same_person(actor, work, last.client_id, line)


async def _other_of_same_person(actor: Actor, work: Work, reached: int, line: ListLine | None) -> int | None:
    """The next client for whom the person answers who was reached just now; `line` is that client's own, where it has one."""
    line = line or await calls.shared_line(work.tx, actor.id, work.today(actor), reached)
    if line is None or not line.also:
        return None
    shared = [client for client in (line.client_id, *line.also) if client != reached]
    own = await _own_lines(actor, work)
    left = await _left_of(actor, work, shared)
    return next((client.id for client in left if _is_due(own.get(client.id), work)), None)


async def _own_lines(actor: Actor, work: Work) -> dict[int, ListLine]:
    """Today's lines, by the client whose own they are."""
    return {line.client_id: line for line in await calls.whole_list(work.tx, actor.id, work.today(actor))}


async def _left_of(actor: Actor, work: Work, ids: list[int]) -> list[Client]:
    """Those of them that may still be called today, in the same order."""
    known = await call_cards.members(work.tx, actor.id, ids)
    return [known[id_] for id_ in ids if id_ in known and _is_left(known[id_], work, work.today(actor))]


def _is_due(line: ListLine | None, work: Work) -> bool:
    """A client without a line of its own is due with the line that names it."""
    if line is None:
        return True
    return line.state == "waiting" and (line.pinned_at is None or line.pinned_at <= work.now + call_list.SOON)


def _is_left(client: Client, work: Work, today: date) -> bool:
    """Neither spoken with today nor put off."""
    hidden = client.hidden_until is not None and client.hidden_until > today
    later = client.next_at is not None and client.next_at > work.now and client.next_day == today
    return client.last_contact_day != today and not hidden and not later


# --- later, not today -------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def put_off(actor: Actor, work: Work, client_id: int, minutes: int) -> None:
    """The card comes again in so many minutes; 0 is the evening: after the rest of the list, an hour before the day ends.

    What the client was promised for a later day stays; a time that has come is moved on. One outside of the list joins it.
    """
    await call_list.build_list(actor, work)
    client = await lock_client(actor, work, client_id)
    today, until = work.today(actor), _until(actor, work, minutes)
    if client.next_at is not None and client.next_at <= work.now + call_list.SOON:
        await work.tx.run(MOVE_ON, id_=client.id, next_at=until)
    last = await work.tx.value(call_cards.LAST_POSITION, employee=actor.id, day=today) or 0
    await work.tx.run(
        call_cards.PIN,
        employee_id=actor.id,
        day=today,
        position=last + 1,
        client_id=client.id,
        reasons=[{"kind": ReasonKind.PLANNED.value}],
        pinned_at=until,
        since=today,
    )


def _until(actor: Actor, work: Work, minutes: int) -> datetime:
    if minutes:
        return work.now + timedelta(minutes=minutes)
    now = actor.local(work.now)
    evening = at_local(now.date(), work.rules.calls.day_end, now) - BEFORE_EVENING
    return max(evening, now + call_list.LATER)


@allowed(*SELLING)
async def skip(actor: Actor, work: Work, client_id: int, reason: SkipReason) -> Client:
    """Off today's list; back on the next working day, or when the next order is expected if one has just been placed."""
    client = await lock_client(actor, work, client_id)
    today = work.today(actor)
    back = work.rules.calendar.next_working(today)
    expected = find_expected(client, today, work.rules) if reason is SkipReason.ORDERED else None
    if expected is not None and (client.next_day is None or client.next_day <= today):
        await plan_contact(actor, work, client.id, FollowUp(NextKind.CALL, expected))
        back = expected
    await work.tx.run(HIDE, id_=client.id, hidden_until=back)
    await _hand_on(actor, work, client)
    await work.tx.run(
        call_cards.LEAVE_OUT, employee=actor.id, day_=today, client=client.id, reason=reason.value
    )
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.SKIPPED, reason=reason.value)
    return client


async def _hand_on(actor: Actor, work: Work, client: Client) -> None:
    """The others for whom the same number answers stay on the list: the line goes to the first of them, with the rest."""
    own = await _own_lines(actor, work)
    line = own.get(client.id)
    if line is None or line.state != "waiting" or not line.also:
        return
    heirs = await _left_of(actor, work, [id_ for id_ in line.also if id_ not in own])
    if not heirs:
        return
    first, *rest = heirs
    people = await persons.of_client(work.tx, first.id)
    now = await call_list.line_now(actor, work, first, people)
    await work.tx.run(
        calls.ADD_LINES,
        employee_id=actor.id,
        day=line.day,
        position=line.position,
        client_id=first.id,
        person_id=now.person_id if now else None,
        reasons=call_list.reason_rows(actor, now) if now else line.reasons,
        pinned_at=None,
        also=[other.id for other in rest] or None,
        since=line.since,
    )


# --- the next contact in one tap ----------------------------------------------------------------------------------------


def find_expected(client: Client, today: date, rules: Rules) -> date | None:
    """The working day, tomorrow or later, on which the client's own rhythm expects an order; None where no rhythm shows."""
    rhythm = find_rhythm_on(client, today, rules)
    if rhythm is None:
        return None
    return rules.calendar.on_or_after(max(rhythm.expected, rules.calendar.next_working(today)))


def suggest_day(client: Client, today: date, rules: Rules) -> date | None:
    """By the client's rhythm, else by the norm of its class, of a lead that of its stage; None for one who is never called."""
    if client.excluded:
        return None
    norm: float = rules.ranking.touch_days.of(ClientClass(client.client_class))
    if client.is_lead:
        norm = rules.leads.stage_days.of(Stage(client.stage or Stage.FOUND)) or norm
    return find_expected(client, today, rules) or rules.calendar.on_or_after(
        today + timedelta(days=round(norm))
    )


def suggest_left(client: Client, today: date, rules: Rules) -> date | None:
    """The same for a client of whom nothing is planned any more; None for all others."""
    return suggest_day(client, today, rules) if client.next_kind is None else None


@allowed(*SELLING)
async def agree(actor: Actor, work: Work, client_id: int, day: date) -> Client:
    """The suggested day becomes the next contact. Raises `StaleError` where another was agreed meanwhile, `PastMomentError`."""
    client = await lock_client(actor, work, client_id)
    if client.next_day == day:
        return client
    if client.next_day is not None:
        raise StaleError(what="next")
    return await plan_contact(actor, work, client.id, agree_on(actor, work, NextKind.CALL, day, None))
