"""Which documents a payment settles, and on which weekday a client pays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.payment_habit import find_weekday
from domain.settlement import Owed, is_in_file, lay, number_of, numbers_in

DAY = date(2026, 11, 4)
OWED = st.lists(
    st.builds(
        Owed,
        st.integers(0, 10**6),
        st.sampled_from(["Реализация 1203", "Реализация 7", ""]),
        st.integers(0, 10_000),
        st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        st.booleans(),
    ),
    unique_by=lambda one: one.key,
    max_size=6,
)


@given(OWED, st.integers(1, 50_000), st.sampled_from(["", "по сч. 1203"]))
def test_what_is_laid_and_what_is_left_is_the_payment(
    owed: list[Owed[int]], amount: int, purpose: str
) -> None:
    shares, left = lay(owed, amount, purpose)
    assert sum(shares.values()) + left == amount
    amounts = {one.key: one.amount for one in owed}
    assert all(0 < share <= amounts[key] for key, share in shares.items())
    assert not left or shares == {key: whole for key, whole in amounts.items() if whole}


def test_the_named_one_then_the_oldest_then_what_is_disputed() -> None:
    owed = [
        Owed("disputed", "Реализация 1", 10, DAY - timedelta(days=9), disputed=True),
        Owed("no term", "Реализация 2", 10),
        Owed("young", "Реализация 3", 10, DAY),
        Owed("old", "Реализация 4", 10, DAY - timedelta(days=5)),
        Owed("named", "Реализация ТД00-001203 от 05.11.2026", 10, DAY + timedelta(days=9)),
    ]
    shares, left = lay(owed, 45, "Оплата по счету № 1203 от 05.11.2026 на сумму 45-00, в т.ч. НДС 20%")
    assert ([*shares.items()], left) == (
        [("named", 10), ("old", 10), ("young", 10), ("no term", 10), ("disputed", 5)],
        0,
    )


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Оплата по счету 1203", {"1203"}),
        ("по сч. №№ 001203, 1264 и договору № 15 от 01.02.2026", {"1203", "1264", "15"}),
        ("Сумма 120 500,00 в т.ч. НДС 20% 20083.33", set()),
        ("УПД БП-000077 от 2026-11-05", {"77"}),
        ("без номера", set()),
    ],
)
def test_numbers_in_a_purpose(text: str, numbers: set[str]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("document", "number"),
    [("Реализация ТД00-001203 от 05.11.2026", "1203"), ("УПД 77", "77"), ("Остаток", "")],
)
def test_the_number_of_a_document(document: str, number: str) -> None:
    assert number_of(document) == number


def test_what_a_file_knows() -> None:
    eve, after = DAY - timedelta(days=1), DAY + timedelta(days=1)
    assert is_in_file(eve, None, DAY)
    assert is_in_file(DAY, eve, DAY)
    assert not is_in_file(DAY, DAY, DAY)
    assert not is_in_file(after, DAY, DAY)


def weeks(*weekdays: int) -> list[date]:
    monday = date(2026, 11, 2)
    return [monday + timedelta(weeks=week, days=weekday) for week, weekday in enumerate(weekdays)]


@pytest.mark.parametrize(
    ("days", "weekday"),
    [
        (weeks(2, 2, 2), None),
        (weeks(2, 2, 2, 2), 2),
        (weeks(2, 2, 2, 4, 4), 2),
        (weeks(2, 2, 4, 4), None),
        (weeks(0, 1, 2, 3, 4), None),
        ([DAY] * 9, None),
        ([], None),
    ],
)
def test_a_weekday_is_a_habit_from_four_payments_on(days: list[date], weekday: int | None) -> None:
    assert find_weekday(days) == weekday
