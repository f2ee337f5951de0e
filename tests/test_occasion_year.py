"""A year of mornings: 300 people, six zones, fifty restarts, two outages of three days; each notice once, in time, none lost."""

import re
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import sqlalchemy as sa

from bot.app import build_app
from domain.pushes import PushKind
from sandbox.phone import Phone
from storage import occasions, pushes
from storage.columns import metadata
from storage.database import open_database
from storage.greeting_tables import occasion_notices
from storage.outbox import OWNERS, Outgoing
from storage.tables import push_schedule
from tests.bases import fresh_database
from tests.celebrated import (
    ZONES,
    Coming,
    Company,
    comings,
    greeted_keys,
    heard,
    make_company,
    moments,
    rows_of,
    works,
)
from tests.office import Office, usual_entrance

START = datetime(2026, 1, 11, 18, tzinfo=UTC)
END = START + timedelta(days=365)
RESTARTS = 50
LATE_MORNINGS = 12
# The first swallows the last working day before 8 March; the second ends when half of the zones have had their nine o'clock.
OUTAGES = [
    (datetime(2026, 3, 4, 12, tzinfo=UTC), datetime(2026, 3, 7, 12, tzinfo=UTC)),
    (datetime(2026, 9, 14, 5, 30, tzinfo=UTC), datetime(2026, 9, 17, 5, 30, tzinfo=UTC)),
]
OTHERS = sa.delete(push_schedule).where(push_schedule.c.kind != PushKind.OCCASIONS.value)
TOLD = sa.select(
    *(
        occasion_notices.c[name]
        for name in ("client_id", "person_id", "occasion", "year", "notice", "told_on")
    )
)
COUNT = re.compile(r"Праздники: (\d+)")


class KilledError(BaseException):
    """The process ends where it stands."""


class Deaf:
    """A sender that died before it took anything up."""

    def accept(self, rows: list[Outgoing]) -> None:
        """Lost with the process; the rows are in the outbox."""


class Bot:
    """The company's bot over one file: closed and opened anew as often as it takes."""

    def __init__(self, office: Office, url: str, stack: AsyncExitStack) -> None:
        self.office, self.url = office, url
        self._stack = stack

    async def restart(self) -> None:
        office = self.office
        await self._stack.aclose()
        await office.database.close()
        office.database = open_database(self.url)
        office.app = build_app(
            office.config,
            office.api,
            database=office.database,
            clock=office.clock,
            artist=office.artist,
            entrance=usual_entrance(),
        )
        await self._stack.enter_async_context(office.open())
        await self.only_occasions()

    async def only_occasions(self) -> None:
        async with self.office.work() as work:
            await work.tx.run(OTHERS)

    async def next_at(self) -> datetime:
        async with self.office.work() as work:
            found = await work.tx.value(pushes.NEXT_AT)
        assert isinstance(found, datetime)
        return found

    async def tick(self) -> None:
        await self.office.app.scheduler.tick()
        await self.office.app.sender.idle()

    async def restarts(self, kind: str) -> None:
        if kind == "unsent":
            await self._is_killed_before_sending()
        elif kind == "unsaved":
            await self._is_killed_before_saving()
        else:
            await self.restart()

    async def _is_killed_before_sending(self) -> None:
        self.office.app.scheduler.outlet = Deaf()
        await self.office.app.scheduler.tick()
        await self.restart()

    async def _is_killed_before_saving(self) -> None:
        contents = dict(self.office.app.scheduler.contents)

        async def build(*parts: Any, late: bool) -> None:
            await contents[PushKind.OCCASIONS](*parts, late=late)
            raise KilledError

        self.office.app.scheduler.contents = {PushKind.OCCASIONS: build}
        try:
            await self.office.app.scheduler.tick()
        except KilledError:
            await self.restart()


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Bot]:
    office = Office(open_database(url))
    office.now = START
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(office.open())
        yield Bot(office, url, stack)
    await office.database.close()


class Plan:
    """What happens to the bot: restarts between pushes, kills at a push, mornings and days when nobody was there."""

    def __init__(self, rng: Random) -> None:
        self.kills = sorted(
            (START + rng.random() * (END - START), rng.choice(["closed", "unsent", "unsaved"]))
            for _ in range(RESTARTS - LATE_MORNINGS)
        )
        days = (START.replace(hour=3, minute=50) + timedelta(days=number) for number in range(1, 365))
        mornings = rng.sample([day for day in days if works(day.date())], LATE_MORNINGS)
        late = [(gone, gone + timedelta(minutes=rng.randint(60, 600))) for gone in mornings]
        self.down = sorted([*late, *OUTAGES])

    def back(self, due: datetime) -> datetime | None:
        """When the bot is there again, where it was not at that moment."""
        return next((back for gone, back in self.down if gone <= due < back), None)


Expected = dict[tuple[int, date], list[tuple[Coming, str]]]


def expected_of(company: Company, plan: Plan) -> tuple[Expected, dict[tuple[int, date], datetime]]:
    """What each manager (by place in `ZONES`) is told on each day, and the moments of the days."""
    told: Expected = defaultdict(list)
    days = [moments(zone, START, END, plan.down) for zone in ZONES]
    for one in comings(company):
        for kind, day in heard(one, list(days[one.manager])):
            told[one.manager, day].append((one, kind))
    at = {(manager, day): moment for manager, found in enumerate(days) for day, moment in found.items()}
    return told, at


class Year:
    """Goes from due moment to due moment; who is to be greeted is, as soon as it is said."""

    def __init__(self, bot: Bot, plan: Plan, told: Expected, at: dict[tuple[int, date], datetime]) -> None:
        self.bot, self._plan, self._told = bot, plan, told
        self._at: dict[datetime, list[tuple[int, date]]] = defaultdict(list)
        for key, moment in at.items():
            self._at[moment].append(key)

    async def passes(self) -> Counter[str]:
        office, restarts = self.bot.office, Counter[str]()
        while (due := await self.bot.next_at()) <= END:
            back = self._plan.back(due)
            office.now = max(back or due, office.now)
            if back:
                await self.bot.restart()
                restarts["down"] += 1
            elif self._plan.kills and self._plan.kills[0][0] <= due:
                kind = self._plan.kills.pop(0)[1]
                await self.bot.restarts(kind)
                restarts[kind] += 1
            await self.bot.tick()
            await self._greet(office.now)
        return restarts

    async def _greet(self, now: datetime) -> None:
        keys = [key for place in self._at[now] for key in greeted_keys(self._told.get(place, []))]
        async with self.bot.office.work() as work:
            for key in keys:
                assert await occasions.mark_done(
                    work.tx, key, variant=None, way="call", at=now, employee=1
                ), f"greeted before: {key}"


async def lay(office: Office, company: Company) -> list[Phone]:
    phones = [await office.hires(f"М{number}", timezone=zone) for number, zone in enumerate(ZONES)]
    managers = [(await office.actor(phone)).id for phone in phones]
    async with office.work() as work:
        for name, rows in rows_of(company, managers, START - timedelta(days=400)):
            columns: dict[str, Any] = {column: sa.bindparam(column) for column in rows[0]}
            await work.tx.run_many(sa.insert(metadata.tables[name]).values(columns), rows)
    return phones


def messages(phone: Phone) -> Iterator[tuple[datetime, int, str]]:
    """(moment, how many it says it tells of, text) of each push."""
    for one in phone.from_bot:
        if found := COUNT.search(one.text):
            yield one.date, int(found[1]), one.text


def check_messages(phone: Phone, told: dict[datetime, list[tuple[Coming, str]]]) -> None:
    """One message at each moment at which there was something to tell, with everybody's name in it."""
    said = list(messages(phone))
    assert [(moment, count) for moment, count, _ in said] == [
        (moment, len(found)) for moment, found in sorted(told.items())
    ]
    for moment, _, text in said:
        missing = [one.name for one, _ in told[moment] if one.name and one.name not in text]
        assert not missing, (moment, missing)


async def test_a_year_of_mornings(tmp_path: Path) -> None:
    company, plan = make_company(seed=7), Plan(Random(50))
    told, at = expected_of(company, plan)
    with fresh_database("sqlite", tmp_path) as url:
        async with opened(url) as bot:
            phones = await lay(bot.office, company)
            await bot.only_occasions()
            restarts = await Year(bot, plan, told, at).passes()
            async with bot.office.work() as work:
                noted = await work.tx.rows(TOLD, lambda *row: row)
                assert await work.tx.values(OWNERS) == [], "everything was sent"
    assert restarts.total() >= RESTARTS
    assert min(restarts[kind] for kind in ("closed", "unsent", "unsaved", "down")) >= 5
    wanted = {(*one.key, kind, day) for (_, day), found in told.items() for one, kind in found}
    assert set(noted) - wanted == set(), "told for nothing, or at the wrong time"
    assert wanted - set(noted) == set(), "lost"
    for manager, phone in enumerate(phones):
        own = {at[manager, day]: found for (who, day), found in told.items() if who == manager}
        check_messages(phone, own)
