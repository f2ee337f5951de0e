"""/analysis: what the calls tell, in a picture and a sentence."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.filters import Feature
from handlers.turn import Turn
from screens import analysis as screens
from screens.callbacks.analysis import ChooseManager, OpenAnalysis
from usecases import analysis


async def on_analysis(_: Message, turn: Turn) -> None:
    turn.conversation.leave()
    turn.picture(*screens.analysis(turn.words, await analysis.get_analysis(turn.actor, turn.work)))


async def on_open(_: CallbackQuery, callback_data: OpenAnalysis, turn: Turn) -> None:
    data = callback_data
    found = await analysis.get_analysis(turn.actor, turn.work, data.employee, data.view)
    turn.picture(*screens.analysis(turn.words, found))


async def on_people(_: CallbackQuery, turn: Turn) -> None:
    turn.show(screens.people(turn.words, await analysis.list_people(turn.actor, turn.work)))


def setup() -> Router:
    router = Router(name="analysis")
    router.message.register(on_analysis, Command("analysis"))
    taps = router.callback_query
    taps.filter(Feature("analysis"))
    taps.register(on_open, OpenAnalysis.filter())
    taps.register(on_people, ChooseManager.filter())
    return router
