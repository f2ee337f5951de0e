"""When an errand is spoken of, and who is meant by a name."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.actors import Actor, Role
from domain.calendar import WorkCalendar
from domain.competitors import MarketNote
from domain.errands import ErrandSettings, find_people, remind_when
from domain.market_week import market_week

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
NAMES = ("Анна Петрова", "Игорь", "Пётр Ильин", "Вера", "Елена Ткач")
PEOPLE = [Actor(at, at, name, Role.MANAGER, 1, "ru", "Europe/Moscow") for at, name in enumerate(NAMES, 1)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Анне", "Анна Петрова"),
        ("Анне Петровой", "Анна Петрова"),
        ("игорю", "Игорь"),
        ("Петру", "Пётр Ильин"),
        ("Ильину", "Пётр Ильин"),
        ("Вере", "Вера"),
        ("Ткач", "Елена Ткач"),
        ("Anna", "Анна Петрова"),
    ],
)
def test_names_in_the_dative(typed: str, name: str) -> None:
    assert [one.name for one in find_people(typed, PEOPLE)] == [name]


def test_a_stranger_is_nobody() -> None:
    assert find_people("Ромашке", PEOPLE) == []
    assert find_people("Анне Ильиной", PEOPLE) == []


@given(st.integers(1, 60 * 24 * 30), st.integers(0, 60 * 24 * 40))
def test_it_is_said_at_most_twice_and_never_after_the_term(ahead: int, passed: int) -> None:
    due, now = MONDAY + timedelta(minutes=ahead), MONDAY + timedelta(minutes=passed)
    said = []
    while (at := remind_when(due, MONDAY, now, WorkCalendar(), ErrandSettings())) is not None:
        assert now < at <= due
        said.append(at)
        now = at
    assert len(said) <= 2
    assert not said or said[-1] == due


def test_the_market_of_a_week_against_the_week_before() -> None:
    today = MONDAY.date()
    before, now = today - timedelta(days=8), today - timedelta(days=1)
    week = market_week(
        [
            ("Анна", MarketNote("Опт-Сервис", "Гречка", before, 70_00, 90_00)),
            ("Анна", MarketNote("опт-сервис", "Гречка", now, 68_00, 90_00)),
            ("Вера", MarketNote("опт-сервис", "Масло", now, 200_00, 150_00)),
            ("Вера", MarketNote("Новичок", "", now)),
            ("Вера", MarketNote("Молчун", "", before)),
        ],
        today,
    )
    first, second = week.rivals
    assert (first.name, first.notes, first.is_new, first.cheaper, first.noted_by) == ("опт-сервис", 2, False, 1, ("Анна", "Вера"))  # fmt: skip
    assert (second.name, second.is_new) == ("Новичок", True)
    assert (week.notes, week.silent, week.sources) == (3, ("Молчун",), (("Вера", 2), ("Анна", 1)))
