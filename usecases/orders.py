"""The manager's drafts: begun, filled, put aside, thrown away."""

from collections import Counter
from datetime import date
from decimal import Decimal

from domain.actors import SELLING, Actor
from domain.orders import MAX_QUANTITY, OrderLine, OrderStatus, check_line, round_half_up, totals
from domain.search import SearchSettings, best_matches, parse_query
from screens.order_views import DraftView, GoodsView, Note, ShelfView, StartView
from storage import clients, order_talk, orders, products
from storage.clients import Client
from storage.orders import Order
from storage.products import Product
from usecases import order_views, scope
from usecases.access import allowed, inner
from usecases.errors import NotFoundError
from usecases.order_errors import (
    DeliveryDayError,
    NotDraftError,
    NothingUsualError,
    OrderAmountError,
    check_text,
)
from usecases.order_views import draft_view, price_of
from usecases.work import Work

RECENT, SHELF, USUAL_ORDERS, FAVOURITES = 8, 8, 10, 8
LONGEST_COMMENT = 500
SET_TOTAL = orders.patch("total")
SET_DELIVERY = orders.patch("delivery")
SET_COMMENT = orders.patch("comment")
SET_STATUS = orders.patch("status")
NO_DISCOUNT = Decimal(0)
THOUSANDTH = Decimal("0.001")


@allowed(*SELLING)
async def start(actor: Actor, work: Work) -> StartView:
    """Open drafts, and the clients of the last orders (then any of the actor's) to begin with."""
    open_ = await orders.drafts_of(work.tx, actor.id, RECENT)
    recent = (await orders.recent_clients(work.tx, actor.id))[:RECENT]
    names = await clients.names(work.tx, [*recent, *(draft.client_id for draft in open_)])
    chosen = [(id_, names[id_]) for id_ in recent if id_ in names]
    if len(chosen) < RECENT:
        first = await clients.page(work.tx, await scope.managers_for(actor, work), 0, RECENT)
        chosen += [(client.id, client.name) for client in first if client.id not in recent]
    drafts = tuple((draft.id, names[draft.client_id], draft.total) for draft in open_)
    return StartView(drafts, tuple(chosen[:RECENT]))


@allowed(*SELLING)
async def find_clients(actor: Actor, work: Work, text: str) -> list[tuple[int, str]]:
    """(client, name), the best first; nothing where nothing is like it."""
    query = parse_query(text)
    found = await clients.search(work.tx, query, await scope.managers_for(actor, work))
    names = {one.client.id: one.client.name for one in found}
    best = best_matches(query, [(one.client.id, one.words, one.numbers) for one in found], SearchSettings())
    return [(id_, names[id_]) for id_, _ in best[:RECENT]]


@allowed(*SELLING)
async def start_draft(actor: Actor, work: Work, client_id: int) -> int:
    """The order id of the client's open draft, begun where there is none."""
    client = await scope.lock_client(actor, work, client_id)
    known = await orders.open_draft(work.tx, client.id, actor.id)
    return known.id if known else await orders.add_draft(work.tx, client.id, actor.id, work.now)


@allowed(*SELLING)
async def get_draft(actor: Actor, work: Work, order_id: int) -> DraftView:
    order, client = await own_draft(work, actor, order_id)
    return await draft_view(work, actor, order, client)


@inner
async def own_draft(work: Work, actor: Actor, order_id: int) -> tuple[Order, Client]:
    """Held for change. Raises `NotFoundError` for another's, `NotDraftError` once it was handed over."""
    order = await orders.find_locked(work.tx, order_id)
    if order is None or order.employee_id != actor.id:
        raise NotFoundError(what="order", id=order_id)
    if order.status != OrderStatus.DRAFT:
        raise NotDraftError(status=order.status)
    return order, await scope.get_client(actor, work, order.client_id)


async def get_product(work: Work, product_id: int) -> Product:
    found = await products.find(work.tx, product_id)
    if found is None:
        raise NotFoundError(what="product", id=product_id)
    return found


async def count_total(work: Work, order_id: int) -> None:
    """Keeps the sum on the order's row: lists read it."""
    rows = await orders.lines_of(work.tx, order_id)
    amount = totals(order_views.as_line(row, "") for row in rows).amount
    await work.tx.run(SET_TOTAL, id_=order_id, total=amount)


async def put(
    work: Work,
    order: Order,
    client: Client,
    product: Product,
    quantity: Decimal,
    *,
    price: int | None = None,
    discount: Decimal | None = None,
) -> None:
    """The line of this product, new or changed; without a price, by the client's column. The total is the caller's."""
    found = price_of(product, client)
    listed = found.amount if found else None
    line = OrderLine(
        product.id,
        product.name,
        quantity,
        product.unit,
        listed if price is None else price,
        discount or NO_DISCOUNT,
    )
    check_line(line)
    await orders.put_line(
        work.tx,
        order.id,
        product.id,
        quantity=line.quantity,
        unit=line.unit,
        price=line.price,
        discount=line.discount,
    )


@allowed(*SELLING)
async def set_quantity(actor: Actor, work: Work, order_id: int, product_id: int, quantity: Decimal) -> Note:
    """In the product's own units; 0 takes the line out. Price and discount of a known line stay."""
    order, client = await own_draft(work, actor, order_id)
    rows = {row.product_id: row for row in await orders.lines_of(work.tx, order.id)}
    known = rows.get(product_id)
    if not quantity:
        name = (await products.by_ids(work.tx, [product_id])).get(product_id)
        await work.tx.run(orders.DROP_LINE, order_id_=order.id, product=product_id)
        await count_total(work, order.id)
        return Note("note-removed", name.name if name else "")
    product = await get_product(work, product_id)
    price, discount = (known.price, known.discount) if known else (None, None)
    await put(work, order, client, product, quantity, price=price, discount=discount)
    await count_total(work, order.id)
    return Note("note-set", product.name, known.quantity if known else None, quantity, product.unit)


@allowed(*SELLING)
async def step_quantity(actor: Actor, work: Work, order_id: int, product_id: int, quantity: Decimal) -> Note:
    """Of a line that is there. Raises `NotFoundError` for one that was taken out meanwhile."""
    rows = await orders.lines_of(work.tx, order_id)
    if all(row.product_id != product_id for row in rows):
        raise NotFoundError(what="line", id=product_id)
    return await set_quantity(actor, work, order_id, product_id, quantity)


@allowed(*SELLING)
async def change_line(actor: Actor, work: Work, order_id: int, product_id: int, text: str) -> None:
    """Typed: «30», «2 кор», «по 150», «скидка 5%». Raises `OrderAmountError` for anything else."""
    from capture.changes import read_change
    from domain.units import factor

    order, client = await own_draft(work, actor, order_id)
    product = await get_product(work, product_id)
    known = {row.product_id: row for row in await orders.lines_of(work.tx, order.id)}.get(product_id)
    change = read_change(text)
    if change is None or (known is None and change.quantity is None):
        raise OrderAmountError(text=text)
    each, per = (
        factor(unit, product.unit, product.pack_size) if unit else Decimal(1)
        for unit in (change.unit, change.price_unit)
    )
    if each is None or per is None or (change.quantity or 0) > MAX_QUANTITY:
        raise OrderAmountError(text=text)
    quantity = (
        change.quantity * each if change.quantity is not None else known.quantity if known else NO_DISCOUNT
    )
    price = known.price if known else None
    if change.price is not None:
        price = round_half_up(Decimal(change.price) / per)
    discount = change.discount if change.discount is not None else known.discount if known else None
    exact = quantity.quantize(THOUSANDTH)
    await put(work, order, client, product, exact, price=price, discount=discount)
    await count_total(work, order.id)


@allowed(*SELLING)
async def like_last(actor: Actor, work: Work, order_id: int) -> list[Note]:
    """The lines of the client's last order at today's prices; what the draft has already stays as it is."""
    order, client = await own_draft(work, actor, order_id)
    last = await orders.last_of(work.tx, client.id, 1)
    if not last:
        raise NothingUsualError
    return await copy_lines(work, last[0].id, order, client)


async def copy_lines(work: Work, source: int, order: Order, client: Client) -> list[Note]:
    """Notes name what is no longer sold."""
    present = {row.product_id for row in await orders.lines_of(work.tx, order.id)}
    rows = [row for row in await orders.lines_of(work.tx, source) if row.product_id not in present]
    ids = [row.product_id for row in rows]
    known, gone = await products.by_ids(work.tx, ids), await products.gone(work.tx, ids)
    for row in rows:
        if row.product_id not in gone:
            await put(work, order, client, known[row.product_id], row.quantity, discount=row.discount)
    await count_total(work, order.id)
    return [Note("note-gone", known[id_].name) for id_ in ids if id_ in gone]


@allowed(*SELLING)
async def set_delivery(actor: Actor, work: Work, order_id: int, day: date | None) -> None:
    """None: not agreed yet. Raises `DeliveryDayError` for a day that has passed."""
    order, _ = await own_draft(work, actor, order_id)
    if day is not None and day < work.today(actor):
        raise DeliveryDayError(text=day)
    await work.tx.run(SET_DELIVERY, id_=order.id, delivery=day)


@allowed(*SELLING)
async def set_delivery_typed(actor: Actor, work: Work, order_id: int, text: str) -> None:
    from capture.answers import read_day

    day = read_day(text, work.today(actor), work.rules.calendar)
    if day is None:
        raise DeliveryDayError(text=text)
    await set_delivery(actor, work, order_id, day)


@allowed(*SELLING)
async def set_comment(actor: Actor, work: Work, order_id: int, text: str) -> None:
    order, _ = await own_draft(work, actor, order_id)
    await work.tx.run(SET_COMMENT, id_=order.id, comment=check_text(text, LONGEST_COMMENT))


@allowed(*SELLING)
async def drop_draft(actor: Actor, work: Work, order_id: int) -> str:
    """The client's name. A draft that was once handed over keeps its history as a refused order."""
    order, client = await own_draft(work, actor, order_id)
    if await order_talk.events_of(work.tx, order.id):
        await work.tx.run(SET_STATUS, id_=order.id, status=OrderStatus.REFUSED)
    else:
        await orders.delete(work.tx, order.id)
    return client.name


@allowed(*SELLING)
async def catalogue(
    actor: Actor, work: Work, order_id: int
) -> tuple[tuple[GoodsView, ...], list[tuple[str, int]]]:
    """What this client takes most often and the draft has not, and the groups by (name, one of its products)."""
    order, client = await own_draft(work, actor, order_id)
    present = {row.product_id for row in await orders.lines_of(work.tx, order.id)}
    usual = [id_ for id_ in await favourites(work, client.id) if id_ not in present]
    known, gone = await products.by_ids(work.tx, usual), await products.gone(work.tx, usual)
    goods = [goods_view(known[id_], client, None) for id_ in usual if id_ not in gone]
    return tuple(goods[:FAVOURITES]), await products.shelves(work.tx)


async def favourites(work: Work, client_id: int) -> list[int]:
    """Products of the client's last orders, the most frequent first."""
    last = await orders.last_of(work.tx, client_id, USUAL_ORDERS)
    counted = Counter(await orders.products_of(work.tx, [order.id for order in last]))
    return [id_ for id_, _ in counted.most_common()]


def goods_view(product: Product, client: Client, in_order: Decimal | None) -> GoodsView:
    found = price_of(product, client)
    return GoodsView(
        product.id,
        product.name,
        product.unit,
        found.amount if found else None,
        product.pack_size,
        product.stock,
        in_order,
        product.group_name,
    )


@allowed(*SELLING)
async def shelf(actor: Actor, work: Work, order_id: int, product_id: int, at: int) -> ShelfView:
    """A page of the group that has this product."""
    order, client = await own_draft(work, actor, order_id)
    named = (await products.by_ids(work.tx, [product_id])).get(product_id)
    if named is None:
        raise NotFoundError(what="product", id=product_id)
    found = await products.of_group(work.tx, named.group_name, max(at, 0), SHELF + 1)
    rows = {row.product_id: row.quantity for row in await orders.lines_of(work.tx, order.id)}
    goods = tuple(goods_view(product, client, rows.get(product.id)) for product in found[:SHELF])
    return ShelfView(order.id, named.group_name, product_id, goods, max(at, 0), len(found) > SHELF)


@allowed(*SELLING)
async def get_goods(actor: Actor, work: Work, order_id: int, product_id: int) -> GoodsView:
    """A product beside the draft; one taken off the price list only while the draft has it."""
    order, client = await own_draft(work, actor, order_id)
    row = {row.product_id: row for row in await orders.lines_of(work.tx, order.id)}.get(product_id)
    known = (await products.by_ids(work.tx, [product_id])).get(product_id)
    if known is None or (row is None and await products.gone(work.tx, [product_id])):
        raise NotFoundError(what="product", id=product_id)
    return goods_view(known, client, row.quantity if row else None)
