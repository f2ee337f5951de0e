"""What is more than chance, and what is not."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.analysis import (
    WEEKS,
    BestHours,
    Change,
    Ending,
    Hour,
    Measure,
    Share,
    Week,
    best_hours,
    ending_of,
    find_changes,
    first_day,
    in_weeks,
    is_beyond_chance,
    main_finding,
    z_of,
)
from domain.charts import Parts, Series, Stacks, from_json, to_json
from domain.outcomes import Outcome, RefusalReason, is_reached

SUNDAY = date(2026, 11, 22)
shares = st.integers(0, 200).flatmap(lambda whole: st.builds(Share, st.integers(0, whole), st.just(whole)))


def week(number: int, *, calls: int, missed: int, orders: int = 0, **refused: int) -> Week:
    refusals = {RefusalReason(reason): count for reason, count in refused.items()}
    endings = {Ending.MISSED: missed, Ending.ORDERS: orders, Ending.REFUSALS: sum(refused.values())}
    endings[Ending.OTHER] = calls - sum(endings.values())
    return Week(first_day(SUNDAY) + timedelta(days=7 * number), endings, refusals)


def weeks(last: Week, usual: Week) -> list[Week]:
    return [usual] * 4 + [last, Week(SUNDAY)]


# --- shares


@given(shares, shares)
def test_the_other_way_round_the_difference_is_the_opposite(one: Share, other: Share) -> None:
    there, back = z_of(one, other), z_of(other, one)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert there == pytest.approx(-back)


@given(shares)
def test_percents_are_whole_and_within_bounds(share: Share) -> None:
    assert 0 <= share.percent <= 100
    assert abs(share.percent * share.whole - 100 * share.part) * 2 <= share.whole


def test_small_numbers_say_nothing() -> None:
    assert z_of(Share(4, 4), Share(0, 4)) is None
    assert z_of(Share(0, 0), Share(50, 100)) is None
    assert z_of(Share(0, 50), Share(0, 50)) is None


def test_the_figures_of_a_textbook() -> None:
    """Two samples of 200 and 400 with 60 and 80 hits: pooled 0.2333, z = 0.1 / 0.03663."""
    assert z_of(Share(60, 200), Share(80, 400)) == pytest.approx(2.7298, abs=1e-3)
    assert is_beyond_chance(2.0)
    assert not is_beyond_chance(2.0, looks=10)
    assert is_beyond_chance(2.82, looks=10)


def test_chance_alone_is_rarely_called_a_change() -> None:
    chance = Random(20261123)
    false = 0
    for _ in range(400):
        found = [
            week(
                number,
                calls=150,
                missed=sum(chance.random() < 0.55 for _ in range(150)),
                price=sum(chance.random() < 0.06 for _ in range(60)),
            )
            for number in range(WEEKS)
        ]
        false += bool(find_changes(found))
    assert false <= 0.07 * 400


# --- hours


def day(**reached: float) -> list[Hour]:
    """Sixty calls in each hour with this share of them reached: `h10=0.4`."""
    return [Hour(int(name[1:]), 60, round(60 * share)) for name, share in reached.items()]


def test_the_best_hours_stand_out() -> None:
    found = best_hours(day(h9=0.3, h10=0.45, h11=0.5, h12=0.3, h13=0.3, h14=0.3, h15=0.25, h16=0.2, h17=0.15))
    assert found is not None
    assert (found.best.start, found.best.end, found.best.share) == (10, 12, Share(57, 120))
    assert (found.worst.start, found.worst.end, found.worst.share) == (16, 18, Share(21, 120))
    assert not found.followed


def test_few_calls_are_taken_together_into_longer_spans() -> None:
    """As a manager of a hundred and eighty calls in four weeks has them."""
    calls = (
        (9, 39, 25),
        (10, 32, 17),
        (11, 28, 18),
        (12, 19, 12),
        (14, 23, 9),
        (15, 20, 9),
        (16, 13, 4),
        (17, 10, 3),
    )
    found = best_hours(Hour(*one) for one in calls)
    assert found is not None
    assert (found.best.start, found.best.end) == (9, 13)
    assert (found.worst.start, found.worst.end) == (14, 18)
    assert found.followed


def test_a_level_day_rarely_seems_to_have_best_hours() -> None:
    chance = Random(20261123)
    false = 0
    for number in range(600):
        calls = (15, 60, 300)[number % 3]
        drawn = [
            Hour(hour, calls, sum(chance.random() < 0.45 for _ in range(calls))) for hour in range(9, 18)
        ]
        false += best_hours(drawn) is not None
    assert false <= 0.05 * 600


def test_a_level_day_has_no_best_hours() -> None:
    assert best_hours(day(h9=0.3, h10=0.35, h11=0.32, h12=0.3, h14=0.28)) is None
    assert best_hours([]) is None
    assert best_hours([Hour(10, 9, 9), Hour(11, 9, 9), Hour(15, 9, 0), Hour(16, 9, 0)]) is None


@given(st.lists(st.builds(Share, st.integers(0, 60), st.just(60)), min_size=4, max_size=10))
def test_the_best_is_better_than_the_worst_and_apart_from_it(found: list[Share]) -> None:
    best = best_hours(Hour(8 + at, share.whole, share.part) for at, share in enumerate(found))
    if best is not None:
        assert best.best.share.part / best.best.share.whole > best.worst.share.part / best.worst.share.whole
        assert best.best.end <= best.worst.start or best.worst.end <= best.best.start


# --- weeks


@given(
    st.lists(
        st.tuples(
            st.dates(first_day(SUNDAY) - timedelta(days=20), SUNDAY),
            st.sampled_from(Outcome),
            st.sampled_from([None, *RefusalReason]),
            st.integers(1, 9),
        ),
        max_size=30,
    )
)
def test_weeks_hold_every_call_of_their_days_once(
    counted: list[tuple[date, Outcome, RefusalReason | None, int]],
) -> None:
    found = in_weeks(SUNDAY, counted)
    inside = [one for one in counted if one[0] >= first_day(SUNDAY)]
    assert len(found) == WEEKS
    assert sum(one.calls for one in found) == sum(count for *_, count in inside)
    assert sum(one.reached for one in found) == sum(
        count for _, outcome, _, count in inside if is_reached(outcome)
    )
    refused = sum(
        count for _, outcome, reason, count in inside if outcome is Outcome.REFUSAL and reason is not None
    )
    assert sum(sum(one.refusals.values()) for one in found) == refused
    assert in_weeks(SUNDAY, reversed(counted)) == found


def test_every_outcome_has_an_ending() -> None:
    assert {ending_of(outcome) for outcome in Outcome} == set(Ending)
    assert all((ending_of(outcome) is Ending.MISSED) != is_reached(outcome) for outcome in Outcome)


def test_more_refusals_for_one_reason_are_named_by_it() -> None:
    found = find_changes(
        weeks(
            week(4, calls=150, missed=90, orders=6, price=14),
            week(0, calls=150, missed=90, orders=6, price=3, season=1),
        )
    )
    assert [(one.measure, one.reason, one.now, one.usual) for one in found] == [
        (Measure.REASON, RefusalReason.PRICE, Share(14, 60), 3)
    ]
    assert found[0].bad


def test_nine_instead_of_four_may_be_chance() -> None:
    assert not find_changes(
        weeks(week(4, calls=150, missed=90, price=9), week(0, calls=150, missed=90, price=4))
    )


def test_worse_comes_before_hours_and_hours_before_better() -> None:
    hours = day(h9=0.3, h10=0.5, h11=0.5, h12=0.3, h13=0.3, h14=0.3, h15=0.3, h16=0.15, h17=0.15)
    down = find_changes(weeks(week(4, calls=150, missed=120), week(0, calls=150, missed=80)))
    up = find_changes(weeks(week(4, calls=150, missed=80), week(0, calls=150, missed=120)))
    assert isinstance(main_finding(hours, down), Change)
    assert isinstance(main_finding(hours, up), BestHours)
    assert main_finding([], up) == up[0]
    assert main_finding([], ()) is None


def test_a_week_without_calls_is_no_change() -> None:
    assert find_changes(weeks(Week(SUNDAY), week(0, calls=150, missed=80))) == ()
    assert find_changes(weeks(week(4, calls=150, missed=80), Week(SUNDAY))) == ()


# --- pictures


@pytest.mark.parametrize(
    "chart",
    [
        Parts("т", "п", ("9",), Series("звонков", (3,)), Series("дозвон", (1,)), ("33 %",), (True,), "мало"),
        Stacks("т", "п", ("1", "2"), (Series("а", (1, 2)), Series("б", (0, 1), quiet=True))),
    ],
)
def test_a_chart_is_kept_as_json_and_comes_back(chart: Parts | Stacks) -> None:
    assert from_json(to_json(chart)) == chart
