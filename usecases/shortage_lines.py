"""A wish and the order it came from: what lacks leaves the order, what stands in for it enters."""

from dataclasses import dataclass
from decimal import Decimal

from domain.actors import Actor
from domain.orders import OrderStatus
from domain.shortages import missing_of
from storage import orders, shortages
from storage.clients import Client
from storage.orders import Line, Order
from storage.products import Product
from storage.shortages import Shortage
from usecases.access import inner
from usecases.order_changes import UNSHIPPED, change_line
from usecases.orders import begin_draft, count_total, get_product, put
from usecases.work import Work

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of an order: `desk` is one that sales support has in hands, and is to be told; `taken` left it.

    `apart`: it is a draft begun for these goods alone; what else is open for the client stays as it is.
    """

    order: int | None = None
    desk: bool = False
    taken: Decimal = NOTHING
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Goods:
    """`quantity` in the product's own unit."""

    product: Product
    quantity: Decimal


@inner
async def take_out(actor: Actor, work: Work, wish: Shortage, client: Client | None) -> Moved:
    """What lacks is no longer in the order; what is there stays. An order past changing, or gone, is left alone."""
    order = await _open_order(work, actor, wish)
    if order is None or client is None or wish.product_id is None or not wish.quantity:
        return Moved()
    row = await _row(work, order, wish.product_id)
    if row is None:
        return Moved(order.id)
    lacks = await _lacks(work, order, row)
    if not lacks:
        return Moved(order.id)
    left = row.quantity - lacks
    if order.status != OrderStatus.DRAFT:
        await change_line(work, actor, order, row.product_id, quantity=left, lacks=True)
        return Moved(order.id, desk=True, taken=lacks)
    await _keep(work, order, client, row, left)
    return Moved(order.id, taken=lacks)


async def _lacks(work: Work, order: Order, row: Line) -> Decimal:
    """Of the line as it now is: it may have been changed since the wish was opened."""
    if order.status == OrderStatus.DRAFT:
        return missing_of(row.quantity, (await get_product(work, row.product_id)).stock)
    return NOTHING if row.short is None else max(row.quantity - Decimal(row.short), NOTHING)


async def _open_order(work: Work, actor: Actor, wish: Shortage) -> Order | None:
    order = await orders.find_locked(work.tx, wish.order_id) if wish.order_id is not None else None
    if order is None:
        return None
    if order.status == OrderStatus.DRAFT:
        return order if order.employee_id == actor.id else None
    return order if OrderStatus(order.status) in UNSHIPPED else None


async def _row(work: Work, order: Order, product_id: int) -> Line | None:
    rows = await orders.lines_of(work.tx, order.id)
    return next((row for row in rows if row.product_id == product_id), None)


async def _keep(work: Work, order: Order, client: Client, row: Line, quantity: Decimal) -> None:
    """So much of a draft's line, on the terms that it has; nothing of it is no line."""
    if quantity:
        product = await get_product(work, row.product_id)
        discount = None if row.by_rule else row.discount
        await put(work, order, client, product, quantity, price=row.price, discount=discount)
    else:
        await work.tx.run(orders.DROP_LINE, order_id_=order.id, product=row.product_id)
    await count_total(work, order.id)


@inner
async def put_in(actor: Actor, work: Work, wish: Shortage, client: Client, goods: Goods) -> Moved:
    """Into the order that the wish came from, or into a draft of its own where that is past changing."""
    order = await _open_order(work, actor, wish)
    if order is None:
        return await put_in_draft(actor, work, wish, client, goods)
    row = await _row(work, order, goods.product.id)
    whole = goods.quantity + (row.quantity if row is not None else NOTHING)
    if order.status != OrderStatus.DRAFT:
        await change_line(work, actor, order, goods.product.id, quantity=whole, lacks=True)
        return Moved(order.id, desk=True)
    await _add(work, order, client, row, Goods(goods.product, whole))
    return Moved(order.id)


async def _add(work: Work, order: Order, client: Client, row: Line | None, goods: Goods) -> None:
    if row is not None:
        await _keep(work, order, client, row, goods.quantity)
        return
    await put(work, order, client, goods.product, goods.quantity)
    await count_total(work, order.id)


@inner
async def put_in_draft(actor: Actor, work: Work, wish: Shortage, client: Client, goods: Goods) -> Moved:
    """The draft of what lacked has at least so much of it, so that a second tap adds nothing."""
    known = await find_draft(actor, work, wish, client)
    order_id = known if known is not None else await begin_draft(actor, work, client.id)
    order = await orders.find_locked(work.tx, order_id)
    assert order is not None
    row = await _row(work, order, goods.product.id)
    if row is None or row.quantity < goods.quantity:
        await _add(work, order, client, row, goods)
    if wish.order_id != order.id:
        await work.tx.run(shortages.SET_ORDER, id_=wish.id, order=order.id)
    return Moved(order.id, apart=known is None)


@inner
async def find_draft(actor: Actor, work: Work, wish: Shortage, client: Client) -> int | None:
    """An open draft begun for this wish, or for another whose goods have come for the same client.

    That in which the goods lacked is older than the wish: what it has of them is the part that was there.
    """
    arrived = await shortages.arrived_of(work.tx, [client.id])
    for one in (wish, *reversed(arrived)):
        order = await _open_order(work, actor, one)
        if order is not None and order.status == OrderStatus.DRAFT and order.created_at > one.at:
            return order.id
    return None
