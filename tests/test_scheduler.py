"""Pushes by the clock: each once a day for each person, late where that still helps, never lost to a neighbour's error."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pytest

from domain.actors import Actor, Role
from domain.pushes import PushKind
from screens.screen import Screen
from screens.words import Words
from storage import employees, pushes
from storage.outbox import Lane
from tests.office import Office
from usecases import people
from usecases.post import Post
from usecases.work import Work

TUESDAY = date(2026, 11, 24)


FAILING = {PushKind.OCCASIONS, PushKind.CALL_LIST}


@dataclass
class Contents:
    """Says who was built what; the two oldest of the morning fail for `broken` as often as it was told."""

    built: list[tuple[str, str, bool]] = field(default_factory=list)
    broken: dict[str, int] = field(default_factory=dict)

    def kind(self, kind: PushKind) -> Any:
        async def build(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
            post.show(person.chat, Screen(kind.value), lane=Lane.PUSH)
            if kind in FAILING and self.broken.get(person.name, 0):
                self.broken[person.name] -= 1
                raise ZeroDivisionError
            self.built.append((person.name, kind.value, late))

        return build

    def names(self, kind: PushKind = PushKind.CALL_LIST) -> list[str]:
        return [name for name, built, _ in self.built if built == kind]


@pytest.fixture
async def contents(office: Office) -> Contents:
    contents = Contents()
    office.app.scheduler.contents = {kind: contents.kind(kind) for kind in PushKind}
    return contents


async def skipped(office: Office, kind: PushKind) -> float:
    return float(office.app.metrics.pushes_skipped.labels(kind)._value.get())


async def test_a_push_is_built_once_a_day_however_often_the_clock_ticks(
    office: Office, contents: Contents
) -> None:
    anna = await office.hires("Анна")
    await office.waits_until("09:00")
    for _ in range(5):
        await office.passes(seconds=1)
    assert contents.names() == ["Анна"]
    assert anna.last.text == "call_list", "the list comes last"
    await office.waits_until("09:00", TUESDAY)
    assert contents.names() == ["Анна", "Анна"]


async def test_moving_the_hour_does_not_bring_it_twice_a_day(office: Office, contents: Contents) -> None:
    anna = await office.hires("Анна")
    await office.waits_until("09:00")
    await office.app.scheduler.tick()
    async with office.work() as work:
        actor = await office_actor(work, anna.user.id)
        await pushes.plan(work.tx, actor.id, PushKind.CALL_LIST, office.now)
    await office.passes(minutes=1)
    assert contents.names() == ["Анна"]


async def office_actor(work: Work, telegram_id: int) -> Actor:
    found = await employees.find_by_telegram(work.tx, telegram_id)
    assert found is not None
    return found


@pytest.mark.parametrize(("clock", "late"), [("09:15", False), ("09:16", True), ("16:59", True)])
async def test_late_is_better_than_never_and_says_so(
    office: Office, contents: Contents, clock: str, late: bool
) -> None:
    await office.hires("Анна")
    await office.waits_until(clock)
    assert ("Анна", "call_list", late) in contents.built


async def test_too_late_is_skipped_and_counted_and_tomorrow_is_another_day(
    office: Office, contents: Contents
) -> None:
    await office.hires("Анна")
    await office.waits_until("17:01")
    assert contents.names() == []
    assert await skipped(office, PushKind.CALL_LIST) == 1
    await office.waits_until("09:00", TUESDAY)
    assert contents.names() == ["Анна"]


async def test_a_dismissed_person_gets_none(office: Office, contents: Contents) -> None:
    await office.owner()
    anna, vera = await office.hires("Анна"), await office.hires("Вера")
    async with office.work() as work:
        owner = await office_actor(work, 1)
        await people.dismiss(owner, work, (await office_actor(work, anna.user.id)).id)
    await office.waits_until("09:00")
    assert contents.names() == ["Вера"]
    assert vera.last.text == "call_list"


async def test_each_gets_what_the_role_gets(office: Office, contents: Contents) -> None:
    await office.hires("Борис", Role.LEAD)
    await office.hires("Света", Role.SUPPORT)
    await office.waits_until("09:00")
    assert {kind for _, kind, _ in contents.built} == {"plan", "contracts", "exhibitions"}
    assert {name for name, _, _ in contents.built} == {"Борис"}


async def test_in_the_persons_own_zone(office: Office, contents: Contents) -> None:
    await office.hires("Анна", timezone="Asia/Yekaterinburg")
    await office.waits_until("09:00")
    assert contents.built == [], "in Yekaterinburg it was eleven already when she came"
    await office.waits_until("07:00", TUESDAY)
    assert contents.names() == ["Анна"]


async def test_one_persons_error_stops_nobody_and_is_tried_again(office: Office, contents: Contents) -> None:
    anna, vera = await office.hires("Анна"), await office.hires("Вера")
    contents.broken["Анна"] = 3
    await office.waits_until("09:00")
    assert contents.names() == ["Вера"]
    assert anna.last.text != "call_list", "what was half built is not sent"
    await office.passes(minutes=9)
    assert contents.names() == ["Вера"]
    await office.passes(minutes=1)
    assert contents.names() == ["Вера", "Анна"]
    assert vera.last.text == anna.last.text == "call_list"


async def test_tried_again_it_is_late_by_the_hour_it_was_due(office: Office, contents: Contents) -> None:
    await office.hires("Анна")
    contents.broken["Анна"] = 5
    await office.waits_until("09:00")
    for _ in range(3):
        await office.passes(minutes=10)
    assert ("Анна", "call_list", True) in contents.built


async def test_what_fails_all_day_is_given_up_when_it_is_of_no_more_use(
    office: Office, contents: Contents
) -> None:
    await office.hires("Анна")
    contents.broken["Анна"] = 1000
    await office.waits_until("09:00")
    tries = 0
    while office.today < TUESDAY:
        before = contents.broken["Анна"]
        await office.passes(minutes=10)
        tries += before - contents.broken["Анна"]
    assert tries < 200
    contents.broken.clear()
    await office.waits_until("09:00", TUESDAY)
    assert ("Анна", "call_list", False) in contents.built


async def test_two_processes_ticking_at_once_build_it_once(office: Office, contents: Contents) -> None:
    await office.hires("Анна")
    office.now += timedelta(hours=1)
    await asyncio.gather(*(office.app.scheduler.tick() for _ in range(3)))
    assert contents.names() == ["Анна"]


async def test_a_kind_that_this_version_does_not_know_is_forgotten(
    office: Office, contents: Contents
) -> None:
    anna = await office.hires("Анна")
    async with office.work() as work:
        actor = await office_actor(work, anna.user.id)
        await pushes.plan(work.tx, actor.id, "horoscope", office.now)
    await office.waits_until("09:00")
    assert contents.names() == ["Анна"]
    async with office.work() as work:
        assert (actor.id, "horoscope") not in await pushes.planned(work.tx)


async def test_who_leads_plans_what_is_missing_once(office: Office) -> None:
    anna = await office.hires("Анна")
    async with office.work() as work:
        actor = await office_actor(work, anna.user.id)
        await pushes.forget_kind(work.tx, actor.id, PushKind.WEEK_PLAN)
    office.app._pushes_planned = False
    for _ in range(2):
        await office.app.take_over()
        async with office.work() as work:
            assert (actor.id, "week_plan") in await pushes.planned(work.tx)
    assert office.app._pushes_planned


async def test_after_an_outage_of_days_todays_push_still_comes(office: Office, contents: Contents) -> None:
    """Monday's and Tuesday's are of no use any more; Wednesday's nine o'clock was an hour ago."""
    await office.hires("Анна")
    await office.waits_until("10:00", date(2026, 11, 25))
    assert [late for _, kind, late in contents.built if kind == "call_list"] == [True]
    assert await skipped(office, PushKind.CALL_LIST) == 1
    await office.passes(minutes=5)
    assert contents.names() == ["Анна"]
    await office.waits_until("09:00", date(2026, 11, 26))
    assert contents.names() == ["Анна", "Анна"]


async def test_a_company_told_on_days_off_too(office: Office, contents: Contents) -> None:
    rules = office.app.scheduler.rules
    office.app.scheduler.rules = replace(rules, occasions=replace(rules.occasions, on_days_off=True))
    await office.hires("Анна")
    for day in (28, 29):
        await office.waits_until("09:00", date(2026, 11, day))
    assert len(contents.names(PushKind.OCCASIONS)) == 2
    assert contents.names(PushKind.CALL_LIST) == []
