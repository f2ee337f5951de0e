"""/orders, 🧾: what was handed over, for the manager, the lead and sales support; handing over, the lead's word, answers."""

from collections.abc import Callable, Iterable

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.actors import Actor, Role
from handlers import approvals, checks
from handlers.filters import Feature, MenuButton, Typed
from handlers.order_export import show_exports
from handlers.turn import Turn
from screens import support as screens
from screens.callbacks.orders import (
    Approve,
    Decline,
    HandOver,
    HandOverPrepaid,
    OpenApproval,
    OpenOrder,
    OpenOrders,
    OrderFile,
    OrderPage,
    PrepaidOnly,
    Reply,
    Withdraw,
)
from screens.order_views import OrderView
from screens.screen import FileRef, Screen
from screens.words import Catalogue, Words
from usecases import order_flow, support
from usecases.approval_views import anchor_of
from usecases.desk_post import clear_desk, refresh_desk, refresh_manager, send_to_desk
from usecases.order_flow import Passed

Make = Callable[[Words], Screen]


class ReplyDialogue(StatesGroup):
    answer = State()


class Answer(BaseModel):
    question: int


def card_of(view: OrderView) -> Make:
    return lambda words: screens.order_card(words, view)


def _reply_of(view: OrderView, asked: str, text: str) -> Make:
    return lambda words: screens.reply(words, view, asked, text)


def _others(turn: Turn, done: Passed) -> list[Actor]:
    return [lead for lead in done.leads if lead.id != turn.actor.id]


async def on_orders(_: Message | CallbackQuery, turn: Turn) -> None:
    await show_orders(turn)


async def show_orders(turn: Turn) -> None:
    turn.conversation.leave()
    if turn.actor.role is Role.SUPPORT:
        turn.show(screens.queue(turn.words, *await support.list_queue(turn.actor, turn.work)))
        return
    if turn.actor.role is Role.ACCOUNTANT:
        await show_exports(turn)
        return
    waiting, handed = await order_flow.list_orders(turn.actor, turn.work)
    leads = turn.actor.leads
    turn.show(screens.order_list(turn.words, waiting, handed, team=leads, may_export=leads))


async def on_order(_: CallbackQuery, callback_data: OpenOrder, turn: Turn) -> None:
    turn.conversation.leave()
    view = await order_flow.get_order(turn.actor, turn.work, callback_data.order)
    turn.show(screens.order_card(turn.words, view))


async def on_page(_: CallbackQuery, callback_data: OrderPage, turn: Turn) -> None:
    view = await order_flow.get_order(turn.actor, turn.work, callback_data.order, callback_data.start)
    turn.show(screens.order_card(turn.words, view))


async def on_file(_: CallbackQuery, callback_data: OrderFile, turn: Turn) -> None:
    view = await order_flow.get_order(turn.actor, turn.work, callback_data.order)
    turn.ack(turn.words.plain("ack-order-file"))
    for kind in ("order_pdf", "order_form"):
        turn.attach(FileRef(kind, view.id, turn.actor.language))


async def on_hand_over(_: CallbackQuery, callback_data: HandOver, turn: Turn) -> None:
    if not await checks.ask(turn, callback_data.order):
        await hand_over(turn, callback_data.order)


async def on_prepay(_: CallbackQuery, callback_data: HandOverPrepaid, turn: Turn) -> None:
    if not await checks.ask(turn, callback_data.order, prepaid=True):
        await hand_over(turn, callback_data.order, prepaid=True)


async def hand_over(turn: Turn, order: int, *, prepaid: bool = False) -> None:
    handed(turn, await order_flow.hand_over(turn.actor, turn.work, order, prepaid=prepaid))


def handed(turn: Turn, done: Passed) -> None:
    turn.conversation.leave()
    if done.again:
        turn.show(screens.order_card(turn.words, done.mine))
        return
    turn.show(screens.receipt(turn.words, done.mine, len(done.desk)))
    pass_on(turn, done)


def pass_on(turn: Turn, done: Passed) -> None:
    """Whoever has to act on an order that was handed over learns of it: sales support, or the leads where it is held."""
    approvals.tell_leads(turn, done)
    if not done.held:
        send_to_desk(turn, done)


async def on_withdraw(_: CallbackQuery, callback_data: Withdraw, turn: Turn) -> None:
    done = await order_flow.withdraw(turn.actor, turn.work, callback_data.order)
    view = done.mine
    turn.show(screens.news(turn.words, "msg-withdrawn", view))
    if done.was_handed:
        await clear_desk(turn, turn.work, view.id, view.client, supports=done.supports, place=done.place)
    else:
        tell_taken_back(turn, view.id, view.client, done.leads)
        turn.tell(
            [done.decider] if done.decider else [],
            lambda words: screens.taken_back(words, view.client, view.id),
        )


def tell_taken_back(turn: Turn, order: int, client: str, leads: Iterable[Actor]) -> None:
    """What the leads were asked says that there is nothing to decide any more."""
    turn.retell(leads, lambda words: screens.taken_back(words, client, order), anchor=anchor_of(order))


async def on_approval(_: CallbackQuery, callback_data: OpenApproval, turn: Turn) -> None:
    await approvals.show(turn, callback_data.order)


async def on_approve(_: CallbackQuery, callback_data: Approve, turn: Turn) -> None:
    await approvals.answer_now(turn, callback_data.order)


async def on_prepaid_only(_: CallbackQuery, callback_data: PrepaidOnly, turn: Turn) -> None:
    await approvals.answer_now(turn, callback_data.order, prepaid=True)


async def on_decline(_: CallbackQuery, callback_data: Decline, turn: Turn) -> None:
    await approvals.refuse_now(turn, callback_data.order)


async def on_reply(_: CallbackQuery, callback_data: Reply, turn: Turn) -> None:
    question = await support.get_open_question(
        turn.actor, turn.work, callback_data.order, callback_data.question
    )
    turn.conversation.enter(ReplyDialogue.answer, Answer(question=question.id))
    turn.say(screens.ask(turn.words, "ask-order-answer", question.order_id, text=question.question))


async def on_answer_typed(message: Message, turn: Turn) -> None:
    data = turn.conversation.data(Answer)
    asked = await support.answer(turn.actor, turn.work, data.question, message.text or "")
    turn.conversation.leave()
    question = asked.question
    turn.show(screens.told(turn.words, "msg-answered", question.order_id, who=question.asker))
    refresh_desk(turn, asked.passed)
    await refresh_manager(turn, turn.work, asked.passed)
    for person, view in asked.back_to:
        turn.tell([person], _reply_of(view, question.question, question.answer))


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="order_cards")
    router.message.register(on_orders, Command("orders"))
    router.message.register(on_orders, MenuButton(catalogue, "orders"))
    router.message.register(on_answer_typed, StateFilter(ReplyDialogue.answer), Typed())
    taps = router.callback_query
    taps.filter(Feature("orders"))
    taps.register(on_orders, OpenOrders.filter())
    taps.register(on_order, OpenOrder.filter())
    taps.register(on_page, OrderPage.filter())
    taps.register(on_file, OrderFile.filter())
    taps.register(on_hand_over, HandOver.filter())
    taps.register(on_withdraw, Withdraw.filter())
    taps.register(on_approval, OpenApproval.filter())
    taps.register(on_approve, Approve.filter())
    taps.register(on_prepaid_only, PrepaidOnly.filter())
    taps.register(on_prepay, HandOverPrepaid.filter())
    taps.register(on_decline, Decline.filter())
    taps.register(on_reply, Reply.filter())
    return router
