"""A receivables file of 50,000 rows into a base of 5,000 clients: seconds of each step and the memory of the process.

`python -m bench.imports [ROWS]`. The aims: 10 s for all together and 300 MB. Each pass is a process of its own: the file is made
by another one, so that its memory is not counted. The same file is brought again with a tenth of the sums lowered, as on the next
day, then taken back. Beside each step: `stall`, for how long the loop answered nobody; `wait`, for how long the tap of another
manager, which reads one client, had to wait for its turn.
"""

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.base import NOW, TODAY, lay
from bot.run import settle_memory
from domain.actors import Actor, Role
from exchange.sheet import Limits
from exchange.xlsx_out import write_table_xlsx
from screens.import_preview import preview
from screens.import_views import ImportView
from screens.words import Catalogue
from storage import clients, employees, receivables
from storage.database import Database, Transaction, open_database
from tests.bases import fresh_database
from usecases import imports as bringing
from usecases.import_reading import read_file
from usecases.rules import Rules
from usecases.work import Work

MANAGERS, ROWS = 50, 50_000
PER_CLIENT = 10
KILOBYTES = 1024
TICK = 0.005
TAPS = 0.1
OWNER = 77
CHILD = "--child"
HEADS = ("Контрагент", "Документ", "Дата документа", "Срок оплаты", "Сумма долга")


def make_file(path: Path, rows: int, *, later: bool) -> None:
    """Ten documents a client; one client in fifty is not in the base."""
    table = []
    for number in range(rows):
        client = number // PER_CLIENT + 1
        day = TODAY - timedelta(days=number % 90)
        owed = 1000 + number % 977 - (500 if later and number % 10 == 0 else 0)
        name = f"Чужой {client}" if client % 50 == 0 else f"ООО «Клиент {client}»"
        table.append((name, f"Реализация {number} от {day:%d.%m.%Y}", day, day + timedelta(days=14), owed))
    path.write_bytes(write_table_xlsx(HEADS, table))


async def add_owner(tx: Transaction) -> None:
    facts = {"role": Role.OWNER, "team_id": None, "language": "ru", "timezone": "Europe/Moscow"}
    await tx.value(employees.ADD, telegram_id=OWNER, name="Владелец", created_at=NOW, **facts)


class Watch:
    """Seconds of each step, and the longest times for which the loop answered nobody and a tap waited."""

    def __init__(self, database: Database) -> None:
        self.total = 0.0
        self._database = database

    async def step(self, name: str, make: Callable[[], Awaitable[Any]]) -> Any:
        stalls, waits = [0.0], [0.0]
        ticking = asyncio.create_task(self._tick(stalls))
        tapping = asyncio.create_task(self._tap(waits))
        await asyncio.sleep(TICK)
        started = time.perf_counter()
        done = await make()
        took = time.perf_counter() - started
        ticking.cancel()
        self._done = True
        await tapping
        self.total += took
        print(
            f"{name:<28}{took:7.2f} s   stall {max(stalls) * 1000:6.0f} ms"
            f"   wait {max(waits) * 1000:6.0f} ms   {_megabytes():5.0f} MB"
        )
        return done

    async def _tap(self, waits: list[float]) -> None:
        self._done = False
        while not self._done:
            before = time.perf_counter()
            async with self._database.transaction() as tx:
                await receivables.lock(tx, [1])
            waits.append(time.perf_counter() - before)
            await asyncio.sleep(TAPS)

    async def _tick(self, stalls: list[float]) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(TICK)
            stalls.append(time.perf_counter() - before - TICK)


def _megabytes() -> float:
    """The most that this process ever held; `ru_maxrss` would begin with what its parent held."""
    told = Path("/proc/self/status").read_text(encoding="ascii", errors="ignore")
    return int(told.partition("VmHWM:")[2].split()[0]) / KILOBYTES


async def bring(database: Database, actor: Actor, watch: Watch, file: Path, now: datetime) -> int:
    """The import's id."""
    rules, limits, words = Rules(), Limits(), Catalogue()["ru"]
    rules.calendar.load(2026, 2027)
    data = await asyncio.to_thread(file.read_bytes)
    reads = [await watch.step("read", lambda: asyncio.to_thread(_read, file.name, data, now.date(), limits))]

    async def prepare() -> ImportView:
        async with database.transaction() as tx:
            view = await bringing.prepare(actor, Work(tx, now, rules), file.name, reads.pop())
            assert isinstance(view, ImportView)
            assert len(preview(words, view, TODAY).text) < 4096
            return view

    async def load(view: ImportView) -> None:
        async with database.transaction() as tx:
            assert view.debts is not None
            await bringing.load(actor, Work(tx, now, rules), view.id, view.debts.seen)

    view: ImportView = await watch.step("match and preview", prepare)
    await watch.step("load", lambda: load(view))
    return view.id


def _read(name: str, data: bytes, today: date, limits: Limits) -> Any:
    return read_file(name, data, today, limits, layouts={})


async def lay_base(url: str) -> None:
    database = await lay(url, MANAGERS)
    async with database.transaction() as tx:
        await add_owner(tx)
        for number in range(1, 100 * MANAGERS + 1):
            await clients.reindex(tx, number)
    await database.close()


async def measure(url: str, files: list[Path]) -> None:
    database = open_database(url)
    async with database.transaction() as tx:
        actor = await employees.find_by_telegram(tx, OWNER)
        assert actor is not None
    settle_memory()
    print(f"{'before':<28}{'':>46}{_megabytes():5.0f} MB")
    last = 0
    for days, file in enumerate(files):
        watch = Watch(database)
        last = await bring(database, actor, watch, file, NOW + timedelta(days=days))
        print(f"{'together':<28}{watch.total:7.2f} s")

    async def take_back() -> None:
        async with database.transaction() as tx:
            await bringing.undo(actor, Work(tx, NOW + timedelta(days=1, hours=1), Rules()), last)

    await Watch(database).step("take back", take_back)
    await database.close()


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else ROWS
    with tempfile.TemporaryDirectory() as name, fresh_database("sqlite", Path(name)) as url:
        files = [Path(name) / "first.xlsx", Path(name) / "second.xlsx"]
        for later, file in enumerate(files):
            make_file(file, rows, later=bool(later))
        asyncio.run(lay_base(url))
        subprocess.run([sys.executable, "-m", "bench.imports", CHILD, url, *map(str, files)], check=True)


if __name__ == "__main__":
    if CHILD in sys.argv:
        asyncio.run(measure(sys.argv[2], [Path(file) for file in sys.argv[3:]]))
    else:
        main()
