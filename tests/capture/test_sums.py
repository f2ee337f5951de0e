"""Numbers and sums of money found inside a longer line."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.language.sums import Number, Sum, numbers_at, sum_at
from capture.language.tokens import tokens_of


def number_of(text: str) -> Number | None:
    return numbers_at(tokens_of(text), 0)


def sum_of(text: str) -> Sum | None:
    return sum_at(tokens_of(text), 0)


@pytest.mark.parametrize(
    ("text", "value", "tokens"),
    [
        ("82,5", "82.5", 1),
        ("1 200", "1", 1),
        ("двадцать пять мешков", "25", 2),
        ("двадцати пяти", "25", 2),
        ("полторы тонны", "1.5", 1),
        ("полутора", "1.5", 1),
        ("пару кор", "2", 1),
        ("десяток кор", "10", 1),
        ("два десятка", "20", 2),
        ("полсотни", "50", 1),
        ("дюжина", "12", 1),
        ("двое", "2", 1),
        ("сто двадцать", "120", 2),
        ("двести пять", "205", 2),
        ("тысяча двести", "1200", 2),
        ("две тысячи", "2000", 2),
        ("полторы тысячи", "1500", 2),
        ("сто двадцать пять тысяч триста", "125300", 5),
        ("два миллиона триста тысяч", "2300000", 4),
        ("два с половиной", "2.5", 3),
        ("пятнадцать пять", "15", 1),
        ("двадцать сто", "20", 1),
        ("ноль", "0", 1),
    ],
)
def test_numbers(text: str, value: str, tokens: int) -> None:
    assert number_of(text) == Number(0, tokens, Decimal(value))


@pytest.mark.parametrize(
    "text", ["пятого", "двадцать пятого", "масло", "полтонны", "тысяч", "", ",", "1" * 30]
)
def test_what_is_no_number(text: str) -> None:
    assert number_of(text) is None


@pytest.mark.parametrize(
    ("text", "roubles", "tokens", "marked"),
    [
        ("120к", "120000", 2, True),
        ("120 к до пятницы", "120000", 2, True),
        ("50к к пятнице", "50000", 2, True),
        ("50 к пятнице", "50", 1, False),
        ("50 к 15-му", "50", 1, False),
        ("85 300", "85300", 2, False),
        ("85 300 р.", "85300", 4, True),
        ("120.000", "120000", 1, False),
        ("1.250.000", "1250000", 3, False),
        ("1 250 000,50", "1250000.50", 3, False),
        ("18 500 руб", "18500", 3, True),
        ("18 500₽", "18500", 3, True),
        ("94,90", "94.90", 1, False),
        ("1,2 млн", "1200000", 2, True),
        ("2кк", "2000000", 2, True),
        ("22,5 т.р. до конца", "22500", 3, True),
        ("22 т р", "22000", 3, True),
        ("22 т. р.", "22000", 5, True),
        ("120 тыс.руб.", "120000", 3, True),
        ("120 тыс. руб. в пятницу", "120000", 5, True),
        ("120 т", "120000", 2, False),
        ("240 тыр", "240000", 2, True),
        ("5 косарей", "5000", 2, True),
        ("5 штук рублей", "5000", 3, True),
        ("лимон", "1000000", 1, True),
        ("полтора ляма до 15-го", "1500000", 2, True),
        ("полмиллиона", "500000", 1, True),
        ("пол ляма", "500000", 2, True),
        ("два с половиной миллиона", "2500000", 4, True),
        ("двести сорок тысяч", "240000", 3, True),
        ("тысяч двадцать", "20000", 2, True),
        ("тысяча двести", "1200", 2, True),
        ("пара тысяч рублей", "2000", 3, True),
        ("семнадцать пятьсот", "17500", 2, False),
        ("сто двадцать триста пятьдесят рублей", "120350", 5, True),
        ("25 тысяч 300", "25300", 3, True),
        ("двадцать пять тысяч триста", "25300", 4, True),
        ("1 млн 200 тыс", "1200000", 4, True),
        ("1 млн 200", "1200000", 3, True),
        ("1 млн 200 рублей", "1000200", 4, True),
        ("99 р 50 коп", "99.50", 4, True),
        ("99р50коп", "99.50", 4, True),
        ("50 коп", "0.50", 2, True),
        ("сто двадцать", "120", 2, False),
        ("120 тыс 5 декабря", "120000", 2, True),
        ("50 тыс 20 кор", "50000", 2, True),
        ("50 тыс 200 кор", "50000", 2, True),
    ],
)
def test_sums(text: str, roubles: str, tokens: int, marked: bool) -> None:
    assert sum_of(text) == Sum(0, tokens, int(Decimal(roubles) * 100), marked)


@pytest.mark.parametrize(
    "text",
    ["5%", "8 процентов", "20 кор", "200 шт", "50 кг", "15-го", "5 мая", "20 числа", "15:30", "3 дня", "2 часа", "12.03.85", "89161234567",
     "1,255", "тыс", "р", "коп", "полторы", "двадцать пятого", "штук", "к", "", "масло", "-5"],
)  # fmt: skip
def test_what_is_no_sum(text: str) -> None:
    assert sum_of(text) is None


WORDS = [
    "1", "20", "300", "000", "50", "1,5", "120.000", "17", "99", "тыс", "тысяч", "тысяча", "т", "р", "т.р", ".", ",", "руб", "коп", "млн", "лям", "к",
    "пятнице", "пол", "полмиллиона", "полтора", "двести", "сорок", "двадцать", "пятьсот", "десяток", "сотни", "штук", "рублей", "%", "-", "'", "с", "половиной",
    "пятого", "кор", "٣", "²",
]  # fmt: skip


@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), st.lists(st.sampled_from(WORDS), max_size=8).map("".join)))  # fmt: skip
def test_no_line_breaks_the_reader_and_spans_are_inside(text: str) -> None:
    tokens = tokens_of(text)
    for at in range(-1, len(tokens) + 1):
        for found in (sum_at(tokens, at), numbers_at(tokens, at)):
            assert found is None or (found.start == at and at < found.end <= len(tokens))


@given(st.integers(0, 999_999_999))
def test_groups_of_figures_are_one_sum(roubles: int) -> None:
    for text in (f"{roubles:,}".replace(",", " ") + " р", f"{roubles:,}".replace(",", "\u00a0") + "₽"):
        found = sum_of(text)
        assert found is not None
        assert found.kopecks == roubles * 100
        assert found.marked


@given(st.integers(1, 999))
def test_thousands_in_every_manner(count: int) -> None:
    for mark in ("к", " к", " тыс", " тыс.", " тысяч", " тыр", " т.р.", "т р", " тыс. руб.", " ТЫС"):
        found = sum_of(f"{count}{mark}")
        assert found is not None
        assert (found.kopecks, found.marked) == (count * 100_000, True)
