"""What passed without a word in a team, and one line about it to the manager."""

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.filters import Feature
from handlers.turn import Turn
from screens import missed_occasions as screens
from screens.callbacks.missed_occasions import AskMissed, OpenMissed
from usecases import missed_occasions


async def on_missed(_: CallbackQuery, callback_data: OpenMissed, turn: Turn) -> None:
    found = await missed_occasions.list_missed(turn.actor, turn.work)
    turn.show(screens.missed(turn.words, found, turn.today, page=callback_data.page))


async def on_ask(_: CallbackQuery, callback_data: AskMissed, turn: Turn) -> None:
    """The list is shown again with what was said; the page is found by the line."""
    asked, who = callback_data, turn.actor.name
    day = date.fromordinal(asked.day)
    manager, line = await missed_occasions.ask_missed(
        turn.actor, turn.work, asked.client, person=asked.person, code=asked.code, day=day
    )
    turn.tell([manager], lambda words: screens.reminder(words, who, line, turn.today))
    turn.ack(turn.words.plain("ack-missed-said", name=manager.name))
    found = await missed_occasions.list_missed(turn.actor, turn.work)
    turn.show(screens.missed(turn.words, found, turn.today, page=screens.page_of(found, line)))


def setup() -> Router:
    router = Router(name="missed")
    taps = router.callback_query
    taps.filter(Feature("missed"))
    taps.register(on_missed, OpenMissed.filter())
    taps.register(on_ask, AskMissed.filter())
    return router
