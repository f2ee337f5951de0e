"""Working days of 2025-2027, written out by hand."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import CalendarSettings, WorkCalendar

RUSSIA = WorkCalendar()
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


# Working days by month of a five-day week: the holidays of the Labour Code with the decrees on transfers; 247 a year.
@pytest.mark.parametrize(
    ("year", "months"),
    [
        (2025, (17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22)),
        (2026, (15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22)),
        (2027, (15, 19, 22, 22, 19, 21, 22, 22, 22, 21, 20, 22)),
    ],
)
def test_every_month_has_its_number_of_working_days(year: int, months: tuple[int, ...]) -> None:
    starts = [date(year, month, 1) for month in range(1, 13)] + [date(year + 1, 1, 1)]
    counted = tuple(
        len(RUSSIA.working_days(start, following - timedelta(days=1)))
        for start, following in pairwise(starts)
    )
    assert counted == months


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2025, 5, 2), False),  # from Saturday 4 January
        (date(2025, 5, 8), False),  # from Sunday 23 February
        (date(2025, 6, 13), False),  # from Saturday 8 March
        (date(2025, 11, 1), True),  # a working Saturday
        (date(2025, 11, 3), False),
        (date(2025, 12, 31), False),
        (date(2026, 1, 9), False),  # from Saturday 3 January
        (date(2026, 1, 12), True),
        (date(2026, 3, 9), False),  # 8 March on a Sunday
        (date(2026, 5, 11), False),
        (date(2026, 12, 31), False),  # from Sunday 4 January
        (date(2027, 2, 20), True),  # a working Saturday
        (date(2027, 2, 22), False),
        (date(2027, 11, 5), False),
        (date(2027, 12, 31), False),
    ],
)
def test_transfers(day: date, working: bool) -> None:
    assert RUSSIA.is_working(day) is working


def test_steps_over_the_long_holidays() -> None:
    assert RUSSIA.next_working(date(2026, 12, 30)) == date(2027, 1, 11)
    assert RUSSIA.previous_working(date(2027, 1, 11)) == date(2026, 12, 30)
    assert RUSSIA.on_or_after(date(2027, 1, 1)) == date(2027, 1, 11)
    assert RUSSIA.on_or_before(date(2027, 1, 1)) == date(2026, 12, 30)
    assert RUSSIA.add(date(2026, 12, 29), 3) == date(2027, 1, 12)
    assert RUSSIA.add(date(2027, 1, 12), -3) == date(2026, 12, 29)
    assert RUSSIA.add(date(2027, 1, 3), 0) == date(2027, 1, 11)


def test_a_company_adds_its_own_days() -> None:
    company = WorkCalendar.from_settings(
        CalendarSettings(days_off=(date(2026, 11, 23),), working_days=(date(2026, 11, 28),))
    )
    assert not company.is_working(date(2026, 11, 23))
    assert company.is_working(date(2026, 11, 28))


def test_a_persons_own_days_beat_the_companys() -> None:
    monday, saturday = date(2026, 11, 23), date(2026, 11, 28)
    company = WorkCalendar(days_off=[monday], working_days=[saturday])
    person = company.for_person(days_off=[saturday], working_days=[monday])
    assert person.is_working(monday)
    assert not person.is_working(saturday)
    assert not company.is_working(monday)


def test_a_day_off_beats_a_working_day_of_the_same_layer() -> None:
    day = date(2026, 11, 23)
    assert not WorkCalendar(days_off=[day], working_days=[day]).is_working(day)


def test_years_can_be_read_ahead() -> None:
    calendar = WorkCalendar()
    calendar.load(2026, 2027)
    assert calendar.is_working(date(2026, 11, 23))


@given(DAYS)
def test_next_and_previous_are_working_and_nearest(day: date) -> None:
    following = RUSSIA.next_working(day)
    assert RUSSIA.is_working(following)
    assert following > day
    assert RUSSIA.working_days(day + timedelta(days=1), following) == [following]
    assert RUSSIA.previous_working(following) <= day or not RUSSIA.is_working(day)


@given(DAYS, st.integers(1, 40))
def test_adding_and_taking_away_meet(day: date, count: int) -> None:
    start = RUSSIA.on_or_after(day)
    assert RUSSIA.add(RUSSIA.add(start, count), -count) == start
    assert len(RUSSIA.working_days(start, RUSSIA.add(start, count))) == count + 1
