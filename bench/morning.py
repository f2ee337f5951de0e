"""The morning lists of 1, 10, 100 and 1,000 managers with 100 clients each: milliseconds a manager.

`python -m bench.morning [--postgresql]`. The cost of one manager must stay level while the base grows from 100 to
100,000 clients; the ratio of each row to the first is printed. Each list is the first of its manager's day, with its commit. One
manager more than is counted warms each base up; small bases are laid several times over, since one list alone tells little.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from bench.base import NOW, lay
from bot.run import settle_memory
from domain.pushes import PushKind
from scheduler.contents import CONTENTS
from screens.words import Catalogue
from storage import employees
from storage.database import Database
from tests.bases import fresh_database
from usecases.post import Post
from usecases.rules import Rules
from usecases.work import Work

SIZES = (1, 10, 100, 1000)
MEASURED = 60
FEWEST = 12


async def build_lists(database: Database, managers: int) -> list[float]:
    """Seconds for each of up to `MEASURED` managers, spread over all of them; each list in a transaction of its own."""
    rules, words = Rules(), Catalogue()["ru"]
    rules.calendar.load(2026, 2027)
    step = max(1, managers // MEASURED)
    took = []
    for number in (managers + 1, *range(1, managers + 1, step)):
        started = time.perf_counter()
        async with database.transaction() as tx:
            person = await employees.find_by_telegram(tx, 1000 + number)
            assert person is not None
            await CONTENTS[PushKind.CALL_LIST](person, Work(tx, NOW, rules), words, Post(1, NOW), late=False)
        took.append(time.perf_counter() - started)
        if len(took) == 1:
            settle_memory()  # as the bot does: or a full collection lands in some manager's list
    return took


async def measure(url: str, managers: int) -> list[float]:
    database = await lay(url, managers + 1)
    try:
        return (await build_lists(database, managers))[1:]
    finally:
        await database.close()


def measure_anew(engine: str, managers: int) -> list[float]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = stack.enter_context(fresh_database(engine, folder))
        return asyncio.run(measure(url, managers))


def main() -> None:
    engine = "postgresql" if "--postgresql" in sys.argv else "sqlite"
    level = 0.0
    for managers in SIZES:
        took: list[float] = []
        while len(took) < FEWEST:
            took += measure_anew(engine, managers)
        median, worst = statistics.median(took) * 1000, max(took) * 1000
        level = level or median
        print(
            f"{engine}: {managers:5} managers, {managers * 100:7} clients: "
            f"{median:6.2f} ms a manager (worst {worst:6.2f}), {median / level:.2f} of the first",
            flush=True,
        )


if __name__ == "__main__":
    main()
