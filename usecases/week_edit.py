"""Changes of a week plan: each moves the visits and next contacts that stand behind its lines."""

from dataclasses import replace
from datetime import date, datetime

from domain.actors import SELLING, Actor
from domain.errors import PastMomentError, ProzvonError
from domain.outcomes import NextKind
from domain.periods import DAYS_IN_WEEK, at_local
from domain.week_plan import PlanKind, PlanReason, Reason
from screens.week_plan import PlanLine, PlanView
from storage import clients
from storage import visits as stored_visits
from storage import week_plan as stored
from storage.week_plan import Item, WeekPlan
from usecases import visits
from usecases.access import allowed, inner
from usecases.errors import NotFoundError, StaleError
from usecases.scope import get_client, lock_client
from usecases.week_plan import find_plan, get_plan, reason_row, share
from usecases.work import Work

SET_NEXT = clients.patch("next_at", "next_day")


class AlreadyPlannedError(ProzvonError):
    """The client stands in the plan of that day already; facts: name, day."""

    code = "already-planned"


@allowed(*SELLING)
async def accept(actor: Actor, work: Work, plan_id: int) -> PlanView:
    """From now on its calls reach the morning list and its visits stand; a second time changes nothing."""
    plan = await find_plan(actor, work, plan_id, own=True)
    if await work.tx.run(stored.ACCEPT, id_=plan.id, moment=work.now):
        for item in await stored.items(work.tx, plan.id):
            await _arrange(actor, work, item)
    return await get_plan(actor, work, plan.id)


@allowed(*SELLING)
async def accept_and_share(actor: Actor, work: Work, plan_id: int) -> tuple[PlanView, list[Actor]]:
    """Accepted where it was not; with who hears of it."""
    await accept(actor, work, plan_id)
    return await share(actor, work, plan_id)


@inner
async def _arrange(actor: Actor, work: Work, item: Item) -> None:
    """A visit of an accepted plan is a visit: with its brief, in the calendar, the client's next contact."""
    if item.kind != PlanKind.VISIT or item.visit_id is not None or item.day < work.today(actor):
        return
    view = await visits.plan(actor, work, item.client_id, item.day, None)
    await work.tx.run(stored.TURN, id_=item.id, new_kind=PlanKind.VISIT.value, visit=view.id)


@allowed(*SELLING)
async def get_item(actor: Actor, work: Work, item_id: int) -> tuple[PlanView, PlanLine]:
    item, plan = await _item(actor, work, item_id)
    view = await get_plan(actor, work, plan.id)
    line = next((line for line in view.lines if line.id == item.id), None)
    if line is None:
        raise NotFoundError(what="plan-item", id=item_id)
    return view, line


@inner
async def _item(actor: Actor, work: Work, item_id: int) -> tuple[Item, WeekPlan]:
    """The actor's own, with its plan held from other turns. Raises `NotFoundError`."""
    item = await stored.find_item(work.tx, item_id, actor.id)
    if item is None:
        raise NotFoundError(what="item", id=item_id)
    await get_client(actor, work, item.client_id)
    return item, await find_plan(actor, work, item.plan_id, own=True)


@allowed(*SELLING)
async def move(actor: Actor, work: Work, item_id: int, day: date) -> tuple[PlanView, PlanLine]:
    """To another day of the same week, at the same hour; the plan, and the line as it was.

    Raises `AlreadyPlannedError`, `PastMomentError`, `StaleError` for its own day and for one outside of the week.
    """
    before = (await get_item(actor, work, item_id))[1]
    item, plan = await _item(actor, work, item_id)
    _check_day(actor, work, plan, day)
    if day == item.day:
        raise StaleError(what="item")
    at = _same_hour(actor, item, day)
    if not await work.tx.run(stored.MOVE, id_=item.id, to=day, new_at=at):
        raise AlreadyPlannedError(name=item.name, day=day)
    standing = await _standing(actor, work, item)
    if standing is not None:
        await visits.move(
            actor, work, standing, day, actor.local(at).timetz().replace(tzinfo=None) if at else None
        )
    elif item.kind == PlanKind.CALL:
        client = await lock_client(actor, work, item.client_id)
        if client.next_kind == NextKind.CALL and client.next_day == item.day:
            next_at = (
                at_local(day, actor.local(client.next_at).time(), actor.zone) if client.next_at else None
            )
            await work.tx.run(SET_NEXT, id_=client.id, next_at=next_at, next_day=day)
    elif plan.accepted_at is not None:
        await _arrange(actor, work, replace(item, day=day))
    return await get_plan(actor, work, plan.id), before


def _same_hour(actor: Actor, item: Item, day: date) -> datetime | None:
    return at_local(day, actor.local(item.at).time(), actor.zone) if item.at else None


def _check_day(actor: Actor, work: Work, plan: WeekPlan, day: date) -> None:
    if not 0 <= (day - plan.start).days < DAYS_IN_WEEK:
        raise StaleError(what="week")
    if day < work.today(actor):
        raise PastMomentError(day=day, at=None)


@inner
async def _standing(actor: Actor, work: Work, item: Item) -> int | None:
    """The visit behind a line, where it has not begun and was not cancelled."""
    found = await stored_visits.find(work.tx, item.visit_id, actor.id) if item.visit_id is not None else None
    return found.id if found is not None and found.is_planned else None


@allowed(*SELLING)
async def turn(actor: Actor, work: Work, item_id: int, kind: PlanKind) -> tuple[PlanView, PlanLine]:
    """A call into a visit, or back; as it is where it is that already."""
    item, plan = await _item(actor, work, item_id)
    if item.kind != kind:
        standing = await _standing(actor, work, item)
        await work.tx.run(stored.TURN, id_=item.id, new_kind=kind.value, visit=None)
        if standing is not None:
            await visits.cancel(actor, work, standing)
        found = await stored.find_item(work.tx, item.id, actor.id)
        if plan.accepted_at is not None and found is not None:
            await _arrange(actor, work, found)
    return await get_item(actor, work, item.id)


@allowed(*SELLING)
async def remove(actor: Actor, work: Work, item_id: int) -> tuple[PlanView, PlanLine]:
    """The plan without the line, and the line; a visit that stood behind it is cancelled."""
    line = (await get_item(actor, work, item_id))[1]
    item, plan = await _item(actor, work, item_id)
    standing = await _standing(actor, work, item)
    await work.tx.run(stored.REMOVE, id_=item.id)
    if standing is not None:
        await visits.cancel(actor, work, standing)
    return await get_plan(actor, work, plan.id), line


@allowed(*SELLING)
async def get_open(actor: Actor, work: Work, plan_id: int, day: date) -> PlanView:
    """To be edited on `day`. Raises `NotFoundError`, `StaleError` and `PastMomentError` as `add` would."""
    plan = await find_plan(actor, work, plan_id, own=True)
    _check_day(actor, work, plan, day)
    return await get_plan(actor, work, plan.id)


@allowed(*SELLING)
async def add(actor: Actor, work: Work, plan_id: int, day: date, client_id: int) -> tuple[PlanView, str]:
    """A call to the client on `day`; the plan and the client's name. Raises `AlreadyPlannedError`."""
    plan = await find_plan(actor, work, plan_id, own=True)
    _check_day(actor, work, plan, day)
    client = await get_client(actor, work, client_id)
    added = await work.tx.run(
        stored.ADD_ITEM,
        plan_id=plan.id,
        client_id=client.id,
        day=day,
        at=None,
        kind=PlanKind.CALL.value,
        reason=[reason_row(Reason(PlanReason.ADDED))],
        visit_id=None,
    )
    if not added:
        raise AlreadyPlannedError(name=client.name, day=day)
    return await get_plan(actor, work, plan.id), client.name
