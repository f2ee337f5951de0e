"""/reconciliation: the board of a month, the act of a client, what differs, the signed paper."""

from collections.abc import Callable
from functools import partial

from aiogram import Router
from aiogram.filters import Command, Filter, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import reconciliation as screens
from screens import reconciliation_board as boards
from screens.callbacks.reconciliation import (
    AnswerDifference,
    AskDifference,
    AskUnneeded,
    BoardOf,
    MarkSent,
    MarkSigned,
    OpenBoard,
    OpenReconciliation,
    Reopen,
    SendAct,
    ShowScan,
)
from screens.screen import FileRef, Screen
from screens.words import Words
from usecases import reconciliation
from usecases import reconciliation_differences as differences
from usecases.reconciliation_differences import Told


class ReconciliationDialogue(StatesGroup):
    lines = State()
    reason = State()
    scan = State()
    words = State()


class OfMonth(BaseModel):
    """`month` as 202610."""

    client: int
    month: int


class OfDifference(BaseModel):
    reconciliation: int


class Scanned(Filter):
    """A photo or a file while the signed paper is asked for."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        asked = turn.conversation.state == ReconciliationDialogue.scan.state
        return asked and bool(message.photo or message.document)


async def on_board(_: Message, turn: Turn) -> None:
    await show_board(turn, 0)


async def on_month(_: CallbackQuery, callback_data: OpenBoard, turn: Turn) -> None:
    await show_board(turn, callback_data.month)


async def show_board(turn: Turn, month: int) -> None:
    turn.conversation.leave()
    turn.show(boards.board(turn.words, await reconciliation.open_board(turn.actor, turn.work, month)))


async def on_manager(_: CallbackQuery, callback_data: BoardOf, turn: Turn) -> None:
    data = callback_data
    view = await reconciliation.open_board_of(
        turn.actor, turn.work, data.manager, data.month, state=data.state, start=data.start
    )
    turn.show(boards.board(turn.words, view))


async def on_card(_: CallbackQuery, callback_data: OpenReconciliation, turn: Turn) -> None:
    data = callback_data
    card = await reconciliation.get_card(turn.actor, turn.work, data.client, data.month)
    turn.conversation.leave()
    turn.show(screens.card(turn.words, card))


async def on_act(_: CallbackQuery, callback_data: SendAct, turn: Turn) -> None:
    data = callback_data
    card = await reconciliation.get_card(turn.actor, turn.work, data.client, data.month)
    extra = {"month": card.month.isoformat()}
    file = FileRef(f"act_{data.kind}", card.client_id, turn.actor.language, extra)
    turn.attach(file, screens.act_caption(turn.words, card))
    turn.ack(turn.words.plain("ack-act"))


async def on_sent(_: CallbackQuery, callback_data: MarkSent, turn: Turn) -> None:
    card = await reconciliation.mark_sent(turn.actor, turn.work, callback_data.client, callback_data.month)
    turn.conversation.leave()
    turn.show(screens.card(turn.words, card))


async def on_back(_: CallbackQuery, callback_data: Reopen, turn: Turn) -> None:
    card = await reconciliation.reopen(turn.actor, turn.work, callback_data.client, callback_data.month)
    turn.conversation.leave()
    turn.show(screens.card(turn.words, card))


# --- the signed paper ---------------------------------------------------------------------------------------------


async def on_signed(_: CallbackQuery, callback_data: MarkSigned, turn: Turn) -> None:
    card = await reconciliation.mark_signed(turn.actor, turn.work, callback_data.client, callback_data.month)
    turn.conversation.enter(ReconciliationDialogue.scan, OfMonth(client=card.client_id, month=card.code))
    turn.show(screens.card(turn.words, card, ask_scan=True))


async def on_scan(message: Message, turn: Turn) -> None:
    asked = turn.conversation.data(OfMonth)
    kind, file_id = (
        ("photo", message.photo[-1].file_id)
        if message.photo
        else ("document", message.document.file_id if message.document else "")
    )
    card = await reconciliation.keep_scan(
        turn.actor, turn.work, asked.client, asked.month, kind=kind, file_id=file_id
    )
    turn.conversation.leave()
    turn.show(screens.card(turn.words, card))


async def on_no_scan(message: Message, turn: Turn) -> None:
    """Words are no paper: they go where they would without the question."""
    turn.conversation.leave()
    await turn.type(message.text or "")


async def on_show_scan(_: CallbackQuery, callback_data: ShowScan, turn: Turn) -> None:
    data = callback_data
    card, kind, file_id = await reconciliation.get_scan(turn.actor, turn.work, data.client, data.month)
    turn.send_again(kind, file_id, screens.scan_caption(turn.words, card))
    turn.ack()


# --- what differs -------------------------------------------------------------------------------------------------


async def on_ask_difference(_: CallbackQuery, callback_data: AskDifference, turn: Turn) -> None:
    data = callback_data
    card = await reconciliation.get_card(turn.actor, turn.work, data.client, data.month)
    turn.conversation.enter(ReconciliationDialogue.lines, OfMonth(client=card.client_id, month=card.code))
    turn.show(screens.ask_difference(turn.words, card))


async def on_lines(message: Message, turn: Turn) -> None:
    asked = turn.conversation.data(OfMonth)
    done = await differences.record(turn.actor, turn.work, asked.client, asked.month, message.text or "")
    turn.conversation.leave()
    turn.show(screens.recorded(turn.words, done.card, len(done.who)))
    for person in done.who:
        shown = await reconciliation.get_card(person, turn.work, asked.client, asked.month)
        turn.tell([person], partial(screens.to_settle, shown=shown, who=turn.actor.name))


async def on_answer(_: CallbackQuery, callback_data: AnswerDifference, turn: Turn) -> None:
    done = await differences.answer(turn.actor, turn.work, callback_data.reconciliation, callback_data.answer)
    turn.conversation.enter(ReconciliationDialogue.words, OfDifference(reconciliation=done.card.id))
    turn.show(screens.answered(turn.words, done.card))
    turn.tell(done.who, _news(turn, done), anchor=_anchor(done))


async def on_words(message: Message, turn: Turn) -> None:
    asked = turn.conversation.data(OfDifference)
    done = await differences.add_words(turn.actor, turn.work, asked.reconciliation, message.text or "")
    turn.conversation.leave()
    turn.show(screens.answered(turn.words, done.card))
    turn.retell(done.who, _news(turn, done), anchor=_anchor(done))


def _anchor(done: Told) -> str:
    return f"difference:{done.card.id}"


def _news(turn: Turn, done: Told) -> Callable[[Words], Screen]:
    return partial(screens.to_recorder, shown=done.card, who=turn.actor.name)


async def on_ask_unneeded(_: CallbackQuery, callback_data: AskUnneeded, turn: Turn) -> None:
    data = callback_data
    card = await reconciliation.get_card(turn.actor, turn.work, data.client, data.month)
    turn.conversation.enter(ReconciliationDialogue.reason, OfMonth(client=card.client_id, month=card.code))
    turn.show(screens.ask_unneeded(turn.words, card))


async def on_unneeded(message: Message, turn: Turn) -> None:
    asked = turn.conversation.data(OfMonth)
    card = await reconciliation.mark_unneeded(
        turn.actor, turn.work, asked.client, asked.month, message.text or ""
    )
    turn.conversation.leave()
    turn.show(screens.card(turn.words, card))


def setup() -> Router:
    """Before files and photos: a signed paper that was asked for is neither an import nor a note."""
    router = Router(name="reconciliation")
    router.message.register(on_board, Command("reconciliation"))
    router.message.register(on_scan, Scanned())
    router.message.register(on_lines, StateFilter(ReconciliationDialogue.lines), Typed())
    router.message.register(on_unneeded, StateFilter(ReconciliationDialogue.reason), Typed())
    router.message.register(on_no_scan, StateFilter(ReconciliationDialogue.scan), Typed())
    router.message.register(on_words, StateFilter(ReconciliationDialogue.words), Typed())
    taps = router.callback_query
    taps.filter(Feature("reconciliation"))
    for handler, data in (
        (on_month, OpenBoard),
        (on_manager, BoardOf),
        (on_card, OpenReconciliation),
        (on_act, SendAct),
        (on_sent, MarkSent),
        (on_signed, MarkSigned),
        (on_back, Reopen),
        (on_ask_difference, AskDifference),
        (on_ask_unneeded, AskUnneeded),
        (on_show_scan, ShowScan),
        (on_answer, AnswerDifference),
    ):
        taps.register(handler, data.filter())
    return router
