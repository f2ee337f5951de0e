"""What is learnt from an order: noted by the turn that hands it over, counted by the clock, one order at a time."""

from datetime import timedelta

from domain.advice import COUNTED_LINES, habits, pairs_in, period_of
from domain.orders import OrderStatus
from domain.reminders import ReminderKind
from storage import advice, order_pages, orders, reminders
from storage.orders import Order
from usecases.access import inner
from usecases.work import Work

LAST_ORDERS = 10
GIVEN_BACK = (OrderStatus.DRAFT, OrderStatus.REFUSED)


@inner
async def note_handed(work: Work, order: Order) -> None:
    """One row, however long the order; counted once it cannot be undone any more."""
    due = work.now + timedelta(minutes=work.rules.drafts.undo_minutes + 1)
    await reminders.put(work.tx, order.employee_id, ReminderKind.ADVICE, order.id, due)


@inner
async def count_order(work: Work, order_id: int) -> None:
    """A client counts once for a product and for a pair, however often it orders. Nothing of an order that was given back."""
    order = await orders.find(work.tx, order_id)
    if order is None or order.day is None or order.status in GIVEN_BACK:
        return
    period = period_of(order.day)
    lines = await order_pages.page_of(work.tx, order.id, 0, COUNTED_LINES)
    products = [line.product_id for line in lines]
    known = await advice.seen(work.tx, period, order.client_id, products)
    wanted = pairs_in(products) | {(product, product) for product in products}
    await advice.count(work.tx, period, order.client_id, wanted - known)
    last = await orders.last_of(work.tx, order.client_id, LAST_ORDERS)
    taken = await order_pages.taken_in(work.tx, [one.id for one in last])
    await advice.write_habits(work.tx, order.client_id, habits(taken))
    await advice.forget_old(work.tx, period - 1)
