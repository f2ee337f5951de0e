"""How a debt is spoken of: whose turn it is, when a client's habit is waited for, and with which words."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.calendar import WorkCalendar
from domain.errors import PastMomentError, ProzvonError
from domain.ladder import DunningLevel

LONGEST_SILENCE = 184
ANSWER_DAYS = 5
ASK_AGAIN_DAYS = 2
WAITING_FOR_HABIT = frozenset({DunningLevel.CHECK, DunningLevel.PROMISE})
STRICT = frozenset({DunningLevel.CLAIM, DunningLevel.LAWYER})


class SilenceTooLongError(ProzvonError):
    """A client may be left alone up to a day, not for ever; facts: day (the last allowed)."""

    code = "silence-too-long"


class Silence(StrEnum):
    """Why a client is not reminded, of the reasons offered as buttons."""

    AGREED = "agreed"
    PAPERS = "papers"
    LEAD = "lead"

    @property
    def key(self) -> str:
        """What is kept of it: a key of the catalogue, for each reader to see in one's own language."""
        return f"silence-{self}"


TAKEN = "silence-taken"
PRESET = frozenset({TAKEN, *(why.key for why in Silence)})


class Way(StrEnum):
    """Said on the phone, or written."""

    SAY = "say"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Variant:
    """A key of the catalogue: `dunning-say-lead-2`."""

    way: Way
    level: DunningLevel
    number: int

    @property
    def key(self) -> str:
        return f"dunning-{self.way}-{self.level}-{self.number}"


VARIANTS = 2


def variant(way: Way, level: DunningLevel, page: int) -> Variant:
    """The variants of a step in turn, the first of them on page 0."""
    return Variant(way, level, page % VARIANTS + 1)


def waits_for_habit(level: DunningLevel, today: date, pays_on: int | None, calendar: WorkCalendar) -> bool:
    """Whether a client that pays on one weekday (0 is Monday) has that day of this week still ahead, or it is today.

    Only on the first two steps after the term: whoever is three days late is asked at once.
    """
    if pays_on is None or level not in WAITING_FOR_HABIT:
        return False
    usual = today + timedelta(days=pays_on - today.weekday())
    return calendar.on_or_after(usual) >= today


def check_silence(until: date, today: date) -> None:
    """`until` is the last day on which the client is left alone. Raises `PastMomentError`, `SilenceTooLongError`."""
    if until < today:
        raise PastMomentError(day=until)
    longest = today + timedelta(days=LONGEST_SILENCE)
    if until > longest:
        raise SilenceTooLongError(day=longest)


def is_silent(until: date | None, today: date) -> bool:
    return until is not None and until >= today
