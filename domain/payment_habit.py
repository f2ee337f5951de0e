"""The weekday on which a client pays: «платит по средам»."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

FEWEST = 4
PERCENT = 60


def find_weekday(days: Iterable[date]) -> int | None:
    """0 is Monday; None before four days of payment, or where less than 60 % of them are of one weekday.

    Several payments of one day are one.
    """
    weekdays = Counter(day.weekday() for day in set(days))
    if weekdays.total() < FEWEST:
        return None
    weekday, count = min(weekdays.items(), key=lambda one: (-one[1], one[0]))
    return weekday if count * 100 >= weekdays.total() * PERCENT else None
