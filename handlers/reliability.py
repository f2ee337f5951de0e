"""The check of a client's reliability: one tap an item."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.filters import Feature
from handlers.turn import Turn
from screens import reliability as screens
from screens.callbacks.reliability import CheckAgain, OpenChecks, SetCheck
from usecases import reliability


async def on_open(_: CallbackQuery, callback_data: OpenChecks, turn: Turn) -> None:
    turn.conversation.leave()
    view = await reliability.get_checks(turn.actor, turn.work, callback_data.client)
    turn.show(screens.checks(turn.words, view))


async def on_set(_: CallbackQuery, callback_data: SetCheck, turn: Turn) -> None:
    data = callback_data
    view = await reliability.set_check(turn.actor, turn.work, data.client, data.item, done=data.done)
    turn.show(screens.checks(turn.words, view))


async def on_again(_: CallbackQuery, callback_data: CheckAgain, turn: Turn) -> None:
    view = await reliability.start_again(turn.actor, turn.work, callback_data.client)
    turn.show(screens.checks(turn.words, view))


def setup() -> Router:
    router = Router(name="reliability")
    taps = router.callback_query
    taps.filter(Feature("reliability"))
    taps.register(on_open, OpenChecks.filter())
    taps.register(on_set, SetCheck.filter())
    taps.register(on_again, CheckAgain.filter())
    return router
