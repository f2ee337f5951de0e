"""«Скидки» under /team: the rules, a new one typed as one line, the end of one."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from handlers.client_dialogue import check_at
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import discounts as screens
from screens.callbacks.discounts import (
    AddDiscount,
    EndDiscount,
    NewDiscount,
    OpenDiscounts,
    PickClient,
    PickGoods,
    PickGroup,
    PromotionDiscount,
    ReturnDiscount,
)
from usecases import discounts
from usecases.discounts import Picked


class DiscountDialogue(StatesGroup):
    line = State()


class Line(BaseModel):
    """What was typed, and what was chosen of the things that it may mean."""

    text: str = ""
    product: int | None = None
    group: int | None = None
    client: int | None = None
    promotion: int | None = None

    @property
    def picked(self) -> Picked:
        return Picked(self.product, self.group, self.client, self.promotion)


async def on_list(_: CallbackQuery, callback_data: OpenDiscounts, turn: Turn) -> None:
    turn.conversation.leave()
    view = await discounts.list_rules(turn.actor, turn.work, callback_data.start)
    turn.show(screens.rules(turn.words, view))


async def on_new(_: CallbackQuery, turn: Turn) -> None:
    await discounts.list_rules(turn.actor, turn.work)
    turn.conversation.enter(DiscountDialogue.line, Line())
    turn.show(screens.ask(turn.words))


async def on_promotion(_: CallbackQuery, callback_data: PromotionDiscount, turn: Turn) -> None:
    found = await discounts.get_promotion(turn.actor, turn.work, callback_data.promotion)
    turn.conversation.enter(DiscountDialogue.line, Line(promotion=found.id))
    turn.show(screens.ask_of_promotion(turn.words, found.id, found.name, found.group))


async def on_typed(message: Message, turn: Turn) -> None:
    text = message.text or ""
    limit = await discounts.set_limit(turn.actor, turn.work, text)
    if limit is None:
        await _check(turn, Line(text=text, promotion=turn.conversation.data(Line).promotion))
        return
    turn.conversation.leave()
    turn.show(screens.limit_set(turn.words, *limit))


async def _check(turn: Turn, line: Line) -> None:
    view = await discounts.read(turn.actor, turn.work, line.text, line.picked)
    turn.conversation.enter(DiscountDialogue.line, line)
    turn.show(screens.check(turn.words, view))


async def on_goods(_: CallbackQuery, callback_data: PickGoods, turn: Turn) -> None:
    check_at(turn, DiscountDialogue.line)
    line = turn.conversation.data(Line)
    await _check(turn, line.model_copy(update={"product": callback_data.product, "group": None}))


async def on_group(_: CallbackQuery, callback_data: PickGroup, turn: Turn) -> None:
    check_at(turn, DiscountDialogue.line)
    line = turn.conversation.data(Line)
    await _check(turn, line.model_copy(update={"group": callback_data.product, "product": None}))


async def on_client(_: CallbackQuery, callback_data: PickClient, turn: Turn) -> None:
    check_at(turn, DiscountDialogue.line)
    line = turn.conversation.data(Line)
    await _check(turn, line.model_copy(update={"client": callback_data.client}))


async def on_add(_: CallbackQuery, turn: Turn) -> None:
    check_at(turn, DiscountDialogue.line)
    line = turn.conversation.data(Line)
    view = await discounts.add(turn.actor, turn.work, line.text, line.picked)
    turn.conversation.leave()
    turn.show(screens.added(turn.words, view))


async def on_end(_: CallbackQuery, callback_data: EndDiscount, turn: Turn) -> None:
    if callback_data.sure:
        view = await discounts.end(turn.actor, turn.work, callback_data.discount)
        turn.show(screens.ended(turn.words, view))
        return
    turn.show(
        screens.sure(turn.words, await discounts.get_rule(turn.actor, turn.work, callback_data.discount))
    )


async def on_return(_: CallbackQuery, callback_data: ReturnDiscount, turn: Turn) -> None:
    view = await discounts.take_back(turn.actor, turn.work, callback_data.discount)
    turn.show(screens.added(turn.words, view))


def setup() -> Router:
    router = Router(name="discounts")
    router.message.register(on_typed, StateFilter(DiscountDialogue.line), Typed())
    taps = router.callback_query
    taps.filter(Feature("discounts"))
    for handler, data in (
        (on_list, OpenDiscounts),
        (on_new, NewDiscount),
        (on_promotion, PromotionDiscount),
        (on_goods, PickGoods),
        (on_group, PickGroup),
        (on_client, PickClient),
        (on_add, AddDiscount),
        (on_end, EndDiscount),
        (on_return, ReturnDiscount),
    ):
        taps.register(handler, data.filter())
    return router
