"""When an errand is spoken of, and who is meant by a name."""

from dataclasses import replace
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


LATIN = {
    "Игорь": "Igor", "Ира": "Ira", "Ольга": "Olga", "Юлия": "Yulia Julia Yuliya Iuliia", "Татьяна": "Tatiana Tatyana",
    "Наталья": "Natalya Natalia", "Алексей": "Alexey Aleksei Aleksey", "Сергей": "Sergey Sergei", "Дмитрий": "Dmitry Dmitrii Dmitriy",
    "Евгений": "Evgeny Yevgeny Evgenii", "Пётр": "Petr Pyotr Peter", "Фёдор": "Fedor Fyodor", "Илья": "Ilya Ilia Il'ya",
    "Дарья": "Darya Daria", "Ксения": "Ksenia Xenia Kseniya", "Юрий": "Yuri Yury Yuriy", "Мария": "Maria Mariya",
    "Михаил": "Mikhail", "Артём": "Artem Artyom", "Любовь": "Lyubov", "Вячеслав": "Vyacheslav", "Елена": "Elena Yelena",
    "Андрей": "Andrey Andrei", "Виктория": "Victoria Viktoriya", "Жанна": "Zhanna", "Захар": "Zakhar Zahar", "Даниэль": "Daniel",
    "Александр": "Alexander Aleksandr", "Щукин": "Shchukin", "Цветков": "Tsvetkov", "Васильев": "Vasiliev Vasilyev",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "typed"), [(one, word) for one, words in LATIN.items() for word in words.split()]
)
def test_names_in_latin_letters(name: str, typed: str) -> None:
    """Nobody else of the table answers to it."""
    people = [replace(PEOPLE[0], id=at, name=one) for at, one in enumerate(LATIN)]
    assert [one.name for one in find_people(typed, people)] == [name]
    assert [one.name for one in find_people(name, [replace(PEOPLE[0], name=typed)])] == [typed]


def test_one_spelling_of_two_names_is_both() -> None:
    people = [replace(PEOPLE[0], id=at, name=one) for at, one in enumerate(("Юля", "Юлия", "Яна"))]
    assert [one.name for one in find_people("Yulia", people)] == ["Юля", "Юлия"]
    assert find_people("Igor", [replace(PEOPLE[0], name="Игнат")]) == []


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
