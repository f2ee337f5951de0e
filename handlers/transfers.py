"""Handing over clients: all, some, one; to whom; and back."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.transfers import Selection
from handlers.absences import free_places
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import handover as handover_screens
from screens import menu
from screens import transfers as screens
from screens.callbacks.transfers import (
    AskUndoTransfer,
    GiveNow,
    GiveTo,
    OpenHandover,
    OpenTicks,
    OpenTransfers,
    TakeAll,
    TakeClass,
    TakeDistrict,
    Tick,
    Ticked,
    TransferClient,
    TransferFrom,
    UndoTransfer,
)
from usecases import clients, handover, people, transfers
from usecases.transfers import Done


class TransferDialogue(StatesGroup):
    choosing = State()


class Chosen(BaseModel):
    """A selection on its way; `taker` 0 is not chosen yet."""

    giver: int
    grade: str = ""
    place: str = ""
    ticked: tuple[int, ...] = ()
    leaving: bool = False
    taker: int = 0

    @property
    def selection(self) -> Selection:
        return Selection(self.giver, self.grade, self.place, self.ticked, self.leaving)


def keep(turn: Turn, selection: Selection, taker: int = 0) -> None:
    chosen = Chosen(
        giver=selection.giver,
        grade=selection.grade,
        place=selection.place,
        ticked=selection.ticked,
        leaving=selection.leaving,
        taker=taker,
    )
    turn.conversation.enter(TransferDialogue.choosing, chosen)


def selected(turn: Turn) -> Selection:
    """Raises `StaleError` outside of the dialogue."""
    return turn.conversation.data(Chosen).selection


async def on_transfer(_: CallbackQuery, callback_data: TransferFrom, turn: Turn) -> None:
    selection = Selection(callback_data.employee, leaving=callback_data.leaving)
    choice = await transfers.get_choice(turn.actor, turn.work, selection)
    keep(turn, selection)
    turn.show(screens.choose(turn.words, choice))


async def on_client(_: CallbackQuery, callback_data: TransferClient, turn: Turn) -> None:
    await _ask_taker(turn, await transfers.of_client(turn.actor, turn.work, callback_data.client))


async def on_all(_: CallbackQuery, turn: Turn) -> None:
    before = selected(turn)
    await _ask_taker(turn, Selection(before.giver, leaving=before.leaving))


async def on_class(_: CallbackQuery, callback_data: TakeClass, turn: Turn) -> None:
    before = selected(turn)
    grade = callback_data.grade.value
    await _ask_taker(turn, Selection(before.giver, grade=grade, leaving=before.leaving))


async def on_district(_: CallbackQuery, callback_data: TakeDistrict, turn: Turn) -> None:
    before = selected(turn)
    place = await transfers.district_at(turn.actor, turn.work, before, callback_data.number)
    await _ask_taker(turn, Selection(before.giver, place=place, leaving=before.leaving))


async def on_ticks(_: CallbackQuery, callback_data: OpenTicks, turn: Turn) -> None:
    page = await transfers.list_ticks(turn.actor, turn.work, selected(turn), callback_data.start)
    turn.show(screens.ticks(turn.words, page))


async def on_tick(_: CallbackQuery, callback_data: Tick, turn: Turn) -> None:
    selection = await transfers.tick(turn.actor, turn.work, selected(turn), callback_data.client)
    keep(turn, selection)
    page = await transfers.list_ticks(turn.actor, turn.work, selection, callback_data.start)
    turn.show(screens.ticks(turn.words, page))


async def on_search(message: Message, turn: Turn) -> None:
    page = await transfers.search_ticks(turn.actor, turn.work, selected(turn), (message.text or "")[:100])
    turn.show(screens.ticks(turn.words, page))


async def on_ticked(_: CallbackQuery, turn: Turn) -> None:
    await _ask_taker(turn, selected(turn))


async def _ask_taker(turn: Turn, selection: Selection) -> None:
    takers = await transfers.list_takers(turn.actor, turn.work, selection)
    count, giver, only = await transfers.count_chosen(turn.actor, turn.work, selection)
    keep(turn, selection)
    with_clients = [(one, await clients.count_of(turn.actor, turn.work, one.id)) for one in takers[:40]]
    turn.show(screens.choose_taker(turn.words, count, with_clients, giver, only))


async def on_taker(_: CallbackQuery, callback_data: GiveTo, turn: Turn) -> None:
    selection = selected(turn)
    view = await transfers.preview(turn.actor, turn.work, selection, callback_data.employee)
    keep(turn, selection, callback_data.employee)
    turn.show(screens.preview(turn.words, view))


async def on_give(_: CallbackQuery, turn: Turn) -> None:
    chosen = turn.conversation.data(Chosen)
    done = await transfers.transfer(turn.actor, turn.work, chosen.selection, chosen.taker)
    turn.conversation.leave()
    leaves = chosen.leaving and not done.left and not done.was_out
    if leaves:
        person = await people.dismiss(turn.actor, turn.work, done.giver.id)
        turn.post.withdraw(person.chat)
        turn.post.offer(person.chat, menu.commands(turn.catalogue[person.language], None))
        await free_places(turn, person)
    _tell(turn, done, told_giver=not (leaves or done.was_out))
    outcome = screens.Outcome(
        done.transfer, done.giver.id, done.giver.name, done.taker.name, done.count, done.left, chosen.leaving, leaves, done.only
    )  # fmt: skip
    turn.show(screens.done(turn.words, outcome))


def _tell(turn: Turn, done: Done, *, told_giver: bool) -> None:
    """The receiver hears all of it, the giver one line; whoever did it knows."""
    by, giver, taker = turn.actor.hand_name, done.giver, done.taker
    if taker.id != turn.actor.id:
        turn.tell(
            [taker],
            lambda words: screens.received(words, done.count, giver.name, by, done.key, only=done.only),
        )
    if told_giver and giver.id != turn.actor.id:
        turn.tell([giver], lambda words: screens.given_away(words, done.count, taker.name, by, done.only))


async def on_journal(_: CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.journal(turn.words, await transfers.list_transfers(turn.actor, turn.work)))


async def on_ask_undo(_: CallbackQuery, callback_data: AskUndoTransfer, turn: Turn) -> None:
    line = await transfers.get_undo(turn.actor, turn.work, callback_data.transfer)
    turn.show(screens.ask_undo(turn.words, line))


async def on_undo(_: CallbackQuery, callback_data: UndoTransfer, turn: Turn) -> None:
    done = await transfers.undo(turn.actor, turn.work, callback_data.transfer)
    by = turn.actor.hand_name
    for person, other in ((done.giver, done.taker), (done.taker, done.giver)):
        if person.id != turn.actor.id and done.count:
            back = person is done.giver
            screen = screens.returned if back else screens.taken_back
            facts = (done.count, other.name, by, done.only)
            turn.tell([person], lambda words, screen=screen, facts=facts: screen(words, *facts))  # type: ignore[misc]
    turn.show(
        screens.undone(turn.words, done.count, done.left, done.giver.name, done.taker.name, only=done.only)
    )


async def on_handover(_: CallbackQuery, callback_data: OpenHandover, turn: Turn) -> None:
    view = await handover.get_handover(turn.actor, turn.work, callback_data.client)
    turn.show(handover_screens.handover(turn.words, view, turn.today))


def setup() -> Router:
    router = Router(name="transfers")
    router.message.register(on_search, StateFilter(TransferDialogue.choosing), Typed())
    taps = router.callback_query
    taps.filter(Feature("transfers"))
    taps.register(on_transfer, TransferFrom.filter())
    taps.register(on_client, TransferClient.filter())
    taps.register(on_all, TakeAll.filter())
    taps.register(on_class, TakeClass.filter())
    taps.register(on_district, TakeDistrict.filter())
    taps.register(on_ticks, OpenTicks.filter())
    taps.register(on_tick, Tick.filter())
    taps.register(on_ticked, Ticked.filter())
    taps.register(on_taker, GiveTo.filter())
    taps.register(on_give, GiveNow.filter())
    taps.register(on_journal, OpenTransfers.filter())
    taps.register(on_ask_undo, AskUndoTransfer.filter())
    taps.register(on_undo, UndoTransfer.filter())
    taps.register(on_handover, OpenHandover.filter())
    return router
