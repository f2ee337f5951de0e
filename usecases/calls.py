"""Logging a call: one outcome, and everything that follows from it, in one turn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any

from domain.actors import SELLING, Actor
from domain.errors import PastMomentError
from domain.names import normalise_phone
from domain.outcome_settings import OwnOutcome
from domain.outcomes import (
    Answer,
    Counter,
    FollowUp,
    NextKind,
    Outcome,
    after_email_offer,
    follow_up,
    is_reached,
    other_contact,
    rule_of,
)
from domain.periods import at_local
from domain.reasons import NextReason
from storage import call_cards, calls, clients, counters, persons, timeline, visits
from storage.call_cards import PastCall
from storage.calls import ListLine
from storage.clients import Client
from storage.drafts import add_competitor
from storage.journal import Change, encode, folded
from storage.persons import Person
from storage.timeline import EventKind
from usecases import offers, promises
from usecases.access import allowed
from usecases.claims import ClaimedGoods, open_claim
from usecases.errors import StaleError, UnreadableError
from usecases.reminders import remind_of_visit
from usecases.scope import lock_client
from usecases.work import Work

REASONS = {
    Outcome.CALL_BACK: NextReason.CALL_BACK,
    Outcome.THINKING: NextReason.CALL_BACK,
    Outcome.NO_DECISION_MAKER: NextReason.CALL_BACK,
    Outcome.NO_ANSWER: NextReason.RETRY,
    Outcome.BUSY: NextReason.RETRY,
    Outcome.UNAVAILABLE: NextReason.RETRY,
    Outcome.WRONG_NUMBER: NextReason.RETRY,
    Outcome.PHONE_OFFER: NextReason.OFFER,
    Outcome.SEND_OFFER: NextReason.OFFER,
}
TOUCHED_FACTS = (
    "attempts", "last_contact_day", "next_at", "next_day", "next_kind", "next_reason", "next_person_id", "hidden_until",
)  # fmt: skip
TOUCHED = clients.patch(*TOUCHED_FACTS)
PLANNED = clients.patch("next_at", "next_day", "next_kind", "next_reason", "next_person_id", "hidden_until")
BAD_NUMBER = persons.patch("bad_number")
SET_PHONE = clients.patch("phone")


class CallLoggedError(StaleError):
    """The card was worked by somebody else, or on another phone; facts: client (name), outcome ("" for none), at (local, or None)."""

    def __init__(self, **facts: Any) -> None:
        super().__init__(**facts)
        self.client: str = facts["client"]
        self.outcome: str = facts["outcome"]
        self.at: datetime | None = facts["at"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was logged and what comes next. `asks_contact`: nobody of the client can be reached by a known number.

    `unplanned`: nothing is agreed or planned any more. `wrote` are the rows that every call changes, as a journal notes them.
    `own` is the code of an outcome of the company's own, which counts as `outcome`; `line` the client's own line of today's list.
    """

    client: Client
    outcome: Outcome
    follow: FollowUp
    asks_contact: bool = False
    unplanned: bool = False
    wrote: tuple[Change, ...] = ()
    own: str = ""
    line: ListLine | None = None


@allowed(*SELLING)
async def record_call(
    actor: Actor,
    work: Work,
    client_id: int,
    outcome: Outcome,
    answer: Answer | None = None,
    *,
    person_id: int | None = None,
    note: str = "",
    seen: int | None = None,
    agreed: FollowUp | None = None,
    about: ClaimedGoods | None = None,
    own: OwnOutcome | None = None,
) -> Recorded:
    """`seen` is the last call that the card knew of (0: none): a card older than that raises `CallLoggedError`.

    `agreed` is a next contact that was named, it stands before the one that the outcome makes; `about` are the goods of a claim.
    `own` is the company's own outcome that is logged as `outcome`.

    Raises `MissingAnswerError` and its like of `domain.outcomes` where the answer does not do.
    """
    given = answer or Answer()
    client = await lock_client(actor, work, client_id)
    await _check_seen(actor, work, client, seen)
    attempt = client.attempts + 1
    past = [] if is_reached(outcome) or attempt == 1 else await call_cards.recent_calls(work.tx, client.id)
    follow = follow_up(
        outcome,
        at=actor.local(work.now),
        calendar=work.rules.calendar,
        settings=work.rules.calls,
        answer=given,
        attempt=attempt,
        tries=tries_of(past),
    )
    follow = _as_named(work, work.today(actor), follow, own=own, agreed=agreed)
    whom = await _instead(work, client, person_id, past) if follow.another_contact else person_id
    line = await calls.own_line(work.tx, actor.id, work.today(actor), client.id)
    wrote = [
        *await _log(
            actor, work, client, outcome=outcome, answer=given, person_id=person_id, note=note, own=own
        ),
        await _touch(actor, work, client, outcome=outcome, follow=follow, person_id=whom, attempt=attempt),
        *await _tick_off(work, line),
    ]
    await _consequences(actor, work, client, outcome=outcome, answer=given, person_id=person_id, about=about)
    noted = await offers.note_call(actor, work, client, outcome, answer=given, follow=follow)
    if noted.again is not None:
        follow = replace(follow, kind=NextKind.CALL, day=noted.again)
    asks_contact = follow.another_contact and whom is None
    unplanned = follow == FollowUp() and not _keeps(follow, client, work.today(actor))
    changes = tuple(folded([*wrote, *noted.changes]))
    code = own.code if own else ""
    return Recorded(client, outcome, follow, asks_contact, unplanned, changes, own=code, line=line)


def _as_named(
    work: Work, today: date, follow: FollowUp, *, own: OwnOutcome | None, agreed: FollowUp | None
) -> FollowUp:
    """The days of the company's own outcome stand before the usual, and what was agreed before both."""
    if agreed is not None:
        return replace(follow, kind=agreed.kind, day=agreed.day, at=agreed.at, promised=True)
    if own is not None and own.days is not None:
        return FollowUp(NextKind.CALL, work.rules.calendar.add(today, own.days))
    return follow


async def _check_seen(actor: Actor, work: Work, client: Client, seen: int | None) -> None:
    last = await calls.last_call(work.tx, client.id) if seen is not None else None
    if seen is not None and seen != (last.id if last else 0):
        raise CallLoggedError(
            client=client.name,
            outcome=last.outcome if last else "",
            at=actor.local(last.at) if last else None,
        )


def tries_of(past: Sequence[PastCall]) -> list[tuple[int, bool]]:
    """(hour, reached) of each call whose hour is known."""
    return [(call.hour, is_reached(Outcome(call.outcome))) for call in past if call.hour is not None]


def missed_in_a_row(past: Sequence[PastCall]) -> list[int | None]:
    """Whom the unanswered calls since the last talk went to, the newest first."""
    missed: list[int | None] = []
    for call in past:
        if is_reached(Outcome(call.outcome)):
            break
        missed.append(call.person_id)
    return missed


async def _instead(work: Work, client: Client, person_id: int | None, past: Sequence[PastCall]) -> int | None:
    """Another person with another number; None where there is nobody."""
    people = await persons.of_client(work.tx, client.id)
    tried = next((person.phone for person in people if person.id == person_id), None) or client.phone
    able = [person.id for person in people if _reachable(person) and person.phone != tried]
    return other_contact(able, [person_id, *missed_in_a_row(past)])


def _reachable(person: Person) -> bool:
    return person.phone is not None and not person.bad_number


async def _log(
    actor: Actor,
    work: Work,
    client: Client,
    *,
    outcome: Outcome,
    answer: Answer,
    person_id: int | None,
    note: str,
    own: OwnOutcome | None,
) -> tuple[Change, ...]:
    tx, today = work.tx, work.today(actor)
    reason = own.code if own else answer.reason.value if answer.reason else None
    call = await tx.value(
        calls.ADD_CALL,
        client_id=client.id,
        person_id=person_id,
        employee_id=actor.id,
        at=work.now,
        day=today,
        hour=actor.local(work.now).hour,
        outcome=outcome.value,
        reason=reason,
        note=note,
    )
    named = {"note": note, "own" if own else "reason": reason, "competitor": answer.competitor}
    facts = {"outcome": outcome.value} | {name: value for name, value in named.items() if value}
    event = await tx.value(
        call_cards.ADD_EVENT, client_id=client.id, employee_id=actor.hand, at=work.now, kind=EventKind.CALL, facts=facts
    )  # fmt: skip
    counted = rule_of(outcome).counters
    counts = {
        "calls": 1,
        "reached": int(Counter.REACHED in counted),
        "phone_offers": int(Counter.PHONE_OFFER in counted),
        "meetings": int(Counter.MEETING in counted),
    }
    await counters.add(tx, actor.id, today, **counts)
    # as of a day that had nothing before: what others counted on top stays when this is subtracted
    counted_day = {"employee_id": actor.id, "day": encode(today)} | dict.fromkeys(counters.NAMES, 0) | counts
    its = {"client_id": client.id}
    return (
        Change("calls", [call], None, its | {"outcome": outcome.value}),
        Change("timeline", [event], None, its),
        Change("day_counters", [actor.id, encode(today)], None, counted_day),
    )


def _keeps(follow: FollowUp, client: Client, today: date) -> bool:
    """An outcome with nothing to follow keeps an agreed contact that still lies ahead."""
    return follow.kind is None and client.next_day is not None and client.next_day > today


async def _touch(
    actor: Actor,
    work: Work,
    client: Client,
    *,
    outcome: Outcome,
    follow: FollowUp,
    person_id: int | None,
    attempt: int,
) -> Change:
    """The client's next contact, with the person to be called then."""
    reached, today = is_reached(outcome), work.today(actor)
    keeps = _keeps(follow, client, today)
    before = {name: getattr(client, name) for name in TOUCHED_FACTS}
    after = before | {
        "attempts": 0 if reached else attempt,
        "last_contact_day": today if reached else client.last_contact_day,
        "hidden_until": None,
    }
    if not keeps:
        after |= {
            "next_at": follow.at.astimezone(UTC) if follow.at else None,
            "next_day": follow.day,
            "next_kind": follow.kind.value if follow.kind else None,
            "next_reason": _reason(outcome, follow).value,
            "next_person_id": person_id,
        }
    await work.tx.run(TOUCHED, id_=client.id, **after)
    moved = [name for name in TOUCHED_FACTS if before[name] != after[name]]
    was, now = ({name: encode(facts[name]) for name in moved} for facts in (before, after))
    return Change("clients", [client.id], was, now)


async def _tick_off(work: Work, line: ListLine | None) -> list[Change]:
    """The client's own line of today's list is done."""
    if line is None or line.state == "done":
        return []
    await work.tx.run(
        calls.SET_STATE, employee=line.employee_id, day_=line.day, client=line.client_id, state="done"
    )
    return [Change("call_list", [line.id], {"state": line.state}, {"state": "done"})]


def _reason(outcome: Outcome, follow: FollowUp) -> NextReason:
    usual = REASONS.get(outcome, NextReason.PLANNED)
    return NextReason.CALL_BACK if follow.promised and follow.kind is NextKind.CALL else usual


async def _consequences(
    actor: Actor,
    work: Work,
    client: Client,
    *,
    outcome: Outcome,
    answer: Answer,
    person_id: int | None,
    about: ClaimedGoods | None,
) -> None:
    tx = work.tx
    match outcome:
        case Outcome.PROMISE:
            assert answer.day is not None
            await promises.take_promise(actor, work, client.id, answer.amount, answer.day)
        case Outcome.CLAIM:
            assert answer.claim_kind is not None
            await open_claim(actor, work, client.id, answer.claim_kind, about)
        case Outcome.MEETING:
            assert answer.day is not None
            await plan_visit(actor, work, client.id, answer.day, answer.clock, place=answer.place)
        case Outcome.REFUSAL if answer.competitor:
            await _note_competitor(actor, work, client, answer.competitor)
        case Outcome.WRONG_NUMBER if person_id is not None:
            await tx.run(BAD_NUMBER, id_=person_id, bad_number=True)
        case Outcome.WRONG_NUMBER:
            await tx.run(SET_PHONE, id_=client.id, phone=None)
        case _:
            pass


@allowed(*SELLING)
async def plan_visit(
    actor: Actor,
    work: Work,
    client_id: int,
    day: date,
    clock: time | None = None,
    *,
    place: str | None = None,
) -> int:
    """The new visit, with its brief to come; the client's next contact is the caller's."""
    client = await lock_client(actor, work, client_id)
    at = datetime.combine(day, clock, tzinfo=actor.zone) if clock else None
    visit_id = await visits.add(work.tx, client.id, actor.id, day=day, at=at, place=place or "")
    await remind_of_visit(actor, work, visit_id, day, at)
    await timeline.add(
        work.tx, client.id, actor.hand, work.now, EventKind.MEETING, day=day.isoformat(), place=place
    )
    return visit_id


def agree_on(actor: Actor, work: Work, kind: NextKind, day: date, clock: time | None) -> FollowUp:
    """A next contact at the actor's local day and hour. Raises `PastMomentError`."""
    now = actor.local(work.now)
    at = at_local(day, clock, now) if clock else None
    if day < now.date() or (at is not None and at < now):
        raise PastMomentError(day=day, at=at)
    return FollowUp(kind, day, at, promised=True)


@allowed(*SELLING)
async def plan_contact(actor: Actor, work: Work, client_id: int, agreed: FollowUp) -> Client:
    """The client's next contact without a call before it; what was planned earlier gives way."""
    client = await lock_client(actor, work, client_id)
    await work.tx.run(
        PLANNED,
        id_=client.id,
        next_at=agreed.at,
        next_day=agreed.day,
        next_kind=agreed.kind,
        next_reason=NextReason.PLANNED,
        next_person_id=client.next_person_id,
        hidden_until=None,
    )
    return client


async def _note_competitor(actor: Actor, work: Work, client: Client, name: str) -> None:
    await add_competitor(
        work.tx,
        actor.id,
        name,
        work.now,
        client_id=client.id,
        product_id=None,
        text="",
        price=None,
        change=None,
    )
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.COMPETITOR, name=name)


@allowed(*SELLING)
async def offer_sent(actor: Actor, work: Work, client_id: int) -> Recorded:
    """«Отправил КП»: counted as an e-mail offer; a call follows. Raises `StaleError` where none was to be sent."""
    client = await lock_client(actor, work, client_id)
    if client.next_kind != NextKind.TASK or client.next_reason != NextReason.OFFER:
        raise StaleError(what="offer")
    follow = after_email_offer(work.today(actor), calendar=work.rules.calendar, settings=work.rules.calls)
    await counters.add(work.tx, actor.id, work.today(actor), email_offers=1)
    await _touch(
        actor,
        work,
        client,
        outcome=Outcome.SEND_OFFER,
        follow=follow,
        person_id=client.next_person_id,
        attempt=client.attempts,
    )
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.CHANGED, what="offer-sent")
    await offers.note_sent(actor, work, client.id, follow)
    return Recorded(client, Outcome.SEND_OFFER, follow)


@allowed(*SELLING)
async def set_number(actor: Actor, work: Work, client_id: int, text: str) -> Client:
    """The client's own number, from what was typed; the retry comes today. Raises `UnreadableError` for no number."""
    phone = normalise_phone(text)
    if phone is None:
        raise UnreadableError("phone", text=text)
    client = await lock_client(actor, work, client_id)
    await work.tx.run(SET_PHONE, id_=client.id, phone=phone)
    await clients.reindex(work.tx, client.id)
    return client
