"""What a week and a month say of a manager: who is behind, and whose they were."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from domain.digest import AlarmKind, Days, Span, WinKind, clock_on, days_of
from domain.norms import elapsed_share
from domain.periods import month_start
from domain.targets import Line, TargetKind
from screens.digest_views import Fact
from usecases.digest_team import Team, calls_for_others, counted_in, worked_days
from usecases.target_facts import find_line, people_month
from usecases.work import Work


async def norms_in(work: Work, team: Team, days: Days) -> dict[int, tuple[int, Fraction]]:
    """Calls asked of each manager for the days that have begun by `team.day`, and how many of them by the clock.

    Of working days at work only.
    """
    end = min(days.end, team.day)
    norm = work.rules.norms.calls
    found: dict[int, tuple[int, Fraction]] = {}
    worked = await worked_days(work, team, Days(days.start, end))
    for person in team.managers:
        own = worked[person.id]
        there = end in own
        share = elapsed_share(clock_on(end, person.local(work.now)), work.rules.norms) if there else 0
        found[person.id] = (norm * len(own), norm * (len(own) - there + Fraction(share)))
    return found


async def sales_of(work: Work, team: Team, month: date) -> Mapping[int, Line]:
    """Plan and fact of each manager's sales in the month of `month`."""
    found = await people_month(team.actor, work, team.managers, month_start(month))
    return {id_: find_line(lines, TargetKind.SALES) for id_, lines in found.items()}


async def week_behind(work: Work, team: Team) -> list[Fact]:
    """Fewer calls than half of what the days at work asked for by now, once half a day's norm has been asked."""
    days = days_of(Span.WEEK, team.day)
    norms = await norms_in(work, team, days)
    counted = await counted_in(work, team, Days(days.start, team.day))
    others = await calls_for_others(work, team, Days(days.start, team.day))
    made = {person.id: counted[person.id].calls + others.get(person.id, 0) for person in team.managers}
    enough = Fraction(work.rules.norms.calls, 2)
    behind = [
        person
        for person in team.managers
        if norms[person.id][1] >= enough and made[person.id] * 2 < norms[person.id][1]
    ]
    behind.sort(key=lambda person: (made[person.id], person.name, person.id))
    return [
        Fact(
            AlarmKind.WEEK_BEHIND,
            one.id,
            one.id,
            one.name,
            count=made[one.id],
            norm=norms[one.id][0],
            day=team.day,
        )
        for one in behind
    ]


async def month_behind(work: Work, team: Team) -> list[Fact]:
    """Sales short of the plan's pace by more than is usual; `amount` was asked of the whole month, `paid` is there."""
    sales = await sales_of(work, team, team.day)
    least = work.rules.digest.behind_percent
    behind = [
        (line.percent, person, line)
        for person in team.managers
        if (line := sales[person.id]).percent is not None and line.percent < least
    ]
    behind.sort(key=lambda one: (one[0], one[1].name, one[1].id))
    return [
        Fact(
            AlarmKind.MONTH_BEHIND,
            person.id,
            person.id,
            person.name,
            amount=line.target,
            paid=line.fact or 0,
            count=percent or 0,
            day=team.day,
        )
        for percent, person, line in behind
    ]


async def week_best(work: Work, team: Team) -> list[Fact]:
    """The manager with the largest sum of orders."""
    return await _best(work, team, WinKind.WEEK_BEST, Span.WEEK)


async def month_best(work: Work, team: Team) -> list[Fact]:
    return await _best(work, team, WinKind.MONTH_BEST, Span.MONTH)


async def _best(work: Work, team: Team, kind: WinKind, span: Span) -> list[Fact]:
    counted = await counted_in(work, team, Days(days_of(span, team.day).start, team.day))
    sold = [(counted[one.id].order_sum, one) for one in team.managers if counted[one.id].order_sum > 0]
    if not sold:
        return []
    amount, best = min(sold, key=lambda one: (-one[0], one[1].name, one[1].id))
    return [
        Fact(kind, best.id, best.id, best.name, amount=amount, count=counted[best.id].orders, day=team.day)
    ]
