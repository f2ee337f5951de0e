"""Exhibitions and presentations: who is invited, what they answer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from domain.errors import ProzvonError

LONGEST_NAME: Final = 100
MOST_PEOPLE: Final = 50


class ExhibitionKind(StrEnum):
    EXHIBITION = "exhibition"
    PRESENTATION = "presentation"


class GuestReply(StrEnum):
    """`NO_ANSWER`: asked, and still not known."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"
    NO_ANSWER = "no_answer"


class ExhibitionError(ProzvonError):
    """What was typed is no such part of an exhibition; facts: field, text."""

    code = "exhibition"


@dataclass(frozen=True, slots=True)
class Exhibition:
    """Days are both included."""

    id: int
    kind: ExhibitionKind
    name: str
    place: str
    starts: date
    ends: date


def check_text(field: str, text: str) -> str:
    """One line of a name or a place. Raises `ExhibitionError`."""
    plain = " ".join(text.split())
    if not plain or len(plain) > LONGEST_NAME:
        raise ExhibitionError(field=field, text=plain[:LONGEST_NAME])
    return plain


def check_span(starts: date, ends: date, today: date) -> None:
    if starts < today or ends < starts:
        raise ExhibitionError(field="dates", text=f"{starts:%d.%m.%Y}–{ends:%d.%m.%Y}")
