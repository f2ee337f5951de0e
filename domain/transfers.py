"""Whose clients go, and which of them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

UNDO_FOR: Final = timedelta(days=1)
PREVIEW_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Selection:
    """Of the clients of employee `giver`: those ticked, or of one class (`grade`), or of one district (`place`); all where none is set.

    `leaving`: the giver is dismissed once nobody is left with them.
    """

    giver: int
    grade: str = ""
    place: str = ""
    ticked: tuple[int, ...] = ()
    leaving: bool = False
