"""The rhythm of orders on the client's row: the facts, kept by the turn that changes an order, and what they say on a day."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final

from domain.calendar import WorkCalendar
from domain.rhythm import (
    Activity,
    Pause,
    Rhythm,
    find_activity,
    find_pauses,
    find_quiet,
    find_rhythm,
    order_chance,
    rhythm_of,
)
from storage.clients import Client
from usecases.rules import Rules

FACTS: Final = (
    "last_order_day", "order_gap", "order_weekdays", "quiet_until", "activity_recent", "activity_settled",
)  # fmt: skip
# More than a year of an order every working day: what the silence of a year ago is looked up in.
DAYS_READ: Final = 280
WEEK: Final = 7


def facts_of(days: Sequence[date], rules: Rules) -> dict[str, Any]:
    """The values of `FACTS`, from the ascending days with orders; without an order there are none."""
    rhythm, quiet = None, None
    if days:
        pauses = _pauses(rules.calendar, days[-1].year)
        rhythm = find_rhythm(days, days[-1], rules.rhythm, pauses=pauses)
        quiet = rhythm and find_quiet(days, rhythm.median_gap_days, rules.rhythm, pauses=pauses)
    activity = find_activity(days, rules.activity)
    return {
        "last_order_day": days[-1] if days else None,
        "order_gap": round(rhythm.median_gap_days) if rhythm else None,
        "order_weekdays": sum(1 << weekday for weekday in rhythm.weekdays) if rhythm else 0,
        "quiet_until": quiet,
        "activity_recent": activity.recent if activity else None,
        "activity_settled": activity.settled if activity else None,
    }


def find_rhythm_on(client: Client, day: date, rules: Rules) -> Rhythm | None:
    """None where the history is too short to speak of a rhythm."""
    if not client.order_gap or client.last_order_day is None:
        return None
    return rhythm_of(
        client.order_gap,
        client.last_order_day,
        day,
        rules.rhythm,
        weekdays=_weekdays(client.order_weekdays),
        quiet_until=client.quiet_until,
        pauses=_pauses(rules.calendar, day.year),
    )


def find_late(client: Client, day: date, rules: Rules) -> Rhythm | None:
    """The rhythm of a client that may be called for its order; None while not even the days of pauses would make it late."""
    if not client.order_gap or client.last_order_day is None:
        return None
    late = (day - client.last_order_day).days >= rules.ranking.rhythm_ratio * client.order_gap
    return find_rhythm_on(client, day, rules) if late else None


def chance_of(client: Client, day: date, rules: Rules) -> float:
    """How likely an order is within a week from `day`; 0 where none is known."""
    if client.last_order_day is None or client.activity_recent is None or client.activity_settled is None:
        return 0.0
    activity = Activity(client.last_order_day, client.activity_recent, client.activity_settled)
    return order_chance(activity, day, WEEK, rules.activity)


@lru_cache(maxsize=WEEK * 20)
def _weekdays(mask: int) -> frozenset[int]:
    return frozenset(weekday for weekday in range(WEEK) if mask >> weekday & 1)


@lru_cache(maxsize=8)
def _pauses(calendar: WorkCalendar, year: int) -> tuple[Pause, ...]:
    """Those of the three winters before a day of `year` and of the one after, from summer to summer so that none is cut."""
    return find_pauses(calendar, date(year - 3, 7, 1), date(year + 1, 6, 30))
