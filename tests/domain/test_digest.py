from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.digest import DigestSettings, NextStep, clock_on, next_step, silent_before
from domain.norms import NormSettings, Pace, pace
from domain.reasons import RankingSettings

MOSCOW = ZoneInfo("Europe/Moscow")
DAY = date(2026, 11, 23)
NORMS = NormSettings()


def at(clock: time, day: date = DAY) -> datetime:
    return datetime.combine(day, clock, tzinfo=MOSCOW)


def paces(calls: int, emails: int, clock: time) -> tuple[Pace, Pace]:
    return pace(calls, 30, at(clock), NORMS), pace(emails, 50, at(clock), NORMS)


def test_a_class_a_client_is_silent_after_twice_the_norm() -> None:
    assert silent_before(DAY, RankingSettings(), DigestSettings()) == DAY - timedelta(days=14)


def test_a_day_is_judged_by_the_clock_of_whose_day_it_is() -> None:
    assert clock_on(DAY, at(time(15))) == at(time(15))
    assert clock_on(DAY, at(time(1), DAY + timedelta(days=1))).time() == time.max
    assert clock_on(DAY, at(time(23), DAY - timedelta(days=1))) == at(time(0))


def test_the_next_step_is_what_lags_more_and_can_be_done() -> None:
    assert next_step(*paces(0, 0, time(9)), waiting=20, to_send=0) is NextStep.CALL
    assert next_step(*paces(20, 0, time(14)), waiting=20, to_send=3) is NextStep.SEND
    assert next_step(*paces(0, 25, time(14)), waiting=20, to_send=3) is NextStep.CALL
    assert next_step(*paces(0, 25, time(14)), waiting=0, to_send=3) is NextStep.SEND
    assert next_step(*paces(30, 25, time(14)), waiting=5, to_send=0) is NextStep.OFFER
    assert next_step(*paces(30, 50, time(14)), waiting=5, to_send=0) is NextStep.CALL
    assert next_step(*paces(30, 50, time(14)), waiting=0, to_send=0) is NextStep.NONE


@given(
    calls=st.integers(0, 60),
    emails=st.integers(0, 90),
    hour=st.integers(0, 23),
    waiting=st.integers(0, 40),
    to_send=st.integers(0, 20),
)
def test_a_step_is_never_one_that_cannot_be_done(
    calls: int, emails: int, hour: int, waiting: int, to_send: int
) -> None:
    step = next_step(*paces(calls, emails, time(hour)), waiting=waiting, to_send=to_send)
    assert step is not NextStep.CALL or waiting
    assert step is not NextStep.SEND or to_send
    assert step is not NextStep.OFFER or emails < 50
    assert step is not NextStep.NONE or not (waiting or to_send)
