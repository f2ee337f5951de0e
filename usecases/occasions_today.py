"""What is kept on one working day: for the call list, the lead's morning, and the week."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from domain.calendar import WorkCalendar
from domain.celebrations import OWN_DAYS, Celebration
from domain.greetings import Occasion
from domain.names import Case, PersonName, inflect
from domain.occasions import greeting_day
from storage import occasions
from storage.clients import Client
from storage.persons import Person
from usecases.occasion_dates import Found, find_dates, find_dates_of
from usecases.person_facts import named_of
from usecases.work import Work

# One's own day comes before everybody's.
ORDER = (
    Occasion.BIRTHDAY,
    Occasion.TOGETHER,
    Occasion.FOUNDED,
    Occasion.MARCH_8,
    Occasion.FEBRUARY_23,
    Occasion.HOLIDAY,
    Occasion.NEW_YEAR,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """Of one client: the first occasion that is not congratulated yet, and whether this very day is a birthday there."""

    found: Found | None = None
    birthday: bool = False


def last_day(today: date, calendar: WorkCalendar) -> date:
    """The last day that is congratulated today: the days off that follow are announced on the working day before."""
    return max(today, calendar.next_working(today) - timedelta(days=1))


def is_kept(celebration: Celebration, today: date, calendar: WorkCalendar) -> bool:
    return celebration.day == today or greeting_day(celebration.day, calendar) == today


async def keep_today(
    work: Work, today: date, of_clients: Iterable[tuple[Client, list[Person]]]
) -> dict[int, Kept]:
    """By client, from rows read already. The New Year's wave is everybody's: it calls for VIPs only."""
    calendar = work.rules.calendar
    kept: dict[int, list[Found]] = {}
    birthdays: set[int] = set()
    for one in find_dates_of(work, of_clients, today, last_day(today, calendar)):
        celebration = one.celebration
        if celebration.kind is Occasion.BIRTHDAY and celebration.day == today:
            birthdays.add(celebration.client)
        wave = celebration.kind is Occasion.NEW_YEAR and not celebration.vip
        if is_kept(celebration, today, calendar) and not wave:
            kept.setdefault(celebration.client, []).append(one)
    done = await occasions.done_since(work.tx, list(kept), today.year) if kept else {}
    found: dict[int, Kept] = {}
    for client in kept.keys() | birthdays:
        left = [one for one in kept.get(client, ()) if one.celebration.key not in done]
        found[client] = Kept(min(left, key=_rank, default=None), client in birthdays)
    return found


def _rank(one: Found) -> tuple[int, bool, int]:
    celebration = one.celebration
    return ORDER.index(celebration.kind), not celebration.vip, celebration.person


def candidate_facts(kept: Kept | None, calendar: WorkCalendar) -> dict[str, Any]:
    """What the ranking has to know of it."""
    if kept is None:
        return {}
    if kept.found is None:
        return {"birthday_today": kept.birthday}
    celebration = kept.found.celebration
    return {
        "celebrant": kept.found.person.id if kept.found.person else None,
        "occasion_on": celebration.day,
        "greet_on": greeting_day(celebration.day, calendar),
        "occasion": reason_facts(kept.found),
        "holiday": celebration.kind not in OWN_DAYS and not celebration.vip,
        "birthday_today": kept.birthday,
    }


def reason_facts(found: Found) -> dict[str, object]:
    """What a line prints of it, and what its greeting opens by; names are added when it is read (`with_names`)."""
    celebration, holiday = found.celebration, found.holiday
    facts: dict[str, object] = {
        "client": celebration.client,
        "person": celebration.person,
        "code": celebration.code,
    }
    if celebration.years:
        facts["years"] = celebration.years
    if holiday is not None:
        facts |= {"holiday": holiday.name("ru"), "holiday_en": holiday.name("en")}
    return facts


def with_names(reasons: Iterable[Mapping[str, Any]], people: Iterable[Person]) -> list[Mapping[str, Any]]:
    """Stored reasons with the names of whose birthday it is: «who» as in lists, «whose» in the genitive."""
    known = {person.id: person for person in people}
    return [
        {**reason, "who": person.name, "whose": _whose(person)}
        if is_birthday(reason) and (person := known.get(reason["person"]))
        else reason
        for reason in reasons
    ]


def is_birthday(reason: Mapping[str, Any]) -> bool:
    return reason.get("code") == Occasion.BIRTHDAY


def _whose(person: Person) -> str:
    """«Смирновой», «Ольги Петровны»: short, as colleagues say it."""
    named = named_of(person)
    if own := (named.forms or {}).get(Case.GENITIVE):
        return own
    name = inflect(named.name, Case.GENITIVE, named.gender)
    return name.last or PersonName(name.first, name.middle).full or person.name


async def count_today(work: Work, managers: Mapping[int, date]) -> dict[int, int]:
    """By manager, on their own day: whom to congratulate."""
    counted: dict[int, int] = {}
    for manager, today in managers.items():
        calendar = work.rules.calendar
        for one in await find_dates(work, [manager], today, last_day(today, calendar)):
            if is_kept(one.celebration, today, calendar):
                counted[manager] = counted.get(manager, 0) + 1
    return counted
