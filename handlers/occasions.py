"""/occasions: whom to congratulate, the greetings, and birthdays captured in the chat."""

from aiogram import Router
from aiogram.filters import Command, Filter, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture.birthdays import Birth, read_birthday_line, read_person_and_birth
from domain.greetings import Tone
from handlers.filters import Feature, MenuButton, Typed
from handlers.turn import Turn
from screens import occasions as screens
from screens.callbacks.occasions import (
    AskBirthday,
    AskPerson,
    ChooseMonth,
    ChoosePerson,
    ForgetBirthday,
    Greeted,
    OpenGreeting,
    OpenOccasions,
    SaveBirthday,
    SetAddress,
    ShowTexts,
    TellGender,
)
from screens.words import Catalogue
from usecases import birthdays, occasions


class BirthdayDialogue(StatesGroup):
    person = State()
    date = State()


class Whose(BaseModel):
    """The date that was typed together with a name that several bear."""

    birth: Birth | None = None


class When(BaseModel):
    person: int


class BirthdayLine(Filter):
    """«др у смирновой 12 марта», typed while nothing else is asked."""

    async def __call__(self, message: Message) -> bool:
        text = message.text or ""
        return "\n" not in text and read_birthday_line(text) is not None


async def on_occasions(_: Message | CallbackQuery, turn: Turn) -> None:
    await show_occasions(turn)


async def show_occasions(turn: Turn) -> None:
    turn.conversation.leave()
    await _show_list(turn)


async def _show_list(turn: Turn, before: str = "") -> None:
    found = await occasions.list_occasions(turn.actor, turn.work)
    turn.show(screens.occasions(turn.words, found, turn.today, before=before))


# --- the greeting


async def on_greeting(_: CallbackQuery, callback_data: OpenGreeting, turn: Turn) -> None:
    await _show_greeting(turn, callback_data.person)


async def on_texts(_: CallbackQuery, callback_data: ShowTexts, turn: Turn) -> None:
    await _show_greeting(turn, callback_data.person, callback_data.tone, callback_data.page)


async def on_address(_: CallbackQuery, callback_data: SetAddress, turn: Turn) -> None:
    await occasions.set_familiar(turn.actor, turn.work, callback_data.person, familiar=callback_data.familiar)
    await _show_greeting(turn, callback_data.person, callback_data.tone)


async def on_gender(_: CallbackQuery, callback_data: TellGender, turn: Turn) -> None:
    await occasions.set_gender(turn.actor, turn.work, callback_data.person, callback_data.gender)
    await _show_greeting(turn, callback_data.person, callback_data.tone)


async def _show_greeting(turn: Turn, person: int, tone: Tone | None = None, page: int = 0) -> None:
    card = await occasions.get_greeting(turn.actor, turn.work, person, tone, page)
    language = turn.catalogue[screens.text_language(card.name, turn.words.language)]
    turn.show(screens.greeting(turn.words, card, language))


async def on_greeted(_: CallbackQuery, callback_data: Greeted, turn: Turn) -> None:
    asked = callback_data
    card = await occasions.mark_greeted(
        turn.actor, turn.work, asked.person, asked.year, asked.way, tone=asked.tone, page=asked.page
    )
    await _show_list(turn, screens.just_greeted(turn.words, card, asked.way))


# --- the capture


async def on_add(_: CallbackQuery, turn: Turn) -> None:
    turn.conversation.enter(BirthdayDialogue.person, Whose())
    turn.show(screens.ask_person(turn.words, await birthdays.recent_people(turn.actor, turn.work)))


async def on_line(message: Message, turn: Turn) -> None:
    whose, birth = read_birthday_line(message.text or "") or ("", None)
    await _seek(turn, whose, birth)


async def on_person_typed(message: Message, turn: Turn) -> None:
    known = turn.conversation.data(Whose).birth
    text = message.text or ""
    whose, birth = read_birthday_line(text) or read_person_and_birth(text)
    await _seek(turn, whose, birth or known)


async def _seek(turn: Turn, whose: str, birth: Birth | None) -> None:
    """One person found is the one; otherwise it is asked who, and the date waits."""
    found = await birthdays.find_people(turn.actor, turn.work, whose)
    if len(found.people) == 1:
        await _go_on(turn, found.people[0].id, birth)
        return
    turn.conversation.enter(BirthdayDialogue.person, Whose(birth=birth))
    turn.show(screens.choose_person(turn.words, found))


async def on_person(_: CallbackQuery, callback_data: ChoosePerson, turn: Turn) -> None:
    asking = turn.conversation.state == BirthdayDialogue.person.state
    birth = turn.conversation.data(Whose).birth if asking else None
    await _go_on(turn, callback_data.person, birth)


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
    birth = (callback_data.day, callback_data.month, callback_data.year or None)
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


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="occasions")
    router.message.register(on_occasions, Command("occasions"))
    router.message.register(on_occasions, MenuButton(catalogue, "occasions"))
    router.message.register(on_person_typed, StateFilter(BirthdayDialogue.person), Typed())
    router.message.register(on_date_typed, StateFilter(BirthdayDialogue.date), Typed())
    router.message.register(on_line, StateFilter(None), Typed(), BirthdayLine())
    taps = router.callback_query
    taps.filter(Feature("occasions"))
    taps.register(on_occasions, OpenOccasions.filter())
    taps.register(on_greeting, OpenGreeting.filter())
    taps.register(on_texts, ShowTexts.filter())
    taps.register(on_address, SetAddress.filter())
    taps.register(on_gender, TellGender.filter())
    taps.register(on_greeted, Greeted.filter())
    taps.register(on_add, AskPerson.filter())
    taps.register(on_person, ChoosePerson.filter())
    taps.register(on_ask, AskBirthday.filter())
    taps.register(on_month, ChooseMonth.filter())
    taps.register(on_day, SaveBirthday.filter())
    taps.register(on_forget, ForgetBirthday.filter())
    return router
