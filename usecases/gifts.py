"""Presents: thought of, asked for where they are dear, given, and the ledger of the year."""

from dataclasses import dataclass

from capture.gifts import read_gift
from domain.actors import LEADING, SELLING, Actor
from domain.celebrations import NOBODY, kind_of
from domain.congratulations import Way
from domain.decisions import DecisionKind, Verdict
from domain.errors import ProzvonError
from domain.gifts import COUNTED, WAITING, GiftState, GiftStep, after, needs_lead
from exchange.holidays import holiday_book
from screens.gifts import GiftEntry, GiftView, Ledger
from storage import clients, employees, gifts, persons
from storage.clients import Client
from storage.gifts import Gift
from usecases import decisions
from usecases.access import allowed, inner
from usecases.decision_desk import waits_for
from usecases.errors import NotFoundError, StaleError
from usecases.greetings import Subject, get_card, record
from usecases.scope import lock_client, managers_for
from usecases.work import Work

LONGEST = 200
_VERDICTS = {GiftStep.APPROVE: Verdict.YES, GiftStep.DECLINE: Verdict.NO}


class GiftUnreadableError(ProzvonError):
    """What was typed names no present or no cost: without one it would slip under the limit; facts: text."""

    code = "gift-unreadable"


@dataclass(frozen=True, slots=True)
class Moved:
    """A present after a step; `deciders` have to say or are told, `asker` is whose it is now, where another moved it."""

    view: GiftView
    deciders: tuple[Actor, ...] = ()
    asker: Actor | None = None


@allowed(*SELLING)
async def plan_gift(actor: Actor, work: Work, subject: Subject, text: str) -> Moved:
    """«коньяк 2500». Above the person's limit of the year the lead is asked. Raises `GiftUnreadableError`, `StaleError`."""
    what, cost = read_gift(text)
    if not what or not cost:
        raise GiftUnreadableError(text=text[:60])
    client = await lock_client(actor, work, subject.client)
    card = await get_card(actor, work, subject)
    if card.day is None:
        raise StaleError(what="greeting")
    person = subject.person or None
    spent = await _spent(work, client.id, person, card.day.year)
    leads = await _leads(work, client)
    own = actor.role in LEADING or not leads
    asked = not own and needs_lead(cost, spent, work.rules.occasions.gift_limit)
    gift_id = await gifts.add(
        work.tx,
        client_id=client.id,
        person_id=person,
        occasion=subject.code,
        year=card.day.year,
        what=what[:LONGEST],
        cost=cost,
        state=GiftState.ASKED if asked else GiftState.PLANNED,
        employee_id=actor.id,
        created_at=work.now,
        asked_at=work.now if asked else None,
    )
    if asked:
        facts = {"what": what[:LONGEST]}
        await decisions.ask(work, DecisionKind.GIFT, gift_id, actor.id, client=client.id, amount=cost, facts=facts)  # fmt: skip
        leads = await _deciders(work, client, gift_id)
    view = await _view(actor, work, await _find(actor, work, gift_id), client)
    return Moved(view, tuple(leads) if asked else ())


async def _spent(work: Work, client_id: int, person_id: int | None, year: int) -> int:
    """Kopecks of the year's presents to one person."""
    return sum(
        one.cost
        for one in await gifts.of_client(work.tx, client_id, year)
        if one.person_id == person_id and one.year == year and GiftState(one.state) in COUNTED
    )


async def _leads(work: Work, client: Client) -> list[Actor]:
    """Who decides on the presents of the client's manager."""
    manager = await employees.find(work.tx, client.manager_id)
    return await decisions.judges(work, manager) if manager else []


async def _deciders(work: Work, client: Client, gift_id: int) -> list[Actor]:
    return await decisions.with_helpers(work, DecisionKind.GIFT, gift_id, await _leads(work, client))


@inner
async def _find(actor: Actor, work: Work, gift_id: int) -> Gift:
    found = await gifts.find(work.tx, gift_id, await managers_for(actor, work))
    if found is None:
        raise NotFoundError(what="gift", id=gift_id)
    return found


@allowed(*SELLING)
async def get_gift(actor: Actor, work: Work, gift_id: int) -> GiftView:
    work = await decisions.lent(actor, work, DecisionKind.GIFT, gift_id)
    gift = await _find(actor, work, gift_id)
    return await _view(actor, work, gift, await lock_client(actor, work, gift.client_id))


@allowed(*SELLING)
async def move_gift(actor: Actor, work: Work, gift_id: int, step: GiftStep) -> Moved:
    """Raises `StaleError` where the step cannot be taken any more, `NotFoundError` for a decision by who may not decide."""
    work = await decisions.lent(actor, work, DecisionKind.GIFT, gift_id)
    gift = await _find(actor, work, gift_id)
    if step in {GiftStep.APPROVE, GiftStep.DECLINE} and actor.role not in LEADING:
        raise NotFoundError(what="gift", id=gift_id)
    client = await lock_client(actor, work, gift.client_id)
    state = after(GiftState(gift.state), step)
    if state is None:
        raise StaleError(what="gift")
    facts: dict[str, object] = {}
    if step in {GiftStep.APPROVE, GiftStep.DECLINE}:
        await decisions.check_not_own(actor, work, DecisionKind.GIFT, gift.id)
        facts = {"decided_by": actor.hand, "decided_at": work.now}
    if step is GiftStep.GIVE:
        facts = {"given_on": work.today(actor)}
    if not await gifts.move(work.tx, gift, state, **facts):
        raise StaleError(what="gift")
    verdict = _VERDICTS.get(step, Verdict.WITHDRAWN)
    await decisions.close(work, DecisionKind.GIFT, gift.id, verdict, actor.hand if verdict is not Verdict.WITHDRAWN else None)  # fmt: skip
    if step is GiftStep.GIVE:
        await _greeted(actor, work, client, gift)
    view = await _view(actor, work, await _find(actor, work, gift_id), client)
    asker = await _asker(actor, work, gift, client)
    told = await _deciders(work, client, gift.id) if gift.state == GiftState.ASKED else []
    return Moved(view, tuple(one for one in told if one.id != actor.id), asker)


@inner
async def refuse_in_silence(work: Work, gift_id: int) -> bool:
    """Nobody has said a word in time; False where it is not asked about any more."""
    gift = await gifts.find(work.tx, gift_id, await employees.all_ids(work.tx))
    if gift is None or gift.state != GiftState.ASKED:
        return False
    return bool(await gifts.move(work.tx, gift, GiftState.DECLINED, decided_at=work.now))


async def _asker(actor: Actor, work: Work, gift: Gift, client: Client) -> Actor | None:
    """Who thought of it, while the client is in those hands; then whoever has the client. None where that is the actor."""
    asker = await employees.find(work.tx, gift.employee_id)
    if asker is None or client.manager_id not in await managers_for(asker, work):
        asker = await employees.find(work.tx, client.manager_id)
    return asker if asker and asker.id != actor.id else None


async def _greeted(actor: Actor, work: Work, client: Client, gift: Gift) -> None:
    """Who gives a present on the day has congratulated, unless that was done by words already, or the person is gone."""
    people = await persons.of_client(work.tx, client.id)
    if gift.person_id and all(one.id != gift.person_id for one in people):
        return
    card = await get_card(actor, work, Subject(client.id, gift.person_id or NOBODY, gift.occasion))
    due = card.day is not None and card.day.year == gift.year and card.greet_on == card.today
    if due and card.done_on is None:
        await record(actor, work, client, card, Way.GIFT)


@inner
async def _view(actor: Actor, work: Work, gift: Gift, client: Client) -> GiftView:
    people = await persons.of_client(work.tx, client.id)
    decider = await employees.find(work.tx, gift.decided_by) if gift.decided_by else None
    asker, own = await employees.find(work.tx, gift.employee_id), gift.employee_id == actor.id
    holiday = holiday_book(work.rules.holidays).find(gift.occasion)
    return GiftView(
        id=gift.id,
        client_id=client.id,
        person=gift.person_id or NOBODY,
        code=gift.occasion,
        kind=kind_of(gift.occasion),
        holiday=holiday.ru if holiday else "",
        name=next((one.name for one in people if one.id == gift.person_id), ""),
        client=client.name,
        what=gift.what,
        cost=gift.cost,
        state=GiftState(gift.state),
        spent=await _spent(work, client.id, gift.person_id, gift.year),
        limit=work.rules.occasions.gift_limit,
        year=gift.year,
        manager=asker.name if asker and asker.id != actor.id else "",
        decided_by=decider.name if decider else "",
        given_on=gift.given_on,
        may_decide=actor.role in LEADING,
        today=work.today(actor),
        waits=await waits_for(actor, work, DecisionKind.GIFT, gift.id) if own else None,
    )


@allowed(*SELLING)
async def open_ledger(actor: Actor, work: Work) -> Ledger:
    """Presents for this year's days, as the limit counts them, and what waits: one's own, of a lead the team's; the last forty."""
    today = work.today(actor)
    managers = await managers_for(actor, work)
    found = await gifts.of_employees(work.tx, managers, today.year, sorted(WAITING))
    count, total = await gifts.total(work.tx, managers, today.year, sorted(COUNTED))
    names = await clients.manager_names(work.tx, managers) if actor.role in LEADING else {}
    entries = tuple(
        GiftEntry(
            id=one.gift.id,
            name=one.person or one.client,
            client=one.client,
            what=one.gift.what,
            cost=one.gift.cost,
            state=GiftState(one.gift.state),
            year=one.gift.year,
            manager=names.get(one.gift.employee_id, "") if one.gift.employee_id != actor.id else "",
        )
        for one in found
        if one.gift.state != GiftState.DROPPED
    )
    return Ledger(entries, today.year, count, total, work.rules.occasions.gift_limit)
