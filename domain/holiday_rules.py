"""On which day of a year a holiday falls, said as the data file says it.

22.12                        a day and a month
4 saturday july              the fourth, even where there are five
last sunday august           last-but-one sunday june
day 256                      of the year
friday before 9.11           the nearest one strictly before
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, TypeAlias

WEEK: Final = 7
COMMON_YEAR: Final = 2001
RULES_KNOWN: Final = 256
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
PLACES: Final = {"1": 1, "2": 2, "3": 3, "4": 4, "last": -1, "last-but-one": -2}
_FIXED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})")
_WEEKDAY: Final = re.compile(rf"({'|'.join(PLACES)}) ({'|'.join(WEEKDAYS)}) ({'|'.join(MONTHS)})")
_OF_YEAR: Final = re.compile(r"day (\d{1,3})")
_BEFORE: Final = re.compile(rf"({'|'.join(WEEKDAYS)}) before (\d{{1,2}})\.(\d{{1,2}})")


@dataclass(frozen=True, slots=True)
class FixedDay:
    month: int
    day: int

    def __post_init__(self) -> None:
        date(COMMON_YEAR, self.month, self.day)

    def in_year(self, year: int) -> date:
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class WeekdayOfMonth:
    """`place` counts from the beginning of the month, or from its end where it is negative; Monday is 0."""

    place: int
    weekday: int
    month: int

    def in_year(self, year: int) -> date:
        if self.place > 0:
            first = date(year, self.month, 1)
            return first + timedelta((self.weekday - first.weekday()) % WEEK + WEEK * (self.place - 1))
        end = date(year + self.month // 12, self.month % 12 + 1, 1) - timedelta(1)
        return end - timedelta((end.weekday() - self.weekday) % WEEK - WEEK * (self.place + 1))


@dataclass(frozen=True, slots=True)
class DayOfYear:
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 365:  # noqa: PLR2004
            raise ValueError(f"no such day in every year: {self.number}")

    def in_year(self, year: int) -> date:
        return date(year, 1, 1) + timedelta(self.number - 1)


@dataclass(frozen=True, slots=True)
class WeekdayBefore:
    weekday: int
    than: FixedDay

    def in_year(self, year: int) -> date:
        eve = self.than.in_year(year) - timedelta(1)
        return eve - timedelta((eve.weekday() - self.weekday) % WEEK)


HolidayRule: TypeAlias = FixedDay | WeekdayOfMonth | DayOfYear | WeekdayBefore


@lru_cache(maxsize=RULES_KNOWN)
def parse_rule(text: str) -> HolidayRule:
    """Raises ValueError where the text is no rule or names a day that some year lacks (30.02, 29.02)."""
    if found := _FIXED.fullmatch(text):
        return FixedDay(int(found[2]), int(found[1]))
    if found := _WEEKDAY.fullmatch(text):
        return WeekdayOfMonth(PLACES[found[1]], WEEKDAYS.index(found[2]), MONTHS.index(found[3]) + 1)
    if found := _OF_YEAR.fullmatch(text):
        return DayOfYear(int(found[1]))
    if found := _BEFORE.fullmatch(text):
        return WeekdayBefore(WEEKDAYS.index(found[1]), FixedDay(int(found[3]), int(found[2])))
    raise ValueError(f"no rule of a holiday: {text!r}")
