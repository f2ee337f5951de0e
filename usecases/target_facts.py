"""Plan and fact of a month: of people, of a team, and what the team's sales will come to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby

from domain.absences import Absence
from domain.actors import Actor
from domain.digest import clock_on
from domain.forecast import Forecast, Month, forecast, laid
from domain.norms import elapsed_share
from domain.periods import add_months, month_end, month_start
from domain.targets import Line, TargetKind, Worktime, line_of, total_line, worktime
from storage import absences, contracts, digest, employees, receivables, targets
from usecases.access import inner
from usecases.work import Work

Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TeamMonth:
    """`lines` of the team together, `people` of each of it; `forecast` of the team's sales, None where nothing tells."""

    month: date
    lines: Lines
    people: Mapping[int, Lines]
    forecast: Forecast | None

    def line(self, kind: TargetKind) -> Line:
        return find_line(self.lines, kind)


def find_line(lines: Sequence[Line], kind: TargetKind) -> Line:
    return next(line for line in lines if line.kind is kind)


@inner
async def people_month(actor: Actor, work: Work, people: Sequence[Actor], month: date) -> dict[int, Lines]:
    """All kinds of each, in the order of `TargetKind`; `month` is its first day. Seven reads, whoever many they are."""
    ids = [person.id for person in people]
    set_ = {
        (one.employee_id, one.kind): one.value for one in await targets.of_people(work.tx, ids, month, month)
    }
    facts = await _facts(actor, work, ids, month)
    times = await worktimes(actor, work, people, month)
    return {
        id_: tuple(
            line_of(
                kind,
                set_.get((id_, kind)),
                facts[kind].get(id_, _nothing(kind, month, work, actor)),
                times[id_],
            )
            for kind in TargetKind
        )
        for id_ in ids
    }


def _nothing(kind: TargetKind, month: date, work: Work, actor: Actor) -> int | None:
    """Who is in no list has done nothing; what was owed in a month that is over is known only if somebody looked."""
    over = kind is TargetKind.RECEIVABLES and month_end(month) < work.today(actor)
    return None if over else 0


@inner
async def worktimes(_: Actor, work: Work, people: Sequence[Actor], month: date) -> dict[int, Worktime]:
    """By each one's own clock and absences."""
    away = await absences.of_days(work.tx, [person.id for person in people], month, month_end(month))
    own = {id_: list(found) for id_, found in groupby(away, key=lambda one: one.employee_id)}
    return {
        person.id: worktime(
            month, person.local(work.now), work.rules.calendar, work.rules.norms, own.get(person.id, ())
        )
        for person in people
    }


async def _facts(
    actor: Actor, work: Work, ids: Sequence[int], month: date
) -> dict[TargetKind, dict[int, int]]:
    end = month_end(month)
    counted = await targets.counts(work.tx, ids, month, end)
    window = work.rules.targets.active_days
    until = min(end, max(work.today(actor), month))
    start = until - timedelta(days=window - 1) if window else month
    return {
        TargetKind.SALES: {id_: one.order_sum for id_, one in counted.items()},
        TargetKind.ACTIVE_BASE: await targets.active(work.tx, ids, start, until),
        TargetKind.NEW_CLIENTS: {id_: one.new_clients for id_, one in counted.items()},
        TargetKind.CONTRACTS: await contracts.signed_in(work.tx, ids, month, end),
        TargetKind.CALLS: {id_: one.calls for id_, one in counted.items()},
        TargetKind.OFFERS: {id_: one.offers for id_, one in counted.items()},
        TargetKind.RECEIVABLES: await _overdue(actor, work, ids, month),
    }


async def _overdue(actor: Actor, work: Work, ids: Sequence[int], month: date) -> dict[int, int]:
    """Of this month as it now is; of one that is over as somebody last looked in it."""
    if month_end(month) >= work.today(actor):
        return {one.manager_id: one.overdue for one in await receivables.totals(work.tx, list(ids))}
    seen = await digest.snapshots(work.tx, list(ids), month, month_end(month))
    return {one.manager_id: one.overdue for one in seen}


@inner
async def team_month(
    actor: Actor, work: Work, people: Sequence[Actor], month: date, team_id: int | None = None
) -> TeamMonth:
    """`team_id`: whose own targets go before the sum of its people's. What those did who left since is the team's too."""
    each = await people_month(actor, work, people, month)
    gone = await _gone(actor, work, people, month, team_id)
    own: dict[TargetKind, int | None] = {}
    if team_id is not None:
        own = {one.kind: one.value for one in await targets.of_teams(work.tx, [team_id], month, month)}
    share = await _mean_share(actor, work, people, month) if own else Fraction(0)
    lines = tuple(
        total_line(
            kind,
            own.get(kind),
            [find_line(found, kind) for found in each.values()],
            share,
            [find_line(found, kind) for found in gone.values()],
        )
        for kind in TargetKind
    )
    running = month == month_start(work.today(actor))
    said = (
        await sales_forecast(actor, work, people, work.today(actor), [*gone]) if running and people else None
    )
    return TeamMonth(month, lines, each, said)


async def _gone(
    actor: Actor, work: Work, people: Sequence[Actor], month: date, team_id: int | None
) -> dict[int, Lines]:
    """The month of managers who were dismissed from these people's teams, and had done something in it."""
    teams = {person.team_id for person in people} | ({team_id} if team_id else set())
    left = await employees.left_from(work.tx, teams) if teams else []
    known = await targets.counts(work.tx, [one.id for one in left], month, month_end(month)) if left else {}
    there = [one for one in left if one.id in known]
    return await people_month(actor, work, there, month) if there else {}


async def _mean_share(actor: Actor, work: Work, people: Sequence[Actor], month: date) -> Fraction:
    """How much of the month is over for these people, each by the own days at work."""
    shares = [time.share for time in (await worktimes(actor, work, people, month)).values()]
    return sum(shares, Fraction(0)) / len(shares) if shares else Fraction(0)


@inner
async def sales_forecast(
    actor: Actor, work: Work, people: Sequence[Actor], today: date, gone: Sequence[int] = ()
) -> Forecast | None:
    """Of these people's sales together, at the end of the month of `today`, by its days as they stand this evening.

    For several people a day is one of work while any of them works, or somebody in their place. `gone` have sold with them.
    """
    rules, start = work.rules, month_start(today)
    ids = [person.id for person in people]
    since = add_months(start, -rules.targets.history_months)
    days = await targets.by_day(work.tx, [*ids, *gone], since, today)
    away = await absences.of_days(work.tx, ids, start, month_end(start))
    sums = {month: list(found) for month, found in groupby(days, key=lambda one: month_start(one[0]))}
    first = min(sums, default=start)
    history = []
    month = first
    while month < start:
        working = rules.calendar.working_days(month, month_end(month))
        history.append(laid(month, working, sums.get(month, ())))
        month = add_months(month, 1)
    covered = [
        day for day in rules.calendar.working_days(start, month_end(start)) if _is_covered(day, ids, away)
    ]
    fact = sum(amount for _, amount in sums.get(start, ()))
    passed = _passed(actor, work, people, covered, today)
    return forecast(
        fact, passed, len(covered), start, _begun(history), range_months=rules.targets.range_months
    )


def _passed(actor: Actor, work: Work, people: Sequence[Actor], days: Sequence[date], today: date) -> float:
    """The share of these days that is over by the clock of the first of them."""
    if not days:
        return 1.0
    whole = sum(day < today for day in days)
    clock = clock_on(today, (people[0] if people else actor).local(work.now))
    norms = work.rules.norms
    return (whole + (float(elapsed_share(clock, norms)) if today in days else 0.0)) / len(days)


def _is_covered(day: date, ids: Collection[int], away: Sequence[Absence]) -> bool:
    """Somebody of them works, or a deputy does."""
    left_alone = {one.employee_id for one in away if one.covers(day) and one.deputy_id is None}
    return len(left_alone) < len(set(ids))


def _begun(history: Sequence[Month]) -> list[Month]:
    """Without the first month of all: nobody knows on which of its days they began."""
    return list(history[1:])
