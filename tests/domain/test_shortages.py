"""What lacks, when logistics is asked again, what stands in."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import CalendarSettings, WorkCalendar
from domain.checks import CheckSettings
from domain.reasons import Candidate, RankingSettings, ReasonKind, reasons_for
from domain.shortages import (
    Offer,
    ShortageSettings,
    ask_arrival_at,
    first_nudge,
    missing_of,
    next_nudge,
    pick_analogues,
)
from tests.office import MONDAY, MOSCOW

SETTINGS = ShortageSettings()
CALENDAR = WorkCalendar.from_settings(CalendarSettings())
CHEESE = Offer(1, "Сыр", "кг", None, Decimal(0), 500_00)
quantities = st.decimals(min_value=0, max_value=1000, places=3)


@given(quantities, quantities)
def test_what_is_there_and_what_lacks_is_the_whole(wanted: Decimal, stock: Decimal) -> None:
    missing = missing_of(wanted, stock)
    assert 0 <= missing <= wanted
    assert missing == 0 or missing + stock == wanted


def test_nobody_knows_the_stock() -> None:
    assert missing_of(Decimal(5), None) == 0
    assert missing_of(Decimal(5), Decimal(-3)) == 5


def test_the_clock_keeps_to_working_hours() -> None:
    assert first_nudge(MONDAY.replace(hour=9), CALENDAR, SETTINGS) == MONDAY.replace(hour=13)
    evening, friday = MONDAY.replace(hour=16), MONDAY.replace(day=27, hour=17)
    assert first_nudge(evening, CALENDAR, SETTINGS) == MONDAY.replace(day=24, hour=9)
    assert next_nudge(friday, CALENDAR, SETTINGS) == MONDAY.replace(day=30, hour=9)
    late = ask_arrival_at(friday.date(), MONDAY, CALENDAR, SETTINGS)
    assert late == datetime(2026, 11, 30, 9, tzinfo=MOSCOW)


def test_an_analogue_is_there_alike_and_taken_first() -> None:
    near, taken, dear, gone, boxed = (
        replace(CHEESE, id=2, stock=Decimal(9), price=490_00),
        replace(CHEESE, id=3, stock=Decimal(9), price=600_00, taken=2),
        replace(CHEESE, id=4, stock=Decimal(9), price=700_00),
        replace(CHEESE, id=5),
        replace(CHEESE, id=6, stock=Decimal(9), unit="шт"),
    )
    offers = [CHEESE, near, taken, dear, gone, boxed]
    assert [one.id for one in pick_analogues(CHEESE, offers, SETTINGS, 4)] == [3, 2]
    assert [one.id for one in pick_analogues(CHEESE, offers, SETTINGS, 1)] == [3]
    assert pick_analogues(CHEESE, offers, SETTINGS, 4, Decimal(10)) == []  # too little of either


def test_points_go_by_group_and_the_rest_by_the_star() -> None:
    settings = CheckSettings({"Сыры": ("lot", "term"), "*": ("packing",)})
    assert settings.points_of(["сыры", "Бакалея", "сыры"]) == (
        ("сыры", "lot"),
        ("сыры", "term"),
        ("Бакалея", "packing"),
    )
    assert CheckSettings().points_of(["Сыры"]) == ()


def test_goods_that_came_are_a_reason_until_something_is_agreed() -> None:
    today = MONDAY.date()
    came = Candidate(1, last_contact=today - timedelta(days=9), arrived="Сыр", arrived_on=today)
    later = replace(came, next_day=today + timedelta(days=3))
    agreed = replace(later, last_contact=today, arrived_on=today - timedelta(days=1))

    def kinds(candidate: Candidate) -> set[ReasonKind]:
        found = reasons_for(candidate, now=MONDAY, settings=RankingSettings())
        return {reason.kind for reason in found}

    assert ReasonKind.ARRIVED in kinds(came)
    assert ReasonKind.ARRIVED in kinds(later)
    assert ReasonKind.ARRIVED not in kinds(agreed)
