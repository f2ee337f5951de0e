"""Visits: their kinds, what comes of them, when the brief comes, what is asked of an open one."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

from domain.periods import at_local


class VisitKind(StrEnum):
    VISIT = "visit"
    MERCHANDISING = "merchandising"
    TRAINING = "training"


class VisitOutcome(StrEnum):
    """AGREED, ORDER and ABSENT are chosen; HELD is a mark without more; FORGOTTEN was closed by the clock."""

    AGREED = "agreed"
    ORDER = "order"
    ABSENT = "absent"
    HELD = "held"
    FORGOTTEN = "forgotten"


CHOSEN: Final = (VisitOutcome.AGREED, VisitOutcome.ORDER, VisitOutcome.ABSENT)
# Points that both languages have words for; a company may name its own.
BUILT_IN: Final = ("shelf", "prices", "stock", "dates", "promo")
MOST_POINTS: Final = 12


@dataclass(frozen=True, slots=True)
class VisitSettings:
    """`brief_minutes` before the visit, or at `day_brief_at` where it has no hour; `usual_minutes` is how long one lasts.

    An open visit is asked about at `ask_at` and closed at `close_at` of the next morning. `checklist`: built-in points
    (`BUILT_IN`) or words of the company's own, «по-русски | in English» where both are wanted.
    """

    brief_minutes: int = 30
    day_brief_at: time = time(9)
    usual_minutes: int = 60
    ask_at: time = time(18, 30)
    close_at: time = time(8, 30)
    checklist: tuple[str, ...] = BUILT_IN

    def __post_init__(self) -> None:
        if len(self.checklist) > MOST_POINTS:
            raise ValueError(f"checklist: at most {MOST_POINTS} points")


def brief_at(day_start: datetime, at: datetime | None, settings: VisitSettings) -> datetime:
    """When the brief is due; `day_start` is any moment of the visit's local day, aware."""
    if at is None:
        return at_local(day_start.date(), settings.day_brief_at, day_start)
    return at - timedelta(minutes=settings.brief_minutes)


def over_at(day_start: datetime, at: datetime | None, settings: VisitSettings) -> datetime:
    """From when on nobody needs the brief: the usual length after its hour, or the end of its day."""
    if at is None:
        return at_local(day_start.date(), time(23, 59), day_start)
    return at + timedelta(minutes=settings.usual_minutes)


def ask_when(started: datetime, settings: VisitSettings) -> datetime:
    """The evening of an open visit (`started` aware, local); two usual lengths later where it began late."""
    evening = at_local(started.date(), settings.ask_at, started)
    return max(evening, started + 2 * timedelta(minutes=settings.usual_minutes))


def close_when(started: datetime, settings: VisitSettings) -> datetime:
    """The next morning."""
    return at_local(started.date() + timedelta(days=1), settings.close_at, started)


def minutes_of(started: datetime, done: datetime) -> int:
    return max(round((done - started).total_seconds() / 60), 0)


_TRAINING: Final = re.compile(
    r"(?P<topic>.*[^\W\d_].*?)[\s,;:–—-]+(?P<people>\d{1,3})(?:\s*[^\W\d_]{1,12}\.?)?", re.DOTALL
)


def read_training(text: str) -> tuple[str, int] | None:
    """(topic, people) of «сыры, 4 чел» or «cheese 4 people»; None for anything else."""
    found = _TRAINING.fullmatch(text.strip())
    people = int(found["people"]) if found else 0
    return (found["topic"].strip(" ,;:"), people) if found and people else None
