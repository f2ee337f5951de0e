"""/orders, 🧾: what was handed over, for the manager, the lead and sales support; handing over, the lead's word, answers."""

from collections.abc import Callable, Iterable

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.actors import Actor, Role
from handlers.filters import Feature, MenuButton, Typed
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
from screens.order_views import ApprovalView, OrderView
from screens.screen import FileRef, Screen
from screens.words import Catalogue, Words
from usecases import order_flow, support
from usecases.order_flow import Passed

Make = Callable[[Words], Screen]


class ReplyDialogue(StatesGroup):
    answer = State()


class Answer(BaseModel):
    question: int


def anchor(order: int) -> str:
    """The card of an order in each chat of sales support."""
    return f"order:{order}"


def approval_anchor(order: int) -> str:
    return f"approval:{order}"


def card_of(view: OrderView) -> Make:
    return lambda words: screens.order_card(words, view)


def _approval_of(view: ApprovalView) -> Make:
    return lambda words: screens.approval(words, view)


def _reply_of(view: OrderView, asked: str, text: str) -> Make:
    return lambda words: screens.reply(words, view, asked, text)


def refresh_desk(turn: Turn, done: Passed) -> None:
    """Every card of this order in the hands of sales support shows how it stands now."""
    for person, view in done.desk:
        turn.retell([person], card_of(view), anchor=anchor(view.id))


def tell_manager(turn: Turn, done: Passed, key: str, **facts: str | int) -> None:
    view = done.for_manager
    if done.manager is not None and view is not None:
        turn.tell([done.manager], lambda words: screens.news(words, key, view, **facts))


def _send_to_support(turn: Turn, done: Passed) -> None:
    """To everybody there; where nobody is, the lead learns that the order waits."""
    for person, view in done.desk:
        turn.tell([person], card_of(view), anchor=anchor(view.id))
    if not done.desk:
        turn.tell(_others(turn, done), lambda words: screens.news(words, "ntf-no-support", done.mine))


def _others(turn: Turn, done: Passed) -> list[Actor]:
    return [lead for lead in done.leads if lead.id != turn.actor.id]


async def on_orders(_: Message | CallbackQuery, turn: Turn) -> None:
    await show_orders(turn)


async def show_orders(turn: Turn) -> None:
    turn.conversation.leave()
    if turn.actor.role is Role.SUPPORT:
        turn.show(screens.queue(turn.words, *await support.list_queue(turn.actor, turn.work)))
        return
    waiting, handed = await order_flow.list_orders(turn.actor, turn.work)
    turn.show(screens.order_list(turn.words, waiting, handed, team=turn.actor.leads))


async def on_order(_: CallbackQuery, callback_data: OpenOrder, turn: Turn) -> None:
    turn.conversation.leave()
    view = await order_flow.get_order(turn.actor, turn.work, callback_data.order)
    turn.show(screens.order_card(turn.words, view))


async def on_page(_: CallbackQuery, callback_data: OrderPage, turn: Turn) -> None:
    view = await order_flow.get_order(turn.actor, turn.work, callback_data.order)
    turn.show(screens.order_card(turn.words, view, callback_data.start))


async def on_file(_: CallbackQuery, callback_data: OrderFile, turn: Turn) -> None:
    view = await order_flow.get_order(turn.actor, turn.work, callback_data.order)
    turn.ack(turn.words.plain("ack-order-file"))
    turn.attach(FileRef("order_form", view.id, turn.actor.language))


async def on_hand_over(_: CallbackQuery, callback_data: HandOver, turn: Turn) -> None:
    _handed(turn, await order_flow.hand_over(turn.actor, turn.work, callback_data.order))


async def on_prepay(_: CallbackQuery, callback_data: HandOverPrepaid, turn: Turn) -> None:
    _handed(turn, await order_flow.hand_over(turn.actor, turn.work, callback_data.order, prepaid=True))


def _handed(turn: Turn, done: Passed) -> None:
    turn.conversation.leave()
    if done.again:
        turn.show(screens.order_card(turn.words, done.mine))
        return
    turn.show(screens.receipt(turn.words, done.mine, len(done.desk)))
    pass_on(turn, done)


def pass_on(turn: Turn, done: Passed) -> None:
    """Whoever has to act on an order that was handed over learns of it: sales support, or the leads where it is held."""
    for lead, view in done.approvals:
        turn.tell([lead], _approval_of(view), anchor=approval_anchor(done.mine.id))
    if not done.held:
        _send_to_support(turn, done)


async def on_withdraw(_: CallbackQuery, callback_data: Withdraw, turn: Turn) -> None:
    done = await order_flow.withdraw(turn.actor, turn.work, callback_data.order)
    view = done.mine
    turn.show(screens.news(turn.words, "msg-withdrawn", view))
    told = done.supports if done.was_handed else done.leads
    tell_taken_back(turn, view.id, view.client, told, was_handed=done.was_handed)


def tell_taken_back(turn: Turn, order: int, client: str, told: Iterable[Actor], *, was_handed: bool) -> None:
    """The cards that `told` have of the order say that there is nothing to do any more."""
    name = anchor(order) if was_handed else approval_anchor(order)
    turn.retell(told, lambda words: screens.taken_back(words, client, order), anchor=name)


async def on_approval(_: CallbackQuery, callback_data: OpenApproval, turn: Turn) -> None:
    view = await order_flow.get_approval(turn.actor, turn.work, callback_data.order)
    turn.show(screens.approval(turn.words, view))


async def on_approve(_: CallbackQuery, callback_data: Approve, turn: Turn) -> None:
    done = await order_flow.approve(turn.actor, turn.work, callback_data.order)
    _settle(turn, done, "approved")
    _send_to_support(turn, done)


async def on_prepaid_only(_: CallbackQuery, callback_data: PrepaidOnly, turn: Turn) -> None:
    done = await order_flow.approve_prepaid(turn.actor, turn.work, callback_data.order)
    _settle(turn, done, "prepaid-only")
    _send_to_support(turn, done)


async def on_decline(_: CallbackQuery, callback_data: Decline, turn: Turn) -> None:
    done = await order_flow.decline(turn.actor, turn.work, callback_data.order)
    _settle(turn, done, "declined")


def _settle(turn: Turn, done: Passed, how: str) -> None:
    """The cards of all leads and the manager learn what was decided."""
    who = turn.actor.name

    def decided(words: Words) -> Screen:
        return screens.news(words, f"msg-{how}", done.mine, who=who)

    turn.show(decided(turn.words))
    turn.retell(_others(turn, done), decided, anchor=approval_anchor(done.mine.id))
    tell_manager(turn, done, f"ntf-{how}", who=who, supports=len(done.desk))


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
