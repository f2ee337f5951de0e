"""Months by their codes, lines as they are typed, figures compared."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from capture.differences import finds, read_differences
from domain.calendar import CalendarSettings, WorkCalendar
from domain.pushes import next_week_start
from domain.reconciliation import compare, month_code, month_of, months_without

TODAY = date(2026, 11, 22)
OCTOBER = date(2026, 10, 1)


def test_months_have_codes() -> None:
    assert month_of(0, TODAY) == OCTOBER
    assert month_of(month_code(OCTOBER), TODAY) == OCTOBER
    assert month_of(202611, TODAY) == date(2026, 11, 1)
    for nonsense in (202612, 202613, 202600, 5, 999_912):
        assert month_of(nonsense, TODAY) is None


def test_months_without_a_signature_are_counted() -> None:
    assert months_without(OCTOBER, date(2026, 9, 1), None) == 1
    assert months_without(OCTOBER, date(2026, 7, 1), None) == 3
    assert months_without(OCTOBER, OCTOBER, None) == 0
    assert months_without(OCTOBER, None, date(2026, 9, 15)) == 2
    assert months_without(OCTOBER, None, None) == 1
    assert months_without(OCTOBER, date(2020, 1, 1), None) == 12


@pytest.mark.parametrize(
    ("line", "document", "theirs", "ours"),
    [
        ("1203: у них 90 000", "1203", 90_000_00, None),
        ("1203: 90 тыс", "1203", 90_000_00, None),
        ("1203 - 90000", "1203", 90_000_00, None),
        ("1203 90 000,50", "1203", 90_000_50, None),
        ("Реализация 1203 от 05.11 у них 90 000", "Реализация 1203 от 05.11", 90_000_00, None),
        ("1250 нет у них", "1250", 0, None),
        ("1250 нет", "1250", 0, None),
        ("п/п 718 = 0", "п/п 718", 0, None),
        ("1203: у нас 120 500, у них 90 000", "1203", 90_000_00, 120_500_00),
        ("платёж 718: у них 5000, нет у нас", "платёж 718", 5_000_00, 0),
        ("1203: theirs 90 000", "1203", 90_000_00, None),
    ],
)
def test_a_line_names_a_document_and_their_figure(
    line: str, document: str, theirs: int, ours: int | None
) -> None:
    (said,), comment = read_differences(line)
    assert (said.document, said.theirs, said.ours, comment) == (document, theirs, ours, "")


def test_what_is_no_figure_is_a_comment() -> None:
    for text in ("Ольга проверит 25.11.2026", "позвонить 25.11", "Реализация 1203 от 05.11", "1203"):
        assert read_differences(text) == ((), text)
    said, comment = read_differences("1203: у них 90 000\n1250 нет у них; Ольга ищет накладную")
    assert [one.document for one in said] == ["1203", "1250"]
    assert comment == "Ольга ищет накладную"


def test_a_number_finds_its_document() -> None:
    name = "Реализация товаров и услуг 00001203 от 05.10.2026"
    assert finds("1203", name)
    assert finds("реализация товаров", name)
    assert not finds("5", name)
    assert not finds("2026", name)


def test_a_payment_counts_the_other_way() -> None:
    assert compare("1203", 120_00, 90_00).difference == 30_00
    assert compare("718", 0, 50_00, credit=True).difference == 50_00


def test_mondays_word_comes_on_the_first_working_day_of_a_week() -> None:
    calendar = WorkCalendar.from_settings(CalendarSettings())
    zone = ZoneInfo("Europe/Moscow")

    def after(year: int, month: int, day: int, hour: int = 12) -> tuple[int, int]:
        moment = datetime(year, month, day, hour, tzinfo=zone)
        found = next_week_start(moment, time(9, 30), zone, calendar).astimezone(zone)
        assert (found.hour, found.minute) == (9, 30)
        return found.month, found.day

    assert after(2026, 11, 22) == (11, 23)
    assert after(2026, 11, 23, 9) == (11, 23)
    assert after(2026, 11, 23) == (11, 30)
    assert after(2026, 2, 22) == (2, 24), "the 23rd is a holiday"
    assert after(2025, 12, 30) == (1, 12), "a week wholly off is passed over"
