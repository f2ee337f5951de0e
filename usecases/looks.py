"""What is noted of a look at a client, and told to whoever leads where there is too much of it."""

from datetime import datetime, time, timedelta
from typing import Any

from domain.actors import Actor, Role
from domain.periods import week_start
from domain.reminders import ReminderKind
from domain.secrecy import (
    AlarmKind,
    cards_limit,
    files_limit,
    hour_limit,
    is_off_hours,
    known_days,
    may_alarm,
    usual_of,
)
from storage import absences, alarms, audit, employees, looks, reminders
from usecases.access import inner
from usecases.decisions import judges
from usecases.work import Work

HOUR = timedelta(hours=1)
IMPORT = "import"
# Working days in calendar ones, with room for a long holiday.
STRETCH = 3


@inner
async def note_card(actor: Actor, work: Work, client_id: int) -> None:
    """One statement; more only beyond what an hour may see."""
    today = work.today(actor)
    look = await looks.note_card(
        work.tx, actor.hand, client_id, work.now, whose=actor.id, today=today, monday=week_start(today)
    )
    if look.times == 1 and look.beside and look.nth > work.rules.secrecy.cards_an_hour:
        await _watch_cards(actor, work, look.nth)


@inner
async def note_search(actor: Actor, work: Work) -> None:
    run = await _note_list(actor, work, looks.SEARCH)
    if actor.role is Role.MANAGER and run >= work.rules.secrecy.searches:
        await _raise(actor, work, AlarmKind.SEARCHES, count=run, limit=work.rules.secrecy.searches)


@inner
async def note_debts(actor: Actor, work: Work) -> None:
    await _note_list(actor, work, looks.DEBTS)


@inner
async def note_import(actor: Actor, work: Work) -> None:
    """Whoever loads a file looks through what came."""
    await _note_list(actor, work, IMPORT)


async def _note_list(actor: Actor, work: Work, what: str) -> int:
    today = work.today(actor)
    return await looks.note_list(work.tx, actor.hand, what, work.now, whose=actor.id, today=today)


async def _watch_cards(actor: Actor, work: Work, nth: int) -> None:
    rules, today = work.rules.secrecy, work.today(actor)
    said = await alarms.of_day(work.tx, actor.hand, today)
    if not may_alarm(AlarmKind.CARDS, said):
        return
    start = today - timedelta(days=rules.usual_days * STRETCH)
    counts = await looks.beside_by_day(work.tx, actor.hand, start, today)
    history = known_days(counts, today, rules, work.rules.calendar)
    limit = cards_limit(rules, history, manager=actor.role is Role.MANAGER, bases=await _bases(actor, work))
    facts = {"usual": usual_of(history), "until": work.now.isoformat()}
    if nth > limit:
        _, first = await looks.beside_since(work.tx, actor.hand, today, _midnight(actor, work))
        since = (first or work.now).isoformat()
        await _raise(actor, work, AlarmKind.CARDS, count=nth, limit=limit, since=since, **facts)
        return
    count, first = await looks.beside_since(work.tx, actor.hand, today, work.now - HOUR)
    if count > hour_limit(rules, limit):
        since = (first or work.now).isoformat()
        await _raise(
            actor, work, AlarmKind.HOUR, count=count, limit=hour_limit(rules, limit), since=since, **facts
        )


async def _bases(actor: Actor, work: Work) -> int:
    """The own clients, those of everybody whose place is taken, and once more on the day of an import."""
    stood_in = await absences.stood_in(work.tx, actor.hand, work.now)
    lists = await looks.asked_on(work.tx, [actor.hand], work.today(actor))
    return 1 + len(stood_in) + any(one.what == IMPORT for one in lists)


@inner
async def watch_files(actor: Actor, work: Work) -> None:
    """After a table of the company's went out: too many of a day, or at an hour when nobody works."""
    rules, calendar = work.rules.secrecy, work.rules.calendar
    local, midnight = actor.local(work.now), _midnight(actor, work)
    since = midnight - timedelta(days=rules.usual_days * STRETCH)
    moments = await audit.watched_since(work.tx, actor.hand, since)
    count = sum(one >= midnight for one in moments)
    if is_off_hours(local, rules, calendar):
        await _raise(actor, work, AlarmKind.NIGHT, count=count, until=work.now.isoformat())
    days = [actor.local(one).date() for one in moments if one < midnight]
    history = known_days({day: days.count(day) for day in days}, local.date(), rules, calendar)
    limit = files_limit(rules, history)
    if count > limit:
        await _raise(actor, work, AlarmKind.FILES, count=count, limit=limit, usual=usual_of(history))


def _midnight(actor: Actor, work: Work) -> datetime:
    return datetime.combine(work.today(actor), time.min, tzinfo=actor.zone)


async def _raise(actor: Actor, work: Work, kind: AlarmKind, **facts: Any) -> None:
    """Whoever leads hears of it with the next tick of the clock; nobody is above the owner."""
    person = await employees.find(work.tx, actor.hand)
    if person is None or person.role is Role.OWNER:
        return
    today = work.today(actor)
    if not may_alarm(kind, await alarms.of_day(work.tx, person.id, today)):
        return
    alarm = await alarms.add(work.tx, person.id, today, kind, at=work.now, facts=facts)
    if alarm is None:
        return
    # Who stands in for the lead just now is told nothing of themselves: then it is for the next above.
    for lead in await judges(work, person):
        if lead.id != person.id:
            await reminders.put(work.tx, lead.id, ReminderKind.UNUSUAL, alarm, work.now)
