"""Buttons of plan and week. Days are ordinals of `date`."""

from typing import Annotated

from pydantic import Field

from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

Day = Annotated[int, Field(ge=1, le=3_652_058)]
Count = Annotated[int, Field(ge=1, le=500)]
Seen = Annotated[int, Field(ge=0, le=1_000_000)]


class OpenPlan(CallbackData, prefix="plan.all"):
    pass


class AskOffers(CallbackData, prefix="plan.offers"):
    """How many offers went out by e-mail."""


class AddOffers(CallbackData, prefix="plan.add"):
    """`seen` is the count that the screen showed: the same button twice adds once."""

    count: Count
    seen: Seen
    day: Day


class UndoOffers(CallbackData, prefix="plan.undo"):
    count: Count
    seen: Seen
    day: Day


class OpenWeek(CallbackData, prefix="plan.week"):
    pass


class OpenDayPlan(CallbackData, prefix="plan.day"):
    day: Day


class Visited(CallbackData, prefix="plan.visited"):
    visit: RowId
