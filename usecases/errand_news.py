"""What the call list has to know of errands: what waits for the person, and what is to be done with which client."""

from domain.actors import Actor
from screens.errand_views import ErrandNews
from storage import errands
from usecases.access import inner
from usecases.errand_views import row_of
from usecases.work import Work

READ, QUOTED = 30, 80


@inner
async def news_of(actor: Actor, work: Work) -> ErrandNews | None:
    """For the top of the morning list: what waits to be done; None for nothing."""
    found = await errands.rows(work.tx, errands.OF_DOER, READ, doer=actor.id)
    rows = [row_of(actor, one, work.now) for one in found if one.status.is_open]
    return ErrandNews(len(rows), sum(one.late for one in rows), rows[0]) if rows else None


@inner
async def errands_for(actor: Actor, work: Work, client_ids: list[int]) -> dict[int, str]:
    """For the call list: what is to be done with each of these clients, the nearest term first."""
    found = await errands.of_clients(work.tx, actor.id, client_ids)
    return {client: text[:QUOTED] for client, (text, _) in found.items()}
