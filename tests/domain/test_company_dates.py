"""Foundation and years together: unknown parts, round numbers, 29 February."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.company_dates import CompanyDates, CompanyDay, CompanyOccasion, company_days, years_together
from domain.occasions import LeapDayRule, OccasionSettings

SETTINGS = OccasionSettings()
FOUNDED, TOGETHER = CompanyOccasion.FOUNDED, CompanyOccasion.TOGETHER
YEAR_2026 = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (CompanyDates(14, 5, 2006), [CompanyDay(FOUNDED, date(2026, 5, 14), 20, True)]),
        (CompanyDates(14, 5, 2007), [CompanyDay(FOUNDED, date(2026, 5, 14), 19, False)]),
        (CompanyDates(14, 5), [CompanyDay(FOUNDED, date(2026, 5, 14), None, False)]),
        (CompanyDates(14, 5, 1870), [CompanyDay(FOUNDED, date(2026, 5, 14), 156, False)]),
        (CompanyDates(14, 5, 2026), []),  # founded this year: nothing to come round yet
        (CompanyDates(None, 5, 2006), []),
        (CompanyDates(None, None, 2006), []),
        (CompanyDates(first_order_day=date(2025, 3, 2)), [CompanyDay(TOGETHER, date(2026, 3, 2), 1, False)]),
        (CompanyDates(first_order_day=date(2021, 3, 2)), [CompanyDay(TOGETHER, date(2026, 3, 2), 5, True)]),
        (CompanyDates(first_order_day=date(2011, 3, 2)), [CompanyDay(TOGETHER, date(2026, 3, 2), 15, True)]),
        (CompanyDates(first_order_day=date(2023, 3, 2)), []),
        (CompanyDates(first_order_day=date(2026, 3, 2)), []),
        (
            CompanyDates(14, 5, 2006, date(2016, 2, 29)),
            [CompanyDay(TOGETHER, date(2026, 2, 28), 10, True), CompanyDay(FOUNDED, date(2026, 5, 14), 20, True)],
        ),
    ],
)  # fmt: skip
def test_what_comes_round_in_2026(dates: CompanyDates, expected: list[CompanyDay]) -> None:
    assert list(company_days(dates, *YEAR_2026, SETTINGS)) == expected


def test_29_february_follows_the_rule_for_birthdays() -> None:
    march = OccasionSettings(leap_day=LeapDayRule.MARCH_1)
    found = company_days(CompanyDates(29, 2, 2004), *YEAR_2026, march)
    assert [each.day for each in found] == [date(2026, 3, 1)]


def test_a_window_over_the_turn_of_the_year() -> None:
    dates = CompanyDates(3, 1, 2017, date(2021, 12, 29))
    found = company_days(dates, date(2026, 12, 25), date(2027, 1, 10), SETTINGS)
    assert [(each.occasion, each.day, each.years) for each in found] == [
        (TOGETHER, date(2026, 12, 29), 5),
        (FOUNDED, date(2027, 1, 3), 10),
    ]


@given(first=st.dates(date(1995, 1, 1), date(2026, 12, 31)), years=st.integers(0, 40))
def test_full_years_together_turn_on_the_day_itself(first: date, years: int) -> None:
    if (first.month, first.day) == (2, 29):
        first = date(first.year, 2, 28)
    day = first.replace(year=first.year + years)
    assert years_together(first, day) == years
    assert years_together(first, date.fromordinal(day.toordinal() - 1)) == years - 1


def test_a_year_alone_has_no_anniversary() -> None:
    """«Работаем с 2015» is kept as 1 January: nobody is congratulated on a day that nobody knows."""
    dates = CompanyDates(first_order_day=date(2015, 1, 1))
    assert company_days(dates, date(2024, 12, 1), date(2025, 2, 1), OccasionSettings()) == ()
