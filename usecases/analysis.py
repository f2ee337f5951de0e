"""What one's own calls tell, or a team's: when clients pick up, how it ends, what changed."""

from collections.abc import Iterable
from datetime import date, timedelta

from domain.actors import LEADING, SELLING, Actor
from domain.analysis import (
    HOUR_DAYS,
    Hour,
    View,
    Week,
    find_changes,
    first_day,
    in_weeks,
    main_finding,
)
from domain.outcomes import Outcome, RefusalReason, is_reached
from screens.analysis import Analysis, Person
from storage import analysis
from usecases.access import allowed, inner
from usecases.digest_team import read_team
from usecases.errors import NotFoundError
from usecases.work import Work

OUTCOMES = {one.value: one for one in Outcome}
REASONS = {one.value: one for one in RefusalReason}


@allowed(*SELLING)
async def get_analysis(actor: Actor, work: Work, employee_id: int = 0, view: View | None = None) -> Analysis:
    """Of oneself, or of the team for who leads (0), or of one of its people. Raises `NotFoundError` for a foreign one."""
    ids, name = await _whose(actor, work, employee_id)
    today = work.today(actor)
    hours = await _hours(work, ids, today)
    weeks = await _weeks(work, ids, today)
    changes = find_changes(weeks)
    return Analysis(
        today=today,
        employee=employee_id,
        name=name,
        team=actor.leads and not employee_id,
        leads=actor.leads,
        view=view,
        hours=hours,
        weeks=weeks,
        changes=changes,
        main=main_finding(hours, changes),
    )


@inner
async def _whose(actor: Actor, work: Work, employee_id: int) -> tuple[list[int], str]:
    if not actor.leads:
        if employee_id not in {0, actor.id}:
            raise NotFoundError(what="employee", id=employee_id)
        return [actor.id], ""
    team = await read_team(actor, work, work.today(actor))
    if not employee_id:
        return team.ids, ""
    if employee_id not in team.ids:
        raise NotFoundError(what="employee", id=employee_id)
    return [employee_id], team.name(employee_id)


async def _hours(work: Work, ids: list[int], today: date) -> tuple[Hour, ...]:
    """From the first hour with calls to the last; those between without any are there too."""
    counted: dict[int, tuple[int, int]] = {}
    start = today - timedelta(days=HOUR_DAYS - 1)
    for hour, code, count in await analysis.by_hour(work.tx, ids, start, today):
        outcome = OUTCOMES.get(code)
        if outcome is not None:
            calls, reached = counted.get(hour, (0, 0))
            counted[hour] = calls + count, reached + count * is_reached(outcome)
    if not counted:
        return ()
    return tuple(Hour(hour, *counted.get(hour, (0, 0))) for hour in range(min(counted), max(counted) + 1))


async def _weeks(work: Work, ids: list[int], today: date) -> tuple[Week, ...]:
    found = await analysis.by_day(work.tx, ids, first_day(today), today)
    return in_weeks(today, _read(found))


def _read(
    found: Iterable[tuple[date, str, str | None, int]],
) -> Iterable[tuple[date, Outcome, RefusalReason | None, int]]:
    """Without the outcomes that nobody knows any more. A reason is a refusal's; an own outcome keeps its code in its place."""
    for day, code, reason, count in found:
        outcome = OUTCOMES.get(code)
        if outcome is not None:
            yield day, outcome, REASONS.get(reason or "") if outcome is Outcome.REFUSAL else None, count


@allowed(*LEADING)
async def list_people(actor: Actor, work: Work) -> tuple[Person, ...]:
    """The managers whose calls the actor may look at, by name."""
    team = await read_team(actor, work, work.today(actor))
    return tuple(Person(person.id, person.name) for person in team.managers)
