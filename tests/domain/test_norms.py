from datetime import UTC, datetime, time

import pytest

from domain.norms import DayCounters, NormSettings, elapsed_share, is_below_half, pace
from domain.outcomes import Counter

SETTINGS = NormSettings()


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 23, hour, minute, tzinfo=UTC)


def test_counters_of_a_day() -> None:
    logged = [Counter.ATTEMPT, Counter.ATTEMPT, Counter.REACHED, Counter.PHONE_OFFER, Counter.ORDER]
    counted = DayCounters.of(logged)
    assert counted == DayCounters(calls=2, reached=1, phone_offers=1, orders=1)
    assert counted + DayCounters(calls=1, email_offers=50) == DayCounters(3, 1, 1, 50, 1, 0)


@pytest.mark.parametrize(("hour", "expected"), [(7, 0), (9, 0), (12, 10), (15, 20), (18, 30), (21, 30)])
def test_the_clock_asks_for_its_share(hour: int, expected: int) -> None:
    assert pace(0, 30, at(hour), SETTINGS).expected == expected


def test_pace() -> None:
    behind = pace(9, 30, at(12), SETTINGS)
    assert (behind.behind, behind.left) == (True, 21)
    assert not pace(10, 30, at(12), SETTINGS).behind
    assert pace(35, 30, at(18), SETTINGS).left == 0


def test_a_day_without_length_has_passed() -> None:
    assert elapsed_share(at(9), NormSettings(day_start=time(9), day_end=time(9))) == 1


@pytest.mark.parametrize(
    ("calls", "hour", "below"), [(14, 14, False), (14, 15, True), (15, 15, False), (0, 16, True)]
)
def test_below_half_is_said_from_three_oclock(calls: int, hour: int, below: bool) -> None:
    assert is_below_half(calls, at(hour), SETTINGS) is below


def test_a_persons_own_norm() -> None:
    assert not is_below_half(5, at(15), SETTINGS, norm=10)
