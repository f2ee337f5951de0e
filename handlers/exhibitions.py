"""/exhibitions: what is to come, whom to invite, what they said; a new one in three messages."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture.day_spans import read_span
from domain.exhibitions import Exhibition, ExhibitionError, ExhibitionKind
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import exhibitions as screens
from screens.callbacks.exhibitions import (
    ClientGuest,
    GuestSaid,
    Invite,
    ListGuests,
    NewExhibition,
    OpenExhibition,
    OpenExhibitions,
    OpenGuest,
)
from usecases import exhibitions


class ExhibitionDialogue(StatesGroup):
    name = State()
    place = State()
    dates = State()


class Made(BaseModel):
    """An event that is being made."""

    kind: ExhibitionKind = ExhibitionKind.EXHIBITION
    name: str = ""
    place: str = ""

    def event(self, starts: date = date.min, ends: date = date.min) -> Exhibition:
        return Exhibition(0, self.kind, self.name, self.place, starts, ends)


async def on_exhibitions(_: Message | CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    shown = await exhibitions.list_exhibitions(turn.actor, turn.work)
    turn.show(screens.exhibitions(turn.words, shown, leads=turn.actor.leads))


async def on_board(_: CallbackQuery, callback_data: OpenExhibition, turn: Turn) -> None:
    await _show_board(turn, callback_data.exhibition)


async def _show_board(turn: Turn, exhibition_id: int) -> None:
    board = await exhibitions.get_board(turn.actor, turn.work, exhibition_id)
    turn.show(screens.board(turn.words, board))


async def on_guests(_: CallbackQuery, callback_data: ListGuests, turn: Turn) -> None:
    event, lines = await exhibitions.list_guests(turn.actor, turn.work, callback_data.exhibition)
    turn.show(screens.guests(turn.words, event, lines))


async def on_client(_: CallbackQuery, callback_data: ClientGuest, turn: Turn) -> None:
    view = await exhibitions.find_for_client(turn.actor, turn.work, callback_data.client)
    if view is None:
        turn.ack(turn.words.plain("ack-exhibitions-none"), alert=True)
        return
    turn.show(screens.guest(turn.words, view))


async def on_guest(_: CallbackQuery, callback_data: OpenGuest, turn: Turn) -> None:
    data = callback_data
    view = await exhibitions.get_guest(turn.actor, turn.work, data.exhibition, data.client)
    turn.show(screens.guest(turn.words, view))


async def on_invite(_: CallbackQuery, callback_data: Invite, turn: Turn) -> None:
    """The next to invite stay on the screen: one tap each."""
    data = callback_data
    view = await exhibitions.invite(turn.actor, turn.work, data.exhibition, data.client)
    turn.ack(turn.words.plain("ack-exhibition-invited", name=view.name))
    await _show_board(turn, data.exhibition)


async def on_said(_: CallbackQuery, callback_data: GuestSaid, turn: Turn) -> None:
    data = callback_data
    view = await exhibitions.answer(
        turn.actor, turn.work, data.exhibition, data.client, data.reply, people=data.people
    )
    turn.show(screens.guest(turn.words, view))


# --- a new one ----------------------------------------------------------------------------------------------------


async def on_new(_: CallbackQuery, callback_data: NewExhibition, turn: Turn) -> None:
    made = Made(kind=callback_data.kind)
    await exhibitions.check_draft(turn.actor, turn.work, made.event())
    turn.conversation.enter(ExhibitionDialogue.name, made)
    turn.show(screens.ask(turn.words, "name"))


async def on_name(message: Message, turn: Turn) -> None:
    made = turn.conversation.data(Made).model_copy(update={"name": message.text or ""})
    checked = await exhibitions.check_draft(turn.actor, turn.work, made.event())
    turn.conversation.enter(ExhibitionDialogue.place, made.model_copy(update={"name": checked.name}))
    turn.show(screens.ask(turn.words, "place", checked.name))


async def on_place(message: Message, turn: Turn) -> None:
    made = turn.conversation.data(Made).model_copy(update={"place": message.text or ""})
    checked = await exhibitions.check_draft(turn.actor, turn.work, made.event())
    turn.conversation.enter(ExhibitionDialogue.dates, made.model_copy(update={"place": checked.place}))
    turn.show(screens.ask(turn.words, "dates", checked.name))


async def on_dates(message: Message, turn: Turn) -> None:
    text = message.text or ""
    span = read_span(text, turn.today, turn.work.rules.calendar)
    if span is None:
        raise ExhibitionError(field="dates", text=text[:100])
    done = await exhibitions.save(turn.actor, turn.work, turn.conversation.data(Made).event(*span))
    turn.conversation.leave()
    turn.show(screens.saved(turn.words, done.event, len(done.managers)))
    turn.tell(done.managers, lambda words: screens.news(words, done.event))


def setup() -> Router:
    router = Router(name="exhibitions")
    router.message.register(on_exhibitions, Command("exhibitions"))
    router.message.register(on_name, StateFilter(ExhibitionDialogue.name), Typed())
    router.message.register(on_place, StateFilter(ExhibitionDialogue.place), Typed())
    router.message.register(on_dates, StateFilter(ExhibitionDialogue.dates), Typed())
    taps = router.callback_query
    taps.filter(Feature("exhibitions"))
    for handler, data in (
        (on_exhibitions, OpenExhibitions),
        (on_board, OpenExhibition),
        (on_guests, ListGuests),
        (on_client, ClientGuest),
        (on_guest, OpenGuest),
        (on_invite, Invite),
        (on_said, GuestSaid),
        (on_new, NewExhibition),
    ):
        taps.register(handler, data.filter())
    return router
