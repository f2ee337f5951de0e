"""Presents: from the thought to the hand, and which of them the lead is asked about."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class GiftState(StrEnum):
    """`ASKED` waits for the lead; `DROPPED` is what the manager thought better of."""

    PLANNED = "planned"
    ASKED = "asked"
    APPROVED = "approved"
    DECLINED = "declined"
    GIVEN = "given"
    DROPPED = "dropped"


class GiftStep(StrEnum):
    APPROVE = "approve"
    DECLINE = "decline"
    GIVE = "give"
    DROP = "drop"


_STEPS: Final[Mapping[GiftStep, tuple[frozenset[GiftState], GiftState]]] = {
    GiftStep.APPROVE: (frozenset({GiftState.ASKED}), GiftState.APPROVED),
    GiftStep.DECLINE: (frozenset({GiftState.ASKED}), GiftState.DECLINED),
    GiftStep.GIVE: (frozenset({GiftState.PLANNED, GiftState.APPROVED}), GiftState.GIVEN),
    GiftStep.DROP: (
        frozenset({GiftState.PLANNED, GiftState.ASKED, GiftState.APPROVED}),
        GiftState.DROPPED,
    ),
}
# What has cost money, or will.
COUNTED: Final = frozenset({GiftState.PLANNED, GiftState.ASKED, GiftState.APPROVED, GiftState.GIVEN})
# What is still to be decided or given.
WAITING: Final = COUNTED - {GiftState.GIVEN}


def after(state: GiftState, step: GiftStep) -> GiftState | None:
    """None where the step cannot be taken (any more)."""
    allowed, result = _STEPS[step]
    return result if state in allowed else None


def needs_lead(cost: int, spent: int, limit: int) -> bool:
    """Whether `cost` with what the same person was given in the year, `spent`, goes above the limit; kopecks."""
    return cost + spent > limit
