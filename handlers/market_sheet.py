"""The market sheet of the week: one screen and a file, for those who lead."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.filters import Feature
from handlers.turn import Turn
from screens import market_sheet as screens
from screens.callbacks.market_sheet import MarketWeekFile, OpenMarketWeek
from screens.screen import FileRef
from usecases import market_sheet


async def on_week(_: CallbackQuery, turn: Turn) -> None:
    turn.show(screens.week(turn.words, await market_sheet.get_week(turn.actor, turn.work)))


async def on_file(_: CallbackQuery, turn: Turn) -> None:
    await market_sheet.note_export(turn.actor, turn.work)
    turn.ack(turn.words.plain("ack-market-week-file"))
    turn.attach(FileRef("market_week", turn.actor.id, turn.actor.language), screens.file_caption(turn.words))


def setup() -> Router:
    router = Router(name="market_sheet")
    taps = router.callback_query
    taps.filter(Feature("market_sheet"))
    taps.register(on_week, OpenMarketWeek.filter())
    taps.register(on_file, MarketWeekFile.filter())
    return router
