"""The plan of a week: capacity, days, who stays where; and plan against fact."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WorkCalendar
from domain.pushes import next_weekly
from domain.reasons import ClassFigures, ClientClass
from domain.week_plan import (
    Capacity,
    Contact,
    PlanKind,
    Planned,
    PlanReason,
    Reason,
    Subject,
    WeekPlanSettings,
    fact_of,
    propose,
)
from tests.office import MOSCOW

MONDAY = date(2026, 11, 30)
DAYS = [MONDAY + timedelta(days=days) for days in range(5)]
SETTINGS = WeekPlanSettings()
TOUCH = ClassFigures(7, 14, 30)
ROOM = Capacity(4, 1)


def days(low: int, high: int) -> st.SearchStrategy[date]:
    return st.integers(low, high).map(lambda shift: MONDAY + timedelta(days=shift))


SUBJECT = st.builds(
    Subject,
    client_id=st.integers(1, 60),
    client_class=st.sampled_from(ClientClass),
    overdue=st.sampled_from([0, 0, 5_000_00, 900_000_00]),
    overdue_since=st.none() | days(-90, -1),
    promise_due=st.none() | days(-5, 8),
    expected=st.none() | days(-20, 20),
    touched=st.none() | days(-60, -1),
    visited=st.none() | days(-60, -1),
    contract_ends=st.none() | days(-10, 60),
    district=st.sampled_from(["", "Выхино", "Люблино"]),
)
AGREED = st.builds(
    Planned,
    client_id=st.integers(1, 60),
    day=days(0, 6),
    kind=st.sampled_from(PlanKind),
    reasons=st.just((Reason(PlanReason.AGREED),)),
)
SUBJECTS = st.lists(SUBJECT, max_size=60, unique_by=lambda one: one.client_id)


def plan(subjects: list[Subject], agreed: list[Planned], on: list[date] | None = None) -> list[Planned]:
    week = DAYS if on is None else on
    return propose(subjects, agreed, week, capacity=ROOM, settings=SETTINGS, touch_days=TOUCH)


@given(SUBJECTS, st.lists(AGREED, max_size=12))
def test_the_laws_of_a_plan(subjects: list[Subject], agreed: list[Planned]) -> None:
    lines = plan(subjects, agreed)
    keys = [(line.client_id, line.day) for line in lines]
    assert len(keys) == len(set(keys)), "no client twice in a day"
    proposed = [line for line in lines if not line.agreed]
    assert all(line.day in DAYS for line in proposed), "working days only"
    assert {(line.client_id, line.day) for line in agreed} == {
        (line.client_id, line.day) for line in lines if line.agreed
    }, "what was agreed stays on its day"
    assert not {line.client_id for line in proposed} & {line.client_id for line in agreed}
    for day in DAYS:
        for kind in PlanKind:
            fixed = sum(line.agreed and line.day == day and line.kind is kind for line in lines)
            all_ = sum(line.day == day and line.kind is kind for line in lines)
            assert all_ <= max(ROOM.of(kind), fixed), "capacity"


@given(SUBJECTS, st.lists(AGREED, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_the_data_does_not_matter(
    subjects: list[Subject],
    agreed: list[Planned],
    chance: object,
) -> None:
    shuffled, also = list(subjects), list(agreed)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    chance.shuffle(also)  # type: ignore[attr-defined]
    assert plan(shuffled, also) == plan(subjects, agreed)


def test_reasons_choose_the_day_and_the_kind() -> None:
    quiet = MONDAY - timedelta(days=1)
    lines = {
        line.client_id: line
        for line in plan(
            [
                Subject(1, promise_due=DAYS[2], promised=50_000_00, touched=quiet),
                Subject(2, overdue=340_000_00, overdue_since=date(2026, 11, 18), touched=quiet),
                Subject(3, ClientClass.A, touched=quiet, visited=date(2026, 10, 20)),
                Subject(4, expected=DAYS[3], touched=quiet),
                Subject(5, touched=quiet),
            ],
            [],
        )
    }
    assert (lines[1].day, lines[1].reasons[0].kind) == (DAYS[2], PlanReason.PROMISE)
    assert (lines[2].day, lines[2].reasons[0]) == (
        MONDAY,
        Reason(PlanReason.OVERDUE, 340_000_00, 12),
    )
    assert (lines[3].kind, lines[3].reasons[0].days) == (PlanKind.VISIT, 41)
    assert (lines[4].day, lines[4].kind) == (DAYS[3], PlanKind.CALL)
    assert 5 not in lines, "in touch, no debt: nothing to plan"


def test_visits_of_one_district_meet_and_overflow_becomes_calls() -> None:
    nobody = [Subject(number, ClientClass.A, touched=DAYS[0], district="Выхино") for number in range(1, 4)]
    lines = propose(
        nobody, [], DAYS, capacity=Capacity(4, 2), settings=SETTINGS, touch_days=ClassFigures(30, 30, 30)
    )
    assert [line.day for line in lines if line.kind is PlanKind.VISIT] == [DAYS[0], DAYS[0], DAYS[1]]
    many = [Subject(number, ClientClass.A, touched=DAYS[0]) for number in range(1, 8)]
    kinds = [line.kind for line in plan(many, [])]
    assert (kinds.count(PlanKind.VISIT), kinds.count(PlanKind.CALL)) == (5, 2)


def test_a_week_wholly_off_has_no_plan() -> None:
    assert plan([Subject(1)], [], []) == []


def test_plan_against_fact() -> None:
    lines = [
        (1, DAYS[0], PlanKind.CALL),
        (2, DAYS[0], PlanKind.CALL),
        (3, DAYS[1], PlanKind.VISIT),
        (4, DAYS[1], PlanKind.VISIT),
    ]
    done = [
        Contact(1, DAYS[3], PlanKind.CALL),  # later in the week counts
        Contact(3, DAYS[1], PlanKind.CALL),  # a call is no visit
        Contact(4, DAYS[0], PlanKind.VISIT),
        Contact(9, DAYS[0], PlanKind.CALL),
        Contact(9, DAYS[1], PlanKind.VISIT),
    ]
    fact = fact_of(lines, done)
    assert (fact.planned, fact.done, fact.outside) == (4, 2, 1)
    assert fact.days == {DAYS[0]: (2, 1), DAYS[1]: (2, 1)}


def test_the_push_comes_on_the_last_working_day_of_a_week() -> None:
    at = datetime(2026, 6, 8, 9, tzinfo=UTC)  # Monday; Friday 12 June is a holiday
    clock = time(16)
    calendar = WorkCalendar()
    first = next_weekly(at, clock, MOSCOW, calendar)
    assert first == datetime(2026, 6, 11, 13, tzinfo=UTC)
    assert next_weekly(first, clock, MOSCOW, calendar) == datetime(2026, 6, 19, 13, tzinfo=UTC)
    new_year = next_weekly(datetime(2026, 12, 31, 15, tzinfo=UTC), clock, MOSCOW, calendar)
    assert new_year.date() == date(2027, 1, 15), "a week of holidays is passed over"
