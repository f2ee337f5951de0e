"""Dates for the clients with whom nothing is agreed."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WorkCalendar
from domain.next_steps import Step, Unplanned, plan_steps
from domain.reasons import ClientClass, RankingSettings

CALENDAR = WorkCalendar()
MONDAY = date(2026, 11, 23)
TUESDAY = MONDAY + timedelta(days=1)


def ago(days: int) -> date:
    return MONDAY - timedelta(days=days)


def planned(
    *clients: Unplanned, norm: int = 30, busy: dict[date, int] | None = None, today: date = MONDAY
) -> list[Step]:
    return plan_steps(
        clients, today=today, busy=busy or {}, norm=norm, calendar=CALENDAR, settings=RankingSettings()
    )


def days(*clients: Unplanned, **more: Any) -> dict[int, date]:
    return {step.client_id: step.day for step in planned(*clients, **more)}


SPOKEN = Unplanned(1, ago(90), last_contact=MONDAY)


def test_the_own_rhythm_comes_before_the_norm() -> None:
    """A working day before the expected order: that of a Monday is asked for on Friday."""
    assert days(replace(SPOKEN, expected=date(2026, 12, 14))) == {1: date(2026, 12, 11)}
    assert days(replace(SPOKEN, expected=ago(5))) == {1: TUESDAY}


def test_without_a_rhythm_the_norm_of_the_class_sooner_for_a_lead() -> None:
    steps = days(
        replace(SPOKEN, client_class=ClientClass.A),
        replace(SPOKEN, client_id=2, client_class=ClientClass.B),
        replace(SPOKEN, client_id=3),
        replace(SPOKEN, client_id=4, is_lead=True),
        Unplanned(5, MONDAY, is_lead=True),
        Unplanned(6, ago(3)),
    )
    assert steps == {
        1: date(2026, 11, 30),
        2: date(2026, 12, 7),
        3: date(2026, 12, 23),
        4: date(2026, 12, 8),
        5: TUESDAY,
        6: date(2026, 12, 21),  # 30 days after it came is a Sunday
    }


def test_a_full_day_gives_way_to_the_next_and_the_best_choose_first() -> None:
    late = [Unplanned(i, ago(90), ClientClass(grade)) for i, grade in enumerate("CBA")]
    lead = Unplanned(9, MONDAY, is_lead=True)
    steps = planned(*late, lead, norm=3, busy={TUESDAY: 1, TUESDAY + timedelta(days=1): 3})
    thursday = TUESDAY + timedelta(days=2)
    assert steps == [Step(9, TUESDAY), Step(2, TUESDAY), Step(1, thursday), Step(0, thursday)]


def test_before_the_holidays_the_dates_go_over_them() -> None:
    assert days(Unplanned(1, ago(90)), today=date(2026, 12, 30)) == {1: date(2027, 1, 11)}


CLIENTS = st.lists(
    st.builds(
        Unplanned,
        st.integers(1, 500),
        st.integers(0, 400).map(ago),
        st.sampled_from(ClientClass),
        st.booleans(),
        st.none() | st.integers(0, 400).map(ago),
        st.none() | st.integers(-90, 200).map(ago),
    ),
    max_size=50,
    unique_by=lambda client: client.client_id,
)
BUSY = st.dictionaries(st.integers(1, 20).map(lambda n: MONDAY + timedelta(days=n)), st.integers(0, 9))


@given(CLIENTS, BUSY, st.integers(0, 8), st.randoms(use_true_random=False))
def test_laws_of_the_dates(
    clients: list[Unplanned], busy: dict[date, int], norm: int, chance: random.Random
) -> None:
    steps = planned(*clients, busy=busy, norm=norm)
    assert sorted(step.client_id for step in steps) == sorted(client.client_id for client in clients)
    assert all(step.day > MONDAY and CALENDAR.is_working(step.day) for step in steps)
    given_ = Counter(step.day for step in steps)
    assert all(count + busy.get(day, 0) <= max(norm, 1) for day, count in given_.items())
    shuffled = clients[:]
    chance.shuffle(shuffled)
    assert planned(*shuffled, busy=busy, norm=norm) == steps
