"""/approvals: one list of what waits for a lead; /questions: what a manager has asked."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.decisions import DecisionKind
from domain.gifts import GiftStep
from handlers import decision_cards
from handlers.filters import Feature, MenuButton
from handlers.gifts import tell_moved
from handlers.turn import Turn
from screens import decisions as screens
from screens.callbacks.decisions import (
    AskDelegate,
    AskLend,
    AskLendFor,
    ChooseAsker,
    ChooseDelegate,
    Delegate,
    Lend,
    NudgeLead,
    OpenDecision,
    OpenDecisions,
    OpenHistory,
    OpenQuestions,
    SayYes,
    ShownKind,
    StopLending,
    ToTable,
)
from screens.decision_views import DecisionLine
from screens.words import Catalogue
from usecases import decision_desk, decision_files, gifts, week_plan
from usecases.errors import NotFoundError


async def on_all(_: Message | CallbackQuery, turn: Turn) -> None:
    await show_inbox(turn)


async def show_inbox(turn: Turn) -> None:
    found = await decision_desk.open_inbox(turn.actor, turn.work)
    turn.conversation.leave()
    turn.show(screens.inbox(turn.words, found))


async def on_open(_: CallbackQuery, callback_data: OpenDecision, turn: Turn) -> None:
    line = await decision_desk.get_waiting(turn.actor, turn.work, callback_data.decision)
    await decision_cards.show(turn, line)


async def on_yes(_: CallbackQuery, callback_data: SayYes, turn: Turn) -> None:
    line = await decision_desk.get_at_once(turn.actor, turn.work, callback_data.decision)
    await _agree(turn, line)
    await show_inbox(turn)


async def _agree(turn: Turn, line: DecisionLine) -> None:
    if line.kind is DecisionKind.GIFT:
        await tell_moved(turn, await gifts.move_gift(turn.actor, turn.work, line.ref, GiftStep.APPROVE))
    else:
        await week_plan.see(turn.actor, turn.work, line.ref)


# --- into other hands


async def on_choose(_: CallbackQuery, turn: Turn) -> None:
    found = await decision_desk.open_inbox(turn.actor, turn.work)
    turn.show(screens.choose_question(turn.words, found))


async def on_whom(_: CallbackQuery, callback_data: AskDelegate, turn: Turn) -> None:
    people = await decision_desk.list_delegates(turn.actor, turn.work, callback_data.decision)
    line = await decision_desk.get_waiting(turn.actor, turn.work, callback_data.decision)
    turn.show(screens.choose_delegate(turn.words, people, line))


async def on_give(_: CallbackQuery, callback_data: Delegate, turn: Turn) -> None:
    data = callback_data
    told = await decision_desk.delegate(turn.actor, turn.work, data.decision, data.employee)
    line = told.done.line
    assert line is not None
    words = turn.catalogue[told.deputy.language]
    made = await decision_cards.card(told.deputy, turn.work, words, line)
    card = screens.handed(words, told.done, made)
    turn.post.show(told.deputy.chat, card, anchor=decision_cards.anchor(line))
    turn.show(screens.given(turn.words, told.done))


async def on_lend(_: CallbackQuery, turn: Turn) -> None:
    people = await decision_desk.list_delegates(turn.actor, turn.work)
    turn.show(screens.choose_delegate(turn.words, people))


async def on_lend_for(_: CallbackQuery, callback_data: AskLendFor, turn: Turn) -> None:
    people = await decision_desk.list_delegates(turn.actor, turn.work)
    person = next((one for one in people if one.id == callback_data.employee), None)
    if person is None:
        raise NotFoundError(what="employee", id=callback_data.employee)
    turn.show(screens.choose_span(turn.words, person))


async def on_lent(_: CallbackQuery, callback_data: Lend, turn: Turn) -> None:
    told = await decision_desk.lend(turn.actor, turn.work, callback_data.span, callback_data.employee)
    turn.tell([told.deputy], lambda words: screens.lent(words, told.done))
    turn.show(screens.given(turn.words, told.done))


async def on_mine(_: CallbackQuery, turn: Turn) -> None:
    await decision_desk.stop_lending(turn.actor, turn.work)
    await show_inbox(turn)


# --- what was decided


def _kind(shown: ShownKind) -> DecisionKind | None:
    return None if shown is ShownKind.ALL else DecisionKind(shown.value)


async def on_history(_: CallbackQuery, callback_data: OpenHistory, turn: Turn) -> None:
    data = callback_data
    found = await decision_desk.open_history(
        turn.actor, turn.work, _kind(data.kind), data.employee, data.back
    )
    turn.show(screens.history(turn.words, found))


async def on_who(_: CallbackQuery, callback_data: ChooseAsker, turn: Turn) -> None:
    people = await decision_desk.list_askers(turn.actor, turn.work)
    turn.show(screens.choose_asker(turn.words, people, callback_data.kind, callback_data.back))


async def on_table(_: CallbackQuery, callback_data: ToTable, turn: Turn) -> None:
    data, kind = callback_data, _kind(callback_data.kind)
    found = await decision_desk.open_history(turn.actor, turn.work, kind, data.employee, data.back)
    file = await decision_files.take_table(turn.actor, turn.work, kind, data.employee, data.back)
    turn.ack()
    turn.attach(file, screens.table_caption(turn.words, found))


# --- whoever has asked


async def on_questions(_: Message | CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.questions(turn.words, await decision_desk.my_questions(turn.actor, turn.work)))


async def on_nudge(_: CallbackQuery, callback_data: NudgeLead, turn: Turn) -> None:
    line, people = await decision_desk.nudge(turn.actor, turn.work, callback_data.decision)
    for person in people:
        seen = await decision_desk.get_waiting(person, turn.work, line.id)
        turn.tell([person], lambda words, seen=seen: screens.nudged(words, seen))  # type: ignore[misc]
    turn.show(screens.nudge_sent(turn.words, line))


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="decisions")
    router.message.register(on_all, Command("approvals"))
    router.message.register(on_all, MenuButton(catalogue, "approvals"))
    router.message.register(on_questions, Command("questions"))
    taps = router.callback_query
    taps.filter(Feature("decisions"))
    for handler, data in (
        (on_all, OpenDecisions),
        (on_open, OpenDecision),
        (on_yes, SayYes),
        (on_choose, ChooseDelegate),
        (on_whom, AskDelegate),
        (on_give, Delegate),
        (on_lend, AskLend),
        (on_lend_for, AskLendFor),
        (on_lent, Lend),
        (on_mine, StopLending),
        (on_history, OpenHistory),
        (on_who, ChooseAsker),
        (on_table, ToTable),
        (on_questions, OpenQuestions),
        (on_nudge, NudgeLead),
    ):
        taps.register(handler, data.filter())
    return router
