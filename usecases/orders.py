"""The manager's drafts: begun, filled, put aside, thrown away."""

from collections import Counter
from datetime import date
from decimal import Decimal

from domain.actors import SELLING, Actor
from domain.basket import due_basket, usual_basket
from domain.orders import MAX_QUANTITY, OrderLine, OrderStatus, check_line, round_half_up
from domain.search import SearchSettings, best_matches, parse_query
from screens.order_views import DraftRow, DraftsView, DraftView, LineCard, MoreView, Note, StartView
from storage import approvals, clients, order_pages, order_talk, orders, products
from storage.clients import Client
from storage.orders import Line, Order
from storage.products import Product
from usecases import order_views, pricing, scope
from usecases.access import allowed, inner
from usecases.errors import NotFoundError
from usecases.order_errors import (
    ClientMovedError,
    DeliveryDayError,
    NotDraftError,
    NothingUsualError,
    OrderAmountError,
    check_text,
)
from usecases.order_papers import count_papers, forget_papers
from usecases.order_sums import sums_of
from usecases.order_terms import begin_as_last
from usecases.order_views import DRAFT_LINES, draft_view, price_of
from usecases.work import Work

RECENT, USUAL_ORDERS, MOST_USUAL, OPEN_SHOWN, DRAFTS_SHOWN = 8, 10, 60, 5, 20
LONGEST_COMMENT, LONGEST_LINE_COMMENT = 500, 200
SET_TOTAL = orders.patch("total")
SET_DELIVERY = orders.patch("delivery")
SET_COMMENT = orders.patch("comment")
SET_STATUS = orders.patch("status")
NO_DISCOUNT = Decimal(0)
THOUSANDTH = Decimal("0.001")


@allowed(*SELLING)
async def start(actor: Actor, work: Work) -> StartView:
    """Open drafts, and the clients of the last orders (then any of the actor's) to begin with."""
    page = await list_drafts(actor, work, 0, OPEN_SHOWN)
    count = await _count_own(actor, work) if page.more else len(page.drafts)
    recent = (await orders.recent_clients(work.tx, actor.id))[:RECENT]
    names = await clients.names(work.tx, recent)
    chosen = [(id_, names[id_]) for id_ in recent if id_ in names]
    if len(chosen) < RECENT:
        first = await clients.page(work.tx, await scope.managers_for(actor, work), 0, RECENT)
        chosen += [(client.id, client.name) for client in first if client.id not in recent]
    return StartView(page.drafts, count, tuple(chosen[:RECENT]), page.today)


async def _count_own(actor: Actor, work: Work) -> int:
    return await order_pages.count_own(work.tx, actor.id, await scope.managers_for(actor, work))


@allowed(*SELLING)
async def list_drafts(actor: Actor, work: Work, at: int = 0, size: int = DRAFTS_SHOWN) -> DraftsView:
    """The actor's own, the newest first; without those whose client a colleague has now."""
    found = await order_pages.own_drafts(
        work.tx, actor.id, await scope.managers_for(actor, work), at, size + 1
    )
    names = await clients.names(work.tx, [draft.client_id for draft in found])
    rows = tuple(
        [await _draft_row(actor, work, draft, names.get(draft.client_id, "")) for draft in found[:size]]
    )
    return DraftsView(rows, at, len(found) > size, work.today(actor))


async def _draft_row(actor: Actor, work: Work, draft: Order, client: str) -> DraftRow:
    """A draft without a sum may have questions, or lines that have no price."""
    empty = not (draft.total or draft.doubts or await order_pages.count_lines(work.tx, draft.id))
    return DraftRow(draft.id, client, draft.total, actor.local(draft.created_at).date(), empty)


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
    """The order id of the client's newest open draft, begun where there is none."""
    client = await scope.lock_client(actor, work, client_id)
    known = await orders.open_draft(work.tx, client.id, actor.id)
    return known.id if known else await _begin(work, actor, client.id)


@allowed(*SELLING)
async def begin_draft(actor: Actor, work: Work, client_id: int) -> int:
    """The order id of a draft of its own: what is open for the client stays as it is."""
    client = await scope.lock_client(actor, work, client_id)
    return await _begin(work, actor, client.id)


async def _begin(work: Work, actor: Actor, client_id: int) -> int:
    order_id = await orders.add_draft(work.tx, client_id, actor.id, work.now)
    await begin_as_last(work, order_id, client_id)
    return order_id


@allowed(*SELLING)
async def add_draft(actor: Actor, work: Work, order_id: int) -> int:
    """One more for the client of this draft; while the newest is empty it is that one, so that a second tap makes no third."""
    _, client = await own_draft(work, actor, order_id)
    newest = await orders.open_draft(work.tx, client.id, actor.id)
    empty = newest is not None and not newest.doubts and not await order_pages.count_lines(work.tx, newest.id)
    return newest.id if newest is not None and empty else await _begin(work, actor, client.id)


@allowed(*SELLING)
async def get_draft(
    actor: Actor, work: Work, order_id: int, at: int = 0, *, product_id: int | None = None
) -> DraftView:
    """The page of lines from `at`, or the one with this product; a rule may have begun or ended since it was looked at."""
    order, client = await own_draft(work, actor, order_id)
    if await pricing.reprice(work, order):
        await count_total(work, order.id)
    if product_id is not None:
        line = await order_pages.line_of(work.tx, order.id, product_id)
        place = await order_pages.place_of(work.tx, line) if line is not None else at
        at = place - place % DRAFT_LINES
    return await draft_view(work, actor, order, client, at)


@allowed(*SELLING)
async def get_more(actor: Actor, work: Work, order_id: int) -> MoreView:
    order, client = await own_draft(work, actor, order_id)
    return MoreView(
        order.id,
        client.id,
        client.name,
        await order_pages.count_lines(work.tx, order.id),
        bool(await orders.last_of(work.tx, client.id, 1)),
        await count_papers(work, order.id),
        await order_pages.count_drafts(work.tx, client.id, actor.id),
    )


@allowed(*SELLING)
async def find_line(actor: Actor, work: Work, order_id: int, product_id: int) -> LineCard | None:
    """None for goods that the draft has not."""
    order, client = await own_draft(work, actor, order_id)
    row = await order_pages.line_of(work.tx, order.id, product_id)
    if row is None:
        return None
    (line,), _ = await order_views.line_views(work, [row], client)
    return LineCard(order.id, await order_pages.place_of(work.tx, row) + 1, line)


@inner
async def own_draft(work: Work, actor: Actor, order_id: int) -> tuple[Order, Client]:
    """Held for change. Raises `NotFoundError` for another's, `NotDraftError` once it was handed over, `ClientMovedError`."""
    order = await orders.find_locked(work.tx, order_id)
    if order is None or order.employee_id != actor.id:
        raise NotFoundError(what="order", id=order_id)
    if order.status != OrderStatus.DRAFT:
        raise NotDraftError(status=order.status)
    managers = await scope.managers_for(actor, work)
    client = await clients.find(work.tx, order.client_id, managers)
    if client is None:
        moved = await orders.find_client(work.tx, order.client_id)
        if moved is None or moved.manager_id in managers:
            raise NotFoundError(what="client", id=order.client_id)
        names = await clients.manager_names(work.tx, [moved.manager_id])
        raise ClientMovedError(name=names.get(moved.manager_id, ""))
    return order, client


async def get_product(work: Work, product_id: int) -> Product:
    found = await products.find(work.tx, product_id)
    if found is None:
        raise NotFoundError(what="product", id=product_id)
    return found


async def count_total(work: Work, order_id: int) -> None:
    """Discounts by rule first, for one line may bring them to others; then the sum on the order's row: lists read it."""
    order = await orders.find(work.tx, order_id)
    if order is not None:
        await pricing.reprice(work, order)
    await work.tx.run(SET_TOTAL, id_=order_id, total=(await sums_of(work, order_id)).amount)


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
    """The line of this product, new or changed; the total, and what the rules give, is the caller's `count_total`.

    Without a price it is that of the client's column; without a discount the rules give one, if the price is not a typed one.
    """
    found = price_of(product, client)
    listed = found.amount if found else None
    by_rule = discount is None and (
        price in {None, listed} or await pricing.is_ruled(work, order.id, product.id, price)
    )
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
        by_rule=by_rule,
        vat_rate=pricing.vat_rate(work, product),
    )


@allowed(*SELLING)
async def get_line(actor: Actor, work: Work, order_id: int, product_id: int) -> LineCard:
    found = await find_line(actor, work, order_id, product_id)
    if found is None:
        raise NotFoundError(what="line", id=product_id)
    return found


@allowed(*SELLING)
async def set_quantity(actor: Actor, work: Work, order_id: int, product_id: int, quantity: Decimal) -> Note:
    """In the product's own units; 0 takes the line out. Price and discount of a known line stay."""
    order, client = await own_draft(work, actor, order_id)
    known = await order_pages.line_of(work.tx, order.id, product_id)
    if not quantity:
        name = (await products.by_ids(work.tx, [product_id])).get(product_id)
        await work.tx.run(orders.DROP_LINE, order_id_=order.id, product=product_id)
        await count_total(work, order.id)
        return Note("note-removed", name.name if name else "")
    product = await get_product(work, product_id)
    price = known.price if known else None
    await put(work, order, client, product, quantity, price=price, discount=typed_discount(known))
    await count_total(work, order.id)
    return Note("note-set", product.name, known.quantity if known else None, quantity, product.unit)


def typed_discount(known: Line | None) -> Decimal | None:
    """What somebody typed; None: the rules say it."""
    return None if known is None or known.by_rule else known.discount


@allowed(*SELLING)
async def step_quantity(actor: Actor, work: Work, order_id: int, product_id: int, quantity: Decimal) -> Note:
    """Of a line that is there. Raises `NotFoundError` for one that was taken out meanwhile."""
    if await order_pages.line_of(work.tx, order_id, product_id) is None:
        raise NotFoundError(what="line", id=product_id)
    return await set_quantity(actor, work, order_id, product_id, quantity)


@allowed(*SELLING)
async def set_line_comment(actor: Actor, work: Work, order_id: int, product_id: int, text: str) -> None:
    """For sales support. Raises `NotFoundError` for a line that was taken out meanwhile."""
    order, _ = await own_draft(work, actor, order_id)
    comment = check_text(text, LONGEST_LINE_COMMENT)
    changed = await work.tx.run(order_pages.SET_COMMENT, order_id_=order.id, product=product_id, text=comment)
    if not changed:
        raise NotFoundError(what="line", id=product_id)


@allowed(*SELLING)
async def change_line(actor: Actor, work: Work, order_id: int, product_id: int, text: str) -> None:
    """Typed: «30», «2 кор», «по 150», «скидка 5%»; «0» takes the line out. Raises `OrderAmountError` for anything else."""
    from capture.changes import read_change
    from domain.units import factor

    order, client = await own_draft(work, actor, order_id)
    product = await get_product(work, product_id)
    known = await order_pages.line_of(work.tx, order.id, product_id)
    change = read_change(text)
    if change is None or (known is None and change.quantity is None):
        raise OrderAmountError(text=text)
    each, per = (
        factor(unit, product.unit, product.pack_size, product.units) if unit else Decimal(1)
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
    discount = change.discount if change.discount is not None else typed_discount(known)
    exact = quantity.quantize(THOUSANDTH)
    if known is not None and change.quantity == 0:
        await set_quantity(actor, work, order.id, product.id, NO_DISCOUNT)
        return
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
    present = await order_pages.products_in(work.tx, order.id)
    rows = [row for row in await orders.lines_of(work.tx, source) if row.product_id not in present]
    ids = [row.product_id for row in rows]
    known, gone = await products.by_ids(work.tx, ids), await products.gone(work.tx, ids)
    for row in rows:
        if row.product_id not in gone:
            discount = typed_discount(row) or None
            await put(work, order, client, known[row.product_id], row.quantity, discount=discount)
    await count_total(work, order.id)
    return [Note("note-gone", known[id_].name) for id_ in ids if id_ in gone]


@allowed(*SELLING)
async def add_usual(actor: Actor, work: Work, order_id: int) -> list[Note]:
    """The goods that are due by the client's own rhythm, in their median quantities; what the draft has already stays.

    Where none is due today, what at least half of the last orders had. Raises `NothingUsualError`.
    """
    order, client = await own_draft(work, actor, order_id)
    last = await orders.last_of(work.tx, client.id, USUAL_ORDERS)
    taken = await order_pages.taken_in(work.tx, [one.id for one in last])
    basket = due_basket(taken, work.today(actor)) or usual_basket(taken, MOST_USUAL)
    known = await products.on_sale(work.tx, [one.product_id for one in basket])
    present = await order_pages.products_in(work.tx, order.id)
    added = [one for one in basket if one.product_id in known and one.product_id not in present]
    if not basket or not known:
        raise NothingUsualError
    for one in added:
        await put(work, order, client, known[one.product_id], one.quantity)
    await count_total(work, order.id)
    return [Note("note-usual", "", after=Decimal(len(added)))]


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
    asked = await approvals.last_of(work.tx, order.id)
    if asked is not None or await order_talk.events_of(work.tx, order.id):
        await work.tx.run(SET_STATUS, id_=order.id, status=OrderStatus.REFUSED)
    else:
        await forget_papers(work, order.id)
        await orders.delete(work.tx, order.id)
    return client.name


async def favourites(work: Work, client_id: int) -> list[int]:
    """Products of the client's last orders, the most frequent first."""
    last = await orders.last_of(work.tx, client_id, USUAL_ORDERS)
    counted = Counter(await orders.products_of(work.tx, [order.id for order in last]))
    return [id_ for id_, _ in counted.most_common()]
