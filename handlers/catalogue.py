"""A price list before it is loaded: what it does not name."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.filters import Feature
from handlers.turn import Turn
from screens import imports as screens
from screens.callbacks.catalogue import KeepOnSale, TakeOffSale
from usecases import import_withdrawal


async def on_take_off(_: CallbackQuery, callback_data: TakeOffSale, turn: Turn) -> None:
    found = await import_withdrawal.set_withdraw(turn.actor, turn.work, callback_data.load, withdraw=True)
    turn.show(screens.shown(turn.words, found, turn.today))


async def on_keep(_: CallbackQuery, callback_data: KeepOnSale, turn: Turn) -> None:
    found = await import_withdrawal.set_withdraw(turn.actor, turn.work, callback_data.load, withdraw=False)
    turn.show(screens.shown(turn.words, found, turn.today))


def setup() -> Router:
    router = Router(name="catalogue")
    taps = router.callback_query
    taps.filter(Feature("catalogue"))
    taps.register(on_take_off, TakeOffSale.filter())
    taps.register(on_keep, KeepOnSale.filter())
    return router
