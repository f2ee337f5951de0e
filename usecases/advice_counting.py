"""What is learnt from an order: noted by the turn that hands it over, counted by the clock, one order at a time.

Orders that were there before anything was counted are learnt from too: a portion, then a pause, the newest first.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.advice import COUNTED_LINES, LAST_LINES, LAST_ORDERS, habits, pairs_in, period_of
from domain.basket import Taken
from domain.orders import OrderStatus
from domain.reminders import ReminderKind
from storage import advice, employees, order_pages, orders, reminders
from storage.orders import Order
from usecases.access import inner
from usecases.work import Work

READ_AT_ONCE = 8
PORTION = 10
PAUSE = timedelta(seconds=10)
GIVEN_BACK = (OrderStatus.DRAFT, OrderStatus.REFUSED)


@inner
async def note_handed(work: Work, order: Order) -> None:
    """One row, however long the order; counted once it cannot be undone any more."""
    due = work.now + timedelta(minutes=work.rules.drafts.undo_minutes + 1)
    await reminders.put(work.tx, order.employee_id, ReminderKind.ADVICE, order.id, due)


@inner
async def count_order(work: Work, order_id: int) -> None:
    """Nothing of an order that was given back."""
    order = await orders.find(work.tx, order_id)
    if order is None or order.day is None or order.status in GIVEN_BACK:
        return
    period = period_of(order.day)
    await _count(work, order, period)
    await _write_habits(work, order.client_id)
    await advice.forget_old(work.tx, period - 1)


@inner
async def plan_past(work: Work) -> bool:
    """Where nothing has been learnt from yet, what was handed over is from now on; whether there is any."""
    newest = await advice.newest_order(work.tx)
    if newest is None or await advice.has_counted(work.tx):
        return False
    return await _go_on(work, newest + 1, work.now)


@inner
async def count_past(work: Work, before: int) -> None:
    """A portion of the orders under that id; its end is where the next one begins, so that a kill repeats one portion at most."""
    found = await advice.orders_before(work.tx, before, PORTION)
    oldest = period_of(work.now.date()) - 1
    counted = [(order, period_of(order.day)) for order in found if order.day is not None]
    for order, period in counted:
        if period >= oldest and order.status not in GIVEN_BACK:
            await _count(work, order, period)
            newest = await orders.last_of(work.tx, order.client_id, 1)
            if newest and newest[0].id == order.id:
                await _write_habits(work, order.client_id)
    if found and not (counted and all(period < oldest for _, period in counted)):
        await _go_on(work, found[-1].id, work.now + PAUSE)


async def _go_on(work: Work, before: int, at: datetime) -> bool:
    """In the name of somebody who stays: of a lead where there is one."""
    people = await employees.everybody(work.tx)
    for person in sorted(people, key=lambda one: not one.leads)[:1]:
        await reminders.put(work.tx, person.id, ReminderKind.ADVICE_PAST, before, at)
    return bool(people)


async def _count(work: Work, order: Order, period: int) -> None:
    """A client counts once for a product and for a pair, however often it orders."""
    lines = await order_pages.page_of(work.tx, order.id, 0, COUNTED_LINES)
    products = [line.product_id for line in lines]
    known = await advice.seen(work.tx, period, order.client_id, products)
    wanted = pairs_in(products) | {(product, product) for product in products}
    await advice.count(work.tx, period, order.client_id, wanted - known)


async def _write_habits(work: Work, client_id: int) -> None:
    last = await orders.last_of(work.tx, client_id, LAST_ORDERS)
    await advice.write_habits(work.tx, client_id, habits(await _taken(work, last)))


async def _taken(work: Work, last: Sequence[Order]) -> list[Taken]:
    """Of as many whole orders as some `LAST_LINES` lines are."""
    found: list[Taken] = []
    for start in range(0, len(last), READ_AT_ONCE):
        found += await order_pages.taken_in(
            work.tx, [order.id for order in last[start : start + READ_AT_ONCE]]
        )
        if len(found) >= LAST_LINES:
            break
    return found
