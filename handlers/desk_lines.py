"""Sales support, line by line: «Нет товара», a shipment in part; and a refusal with its reason."""

from decimal import Decimal

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from handlers.filters import Feature, Typed
from handlers.support import show_shipped
from handlers.turn import Turn
from screens import desk
from screens import shortages as shortage_screens
from screens import support as screens
from screens.callbacks.support import (
    AskPart,
    AskRefusal,
    AskShort,
    PartLine,
    Refuse,
    SetShort,
    ShipPart,
    ShortLine,
)
from screens.order_parts import amount
from screens.screen import Screen
from screens.words import Words
from usecases import order_amounts, order_short, order_statuses
from usecases.desk_post import refresh_desk, retell_manager, tell_refused
from usecases.order_flow import Passed
from usecases.order_short import Short

THOUSAND = Decimal(1000)


class LineDialogue(StatesGroup):
    there = State()
    part = State()
    cause = State()


class ShortData(BaseModel):
    order: int
    product: int


class PartData(BaseModel):
    """`left`: product id -> what leaves, where it is not the whole line; `product` is the one being typed, 0 for none."""

    order: int
    left: dict[int, Decimal] = {}
    product: int = 0


class Cause(BaseModel):
    order: int


async def on_ask_short(_: CallbackQuery, callback_data: AskShort, turn: Turn) -> None:
    turn.conversation.leave()
    page = await order_amounts.page(turn.actor, turn.work, callback_data.order, callback_data.start)
    turn.show(desk.lack(turn.words, page))


async def on_short_line(_: CallbackQuery, callback_data: ShortLine, turn: Turn) -> None:
    order, product = callback_data.order, callback_data.product
    line = await order_short.get_line(turn.actor, turn.work, order, product)
    turn.conversation.enter(LineDialogue.there, ShortData(order=order, product=product))
    turn.show(desk.ask_there(turn.words, line))


async def on_short_set(_: CallbackQuery, callback_data: SetShort, turn: Turn) -> None:
    there = Decimal(callback_data.amount) / THOUSAND
    await _mark(turn, callback_data.order, callback_data.product, there)


async def on_short_typed(message: Message, turn: Turn) -> None:
    data = turn.conversation.data(ShortData)
    there = await order_amounts.read_quantity(
        turn.actor, turn.work, data.order, data.product, message.text or ""
    )
    await _mark(turn, data.order, data.product, there)


async def _mark(turn: Turn, order: int, product: int, there: Decimal) -> None:
    done = await order_short.mark_short(turn.actor, turn.work, order, product, there)
    line = await order_short.get_line(turn.actor, turn.work, order, product)
    turn.conversation.leave()
    said = amount(turn.words, there, line.unit) if there else "none"
    view, shortage = done.passed.mine, done.shortage
    turn.show(screens.told(turn.words, "msg-short", order, name=line.name, there=said, manager=view.manager))
    if shortage is not None:
        refresh_desk(turn, done.passed)
        retell_manager(turn, done.passed)
        _tell_lacking(turn, done)


def _tell_lacking(turn: Turn, done: Short) -> None:
    """One message for all lines of an order that were marked together."""
    manager, shortage, lacking = done.passed.manager, done.shortage, done.lacking
    if manager is None or shortage is None or lacking is None:
        return
    name = shortage_screens.lacks_anchor(lacking.order)

    def make(words: Words) -> Screen:
        if len(lacking.lines) == 1:
            return shortage_screens.wizard(words, shortage)
        return shortage_screens.lacks(words, lacking)

    if done.again:
        turn.retell([manager], make, anchor=name)
    else:
        turn.tell([manager], make, anchor=name)


# --- a shipment in part


async def on_ask_part(_: CallbackQuery, callback_data: AskPart, turn: Turn) -> None:
    await _show_part(turn, _staged(turn, callback_data.order), callback_data.start)


def _staged(turn: Turn, order: int) -> PartData:
    """What was said of this order so far; of another one it is forgotten."""
    if turn.conversation.state == LineDialogue.part.state:
        known = turn.conversation.data(PartData)
        if known.order == order:
            return known
    return PartData(order=order)


async def _show_part(turn: Turn, data: PartData, start: int = 0) -> None:
    page = await order_amounts.page(turn.actor, turn.work, data.order, start)
    there = await order_amounts.there_of(turn.actor, turn.work, data.order)
    turn.conversation.enter(LineDialogue.part, data.model_copy(update={"product": 0}))
    turn.show(desk.part(turn.words, page, there | data.left))


async def on_part_line(_: CallbackQuery, callback_data: PartLine, turn: Turn) -> None:
    order, product = callback_data.order, callback_data.product
    data = _staged(turn, order)
    line = await order_amounts.get_line(turn.actor, turn.work, order, product)
    turn.conversation.enter(LineDialogue.part, data.model_copy(update={"product": product}))
    turn.show(desk.ask_piece(turn.words, line))


async def on_part_typed(message: Message, turn: Turn) -> None:
    data = turn.conversation.data(PartData)
    if data.product:
        text = message.text or ""
        left = await order_amounts.read_shipped(turn.actor, turn.work, data.order, data.product, text)
        data = data.model_copy(update={"left": data.left | {data.product: left}})
    await _show_part(turn, data)


async def on_ship_part(_: CallbackQuery, callback_data: ShipPart, turn: Turn) -> None:
    data = _staged(turn, callback_data.order)
    there = await order_amounts.there_of(turn.actor, turn.work, data.order)
    done = await order_statuses.ship(turn.actor, turn.work, data.order, there | data.left)
    turn.conversation.leave()
    await show_shipped(turn, done)


# --- a refusal


async def on_ask_refusal(_: CallbackQuery, callback_data: AskRefusal, turn: Turn) -> None:
    await order_statuses.check_refusable(turn.actor, turn.work, callback_data.order)
    turn.conversation.enter(LineDialogue.cause, Cause(order=callback_data.order))
    turn.show(desk.ask_refusal(turn.words, callback_data.order))


async def on_refuse(_: CallbackQuery, callback_data: Refuse, turn: Turn) -> None:
    done = await order_statuses.refuse(turn.actor, turn.work, callback_data.order, callback_data.cause)
    _refused(turn, done, callback_data.cause)


async def on_cause_typed(message: Message, turn: Turn) -> None:
    order = turn.conversation.data(Cause).order
    why = message.text or ""
    _refused(turn, await order_statuses.refuse(turn.actor, turn.work, order, why), why)


def _refused(turn: Turn, done: Passed, why: str) -> None:
    turn.conversation.leave()
    turn.show(screens.order_card(turn.words, done.mine))
    if not done.again:
        refresh_desk(turn, done)
        retell_manager(turn, done)
        tell_refused(turn, done, why)


def setup() -> Router:
    router = Router(name="desk_lines")
    router.message.register(on_short_typed, StateFilter(LineDialogue.there), Typed())
    router.message.register(on_part_typed, StateFilter(LineDialogue.part), Typed())
    router.message.register(on_cause_typed, StateFilter(LineDialogue.cause), Typed())
    taps = router.callback_query
    taps.filter(Feature("support"))
    taps.register(on_ask_short, AskShort.filter())
    taps.register(on_short_line, ShortLine.filter())
    taps.register(on_short_set, SetShort.filter())
    taps.register(on_ask_part, AskPart.filter())
    taps.register(on_part_line, PartLine.filter())
    taps.register(on_ship_part, ShipPart.filter())
    taps.register(on_ask_refusal, AskRefusal.filter())
    taps.register(on_refuse, Refuse.filter())
    return router
