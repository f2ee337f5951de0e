"""The last step of sales support, taken back within minutes: a thumb slips on a phone."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from domain.actors import Actor, Role
from domain.orders import OrderStatus, OrderStep
from screens.order_views import OrderView
from storage import employees, order_changes, order_talk, orders
from storage.order_changes import Undo
from storage.orders import Line, Order
from usecases import desk_clock, order_facts
from usecases.access import allowed, inner
from usecases.order_errors import UndoLateError
from usecases.order_flow import Passed, passed
from usecases.order_views import find_order, order_view
from usecases.work import Work

ON_THE_WAY = frozenset({OrderStep.ENTERED, OrderStep.PICKED, OrderStep.UNDONE})
NOT_ENTERED = frozenset({OrderStatus.HANDED_OVER, OrderStatus.ACCEPTED, OrderStatus.QUESTION})
SET_STATUS = orders.patch("status")
RESTORE = orders.patch("status", "accepted_by", "entered_number", "shipped_at", "shipped_total")


@inner
async def keep(
    actor: Actor, work: Work, before: Order, status: OrderStatus, lines: Sequence[Line] = ()
) -> None:
    """`before` is the order as it was read, `lines` are those that the step changed; called after the step was noted."""
    kept = {
        "status": before.status,
        "accepted_by": before.accepted_by,
        "entered_number": before.entered_number,
        "shipped_at": before.shipped_at.isoformat() if before.shipped_at else None,
        "shipped_total": before.shipped_total,
        "lines": {
            str(line.product_id): str(line.shipped) if line.shipped is not None else None for line in lines
        },
    }
    event = await order_changes.last_event(work.tx, before.id)
    await order_changes.keep(work.tx, Undo(before.id, actor.id, event, work.now, status, kept))


@allowed(Role.SUPPORT)
async def get_more(actor: Actor, work: Work, order_id: int) -> tuple[OrderView, OrderStep | None]:
    """The order, and its last step where that can be taken back now."""
    order = await find_order(work, actor, order_id)
    view = await order_view(work, actor, order)
    return view, view.steps[-1].step if await _find(work, order) else None


async def _find(work: Work, order: Order) -> Undo | None:
    """What is kept, where nothing has happened since and the time is not over."""
    undo = await order_changes.find_undo(work.tx, order.id)
    if undo is None or undo.status != order.status:
        return None
    late = work.now - undo.at > timedelta(minutes=work.rules.desk.undo_minutes)
    same = undo.event_id == await order_changes.last_event(work.tx, order.id)
    return undo if same and not late else None


@allowed(Role.SUPPORT)
async def undo(actor: Actor, work: Work, order_id: int) -> Passed:
    """The order as it was before its last step. Raises `UndoLateError` where there is none, or its time is over."""
    order = await find_order(work, actor, order_id, lock=True)
    kept = await _find(work, order)
    if kept is None:
        raise UndoLateError(minutes=work.rules.desk.undo_minutes)
    steps = await order_talk.events_of(work.tx, order.id)
    await _restore(work, order, kept)
    await work.tx.run(order_changes.FORGET, order_id_=order.id)
    await order_talk.note_step(
        work.tx, order.id, actor.hand, work.now, step=OrderStep.UNDONE, note=steps[-1].step
    )
    before, status = OrderStatus(kept.kept["status"]), OrderStatus(order.status)
    await _give_back(actor, work, order, status, before)
    if before is OrderStatus.QUESTION:
        await settle_question(work, order.id)
    await wind(actor, work, order.id)
    return await passed(work, actor, order.id)


async def _restore(work: Work, order: Order, undo: Undo) -> None:
    was = undo.kept
    await work.tx.run(
        RESTORE,
        id_=order.id,
        status=was["status"],
        accepted_by=was["accepted_by"],
        entered_number=was["entered_number"],
        shipped_at=datetime.fromisoformat(was["shipped_at"]) if was["shipped_at"] else None,
        shipped_total=was["shipped_total"],
    )
    for product, shipped in was["lines"].items():
        quantity = Decimal(shipped) if shipped is not None else None
        await work.tx.run(
            order_changes.SET_SHIPPED, order_id_=order.id, product=int(product), shipped_=quantity
        )


async def _give_back(
    actor: Actor, work: Work, order: Order, status: OrderStatus, before: OrderStatus
) -> None:
    """The books as they were before the step that made `status` of `before`."""
    if status is OrderStatus.REFUSED:
        await order_facts.count(work, order, times=1, money=order.total)
        await order_facts.keep_rhythm(work, order.client_id)
    if status in {OrderStatus.REFUSED, OrderStatus.SHIPPED, OrderStatus.SHIPPED_PART}:
        await order_facts.note(actor, work, order, before, order.total)


@inner
async def settle_question(work: Work, order_id: int) -> None:
    """What was asked may have been answered since: then nobody is waited for."""
    order = await orders.find(work.tx, order_id)
    if order is None or any(
        one.answered_at is None for one in await order_talk.questions_of(work.tx, order_id)
    ):
        return
    await work.tx.run(SET_STATUS, id_=order_id, status=await before_question(work, order))


async def before_question(work: Work, order: Order) -> OrderStatus:
    """Where the order stood when it was asked about."""
    if order.entered_number:
        steps = [OrderStep(one.step) for one in await order_talk.events_of(work.tx, order.id)]
        last = next((one for one in reversed(steps) if one in ON_THE_WAY), OrderStep.ENTERED)
        return OrderStatus.PICKED if last is OrderStep.PICKED else OrderStatus.ENTERED
    return OrderStatus.ACCEPTED if order.accepted_by is not None else OrderStatus.HANDED_OVER


@inner
async def wind(actor: Actor, work: Work, order_id: int) -> None:
    """The clock runs again where the order waits again."""
    order = await orders.find(work.tx, order_id)
    if order is None or order.entered_number or OrderStatus(order.status) not in NOT_ENTERED:
        return
    if order.accepted_by is None:
        await desk_clock.start(work, order)
    else:
        holder = await employees.find(work.tx, order.accepted_by)
        await desk_clock.start_entering(work, order, holder or actor)
