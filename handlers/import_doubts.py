"""Names of a receivables file whom nobody recognised, what was answered before, and columns named by hand."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from handlers.filters import Feature, Typed
from handlers.imports import read_again
from handlers.turn import Turn
from screens import import_doubts as screens
from screens import imports as import_screens
from screens.callbacks.imports import (
    AskColumn,
    AskDoubts,
    AskLater,
    ChooseColumn,
    FindSame,
    ForgetName,
    MapColumns,
    NotOurs,
    OpenNames,
    RestNotOurs,
    SameAs,
)
from screens.import_views import DoubtQuestion, Shown
from usecases import import_doubts, import_mapping
from usecases.import_columns import Chosen


class DoubtDialogue(StatesGroup):
    client = State()


class WhoIsMeant(BaseModel):
    """The name of row `place` of import `load` is looked for."""

    load: int
    place: int


def show_asked(turn: Turn, found: DoubtQuestion | Shown) -> None:
    turn.conversation.leave()
    turn.show(import_screens.shown(turn.words, found, turn.today))


async def on_ask(_: CallbackQuery, callback_data: AskDoubts, turn: Turn) -> None:
    show_asked(turn, await import_doubts.ask_doubts(turn.actor, turn.work, callback_data.load))


async def on_later(_: CallbackQuery, callback_data: AskLater, turn: Turn) -> None:
    after = callback_data.doubt
    show_asked(turn, await import_doubts.ask_doubts(turn.actor, turn.work, callback_data.load, after))


async def on_same(_: CallbackQuery, callback_data: SameAs, turn: Turn) -> None:
    tapped = callback_data
    show_asked(
        turn,
        await import_doubts.answer_doubt(turn.actor, turn.work, tapped.load, tapped.doubt, tapped.client),
    )


async def on_not_ours(_: CallbackQuery, callback_data: NotOurs, turn: Turn) -> None:
    tapped = callback_data
    show_asked(turn, await import_doubts.answer_doubt(turn.actor, turn.work, tapped.load, tapped.doubt, None))


async def on_rest(_: CallbackQuery, callback_data: RestNotOurs, turn: Turn) -> None:
    show_asked(turn, await import_doubts.pass_over_rest(turn.actor, turn.work, callback_data.load))


async def on_find(_: CallbackQuery, callback_data: FindSame, turn: Turn) -> None:
    load, place = callback_data.load, callback_data.doubt
    asked = await import_doubts.get_doubt(turn.actor, turn.work, load, place)
    turn.conversation.enter(DoubtDialogue.client, WhoIsMeant(load=load, place=place))
    turn.show(screens.find(turn.words, asked))


async def on_typed(message: Message, turn: Turn) -> None:
    whose = turn.conversation.data(WhoIsMeant)
    asked, lines = await import_doubts.search_doubt(
        turn.actor, turn.work, whose.load, whose.place, message.text or ""
    )
    turn.show(screens.found(turn.words, asked, lines))


# --- what was answered before -------------------------------------------------------------------------------------


async def on_names(_: CallbackQuery, callback_data: OpenNames, turn: Turn) -> None:
    names, following = await import_doubts.list_names(turn.actor, turn.work, callback_data.start)
    turn.show(screens.known_names(turn.words, names, following))


async def on_forget(_: CallbackQuery, callback_data: ForgetName, turn: Turn) -> None:
    name = await import_doubts.forget_name(turn.actor, turn.work, callback_data.known)
    turn.ack(screens.forgotten(turn.words, name))
    names, following = await import_doubts.list_names(turn.actor, turn.work)
    turn.show(screens.known_names(turn.words, names, following))


# --- columns ------------------------------------------------------------------------------------------------------


async def on_map(_: CallbackQuery, callback_data: MapColumns, turn: Turn) -> None:
    question = await import_mapping.map_columns(turn.actor, turn.work, callback_data.load)
    turn.show(import_screens.shown(turn.words, question, turn.today))


async def on_column_again(_: CallbackQuery, callback_data: AskColumn, turn: Turn) -> None:
    tapped = callback_data
    question = await import_mapping.ask_again(turn.actor, turn.work, tapped.load, tapped.role)
    turn.show(import_screens.shown(turn.words, question, turn.today))


async def on_column(_: CallbackQuery, callback_data: ChooseColumn, turn: Turn) -> None:
    tapped = callback_data
    found = await import_mapping.choose_column(turn.actor, turn.work, tapped.load, tapped.role, tapped.column)
    if isinstance(found, Chosen):
        read_again(turn, found)
    else:
        turn.show(import_screens.shown(turn.words, found, turn.today))


def setup() -> Router:
    router = Router(name="import_doubts")
    router.message.register(on_typed, StateFilter(DoubtDialogue.client), Typed())
    taps = router.callback_query
    taps.filter(Feature("imports"))
    taps.register(on_ask, AskDoubts.filter())
    taps.register(on_later, AskLater.filter())
    taps.register(on_same, SameAs.filter())
    taps.register(on_not_ours, NotOurs.filter())
    taps.register(on_rest, RestNotOurs.filter())
    taps.register(on_find, FindSame.filter())
    taps.register(on_names, OpenNames.filter())
    taps.register(on_forget, ForgetName.filter())
    taps.register(on_map, MapColumns.filter())
    taps.register(on_column_again, AskColumn.filter())
    taps.register(on_column, ChooseColumn.filter())
    return router
