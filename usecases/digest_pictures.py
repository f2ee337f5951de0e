"""What a digest draws: plan against fact of a month by manager, and what is owed by age."""

from datetime import date, timedelta

from domain.actors import LEADING, Actor
from domain.ageing import Bucket, Receivable, age
from domain.digest import Span
from screens.digest_period_views import AgeingOf, Period
from storage import receivables
from usecases.access import allowed
from usecases.digest_period import read_period
from usecases.digest_team import choose_team, read_team
from usecases.work import Work

MOST_READ = 30


@allowed(*LEADING)
async def read_month(actor: Actor, work: Work, day: date, team_id: int = 0) -> Period:
    """Raises as `read_period`."""
    return await read_period(actor, work, Span.MONTH, day, team_id=team_id)


@allowed(*LEADING)
async def read_ageing(actor: Actor, work: Work, team_id: int = 0) -> list[AgeingOf]:
    """As of now, of each manager whose clients owe. Raises `NotFoundError` for a foreign team."""
    await choose_team(actor, work, team_id)
    today = work.today(actor)
    team = await read_team(actor, work, today, team_id)
    owing = [total.manager_id for total in await receivables.totals(work.tx, team.ids) if total.debt]
    return [AgeingOf(team.name(id_), await _buckets(work, id_, today)) for id_ in owing[:MOST_READ]]


async def _buckets(work: Work, manager_id: int, today: date) -> tuple[Bucket, ...]:
    """Summed by age where they lie: a manager has more documents than a turn may read."""
    ages = await receivables.by_age(work.tx, [manager_id])
    aged = [
        Receivable(0, amount, None if days is None else today - timedelta(days=days))
        for days, amount in ages.items()
    ]
    return age(aged, today, work.rules.ageing).buckets
