"""Lines about who is away: «отпуск 12–26.06 → Ира»."""

from datetime import date

import pytest

from capture.absences import AbsenceLine, is_absence, read_absence
from domain.absences import AbsenceKind
from domain.calendar import CalendarSettings, WorkCalendar

TODAY = date(2026, 11, 23)
CALENDAR = WorkCalendar.from_settings(CalendarSettings())
DEC = date(2026, 12, 1), date(2026, 12, 14)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("отпуск 1–14.12 → Ира", (AbsenceKind.VACATION, "", *DEC, "Ира")),
        ("Отпуск Анны 1-14.12 -> Ира", (AbsenceKind.VACATION, "Анны", *DEC, "Ира")),
        (
            "отпуск: Анна, 1.12-14.12, за меня Ира Петрова",
            (AbsenceKind.VACATION, "Анна", *DEC, "Ира Петрова"),
        ),
        ("в отпуске с 1 по 14 декабря, замещает Игорь", (AbsenceKind.VACATION, "", *DEC, "Игорь")),
        ("отпуск 1–14.12 Анна → Ира", (AbsenceKind.VACATION, "Анна", *DEC, "Ира")),
        ("больничный до пятницы", (AbsenceKind.SICK, "", TODAY, date(2026, 11, 27), "")),
        ("заболела → Ира", (AbsenceKind.SICK, "", None, None, "Ира")),
        ("отгул завтра", (AbsenceKind.OTHER, "", date(2026, 11, 24), date(2026, 11, 24), "")),
        ("командировка 3–5 декабря", (AbsenceKind.TRIP, "", date(2026, 12, 3), date(2026, 12, 5), "")),
        ("отпуск 28.12–8.01 → Ира", (AbsenceKind.VACATION, "", date(2026, 12, 28), date(2027, 1, 8), "Ира")),
        ("vacation 1–14.12 → Igor", (AbsenceKind.VACATION, "", *DEC, "Igor")),
        ("Anna's vacation 1–14.12 → Igor", (AbsenceKind.VACATION, "Anna", *DEC, "Igor")),
        ("my vacation 1–14.12 → Igor", (AbsenceKind.VACATION, "", *DEC, "Igor")),
        ("sick leave tomorrow", (AbsenceKind.SICK, "", date(2026, 11, 24), date(2026, 11, 24), "")),
        ("отпуск", (AbsenceKind.VACATION, "", None, None, "")),
        ("отпуск у Анны с 1 по 14 декабря → Ира", (AbsenceKind.VACATION, "Анны", *DEC, "Ира")),
        ("больничный на 3 дня", (AbsenceKind.SICK, "", TODAY, date(2026, 11, 25), "")),
        ("больничный Анны неделя", (AbsenceKind.SICK, "Анны", TODAY, date(2026, 11, 29), "")),
        ("отпуск с 1.12 на 2 недели", (AbsenceKind.VACATION, "", *DEC, "")),
        ("vacation from 1.12 for 2 weeks", (AbsenceKind.VACATION, "", *DEC, "")),
        ("меня не будет завтра", (AbsenceKind.OTHER, "", date(2026, 11, 24), date(2026, 11, 24), "")),
    ],
)
def test_a_line_says_who_when_and_who_instead(line: str, expected: tuple[object, ...]) -> None:
    assert read_absence(line, TODAY, CALENDAR) == AbsenceLine(*expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "line",
    ["ромашка в отпуске до 12", "вектор думает", "отпускная цена 140", "больница № 5 заказ", "tripod 5"],
)
def test_what_is_about_a_client_is_no_absence(line: str) -> None:
    assert not is_absence(line)
    assert read_absence(line, TODAY, CALENDAR) is None
