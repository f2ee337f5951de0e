"""The occasions of a year as a calendar file for the phone: names only."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from domain.actors import Actor
from domain.greetings import Occasion
from domain.occasions import FEBRUARY, LEAP_DAY, LeapDayRule
from exchange.ics import Entry, calendar_file
from screens.greetings import title_of
from screens.screen import FileRef
from screens.words import Catalogue, Words
from storage import employees
from usecases.access import allowed
from usecases.occasion_dates import Found
from usecases.occasions import WATCHING, find_listed
from usecases.work import Work

YEAR = timedelta(days=365)
# Whole days begin at midnight: 09:00 of the day before is fifteen hours earlier.
EVE_AT_NINE = 15 * 60
NAMED = 2
YEARLY: Mapping[str, object] = {"freq": "yearly"}
# The last of February, or the sixtieth day: both are the 29th where there is one.
LEAP: Mapping[LeapDayRule, Mapping[str, object]] = {
    LeapDayRule.FEBRUARY_28: {"freq": "yearly", "bymonth": FEBRUARY, "bymonthday": -1},
    LeapDayRule.MARCH_1: {"freq": "yearly", "byyearday": 60},
}


@allowed(*WATCHING)
async def whose_calendar(actor: Actor, _: Work) -> int:
    """By whom the file is built when it is sent."""
    return actor.id


async def build_occasions_ics(
    work: Work, reference: FileRef, catalogue: Catalogue
) -> tuple[str, bytes] | None:
    """Twelve months from today; birthdays come round every year. None where the employee is gone."""
    actor = await employees.find(work.tx, reference.id)
    if actor is None or actor.role not in WATCHING:
        return None
    words = catalogue[reference.language]
    found = await _year_of(actor, work)
    entries = [*_birthdays(words, found, work), *_holidays(words, found, reference.language)]
    name, domain = words.plain("ics-occasions"), f"{work.rules.bot_username}.{actor.id}"
    made = await asyncio.to_thread(calendar_file, entries, name=name, domain=domain, stamp=work.now)
    return f"{words.plain('ics-occasions-file')}.ics", made


async def _year_of(actor: Actor, work: Work) -> list[Found]:
    today = work.today(actor)
    return await find_listed(actor, work, today, today + YEAR - timedelta(days=1))


def _birthdays(words: Words, found: Iterable[Found], work: Work) -> Iterator[Entry]:
    """The age is named on a jubilee only: that round stands alone, and the yearly ones begin after it."""
    for one in found:
        celebration, person = one.celebration, one.person
        if celebration.kind is not Occasion.BIRTHDAY or person is None:
            continue
        leap = (person.birth_day, person.birth_month) == (LEAP_DAY, FEBRUARY)
        rule = LEAP[work.rules.occasions.leap_day] if leap else YEARLY
        who = f"{person.name}, {one.firm.name}"
        day = celebration.day
        if celebration.jubilee:
            title = words.plain("ics-jubilee", who=who, age=celebration.years or 0)
            yield Entry(f"jubilee-{person.id}-{day.year}", title, day, day_alarm=EVE_AT_NINE)
            day = _next_year(day, leap=leap, rule=work.rules.occasions.leap_day)
        title = words.plain("ics-birthday", who=who)
        yield Entry(f"birthday-{person.id}", title, day, day_alarm=EVE_AT_NINE, rule=rule)


def _next_year(day: date, *, leap: bool, rule: LeapDayRule) -> date:
    if not leap:
        return day.replace(year=day.year + 1)
    first = date(day.year + 1, 3, 1)
    is_leap_year = (first - timedelta(days=1)).day == LEAP_DAY
    return first - timedelta(days=1) if is_leap_year or rule is LeapDayRule.FEBRUARY_28 else first


def _holidays(words: Words, found: Iterable[Found], language: str) -> Iterator[Entry]:
    """One event for all who have the same holiday on the same day; companies' own dates each by itself."""
    groups: dict[tuple[str, date, int], list[Found]] = {}
    for one in found:
        celebration = one.celebration
        if celebration.kind is not Occasion.BIRTHDAY:
            own = 0 if celebration.person else celebration.client
            groups.setdefault((celebration.code, celebration.day, own), []).append(one)
    for (code, day, own), group in groups.items():
        celebration, holiday = group[0].celebration, group[0].holiday
        what = title_of(words, celebration.kind, celebration.years, holiday.name(language) if holiday else "")
        names = [_who(one, company=bool(own)) for one in group]
        shown = "; ".join(names[:NAMED])
        key = "ics-occasion" if len(names) <= NAMED else "ics-occasion-many"
        title = words.plain(key, what=what, who=shown, count=len(names) - NAMED)
        note = "\n".join(names) if len(names) > NAMED else ""
        yield Entry(f"{code}-{day:%Y%m%d}-{own}", title, day, day_alarm=EVE_AT_NINE, note=note)


def _who(one: Found, *, company: bool) -> str:
    return one.firm.name if company or one.person is None else f"{one.person.name}, {one.firm.name}"
