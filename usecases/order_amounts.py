"""What is typed about the lines of an order that was handed over: quantities, nothing else."""

from collections.abc import Mapping
from decimal import Decimal

from capture.changes import read_change
from capture.settling import Settled, settle
from domain.actors import SELLING, Actor, Role
from domain.orders import MAX_QUANTITY
from domain.units import COUNTED, factor, find_unit
from screens.desk_views import ChosenLine, PageView, StagedView
from storage import orders, products
from usecases.access import allowed
from usecases.errors import NotFoundError
from usecases.order_entry import choices
from usecases.order_errors import DeskAmountError, ShippedOverError
from usecases.order_views import find_order, get_any_client, read_lines
from usecases.orders import get_product
from usecases.typed_goods import read_typed
from usecases.work import Work

PAGE = 10
NONE, THOUSANDTH = Decimal(0), Decimal("0.001")
MEASURED_OVER = Decimal("1.25")


@allowed(*SELLING, Role.SUPPORT)
async def page(actor: Actor, work: Work, order_id: int, start: int) -> PageView:
    """Ten lines of an order from `start`, to choose one of them."""
    order = await find_order(work, actor, order_id)
    client = await get_any_client(work, order.client_id)
    lines, sums, _ = await read_lines(work, order.id, start=start, size=PAGE)
    return PageView(order.id, client.name, lines, start, sums.lines)


@allowed(*SELLING, Role.SUPPORT)
async def read_quantity(actor: Actor, work: Work, order_id: int, product_id: int, text: str) -> Decimal:
    """«12», «2 кор»: in the product's own unit. Raises `DeskAmountError` for anything else."""
    await find_order(work, actor, order_id)
    if not product_id:
        raise DeskAmountError(text=text)
    product = await get_product(work, product_id)
    change = read_change(text)
    if change is None or change.quantity is None or change.price is not None or change.discount is not None:
        raise DeskAmountError(text=text)
    each = factor(change.unit, product.unit, product.pack_size, product.units) if change.unit else Decimal(1)
    if each is None or not 0 <= change.quantity * each <= MAX_QUANTITY:
        raise DeskAmountError(text=text)
    return (change.quantity * each).quantize(THOUSANDTH).normalize()


@allowed(Role.SUPPORT)
async def read_shipped(actor: Actor, work: Work, order_id: int, product_id: int, text: str) -> Decimal:
    """As `read_quantity`. Raises `ShippedOverError` above what was ordered; goods that are measured may be somewhat more."""
    gone = await read_quantity(actor, work, order_id, product_id, text)
    line = await get_line(actor, work, order_id, product_id)
    most = line.quantity if find_unit(line.unit) in COUNTED else line.quantity * MEASURED_OVER
    if gone > most:
        raise ShippedOverError(ordered=line.quantity, shipped=gone)
    return gone


@allowed(*SELLING)
async def read_lines_typed(actor: Actor, work: Work, order_id: int, text: str) -> dict[int, Decimal]:
    """«масло 82,5 30, молоко 2 кор»: product id -> quantity in its own unit. Raises `DeskAmountError` with what is not clear."""
    await find_order(work, actor, order_id)
    lines, goods = await read_typed(work, text)
    wanted: dict[int, Decimal] = {}
    for line in lines:
        meant = choices(line, goods)
        settled = (
            settle(line.line, meant[0], list_price=None) if len(meant) == 1 and not line.doubts else None
        )
        if not isinstance(settled, Settled):
            raise DeskAmountError(text=line.text)
        wanted[meant[0].id] = settled.quantity
    if not wanted:
        raise DeskAmountError(text=text)
    return wanted


@allowed(*SELLING, Role.SUPPORT)
async def get_line(actor: Actor, work: Work, order_id: int, product_id: int) -> ChosenLine:
    """Raises `NotFoundError` for a line that was taken out meanwhile."""
    order = await find_order(work, actor, order_id)
    for line in await orders.lines_of(work.tx, order.id):
        if line.product_id == product_id:
            product = await get_product(work, product_id)
            return ChosenLine(order.id, product.id, product.name, line.quantity, line.unit, product.pack_size)
    raise NotFoundError(what="line", id=product_id)


@allowed(Role.SUPPORT)
async def there_of(actor: Actor, work: Work, order_id: int) -> dict[int, Decimal]:
    """What of each line leaves unless something else is said: the whole, or what sales support said is there."""
    order = await find_order(work, actor, order_id)
    lines = await orders.lines_of(work.tx, order.id)
    return {
        line.product_id: Decimal(line.short) if line.short is not None else line.quantity for line in lines
    }


@allowed(*SELLING)
async def staged(
    actor: Actor, work: Work, order_id: int, wanted: Mapping[int, Decimal], start: int
) -> StagedView:
    """A page of lines, and what is wanted of any of them where it differs."""
    view = await page(actor, work, order_id, start)
    now = {line.product_id: line for line in await orders.lines_of(work.tx, order_id)}
    known = await products.by_ids(work.tx, list(wanted))
    named = []
    for id_, quantity in wanted.items():
        before = now[id_].quantity if id_ in now else NONE
        if id_ in known and quantity != before:
            named.append((known[id_].name, known[id_].unit, before, quantity))
    return StagedView(view, wanted, tuple(named))
