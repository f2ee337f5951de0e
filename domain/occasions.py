"""Birthdays: dates that may lack a year, and the days on which a manager hears of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Generic, TypeVar

from domain.calendar import WorkCalendar
from domain.errors import InvalidBirthDateError

FEBRUARY: Final = 2
LEAP_DAY: Final = 29
LEAP_YEAR: Final = 2000
EARLIEST_YEAR: Final = 1900
# (day or None, month, year or None): what somebody said of a birthday, before it is checked
Birth = tuple[int | None, int, int | None]

K = TypeVar("K")


class LeapDayRule(StrEnum):
    """When somebody born on 29 February is congratulated in a common year."""

    FEBRUARY_28 = "feb28"
    MARCH_1 = "mar1"


class NoticeKind(StrEnum):
    """When an occasion is told of: a month ahead where a present is due, a week ahead, on the eve, on its day, belatedly."""

    GIFT = "gift"
    AHEAD = "ahead"
    EVE = "eve"
    DAY = "day"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class OccasionSettings:
    """`gift_days` and `days_ahead` in calendar days, `eve_days` in working days. `gift_limit` in kopecks: above it the lead is asked.

    `vip_classes` are the classes whose director or buyer is a VIP where nobody has said otherwise. `mail_link` opens a new letter in
    the company's web mail, with {to}, {subject} and {body}; empty: no such button.
    """

    leap_day: LeapDayRule = LeapDayRule.FEBRUARY_28
    days_ahead: int = 7
    eve_days: int = 1
    gift_days: int = 30
    gift_limit: int = 300_000
    vip_classes: tuple[str, ...] = ("A",)
    mail_link: str = "https://mail.google.com/mail/?view=cm&to={to}&su={subject}&body={body}"
    jubilee_step: int = 5
    jubilee_from: int = 20
    on_days_off: bool = False


@dataclass(frozen=True, slots=True, order=True)
class BirthDate:
    """A day and month that exist together, with the year where it is known. Raises InvalidBirthDateError."""

    month: int
    day: int
    year: int | None = None

    def __post_init__(self) -> None:
        try:
            date(LEAP_YEAR if self.year is None else self.year, self.month, self.day)
        except ValueError:
            raise InvalidBirthDateError(day=self.day, month=self.month, year=self.year) from None
        if self.year is not None and self.year < EARLIEST_YEAR:
            raise InvalidBirthDateError(day=self.day, month=self.month, year=self.year)

    @classmethod
    def of(cls, day: date, *, with_year: bool = True) -> "BirthDate":
        return cls(day.month, day.day, day.year if with_year else None)


@dataclass(frozen=True, slots=True)
class BirthMonth:
    """A birthday of which the day is not known: never announced, asked for when its month begins. Raises InvalidBirthDateError."""

    month: int
    year: int | None = None

    def __post_init__(self) -> None:
        BirthDate(self.month, 1, self.year)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One coming round of a birthday; `age` only where the year of birth is known."""

    day: date
    age: int | None
    jubilee: bool


@dataclass(frozen=True, slots=True)
class Upcoming(Generic[K]):
    """One person's occurrence in a window, under the key it was given with."""

    key: K
    occurrence: Occurrence
    days_left: int


def check_birth_date(birth: BirthDate, today: date) -> None:
    """Raises InvalidBirthDateError for a day of birth after `today`: nobody is born tomorrow."""
    if birth.year is not None and date(birth.year, birth.month, birth.day) > today:
        raise InvalidBirthDateError(day=birth.day, month=birth.month, year=birth.year)


def make_birth(birth: Birth, today: date) -> BirthDate | BirthMonth:
    """What was said of a birthday, as a value. Raises InvalidBirthDateError for what is not in the calendar or lies ahead."""
    day, month, year = birth
    check_birth_date(BirthDate(month, day or 1, year), today)
    return BirthMonth(month, year) if day is None else BirthDate(month, day, year)


def is_birth(birth: Birth) -> bool:
    """Whether the calendar has such a day of birth."""
    day, month, year = birth
    try:
        BirthDate(month, 1 if day is None else day, year)
    except InvalidBirthDateError:
        return False
    return True


def told_better(before: Birth | None, said: Birth) -> Birth:
    """`said` with what it leaves open and `before`, of the same month, knows: a vaguer word takes no day and no year away."""
    if before is None or before[1] != said[1]:
        return said
    day, month, year = said
    day = before[0] if day is None else day
    fuller = (day, month, before[2] if year is None else year)
    return fuller if is_birth(fuller) else (day, month, year)


def occurrence_in(birth: BirthDate, year: int, settings: OccasionSettings) -> Occurrence:
    """The birthday of that year, by the rule for 29 February."""
    try:
        day = date(year, birth.month, birth.day)
    except ValueError:
        day = date(year, FEBRUARY, LEAP_DAY - 1)
        if settings.leap_day is LeapDayRule.MARCH_1:
            day += timedelta(days=1)
    age = None if birth.year is None else year - birth.year
    jubilee = age is not None and age >= settings.jubilee_from and age % settings.jubilee_step == 0
    return Occurrence(day, age, jubilee)


def next_occurrence(birth: BirthDate, start: date, settings: OccasionSettings) -> Occurrence:
    """The first birthday on or after `start`."""
    this_year = occurrence_in(birth, start.year, settings)
    return this_year if this_year.day >= start else occurrence_in(birth, start.year + 1, settings)


def greeting_day(day: date, calendar: WorkCalendar) -> date:
    """The working day on which a birthday stands in the call list: its own, or the last one before."""
    return calendar.on_or_before(day)


def upcoming(
    people: Iterable[tuple[K, BirthDate]], start: date, days: int, settings: OccasionSettings
) -> list[Upcoming[K]]:
    """Birthdays from `start` through `days` days later, both included, the nearest first, then in the order given."""
    end = start + timedelta(days=days)
    found = [
        Upcoming(key, occurrence, (occurrence.day - start).days)
        for key, birth in people
        for occurrence in _between(birth, start, end, settings)
    ]
    return sorted(found, key=lambda each: each.days_left)


def month_days(start: date, days: int, settings: OccasionSettings) -> set[tuple[int, int]]:
    """Every (month, day) of birth that has a birthday in the window: what storage looks birthdays up by."""
    end = start + timedelta(days=days)
    found = set()
    leap = BirthDate(FEBRUARY, LEAP_DAY)
    day = start
    while day <= end:
        found.add((day.month, day.day))
        day += timedelta(days=1)
    if any(True for _ in _between(leap, start, end, settings)):
        found.add((FEBRUARY, LEAP_DAY))
    return found


def debt_call_day(
    day: date, birthdays: Iterable[BirthDate], calendar: WorkCalendar, settings: OccasionSettings
) -> date:
    """The day of a debt call, moved by working days off the birthdays of that client's people."""
    births = tuple(birthdays)
    while any(occurrence_in(birth, day.year, settings).day == day for birth in births):
        day = calendar.next_working(day)
    return day


def _between(birth: BirthDate, start: date, end: date, settings: OccasionSettings) -> Iterator[Occurrence]:
    for year in range(start.year, end.year + 1):
        occurrence = occurrence_in(birth, year, settings)
        if start <= occurrence.day <= end:
            yield occurrence
