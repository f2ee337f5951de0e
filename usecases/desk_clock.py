"""The desk's clock: who is reminded when an order waits, and what is still true when the hour comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.actors import EVERYBODY, Actor, Role
from domain.desk import DeskHours, Wait
from domain.orders import OrderStatus
from domain.reminders import ReminderKind
from screens.order_views import OrderView
from storage import employees, order_talk, orders, reminders
from storage.order_talk import Question
from storage.orders import Order
from usecases.access import allowed
from usecases.order_views import order_view
from usecases.work import Work

KINDS = {
    Wait.ACCEPT: ReminderKind.ORDER_ACCEPT,
    Wait.ENTER: ReminderKind.ORDER_ENTER,
    Wait.ANSWER: ReminderKind.ORDER_ANSWER,
}
WAITS = {str(kind): wait for wait, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Waiting:
    """An order that still waits: `minutes` since the step that it waits from. `question` is the one without an answer."""

    wait: Wait
    view: OrderView
    minutes: int
    question: Question | None = None


def hours_of(work: Work) -> DeskHours:
    return DeskHours(work.rules.desk, work.rules.calendar, ZoneInfo(work.rules.company.timezone))


async def start(work: Work, order: Order) -> None:
    """An order that waits to be accepted: sales support is reminded, later its manager and the leads."""
    supports = await employees.with_role(work.tx, Role.SUPPORT)
    manager = await employees.find(work.tx, order.employee_id)
    await _put(work, Wait.ACCEPT, order.id, supports, await _above(work, manager))


async def start_entering(work: Work, order: Order, by: Actor) -> None:
    """An order that was accepted and is not entered."""
    await stop(work, order.id)
    manager = await employees.find(work.tx, order.employee_id)
    await _put(work, Wait.ENTER, order.id, [by], await _above(work, manager))


async def start_asking(work: Work, order: Order, question_id: int) -> None:
    """A question: its manager is reminded, later the leads."""
    manager = await employees.find(work.tx, order.employee_id)
    people = [manager] if manager is not None else []
    later = [person for person in await _above(work, manager) if manager is None or person.id != manager.id]
    await _put(work, Wait.ANSWER, question_id, people, later)


async def stop(work: Work, order_id: int) -> None:
    """Nobody waits for anything of this order any more, but for answers."""
    for wait in (Wait.ACCEPT, Wait.ENTER):
        await reminders.forget(work.tx, KINDS[wait], order_id)


async def forget_desk(work: Work, order_id: int) -> None:
    """Their group has heard of it: none of sales support is told again."""
    for person in await employees.with_role(work.tx, Role.SUPPORT):
        await reminders.forget_of(work.tx, KINDS[Wait.ACCEPT], order_id, person.id)


async def stop_asking(work: Work, question_id: int) -> None:
    await reminders.forget(work.tx, KINDS[Wait.ANSWER], question_id)


async def _above(work: Work, manager: Actor | None) -> list[Actor]:
    return [manager, *await employees.leads_of(work.tx, manager)] if manager is not None else []


async def _put(work: Work, wait: Wait, ref: int, first: Sequence[Actor], later: Sequence[Actor]) -> None:
    """`first` hear of it when the time is over, `later` some time after; a person once."""
    settings, hours = work.rules.desk, hours_of(work)
    at = hours.after(work.now, settings.minutes(wait))
    known = {person.id for person in first}
    for person in first:
        await reminders.put(work.tx, person.id, KINDS[wait], ref, at)
    at = hours.after(at, settings.escalate_minutes)
    for person in later:
        if person.id not in known:
            await reminders.put(work.tx, person.id, KINDS[wait], ref, at)


@allowed(*EVERYBODY)
async def find_waiting(person: Actor, work: Work, kind: str, ref_id: int) -> Waiting | None:
    """None where it was done meanwhile, or the order is gone."""
    wait = WAITS[kind]
    question = await order_talk.find_question(work.tx, ref_id) if wait is Wait.ANSWER else None
    order = await orders.find(work.tx, question.order_id if question else ref_id)
    if order is None or order.day is None or not _still(wait, order, question):
        return None
    since = await _since(work, wait, order, question)
    minutes = int((work.now - since).total_seconds()) // 60
    return Waiting(wait, await order_view(work, person, order), minutes, question)


def _still(wait: Wait, order: Order, question: Question | None) -> bool:
    status = OrderStatus(order.status)
    if wait is Wait.ACCEPT:
        return status in {OrderStatus.HANDED_OVER, OrderStatus.QUESTION} and order.accepted_by is None
    if wait is Wait.ENTER:
        return status in {OrderStatus.ACCEPTED, OrderStatus.QUESTION} and not order.entered_number
    asked = question is not None and question.answered_at is None
    return asked and status not in {OrderStatus.CLOSED, OrderStatus.REFUSED, OrderStatus.DRAFT}


async def _since(work: Work, wait: Wait, order: Order, question: Question | None) -> datetime:
    if question is not None:
        return question.asked_at
    handed = order.handed_at or order.created_at
    if wait is Wait.ACCEPT:
        return handed
    steps = await order_talk.events_of(work.tx, order.id)
    return next((step.at for step in reversed(steps) if step.step == "accepted"), handed)
