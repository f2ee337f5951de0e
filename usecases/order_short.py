"""«Нет товара»: sales support says what of a line is there; what becomes of the rest is the manager's choice."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from domain.actors import Actor, Role
from domain.orders import OrderStatus, OrderStep
from screens.desk_views import ChosenLine
from screens.order_parts import short as shortened
from storage import order_changes, order_talk, orders
from storage.orders import Line, Order
from usecases.access import allowed
from usecases.errors import NotFoundError
from usecases.order_changes import UNSHIPPED
from usecases.order_errors import OrderAmountError, OrderPickedError
from usecases.order_flow import Passed, passed
from usecases.order_views import find_order
from usecases.orders import get_product
from usecases.work import Work

if TYPE_CHECKING:
    from screens.shortage_views import LackingView, ShortageView

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Short:
    """`shortage` is what the manager decides by; None where the line was marked so before.

    `lacking` is all that lacks of the order; `again`: the manager has just been told of other lines of it.
    """

    passed: Passed
    shortage: "ShortageView | None"
    lacking: "LackingView | None" = None
    again: bool = False


@allowed(Role.SUPPORT)
async def get_line(actor: Actor, work: Work, order_id: int, product_id: int) -> ChosenLine:
    """Raises `NotFoundError`, `OrderPickedError` once the goods have left."""
    order = await find_order(work, actor, order_id)
    line = await _line(work, order, product_id)
    name = (await get_product(work, product_id)).name
    return ChosenLine(order.id, product_id, name, line.quantity, line.unit)


async def _line(work: Work, order: Order, product_id: int) -> Line:
    if OrderStatus(order.status) not in UNSHIPPED:
        raise OrderPickedError(status=order.status)
    for line in await orders.lines_of(work.tx, order.id):
        if line.product_id == product_id:
            return line
    raise NotFoundError(what="line", id=product_id)


@allowed(Role.SUPPORT)
async def mark_short(actor: Actor, work: Work, order_id: int, product_id: int, there: Decimal) -> Short:
    """`there` of the line can be shipped, in its unit; 0 is none of it. The line stays as it is until the manager has chosen.

    Raises `OrderAmountError` where as much is there as was ordered.
    """
    from usecases.shortages import is_one_of_several, lacking_of, open_shortage

    order = await find_order(work, actor, order_id, lock=True)
    line = await _line(work, order, product_id)
    if not 0 <= there < line.quantity:
        raise OrderAmountError(text=f"{there:f}")
    if line.short is not None and Decimal(line.short) == there:
        return Short(await passed(work, actor, order.id, again=True), None)
    await work.tx.run(
        order_changes.SET_SHORT, order_id_=order.id, product=product_id, short_=f"{there.normalize():f}"
    )
    name = shortened((await get_product(work, product_id)).name, LONGEST_NAME)
    await order_talk.note_step(work.tx, order.id, actor.hand, work.now, step=OrderStep.SHORT, note=name)
    shortage = await open_shortage(actor, work, order, product_id, line.quantity - there)
    lacking = await lacking_of(actor, work, order)
    again = await is_one_of_several(actor, work, order, product_id)
    return Short(await passed(work, actor, order.id), shortage, lacking, again)
