"""Cards asked of accounting: the request, the code, questions both ways."""

from collections.abc import Callable

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import card_requests as screens
from screens.callbacks.card_requests import (
    AskAboutCard,
    AskCard,
    AskClientCard,
    GiveCode,
    OpenCard,
    OpenCards,
    RefuseCard,
    ReplyAboutCard,
    SendClientCard,
    WithdrawCard,
)
from screens.card_requests import CardView
from screens.screen import Screen
from screens.words import Words
from usecases import card_requests
from usecases.card_requests import Told
from usecases.card_views import ANSWERING

Make = Callable[[Words], Screen]


class CardDialogue(StatesGroup):
    goods = State()
    client = State()
    code = State()
    reason = State()
    question = State()
    reply = State()


class Goods(BaseModel):
    order: int = 0


class Facts(BaseModel):
    """`typed`: what was added to what the client's card says."""

    client: int
    typed: list[str] = []


class Request(BaseModel):
    request: int


def anchor(view: CardView) -> str:
    return f"card:{view.id}"


def _card_of(view: CardView) -> Make:
    return lambda words: screens.card(words, view)


def _said_of(view: CardView, who: str, text: str) -> Make:
    return lambda words: screens.question(words, view, who, text)


def _to_desk(turn: Turn, done: Told) -> None:
    for person, view in done.desk:
        turn.tell([person], _card_of(view), anchor=anchor(view))


def _refresh_desk(turn: Turn, done: Told) -> None:
    """Every card of it in the hands of accounting shows how it stands now."""
    for person, view in done.desk:
        turn.retell([person], _card_of(view), anchor=anchor(view))


def _tell_asker(turn: Turn, done: Told) -> None:
    view, asker = done.for_asker, done.asker
    if view is not None and asker is not None and asker.id != turn.actor.id:
        turn.tell([asker], lambda words: screens.news(words, view, line=done.line))


# --- asking -------------------------------------------------------------------------------------------------------


async def on_ask(_: CallbackQuery, callback_data: AskCard, turn: Turn) -> None:
    order = callback_data.order
    if callback_data.doubt:
        _sent(turn, await card_requests.ask_for_doubt(turn.actor, turn.work, order, callback_data.doubt))
        return
    await card_requests.check_order(turn.actor, turn.work, order)
    turn.conversation.enter(CardDialogue.goods, Goods(order=order))
    turn.show(screens.ask_goods(turn.words, order, turn.actor.role))


def _sent(turn: Turn, done: Told) -> None:
    turn.conversation.leave()
    turn.show(screens.sent(turn.words, done.mine, heard=len(done.desk)))
    _to_desk(turn, done)


async def on_goods_typed(message: Message, turn: Turn) -> None:
    order = turn.conversation.data(Goods).order
    _sent(turn, await card_requests.ask_for_goods(turn.actor, turn.work, order, message.text or ""))


async def on_ask_client(_: CallbackQuery, callback_data: AskClientCard, turn: Turn) -> None:
    await _show_client(turn, Facts(client=callback_data.client))


async def on_client_typed(message: Message, turn: Turn) -> None:
    data = turn.conversation.data(Facts)
    await _show_client(turn, Facts(client=data.client, typed=[*data.typed, message.text or ""][-5:]))


async def _show_client(turn: Turn, data: Facts) -> None:
    facts = await card_requests.facts_of_client(turn.actor, turn.work, data.client, data.typed)
    turn.conversation.enter(CardDialogue.client, data)
    if facts.code or facts.request:
        turn.conversation.leave()
    turn.show(screens.client_facts(turn.words, facts))


async def on_send_client(_: CallbackQuery, callback_data: SendClientCard, turn: Turn) -> None:
    typed: list[str] = []
    if turn.conversation.state == CardDialogue.client.state:
        data = turn.conversation.data(Facts)
        typed = data.typed if data.client == callback_data.client else []
    _sent(turn, await card_requests.ask_for_client(turn.actor, turn.work, callback_data.client, typed))


async def on_withdraw(_: CallbackQuery, callback_data: WithdrawCard, turn: Turn) -> None:
    done = await card_requests.withdraw(turn.actor, turn.work, callback_data.card)
    turn.show(screens.card(turn.words, done.mine))
    _refresh_desk(turn, done)


async def on_reply(_: CallbackQuery, callback_data: ReplyAboutCard, turn: Turn) -> None:
    view = await card_requests.get_own(turn.actor, turn.work, callback_data.card)
    _ask(turn, CardDialogue.reply, "ask-card-reply", view)


def _ask(turn: Turn, state: State, key: str, view: CardView) -> None:
    turn.conversation.enter(state, Request(request=view.id))
    turn.say(screens.ask_typed(turn.words, key, view))


async def on_reply_typed(message: Message, turn: Turn) -> None:
    request = turn.conversation.data(Request).request
    done = await card_requests.reply(turn.actor, turn.work, request, message.text or "")
    turn.conversation.leave()
    turn.show(screens.told(turn.words, done.mine))
    for person, view in done.desk:
        turn.tell([person], _said_of(view, turn.actor.name, message.text or ""))


# --- answering ----------------------------------------------------------------------------------------------------


async def on_cards(_: CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    found = await card_requests.list_cards(turn.actor, turn.work)
    answers = turn.actor.role in ANSWERING
    turn.show(screens.cards(turn.words, found, answers=answers))


async def on_card(_: CallbackQuery, callback_data: OpenCard, turn: Turn) -> None:
    turn.conversation.leave()
    view = await card_requests.get_card(turn.actor, turn.work, callback_data.card)
    turn.show(screens.card(turn.words, view))


async def on_code(_: CallbackQuery, callback_data: GiveCode, turn: Turn) -> None:
    view = await card_requests.get_waiting(turn.actor, turn.work, callback_data.card)
    _ask(turn, CardDialogue.code, "ask-card-code", view)


async def on_refuse(_: CallbackQuery, callback_data: RefuseCard, turn: Turn) -> None:
    view = await card_requests.get_waiting(turn.actor, turn.work, callback_data.card)
    _ask(turn, CardDialogue.reason, "ask-card-reason", view)


async def on_question(_: CallbackQuery, callback_data: AskAboutCard, turn: Turn) -> None:
    view = await card_requests.get_waiting(turn.actor, turn.work, callback_data.card)
    _ask(turn, CardDialogue.question, "ask-card-question", view)


async def on_code_typed(message: Message, turn: Turn) -> None:
    request = turn.conversation.data(Request).request
    _answered(turn, await card_requests.give_code(turn.actor, turn.work, request, message.text or ""))


async def on_reason_typed(message: Message, turn: Turn) -> None:
    request = turn.conversation.data(Request).request
    _answered(turn, await card_requests.refuse(turn.actor, turn.work, request, message.text or ""))


def _answered(turn: Turn, done: Told) -> None:
    turn.conversation.leave()
    turn.show(screens.card(turn.words, done.mine))
    _refresh_desk(turn, done)
    _tell_asker(turn, done)


async def on_question_typed(message: Message, turn: Turn) -> None:
    request = turn.conversation.data(Request).request
    text = message.text or ""
    done = await card_requests.ask_about(turn.actor, turn.work, request, text)
    turn.conversation.leave()
    turn.show(screens.told(turn.words, done.mine))
    _refresh_desk(turn, done)
    view = done.for_asker
    if view is not None and done.asker is not None:
        turn.tell([done.asker], _said_of(view, turn.actor.name, text))


def setup() -> Router:
    router = Router(name="card_requests")
    for state, handler in (
        (CardDialogue.goods, on_goods_typed),
        (CardDialogue.client, on_client_typed),
        (CardDialogue.code, on_code_typed),
        (CardDialogue.reason, on_reason_typed),
        (CardDialogue.question, on_question_typed),
        (CardDialogue.reply, on_reply_typed),
    ):
        router.message.register(handler, StateFilter(state), Typed())
    taps = router.callback_query
    taps.filter(Feature("card_requests"))
    taps.register(on_ask, AskCard.filter())
    taps.register(on_ask_client, AskClientCard.filter())
    taps.register(on_send_client, SendClientCard.filter())
    taps.register(on_withdraw, WithdrawCard.filter())
    taps.register(on_reply, ReplyAboutCard.filter())
    taps.register(on_cards, OpenCards.filter())
    taps.register(on_card, OpenCard.filter())
    taps.register(on_code, GiveCode.filter())
    taps.register(on_refuse, RefuseCard.filter())
    taps.register(on_question, AskAboutCard.filter())
    return router
