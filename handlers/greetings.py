"""A greeting: its texts, an own one, the done mark."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.greetings import Tone
from handlers.filters import Feature, Typed
from handlers.occasions import show_next
from handlers.turn import Turn
from screens import greeting_card as screens
from screens.callbacks.greetings import (
    AskText,
    DropText,
    Greeted,
    OpenCelebration,
    SetAddress,
    ShowLook,
    TakeBack,
    TellGender,
    tone_of,
)
from screens.callbacks.occasions import OpenGreeting
from screens.greeting_card import GreetingCard
from usecases import greetings
from usecases.greetings import Subject


class GreetingDialogue(StatesGroup):
    text = State()


class Whom(BaseModel):
    client: int
    person: int
    code: str


async def on_birthday(_: CallbackQuery, callback_data: OpenGreeting, turn: Turn) -> None:
    await show_greeting(turn, await greetings.birthday_of(turn.actor, turn.work, callback_data.person))


async def on_celebration(_: CallbackQuery, callback_data: OpenCelebration, turn: Turn) -> None:
    await show_greeting(turn, _subject(callback_data))


async def on_look(_: CallbackQuery, callback_data: ShowLook, turn: Turn) -> None:
    turn.conversation.leave()
    await show_greeting(turn, _subject(callback_data), tone_of(callback_data.look), callback_data.look // 2)


async def on_address(_: CallbackQuery, callback_data: SetAddress, turn: Turn) -> None:
    asked = callback_data
    await greetings.set_familiar(turn.actor, turn.work, asked.person, familiar=asked.familiar)
    await show_greeting(turn, _subject(asked), tone_of(asked.look))


async def on_gender(_: CallbackQuery, callback_data: TellGender, turn: Turn) -> None:
    await greetings.set_gender(turn.actor, turn.work, callback_data.person, callback_data.gender)
    await show_greeting(turn, _subject(callback_data), tone_of(callback_data.look))


async def show_greeting(turn: Turn, subject: Subject, tone: Tone | None = None, page: int = 0) -> None:
    _show(turn, await greetings.get_card(turn.actor, turn.work, subject, tone, page))


def _show(turn: Turn, card: GreetingCard) -> None:
    language = turn.catalogue[screens.text_language(card.name or card.client, turn.words.language)]
    turn.show(screens.greeting(turn.words, card, language))


def _subject(asked: OpenCelebration | ShowLook | SetAddress | TellGender | Greeted | TakeBack | AskText | DropText) -> Subject:  # fmt: skip
    return Subject(asked.client, asked.person, asked.code)


async def on_greeted(_: CallbackQuery, callback_data: Greeted, turn: Turn) -> None:
    asked = callback_data
    card = await greetings.mark_greeted(
        turn.actor,
        turn.work,
        _subject(asked),
        asked.year,
        asked.way,
        tone=tone_of(asked.look),
        page=asked.look // 2,
    )
    said = screens.just_greeted(turn.words, card, asked.way)
    await show_next(turn, asked.code, card.day or turn.today, said, screens.undo_row(turn.words, card))


async def on_take_back(_: CallbackQuery, callback_data: TakeBack, turn: Turn) -> None:
    _show(
        turn,
        await greetings.take_back(turn.actor, turn.work, _subject(callback_data), callback_data.year),
    )


async def on_ask_text(_: CallbackQuery, callback_data: AskText, turn: Turn) -> None:
    subject = _subject(callback_data)
    card = await greetings.get_card(turn.actor, turn.work, subject)
    turn.conversation.enter(GreetingDialogue.text, Whom(**subject._asdict()))
    turn.show(screens.ask_text(turn.words, card))


async def on_text_typed(message: Message, turn: Turn) -> None:
    data = turn.conversation.data(Whom)
    subject = Subject(data.client, data.person, data.code)
    card = await greetings.set_text(turn.actor, turn.work, subject, message.text or "")
    turn.conversation.leave()
    _show(turn, card)


async def on_drop_text(_: CallbackQuery, callback_data: DropText, turn: Turn) -> None:
    _show(turn, await greetings.set_text(turn.actor, turn.work, _subject(callback_data), ""))


def setup() -> Router:
    router = Router(name="greetings")
    router.message.register(on_text_typed, StateFilter(GreetingDialogue.text), Typed())
    router.callback_query.register(on_birthday, OpenGreeting.filter())
    taps = Router(name="greetings.taps")
    router.include_router(taps)
    taps.callback_query.filter(Feature("greet"))
    taps.callback_query.register(on_celebration, OpenCelebration.filter())
    taps.callback_query.register(on_look, ShowLook.filter())
    taps.callback_query.register(on_address, SetAddress.filter())
    taps.callback_query.register(on_gender, TellGender.filter())
    taps.callback_query.register(on_greeted, Greeted.filter())
    taps.callback_query.register(on_take_back, TakeBack.filter())
    taps.callback_query.register(on_ask_text, AskText.filter())
    taps.callback_query.register(on_drop_text, DropText.filter())
    return router
