"""Dates and times offered as buttons, so that a next contact costs one tap."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from domain.best_hour import BestHour
from domain.calendar import WorkCalendar
from domain.outcomes import CallSettings
from domain.periods import add_months, at_local, later, next_weekday

CLOCKS = (time(9), time(10), time(11), time(12), time(14), time(15), time(16), time(17))
SOON = timedelta(hours=2)
AFTERNOON = time(15)


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


def delivery_choices(today: date, calendar: WorkCalendar, *, count: int = 6) -> tuple[DateChoice, ...]:
    """The working days that come next, today with them: goods are not promised for next month."""
    named = {
        today: DateChoiceKind.TODAY,
        today + timedelta(days=1): DateChoiceKind.TOMORROW,
        today + timedelta(days=2): DateChoiceKind.DAY_AFTER,
    }
    days = [calendar.on_or_after(today)]
    while len(days) < count:
        days.append(calendar.next_working(days[-1]))
    return tuple(DateChoice(named.get(day, DateChoiceKind.NEXT_WORKING), day) for day in days)


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


@dataclass(frozen=True, slots=True)
class MomentChoice:
    """One button: a local day and hour. `soon` is two hours from now; `suggested` marks the client's own rhythm or best hour."""

    day: date
    clock: time
    soon: bool = False
    suggested: bool = False


def moment_choices(
    now: datetime,
    calendar: WorkCalendar,
    settings: CallSettings,
    *,
    best: BestHour | None = None,
    suggested: date | None = None,
) -> tuple[MomentChoice, ...]:
    """Day and hour at once, ascending, each moment once: today in two hours, then on working days ahead.

    `now` is aware and local. The best hour joins the next working day, and is that of the suggested day.
    """
    today, morning = now.date(), best.clock if best else settings.morning_at
    tomorrow = calendar.next_working(today)
    found: dict[tuple[date, time], MomentChoice] = {}

    def offer(day: date, clock: time, *, soon: bool = False, starred: bool = False) -> None:
        found[day, clock] = MomentChoice(day, clock, soon=soon, suggested=starred)

    for day, clock in (
        (tomorrow, settings.morning_at),
        (tomorrow, AFTERNOON),
        (calendar.on_or_after(next_weekday(tomorrow, 0)), morning),
    ):
        offer(day, clock)
    if best is not None:
        offer(tomorrow, best.clock, starred=True)
    if suggested is not None:
        offer(calendar.on_or_after(max(suggested, tomorrow)), morning, starred=True)
    soon = later(now, SOON).replace(second=0, microsecond=0)
    if calendar.is_working(today) and soon < at_local(today, settings.day_end, now):
        offer(today, soon.time(), soon=True)
    return tuple(found[key] for key in sorted(found))


def clocks_by_habit(clocks: tuple[time, ...], best: BestHour | None) -> tuple[time | None, tuple[time, ...]]:
    """The hour to be starred, if any, and all the hours with it in front."""
    starred = next((clock for clock in clocks if best and best.start <= clock.hour < best.end), None)
    rest = tuple(clock for clock in clocks if clock != starred)
    return starred, (starred, *rest) if starred else rest
