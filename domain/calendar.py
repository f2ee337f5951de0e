"""The Russian production calendar: holidays, transferred days off, transferred working Saturdays.

Source: Labour Code of the Russian Federation, articles 111-112, and the yearly government decrees on transfers, as carried
by the package `holidays`: 2025 (No. 1335 of 04.10.2024), 2026 (No. 1466 of 24.09.2025) and 2027 are complete in it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from domain.periods import each_day

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    """The company's own days, also for a decree newer than the installed `holidays`."""

    country: str = "RU"
    days_off: tuple[date, ...] = ()
    working_days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class _Year:
    days_off: frozenset[date]
    working_weekends: frozenset[date]


class WorkCalendar:
    """Working days of a country, a company or a person.

    Days are plain local dates. In one layer a day off beats a working day; a person's own days beat the company's.
    """

    __slots__ = ("_country", "_days_off", "_working_days", "_years")

    def __init__(
        self, *, days_off: Iterable[date] = (), working_days: Iterable[date] = (), country: str = "RU"
    ) -> None:
        self._country = country
        self._days_off = frozenset(days_off)
        self._working_days = frozenset(working_days) - self._days_off
        self._years: dict[int, _Year] = {}

    @classmethod
    def from_settings(cls, settings: CalendarSettings) -> Self:
        return cls(days_off=settings.days_off, working_days=settings.working_days, country=settings.country)

    def for_person(
        self, *, days_off: Iterable[date] = (), working_days: Iterable[date] = ()
    ) -> "WorkCalendar":
        """The same calendar with a person's own days; cheap, the years already read are shared."""
        off = frozenset(days_off)
        working = frozenset(working_days) - off
        person = WorkCalendar(
            days_off=(self._days_off - working) | off,
            working_days=(self._working_days - off) | working,
            country=self._country,
        )
        person._years = self._years
        return person

    def load(self, *years: int) -> None:
        """Read these years now: the first one costs about 0.2 s, better spent at the start than in a turn."""
        for year in years:
            self._year(year)

    def is_working(self, day: date) -> bool:
        if day in self._days_off:
            return False
        if day in self._working_days:
            return True
        year = self._year(day.year)
        if day.weekday() >= SATURDAY:
            return day in year.working_weekends
        return day not in year.days_off

    def next_working(self, day: date) -> date:
        """The first working day strictly after `day`."""
        day += ONE_DAY
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def previous_working(self, day: date) -> date:
        """The last working day strictly before `day`."""
        day -= ONE_DAY
        while not self.is_working(day):
            day -= ONE_DAY
        return day

    def on_or_after(self, day: date) -> date:
        return day if self.is_working(day) else self.next_working(day)

    def on_or_before(self, day: date) -> date:
        return day if self.is_working(day) else self.previous_working(day)

    def add(self, day: date, count: int) -> date:
        """`count` working days later (earlier when negative); 0 gives the first working day on or after `day`."""
        if count == 0:
            return self.on_or_after(day)
        step = self.next_working if count > 0 else self.previous_working
        for _ in range(abs(count)):
            day = step(day)
        return day

    def working_days(self, start: date, end: date) -> list[date]:
        """Working days from `start` to `end`, both included, ascending."""
        return [day for day in each_day(start, end) if self.is_working(day)]

    def _year(self, number: int) -> _Year:
        known = self._years.get(number)
        if known is None:
            known = self._years[number] = self._read(number)
        return known

    def _read(self, number: int) -> _Year:
        from holidays import country_holidays

        country = country_holidays(self._country, years=number)
        return _Year(frozenset(country), frozenset(getattr(country, "weekend_workdays", ())))
