"""For whose missing birthday a manager is asked: one a day, the best client's decision-maker first."""

from enum import StrEnum
from typing import Final

from domain.roles import is_buyer, is_director

# An answer «не знаю», and silence too, is taken for a quarter of a year.
QUIET_DAYS: Final = 90


class BirthdayAnswer(StrEnum):
    """What was said instead of a date. `LATER` is asked again after `QUIET_DAYS`."""

    LATER = "later"
    NEVER = "never"


def asked_first(role: str) -> int:
    """The lower, the sooner: who decides, who buys, everybody else."""
    return 0 if is_director(role) else 1 if is_buyer(role) else 2
