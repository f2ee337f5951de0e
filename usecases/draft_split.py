"""A draft that had lines before something new came to it: said, and what is new leaves it on demand."""

from collections.abc import Sequence
from dataclasses import replace

from domain.actors import SELLING, Actor
from screens.order_views import Carried, Typed
from storage import order_pages, orders
from storage.clients import Client
from storage.orders import Order
from usecases.access import allowed
from usecases.order_entry import SET_DOUBTS
from usecases.order_sums import sums_of
from usecases.order_views import doubts_of
from usecases.orders import add_draft, count_total, get_product, own_draft, put, typed_discount
from usecases.work import Work


@allowed(*SELLING)
async def find_carried(actor: Actor, work: Work, order_id: int, *, earlier: bool = False) -> Carried | None:
    """What the draft has already; None where that is nothing, and of a draft begun today where only an `earlier` one counts."""
    order, _ = await own_draft(work, actor, order_id)
    day = actor.local(order.created_at).date()
    if earlier and day >= work.today(actor):
        return None
    sums = await sums_of(work, order.id)
    asked = tuple(doubt.text for doubt in doubts_of(order))
    return Carried(day, sums.lines, sums.amount, asked) if sums.lines or asked else None


def added(known: Typed | None, new: Typed) -> Typed:
    """One line after another about the same goods: how much was said in all, and what the draft had before the first."""
    if known is None:
        return new
    said = known.said + new.said if new.more else new.said
    return replace(known, said=said)


@allowed(*SELLING)
async def split(
    actor: Actor, work: Work, order_id: int, typed: Sequence[Typed], carried: Carried | None
) -> int:
    """The id of one more draft, with the lines `typed` and the questions asked since; the old one is as it was `carried`."""
    order, client = await own_draft(work, actor, order_id)
    apart_id = await add_draft(actor, work, order.id)
    if apart_id == order.id or carried is None:
        return apart_id
    apart, _ = await own_draft(work, actor, apart_id)
    for one in typed:
        await _move(work, order, apart, client, one)
    doubts = doubts_of(order)
    for id_, kept in (
        (order.id, [doubt for doubt in doubts if doubt.text in carried.asked]),
        (apart.id, [doubt for doubt in doubts if doubt.text not in carried.asked]),
    ):
        await work.tx.run(SET_DOUBTS, id_=id_, doubts=[doubt.stored() for doubt in kept] or None)
        await count_total(work, id_)
    return apart.id


async def _move(work: Work, order: Order, apart: Order, client: Client, one: Typed) -> None:
    """At the price and discount that it has now; what the old draft had of it before is there again."""
    row = await order_pages.line_of(work.tx, order.id, one.product)
    if row is None:
        return
    product = await get_product(work, one.product)
    await put(work, apart, client, product, one.said, price=row.price, discount=typed_discount(row))
    if one.before is None:
        await work.tx.run(orders.DROP_LINE, order_id_=order.id, product=one.product)
    else:
        await put(work, order, client, product, one.before, price=one.price, discount=one.discount)
