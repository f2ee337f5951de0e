"""/stops: candidates, the manager's word, the lead's decision, the accountant's tap."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture.answers import read_day
from domain.stop_list import exception_choices
from handlers.decision_cards import Walked, is_walking, then_next
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import stops as screens
from screens.callbacks.stops import (
    AnswerStop,
    AskAboutStop,
    AskUntil,
    ClearStop,
    ConfirmStop,
    LiftStop,
    OpenStop,
    OpenStops,
    PutStop,
    RejectStop,
    SayStop,
    SetUntil,
    StopOf,
)
from screens.stops import StopAction, StopView
from usecases import stop_list, stop_views
from usecases.errors import StaleError, UnreadableError


class StopDialogue(StatesGroup):
    until = State()
    reason = State()
    question = State()
    answer = State()


class OfStop(Walked):
    stop: int


class OfClient(BaseModel):
    client: int


def show(turn: Turn, view: StopView) -> None:
    """The card, under its name, so that it can be changed when somebody else acts."""
    turn.conversation.leave()
    turn.post.show(
        turn.chat, screens.card(turn.words, view), edit=turn.message, anchor=screens.anchor(view.id)
    )


async def on_stops(_: Message | CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.stop_list(turn.words, await stop_views.list_stops(turn.actor, turn.work)))


async def on_stop(_: CallbackQuery, callback_data: OpenStop, turn: Turn) -> None:
    show(turn, await stop_views.get_stop(turn.actor, turn.work, callback_data.stop))


async def on_client(_: CallbackQuery, callback_data: StopOf, turn: Turn) -> None:
    name, view = await stop_views.find_of_client(turn.actor, turn.work, callback_data.client)
    if view is not None:
        show(turn, view)
        return
    turn.conversation.enter(StopDialogue.reason, OfClient(client=callback_data.client))
    turn.show(screens.ask_reason(turn.words, name, callback_data.client))


async def on_reason_typed(message: Message, turn: Turn) -> None:
    client = turn.conversation.data(OfClient).client
    show(turn, await stop_list.stop_client(turn.actor, turn.work, client, message.text or ""))


async def on_word(_: CallbackQuery, callback_data: SayStop, turn: Turn) -> None:
    show(turn, await stop_list.say_stop(turn.actor, turn.work, callback_data.stop))


async def on_ask_until(_: CallbackQuery, callback_data: AskUntil, turn: Turn) -> None:
    view = await stop_views.get_stop(turn.actor, turn.work, callback_data.stop)
    if not view.actions & {StopAction.WORD, StopAction.UNTIL}:
        show(turn, view)
        return
    rules = turn.work.rules
    days = exception_choices(turn.today, rules.calendar, rules.stop)
    turn.conversation.enter(StopDialogue.until, OfStop(stop=view.id, walk=is_walking(turn)))
    turn.show(screens.ask_until(turn.words, view, days))


@then_next
async def on_until(_: CallbackQuery, callback_data: SetUntil, turn: Turn) -> None:
    until = date.fromordinal(callback_data.day)
    show(turn, await stop_list.set_until(turn.actor, turn.work, callback_data.stop, until))


@then_next
async def on_until_typed(message: Message, turn: Turn) -> None:
    stop, text = turn.conversation.data(OfStop).stop, message.text or ""
    until = read_day(text, turn.today, turn.work.rules.calendar)
    if until is None:
        raise UnreadableError("day", text=text)
    show(turn, await stop_list.set_until(turn.actor, turn.work, stop, until))


@then_next
async def on_put(_: CallbackQuery, callback_data: PutStop, turn: Turn) -> None:
    show(turn, await stop_list.put_stop(turn.actor, turn.work, callback_data.stop))


@then_next
async def on_reject(_: CallbackQuery, callback_data: RejectStop, turn: Turn) -> None:
    show(turn, await stop_list.reject(turn.actor, turn.work, callback_data.stop))


async def on_lift(_: CallbackQuery, callback_data: LiftStop, turn: Turn) -> None:
    show(turn, await stop_list.lift(turn.actor, turn.work, callback_data.stop))


async def on_confirm(_: CallbackQuery, callback_data: ConfirmStop, turn: Turn) -> None:
    show(turn, await stop_list.confirm(turn.actor, turn.work, callback_data.stop))


async def on_clear(_: CallbackQuery, callback_data: ClearStop, turn: Turn) -> None:
    show(turn, await stop_list.clear(turn.actor, turn.work, callback_data.stop))


async def on_ask(_: CallbackQuery, callback_data: AskAboutStop, turn: Turn) -> None:
    view = await stop_views.get_stop(turn.actor, turn.work, callback_data.stop)
    _ask_text(turn, view, StopAction.ASK, StopDialogue.question)


async def on_answer(_: CallbackQuery, callback_data: AnswerStop, turn: Turn) -> None:
    view = await stop_views.get_stop(turn.actor, turn.work, callback_data.stop)
    _ask_text(turn, view, StopAction.ANSWER, StopDialogue.answer)


def _ask_text(turn: Turn, view: StopView, action: StopAction, state: State) -> None:
    """Raises `StaleError` where there is nothing to ask or to answer any more."""
    if action not in view.actions:
        raise StaleError(what="stop")
    turn.conversation.enter(state, OfStop(stop=view.id))
    turn.say(screens.ask_text(turn.words, view, question=action is StopAction.ASK))


async def on_question_typed(message: Message, turn: Turn) -> None:
    stop = turn.conversation.data(OfStop).stop
    show(turn, await stop_list.ask(turn.actor, turn.work, stop, message.text or ""))


async def on_answer_typed(message: Message, turn: Turn) -> None:
    stop = turn.conversation.data(OfStop).stop
    show(turn, await stop_list.answer(turn.actor, turn.work, stop, message.text or ""))


def setup() -> Router:
    router = Router(name="stops")
    router.message.register(on_stops, Command("stops"))
    for state, typed in (
        (StopDialogue.until, on_until_typed),
        (StopDialogue.reason, on_reason_typed),
        (StopDialogue.question, on_question_typed),
        (StopDialogue.answer, on_answer_typed),
    ):
        router.message.register(typed, StateFilter(state), Typed())
    taps = router.callback_query
    taps.filter(Feature("stops"))
    for handler, data in (
        (on_stops, OpenStops),
        (on_stop, OpenStop),
        (on_client, StopOf),
        (on_word, SayStop),
        (on_ask_until, AskUntil),
        (on_until, SetUntil),
        (on_put, PutStop),
        (on_reject, RejectStop),
        (on_lift, LiftStop),
        (on_confirm, ConfirmStop),
        (on_clear, ClearStop),
        (on_ask, AskAboutStop),
        (on_answer, AnswerStop),
    ):
        taps.register(handler, data.filter())
    return router
