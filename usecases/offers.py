"""Offers: made in a call, by e-mail or by hand; asked about twice, then closed."""

from dataclasses import dataclass, replace
from datetime import date

from domain.actors import SELLING, Actor
from domain.errors import PastMomentError
from domain.leads import OfferChannel, OfferState, Stage, next_follow_up
from domain.outcomes import Answer, FollowUp, NextKind, Outcome, RefusalReason, is_reached
from domain.reasons import NextReason
from screens.offers import OfferPage, OfferView
from storage import clients, counters, offers, products, timeline
from storage.clients import Client
from storage.journal import Change, Journal
from storage.offers import Offer
from storage.timeline import EventKind
from usecases import leads
from usecases.access import allowed, inner
from usecases.errors import NotFoundError, StaleError, UnreadableError
from usecases.leads import LONGEST_ANSWER, LeadFactError, advance
from usecases.scope import get_client, lock_client, managers_for
from usecases.work import Work

PLAN = clients.patch("next_at", "next_day", "next_kind", "next_reason", "hidden_until")
PAGE = 10


# --- what is logged ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Noted:
    """What a call did to the client's stage and offers: the rows changed, and `again`, the next contact that it made."""

    changes: tuple[Change, ...] = ()
    again: date | None = None


@inner
async def note_call(
    actor: Actor, work: Work, client: Client, outcome: Outcome, *, answer: Answer, follow: FollowUp
) -> Noted:
    """A lead's stage; a new offer, a refusal, a talk without an answer. `client` as it was before the call.

    Where the call leaves no next step, the day to ask about an offer again becomes the client's next contact.
    """
    if not client.is_lead and not is_reached(outcome):
        return Noted()
    journal = work.tx if isinstance(work.tx, Journal) else Journal(work.tx)
    noted = replace(work, tx=journal)
    await leads.note_call(actor, noted, client, outcome)
    again = (
        await _note_offers(actor, noted, client, outcome, answer=answer, follow=follow)
        if is_reached(outcome)
        else None
    )
    changes = () if journal is work.tx else tuple(await journal.changes())
    return Noted(changes, again)


async def _note_offers(
    actor: Actor, work: Work, client: Client, outcome: Outcome, *, answer: Answer, follow: FollowUp
) -> date | None:
    today = work.today(actor)
    if outcome is Outcome.ORDER:
        return None  # it answers the offers when it is handed over
    if outcome is Outcome.REFUSAL:
        reason = answer.reason.value if answer.reason else None
        await offers.close_all(work.tx, client.id, OfferState.DECLINED.value, today, reason)
        return None
    days = await _follow_due(actor, work, client.id, follow.day if follow.promised else None)
    if outcome is Outcome.PHONE_OFFER and follow.day is not None:
        product = await products.find(work.tx, answer.product_id) if answer.product_id else None
        text = product.name if product else ""
        await _add(actor, work, client.id, OfferChannel.PHONE, follow_day=follow.day, text=text)
    agreed = follow.kind is not None or (client.next_day is not None and client.next_day > today)
    if not days or agreed:
        return None
    await _plan(work, client.id, min(days))
    return min(days)


async def _follow_due(actor: Actor, work: Work, client_id: int, agreed: date | None) -> list[date]:
    """The offers that were to be asked about are asked about; when each of them comes again."""
    today, rules = work.today(actor), work.rules
    days = []
    for offer_id, so_far in await offers.due_of_client(work.tx, client_id, today):
        day = agreed or next_follow_up(so_far + 1, today, rules.calendar, rules.offers)
        await work.tx.run(offers.FOLLOW, id_=offer_id, follow_day=day, follow_ups=so_far + 1)
        days += [day] if day > today else []
    return days


@inner
async def note_sent(actor: Actor, work: Work, client_id: int, follow: FollowUp) -> None:
    """«Отправил КП»: the promised offer has gone out."""
    assert follow.day is not None
    await _add(actor, work, client_id, OfferChannel.EMAIL, follow_day=follow.day)
    await advance(actor, work, client_id, Stage.OFFER)


@inner
async def note_made(actor: Actor, work: Work, client_id: int, channel: OfferChannel) -> None:
    """One that was told of in a typed line."""
    await _add(actor, work, client_id, channel, follow_day=_first_follow_up(actor, work, channel))
    await advance(actor, work, client_id, Stage.OFFER)


def _first_follow_up(actor: Actor, work: Work, channel: OfferChannel) -> date:
    days = work.rules.calls
    after = days.phone_offer_days if channel is OfferChannel.PHONE else days.email_offer_days
    return work.rules.calendar.add(work.today(actor), after)


@inner
async def note_order(actor: Actor, work: Work, client_id: int) -> None:
    """An order handed over says yes to what was offered, and is a lead's first."""
    await offers.close_all(work.tx, client_id, OfferState.ACCEPTED.value, work.today(actor))
    await advance(actor, work, client_id, Stage.FIRST_ORDER)


async def _add(
    actor: Actor, work: Work, client_id: int, channel: OfferChannel, *, follow_day: date, text: str = ""
) -> int:
    return await offers.add(
        work.tx,
        client_id=client_id,
        employee_id=actor.id,
        day=work.today(actor),
        channel=channel.value,
        text=text,
        amount=None,
        follow_day=follow_day,
        at=work.now,
    )


async def _plan(work: Work, client_id: int, day: date) -> None:
    await work.tx.run(
        PLAN,
        id_=client_id,
        next_at=None,
        next_day=day,
        next_kind=NextKind.CALL.value,
        next_reason=NextReason.OFFER.value,
        hidden_until=None,
    )


# --- by hand ----------------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def get_client_name(actor: Actor, work: Work, client_id: int) -> str:
    return (await get_client(actor, work, client_id)).name


@allowed(*SELLING)
async def make_offer(actor: Actor, work: Work, client_id: int, channel: OfferChannel) -> OfferView:
    """Counted today; the follow-up is the client's next contact, unless one is agreed that lies ahead."""
    client = await lock_client(actor, work, client_id)
    today, by_phone = work.today(actor), channel is OfferChannel.PHONE
    follow_day = _first_follow_up(actor, work, channel)
    offer_id = await _add(actor, work, client.id, channel, follow_day=follow_day)
    await counters.add(work.tx, actor.id, today, **{"phone_offers" if by_phone else "email_offers": 1})
    if client.next_day is None or client.next_day <= today:
        await _plan(work, client.id, follow_day)
    what = "offer-made" if by_phone else "offer-sent"
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.CHANGED, what=what)
    await advance(actor, work, client.id, Stage.OFFER)
    return await get_offer(actor, work, offer_id)


@allowed(*SELLING)
async def describe(actor: Actor, work: Work, offer_id: int, typed: str) -> OfferView:
    """«масло 82,5 %, 120 тыс»: what was offered, and the sum behind the last comma. Raises `LeadFactError`."""
    from capture.answers import read_amount

    text = " ".join(typed.split())
    if not text or len(text) > LONGEST_ANSWER:
        raise LeadFactError(most=LONGEST_ANSWER)
    offer = await _find(actor, work, offer_id, lock=True)
    head, _, tail = text.rpartition(", ")
    amount = read_amount(tail)
    said = head if amount is not None else text
    await work.tx.run(offers.SET_TEXT, id_=offer.id, text=said, amount=amount)
    return await get_offer(actor, work, offer_id)


# --- answers ----------------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def get_offer(actor: Actor, work: Work, offer_id: int) -> OfferView:
    return view_of(await _find(actor, work, offer_id))


@allowed(*SELLING)
async def get_open(actor: Actor, work: Work, offer_id: int) -> OfferView:
    """Raises `StaleError` for one that has its answer."""
    return view_of(await _open(actor, work, offer_id))


@allowed(*SELLING)
async def list_offers(actor: Actor, work: Work, start: int = 0) -> OfferPage:
    """Of the actor, or of those whom the actor leads: first those to be asked about. A page past the end is the first one."""
    managers = await managers_for(actor, work)
    today = work.today(actor)
    counted = await offers.counts(work.tx, managers, managers, today)
    total = sum(waiting for waiting, _ in counted.values())
    begin = start if start < total else 0
    found = await offers.waiting(work.tx, managers, managers, begin, PAGE)
    due = sum(due for _, due in counted.values())
    return OfferPage(tuple(view_of(one) for one in found), total, due, begin, PAGE)


@allowed(*SELLING)
async def accept(actor: Actor, work: Work, offer_id: int) -> OfferView:
    offer = await _open(actor, work, offer_id)
    await _close(actor, work, offer, OfferState.ACCEPTED)
    return await get_offer(actor, work, offer_id)


@allowed(*SELLING)
async def decline(actor: Actor, work: Work, offer_id: int, reason: RefusalReason) -> OfferView:
    offer = await _open(actor, work, offer_id)
    await _close(actor, work, offer, OfferState.DECLINED, reason)
    return await get_offer(actor, work, offer_id)


@allowed(*SELLING)
async def close(actor: Actor, work: Work, offer_id: int) -> OfferView:
    """No reply is expected any more."""
    offer = await _open(actor, work, offer_id)
    await _close(actor, work, offer, OfferState.NO_REPLY)
    return await get_offer(actor, work, offer_id)


async def _close(
    actor: Actor, work: Work, offer: Offer, state: OfferState, reason: RefusalReason | None = None
) -> None:
    told = reason.value if reason else None
    await work.tx.run(
        offers.CLOSE, id_=offer.id, state=state.value, reason=told, closed_day=work.today(actor)
    )
    facts = {"state": state.value} | ({"reason": told} if told else {})
    await timeline.add(work.tx, offer.client_id, actor.hand, work.now, EventKind.OFFER, **facts)


@allowed(*SELLING)
async def think(actor: Actor, work: Work, offer_id: int, day: date) -> OfferView:
    """They think: asked again on `day`, which is the client's next contact too, unless something is agreed before it.

    Raises `PastMomentError` for a day that has passed.
    """
    offer = await _open(actor, work, offer_id)
    if day < work.today(actor):
        raise PastMomentError(day=day)
    client = await lock_client(actor, work, offer.client_id)
    await work.tx.run(offers.FOLLOW, id_=offer.id, follow_day=day, follow_ups=offer.follow_ups + 1)
    ahead = client.next_day is not None and work.today(actor) < client.next_day <= day
    if not ahead:
        await _plan(work, client.id, day)
    return await get_offer(actor, work, offer_id)


@allowed(*SELLING)
async def think_typed(actor: Actor, work: Work, offer_id: int, text: str) -> OfferView:
    """«через неделю». Raises `UnreadableError` where no day can be read."""
    from capture.answers import read_moment

    moment = read_moment(text, actor.local(work.now), work.rules.calendar)
    if moment is None:
        raise UnreadableError("day", text=text)
    return await think(actor, work, offer_id, moment[0])


async def _find(actor: Actor, work: Work, offer_id: int, *, lock: bool = False) -> Offer:
    managers = await managers_for(actor, work)
    find = offers.find_locked if lock else offers.find
    found = await find(work.tx, offer_id, managers)
    if found is None:
        raise NotFoundError(what="offer", id=offer_id)
    return found


async def _open(actor: Actor, work: Work, offer_id: int) -> Offer:
    offer = await _find(actor, work, offer_id, lock=True)
    if offer.state != OfferState.OPEN:
        raise StaleError(what="offer")
    return offer


def view_of(offer: Offer) -> OfferView:
    return OfferView(
        id=offer.id,
        client=offer.client_id,
        name=offer.client,
        is_lead=offer.is_lead,
        day=offer.day,
        channel=OfferChannel(offer.channel),
        text=offer.text,
        amount=offer.amount,
        state=OfferState(offer.state),
        reason=offer.reason or "",
        follow_day=offer.follow_day,
        follow_ups=offer.follow_ups,
    )
