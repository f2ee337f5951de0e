"""The New Year wave on the working days of 2025-2027, written out by hand from the decrees on transfers."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WorkCalendar
from domain.new_year import WaveSettings, last_working_day, wave, wave_day
from domain.reasons import ClientClass

RUSSIA = WorkCalendar()
SETTINGS = WaveSettings()
IDS = st.integers(1, 2_000_000_000)


@pytest.mark.parametrize(
    ("year", "last", "days"),
    [
        (2025, 30, [16, 17, 18, 19, 22, 23, 24, 25, 26, 29]),  # 31 December is a day off
        (2026, 30, [16, 17, 18, 21, 22, 23, 24, 25, 28, 29]),
        (2027, 30, [16, 17, 20, 21, 22, 23, 24, 27, 28, 29]),
    ],
)
def test_two_weeks_of_working_days_before_the_last_one(year: int, last: int, days: list[int]) -> None:
    assert last_working_day(year, RUSSIA) == date(year, 12, last)
    assert [day.day for day in wave(year, RUSSIA, SETTINGS)] == days


def test_the_company_has_its_own_days_off() -> None:
    company = WorkCalendar(days_off=[date(2026, 12, 30), date(2026, 12, 18)])
    assert [day.day for day in wave(2026, company, SETTINGS)] == [14, 15, 16, 17, 21, 22, 23, 24, 25, 28]


@given(client=IDS, other=IDS)
def test_the_best_clients_come_first(client: int, other: int) -> None:
    days = [wave_day(client, grade, 2026, RUSSIA, SETTINGS) for grade in ClientClass]
    assert days == sorted(set(days))
    assert wave_day(other, ClientClass.A, 2026, RUSSIA, SETTINGS) <= date(2026, 12, 17)
    assert wave_day(other, ClientClass.C, 2026, RUSSIA, SETTINGS) >= date(2026, 12, 23)


@given(start=IDS, step=st.integers(1, 12), count=st.integers(50, 300))
def test_the_days_of_a_class_are_of_one_size(start: int, step: int, count: int) -> None:
    """However the numbers of a manager's clients lie: one after another or every twelfth."""
    ids = range(start, start + step * count, step)
    sizes = Counter(wave_day(each, ClientClass.C, 2026, RUSSIA, SETTINGS) for each in ids)
    usual = count / 5
    assert len(sizes) == 5
    assert all(abs(size - usual) <= 0.4 * usual for size in sizes.values())


def test_a_class_without_days_is_a_mistake_of_the_settings() -> None:
    with pytest.raises(ValueError, match="every class"):
        WaveSettings(days_b=0)
