"""Whether a client can be trusted with goods: a check-list that holds for a while."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Check(StrEnum):
    """What is looked at. The tax number is checked by its own digits; the rest is ticked by a person."""

    TAX_NUMBER = "tax_number"
    AGE = "age"
    BANKRUPTCY = "bankruptcy"
    DIRECTOR = "director"
    ADDRESS = "address"
    REFERENCES = "references"


class CheckState(StrEnum):
    NONE = "none"
    PART = "part"
    VALID = "valid"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class ReliabilitySettings:
    """The list, and for how many days a whole one holds."""

    valid_days: int = 180
    items: tuple[Check, ...] = tuple(Check)

    def __post_init__(self) -> None:
        if self.valid_days < 1 or not self.items or len(set(self.items)) < len(self.items):
            raise ValueError("valid_days from 1; items: at least one, each once")


def is_whole(done: Collection[Check], settings: ReliabilitySettings) -> bool:
    return set(settings.items) <= set(done)


def valid_until(done: Collection[Check], checked_on: date, settings: ReliabilitySettings) -> date | None:
    """The last day on which the check holds; None while something is open."""
    return checked_on + timedelta(days=settings.valid_days) if is_whole(done, settings) else None


def state_of(done: Collection[str], until: date | None, today: date) -> CheckState:
    if until is not None:
        return CheckState.VALID if today <= until else CheckState.EXPIRED
    return CheckState.PART if done else CheckState.NONE
