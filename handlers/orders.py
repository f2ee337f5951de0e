"""/order, 🧾: the manager's drafts, from the client to handing over."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.choices import delivery_choices
from handlers.filters import Feature, MenuButton, Typed
from handlers.turn import Turn
from screens import orders as screens
from screens.callbacks.orders import (
    AddDraft,
    AskComment,
    AskDelivery,
    AskLineComment,
    Basis,
    ChooseGoods,
    DropDoubt,
    DropDraft,
    HowMany,
    LikeLast,
    MoreOfDraft,
    NewOrder,
    OpenCatalogue,
    OpenDraft,
    OpenDrafts,
    OpenShelf,
    Repeat,
    SetDelivery,
    SetQuantity,
    ShowLacking,
    StartOrder,
    StepQuantity,
    UsualBasket,
    Which,
)
from screens.order_views import Carried, Note
from screens.order_views import Typed as TypedLine
from screens.words import Catalogue
from usecases import draft_split, order_entry, order_flow, order_goods, orders
from usecases.draft_split import added
from usecases.order_errors import DeliveryDayError

THOUSAND = Decimal(1000)


class DraftDialogue(StatesGroup):
    client = State()
    lines = State()
    catalogue = State()
    goods = State()
    note = State()
    delivery = State()
    comment = State()


class Draft(BaseModel):
    """`carried` is what the draft had when something new came to it, `typed` what is new; `parted` from another draft."""

    order: int
    carried: Carried | None = None
    typed: tuple[TypedLine, ...] = ()
    parted: int = 0

    def with_typed(self, notes: Sequence[Note]) -> "Draft":
        """Answers to older questions belong to the older lines."""
        old = self.carried
        if old is None:
            return self
        known = {one.product: one for one in self.typed}
        for new in (note.typed for note in notes):
            if new is not None and new.text not in old.asked:
                known[new.product] = added(known.get(new.product), new)
        return self.model_copy(update={"typed": tuple(known.values())})


class Kept(BaseModel):
    order: int = 0


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
    await join_draft(turn, await orders.start_draft(turn.actor, turn.work, callback_data.client))


async def join_draft(turn: Turn, order: int) -> None:
    """Opened for something new: what it has already is said, and may be left apart."""
    turn.conversation.leave()
    carried = await draft_split.find_carried(turn.actor, turn.work, order)
    await show_draft(turn, order, data=Draft(order=order, carried=carried))


def draft_data(turn: Turn, order: int) -> Draft:
    """What the dialogue holds of this draft."""
    data = turn.conversation.data(Kept) if is_of_draft(turn.conversation.state) else Kept()
    return turn.conversation.data(Draft) if data.order == order else Draft(order=order)


async def show_draft(
    turn: Turn,
    order: int,
    *,
    at: int = 0,
    product: int | None = None,
    notes: Sequence[Note] = (),
    data: Draft | None = None,
) -> None:
    """The draft's card, by the page that has `product`; what is typed from now on are its lines."""
    view = await orders.get_draft(turn.actor, turn.work, order, at, product_id=product)
    data = (data or draft_data(turn, order)).with_typed(notes)
    turn.conversation.enter(DraftDialogue.lines, data)
    turn.show(screens.draft(turn.words, replace(view, carried=data.carried), notes))


async def on_draft(_: CallbackQuery, callback_data: OpenDraft, turn: Turn) -> None:
    await show_draft(turn, callback_data.order, at=callback_data.start)


async def on_lines_typed(message: Message, turn: Turn) -> None:
    data = turn.conversation.data(Draft)
    order = data.order
    if data.carried is None:
        carried = await draft_split.find_carried(turn.actor, turn.work, order, earlier=True)
        data = data.model_copy(update={"carried": carried})
    notes = await order_entry.type_lines(turn.actor, turn.work, order, message.text or "")
    await show_draft(turn, order, notes=notes, data=data)


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


async def on_usual(_: CallbackQuery, callback_data: UsualBasket, turn: Turn) -> None:
    notes = await orders.add_usual(turn.actor, turn.work, callback_data.order)
    await show_draft(turn, callback_data.order, notes=notes)


async def on_more(_: CallbackQuery, callback_data: MoreOfDraft, turn: Turn) -> None:
    view = await orders.get_more(turn.actor, turn.work, callback_data.order)
    turn.conversation.enter(DraftDialogue.lines, draft_data(turn, view.order))
    turn.show(screens.more(turn.words, view))


async def on_lacking(_: CallbackQuery, callback_data: ShowLacking, turn: Turn) -> None:
    view = await orders.get_draft(turn.actor, turn.work, callback_data.order, callback_data.start)
    turn.conversation.enter(DraftDialogue.lines, draft_data(turn, view.id))
    turn.show(screens.lacking(turn.words, view))


async def on_another(_: CallbackQuery, callback_data: AddDraft, turn: Turn) -> None:
    """The second tap of a thumb finds the draft that the first one made."""
    old = callback_data.order
    made = parted_from(turn, old)
    if made:
        await show_draft(turn, made)
        return
    data = draft_data(turn, old)
    apart = await draft_split.split(turn.actor, turn.work, old, data.typed, data.carried)
    await show_draft(turn, apart, data=Draft(order=apart, parted=old))


def is_of_draft(state: str | None) -> bool:
    """Whether the dialogue is about a draft, not about whose it is to be."""
    return (state or "").startswith(DraftDialogue.__name__) and state != DraftDialogue.client.state


def parted_from(turn: Turn, order: int) -> int:
    """The draft that is open now, if it was parted from this one."""
    open_ = turn.conversation.state == DraftDialogue.lines.state
    data = turn.conversation.data(Draft) if open_ else Draft(order=0)
    return data.order if data.parted and data.parted == order else 0


async def on_drafts(_: CallbackQuery, callback_data: OpenDrafts, turn: Turn) -> None:
    view = await orders.list_drafts(turn.actor, turn.work, callback_data.start)
    turn.conversation.leave()
    turn.show(screens.drafts(turn.words, view))


async def on_repeat(_: CallbackQuery, callback_data: Repeat, turn: Turn) -> None:
    order, notes = await order_flow.repeat(turn.actor, turn.work, callback_data.order)
    await show_draft(turn, order, notes=notes)


async def on_catalogue(_: CallbackQuery, callback_data: OpenCatalogue, turn: Turn) -> None:
    favourites, shelves = await order_goods.catalogue(turn.actor, turn.work, callback_data.order)
    turn.conversation.enter(DraftDialogue.catalogue, draft_data(turn, callback_data.order))
    turn.show(screens.catalogue(turn.words, callback_data.order, favourites, shelves))


async def on_catalogue_typed(message: Message, turn: Turn) -> None:
    """A name is looked for; goods with a quantity are lines of the order."""
    order, text = turn.conversation.data(Draft).order, message.text or ""
    found = await order_goods.find_goods(turn.actor, turn.work, order, text)
    if found is None:
        await on_lines_typed(message, turn)
    else:
        turn.show(screens.found_goods(turn.words, order, text, found))


async def on_shelf(_: CallbackQuery, callback_data: OpenShelf, turn: Turn) -> None:
    await _show_shelf(turn, callback_data.order, callback_data.product, callback_data.start)


async def _show_shelf(turn: Turn, order: int, product: int, at: int) -> None:
    view = await order_goods.shelf(turn.actor, turn.work, order, product, at)
    turn.conversation.enter(DraftDialogue.catalogue, draft_data(turn, order))
    turn.show(screens.shelf(turn.words, view))


async def on_goods(_: CallbackQuery, callback_data: ChooseGoods, turn: Turn) -> None:
    chosen = callback_data
    await _show_goods(turn, chosen.order, chosen.product, chosen.shelf, chosen.start)


async def _show_goods(turn: Turn, order: int, product: int, shelf: int = 0, at: int = 0) -> None:
    """A line of the draft with its steps, or goods that it has not yet."""
    known = await orders.find_line(turn.actor, turn.work, order, product)
    if known is None:
        view = await order_goods.get_goods(turn.actor, turn.work, order, product)
        turn.show(screens.goods(turn.words, order, view, shelf, at))
    else:
        turn.show(screens.line(turn.words, known))
    turn.conversation.enter(DraftDialogue.goods, Goods(order=order, product=product))


async def on_quantity(_: CallbackQuery, callback_data: SetQuantity, turn: Turn) -> None:
    chosen = callback_data
    note = await orders.set_quantity(
        turn.actor, turn.work, chosen.order, chosen.product, chosen.amount / THOUSAND
    )
    if chosen.shelf:
        turn.ack(screens.note_ack(turn.words, note))
        await _show_shelf(turn, chosen.order, chosen.shelf, chosen.start)
    else:
        await show_draft(turn, chosen.order, product=chosen.product, notes=[note])


async def on_step(_: CallbackQuery, callback_data: StepQuantity, turn: Turn) -> None:
    chosen = callback_data
    await orders.step_quantity(turn.actor, turn.work, chosen.order, chosen.product, chosen.amount / THOUSAND)
    await _show_goods(turn, chosen.order, chosen.product)


async def on_goods_typed(message: Message, turn: Turn) -> None:
    """About the line, else lines of their own: a client goes on naming goods."""
    data = turn.conversation.data(Goods)
    if await order_entry.are_lines(turn.actor, turn.work, message.text or ""):
        turn.conversation.enter(DraftDialogue.lines, Draft(order=data.order))
        await on_lines_typed(message, turn)
        return
    await orders.change_line(turn.actor, turn.work, data.order, data.product, message.text or "")
    await show_draft(turn, data.order, product=data.product)


async def on_ask_line_comment(_: CallbackQuery, callback_data: AskLineComment, turn: Turn) -> None:
    data = callback_data
    line = await orders.get_line(turn.actor, turn.work, data.order, data.product)
    turn.conversation.enter(DraftDialogue.note, Goods(order=data.order, product=data.product))
    turn.show(screens.ask_line_comment(turn.words, line))


async def on_line_comment_typed(message: Message, turn: Turn) -> None:
    data = turn.conversation.data(Goods)
    await orders.set_line_comment(turn.actor, turn.work, data.order, data.product, message.text or "")
    await show_draft(turn, data.order, product=data.product)


async def on_ask_delivery(_: CallbackQuery, callback_data: AskDelivery, turn: Turn) -> None:
    await orders.get_draft(turn.actor, turn.work, callback_data.order)
    turn.conversation.enter(DraftDialogue.delivery, draft_data(turn, callback_data.order))
    days = delivery_choices(turn.today, turn.work.rules.calendar)
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
    turn.conversation.enter(DraftDialogue.comment, draft_data(turn, callback_data.order))
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
        (DraftDialogue.catalogue, on_catalogue_typed),
        (DraftDialogue.goods, on_goods_typed),
        (DraftDialogue.note, on_line_comment_typed),
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
    taps.register(on_usual, UsualBasket.filter())
    taps.register(on_more, MoreOfDraft.filter())
    taps.register(on_lacking, ShowLacking.filter())
    taps.register(on_another, AddDraft.filter())
    taps.register(on_drafts, OpenDrafts.filter())
    taps.register(on_repeat, Repeat.filter())
    taps.register(on_catalogue, OpenCatalogue.filter())
    taps.register(on_shelf, OpenShelf.filter())
    taps.register(on_goods, ChooseGoods.filter())
    taps.register(on_quantity, SetQuantity.filter())
    taps.register(on_step, StepQuantity.filter())
    taps.register(on_ask_line_comment, AskLineComment.filter())
    taps.register(on_ask_delivery, AskDelivery.filter())
    taps.register(on_delivery, SetDelivery.filter())
    taps.register(on_ask_comment, AskComment.filter())
    taps.register(on_drop, DropDraft.filter())
    return router
