"""What people type when they are asked when, how much, and whose birthday."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.answers import read_amount, read_birth, read_day, read_moment, read_sum_and_day
from domain.calendar import WorkCalendar

CALENDAR = WorkCalendar()
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, 30, tzinfo=ZoneInfo("Europe/Moscow"))


def november(day: int) -> date:
    return date(2026, 11, day)


def december(day: int) -> date:
    return date(2026, 12, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("сегодня", november(23)),
        ("Завтра", november(24)),
        ("до завтра", november(24)),
        ("послезавтра", november(25)),
        ("day after tomorrow", november(25)),
        ("tomorrow", november(24)),
        ("пт", november(27)),
        ("Пт.", november(27)),
        ("в пятницу", november(27)),
        ("к пятнице", november(27)),
        ("on friday", november(27)),
        ("fri", november(27)),
        ("в понедельник", november(30)),
        ("next monday", november(30)),
        ("в следующую среду", december(2)),
        ("на следующей неделе в среду", december(2)),
        ("в среду на следующей неделе", december(2)),
        ("на следующей неделе", november(30)),
        ("в начале недели", november(30)),
        ("next week", november(30)),
        ("через неделю", november(30)),
        ("через две недели", december(7)),
        ("in 2 weeks", december(7)),
        ("через 3 дня", november(26)),
        ("через пару дней", november(25)),
        ("через два рабочих дня", november(25)),
        ("через 5 рабочих дней", november(30)),
        ("следующий рабочий день", november(24)),
        ("через месяц", december(23)),
        ("через полгода", date(2027, 5, 23)),
        ("через год", date(2027, 11, 23)),
        ("25", november(25)),
        ("25-го", november(25)),
        ("до 25 числа", november(25)),
        ("двадцать пятого", november(25)),
        ("до 23-го", november(23)),
        ("20", december(20)),
        ("31", december(31)),
        ("25.11", november(25)),
        ("25/11", november(25)),
        ("25 ноября", november(25)),
        ("25-го ноября", november(25)),
        ("двадцать пятого ноября", november(25)),
        ("25 nov", november(25)),
        ("Nov 25", november(25)),
        ("20.11", date(2027, 11, 20)),
        ("25.11.2026", november(25)),
        ("25.11.26", november(25)),
        ("2026-11-25", november(25)),
        ("25 ноября 2026 г.", november(25)),
        ("20.11.2026", november(20)),
        ("пт, 27 ноября", november(27)),
        ("пт 27.11", november(27)),
        ("до конца недели", november(27)),
        ("до конца месяца", november(30)),
        ("в конце следующего месяца", december(31)),
        ("до конца года", december(31)),
        ("в начале месяца", december(1)),
        ("by the end of the month", november(30)),
    ],
)
def test_days(text: str, day: date) -> None:
    assert read_day(text, MONDAY, CALENDAR) == day


@pytest.mark.parametrize(
    "text",
    ["", "потом", "скоро", "31.02", "32", "0", "чт 27.11", "в 15", "5/6", "25.11 или 26.11", "через день", "через полтора дня",
     "через 0 дней", "25.13", "29.02", "завтра наверное", "через 5 рабочих недель", "25 25", "ноября", "x" * 500, "25.11.0000"],
)  # fmt: skip
def test_what_is_no_day(text: str) -> None:
    assert read_day(text, MONDAY, CALENDAR) is None


def test_days_that_depend_on_today() -> None:
    assert read_day("до конца недели", november(28), CALENDAR) == december(4)
    assert read_day("до конца недели", november(27), CALENDAR) == november(27)
    assert read_day("в пятницу", november(27), CALENDAR) == december(4)
    assert read_day("31", date(2027, 2, 10), CALENDAR) == date(2027, 3, 31)
    assert read_day("через месяц", date(2027, 1, 31), CALENDAR) == date(2027, 2, 28)
    assert read_day("29 февраля", date(2028, 1, 10), CALENDAR) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("в 15", november(23), time(15)),
        ("15:30", november(23), time(15, 30)),
        ("15.30", november(23), time(15, 30)),
        ("в 3", november(23), time(15)),
        ("7:30", november(23), time(19, 30)),
        ("07:30", november(24), time(7, 30)),
        ("в 3 утра", november(24), time(3)),
        ("в 12 ночи", november(24), time(0)),
        ("в 7 вечера", november(23), time(19)),
        ("вечером в 7", november(23), time(19)),
        ("at 3 pm", november(23), time(15)),
        ("9 am", november(24), time(9)),
        ("в 11", november(24), time(11)),
        ("в 15 часов", november(23), time(15)),
        ("в 15ч", november(23), time(15)),
        ("утром", november(24), time(9)),
        ("до обеда", november(24), time(11)),
        ("в обед", november(23), time(13)),
        ("после обеда", november(23), time(14)),
        ("вечером", november(23), time(17)),
        ("in the afternoon", november(23), time(14)),
        ("через час", november(23), time(13, 30)),
        ("через полчаса", november(23), time(13)),
        ("через полтора часа", november(23), time(14)),
        ("in 30 minutes", november(23), time(13)),
        ("чт после обеда", november(26), time(14)),
        ("завтра утром", november(24), time(9)),
        ("завтра утром в 10", november(24), time(10)),
        ("завтра 15", november(24), time(15)),
        ("в пятницу в 15.10", november(27), time(15, 10)),
        ("25.11 15:00", november(25), time(15)),
        ("25 ноября в 15:30", november(25), time(15, 30)),
        ("в 10 в среду", november(25), time(10)),
        ("через 3 дня в 4", november(26), time(16)),
        ("сегодня в 9", november(23), time(9)),
        ("до 15-го", december(15), None),
        ("в 12.10", november(24), time(12, 10)),
        ("12.10", date(2027, 10, 12), None),
        ("25", november(25), None),
        ("завтра", november(24), None),
        ("tomorrow morning", november(24), time(9)),
    ],
)
def test_moments(text: str, day: date, clock: time | None) -> None:
    assert read_moment(text, NOW, CALENDAR) == (day, clock)


@pytest.mark.parametrize(
    "text", ["", "15", "до 15", "в 25", "в 15:75", "потом", "завтра в пятницу", "в 15 в 16", "в 15 утра"]
)
def test_what_is_no_moment(text: str) -> None:
    assert read_moment(text, NOW) is None


def test_a_number_that_is_both_the_hour_and_the_day_is_neither() -> None:
    assert read_moment("пт 27", NOW) is None
    assert read_moment("пт 15", NOW) == (november(27), time(15))
    assert read_moment("пт 15", NOW.replace(month=5, day=11)) is None


@pytest.mark.parametrize(
    ("text", "roubles"),
    [
        ("120 000", 120_000),
        ("120\u00a0000", 120_000),
        ("120\u202f000 ₽", 120_000),
        ("120000", 120_000),
        ("120000р", 120_000),
        ("120000 рублей.", 120_000),
        ("1'000", 1000),
        ("1.250.000", 1_250_000),
        ("1,250,000.50", None),
        ("250 тыр", 250_000),
        ("250тыс.", 250_000),
        ("120 т.р.", 120_000),
        ("120 т. р.", 120_000),
        ("12к", 12_000),
        ("12 K", 12_000),
        ("1,5 млн", 1_500_000),
        ("2 ляма", 2_000_000),
        ("1 млн 200 тыс", 1_200_000),
        ("2 тыс 500", 2500),
        ("1 млн 250 000 руб.", 1_250_000),
        ("полтора миллиона", 1_500_000),
        ("полмиллиона", 500_000),
        ("двадцать пять тысяч", 25_000),
        ("сто двадцать тыс", 120_000),
        ("пара тысяч", 2000),
        ("десяток тысяч", 10_000),
        ("тысяча", 1000),
        ("сто", 100),
        ("0", 0),
    ],
)
def test_amounts(text: str, roubles: int | None) -> None:
    assert read_amount(text) == (None if roubles is None else roubles * 100)


def test_kopecks() -> None:
    assert read_amount("99 р 50 коп") == 9950
    assert read_amount("99,50") == 9950
    assert read_amount("99.5 руб") == 9950
    assert read_amount("50 коп") == 50


@pytest.mark.parametrize(
    "text",
    ["", "-5", "5%", "120.000", "120,000", "1 2", "12 34 56", "двадцать сто", "тыс", "р", "коп", "всё", "около 100", "1 тыс 2 млн",
     "99,5 р 50 коп", "1 тыс 5000", "9" * 30, "10 шт", "пятнадцать пять", "99 р 50"],
)  # fmt: skip
def test_what_is_no_amount(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("120 тыс в пятницу", (12_000_000, november(27))),
        ("в пятницу 120 тыс", (12_000_000, november(27))),
        ("120 завтра", (12_000, november(24))),
        ("120 25 ноября", (12_000, november(25))),
        ("5 тыс 25", (500_000, november(25))),
        ("1 250 000 до конца месяца", (125_000_000, november(30))),
        ("пятница", (None, november(27))),
        ("25 25.11", None),
        ("120", None),
        ("120 тыс", None),
        ("заплатят", None),
    ],
)
def test_a_sum_and_a_day(text: str, expected: tuple[int | None, date] | None) -> None:
    assert read_sum_and_day(text, MONDAY, CALENDAR) == expected


@pytest.mark.parametrize(
    ("text", "birth"),
    [
        ("12 марта", (12, 3, None)),
        ("12.03", (12, 3, None)),
        ("12.03.1985", (12, 3, 1985)),
        ("12.03.85", (12, 3, 1985)),
        ("12.03.05", (12, 3, 2005)),
        ("1985-03-12", (12, 3, 1985)),
        ("12 марта 1985 г.", (12, 3, 1985)),
        ("12 марта 1985 г.р.", (12, 3, 1985)),
        ("12 марта 1985 года рождения", (12, 3, 1985)),
        ("двенадцатого марта", (12, 3, None)),
        ("March 12, 1985", (12, 3, 1985)),
        ("12 мар.", (12, 3, None)),
        ("29 февраля", (29, 2, None)),
        ("29.02.1984", (29, 2, 1984)),
        ("29.02.1985", None),
        ("31.04", None),
        ("12.03.20", None),
        ("12.03.1800", None),
        ("5/6", None),
        ("25/6", (25, 6, None)),
        ("12", None),
        ("в марте", None),
        ("", None),
    ],
)
def test_births(text: str, birth: tuple[int, int, int | None] | None) -> None:
    assert read_birth(text) == birth


READERS: list[Callable[[str], Any]] = [
    lambda text: read_day(text, MONDAY, CALENDAR),
    lambda text: read_moment(text, NOW, CALENDAR),
    lambda text: read_sum_and_day(text, MONDAY, CALENDAR),
    read_amount,
    read_birth,
]
WORDS = [
    "в", "до", "к", "на", "через", "завтра", "сегодня", "пятницу", "ср", "следующей", "неделе", "недели", "неделю", "три", "полтора",
    "день", "дня", "рабочих", "месяц", "месяца", "конца", "начале", "25", "3", "15:30", "25.11", "31.12.2026", "29.02", "0", "99",
    "ноября", "мая", "четвёртое", "двадцать", "трёх", "тыс", "млн", "к", "р", "руб.", "коп", "1,5", "000", "120", "утра", "вечером",
    "обеда", "после", "через", "час", "минут", "tomorrow", "fri", "next", "end", "of", "the", "nov", "in", "a", "week", "pm", "at",
]  # fmt: skip
phrases = st.one_of(
    st.text(max_size=30), st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), st.text("0123456789.,:/- тыск№", max_size=14)
)  # fmt: skip


@given(phrases)
def test_no_answer_breaks_a_reader_and_case_and_yo_do_not_matter(text: str) -> None:
    for read in READERS:
        answer = read(text)
        assert read(text.casefold()) == answer
        assert read(text.upper()) == answer or text.upper().casefold() != text.casefold()
        assert read(text.replace("е", "ё").replace("Е", "Ё")) == answer
        assert read(text.replace("ё", "е").replace("Ё", "Е")) == answer


@given(st.integers(0, 10**12))
def test_every_sum_is_read_back(roubles: int) -> None:
    for text in (
        f"{roubles}",
        f"{roubles:,}".replace(",", " "),
        f"{roubles:,}".replace(",", "\u202f") + " ₽",
    ):
        assert read_amount(text) == roubles * 100


@given(st.dates(date(2026, 11, 23), date(2035, 12, 31)))
def test_every_day_written_in_full_is_read_back(day: date) -> None:
    months = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]  # fmt: skip
    for text in (
        f"{day:%d.%m.%Y}",
        f"{day:%d.%m.%y}",
        f"{day:%Y-%m-%d}",
        f"{day.day} {months[day.month - 1]} {day.year} г.",
    ):
        assert read_day(text, MONDAY, CALENDAR) == day
