"""The norms of the day, offers logged in batches, and the table of the team."""

import re
from dataclasses import replace
from datetime import date

from domain.actors import SELLING, Actor
from domain.digest import NextStep, clock_on, next_step
from domain.errors import ProzvonError
from domain.norms import OfferKind, pace
from domain.periods import month_start
from screens.plan import Batch, DayPlan, TeamPlan
from storage import counters, digest
from usecases import call_card, call_list
from usecases.access import allowed
from usecases.digest import read_lines
from usecases.digest_team import read_team
from usecases.errors import StaleError
from usecases.lead_views import counter_of
from usecases.target_facts import people_month, sales_forecast, team_month
from usecases.work import Work

MOST_OFFERS = 500
COUNTED = {OfferKind.PHONE: "phone_offers", OfferKind.EMAIL: "email_offers"}


class OffersCountError(ProzvonError):
    """What was typed is no number of offers; facts: text, most."""

    code = "offers-count"


@allowed(*SELLING)
async def open_plan(actor: Actor, work: Work) -> DayPlan | TeamPlan:
    """A manager's own day; of who leads, the team's."""
    return await _team(actor, work) if actor.leads else await _own(actor, work)


async def _own(actor: Actor, work: Work) -> DayPlan:
    today, norms, at = work.today(actor), work.rules.norms, actor.local(work.now)
    working = work.rules.calendar.is_working(today)
    done = await counters.of_day(work.tx, actor.id, today)
    month = await digest.sums(work.tx, [actor.id], month_start(today), today)
    due_count, due_sum = (await digest.due_sums(work.tx, [actor.id], today)).get(actor.id, (0, 0))
    lines = await call_list.build_list(actor, work) if working else []
    waiting = sum(line.state == "waiting" for line in lines)
    to_send = len(await call_card.offers_to_send(actor, work))
    calls = pace(done.calls, norms.calls, at, norms)
    email = pace(done.email_offers, norms.email_offers, at, norms)
    step = next_step(calls, email, waiting=waiting, to_send=to_send)
    return DayPlan(
        at=at,
        working=working,
        calls=calls,
        reached=done.reached,
        phone=pace(done.phone_offers, norms.phone_offers, at, norms),
        email=email,
        orders=done.orders,
        order_sum=done.order_sum,
        month_orders=month.orders,
        month_sum=month.order_sum,
        promises=done.promises,
        promise_sum=done.promise_sum,
        due_count=due_count,
        due_sum=due_sum,
        waiting=waiting,
        to_send=to_send,
        step=step if working else NextStep.NONE,
        contracts=await counter_of(actor, work),
        month=(await people_month(actor, work, [actor], month_start(today)))[actor.id],
        forecast=await sales_forecast(actor, work, [actor], today),
    )


async def _team(actor: Actor, work: Work) -> TeamPlan:
    today, norms = work.today(actor), work.rules.norms
    team = await read_team(actor, work, today)
    lines = await read_lines(work, team)
    day = await digest.sums(work.tx, team.ids, today, today)
    month = await digest.sums(work.tx, team.ids, month_start(today), today)
    aims = await team_month(actor, work, team.managers, month_start(today), actor.team_id)
    working = work.rules.calendar.is_working(today)
    expected = sum(
        pace(0, norms.calls, clock_on(today, person.local(work.now)), norms).expected
        for person in team.managers
    )
    return TeamPlan(
        actor.local(work.now),
        lines,
        expected if working else 0,
        day.orders,
        day.order_sum,
        month.orders,
        month.order_sum,
        norms,
        aims.lines,
        aims.forecast,
    )


@allowed(*SELLING)
async def offers_so_far(actor: Actor, work: Work, kind: OfferKind) -> Batch:
    """How many were made by phone, or went out by e-mail, today; `count` 0."""
    today, norms = work.today(actor), work.rules.norms
    done = await counters.of_day(work.tx, actor.id, today)
    if kind is OfferKind.PHONE:
        return Batch(kind, 0, done.phone_offers, norms.phone_offers, today)
    return Batch(kind, 0, done.email_offers, norms.email_offers, today)


@allowed(*SELLING)
async def add_offers(actor: Actor, work: Work, kind: OfferKind, count: int, *, seen: int, day: date) -> Batch:
    """`count` more offers. Raises `StaleError` where `seen` is no longer today's count."""
    so_far = await offers_so_far(actor, work, kind)
    if (so_far.day, so_far.total) != (day, seen):
        raise StaleError(what="offers")
    await counters.add(work.tx, actor.id, day, **{COUNTED[kind]: count})
    return replace(so_far, count=count, total=seen + count)


@allowed(*SELLING)
async def add_typed_offers(actor: Actor, work: Work, kind: OfferKind, text: str) -> Batch:
    """Raises `OffersCountError` for anything but a number from 1 to `MOST_OFFERS`."""
    found = re.fullmatch(r"\+?\s*(\d{1,6})(?:\s*(?:шт\.?|кп|предложени\w+))?", text.strip(), re.IGNORECASE)
    count = int(found[1]) if found else 0
    if not 0 < count <= MOST_OFFERS:
        raise OffersCountError(text=text[:40], most=MOST_OFFERS)
    so_far = await offers_so_far(actor, work, kind)
    return await add_offers(actor, work, kind, count, seen=so_far.total, day=so_far.day)


@allowed(*SELLING)
async def undo_offers(
    actor: Actor, work: Work, kind: OfferKind, count: int, *, seen: int, day: date
) -> Batch:
    """Takes the last batch back. Raises `StaleError` once anything was counted after it, and on another day."""
    so_far = await offers_so_far(actor, work, kind)
    if (so_far.day, so_far.total) != (day, seen) or count > seen:
        raise StaleError(what="offers")
    await counters.add(work.tx, actor.id, day, **{COUNTED[kind]: -count})
    return replace(so_far, total=seen - count)
