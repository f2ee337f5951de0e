"""The journal of a team, and what to do about what was unusual."""

from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.secrecy import JournalKind
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import alarms as alarm_screens
from screens import journal as screens
from screens.callbacks.secrecy import (
    TODAY,
    AnswerWhy,
    AskWhy,
    ChooseWhose,
    CloseExports,
    LetBe,
    OpenAlarm,
    OpenExports,
    OpenJournal,
    OpenViewers,
    TakeJournal,
)
from usecases import alarms, journal


class SecrecyDialogue(StatesGroup):
    answer = State()


class AboutAlarm(BaseModel):
    alarm: int


def _day(turn: Turn, ordinal: int) -> date:
    """Neither the first day, which stands for today, nor one that has not come."""
    return turn.today if ordinal == TODAY else min(date.fromordinal(ordinal), turn.today)


async def on_journal(_: CallbackQuery, callback_data: OpenJournal, turn: Turn) -> None:
    turn.conversation.leave()
    page = await journal.get_page(
        turn.actor,
        turn.work,
        callback_data.kind,
        _day(turn, callback_data.day),
        employee=callback_data.whose,
        start=callback_data.start,
    )
    turn.show(screens.page(turn.words, page, turn.today))


async def on_whose(_: CallbackQuery, callback_data: ChooseWhose, turn: Turn) -> None:
    people = await journal.list_people(turn.actor, turn.work)
    turn.show(screens.choose_whose(turn.words, people, callback_data.kind, callback_data.day))


async def on_file(_: CallbackQuery, callback_data: TakeJournal, turn: Turn) -> None:
    day = _day(turn, callback_data.day)
    await journal.get_page(turn.actor, turn.work, callback_data.kind, day, employee=callback_data.whose)
    turn.attach(screens.journal_file(callback_data, turn.actor.id, turn.words.language, day))


async def on_viewers(_: CallbackQuery, callback_data: OpenViewers, turn: Turn) -> None:
    viewers = await journal.get_viewers(turn.actor, turn.work, callback_data.client)
    turn.show(screens.viewers(turn.words, viewers))


async def on_alarm(_: CallbackQuery, callback_data: OpenAlarm, turn: Turn) -> None:
    view = await alarms.get_alarm(turn.actor, turn.work, callback_data.alarm)
    turn.show(alarm_screens.alarm(turn.words, view, turn.today))


async def on_ask(_: CallbackQuery, callback_data: AskWhy, turn: Turn) -> None:
    view, person = await alarms.ask(turn.actor, turn.work, callback_data.alarm)
    lead = turn.actor.hand_name
    turn.tell([person], lambda words: alarm_screens.question(words, lead, view))
    turn.show(alarm_screens.alarm(turn.words, view, turn.today))


async def on_close(_: CallbackQuery, callback_data: CloseExports, turn: Turn) -> None:
    view = await alarms.close_exports(turn.actor, turn.work, callback_data.alarm)
    turn.show(alarm_screens.alarm(turn.words, view, turn.today))


async def on_fine(_: CallbackQuery, callback_data: LetBe, turn: Turn) -> None:
    view = await alarms.let_be(turn.actor, turn.work, callback_data.alarm)
    turn.show(alarm_screens.alarm(turn.words, view, turn.today))


async def on_open(_: CallbackQuery, callback_data: OpenExports, turn: Turn) -> None:
    person = await alarms.open_exports(turn.actor, turn.work, callback_data.employee)
    turn.ack(turn.words.plain("ack-exports-open", name=person.name))
    page = await journal.get_page(turn.actor, turn.work, JournalKind.EXPORTS, turn.today, employee=person.id)
    turn.show(screens.page(turn.words, page, turn.today))


async def on_answer(_: CallbackQuery, callback_data: AnswerWhy, turn: Turn) -> None:
    asked = await alarms.get_asked(turn.actor, turn.work, callback_data.alarm)
    turn.conversation.enter(SecrecyDialogue.answer, AboutAlarm(alarm=asked.alarm.id))
    turn.say(alarm_screens.ask_answer(turn.words, asked.lead.name if asked.lead else ""))


async def on_answer_typed(message: Message, turn: Turn) -> None:
    about = turn.conversation.data(AboutAlarm)
    text = message.text or ""
    asked, hear = await alarms.answer(turn.actor, turn.work, about.alarm, text)
    said = (asked.person.name, text.strip())
    for lead in hear:
        view = await alarms.find_alarm(lead, turn.work, about.alarm)
        turn.tell([lead], lambda words, view=view: alarm_screens.answered(words, *said, view))  # type: ignore[misc]
    turn.conversation.leave()
    turn.show(alarm_screens.answer_sent(turn.words, asked.lead.name if asked.lead else ""))


def setup() -> Router:
    router = Router(name="secrecy")
    router.message.register(on_answer_typed, StateFilter(SecrecyDialogue.answer), Typed())
    taps = router.callback_query
    taps.filter(Feature("secrecy"))
    taps.register(on_journal, OpenJournal.filter())
    taps.register(on_whose, ChooseWhose.filter())
    taps.register(on_file, TakeJournal.filter())
    taps.register(on_viewers, OpenViewers.filter())
    taps.register(on_alarm, OpenAlarm.filter())
    taps.register(on_ask, AskWhy.filter())
    taps.register(on_close, CloseExports.filter())
    taps.register(on_fine, LetBe.filter())
    taps.register(on_open, OpenExports.filter())
    taps.register(on_answer, AnswerWhy.filter())
    return router
