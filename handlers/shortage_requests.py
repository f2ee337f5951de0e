"""Goods that are not there, the side of logistics: «Привезут», «Аналог», «Не будет», «Вопрос», «Пришло»."""

from datetime import date
from functools import partial

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.choices import date_choices
from domain.shortages import ArrivalError
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import shortage_requests as screens
from screens import shortages as manager_screens
from screens.callbacks.shortages import (
    AskAnalogue,
    AskArrival,
    AskWhoWaits,
    GoodsArrived,
    NeverComes,
    OfferAnalogue,
    OpenRequest,
    SetArrival,
    SurelyNever,
)
from screens.screen import Screen
from screens.words import Words
from usecases import shortage_requests
from usecases.shortage_requests import Answered


class WantedDialogue(StatesGroup):
    arrival = State()
    analogue = State()
    question = State()


class Request(BaseModel):
    request: int


async def on_card(_: CallbackQuery, callback_data: OpenRequest, turn: Turn) -> None:
    turn.conversation.leave()
    view = await shortage_requests.get_request(turn.actor, turn.work, callback_data.request)
    turn.show(screens.card(turn.words, view))


async def on_ask_arrival(_: CallbackQuery, callback_data: AskArrival, turn: Turn) -> None:
    view = await shortage_requests.check_open(turn.actor, turn.work, callback_data.request)
    turn.conversation.enter(WantedDialogue.arrival, Request(request=view.id))
    days = date_choices(turn.today, turn.work.rules.calendar, with_today=True)
    turn.show(screens.ask_arrival(turn.words, view, days))


async def on_arrival(_: CallbackQuery, callback_data: SetArrival, turn: Turn) -> None:
    day = day_of(callback_data.day)
    _answered(turn, await shortage_requests.promise(turn.actor, turn.work, callback_data.request, day))


def day_of(text: str) -> date:
    """Of a button: its pattern lets through the 31st of any month."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArrivalError(text=text) from error


async def on_arrival_typed(message: Message, turn: Turn) -> None:
    request = turn.conversation.data(Request).request
    done = await shortage_requests.promise_typed(turn.actor, turn.work, request, message.text or "")
    _answered(turn, done)


def _answered(turn: Turn, done: Answered) -> None:
    """The card as it stands; colleagues' cards too, and the managers learn what is next."""
    turn.conversation.leave()
    view = done.view

    def card(words: Words) -> Screen:
        return screens.card(words, view)

    turn.show(card(turn.words))
    if done.again:
        return
    turn.retell(done.colleagues, card, anchor=screens.anchor(view.id))
    for manager, said in done.told:
        turn.tell([manager], partial(manager_screens.news, view=said))


async def on_ask_analogue(_: CallbackQuery, callback_data: AskAnalogue, turn: Turn) -> None:
    view = await shortage_requests.check_open(turn.actor, turn.work, callback_data.request)
    turn.conversation.enter(WantedDialogue.analogue, Request(request=view.id))
    turn.show(screens.ask_analogue(turn.words, view))


async def on_analogue_typed(message: Message, turn: Turn) -> None:
    request, text = turn.conversation.data(Request).request, message.text or ""
    found = await shortage_requests.find_goods(turn.actor, turn.work, request, text)
    turn.show(screens.found_goods(turn.words, request, text, found))


async def on_offer(_: CallbackQuery, callback_data: OfferAnalogue, turn: Turn) -> None:
    chosen = callback_data
    done = await shortage_requests.offer_analogue(turn.actor, turn.work, chosen.request, chosen.product)
    _answered(turn, done)


async def on_never(_: CallbackQuery, callback_data: NeverComes, turn: Turn) -> None:
    view = await shortage_requests.check_open(turn.actor, turn.work, callback_data.request)
    turn.show(screens.ask_never(turn.words, view))


async def on_never_sure(_: CallbackQuery, callback_data: SurelyNever, turn: Turn) -> None:
    _answered(turn, await shortage_requests.never(turn.actor, turn.work, callback_data.request))


async def on_came(_: CallbackQuery, callback_data: GoodsArrived, turn: Turn) -> None:
    _answered(turn, await shortage_requests.arrived(turn.actor, turn.work, callback_data.request))


async def on_ask_managers(_: CallbackQuery, callback_data: AskWhoWaits, turn: Turn) -> None:
    view = await shortage_requests.check_open(turn.actor, turn.work, callback_data.request)
    turn.conversation.enter(WantedDialogue.question, Request(request=view.id))
    turn.show(screens.ask_managers(turn.words, view))


async def on_question_typed(message: Message, turn: Turn) -> None:
    request = turn.conversation.data(Request).request
    asked = await shortage_requests.ask_managers(turn.actor, turn.work, request, message.text or "")
    turn.conversation.leave()
    names = [manager.name for manager, _, _ in asked.told]
    turn.show(screens.asked(turn.words, request, names))
    who, product, text = turn.actor.name, asked.view.product, asked.text
    for manager, query, client in asked.told:
        said = partial(
            manager_screens.question, product=product, client=client, who=who, text=text, query=query
        )
        turn.tell([manager], said)


def setup() -> Router:
    router = Router(name="shortage_requests")
    for state, typed in (
        (WantedDialogue.arrival, on_arrival_typed),
        (WantedDialogue.analogue, on_analogue_typed),
        (WantedDialogue.question, on_question_typed),
    ):
        router.message.register(typed, StateFilter(state), Typed())
    taps = router.callback_query
    taps.filter(Feature("shortages"))
    for handler, data in (
        (on_card, OpenRequest),
        (on_ask_arrival, AskArrival),
        (on_arrival, SetArrival),
        (on_ask_analogue, AskAnalogue),
        (on_offer, OfferAnalogue),
        (on_never, NeverComes),
        (on_never_sure, SurelyNever),
        (on_came, GoodsArrived),
        (on_ask_managers, AskWhoWaits),
    ):
        taps.register(handler, data.filter())
    return router
