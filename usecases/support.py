"""Sales support: takes an order, enters it in the accounting system, asks about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.actors import SELLING, Actor, Role
from domain.orders import OrderStatus, OrderStep, check_transition
from screens.order_views import OrderView, RowView
from storage import order_changes, order_talk, orders
from storage.order_talk import Question
from storage.orders import Order
from usecases import desk_clock, order_undo
from usecases.access import allowed
from usecases.errors import NotFoundError
from usecases.order_errors import (
    OrderEnteredError,
    OrderTakenError,
    QuestionAnsweredError,
    check_text,
)
from usecases.order_flow import Passed, passed
from usecases.order_views import find_order, people_names, rows_of
from usecases.work import Work

QUEUE_SIZE, SHIPPING_SIZE = 20, 10
LONGEST_NUMBER, LONGEST_QUESTION = 40, 1000
ACCEPT = orders.patch("status", "accepted_by")
ENTER = orders.patch("status", "accepted_by", "entered_number")
SET_STATUS = orders.patch("status")
QUEUE_DAYS = 14


@dataclass(frozen=True, slots=True)
class Entered:
    """`was` is the number that this one corrects, "" for the first."""

    passed: Passed
    was: str


@dataclass(frozen=True, slots=True)
class Asked:
    passed: Passed
    question: Question

    @property
    def back_to(self) -> tuple[tuple[Actor, OrderView], ...]:
        """Who asked; the whole of sales support where that person has left."""
        asker = tuple(one for one in self.passed.desk if one[0].id == self.question.asked_by)
        return asker or self.passed.desk


@allowed(Role.SUPPORT)
async def list_queue(_: Actor, work: Work) -> tuple[Sequence[RowView], Sequence[RowView], Sequence[RowView]]:
    """Those nobody has accepted (with those asked about), and those in hands; the longest waiting first.

    Last, of two weeks, those that are entered and have not left whole, the newest first.
    """
    fresh = [
        *await orders.queue(work.tx, OrderStatus.HANDED_OVER, QUEUE_SIZE),
        *await orders.queue(work.tx, OrderStatus.QUESTION, QUEUE_SIZE),
    ]
    fresh.sort(key=lambda order: (order.handed_at or order.created_at, order.id))
    taken = await orders.queue(work.tx, OrderStatus.ACCEPTED, QUEUE_SIZE)
    since = work.now - timedelta(days=QUEUE_DAYS)
    entered = [
        *await order_talk.recent_with(work.tx, OrderStatus.SHIPPED_PART, since, SHIPPING_SIZE),
        *await order_talk.recent_with(work.tx, OrderStatus.PICKED, since, SHIPPING_SIZE),
        *await order_talk.recent_with(work.tx, OrderStatus.ENTERED, since, SHIPPING_SIZE),
    ]
    return (
        await rows_of(work, fresh[:QUEUE_SIZE]),
        await rows_of(work, taken),
        await rows_of(work, entered[:SHIPPING_SIZE]),
    )


@allowed(Role.SUPPORT)
async def accept(actor: Actor, work: Work, order_id: int) -> Passed:
    """One of several wins. Raises `OrderTakenError` for the others, `OrderTransitionError` once it is past that."""
    order = await find_order(work, actor, order_id, lock=True)
    if order.accepted_by == actor.id:
        return await passed(work, actor, order.id, again=True)
    await _check_free(work, order)
    status = OrderStatus(order.status)
    if status is not OrderStatus.QUESTION:
        check_transition(status, OrderStatus.ACCEPTED)
    kept = OrderStatus.QUESTION if status is OrderStatus.QUESTION else OrderStatus.ACCEPTED
    await work.tx.run(ACCEPT, id_=order.id, status=kept, accepted_by=actor.id)
    await order_changes.settle(work.tx, order.id, actor.id, work.now, by_desk=False)
    await order_talk.note_step(work.tx, order.id, actor.hand, work.now, step=OrderStep.ACCEPTED)
    await order_undo.keep(actor, work, order, kept)
    await desk_clock.start_entering(work, order, actor)
    return await passed(work, actor, order.id)


async def _check_free(work: Work, order: Order) -> None:
    if order.accepted_by is not None:
        names = await people_names(work, [order.accepted_by])
        raise OrderTakenError(name=names.get(order.accepted_by, ""))


@allowed(Role.SUPPORT)
async def number_of(actor: Actor, work: Work, order_id: int) -> str:
    """The number it has so far, "" for none. Raises `OrderTransitionError` where none can be given."""
    order = await find_order(work, actor, order_id)
    _check_enterable(order)
    return order.entered_number or ""


def _check_enterable(order: Order) -> None:
    status = OrderStatus(order.status)
    if status is not OrderStatus.ENTERED:
        check_transition(status, OrderStatus.ENTERED)


@allowed(Role.SUPPORT)
async def enter(actor: Actor, work: Work, order_id: int, number: str, *, was: str) -> Entered:
    """`was` is the number that the person saw. Raises `OrderEnteredError` where a colleague entered another meanwhile."""
    order = await find_order(work, actor, order_id, lock=True)
    _check_enterable(order)
    number = check_text(number, LONGEST_NUMBER)
    before = order.entered_number or ""
    if before not in {was, number}:
        names = await people_names(work, [order.accepted_by] if order.accepted_by else [])
        raise OrderEnteredError(number=before, name=names.get(order.accepted_by or 0, ""))
    if before == number:
        return Entered(await passed(work, actor, order.id, again=True), before)
    await work.tx.run(
        ENTER,
        id_=order.id,
        status=OrderStatus.ENTERED,
        accepted_by=order.accepted_by or actor.id,
        entered_number=number,
    )
    await order_talk.note_step(work.tx, order.id, actor.hand, work.now, step=OrderStep.ENTERED, note=number)
    await order_undo.keep(actor, work, order, OrderStatus.ENTERED)
    await desk_clock.stop(work, order.id)
    return Entered(await passed(work, actor, order.id), before)


@allowed(Role.SUPPORT)
async def check_askable(actor: Actor, work: Work, order_id: int) -> None:
    """Raises `NotFoundError` or `OrderTransitionError` before somebody types in vain."""
    status = OrderStatus((await find_order(work, actor, order_id)).status)
    if status is not OrderStatus.QUESTION:
        check_transition(status, OrderStatus.QUESTION)


@allowed(Role.SUPPORT)
async def ask(actor: Actor, work: Work, order_id: int, text: str) -> Asked:
    """The question goes to the manager; the order waits for the answer."""
    order = await find_order(work, actor, order_id, lock=True)
    await check_askable(actor, work, order_id)
    question_id = await order_talk.ask(
        work.tx, order.id, actor.id, check_text(text, LONGEST_QUESTION), work.now
    )
    await work.tx.run(SET_STATUS, id_=order.id, status=OrderStatus.QUESTION)
    await desk_clock.start_asking(work, order, question_id)
    question = await order_talk.find_question(work.tx, question_id)
    assert question is not None
    return Asked(await passed(work, actor, order.id), question)


@allowed(*SELLING)
async def get_question(actor: Actor, work: Work, question_id: int) -> Question:
    """An open question about the actor's own order. Raises `QuestionAnsweredError` once it was answered."""
    question = await order_talk.find_question(work.tx, question_id)
    order = await orders.find(work.tx, question.order_id) if question else None
    if question is None or order is None or order.employee_id != actor.id:
        raise NotFoundError(what="question", id=question_id)
    if question.answered_at is not None:
        raise QuestionAnsweredError
    return question


@allowed(*SELLING)
async def get_open_question(actor: Actor, work: Work, order_id: int, question_id: int) -> Question:
    """That question, or with 0 the oldest open one about the order. Raises `QuestionAnsweredError` where none is open."""
    if question_id:
        return await get_question(actor, work, question_id)
    for question in await order_talk.questions_of(work.tx, order_id):
        if question.answered_at is None:
            return await get_question(actor, work, question.id)
    raise QuestionAnsweredError


@allowed(*SELLING)
async def answer(actor: Actor, work: Work, question_id: int, text: str) -> Asked:
    """Back to who asked; with the last answer the order is where it was before the questions."""
    question = await get_question(actor, work, question_id)
    order = await find_order(work, actor, question.order_id, lock=True)
    if not await order_talk.answer(work.tx, question_id, check_text(text, LONGEST_QUESTION), work.now):
        raise QuestionAnsweredError
    await desk_clock.stop_asking(work, question_id)
    waiting = [one for one in await order_talk.questions_of(work.tx, order.id) if one.answered_at is None]
    if order.status == OrderStatus.QUESTION and not waiting:
        await work.tx.run(SET_STATUS, id_=order.id, status=await order_undo.before_question(work, order))
    answered = await order_talk.find_question(work.tx, question_id)
    assert answered is not None
    return Asked(await passed(work, actor, order.id), answered)
