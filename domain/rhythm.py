"""The client's own rhythm of orders: when the next one is expected, who is falling away, and how likely an order is.

Two questions, two answers. `find_rhythm` looks at the client's own gaps and says when to ask. `order_chance` weighs how often and
how lately was ordered and compares clients with one another. `docs/rhythm.md` has the method and what it was measured on.
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
from statistics import median
from typing import Final

from domain.calendar import WorkCalendar
from domain.periods import each_day

YEAR: Final = timedelta(weeks=52)
# Four orders in five on one weekday out of five come by chance for 3 clients in 100; two weekdays need twice the orders.
WEEKDAY_ORDERS: Final = 4
WEEKDAY_SHARE: Final = 0.8
MOST_WEEKDAYS: Final = 2
PAUSE_DAYS: Final = 5
NEAREST: Final = (0, 1, -1, 2, -2, 3, -3, 4, 5, 6)
Pause = tuple[date, date]


@dataclass(frozen=True, slots=True)
class RhythmSettings:
    """`recent_orders` bounds the history looked at; ratios are in the client's own median gaps."""

    min_orders: int = 3
    recent_orders: int = 12
    overdue_ratio: float = 1.5
    falling_ratio: float = 3.0
    slowing_ratio: float = 1.5


@dataclass(frozen=True, slots=True)
class ActivitySettings:
    """What `order_rate` multiplies; half-lives in days, `base_rate` in orders a day, weights not negative.

    `prior_orders` is what every client is credited with beside its own orders, so that one order does not decide. The figures were
    learnt by `python -m bench.rhythm --learn` on half of the CDNOW customers; a company may put in those of its own base.
    """

    recent_half_life: float = 21
    settled_half_life: float = 126
    recent_weight: float = 0.17
    settled_weight: float = 1.09
    prior_orders: float = 0.05
    base_rate: float = 0.0042


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`overdue_ratio` = days since the last order / median gap; 1 means that an order is expected today.

    Gap and ratio leave out the days of pauses, `days_since` does not. `weekdays` (Monday is 0) are empty where no habit shows.
    `quiet_until` is the day on which orders came again a year ago, while the same silence excuses this one: then nothing is overdue.
    """

    median_gap_days: float
    last_order: date
    days_since: int
    overdue_ratio: float
    overdue: bool
    falling_away: bool
    weekdays: frozenset[int] = frozenset()
    quiet_until: date | None = None
    pauses: Sequence[Pause] = ()

    @property
    def expected(self) -> date:
        """The day of the next order, on an own weekday; found when asked for, since a list of hundreds never asks."""
        day = self.quiet_until or _after(self.last_order, self.median_gap_days, self.pauses)
        return _on_weekday(day, self.last_order, self.weekdays)


@dataclass(frozen=True, slots=True)
class Activity:
    """A client's days with orders, counted on `last_order`: each weighs 1 on its own day and half after every half-life.

    Nothing changes it but an order, so it can stand on the client's row and be read on any later day.
    """

    last_order: date
    recent: float
    settled: float


def find_rhythm(
    orders: Sequence[date], today: date, settings: RhythmSettings, *, pauses: Sequence[Pause] = ()
) -> Rhythm | None:
    """The rhythm of ascending order dates, or None where history is too short to speak of one.

    Several orders of a day are one; the median keeps one holiday or one odd order from moving the rhythm. `pauses` are ascending
    stretches in which the company's clients rest, their first and last days included.
    """
    known = sorted(set(orders))
    days = known[-settings.recent_orders :]
    if len(days) < max(settings.min_orders, 2):
        return None
    gaps = [max(_open_days(left, right, pauses), 1) for left, right in pairwise(days)]
    gap = median(gaps)
    return rhythm_of(
        gap,
        days[-1],
        today,
        settings,
        slowing=_is_slowing(gaps, settings),
        weekdays=find_weekdays(days),
        quiet_until=find_quiet(known, gap, settings, pauses=pauses),
        pauses=pauses,
    )


def rhythm_of(
    gap: float,
    last_order: date,
    today: date,
    settings: RhythmSettings,
    *,
    slowing: bool = False,
    weekdays: frozenset[int] = frozenset(),
    quiet_until: date | None = None,
    pauses: Sequence[Pause] = (),
) -> Rhythm:
    """The same from the stored facts, a median gap in days (> 0) and the last order: what a list is ranked by."""
    ratio = _open_days(last_order, today, pauses) / gap
    late = ratio >= settings.overdue_ratio
    quiet = quiet_until if late and quiet_until is not None and today < quiet_until else None
    overdue = late and quiet is None
    return Rhythm(
        median_gap_days=gap,
        last_order=last_order,
        days_since=max((today - last_order).days, 0),
        overdue_ratio=ratio,
        overdue=overdue,
        falling_away=overdue and (ratio >= settings.falling_ratio or slowing),
        weekdays=weekdays,
        quiet_until=quiet,
        pauses=pauses,
    )


def find_weekdays(days: Sequence[date]) -> frozenset[int]:
    """The one or two weekdays on which four orders in five are made; empty where the orders are too few or go all over."""
    counts = Counter(day.weekday() for day in days)
    ranked = sorted(counts, key=lambda weekday: (-counts[weekday], weekday))
    for size in range(1, MOST_WEEKDAYS + 1):
        own = ranked[:size]
        covered = sum(counts[weekday] for weekday in own)
        if len(days) >= WEEKDAY_ORDERS * size and covered >= WEEKDAY_SHARE * len(days):
            return frozenset(own)
    return frozenset()


def find_quiet(
    days: Sequence[date], gap: float, settings: RhythmSettings, *, pauses: Sequence[Pause] = ()
) -> date | None:
    """When a silence that lasted on this calendar day a year ago ended, as a day of this year; `days` are ascending and not empty.

    The day asked about is the one on which the last order becomes overdue: who was silent long before has no such excuse. So
    nothing changes it but an order, and it can stand on the client's row.
    """
    limit = settings.overdue_ratio * gap
    then = _after(days[-1], limit, pauses) - YEAR
    at = bisect_right(days, then)
    if not 0 < at < len(days) or _open_days(days[at - 1], days[at], pauses) < limit:
        return None
    return days[at] + YEAR


def find_pauses(
    calendar: WorkCalendar, start: date, end: date, shortest: int = PAUSE_DAYS
) -> tuple[Pause, ...]:
    """Stretches of at least `shortest` days off running: in Russia the New Year holidays, not the weekends around a feast."""
    runs = [
        (off, list(days))
        for off, days in groupby(each_day(start, end), key=lambda day: not calendar.is_working(day))
    ]
    return tuple((days[0], days[-1]) for off, days in runs if off and len(days) >= shortest)


def find_activity(orders: Iterable[date], settings: ActivitySettings) -> Activity | None:
    """The activity of order dates in any order, several of a day being one; None without an order."""
    days = sorted(set(orders))
    if not days:
        return None
    recent, settled = 1.0, 1.0
    for left, right in pairwise(days):
        gap = (right - left).days
        recent = 1 + recent * math.exp2(-gap / settings.recent_half_life)
        settled = 1 + settled * math.exp2(-gap / settings.settled_half_life)
    return Activity(days[-1], recent, settled)


def order_rate(activity: Activity, today: date, settings: ActivitySettings) -> float:
    """Orders a day to be expected from `today` on: `base_rate` times a power of each decayed count.

    Never grows in silence, never falls with an order more.
    """
    silent = max((today - activity.last_order).days, 0)
    recent = activity.recent * math.exp2(-silent / settings.recent_half_life) + settings.prior_orders
    settled = activity.settled * math.exp2(-silent / settings.settled_half_life) + settings.prior_orders
    return (
        settings.base_rate
        * math.pow(recent, settings.recent_weight)
        * math.pow(settled, settings.settled_weight)
    )


def order_chance(activity: Activity, today: date, days: int, settings: ActivitySettings) -> float:
    """How likely at least one order is within `days` days from `today`, from 0 to 1, were orders a Poisson process."""
    return -math.expm1(-order_rate(activity, today, settings) * days)


def _is_slowing(gaps: Sequence[int], settings: RhythmSettings) -> bool:
    """Whether the later half of the gaps has grown against the earlier one."""
    half = len(gaps) // 2
    return half > 0 and median(gaps[-half:]) >= settings.slowing_ratio * median(gaps[:half])


def _open_days(start: date, end: date, pauses: Sequence[Pause]) -> int:
    """Days after `start` to `end`, without those of pauses; 0 where `end` comes first."""
    days = max((end - start).days, 0)
    for first, last in pauses:
        if last > start and first <= end:
            days -= (min(last, end) - max(first - timedelta(days=1), start)).days
    return max(days, 0)


def _after(start: date, gap: float, pauses: Sequence[Pause]) -> date:
    """The day that many open days after `start`, at least one."""
    day = start + timedelta(days=max(round(gap), 1))
    for first, last in pauses:
        if last > start and first <= day:
            day += last - max(first - timedelta(days=1), start)
    return day


def _on_weekday(day: date, last_order: date, weekdays: frozenset[int]) -> date:
    """The nearest of the client's own weekdays that comes after the last order."""
    if not weekdays:
        return day
    near = (day + timedelta(days=shift) for shift in NEAREST)
    return next(one for one in near if one > last_order and one.weekday() in weekdays)
