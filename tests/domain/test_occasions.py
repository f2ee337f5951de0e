"""Birthdays: which dates there are, when they come round, and what they move."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WorkCalendar
from domain.errors import InvalidBirthDateError
from domain.occasions import (
    BirthDate,
    LeapDayRule,
    OccasionSettings,
    Occurrence,
    Upcoming,
    check_birth_date,
    debt_call_day,
    greeting_day,
    month_days,
    next_occurrence,
    occurrence_in,
    upcoming,
)

CALENDAR = WorkCalendar()
SETTINGS = OccasionSettings()


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [(31, 4, None), (30, 2, None), (29, 2, 2023), (0, 1, None), (1, 13, None), (1, 1, 1604)],
)
def test_there_is_no_such_day(day: int, month: int, year: int | None) -> None:
    with pytest.raises(InvalidBirthDateError) as error:
        BirthDate(month, day, year)
    assert error.value.facts == {"day": day, "month": month, "year": year}


def test_nobody_is_born_tomorrow() -> None:
    today = date(2026, 11, 23)
    check_birth_date(BirthDate.of(today), today)
    check_birth_date(BirthDate(11, 24), today)
    with pytest.raises(InvalidBirthDateError):
        check_birth_date(BirthDate(11, 24, 2026), today)


def test_the_twenty_ninth_of_february() -> None:
    born = BirthDate(2, 29, 1996)
    assert occurrence_in(born, 2027, SETTINGS).day == date(2027, 2, 28)
    assert occurrence_in(born, 2028, SETTINGS).day == date(2028, 2, 29)
    later = OccasionSettings(leap_day=LeapDayRule.MARCH_1)
    assert occurrence_in(born, 2027, later).day == date(2027, 3, 1)
    assert next_occurrence(born, date(2027, 2, 28), later).day == date(2027, 3, 1)


def test_age_only_when_the_year_is_known() -> None:
    assert occurrence_in(BirthDate(3, 12), 2027, SETTINGS) == Occurrence(
        date(2027, 3, 12), None, jubilee=False
    )
    assert occurrence_in(BirthDate(3, 12, 1977), 2027, SETTINGS) == Occurrence(
        date(2027, 3, 12), 50, jubilee=True
    )
    assert not occurrence_in(BirthDate(3, 12, 1978), 2027, SETTINGS).jubilee
    assert not occurrence_in(BirthDate(3, 12, 2012), 2027, SETTINGS).jubilee


def test_the_next_one_is_today_or_later() -> None:
    born = BirthDate.of(date(1980, 11, 23), with_year=False)
    assert born == BirthDate(11, 23)
    assert next_occurrence(born, date(2026, 11, 23), SETTINGS).day == date(2026, 11, 23)
    assert next_occurrence(born, date(2026, 11, 24), SETTINGS).day == date(2027, 11, 23)


BIRTHS = st.dates(date(1940, 1, 1), date(2005, 12, 31)).map(BirthDate.of)


def test_the_next_thirty_days() -> None:
    people = [("late", BirthDate(12, 25)), ("soon", BirthDate(11, 24, 1980)), ("past", BirthDate(11, 20))]
    assert upcoming(people, date(2026, 11, 23), 30, SETTINGS) == [
        Upcoming("soon", Occurrence(date(2026, 11, 24), 46, jubilee=False), 1)
    ]
    assert [each.key for each in upcoming(people, date(2026, 11, 23), 32, SETTINGS)] == ["soon", "late"]


@given(st.lists(BIRTHS, max_size=20), st.dates(date(2025, 1, 1), date(2027, 12, 1)), st.integers(0, 60))
def test_days_of_birth_of_a_window_miss_nobody(births: list[BirthDate], start: date, days: int) -> None:
    window = month_days(start, days, SETTINGS)
    for each in upcoming([(born, born) for born in births], start, days, SETTINGS):
        assert (each.key.month, each.key.day) in window


def test_a_common_year_looks_for_the_leap_day_on_the_28th() -> None:
    assert (2, 29) in month_days(date(2027, 2, 27), 1, SETTINGS)
    assert (2, 29) not in month_days(date(2027, 3, 1), 3, SETTINGS)


def test_a_debt_call_gives_way_to_a_birthday() -> None:
    friday, monday = date(2026, 11, 27), date(2026, 11, 30)
    born = [BirthDate(11, 27)]
    assert debt_call_day(friday, born, CALENDAR, SETTINGS) == monday
    assert debt_call_day(friday, [*born, BirthDate(11, 30)], CALENDAR, SETTINGS) == date(2026, 12, 1)
    assert debt_call_day(friday, [], CALENDAR, SETTINGS) == friday


def test_the_greeting_stands_in_the_list_on_the_last_working_day() -> None:
    assert greeting_day(date(2026, 11, 29), CALENDAR) == date(2026, 11, 27)
    assert greeting_day(date(2026, 11, 30), CALENDAR) == date(2026, 11, 30)
