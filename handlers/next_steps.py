"""Clients without a next step, from the day's list: dates proposed, set, taken back."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.filters import Feature
from handlers.turn import Turn
from screens import next_steps as screens
from screens.callbacks.next_steps import FillNextSteps, OpenNextSteps, UndoNextSteps
from usecases import next_steps
from usecases.errors import StaleError


async def on_open(_: CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.proposal(turn.words, await next_steps.propose(turn.actor, turn.work)))


async def on_fill(query: CallbackQuery, callback_data: FillNextSteps, turn: Turn) -> None:
    """An older proposal gives way to the present one."""
    try:
        done = await next_steps.fill(turn.actor, turn.work, callback_data.mark)
    except StaleError:
        turn.ack(turn.words.plain("ack-dates-moved"))
        await on_open(query, turn)
        return
    turn.conversation.leave()
    turn.show(screens.filled(turn.words, done))


async def on_undo(_: CallbackQuery, callback_data: UndoNextSteps, turn: Turn) -> None:
    turn.conversation.leave()
    done = await next_steps.take_back(turn.actor, turn.work, callback_data.filling)
    turn.show(screens.taken_back(turn.words, done))


def setup() -> Router:
    router = Router(name="next_steps")
    taps = router.callback_query
    taps.filter(Feature("next_steps"))
    taps.register(on_open, OpenNextSteps.filter())
    taps.register(on_fill, FillNextSteps.filter())
    taps.register(on_undo, UndoNextSteps.filter())
    return router
