"""What follows from each of the fifteen outcomes, as the table of the product says."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WorkCalendar
from domain.errors import InvalidAmountError, MissingAnswerError, PastMomentError
from domain.outcomes import (
    OUTCOME_RULES,
    Answer,
    Ask,
    CallSettings,
    ClaimKind,
    Counter,
    FollowUp,
    NextKind,
    Outcome,
    RefusalReason,
    after_email_offer,
    follow_up,
    is_reached,
    missing_asks,
    other_contact,
    rule_of,
)

MOSCOW = ZoneInfo("Europe/Moscow")
CALENDAR = WorkCalendar()
SETTINGS = CallSettings()
FRIDAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)


def moment(hour: int, minute: int = 0, day: date = FRIDAY) -> datetime:
    return datetime.combine(day, time(hour, minute), MOSCOW)


def after(outcome: Outcome, at: datetime, answer: Answer | None = None, attempt: int = 1) -> FollowUp:
    return follow_up(outcome, at=at, calendar=CALENDAR, settings=SETTINGS, answer=answer, attempt=attempt)


def test_every_outcome_has_a_rule_and_every_one_is_an_attempt() -> None:
    assert set(OUTCOME_RULES) == set(Outcome)
    assert len(Outcome) == 15
    assert all(Counter.ATTEMPT in rule.counters for rule in OUTCOME_RULES.values())


def test_not_reached_costs_one_tap() -> None:
    missed = [outcome for outcome in Outcome if not is_reached(outcome)]
    assert missed == [
        Outcome.NO_ANSWER,
        Outcome.BUSY,
        Outcome.UNAVAILABLE,
        Outcome.WRONG_NUMBER,
        Outcome.NO_DECISION_MAKER,
    ]
    for outcome in missed:
        assert rule_of(outcome).asks == ()
        assert rule_of(outcome).counters == {Counter.ATTEMPT}
        assert after(outcome, moment(11)).day is not None


def test_no_answer_is_tried_again_in_two_hours() -> None:
    assert after(Outcome.NO_ANSWER, moment(10)) == FollowUp(NextKind.CALL, FRIDAY, moment(12))


@pytest.mark.parametrize(
    ("at", "attempt", "retry"),
    [
        (moment(15, 29), 1, moment(17, 29)),
        (moment(15, 30), 1, moment(10, day=MONDAY)),
        (moment(17, 40), 1, moment(10, day=MONDAY)),
        (moment(10), 2, moment(14, day=MONDAY)),
        (moment(14), 2, moment(10, day=MONDAY)),
    ],
)
def test_then_in_the_other_half_of_the_next_working_day(at: datetime, attempt: int, retry: datetime) -> None:
    assert after(Outcome.NO_ANSWER, at, attempt=attempt) == FollowUp(NextKind.CALL, retry.date(), retry)


def test_the_second_retry_comes_at_the_best_hour_of_the_right_half() -> None:
    afternoons = [(16, True)] * 5 + [(14, False)] * 3 + [(10, False)] * 4
    told = follow_up(
        Outcome.NO_ANSWER, at=moment(10), calendar=CALENDAR, settings=SETTINGS, attempt=2, tries=afternoons
    )
    assert told.at == moment(15, day=MONDAY)
    same_day = follow_up(
        Outcome.NO_ANSWER, at=moment(10), calendar=CALENDAR, settings=SETTINGS, tries=afternoons
    )
    assert same_day.at == moment(12)


@pytest.mark.parametrize("attempt", [3, 4])
def test_the_third_time_asks_for_another_person_or_channel(attempt: int) -> None:
    assert after(Outcome.NO_ANSWER, moment(10), attempt=attempt) == FollowUp(
        NextKind.CALL, MONDAY, another_contact=True
    )


def test_somebody_else_is_who_was_missed_least_and_never_who_was_missed_last() -> None:
    assert other_contact([1, 2, 3], [1, 1, 1]) == 2
    assert other_contact([1, 2, 3], [2, 1, 1, 1]) == 3
    assert other_contact([1, 2], [2, 1, 1, 1]) == 1
    assert other_contact([1], [1, 1, 1]) is None
    assert other_contact([1], [None, None, None]) == 1
    assert other_contact([], [1]) is None


def test_busy_is_tried_in_half_an_hour_but_not_after_the_working_day() -> None:
    assert after(Outcome.BUSY, moment(10)).at == moment(10, 30)
    assert after(Outcome.BUSY, moment(17, 45)).at == moment(9, day=MONDAY)


def test_unavailable_is_tried_on_the_next_working_day() -> None:
    assert after(Outcome.UNAVAILABLE, moment(10)) == FollowUp(NextKind.CALL, MONDAY)


def test_a_wrong_number_is_marked_and_another_contact_asked() -> None:
    assert after(Outcome.WRONG_NUMBER, moment(10)) == FollowUp(
        NextKind.TASK, FRIDAY, another_contact=True, number_bad=True
    )


def test_without_the_decision_maker_the_time_given_is_kept_else_the_next_working_day() -> None:
    assert after(Outcome.NO_DECISION_MAKER, moment(10)) == FollowUp(NextKind.CALL, MONDAY)
    tuesday = MONDAY + timedelta(days=1)
    told = after(Outcome.NO_DECISION_MAKER, moment(10), Answer(day=tuesday, clock=time(9)))
    assert told == FollowUp(NextKind.CALL, tuesday, moment(9, day=tuesday), promised=True)


def test_a_call_back_is_pinned_to_what_was_said_even_on_a_day_off() -> None:
    saturday = FRIDAY + timedelta(days=1)
    told = after(Outcome.CALL_BACK, moment(10), Answer(day=saturday, clock=time(11)))
    assert told == FollowUp(NextKind.CALL, saturday, moment(11, day=saturday), promised=True)
    assert after(Outcome.CALL_BACK, moment(10), Answer(day=MONDAY)) == FollowUp(
        NextKind.CALL, MONDAY, promised=True
    )


def test_offers() -> None:
    assert after(Outcome.PHONE_OFFER, moment(10)) == FollowUp(NextKind.CALL, date(2026, 11, 25))
    assert after(Outcome.SEND_OFFER, moment(10)) == FollowUp(NextKind.TASK, FRIDAY)
    assert after_email_offer(FRIDAY, calendar=CALENDAR, settings=SETTINGS) == FollowUp(
        NextKind.CALL, date(2026, 11, 24)
    )
    assert Counter.PHONE_OFFER in rule_of(Outcome.PHONE_OFFER).counters
    # The letter counts when it has been sent, not when it was promised.
    assert Counter.EMAIL_OFFER not in rule_of(Outcome.SEND_OFFER).counters


def test_a_promise_is_checked_on_the_working_day_after() -> None:
    told = after(Outcome.PROMISE, moment(10), Answer(amount=100_00, day=FRIDAY))
    assert told == FollowUp(promise_check=MONDAY)


@pytest.mark.parametrize(
    ("reason", "day"),
    [
        (RefusalReason.PRICE, date(2026, 12, 21)),  # 30 days, a Sunday
        (RefusalReason.SUPPLIER, date(2027, 1, 19)),  # 60 days
        (RefusalReason.NO_NEED, date(2027, 2, 18)),  # 90 days
    ],
)
def test_a_refusal_is_touched_again(reason: RefusalReason, day: date) -> None:
    assert after(Outcome.REFUSAL, moment(10), Answer(reason=reason)) == FollowUp(NextKind.CALL, day)


@pytest.mark.parametrize("reason", RefusalReason)
def test_every_reason_has_its_days(reason: RefusalReason) -> None:
    assert SETTINGS.refusal_days.of(reason) in {30, 60, 90}


def test_a_meeting_is_a_visit_in_the_plan() -> None:
    told = after(Outcome.MEETING, moment(10), Answer(day=MONDAY, clock=time(15), place="office"))
    assert told == FollowUp(NextKind.VISIT, MONDAY, moment(15, day=MONDAY), promised=True)


def test_what_needs_no_next_step_makes_none() -> None:
    assert after(Outcome.TALKED, moment(10)) == FollowUp()
    assert after(Outcome.ORDER, moment(10)) == FollowUp()
    assert after(Outcome.CLAIM, moment(10), Answer(claim_kind=ClaimKind.SHORTAGE)) == FollowUp()


@pytest.mark.parametrize(
    ("outcome", "asks"),
    [
        (Outcome.PROMISE, (Ask.DATE,)),
        (Outcome.REFUSAL, (Ask.REASON,)),
        (Outcome.CLAIM, (Ask.CLAIM_KIND,)),
        (Outcome.THINKING, (Ask.DATE,)),
        (Outcome.ORDER, ()),
    ],
)
def test_what_is_still_to_be_asked(outcome: Outcome, asks: tuple[Ask, ...]) -> None:
    assert missing_asks(outcome, Answer()) == asks
    if asks:
        with pytest.raises(MissingAnswerError) as error:
            after(outcome, moment(10))
        assert error.value.facts == {"outcome": outcome, "ask": asks[0]}


@pytest.mark.parametrize(
    "answer", [Answer(day=FRIDAY - timedelta(days=1)), Answer(day=FRIDAY, clock=time(9, 59))]
)
def test_the_past_is_no_next_contact(answer: Answer) -> None:
    with pytest.raises(PastMomentError):
        after(Outcome.CALL_BACK, moment(10), answer)


def test_a_promise_of_nothing_is_none() -> None:
    with pytest.raises(InvalidAmountError):
        after(Outcome.PROMISE, moment(10), Answer(amount=0, day=MONDAY))


@given(
    st.sampled_from([outcome for outcome in Outcome if not is_reached(outcome)]),
    st.datetimes(datetime(2025, 1, 1), datetime(2027, 6, 1)),  # noqa: DTZ001
    st.integers(1, 5),
    st.lists(st.tuples(st.integers(0, 23), st.booleans()), max_size=60),
)
def test_a_missed_call_is_never_lost_and_never_put_into_the_past(
    outcome: Outcome, naive: datetime, attempt: int, tries: list[tuple[int, bool]]
) -> None:
    at = naive.replace(tzinfo=MOSCOW)
    told = follow_up(outcome, at=at, calendar=CALENDAR, settings=SETTINGS, attempt=attempt, tries=tries)
    assert told.kind is not None
    assert told.day is not None
    assert told.day >= at.date()
    if told.at is not None:
        assert told.at > at
        assert told.at.date() == told.day
    if told.day > at.date():
        assert CALENDAR.is_working(told.day)
        assert told.at is None or SETTINGS.day_start <= told.at.time() < SETTINGS.day_end
