"""«с 1.12 до 15.12», «10–12 марта», «до конца месяца»: from when until when, as people type it."""

import re
from datetime import date, timedelta
from typing import Final

from capture.answers import read_day
from domain.calendar import WorkCalendar
from domain.periods import add_months

_DASH: Final = re.compile(r"\s*[-–—]\s*")
_FROM: Final = re.compile(r"^\s*(?:с|со|from)\s+", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\s+(?:до|по|until|till|to)\s+", re.IGNORECASE)
_ONLY_UNTIL: Final = re.compile(r"^\s*(?:до|по|until|till)\s+", re.IGNORECASE)
_DAYS: Final = re.compile(
    r"^\s*(?:с\s+|from\s+)?(\d{1,2})\s*(?:[-–—]|\s(?:по|до|to)\s)\s*(\d{1,2})([.\s].+)$", re.IGNORECASE
)
_FOR: Final = re.compile(r"^\s*(?:на\s+)?(?:(\d{1,2})\s+)?(день|дн\w*|недел\w*|месяц\w*|days?|weeks?|months?)\s*$", re.IGNORECASE)  # fmt: skip
_BEGINNING_FOR: Final = re.compile(
    r"^\s*(?:с\s+|со\s+|from\s+)?(.+?)\s+(?:на|for)\s+(?:(\d{1,2})\s+)?(день|дн\w*|недел\w*|месяц\w*|days?|weeks?|months?)\s*$",
    re.IGNORECASE,
)
WEEK: Final = 7


def read_span(text: str, today: date, calendar: WorkCalendar) -> tuple[date, date] | None:
    """The first and the last day, both included; an end alone begins today, a single day is both. None for anything else."""
    counted = _FOR.match(text)
    if counted is not None:
        return today, _after(today, int(counted[1] or 1), counted[2].casefold())
    if _ONLY_UNTIL.match(text):
        end = read_day(text, today, calendar)
        return None if end is None else (today, end)
    days = _DAYS.match(text)
    if days is not None:
        return _pair(f"{days[1]}{days[3]}", f"{days[2]}{days[3]}", today, calendar)
    plain = _FROM.sub("", text)
    for mark in (_UNTIL, _DASH):
        parts = mark.split(plain)
        if len(parts) == 2:  # noqa: PLR2004
            return _pair(parts[0], parts[1], today, calendar)
    day = read_day(plain, today, calendar)
    return None if day is None else (day, day)


def read_days_off(text: str, today: date, calendar: WorkCalendar) -> tuple[date, date] | None:
    """The same of days that are counted: «на 3 дня» is today and two more, «с 25.11 на неделю» ends on the seventh."""
    if _FOR.match(text):
        return read_days_off(f"{today:%d.%m.%Y} на {text.strip().removeprefix('на ')}", today, calendar)
    counted = _BEGINNING_FOR.match(text)
    start = read_day(counted[1], today, calendar) if counted else None
    if counted is None or start is None:
        return read_span(text, today, calendar)
    return start, _after(start, int(counted[2] or 1), counted[3].casefold()) - timedelta(days=1)


def _pair(first: str, last: str, today: date, calendar: WorkCalendar) -> tuple[date, date] | None:
    start, end = read_day(first, today, calendar), read_day(last, today, calendar)
    if start is None or end is None:
        return None
    # «с 20.11» said on the 23rd is the day that has passed: what ends soon has begun already
    if start > end and add_months(start, -12) <= end:
        start = add_months(start, -12)
    return start, end


def _after(today: date, count: int, unit: str) -> date:
    if unit.startswith(("мес", "month")):
        return add_months(today, count)
    return today + timedelta(days=count * (WEEK if unit.startswith(("нед", "week")) else 1))
