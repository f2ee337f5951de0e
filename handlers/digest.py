"""/digest: the lead's day, and the few words that go to a manager and back."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.digest import DigestKind
from handlers import digest_place, digest_spans
from handlers.filters import Feature, MenuButton, Typed
from handlers.turn import Turn
from screens import carried as carried_screens
from screens import digest as screens
from screens import remarks as remark_screens
from screens.callbacks.digest import (
    Answer,
    Ask,
    OpenAlarms,
    OpenCarried,
    OpenDay,
    OpenDigest,
    OpenKind,
    Praise,
)
from screens.words import Catalogue
from usecases import digest, remarks


class RemarkDialogue(StatesGroup):
    answer = State()


class Asked(BaseModel):
    remark: int


async def on_digest(event: Message | CallbackQuery, turn: Turn) -> None:
    if not turn.private and isinstance(event, Message):
        await digest_place.on_group(event, turn)
        return
    turn.conversation.leave()
    turn.show(screens.digest(turn.words, await digest.read_digest(turn.actor, turn.work, DigestKind.NOW)))


async def on_kind(_: CallbackQuery, callback_data: OpenKind, turn: Turn) -> None:
    shown = await digest.read_digest(turn.actor, turn.work, callback_data.kind, callback_data.team)
    turn.show(screens.digest(turn.words, shown))


async def on_alarms(_: CallbackQuery, callback_data: OpenAlarms, turn: Turn) -> None:
    shown = await digest.list_alarms(turn.actor, turn.work, callback_data.team)
    turn.show(screens.all_alarms(turn.words, shown))


async def on_person(_: CallbackQuery, callback_data: OpenDay, turn: Turn) -> None:
    shown = await digest.get_person_day(turn.actor, turn.work, callback_data.employee)
    turn.show(screens.person_day(turn.words, shown))


async def on_carried(_: CallbackQuery, callback_data: OpenCarried, turn: Turn) -> None:
    shown = await digest.list_carried(turn.actor, turn.work, callback_data.employee)
    turn.show(carried_screens.carried(turn.words, shown))


async def on_ask(_: CallbackQuery, callback_data: Ask, turn: Turn) -> None:
    """What the lead reads stays as it is; the notice says that the question has gone."""
    data, who = callback_data, turn.actor.name
    day = date.fromordinal(data.day)
    said = await remarks.ask(turn.actor, turn.work, data.kind, data.ref, day)
    turn.tell(
        [said.manager], lambda words: remark_screens.question(words, who, said.fact, said.remark, turn.today)
    )
    turn.ack(turn.words.plain("ack-lead-asked", name=said.manager.name))


async def on_praise(_: CallbackQuery, callback_data: Praise, turn: Turn) -> None:
    data, who = callback_data, turn.actor.name
    said = await remarks.praise(turn.actor, turn.work, data.kind, data.ref, date.fromordinal(data.day))
    turn.tell([said.manager], lambda words: remark_screens.praise(words, who, said.fact, turn.today))
    turn.ack(turn.words.plain("ack-lead-praised", name=said.manager.name))


async def on_answer(_: CallbackQuery, callback_data: Answer, turn: Turn) -> None:
    asked = await remarks.get_question(turn.actor, turn.work, callback_data.remark)
    turn.conversation.enter(RemarkDialogue.answer, Asked(remark=callback_data.remark))
    turn.say(remark_screens.ask_answer(turn.words, asked.lead_name, asked.fact, turn.today))


async def on_answer_typed(message: Message, turn: Turn) -> None:
    text, who = message.text or "", turn.actor.name
    note = turn.words.plain("note-lead-answer", text=text)
    remark = turn.conversation.data(Asked).remark
    asked, leads = await remarks.answer(turn.actor, turn.work, remark, text, note)
    turn.conversation.leave()
    turn.show(remark_screens.answer_sent(turn.words, asked.lead_name, asked.fact))
    turn.tell(leads, lambda words: remark_screens.answer(words, who, text, asked.fact, turn.today))


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="digest")
    router.include_routers(digest_spans.setup(), digest_place.setup())
    router.message.register(on_digest, Command("digest"))
    router.message.register(on_digest, MenuButton(catalogue, "digest"))
    router.message.register(on_answer_typed, StateFilter(RemarkDialogue.answer), Typed())
    taps = router.callback_query
    taps.filter(Feature("digest"))
    taps.register(on_digest, OpenDigest.filter())
    taps.register(on_kind, OpenKind.filter())
    taps.register(on_alarms, OpenAlarms.filter())
    taps.register(on_person, OpenDay.filter())
    taps.register(on_carried, OpenCarried.filter())
    taps.register(on_ask, Ask.filter())
    taps.register(on_praise, Praise.filter())
    taps.register(on_answer, Answer.filter())
    return router
