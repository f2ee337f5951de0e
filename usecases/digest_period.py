"""The lead's week and month: what they came to against the plan and the time before, and one manager's from near."""

from dataclasses import replace
from datetime import date

from domain.actors import LEADING, Actor
from domain.digest import (
    NOT_IN_DIGEST,
    AlarmKind,
    Days,
    Detail,
    Span,
    WinKind,
    days_before,
    days_of,
    is_over,
)
from domain.periods import each_day, month_start, week_start
from domain.targets import TargetKind
from screens.digest_period_views import DebtLine, DetailView, Period, PeriodLine, PersonPeriod, Today
from screens.digest_views import Fact
from storage import analysis, counters, digest, receivables
from storage.counters import Counted
from usecases.access import allowed
from usecases.digest import named_teams, read_lines, read_overdue
from usecases.digest_facts import ALARMS, read_alarms, read_best
from usecases.digest_spans import norms_in
from usecases.digest_team import Team, choose_team, counted_in, read_team, worked_days
from usecases.errors import NotFoundError, StaleError
from usecases.promises import judge_due
from usecases.target_facts import find_line, people_month, team_month
from usecases.work import Work

BEHIND = {Span.WEEK: AlarmKind.WEEK_BEHIND, Span.MONTH: AlarmKind.MONTH_BEHIND}
BEST = {
    Span.WEEK: (WinKind.WEEK_BEST, WinKind.ORDER, WinKind.KEPT),
    Span.MONTH: (WinKind.MONTH_BEST,),
}
# Told of their own days in a week, and of nothing in a month: whom would a word about the third help on the thirtieth?
DAILY = (AlarmKind.BROKEN, AlarmKind.PARTLY_KEPT)
OLDEST_DAYS = 400


@allowed(*LEADING)
async def read_period(actor: Actor, work: Work, span: Span, day: date, *, team_id: int = 0) -> Period:
    """Up to `day` or today. Raises `NotFoundError` for a foreign team, `StaleError` for a day too old or to come."""
    await judge_due(actor, work)
    days = _asked(actor, work, span, day)
    teams = await choose_team(actor, work, team_id)
    now = await read_team(actor, work, work.today(actor), team_id)
    team = replace(now, start=days.start, day=days.end)
    before = days_before(span, days.end, work.rules.calendar)
    lines = await _lines(work, team, days, before)
    month = await team_month(actor, work, team.managers, month_start(days.end), team_id or actor.team_id)
    targets = {id_: find_line(own, TargetKind.SALES).target or 0 for id_, own in month.people.items()}
    running = days.end == now.day
    recent = (now.day - days.end).days <= work.rules.digest.answer_days
    return Period(
        span,
        days,
        before,
        is_over(days_of(span, days.end), days.end, work.rules.calendar),
        actor.local(work.now),
        tuple(replace(line, target=targets.get(line.id, 0)) for line in lines),
        await read_overdue(work, now.since(days.start)) if recent else None,
        await _alarms(work, now, team, span, recent=recent),
        await read_best(work, team, *BEST[span]),
        month.lines,
        month.forecast,
        await _today(work, now) if running and span is Span.WEEK else None,
        named_teams(teams, {line.team_id or 0 for line in lines}),
        team_id,
    )


def _asked(actor: Actor, work: Work, span: Span, day: date) -> Days:
    today = work.today(actor)
    if day > today or (today - day).days > OLDEST_DAYS:
        raise StaleError(what="digest")
    whole = days_of(span, day)
    return Days(whole.start, min(whole.end, today))


async def _alarms(work: Work, now: Team, team: Team, span: Span, *, recent: bool) -> tuple[Fact, ...]:
    """What the span itself tells, and what still waits while it goes on. Of long ago nobody is asked."""
    told = [BEHIND[span], *(DAILY if span is Span.WEEK else ())]
    waiting = [kind for kind in AlarmKind if kind not in {*NOT_IN_DIGEST, AlarmKind.OFF_PACE, *DAILY}]
    found = [*await read_alarms(work, team, *told)]
    if team.day == now.day:
        found += await read_alarms(work, now, *waiting)
    order = {kind: place for place, kind in enumerate(AlarmKind)}
    found.sort(key=lambda fact: order[AlarmKind(fact.kind)])
    return tuple(found) if recent else tuple(replace(fact, hears=False) for fact in found)


async def _today(work: Work, team: Team) -> Today:
    lines = await read_lines(work, team)
    return Today(
        sum(line.order_sum for line in lines),
        sum(line.calls for line in lines),
        sum(line.norm for line in lines),
    )


async def _lines(work: Work, team: Team, days: Days, before: Days) -> tuple[PeriodLine, ...]:
    """A line for each manager, and for whoever else sold, so that the lines add up to the team."""
    counted = await counted_in(work, team, days)
    past = await counted_in(work, team, before)
    norms = await norms_in(work, team, days)
    worked = await worked_days(work, team, days)
    whole = len(work.rules.calendar.working_days(days.start, days.end))
    people = {person.id: person for person in team.managers}
    others = sorted(
        (id_ for id_, row in counted.items() if id_ not in people and (row.calls or row.orders)),
        key=lambda id_: (team.name(id_), id_),
    )
    lines = [
        replace(
            _line(person.id, person.name, person.team_id, counted[person.id], past[person.id]),
            norm=norms[person.id][0],
            days_away=whole - len(worked[person.id]),
            away=team.away.get(person.id) if days.end == work.today(team.actor) else None,
        )
        for person in team.managers
    ]
    lines += [_line(id_, team.name(id_), None, counted[id_], past[id_]) for id_ in others]
    return tuple(sorted(lines, key=lambda line: (line.team_id or 10**9, line.name, line.id)))


def _line(id_: int, name: str, team_id: int | None, counted: Counted, past: Counted) -> PeriodLine:
    return PeriodLine(
        id_,
        name,
        team_id,
        calls=counted.calls,
        reached=counted.reached,
        offers=counted.phone_offers + counted.email_offers,
        orders=counted.orders,
        order_sum=counted.order_sum,
        before_sum=past.order_sum,
        promises=counted.promises,
        promise_sum=counted.promise_sum,
        new_clients=counted.new_clients,
    )


# --- from near


@allowed(*LEADING)
async def read_detail(
    actor: Actor, work: Work, detail: Detail, span: Span, day: date, *, team_id: int = 0
) -> DetailView:
    """Raises as `read_period`."""
    period = await read_period(actor, work, span, day, team_id=team_id)
    shown = DetailView(detail, period)
    if detail is Detail.MONEY:
        return shown
    team = await read_team(actor, work, work.today(actor), team_id)
    if detail is Detail.OUTCOMES:
        return replace(shown, outcomes=await _outcomes(work, team.ids, period.days))
    return await _debts(work, team, shown)


async def _outcomes(work: Work, employee_ids: list[int], days: Days) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for _, outcome, _, count in await analysis.by_day(work.tx, employee_ids, days.start, days.end):
        found[outcome] = found.get(outcome, 0) + count
    return tuple(sorted(found.items(), key=lambda one: (-one[1], one[0])))


async def _debts(work: Work, team: Team, shown: DetailView) -> DetailView:
    """The largest overdue first; beside it the last look before the span."""
    start = shown.period.days.start
    since = date.fromordinal(start.toordinal() - work.rules.digest.snapshot_days)
    looks = await digest.snapshots(work.tx, team.ids, since, date.fromordinal(start.toordinal() - 1))
    before = {look.manager_id: look for look in looks}
    lines = [
        DebtLine(
            team.name(total.manager_id),
            total.debt,
            total.overdue,
            look.debt if (look := before.get(total.manager_id)) else None,
            look.overdue if look else None,
        )
        for total in await receivables.totals(work.tx, team.ids)
    ]
    lines.sort(key=lambda line: (-line.overdue, -line.debt, line.name))
    return replace(shown, debts=tuple(lines), since=max((look.day for look in looks), default=None))


@allowed(*LEADING)
async def get_person_period(
    actor: Actor, work: Work, employee_id: int, span: Span, day: date
) -> PersonPeriod:
    """Raises `NotFoundError` for somebody of another team and for who has left, `StaleError` for a day too old or to come."""
    days = _asked(actor, work, span, day)
    now = await read_team(actor, work, work.today(actor))
    team = replace(now, start=days.start, day=days.end)
    lines = await _lines(work, team, days, days_before(span, days.end, work.rules.calendar))
    line = next((one for one in lines if one.id == employee_id), None)
    if line is None:
        raise NotFoundError(what="employee", id=employee_id)
    people = [person for person in team.managers if person.id == employee_id]
    month = await people_month(actor, work, people, month_start(days.end))
    behind = await ALARMS[BEHIND[span]](work, team)
    return PersonPeriod(
        span,
        days,
        line,
        await _outcomes(work, [employee_id], days),
        await _parts(work, employee_id, span, days),
        month.get(employee_id, ()),
        next((fact for fact in behind if fact.ref == employee_id), None),
    )


async def _parts(work: Work, employee_id: int, span: Span, days: Days) -> tuple[tuple[date, int, int], ...]:
    """Days of a week on which there was work, weeks of a month."""
    found: dict[date, tuple[int, int]] = {}
    for day in each_day(days.start, days.end):
        if span is Span.MONTH or work.rules.calendar.is_working(day):
            found.setdefault(_part_of(span, day, days), (0, 0))
    for row in await counters.of_team(work.tx, [employee_id], days.start, days.end):
        part = _part_of(span, row.day, days)
        calls, amount = found.get(part, (0, 0))
        found[part] = (calls + row.calls, amount + row.order_sum)
    return tuple((part, *found[part]) for part in sorted(found))


def _part_of(span: Span, day: date, days: Days) -> date:
    return day if span is Span.WEEK else max(week_start(day), days.start)
