"""/week: what the days ahead hold, and the plan of a week from the proposal to the lead's eye."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.actors import SELLING
from handlers.decision_cards import then_next
from handlers.filters import Feature, MenuButton, Typed
from handlers.turn import Turn
from screens import week as screens
from screens import week_plan as plans
from screens.callbacks.week import (
    AcceptPlan,
    AddClient,
    AskAdd,
    AskComment,
    MakePlan,
    MoveItem,
    OpenDayPlan,
    OpenItem,
    OpenManagerWeek,
    OpenOwnWeek,
    OpenWeek,
    OpenWeekPlan,
    PlanDay,
    RemoveItem,
    SeePlan,
    SharePlan,
    ToCalendar,
    TurnItem,
)
from screens.screen import FileRef
from screens.words import Catalogue
from usecases import clients, week, week_edit, week_plan
from usecases.access import check_role


class WeekDialogue(StatesGroup):
    """`client`: whom to add is typed; `comment`: a word about a plan is."""

    client = State()
    comment = State()


class OfDay(BaseModel):
    """`day` as an ordinal."""

    week: int
    day: int


class OfPlan(BaseModel):
    week: int


async def on_week(_: Message | CallbackQuery, turn: Turn) -> None:
    await show_week(turn)


async def show_week(turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.shown(turn.words, await week.open_week(turn.actor, turn.work)))


async def on_own(_: CallbackQuery, turn: Turn) -> None:
    turn.show(screens.week(turn.words, await week.own_week(turn.actor, turn.work)))


async def on_day(_: CallbackQuery, callback_data: OpenDayPlan, turn: Turn) -> None:
    shown = await week.own_week(turn.actor, turn.work)
    turn.show(screens.day_plan(turn.words, shown, date.fromordinal(callback_data.day)))


async def on_calendar(_: CallbackQuery, callback_data: ToCalendar, turn: Turn) -> None:
    check_role(turn.actor, SELLING)
    day = date.fromordinal(callback_data.day)
    turn.ack(turn.words.plain("ack-calendar"))
    turn.attach(
        FileRef("week_ics", turn.actor.id, turn.words.language, {"day": day.isoformat()}),
        screens.calendar_caption(turn.words, day),
    )


# --- the plan -----------------------------------------------------------------------------------------------------


async def on_make(_: CallbackQuery, turn: Turn) -> None:
    turn.show(plans.made(turn.words, await week_plan.make_next(turn.actor, turn.work)))


async def on_plan(_: CallbackQuery, callback_data: OpenWeekPlan, turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(plans.opened(turn.words, await week_plan.get_plan(turn.actor, turn.work, callback_data.week)))


async def on_accept(_: CallbackQuery, callback_data: AcceptPlan, turn: Turn) -> None:
    view = await week_edit.accept(turn.actor, turn.work, callback_data.week)
    turn.show(plans.plan(turn.words, view))


async def on_share(_: CallbackQuery, callback_data: SharePlan, turn: Turn) -> None:
    view, leads = await week_edit.accept_and_share(turn.actor, turn.work, callback_data.week)
    led = week_plan.as_led(view, turn.actor)
    turn.tell(leads, lambda words: plans.for_lead(words, led))
    turn.show(plans.plan(turn.words, view))


async def on_plan_day(_: CallbackQuery, callback_data: PlanDay, turn: Turn) -> None:
    turn.conversation.leave()
    day = date.fromordinal(callback_data.day)
    view = await week_plan.get_own(turn.actor, turn.work, callback_data.week)
    turn.show(plans.edit_day(turn.words, view, day))


async def on_item(_: CallbackQuery, callback_data: OpenItem, turn: Turn) -> None:
    view, line = await week_edit.get_item(turn.actor, turn.work, callback_data.item)
    turn.show(plans.edit_item(turn.words, view, line))


async def on_move(_: CallbackQuery, callback_data: MoveItem, turn: Turn) -> None:
    to = date.fromordinal(callback_data.day)
    view, line = await week_edit.move(turn.actor, turn.work, callback_data.item, to)
    turn.show(plans.edit_day(turn.words, view, line.day, before=plans.moved(turn.words, view, line, to)))


async def on_turn(_: CallbackQuery, callback_data: TurnItem, turn: Turn) -> None:
    view, line = await week_edit.turn(turn.actor, turn.work, callback_data.item, callback_data.kind)
    turn.show(plans.edit_day(turn.words, view, line.day))


async def on_remove(_: CallbackQuery, callback_data: RemoveItem, turn: Turn) -> None:
    view, line = await week_edit.remove(turn.actor, turn.work, callback_data.item)
    turn.show(plans.edit_day(turn.words, view, line.day, before=plans.removed(turn.words, line)))


async def on_ask_client(_: CallbackQuery, callback_data: AskAdd, turn: Turn) -> None:
    day = date.fromordinal(callback_data.day)
    view = await week_edit.get_open(turn.actor, turn.work, callback_data.week, day)
    turn.conversation.enter(WeekDialogue.client, OfDay(week=view.id, day=callback_data.day))
    turn.show(plans.ask_client(turn.words, view, day))


async def on_client_typed(message: Message, turn: Turn) -> None:
    """A name beyond doubt is planned at once."""
    asked, typed = turn.conversation.data(OfDay), message.text or ""
    day = date.fromordinal(asked.day)
    hits = await clients.search(turn.actor, turn.work, typed)
    if hits.clear:
        await _add(turn, asked.week, day, hits.lines[0].id)
        return
    view = await week_edit.get_open(turn.actor, turn.work, asked.week, day)
    turn.show(plans.choose_client(turn.words, view, day, typed, hits.lines))


async def on_client(_: CallbackQuery, callback_data: AddClient, turn: Turn) -> None:
    data = callback_data
    await _add(turn, data.week, date.fromordinal(data.day), data.client)


async def _add(turn: Turn, plan_id: int, day: date, client_id: int) -> None:
    view, name = await week_edit.add(turn.actor, turn.work, plan_id, day, client_id)
    turn.conversation.leave()
    turn.show(plans.edit_day(turn.words, view, day, before=turn.words("plan-added", name=name)))


# --- the lead -----------------------------------------------------------------------------------------------------


async def on_manager(_: CallbackQuery, callback_data: OpenManagerWeek, turn: Turn) -> None:
    name, view = await week_plan.of_manager(turn.actor, turn.work, callback_data.manager)
    turn.show(plans.of_manager(turn.words, name, view))


@then_next
async def on_seen(_: CallbackQuery, callback_data: SeePlan, turn: Turn) -> None:
    turn.show(plans.opened(turn.words, await week_plan.see(turn.actor, turn.work, callback_data.week)))


async def on_ask_comment(_: CallbackQuery, callback_data: AskComment, turn: Turn) -> None:
    view = await week_plan.get_plan(turn.actor, turn.work, callback_data.week)
    turn.conversation.enter(WeekDialogue.comment, OfPlan(week=view.id))
    turn.say(plans.ask_comment(turn.words, view))


async def on_comment_typed(message: Message, turn: Turn) -> None:
    asked, text, who = turn.conversation.data(OfPlan), message.text or "", turn.actor.name
    view, hear = await week_plan.say(turn.actor, turn.work, asked.week, text)
    turn.conversation.leave()
    turn.show(plans.comment_sent(turn.words, view))
    turn.tell(hear, lambda words: plans.comment(words, view, who, text))


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="week")
    router.message.register(on_week, Command("week"))
    router.message.register(on_week, MenuButton(catalogue, "week"))
    router.message.register(on_client_typed, StateFilter(WeekDialogue.client), Typed())
    router.message.register(on_comment_typed, StateFilter(WeekDialogue.comment), Typed())
    taps = router.callback_query
    taps.filter(Feature("week"))
    for handler, data in (
        (on_week, OpenWeek),
        (on_own, OpenOwnWeek),
        (on_day, OpenDayPlan),
        (on_calendar, ToCalendar),
        (on_make, MakePlan),
        (on_plan, OpenWeekPlan),
        (on_accept, AcceptPlan),
        (on_share, SharePlan),
        (on_plan_day, PlanDay),
        (on_item, OpenItem),
        (on_move, MoveItem),
        (on_turn, TurnItem),
        (on_remove, RemoveItem),
        (on_ask_client, AskAdd),
        (on_client, AddClient),
        (on_manager, OpenManagerWeek),
        (on_seen, SeePlan),
        (on_ask_comment, AskComment),
    ):
        taps.register(handler, data.filter())
    return router
