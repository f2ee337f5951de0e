"""Three hundred people to congratulate, and what is to be told of them: plain rules, beside the code that is tested.

Days off as the production calendars of 2026 and 2027 print them; days of professions as the acts set them for 2026.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from domain.calendar import WorkCalendar
from domain.new_year import WaveSettings, wave_day
from domain.reasons import ClientClass

DAY = timedelta(days=1)
CALENDAR = WorkCalendar()  # the days of the wave are tested with it elsewhere
NINE = time(9)
USEFUL = timedelta(hours=12)
ZONES = (
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Asia/Yekaterinburg",
    "Asia/Kamchatka",
    "Europe/Berlin",
    "America/New_York",
)
HOLIDAYS = (
    ((2025, 12, 31), (2026, 1, 11)),
    ((2026, 2, 21), (2026, 2, 23)),
    ((2026, 3, 7), (2026, 3, 9)),
    ((2026, 5, 1), (2026, 5, 3)),
    ((2026, 5, 9), (2026, 5, 11)),
    ((2026, 6, 12), (2026, 6, 14)),
    ((2026, 11, 4), (2026, 11, 4)),
    ((2026, 12, 31), (2027, 1, 10)),
    ((2027, 2, 21), (2027, 2, 23)),
    ((2027, 3, 6), (2027, 3, 8)),
)
WORKING_SATURDAY = date(2027, 2, 20)
PROFESSIONS = {"магазин": ("trade", 25, 7), "стройка": ("builder", 9, 8), "больница": ("medic", 21, 6)}
ROLES = {"accountant": ("accountant", 21, 11), "director": ("entrepreneur", 26, 5)}
Key = tuple[int, int, str, int]


@dataclass(frozen=True)
class Client:
    id: int
    manager: int
    client_class: str
    industry: str
    founded: tuple[int, int, int] | None
    first_order: date | None


@dataclass(frozen=True)
class Person:
    id: int
    client: int
    name: str
    role: str
    gender: str
    birth: tuple[int, int, int | None]
    vip: bool | None


@dataclass(frozen=True)
class Coming:
    """`last`: the last day on which it is not belated; `notices` in their order."""

    key: Key
    manager: int
    last: date
    notices: tuple[tuple[str, date], ...]
    name: str = ""

    @property
    def is_greeted(self) -> bool:
        """Every third one is congratulated as soon as the last word before it is said."""
        return (self.key[0] + self.key[1]) % 3 == 0


@dataclass(frozen=True)
class Company:
    clients: tuple[Client, ...]
    people: tuple[Person, ...]

    def of(self, client: int) -> list[Person]:
        return [person for person in self.people if person.client == client]


def make_company(seed: int, clients: int = 210, people: int = 300) -> Company:
    rng = Random(seed)
    firms = tuple(
        Client(
            number,
            number % len(ZONES),
            rng.choice("ABC"),
            rng.choice([*PROFESSIONS, "", ""]),
            (rng.randint(1, 28), rng.randint(1, 12), rng.choice([1991, 2006, 2021]))
            if rng.random() < 0.2
            else None,
            date(rng.choice([2016, 2021, 2025]), rng.randint(1, 12), rng.randint(1, 28))
            if rng.random() < 0.3
            else None,
        )
        for number in range(1, clients + 1)
    )
    days = [(29, 2), (28, 2), (1, 3), (31, 12), (1, 1), (7, 1), (10, 1), (11, 1), (9, 3), (11, 5), (30, 12)]
    days += [
        (day.day, day.month) for day in (date(2026, 1, 1) + rng.randrange(365) * DAY for _ in range(289))
    ]
    persons = tuple(
        Person(
            number,
            number if number <= clients else rng.randint(1, clients),
            f"Человек{number}ц",
            rng.choice(["director", "buyer", "accountant", ""]),
            rng.choice(["male", "female"]),
            (*days[number - 1], rng.choice([None, 1976, 1988])),
            rng.choice([None, None, None, True, False]),
        )
        for number in range(1, people + 1)
    )
    return Company(firms, persons)


# --- the rules in plain words


def _off() -> frozenset[date]:
    return frozenset(
        date(*first) + number * DAY
        for first, last in HOLIDAYS
        for number in range((date(*last) - date(*first)).days + 1)
    )


OFF = _off()


def works(day: date) -> bool:
    return day == WORKING_SATURDAY or (day.weekday() < 5 and day not in OFF)


def by(day: date) -> date:
    """The last working day not after it."""
    while not works(day):
        day -= DAY
    return day


def since(day: date, count: int) -> date:
    """So many working days before."""
    for _ in range(count):
        day = by(day - DAY)
    return day


def in_year(day: int, month: int, year: int) -> date:
    return date(year, 2, 28) if (day, month) == (29, 2) and year % 4 else date(year, month, day)


def laid(*notices: tuple[str, date]) -> tuple[tuple[str, date], ...]:
    """In their order; of two on one day the one that was given last stays."""
    days = {day: kind for kind, day in notices}
    return tuple((days[day], day) for day in sorted(days))


def comings(company: Company) -> Iterator[Coming]:
    for client in company.clients:
        people = company.of(client.id)
        for person in people:
            yield from _birthdays(client, person)
        main = min(people, key=lambda one: (not one.vip, one.role != "director", one.role != "buyer", one.id))
        for person in people:
            yield from _holidays(client, person, is_main=person is main)
        yield from _of_company(client, vip=is_vip(client, main))
        yield from _new_year(client, main)


def is_vip(client: Client, person: Person) -> bool:
    if person.vip is not None:
        return person.vip
    return client.client_class == "A" and person.role in {"director", "buyer"}


def _gift(day: date, *, vip: bool) -> list[tuple[str, date]]:
    return [("gift", by(day - 30 * DAY))] if vip else []


def _birthdays(client: Client, person: Person) -> Iterator[Coming]:
    for year in (2025, 2026, 2027):
        day = in_year(*person.birth[:2], year)
        notices = [
            *_gift(day, vip=is_vip(client, person)),
            ("ahead", by(day - 7 * DAY)),
            ("eve", by(day - DAY)),
        ]
        if works(day):
            notices.append(("day", day))
        key = (client.id, person.id, "birthday", year)
        yield Coming(key, client.manager, day, laid(*notices), person.name)


def _holidays(client: Client, person: Person, *, is_main: bool) -> Iterator[Coming]:
    own = PROFESSIONS.get(client.industry) if is_main else None
    if found := own or ROLES.get(person.role):
        code, number, month = found
        day = date(2026, month, number)
        notices = laid(("ahead", by(day - 7 * DAY)), ("day", by(day)))
        yield Coming((client.id, person.id, code, 2026), client.manager, day, notices)
    number, month, code = (23, 2, "defender") if person.gender == "male" else (8, 3, "women")
    for year in (2026, 2027):
        day = date(year, month, number)
        notices = laid(*_gift(day, vip=is_vip(client, person)), ("day", by(day)))
        yield Coming((client.id, person.id, code, year), client.manager, day, notices)


def _of_company(client: Client, *, vip: bool) -> Iterator[Coming]:
    dates = []
    if client.founded:
        number, month, _ = client.founded
        dates += [("founded", in_year(number, month, year)) for year in (2025, 2026, 2027)]
    first = client.first_order
    if first and (first.day, first.month) != (1, 1):  # 1 January is said of a year whose day nobody knows
        dates += [
            ("together", date(year, first.month, first.day))
            for year in (2025, 2026, 2027)
            if (together := year - first.year) == 1 or (together and together % 5 == 0)
        ]
    for code, day in dates:
        notices = laid(*_gift(day, vip=vip), ("ahead", by(day - 7 * DAY)), ("day", by(day)))
        yield Coming((client.id, 0, code, day.year), client.manager, day, notices)


def _new_year(client: Client, main: Person) -> Iterator[Coming]:
    for year in (2025, 2026):
        day = wave_day(client.id, ClientClass(client.client_class), year, CALENDAR, WaveSettings())
        notices = laid(*_gift(day, vip=is_vip(client, main)), ("day", day))
        yield Coming((client.id, main.id, "newyear", year), client.manager, date(year, 12, 31), notices)


# --- what is heard of them


def moments(
    zone: str, start: datetime, end: datetime, down: Iterable[tuple[datetime, datetime]]
) -> dict[date, datetime]:
    """When each day's push comes: at nine of a working day, later where the bot was down, not at all where it was too long."""
    found, day, gaps = {}, start.date() - DAY, list(down)
    while day <= end.date() + DAY:
        due = datetime.combine(day, NINE, ZoneInfo(zone)).astimezone(UTC)
        if works(day) and start < due <= end:
            said = max([due, *(back for gone, back in gaps if gone <= due < back)])
            if said - due <= USEFUL and said.astimezone(ZoneInfo(zone)).date() == day:
                found[day] = said
        day += DAY
    return found


def heard(one: Coming, days: list[date]) -> Iterator[tuple[str, date]]:
    """Each notice on the first push from its day on, unless the next one's day has come by then; then the belated word."""
    ends = [day for _, day in one.notices[1:]] + [one.last + DAY]
    final = False
    for (kind, start), end in zip(one.notices, ends, strict=True):
        told = next((day for day in days if start <= day < end), None)
        if told:
            yield kind, told
            final = end == ends[-1]
    if not (final and one.is_greeted):
        late = next((day for day in days if day > one.last), None)
        if late and one.last >= since(late, 5):
            yield "late", late


def greeted_keys(found: Iterable[tuple[Coming, str]]) -> list[Key]:
    """Of what was just told, those who are congratulated at once."""
    return [one.key for one, kind in found if one.is_greeted and kind == one.notices[-1][0]]


def rows_of(
    company: Company, managers: list[int], now: datetime
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """By table, as they are laid into the base."""
    yield (
        "clients",
        [
            {
                "id": one.id, "manager_id": managers[one.manager], "name": f"Клиент {one.id}", "created_at": now,
                "client_class": one.client_class, "industry": one.industry, "first_order_day": one.first_order,
                **dict(zip(("founded_day", "founded_month", "founded_year"), one.founded or (None,) * 3, strict=True)),
            }
            for one in company.clients
        ],
    )  # fmt: skip
    yield (
        "persons",
        [
            {
                "id": one.id, "client_id": one.client, "name": one.name, "role": one.role, "gender": one.gender,
                "birth_day": one.birth[0], "birth_month": one.birth[1], "birth_year": one.birth[2], "vip": one.vip,
            }
            for one in company.people
        ],
    )  # fmt: skip
