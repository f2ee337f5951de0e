"""What becomes of an errand: done, asked about, moved, accepted or returned, given to somebody else."""

from collections.abc import Awaitable, Callable
from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.actors import Actor
from domain.choices import date_choices
from domain.errands import ErrandSpokenError
from handlers.errands import tell_given
from handlers.filters import Feature, Typed, Unheard
from handlers.turn import Turn
from screens import errands as screens
from screens.callbacks.errands import (
    AcceptErrand,
    AgreeMove,
    AskAgain,
    AskElsewhere,
    AskMoveErrand,
    AskOtherDoer,
    DeclineRequest,
    FinishErrand,
    FreeRequest,
    MoveErrand,
    PassErrand,
    QuestionErrand,
    ReplyErrand,
    ReturnErrand,
    SendElsewhere,
    TakeRequest,
    WithdrawErrand,
)
from usecases import errand_steps, errands
from usecases.errand_steps import Step
from usecases.work import Work

Worded = Callable[[Actor, Work, int, str], Awaitable[Step]]


class ErrandDialogue(StatesGroup):
    answer = State()
    question = State()
    reply = State()
    back = State()
    no = State()
    again = State()
    term = State()


class OfErrand(BaseModel):
    errand: int


def settle(turn: Turn, done: Step, key: str) -> None:
    """The errand as it stands; who has to know gets it too, said why by `key`."""
    turn.conversation.leave()
    turn.show(screens.card(turn.words, done.view))
    by = turn.actor.hand_name
    for person, view in done.told:
        turn.tell([person], lambda words, view=view: screens.card(words, view, key, by))  # type: ignore[misc]
    tell_given(turn, done.free, "ntf-request-free")
    for person, view, anchor in done.shown:
        turn.retell([person], lambda words, view=view: screens.card(words, view), anchor=anchor)  # type: ignore[misc]


async def _ask(turn: Turn, errand: int, state: State, key: str) -> None:
    view = await errands.get_errand(turn.actor, turn.work, errand)
    turn.conversation.enter(state, OfErrand(errand=view.id))
    turn.show(screens.ask_typed(turn.words, view, key))


def in_words(step: Worded, key: str) -> Callable[[Message, Turn], Awaitable[None]]:
    """A step of the errand that was asked about, taken with what is typed."""

    async def on_words(message: Message, turn: Turn) -> None:
        errand = turn.conversation.data(OfErrand).errand
        settle(turn, await step(turn.actor, turn.work, errand, message.text or ""), key)

    return on_words


# --- who does it -----------------------------------------------------------------------------------------------------


async def on_finish(_: CallbackQuery, callback_data: FinishErrand, turn: Turn) -> None:
    if callback_data.silent:
        done = await errand_steps.finish(turn.actor, turn.work, callback_data.errand)
        settle(turn, done, "ntf-errand-done")
    else:
        await errand_steps.check_doing(turn.actor, turn.work, callback_data.errand)
        await _ask(turn, callback_data.errand, ErrandDialogue.answer, "ask-errand-answer")


async def on_ask_question(_: CallbackQuery, callback_data: QuestionErrand, turn: Turn) -> None:
    await errand_steps.check_asking(turn.actor, turn.work, callback_data.errand)
    await _ask(turn, callback_data.errand, ErrandDialogue.question, "ask-errand-question")


async def on_take(_: CallbackQuery, callback_data: TakeRequest, turn: Turn) -> None:
    settle(turn, await errand_steps.take(turn.actor, turn.work, callback_data.errand), "ntf-request-taken")


async def on_ask_no(_: CallbackQuery, callback_data: DeclineRequest, turn: Turn) -> None:
    await errand_steps.check_declining(turn.actor, turn.work, callback_data.errand)
    await _ask(turn, callback_data.errand, ErrandDialogue.no, "ask-request-decline")


async def on_free(_: CallbackQuery, callback_data: FreeRequest, turn: Turn) -> None:
    done = await errand_steps.give_back(turn.actor, turn.work, callback_data.errand)
    settle(turn, done, "ntf-request-waits")


async def on_ask_move(_: CallbackQuery, callback_data: AskMoveErrand, turn: Turn) -> None:
    view = await errand_steps.check_moving(turn.actor, turn.work, callback_data.errand)
    turn.conversation.enter(ErrandDialogue.term, OfErrand(errand=view.id))
    choices = date_choices(turn.today, turn.work.rules.calendar, with_today=True)
    turn.show(screens.ask_move(turn.words, view, choices))


async def on_move(_: CallbackQuery, callback_data: MoveErrand, turn: Turn) -> None:
    day = date.fromordinal(callback_data.day)
    _settle_move(turn, await errand_steps.ask_to_move(turn.actor, turn.work, callback_data.errand, day))


async def on_move_typed(message: Message, turn: Turn) -> None:
    errand = turn.conversation.data(OfErrand).errand
    day, clock = await errands.read_term(turn.actor, turn.work, message.text or "")
    _settle_move(turn, await errand_steps.ask_to_move(turn.actor, turn.work, errand, day, clock))


def _settle_move(turn: Turn, done: Step) -> None:
    """Who does it asks for it; who gave it has moved it."""
    settle(turn, done, "ntf-errand-moved" if done.view.wanted is None else "ntf-errand-move")


# --- who gave it -----------------------------------------------------------------------------------------------------


async def on_ask_reply(_: CallbackQuery, callback_data: ReplyErrand, turn: Turn) -> None:
    await errand_steps.check_giver(turn.actor, turn.work, callback_data.errand)
    await _ask(turn, callback_data.errand, ErrandDialogue.reply, "ask-errand-reply")


async def on_agree(_: CallbackQuery, callback_data: AgreeMove, turn: Turn) -> None:
    done = await errand_steps.agree(turn.actor, turn.work, callback_data.errand, yes=callback_data.yes)
    settle(turn, done, "ntf-errand-moved" if callback_data.yes else "ntf-errand-kept")


async def on_accept(_: CallbackQuery, callback_data: AcceptErrand, turn: Turn) -> None:
    settle(
        turn, await errand_steps.accept(turn.actor, turn.work, callback_data.errand), "ntf-errand-accepted"
    )


async def on_ask_back(_: CallbackQuery, callback_data: ReturnErrand, turn: Turn) -> None:
    await errand_steps.check_giver(turn.actor, turn.work, callback_data.errand, done=True)
    await _ask(turn, callback_data.errand, ErrandDialogue.back, "ask-errand-back")


async def on_ask_again(_: CallbackQuery, callback_data: AskAgain, turn: Turn) -> None:
    await errand_steps.check_declined(turn.actor, turn.work, callback_data.errand)
    await _ask(turn, callback_data.errand, ErrandDialogue.again, "ask-request-again")


async def on_elsewhere(_: CallbackQuery, callback_data: AskElsewhere, turn: Turn) -> None:
    view = await errand_steps.check_declined(turn.actor, turn.work, callback_data.errand)
    turn.conversation.leave()
    turn.show(screens.ask_elsewhere(turn.words, view))


async def on_sent_elsewhere(_: CallbackQuery, callback_data: SendElsewhere, turn: Turn) -> None:
    data = callback_data
    done = await errand_steps.send_elsewhere(turn.actor, turn.work, data.errand, data.pool)
    settle(turn, done, "ntf-request-free")


async def on_withdraw(_: CallbackQuery, callback_data: WithdrawErrand, turn: Turn) -> None:
    done = await errand_steps.withdraw(turn.actor, turn.work, callback_data.errand)
    settle(turn, done, "ntf-errand-withdrawn")


async def on_other(_: CallbackQuery, callback_data: AskOtherDoer, turn: Turn) -> None:
    view, people = await errand_steps.list_others(turn.actor, turn.work, callback_data.errand)
    turn.show(screens.ask_other(turn.words, view, people))


async def on_pass(_: CallbackQuery, callback_data: PassErrand, turn: Turn) -> None:
    data = callback_data
    done = await errand_steps.pass_on(turn.actor, turn.work, data.errand, data.employee)
    settle(turn, done, "ntf-errand-new")
    if done.gone is not None:
        by = turn.actor.hand_name
        turn.tell([done.gone], lambda words: screens.passed_on(words, done.view.row, by))


async def on_spoken(_: Message) -> None:
    """Kept with a client it would be lost for what was asked."""
    raise ErrandSpokenError


def setup() -> Router:
    router = Router(name="errand_steps")
    router.message.register(on_spoken, StateFilter(ErrandDialogue), Unheard())
    for state, step, key in (
        (ErrandDialogue.answer, errand_steps.finish, "ntf-errand-done"),
        (ErrandDialogue.question, errand_steps.ask, "ntf-errand-question"),
        (ErrandDialogue.reply, errand_steps.reply, "ntf-errand-reply"),
        (ErrandDialogue.back, errand_steps.send_back, "ntf-errand-returned"),
        (ErrandDialogue.no, errand_steps.decline, "ntf-request-declined"),
        (ErrandDialogue.again, errand_steps.ask_again, "ntf-request-free"),
    ):
        router.message.register(in_words(step, key), StateFilter(state), Typed())
    router.message.register(on_move_typed, StateFilter(ErrandDialogue.term), Typed())
    taps = router.callback_query
    taps.filter(Feature("errands"))
    for handler, data in (
        (on_finish, FinishErrand),
        (on_ask_question, QuestionErrand),
        (on_take, TakeRequest),
        (on_ask_no, DeclineRequest),
        (on_free, FreeRequest),
        (on_ask_again, AskAgain),
        (on_elsewhere, AskElsewhere),
        (on_sent_elsewhere, SendElsewhere),
        (on_ask_move, AskMoveErrand),
        (on_move, MoveErrand),
        (on_ask_reply, ReplyErrand),
        (on_agree, AgreeMove),
        (on_accept, AcceptErrand),
        (on_ask_back, ReturnErrand),
        (on_withdraw, WithdrawErrand),
        (on_other, AskOtherDoer),
        (on_pass, PassErrand),
    ):
        taps.register(handler, data.filter())
    return router
