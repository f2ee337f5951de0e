"""Ageing, the dunning ladder, promises and credit: the debt desk's rules."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ageing import AgeingSettings, Bucket, Receivable, age, days_overdue
from domain.calendar import WorkCalendar
from domain.credit import CreditLevel, CreditReason, CreditSettings, Standing, check_credit
from domain.errors import InvalidAmountError, PastMomentError
from domain.ladder import (
    ClientDebt,
    DunningLevel,
    LadderSettings,
    action_day,
    alert_lines,
    client_debts,
    find_level,
    fingerprint,
    is_alert_due,
)
from domain.promises import (
    PromiseSettings,
    PromiseState,
    Reliability,
    check_day,
    check_promise,
    nudge_day,
    reliability,
    settle,
)

CALENDAR = WorkCalendar()
LADDER = LadderSettings()
AS_OF = date(2026, 11, 20)  # a Friday
MONDAY = date(2026, 11, 23)


def owes(amount: int, days: int | None, client_id: int = 1, *, disputed: bool = False) -> Receivable:
    due = None if days is None else AS_OF - timedelta(days=days)
    return Receivable(client_id, amount, due, disputed=disputed)


def test_ageing_counts_to_the_date_of_the_file() -> None:
    result = age([owes(100, -5), owes(10, 0), owes(1, 1), owes(20, 8), owes(7, 400)], AS_OF, AgeingSettings())
    assert result.buckets == (
        Bucket(None, 0, 110, 2),
        Bucket(1, 7, 1, 1),
        Bucket(8, 30, 20, 1),
        Bucket(31, 60, 0, 0),
        Bucket(61, 90, 0, 0),
        Bucket(91, None, 7, 1),
    )
    assert result.buckets[0].not_due
    assert (result.debt, result.overdue, result.balance) == (138, 28, 138)


def test_an_advance_is_a_line_of_its_own() -> None:
    result = age([owes(100, 3), owes(-30, None)], AS_OF, AgeingSettings())
    assert (result.debt, result.advances, result.balance) == (100, 30, 70)


def test_a_debt_without_a_term_is_not_overdue() -> None:
    assert days_overdue(None, AS_OF) == 0
    assert age([owes(5, None)], AS_OF, AgeingSettings()).overdue == 0


def test_one_open_bucket_where_no_bounds_are_set() -> None:
    result = age([owes(5, 3), owes(6, -1)], AS_OF, AgeingSettings(bounds=()))
    assert [(b.from_days, b.to_days, b.amount) for b in result.buckets] == [(None, 0, 6), (1, None, 5)]


@pytest.mark.parametrize("bounds", [(0, 5), (7, 7), (30, 7)])
def test_bounds_ascend(bounds: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="ascend"):
        AgeingSettings(bounds=bounds)


RECEIVABLES = st.lists(
    st.builds(
        Receivable,
        client_id=st.integers(1, 5),
        amount=st.integers(-(10**9), 10**9),
        due=st.none() | st.dates(date(2025, 1, 1), date(2027, 12, 1)),
        disputed=st.booleans(),
    ),
    max_size=40,
)
BOUNDS = st.sets(st.integers(1, 400), max_size=6).map(lambda days: tuple(sorted(days)))


@given(RECEIVABLES, BOUNDS)
def test_buckets_always_sum_to_the_balance(receivables: list[Receivable], bounds: tuple[int, ...]) -> None:
    result = age(receivables, AS_OF, AgeingSettings(bounds))
    assert sum(bucket.amount for bucket in result.buckets) == result.debt
    assert result.debt - result.advances == result.balance == sum(r.amount for r in receivables)
    assert result.overdue == result.debt - result.buckets[0].amount
    edges = [(bucket.from_days, bucket.to_days) for bucket in result.buckets]
    assert all(left[1] == (right[0] or 0) - 1 for left, right in pairwise(edges))


@pytest.mark.parametrize(
    ("days", "level"),
    [
        (-4, None),
        (-3, DunningLevel.REMIND),
        (-1, DunningLevel.REMIND),
        (0, DunningLevel.CHECK),
        (1, DunningLevel.PROMISE),
        (3, DunningLevel.AGAIN),
        (6, DunningLevel.AGAIN),
        (7, DunningLevel.LEAD),
        (10, DunningLevel.STOP_CANDIDATE),
        (15, DunningLevel.STOP),
        (30, DunningLevel.CLAIM),
        (60, DunningLevel.LAWYER),
        (600, DunningLevel.LAWYER),
    ],
)
def test_the_ladder_on_working_days(days: int, level: DunningLevel | None) -> None:
    every_day = WorkCalendar(
        working_days=[date(2025, 1, 1) + timedelta(days=offset) for offset in range(3 * 365)]
    )
    assert find_level(AS_OF - timedelta(days=days), AS_OF, every_day, LADDER) is level


def test_a_reminder_moves_back_from_a_day_off_all_else_moves_on() -> None:
    due = date(2026, 11, 18)  # a Wednesday: -3 is Sunday, +3 is Saturday
    assert action_day(due, DunningLevel.REMIND, CALENDAR, LADDER) == date(2026, 11, 13)
    assert action_day(due, DunningLevel.AGAIN, CALENDAR, LADDER) == MONDAY
    assert find_level(due, date(2026, 11, 22), CALENDAR, LADDER) is DunningLevel.PROMISE
    assert find_level(due, MONDAY, CALENDAR, LADDER) is DunningLevel.AGAIN


def test_days_of_the_ladder_ascend() -> None:
    with pytest.raises(ValueError, match="ascend"):
        LadderSettings(stop=5)


@given(st.dates(date(2026, 1, 1), date(2026, 11, 1)), st.integers(-10, 90), st.integers(0, 30))
def test_a_document_only_climbs(due: date, offset: int, later: int) -> None:
    today = due + timedelta(days=offset)
    before = find_level(due, today, CALENDAR, LADDER)
    after = find_level(due, today + timedelta(days=later), CALENDAR, LADDER)
    assert (after.step if after else -1) >= (before.step if before else -1)


def test_debts_by_client_the_largest_overdue_first() -> None:
    debts = client_debts(
        [
            owes(500_00, 5, client_id=1),
            owes(700_00, -20, client_id=1),
            owes(900_00, 9, client_id=2),
            owes(-50_00, None, client_id=2),
            owes(10_00, 90, client_id=3),
        ],
        AS_OF,
        CALENDAR,
        LADDER,
    )
    assert debts == [
        ClientDebt(2, 900_00, 900_00, 9, 1, DunningLevel.LEAD, 900_00),
        ClientDebt(1, 1200_00, 500_00, 5, 1, DunningLevel.AGAIN, 500_00),
    ]


def test_a_disputed_document_climbs_no_step() -> None:
    [debt] = client_debts([owes(500_00, 40, disputed=True), owes(100_00, -2)], AS_OF, CALENDAR, LADDER)
    assert debt == ClientDebt(1, 600_00, 0, 0, 0, DunningLevel.REMIND, 100_00)


def test_an_alert_is_silent_when_nothing_changed() -> None:
    receivables = [owes(500_00, 4), owes(300_00, 20, client_id=2), owes(800_00, -30, client_id=3)]
    friday = client_debts(receivables, AS_OF, CALENDAR, LADDER)
    assert [debt.client_id for debt in alert_lines(friday)] == [2, 1]
    assert is_alert_due(friday, None, AS_OF, CALENDAR)
    said = fingerprint(alert_lines(friday))
    assert not is_alert_due(friday, said, AS_OF, CALENDAR)

    older = client_debts(receivables, AS_OF - timedelta(days=1), CALENDAR, LADDER)
    assert fingerprint(alert_lines(older)) == said, "a day more is not news"
    monday = client_debts(receivables, MONDAY, CALENDAR, LADDER)
    assert is_alert_due(monday, said, MONDAY, CALENDAR), "a new step is"
    assert not is_alert_due(monday, said, date(2026, 11, 22), CALENDAR), "never on a day off"
    assert not is_alert_due([], None, AS_OF, CALENDAR)


def test_the_fingerprint_does_not_depend_on_order() -> None:
    debts = client_debts([owes(500_00, 4), owes(300_00, 20, client_id=2)], AS_OF, CALENDAR, LADDER)
    assert fingerprint(debts) == fingerprint(reversed(debts))


def settled(paid: int, today: date, amount: int = 100_00) -> PromiseState:
    return settle(amount, AS_OF, paid=paid, today=today, calendar=CALENDAR, settings=PromiseSettings())


@pytest.mark.parametrize(
    ("paid", "today", "state"),
    [
        (0, AS_OF, PromiseState.OPEN),
        (50_00, date(2026, 11, 22), PromiseState.OPEN),
        (100_00, date(2026, 11, 18), PromiseState.KEPT),
        (99_00, MONDAY, PromiseState.KEPT),
        (98_99, MONDAY, PromiseState.PARTLY_KEPT),
        (0, MONDAY, PromiseState.BROKEN),
    ],
)
def test_a_promise_ends_on_the_working_day_after(paid: int, today: date, state: PromiseState) -> None:
    assert settled(paid, today) is state


def test_days_of_a_promise() -> None:
    assert check_day(AS_OF, CALENDAR) == MONDAY
    assert nudge_day(MONDAY, CALENDAR) == AS_OF


def test_a_promise_is_of_money_and_of_a_day_ahead() -> None:
    check_promise(1, AS_OF, AS_OF)
    with pytest.raises(InvalidAmountError):
        check_promise(0, AS_OF, AS_OF)
    with pytest.raises(PastMomentError):
        check_promise(1, AS_OF, MONDAY)


def test_keeps_the_word_six_of_eight() -> None:
    states = [PromiseState.KEPT] * 6 + [PromiseState.BROKEN, PromiseState.PARTLY_KEPT]
    assert reliability([*states, PromiseState.OPEN, PromiseState.CANCELLED]) == Reliability(6, 8)


@given(st.integers(1, 10**9), st.integers(0, 10**9), st.integers(0, 10**9), st.dates(AS_OF, date(2027, 6, 1)))
def test_more_money_never_makes_a_promise_worse(amount: int, paid: int, more: int, today: date) -> None:
    order = [PromiseState.BROKEN, PromiseState.PARTLY_KEPT, PromiseState.KEPT]
    before, after = settled(paid, today, amount), settled(paid + more, today, amount)
    if before in order and after in order:
        assert order.index(after) >= order.index(before)


CREDIT = CreditSettings()


@pytest.mark.parametrize(
    ("standing", "level", "reasons"),
    [
        (Standing(), CreditLevel.OK, ()),
        (Standing(limit=1_000_00), CreditLevel.OK, ()),
        (Standing(limit=1_000_00, debt=499_00), CreditLevel.OK, ()),
        (Standing(limit=1_000_00, debt=550_00), CreditLevel.WARN, (CreditReason.NEAR_LIMIT,)),
        (Standing(limit=1_000_00, debt=601_00), CreditLevel.HOLD, (CreditReason.OVER_LIMIT,)),
        (Standing(limit=1_000_00, debt=601_00, advances=200_00), CreditLevel.OK, ()),
        (Standing(limit=1_000_00, debt=300_00, pending=400_00), CreditLevel.HOLD, (CreditReason.OVER_LIMIT,)),
        (Standing(overdue=200_00, days_overdue=3), CreditLevel.WARN, (CreditReason.OVERDUE,)),
        (Standing(overdue=200_00, days_overdue=10), CreditLevel.HOLD, (CreditReason.LONG_OVERDUE,)),
        (Standing(overdue=1_00, days_overdue=90), CreditLevel.OK, ()),
        (
            Standing(limit=0, stopped=True, overdue=200_00, days_overdue=3),
            CreditLevel.HOLD,
            (CreditReason.STOPPED, CreditReason.OVER_LIMIT, CreditReason.OVERDUE),
        ),
    ],
)
def test_the_verdict_on_an_order_of_400_roubles(
    standing: Standing, level: CreditLevel, reasons: tuple[CreditReason, ...]
) -> None:
    verdict = check_credit(400_00, standing, CREDIT)
    assert (verdict.level, verdict.reasons) == (level, reasons)


def test_the_verdict_carries_its_figures() -> None:
    verdict = check_credit(400_00, Standing(limit=1_000_00, debt=700_00), CREDIT)
    assert (verdict.limit_left, verdict.debt_after, verdict.over_by) == (300_00, 1_100_00, 100_00)
    prepaid = check_credit(400_00, Standing(limit=0, advances=500_00), CREDIT)
    assert (prepaid.level, prepaid.debt_after) == (CreditLevel.OK, 0)
