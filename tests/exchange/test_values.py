from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.sheet import Value
from exchange.values import (
    BadValueError,
    Birthday,
    Phone,
    clean_text,
    find_tax_number,
    is_tax_number,
    parse_birthday,
    parse_bool,
    parse_date,
    parse_days,
    parse_decimal,
    parse_money,
    parse_phones,
    parse_tax_number,
)

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "kopecks"),
    [
        ("1 250,50", 125050),
        ("1\u00a0250,50", 125050),
        ("1\u202f250,50", 125050),
        ("1\u2009250,50", 125050),
        ("1\n245 300,00", 124530000),
        ("1 245 30\n0,00", 124530000),
        ("\u221240 000,00", -4000000),
        ("–40,00", -4000),
        ("(3 200,00)", -320000),
        ("150 000,00-", -15000000),
        ("318 000,00 руб.", 31800000),
        ("8 640,00 р.", 864000),
        ("100 ₽", 10000),
        ("12 руб. 05 коп.", 1205),
        ("1.234.567,89", 123456789),
        ("1,234,567.89", 123456789),
        ("1'234.50", 123450),
        ("12300.75", 1230075),
        ("210045,5", 21004550),
        ("88 900", 8890000),
        (" 9 315,25 ", 931525),
        ("0,000", 0),
        ("+5", 500),
        (96400.0, 9640000),
        (0.1 + 0.2, 30),
        (2.675, 268),
        (7, 700),
        ("", None),
        (" ", None),
        ("-", None),
        ("—", None),
    ],
)
def test_sums_as_people_write_them(text: Value, kopecks: int | None) -> None:
    assert parse_money(text) == kopecks


@pytest.mark.parametrize(
    "text",
    [
        "24 5О0,00",
        "1 2O5,00",
        "12 34,00",
        "1245 300,00",
        "н/д",
        "#REF!",
        "100 USD",
        "$5",
        "12.05.2026",
        "1,2,3",
        "--5",
        "5 %",
        "1e5",
        "٣",
        True,
        date(2026, 1, 1),
        float("inf"),
        float("nan"),
        1e30,
    ],
)
def test_what_is_no_sum_is_never_a_number(text: Value) -> None:
    with pytest.raises(BadValueError, match="not_a_number"):
        parse_money(text)


def test_thousands_or_three_decimals_is_not_guessed() -> None:
    with pytest.raises(BadValueError, match="ambiguous_number"):
        parse_money("1,250")
    assert parse_decimal("1,250") == Decimal("1.250")
    assert parse_money("0,125") == 13


@given(st.integers(-(10**15), 10**15))
def test_every_sum_survives_its_own_printing(kopecks: int) -> None:
    sign, rubles, rest = "-" if kopecks < 0 else "", abs(kopecks) // 100, abs(kopecks) % 100
    assert parse_money(f"{sign}{rubles:,}".replace(",", "\u00a0") + f",{rest:02}") == kopecks
    assert parse_money(f"{sign}{rubles}.{rest:02}") == kopecks


@given(st.text(max_size=20))
def test_any_text_is_a_number_nothing_or_a_plain_refusal(text: str) -> None:
    for parser in (
        parse_money,
        parse_decimal,
        parse_date,
        parse_days,
        parse_bool,
        parse_tax_number,
        lambda value: parse_birthday(value, TODAY),
    ):
        try:
            parser(text)
        except BadValueError:
            continue


@pytest.mark.parametrize(
    "value",
    [
        "12.07.2026",
        "12.07.26",
        "12.7.2026 г.",
        "2026-07-12",
        "12/07/2026",
        "12 июля 2026 г.",
        "12 июля 2026",
        "12-июл-26",
        "12.07.2026 0:00:00",
        "2026-07-12T09:30:00",
        "20260712",
        46215,
        46215.5,
        "46215",
        date(2026, 7, 12),
        datetime(2026, 7, 12, 9, 30),  # noqa: DTZ001 (spreadsheets know no zones)
    ],
)
def test_one_day_in_many_dresses(value: Value) -> None:
    assert parse_date(value) == date(2026, 7, 12)


@pytest.mark.parametrize(
    "value", ["31.02.2026", "12.13.2026", "05.11.0206", "завтра", "12.07", 15, True, "12 июля"]
)
def test_what_is_no_date_is_refused(value: Value) -> None:
    with pytest.raises(BadValueError, match="not_a_date"):
        parse_date(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12 марта", Birthday(12, 3)),
        ("12.03", Birthday(12, 3)),
        ("29.02", Birthday(29, 2)),
        ("--0312", Birthday(12, 3)),
        ("--03-12", Birthday(12, 3)),
        ("12.03.1985", Birthday(12, 3, 1985)),
        ("12.03.85", Birthday(12, 3, 1985)),
        ("12 марта 1948 г.", Birthday(12, 3, 1948)),
        ("1948-03-12", Birthday(12, 3, 1948)),
        (date(1985, 3, 12), Birthday(12, 3, 1985)),
        (31118, Birthday(12, 3, 1985)),
        ("март", Birthday(None, 3)),
        ("в марте 1985", Birthday(None, 3, 1985)),
        ("--03", Birthday(None, 3)),
        ("12.03.1900", Birthday(12, 3)),
        ("12-мар", Birthday(12, 3)),
        ("March 12", Birthday(12, 3)),
        (date(2026, 12, 30), Birthday(30, 12)),  # a table program puts its own year to «30.12»
        ("", None),
        ("-", None),
    ],
)
def test_birthdays_with_and_without_a_year(value: Value, expected: Birthday | None) -> None:
    assert parse_birthday(value, TODAY) == expected


@pytest.mark.parametrize(
    "value", ["30.02", "29.02.1985", "12.03.2027", "12.03.1850", "12.03.18", "весной", 0.5]
)
def test_what_is_no_birthday_is_refused(value: Value) -> None:
    with pytest.raises(BadValueError, match="not_a_birthday"):
        parse_birthday(value, TODAY)


def test_tax_numbers() -> None:
    assert parse_tax_number("7701254366") == "7701254366"
    assert parse_tax_number("6449483650/644901001") == "6449483650"
    assert parse_tax_number("ИНН 645178735044") == "645178735044"
    assert parse_tax_number(278075295.0) == "0278075295"
    assert find_tax_number("7701254367") == "7701254367"
    assert not is_tax_number("7701254367")
    for wrong in ("7701254367", "77012543", "645178735045", "77012O4366"):
        with pytest.raises(BadValueError, match="not_a_tax_number"):
            parse_tax_number(wrong)


def test_phones_keep_their_text() -> None:
    assert parse_phones("8 (845) 222-33-44, +7 917 555-01-42") == (
        Phone("8 (845) 222-33-44", "+78452223344"),
        Phone("+7 917 555-01-42", "+79175550142"),
    )
    assert parse_phones(89175550142.0) == (Phone("89175550142", "+79175550142"),)
    assert parse_phones("12-34") == (Phone("12-34"),)
    assert parse_phones("спросить") == ()


def test_small_values() -> None:
    assert parse_days("18 дн.") == 18
    assert [parse_bool(value) for value in ("да", "Нет", 1.0, True, "")] == [True, False, True, True, None]
    assert clean_text("  ООО  \u00a0«Дом»\u200b\n хлеба ") == "ООО «Дом» хлеба"
    with pytest.raises(BadValueError, match="not_a_boolean"):
        parse_bool("может быть")
    with pytest.raises(BadValueError, match="not_a_number"):
        parse_days("1,5")


def test_a_multiplier_keeps_the_kopecks() -> None:
    assert parse_money("120,50005", 1000) == 12050005
    assert parse_money(0.12345, 1000) == 12345
    assert parse_money("1,250", 1000) == 125000
