"""/order, 🧾: the manager's drafts, from the client to handing over."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.choices import date_choices
from handlers.filters import Feature, MenuButton, Typed
from handlers.turn import Turn
from screens import orders as screens
from screens.callbacks.orders import (
    AskComment,
    AskDelivery,
    Basis,
    ChooseGoods,
    DropDoubt,
    DropDraft,
    HowMany,
    LikeLast,
    NewOrder,
    OpenCatalogue,
    OpenDraft,
    OpenShelf,
    Repeat,
    SetDelivery,
    SetQuantity,
    StartOrder,
    StepQuantity,
    Which,
)
from screens.order_views import Note
from screens.words import Catalogue
from usecases import order_entry, order_flow, orders
from usecases.order_errors import DeliveryDayError

THOUSAND = Decimal(1000)


class DraftDialogue(StatesGroup):
    client = State()
    lines = State()
    goods = State()
    delivery = State()
    comment = State()


class Draft(BaseModel):
    order: int


class Goods(BaseModel):
    order: int
    product: int


async def on_start(_: Message | CallbackQuery, turn: Turn) -> None:
    view = await orders.start(turn.actor, turn.work)
    turn.conversation.enter(DraftDialogue.client)
    turn.show(screens.start(turn.words, view))


async def on_client_typed(message: Message, turn: Turn) -> None:
    text = message.text or ""
    found = await orders.find_clients(turn.actor, turn.work, text)
    turn.show(screens.found_clients(turn.words, text, found))


async def on_new(_: CallbackQuery, callback_data: NewOrder, turn: Turn) -> None:
    await show_draft(turn, await orders.start_draft(turn.actor, turn.work, callback_data.client))


async def show_draft(turn: Turn, order: int, *, at: int = 0, notes: Sequence[Note] = ()) -> None:
    """The draft's card; what is typed from now on are its lines."""
    view = await orders.get_draft(turn.actor, turn.work, order)
    turn.conversation.enter(DraftDialogue.lines, Draft(order=order))
    turn.show(screens.draft(turn.words, view, at, notes))


async def on_draft(_: CallbackQuery, callback_data: OpenDraft, turn: Turn) -> None:
    await show_draft(turn, callback_data.order, at=callback_data.start)


async def on_lines_typed(message: Message, turn: Turn) -> None:
    order = turn.conversation.data(Draft).order
    notes = await order_entry.type_lines(turn.actor, turn.work, order, message.text or "")
    await show_draft(turn, order, notes=notes)


async def on_which(_: CallbackQuery, callback_data: Which, turn: Turn) -> None:
    chosen = callback_data
    notes = await order_entry.choose_product(
        turn.actor, turn.work, chosen.order, chosen.doubt, chosen.product
    )
    await show_draft(turn, chosen.order, notes=notes)


async def on_how_many(_: CallbackQuery, callback_data: HowMany, turn: Turn) -> None:
    quantity = callback_data.amount / THOUSAND
    notes = await order_entry.choose_quantity(
        turn.actor, turn.work, callback_data.order, callback_data.doubt, quantity
    )
    await show_draft(turn, callback_data.order, notes=notes)


async def on_basis(_: CallbackQuery, callback_data: Basis, turn: Turn) -> None:
    notes = await order_entry.choose_basis(
        turn.actor, turn.work, callback_data.order, callback_data.doubt, per_pack=callback_data.per_pack
    )
    await show_draft(turn, callback_data.order, notes=notes)


async def on_drop_doubt(_: CallbackQuery, callback_data: DropDoubt, turn: Turn) -> None:
    await order_entry.drop_doubt(
        turn.actor, turn.work, callback_data.order, callback_data.doubt, keep=callback_data.keep
    )
    await show_draft(turn, callback_data.order)


async def on_like_last(_: CallbackQuery, callback_data: LikeLast, turn: Turn) -> None:
    notes = await orders.like_last(turn.actor, turn.work, callback_data.order)
    await show_draft(turn, callback_data.order, notes=notes)


async def on_repeat(_: CallbackQuery, callback_data: Repeat, turn: Turn) -> None:
    order, notes = await order_flow.repeat(turn.actor, turn.work, callback_data.order)
    await show_draft(turn, order, notes=notes)


async def on_catalogue(_: CallbackQuery, callback_data: OpenCatalogue, turn: Turn) -> None:
    favourites, shelves = await orders.catalogue(turn.actor, turn.work, callback_data.order)
    turn.conversation.enter(DraftDialogue.lines, Draft(order=callback_data.order))
    turn.show(screens.catalogue(turn.words, callback_data.order, favourites, shelves))


async def on_shelf(_: CallbackQuery, callback_data: OpenShelf, turn: Turn) -> None:
    await _show_shelf(turn, callback_data.order, callback_data.product, callback_data.start)


async def _show_shelf(turn: Turn, order: int, product: int, at: int) -> None:
    view = await orders.shelf(turn.actor, turn.work, order, product, at)
    turn.conversation.enter(DraftDialogue.lines, Draft(order=order))
    turn.show(screens.shelf(turn.words, view))


async def on_goods(_: CallbackQuery, callback_data: ChooseGoods, turn: Turn) -> None:
    chosen = callback_data
    await _show_goods(turn, chosen.order, chosen.product, chosen.shelf, chosen.start)


async def _show_goods(turn: Turn, order: int, product: int, shelf: int = 0, at: int = 0) -> None:
    """A line of the draft with its steps, or goods that it has not yet."""
    view = await orders.get_goods(turn.actor, turn.work, order, product)
    draft = await orders.get_draft(turn.actor, turn.work, order)
    turn.conversation.enter(DraftDialogue.goods, Goods(order=order, product=product))
    known = next((line for line in draft.lines if line.product_id == product), None)
    if known is None:
        turn.show(screens.goods(turn.words, order, view, shelf, at))
    else:
        turn.show(screens.line(turn.words, draft, known))


async def on_quantity(_: CallbackQuery, callback_data: SetQuantity, turn: Turn) -> None:
    chosen = callback_data
    note = await orders.set_quantity(
        turn.actor, turn.work, chosen.order, chosen.product, chosen.amount / THOUSAND
    )
    if chosen.shelf:
        turn.ack(screens.note_ack(turn.words, note))
        await _show_shelf(turn, chosen.order, chosen.shelf, chosen.start)
    else:
        await show_draft(turn, chosen.order, notes=[note])


async def on_step(_: CallbackQuery, callback_data: StepQuantity, turn: Turn) -> None:
    chosen = callback_data
    await orders.step_quantity(turn.actor, turn.work, chosen.order, chosen.product, chosen.amount / THOUSAND)
    await _show_goods(turn, chosen.order, chosen.product)


async def on_goods_typed(message: Message, turn: Turn) -> None:
    data = turn.conversation.data(Goods)
    await orders.change_line(turn.actor, turn.work, data.order, data.product, message.text or "")
    await show_draft(turn, data.order)


async def on_ask_delivery(_: CallbackQuery, callback_data: AskDelivery, turn: Turn) -> None:
    await orders.get_draft(turn.actor, turn.work, callback_data.order)
    turn.conversation.enter(DraftDialogue.delivery, Draft(order=callback_data.order))
    days = date_choices(turn.today, turn.work.rules.calendar, with_today=True)
    turn.show(screens.ask_delivery(turn.words, callback_data.order, days))


async def on_delivery(_: CallbackQuery, callback_data: SetDelivery, turn: Turn) -> None:
    day = read_iso(callback_data.day)
    await orders.set_delivery(turn.actor, turn.work, callback_data.order, day)
    await show_draft(turn, callback_data.order)


def read_iso(text: str) -> date | None:
    """Of a button: its pattern lets through the 31st of any month."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise DeliveryDayError(text=text) from error


async def on_delivery_typed(message: Message, turn: Turn) -> None:
    order = turn.conversation.data(Draft).order
    await orders.set_delivery_typed(turn.actor, turn.work, order, message.text or "")
    await show_draft(turn, order)


async def on_ask_comment(_: CallbackQuery, callback_data: AskComment, turn: Turn) -> None:
    view = await orders.get_draft(turn.actor, turn.work, callback_data.order)
    turn.conversation.enter(DraftDialogue.comment, Draft(order=callback_data.order))
    turn.show(screens.ask_comment(turn.words, view.id, view.comment))


async def on_comment_typed(message: Message, turn: Turn) -> None:
    order = turn.conversation.data(Draft).order
    await orders.set_comment(turn.actor, turn.work, order, message.text or "")
    await show_draft(turn, order)


async def on_drop(_: CallbackQuery, callback_data: DropDraft, turn: Turn) -> None:
    if not callback_data.sure:
        view = await orders.get_draft(turn.actor, turn.work, callback_data.order)
        turn.show(screens.sure_to_drop(turn.words, view))
        return
    client = await orders.drop_draft(turn.actor, turn.work, callback_data.order)
    turn.conversation.leave()
    turn.show(screens.dropped(turn.words, client))


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="orders")
    router.message.register(on_start, Command("order"))
    router.message.register(on_start, MenuButton(catalogue, "order"))
    for state, handler in (
        (DraftDialogue.client, on_client_typed),
        (DraftDialogue.lines, on_lines_typed),
        (DraftDialogue.goods, on_goods_typed),
        (DraftDialogue.delivery, on_delivery_typed),
        (DraftDialogue.comment, on_comment_typed),
    ):
        router.message.register(handler, StateFilter(state), Typed())
    taps = router.callback_query
    taps.filter(Feature("orders"))
    taps.register(on_start, StartOrder.filter())
    taps.register(on_new, NewOrder.filter())
    taps.register(on_draft, OpenDraft.filter())
    taps.register(on_which, Which.filter())
    taps.register(on_how_many, HowMany.filter())
    taps.register(on_basis, Basis.filter())
    taps.register(on_drop_doubt, DropDoubt.filter())
    taps.register(on_like_last, LikeLast.filter())
    taps.register(on_repeat, Repeat.filter())
    taps.register(on_catalogue, OpenCatalogue.filter())
    taps.register(on_shelf, OpenShelf.filter())
    taps.register(on_goods, ChooseGoods.filter())
    taps.register(on_quantity, SetQuantity.filter())
    taps.register(on_step, StepQuantity.filter())
    taps.register(on_ask_delivery, AskDelivery.filter())
    taps.register(on_delivery, SetDelivery.filter())
    taps.register(on_ask_comment, AskComment.filter())
    taps.register(on_drop, DropDraft.filter())
    return router
