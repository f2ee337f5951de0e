"""One of our people: name, role, zone; who left, and back."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.actors import LEADING, Actor
from handlers.absences import free_places
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import colleagues as screens
from screens import menu
from screens.callbacks.colleagues import OpenFormer, RenameColleague, ReturnColleague, RoleOf, ZoneOf
from screens.settings import zone_name
from usecases import colleagues
from usecases.access import check_role


class ColleagueDialogue(StatesGroup):
    name = State()
    zone = State()


class OfColleague(BaseModel):
    employee: int


def tell(turn: Turn, person: Actor, key: str, **facts: str) -> None:
    """The person hears of it in their own language."""
    words = turn.catalogue[person.language]
    if person.id != turn.actor.id:
        turn.post.show(person.chat, screens.told(words, key, turn.actor.hand_name, **facts))


def offer_menu(turn: Turn, person: Actor) -> None:
    """The keyboard and the commands of the role, anew."""
    words = turn.catalogue[person.language]
    turn.post.show(person.chat, menu.home(words, person.role))
    turn.post.offer(person.chat, menu.commands(words, person.role))


async def on_rename(_: CallbackQuery, callback_data: RenameColleague, turn: Turn) -> None:
    check_role(turn.actor, LEADING)
    person = await colleagues.get_managed(turn.actor, turn.work, callback_data.employee)
    turn.conversation.enter(ColleagueDialogue.name, OfColleague(employee=person.id))
    turn.show(screens.ask_name(turn.words, person))


async def on_name(message: Message, turn: Turn) -> None:
    asked = turn.conversation.data(OfColleague)
    person = await colleagues.rename(turn.actor, turn.work, asked.employee, message.text or "")
    turn.conversation.leave()
    tell(turn, person, "ntf-renamed", name=person.name)
    turn.show(screens.changed(turn.words, "msg-renamed", person))


async def on_role(_: CallbackQuery, callback_data: RoleOf, turn: Turn) -> None:
    role = callback_data.role
    if role is None:
        person, roles = await colleagues.list_roles(turn.actor, turn.work, callback_data.employee)
        turn.show(screens.choose_role(turn.words, person, roles))
        return
    person = await colleagues.set_role(turn.actor, turn.work, callback_data.employee, role)
    waiting = await colleagues.clients_waiting(turn.actor, turn.work, person)
    words = turn.catalogue[person.language]
    tell(turn, person, "ntf-role", role=words.plain(f"role-{person.role}"))
    offer_menu(turn, person)
    await free_places(turn, person)
    turn.show(screens.role_set(turn.words, person, waiting))


async def on_zone(_: CallbackQuery, callback_data: ZoneOf, turn: Turn) -> None:
    if not callback_data.zone:
        person = await colleagues.get_managed(turn.actor, turn.work, callback_data.employee)
        turn.conversation.enter(ColleagueDialogue.zone, OfColleague(employee=person.id))
        turn.show(screens.choose_zone(turn.words, person))
        return
    person = await colleagues.set_zone(turn.actor, turn.work, callback_data.employee, callback_data.zone)
    _show_zone(turn, person)


async def on_typed_zone(message: Message, turn: Turn) -> None:
    asked = turn.conversation.data(OfColleague)
    person = await colleagues.type_zone(turn.actor, turn.work, asked.employee, message.text or "")
    _show_zone(turn, person)


def _show_zone(turn: Turn, person: Actor) -> None:
    turn.conversation.leave()
    tell(turn, person, "ntf-zone", zone=zone_name(turn.catalogue[person.language], person.timezone))
    zone = zone_name(turn.words, person.timezone)
    turn.show(screens.changed(turn.words, "msg-zone-set", person, zone=zone))


async def on_former(_: CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.former(turn.words, await colleagues.list_former(turn.actor, turn.work)))


async def on_return(_: CallbackQuery, callback_data: ReturnColleague, turn: Turn) -> None:
    person = await colleagues.take_back(turn.actor, turn.work, callback_data.employee)
    tell(turn, person, "ntf-returned")
    offer_menu(turn, person)
    turn.show(screens.changed(turn.words, "msg-returned", person))


def setup() -> Router:
    router = Router(name="colleagues")
    router.message.register(on_name, StateFilter(ColleagueDialogue.name), Typed())
    router.message.register(on_typed_zone, StateFilter(ColleagueDialogue.zone), Typed())
    taps = router.callback_query
    taps.filter(Feature("colleagues"))
    taps.register(on_rename, RenameColleague.filter())
    taps.register(on_role, RoleOf.filter())
    taps.register(on_zone, ZoneOf.filter())
    taps.register(on_former, OpenFormer.filter())
    taps.register(on_return, ReturnColleague.filter())
    return router
