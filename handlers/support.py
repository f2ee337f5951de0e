"""Sales support's side of an order: «Принял», «Введён №», «Вопрос»."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from handlers.filters import Feature, Typed
from handlers.order_cards import refresh_desk, tell_manager
from handlers.turn import Turn
from screens import support as screens
from screens.callbacks.support import Accept, AskManager, AskNumber
from screens.order_views import OrderView
from screens.words import Catalogue
from usecases import support
from usecases.support import Asked


class DeskDialogue(StatesGroup):
    number = State()
    question = State()


class Number(BaseModel):
    """`was` is the number that stood there when it was asked."""

    order: int
    was: str = ""


class Question(BaseModel):
    order: int


async def on_accept(_: CallbackQuery, callback_data: Accept, turn: Turn) -> None:
    done = await support.accept(turn.actor, turn.work, callback_data.order)
    turn.show(screens.order_card(turn.words, done.mine))
    if not done.again:
        refresh_desk(turn, done)
        tell_manager(turn, done, "ntf-accepted", who=turn.actor.name)


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
    if asked.passed.for_manager is not None:
        _pass_on(turn, asked, asked.passed.for_manager)


def _pass_on(turn: Turn, asked: Asked, view: OrderView) -> None:
    who, question = turn.actor.name, asked.question
    manager = [asked.passed.manager] if asked.passed.manager is not None else []
    turn.tell(manager, lambda words: screens.question(words, view, question.id, who, question.question))


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
    return router
