"""Birthdays: the exact days of notices, written out by hand from the rules."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WorkCalendar
from domain.errors import InvalidBirthDateError
from domain.occasions import (
    BirthDate,
    LeapDayRule,
    Notice,
    NoticeKind,
    OccasionSettings,
    Occurrence,
    Upcoming,
    check_birth_date,
    debt_call_day,
    find_notice,
    greeting_day,
    month_days,
    next_occurrence,
    occurrence_in,
    upcoming,
)

CALENDAR = WorkCalendar()
SETTINGS = OccasionSettings()
AHEAD, EVE, DAY = NoticeKind.AHEAD, NoticeKind.EVE, NoticeKind.DAY


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


@pytest.mark.parametrize(
    ("birthday", "notices"),
    [
        # A Wednesday in a common week.
        (date(2026, 11, 25), {AHEAD: date(2026, 11, 18), EVE: date(2026, 11, 24), DAY: date(2026, 11, 25)}),
        # A Monday: announced on Friday, and on the day.
        (date(2026, 11, 30), {AHEAD: date(2026, 11, 23), EVE: date(2026, 11, 27), DAY: date(2026, 11, 30)}),
        # A Sunday: the week ahead falls on a Sunday too, so on the Friday before it.
        (date(2026, 11, 29), {AHEAD: date(2026, 11, 20), EVE: date(2026, 11, 27)}),
        # A Saturday that is a working one by transfer.
        (date(2027, 2, 20), {AHEAD: date(2027, 2, 12), EVE: date(2027, 2, 19), DAY: date(2027, 2, 20)}),
        # 31 December, a day off in 2026.
        (date(2026, 12, 31), {AHEAD: date(2026, 12, 24), EVE: date(2026, 12, 30)}),
        # Within the January holidays: the week ahead meets the eve, one notice stays.
        (date(2027, 1, 7), {EVE: date(2026, 12, 30)}),
        (date(2027, 1, 10), {EVE: date(2026, 12, 30)}),
        # The first working day after them.
        (date(2027, 1, 11), {EVE: date(2026, 12, 30), DAY: date(2027, 1, 11)}),
        (date(2027, 1, 12), {AHEAD: date(2026, 12, 30), EVE: date(2027, 1, 11), DAY: date(2027, 1, 12)}),
        # After a holiday moved to Monday 9 March 2026.
        (date(2026, 3, 10), {AHEAD: date(2026, 3, 3), EVE: date(2026, 3, 6), DAY: date(2026, 3, 10)}),
    ],
)
def test_days_of_notices(birthday: date, notices: dict[NoticeKind, date]) -> None:
    born = BirthDate(birthday.month, birthday.day)
    told = {}
    for offset in range(-40, 3):
        today = birthday + timedelta(days=offset)
        notice = find_notice(born, today, CALENDAR, SETTINGS)
        if notice is not None:
            told[notice.kind] = today
            assert notice.days_left == -offset
            assert notice.occurrence.day == birthday
    assert told == notices


def test_a_notice_carries_the_age() -> None:
    notice = find_notice(BirthDate(11, 25, 1976), date(2026, 11, 25), CALENDAR, SETTINGS)
    assert notice == Notice(DAY, Occurrence(date(2026, 11, 25), 50, jubilee=True), 0)


def test_who_wants_it_hears_of_a_sunday_on_the_sunday() -> None:
    settings = OccasionSettings(on_days_off=True, eve_days=0)
    sunday = date(2026, 11, 29)
    notice = find_notice(BirthDate(11, 29), sunday, CALENDAR, settings)
    assert notice is not None
    assert notice.kind is DAY


BIRTHS = st.dates(date(1940, 1, 1), date(2005, 12, 31)).map(BirthDate.of)


@given(BIRTHS, st.sampled_from([2025, 2026, 2027]))
def test_every_birthday_is_announced_before_or_on_the_day_on_working_days_only(
    born: BirthDate, year: int
) -> None:
    birthday = occurrence_in(born, year, SETTINGS).day
    days = [birthday - timedelta(days=offset) for offset in range(21)]
    told = [
        (day, notice.kind)
        for day in days
        if (notice := find_notice(born, day, CALENDAR, SETTINGS)) and notice.occurrence.day == birthday
    ]
    kinds = [kind for _, kind in told]
    assert told, "none is forgotten"
    assert len(kinds) == len(set(kinds)), "each notice once"
    assert all(CALENDAR.is_working(day) for day, _ in told)
    assert EVE in kinds


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
