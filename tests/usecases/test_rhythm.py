"""The rhythm as it stands on the client's row: the same as from the orders themselves, and what the list and the card make of it."""

from dataclasses import fields
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.actors import Actor
from domain.reasons import ReasonKind
from domain.rhythm import find_activity, find_pauses, find_rhythm, order_chance
from storage import clients
from storage.clients import Client, NewClient
from tests.office import Office, number_of
from usecases import call_list
from usecases.clients import get_card
from usecases.rhythm import FACTS, chance_of, facts_of, find_late, find_rhythm_on
from usecases.rules import Rules

RULES = Rules()
TODAY = date(2026, 11, 23)
SET = clients.patch(*FACTS, "last_contact_day")


def row(days: list[date]) -> Client:
    return Client(**{field.name: None for field in fields(Client)} | facts_of(days, RULES))


async def buyer(office: Office, anna: Actor, name: str, days: list[date]) -> int:
    async with office.work() as work:
        new = NewClient(anna.id, name, work.now, phone=number_of(name))
        client = await clients.add(work.tx, new)
        facts = facts_of(days, work.rules)
        await work.tx.run(SET, id_=client, last_contact_day=office.today - timedelta(days=1), **facts)
    return client


def every(gap: int, count: int, last: date) -> list[date]:
    return [last - timedelta(days=gap * back) for back in range(count - 1, -1, -1)]


async def test_of_two_equally_late_the_likelier_buyer_is_called_first(office: Office) -> None:
    anna = await office.actor(await office.hires("Анна"))
    rare = await buyer(office, anna, "Вектор", every(20, 4, office.today - timedelta(days=40)))
    often = await buyer(office, anna, "Ромашка", every(10, 30, office.today - timedelta(days=20)))
    async with office.work() as work:
        lines = await call_list.build_list(anna, work)
    assert [line.client_id for line in lines] == [often, rare]
    assert {line.reasons[0]["kind"] for line in lines} == {ReasonKind.ORDER_RHYTHM}


async def test_who_was_silent_a_year_ago_too_is_not_called_for_an_order(office: Office) -> None:
    anna = await office.actor(await office.hires("Анна"))
    last = office.today - timedelta(days=14)
    season = [*every(7, 20, last - timedelta(weeks=52)), *every(7, 46, last)]
    quiet = await buyer(office, anna, "Лагерь", season)
    async with office.work() as work:
        assert await call_list.build_list(anna, work) == []
        shown = (await get_card(anna, work, quiet)).rhythm
    assert shown is not None
    assert (shown.overdue, shown.expected) == (False, season[20] + timedelta(weeks=52))
    assert shown.weekdays == {last.weekday()}


def test_the_new_year_holidays_make_nobody_late() -> None:
    client = row(every(7, 6, date(2026, 12, 29)))
    days = [date(2026, 12, 30) + timedelta(days=number) for number in range(30)]
    late = [day for day in days if (found := find_late(client, day, RULES)) and found.overdue]
    assert late[0] == date(2027, 1, 20)


def test_without_orders_there_is_no_rhythm_and_no_chance() -> None:
    client = row([])
    assert find_rhythm_on(client, TODAY, RULES) is find_late(client, TODAY, RULES) is None
    assert chance_of(client, TODAY, RULES) == 0


def test_one_order_has_a_chance_and_no_rhythm() -> None:
    client = row([TODAY])
    assert find_rhythm_on(client, TODAY, RULES) is None
    assert 0 < chance_of(client, TODAY, RULES) < 0.1


@given(
    st.lists(st.dates(date(2024, 9, 1), date(2026, 11, 1)), min_size=1, max_size=60, unique=True),
    st.integers(0, 300),
)
def test_the_row_says_what_the_orders_say(days: list[date], later: int) -> None:
    days.sort()
    today = days[-1] + timedelta(days=later)
    client, activity = row(days), find_activity(days, RULES.activity)
    assert activity is not None
    assert chance_of(client, today, RULES) == order_chance(activity, today, 7, RULES.activity)
    pauses = find_pauses(RULES.calendar, date(2023, 7, 1), date(2028, 6, 30))
    known = find_rhythm(days, today, RULES.rhythm, pauses=pauses)
    read = find_rhythm_on(client, today, RULES)
    assert (read is None) == (known is None)
    if read is not None and known is not None and known.median_gap_days % 1 == 0:
        assert read.overdue_ratio == pytest.approx(known.overdue_ratio)
        assert (read.overdue, read.quiet_until) == (known.overdue, known.quiet_until)
        assert (read.expected, read.weekdays) == (known.expected, known.weekdays)
