"""The standing of a client: figures, level, and how long documents wait for their money."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ledger import Entry, EntryKind, Statement
from domain.standing import (
    Figures,
    StandingLevel,
    StandingSettings,
    growth,
    level_of,
    median_delay,
    percent,
)

SETTINGS = StandingSettings()
START = date(2026, 1, 1)
GOOD = Figures(delay=2, kept=(7, 8), overdue=0, growth=5, used=40)


def shipped(day: int, amount: int) -> Entry:
    return Entry(START + timedelta(days=day), EntryKind.SHIPMENT, f"Реализация {day}", "", amount, 0)


def paid(day: int, amount: int, number: str = "7") -> Entry:
    return Entry(START + timedelta(days=day), EntryKind.PAYMENT, number, "", 0, amount)


def settled(*entries: Entry, opening: int = 0) -> Statement:
    return Statement(START, START + timedelta(days=365), opening, entries)


def test_the_middle_of_the_delays() -> None:
    entries = [shipped(0, 100), shipped(1, 200), shipped(2, 300), paid(20, 100), paid(21, 200), paid(52, 300)]
    assert median_delay(settled(*entries), 14, SETTINGS) == 6
    assert median_delay(settled(*entries), 30, SETTINGS) == -10
    assert median_delay(settled(*entries), None, SETTINGS) is None
    assert median_delay(settled(*entries[:-1]), 14, SETTINGS) is None, "two are too few"


def test_money_settles_the_oldest_first() -> None:
    """What was owed before is paid first, one payment may settle several, a part of a document is not paid."""
    entries = [shipped(0, 100), shipped(1, 100), shipped(2, 100), paid(20, 500), paid(30, 299)]
    assert median_delay(settled(*entries, opening=500), 14, SETTINGS) is None
    assert median_delay(settled(*entries, paid(40, 1), opening=500), 14, SETTINGS) == 16


def test_a_day_that_only_a_file_told_is_not_measured() -> None:
    entries = [one for day in range(4) for one in (shipped(day, 100), paid(day + 50, 100, number=""))]
    assert median_delay(settled(*entries), 14, SETTINGS) is None


def test_what_was_paid_ahead_is_no_early_payment() -> None:
    entries = [one for day in range(0, 40, 10) for one in (paid(day, 100), shipped(day + 5, 100))]
    assert median_delay(settled(*entries), 14, SETTINGS) is None


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 1000)), min_size=3, max_size=40),
    st.integers(0, 60),
    st.integers(0, 90),
)
def test_everybody_paid_after_the_same_wait_has_that_delay(
    documents: list[tuple[int, int]], term: int, wait: int
) -> None:
    whole = sum(amount for _, amount in documents)
    last = max(day for day, _ in documents)
    entries = [*(shipped(last, amount) for _, amount in documents), paid(last + wait, whole)]
    assert median_delay(settled(*entries), term, SETTINGS) == wait - term


@pytest.mark.parametrize(
    ("figures", "level"),
    [
        (GOOD, StandingLevel.RELIABLE),
        (Figures(overdue=100, used=300), StandingLevel.UNKNOWN),
        (Figures(), StandingLevel.UNKNOWN),
        (Figures(delay=8, overdue=0, used=10), StandingLevel.WATCH),
        (Figures(delay=0, overdue=0, growth=-30), StandingLevel.WATCH),
        (Figures(delay=0, overdue=0, growth=-99), StandingLevel.WATCH),
        (Figures(delay=0, overdue=20, used=10), StandingLevel.WATCH),
        (Figures(delay=0, overdue=50, used=10), StandingLevel.RISKY),
        (Figures(delay=30, overdue=0, used=10), StandingLevel.RISKY),
        (Figures(delay=0, kept=(0, 2), overdue=0), StandingLevel.RELIABLE),
        (Figures(delay=0, kept=(4, 5), overdue=0), StandingLevel.RELIABLE),
        (Figures(delay=0, kept=(3, 4), overdue=0), StandingLevel.WATCH),
        (Figures(delay=0, kept=(2, 4), overdue=0), StandingLevel.WATCH),
        (Figures(delay=0, kept=(1, 4), overdue=0), StandingLevel.RISKY),
        (Figures(delay=0, overdue=0, used=120), StandingLevel.RISKY),
    ],
)
def test_the_level_is_the_worst_that_a_figure_says(figures: Figures, level: StandingLevel) -> None:
    assert level_of(figures, SETTINGS) is level


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_a_share_never_says_nothing_or_all_where_it_is_neither(part: int, whole: int) -> None:
    said = percent(part, whole)
    if whole == 0:
        assert said is None
    elif 0 < part < whole:
        assert said is not None
        assert 1 <= said <= 99
    else:
        assert said is not None
        assert abs(said - part * 100 / whole) <= 0.5


@pytest.mark.parametrize(
    ("now", "before", "said"), [(112, 100, 12), (50, 100, -50), (100, 100, 0), (5, 0, None), (0, 10, -100)]
)
def test_growth(now: int, before: int, said: int | None) -> None:
    assert growth(now, before) == said
