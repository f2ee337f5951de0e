"""/calls: the day's list and the carousel of cards; what came of a call is in `call_outcomes`."""

from contextlib import suppress
from datetime import date

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.actors import SELLING
from handlers import claims
from handlers.filters import Feature, MenuButton, Typed
from handlers.turn import Turn
from screens import call_list as lists
from screens import calls as screens
from screens.callbacks.calls import (
    AddNumber,
    Agree,
    AskLater,
    AskSkip,
    CloseClaim,
    LastWorked,
    Log,
    NextCard,
    OfferSent,
    OffersToSend,
    OpenCard,
    OtherPerson,
    PutOff,
    Skip,
    StartCalls,
    UndoCall,
    WholeList,
)
from screens.screen import Button
from screens.words import Catalogue
from usecases import call_card, call_moves, call_undo, calls
from usecases.access import check_role
from usecases.calls import Recorded
from usecases.client_changes import add_note
from usecases.errors import StaleError
from usecases.scope import get_client


class CallDialogue(StatesGroup):
    card = State()
    when = State()
    promise = State()
    refusal = State()
    number = State()


class OfCard(BaseModel):
    """The card that is open: what is typed belongs to it."""

    client: int


class Asked(BaseModel):
    """An outcome chosen and not yet answered, as its button carries it."""

    data: str


def open_client(turn: Turn) -> int | None:
    """Whose card, or question about a call, this chat has open."""
    with suppress(StaleError, ValueError, TypeError):
        return Log.unpack(turn.conversation.data(Asked).data).client
    with suppress(StaleError):
        return turn.conversation.data(OfCard).client
    return None


# --- the list ---------------------------------------------------------------------------------------------------------


async def on_list(_: Message | CallbackQuery, turn: Turn) -> None:
    await show_list(turn)


async def show_list(turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(lists.day_list(turn.words, await call_card.day_list(turn.actor, turn.work)))


async def on_whole_list(_: CallbackQuery, turn: Turn) -> None:
    turn.show(lists.day_list(turn.words, await call_card.day_list(turn.actor, turn.work), whole=True))


# --- cards --------------------------------------------------------------------------------------------------------------


async def on_next(_: CallbackQuery, turn: Turn) -> None:
    """With the day suggested for the client worked last, where nothing is planned for it, as after an order."""
    done = await call_undo.find_worked(turn.actor, turn.work)
    day = call_moves.suggest_left(done.client, turn.today, turn.work.rules) if done else None
    if done is None or day is None:
        await show_next(turn)
        return
    name = done.client.name
    before = screens.recorded(
        turn.words, name, done.outcome, done.next, turn.today, suggested=day, own=done.own
    )
    await show_next(turn, before, screens.agree_row(turn.words, name, done.client.id, day))


async def show_next(
    turn: Turn,
    before: str = "",
    row: tuple[Button, ...] = (),
    *,
    done: Recorded | None = None,
    last: tuple[Button, ...] = (),
) -> None:
    """The next card with `before` over it; the end of the list where there is none. `done` is a call logged in this turn.

    `row` and `last` stand under the card.
    """
    following = await call_moves.find_following(turn.actor, turn.work, done)
    if following is None:
        turn.conversation.leave()
        day = await call_card.day_list(turn.actor, turn.work)
        screen = lists.nothing_now(turn.words, day, before=before)
        turn.show(screens.with_row(screens.with_row(screen, row), last))
        return
    if following.same_person:
        before = screens.same_person(turn.words, before)
    card = await call_card.get_card(turn.actor, turn.work, following.client_id, line=following.line)
    _open(turn, card, before, row, last)


async def show_card(
    turn: Turn,
    client_id: int,
    person_id: int | None = None,
    *,
    before: str = "",
    row: tuple[Button, ...] = (),
) -> None:
    _open(turn, await call_card.get_card(turn.actor, turn.work, client_id, person_id), before, row)


def _open(turn: Turn, card: screens.Card, before: str, *rows: tuple[Button, ...]) -> None:
    turn.conversation.enter(CallDialogue.card, OfCard(client=card.client))
    screen = screens.card(turn.words, card, before=before)
    for row in rows:
        screen = screens.with_row(screen, row)
    turn.show(screen)


async def on_card(_: CallbackQuery, callback_data: OpenCard, turn: Turn) -> None:
    await show_card(turn, callback_data.client)


async def on_other_person(_: CallbackQuery, callback_data: OtherPerson, turn: Turn) -> None:
    await show_card(turn, callback_data.client, callback_data.person)


async def on_note(message: Message, turn: Turn) -> None:
    """What is typed over an open card belongs to its client."""
    open_card = turn.conversation.data(OfCard)
    client = await add_note(turn.actor, turn.work, open_card.client, message.text or "")
    turn.show(screens.noted(turn.words, client.name, client.id))


# --- back, and undone ---------------------------------------------------------------------------------------------------


async def on_back(_: CallbackQuery, turn: Turn) -> None:
    """The card worked last, with what was recorded and the way out of it."""
    done = await call_undo.find_worked(turn.actor, turn.work)
    if done is None:
        turn.ack(turn.words.plain("ack-none-worked"))
        return
    said = screens.recorded(turn.words, done.client.name, done.outcome, done.next, turn.today, own=done.own)
    row = screens.undo_row(turn.words, done.undo, typed=done.typed) if done.undo else ()
    await show_card(turn, done.client.id, before=screens.worked(turn.words, said, done.at), row=row)


async def on_undo(_: CallbackQuery, callback_data: UndoCall, turn: Turn) -> None:
    client, outcome = await call_undo.undo_call(turn.actor, turn.work, callback_data.draft)
    await show_card(turn, client.id, before=screens.undone(turn.words, client.name, outcome))


# --- later, not today, agreed -------------------------------------------------------------------------------------------


async def on_ask_later(_: CallbackQuery, callback_data: AskLater, turn: Turn) -> None:
    check_role(turn.actor, SELLING)
    client = await get_client(turn.actor, turn.work, callback_data.client)
    turn.conversation.enter(CallDialogue.card, OfCard(client=client.id))
    turn.show(screens.ask_later(turn.words, client.name, client.id))


async def on_put_off(_: CallbackQuery, callback_data: PutOff, turn: Turn) -> None:
    await call_moves.put_off(turn.actor, turn.work, callback_data.client, callback_data.minutes)
    await show_next(turn)


async def on_ask_skip(_: CallbackQuery, callback_data: AskSkip, turn: Turn) -> None:
    check_role(turn.actor, SELLING)
    client = await get_client(turn.actor, turn.work, callback_data.client)
    turn.conversation.enter(CallDialogue.card, OfCard(client=client.id))
    turn.show(screens.ask_skip(turn.words, client.name, client.id))


async def on_skip(_: CallbackQuery, callback_data: Skip, turn: Turn) -> None:
    await call_moves.skip(turn.actor, turn.work, callback_data.client, callback_data.reason)
    await show_next(turn)


async def on_agree(_: CallbackQuery, callback_data: Agree, turn: Turn) -> None:
    """The card that was open stays open, with what was agreed over it."""
    day = date.fromordinal(callback_data.day)
    client = await call_moves.agree(turn.actor, turn.work, callback_data.client, day)
    said = screens.agreed(turn.words, client.name, day, turn.today)
    shown = open_client(turn)
    if shown is None:
        await show_next(turn, said)
    else:
        await show_card(turn, shown, before=said)


# --- offers, numbers, claims ----------------------------------------------------------------------------------------------


async def on_offers(_: CallbackQuery, turn: Turn) -> None:
    turn.show(lists.offers(turn.words, await call_card.offers_to_send(turn.actor, turn.work)))


async def on_offer_sent(_: CallbackQuery, callback_data: OfferSent, turn: Turn) -> None:
    done = await calls.offer_sent(turn.actor, turn.work, callback_data.client)
    turn.ack(lists.offer_sent(turn.words, done.client.name, done.follow, turn.today))
    await on_offers(_, turn)


async def on_ask_number(_: CallbackQuery, callback_data: AddNumber, turn: Turn) -> None:
    check_role(turn.actor, SELLING)
    client = await get_client(turn.actor, turn.work, callback_data.client)
    turn.conversation.enter(CallDialogue.number, OfCard(client=client.id))
    turn.show(screens.ask_number(turn.words, client.name, client.id))


async def on_number_typed(message: Message, turn: Turn) -> None:
    open_card = turn.conversation.data(OfCard)
    client = await calls.set_number(turn.actor, turn.work, open_card.client, message.text or "")
    turn.conversation.leave()
    await show_card(turn, client.id)


async def on_claim_settled(_: CallbackQuery, callback_data: CloseClaim, turn: Turn) -> None:
    """A button of older cards: a claim is closed on its own card now."""
    await claims.show_of_client(turn, callback_data.client)


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="calls")
    router.message.register(on_list, Command("calls"))
    router.message.register(on_list, MenuButton(catalogue, "calls"))
    router.message.register(on_number_typed, StateFilter(CallDialogue.number), Typed())
    taps = router.callback_query
    taps.filter(Feature("calls"))
    for handler, data in (
        (on_next, NextCard),
        (on_card, OpenCard),
        (on_list, StartCalls),
        (on_whole_list, WholeList),
        (on_other_person, OtherPerson),
        (on_back, LastWorked),
        (on_undo, UndoCall),
        (on_ask_later, AskLater),
        (on_put_off, PutOff),
        (on_ask_skip, AskSkip),
        (on_skip, Skip),
        (on_agree, Agree),
        (on_offers, OffersToSend),
        (on_offer_sent, OfferSent),
        (on_ask_number, AddNumber),
        (on_claim_settled, CloseClaim),
    ):
        taps.register(handler, data.filter())
    return router
