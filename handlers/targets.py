"""Targets of a month: plan and fact, what to do today, the comparison, and how they are set."""

from collections.abc import Iterable

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture.targets import is_targets_line, is_targets_word
from domain.actors import SELLING
from domain.targets import TargetKind
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import target_steps as steps
from screens import targets as screens
from screens.callbacks.targets import (
    AskTarget,
    CallFirst,
    EditTargets,
    LikeLast,
    OpenPast,
    OpenRanks,
    OpenTargets,
    OpenToday,
)
from screens.import_views import Loaded, TargetNews
from usecases import target_ranks, target_steps, targets
from usecases.targets import Whom


class TargetDialogue(StatesGroup):
    line = State()
    value = State()


class Asked(BaseModel):
    """Whose targets of which month are set; `kind` where one was asked for."""

    month: int = 0
    employee: int = 0
    team: int = 0
    every: bool = False
    kind: TargetKind = TargetKind.SALES

    @property
    def whom(self) -> Whom:
        return Whom(self.employee, self.team, self.every)


class TargetsLine(Filter):
    """«цели …» typed in the private chat of somebody who leads, outside of any dialogue or within."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        text = message.text or ""
        return message.chat.type == "private" and turn.actor.leads and is_targets_line(text)


class TargetsWord(Filter):
    """«цели» alone, of whoever has any: they are looked at."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        text = message.text or ""
        return message.chat.type == "private" and turn.actor.role in SELLING and is_targets_word(text)


async def on_word(_: Message, turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.month(turn.words, await targets.open_month(turn.actor, turn.work)))


async def on_month(_: CallbackQuery, callback_data: OpenTargets, turn: Turn) -> None:
    turn.conversation.leave()
    view = await targets.open_month(turn.actor, turn.work, callback_data.month, callback_data.employee)
    turn.show(screens.month(turn.words, view))


async def on_past(_: CallbackQuery, callback_data: OpenPast, turn: Turn) -> None:
    view = await targets.open_past(turn.actor, turn.work, callback_data.month, callback_data.employee)
    turn.show(screens.past(turn.words, view))


# --- setting


async def on_edit(_: CallbackQuery, callback_data: EditTargets, turn: Turn) -> None:
    asked = _asked(callback_data)
    view = await targets.open_edit(turn.actor, turn.work, asked.month, asked.whom)
    turn.conversation.enter(TargetDialogue.line, asked)
    turn.show(screens.edit(turn.words, view))


async def on_ask(_: CallbackQuery, callback_data: AskTarget, turn: Turn) -> None:
    asked = _asked(callback_data).model_copy(update={"kind": callback_data.kind})
    view = await targets.open_edit(turn.actor, turn.work, asked.month, asked.whom)
    turn.conversation.enter(TargetDialogue.value, asked)
    turn.show(screens.ask(turn.words, view, callback_data.kind))


def _asked(data: EditTargets | AskTarget) -> Asked:
    return Asked(month=data.month, employee=data.employee, team=data.team, every=data.every)


async def on_value_typed(message: Message, turn: Turn) -> None:
    asked = turn.conversation.data(Asked)
    text = message.text or ""
    done = await targets.set_typed(turn.actor, turn.work, asked.month, asked.whom, asked.kind, text=text)
    view = await targets.open_edit(turn.actor, turn.work, asked.month, asked.whom)
    turn.conversation.enter(TargetDialogue.line, asked)
    turn.show(screens.edit(turn.words, view, done))
    await _tell(turn, done)


async def on_line_typed(message: Message, turn: Turn) -> None:
    asked = turn.conversation.data(Asked)
    done = await targets.set_line(turn.actor, turn.work, message.text or "", asked.month, asked.whom)
    turn.conversation.leave()
    turn.show(screens.changed(turn.words, done))
    await _tell(turn, done)


async def on_line(message: Message, turn: Turn) -> None:
    done = await targets.set_line(turn.actor, turn.work, message.text or "")
    turn.conversation.leave()
    turn.show(screens.changed(turn.words, done))
    await _tell(turn, done)


async def on_like(_: CallbackQuery, callback_data: LikeLast, turn: Turn) -> None:
    data = callback_data
    done = await targets.like_last(turn.actor, turn.work, data.month, data.employee, data.percent)
    turn.conversation.leave()
    turn.show(screens.changed(turn.words, done))
    await _tell(turn, done)


async def _tell(turn: Turn, done: screens.Changed) -> None:
    by = turn.actor.name
    for person, change in await targets.hearers(turn.actor, turn.work, done):
        turn.tell([person], lambda words, change=change: screens.told(words, done.month, change, by))  # type: ignore[misc]


def tell_loaded(turn: Turn, done: object) -> None:
    """What a file changed, to those whose targets they are."""
    if isinstance(done, Loaded):
        tell_news(turn, done.targets)


def tell_news(turn: Turn, told: Iterable[TargetNews]) -> None:
    by = turn.actor.name
    for news in told:
        turn.tell([news.manager], lambda words, news=news: screens.told(words, news.month, news.change, by))  # type: ignore[misc]


# --- today, and the comparison


async def on_today(_: CallbackQuery, callback_data: OpenToday, turn: Turn) -> None:
    turn.conversation.leave()
    view = await target_steps.open_today(turn.actor, turn.work, callback_data.employee)
    turn.show(steps.today(turn.words, view))


async def on_first(_: CallbackQuery, callback_data: CallFirst, turn: Turn) -> None:
    lifted = await target_steps.call_first(turn.actor, turn.work, callback_data.employee)
    turn.show(steps.lifted(turn.words, lifted))
    if lifted.manager is not None:
        turn.tell([lifted.manager], lambda words: steps.told(words, lifted, turn.actor.name))


async def on_ranks(_: CallbackQuery, turn: Turn) -> None:
    view = await target_ranks.open_ranks(turn.actor, turn.work)
    turn.show(steps.ranks(turn.words, view))


def setup() -> Router:
    router = Router(name="targets")
    router.message.register(on_word, TargetsWord())
    router.message.register(on_line_typed, StateFilter(TargetDialogue.line), Typed())
    router.message.register(on_line, TargetsLine())
    router.message.register(on_value_typed, StateFilter(TargetDialogue.value), Typed())
    taps = router.callback_query
    taps.filter(Feature("targets"))
    for handler, data in (
        (on_month, OpenTargets),
        (on_past, OpenPast),
        (on_edit, EditTargets),
        (on_ask, AskTarget),
        (on_like, LikeLast),
        (on_today, OpenToday),
        (on_first, CallFirst),
        (on_ranks, OpenRanks),
    ):
        taps.register(handler, data.filter())
    return router
