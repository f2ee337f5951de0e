"""Offers: the list of those that wait for an answer, each answered by one tap; a new one by hand."""

from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.choices import date_choices
from handlers.client_dialogue import OfClient, check_at
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import offers as screens
from screens.callbacks.offers import (
    AcceptOffer,
    AskDecline,
    CloseOffer,
    DeclineOffer,
    MakeOffer,
    NewOffer,
    OpenOffer,
    OpenOffers,
    ThinkOffer,
)
from screens.offers import OfferView
from usecases import offers


class OfferDialogue(StatesGroup):
    channel = State()
    text = State()
    day = State()


class OfOffer(BaseModel):
    offer: int


async def on_offers(_: CallbackQuery, callback_data: OpenOffers, turn: Turn) -> None:
    await show_offers(turn, callback_data.start)


async def show_offers(turn: Turn, start: int = 0) -> None:
    turn.conversation.leave()
    page = await offers.list_offers(turn.actor, turn.work, start)
    turn.show(screens.offers(turn.words, page, turn.today))


async def on_offer(_: CallbackQuery, callback_data: OpenOffer, turn: Turn) -> None:
    turn.conversation.leave()
    shown = await offers.get_offer(turn.actor, turn.work, callback_data.offer)
    turn.show(screens.offer(turn.words, shown, turn.today))


# --- a new one ----------------------------------------------------------------------------------------------------------


async def on_new(_: CallbackQuery, callback_data: NewOffer, turn: Turn) -> None:
    name = await offers.get_client_name(turn.actor, turn.work, callback_data.client)
    turn.conversation.enter(OfferDialogue.channel, OfClient(client=callback_data.client))
    turn.show(screens.ask_channel(turn.words, name, callback_data.client))


async def on_made(_: CallbackQuery, callback_data: MakeOffer, turn: Turn) -> None:
    """Offered at once; what it was may be typed."""
    check_at(turn, OfferDialogue.channel)
    shown = await offers.make_offer(turn.actor, turn.work, callback_data.client, callback_data.channel)
    turn.conversation.enter(OfferDialogue.text, OfOffer(offer=shown.id))
    turn.show(screens.offer(turn.words, shown, turn.today, ask_text=True))


async def on_channel_typed(_: Message, turn: Turn) -> None:
    """Words before the way is chosen: the question stands."""
    client_id = turn.conversation.data(OfClient).client
    name = await offers.get_client_name(turn.actor, turn.work, client_id)
    turn.show(screens.ask_channel(turn.words, name, client_id))


async def on_text(message: Message, turn: Turn) -> None:
    offer_id = turn.conversation.data(OfOffer).offer
    shown = await offers.describe(turn.actor, turn.work, offer_id, message.text or "")
    turn.conversation.leave()
    turn.show(screens.offer(turn.words, shown, turn.today))


# --- answers ------------------------------------------------------------------------------------------------------------


async def on_accept(_: CallbackQuery, callback_data: AcceptOffer, turn: Turn) -> None:
    shown = await offers.accept(turn.actor, turn.work, callback_data.offer)
    turn.conversation.leave()
    turn.show(screens.offer(turn.words, shown, turn.today))


async def on_think(_: CallbackQuery, callback_data: ThinkOffer, turn: Turn) -> None:
    if callback_data.day:
        check_at(turn, OfferDialogue.day)
        day = date.fromordinal(callback_data.day)
        await _answered(turn, await offers.think(turn.actor, turn.work, callback_data.offer, day))
        return
    shown = await offers.get_open(turn.actor, turn.work, callback_data.offer)
    turn.conversation.enter(OfferDialogue.day, OfOffer(offer=shown.id))
    choices = date_choices(turn.today, turn.work.rules.calendar)
    turn.show(screens.ask_when(turn.words, shown, choices))


async def on_day_typed(message: Message, turn: Turn) -> None:
    offer_id = turn.conversation.data(OfOffer).offer
    shown = await offers.think_typed(turn.actor, turn.work, offer_id, message.text or "")
    await _answered(turn, shown)


async def on_ask_decline(_: CallbackQuery, callback_data: AskDecline, turn: Turn) -> None:
    shown = await offers.get_open(turn.actor, turn.work, callback_data.offer)
    turn.show(screens.ask_reason(turn.words, shown))


async def on_decline(_: CallbackQuery, callback_data: DeclineOffer, turn: Turn) -> None:
    data = callback_data
    await _answered(turn, await offers.decline(turn.actor, turn.work, data.offer, data.reason))


async def on_close(_: CallbackQuery, callback_data: CloseOffer, turn: Turn) -> None:
    await _answered(turn, await offers.close(turn.actor, turn.work, callback_data.offer))


async def _answered(turn: Turn, shown: OfferView) -> None:
    """The list again, with the new state over it."""
    turn.conversation.leave()
    page = await offers.list_offers(turn.actor, turn.work)
    before = screens.answered(turn.words, shown, turn.today)
    turn.show(screens.offers(turn.words, page, turn.today, before=before))


def setup() -> Router:
    router = Router(name="offers")
    router.message.register(on_channel_typed, StateFilter(OfferDialogue.channel), Typed())
    router.message.register(on_text, StateFilter(OfferDialogue.text), Typed())
    router.message.register(on_day_typed, StateFilter(OfferDialogue.day), Typed())
    taps = router.callback_query
    taps.filter(Feature("offers"))
    for handler, data in (
        (on_offers, OpenOffers),
        (on_offer, OpenOffer),
        (on_new, NewOffer),
        (on_made, MakeOffer),
        (on_accept, AcceptOffer),
        (on_think, ThinkOffer),
        (on_ask_decline, AskDecline),
        (on_decline, DeclineOffer),
        (on_close, CloseOffer),
    ):
        taps.register(handler, data.filter())
    return router
