"""The time that a question has, for how long decisions are lent, and what a month of them came to."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import CalendarSettings, WorkCalendar
from domain.decisions import (
    AGREED,
    OWN_CLOCK,
    SILENT,
    Decided,
    DecisionKind,
    DecisionSettings,
    Default,
    LendFor,
    Summary,
    Verdict,
    lend_until,
    summary_of,
    term_for,
)
from domain.stop_list import WorkingHours

MOSCOW, HOURS = ZoneInfo("Europe/Moscow"), WorkingHours()
CALENDAR = WorkCalendar.from_settings(CalendarSettings())
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1)).map(  # noqa: DTZ001
    lambda at: at.replace(tzinfo=MOSCOW)
)


@given(MOMENTS, st.sampled_from(sorted(set(DecisionKind) - OWN_CLOCK)))
def test_a_question_is_reminded_of_before_its_end_and_ends_in_working_time(
    now: datetime, kind: DecisionKind
) -> None:
    term = term_for(kind, now, CALENDAR, HOURS, DecisionSettings())
    assert now < term.nudge_at < term.due_at
    assert HOURS.start < term.due_at.time() <= HOURS.end
    assert CALENDAR.is_working(term.due_at.date())


@given(MOMENTS, st.sampled_from(LendFor))
def test_what_is_lent_comes_back_later_than_now(now: datetime, span: LendFor) -> None:
    until = lend_until(span, now, CALENDAR, HOURS)
    assert now < until <= now + timedelta(days=21)
    assert span is LendFor.HOURS or until.time() == HOURS.end


def test_the_evening_of_a_friday_that_is_over_is_that_of_monday() -> None:
    friday = datetime.combine(date(2026, 11, 27), time(19), MOSCOW)
    assert lend_until(LendFor.EVENING, friday, CALENDAR, HOURS).date() == date(2026, 11, 30)
    assert lend_until(LendFor.TOMORROW, friday, CALENDAR, HOURS).date() == date(2026, 12, 1)


@given(st.lists(st.tuples(st.sampled_from(Verdict), st.integers(0, 9999))))
def test_a_summary_counts_each_once(rows: list[tuple[Verdict, int]]) -> None:
    start = datetime(2026, 11, 1, tzinfo=UTC)
    found = summary_of(
        Decided(verdict, start + timedelta(minutes=waited) - start) for verdict, waited in rows
    )
    withdrawn = sum(verdict is Verdict.WITHDRAWN for verdict, _ in rows)
    assert found.asked == len(rows) == found.yes + found.own + found.no + found.silent + withdrawn
    spoken = [waited for verdict, waited in rows if verdict in AGREED or verdict is Verdict.NO]
    assert (found.minutes is None) == (not spoken)
    assert found.minutes is None or min(spoken) <= found.minutes <= max(spoken)
    assert not AGREED & SILENT


def test_nothing_asked_is_nothing() -> None:
    assert summary_of([]) == Summary()


@pytest.mark.parametrize("given_away", ["gift_silence", "contract_silence"])
def test_money_is_never_given_away_in_silence(given_away: str) -> None:
    with pytest.raises(ValueError, match="never given in silence"):
        DecisionSettings(**{given_away: Default.ACCEPT})  # type: ignore[arg-type]
