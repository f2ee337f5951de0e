"""Orders that are shipped once they are paid for: no credit is asked for, so nobody has to approve them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from capture.order_numbers import orders_in
from domain.actors import SELLING, Actor, Role
from domain.orders import OrderStatus
from domain.reminders import ReminderKind
from screens.order_views import OrderView
from storage import employees, orders, payments, receivables, reminders, stops
from storage.orders import Order
from storage.payments import Payment
from storage.receivables import Debtor
from usecases.access import allowed
from usecases.order_views import order_view
from usecases.work import Work


async def open_paid(
    work: Work, clients: Sequence[Debtor], came: Mapping[int, Sequence[Payment]]
) -> list[int]:
    """Opens the clients' prepaid orders that their payments are for, the oldest first; `came` are those of now, laid already.

    An order is paid by a payment that names it, or once so much stands paid ahead that came since it was handed over: what
    went to old debts is not for it. The manager of each and sales support are told by the clock.
    """
    terms = await stops.terms_of_clients(work.tx, [client.id for client in clients])
    waiting = {one.client_id for one in terms if one.paid_at is None}
    if not waiting:
        return []
    first = min(_day(work, one) for one in terms if one.paid_at is None)
    known = await payments.of_clients(work.tx, waiting, first)
    opened: list[int] = []
    for client in clients:
        if client.id in waiting:
            own = [one for one in terms if one.client_id == client.id]
            opened += _paid_of(work, client, own, known.get(client.id, []), came.get(client.id, ()))
    # What opens with no money of now was paid by the last that came, and is not once that is taken back.
    settled = [one.settled_at for some in known.values() for one in some if one.settled_at is not None]
    at = work.now if came else max(settled, default=work.now)
    for order_id in opened:
        await work.tx.run(stops.SET_PAID, id_=order_id, at=at)
        await _tell(work, order_id)
    return opened


def _paid_of(
    work: Work,
    client: Debtor,
    terms: Sequence[stops.ClientTerms],
    known: Sequence[Payment],
    came: Sequence[Payment],
) -> list[int]:
    """Of one client, for whom a file may not be known yet: then all of its money is paid ahead."""
    spent = [(one.paid_at.astimezone(_zone(work)).date(), one.amount) for one in terms if one.paid_at]
    opened = []
    for one in terms:
        since = _day(work, one)
        money = sum(payment.amount for payment in known if payment.day >= since)
        money -= sum(amount for day, amount in spent if day >= since)
        free = money if client.debt_as_of is None else min(money, client.advance)
        named = any(_names(payment, one) for payment in came) and one.amount <= sum(
            payment.amount for payment in {**_by_id(known), **_by_id(came)}.values() if _names(payment, one)
        )
        if one.paid_at is None and (named or one.amount <= free):
            spent.append((work.now.astimezone(_zone(work)).date(), one.amount))
            opened.append(one.order_id)
    return opened


def _names(payment: Payment, terms: stops.ClientTerms) -> bool:
    return terms.order_id in orders_in(payment.purpose)


def _by_id(some: Sequence[Payment]) -> dict[int, Payment]:
    return {one.id: one for one in some}


def _day(work: Work, terms: stops.ClientTerms) -> date:
    return terms.created_at.astimezone(_zone(work)).date()


def _zone(work: Work) -> ZoneInfo:
    return ZoneInfo(work.rules.company.timezone)


async def change_amount(work: Work, order: Order, total: int) -> None:
    """An order that was changed is to be paid as it is now: `total` kopecks. Paid for less, it waits for the rest.

    Made smaller it may be paid by what has come already.
    """
    if await stops.terms_of(work.tx, order.id) is None:
        return
    clients = await receivables.lock(work.tx, [order.client_id])
    terms = await stops.terms_of(work.tx, order.id)
    if terms is None or terms.amount == total:
        return
    await work.tx.run(stops.SET_AMOUNT, order_id_=order.id, amount_=total)
    if terms.paid_at is None and 0 < total < terms.amount:
        await open_paid(work, list(clients.values()), {})
    elif terms.paid_at is not None and total > terms.amount:
        await work.tx.run(stops.SET_UNPAID, ids=[order.id])
        await _tell(work, order.id, ReminderKind.PREPAID_GREW)


async def close_unpaid(work: Work, client_ids: Sequence[int], moment: datetime) -> None:
    """The payments of `moment` are taken back: what they opened waits for money again, and whoever was told hears of it."""
    for order_id in await stops.unpay(work.tx, client_ids, moment):
        if not await reminders.forget(work.tx, ReminderKind.PREPAID, order_id):
            await _tell(work, order_id)


async def _tell(work: Work, order_id: int, kind: ReminderKind = ReminderKind.PREPAID) -> None:
    order = await orders.find(work.tx, order_id)
    manager = await employees.find(work.tx, order.employee_id) if order else None
    people = [*([manager] if manager else []), *await employees.with_role(work.tx, Role.SUPPORT)]
    for person in people:
        await reminders.put(work.tx, person.id, kind, order_id, work.now)


@allowed(*SELLING, Role.SUPPORT)
async def find_paid(actor: Actor, work: Work, order_id: int) -> OrderView | None:
    """As the money for it now stands; None where the order was taken back or refused meanwhile."""
    order = await orders.find(work.tx, order_id)
    gone = {OrderStatus.DRAFT, OrderStatus.REFUSED}
    if order is None or order.status in gone:
        return None
    return await order_view(work, actor, order)
