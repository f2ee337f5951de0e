"""What is clarified before an order goes to sales support: one screen, and one tap past it."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import checks as screens
from screens.callbacks.checks import AskCheck, CheckAny, OpenChecks, SameChecks, WaveChecks
from screens.check_views import ChecksView
from usecases import checks
from usecases.errors import StaleError


class CheckDialogue(StatesGroup):
    answer = State()


class Point(BaseModel):
    """What is typed answers this point; `prepaid`: the order then goes on prepayment."""

    order: int
    at: int
    prepaid: bool = False


async def ask(turn: Turn, order: int, *, prepaid: bool = False) -> bool:
    """Shows what is still to be clarified; False where the order may go at once."""
    view = await checks.find_open(turn.actor, turn.work, order, prepaid=prepaid)
    if view is None:
        return False
    _show(turn, view)
    return True


def _show(turn: Turn, view: ChecksView) -> None:
    """What is typed on the list answers its next point."""
    if view.next is None:
        turn.conversation.leave()
    else:
        _enter(turn, view, view.next)
    turn.show(screens.checks(turn.words, view))


def _enter(turn: Turn, view: ChecksView, at: int) -> None:
    turn.conversation.enter(CheckDialogue.answer, Point(order=view.order, at=at, prepaid=view.prepaid))


async def on_open(_: CallbackQuery, callback_data: OpenChecks, turn: Turn) -> None:
    _show(turn, await _get(turn, callback_data))


async def _get(turn: Turn, chosen: OpenChecks | AskCheck) -> ChecksView:
    return await checks.get_checks(turn.actor, turn.work, chosen.order, prepaid=chosen.prepaid)


async def on_ask(_: CallbackQuery, callback_data: AskCheck, turn: Turn) -> None:
    view = await _get(turn, callback_data)
    if callback_data.at >= len(view.lines):
        raise StaleError(what="check")
    _enter(turn, view, callback_data.at)
    turn.show(screens.ask(turn.words, view, callback_data.at))


async def on_any(_: CallbackQuery, callback_data: CheckAny, turn: Turn) -> None:
    order, at, prepaid = callback_data.order, callback_data.at, callback_data.prepaid
    _show(turn, await checks.answer_any(turn.actor, turn.work, order, at, prepaid=prepaid))


async def on_answer(message: Message, turn: Turn) -> None:
    point, text = turn.conversation.data(Point), message.text or ""
    view = await checks.answer(turn.actor, turn.work, point.order, point.at, text, prepaid=point.prepaid)
    _show(turn, view)


async def on_same(_: CallbackQuery, callback_data: SameChecks, turn: Turn) -> None:
    await checks.answer_same(turn.actor, turn.work, callback_data.order)
    await _hand_over(turn, callback_data.order, prepaid=callback_data.prepaid)


async def on_wave(_: CallbackQuery, callback_data: WaveChecks, turn: Turn) -> None:
    await checks.wave(turn.actor, turn.work, callback_data.order)
    await _hand_over(turn, callback_data.order, prepaid=callback_data.prepaid)


async def _hand_over(turn: Turn, order: int, *, prepaid: bool) -> None:
    from handlers.order_cards import hand_over

    await hand_over(turn, order, prepaid=prepaid)


def setup() -> Router:
    router = Router(name="checks")
    router.message.register(on_answer, StateFilter(CheckDialogue.answer), Typed())
    taps = router.callback_query
    taps.filter(Feature("checks"))
    for handler, data in (
        (on_open, OpenChecks),
        (on_ask, AskCheck),
        (on_any, CheckAny),
        (on_same, SameChecks),
        (on_wave, WaveChecks),
    ):
        taps.register(handler, data.filter())
    return router
