from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.best_hour import BestHour
from domain.calendar import WorkCalendar
from domain.choices import (
    CLOCKS,
    DateChoice,
    DateChoiceKind,
    MomentChoice,
    clocks_by_habit,
    date_choices,
    moment_choices,
    time_choices,
)
from domain.outcomes import CallSettings

CALENDAR = WorkCalendar()
K = DateChoiceKind
CALLS = CallSettings()
MONDAY, TUESDAY, NEXT_MONDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 30)


def test_choices_of_a_monday() -> None:
    monday = date(2026, 11, 23)
    assert date_choices(monday, CALENDAR) == (
        DateChoice(K.TOMORROW, date(2026, 11, 24)),
        DateChoice(K.DAY_AFTER, date(2026, 11, 25)),
        DateChoice(K.NEXT_MONDAY, date(2026, 11, 30)),
        DateChoice(K.IN_MONTH, date(2026, 12, 23)),
    )


def test_on_friday_tomorrow_is_not_offered_for_it_would_be_a_saturday() -> None:
    kinds = [choice.kind for choice in date_choices(date(2026, 11, 20), CALENDAR)]
    assert kinds == [K.NEXT_MONDAY, K.IN_WEEK, K.IN_MONTH]


def test_before_the_long_holidays_the_next_working_day_is_offered_by_its_own_name() -> None:
    first = date_choices(date(2026, 12, 30), CALENDAR)[0]
    assert first == DateChoice(K.NEXT_WORKING, date(2027, 1, 11))


def test_the_rhythm_marks_the_day_it_falls_on_or_adds_its_own() -> None:
    monday = date(2026, 11, 23)
    marked = [c for c in date_choices(monday, CALENDAR, suggested=date(2026, 11, 25)) if c.suggested]
    assert marked == [DateChoice(K.DAY_AFTER, date(2026, 11, 25), suggested=True)]
    added = [c for c in date_choices(monday, CALENDAR, suggested=date(2026, 12, 5)) if c.suggested]
    assert added == [DateChoice(K.BY_RHYTHM, date(2026, 12, 7), suggested=True)]
    late = [c for c in date_choices(monday, CALENDAR, suggested=date(2026, 10, 1)) if c.suggested]
    assert late == [DateChoice(K.TOMORROW, date(2026, 11, 24), suggested=True)]


def test_today_can_be_offered_too() -> None:
    assert date_choices(date(2026, 11, 23), CALENDAR, with_today=True)[0].kind is K.TODAY


def test_only_hours_still_ahead_are_offered_today() -> None:
    now = datetime(2026, 11, 23, 14, 20, tzinfo=UTC)
    assert time_choices(now.date(), now) == (time(15), time(16), time(17))
    assert len(time_choices(now.date() + timedelta(days=1), now)) == 8


@given(
    st.dates(date(2025, 1, 1), date(2027, 10, 1)), st.none() | st.dates(date(2025, 1, 1), date(2027, 10, 1))
)
def test_choices_are_working_days_ahead_each_once(today: date, suggested: date | None) -> None:
    days = [choice.day for choice in date_choices(today, CALENDAR, suggested=suggested)]
    assert days == sorted(set(days))
    assert all(day > today and CALENDAR.is_working(day) for day in days)


def test_a_call_back_is_offered_with_its_hour() -> None:
    now = datetime(2026, 11, 23, 11, 7, 40, tzinfo=UTC)
    assert moment_choices(now, CALENDAR, CALLS) == (
        MomentChoice(MONDAY, time(13, 7), soon=True),
        MomentChoice(TUESDAY, time(10)),
        MomentChoice(TUESDAY, time(15)),
        MomentChoice(NEXT_MONDAY, time(10)),
    )


def test_the_best_hour_joins_tomorrow_and_is_that_of_the_suggested_day() -> None:
    now = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
    found = moment_choices(now, CALENDAR, CALLS, best=BestHour(12, 14, 0.8), suggested=date(2026, 11, 28))
    assert found == (
        MomentChoice(TUESDAY, time(10)),
        MomentChoice(TUESDAY, time(12), suggested=True),
        MomentChoice(TUESDAY, time(15)),
        MomentChoice(NEXT_MONDAY, time(12), suggested=True),  # the 28th is a Saturday
    )


def test_the_hour_of_habit_comes_first() -> None:
    assert clocks_by_habit(CLOCKS, BestHour(14, 16, 0.8)) == (
        time(14), (time(14), time(9), time(10), time(11), time(12), time(15), time(16), time(17)),
    )  # fmt: skip
    assert clocks_by_habit(CLOCKS, None) == (None, CLOCKS)


@given(
    st.datetimes(datetime(2025, 1, 1), datetime(2027, 10, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.none() | st.dates(date(2025, 1, 1), date(2027, 10, 1)),
    st.none() | st.integers(9, 16).map(lambda start: BestHour(start, start + 2, 0.7)),
)
def test_moments_are_ahead_within_working_days_each_once(
    now: datetime, suggested: date | None, best: BestHour | None
) -> None:
    found = moment_choices(now, CALENDAR, CALLS, best=best, suggested=suggested)
    keys = [(one.day, one.clock) for one in found]
    assert keys == sorted(set(keys))
    assert len(found) <= 6
    for one in found:
        assert CALENDAR.is_working(one.day)
        assert datetime.combine(one.day, one.clock, UTC) > now
        assert one.clock < CALLS.day_end
