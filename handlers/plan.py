"""/plan and /week: the norms of the day, offers logged in batches, what the days ahead hold."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.filters import Feature, MenuButton, Typed
from handlers.turn import Turn
from screens import plan as screens
from screens import week as week_screens
from screens.callbacks.plan import (
    AddOffers,
    AskOffers,
    OpenDayPlan,
    OpenPlan,
    OpenWeek,
    UndoOffers,
    Visited,
)
from screens.words import Catalogue
from usecases import plan, week


class OffersDialogue(StatesGroup):
    count = State()


async def on_plan(_: Message | CallbackQuery, turn: Turn) -> None:
    await show_plan(turn)


async def show_plan(turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.plan(turn.words, await plan.open_plan(turn.actor, turn.work)))


async def on_ask_offers(_: CallbackQuery, turn: Turn) -> None:
    so_far = await plan.offers_so_far(turn.actor, turn.work)
    turn.conversation.enter(OffersDialogue.count)
    turn.show(screens.ask_offers(turn.words, so_far.total, so_far.norm, so_far.day))


async def on_add_offers(_: CallbackQuery, callback_data: AddOffers, turn: Turn) -> None:
    data = callback_data
    batch = await plan.add_offers(turn.actor, turn.work, data.count, data.seen, date.fromordinal(data.day))
    turn.conversation.leave()
    turn.show(screens.offers_added(turn.words, batch))


async def on_offers_typed(message: Message, turn: Turn) -> None:
    batch = await plan.add_typed_offers(turn.actor, turn.work, message.text or "")
    turn.conversation.leave()
    turn.show(screens.offers_added(turn.words, batch))


async def on_undo_offers(query: CallbackQuery, callback_data: UndoOffers, turn: Turn) -> None:
    data = callback_data
    batch = await plan.undo_offers(turn.actor, turn.work, data.count, data.seen, date.fromordinal(data.day))
    turn.ack(turn.words.plain("ack-offers-undone", total=batch.total))
    await on_plan(query, turn)


async def on_week(_: Message | CallbackQuery, turn: Turn) -> None:
    await show_week(turn)


async def show_week(turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(week_screens.week(turn.words, await week.open_week(turn.actor, turn.work)))


async def on_day(_: CallbackQuery, callback_data: OpenDayPlan, turn: Turn) -> None:
    shown = await week.open_week(turn.actor, turn.work)
    turn.show(week_screens.day_plan(turn.words, shown, date.fromordinal(callback_data.day)))


async def on_visited(_: CallbackQuery, callback_data: Visited, turn: Turn) -> None:
    note = turn.words.plain("note-visited")
    day, shown = await week.mark_visited(turn.actor, turn.work, callback_data.visit, note)
    turn.ack(turn.words.plain("ack-visited"))
    turn.show(week_screens.day_plan(turn.words, shown, day))


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="plan")
    router.message.register(on_plan, Command("plan"))
    router.message.register(on_plan, MenuButton(catalogue, "plan"))
    router.message.register(on_week, Command("week"))
    router.message.register(on_week, MenuButton(catalogue, "week"))
    router.message.register(on_offers_typed, StateFilter(OffersDialogue.count), Typed())
    taps = router.callback_query
    taps.filter(Feature("plan"))
    for handler, data in (
        (on_plan, OpenPlan),
        (on_ask_offers, AskOffers),
        (on_add_offers, AddOffers),
        (on_undo_offers, UndoOffers),
        (on_week, OpenWeek),
        (on_day, OpenDayPlan),
        (on_visited, Visited),
    ):
        taps.register(handler, data.filter())
    return router
