from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.rhythm import RhythmSettings, find_rhythm, rhythm_of

SETTINGS = RhythmSettings()
START = date(2026, 9, 1)


def every(*gaps: int) -> list[date]:
    days = [START]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    return days


def test_too_little_history_is_admitted() -> None:
    assert find_rhythm([], START, SETTINGS) is None
    assert find_rhythm(every(7), START, SETTINGS) is None
    assert find_rhythm([START] * 5, START, SETTINGS) is None


def test_a_weekly_buyer() -> None:
    orders = every(7, 7, 8, 7)
    rhythm = find_rhythm(orders, orders[-1] + timedelta(days=7), SETTINGS)
    assert rhythm is not None
    assert (rhythm.median_gap_days, rhythm.overdue_ratio) == (7, 1)
    assert rhythm.expected == orders[-1] + timedelta(days=7)
    assert not rhythm.overdue


def test_one_long_holiday_does_not_move_the_rhythm() -> None:
    orders = every(7, 7, 30, 7, 7)
    rhythm = find_rhythm(orders, orders[-1], SETTINGS)
    assert rhythm is not None
    assert rhythm.median_gap_days == 7


def test_overdue_from_one_and_a_half_gaps_falling_away_from_three() -> None:
    last = START
    assert not rhythm_of(10, last, last + timedelta(days=14), SETTINGS).overdue
    late = rhythm_of(10, last, last + timedelta(days=15), SETTINGS)
    assert (late.overdue, late.falling_away) == (True, False)
    assert rhythm_of(10, last, last + timedelta(days=30), SETTINGS).falling_away


def test_who_orders_ever_more_rarely_falls_away_as_soon_as_overdue() -> None:
    orders = every(7, 7, 7, 12, 14, 15)
    rhythm = find_rhythm(orders, orders[-1] + timedelta(days=18), SETTINGS)
    assert rhythm is not None
    assert rhythm.falling_away


def test_a_date_before_the_last_order_counts_as_the_day_of_it() -> None:
    assert rhythm_of(10, START, START - timedelta(days=3), SETTINGS).days_since == 0


@given(st.lists(st.dates(date(2025, 1, 1), date(2026, 11, 1)), max_size=60), st.integers(0, 400))
def test_the_ratio_only_grows_while_nothing_is_ordered(days: list[date], later: int) -> None:
    orders = sorted(days)
    today = date(2026, 11, 1)
    before = find_rhythm(orders, today, SETTINGS)
    after = find_rhythm(orders, today + timedelta(days=later), SETTINGS)
    assert (before is None) == (after is None)
    if before is not None and after is not None:
        assert after.overdue_ratio >= before.overdue_ratio
        assert before.expected > before.last_order
