"""The hour at which a client picks up: what many calls say, and what few calls may not say."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.best_hour import CLEARLY, find_best_hour, retry_clock, usual_share

DAY = (time(9), time(18))
MORNING, AFTERNOON = (time(9), time(13)), (time(13), time(18))
TRIES = st.lists(st.tuples(st.integers(0, 23), st.booleans()), max_size=60)
CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
# Reached at ten and eleven, not in the afternoon.
EARLY = [(10, True), (11, True), (10, True), (10, True)] + [(14, False), (15, False), (16, False)] * 2


def test_the_hours_of_reached_calls_are_found() -> None:
    found = find_best_hour(EARLY, *DAY)
    assert found is not None
    assert (found.start, found.end) == (10, 12)
    assert found.clock == time(10)
    assert found.share > usual_share(EARLY)


def test_few_calls_say_nothing() -> None:
    assert find_best_hour(EARLY[:7], *DAY) is None
    assert find_best_hour([], *DAY) is None


def test_one_lucky_call_is_no_habit() -> None:
    assert find_best_hour([(12, True)] + [(9, False)] * 20, *DAY) is None


def test_who_answers_at_any_hour_has_no_best_one() -> None:
    assert find_best_hour([(hour, True) for hour in range(9, 18)] * 3, *DAY) is None


@pytest.mark.parametrize(
    ("half", "usual", "clock"), [(MORNING, time(10), time(10)), (AFTERNOON, time(14), time(10))]
)
def test_a_retry_leaves_its_half_only_for_a_clearly_better_hour(
    half: tuple[time, time], usual: time, clock: time
) -> None:
    assert retry_clock(EARLY, half, DAY, usual) == clock


def test_a_retry_stays_in_its_half_where_the_other_is_hardly_better() -> None:
    both = [(10, True), (10, True), (10, False)] * 3 + [(15, True), (15, False)] * 5 + [(9, False)] * 6
    assert retry_clock(both, AFTERNOON, DAY, time(14)) == time(14)


def test_without_history_a_retry_comes_at_its_usual_clock() -> None:
    assert retry_clock([], AFTERNOON, DAY, time(14)) == time(14)


@given(TRIES, CLOCKS, CLOCKS)
def test_never_outside_of_the_hours_given(tries: list[tuple[int, bool]], first: time, last: time) -> None:
    found = find_best_hour(tries, first, last)
    if found is not None:
        assert first <= time(found.start)
        assert time(found.end - 1) < last
        assert found.end <= last.hour
        assert 0 <= found.share <= 1


@given(TRIES)
def test_a_retry_is_within_the_working_day(tries: list[tuple[int, bool]]) -> None:
    for half, usual in ((MORNING, time(10)), (AFTERNOON, time(14))):
        assert DAY[0] <= retry_clock(tries, half, DAY, usual) < DAY[1]


@given(TRIES, st.randoms(use_true_random=False))
def test_the_order_of_the_calls_says_nothing(tries: list[tuple[int, bool]], chance: object) -> None:
    shuffled = list(tries)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert find_best_hour(tries, *DAY) == find_best_hour(shuffled, *DAY)


@given(TRIES)
def test_being_reached_then_makes_the_hour_no_worse(tries: list[tuple[int, bool]]) -> None:
    before = find_best_hour(tries, *DAY)
    if before is not None:
        after = find_best_hour([*tries, (before.start, True)], *DAY)
        assert after is None or after.share >= before.share - CLEARLY
