"""The fair comparison of managers: shares of the own plan and of what the own base orders, never sums."""

from collections.abc import Sequence
from datetime import timedelta
from math import ceil

from domain.actors import SELLING, Actor, Role
from domain.periods import month_start
from domain.targets import Base, Standing, TargetKind, Worktime, middle, placed, standing, worktime
from screens.target_steps import RanksView
from storage import employees, targets
from usecases.access import allowed
from usecases.target_facts import find_line, people_month, worktimes
from usecases.work import Work

BASE_DAYS = 180  # who has not ordered for so long is no part of the base; a usual order is that of these days


@allowed(*SELLING)
async def open_ranks(actor: Actor, work: Work) -> RanksView:
    """Of who leads, everybody's line; a manager sees the own line beside the team's medians, and nobody else's."""
    if actor.leads:
        people = await employees.managers_of(work.tx, actor)
    else:
        team = await employees.of_team(work.tx, actor.team_id)
        people = [person for person in team if person.role is Role.MANAGER]
    found = placed(await _standings(actor, work, people), work.rules.targets)
    names = {person.id: person.name for person in people}
    shown = found if actor.leads else tuple(one for one in found if one.employee_id == actor.id)
    rows = tuple((names[one.employee_id], one) for one in shown)
    return RanksView(work.today(actor), rows, middle(found), len(found), own=not actor.leads)


async def _standings(actor: Actor, work: Work, people: Sequence[Actor]) -> list[Standing]:
    today = work.today(actor)
    month = month_start(today)
    ids = [person.id for person in people]
    lines = await people_month(actor, work, people, month)
    times = await worktimes(actor, work, people, month)
    since = month - timedelta(days=BASE_DAYS)
    bases = await targets.base(work.tx, ids, since)
    before = await targets.counts(work.tx, ids, since, month - timedelta(days=1))
    found = []
    for person in people:
        row, sold = bases.get(person.id), before.get(person.id)
        base = Base()
        if row is not None:
            usual = sold.order_sum // sold.orders if sold is not None and sold.orders > 0 else 0
            base = Base(row.clients, row.rhythmic, row.orders_a_day, max(usual, 0))
        time = times[person.id]
        found.append(
            standing(
                person.id,
                find_line(lines[person.id], TargetKind.SALES),
                base,
                days=_days(work, person, time),
                calls=find_line(lines[person.id], TargetKind.CALLS).fact or 0,
                worked=ceil(time.passed),
                settings=work.rules.targets,
            )
        )
    return found


def _days(work: Work, person: Actor, time: Worktime) -> float:
    """Calendar days of the month so far, less in proportion where the person was away."""
    today = work.today(person)
    whole = worktime(today, person.local(work.now), work.rules.calendar, work.rules.norms)
    share = float(time.passed / whole.passed) if whole.passed else 1.0
    return today.day * share
