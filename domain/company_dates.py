"""Dates of a company: its foundation, and years of working together counted from its first order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from domain.occasions import BirthDate, OccasionSettings, occurrence_in

TOGETHER_STEP: Final = 5
TOGETHER_FIRST: Final = 1


class CompanyOccasion(StrEnum):
    """Codes under which storage keeps what was said."""

    FOUNDED = "founded"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class CompanyDates:
    """Each part of the foundation may be unknown; without a day and a month nothing is announced."""

    founded_day: int | None = None
    founded_month: int | None = None
    founded_year: int | None = None
    first_order_day: date | None = None


@dataclass(frozen=True, slots=True)
class CompanyDay:
    """One coming round; `years` only where the year is known. `jubilee`: a round number of them."""

    occasion: CompanyOccasion
    day: date
    years: int | None
    jubilee: bool


def company_days(
    dates: CompanyDates, start: date, end: date, settings: OccasionSettings
) -> tuple[CompanyDay, ...]:
    """What comes from `start` to `end`, both included, by day.

    The foundation comes round every year; working together after 1, 5, 10, 15 … years. 29 February by the rule for birthdays.
    """
    found = [
        each
        for year in range(start.year, end.year + 1)
        for each in _of_year(dates, year, settings)
        if start <= each.day <= end
    ]
    return tuple(sorted(found, key=lambda each: each.day))


def years_together(first_order_day: date, today: date) -> int:
    """Full years since the first order: «пять лет работаем вместе» from the very day on."""
    anniversary_to_come = (today.month, today.day) < (first_order_day.month, first_order_day.day)
    return today.year - first_order_day.year - anniversary_to_come


def _of_year(dates: CompanyDates, year: int, settings: OccasionSettings) -> Iterator[CompanyDay]:
    if dates.founded_day and dates.founded_month:
        years = year - dates.founded_year if dates.founded_year else None
        if years is None or years > 0:
            day = _day(dates.founded_month, dates.founded_day, year, settings)
            jubilee = years is not None and years % settings.jubilee_step == 0
            yield CompanyDay(CompanyOccasion.FOUNDED, day, years, jubilee)
    # 1 January is the year alone, «работаем с 2015»: the day of it nobody knows.
    if dates.first_order_day and (dates.first_order_day.month, dates.first_order_day.day) != (1, 1):
        years = year - dates.first_order_day.year
        if years == TOGETHER_FIRST or (years > 0 and years % TOGETHER_STEP == 0):
            day = _day(dates.first_order_day.month, dates.first_order_day.day, year, settings)
            yield CompanyDay(CompanyOccasion.TOGETHER, day, years, years != TOGETHER_FIRST)


def _day(month: int, day: int, year: int, settings: OccasionSettings) -> date:
    return occurrence_in(BirthDate(month, day), year, settings).day
