from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from capture.counters import read_counter
from capture.discount_rules import RuleWords, read_promotion, read_rule
from domain.calendar import CalendarSettings, WorkCalendar
from domain.prices import Asked, CounterError
from domain.units import Unit

TODAY = date(2026, 11, 23)
CALENDAR = WorkCalendar.from_settings(CalendarSettings())
ASKED = {
    1: Asked(11, 150_00, 132_00, Decimal(5)),
    3: Asked(13, 80_00, 72_00, Decimal(5)),
}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("масло от 50 кор 5 %", {"subject": "масло", "quantity": Decimal(50), "unit": Unit.BOX}),
        ("масло 82,5 от 20 5%", {"subject": "масло 82,5", "quantity": Decimal(20)}),
        ("класс А 5%", {"client_class": "A"}),
        ("колонка опт 5 %", {"column": "опт"}),
        ("заказ от 100 тыс 5 %", {"amount": 100_000_00}),
        ("от 50 000 5%", {"amount": 50_000_00}),
        ("Ромашка на масло 5%", {"subject": "Ромашка", "goods": "масло"}),
        ("5% на всё", {"every": True}),
        ("butter from 50 box 5%", {"subject": "butter", "quantity": Decimal(50), "unit": Unit.BOX}),
    ],
)
def test_parts_of_a_rule(text: str, said: dict[str, Any]) -> None:
    assert read_rule(text, TODAY, CALENDAR) == RuleWords(Decimal(5), **said)


@pytest.mark.parametrize(
    ("text", "subject", "ends"),
    [
        ("Ромашка 3 % на всё до 31.12", "Ромашка", date(2026, 12, 31)),
        ("молоко −10 % до пятницы", "молоко", date(2026, 11, 27)),
        ("молоко 3,2 -10% на неделю", "молоко 3,2", date(2026, 11, 30)),
    ],
)
def test_terms_of_a_rule(text: str, subject: str, ends: date) -> None:
    rule = read_rule(text, TODAY, CALENDAR)
    assert rule is not None
    assert (rule.subject, rule.starts, rule.ends) == (subject, TODAY, ends)


@pytest.mark.parametrize("text", ["масло 5", "масло 5 % и молоко 3 %", "", "%", "м" * 201 + " 5%"])
def test_no_rule(text: str) -> None:
    assert read_rule(text, TODAY, CALENDAR) is None


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("7 %", {11: 139_50, 13: 74_40}),
        ("7", {11: 139_50, 13: 74_40}),
        ("1 — 7 %, 3 по 75", {11: 139_50, 13: 75_00}),
        ("1 по 140", {11: 140_00, 13: 76_00}),
        ("№3: 6%", {11: 142_50, 13: 75_20}),
        ("12 %", {11: 132_00, 13: 72_00}),
    ],
)
def test_counter_offers(text: str, prices: dict[int, int]) -> None:
    assert read_counter(text, ASKED) == prices


def test_a_bare_price_of_the_only_line() -> None:
    assert read_counter("140", {1: ASKED[1]}) == {11: 140_00}


@pytest.mark.parametrize(
    "text", ["", "20 %", "3 %", "1 по 100", "2 — 7 %", "можно", "1 — 7 % и всё", "1 — 149"]
)
def test_counter_offers_that_cannot_be(text: str) -> None:
    with pytest.raises(CounterError):
        read_counter(text, ASKED)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("акция Весенняя: 5 % на масло", ("Весенняя", "5 % на масло")),
        ("по акции «Масло недели»: 7%", ("Масло недели", "7%")),
        ("promotion “Spring”: 5% on butter", ("Spring", "5% on butter")),
        ("акция на масло 5 %", None),
        ("масло от 50 кор 5 %", None),
    ],
)
def test_a_promotion_named_before_its_rule(text: str, said: tuple[str, str] | None) -> None:
    assert read_promotion(text) == said
