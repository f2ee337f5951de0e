"""Whom nobody asks for money today, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from screens import format as written
from screens.words import Words

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Moved:
    """A client whose word about money waits until `day`, for `person` has a birthday: which a list of debts never names."""

    client: str
    person: str
    day: date


def moved_lines(words: Words, moved: Sequence[Moved]) -> list[str]:
    """Under a list of debts, apart from it."""
    if not moved:
        return []
    lines = [words("debt-moved", client=one.client, day=written.day(words, one.day)) for one in moved[:SHOWN]]
    more = len(moved) - SHOWN
    return ["", *lines, *([words("debt-moved-more", count=more)] if more > 0 else [])]
