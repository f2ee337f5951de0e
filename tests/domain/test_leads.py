"""Stages move forward by themselves, questions are few, a check holds for a while."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WorkCalendar
from domain.leads import (
    ON_THE_WAY,
    RANKS,
    LeadSettings,
    OfferSettings,
    Question,
    Stage,
    is_overdue,
    moved,
    next_follow_up,
    questions_to_ask,
    stage_after,
    volume_ranges,
)
from domain.outcomes import Outcome, is_reached
from domain.reliability import Check, CheckState, ReliabilitySettings, state_of, valid_until

TODAY = date(2026, 11, 23)
SETTINGS = LeadSettings()
subsets = st.sets(st.sampled_from(Question))


@given(st.sampled_from(Stage), st.sampled_from(ON_THE_WAY))
def test_nothing_logged_moves_a_lead_back(now: Stage, to: Stage) -> None:
    new = moved(now, to)
    if now is Stage.LOST:
        assert (new is to) == (RANKS[to] >= RANKS[Stage.OFFER])
    else:
        assert (new is to) == (RANKS[to] > RANKS[now])
    assert new in {None, to}


def test_a_call_speaks_of_a_stage_only_where_somebody_was_reached() -> None:
    for outcome in Outcome:
        assert (stage_after(outcome) is not None) == is_reached(outcome)
    assert stage_after(Outcome.PHONE_OFFER) is Stage.OFFER
    assert stage_after(Outcome.SEND_OFFER) is Stage.CONTACT


@given(subsets, subsets)
def test_at_most_three_questions_a_day_and_none_twice(answered: set[Question], asked: set[Question]) -> None:
    found = questions_to_ask(answered, asked, SETTINGS)
    assert not set(found) & (answered | asked)
    assert len(found) + len(asked) <= max(SETTINGS.questions, len(asked))


def test_overdue_is_what_was_agreed_and_passed_or_lies_with_nothing_agreed() -> None:
    long_ago = TODAY - timedelta(days=8)
    assert is_overdue(Stage.NEED, long_ago, None, TODAY, SETTINGS)
    assert not is_overdue(Stage.NEED, long_ago, TODAY, TODAY, SETTINGS)
    assert is_overdue(Stage.NEED, TODAY, TODAY - timedelta(days=1), TODAY, SETTINGS)
    assert not is_overdue(Stage.NEED, TODAY - timedelta(days=7), None, TODAY, SETTINGS)
    assert not is_overdue(Stage.LOST, long_ago, None, TODAY, SETTINGS)


def test_an_offer_is_asked_about_twice_and_then_closed() -> None:
    calendar, settings = WorkCalendar(), OfferSettings()
    assert next_follow_up(1, TODAY, calendar, settings) == date(2026, 11, 30)
    assert next_follow_up(2, TODAY, calendar, settings) == TODAY


def test_volumes_are_ranges_that_touch() -> None:
    assert volume_ranges(SETTINGS) == ((0, 50), (50, 200), (200, 500), (500, None))


def test_a_whole_list_holds_for_half_a_year() -> None:
    settings = ReliabilitySettings()
    until = valid_until(set(Check), date(2026, 11, 22), settings)
    assert until == date(2027, 5, 21)
    assert state_of([*Check], until, until) is CheckState.VALID
    assert state_of([*Check], until, until + timedelta(days=1)) is CheckState.EXPIRED
    assert valid_until(set(Check) - {Check.AGE}, TODAY, settings) is None
    assert state_of([Check.AGE], None, TODAY) is CheckState.PART
    assert state_of([], None, TODAY) is CheckState.NONE


def test_a_list_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="items"):
        ReliabilitySettings(items=())
