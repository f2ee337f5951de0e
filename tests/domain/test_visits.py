"""When a visit is spoken of, and how a training is read."""

from datetime import datetime, timedelta

import pytest

from domain.visits import VisitSettings, ask_when, brief_at, close_when, over_at, read_training
from tests.office import MOSCOW

SETTINGS = VisitSettings()
DAY = datetime(2026, 11, 24, tzinfo=MOSCOW)
NOON = DAY.replace(hour=12)


def test_the_brief_comes_before_the_hour_or_in_the_morning() -> None:
    assert brief_at(DAY, NOON, SETTINGS) == NOON - timedelta(minutes=30)
    assert brief_at(DAY, None, SETTINGS) == DAY.replace(hour=9)
    assert over_at(DAY, NOON, SETTINGS) == DAY.replace(hour=13)
    assert over_at(DAY, None, SETTINGS).date() == DAY.date()


def test_an_open_visit_is_asked_about_in_the_evening_and_closed_in_the_morning() -> None:
    assert ask_when(NOON, SETTINGS) == DAY.replace(hour=18, minute=30)
    late = DAY.replace(hour=17, minute=30)
    assert ask_when(late, SETTINGS) == late + timedelta(hours=2)
    assert close_when(NOON, SETTINGS) == DAY + timedelta(days=1, hours=8, minutes=30)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("сыры, 4 чел", ("сыры", 4)),
        ("выкладка молочки — 12", ("выкладка молочки", 12)),
        ("cheese 4 people", ("cheese", 4)),
        ("сыры 50% жирности: 3 чел.", ("сыры 50% жирности", 3)),
        ("сыры", None),
        ("4", None),
        ("сыры, 0 чел", None),
        ("был директор, договорились на 5 число и ещё поговорили", None),
    ],
)
def test_a_training_in_one_line(text: str, found: tuple[str, int] | None) -> None:
    assert read_training(text) == found


def test_a_list_that_no_thumb_ticks_is_refused() -> None:
    with pytest.raises(ValueError, match="at most"):
        VisitSettings(checklist=tuple(map(str, range(13))))
