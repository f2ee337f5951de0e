"""The way of an order at sales support: entered, picked, shipped in part or whole, closed, refused. One door for taps and files."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from domain.actors import Actor, Role
from domain.errors import InvalidOrderLineError
from domain.orders import (
    AT_DESK,
    MAX_QUANTITY,
    OrderStatus,
    OrderStep,
    RefusalCause,
    check_transition,
    totals,
)
from storage import order_changes, order_talk, orders, stops
from storage.orders import Line, Order
from usecases import desk_clock, order_facts, order_undo
from usecases.access import allowed, inner
from usecases.errors import NotFoundError
from usecases.order_errors import NothingShippedError, check_text
from usecases.order_flow import Passed, passed
from usecases.order_views import as_line, find_order
from usecases.work import Work

LONGEST_CAUSE = 200
SET_STATUS = orders.patch("status")
SET_NUMBER = orders.patch("status", "accepted_by", "entered_number")
SET_SHIPPED = orders.patch("status", "shipped_at", "shipped_total")
SHIPMENTS: Final = frozenset({OrderStatus.SHIPPED, OrderStatus.SHIPPED_PART})
STEPS: Final = {
    OrderStatus.PICKED: OrderStep.PICKED,
    OrderStatus.SHIPPED_PART: OrderStep.SHIPPED_PART,
    OrderStatus.SHIPPED: OrderStep.SHIPPED,
    OrderStatus.CLOSED: OrderStep.CLOSED,
    OrderStatus.REFUSED: OrderStep.REFUSED,
}
BEFORE_NUMBER: Final = frozenset({OrderStatus.HANDED_OVER, OrderStatus.ACCEPTED, OrderStatus.QUESTION})


@inner
async def bring(
    actor: Actor,
    work: Work,
    order: Order,
    wanted: OrderStatus,
    *,
    number: str = "",
    shipped: Mapping[int, Decimal] | None = None,
    why: str = "",
) -> tuple[OrderStep, ...]:
    """The order, held for change, taken to a status with the steps on the way; () where it is there already.

    `shipped`: product id -> all that left so far, in the line's unit; None is the whole. Less than the lines say makes it
    shipped in part. `why` is the reason of a refusal. Raises `OrderTransitionError`, `NothingShippedError`,
    `InvalidOrderLineError` for an amount that no line can hold.
    """
    done: list[OrderStep] = []
    if number and number != (order.entered_number or "") and order.status in AT_DESK:
        await _number(actor, work, order, number)
        done.append(OrderStep.ENTERED)
        order = await _again(work, order.id)
    status = OrderStatus(order.status)
    if wanted in SHIPMENTS:
        moved = await _ship(actor, work, order, shipped)
    elif wanted is status or (wanted is OrderStatus.ENTERED and order.entered_number):
        moved = None
    elif wanted is OrderStatus.REFUSED:
        moved = await _refuse(actor, work, order, why)
    else:
        check_transition(status, wanted)
        await work.tx.run(SET_STATUS, id_=order.id, status=wanted)
        moved = await _note(actor, work, order, wanted)
    return (*done, moved) if moved is not None else tuple(done)


async def _again(work: Work, order_id: int) -> Order:
    found = await orders.find(work.tx, order_id)
    if found is None:
        raise NotFoundError(what="order", id=order_id)
    return found


async def _number(actor: Actor, work: Work, order: Order, number: str) -> None:
    """Its number in the accounting system; what is past entering keeps its status."""
    status = OrderStatus(order.status)
    entered = OrderStatus.ENTERED if status in BEFORE_NUMBER else status
    await work.tx.run(
        SET_NUMBER,
        id_=order.id,
        status=entered,
        accepted_by=order.accepted_by or actor.id,
        entered_number=number,
    )
    await order_talk.note_step(work.tx, order.id, actor.hand, work.now, step=OrderStep.ENTERED, note=number)
    await order_undo.keep(actor, work, order, entered)
    await desk_clock.stop(work, order.id)


async def _note(
    actor: Actor, work: Work, order: Order, status: OrderStatus, *, note: str = "", lines: Sequence[Line] = ()
) -> OrderStep:
    step = STEPS[status]
    await order_talk.note_step(work.tx, order.id, actor.hand, work.now, step=step, note=note)
    await order_undo.keep(actor, work, order, status, lines)
    return step


async def _ship(
    actor: Actor, work: Work, order: Order, shipped: Mapping[int, Decimal] | None
) -> OrderStep | None:
    for gone in (shipped or {}).values():
        if not gone.is_finite() or not 0 <= gone <= MAX_QUANTITY:
            raise InvalidOrderLineError(field="quantity", value=gone)
    lines = await orders.lines_of(work.tx, order.id)
    left = [
        replace(
            line, shipped=line.quantity if shipped is None else shipped.get(line.product_id, line.shipped)
        )
        for line in lines
    ]
    whole = all((line.shipped or 0) >= line.quantity for line in left)
    wanted, status = OrderStatus.SHIPPED if whole else OrderStatus.SHIPPED_PART, OrderStatus(order.status)
    if status is wanted and left == lines:
        return None
    if status is not wanted:
        check_transition(status, wanted)
    if not any(line.shipped for line in left):
        raise NothingShippedError
    taken = [replace(line, quantity=line.shipped) for line in left if line.shipped]
    total = totals([as_line(line, "") for line in taken], work.rules.prices.vat).amount
    if shipped is None:
        await work.tx.run(order_changes.SHIP_WHOLE, order_id_=order.id)
    else:
        for line in left:
            await work.tx.run(
                order_changes.SET_SHIPPED, order_id_=order.id, product=line.product_id, shipped_=line.shipped
            )
    await work.tx.run(SET_SHIPPED, id_=order.id, status=wanted, shipped_at=work.now, shipped_total=total)
    await desk_clock.stop(work, order.id)
    await order_facts.note(actor, work, order, wanted, total)
    return await _note(actor, work, order, wanted, lines=lines)


async def _refuse(actor: Actor, work: Work, order: Order, why: str) -> OrderStep:
    """What it counted is taken back, as when a manager withdraws it."""
    check_transition(OrderStatus(order.status), OrderStatus.REFUSED)
    prepaid = await stops.terms_of(work.tx, order.id) is not None
    await work.tx.run(SET_STATUS, id_=order.id, status=OrderStatus.REFUSED)
    await work.tx.run(stops.FORGET_TERMS, order_id_=order.id)
    await desk_clock.stop(work, order.id)
    await order_facts.count(work, order, times=-1, money=-order.total)
    await order_facts.note(actor, work, order, OrderStatus.REFUSED, order.total)
    await order_facts.keep_rhythm(work, order.client_id)
    step = await _note(actor, work, order, OrderStatus.REFUSED, note=why)
    if prepaid:
        await work.tx.run(
            order_changes.FORGET, order_id_=order.id
        )  # what the money was for is not known any more
    return step


async def _step(
    actor: Actor,
    work: Work,
    order_id: int,
    wanted: OrderStatus,
    *,
    shipped: Mapping[int, Decimal] | None = None,
    why: str = "",
) -> Passed:
    order = await find_order(work, actor, order_id, lock=True)
    moved = await bring(actor, work, order, wanted, shipped=shipped, why=why)
    return await passed(work, actor, order.id, again=not moved)


@allowed(Role.SUPPORT)
async def pick(actor: Actor, work: Work, order_id: int) -> Passed:
    """The goods stand ready. Raises `OrderTransitionError` for one that is not entered, or has left already."""
    return await _step(actor, work, order_id, OrderStatus.PICKED)


@allowed(Role.SUPPORT)
async def ship(
    actor: Actor, work: Work, order_id: int, shipped: Mapping[int, Decimal] | None = None
) -> Passed:
    """The whole of it (what had not left yet), or what `shipped` says of each product."""
    return await _step(actor, work, order_id, OrderStatus.SHIPPED, shipped=shipped)


@allowed(Role.SUPPORT)
async def close(actor: Actor, work: Work, order_id: int) -> Passed:
    return await _step(actor, work, order_id, OrderStatus.CLOSED)


@allowed(Role.SUPPORT)
async def check_refusable(actor: Actor, work: Work, order_id: int) -> None:
    """Raises before somebody is asked for a reason in vain."""
    order = await find_order(work, actor, order_id)
    check_transition(OrderStatus(order.status), OrderStatus.REFUSED)


@allowed(Role.SUPPORT)
async def refuse(actor: Actor, work: Work, order_id: int, why: str) -> Passed:
    """`why`: a `RefusalCause`, or as it was typed. Raises `OrderTextError` for an empty or a long one."""
    why = why if why in {*RefusalCause} else check_text(why, LONGEST_CAUSE)
    return await _step(actor, work, order_id, OrderStatus.REFUSED, why=why)
