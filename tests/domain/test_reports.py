"""When a report is due, what is said of it on a day, what follows from its figures."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import CalendarSettings, WorkCalendar
from domain.periods import add_months, month_start
from domain.reports import (
    ReportCall,
    Span,
    call_on,
    derived,
    due_day,
    first_day,
    months_of,
    percent,
    reported_month,
    span_of,
)

RUSSIA = WorkCalendar.from_settings(CalendarSettings())
MONTHS = st.dates(date(2025, 1, 1), date(2027, 10, 1)).map(month_start)


@pytest.mark.parametrize(
    ("month", "first", "due"),
    [
        (date(2026, 11, 1), date(2026, 12, 1), date(2026, 12, 3)),
        (date(2026, 9, 1), date(2026, 10, 1), date(2026, 10, 2)),  # the 3rd is a Saturday
        (date(2026, 12, 1), date(2027, 1, 11), date(2027, 1, 11)),  # New Year: nothing before works
        (date(2026, 7, 1), date(2026, 8, 3), date(2026, 8, 3)),  # the 1st and 2nd are a weekend
    ],
)
def test_due_by_the_third(month: date, first: date, due: date) -> None:
    assert (first_day(month, RUSSIA), due_day(month, RUSSIA)) == (first, due)


@given(MONTHS)
def test_the_term_is_a_working_day_of_the_next_month(month: date) -> None:
    first, due = first_day(month, RUSSIA), due_day(month, RUSSIA)
    assert RUSSIA.is_working(first)
    assert RUSSIA.is_working(due)
    assert first <= due
    assert month_start(due) == add_months(month, 1)


@given(MONTHS)
def test_it_is_spoken_of_from_the_first_working_day_to_the_term(month: date) -> None:
    begins = add_months(month, 1)
    days = [begins + timedelta(days=offset) for offset in range(27)]
    said = {day: call for day in days if (call := call_on(day, RUSSIA)) is not None}
    assert min(said) == first_day(month, RUSSIA)
    assert max(said) == due_day(month, RUSSIA)
    assert said[min(said)] is ReportCall.COLLECTED
    assert all(reported_month(day) == month for day in said)


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_percents_are_the_nearest(part: int, whole: int) -> None:
    found = percent(part, whole)
    assert found is not None
    assert abs(found * whole - 100 * part) * 2 <= whole


def test_what_follows_from_the_figures() -> None:
    found = derived(
        {
            "orders.count": 3,
            "sales.fact": 1000,
            "sales.target": 0,
            "calls.made": 10,
            "calls.reached": 4,
            "overdue.start": 50,
            "overdue.end": 20,
            "promises.kept": 2,
            "promises.broken": 1,
        }
    )
    assert found == {
        "sales.percent": None,
        "orders.average": 333,
        "calls.reached_percent": 40,
        "calls.order_percent": 75,
        "overdue.change": -30,
        "promises.count": 3,
        "promises.kept_percent": 67,
    }


def test_half_a_year_back() -> None:
    today = date(2026, 11, 22)
    assert span_of(Span.HALF, today) == (date(2026, 5, 1), date(2026, 10, 31))
    assert span_of(Span.QUARTER, today) == (date(2026, 8, 1), date(2026, 10, 31))
    assert months_of(date(2026, 11, 15), date(2027, 1, 3)) == [
        date(2026, 11, 1),
        date(2026, 12, 1),
        date(2027, 1, 1),
    ]
