"""Buttons of visits. Days are ordinals of `date`, clocks minutes of the day."""

from typing import Annotated

from pydantic import Field

from domain.visits import MOST_POINTS, VisitKind, VisitOutcome
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

Day = Annotated[int, Field(ge=0, le=3_652_058)]  # 0 is not chosen yet
SomeDay = Annotated[int, Field(ge=1, le=3_652_058)]
Clock = Annotated[int, Field(ge=-1, le=1439)]  # -1 is not chosen yet, ANY_TIME without one
ANY_TIME = 1439


class PlanVisit(CallbackData, prefix="visits.plan"):
    """A visit to a client: the day and the hour are asked."""

    client: RowId
    day: Day = 0
    clock: Clock = -1


class OpenVisit(CallbackData, prefix="visits.open"):
    visit: RowId


class MoveVisit(CallbackData, prefix="visits.move"):
    visit: RowId
    day: Day = 0
    clock: Clock = -1


class CancelVisit(CallbackData, prefix="visits.cancel"):
    visit: RowId
    sure: bool = False


class SetKind(CallbackData, prefix="visits.kind"):
    visit: RowId
    kind: VisitKind


class StartVisit(CallbackData, prefix="visits.start"):
    visit: RowId


class Visited(CallbackData, prefix="visits.held"):
    """It took place; nothing more is said of it."""

    visit: RowId


class SetStage(CallbackData, prefix="visits.stage"):
    """Which photos come now."""

    visit: RowId
    after: bool


class Check(CallbackData, prefix="visits.check"):
    """A point of the check-list, ticked or not."""

    visit: RowId
    number: Annotated[int, Field(ge=0, lt=MOST_POINTS)]
    done: bool


class FinishVisit(CallbackData, prefix="visits.finish"):
    """Ask what came of it."""

    visit: RowId


class SetOutcome(CallbackData, prefix="visits.outcome"):
    visit: RowId
    outcome: VisitOutcome


class SetNext(CallbackData, prefix="visits.next"):
    """The call that follows the visit."""

    visit: RowId
    day: SomeDay


class PhotosOf(CallbackData, prefix="visits.photos"):
    visit: RowId


class OpenRoute(CallbackData, prefix="visits.route"):
    """The visits of a day by district, with a way through them."""

    day: SomeDay


class TrainingsOf(CallbackData, prefix="visits.trained"):
    """The trainings of a client's staff."""

    client: RowId


class Trainings(CallbackData, prefix="visits.trainings"):
    """The trainings of this month."""
