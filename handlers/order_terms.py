"""The terms of a draft, and the photos and files that go with it to sales support."""

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.attachments import AttachmentKind
from handlers.filters import Feature, Typed
from handlers.orders import Draft, DraftDialogue
from handlers.turn import Turn
from screens import imports as import_screens
from screens import order_terms as screens
from screens.callbacks.order_terms import (
    AskAddress,
    AskBuyer,
    AskContract,
    AskSeller,
    AskWindow,
    DropPaper,
    LoadPaper,
    OpenPapers,
    OpenTerms,
    SendPaper,
    SetAddress,
    SetBuyer,
    SetContract,
    SetSeller,
    SetWindow,
)
from usecases import attachments, imports, order_papers, order_terms
from usecases.attachments import About, Sent

FILES = "file:"
CONTACTS = (".vcf",)


class TermsDialogue(StatesGroup):
    window = State()
    address = State()
    buyer = State()


TYPED = (
    (TermsDialogue.window, order_terms.type_window),
    (TermsDialogue.address, order_terms.type_address),
    (TermsDialogue.buyer, order_terms.type_buyer),
)


class OfOrder(BaseModel):
    order: int = 0


class Attached(Filter):
    """A photo or a file sent while a draft is open; a contact's card is a contact there too."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        state = turn.conversation.state or ""
        drafting = state.startswith((DraftDialogue.__full_group_name__, TermsDialogue.__full_group_name__))
        if not drafting or state == DraftDialogue.client.state or message.chat.type != "private":
            return False
        name = (message.document.file_name or "") if message.document else ""
        return bool(message.photo or (message.document and not name.lower().endswith(CONTACTS)))


async def show_terms(turn: Turn, order: int) -> None:
    view = await order_terms.get_terms(turn.actor, turn.work, order)
    turn.conversation.enter(DraftDialogue.lines, Draft(order=order))
    turn.show(screens.card(turn.words, view))


async def on_terms(_: CallbackQuery, callback_data: OpenTerms, turn: Turn) -> None:
    await show_terms(turn, callback_data.order)


# --- hours, address, who buys -------------------------------------------------------------------------------------


def changing(change: Callable[..., Awaitable[None]]) -> Callable[[Message, Turn], Awaitable[None]]:
    """The handler of what is typed about one of the terms."""

    async def on_typed(message: Message, turn: Turn) -> None:
        order = turn.conversation.data(OfOrder).order
        await change(turn.actor, turn.work, order, message.text or "")
        await show_terms(turn, order)

    return on_typed


async def on_ask_window(_: CallbackQuery, callback_data: AskWindow, turn: Turn) -> None:
    view = await order_terms.get_terms(turn.actor, turn.work, callback_data.order)
    turn.conversation.enter(TermsDialogue.window, OfOrder(order=view.order))
    turn.show(screens.ask_window(turn.words, view.order))


async def on_window(_: CallbackQuery, callback_data: SetWindow, turn: Turn) -> None:
    data = callback_data
    await order_terms.set_window(turn.actor, turn.work, data.order, data.since, data.until)
    await show_terms(turn, data.order)


async def on_ask_address(_: CallbackQuery, callback_data: AskAddress, turn: Turn) -> None:
    view = await order_terms.list_addresses(turn.actor, turn.work, callback_data.order)
    turn.conversation.enter(TermsDialogue.address, OfOrder(order=view.order))
    turn.show(screens.ask_address(turn.words, view))


async def on_address(_: CallbackQuery, callback_data: SetAddress, turn: Turn) -> None:
    await order_terms.set_address(turn.actor, turn.work, callback_data.order, callback_data.like)
    await show_terms(turn, callback_data.order)


async def on_ask_buyer(_: CallbackQuery, callback_data: AskBuyer, turn: Turn) -> None:
    view = await order_terms.list_buyers(turn.actor, turn.work, callback_data.order)
    turn.conversation.enter(TermsDialogue.buyer, OfOrder(order=view.order))
    turn.show(screens.ask_buyer(turn.words, view))


async def on_buyer(_: CallbackQuery, callback_data: SetBuyer, turn: Turn) -> None:
    await order_terms.set_buyer(turn.actor, turn.work, callback_data.order, callback_data.entity)
    await show_terms(turn, callback_data.order)


async def on_ask_seller(_: CallbackQuery, callback_data: AskSeller, turn: Turn) -> None:
    view = await order_terms.list_sellers(turn.actor, turn.work, callback_data.order)
    turn.show(screens.ask_seller(turn.words, view))


async def on_seller(_: CallbackQuery, callback_data: SetSeller, turn: Turn) -> None:
    await order_terms.set_seller(turn.actor, turn.work, callback_data.order, callback_data.place)
    await show_terms(turn, callback_data.order)


async def on_ask_contract(_: CallbackQuery, callback_data: AskContract, turn: Turn) -> None:
    view = await order_terms.list_contracts(turn.actor, turn.work, callback_data.order)
    turn.show(screens.ask_contract(turn.words, view))


async def on_contract(_: CallbackQuery, callback_data: SetContract, turn: Turn) -> None:
    await order_terms.set_contract(turn.actor, turn.work, callback_data.order, callback_data.contract)
    await show_terms(turn, callback_data.order)


# --- what is attached ---------------------------------------------------------------------------------------------


def anchor(order: int) -> str:
    """The notice of what is attached: photos of one album change it instead of following one another."""
    return f"papers:{order}"


async def on_attached(message: Message, turn: Turn) -> None:
    """A photo is kept with the client as well; words under it are lines of the order."""
    order = turn.conversation.data(OfOrder).order
    words = message.caption or ""
    follows = False
    if message.photo:
        file_id = message.photo[-1].file_id
        photo = Sent(AttachmentKind.PHOTO, file_id, text=words, album=message.media_group_id)
        follows = (await attachments.keep_photo(turn.actor, turn.work, photo, About(order=order))).count > 1
        view = await order_papers.attach(turn.actor, turn.work, order, "photo", file_id, name=words)
    else:
        assert message.document is not None
        name = message.document.file_name or ""
        view = await order_papers.attach(
            turn.actor, turn.work, order, "document", message.document.file_id, name=name
        )
    send = turn.retell if follows else turn.tell
    send([turn.actor], lambda said: screens.attached(said, view), anchor=anchor(order))
    if words:
        turn.conversation.enter(DraftDialogue.lines, Draft(order=order))
        await turn.type(words)


async def on_papers(_: CallbackQuery, callback_data: OpenPapers, turn: Turn) -> None:
    view = await order_papers.list_papers(turn.actor, turn.work, callback_data.order)
    turn.show(screens.papers(turn.words, view))


async def on_paper(_: CallbackQuery, callback_data: SendPaper, turn: Turn) -> None:
    paper, view = await order_papers.get_paper(turn.actor, turn.work, callback_data.paper)
    turn.send_again(paper.kind, paper.file_id, screens.caption(turn.words, view, paper.kind, paper.name))


async def on_drop_paper(_: CallbackQuery, callback_data: DropPaper, turn: Turn) -> None:
    view = await order_papers.drop_paper(turn.actor, turn.work, callback_data.paper)
    turn.show(screens.papers(turn.words, view))


async def on_load_paper(_: CallbackQuery, callback_data: LoadPaper, turn: Turn) -> None:
    """It goes the way of a file that was dropped outside of any draft."""
    paper = await order_papers.take_paper(turn.actor, turn.work, callback_data.paper)
    waiting = await imports.drop_file(
        turn.actor, turn.work, turn.chat, paper.file_id, name=paper.name, caption="", size=0
    )
    turn.show(screens.loading(turn.words, paper.name))
    turn.tell(
        [turn.actor],
        lambda words: import_screens.reading(words, paper.name),
        anchor=f"{FILES}{waiting}",
    )


def setup() -> Router:
    """Before files and photos: what comes while a draft is open belongs to it."""
    router = Router(name="order_terms")
    said = router.message
    said.register(on_attached, Attached())
    for state, change in TYPED:
        said.register(changing(change), StateFilter(state), Typed())
    taps = router.callback_query
    taps.filter(Feature("order_terms"))
    for handler, data in (
        (on_terms, OpenTerms),
        (on_ask_window, AskWindow),
        (on_window, SetWindow),
        (on_ask_address, AskAddress),
        (on_address, SetAddress),
        (on_ask_buyer, AskBuyer),
        (on_buyer, SetBuyer),
        (on_ask_seller, AskSeller),
        (on_seller, SetSeller),
        (on_ask_contract, AskContract),
        (on_contract, SetContract),
        (on_papers, OpenPapers),
        (on_paper, SendPaper),
        (on_drop_paper, DropPaper),
        (on_load_paper, LoadPaper),
    ):
        taps.register(handler, data.filter())
    return router
