"""Laws of the morning list, whatever the base."""

import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.ranking import Line, lead_quota, list_size, priority, rank
from domain.reasons import (
    MONEY,
    Candidate,
    ClientClass,
    NextReason,
    RankingSettings,
    ReasonKind,
    after_greeting,
    reasons_for,
)
from domain.rhythm import Rhythm, RhythmSettings, rhythm_of

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 23, 9, tzinfo=MOSCOW)
TODAY = NOW.date()
SETTINGS = RankingSettings()
NUMBERS = ["+79161110001", "+79161110002", "+79161110003", "+79161110004"]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def silent(days: int, gap: float) -> Rhythm:
    return rhythm_of(gap, ago(days), TODAY, RhythmSettings())


def score(candidate: Candidate, now: datetime = NOW) -> int:
    return priority(candidate, now=now, settings=SETTINGS)


DAYS = st.none() | st.integers(-3, 60).map(ago)
PAST = st.none() | st.integers(0, 60).map(ago)
SUMS = st.integers(0, 10**9)
PEOPLE = st.none() | st.integers(1, 6)
MOMENTS = st.none() | st.integers(-3000, 3000).map(lambda minutes: NOW + timedelta(minutes=minutes))
FACTS: dict[str, st.SearchStrategy[Any]] = {
    "client_id": st.integers(1, 40),
    "is_lead": st.booleans(),
    "excluded": st.sampled_from([False, False, False, True]),
    "has_number": st.sampled_from([True, True, True, False]),
    "client_class": st.sampled_from(ClientClass),
    "utc_offset_minutes": st.sampled_from([120, 180, 420, 720]),
    "phone": st.none() | st.sampled_from(NUMBERS),
    "numbers": st.dictionaries(st.integers(1, 6), st.sampled_from(NUMBERS), max_size=4),
    "main_person": PEOPLE,
    "accountant": PEOPLE,
    "celebrant": PEOPLE,
    "next_at": MOMENTS,
    "next_reason": st.sampled_from(NextReason),
    "visit_on": DAYS,
    "last_contact": PAST,
    "since": PAST,
    "broken_promise_due": DAYS,
    "broken_promise_sum": SUMS,
    "promise_due": DAYS,
    "overdue_sum": SUMS,
    "overdue_since": DAYS,
    "rhythm": st.none() | st.builds(silent, st.integers(0, 60), st.sampled_from([7, 14.5])),
    "order_chance": st.floats(0, 1),
    "claim_since": DAYS,
    "occasion_on": DAYS,
    "holiday": st.booleans(),
    "birthday_today": st.booleans(),
    "contract_ends": DAYS,
    "promotion": st.sampled_from(["", "Осень"]),
    "promotion_ends": DAYS,
    "week_planned": st.booleans(),
    "invited_to": st.sampled_from(["", "Продэкспо"]),
    "invited_on": DAYS,
    "carried_since": DAYS,
    "carried_days": st.integers(0, 9),
}
CANDIDATES = st.builds(Candidate, **FACTS)
BASES = st.lists(CANDIDATES, max_size=40)


def listed(base: list[Candidate], norm: int) -> list[Line]:
    return rank(base, now=NOW, settings=SETTINGS, norm=norm)


@given(BASES, st.integers(0, 20))
def test_no_client_stands_twice_and_none_that_must_not(base: list[Candidate], norm: int) -> None:
    called = [client for line in listed(base, norm) for client in (line.client_id, *line.also)]
    assert len(called) == len(set(called))
    assert set(called) <= {one.client_id for one in base if not one.excluded and one.has_number}


@given(BASES, st.integers(0, 20))
def test_no_number_is_called_twice_unless_a_time_was_promised(base: list[Candidate], norm: int) -> None:
    once = list({one.client_id: one for one in base}.values())
    by_id = {one.client_id: one for one in once}
    lines = [line for line in listed(once, norm) if not line.pinned_at]
    numbers = [by_id[line.client_id].number_of(line.person_id) for line in lines]
    reached = [number for number in numbers if number]
    shared = [number for number in set(reached) if reached.count(number) > 1]
    assert all(reached.count(number) > SETTINGS.shared_most for number in shared)


@given(BASES, st.integers(0, 20))
def test_the_capacity_is_kept_and_a_fifth_of_it_for_leads(base: list[Candidate], norm: int) -> None:
    lines, size = listed(base, norm), list_size(norm, SETTINGS)
    pinned = [line for line in lines if line.pinned_at]
    assert lines[: len(pinned)] == pinned, "what was promised by the clock comes first"
    assert [line.pinned_at for line in pinned] == sorted(line.pinned_at for line in pinned if line.pinned_at)
    assert len(lines) <= max(size, len(pinned))
    everybody = listed(base, 1000)
    leads = min(sum(line.is_lead for line in everybody), lead_quota(size, SETTINGS))
    assert sum(line.is_lead for line in lines) >= min(leads, max(size - len(pinned), 0))


@given(BASES, st.integers(0, 20), st.randoms(use_true_random=False))
def test_the_order_of_the_data_does_not_matter(
    base: list[Candidate], norm: int, chance: random.Random
) -> None:
    shuffled = base[:]
    chance.shuffle(shuffled)
    assert listed(shuffled, norm) == listed(base, norm)


@given(BASES)
def test_every_line_explains_itself(base: list[Candidate]) -> None:
    for line in listed(base, 20):
        assert 1 <= len(line.reasons) <= 2
        assert all(reason.weight > 0 for reason in line.reasons)
        assert line.score >= sum(reason.weight for reason in line.reasons)
        assert all(reason.kind is not ReasonKind.CARRIED for reason in line.reasons), "its age says that"


@given(CANDIDATES)
def test_a_greeting_never_shares_a_call_with_money(candidate: Candidate) -> None:
    kinds = {reason.kind for reason in reasons_for(candidate, now=NOW, settings=SETTINGS)}
    assert ReasonKind.OCCASION not in kinds or not kinds & MONEY
    waiting = {reason.kind for reason in after_greeting(candidate, now=NOW, settings=SETTINGS)}
    assert waiting <= MONEY
    assert not waiting or (ReasonKind.OCCASION in kinds and not candidate.birthday_today)


def contacted(candidate: Candidate) -> Candidate:
    """After a call that led to nothing agreed: the list starts its age anew."""
    return replace(
        candidate, last_contact=TODAY, next_at=None, next_day=None, carried_since=None, carried_days=0
    )


@given(CANDIDATES, st.integers(1, 90))
def test_a_logged_contact_takes_the_client_off_and_never_raises_it_later(
    candidate: Candidate, days: int
) -> None:
    candidate = replace(candidate, since=candidate.since or TODAY)
    assert score(contacted(candidate)) == 0
    later = NOW + timedelta(days=days)
    assert score(contacted(candidate), later) <= score(candidate, later)


SETTLED: dict[ReasonKind, dict[str, Any]] = {
    ReasonKind.CALL_BACK: {"next_at": None, "next_day": None},
    ReasonKind.RETRY: {"next_at": None, "next_day": None},
    ReasonKind.PLANNED: {"next_at": None, "next_day": None},
    ReasonKind.OFFER_FOLLOW_UP: {"next_at": None, "next_day": None},
    ReasonKind.BROKEN_PROMISE: {"broken_promise_due": None},
    ReasonKind.PROMISE_TODAY: {"promise_due": None},
    ReasonKind.OVERDUE: {"overdue_sum": 0, "overdue_since": None},
    ReasonKind.ORDER_RHYTHM: {"rhythm": None},
    ReasonKind.CLAIM: {"claim_since": None},
    ReasonKind.CONTRACT_ENDS: {"contract_ends": None},
    ReasonKind.PROMOTION: {"promotion": ""},
    ReasonKind.WEEK_PLAN: {"week_planned": False},
    ReasonKind.INVITATION: {"invited_to": ""},
    ReasonKind.CARRIED: {"carried_days": 0},
    ReasonKind.STAY_IN_TOUCH: {"last_contact": TODAY - timedelta(days=1)},
    ReasonKind.LEAD_UNTOUCHED: {"last_contact": TODAY - timedelta(days=1)},
}


@given(CANDIDATES)
def test_what_is_settled_lowers_the_score(candidate: Candidate) -> None:
    """A promise kept, a debt paid, a claim closed, a contract renewed: each takes its points along."""
    before = score(candidate)
    if not before:
        return
    for reason in reasons_for(candidate, now=NOW, settings=SETTINGS):
        if reason.kind in SETTLED:
            assert score(replace(candidate, **SETTLED[reason.kind])) < before, reason.kind
