"""Birthdays told in lines of other news: a short year, a month alone, a role instead of a name."""

import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from capture.command import answer_of, world_of

CONTEXT = json.loads((Path(__file__).parent / "lines" / "food.context.json").read_text(encoding="utf-8"))
WORLD, ZONE = world_of(CONTEXT), ZoneInfo(CONTEXT["timezone"])


def read(text: str) -> list[dict[str, Any]]:
    acts: list[dict[str, Any]] = answer_of({"text": text}, WORLD, CONTEXT["now"], ZONE)["acts"]
    return acts


@pytest.mark.parametrize(
    ("line", "person", "born"),
    [
        ("смирнова родилась 12 марта 85", "p1", {"day": 12, "month": 3, "year": 1985}),
        ("ахметов вектор др 3 мая 79, перезвонить завтра", "p3", {"day": 3, "month": 5, "year": 1979}),
        ("др у смирновой в марте", "p1", {"month": 3}),
        ("тарасова родилась в апреле 1985", "p6", {"month": 4, "year": 1985}),
        ("у смирновой из ромашки юбилей 12 марта 1976", "p1", {"day": 12, "month": 3, "year": 1976}),
        ("у директора ромашки др 5 мая", "p2", {"day": 5, "month": 5}),
        ("смирнова заказала сыр 5 кг, др у нее в марте", "p1", {"month": 3}),
    ],
)
def test_when_and_whose(line: str, person: str, born: dict[str, int]) -> None:
    [act] = [act for act in read(line) if act["act"] == "birthday"]
    assert act["person"] == person
    assert {name: act[name] for name in ("day", "month", "year") if name in act} == born


def test_a_firms_own_jubilee_stays_a_note() -> None:
    assert [act["act"] for act in read("у ромашки юбилей 12 марта")] == ["note"]
