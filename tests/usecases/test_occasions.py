"""Birthdays as lines are typed, and the days of notices after a silence."""

from datetime import date

import pytest

from capture.birthdays import read_birthday_line, read_person_and_birth
from domain.calendar import WorkCalendar
from domain.congratulations import (
    Moment,
    Section,
    current_occurrence,
    moment_of,
    section_of,
)
from domain.occasions import BirthDate, OccasionSettings

CALENDAR = WorkCalendar()
SETTINGS = OccasionSettings()
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("др у смирновой 12 марта", ("смирновой", (12, 3, None))),
        ("ДР Смирнова 12.03.1985", ("Смирнова", (12, 3, 1985))),
        ("день рождения у Ольги Петровны 29 февраля", ("Ольги Петровны", (29, 2, None))),
        ("д.р. 12 марта 1985 смирнова", ("смирнова", (12, 3, 1985))),
        ("birthday of Smith 12 March", ("Smith", (12, 3, None))),
        ("др у смирновой", ("смирновой", None)),
        ("др 12 марта", ("", (12, 3, None))),
        ("дрова 12 марта", None),
        ("Ромашка", None),
    ],
)
def test_a_birthday_as_one_line(line: str, read: object) -> None:
    assert read_birthday_line(line) == read


def test_without_the_opening_word() -> None:
    assert read_person_and_birth("смирнова 12 марта") == ("смирнова", (12, 3, None))
    assert read_person_and_birth("ромашка") == ("ромашка", None)
    assert read_person_and_birth("") == ("", None)


def test_sections_of_a_long_holiday() -> None:
    """On 30 December the whole of the January holidays is to be congratulated; on 11 January the last days are belated."""
    last_day = date(2026, 12, 30)
    assert section_of(date(2027, 1, 7), last_day, CALENDAR) is Section.NOW
    assert moment_of(date(2027, 1, 7), last_day, CALENDAR) is Moment.EARLY
    assert section_of(date(2027, 1, 11), last_day, CALENDAR) is Section.MONTH
    assert moment_of(date(2027, 1, 11), last_day, CALENDAR) is Moment.DAY
    after = date(2027, 1, 11)
    assert current_occurrence(BirthDate(1, 7), after, CALENDAR, SETTINGS).day == date(2027, 1, 7)
    assert section_of(date(2027, 1, 7), after, CALENDAR) is Section.LATE
    assert moment_of(date(2027, 1, 7), after, CALENDAR) is Moment.LATE
    # Across the new year: 30 December is still within five working days of 11 January.
    assert current_occurrence(BirthDate(12, 30), after, CALENDAR, SETTINGS).day == date(2026, 12, 30)
    assert current_occurrence(BirthDate(12, 1), after, CALENDAR, SETTINGS).day == date(2027, 12, 1)
