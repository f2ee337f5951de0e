"""Dates and times offered as buttons, so that a next contact costs one tap."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from domain.calendar import WorkCalendar
from domain.periods import add_months, at_local, next_weekday

CLOCKS = (time(9), time(10), time(11), time(12), time(14), time(15), time(16), time(17))


class DateChoiceKind(StrEnum):
    TODAY = "today"
    TOMORROW = "tomorrow"
    DAY_AFTER = "day_after"
    NEXT_WORKING = "next_working"
    NEXT_MONDAY = "next_monday"
    IN_WEEK = "in_week"
    IN_MONTH = "in_month"
    BY_RHYTHM = "by_rhythm"


@dataclass(frozen=True, slots=True)
class DateChoice:
    """One button: the day it stands for is always a working day. `suggested` marks the client's own rhythm."""

    kind: DateChoiceKind
    day: date
    suggested: bool = False


def date_choices(
    today: date, calendar: WorkCalendar, *, suggested: date | None = None, with_today: bool = False
) -> tuple[DateChoice, ...]:
    """Choices for «when», ascending, each day once.

    A choice whose name would not be true (tomorrow is a day off) is left out; the next working day is then offered under its
    own kind. `suggested` in the past is taken as the next working day.
    """
    by_rhythm = (
        None if suggested is None else calendar.on_or_after(max(suggested, calendar.next_working(today)))
    )
    choices: dict[date, DateChoiceKind] = {}
    for kind, day in _offers(today, calendar, with_today=with_today):
        choices.setdefault(day, kind)
    if by_rhythm is not None:
        choices.setdefault(by_rhythm, DateChoiceKind.BY_RHYTHM)
    return tuple(DateChoice(choices[day], day, day == by_rhythm) for day in sorted(choices))


def _offers(
    today: date, calendar: WorkCalendar, *, with_today: bool
) -> Iterable[tuple[DateChoiceKind, date]]:
    tomorrow, day_after = today + timedelta(days=1), today + timedelta(days=2)
    monday = next_weekday(today, 0)
    exact = [
        (DateChoiceKind.TODAY, today, with_today),
        (DateChoiceKind.TOMORROW, tomorrow, True),
        (DateChoiceKind.DAY_AFTER, day_after, True),
        (DateChoiceKind.NEXT_MONDAY, monday, True),
    ]
    yield from ((kind, day) for kind, day, wanted in exact if wanted and calendar.is_working(day))
    yield DateChoiceKind.NEXT_WORKING, calendar.next_working(today)
    yield DateChoiceKind.IN_WEEK, calendar.on_or_after(today + timedelta(days=7))
    yield DateChoiceKind.IN_MONTH, calendar.on_or_after(add_months(today, 1))


def time_choices(day: date, now: datetime, clocks: tuple[time, ...] = CLOCKS) -> tuple[time, ...]:
    """Hours offered on `day`: all of them, or on the day of `now` (aware, local) those still ahead."""
    return tuple(clock for clock in clocks if at_local(day, clock, now) > now)
