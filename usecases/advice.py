"""Offering more to a draft: what may be offered, taking it, and noting that the client does not take it."""

from decimal import Decimal

from domain.actors import SELLING, Actor
from domain.advice import declined_until
from screens.advice_views import AdviceList
from screens.order_views import Note
from storage import advice, order_pages
from usecases.access import allowed
from usecases.advice_views import advice_for
from usecases.orders import get_product, own_draft, set_quantity
from usecases.work import Work


@allowed(*SELLING)
async def get_advice(actor: Actor, work: Work, order_id: int) -> AdviceList:
    order, client = await own_draft(work, actor, order_id)
    return AdviceList(order.id, client.name, await advice_for(actor, work, order, client))


@allowed(*SELLING)
async def add_advised(
    actor: Actor, work: Work, order_id: int, product_id: int, quantity: Decimal
) -> list[Note]:
    """A line that is there stays as it is, so that a second tap adds nothing. Raises `NotFoundError` for goods that are gone."""
    order, _ = await own_draft(work, actor, order_id)
    if await order_pages.line_of(work.tx, order.id, product_id) is not None:
        return []
    return [await set_quantity(actor, work, order.id, product_id, quantity)]


@allowed(*SELLING)
async def decline_advised(actor: Actor, work: Work, order_id: int, product_id: int) -> list[Note]:
    """The client is not offered it for a while, by whoever drafts."""
    _, client = await own_draft(work, actor, order_id)
    product = await get_product(work, product_id)
    await advice.decline(work.tx, client.id, product.id, declined_until(work.today(actor)))
    return [Note("note-declined", product.name)]
