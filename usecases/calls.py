"""Logging a call: one outcome, and everything that follows from it, in one turn."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal

from domain.actors import SELLING, Actor
from domain.errors import PastMomentError
from domain.names import normalise_phone
from domain.outcomes import (
    Answer,
    ClaimKind,
    Counter,
    FollowUp,
    NextKind,
    Outcome,
    after_email_offer,
    follow_up,
    is_reached,
    rule_of,
)
from domain.periods import at_local
from domain.reasons import NextReason
from storage import calls, clients, counters, persons, timeline
from storage.clients import Client
from storage.timeline import EventKind
from usecases import promises
from usecases.access import allowed
from usecases.errors import StaleError, UnreadableError
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
TOUCHED = clients.patch(
    "attempts",
    "last_contact_day",
    "next_at",
    "next_day",
    "next_kind",
    "next_reason",
    "next_person_id",
    "hidden_until",
)
PLANNED = clients.patch("next_at", "next_day", "next_kind", "next_reason", "next_person_id", "hidden_until")
SET_CLAIMS = clients.patch("open_claims")
BAD_NUMBER = persons.patch("bad_number")
SET_PHONE = clients.patch("phone")


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was logged and what comes next. `asks_contact`: nobody of the client can be reached by a known number."""

    client: Client
    outcome: Outcome
    follow: FollowUp
    asks_contact: bool = False


@dataclass(frozen=True, slots=True)
class ClaimedGoods:
    """Goods of a claim: by the price list, or in the client's words alone; `unit` is a code or as the price list writes it."""

    name: str
    product_id: int | None = None
    quantity: Decimal | None = None
    unit: str = ""

    @property
    def facts(self) -> dict[str, str]:
        named = {"product": self.name} if self.name else {}
        counted = {"qty": f"{self.quantity.normalize():f}", "unit": self.unit} if self.quantity else {}
        return named | counted


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
) -> Recorded:
    """`seen` is the last call that the card knew of (0: none): a card older than that raises `StaleError`.

    `agreed` is a next contact that was named, it stands before the one that the outcome makes; `about` are the goods of a claim.

    Raises `MissingAnswerError` and its like of `domain.outcomes` where the answer does not do.
    """
    given = answer or Answer()
    client = await lock_client(actor, work, client_id)
    last = await calls.last_call(work.tx, client.id)
    if seen is not None and seen != (last.id if last else 0):
        raise StaleError(what="call")
    attempt = client.attempts + 1
    follow = follow_up(
        outcome,
        at=actor.local(work.now),
        calendar=work.rules.calendar,
        settings=work.rules.calls,
        answer=given,
        attempt=attempt,
    )
    if agreed is not None:
        follow = replace(follow, kind=agreed.kind, day=agreed.day, at=agreed.at, promised=True)
    await _log(actor, work, client, outcome=outcome, answer=given, person_id=person_id, note=note)
    await _touch(actor, work, client, outcome=outcome, follow=follow, person_id=person_id, attempt=attempt)
    await _consequences(actor, work, client, outcome=outcome, answer=given, person_id=person_id, about=about)
    await work.tx.run(
        calls.SET_STATE, employee=actor.id, day_=work.today(actor), client=client.id, state="done"
    )
    asks_contact = follow.number_bad and not await _others(work, client, person_id)
    return Recorded(client, outcome, follow, asks_contact)


async def _log(
    actor: Actor,
    work: Work,
    client: Client,
    *,
    outcome: Outcome,
    answer: Answer,
    person_id: int | None,
    note: str,
) -> None:
    tx, today = work.tx, work.today(actor)
    await tx.value(
        calls.ADD_CALL,
        client_id=client.id,
        person_id=person_id,
        employee_id=actor.id,
        at=work.now,
        day=today,
        hour=actor.local(work.now).hour,
        outcome=outcome.value,
        reason=answer.reason.value if answer.reason else None,
        note=note,
    )
    facts: dict[str, str | int | None] = {"outcome": outcome.value}
    if note:
        facts["note"] = note
    if answer.reason:
        facts["reason"] = answer.reason.value
    await timeline.add(tx, client.id, actor.id, work.now, EventKind.CALL, **facts)
    counted = rule_of(outcome).counters
    await counters.add(
        tx,
        actor.id,
        today,
        calls=1,
        reached=int(Counter.REACHED in counted),
        phone_offers=int(Counter.PHONE_OFFER in counted),
        meetings=int(Counter.MEETING in counted),
    )


async def _touch(
    actor: Actor,
    work: Work,
    client: Client,
    *,
    outcome: Outcome,
    follow: FollowUp,
    person_id: int | None,
    attempt: int,
) -> None:
    """The client's next contact. An outcome with nothing to follow keeps an agreed contact that still lies ahead."""
    reached, today = is_reached(outcome), work.today(actor)
    keeps = follow.kind is None and client.next_day is not None and client.next_day > today
    await work.tx.run(
        TOUCHED,
        id_=client.id,
        attempts=0 if reached else attempt,
        last_contact_day=today if reached else client.last_contact_day,
        next_at=client.next_at if keeps else follow.at,
        next_day=client.next_day if keeps else follow.day,
        next_kind=client.next_kind if keeps else follow.kind,
        next_reason=client.next_reason if keeps else _reason(outcome, follow),
        next_person_id=client.next_person_id if keeps else None if follow.another_contact else person_id,
        hidden_until=None,
    )


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
        case Outcome.WRONG_NUMBER if person_id is not None:
            await tx.run(BAD_NUMBER, id_=person_id, bad_number=True)
        case Outcome.WRONG_NUMBER:
            await tx.run(SET_PHONE, id_=client.id, phone=None)
        case _:
            pass


@allowed(*SELLING)
async def open_claim(
    actor: Actor, work: Work, client_id: int, kind: ClaimKind, about: ClaimedGoods | None = None
) -> None:
    """`about` are the goods, where they were named."""
    client = await lock_client(actor, work, client_id)
    goods = about or ClaimedGoods("")
    await work.tx.value(
        calls.ADD_CLAIM,
        client_id=client.id,
        employee_id=actor.id,
        kind=kind.value,
        text=goods.name,
        product_id=goods.product_id,
        quantity=goods.quantity,
        unit=goods.unit,
        created_at=work.now,
        due=work.rules.calendar.add(work.today(actor), work.rules.company.claim_days),
    )
    await work.tx.run(SET_CLAIMS, id_=client.id, open_claims=client.open_claims + 1)
    await timeline.add(
        work.tx, client.id, actor.id, work.now, EventKind.CLAIM, kind=kind.value, **goods.facts
    )


@allowed(*SELLING)
async def plan_visit(
    actor: Actor,
    work: Work,
    client_id: int,
    day: date,
    clock: time | None = None,
    *,
    place: str | None = None,
) -> None:
    """A line of the week plan; the client's next contact is the caller's."""
    client = await lock_client(actor, work, client_id)
    at = datetime.combine(day, clock, tzinfo=actor.zone) if clock else None
    await work.tx.run(
        calls.ADD_VISIT, client_id=client.id, employee_id=actor.id, day=day, at=at, place=place or ""
    )
    await timeline.add(
        work.tx, client.id, actor.id, work.now, EventKind.MEETING, day=day.isoformat(), place=place
    )


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


async def _others(work: Work, client: Client, person_id: int | None) -> bool:
    people = await persons.of_client(work.tx, client.id)
    return any(person.phone and not person.bad_number and person.id != person_id for person in people)


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
    await timeline.add(work.tx, client.id, actor.id, work.now, EventKind.CHANGED, what="offer-sent")
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


@allowed(*SELLING)
async def close_claim(actor: Actor, work: Work, client_id: int) -> Client:
    """The oldest open claim of the client is settled. Raises `StaleError` where none is open."""
    client = await lock_client(actor, work, client_id)
    claim_id = await work.tx.value(calls.OPEN_CLAIM, client=client.id)
    if claim_id is None or not await work.tx.run(calls.CLOSE_CLAIM, id_=claim_id, at=work.now):
        raise StaleError(what="claim")
    await work.tx.run(SET_CLAIMS, id_=client.id, open_claims=max(client.open_claims - 1, 0))
    return client
