from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.errors import InvalidAmountError, ProzvonError
from domain.periods import (
    add_months,
    at_local,
    each_day,
    later,
    month_end,
    month_start,
    next_weekday,
    week_start,
)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 21), 1, date(2026, 12, 21)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
    ],
)
def test_the_same_day_of_another_month(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_bounds_of_months_and_weeks() -> None:
    assert month_start(date(2028, 2, 10)) == date(2028, 2, 1)
    assert month_end(date(2028, 2, 10)) == date(2028, 2, 29)
    assert week_start(date(2026, 11, 22)) == date(2026, 11, 16)
    assert list(each_day(date(2026, 11, 21), date(2026, 11, 20))) == []


def test_the_next_weekday_is_never_today() -> None:
    friday = date(2026, 11, 20)
    assert next_weekday(friday, 4) == date(2026, 11, 27)
    assert next_weekday(friday, 0) == date(2026, 11, 23)


def test_elapsed_time_counts_the_change_of_clocks() -> None:
    before = datetime(2026, 3, 29, 1, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert later(before, timedelta(hours=2)).time() == time(4, 30)


def test_a_local_moment_from_a_zone_or_from_a_moment() -> None:
    moment = datetime(2026, 11, 21, 9, tzinfo=UTC)
    assert at_local(moment.date(), time(9), UTC) == at_local(moment.date(), time(9), moment) == moment


def test_an_error_carries_its_facts() -> None:
    error = InvalidAmountError(amount=-5)
    assert isinstance(error, ProzvonError)
    assert (error.code, dict(error.facts)) == ("amount-invalid", {"amount": -5})
    assert str(error) == "amount-invalid(amount=-5)"


def test_an_error_survives_a_trip_between_processes() -> None:
    rebuild, parts = InvalidAmountError(amount=7).__reduce__()
    assert callable(rebuild)
    assert isinstance(parts, tuple)
    copy = rebuild(*parts)
    assert isinstance(copy, InvalidAmountError)
    assert copy.facts == {"amount": 7}
