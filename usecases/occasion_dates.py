"""Whose dates come round in a window: of the people and companies of some managers."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.celebrations import NOBODY, Celebration
from domain.company_dates import CompanyDates, company_days
from domain.first_names import Gender
from domain.greetings import Occasion
from domain.holidays import Celebrant, Holiday, HolidayBook, HolidayKind
from domain.new_year import wave_day
from domain.occasions import BirthDate, OccasionSettings, occurrence_in
from domain.reasons import ClientClass
from domain.roles import is_buyer, is_director
from exchange.holidays import holiday_book
from storage import occasions, persons
from storage.clients import Client
from storage.occasions import Firm
from storage.persons import Person
from usecases.person_facts import gender_of
from usecases.rules import Rules
from usecases.work import Work

DECEMBER, LAST = 12, 31
# So many clients are looked through at a stretch: what others wait for goes on between.
AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Found:
    """A coming round, whose it is, and whom to write to: of a company the main person, if it has one."""

    celebration: Celebration
    firm: Firm | Client
    person: Person | None
    holiday: Holiday | None = None


def is_vip(person: Person, client_class: str, settings: OccasionSettings) -> bool:
    """Whether a present is due: as was said of the person, else to who decides at a client of a high class."""
    if person.vip is not None:
        return person.vip
    return client_class in settings.vip_classes and (is_director(person.role) or is_buyer(person.role))


def main_person(people: Iterable[Person]) -> Person | None:
    """Who is written to where the date is the company's: a VIP, else the director, else who buys, else the first known."""
    return min(people, key=_rank, default=None)


def _rank(person: Person) -> tuple[bool, bool, bool, int]:
    return (not person.vip, not is_director(person.role), not is_buyer(person.role), person.id)


async def find_dates(
    work: Work, managers: Iterable[int], start: date, end: date, *, classes: frozenset[str] = frozenset()
) -> list[Found]:
    """From `start` through `end`; where `classes` are given, of clients of these and of VIPs at the others.

    The cost grows with these managers' own clients only.
    """
    window = _window(start, end, work.rules)
    found: list[Found] = []
    for manager in managers:
        firms = await (
            occasions.key_firms_of(work.tx, manager, classes)
            if classes
            else occasions.firms_of(work.tx, manager)
        )
        people: dict[int, list[Person]] = {}
        for person in await persons.of_clients(work.tx, [firm.id for firm in firms]):
            people.setdefault(person.client_id, []).append(person)
        for number, firm in enumerate(firms, 1):
            found += [
                one
                for one in _of_firm(firm, people.get(firm.id, []), window)
                if not classes or firm.client_class in classes or one.celebration.vip
            ]
            if number % AT_ONCE == 0:
                await asyncio.sleep(0)
    return found


async def dates_of(work: Work, client: Client, start: date, end: date) -> list[Found]:
    """The same of one client."""
    people = await persons.of_client(work.tx, client.id)
    return list(_of_firm(client, people, _window(start, end, work.rules)))


def find_dates_of(
    work: Work, of_clients: Iterable[tuple[Client, list[Person]]], start: date, end: date
) -> Iterator[Found]:
    """The same of clients whose people are read already."""
    window = _window(start, end, work.rules)
    for client, people in of_clients:
        yield from _of_firm(client, people, window)


@dataclass(frozen=True, slots=True)
class _Window:
    """`holidays` are the days of those that fall in it, by code; `new_years` those of whose wave a part does."""

    start: date
    end: date
    rules: Rules
    book: HolidayBook
    holidays: Mapping[str, list[tuple[date, Holiday]]]
    professional: bool
    general: bool
    new_years: tuple[int, ...]
    _general: dict[Gender | None, tuple[Holiday, ...]] = field(default_factory=dict)
    _told: dict[str, bool] = field(default_factory=dict)
    _fitting: dict[tuple[str, str, str], tuple[Holiday, ...]] = field(default_factory=dict)

    @property
    def years(self) -> range:
        return range(self.start.year, self.end.year + 1)

    def has(self, day: date) -> bool:
        return self.start <= day <= self.end

    def fitting(self, industry: str, company: str, role: str) -> tuple[Holiday, ...]:
        """Hundreds of people share a few industries and roles; a name is looked at only where the industry says nothing."""
        told = self._told.get(industry)
        if told is None:
            told = self._told[industry] = bool(self.book.industries_of(industry))
        key = industry, "" if told else company, role
        found = self._fitting.get(key)
        if found is None:
            fitting = self.book.fitting(Celebrant(*key))
            found = self._fitting[key] = fitting[: self.rules.holidays.per_year]
        return found

    def of_gender(self, gender: Gender | None) -> tuple[Holiday, ...]:
        if gender not in self._general:
            self._general[gender] = self.book.general(gender)
        return self._general[gender]


def _window(start: date, end: date, rules: Rules) -> _Window:
    book = holiday_book(rules.holidays)
    days: dict[str, list[tuple[date, Holiday]]] = {}
    for each in book.between(start, end):
        days.setdefault(each.holiday.code, []).append((each.day, each.holiday))
    kinds = {holiday.kind for found in days.values() for _, holiday in found}
    new_years = [
        year
        for year in range(start.year, end.year + 1)
        if start <= date(year, DECEMBER, LAST) and date(year, DECEMBER, 1) <= end
    ]
    professional, general = HolidayKind.PROFESSIONAL in kinds, HolidayKind.GENERAL in kinds
    return _Window(start, end, rules, book, days, professional, general, tuple(new_years))


def _of_firm(firm: Firm | Client, people: list[Person], window: _Window) -> Iterator[Found]:
    settings, main = window.rules.occasions, main_person(people)
    for person in people:
        vip = is_vip(person, firm.client_class, settings)
        for celebration in _birthdays(person, window, vip=vip):
            yield Found(celebration, firm, person)
        for day, holiday in _holidays(firm, person, window, main=person is main):
            yield Found(Celebration(firm.id, person.id, holiday.code, day, vip=vip), firm, person, holiday)
    vip = main is not None and is_vip(main, firm.client_class, settings)
    for celebration in (*_of_company(firm, window, vip=vip), *_new_year(firm, main, window, vip=vip)):
        yield Found(celebration, firm, main)


def _birthdays(person: Person, window: _Window, *, vip: bool) -> Iterator[Celebration]:
    if person.birth_day is None or person.birth_month is None:
        return
    birth = BirthDate(person.birth_month, person.birth_day, person.birth_year)
    for year in window.years:
        occurrence = occurrence_in(birth, year, window.rules.occasions)
        if window.has(occurrence.day):
            yield Celebration(
                person.client_id,
                person.id,
                Occasion.BIRTHDAY,
                occurrence.day,
                occurrence.age,
                occurrence.jubilee,
                vip,
            )


def _holidays(
    firm: Firm | Client, person: Person, window: _Window, *, main: bool
) -> Iterator[tuple[date, Holiday]]:
    """The trade's own day is kept with the main person of a client, one's profession with whoever has it."""
    holidays: tuple[Holiday, ...] = ()
    if window.professional:
        industry, company = (firm.industry, firm.name) if main else ("", "")
        holidays = window.fitting(industry, company, person.role)
    if window.general:
        holidays += window.of_gender(gender_of(person))
    for holiday in holidays:
        yield from window.holidays.get(holiday.code, ())


def _of_company(firm: Firm | Client, window: _Window, *, vip: bool) -> Iterator[Celebration]:
    if not (firm.founded_day or firm.first_order_day):
        return
    dates = CompanyDates(firm.founded_day, firm.founded_month, firm.founded_year, firm.first_order_day)
    for each in company_days(dates, window.start, window.end, window.rules.occasions):
        yield Celebration(firm.id, NOBODY, each.occasion, each.day, each.years, each.jubilee, vip)


def _new_year(
    firm: Firm | Client, main: Person | None, window: _Window, *, vip: bool
) -> Iterator[Celebration]:
    """Each client on its own day of the wave; nobody where there is nobody to write to."""
    rules = window.rules
    if main is None:
        return
    for year in window.new_years:
        day = wave_day(firm.id, ClientClass(firm.client_class), year, rules.calendar, rules.new_year)
        if day <= window.end:
            yield Celebration(firm.id, main.id, Occasion.NEW_YEAR, day, vip=vip)
