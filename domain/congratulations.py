"""Whom to congratulate now, late and soon, and with which texts: what stands between the dates and the screens."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from domain.calendar import WorkCalendar
from domain.greetings import Greeting, GreetingSettings, Tone, greetings, template_keys
from domain.names import Formality, Gender, PersonName
from domain.occasions import (
    BirthDate,
    Notice,
    OccasionSettings,
    Occurrence,
    greeting_day,
    next_occurrence,
    notice_days,
    occurrence_in,
)

BIRTHDAY: Final = "birthday"
LATE_WORKING_DAYS: Final = 5
WEEK: Final = 7
MONTH: Final = 30
YEARS_REMEMBERED: Final = 3


class Way(StrEnum):
    """How somebody was congratulated."""

    MESSAGE = "message"
    CALL = "call"


class Section(StrEnum):
    """Where an occasion stands in the list."""

    LATE = "late"
    NOW = "now"
    WEEK = "week"
    MONTH = "month"


class Moment(StrEnum):
    """When the text is read: on the day, before days off, or belated."""

    EARLY = "early"
    DAY = "day"
    LATE = "late"


def late_since(today: date, calendar: WorkCalendar) -> date:
    """The earliest day whose birthday may still be made good for."""
    return calendar.add(today, -LATE_WORKING_DAYS)


def last_occurrence(birth: BirthDate, today: date, settings: OccasionSettings) -> Occurrence:
    """The last birthday before `today`."""
    this_year = occurrence_in(birth, today.year, settings)
    return this_year if this_year.day < today else occurrence_in(birth, today.year - 1, settings)


def current_occurrence(
    birth: BirthDate, today: date, calendar: WorkCalendar, settings: OccasionSettings
) -> Occurrence:
    """The birthday that a greeting is about: one just past as long as a belated word is in place, else the next."""
    last = last_occurrence(birth, today, settings)
    return last if last.day >= late_since(today, calendar) else next_occurrence(birth, today, settings)


def section_of(day: date, today: date, calendar: WorkCalendar) -> Section:
    if day < today:
        return Section.LATE
    if greeting_day(day, calendar) <= today:
        return Section.NOW
    return Section.WEEK if (day - today).days <= WEEK else Section.MONTH


def moment_of(day: date, today: date, calendar: WorkCalendar) -> Moment:
    """For the day on which the text will be sent: today, or the greeting day where that lies ahead."""
    if day < today:
        return Moment.LATE
    return Moment.EARLY if max(today, greeting_day(day, calendar)) < day else Moment.DAY


def due_notice(
    birth: BirthDate, since: date, today: date, calendar: WorkCalendar, settings: OccasionSettings
) -> Notice | None:
    """The nearest notice of a birthday still ahead that fell after `since`, the day of the last push, and up to `today`.

    So a notice that fell into an outage is told with the next push instead of never.
    """
    occurrence = next_occurrence(birth, today, settings)
    days = notice_days(occurrence.day, calendar, settings)
    due = [(when, kind) for kind, when in days.items() if since < when <= today]
    if not due:
        return None
    return Notice(max(due)[1], occurrence, (occurrence.day - today).days)


def missed_occurrence(
    birth: BirthDate, since: date, today: date, calendar: WorkCalendar, settings: OccasionSettings
) -> Occurrence | None:
    """A birthday that passed since the last push: offered once as belated, by the next one."""
    last = last_occurrence(birth, today, settings)
    return last if last.day >= max(since, late_since(today, calendar)) else None


def pack_variants(tone: Tone, chosen: Sequence[Greeting]) -> str:
    """What storage keeps of the texts that were offered: «warm:3,1,7». Which of them was sent nobody can tell."""
    return f"{tone}:{','.join(greeting.key.rpartition('-')[2] for greeting in chosen)}"


def used_keys(packed: Sequence[str], tone: Tone, settings: GreetingSettings) -> frozenset[str]:
    """Keys of `tone` among what was offered in past years, the last year first: as many years as leave enough to choose."""
    used: frozenset[str] = frozenset()
    for each in packed:
        named, _, numbers = each.partition(":")
        if named == tone and numbers:
            more = used | {f"greeting-{BIRTHDAY}-{tone}-{number}" for number in numbers.split(",")}
            if used and settings.templates - len(more) < settings.variants:
                break
            used = more
    return used & frozenset(template_keys(BIRTHDAY, tone, settings.templates))


def page_of_texts(
    name: PersonName,
    *,
    person_id: int,
    year: int,
    gender: Gender | None,
    formality: Formality,
    tone: Tone,
    page: int,
    jubilee: int | None,
    used: frozenset[str],
    settings: GreetingSettings,
) -> tuple[Greeting, ...]:
    """Three texts; page after page goes round all that are not in `used`."""
    ordered: list[Greeting] = []
    while chosen := greetings(
        name,
        person_id=person_id,
        year=year,
        gender=gender,
        formality=formality,
        settings=settings,
        tone=tone,
        used=used | {greeting.key for greeting in ordered},
        jubilee=jubilee,
    ):
        ordered += chosen
    start = page * settings.variants
    count = min(settings.variants, len(ordered))
    return tuple(ordered[(start + place) % len(ordered)] for place in range(count))
