"""/competitors: the market sheet of the week, a note in one line, the sheet as a file."""

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import competitors as screens
from screens.callbacks.competitors import AskRival, AskRivalOf, MarketFile, OpenMarket
from screens.screen import FileRef
from usecases import competitors
from usecases.scope import get_client


class RivalDialogue(StatesGroup):
    note = State()


class HeardAt(BaseModel):
    """The client at whom it was heard; None where it was nobody's."""

    client: int | None = None


async def on_market(_: Message | CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    lines = await competitors.read_market(turn.actor, turn.work)
    turn.show(screens.market(turn.words, lines, leads=turn.actor.leads))


async def on_ask(_: CallbackQuery, turn: Turn) -> None:
    await competitors.check_may_note(turn.actor, turn.work)
    turn.conversation.enter(RivalDialogue.note, HeardAt())
    turn.show(screens.ask_note(turn.words))


async def on_ask_of(_: CallbackQuery, callback_data: AskRivalOf, turn: Turn) -> None:
    await competitors.check_may_note(turn.actor, turn.work)
    client = await get_client(turn.actor, turn.work, callback_data.client)
    turn.conversation.enter(RivalDialogue.note, HeardAt(client=client.id))
    turn.show(screens.ask_note(turn.words, client.name))


async def on_note(message: Message, turn: Turn) -> None:
    at = turn.conversation.data(HeardAt).client
    rivals = await competitors.add_line(turn.actor, turn.work, message.text or "", at)
    turn.conversation.leave()
    turn.show(screens.noted(turn.words, rivals, at))


async def on_file(_: CallbackQuery, turn: Turn) -> None:
    await competitors.check_may_note(turn.actor, turn.work)
    turn.ack(turn.words.plain("ack-market-file"))
    file = FileRef("market_sheet", turn.actor.id, turn.actor.language)
    turn.attach(file, screens.file_caption(turn.words))


def setup() -> Router:
    router = Router(name="competitors")
    router.message.register(on_market, Command("competitors"))
    router.message.register(on_note, StateFilter(RivalDialogue.note), Typed())
    taps = router.callback_query
    taps.filter(Feature("competitors"))
    for handler, data in (
        (on_market, OpenMarket),
        (on_ask, AskRival),
        (on_ask_of, AskRivalOf),
        (on_file, MarketFile),
    ):
        taps.register(handler, data.filter())
    return router
