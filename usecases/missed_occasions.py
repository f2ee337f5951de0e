"""What passed without a word at the clients of a team, and one line about it to the manager."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from domain.actors import Actor, Role
from domain.celebrations import OWN_DAYS, Celebration, kind_of
from domain.congratulations import late_since
from domain.errors import ProzvonError
from domain.greetings import Occasion
from domain.occasions import month_days, occurrence_in
from screens.missed_occasions import Missed
from storage import clients, employees, missed_occasions, occasions
from storage.missed_occasions import Key
from usecases.access import allowed, inner
from usecases.errors import NotFoundError, StaleError
from usecases.occasion_dates import Found, dates_of, find_dates
from usecases.person_facts import birth_of
from usecases.scope import get_client, managers_for
from usecases.work import Work

LOOKED_BACK = 14
ONE_DAY = timedelta(days=1)


class AlreadyRemindedError(ProzvonError):
    """The lead has said it to the manager before; facts: name, at."""

    code = "already-reminded"


@allowed(Role.LEAD)
async def list_missed(actor: Actor, work: Work) -> list[Missed]:
    """The last two weeks: of key clients everything, of the others birthdays. By manager, one's own days first."""
    today = work.today(actor)
    since = today - timedelta(days=LOOKED_BACK)
    managers = await managers_for(actor, work)
    found = {one.celebration.key: one for one in await _of_key_clients(work, managers, since, today)}
    lines = [_line(one, work, today, actor.language) for one in found.values()]
    lines += [line for key, line in await _birthdays(actor, work, managers, since) if key not in found]
    done = await occasions.done_since(work.tx, sorted({line.client_id for line in lines}), since.year)
    asked = await missed_occasions.asked_since(work.tx, actor.id, since)
    names = await clients.manager_names(work.tx, sorted({line.manager_id for line in lines}))
    left = [
        _with(line, manager=names.get(line.manager_id, ""), asked=_key(line) in asked, lead=actor.id)
        for line in lines
        if (line.client_id, line.person, line.code, line.day.year) not in done
    ]
    return sorted(left, key=_by_manager)


def _by_manager(line: Missed) -> tuple[str, int, bool, int, str]:
    """One's own days before those of many, the latest first."""
    many = kind_of(line.code) not in OWN_DAYS
    return line.manager, line.manager_id, many, -line.day.toordinal(), line.client


@inner
async def key_missed(work: Work, managers: Iterable[int], today: date) -> list[Found]:
    """What key clients were not congratulated on while a belated word is in place; the earliest first."""
    since = late_since(today, work.rules.calendar)
    found = await _of_key_clients(work, managers, since, today)
    ids = sorted({one.firm.id for one in found})
    done = await occasions.done_since(work.tx, ids, since.year) if ids else {}
    left = [one for one in found if one.celebration.key not in done]
    return sorted(left, key=lambda one: (one.celebration.last_day, one.firm.id))


async def _of_key_clients(work: Work, managers: Iterable[int], since: date, today: date) -> list[Found]:
    """Nothing that came before the client did."""
    classes = frozenset(work.rules.occasions.vip_classes)
    return [
        one
        for one in await find_dates(work, managers, since, today - ONE_DAY, classes=classes)
        if since <= one.celebration.last_day < today and one.firm.created_at.date() <= one.celebration.day
    ]


async def _birthdays(
    actor: Actor, work: Work, managers: list[int], since: date
) -> list[tuple[tuple[int, int, str, int], Missed]]:
    today, settings = work.today(actor), work.rules.occasions
    late = late_since(today, work.rules.calendar)
    lines = []
    for person in await occasions.born_on(work.tx, managers, month_days(since, LOOKED_BACK - 1, settings)):
        birth = birth_of(person)
        assert birth is not None
        days = [occurrence_in(birth, year, settings).day for year in {since.year, today.year}]
        day = next((day for day in days if since <= day < today), None)
        if day is None or person.client_since.date() > day:
            continue
        celebration = Celebration(person.client_id, person.id, Occasion.BIRTHDAY, day)
        lines.append(
            (
                celebration.key,
                Missed(
                    person.client_id,
                    person.client,
                    person.id,
                    person.name,
                    Occasion.BIRTHDAY,
                    day,
                    0,
                    "",
                    person.manager_id,
                    "",
                    late=day >= late,
                ),
            )
        )
    return lines


def _line(one: Found, work: Work, today: date, language: str) -> Missed:
    celebration = one.celebration
    return Missed(
        client_id=one.firm.id,
        client=one.firm.name,
        person=celebration.person,
        name=one.person.name if one.person and celebration.person else "",
        code=celebration.code,
        day=celebration.last_day,
        years=celebration.years or 0,
        holiday=one.holiday.name(language) if one.holiday else "",
        manager_id=one.firm.manager_id,
        manager="",
        late=celebration.last_day >= late_since(today, work.rules.calendar),
    )


def _with(line: Missed, *, manager: str, asked: bool, lead: int) -> Missed:
    return replace(line, manager=manager, asked=asked, hears=line.manager_id != lead)


def _key(line: Missed) -> Key:
    return line.code, line.person or line.client_id, line.day


@allowed(Role.LEAD)
async def ask_missed(
    actor: Actor, work: Work, client_id: int, *, person: int, code: str, day: date
) -> tuple[Actor, Missed]:
    """Who hears, and of what. Raises `StaleError` where it is congratulated or long past, `AlreadyRemindedError` the second time."""
    client = await get_client(actor, work, client_id)
    today = work.today(actor)
    since = today - timedelta(days=LOOKED_BACK)
    found = next(
        (
            one
            for one in await dates_of(work, client, since, today - ONE_DAY)
            if (one.celebration.person, one.celebration.code, one.celebration.last_day) == (person, code, day)
        ),
        None,
    )
    if found is None or not since <= day < today:
        raise StaleError(what="greeting")
    if found.celebration.key in await occasions.done_since(work.tx, [client.id], since.year):
        raise StaleError(what="greeting")
    manager = await employees.find(work.tx, client.manager_id)
    if manager is None or manager.id == actor.id:
        raise NotFoundError(what="employee", id=client.manager_id)
    line = _line(found, work, today, manager.language)
    if not await missed_occasions.note_asked(work.tx, actor.id, manager.id, _key(line), work.now):
        at = await missed_occasions.asked_at(work.tx, actor.id, _key(line))
        raise AlreadyRemindedError(name=manager.name, at=actor.local(at or work.now))
    return manager, line
