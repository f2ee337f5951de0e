"""A manager's own order after it was handed over: opened beside its card, changed until it is picked, differences seen."""

from decimal import Decimal

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import order_changes as screens
from screens import support
from screens.callbacks.order_changes import (
    ChangeLine,
    ChangeOrder,
    OpenCard,
    SeeChanges,
    SendChanges,
    SetLine,
)
from screens.format import money
from usecases import order_amounts, order_changes, order_flow
from usecases.desk_post import refresh_desk, refresh_manager, tell_changed

THOUSAND = Decimal(1000)


class ChangeDialogue(StatesGroup):
    lines = State()


class Wanted(BaseModel):
    """`wanted`: product id -> quantity to have, not sent yet; `product` is the line being typed, 0 for none."""

    order: int
    wanted: dict[int, Decimal] = {}
    product: int = 0


async def on_card(_: CallbackQuery, callback_data: OpenCard, turn: Turn) -> None:
    turn.say(
        support.order_card(turn.words, await order_flow.get_order(turn.actor, turn.work, callback_data.order))
    )


async def on_open(_: CallbackQuery, callback_data: ChangeOrder, turn: Turn) -> None:
    await order_changes.check_changeable(turn.actor, turn.work, callback_data.order)
    await _show(turn, _staged(turn, callback_data.order), callback_data.start)


def _staged(turn: Turn, order: int) -> Wanted:
    if turn.conversation.state == ChangeDialogue.lines.state:
        known = turn.conversation.data(Wanted)
        if known.order == order:
            return known
    return Wanted(order=order)


async def _show(turn: Turn, data: Wanted, start: int = 0) -> None:
    view = await order_amounts.staged(turn.actor, turn.work, data.order, data.wanted, start)
    turn.conversation.enter(ChangeDialogue.lines, data.model_copy(update={"product": 0}))
    turn.show(screens.lines(turn.words, view))


async def on_line(_: CallbackQuery, callback_data: ChangeLine, turn: Turn) -> None:
    order, product = callback_data.order, callback_data.product
    await order_changes.check_changeable(turn.actor, turn.work, order)
    data = _staged(turn, order)
    line = await order_amounts.get_line(turn.actor, turn.work, order, product)
    turn.conversation.enter(ChangeDialogue.lines, data.model_copy(update={"product": product}))
    turn.show(screens.line(turn.words, line, data.wanted.get(product, line.quantity)))


async def on_set(_: CallbackQuery, callback_data: SetLine, turn: Turn) -> None:
    await order_changes.check_changeable(turn.actor, turn.work, callback_data.order)
    data = _staged(turn, callback_data.order)
    wanted = {callback_data.product: Decimal(callback_data.amount) / THOUSAND}
    await _show(turn, data.model_copy(update={"wanted": data.wanted | wanted}))


async def on_typed(message: Message, turn: Turn) -> None:
    data, text = turn.conversation.data(Wanted), message.text or ""
    if data.product:
        quantity = await order_amounts.read_quantity(turn.actor, turn.work, data.order, data.product, text)
        wanted = {data.product: quantity}
    else:
        wanted = await order_amounts.read_lines_typed(turn.actor, turn.work, data.order, text)
    await _show(turn, data.model_copy(update={"wanted": data.wanted | wanted}))


async def on_send(_: CallbackQuery, callback_data: SendChanges, turn: Turn) -> None:
    data = _staged(turn, callback_data.order)
    done = await order_changes.change_lines(turn.actor, turn.work, data.order, data.wanted)
    turn.conversation.leave()
    if done.again:
        turn.show(support.order_card(turn.words, done.mine))
        return
    amount = money(turn.words, done.mine.totals.amount)
    turn.show(support.told(turn.words, "msg-changes-sent", data.order, sum=amount))
    tell_changed(turn, done, turn.actor)
    await refresh_manager(turn, turn.work, done)


async def on_seen(_: CallbackQuery, callback_data: SeeChanges, turn: Turn) -> None:
    done = await order_changes.see(turn.actor, turn.work, callback_data.order)
    turn.ack(turn.words.plain("ack-seen"))
    turn.show(support.news(turn.words, "msg-changes-seen", done.mine))
    if not done.again:
        refresh_desk(turn, done)
        await refresh_manager(turn, turn.work, done)


def setup() -> Router:
    router = Router(name="order_changes")
    router.message.register(on_typed, StateFilter(ChangeDialogue.lines), Typed())
    taps = router.callback_query
    taps.filter(Feature("changes"))
    taps.register(on_card, OpenCard.filter())
    taps.register(on_open, ChangeOrder.filter())
    taps.register(on_line, ChangeLine.filter())
    taps.register(on_set, SetLine.filter())
    taps.register(on_send, SendChanges.filter())
    taps.register(on_seen, SeeChanges.filter())
    return router
