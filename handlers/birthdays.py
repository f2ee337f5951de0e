"""Birthdays captured in the chat: typed, tapped, asked for."""

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture.birthdays import read_birthday_line, read_person_and_birth
from domain.birthday_asks import BirthdayAnswer
from domain.occasions import Birth
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import birthdays as screens
from screens.callbacks.birthdays import DeferBirthday, RefuseBirthday
from screens.callbacks.occasions import (
    AskBirthday,
    AskPerson,
    ChooseMonth,
    ChoosePerson,
    ForgetBirthday,
    SaveBirthday,
)
from usecases import birthday_asks, birthdays


class BirthdayDialogue(StatesGroup):
    person = State()
    date = State()


class Whose(BaseModel):
    """The date that was typed together with a name that several bear: it is of one of these, not of an older question's."""

    birth: Birth | None = None
    offered: tuple[int, ...] = ()


class When(BaseModel):
    person: int


class BirthdayLine(Filter):
    """«др у смирновой 12 марта», typed while nothing else is asked."""

    async def __call__(self, message: Message) -> bool:
        text = message.text or ""
        return "\n" not in text and read_birthday_line(text) is not None


async def on_add(_: CallbackQuery, turn: Turn) -> None:
    await _ask_person(turn, None)


async def _ask_person(turn: Turn, birth: Birth | None) -> None:
    turn.conversation.enter(BirthdayDialogue.person, Whose(birth=birth))
    turn.show(screens.ask_person(turn.words, await birthdays.recent_people(turn.actor, turn.work)))


async def on_line(message: Message, turn: Turn) -> None:
    whose, birth = read_birthday_line(message.text or "") or ("", None)
    await _seek(turn, whose, birth)


async def on_person_typed(message: Message, turn: Turn) -> None:
    """A name, for which the date that was typed before waits; or another line, which has nothing to do with it."""
    text = message.text or ""
    line = read_birthday_line(text)
    whose, birth = line or read_person_and_birth(text)
    await _seek(turn, whose, birth if line else birth or turn.conversation.data(Whose).birth)


async def _seek(turn: Turn, whose: str, birth: Birth | None) -> None:
    """One person surely meant is the one; otherwise it is asked who, and the date waits. Without a date nothing is risked."""
    birth = await birthdays.possible(turn.actor, turn.work, birth)
    if not whose:
        await _ask_person(turn, birth)
        return
    found = await birthdays.find_people(turn.actor, turn.work, whose)
    if found.sure or (birth is None and len(found.people) == 1):
        await _go_on(turn, found.people[0].id, birth)
        return
    turn.conversation.enter(
        BirthdayDialogue.person, Whose(birth=birth, offered=tuple(one.id for one in found.people))
    )
    turn.show(screens.choose_person(turn.words, found))


async def on_person(_: CallbackQuery, callback_data: ChoosePerson, turn: Turn) -> None:
    asking = turn.conversation.state == BirthdayDialogue.person.state
    waiting = turn.conversation.data(Whose) if asking else Whose()
    meant = callback_data.person in waiting.offered
    await _go_on(turn, callback_data.person, waiting.birth if meant else None)


async def _go_on(turn: Turn, person: int, birth: Birth | None) -> None:
    if birth is None:
        await _ask_date(turn, person)
    else:
        await _save(turn, person, birth)


async def on_ask(_: CallbackQuery, callback_data: AskBirthday, turn: Turn) -> None:
    await _ask_date(turn, callback_data.person)


async def _ask_date(turn: Turn, person: int) -> None:
    asked = await birthdays.get_asked(turn.actor, turn.work, person)
    turn.conversation.enter(BirthdayDialogue.date, When(person=person))
    turn.show(screens.ask_birthday(turn.words, asked))


async def on_month(_: CallbackQuery, callback_data: ChooseMonth, turn: Turn) -> None:
    asked = await birthdays.get_asked(turn.actor, turn.work, callback_data.person)
    turn.show(screens.ask_day(turn.words, asked, callback_data.month))


async def on_day(_: CallbackQuery, callback_data: SaveBirthday, turn: Turn) -> None:
    birth = (callback_data.day or None, callback_data.month, callback_data.year or None)
    await _save(turn, callback_data.person, birth)


async def _save(turn: Turn, person: int, birth: Birth) -> None:
    done = await birthdays.save_birthday(turn.actor, turn.work, person, birth)
    turn.conversation.leave()
    turn.show(screens.saved(turn.words, done))


async def on_date_typed(message: Message, turn: Turn) -> None:
    person = turn.conversation.data(When).person
    done = await birthdays.read_and_save(turn.actor, turn.work, person, message.text or "")
    turn.conversation.leave()
    turn.show(screens.saved(turn.words, done))


async def on_forget(_: CallbackQuery, callback_data: ForgetBirthday, turn: Turn) -> None:
    asked = await birthdays.forget_birthday(turn.actor, turn.work, callback_data.person)
    turn.conversation.leave()
    turn.show(screens.forgotten(turn.words, asked))


# --- the question of the day put off


async def on_later(_: CallbackQuery, callback_data: DeferBirthday, turn: Turn) -> None:
    name, until = await birthday_asks.put_off(
        turn.actor, turn.work, callback_data.person, BirthdayAnswer.LATER
    )
    turn.conversation.leave()
    turn.show(screens.deferred(turn.words, name, until, turn.today))


async def on_never(_: CallbackQuery, callback_data: RefuseBirthday, turn: Turn) -> None:
    name, _until = await birthday_asks.put_off(
        turn.actor, turn.work, callback_data.person, BirthdayAnswer.NEVER
    )
    turn.conversation.leave()
    turn.show(screens.refused(turn.words, name))


def setup() -> Router:
    """Words of a birthday, and the buttons that write one down; those of greetings are in `occasions`."""
    router = Router(name="birthdays")
    router.message.register(on_person_typed, StateFilter(BirthdayDialogue.person), Typed())
    router.message.register(on_date_typed, StateFilter(BirthdayDialogue.date), Typed())
    router.message.register(on_line, StateFilter(None), Typed(), BirthdayLine())
    asks, captured = Router(name="birthday_asks"), Router(name="birthday_capture")
    asks.callback_query.filter(Feature("birthdays"))
    asks.callback_query.register(on_later, DeferBirthday.filter())
    asks.callback_query.register(on_never, RefuseBirthday.filter())
    taps = captured.callback_query
    taps.filter(Feature("occasions"))
    taps.register(on_add, AskPerson.filter())
    taps.register(on_person, ChoosePerson.filter())
    taps.register(on_ask, AskBirthday.filter())
    taps.register(on_month, ChooseMonth.filter())
    taps.register(on_day, SaveBirthday.filter())
    taps.register(on_forget, ForgetBirthday.filter())
    router.include_routers(asks, captured)
    return router
