"""/promotions: what is on, a new one step by step, what a client said to it."""

from datetime import date, timedelta

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture.day_spans import read_span
from domain.periods import add_months, month_end
from domain.promotions import Aim, Audience, Promotion, PromotionError
from domain.reasons import ClientClass
from handlers import calls
from handlers.client_dialogue import check_at
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import promotions as screens
from screens.callbacks.promotions import (
    AskGroup,
    LastDay,
    Launch,
    NewPromotion,
    OpenPromotion,
    OpenPromotions,
    PickGroup,
    Replied,
    SetAudience,
    StopPromotion,
    ToggleClass,
    WhomToTell,
)
from usecases import promotions


class PromotionDialogue(StatesGroup):
    name = State()
    script = State()
    dates = State()
    aim = State()


class Made(BaseModel):
    """A promotion that is being made; what was not said yet is empty."""

    name: str = ""
    script: str = ""
    starts: date = date.min
    ends: date = date.min
    classes: tuple[ClientClass, ...] = ()
    audience: Audience = Audience.ALL
    industries: tuple[str, ...] = ()
    group: str = ""

    @property
    def promotion(self) -> Promotion:
        aim = Aim(frozenset(self.classes), self.audience, self.industries)
        return Promotion(0, self.name, self.script, self.starts, self.ends, aim, self.group)


async def on_promotions(_: Message | CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    shown = await promotions.list_promotions(turn.actor, turn.work)
    turn.show(screens.promotions(turn.words, shown, leads=turn.actor.leads))


async def on_promotion(_: CallbackQuery, callback_data: OpenPromotion, turn: Turn) -> None:
    view = await promotions.get_promotion(turn.actor, turn.work, callback_data.promotion)
    turn.show(screens.card(turn.words, view))


async def on_whom(_: CallbackQuery, callback_data: WhomToTell, turn: Turn) -> None:
    view, found = await promotions.whom_to_tell(turn.actor, turn.work, callback_data.promotion)
    turn.show(screens.whom_to_tell(turn.words, view, found))


async def on_replied(_: CallbackQuery, callback_data: Replied, turn: Turn) -> None:
    """Said on the call card, which stays where it is."""
    data = callback_data
    told = await promotions.reply(turn.actor, turn.work, data.promotion, data.client, data.reply)
    turn.ack(screens.replied(turn.words, told.name, data.reply))
    await calls.show_card(turn, data.client)


async def on_stop(_: CallbackQuery, callback_data: StopPromotion, turn: Turn) -> None:
    stopped = await promotions.stop(turn.actor, turn.work, callback_data.promotion)
    turn.show(screens.stopped(turn.words, stopped.name))


# --- a new one ----------------------------------------------------------------------------------------------------


async def on_new(_: CallbackQuery, turn: Turn) -> None:
    await promotions.check_may_make(turn.actor, turn.work)
    turn.conversation.enter(PromotionDialogue.name, Made())
    turn.show(screens.ask_name(turn.words))


async def on_name(message: Message, turn: Turn) -> None:
    made = Made(name=message.text or "")
    checked = await promotions.check_draft(turn.actor, turn.work, made.promotion)
    turn.conversation.enter(PromotionDialogue.script, Made(name=checked.name))
    turn.show(screens.ask_script(turn.words, checked.name))


async def on_script(message: Message, turn: Turn) -> None:
    made = turn.conversation.data(Made).model_copy(update={"script": message.text or ""})
    checked = await promotions.check_draft(turn.actor, turn.work, made.promotion)
    turn.conversation.enter(PromotionDialogue.dates, made.model_copy(update={"script": checked.script}))
    today = turn.today
    ends = sorted({today + timedelta(days=14), month_end(today), month_end(add_months(today, 1))} - {today})
    turn.show(screens.ask_dates(turn.words, checked.name, ends))


async def on_dates(message: Message, turn: Turn) -> None:
    text = message.text or ""
    span = read_span(text, turn.today, turn.work.rules.calendar)
    if span is None:
        raise PromotionError(field="dates", text=text[:100])
    await _dated(turn, *span)


async def on_last_day(_: CallbackQuery, callback_data: LastDay, turn: Turn) -> None:
    check_at(turn, PromotionDialogue.dates)
    await _dated(turn, turn.today, date.fromordinal(callback_data.day))


async def _dated(turn: Turn, starts: date, ends: date) -> None:
    made = turn.conversation.data(Made).model_copy(update={"starts": starts, "ends": ends})
    await promotions.check_draft(turn.actor, turn.work, made.promotion, dated=True)
    _ask_aim(turn, made)


def _ask_aim(turn: Turn, made: Made) -> None:
    turn.conversation.enter(PromotionDialogue.aim, made)
    turn.show(screens.ask_aim(turn.words, made.promotion))


async def on_class(_: CallbackQuery, callback_data: ToggleClass, turn: Turn) -> None:
    check_at(turn, PromotionDialogue.aim)
    made = turn.conversation.data(Made)
    classes = set(made.classes) ^ {callback_data.client_class}
    _ask_aim(turn, made.model_copy(update={"classes": tuple(sorted(classes))}))


async def on_audience(_: CallbackQuery, callback_data: SetAudience, turn: Turn) -> None:
    check_at(turn, PromotionDialogue.aim)
    made = turn.conversation.data(Made)
    _ask_aim(turn, made.model_copy(update={"audience": callback_data.audience}))


async def on_industries(message: Message, turn: Turn) -> None:
    """«кафе, столовые»; a minus is any."""
    words = [word.strip()[:60] for word in (message.text or "").replace(";", ",").split(",")]
    kept = tuple(word for word in words if word.strip("-–—− "))[:10]
    _ask_aim(turn, turn.conversation.data(Made).model_copy(update={"industries": kept}))


async def on_groups(_: CallbackQuery, turn: Turn) -> None:
    check_at(turn, PromotionDialogue.aim)
    turn.show(screens.ask_group(turn.words, await promotions.groups(turn.actor, turn.work)))


async def on_group(_: CallbackQuery, callback_data: PickGroup, turn: Turn) -> None:
    check_at(turn, PromotionDialogue.aim)
    group = await promotions.group_of(turn.actor, turn.work, callback_data.product)
    _ask_aim(turn, turn.conversation.data(Made).model_copy(update={"group": group}))


async def on_launch(_: CallbackQuery, turn: Turn) -> None:
    check_at(turn, PromotionDialogue.aim)
    made = turn.conversation.data(Made)
    done = await promotions.launch(turn.actor, turn.work, made.promotion)
    turn.conversation.leave()
    turn.show(screens.launched(turn.words, done.promotion, len(done.managers)))
    turn.tell(done.managers, lambda words: screens.news(words, done.promotion))


def setup() -> Router:
    router = Router(name="promotions")
    router.message.register(on_promotions, Command("promotions"))
    router.message.register(on_name, StateFilter(PromotionDialogue.name), Typed())
    router.message.register(on_script, StateFilter(PromotionDialogue.script), Typed())
    router.message.register(on_dates, StateFilter(PromotionDialogue.dates), Typed())
    router.message.register(on_industries, StateFilter(PromotionDialogue.aim), Typed())
    taps = router.callback_query
    taps.filter(Feature("promotions"))
    for handler, data in (
        (on_promotions, OpenPromotions),
        (on_promotion, OpenPromotion),
        (on_whom, WhomToTell),
        (on_replied, Replied),
        (on_stop, StopPromotion),
        (on_new, NewPromotion),
        (on_last_day, LastDay),
        (on_class, ToggleClass),
        (on_audience, SetAudience),
        (on_groups, AskGroup),
        (on_group, PickGroup),
        (on_launch, Launch),
    ):
        taps.register(handler, data.filter())
    return router
