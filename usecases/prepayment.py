"""Orders that are shipped once they are paid for: no credit is asked for, so nobody has to approve them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from capture.order_numbers import orders_in
from domain.actors import SELLING, Actor, Role
from domain.orders import OrderStatus
from domain.reminders import ReminderKind
from screens.order_views import OrderView
from storage import employees, orders, payments, reminders, stops
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
    for order_id in opened:
        await work.tx.run(stops.SET_PAID, id_=order_id, at=work.now)
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
        named = any(_names(payment, one) for payment in came)
        if one.paid_at is None and (named or one.amount <= free):
            spent.append((work.now.astimezone(_zone(work)).date(), one.amount))
            opened.append(one.order_id)
    return opened


def _names(payment: Payment, terms: stops.ClientTerms) -> bool:
    return terms.order_id in orders_in(payment.purpose) and payment.amount >= terms.amount


def _day(work: Work, terms: stops.ClientTerms) -> date:
    return terms.created_at.astimezone(_zone(work)).date()


def _zone(work: Work) -> ZoneInfo:
    return ZoneInfo(work.rules.company.timezone)


async def close_unpaid(work: Work, client_ids: Sequence[int], moment: datetime) -> None:
    """The payments of `moment` are taken back: what they opened waits for money again."""
    for order_id in await stops.unpay(work.tx, client_ids, moment):
        await reminders.forget(work.tx, ReminderKind.PREPAID, order_id)


async def _tell(work: Work, order_id: int) -> None:
    order = await orders.find(work.tx, order_id)
    manager = await employees.find(work.tx, order.employee_id) if order else None
    people = [*([manager] if manager else []), *await employees.with_role(work.tx, Role.SUPPORT)]
    for person in people:
        await reminders.put(work.tx, person.id, ReminderKind.PREPAID, order_id, work.now)


@allowed(*SELLING, Role.SUPPORT)
async def find_paid(actor: Actor, work: Work, order_id: int) -> OrderView | None:
    """None where the order was taken back or refused meanwhile."""
    order = await orders.find(work.tx, order_id)
    gone = {OrderStatus.DRAFT, OrderStatus.REFUSED}
    if order is None or order.status in gone:
        return None
    return await order_view(work, actor, order)
