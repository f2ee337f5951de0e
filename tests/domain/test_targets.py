"""Plan and fact of a month, the fair comparison, and the forecast with its laws."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.targets import is_targets_line, read_targets, read_value
from domain.absences import Absence, AbsenceKind
from domain.calendar import WorkCalendar
from domain.forecast import Month, forecast, laid, naive
from domain.norms import NormSettings
from domain.periods import add_months
from domain.targets import (
    Base,
    Line,
    Ready,
    Standing,
    TargetKind,
    TargetSettings,
    Worktime,
    enough,
    line_of,
    middle,
    placed,
    raised,
    standing,
    total_line,
    worktime,
)

NOVEMBER, TODAY = date(2026, 11, 1), date(2026, 11, 23)
CALENDAR, NORMS, SETTINGS = WorkCalendar(), NormSettings(), TargetSettings()
EVENING = datetime(2026, 11, 23, 18, tzinfo=UTC)


def away(first: int, last: int) -> Absence:
    days = date(2026, 11, first), date(2026, 11, last)
    return Absence(1, 1, None, AbsenceKind.VACATION, *days, EVENING, EVENING)


# --- plan and fact


@pytest.mark.parametrize(
    ("now", "absences", "passed", "whole", "left"),
    [
        (EVENING, (), Fraction(15), 20, 6),  # the 4th is a feast
        (datetime(2026, 11, 23, 13, 30, tzinfo=UTC), (), Fraction(29, 2), 20, 6),
        (EVENING, (away(24, 30),), Fraction(15), 15, 1),
        (EVENING, (away(16, 23),), Fraction(9), 14, 5),
        (datetime(2026, 12, 5, tzinfo=UTC), (), Fraction(20), 20, 0),
        (datetime(2026, 10, 5, tzinfo=UTC), (), Fraction(0), 20, 20),
    ],
)
def test_days_at_work(
    now: datetime, absences: tuple[Absence, ...], passed: Fraction, whole: int, left: int
) -> None:
    found = worktime(NOVEMBER, now, CALENDAR, NORMS, absences)
    assert (found.passed, found.whole, found.left) == (passed, whole, left)


def test_a_month_away_goes_as_the_calendar_does() -> None:
    """Nobody is asked for a whole month on its second day because they are on leave till its end."""
    found = worktime(NOVEMBER, EVENING, CALENDAR, NORMS, (away(1, 30),))
    assert (found.whole, found.share) == (0, Fraction(15, 20))
    assert line_of(TargetKind.SALES, 4_000, 0, found).expected == 3_000


def test_a_line_against_the_pace() -> None:
    time = Worktime(Fraction(15), 20, 6)
    calls = line_of(TargetKind.CALLS, 630, 400, time)
    assert (calls.expected, calls.percent, calls.gap, calls.missing, calls.a_day) == (472, 84, 72, 230, 39)
    debts = line_of(TargetKind.RECEIVABLES, 100, 150, time)
    assert (debts.behind, debts.gap, debts.percent) == (True, 50, None)
    assert not line_of(TargetKind.CALLS, None, 0, time).behind
    assert line_of(TargetKind.CALLS, 10, 0, Worktime(Fraction(0), 20, 20)).percent is None


def test_a_team_is_its_people_unless_it_has_a_target() -> None:
    time = Worktime(Fraction(10), 20, 10)
    lines = [line_of(TargetKind.CALLS, 100, 60, time), line_of(TargetKind.CALLS, 300, 100, time)]
    assert total_line(TargetKind.CALLS, None, lines) == Line(TargetKind.CALLS, 400, 160, 200, 10)
    assert total_line(TargetKind.CALLS, 600, lines).expected == 300
    nobodys = [line_of(TargetKind.CALLS, None, 60, time)]
    assert total_line(TargetKind.CALLS, 600, nobodys, Fraction(1, 4)).expected == 150
    assert total_line(TargetKind.CALLS, None, [line_of(TargetKind.CALLS, None, 5, time)]).target is None


def test_of_a_team_where_some_have_no_target_only_the_others_are_held_against_it() -> None:
    time = Worktime(Fraction(10), 20, 10)
    lines = [line_of(TargetKind.SALES, 300, 100, time), line_of(TargetKind.SALES, None, 500, time)]
    line = total_line(TargetKind.SALES, None, lines)
    assert (line.target, line.fact, line.percent, line.having) == (300, 100, 66, (1, 2))
    left = total_line(TargetKind.SALES, None, lines[:1], gone=lines[1:])
    assert (left.target, left.fact, left.having) == (300, 600, None)
    whole = total_line(TargetKind.SALES, 1000, lines)
    assert (whole.target, whole.fact, whole.having) == (1000, 600, None)


@given(st.integers(0, 10**12), st.integers(0, 10**12), st.integers(0, 22), st.integers(1, 22))
def test_pace_never_asks_more_than_the_target(target: int, fact: int, passed: int, whole: int) -> None:
    time = Worktime(Fraction(min(passed, whole)), whole, whole - min(passed, whole))
    line = line_of(TargetKind.SALES, target, fact, time)
    assert 0 <= line.expected <= target
    assert line.gap <= line.missing
    assert line.a_day * max(line.left_days, 1) >= line.missing


def test_the_next_month_is_raised_and_a_limit_is_lowered() -> None:
    values = {TargetKind.SALES: 303_333_333, TargetKind.CALLS: 630, TargetKind.RECEIVABLES: 20_000_000}
    assert raised(values, 0) == values
    assert raised(values, 5) == {
        TargetKind.SALES: 318_500_000,
        TargetKind.CALLS: 662,
        TargetKind.RECEIVABLES: 19_000_000,
    }


# --- compared


def test_a_small_base_has_no_place_and_the_level_share_one() -> None:
    def one(id_: int, plan: int, rhythmic: int = 20) -> Standing:
        sales = Line(TargetKind.SALES, 1000, plan * 10, 1000)
        base = Base(30, rhythmic, 1.0, plan // 2)
        return standing(id_, sales, base, days=20, calls=100, worked=5, settings=SETTINGS)

    found = placed([one(1, 90), one(2, 94), one(3, 70), one(4, 200, rhythmic=3)], SETTINGS)
    assert [(row.employee_id, row.place) for row in found] == [(2, 1), (1, 1), (3, 3), (4, 0)]
    assert found[3].small
    assert middle(found).of_plan == 92
    assert placed([], SETTINGS) == ()
    assert middle([]).of_plan is None


@given(st.lists(st.integers(0, 300), max_size=8))
def test_places_do_not_depend_on_the_order_asked(plans: list[int]) -> None:
    people = [Standing(id_, plan, None, 1.0, 5, 20) for id_, plan in enumerate(plans, 1)]
    assert placed(people, SETTINGS) == placed(people[::-1], SETTINGS)
    shares = {row.employee_id: (row.place, row.of_plan) for row in placed(people, SETTINGS)}
    for place, plan in shares.values():
        for other, less in shares.values():
            if (plan or 0) > (less or 0):
                assert place <= other


@given(st.lists(st.tuples(st.integers(1, 10**9), st.floats(0, 1)), max_size=12), st.integers(0, 10**10))
def test_named_clients_make_up_the_gap_or_are_all_there_may_be(
    rows: list[tuple[int, float]], gap: int
) -> None:
    ready = [Ready(id_, "", usual, chance, 10, 10) for id_, (usual, chance) in enumerate(rows)]
    found = enough(ready, gap, 8)
    assert len(found) == min(len(ready), 8) or sum(one.usual for one in found) >= gap
    assert sum(one.usual for one in found[:-1]) < gap or len(found) <= 1


# --- the forecast


sums = st.lists(st.integers(0, 10**9), min_size=18, max_size=23).map(tuple)
histories = st.lists(sums, max_size=15).map(
    lambda months: [Month(add_months(NOVEMBER, -back), one) for back, one in enumerate(months, 1)]
)


@given(histories, st.integers(0, 10**11), st.floats(0, 1))
def test_the_range_holds_the_point_and_nothing_is_negative(
    history: list[Month], fact: int, passed: float
) -> None:
    said = forecast(fact, passed, 20, NOVEMBER, history, range_months=5)
    if said is None:
        return
    assert said.point >= fact >= 0
    assert (said.low is None) == (said.high is None)
    if said.low is not None and said.high is not None:
        assert fact <= said.low <= said.point <= said.high


@given(histories, st.integers(0, 10**11))
def test_after_the_last_day_it_is_the_fact(history: list[Month], fact: int) -> None:
    said = forecast(fact, 1.0, 20, NOVEMBER, history, range_months=5)
    assert said is None or (said.low, said.point, said.high) == (fact, fact, fact)


@given(st.integers(1, 10**9), st.floats(0.05, 0.95))
def test_an_even_history_goes_on_evenly(day: int, passed: float) -> None:
    history = [Month(add_months(NOVEMBER, -back), (day,) * 20) for back in range(1, 14)]
    said = forecast(round(day * 20 * passed), passed, 20, NOVEMBER, history, range_months=5)
    assert said is not None
    assert said.point == pytest.approx(day * 20, rel=1e-6, abs=2)


def test_little_history_has_no_range_and_none_no_forecast() -> None:
    assert forecast(0, 0.0, 20, NOVEMBER, [], range_months=5) is None
    lone = forecast(600, 0.5, 20, NOVEMBER, [], range_months=5)
    assert lone is not None
    assert (lone.point, lone.low, lone.months) == (1200, None, 0)
    assert naive(600, 0.5) == 1200
    assert naive(0, 0.0) is None


def test_a_month_that_ends_late_is_not_written_off_early() -> None:
    late = tuple([10] * 10 + [30] * 10)
    history = [Month(add_months(NOVEMBER, -back), late) for back in range(1, 14)]
    said = forecast(100, 0.5, 20, NOVEMBER, history, range_months=5)
    assert said is not None
    assert said.point > 330  # the run rate says 200
    assert said.low is not None
    assert said.low > 200


def test_sums_are_laid_on_days_at_work() -> None:
    working = [date(2026, 11, day) for day in (2, 3, 5)]
    told = [(date(2026, 11, 1), 5), (date(2026, 11, 3), 10), (date(2026, 11, 4), 7), (date(2026, 11, 5), -4)]
    assert laid(NOVEMBER, working, told) == Month(NOVEMBER, (5, 13, 0))
    assert laid(NOVEMBER, [], told).total == 0


# --- as it is typed


@pytest.mark.parametrize(
    ("text", "name", "month", "values"),
    [
        (
            "цели Анна июль: продажи 3 млн, новые 4",
            "Анна",
            date(2026, 7, 1),
            {"sales": 300_000_000, "new_clients": 4},
        ),
        ("Цели Мария: звонки 630 и кп 900", "Мария", None, {"calls": 630, "offers": 900}),
        (
            "цели Вера декабрь продажи 2,5 млн, акб 40",
            "Вера",
            date(2026, 12, 1),
            {"sales": 250_000_000, "active_base": 40},
        ),
        (
            "targets Anna March 2027: sales 850k, overdue 0",
            "Anna",
            date(2027, 3, 1),
            {"sales": 85_000_000, "receivables": 0},
        ),
        ("цели Анна: договоры нет", "Анна", None, {"contracts": None}),
    ],
)
def test_a_line_is_read(text: str, name: str, month: date | None, values: dict[str, int | None]) -> None:
    said = read_targets(text, TODAY)
    assert (said.name, said.month, said.unread) == (name, month, ())
    assert {kind.value: value for kind, value in said.values.items()} == values
    assert is_targets_line(text)


@pytest.mark.parametrize("text", ["продажи 3", "продажи много", "новые 4 звонки 630", "продажи 99999 млрд"])
def test_what_cannot_be_meant_is_not_guessed(text: str) -> None:
    assert read_targets(f"цели Анна: {text}", TODAY).unread


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_targets(text, TODAY)
    for kind in TargetKind:
        value = read_value(kind, text)
        assert value is None or value >= 0
