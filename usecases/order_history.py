"""What a client took last."""

from domain.actors import SELLING, Actor
from screens.order_history import LastOrders
from storage import orders
from usecases.access import allowed
from usecases.order_views import order_view
from usecases.scope import get_client
from usecases.work import Work

SHOWN = 3


@allowed(*SELLING)
async def last_orders(actor: Actor, work: Work, client_id: int) -> LastOrders:
    """The last orders that were handed over, newest first. Raises `NotFoundError`."""
    client = await get_client(actor, work, client_id)
    found = await orders.last_of(work.tx, client.id, SHOWN)
    shown = [
        (one.day or actor.local(one.created_at).date(), await order_view(work, actor, one)) for one in found
    ]
    return LastOrders(client.id, client.name, tuple(shown), work.today(actor))
