"""Claims: the card at the phone, photos, whose fault, and the lists."""

from datetime import date
from decimal import Decimal

from aiogram import Router
from aiogram.filters import Command, Filter, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.attachments import AttachmentKind
from domain.choices import date_choices
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import claims as screens
from screens.callbacks.claims import (
    AskClaimOrder,
    AskClaimSum,
    AskClaimText,
    AskDue,
    AskFault,
    AskGoods,
    AskKind,
    AskNewClaim,
    ClaimPhotos,
    ClearFault,
    ClientClaims,
    DropGoods,
    MoreOfClaim,
    NewClaim,
    OpenClaimCard,
    OpenClaims,
    PickGoods,
    PutGoods,
    SetClaimKind,
    SetClaimOrder,
    SetDue,
    SetFault,
)
from screens.claim_views import ClaimView
from usecases import claim_goods, claims
from usecases.attachments import Sent
from usecases.scope import get_client

THOUSAND = Decimal(1000)


class ClaimDialogue(StatesGroup):
    goods = State()
    quantity = State()
    amount = State()
    text = State()
    due = State()


class OfClaim(BaseModel):
    """The claim that is open: photos go to it, and what is asked is about it."""

    claim: int
    client: int = 0
    product: int = 0
    extra: bool = False


class Pictured(Filter):
    """A photo sent while a claim is open."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        if not message.photo or message.chat.type != "private":
            return False
        state, data = turn.conversation.state, turn.conversation.now.data or {}
        return "claim" in data and (state is None or state.startswith(ClaimDialogue.__full_group_name__))


def show(turn: Turn, view: ClaimView) -> None:
    """The card; outside of any question, photos that follow are of this claim."""
    turn.conversation.remember(OfClaim(claim=view.id, client=view.client_id))
    turn.show(screens.card(turn.words, view))


async def on_list(_: Message | CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.listed(turn.words, await claims.list_claims(turn.actor, turn.work)))


async def on_client(_: CallbackQuery, callback_data: ClientClaims, turn: Turn) -> None:
    """The only one opens at once."""
    await show_of_client(turn, callback_data.client)


async def show_of_client(turn: Turn, client: int) -> None:
    name, views = await claims.list_of_client(turn.actor, turn.work, client)
    if len(views) == 1:
        show(turn, views[0])
    else:
        turn.show(screens.of_client(turn.words, client, name, views))


async def on_ask_new(_: CallbackQuery, callback_data: AskNewClaim, turn: Turn) -> None:
    client = await get_client(turn.actor, turn.work, callback_data.client)
    turn.show(screens.ask_new(turn.words, client.id, client.name, callback_data.order))


async def on_new(_: CallbackQuery, callback_data: NewClaim, turn: Turn) -> None:
    data = callback_data
    id_ = await claims.open_claim(turn.actor, turn.work, data.client, data.kind, order_id=data.order or None)
    show(turn, await claims.get_claim(turn.actor, turn.work, id_))


async def on_open(_: CallbackQuery, callback_data: OpenClaimCard, turn: Turn) -> None:
    show(turn, await claims.get_claim(turn.actor, turn.work, callback_data.claim))


async def on_more(_: CallbackQuery, callback_data: MoreOfClaim, turn: Turn) -> None:
    view = await claims.get_claim(turn.actor, turn.work, callback_data.claim)
    turn.show(screens.more(turn.words, view))


# --- what, whose fault, which order ----------------------------------------------------------------------------------


async def on_ask_kind(_: CallbackQuery, callback_data: AskKind, turn: Turn) -> None:
    view = await claims.get_claim(turn.actor, turn.work, callback_data.claim)
    turn.show(screens.ask_kind(turn.words, view))


async def on_kind(_: CallbackQuery, callback_data: SetClaimKind, turn: Turn) -> None:
    show(turn, await claims.set_kind(turn.actor, turn.work, callback_data.claim, callback_data.kind))


async def on_ask_fault(_: CallbackQuery, callback_data: AskFault, turn: Turn) -> None:
    view = await claims.get_claim(turn.actor, turn.work, callback_data.claim)
    turn.show(screens.ask_fault(turn.words, view))


async def on_fault(_: CallbackQuery, callback_data: SetFault, turn: Turn) -> None:
    show(turn, await claims.set_fault(turn.actor, turn.work, callback_data.claim, callback_data.service))


async def on_clear_fault(_: CallbackQuery, callback_data: ClearFault, turn: Turn) -> None:
    show(turn, await claims.set_fault(turn.actor, turn.work, callback_data.claim, None))


async def on_ask_order(_: CallbackQuery, callback_data: AskClaimOrder, turn: Turn) -> None:
    view, orders = await claims.list_orders(turn.actor, turn.work, callback_data.claim)
    turn.show(screens.ask_order(turn.words, view, orders))


async def on_order(_: CallbackQuery, callback_data: SetClaimOrder, turn: Turn) -> None:
    show(turn, await claims.set_order(turn.actor, turn.work, callback_data.claim, callback_data.order))


# --- goods -----------------------------------------------------------------------------------------------------------


async def on_ask_goods(_: CallbackQuery, callback_data: AskGoods, turn: Turn) -> None:
    data = callback_data
    view, offers = await claim_goods.list_goods(turn.actor, turn.work, data.claim)
    turn.conversation.enter(
        ClaimDialogue.goods, OfClaim(claim=view.id, client=view.client_id, extra=data.extra)
    )
    turn.show(screens.ask_goods(turn.words, view, offers, extra=data.extra))


async def on_goods_typed(message: Message, turn: Turn) -> None:
    data = turn.conversation.data(OfClaim)
    text = message.text or ""
    show(turn, await claim_goods.type_goods(turn.actor, turn.work, data.claim, text, extra=data.extra))


async def on_pick(_: CallbackQuery, callback_data: PickGoods, turn: Turn) -> None:
    data = callback_data
    view, offer = await claim_goods.get_goods(turn.actor, turn.work, data.claim, data.product)
    known = OfClaim(claim=view.id, client=view.client_id, product=offer.id, extra=data.extra)
    turn.conversation.enter(ClaimDialogue.quantity, known)
    turn.show(screens.ask_quantity(turn.words, view, offer, extra=data.extra))


async def on_quantity_typed(message: Message, turn: Turn) -> None:
    data = turn.conversation.data(OfClaim)
    view = await claim_goods.type_quantity(
        turn.actor, turn.work, data.claim, data.product, message.text or "", extra=data.extra
    )
    show(turn, view)


async def on_put(_: CallbackQuery, callback_data: PutGoods, turn: Turn) -> None:
    data = callback_data
    quantity = Decimal(data.amount) / THOUSAND if data.amount else None
    show(turn, await claim_goods.put_goods(turn.actor, turn.work, data.claim, data.product, quantity))


async def on_drop(_: CallbackQuery, callback_data: DropGoods, turn: Turn) -> None:
    show(turn, await claim_goods.drop_line(turn.actor, turn.work, callback_data.claim, callback_data.row))


# --- words, a sum, a term --------------------------------------------------------------------------------------------


async def on_ask_text(_: CallbackQuery, callback_data: AskClaimText, turn: Turn) -> None:
    await _ask(turn, callback_data.claim, ClaimDialogue.text, "ask-claim-text")


async def on_ask_sum(_: CallbackQuery, callback_data: AskClaimSum, turn: Turn) -> None:
    await _ask(turn, callback_data.claim, ClaimDialogue.amount, "ask-claim-sum")


async def _ask(turn: Turn, claim: int, state: State, key: str) -> None:
    view = await claims.get_claim(turn.actor, turn.work, claim)
    turn.conversation.enter(state, OfClaim(claim=view.id, client=view.client_id))
    turn.show(screens.ask_typed(turn.words, view, key))


async def on_text_typed(message: Message, turn: Turn) -> None:
    claim = turn.conversation.data(OfClaim).claim
    show(turn, await claims.set_text(turn.actor, turn.work, claim, message.text or ""))


async def on_sum_typed(message: Message, turn: Turn) -> None:
    claim = turn.conversation.data(OfClaim).claim
    show(turn, await claims.type_amount(turn.actor, turn.work, claim, message.text or ""))


async def on_ask_due(_: CallbackQuery, callback_data: AskDue, turn: Turn) -> None:
    view = await claims.get_claim(turn.actor, turn.work, callback_data.claim)
    turn.conversation.enter(ClaimDialogue.due, OfClaim(claim=view.id, client=view.client_id))
    choices = date_choices(turn.today, turn.work.rules.calendar, with_today=True)
    turn.show(screens.ask_due(turn.words, view, choices))


async def on_due(_: CallbackQuery, callback_data: SetDue, turn: Turn) -> None:
    day = date.fromordinal(callback_data.day)
    show(turn, await claims.set_due(turn.actor, turn.work, callback_data.claim, day))


async def on_due_typed(message: Message, turn: Turn) -> None:
    claim = turn.conversation.data(OfClaim).claim
    show(turn, await claims.type_due(turn.actor, turn.work, claim, message.text or ""))


# --- photos ----------------------------------------------------------------------------------------------------------


async def on_photo(message: Message, turn: Turn) -> None:
    """The question that is open stays open; photos of one album change one notice."""
    claim = turn.conversation.data(OfClaim).claim
    assert message.photo
    sent = Sent(
        AttachmentKind.PHOTO,
        message.photo[-1].file_id,
        text=message.caption or "",
        album=message.media_group_id,
    )
    view, follows = await claims.add_photo(turn.actor, turn.work, claim, sent)
    send = turn.retell if follows else turn.tell
    send([turn.actor], lambda words: screens.attached(words, view), anchor=screens.anchor(view.id))


async def on_photos(_: CallbackQuery, callback_data: ClaimPhotos, turn: Turn) -> None:
    view, found = await claims.get_photos(turn.actor, turn.work, callback_data.claim)
    if not found:
        show(turn, view)
    for one in found:
        turn.send_again(one.attachment.kind, one.attachment.file_id, screens.photo_caption(turn.words, view))


def setup() -> Router:
    """Before photos that belong to nothing: while a claim is open they are its own."""
    router = Router(name="claims")
    said = router.message
    said.register(on_list, Command("claims"))
    said.register(on_photo, Pictured())
    for typed, state in (
        (on_goods_typed, ClaimDialogue.goods),
        (on_quantity_typed, ClaimDialogue.quantity),
        (on_text_typed, ClaimDialogue.text),
        (on_sum_typed, ClaimDialogue.amount),
        (on_due_typed, ClaimDialogue.due),
    ):
        said.register(typed, StateFilter(state), Typed())
    taps = router.callback_query
    taps.filter(Feature("claims"))
    for handler, data in (
        (on_list, OpenClaims),
        (on_client, ClientClaims),
        (on_ask_new, AskNewClaim),
        (on_new, NewClaim),
        (on_open, OpenClaimCard),
        (on_more, MoreOfClaim),
        (on_ask_kind, AskKind),
        (on_kind, SetClaimKind),
        (on_ask_fault, AskFault),
        (on_fault, SetFault),
        (on_clear_fault, ClearFault),
        (on_ask_order, AskClaimOrder),
        (on_order, SetClaimOrder),
        (on_ask_goods, AskGoods),
        (on_pick, PickGoods),
        (on_put, PutGoods),
        (on_drop, DropGoods),
        (on_ask_text, AskClaimText),
        (on_ask_sum, AskClaimSum),
        (on_ask_due, AskDue),
        (on_due, SetDue),
        (on_photos, ClaimPhotos),
    ):
        taps.register(handler, data.filter())
    return router
