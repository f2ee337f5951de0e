"""The one door to the lines of an order that was handed over: each change is kept for the side that did not make it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from domain.actors import SELLING, Actor, Role
from domain.credit import CreditLevel
from domain.order_changes import Difference, fold
from domain.orders import (
    CHANGEABLE,
    OrderLine,
    OrderStatus,
    OrderStep,
    check_line,
)
from storage import discounts, order_changes, order_pages, order_talk, orders, receivables, stops
from storage.discounts import ToPrice
from storage.orders import Line, Order
from usecases import order_facts, prepayment, pricing
from usecases.access import allowed, inner
from usecases.credit import credit_of
from usecases.errors import NotFoundError
from usecases.order_errors import CreditHeldError, OrderLeftError, OrderPickedError
from usecases.order_flow import Passed, passed
from usecases.order_sums import sums_of
from usecases.order_views import find_order, get_any_client
from usecases.orders import get_product, put
from usecases.work import Work

SET_TOTAL = orders.patch("total")
UNSHIPPED = CHANGEABLE | {OrderStatus.PICKED}
DESK_MAY = UNSHIPPED | {OrderStatus.SHIPPED_PART}


@dataclass(frozen=True, slots=True)
class Changed:
    """`by_desk`: the manager has to be told, else sales support; `differs` is False where the line was so already."""

    order_id: int
    by_desk: bool
    differs: bool


@inner
async def change_line(
    work: Work,
    actor: Actor,
    order: Order,
    product_id: int,
    *,
    quantity: Decimal | None = None,
    price: int | None = None,
    why: str = "",
    instead_of: int | None = None,
    lacks: bool = False,
) -> Changed:
    """A line of an order that was handed over; the order is held for change by the caller.

    `quantity` in the product's own unit, 0 takes the line out; `price` in kopecks; None keeps what is there. A product without
    a line gets one; `instead_of` is the one that it stands in for and whose line is taken out. `lacks`: sales support could not
    find the goods, so that a picked order changes too. Raises `OrderPickedError` where nothing may be changed any more,
    `OrderLeftError`, `NotFoundError`, `InvalidOrderLineError`.
    """
    by_desk = _check_open(actor, order, lacks=lacks)
    other = [instead_of] if instead_of not in {None, product_id} else []
    known = await order_pages.lines_with(work.tx, order.id, [id_ for id_ in (product_id, *other) if id_])
    before = known.get(product_id)
    after = await _write(work, order, product_id, before, quantity=quantity, price=price)
    differs = after != before
    if differs:
        await _record(work, actor, order, before, after, why=why, instead_of=instead_of)
    for gone in [line for id_, line in known.items() if id_ != product_id]:
        await _drop(work, gone)
        await _record(work, actor, order, gone, None, why=why)
        differs = True
    if differs:
        await _count(work, order.id)
    return Changed(order.id, by_desk, differs)


def _check_open(actor: Actor, order: Order, *, lacks: bool = False) -> bool:
    """Whether sales support changes it, who may do so for longer."""
    by_desk = actor.id != order.employee_id
    if OrderStatus(order.status) not in (DESK_MAY if by_desk else UNSHIPPED if lacks else CHANGEABLE):
        raise OrderPickedError(status=order.status)
    return by_desk


@inner
async def change_quantities(work: Work, actor: Actor, order: Order, wanted: Mapping[int, Decimal]) -> Changed:
    """Many lines at once, as `change_line` does one: the order is read and counted once."""
    by_desk = _check_open(actor, order)
    differs = await _write_all(work, actor, order, wanted)
    if differs:
        await _count(work, order.id)
    return Changed(order.id, by_desk, differs)


async def _write_all(work: Work, actor: Actor, order: Order, wanted: Mapping[int, Decimal]) -> bool:
    known = await order_pages.lines_with(work.tx, order.id, list(wanted))
    differs = False
    for product_id, quantity in wanted.items():
        before = known.get(product_id)
        after = await _write(work, order, product_id, before, quantity=quantity, price=None)
        if after != before:
            differs = True
            await _record(work, actor, order, before, after)
    return differs


async def _write(
    work: Work,
    order: Order,
    product_id: int,
    known: Line | None,
    *,
    quantity: Decimal | None,
    price: int | None,
) -> Line | None:
    """The line as it now is, None for none."""
    if known is None:
        if not quantity:
            raise NotFoundError(what="line", id=product_id)
        product, client = await get_product(work, product_id), await get_any_client(work, order.client_id)
        await put(work, order, client, product, quantity, price=price)
        return await order_pages.line_of(work.tx, order.id, product_id)
    if quantity == 0:
        await _drop(work, known)
        return None
    line = OrderLine(
        product_id,
        "",
        known.quantity if quantity is None else quantity,
        known.unit,
        known.price if price is None else price,
        known.discount,
    )
    check_line(line)
    if (line.quantity, line.price) == (known.quantity, known.price):
        return known
    _check_left(known, line.quantity)
    await order_changes.set_line(work.tx, order.id, product_id, quantity=line.quantity, price=line.price)
    if known.short is not None and line.quantity <= Decimal(known.short):
        await work.tx.run(order_changes.SET_SHORT, order_id_=order.id, product=product_id, short_=None)
    return replace(known, quantity=line.quantity, price=line.price)


async def _drop(work: Work, line: Line) -> None:
    _check_left(line, Decimal(0))
    await work.tx.run(orders.DROP_LINE, order_id_=line.order_id, product=line.product_id)


def _check_left(line: Line, quantity: Decimal) -> None:
    if quantity < (line.shipped or 0):
        raise OrderLeftError(shipped=line.shipped)


async def _record(
    work: Work,
    actor: Actor,
    order: Order,
    before: Line | None,
    after: Line | None,
    *,
    why: str = "",
    instead_of: int | None = None,
) -> None:
    line = after or before
    assert line is not None
    await order_changes.add(
        work.tx,
        order_id=order.id,
        product_id=line.product_id,
        instead_of=instead_of,
        employee_id=actor.id,
        at=work.now,
        by_desk=actor.id != order.employee_id,
        unit=line.unit,
        quantity_before=before.quantity if before else None,
        quantity_after=after.quantity if after else None,
        price_before=before.price if before else None,
        price_after=after.price if after else None,
        why=why,
    )


async def _count(work: Work, order_id: int) -> None:
    """The sum on the order's row, on the manager's day by as much, and what has to be paid ahead."""
    order = await orders.find(work.tx, order_id)
    if order is None:
        raise NotFoundError(what="order", id=order_id)
    total = (await sums_of(work, order_id)).amount
    await work.tx.run(SET_TOTAL, id_=order_id, total=total)
    await order_facts.count(work, order, money=total - order.total)
    await prepayment.change_amount(work, order, total)


@inner
async def differences(work: Work, order_id: int, *, by_desk: bool) -> tuple[Difference, ...]:
    """What one side changed and the other has not said it has seen."""
    return fold(one for one in await order_changes.unseen(work.tx, order_id) if one.by_desk == by_desk)


@allowed(*SELLING)
async def check_changeable(actor: Actor, work: Work, order_id: int) -> None:
    """Raises `NotFoundError` for another's order, `OrderPickedError` for one that is past that."""
    await _own(actor, work, order_id)


async def _own(actor: Actor, work: Work, order_id: int) -> Order:
    order = await find_order(work, actor, order_id, lock=True)
    if order.employee_id != actor.id or order.day is None:
        raise NotFoundError(what="order", id=order_id)
    if OrderStatus(order.status) not in CHANGEABLE:
        raise OrderPickedError(status=order.status)
    return order


@allowed(*SELLING)
async def change_lines(actor: Actor, work: Work, order_id: int, wanted: Mapping[int, Decimal]) -> Passed:
    """What the manager wants of each product now, 0 for nothing; sales support has to accept it.

    Raises `CreditHeldError` where the order would grow beyond what the client may take on credit.
    """
    order = await _own(actor, work, order_id)
    before = await discounts.to_price(work.tx, order.id)
    differs = await _write_all(work, actor, order, wanted)
    if differs:
        await _fit_discounts(work, actor, order, before)
        await _check_credit(work, actor, order)
        await _count(work, order.id)
        await order_talk.note_step(work.tx, order.id, actor.hand, work.now, step=OrderStep.CHANGED)
    return await passed(work, actor, order.id, again=not differs)


async def _fit_discounts(work: Work, actor: Actor, order: Order, before: list[ToPrice]) -> None:
    """What a rule gave for the volume goes with the volume. None is raised, and that of a rule that has ended since stays."""
    if not await discounts.has_given(work.tx, order.id):
        return
    client = await get_any_client(work, order.client_id)
    rules = await pricing.rules_of(work, order, client)
    after = await discounts.to_price(work.tx, order.id)
    was = await pricing.best_of(work, client, rules, before)
    now = await pricing.best_of(work, client, rules, after)
    lowered: dict[int, Decimal] = {}
    for line in after:
        had, has = (
            rule.percent if (rule := best.get(line.product_id)) else Decimal(0) for best in (was, now)
        )
        if line.by_rule and has < min(line.discount, had):
            lowered[line.product_id] = has
    await discounts.set_discounts(work.tx, order.id, lowered)
    for line in after:
        if line.product_id in lowered:
            await _record_discount(work, actor, order, line, lowered[line.product_id])


async def _record_discount(work: Work, actor: Actor, order: Order, line: ToPrice, discount: Decimal) -> None:
    """Beside what was recorded of its quantity: sales support has to enter the line anew."""
    given = {"quantity": line.quantity, "price": line.price or None}
    await order_changes.add(
        work.tx,
        order_id=order.id,
        product_id=line.product_id,
        instead_of=None,
        employee_id=actor.id,
        at=work.now,
        by_desk=actor.id != order.employee_id,
        unit=line.unit,
        why="",
        discount_before=line.discount,
        discount_after=discount,
        **{f"{name}_{side}": value for name, value in given.items() for side in ("before", "after")},
    )


async def _check_credit(work: Work, actor: Actor, order: Order) -> None:
    """What is added is asked for as a new order is; the order's row still has the sum that is counted against the limit."""
    grows = (await sums_of(work, order.id)).amount - order.total
    if grows <= 0 or await stops.terms_of(work.tx, order.id) is not None:
        return
    await receivables.lock(work.tx, [order.client_id])
    client = await get_any_client(work, order.client_id)
    verdict = await credit_of(work, client, grows, work.today(actor))
    if verdict.level is CreditLevel.HOLD:
        taken = "yes" if order.accepted_by or order.entered_number else "no"
        raise CreditHeldError(reason=verdict.reasons[0].value, taken=taken)


@allowed(Role.SUPPORT)
async def agree(actor: Actor, work: Work, order_id: int) -> Passed:
    """Sales support has taken over what the manager changed."""
    order = await find_order(work, actor, order_id, lock=True)
    seen = await order_changes.settle(work.tx, order.id, actor.id, work.now, by_desk=False)
    if seen:
        await order_talk.note_step(work.tx, order.id, actor.hand, work.now, step=OrderStep.AGREED)
    return await passed(work, actor, order.id, again=not seen)


@allowed(*SELLING)
async def see(actor: Actor, work: Work, order_id: int) -> Passed:
    """The manager has seen what was changed in the own order."""
    order = await find_order(work, actor, order_id, lock=True)
    if order.employee_id != actor.id:
        raise NotFoundError(what="order", id=order_id)
    seen = await order_changes.settle(work.tx, order.id, actor.id, work.now, by_desk=True)
    return await passed(work, actor, order.id, again=not seen)
