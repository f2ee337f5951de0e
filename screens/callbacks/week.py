"""Buttons of the week and of its plan. Days are ordinals of `date`; `week` is the plan, `item` a line of it."""

from typing import Annotated

from pydantic import Field

from domain.week_plan import PlanKind
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

Day = Annotated[int, Field(ge=1, le=3_652_058)]
MaybeDay = Annotated[int, Field(ge=0, le=3_652_058)]  # 0 is not chosen yet


class OpenWeek(CallbackData, prefix="week.all"):
    """This week and the next; of who leads, the team's plans."""


class OpenOwnWeek(CallbackData, prefix="week.own"):
    """The own days of who leads."""


class OpenDayPlan(CallbackData, prefix="week.day"):
    day: Day


class ToCalendar(CallbackData, prefix="week.ics"):
    """A calendar file of the week that holds this day."""

    day: Day


class MakePlan(CallbackData, prefix="week.make"):
    """The plan of the next week, proposed where there is none yet."""


class OpenWeekPlan(CallbackData, prefix="week.plan"):
    week: RowId


class AcceptPlan(CallbackData, prefix="week.take"):
    week: RowId


class SharePlan(CallbackData, prefix="week.share"):
    """To the lead."""

    week: RowId


class PlanDay(CallbackData, prefix="week.on"):
    """One day of a plan, to be edited."""

    week: RowId
    day: Day


class OpenItem(CallbackData, prefix="week.item"):
    item: RowId


class MoveItem(CallbackData, prefix="week.move"):
    item: RowId
    day: Day


class TurnItem(CallbackData, prefix="week.turn"):
    """A call becomes a visit, or a visit a call."""

    item: RowId
    kind: PlanKind


class RemoveItem(CallbackData, prefix="week.drop"):
    item: RowId


class AskAdd(CallbackData, prefix="week.add"):
    """Whom to add is asked."""

    week: RowId
    day: Day


class AddClient(CallbackData, prefix="week.client"):
    week: RowId
    day: Day
    client: RowId


class OpenManagerWeek(CallbackData, prefix="week.of"):
    """For the lead: a manager's plan of this week, else of the next."""

    manager: RowId


class SeePlan(CallbackData, prefix="week.seen"):
    week: RowId


class AskComment(CallbackData, prefix="week.say"):
    """A word about a plan: of the lead to the manager, of the manager to the lead."""

    week: RowId
