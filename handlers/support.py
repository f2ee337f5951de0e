"""Sales support's side of an order: «Принял», «Введён №», «Вопрос», «Собран», «Отгружен», «Закрыть», and the last step back."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.orders import OrderStatus
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import desk
from screens import format as written
from screens import support as screens
from screens.callbacks.support import (
    Accept,
    Agree,
    AskManager,
    AskNumber,
    Close,
    DeskMore,
    Pick,
    Ship,
    UndoStep,
)
from screens.order_views import OrderView
from screens.words import Catalogue
from usecases import order_changes, order_statuses, order_undo, support
from usecases.desk_post import (
    is_card,
    refresh_desk,
    refresh_manager,
    retell_manager,
    tell,
    tell_manager,
    tell_undone,
)
from usecases.order_flow import Passed
from usecases.support import Asked

SHIPMENTS = {OrderStatus.SHIPPED: "ntf-shipped", OrderStatus.SHIPPED_PART: "ntf-shipped-part"}


class DeskDialogue(StatesGroup):
    number = State()
    question = State()


class Number(BaseModel):
    """`was` is the number that stood there when it was asked."""

    order: int
    was: str = ""


class Question(BaseModel):
    order: int


async def show_step(turn: Turn, done: Passed) -> None:
    """The card as it now is, where it was tapped and everywhere else; a group's card is retold with the others."""
    if turn.private:
        turn.show(screens.order_card(turn.words, done.mine))
    elif not await is_card(turn.work, turn.chat, turn.message, done.mine.id):
        turn.show(screens.order_line(turn.words, done.mine))
    if not done.again:
        refresh_desk(turn, done)
        retell_manager(turn, done)


async def on_accept(_: CallbackQuery, callback_data: Accept, turn: Turn) -> None:
    await show_step(turn, await support.accept(turn.actor, turn.work, callback_data.order))


async def on_ask_number(_: CallbackQuery, callback_data: AskNumber, turn: Turn) -> None:
    was = await support.number_of(turn.actor, turn.work, callback_data.order)
    turn.conversation.enter(DeskDialogue.number, Number(order=callback_data.order, was=was))
    turn.say(screens.ask_number(turn.words, callback_data.order, was))


async def on_number_typed(message: Message, turn: Turn) -> None:
    data = turn.conversation.data(Number)
    done = await support.enter(turn.actor, turn.work, data.order, message.text or "", was=data.was)
    turn.conversation.leave()
    turn.show(screens.told(turn.words, "msg-entered", data.order, number=done.passed.mine.number))
    if not done.passed.again:
        refresh_desk(turn, done.passed)
        retell_manager(turn, done.passed)
        key = "ntf-number-fixed" if done.was else "ntf-entered"
        tell_manager(turn, done.passed, key, was=done.was)


async def on_ask(_: CallbackQuery, callback_data: AskManager, turn: Turn) -> None:
    await support.check_askable(turn.actor, turn.work, callback_data.order)
    turn.conversation.enter(DeskDialogue.question, Question(order=callback_data.order))
    turn.say(screens.ask(turn.words, "ask-order-question", callback_data.order))


async def on_question_typed(message: Message, turn: Turn) -> None:
    order = turn.conversation.data(Question).order
    asked = await support.ask(turn.actor, turn.work, order, message.text or "")
    turn.conversation.leave()
    turn.show(screens.told(turn.words, "msg-asked", order, manager=asked.passed.mine.manager))
    refresh_desk(turn, asked.passed)
    await refresh_manager(turn, turn.work, asked.passed)
    if asked.passed.for_manager is not None:
        _pass_on(turn, asked, asked.passed.for_manager)


def _pass_on(turn: Turn, asked: Asked, view: OrderView) -> None:
    who, question = turn.actor.name, asked.question
    manager = [asked.passed.manager] if asked.passed.manager is not None else []
    tell(turn, manager, lambda words: screens.question(words, view, question.id, who, question.question))


async def on_agree(_: CallbackQuery, callback_data: Agree, turn: Turn) -> None:
    done = await order_changes.agree(turn.actor, turn.work, callback_data.order)
    turn.ack(turn.words.plain("ack-agreed"))
    await show_step(turn, done)


async def on_pick(_: CallbackQuery, callback_data: Pick, turn: Turn) -> None:
    await show_step(turn, await order_statuses.pick(turn.actor, turn.work, callback_data.order))


async def on_ship(_: CallbackQuery, callback_data: Ship, turn: Turn) -> None:
    await show_shipped(turn, await order_statuses.ship(turn.actor, turn.work, callback_data.order))


async def show_shipped(turn: Turn, done: Passed) -> None:
    await show_step(turn, done)
    if not done.again:
        shipped = written.money(turn.words, done.mine.shipped or 0)
        tell_manager(turn, done, SHIPMENTS[done.mine.status], shipped=shipped)


async def on_close(_: CallbackQuery, callback_data: Close, turn: Turn) -> None:
    await show_step(turn, await order_statuses.close(turn.actor, turn.work, callback_data.order))


async def on_more(_: CallbackQuery, callback_data: DeskMore, turn: Turn) -> None:
    turn.conversation.leave()
    view, step = await order_undo.get_more(turn.actor, turn.work, callback_data.order)
    turn.show(desk.more(turn.words, view, step))


async def on_undo(_: CallbackQuery, callback_data: UndoStep, turn: Turn) -> None:
    done = await order_undo.undo(turn.actor, turn.work, callback_data.order)
    await show_step(turn, done)
    tell_undone(turn, done)


def setup(catalogue: Catalogue) -> Router:
    del catalogue
    router = Router(name="support")
    router.message.register(on_number_typed, StateFilter(DeskDialogue.number), Typed())
    router.message.register(on_question_typed, StateFilter(DeskDialogue.question), Typed())
    taps = router.callback_query
    taps.filter(Feature("support"))
    taps.register(on_accept, Accept.filter())
    taps.register(on_ask_number, AskNumber.filter())
    taps.register(on_ask, AskManager.filter())
    taps.register(on_pick, Pick.filter())
    taps.register(on_ship, Ship.filter())
    taps.register(on_close, Close.filter())
    taps.register(on_agree, Agree.filter())
    taps.register(on_more, DeskMore.filter())
    taps.register(on_undo, UndoStep.filter())
    return router
