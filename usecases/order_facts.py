"""What an order leaves in the books beside its own rows: the manager's day, the client's rhythm and history."""

from domain.actors import Actor
from domain.orders import OrderStatus
from storage import client_dates, counters, order_changes, orders, timeline, transfers
from storage.orders import Order
from storage.timeline import EventKind
from usecases import rhythm
from usecases.access import inner
from usecases.work import Work

SET_RHYTHM = client_dates.keep_rhythm(*rhythm.FACTS)


async def count(work: Work, order: Order, *, times: int = 0, money: int = 0) -> None:
    """Adds to the day on which it was handed over, of who handed it over; nothing for one that never was."""
    if order.day is not None and (times or money):
        earner = await transfers.earner_of_order(work.tx, order.id) or order.employee_id
        await counters.add(work.tx, earner, order.day, orders=times, order_sum=money)


async def keep_rhythm(work: Work, client_id: int) -> None:
    """What the lists read, from the days with orders."""
    days = await orders.order_days(work.tx, client_id, rhythm.DAYS_READ)
    first = days[0] if days else None
    await work.tx.run(SET_RHYTHM, id_=client_id, first=first, **rhythm.facts_of(days, work.rules))


@inner
async def leave_desk(actor: Actor, work: Work, order_id: int) -> None:
    """Back to its manager: nothing that was said of its lines is waited for any more."""
    for by_desk in (True, False):
        await order_changes.settle(work.tx, order_id, actor.id, work.now, by_desk=by_desk)
    await work.tx.run(order_changes.CLEAR_SHORT, order_id_=order_id)


@inner
async def note(actor: Actor, work: Work, order: Order, status: OrderStatus, total: int) -> None:
    """A line of the client's history; `total` in kopecks."""
    await timeline.add(
        work.tx,
        order.client_id,
        actor.hand,
        work.now,
        EventKind.ORDER,
        order=order.id,
        total=total,
        status=status.value,
    )
