"""The plan of a week: proposed, edited, accepted, shown to the lead; and which of its calls are still to be made."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from typing import Any

from capture.districts import read_district
from domain.actors import LEADING, SELLING, Actor
from domain.decisions import DecisionKind, Verdict
from domain.errors import ProzvonError
from domain.periods import DAYS_IN_WEEK, at_local, week_start
from domain.reasons import ClientClass
from domain.week_plan import (
    Capacity,
    Contact,
    PlanKind,
    Planned,
    PlanReason,
    Reason,
    Subject,
    WeekFact,
    fact_of,
    is_done,
    propose,
)
from screens.week_plan import PlanLine, PlanView, TeamLine, TeamWeek
from storage import employees, visits, week
from storage import week_plan as stored
from storage.clients import Client
from storage.week_plan import WeekPlan
from usecases import decisions
from usecases.access import allowed, inner
from usecases.errors import NotFoundError
from usecases.rhythm import find_rhythm_on
from usecases.work import Work

ONE_DAY, WEEK = timedelta(days=1), timedelta(days=DAYS_IN_WEEK)
LONGEST_COMMENT = 1000


class CommentLengthError(ProzvonError):
    """A word about a plan is longer than fits; facts: most (characters)."""

    code = "plan-comment"


# --- proposing ----------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def make_next(actor: Actor, work: Work) -> PlanView | None:
    """The plan of the next week that has working days, as it stands or proposed now; None where there is nobody to plan."""
    start = week_start(work.rules.calendar.next_working(week_start(work.today(actor)) + WEEK - ONE_DAY))
    found = await stored.find(work.tx, actor.id, start)
    if found is None:
        lines = await _propose(actor, work, start)
        if not lines:
            return None
        plan_id = await stored.add(work.tx, actor.id, start)
        if plan_id is not None:
            await work.tx.run_many(stored.ADD_ITEM, [_row(plan_id, line) for line in lines])
        found = await stored.find(work.tx, actor.id, start)
        assert found is not None
    return await read_plan(actor, work, found)


@inner
async def _propose(actor: Actor, work: Work, start: date) -> list[Planned]:
    rules, end = work.rules, start + WEEK - ONE_DAY
    days = rules.calendar.working_days(start, end)
    if not days:
        return []
    ends = end + timedelta(days=rules.week.contract_days)
    since = start - timedelta(weeks=rules.week.visit_weeks)
    visited = await visits.last_visits(work.tx, actor.id, since)
    promised = {
        one.client_id: one.amount or 0 for one in await week.due_promises(work.tx, actor.id, start, end)
    }
    subjects = [
        _subject(client, start, work, visited.get(client.id), promised.get(client.id, 0))
        for client in await stored.subjects(work.tx, actor.id, start, end, ends)
    ]
    capacity = Capacity(rules.norms.calls * rules.week.calls_percent // 100, rules.week.visits_a_day)
    agreed = await _agreed(actor, work, start, end)
    return propose(
        subjects,
        agreed,
        days,
        capacity=capacity,
        settings=rules.week,
        touch_days=rules.ranking.touch_days,
    )


def _subject(client: Client, start: date, work: Work, visited: date | None, promised: int) -> Subject:
    rhythm = find_rhythm_on(client, start, work.rules)
    return Subject(
        client.id,
        ClientClass(client.client_class),
        overdue=client.overdue,
        overdue_since=client.overdue_since,
        promise_due=client.promise_due,
        promised=promised,
        expected=rhythm.expected if rhythm else None,
        touched=client.last_contact_day,
        visited=visited,
        contract_ends=client.contract_ends,
        district=client.district or read_district(client.address),
    )


@inner
async def _agreed(actor: Actor, work: Work, start: date, end: date) -> list[Planned]:
    """The visits and the calls that stand in the week already."""
    because = (Reason(PlanReason.AGREED),)
    found = [
        Planned(one.client_id, one.day, PlanKind.VISIT, because, one.at, one.id)
        for one in await week.visits_of(work.tx, actor.id, start, end)
    ]
    found += [
        Planned(one.client_id, one.day, PlanKind.CALL, because, one.at)
        for one in await week.contacts(work.tx, actor.id, start, end)
    ]
    return found


def _row(plan_id: int, line: Planned) -> dict[str, Any]:
    return {
        "plan_id": plan_id,
        "client_id": line.client_id,
        "day": line.day,
        "at": line.at,
        "kind": line.kind.value,
        "reason": [reason_row(reason) for reason in line.reasons],
        "visit_id": line.visit_id,
    }


def reason_row(reason: Reason) -> dict[str, Any]:
    """As JSON, without what it does not say."""
    facts = asdict(reason) | {
        "kind": reason.kind.value,
        "day": reason.day.isoformat() if reason.day else None,
    }
    return {name: value for name, value in facts.items() if value}


# --- reading ------------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def get_plan(actor: Actor, work: Work, plan_id: int) -> PlanView:
    """One's own, or of a manager whom the actor leads. Raises `NotFoundError`."""
    return await read_plan(actor, work, await find_plan(actor, work, plan_id))


@allowed(*SELLING)
async def get_own(actor: Actor, work: Work, plan_id: int) -> PlanView:
    """One's own only: to be edited. Raises `NotFoundError`."""
    return await read_plan(actor, work, await find_plan(actor, work, plan_id, own=True))


@inner
async def find_plan(actor: Actor, work: Work, plan_id: int, *, own: bool = False) -> WeekPlan:
    """`own`: nobody else's will do. Raises `NotFoundError`."""
    people = [actor.id] if own else await _led_by(actor, work)
    people += (await decisions.lent(actor, work, DecisionKind.WEEK, plan_id)).lent if not own else ()
    found = await stored.find_locked(work.tx, plan_id, people)
    if found is None:
        raise NotFoundError(what="week", id=plan_id)
    return found


@inner
async def _led_by(actor: Actor, work: Work) -> list[int]:
    led = await employees.managers_of(work.tx, actor) if actor.leads else []
    return [actor.id, *(person.id for person in led)]


@inner
async def read_plan(actor: Actor, work: Work, plan: WeekPlan) -> PlanView:
    """With the fact of its week, and under a plan still to come with that of the week before."""
    owner = actor if plan.employee_id == actor.id else await employees.find(work.tx, plan.employee_id)
    items = await stored.items(work.tx, plan.id)
    contacts = await _contacts(work, plan.employee_id, plan.start)
    today = work.today(actor)
    lines = tuple(
        PlanLine(
            one.id,
            one.client_id,
            one.name,
            one.day,
            PlanKind(one.kind),
            one.reason,
            actor.local(one.at) if one.at else None,
            is_done(one.client_id, PlanKind(one.kind), contacts),
            one.visit_id,
        )
        for one in items
    )
    return PlanView(
        id=plan.id,
        start=plan.start,
        today=today,
        days=tuple(work.rules.calendar.working_days(plan.start, plan.start + WEEK - ONE_DAY)),
        lines=lines,
        accepted=plan.accepted_at is not None,
        shown=plan.shown_at is not None,
        seen=plan.seen_at is not None,
        comment=plan.comment,
        manager="" if plan.employee_id == actor.id or owner is None else owner.name,
        fact=fact_of(((line.client, line.day, line.kind) for line in lines), contacts),
        before=await _fact_before(work, plan) if plan.start > today else None,
    )


async def _contacts(work: Work, employee: int, start: date) -> list[Contact]:
    found = await stored.contacts(work.tx, [employee], start, start + WEEK - ONE_DAY)
    return found[employee]


async def _fact_before(work: Work, plan: WeekPlan) -> WeekFact | None:
    """None where the week before had no accepted plan."""
    before = await stored.find(work.tx, plan.employee_id, plan.start - WEEK)
    if before is None or before.accepted_at is None:
        return None
    lines = (await stored.keys(work.tx, [before.id]))[before.id]
    return fact_of(lines, await _contacts(work, plan.employee_id, before.start))


@allowed(*SELLING)
async def planned_for_today(actor: Actor, work: Work, client_ids: Sequence[int]) -> set[int]:
    """Those of `client_ids` whose call the accepted plan of this week has up to today, and who had no contact in it."""
    today = work.today(actor)
    start = week_start(today)
    since = at_local(start, datetime.min.time(), actor.zone)
    found = await stored.planned_for(
        work.tx, actor.id, start=start, day=today, since=since, ids=list(client_ids)
    )
    return set(found)


# --- accepting, and the lead --------------------------------------------------------------------------------------


@allowed(*SELLING)
async def share(actor: Actor, work: Work, plan_id: int) -> tuple[PlanView, list[Actor]]:
    """The plan as its lead sees it, and who hears of it: nobody the second time. It must be accepted."""
    plan = await find_plan(actor, work, plan_id, own=True)
    fresh = await work.tx.run(stored.SHOW, id_=plan.id, moment=work.now) == 1
    leads = [one for one in await decisions.judges(work, actor) if one.id != actor.id] if fresh else []
    if leads:
        await decisions.ask(work, DecisionKind.WEEK, plan.id, actor.id, facts={"day": plan.start.isoformat()})
        leads = await decisions.with_helpers(work, DecisionKind.WEEK, plan.id, leads)
    return await get_plan(actor, work, plan.id), leads


def as_led(view: PlanView, owner: Actor) -> PlanView:
    """The same in the lead's eyes."""
    return replace(view, manager=owner.name)


@allowed(*LEADING)
async def see(actor: Actor, work: Work, plan_id: int) -> PlanView:
    plan = await find_plan(actor, work, plan_id)
    await decisions.check_not_of(actor, work, plan.employee_id)
    await work.tx.run(stored.SEE, id_=plan.id, moment=work.now)
    await decisions.close(work, DecisionKind.WEEK, plan.id, Verdict.YES, actor.hand)
    return await get_plan(actor, work, plan.id)


@allowed(*SELLING)
async def say(actor: Actor, work: Work, plan_id: int, text: str) -> tuple[PlanView, list[Actor]]:
    """A word about a plan, and who hears it: its manager, or of one's own whoever leads. Raises `CommentLengthError`."""
    plan = await find_plan(actor, work, plan_id)
    said = text.strip()
    if not said or len(said) > LONGEST_COMMENT:
        raise CommentLengthError(most=LONGEST_COMMENT)
    if plan.employee_id == actor.id:
        hear: Iterable[Actor | None] = await employees.leads_of(work.tx, actor)
    else:
        await decisions.check_not_of(actor, work, plan.employee_id)
        hear = [await employees.find(work.tx, plan.employee_id)]
        await work.tx.run(stored.COMMENT, id_=plan.id, text=said)
        await work.tx.run(stored.SEE, id_=plan.id, moment=work.now)
        await decisions.close(work, DecisionKind.WEEK, plan.id, Verdict.COUNTER, actor.hand)
    return await get_plan(actor, work, plan.id), [one for one in hear if one and one.id != actor.id]


@allowed(*LEADING)
async def team_week(actor: Actor, work: Work) -> TeamWeek:
    """Every manager's plan of this week against what was done."""
    today = work.today(actor)
    start = week_start(today)
    people = await employees.managers_of(work.tx, actor)
    ids = [one.id for one in people]
    plans = {
        plan.employee_id: plan
        for plan in await stored.of_people(work.tx, ids, start)
        if plan.accepted_at is not None
    }
    ahead = {
        plan.employee_id
        for plan in await stored.of_people(work.tx, ids, start + WEEK)
        if plan.shown_at is not None
    }
    lines = await stored.keys(work.tx, [plan.id for plan in plans.values()])
    contacts = await stored.contacts(work.tx, ids, start, start + WEEK - ONE_DAY)
    shown = tuple(
        TeamLine(
            one.id,
            one.name,
            fact_of(lines[plans[one.id].id], contacts[one.id]) if one.id in plans else None,
            one.id in ahead,
        )
        for one in people
    )
    return TeamWeek(start, today, shown)


@allowed(*LEADING)
async def of_manager(actor: Actor, work: Work, manager_id: int) -> tuple[str, PlanView | None]:
    """The manager's name with the newest plan shown, else the accepted one of this week. Raises `NotFoundError`."""
    managers = {one.id: one for one in await employees.managers_of(work.tx, actor)}
    if manager_id not in managers:
        raise NotFoundError(what="employee", id=manager_id)
    start = week_start(work.today(actor))
    following = await stored.find(work.tx, manager_id, start + WEEK)
    this = await stored.find(work.tx, manager_id, start)
    found = None
    if following is not None and following.shown_at is not None and following.seen_at is None:
        found = following
    elif this is not None and this.accepted_at is not None:
        found = this
    elif following is not None and following.shown_at is not None:
        found = following
    view = await read_plan(actor, work, found) if found else None
    return managers[manager_id].name, view
