"""Advice beside a draft: the list, taking one, noting a refusal."""

from collections.abc import Sequence
from decimal import Decimal

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.orders import Draft, DraftDialogue, show_draft
from handlers.turn import Turn
from screens import advice as screens
from screens.callbacks.advice import AddAdvised, DeclineAdvised, OpenAdvice
from screens.order_views import Note
from usecases import advice

THOUSAND = Decimal(1000)


async def show_advice(turn: Turn, order: int, notes: Sequence[Note] = ()) -> None:
    """The draft itself where nothing is left to offer; what is typed are its lines all the same."""
    view = await advice.get_advice(turn.actor, turn.work, order)
    if not view.advice:
        await show_draft(turn, order, notes=notes)
        return
    turn.conversation.enter(DraftDialogue.lines, Draft(order=order))
    turn.show(screens.advice(turn.words, view, notes))


async def on_open(_: CallbackQuery, callback_data: OpenAdvice, turn: Turn) -> None:
    await show_advice(turn, callback_data.order)


async def on_add(_: CallbackQuery, callback_data: AddAdvised, turn: Turn) -> None:
    order, product, quantity = callback_data.order, callback_data.product, callback_data.amount / THOUSAND
    await show_advice(turn, order, await advice.add_advised(turn.actor, turn.work, order, product, quantity))


async def on_decline(_: CallbackQuery, callback_data: DeclineAdvised, turn: Turn) -> None:
    order = callback_data.order
    notes = await advice.decline_advised(turn.actor, turn.work, order, callback_data.product)
    await show_advice(turn, order, notes)


def setup() -> Router:
    router = Router(name=__name__)
    router.callback_query.register(on_open, OpenAdvice.filter())
    router.callback_query.register(on_add, AddAdvised.filter())
    router.callback_query.register(on_decline, DeclineAdvised.filter())
    return router
