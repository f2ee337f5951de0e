"""Whom to congratulate: one manager of 300 clients and 600 people, in companies of 1,000 and of 100,000 clients.

`python -m bench.occasions [--postgresql]`. For a morning of each kind of month: milliseconds of the push at nine (worked out and
noted, in a transaction of its own, nothing of it having been told before) and of the list of /occasions, the longest of the stretches
for which either held the loop, and how many were told and listed. The cost must stay level while the base grows.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bench.base import lay
from bot.run import settle_memory
from domain.actors import Actor
from domain.pushes import PushKind
from scheduler.contents import CONTENTS
from screens.words import Catalogue
from storage import employees
from storage.database import Database
from storage.greeting_tables import occasion_notices
from storage.tables import clients, persons
from tests.bases import fresh_database
from usecases.occasions import list_occasions
from usecases.post import Post
from usecases.rules import Rules
from usecases.work import Work

EACH = 300
SIZES = (1_000, 100_000)
TIMES = 9
# A plain month, the month of the two general days, the wave of the New Year, and the morning after the holidays.
MORNINGS = tuple(
    datetime(*day, 6, tzinfo=UTC) for day in ((2026, 9, 21), (2026, 2, 20), (2026, 12, 21), (2027, 1, 11))
)
INDUSTRIES = ("магазин", "стройка", "кафе", "")
ROLES = ("director", "главный бухгалтер", "логист", "")
WORDS = Catalogue()["ru"]
FORGET = sa.delete(occasion_notices)


@dataclass(frozen=True)
class Took:
    push: float
    listed: float
    held: float
    told: int
    shown: int


async def add_people(database: Database, managers: int) -> None:
    """Each client an industry and a second person of another profession; a third with dates of the company."""
    industry = sa.case(dict(enumerate(INDUSTRIES)), value=clients.c.id % len(INDUSTRIES))
    columns = ("client_id", "name", "role", "gender", "birth_day", "birth_month")
    second: dict[str, Any] = {name: sa.bindparam(name) for name in columns}
    async with database.transaction() as tx:
        await tx.run(
            sa.update(clients).values(
                industry=industry,
                founded_day=clients.c.id % 28 + 1,
                founded_month=clients.c.id % 12 + 1,
                founded_year=sa.case((clients.c.id % 3 == 0, 2006)),
            )
        )
        await tx.run(
            sa.update(persons).values(gender="female")
        )  # as told by the name when it was written down
        await tx.run_many(
            sa.insert(persons).values(second),
            (
                {
                    "client_id": number,
                    "name": f"Орлов Пётр Ильич {number}",
                    "gender": "male",
                    "role": ROLES[number % len(ROLES)],
                    "birth_day": number * 7 % 28 + 1,
                    "birth_month": number * 5 % 12 + 1,
                }
                for number in range(1, managers * EACH + 1)
            ),
        )


async def held_by(work: Callable[[], Awaitable[int]]) -> tuple[float, float, int]:
    """(milliseconds, the longest stretch without a breath, what it found)."""
    longest, last, going = 0.0, time.perf_counter(), True

    async def watch() -> None:
        nonlocal longest, last
        while going:
            await asyncio.sleep(0)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now

    watching = asyncio.create_task(watch())
    await asyncio.sleep(0)
    last = started = time.perf_counter()
    found = await work()
    took = time.perf_counter() - started
    await asyncio.sleep(0)
    going = False
    await watching
    return took * 1000, longest * 1000, found


async def morning(database: Database, person: Actor, now: datetime, rules: Rules) -> Took:
    async def push() -> int:
        post = Post(1, now)
        async with database.transaction() as tx:
            await CONTENTS[PushKind.OCCASIONS](person, Work(tx, now, rules), WORDS, post, late=False)
        return sum(row.parameters.get("text", "").count(" — ") for row in post.rows)

    async def listed() -> int:
        async with database.transaction() as tx:
            return len(await list_occasions(person, Work(tx, now, rules), "ru"))

    pushed, held, told = await held_by(push)
    read, also_held, shown = await held_by(listed)
    async with database.transaction() as tx:
        await tx.run(FORGET)
    return Took(pushed, read, max(held, also_held), told, shown)


async def measure(url: str, size: int) -> None:
    managers = -(-size // EACH)
    database = await lay(url, managers, EACH)
    try:
        await add_people(database, managers)
        async with database.transaction() as tx:
            person = await employees.find_by_telegram(tx, 1000 + managers // 2)
        assert person is not None
        rules = Rules()
        rules.calendar.load(2025, 2026, 2027)
        for now in MORNINGS:
            await morning(database, person, now, rules)
            settle_memory()  # as the bot does: or a full collection lands in some morning
            took = [await morning(database, person, now, rules) for _ in range(TIMES)]
            print(
                f"{size:7} clients, {now:%d.%m}: push {statistics.median(one.push for one in took):5.1f} ms, "
                f"list {statistics.median(one.listed for one in took):5.1f} ms, "
                f"loop held {statistics.median(one.held for one in took):4.1f} ms "
                f"(worst {max(one.held for one in took):4.1f}); {took[0].told} lines told, {took[0].shown} listed",
                flush=True,
            )
    finally:
        await database.close()


def main() -> None:
    engine = "postgresql" if "--postgresql" in sys.argv else "sqlite"
    for size in SIZES:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            url = stack.enter_context(fresh_database(engine, folder))
            print(engine, end=": ", flush=True)
            asyncio.run(measure(url, size))


if __name__ == "__main__":
    main()
