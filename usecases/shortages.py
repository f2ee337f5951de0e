"""What a manager does about goods that are not there: wait, take an analogue, ask logistics, let it go."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from domain.actors import SELLING, Actor
from domain.orders import OrderStatus, round_half_up
from domain.shortages import GOING_ON, UNDECIDED, ArrivalError, ShortageState, missing_of
from domain.units import Unit, factor
from screens.order_views import Carried, Note, Typed
from screens.shortage_views import (
    AnalogueView,
    LackingView,
    LackLine,
    NewsView,
    OwnRow,
    RequestView,
    ShortageView,
)
from storage import order_pages, orders, products, shortages, timeline
from storage.clients import Client
from storage.orders import Order
from storage.products import Product
from storage.shortages import Shortage
from storage.timeline import EventKind
from usecases import scope, shortage_requests
from usecases.access import allowed, inner
from usecases.analogues import search_analogues
from usecases.draft_split import find_carried
from usecases.errors import NotFoundError, StaleError
from usecases.order_views import price_of
from usecases.orders import get_product
from usecases.shortage_lines import Goods, Moved, find_draft, put_in, put_in_draft, take_out
from usecases.shortage_views import is_alone, is_undecided, view_of
from usecases.work import Work

LIST_DAYS, LIST_SIZE, FOUND = 90, 20, 6
TOGETHER = timedelta(minutes=15)
NOTHING = Decimal(0)
ONE = Decimal(1)
UNMOVED = Moved()


@dataclass(frozen=True, slots=True)
class Done:
    """The wish as it stands. `moved` is what became of its order; logistics is to be told of `request` where it is `fresh`.

    `told` are managers of others who wait for the same goods.
    """

    view: ShortageView
    moved: Moved = UNMOVED
    request: RequestView | None = None
    logistics: tuple[Actor, ...] = ()
    fresh: bool = False
    told: tuple[tuple[Actor, NewsView], ...] = ()


@dataclass(frozen=True, slots=True)
class Put:
    """Goods that have come stand in draft `order`; `carried` is what it had before."""

    order: int
    product: int
    note: Note
    carried: Carried | None


# --- a wish begins -------------------------------------------------------------------------------------------------


@inner
async def open_shortage(
    actor: Actor, work: Work, order: Order, product_id: int, missing: Decimal
) -> ShortageView:
    """One of an order and a product: while it is undecided, said again it only corrects what lacks."""
    product = await get_product(work, product_id)
    client = await orders.find_client(work.tx, order.client_id)
    amount = amount_of(product, client, missing)
    known = await shortages.of_line(work.tx, order.id, product.id)
    if known is not None and known.state is ShortageState.OPEN:
        await work.tx.run(shortages.CORRECT, id_=known.id, missing=missing, sum_=amount)
        return await view_of(actor, work, replace(known, quantity=missing, amount=amount))
    id_ = await shortages.add(
        work.tx,
        product_id=product.id,
        employee_id=order.employee_id,
        client_id=order.client_id,
        text=product.name,
        quantity=missing,
        unit=product.unit,
        at=work.now,
        order_id=order.id,
        state=ShortageState.OPEN.value,
        amount=amount,
    )
    return await view_of(actor, work, await _get(work, id_))


def amount_of(product: Product, client: Client | None, quantity: Decimal | None) -> int:
    """Kopecks at the list price of the client's column; 0 where nobody knows."""
    price = price_of(product, client) if client is not None else None
    if price is not None:
        return round_half_up(price.amount * quantity) if quantity is not None else 0
    first = next(iter(product.prices.values()), 0)
    return round_half_up(first * quantity) if quantity is not None else 0


@inner
async def note_wish(
    actor: Actor,
    work: Work,
    client: Client | None,
    product: Product | None,
    *,
    text: str,
    quantity: Decimal | None,
    unit: Unit | None,
) -> int:
    """From a typed line, at once asked of logistics: the wish's id. In the product's own unit where that is known."""
    said = unit.value if unit is not None else product.unit if product is not None else ""
    if product is not None and quantity is not None and unit is not None:
        each = factor(unit, product.unit, product.pack_size, product.units)
        if each is not None:
            quantity, said = (quantity * each).quantize(Decimal("0.001")), product.unit
    id_ = await shortages.add(
        work.tx,
        product_id=product.id if product is not None else None,
        employee_id=actor.id,
        client_id=client.id if client is not None else None,
        text=text,
        quantity=quantity,
        unit=said,
        at=work.now,
        state=ShortageState.ASKED.value,
        amount=amount_of(product, client, quantity) if product is not None else 0,
    )
    request, _ = await shortage_requests.join(work, await _get(work, id_))
    await shortage_requests.follow(work, id_, request)
    return id_


@allowed(*SELLING)
async def open_line(actor: Actor, work: Work, order_id: int, product_id: int) -> ShortageView:
    """The wizard of a line: of a draft begun here, of an order that was handed over the one that support has begun.

    Raises `StaleError` where nothing lacks any more.
    """
    order = await orders.find_locked(work.tx, order_id)
    if order is None or order.employee_id != actor.id:
        raise NotFoundError(what="order", id=order_id)
    known = await shortages.of_line(work.tx, order.id, product_id)
    if order.status != OrderStatus.DRAFT:
        if known is None:
            raise StaleError(what="shortage")
        return await view_of(actor, work, known)
    rows = {row.product_id: row for row in await orders.lines_of(work.tx, order.id)}
    product = await get_product(work, product_id)
    row = rows.get(product_id)
    missing = missing_of(row.quantity, product.stock) if row is not None else NOTHING
    if missing:
        return await open_shortage(actor, work, order, product_id, missing)
    if known is None:
        raise StaleError(what="shortage")
    return await view_of(actor, work, known)


@allowed(*SELLING)
async def get_lacking(actor: Actor, work: Work, order_id: int) -> LackingView:
    """What support lacks of an order. Raises `NotFoundError`, `StaleError` where all of it is decided."""
    order = await orders.find(work.tx, order_id)
    if order is None or order.employee_id != actor.id:
        raise NotFoundError(what="order", id=order_id)
    view = await lacking_of(actor, work, order)
    if order.status == OrderStatus.DRAFT or not view.lines:
        raise StaleError(what="shortage")
    return view


@inner
async def lacking_of(actor: Actor, work: Work, order: Order) -> LackingView:
    del actor
    client = await orders.find_client(work.tx, order.client_id)
    lines = [
        LackLine(wish.product_id, wish.text, wish.quantity, wish.unit)
        for wish in await shortages.open_of(work.tx, order.id)
        if wish.product_id is not None
    ]
    return LackingView(order.id, client.name if client is not None else "", tuple(lines))


@inner
async def is_one_of_several(actor: Actor, work: Work, order: Order, product_id: int) -> bool:
    """Whether the manager has just been told of other lines of this order: then the same message tells of this one."""
    del actor
    since = work.now - TOGETHER
    wishes = await shortages.open_of(work.tx, order.id)
    return any(wish.product_id != product_id and wish.at >= since for wish in wishes)


@allowed(*SELLING)
async def get_shortage(actor: Actor, work: Work, shortage_id: int) -> ShortageView:
    return await view_of(actor, work, (await _own(actor, work, shortage_id))[0])


async def _get(work: Work, shortage_id: int) -> Shortage:
    found = await shortages.find(work.tx, shortage_id)
    if found is None:
        raise NotFoundError(what="shortage", id=shortage_id)
    return found


async def _own(actor: Actor, work: Work, shortage_id: int) -> tuple[Shortage, Client | None]:
    """Held for change. Raises `NotFoundError` for a missing one and for that of another's client alike."""
    found = await shortages.find_locked(work.tx, shortage_id)
    if found is None:
        raise NotFoundError(what="shortage", id=shortage_id)
    if found.client_id is not None:
        return found, await scope.get_client(actor, work, found.client_id)
    if found.employee_id not in await scope.managers_for(actor, work):
        raise NotFoundError(what="shortage", id=shortage_id)
    return found, None


# --- what is decided -----------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def wait(actor: Actor, work: Work, shortage_id: int) -> Done:
    """Until the day that the price list names; what lacks leaves the order. Raises `StaleError` where no day is known."""
    wish, client = await _own(actor, work, shortage_id)
    if wish.state is ShortageState.WAITING:
        return Done(await view_of(actor, work, wish))
    product = await products.find(work.tx, wish.product_id) if wish.product_id is not None else None
    arrives = product.arrives_on if product is not None else None
    if not is_undecided(wish) or arrives is None or arrives < work.today(actor):
        raise StaleError(what="shortage")
    wish, moved = await _leave(actor, work, wish, client)
    request = await shortage_requests.promised(work, wish, arrives)
    await shortages.move(work.tx, wish.id, ShortageState.WAITING, request=request, promised=arrives)
    await shortage_requests.watch(work, request, arrives)
    return Done(await view_of(actor, work, await _get(work, wish.id)), moved)


async def _leave(actor: Actor, work: Work, wish: Shortage, client: Client | None) -> tuple[Shortage, Moved]:
    """A wish that is decided for the first time takes what lacks out of its order, and is of as much from then on."""
    if wish.state is not ShortageState.OPEN or wish.request_id is not None:
        return wish, Moved(wish.order_id)
    moved = await take_out(actor, work, wish, client)
    if not moved.taken or moved.taken == wish.quantity or wish.product_id is None:
        return wish, moved
    amount = amount_of(await get_product(work, wish.product_id), client, moved.taken)
    await work.tx.run(shortages.CORRECT, id_=wish.id, missing=moved.taken, sum_=amount)
    return replace(wish, quantity=moved.taken, amount=amount), moved


@allowed(*SELLING)
async def check_term(actor: Actor, work: Work, shortage_id: int) -> ShortageView:
    """Whether the manager may name the day. Raises `StaleError` where it is decided, or logistics is there to be asked."""
    wish, _ = await _own(actor, work, shortage_id)
    if wish.state not in UNDECIDED or not await is_alone(work):
        raise StaleError(what="shortage")
    return await view_of(actor, work, wish)


@allowed(*SELLING)
async def wait_until(
    actor: Actor, work: Work, shortage_id: int, day: date, quantity: Decimal | None = None
) -> Done:
    """Until a day that the manager found out. Raises `StaleError`, or `ArrivalError` for a day that has passed."""
    await check_term(actor, work, shortage_id)
    wish, client = await _own(actor, work, shortage_id)
    if day < work.today(actor):
        raise ArrivalError(text=day)
    wish, moved = await _leave(actor, work, wish, client)
    request, _ = await shortage_requests.join(work, wish)
    await shortage_requests.follow(work, wish.id, request)
    told = await shortage_requests.find_out(actor, work, request.id, day, quantity)
    return Done(await view_of(actor, work, await _get(work, wish.id)), moved, told=told)


@allowed(*SELLING)
async def wait_typed(actor: Actor, work: Work, shortage_id: int, text: str) -> Done:
    """«28.11», «в пятницу, 400». Raises `ArrivalError`."""
    wish, _ = await _own(actor, work, shortage_id)
    day, quantity = await shortage_requests.read_arrival(work, wish.product_id, text, work.today(actor))
    return await wait_until(actor, work, wish.id, day, quantity)


@allowed(*SELLING)
async def find_other(actor: Actor, work: Work, shortage_id: int, text: str) -> tuple[AnalogueView, ...]:
    """What may stand in, by a part of its name. Raises `StaleError` for a wish that has ended well."""
    wish, client = await _own(actor, work, shortage_id)
    if wish.state in {ShortageState.ORDERED, ShortageState.REPLACED}:
        raise StaleError(what="shortage")
    return await search_analogues(work, text, client, wish.product_id, FOUND)


@allowed(*SELLING)
async def ask_logistics(actor: Actor, work: Work, shortage_id: int) -> Done:
    """One request of a product for all who wait; asked again it changes nothing."""
    wish, client = await _own(actor, work, shortage_id)
    if wish.state in {ShortageState.ASKED, ShortageState.WAITING}:
        return Done(await view_of(actor, work, wish))
    if wish.state not in {ShortageState.OPEN, ShortageState.DROPPED}:
        raise StaleError(what="shortage")
    wish, moved = await _leave(actor, work, wish, client)
    request, fresh = await shortage_requests.join(work, wish)
    await shortage_requests.follow(work, wish.id, request)
    view, people = await shortage_requests.start_clock(work, request, fresh=fresh)
    return Done(await view_of(actor, work, await _get(work, wish.id)), moved, view, people, fresh)


@allowed(*SELLING)
async def take_analogue(actor: Actor, work: Work, shortage_id: int, product_id: int) -> Done:
    """It stands in the line's place, as much of it as lacked. Raises `StaleError` for a wish that has ended well."""
    wish, client = await _own(actor, work, shortage_id)
    if wish.state is ShortageState.REPLACED and wish.analogue_id == product_id:
        return Done(await view_of(actor, work, wish), Moved(wish.order_id))
    if wish.state in {ShortageState.ORDERED, ShortageState.REPLACED}:
        raise StaleError(what="shortage")
    product = await get_product(work, product_id)
    if client is None or not wish.quantity:
        raise StaleError(what="shortage")
    wish, left = await _leave(actor, work, wish, client)
    moved = await put_in(actor, work, wish, client, Goods(product, wish.quantity or NOTHING))
    await shortages.end(work.tx, wish.id, ShortageState.REPLACED, work.now, product.id)
    await _tell_story(actor, work, client, "replaced", product.name)
    view = await view_of(actor, work, await _get(work, wish.id))
    return Done(view, replace(moved, taken=left.taken))


async def _tell_story(actor: Actor, work: Work, client: Client, what: str, product: str) -> None:
    facts = {"what": what, "product": product}
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.SHORTAGE, **facts)


@allowed(*SELLING)
async def drop(actor: Actor, work: Work, shortage_id: int) -> Done:
    """The client does without: it counts as lost demand, and what lacks leaves the order."""
    wish, client = await _own(actor, work, shortage_id)
    if wish.state is ShortageState.DROPPED:
        return Done(await view_of(actor, work, wish))
    if wish.state not in GOING_ON:
        raise StaleError(what="shortage")
    wish, moved = await _leave(actor, work, wish, client)
    await shortages.end(work.tx, wish.id, ShortageState.DROPPED, work.now)
    if client is not None:
        await _tell_story(actor, work, client, "dropped", wish.text)
    return Done(await view_of(actor, work, await _get(work, wish.id)), moved)


# --- goods that have come -------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def put_arrived(actor: Actor, work: Work, shortage_id: int) -> Put:
    """The line stands in a draft of goods that have come. Raises `StaleError` once it was ordered or refused."""
    wish, client = await _own(actor, work, shortage_id)
    if wish.state is not ShortageState.ARRIVED or client is None or wish.product_id is None:
        raise StaleError(what="shortage")
    product = await get_product(work, wish.product_id)
    known = await find_draft(actor, work, wish, client)
    carried = await find_carried(actor, work, known) if known is not None else None
    before = await order_pages.line_of(work.tx, known, product.id) if known is not None else None
    quantity = wish.quantity or ONE
    moved = await put_in_draft(actor, work, wish, client, Goods(product, quantity))
    assert moved.order is not None
    key = "note-arrived-apart" if moved.apart else "note-arrived"
    typed = None if before is not None else Typed(product.id, product.name, quantity)
    note = Note(key, product.name, after=quantity, unit=product.unit, typed=typed)
    return Put(moved.order, product.id, note, carried)


# --- lists ---------------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def list_own(actor: Actor, work: Work) -> tuple[OwnRow, ...]:
    """Wishes that go on, of the own clients or of the team's, the newest first."""
    since = work.now - timedelta(days=LIST_DAYS)
    whose = await scope.managers_for(actor, work)
    found = await shortages.of_managers(work.tx, whose, since, LIST_SIZE)
    alone = await is_alone(work)
    return tuple(
        OwnRow(
            one.id,
            one.text,
            one.quantity,
            one.unit,
            one.state,
            one.promised,
            one.client,
            alone,
            one.manager if actor.leads else "",
        )
        for one in found
    )
