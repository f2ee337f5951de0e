from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import CalendarSettings, WorkCalendar
from domain.rhythm import (
    ActivitySettings,
    RhythmSettings,
    find_activity,
    find_pauses,
    find_rhythm,
    find_weekdays,
    order_chance,
    order_rate,
    rhythm_of,
)

SETTINGS = RhythmSettings()
ACTIVITY = ActivitySettings()
START = date(2026, 9, 1)
NEW_YEAR = (date(2026, 12, 31), date(2027, 1, 10))
order_days = st.lists(st.dates(date(2024, 1, 1), date(2026, 11, 1)), min_size=1, max_size=60)
any_day = st.dates(date(2023, 1, 1), date(2028, 1, 1))


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


def test_the_expected_day_is_one_of_the_clients_own_weekdays() -> None:
    tuesdays = every(14, 14, 14, 14)
    assert find_weekdays(tuesdays) == {START.weekday()}
    moved = [*tuesdays, tuesdays[-1] + timedelta(days=15)]
    rhythm = find_rhythm(moved, moved[-1], SETTINGS)
    assert rhythm is not None
    assert rhythm.expected == tuesdays[-1] + timedelta(days=28)


def test_two_weekdays_are_a_habit_too_once_seen_often_enough() -> None:
    assert find_weekdays(every(2, 5, 2, 5, 2, 5, 2)) == {1, 3}
    assert find_weekdays(every(2, 5, 2, 5)) == frozenset()


def test_orders_all_over_the_week_are_no_habit() -> None:
    assert find_weekdays(every(8, 8, 8, 8, 8, 8)) == frozenset()
    assert find_weekdays(every(7, 7)) == frozenset()


def test_the_new_year_holidays_are_no_silence() -> None:
    last = date(2026, 12, 29)
    weekly = [last - timedelta(days=7 * back) for back in range(5, -1, -1)]
    today = date(2027, 1, 12)
    late = find_rhythm(weekly, today, SETTINGS)
    rested = find_rhythm(weekly, today, SETTINGS, pauses=[NEW_YEAR])
    assert late is not None
    assert rested is not None
    assert (late.overdue, rested.overdue) == (True, False)
    assert rested.expected == date(
        2027, 1, 19
    )  # seven open days on is the 16th; Tuesday is the client's own day
    assert rested.days_since == 14


def test_pauses_are_found_in_the_calendar() -> None:
    calendar = WorkCalendar.from_settings(CalendarSettings())
    assert find_pauses(calendar, date(2026, 11, 1), date(2027, 3, 1)) == (NEW_YEAR,)


def test_a_silence_that_came_last_year_too_is_not_overdue_until_it_ended_then() -> None:
    first = date(2025, 3, 3)
    season = [first + timedelta(days=7 * week) for week in range(20)]
    back = date(2025, 9, 1)
    again = [back + timedelta(days=7 * week) for week in range(46)]
    orders = [*season, *again]
    assert again[-1] == season[-1] + timedelta(weeks=52)
    quiet = find_rhythm(orders, date(2026, 8, 20), SETTINGS)
    assert quiet is not None
    assert (quiet.overdue, quiet.falling_away) == (False, False)
    assert quiet.expected == quiet.quiet_until == date(2026, 8, 31)
    after = find_rhythm(orders, date(2026, 9, 1), SETTINGS)
    assert after is not None
    assert (after.overdue, after.falling_away, after.quiet_until) == (True, True, None)


def test_who_was_silent_long_before_has_no_season_to_blame() -> None:
    spring = [date(2025, 3, 3) + timedelta(days=7 * week) for week in range(20)]
    autumn = [date(2025, 9, 1) + timedelta(days=7 * week) for week in range(30)]
    rhythm = find_rhythm([*spring, *autumn], date(2026, 8, 20), SETTINGS)
    assert rhythm is not None
    assert (rhythm.falling_away, rhythm.quiet_until) == (True, None)


def test_a_gap_that_was_no_silence_last_year_excuses_nothing() -> None:
    """A weekly buyer whose one gap of ten days, short of one and a half, fell on these days a year ago."""
    last = START + timedelta(weeks=60)
    slow = last - timedelta(weeks=52) + timedelta(days=4)
    orders = [slow - timedelta(days=7 * back) for back in range(8, -1, -1)]
    orders += [last - timedelta(days=7 * back) for back in range(50, -1, -1)]
    rhythm = find_rhythm(orders, last + timedelta(days=11), SETTINGS)
    assert rhythm is not None
    assert (rhythm.overdue, rhythm.quiet_until) == (True, None)


def test_an_order_within_a_pause_is_followed_by_its_open_days_only() -> None:
    assert (
        rhythm_of(7, date(2027, 1, 5), date(2027, 1, 12), SETTINGS, pauses=[NEW_YEAR]).overdue_ratio == 2 / 7
    )


def test_the_next_own_weekday_may_be_a_week_away() -> None:
    habit = frozenset({START.weekday()})
    assert rhythm_of(1, START, START, SETTINGS, weekdays=habit).expected == START + timedelta(days=7)


def test_a_habit_is_what_most_orders_show_not_the_first_weekday() -> None:
    assert find_weekdays([date(2026, 8, 24), *every(7, 7, 7, 7, 7)]) == {START.weekday()}


def test_before_its_last_order_a_client_is_as_likely_as_on_its_day() -> None:
    assert chance([START], START - timedelta(days=30)) == chance([START], START)


@given(order_days, any_day)
def test_no_dates_break_the_rhythm(days: list[date], today: date) -> None:
    rhythm = find_rhythm(days, today, SETTINGS, pauses=[NEW_YEAR])
    if rhythm is not None:
        assert rhythm.expected > rhythm.last_order
        assert not rhythm.weekdays or rhythm.expected.weekday() in rhythm.weekdays
        assert rhythm.overdue or not rhythm.falling_away
        assert rhythm.overdue == (
            rhythm.overdue_ratio >= SETTINGS.overdue_ratio and rhythm.quiet_until is None
        )


@given(order_days, any_day, st.integers(0, 400), st.booleans())
def test_once_overdue_a_client_stays_so_until_it_orders(
    days: list[date], today: date, later: int, resting: bool
) -> None:
    pauses = [NEW_YEAR] if resting else []
    before = find_rhythm(days, today, SETTINGS, pauses=pauses)
    after = find_rhythm(days, today + timedelta(days=later), SETTINGS, pauses=pauses)
    if before is not None and after is not None:
        assert after.overdue >= before.overdue
        assert after.falling_away >= before.falling_away


@given(order_days, any_day, st.integers(-52, 52))
def test_the_same_history_weeks_later_is_the_same_rhythm_and_chance(
    days: list[date], today: date, weeks: int
) -> None:
    shift = timedelta(weeks=weeks)
    moved = [day + shift for day in days]
    one, other = find_rhythm(days, today, SETTINGS), find_rhythm(moved, today + shift, SETTINGS)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert other.overdue_ratio == one.overdue_ratio
        assert (other.overdue, other.falling_away, other.weekdays) == (
            one.overdue,
            one.falling_away,
            one.weekdays,
        )
        assert other.expected == one.expected + shift
    assert chance(moved, today + shift) == chance(days, today)


def chance(orders: list[date], today: date, within: int = 7) -> float:
    found = find_activity(orders, ACTIVITY)
    assert found is not None
    return order_chance(found, today, within, ACTIVITY)


def test_without_an_order_there_is_no_activity() -> None:
    assert find_activity([], ACTIVITY) is None


def test_each_order_weighs_half_after_a_half_life() -> None:
    last = START + timedelta(days=21)
    found = find_activity([last, START, START], ACTIVITY)
    assert found is not None
    assert (found.last_order, found.recent) == (last, 1.5)
    assert found.settled == pytest.approx(1 + 2 ** (-21 / 126))


@pytest.mark.parametrize("gap", [7, 14, 30])
def test_the_rate_of_a_steady_buyer_is_near_its_own(gap: int) -> None:
    """Learnt on people who order a few times a year, the figures still hold for who orders every week."""
    orders = every(*[gap] * (730 // gap))
    found = find_activity(orders, ACTIVITY)
    assert found is not None
    rate = order_rate(found, orders[-1] + timedelta(days=gap // 2), ACTIVITY)
    assert 0.6 < rate * gap < 1.7


@given(order_days, any_day, st.integers(0, 60), st.integers(0, 60))
def test_a_chance_lies_from_0_to_1_and_grows_with_the_time_given(
    days: list[date], today: date, within: int, more: int
) -> None:
    assert 0 <= chance(days, today, within) <= chance(days, today, within + more) <= 1


@given(order_days, any_day, st.integers(0, 400))
def test_silence_never_makes_an_order_likelier(days: list[date], today: date, later: int) -> None:
    assert chance(days, today + timedelta(days=later)) <= chance(days, today)


@given(order_days, st.dates(date(2024, 1, 1), date(2026, 11, 1)), st.integers(0, 100))
def test_one_more_order_never_makes_the_next_less_likely(days: list[date], added: date, later: int) -> None:
    today = date(2026, 11, 1) + timedelta(days=later)
    assert chance([*days, added], today) >= chance(days, today) - 1e-12


@given(order_days, any_day)
def test_the_chance_depends_on_the_set_of_days_only(days: list[date], today: date) -> None:
    assert chance([*reversed(days), *days], today) == chance(days, today)
