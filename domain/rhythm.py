"""The client's own rhythm of orders: when the next one is expected, and who is falling away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median


@dataclass(frozen=True, slots=True)
class RhythmSettings:
    """`recent_orders` bounds the history looked at; ratios are in the client's own median gaps."""

    min_orders: int = 3
    recent_orders: int = 12
    overdue_ratio: float = 1.5
    falling_ratio: float = 3.0
    slowing_ratio: float = 1.5


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`overdue_ratio` = days since the last order / median gap; 1 means that an order is expected today."""

    median_gap_days: float
    last_order: date
    expected: date
    days_since: int
    overdue_ratio: float
    overdue: bool
    falling_away: bool


def find_rhythm(orders: Sequence[date], today: date, settings: RhythmSettings) -> Rhythm | None:
    """The rhythm of ascending order dates, or None where history is too short to speak of one.

    Several orders of a day are one; the median keeps one holiday or one odd order from moving the rhythm.
    """
    days = sorted(set(orders[-2 * settings.recent_orders :]))[-settings.recent_orders :]
    if len(days) < settings.min_orders:
        return None
    gaps = [(right - left).days for left, right in pairwise(days)]
    return rhythm_of(median(gaps), days[-1], today, settings, slowing=_is_slowing(gaps, settings))


def rhythm_of(
    gap: float, last_order: date, today: date, settings: RhythmSettings, *, slowing: bool = False
) -> Rhythm:
    """The same from the two stored facts, a median gap in days (> 0) and the last order: what a list is ranked by."""
    since = max((today - last_order).days, 0)
    ratio = since / gap
    overdue = ratio >= settings.overdue_ratio
    return Rhythm(
        median_gap_days=gap,
        last_order=last_order,
        expected=last_order + timedelta(days=round(gap)),
        days_since=since,
        overdue_ratio=ratio,
        overdue=overdue,
        falling_away=ratio >= settings.falling_ratio or (overdue and slowing),
    )


def _is_slowing(gaps: Sequence[int], settings: RhythmSettings) -> bool:
    """Whether the later half of the gaps has grown against the earlier one."""
    half = len(gaps) // 2
    return half > 0 and median(gaps[-half:]) >= settings.slowing_ratio * median(gaps[:half])
