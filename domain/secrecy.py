"""What of the company's secrets may leave a chat, and which look-ups and exports are unusual for a person."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from math import ceil
from statistics import median
from typing import Final

from domain.calendar import WorkCalendar


class Protection(StrEnum):
    """Which messages Telegram lets nobody forward or save.

    `clients`: what carries clients' data; a paper, a link or a text that is meant to be passed on may be.
    """

    OFF = "off"
    CLIENTS = "clients"
    ALL = "all"


class AlarmKind(StrEnum):
    CARDS = "cards"
    HOUR = "hour"
    SEARCHES = "searches"
    FILES = "files"
    NIGHT = "night"


class AlarmState(StrEnum):
    OPEN = "open"
    ASKED = "asked"
    CLOSED = "closed"
    FINE = "fine"


class JournalKind(StrEnum):
    """What a journal shows: look-ups, exports, changes, what was done in somebody's place."""

    LOOKS = "looks"
    EXPORTS = "exports"
    CHANGES = "changes"
    STANDING_IN = "standing_in"


# Files that are made to be passed on; a kind that is not among them is a table of the company's.
PAPERS: Final = frozenset(
    {
        "order_form", "order_pdf", "act_pdf", "act_xlsx", "claim_act", "claim_act_xlsx", "week_ics", "sample",
        "import_problems", "report", "report_template", "report_fields", "attestation",
    }
)  # fmt: skip
# A calendar is of use only where it can be saved: never protected, and watched all the same.
SAVED: Final = PAPERS | {"occasions_ics"}


@dataclass(frozen=True, slots=True)
class SecrecySettings:
    """Days are working ones; a floor is what nobody is spoken of for; `factor` multiplies a person's own usual day."""

    keep_days: int = 90
    usual_days: int = 20
    factor: float = 3.0
    cards_a_day: int = 30
    cards_an_hour: int = 15
    newcomer_days: int = 5
    newcomer_cards: int = 60
    lead_cards: int = 100
    searches: int = 25
    files_a_day: int = 5
    day_start: time = time(7, 0)
    day_end: time = time(22, 0)

    def __post_init__(self) -> None:
        """Raises `ValueError`."""
        if self.factor < 1:
            raise ValueError("factor: from 1 on")
        least = (
            self.keep_days,
            self.usual_days,
            self.cards_a_day,
            self.cards_an_hour,
            self.searches,
            self.files_a_day,
        )
        if min(least) < 1:
            raise ValueError("keep_days, usual_days, cards, searches and files: from 1 on")
        if self.day_start >= self.day_end:
            raise ValueError("day_start: before day_end")


def usual_of(history: Sequence[int]) -> int:
    """A person's own usual day: the median, rounded up; 0 where nothing is known."""
    return ceil(median(history)) if history else 0


def known_days(
    counts: dict[date, int], today: date, settings: SecrecySettings, calendar: WorkCalendar
) -> list[int]:
    """Counts of the last working days before today, since the person was first seen; a day without any is 0."""
    if not counts:
        return []
    day = today
    found: list[int] = []
    while len(found) < settings.usual_days:
        day = calendar.previous_working(day)
        if day < min(counts):
            break
        found.append(counts.get(day, 0))
    return found


def cards_limit(settings: SecrecySettings, history: Sequence[int], *, manager: bool, bases: int = 1) -> int:
    """How many cards beside list and plan a day may see; `bases`: own clients, and those of whom one stands in for.

    Somebody of whom little is known is learning the base; a lead looks at a whole team.
    """
    if not manager:
        floor = settings.lead_cards
    elif len(history) < settings.newcomer_days:
        floor = max(settings.newcomer_cards, settings.cards_a_day)
    else:
        floor = settings.cards_a_day
    return max(floor, ceil(usual_of(history) * settings.factor)) * max(bases, 1)


def hour_limit(settings: SecrecySettings, day_limit: int) -> int:
    """Of one hour: half of what the day may see, and never less than the floor of an hour."""
    return max(settings.cards_an_hour, day_limit // 2)


def files_limit(settings: SecrecySettings, history: Sequence[int]) -> int:
    return max(settings.files_a_day, ceil(usual_of(history) * settings.factor))


def is_off_hours(local: datetime, settings: SecrecySettings, calendar: WorkCalendar) -> bool:
    return not (settings.day_start <= local.time() < settings.day_end and calendar.is_working(local.date()))


def is_table(kind: str) -> bool:
    """Whether a file of this kind is a table of the company's, not a paper to be passed on."""
    return kind not in PAPERS


def is_guarded(protection: Protection, *, passed_on: bool) -> bool:
    """Whether a message is protected; `passed_on`: it holds no client's data, or is meant for somebody outside."""
    return protection is Protection.ALL or (protection is Protection.CLIENTS and not passed_on)


def may_alarm(kind: AlarmKind, said: Collection[tuple[str, str]]) -> bool:
    """Once a day for each kind (`said`: kinds with their states), and no more that day once somebody said all is well."""
    return all(kind != one and state != AlarmState.FINE for one, state in said)
