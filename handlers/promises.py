"""A promise to pay in three taps, or in one typed line. Its buttons belong to the router of debts."""

from contextlib import suppress
from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture.answers import read_amount, read_day, read_first, read_sum_and_day
from domain.choices import date_choices
from handlers import debt_walk
from handlers.filters import Typed
from handlers.turn import Turn
from screens import promises as screens
from screens.callbacks.debts import (
    OTHER_SUM,
    AskPromise,
    CancelPromise,
    MovePromise,
    PromiseDay,
    PromiseSum,
)
from screens.screen import Screen
from usecases import debts, promises
from usecases.errors import StaleError, UnreadableError


class PromiseDialogue(StatesGroup):
    sum = State()
    day = State()
    move = State()


class OfClient(BaseModel):
    """`amount` in kopecks; 0 is all that is overdue. `walk`: it is one of the debt alert, the next client follows."""

    client: int
    amount: int = 0
    walk: bool = False


class Moved(BaseModel):
    promise: int


async def on_ask(_: CallbackQuery, callback_data: AskPromise, turn: Turn) -> None:
    await ask_promise(turn, callback_data.client)


async def ask_promise(turn: Turn, client: int, *, walk: bool = False) -> None:
    asked = await debts.promise_question(turn.actor, turn.work, client)
    turn.conversation.enter(PromiseDialogue.sum, OfClient(client=asked.client_id, walk=walk))
    turn.show(screens.ask_sum(turn.words, asked))


def _walks(turn: Turn, client: int) -> bool:
    with suppress(StaleError):
        asked = turn.conversation.data(OfClient)
        return asked.walk and asked.client == client
    return False


async def on_sum(_: CallbackQuery, callback_data: PromiseSum, turn: Turn) -> None:
    if callback_data.amount != OTHER_SUM:
        await _ask_day(turn, callback_data.client, callback_data.amount)
        return
    asked = await debts.promise_question(turn.actor, turn.work, callback_data.client)
    walk = _walks(turn, asked.client_id)
    turn.conversation.enter(PromiseDialogue.sum, OfClient(client=asked.client_id, walk=walk))
    turn.show(screens.ask_other_sum(turn.words, asked.name))


async def _ask_day(turn: Turn, client: int, amount: int) -> None:
    asked = await debts.promise_question(turn.actor, turn.work, client)
    walk = _walks(turn, client)
    turn.conversation.enter(PromiseDialogue.day, OfClient(client=client, amount=amount, walk=walk))
    choices = date_choices(turn.today, turn.work.rules.calendar, with_today=True)
    turn.show(screens.ask_day(turn.words, asked, amount, choices))


async def on_sum_typed(message: Message, turn: Turn) -> None:
    """«120 тыс в пятницу» is the whole answer, «120 тыс» half of it, «в пятницу» all that is overdue."""
    client, text = turn.conversation.data(OfClient).client, message.text or ""
    calendar = turn.work.rules.calendar
    both = read_first(text, lambda said: read_sum_and_day(said, turn.today, calendar))
    if both is not None:
        await _take(turn, client, both[0], both[1])
        return
    amount = read_first(text, read_amount)
    if not amount:
        raise UnreadableError("sum", text=text)
    await _ask_day(turn, client, amount)


async def on_day(_: CallbackQuery, callback_data: PromiseDay, turn: Turn) -> None:
    due = date.fromordinal(callback_data.day)
    await _take(turn, callback_data.client, callback_data.amount or None, due)


async def on_day_typed(message: Message, turn: Turn) -> None:
    asked = turn.conversation.data(OfClient)
    await _take(turn, asked.client, asked.amount or None, _day(turn, message.text or ""))


def _day(turn: Turn, text: str) -> date:
    due = read_day(text, turn.today, turn.work.rules.calendar)
    if due is None:
        raise UnreadableError("day", text=text)
    return due


async def _take(turn: Turn, client: int, amount: int | None, due: date) -> None:
    walk = _walks(turn, client)
    taken = await promises.take_promise(turn.actor, turn.work, client, amount, due)
    saved = _saved(turn, taken)
    if walk:
        await debt_walk.show_next(turn, client, before=saved.text)
    else:
        turn.show(saved)


def _saved(turn: Turn, taken: promises.Taken) -> Screen:
    turn.conversation.leave()
    replaced = tuple(debts.open_promise(one) for one in taken.replaced)
    promise = taken.promise
    done = screens.Saved(
        promise.client_id,
        taken.client,
        promise.due,
        promise.amount,
        taken.check_on,
        replaced,
        turn.today,
        taken.debt,
    )
    return screens.saved(turn.words, done)


async def on_move(_: CallbackQuery, callback_data: MovePromise, turn: Turn) -> None:
    if callback_data.day:
        due = date.fromordinal(callback_data.day)
        moved = await promises.move_promise(turn.actor, turn.work, callback_data.promise, due)
        turn.show(_saved(turn, moved))
        return
    promise, client = await promises.get_promise(turn.actor, turn.work, callback_data.promise)
    turn.conversation.enter(PromiseDialogue.move, Moved(promise=promise.id))
    choices = date_choices(turn.today, turn.work.rules.calendar, with_today=True)
    others = [one for one in choices if one.day != promise.due]
    turn.show(screens.ask_other_day(turn.words, client.name, debts.open_promise(promise), others))


async def on_move_typed(message: Message, turn: Turn) -> None:
    """«в пятницу», or another sum too: «60 тыс в пятницу»."""
    text, promise = message.text or "", turn.conversation.data(Moved).promise
    amount, due = read_sum_and_day(text, turn.today, turn.work.rules.calendar) or (None, _day(turn, text))
    moved = await promises.move_promise(turn.actor, turn.work, promise, due, amount)
    turn.show(_saved(turn, moved))


async def on_cancel(_: CallbackQuery, callback_data: CancelPromise, turn: Turn) -> None:
    cancelled, client = await promises.cancel_promise(turn.actor, turn.work, callback_data.promise)
    turn.conversation.leave()
    turn.show(screens.cancelled(turn.words, client, cancelled.client_id, cancelled.due))


def register(router: Router) -> None:
    router.message.register(on_sum_typed, StateFilter(PromiseDialogue.sum), Typed())
    router.message.register(on_day_typed, StateFilter(PromiseDialogue.day), Typed())
    router.message.register(on_move_typed, StateFilter(PromiseDialogue.move), Typed())
    taps = router.callback_query
    taps.register(on_ask, AskPromise.filter())
    taps.register(on_sum, PromiseSum.filter())
    taps.register(on_day, PromiseDay.filter())
    taps.register(on_move, MovePromise.filter())
    taps.register(on_cancel, CancelPromise.filter())
