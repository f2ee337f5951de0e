"""The credit standing of a client, from what is known of its payments, promises, debt and orders."""

from datetime import timedelta

from domain.actors import Actor
from domain.standing import Figures, growth, level_of, median_delay, percent
from screens.standing import StandingView
from storage import standing
from storage.clients import Client
from usecases.access import inner
from usecases.credit import credit_of
from usecases.ledger import read_statement
from usecases.reliability import find_check
from usecases.work import Work


@inner
async def find_standing(actor: Actor, work: Work, client: Client) -> StandingView | None:
    """Of a client that the actor may see; None where there is not one figure."""
    today, settings = work.today(actor), work.rules.standing
    since = today - timedelta(days=settings.ledger_days)
    settled = await read_statement(work, client, since, today)
    figures = Figures(
        delay=median_delay(settled, client.payment_delay, settings),
        kept=(client.promises_kept, client.promises_judged) if client.promises_judged else None,
        overdue=percent(client.overdue, client.debt),
        growth=await _growth(actor, work, client),
        used=await _used(actor, work, client),
    )
    if not figures.count:
        return None
    return StandingView(level_of(figures, settings), figures, await find_check(actor, work, client.id))


async def _growth(actor: Actor, work: Work, client: Client) -> int | None:
    """None before both spans were whole: orders that were never written here must not look like growth."""
    days = timedelta(days=work.rules.standing.growth_days)
    since = work.today(actor) - days
    found = await standing.bought(work.tx, client.id, since, since - days)
    if found.first is None or found.first > since - days:
        return None
    return growth(found.now, found.before)


async def _used(actor: Actor, work: Work, client: Client) -> int | None:
    """With what was ordered since the debts were last known, as an order is judged."""
    if not client.credit_limit:
        return None
    verdict = await credit_of(work, client, 0, work.today(actor))
    return percent(verdict.debt_after, client.credit_limit)
