"""Payments whose client is not known, what managers hear of money that came, and reminders of promises."""

from collections.abc import Iterable

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import payments as screens
from screens import promises as promise_screens
from screens.callbacks.payments import FindPayer, GivePayment, NotClient, OpenWaiting, Reminded, Reopen
from screens.screen import Screen
from screens.words import Words
from usecases import payments, promises


class PayerDialogue(StatesGroup):
    client = State()


class OfPayment(BaseModel):
    payment: int


def tell(turn: Turn, news: Iterable[screens.News]) -> None:
    """One message to each manager, whatever number of the clients has paid."""
    for one in news:

        def make(words: Words, lines: tuple[screens.PaidLine, ...] = one.lines) -> Screen:
            return screens.paid(words, lines)

        turn.tell([one.manager], make)


def tell_back(turn: Turn, news: Iterable[screens.News]) -> None:
    """The money that each manager had heard of is taken back."""
    for one in news:

        def make(words: Words, lines: tuple[screens.PaidLine, ...] = one.lines) -> Screen:
            return screens.taken_back(words, lines)

        turn.tell([one.manager], make)


async def on_waiting(_: CallbackQuery, callback_data: OpenWaiting, turn: Turn) -> None:
    turn.conversation.leave()
    view = await payments.open_waiting(turn.actor, turn.work, callback_data.after)
    turn.show(screens.waiting(turn.words, view) if view else screens.none_waiting(turn.words))


async def on_give(_: CallbackQuery, callback_data: GivePayment, turn: Turn) -> None:
    name, given, news = await payments.give_payment(
        turn.actor, turn.work, callback_data.payment, callback_data.client
    )
    turn.conversation.leave()
    left, _sum = await payments.waiting_total(turn.actor, turn.work)
    total = sum(one.amount for one in given)
    turn.show(screens.given(turn.words, name, len(given), total, left))
    tell(turn, news)


async def on_find(_: CallbackQuery, callback_data: FindPayer, turn: Turn) -> None:
    view = await payments.get_waiting(turn.actor, turn.work, callback_data.payment)
    turn.conversation.enter(PayerDialogue.client, OfPayment(payment=view.id))
    turn.show(screens.ask_client(turn.words, view))


async def on_client_typed(message: Message, turn: Turn) -> None:
    """The question stays open until a button is tapped: another name may be typed at once."""
    payment, text = turn.conversation.data(OfPayment).payment, message.text or ""
    found = await payments.search_client(turn.actor, turn.work, payment, text)
    turn.show(screens.choose_client(turn.words, payment, text, found))


async def on_not_client(_: CallbackQuery, callback_data: NotClient, turn: Turn) -> None:
    payer, left = await payments.ignore_payer(turn.actor, turn.work, callback_data.payment)
    turn.show(screens.not_client(turn.words, callback_data.payment, payer, left))


async def on_reopen(_: CallbackQuery, callback_data: Reopen, turn: Turn) -> None:
    view = await payments.reopen_payment(turn.actor, turn.work, callback_data.payment)
    turn.show(screens.waiting(turn.words, view))


async def on_reminded(_: CallbackQuery, callback_data: Reminded, turn: Turn) -> None:
    note = turn.words.plain("note-reminded")
    view = await promises.note_reminded(turn.actor, turn.work, callback_data.promise, note)
    turn.show(promise_screens.nudge(turn.words, view) if view else promise_screens.nudge_over(turn.words))
    turn.ack(turn.words.plain("ack-reminded"))


def setup() -> Router:
    router = Router(name="payments")
    router.message.register(on_client_typed, StateFilter(PayerDialogue.client), Typed())
    taps = router.callback_query
    taps.filter(Feature("payments"))
    taps.register(on_waiting, OpenWaiting.filter())
    taps.register(on_give, GivePayment.filter())
    taps.register(on_find, FindPayer.filter())
    taps.register(on_not_client, NotClient.filter())
    taps.register(on_reopen, Reopen.filter())
    taps.register(on_reminded, Reminded.filter())
    return router
