"""For whom a promotion is, which comes first; spans of days as people type them; the market sheet."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.day_spans import read_span
from domain.calendar import WorkCalendar
from domain.competitors import MarketNote, SheetLine, market_sheet
from domain.promotions import Aim, Audience, Promotion, PromotionError, Target, check_dates, is_for, pick
from domain.reasons import ClientClass

TODAY = date(2026, 11, 23)
CAFE = Target("client", "A", "Кафе и рестораны")


@pytest.mark.parametrize(
    ("aim", "fits"),
    [
        (Aim(), True),
        (Aim(frozenset({ClientClass.A, ClientClass.B})), True),
        (Aim(frozenset({ClientClass.C})), False),
        (Aim(audience=Audience.LEADS), False),
        (Aim(industries=("кафе", "столовые")), True),
        (Aim(industries=("ресторан",)), True),
        (Aim(industries=("стройка",)), False),
    ],
)
def test_an_aim_is_met_by_all_it_asks(aim: Aim, fits: bool) -> None:
    assert is_for(aim, CAFE) is fits
    assert not is_for(Aim(industries=("кафе",)), Target("client", "A", ""))


def test_what_ends_first_is_told_first_and_what_was_told_never() -> None:
    long = Promotion(1, "Весна", "…", TODAY, TODAY + timedelta(days=30), Aim())
    short = Promotion(2, "Неделя", "…", TODAY, TODAY + timedelta(days=7), Aim())
    ahead = Promotion(3, "Потом", "…", TODAY + timedelta(days=1), TODAY + timedelta(days=2), Aim())
    assert pick([long, short, ahead], CAFE, TODAY, ()) == short
    assert pick([long, short, ahead], CAFE, TODAY, {2}) == long
    assert pick([long, short, ahead], CAFE, TODAY, {1, 2}) is None


@given(st.sets(st.sampled_from(ClientClass)), st.sampled_from(Audience), st.sampled_from(ClientClass))
def test_a_wider_aim_reaches_whom_a_narrower_does(
    classes: set[ClientClass], audience: Audience, grade: ClientClass
) -> None:
    client = Target("client", grade.value, "")
    if is_for(Aim(frozenset(classes), audience), client):
        assert is_for(Aim(audience=audience), client)
        assert is_for(Aim(), client)


def test_it_must_end_today_or_later() -> None:
    check_dates(TODAY - timedelta(days=3), TODAY, TODAY)
    with pytest.raises(PromotionError):
        check_dates(TODAY - timedelta(days=3), TODAY - timedelta(days=1), TODAY)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("с 1.12 до 15.12", (date(2026, 12, 1), date(2026, 12, 15))),
        ("10–12 марта", (date(2027, 3, 10), date(2027, 3, 12))),
        ("с 12 по 14 марта", (date(2027, 3, 12), date(2027, 3, 14))),
        ("до конца месяца", (TODAY, date(2026, 11, 30))),
        ("2 недели", (TODAY, date(2026, 12, 7))),
        ("15.03.2027", (date(2027, 3, 15), date(2027, 3, 15))),
        ("как-нибудь", None),
    ],
)
def test_days_from_and_until(text: str, span: tuple[date, date] | None) -> None:
    assert read_span(text, TODAY, WorkCalendar()) == span


def test_the_sheet_sets_this_week_against_the_last() -> None:
    last, now = TODAY - timedelta(days=9), TODAY - timedelta(days=1)
    notes = [
        MarketNote("Опт-Сервис", "Гречка", last, 7000, 9000),
        MarketNote("опт-сервис", "Гречка", now, 6800, 9000),
        MarketNote("опт-сервис", "гречка", TODAY, 6750, 9000),
        MarketNote("Молснаб", "", now, change=Decimal(-5)),
        MarketNote("Ушедший", "Рис", last, 5000),
    ]
    first, second = market_sheet(reversed(notes), TODAY)
    assert first == SheetLine("опт-сервис", "гречка", 2, 6750, 7000, 9000, None)
    assert first.difference == -25
    assert (second.rival, second.price, second.change) == ("Молснаб", None, Decimal(-5))
