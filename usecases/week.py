"""A manager's week: what is agreed on and planned for the days ahead; the same as a calendar file."""

from datetime import date, timedelta

from domain.actors import SELLING, Actor
from domain.celebrations import kind_of
from domain.greetings import Occasion
from domain.periods import week_start
from domain.week_plan import PlanKind
from screens.occasions import CROWD
from screens.week import Item, ItemKind, Week
from screens.week_plan import TeamWeek
from storage import week, week_plan
from usecases.access import allowed, inner
from usecases.occasion_dates import Found, find_dates
from usecases.week_plan import team_week
from usecases.work import Work

DAYS = 14
WEEK = timedelta(days=7)


@allowed(*SELLING)
async def open_week(actor: Actor, work: Work) -> Week | TeamWeek:
    """A manager's own days; of who leads, the plans of the team."""
    return await team_week(actor, work) if actor.leads else await own_week(actor, work)


@allowed(*SELLING)
async def own_week(actor: Actor, work: Work) -> Week:
    """From this week's Monday to the next one's Sunday; of the days that have passed, the visits only."""
    today = work.today(actor)
    start = week_start(today)
    end = start + timedelta(days=DAYS - 1)
    plans = [await week_plan.find(work.tx, actor.id, monday) for monday in (start, start + WEEK)]
    items = [
        *await _visits(actor, work, start, end),
        *await _calls(actor, work, today, end),
        *await _promises(actor, work, today, end),
        *await _occasions(actor, work, today, end),
    ]
    for plan in plans:
        if plan is not None and plan.accepted_at is not None:
            items += await _planned(actor, work, plan, items)
    order = list(ItemKind)
    items.sort(key=lambda one: (one.day, one.at is None, one.at or work.now, order.index(one.kind), one.name))
    return Week(today, tuple(items), *(plan.id if plan else None for plan in plans))


@inner
async def _planned(actor: Actor, work: Work, plan: week_plan.WeekPlan, known: list[Item]) -> list[Item]:
    """Calls of an accepted plan that are still to be made and stand in the week by nothing else."""
    today = work.today(actor)
    there = {(item.client_id, item.day) for item in known}
    called = {
        one.client_id
        for one in (
            await week_plan.contacts(work.tx, [actor.id], plan.start, plan.start + WEEK - timedelta(days=1))
        )[actor.id]
    }
    return [
        Item(ItemKind.CALL, one.day, one.client_id, one.client_id, one.name, reason="plan")
        for one in await week_plan.items(work.tx, plan.id)
        if one.kind == PlanKind.CALL
        and one.day >= today
        and one.client_id not in called
        and (one.client_id, one.day) not in there
    ]


@inner
async def _visits(actor: Actor, work: Work, start: date, end: date) -> list[Item]:
    today = work.today(actor)
    return [
        Item(
            ItemKind.VISIT,
            row.day,
            row.id,
            row.client_id,
            row.name,
            actor.local(row.at) if row.at else None,
            row.place,
            done=row.done_at is not None,
            may_mark=row.day <= today,
        )
        for row in await week.visits_of(work.tx, actor.id, start, end)
    ]


@inner
async def _calls(actor: Actor, work: Work, start: date, end: date) -> list[Item]:
    return [
        Item(
            ItemKind.CALL,
            row.day,
            row.client_id,
            row.client_id,
            row.name,
            actor.local(row.at) if row.at else None,
            reason=row.reason or "planned",
        )
        for row in await week.contacts(work.tx, actor.id, start, end)
    ]


@inner
async def _promises(actor: Actor, work: Work, start: date, end: date) -> list[Item]:
    return [
        Item(ItemKind.PROMISE, row.day, row.client_id, row.client_id, row.name, amount=row.amount)
        for row in await week.due_promises(work.tx, actor.id, start, end)
    ]


@inner
async def _occasions(actor: Actor, work: Work, start: date, end: date) -> list[Item]:
    """Everybody to congratulate; what many have on one day is one line."""
    groups: dict[tuple[str, date], list[Found]] = {}
    for one in await find_dates(work, [actor.id], start, end):
        day = max(one.celebration.day, start)
        groups.setdefault((one.celebration.code, day), []).append(one)
    items = []
    for (code, day), group in groups.items():
        crowd = kind_of(code) is not Occasion.BIRTHDAY and len(group) > CROWD
        items += [
            _occasion(one, day, actor.language, count=len(group) if crowd else 1)
            for one in group[: 1 if crowd else None]
        ]
    return items


def _occasion(one: Found, day: date, language: str, *, count: int) -> Item:
    celebration = one.celebration
    birthday = celebration.kind is Occasion.BIRTHDAY
    return Item(
        ItemKind.BIRTHDAY if birthday else ItemKind.OCCASION,
        day,
        celebration.person,
        one.firm.id,
        one.firm.name,
        person=one.person.name if one.person and (birthday or celebration.person) else "",
        code=celebration.code,
        years=celebration.years or 0,
        holiday=one.holiday.name(language) if one.holiday else "",
        count=count,
    )
