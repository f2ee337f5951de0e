"""How a person is treated and spoken of."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.names import Case
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import manners as screens
from screens.callbacks.manners import (
    AskForm,
    AskSaidAs,
    DropForm,
    DropSaidAs,
    OpenManner,
    SetCloseness,
    SetVip,
    Told,
)
from screens.callbacks.persons import SetFamiliar, SetGender
from screens.persons import PersonView
from usecases import persons

VIP = {Told.YES: True, Told.NO: False, Told.RULE: None}


class MannerDialogue(StatesGroup):
    said_as = State()
    form = State()


class Whose(BaseModel):
    person: int
    case: Case = Case.ACCUSATIVE


def _show(turn: Turn, person: PersonView) -> None:
    turn.conversation.leave()
    turn.show(screens.manner(turn.words, person))


async def on_manner(_: CallbackQuery, callback_data: OpenManner, turn: Turn) -> None:
    person, _client = await persons.edit_person(turn.actor, turn.work, callback_data.person)
    _show(turn, person)


async def on_vip(_: CallbackQuery, callback_data: SetVip, turn: Turn) -> None:
    vip = VIP[callback_data.vip]
    _show(turn, await persons.set_vip(turn.actor, turn.work, callback_data.person, vip))


async def on_closeness(_: CallbackQuery, callback_data: SetCloseness, turn: Turn) -> None:
    asked = callback_data
    _show(turn, await persons.set_closeness(turn.actor, turn.work, asked.person, asked.closeness))


async def on_familiar(_: CallbackQuery, callback_data: SetFamiliar, turn: Turn) -> None:
    asked = callback_data
    _show(turn, await persons.set_familiar(turn.actor, turn.work, asked.person, familiar=asked.familiar))


async def on_gender(_: CallbackQuery, callback_data: SetGender, turn: Turn) -> None:
    asked = callback_data
    _show(turn, await persons.set_gender(turn.actor, turn.work, asked.person, asked.gender))


async def on_ask_said_as(_: CallbackQuery, callback_data: AskSaidAs, turn: Turn) -> None:
    person, _client = await persons.edit_person(turn.actor, turn.work, callback_data.person)
    turn.conversation.enter(MannerDialogue.said_as, Whose(person=person.id))
    turn.show(screens.ask_said_as(turn.words, person))


async def on_said_as(message: Message, turn: Turn) -> None:
    person = turn.conversation.data(Whose).person
    _show(turn, await persons.set_said_as(turn.actor, turn.work, person, message.text or ""))


async def on_drop_said_as(_: CallbackQuery, callback_data: DropSaidAs, turn: Turn) -> None:
    _show(turn, await persons.set_said_as(turn.actor, turn.work, callback_data.person, ""))


async def on_ask_form(_: CallbackQuery, callback_data: AskForm, turn: Turn) -> None:
    person, _client = await persons.edit_person(turn.actor, turn.work, callback_data.person)
    turn.conversation.enter(MannerDialogue.form, Whose(person=person.id, case=Case(callback_data.case)))
    turn.show(screens.ask_form(turn.words, person, callback_data.case))


async def on_form(message: Message, turn: Turn) -> None:
    data = turn.conversation.data(Whose)
    _show(turn, await persons.set_form(turn.actor, turn.work, data.person, data.case, message.text or ""))


async def on_drop_form(_: CallbackQuery, callback_data: DropForm, turn: Turn) -> None:
    asked = callback_data
    _show(turn, await persons.set_form(turn.actor, turn.work, asked.person, Case(asked.case), ""))


def setup() -> Router:
    router = Router(name="manners")
    router.message.register(on_said_as, StateFilter(MannerDialogue.said_as), Typed())
    router.message.register(on_form, StateFilter(MannerDialogue.form), Typed())
    router.callback_query.register(on_familiar, SetFamiliar.filter())
    router.callback_query.register(on_gender, SetGender.filter())
    taps = Router(name="manners.taps")
    router.include_router(taps)
    taps.callback_query.filter(Feature("manners"))
    taps.callback_query.register(on_manner, OpenManner.filter())
    taps.callback_query.register(on_vip, SetVip.filter())
    taps.callback_query.register(on_closeness, SetCloseness.filter())
    taps.callback_query.register(on_ask_said_as, AskSaidAs.filter())
    taps.callback_query.register(on_drop_said_as, DropSaidAs.filter())
    taps.callback_query.register(on_ask_form, AskForm.filter())
    taps.callback_query.register(on_drop_form, DropForm.filter())
    return router
