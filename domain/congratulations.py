"""Whom to congratulate now, late and soon, and with which texts: what stands between the dates and the screens."""

from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from domain.calendar import WorkCalendar
from domain.occasions import (
    BirthDate,
    OccasionSettings,
    Occurrence,
    greeting_day,
    next_occurrence,
    occurrence_in,
)

BIRTHDAY: Final = "birthday"
LATE_WORKING_DAYS: Final = 5
WEEK: Final = 7
MONTH: Final = 30


class Way(StrEnum):
    """How somebody was congratulated."""

    MESSAGE = "message"
    CALL = "call"
    CARD = "card"
    GIFT = "gift"


class Section(StrEnum):
    """Where an occasion stands in the list."""

    LATE = "late"
    NOW = "now"
    WEEK = "week"
    MONTH = "month"


class Moment(StrEnum):
    """When the text is read: on the day, before days off, or belated."""

    EARLY = "early"
    DAY = "day"
    LATE = "late"


@lru_cache(maxsize=64)
def late_since(today: date, calendar: WorkCalendar) -> date:
    """The earliest day whose birthday may still be made good for."""
    return calendar.add(today, -LATE_WORKING_DAYS)


def last_occurrence(birth: BirthDate, today: date, settings: OccasionSettings) -> Occurrence:
    """The last birthday before `today`."""
    this_year = occurrence_in(birth, today.year, settings)
    return this_year if this_year.day < today else occurrence_in(birth, today.year - 1, settings)


def current_occurrence(
    birth: BirthDate, today: date, calendar: WorkCalendar, settings: OccasionSettings
) -> Occurrence:
    """The birthday that a greeting is about: one just past as long as a belated word is in place, else the next."""
    last = last_occurrence(birth, today, settings)
    return last if last.day >= late_since(today, calendar) else next_occurrence(birth, today, settings)


def section_of(day: date, today: date, calendar: WorkCalendar) -> Section:
    if day < today:
        return Section.LATE
    if greeting_day(day, calendar) <= today:
        return Section.NOW
    return Section.WEEK if (day - today).days <= WEEK else Section.MONTH


def moment_of(day: date, today: date, calendar: WorkCalendar) -> Moment:
    """For the day on which the text will be sent: today, or the greeting day where that lies ahead."""
    if day < today:
        return Moment.LATE
    return Moment.EARLY if max(today, greeting_day(day, calendar)) < day else Moment.DAY
