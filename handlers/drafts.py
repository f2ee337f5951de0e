"""A line in one's own words: typed outside any dialogue or over a call card, shown as a draft, saved with one tap."""

from collections.abc import Callable
from functools import partial

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.actors import SELLING
from domain.choices import date_choices
from handlers import asked, calls, clients, order_cards
from handlers.calls import CallDialogue, OfCard
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import drafts as screens
from screens import shortage_requests as request_screens
from screens import shortages as shortage_screens
from screens.callbacks.drafts import (
    WHOLE,
    Choose,
    Correct,
    DropDraft,
    EditDraft,
    NameAnother,
    OpenDraft,
    SaveDraft,
    Say,
    ShowAbout,
    Strike,
    TypeAgain,
    UndoDraft,
)
from screens.draft_views import ActView, AskedView, DoubtField, DraftState, DraftView
from screens.screen import Screen
from usecases import behalf, draft_saving, draft_undo, drafts
from usecases.clients import find_named
from usecases.desk_post import clear_desk
from usecases.draft_errors import DraftUnclearError
from usecases.draft_typing import retype
from usecases.errors import NotFoundError


class CaptureDialogue(StatesGroup):
    """`answer`: a draft asks something, and a line of its own may come instead; `correct`: a line is being typed anew."""

    answer = State()
    correct = State()


class Place(BaseModel):
    """What a typed answer is about; `line` -1 is the act itself, `client`: whom it means is asked."""

    draft: int
    act: int
    line: int = WHOLE
    client: bool = False

    @property
    def line_no(self) -> int | None:
        return None if self.line == WHOLE else self.line


class Capturing(Filter):
    """Words in the private chat of somebody who sells."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        return message.chat.type == "private" and turn.actor.role in SELLING


# --- what was typed


async def take(turn: Turn, text: str, *, client: int | None = None, naming: bool = False) -> bool:
    """Shows what the text means; False where it means nothing that can be saved or shown. `client`: of the open card.

    `naming`: only what names its client counts, for a question is open and the rest may be its answer.
    """
    found = await drafts.read_line(turn.actor, turn.work, text, client=client, naming=naming)
    if found is None:
        return False
    if isinstance(found, AskedView):
        await asked.show(turn, found)
    else:
        show(turn, found)
    return True


def show(turn: Turn, view: DraftView) -> None:
    """The card; while it asks something, what is typed next may be the answer."""
    turn.conversation.leave()
    if view.state is DraftState.OPEN and view.doubts:
        act, doubt = view.doubts[0]
        line = WHOLE if doubt.line_no is None else doubt.line_no
        place = Place(draft=view.id, act=act, line=line, client=doubt.field is DoubtField.CLIENT)
        turn.conversation.enter(CaptureDialogue.answer, place)
    days = date_choices(turn.today, turn.work.rules.calendar, with_today=True)
    turn.show(screens.draft(turn.words, view, days))


async def on_line(message: Message, turn: Turn) -> None:
    """A text without any act is a search, as ever."""
    await behalf.check_whose(turn.actor, turn.work, message.text or "")
    if not await take(turn, message.text or ""):
        await clients.on_search(message, turn)


async def on_card_line(message: Message, turn: Turn) -> None:
    """Over a call card a result is a draft about its client, a client's name opens that one, a plain remark is a note."""
    client, text = turn.conversation.data(OfCard).client, message.text or ""
    await behalf.check_whose(turn.actor, turn.work, text)
    if await take(turn, text, client=client):
        return
    named = await find_named(turn.actor, turn.work, text)
    if named is None:
        await calls.on_note(message, turn)
    else:
        await clients.show_card(turn, named)


async def on_answer(message: Message, turn: Turn) -> None:
    if not await take(turn, message.text or "", naming=True):
        await on_corrected(message, turn)


async def on_corrected(message: Message, turn: Turn) -> None:
    """What is not understood is asked again, with the way back under it."""
    place, text = turn.conversation.data(Place), message.text or ""
    try:
        view = await retype(
            turn.actor, turn.work, place.draft, place.act, text, line_no=place.line_no, client=place.client
        )
    except DraftUnclearError:
        turn.show(screens.unclear(turn.words, place.draft, text))
    else:
        show(turn, view)


async def on_again(_: CallbackQuery, callback_data: TypeAgain, turn: Turn) -> None:
    view = await drafts.get_draft(turn.actor, turn.work, callback_data.draft)
    if not await take(turn, view.text):
        await clients.search_for(turn, view.text)


# --- the card


async def on_open(_: CallbackQuery, callback_data: OpenDraft, turn: Turn) -> None:
    show(turn, await drafts.get_draft(turn.actor, turn.work, callback_data.draft))


async def on_edit(_: CallbackQuery, callback_data: EditDraft, turn: Turn) -> None:
    _show_lines(turn, await drafts.get_draft(turn.actor, turn.work, callback_data.draft))


def _show_lines(turn: Turn, view: DraftView) -> None:
    """Every line with its buttons; a draft that is closed shows how it ended."""
    if view.state is not DraftState.OPEN:
        show(turn, view)
        return
    turn.conversation.leave()
    turn.show(screens.edit(turn.words, view))


async def on_strike(_: CallbackQuery, callback_data: Strike, turn: Turn) -> None:
    place = _place(callback_data)
    view = await drafts.strike(
        turn.actor, turn.work, place.draft, place.act, place.line_no, struck=callback_data.struck
    )
    (_show_lines if callback_data.editing else show)(turn, view)


async def on_choose(_: CallbackQuery, callback_data: Choose, turn: Turn) -> None:
    place, chosen = _place(callback_data), callback_data
    view = await drafts.choose(
        turn.actor,
        turn.work,
        place.draft,
        place.act,
        chosen.field,
        choice=chosen.choice,
        line_no=place.line_no,
    )
    show(turn, view)


async def on_say(_: CallbackQuery, callback_data: Say, turn: Turn) -> None:
    place = _place(callback_data)
    view = await retype(
        turn.actor, turn.work, place.draft, place.act, callback_data.text, line_no=place.line_no
    )
    show(turn, view)


async def on_correct(_: CallbackQuery, callback_data: Correct, turn: Turn) -> None:
    place = _place(callback_data)
    view = await drafts.get_draft(turn.actor, turn.work, place.draft)
    _ask(turn, view, place, lambda act: screens.ask_correct(turn.words, view, act, place.line))


async def on_another(_: CallbackQuery, callback_data: NameAnother, turn: Turn) -> None:
    field = callback_data.field
    place = _place(callback_data).model_copy(update={"client": field is DoubtField.CLIENT})
    view = await drafts.get_draft(turn.actor, turn.work, place.draft)
    _ask(turn, view, place, lambda act: screens.name_another(turn.words, view, act, field))


def _ask(turn: Turn, view: DraftView, place: Place, make: Callable[[ActView], Screen]) -> None:
    """What is typed next goes to this place. Raises `NotFoundError` where the draft has no such place."""
    if view.state is not DraftState.OPEN:
        show(turn, view)
        return
    act = next((one for one in view.acts if one.no == place.act), None)
    if act is None or place.line >= len(act.lines):
        raise NotFoundError(what="act", id=place.act)
    turn.conversation.enter(CaptureDialogue.correct, place)
    turn.show(make(act))


def _place(tapped: Strike | Choose | Say | Correct | NameAnother) -> Place:
    return Place(draft=tapped.draft, act=tapped.act, line=tapped.line)


async def on_drop(_: CallbackQuery, callback_data: DropDraft, turn: Turn) -> None:
    show(turn, await drafts.drop(turn.actor, turn.work, callback_data.draft))


# --- into the books, and out of them


async def on_save(_: CallbackQuery, callback_data: SaveDraft, turn: Turn) -> None:
    done = await draft_saving.save(turn.actor, turn.work, callback_data.draft)
    if done.again:
        turn.ack(turn.words.plain("ack-captured-saved"))
        return
    turn.conversation.leave()
    turn.show(screens.saved(turn.words, done.view, [order.mine for order in done.passed]))
    for order in done.passed:
        order_cards.pass_on(turn, order)
    tell_of_wishes(turn, done)


def tell_of_wishes(turn: Turn, done: draft_saving.Saved) -> None:
    """Logistics has the card; the manager learns at once of a day that is known, or of what may stand in."""
    for one in done.requests:
        say = turn.retell if one.again else turn.tell
        card = partial(request_screens.card, view=one.view)
        say(one.colleagues, card, anchor=request_screens.anchor(one.view.id))
    for wish in done.shortages:
        if wish.arrives_on is not None or wish.analogues:
            turn.say(shortage_screens.wizard(turn.words, wish))


async def on_undo(_: CallbackQuery, callback_data: UndoDraft, turn: Turn) -> None:
    done = await draft_undo.undo(turn.actor, turn.work, callback_data.draft)
    show(turn, done.view)
    for gone in done.withdrawn:
        if gone.was_handed:
            await clear_desk(
                turn, turn.work, gone.order, gone.client, supports=gone.supports, place=gone.place
            )
        else:
            order_cards.tell_taken_back(turn, gone.order, gone.client, gone.leads)


async def on_about(_: CallbackQuery, callback_data: ShowAbout, turn: Turn) -> None:
    await asked.show(turn, AskedView(callback_data.what, callback_data.client))


def setup() -> Router:
    """Asked when every feature has passed, before the search."""
    router = Router(name="drafts")
    router.message.register(on_card_line, StateFilter(CallDialogue.card), Typed())
    router.message.register(on_corrected, StateFilter(CaptureDialogue.correct), Typed())
    router.message.register(on_answer, StateFilter(CaptureDialogue.answer), Typed())
    router.message.register(on_line, StateFilter(None), Typed(), Capturing())
    taps = router.callback_query
    taps.filter(Feature("drafts"))
    for handler, data in (
        (on_open, OpenDraft),
        (on_save, SaveDraft),
        (on_edit, EditDraft),
        (on_drop, DropDraft),
        (on_strike, Strike),
        (on_choose, Choose),
        (on_say, Say),
        (on_correct, Correct),
        (on_another, NameAnother),
        (on_undo, UndoDraft),
        (on_again, TypeAgain),
        (on_about, ShowAbout),
    ):
        taps.register(handler, data.filter())
    return router
