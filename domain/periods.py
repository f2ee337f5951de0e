"""Months, weeks and moments: the small arithmetic that several rules share."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo

MONTHS_IN_YEAR = 12
DAYS_IN_WEEK = 7


def each_day(start: date, end: date) -> Iterator[date]:
    """Days from `start` to `end`, both included; nothing when `end` is earlier."""
    for offset in range((end - start).days + 1):
        yield start + timedelta(days=offset)


def month_start(day: date) -> date:
    return day.replace(day=1)


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day when it is shorter."""
    index = day.year * MONTHS_IN_YEAR + day.month - 1 + months
    year, month = divmod(index, MONTHS_IN_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week_start(day: date) -> date:
    return day - timedelta(days=day.weekday())


def next_weekday(day: date, weekday: int) -> date:
    """The first such weekday (Monday is 0) strictly after `day`."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % DAYS_IN_WEEK + 1)


def later(at: datetime, by: timedelta) -> datetime:
    """`at` plus real elapsed time, in the same zone: a change of the clocks between is counted."""
    return (at.astimezone(UTC) + by).astimezone(at.tzinfo)


def at_local(day: date, clock: time, zone: tzinfo | datetime) -> datetime:
    """The local moment `clock` of `day` in a zone, or in that of an aware moment."""
    return datetime.combine(day, clock, tzinfo=zone.tzinfo if isinstance(zone, datetime) else zone)
