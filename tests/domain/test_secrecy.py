"""What is unusual is judged by a person's own days; what is incomplete, by what a call and a bill need."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import CalendarSettings, WorkCalendar
from domain.completeness import CardPart, KnownClient, KnownPerson, missing_of, percent_of
from domain.secrecy import (
    AlarmKind,
    AlarmState,
    Protection,
    SecrecySettings,
    cards_limit,
    files_limit,
    hour_limit,
    is_guarded,
    is_off_hours,
    known_days,
    may_alarm,
    usual_of,
)

RULES = SecrecySettings()
CALENDAR = WorkCalendar.from_settings(CalendarSettings())
TODAY = date(2026, 11, 23)
histories = st.lists(st.integers(0, 200), max_size=20)


@given(histories, st.booleans(), st.integers(1, 4))
def test_nobody_is_spoken_of_below_the_floor(history: list[int], manager: bool, bases: int) -> None:
    limit = cards_limit(RULES, history, manager=manager, bases=bases)
    assert limit >= RULES.cards_a_day
    assert limit >= usual_of(history) * RULES.factor
    assert RULES.cards_an_hour <= hour_limit(RULES, limit) <= max(limit, RULES.cards_an_hour)
    assert files_limit(RULES, history) >= RULES.files_a_day


@given(histories, st.integers(1, 4))
def test_another_base_raises_the_limit_as_much_again(history: list[int], bases: int) -> None:
    one = cards_limit(RULES, history, manager=True)
    assert cards_limit(RULES, history, manager=True, bases=bases) == one * bases


@given(
    st.lists(st.integers(0, 200), min_size=RULES.newcomer_days, max_size=20),
    st.integers(0, 19),
    st.integers(0, 50),
)
def test_a_busier_past_never_lowers_the_limit(history: list[int], at: int, more: int) -> None:
    busier = [*history]
    busier[at % len(history)] += more
    assert cards_limit(RULES, busier, manager=True) >= cards_limit(RULES, history, manager=True)


@given(st.lists(st.integers(0, 60), min_size=11, max_size=20), st.integers(61, 10_000))
def test_one_wild_day_hides_nothing(history: list[int], wild: int) -> None:
    """Else a first theft would make room for the second."""
    quiet = [0] * (len(history) - 1)
    assert cards_limit(RULES, [*quiet, wild], manager=True) == cards_limit(RULES, [*quiet, 0], manager=True)


def test_a_newcomer_and_a_lead_look_around() -> None:
    assert cards_limit(RULES, [], manager=True) == RULES.newcomer_cards
    assert cards_limit(RULES, [0] * 10, manager=True) == RULES.cards_a_day
    assert cards_limit(RULES, [0] * 10, manager=False) == RULES.lead_cards
    assert cards_limit(RULES, [40] * 10, manager=True) == 120


def test_days_without_a_look_are_known_from_the_first_one_on() -> None:
    friday, monday = TODAY - timedelta(days=3), TODAY - timedelta(days=7)
    assert known_days({}, TODAY, RULES, CALENDAR) == []
    assert known_days({friday: 7}, TODAY, RULES, CALENDAR) == [7]
    assert known_days({friday: 7, monday: 3}, TODAY, RULES, CALENDAR) == [7, 0, 0, 0, 3]
    long_ago = {TODAY - timedelta(days=300): 1}
    assert known_days(long_ago, TODAY, RULES, CALENDAR) == [0] * RULES.usual_days


@pytest.mark.parametrize(
    ("day", "clock", "off"),
    [
        (TODAY, time(6, 59), True),
        (TODAY, time(7, 0), False),
        (TODAY, time(21, 59), False),
        (TODAY, time(22, 0), True),
        (TODAY - timedelta(days=1), time(12, 0), True),
    ],
)
def test_night_and_days_off(day: date, clock: time, *, off: bool) -> None:
    assert is_off_hours(datetime.combine(day, clock, tzinfo=UTC), RULES, CALENDAR) is off


def test_once_a_day_of_each_kind_and_no_more_when_all_is_well() -> None:
    said = [(AlarmKind.CARDS.value, AlarmState.OPEN.value)]
    assert not may_alarm(AlarmKind.CARDS, said)
    assert may_alarm(AlarmKind.FILES, said)
    assert not may_alarm(AlarmKind.FILES, [(AlarmKind.CARDS.value, AlarmState.FINE.value)])


def test_what_is_meant_to_be_passed_on_may_be() -> None:
    guarded = {one: [is_guarded(one, passed_on=passed) for passed in (False, True)] for one in Protection}
    assert guarded == {
        Protection.OFF: [False, False],
        Protection.CLIENTS: [True, False],
        Protection.ALL: [True, True],
    }


@pytest.mark.parametrize("wrong", [{"factor": 0.5}, {"searches": 0}, {"day_end": time(6, 0)}])
def test_settings_that_would_never_or_always_alarm(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=":"):
        SecrecySettings(**wrong)  # type: ignore[arg-type]


# --- the card -----------------------------------------------------------------------------------------------------

clients = st.builds(KnownClient, *[st.booleans()] * 9)
people = st.lists(
    st.builds(KnownPerson, st.sampled_from(["", "директор", "buyer", "склад"]), *[st.booleans()] * 3),
    max_size=3,
)


@given(clients, people)
def test_full_is_said_only_where_nothing_is_missing(client: KnownClient, persons: list[KnownPerson]) -> None:
    percent = percent_of(client, persons)
    assert 0 <= percent <= 100
    assert (percent == 100) == (not missing_of(client, persons))


@given(
    clients, people, st.builds(KnownPerson, st.just("директор"), st.just(True), st.just(True), st.just(True))
)
def test_a_known_director_never_makes_the_card_poorer(
    client: KnownClient, persons: list[KnownPerson], director: KnownPerson
) -> None:
    assert percent_of(client, [*persons, director]) >= percent_of(client, persons)


def test_a_lead_is_asked_for_no_contract() -> None:
    nothing = KnownClient(True, *[False] * 8)
    assert CardPart.CONTRACT not in missing_of(nothing, [])
    assert missing_of(nothing, [])[:2] == (CardPart.PHONE, CardPart.DECIDER)
    assert percent_of(nothing, []) == 0
