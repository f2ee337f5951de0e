"""What a file of the accounting system says of an order, done to it; and the order as it was before that file."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from domain.actors import Actor
from domain.orders import CHANGEABLE, OrderStatus, OrderStep
from storage import employees, order_changes, order_talk, orders
from storage.orders import Order
from usecases import order_facts
from usecases.access import inner
from usecases.errors import NotFoundError
from usecases.order_changes import DESK_MAY, change_line, change_quantities
from usecases.order_statuses import bring
from usecases.order_undo import settle_question, wind
from usecases.work import Work

if TYPE_CHECKING:
    from usecases.import_statuses import Change

Json = dict[str, Any]
RESTORE = orders.patch("status", "accepted_by", "entered_number", "shipped_at", "shipped_total")
SHIPMENTS = frozenset({OrderStatus.SHIPPED, OrderStatus.SHIPPED_PART})


@inner
async def write_change(actor: Actor, work: Work, change: "Change") -> Json:
    """Number first, then lines, then the status. What is kept takes it back: see `take_back`."""
    before = await _locked(work, change.order.id)
    lines = await orders.lines_of(work.tx, before.id)
    order = before
    if change.number or change.status not in {None, OrderStatus.REFUSED}:
        await bring(actor, work, order, OrderStatus.ENTERED, number=change.number)
        order = await _locked(work, order.id)
    changed: dict[int, Decimal] = {}
    if OrderStatus(order.status) in DESK_MAY:
        changed = dict(change.lines or {})
        await change_quantities(work, actor, order, changed)
        order = await _locked(work, order.id)
    await _bring(actor, work, order, change)
    after = await _locked(work, order.id)
    return {
        "order": before.id,
        "before": _facts(before),
        "after": _facts(after),
        "shipped": {str(line.product_id): _text(line.shipped) for line in lines},
        "lines": {
            str(line.product_id): [str(line.quantity), line.price]
            for line in lines
            if line.product_id in changed
        },
    }


async def _locked(work: Work, order_id: int) -> Order:
    found = await orders.find_locked(work.tx, order_id)
    if found is None:
        raise NotFoundError(what="order", id=order_id)
    return found


async def _bring(actor: Actor, work: Work, order: Order, change: "Change") -> None:
    wanted = change.status
    if wanted is None or wanted is OrderStatus.ENTERED:
        return
    for step in _way(OrderStatus(order.status), wanted):
        await bring(actor, work, order, step, shipped=change.shipped)
        order = await _locked(work, order.id)


def _way(now: OrderStatus, wanted: OrderStatus) -> tuple[OrderStatus, ...]:
    """The accounting system does not wait for an answer to a question, and closes what has left."""
    if now is OrderStatus.QUESTION and wanted in SHIPMENTS | {OrderStatus.CLOSED}:
        return (OrderStatus.PICKED, *_way(OrderStatus.PICKED, wanted))
    if now is OrderStatus.PICKED and wanted is OrderStatus.CLOSED:
        return (OrderStatus.SHIPPED, wanted)
    return (wanted,)


def _facts(order: Order) -> Json:
    return {
        "status": order.status,
        "accepted_by": order.accepted_by,
        "entered_number": order.entered_number,
        "shipped_at": order.shipped_at.isoformat() if order.shipped_at else None,
        "shipped_total": order.shipped_total,
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


@inner
async def take_back(work: Work, by: int, kept: Mapping[str, Any]) -> bool:
    """False where somebody did something with the order since."""
    order, actor = await orders.find_locked(work.tx, kept["order"]), await employees.find(work.tx, by)
    if order is None or actor is None or _facts(order) != kept["after"]:
        return False
    was = kept["before"]
    shipped_at = datetime.fromisoformat(was["shipped_at"]) if was["shipped_at"] else None
    await work.tx.run(RESTORE, id_=order.id, **{**was, "shipped_at": shipped_at})
    for product, text in kept["shipped"].items():
        gone = None if text is None else Decimal(text)
        await work.tx.run(order_changes.SET_SHIPPED, order_id_=order.id, product=int(product), shipped_=gone)
    await order_talk.note_step(
        work.tx, order.id, actor.hand, work.now, step=OrderStep.UNDONE, note=kept["after"]["status"]
    )
    status, before = OrderStatus(order.status), OrderStatus(was["status"])
    if status is OrderStatus.REFUSED and before is not status:
        await order_facts.count(work, order, times=1, money=order.total)
        await order_facts.keep_rhythm(work, order.client_id)
    if status is not before and status in SHIPMENTS | {OrderStatus.REFUSED}:
        await order_facts.note(actor, work, order, before, order.total)
    order = await _locked(work, order.id)
    if before in CHANGEABLE | DESK_MAY:
        for product, (quantity, price) in kept["lines"].items():
            await change_line(work, actor, order, int(product), quantity=Decimal(quantity), price=price)
    if before is OrderStatus.QUESTION:
        await settle_question(work, order.id)
    await wind(actor, work, order.id)
    return True
