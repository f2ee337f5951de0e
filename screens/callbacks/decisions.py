"""Buttons of what waits for a lead, and of what was asked."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.decisions import DecisionKind, LendFor
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData
from screens.callbacks.occasions import MaybeId

Back = Annotated[int, Field(ge=0, le=120)]


class ShownKind(StrEnum):
    """Of which kind the history is; the names are those of `DecisionKind`."""

    ALL = "all"
    ORDER = DecisionKind.ORDER.value
    STOP = DecisionKind.STOP.value
    GIFT = DecisionKind.GIFT.value
    CONTRACT = DecisionKind.CONTRACT.value
    WEEK = DecisionKind.WEEK.value
    REPORT = DecisionKind.REPORT.value


class OpenDecisions(CallbackData, prefix="decisions.all"):
    """What waits for the lead's word."""


class OpenDecision(CallbackData, prefix="decisions.open"):
    """The card on which it is decided."""

    decision: RowId


class SayYes(CallbackData, prefix="decisions.yes"):
    """Right in the list."""

    decision: RowId


class AskDelegate(CallbackData, prefix="decisions.whom"):
    """To whom the one question is given."""

    decision: RowId


class Delegate(CallbackData, prefix="decisions.give"):
    decision: RowId
    employee: RowId


class ChooseDelegate(CallbackData, prefix="decisions.choose"):
    """Which of the questions is given to another, or all of them for some time."""


class AskLend(CallbackData, prefix="decisions.lend"):
    """All decisions for some time: to whom."""


class AskLendFor(CallbackData, prefix="decisions.until"):
    employee: RowId


class Lend(CallbackData, prefix="decisions.lent"):
    span: LendFor
    employee: RowId


class StopLending(CallbackData, prefix="decisions.mine"):
    pass


class OpenHistory(CallbackData, prefix="decisions.past"):
    """`back`: months before this one; `employee` 0 is everybody."""

    kind: ShownKind
    employee: MaybeId
    back: Back


class ChooseAsker(CallbackData, prefix="decisions.who"):
    """Whose questions the history shows."""

    kind: ShownKind
    back: Back


class ToTable(CallbackData, prefix="decisions.file"):
    kind: ShownKind
    employee: MaybeId
    back: Back


class OpenQuestions(CallbackData, prefix="decisions.asked"):
    """What the actor has asked."""


class NudgeLead(CallbackData, prefix="decisions.nudge"):
    decision: RowId
