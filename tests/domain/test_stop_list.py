"""The stop list: who is named, where each step leads, what silence decides and when."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WorkCalendar
from domain.credit import CreditLevel, CreditReason, CreditSettings, Standing, check_credit
from domain.errors import PastMomentError
from domain.ladder import DunningLevel
from domain.stop_list import (
    AWAITED,
    CLOSED,
    ExceptionDayError,
    Owing,
    Party,
    StopSettings,
    StopState,
    StopStep,
    WorkingHours,
    add_hours,
    by_clock,
    check_until,
    clock_of,
    exception_choices,
    find_next,
    holds,
    is_candidate,
    is_news,
    is_stopped,
    may_name,
    settled,
    told_at,
)

CALENDAR, SETTINGS, HOURS = WorkCalendar(), StopSettings(), WorkingHours()
DUST = 10_000
EVERYBODY = frozenset(Party)
LATE = Owing(50_000_00, 11, DunningLevel.STOP_CANDIDATE)
VERY_LATE = Owing(50_000_00, 16, DunningLevel.STOP)
PAID = Owing(0, 0, None)
FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=UTC)


@pytest.mark.parametrize(
    ("owing", "named"),
    [
        (LATE, True),
        (VERY_LATE, True),
        (Owing(50_000_00, 8, DunningLevel.LEAD), False),
        (Owing(9_999, 90, DunningLevel.LAWYER), False),
        (PAID, False),
    ],
)
def test_a_candidate_is_on_the_step_with_more_than_dust(owing: Owing, *, named: bool) -> None:
    assert is_candidate(owing, DUST) is named


def test_who_was_let_go_is_named_again_on_a_higher_step_only() -> None:
    assert may_name(DunningLevel.STOP_CANDIDATE, None)
    assert not may_name(DunningLevel.STOP_CANDIDATE, DunningLevel.STOP_CANDIDATE)
    assert may_name(DunningLevel.STOP, DunningLevel.STOP_CANDIDATE)


@pytest.mark.parametrize(
    ("promised", "waited_for"),
    [(None, False), (FRIDAY, True), (date(2026, 12, 4), True), (date(2026, 12, 7), False), (date(2026, 11, 26), False)],
)  # fmt: skip
def test_a_near_promise_is_waited_for(promised: date | None, *, waited_for: bool) -> None:
    assert holds(promised, FRIDAY, CALENDAR, SETTINGS) is waited_for


@given(st.lists(st.tuples(st.sampled_from(StopStep), st.frozensets(st.sampled_from(Party))), max_size=30))
def test_whatever_is_done_somebody_is_there_or_nobody_is_needed(
    steps: list[tuple[StopStep, frozenset[Party]]],
) -> None:
    """No step leads out of an end; nobody who is absent is waited for, but the lead; only the lead's word stops."""
    state = StopState.CANDIDATE
    for step, present in steps:
        wanted = find_next(state, step)
        if wanted is None:
            continue
        assert state not in CLOSED
        after = settled(wanted, present)
        assert AWAITED.get(after) in {None, Party.LEAD, *present}
        if is_stopped(after) and not is_stopped(state):
            assert step in {StopStep.STOPPED, StopStep.DEFAULTED, StopStep.ENDED}
        state = after


@given(
    st.sampled_from(StopState),
    st.sampled_from([LATE, VERY_LATE, PAID]),
    st.tuples(st.booleans(), st.booleans(), st.booleans(), st.booleans()),
)
def test_what_the_clock_does_can_be_done(
    state: StopState, owing: Owing, so: tuple[bool, bool, bool, bool]
) -> None:
    due, held, holding, hushed = so
    step = by_clock(state, owing, due=due, held=held, holding=holding, dust=DUST, hushed=hushed)
    assert state is not StopState.AT_LEAD or step is not StopStep.HUSHED, "the lead's question is the lead's"
    assert step is None or find_next(state, step) is not None
    assert not (held and step is StopStep.PROMISED), "one debt is waited for once"
    assert state is not StopState.AT_LEAD or step is not StopStep.DEFAULTED or owing is VERY_LATE


@pytest.mark.parametrize(
    ("state", "owing", "step"),
    [
        (StopState.CANDIDATE, LATE, StopStep.SILENT),
        (StopState.CANDIDATE, PAID, StopStep.PAID),
        (StopState.HELD, LATE, StopStep.NAMED_AGAIN),
        (StopState.AT_LEAD, LATE, StopStep.POSTPONED),
        (StopState.AT_LEAD, VERY_LATE, StopStep.DEFAULTED),
        (StopState.EXCEPTION, LATE, StopStep.ENDED),
        (StopState.EXCEPTION, PAID, StopStep.PAID),
        (StopState.AT_ACCOUNTANT, LATE, StopStep.ESCALATED),
        (StopState.IN_FORCE, LATE, None),
    ],
)
def test_what_silence_decides(state: StopState, owing: Owing, step: StopStep | None) -> None:
    assert by_clock(state, owing, due=True, held=False, holding=False, dust=DUST) is step


@pytest.mark.parametrize(
    ("state", "now", "until", "nudge", "due"),
    [
        (StopState.CANDIDATE, at(FRIDAY, "10:00"), None, at(FRIDAY, "17:00"), at(FRIDAY, "19:00")),
        (StopState.CANDIDATE, at(FRIDAY, "18:00"), None, None, at(FRIDAY, "19:00")),
        (StopState.CANDIDATE, at(FRIDAY, "19:00"), None, at(MONDAY, "17:00"), at(MONDAY, "19:00")),
        (StopState.AT_LEAD, at(FRIDAY, "19:00"), None, at(MONDAY, "12:00"), at(MONDAY, "18:00")),
        (StopState.HELD, at(FRIDAY, "10:00"), FRIDAY, None, at(MONDAY, "10:00")),
        (
            StopState.EXCEPTION,
            at(FRIDAY, "11:00"),
            date(2026, 12, 5),
            at(date(2026, 12, 4), "10:00"),
            at(date(2026, 12, 7), "18:00"),
        ),
        (StopState.EXCEPTION, at(FRIDAY, "11:00"), MONDAY, None, at(MONDAY, "18:00")),
        (
            StopState.AT_ACCOUNTANT,
            at(FRIDAY, "10:00"),
            None,
            at(FRIDAY, "14:00"),
            at(MONDAY, "10:00"),
        ),
        (
            StopState.AT_ACCOUNTANT,
            at(FRIDAY, "16:00"),
            None,
            at(MONDAY, "11:00"),
            at(date(2026, 12, 1), "10:00"),
        ),
        (StopState.IN_FORCE, at(FRIDAY, "10:00"), None, None, None),
    ],
)
def test_the_clock_of_a_state(
    state: StopState, now: datetime, until: date | None, nudge: datetime | None, due: datetime | None
) -> None:
    clock = clock_of(state, now, CALENDAR, SETTINGS, HOURS, until=until)
    assert (clock.nudge, clock.due) == (nudge, due)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.integers(0, 40),
)
def test_working_hours_end_within_a_working_day(start: datetime, count: int) -> None:
    end = add_hours(start, count, CALENDAR, HOURS)
    assert end >= start or count == 0
    assert CALENDAR.is_working(end.date())
    assert HOURS.start <= end.time() <= max(HOURS.end, start.time())
    assert add_hours(start, count + 1, CALENDAR, HOURS) > end


@pytest.mark.parametrize(
    ("day", "clock", "heard_on", "heard"),
    [
        (FRIDAY, "12:30", FRIDAY, "12:30"),
        (FRIDAY, "19:05", FRIDAY, "19:05"),
        (FRIDAY, "22:30", MONDAY, "09:00"),
        (MONDAY, "00:30", MONDAY, "09:00"),
        (date(2026, 11, 28), "12:30", MONDAY, "09:00"),
    ],
)
def test_nobody_is_woken_by_what_others_decide_at_night(
    day: date, clock: str, heard_on: date, heard: str
) -> None:
    assert told_at(at(day, clock), CALENDAR, SETTINGS, HOURS) == at(heard_on, heard)


def test_an_exception_has_an_end() -> None:
    check_until(MONDAY, FRIDAY, SETTINGS)
    with pytest.raises(PastMomentError):
        check_until(FRIDAY, FRIDAY, SETTINGS)
    with pytest.raises(ExceptionDayError):
        check_until(date(2027, 2, 1), FRIDAY, SETTINGS)
    offered = exception_choices(FRIDAY, CALENDAR, SETTINGS)
    assert offered == (MONDAY, date(2026, 12, 4), date(2026, 12, 11))


def test_who_gets_a_message_of_its_own() -> None:
    assert is_news(StopStep.SILENT, StopState.AT_LEAD, Party.LEAD)
    assert not is_news(StopStep.POSTPONED, StopState.AT_LEAD, Party.LEAD)
    assert is_news(StopStep.STOPPED, StopState.AT_ACCOUNTANT, Party.MANAGER)
    assert not is_news(StopStep.CONFIRMED, StopState.IN_FORCE, Party.LEAD)
    assert not is_news(StopStep.PAID, StopState.DROPPED, Party.MANAGER)


def test_an_exception_lets_the_overdue_pass_and_nothing_else() -> None:
    late = Standing(debt=90_000_00, overdue=50_000_00, days_overdue=20, excepted_until=MONDAY)
    verdict = check_credit(10_000_00, late, CreditSettings())
    assert (verdict.level, verdict.reasons) == (CreditLevel.WARN, (CreditReason.EXCEPTED,))
    assert verdict.excepted_until == MONDAY
    tight = Standing(limit=50_000_00, debt=90_000_00, overdue=50_000_00, days_overdue=20, excepted_until=MONDAY)  # fmt: skip
    assert check_credit(10_000_00, tight, CreditSettings()).level is CreditLevel.HOLD
