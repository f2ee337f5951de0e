"""/plan: the norms of the day, offers logged in batches."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.norms import OfferKind
from handlers.filters import Feature, MenuButton, Typed
from handlers.turn import Turn
from screens import plan as screens
from screens.callbacks.plan import (
    AddOffers,
    AskOffers,
    OpenPlan,
    UndoOffers,
)
from screens.words import Catalogue
from usecases import plan


class OffersDialogue(StatesGroup):
    count = State()


class Asked(BaseModel):
    """Which offers are being counted."""

    kind: OfferKind = OfferKind.EMAIL


async def on_plan(_: Message | CallbackQuery, turn: Turn) -> None:
    await show_plan(turn)


async def show_plan(turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.plan(turn.words, await plan.open_plan(turn.actor, turn.work)))


async def on_ask_offers(_: CallbackQuery, callback_data: AskOffers, turn: Turn) -> None:
    so_far = await plan.offers_so_far(turn.actor, turn.work, callback_data.kind)
    turn.conversation.enter(OffersDialogue.count, Asked(kind=callback_data.kind))
    turn.show(screens.ask_offers(turn.words, so_far))


async def on_add_offers(_: CallbackQuery, callback_data: AddOffers, turn: Turn) -> None:
    data, day = callback_data, date.fromordinal(callback_data.day)
    batch = await plan.add_offers(turn.actor, turn.work, data.kind, data.count, seen=data.seen, day=day)
    turn.conversation.leave()
    turn.show(screens.offers_added(turn.words, batch))


async def on_offers_typed(message: Message, turn: Turn) -> None:
    kind = turn.conversation.data(Asked).kind
    batch = await plan.add_typed_offers(turn.actor, turn.work, kind, message.text or "")
    turn.conversation.leave()
    turn.show(screens.offers_added(turn.words, batch))


async def on_undo_offers(query: CallbackQuery, callback_data: UndoOffers, turn: Turn) -> None:
    data, day = callback_data, date.fromordinal(callback_data.day)
    batch = await plan.undo_offers(turn.actor, turn.work, data.kind, data.count, seen=data.seen, day=day)
    turn.ack(turn.words.plain(f"ack-offers-undone-{data.kind}", total=batch.total))
    await on_plan(query, turn)


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="plan")
    router.message.register(on_plan, Command("plan"))
    router.message.register(on_plan, MenuButton(catalogue, "plan"))
    router.message.register(on_offers_typed, StateFilter(OffersDialogue.count), Typed())
    taps = router.callback_query
    taps.filter(Feature("plan"))
    for handler, data in (
        (on_plan, OpenPlan),
        (on_ask_offers, AskOffers),
        (on_add_offers, AddOffers),
        (on_undo_offers, UndoOffers),
    ):
        taps.register(handler, data.filter())
    return router
