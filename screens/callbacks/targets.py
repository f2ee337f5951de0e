"""Buttons of the targets of a month. `month` as 202612 for December 2026; 0 is this one."""

from typing import Annotated

from pydantic import Field

from domain.targets import TargetKind
from screens.callbacks.data import CallbackData

MonthCode = Annotated[int, Field(ge=0, le=999_912)]
MaybeId = Annotated[int, Field(ge=0, lt=2**63)]  # 0: nobody in particular
Percent = Annotated[int, Field(ge=-50, le=50)]


class OpenTargets(CallbackData, prefix="targets.open"):
    """Plan and fact: the own month, the team's of who leads, or that of one of its managers."""

    month: MonthCode = 0
    employee: MaybeId = 0


class OpenToday(CallbackData, prefix="targets.today"):
    """What to do today to be on pace."""

    employee: MaybeId = 0


class CallFirst(CallbackData, prefix="targets.first"):
    """The clients named go to the top of today's list."""

    employee: MaybeId = 0


class OpenRanks(CallbackData, prefix="targets.ranks"):
    """The fair comparison."""


class EditTargets(CallbackData, prefix="targets.edit"):
    """Whose targets are set: a manager's, a team's, everybody's the same; of nobody yet, the choice of these."""

    month: MonthCode
    employee: MaybeId = 0
    team: MaybeId = 0
    every: bool = False


class AskTarget(CallbackData, prefix="targets.ask"):
    """One kind is asked for."""

    kind: TargetKind
    month: MonthCode
    employee: MaybeId = 0
    team: MaybeId = 0
    every: bool = False


class LikeLast(CallbackData, prefix="targets.like"):
    """As in the month before, `percent` more."""

    month: MonthCode
    employee: MaybeId = 0
    percent: Percent = 0


class OpenPast(CallbackData, prefix="targets.past"):
    """Who set what."""

    month: MonthCode
    employee: MaybeId
