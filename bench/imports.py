"""A receivables file of 50,000 rows into a base of 5,000 clients: seconds of each step and the memory of the bot and its child.

`python -m bench.imports [ROWS]`. The aims: 10 s for all together, 300 MB, and 0.5 s for anybody else's tap. The bot is the real
one, as it stands after its start with the dictionary of quick capture read, over a Telegram that only takes what it is sent; it is
a process of its own, and the file is made by another. The same file is brought again with a tenth of the sums lowered, as on the
next day, then taken back. Beside each step: `stall`, for how long the loop answered nobody; `wait`, for how long the tap of
another manager, which reads one client, had to wait for its turn; `bot`, the most that the process ever held; `with child`, the
most that both held at one moment.
"""

import asyncio
import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.app import App
    from domain.actors import Actor
    from storage.database import Database

MANAGERS, ROWS = 50, 50_000
PER_CLIENT = 10
KILOBYTES = 1024
TICK = 0.005
LOOK = 0.05
TAPS = 0.1
OWNER = 77
TODAY = date(2026, 11, 23)
CHILD = "--child"
HEADS = ("Контрагент", "Документ", "Дата документа", "Срок оплаты", "Сумма долга")


def make_file(path: Path, rows: int, *, later: bool) -> None:
    """Ten documents a client; one client in fifty is not in the base."""
    from exchange.xlsx_out import write_table_xlsx

    table = []
    for number in range(rows):
        client = number // PER_CLIENT + 1
        day = TODAY - timedelta(days=number % 90)
        owed = 1000 + number % 977 - (500 if later and number % 10 == 0 else 0)
        name = f"Чужой {client}" if client % 50 == 0 else f"ООО «Клиент {client}»"
        table.append((name, f"Реализация {number} от {day:%d.%m.%Y}", day, day + timedelta(days=14), owed))
    path.write_bytes(write_table_xlsx(HEADS, table))


# --- the company --------------------------------------------------------------------------------------------------


async def lay_base(url: str) -> None:
    from bench.base import NOW, lay
    from domain.actors import Role
    from storage import clients, employees

    database = await lay(url, MANAGERS)
    facts = {"role": Role.OWNER, "team_id": None, "language": "ru", "timezone": "Europe/Moscow"}
    async with database.transaction() as tx:
        await tx.value(employees.ADD, telegram_id=OWNER, name="Владелец", created_at=NOW, **facts)
        for number in range(1, 100 * MANAGERS + 1):
            await clients.reindex(tx, number)
    await database.close()


# --- the bot ------------------------------------------------------------------------------------------------------


class Telegram:
    """Takes what it is sent; its files are those on the disk."""

    def __init__(self) -> None:
        self.said: list[str] = []

    async def call(self, method: str, parameters: dict[str, Any] | None = None, **_: Any) -> Any:
        self.said.append((parameters or {}).get("text", method))
        return {"message_id": len(self.said)}

    async def download(self, file_id: str, limit: int) -> bytes:
        del limit
        return await asyncio.to_thread(Path(file_id).read_bytes)


class Watch:
    """Seconds of each step, and the longest times for which the loop answered nobody and a tap waited."""

    def __init__(self, database: "Database") -> None:
        self.total = 0.0
        self._database = database
        self._done = False

    async def step(self, name: str, make: Callable[[], Awaitable[Any]]) -> Any:
        stalls, waits, held = [0.0], [0.0], [0.0]
        self._done = False
        beside = [asyncio.create_task(self._tick(stalls)), asyncio.create_task(self._tap(waits))]
        beside.append(asyncio.create_task(self._look(held)))
        await asyncio.sleep(TICK)
        started = time.perf_counter()
        try:
            done = await make()
        finally:
            took = time.perf_counter() - started
            self._done = True
            await asyncio.gather(*beside)
        self.total += took
        print(
            f"{name:<20}{took:6.2f} s   stall {max(stalls) * 1000:5.0f} ms   wait {max(waits) * 1000:5.0f} ms"
            f"   bot {_megabytes('VmHWM'):4.0f} MB   with child {max(held):4.0f} MB"
        )
        return done

    async def _tap(self, waits: list[float]) -> None:
        from storage import receivables

        while not self._done:
            before = time.perf_counter()
            async with self._database.transaction() as tx:
                await receivables.lock(tx, [1])
            waits.append(time.perf_counter() - before)
            await asyncio.sleep(TAPS)

    async def _tick(self, stalls: list[float]) -> None:
        while not self._done:
            before = time.perf_counter()
            await asyncio.sleep(TICK)
            stalls.append(time.perf_counter() - before - TICK)

    async def _look(self, held: list[float]) -> None:
        while not self._done:
            held.append(await asyncio.to_thread(_together))
            await asyncio.sleep(LOOK)


def _megabytes(what: str, process: str = "self") -> float:
    """`VmRSS` now, `VmHWM` at most; `ru_maxrss` would begin with what the parent held."""
    told = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="ignore")
    return int(told.partition(f"{what}:")[2].split()[0]) / KILOBYTES


def _together() -> float:
    held = _megabytes("VmRSS")
    for task in Path("/proc/self/task").iterdir():
        with suppress(OSError):
            for child in (task / "children").read_text().split():
                with suppress(OSError, IndexError):
                    held += _megabytes("VmRSS", child)
    return held


async def bring(app: "App", actor: "Actor", watch: Watch, file: Path) -> int:
    """The import's id."""
    from domain.imports import ImportKind
    from storage import imports
    from usecases import import_loading
    from usecases.work import Work

    now = app.turns.clock()

    async def ask() -> None:
        facts: dict[str, Any] = {"file_id": str(file), "name": file.name, "caption": "", "at": now}
        async with app.database.transaction() as tx:
            await imports.add_incoming(tx, employee_id=actor.id, chat_id=actor.chat, **facts)
        await app.files.work()

    async def load() -> None:
        async with app.database.transaction() as tx:
            newest = await imports.find_newest(tx, ImportKind.RECEIVABLES)
            work = Work(tx, now, app.turns.rules)
            await import_loading.put_off(actor, work, load_id, newest.id if newest else 0)
        await app.files.work()

    async def last() -> Any:
        async with app.database.transaction() as tx:
            return (await imports.last_of(tx, actor.id, 1))[0]

    await watch.step("read and preview", ask)
    load_id: int = (await last()).id
    await watch.step("load", load)
    assert (await last()).state == "applied"
    return load_id


async def measure(url: str, files: list[Path]) -> None:
    from bench.base import NOW
    from bot.app import build_app
    from bot.config import Config
    from bot.run import settle_memory
    from capture.understand import warm_up
    from storage import employees
    from usecases import import_history
    from usecases.work import Work

    now = NOW
    config = Config(storage={"url": url}, access={"owner_id": OWNER})
    app = build_app(config, Telegram(), clock=lambda: now)
    async with app.database.transaction() as tx:
        actor = await employees.find_by_telegram(tx, OWNER)
        assert actor is not None
    warm_up()
    settle_memory()
    print(f"{'before':<20}{'':>42}   bot {_megabytes('VmHWM'):4.0f} MB")
    last = 0
    for file in files:
        watch = Watch(app.database)
        last = await bring(app, actor, watch, file)
        print(f"{'together':<20}{watch.total:6.2f} s")
        now += timedelta(days=1)

    async def take_back() -> None:
        async with app.database.transaction() as tx:
            await import_history.undo(actor, Work(tx, now - timedelta(hours=23), app.turns.rules), last)

    await Watch(app.database).step("take back", take_back)
    print(f"{'after':<20}{'':>42}   bot {_megabytes('VmRSS'):4.0f} MB")
    await app.database.close()


def be_the_bot(url: str, files: list[Path]) -> None:
    """Imported as the bot imports it."""
    import bot.commands
    from bot.quick_aiogram import import_aiogram

    gc.disable()
    import_aiogram()
    import uvloop

    import bot.run  # noqa: F401

    gc.enable()
    uvloop.run(measure(url, files))


def main() -> None:
    from tests.bases import fresh_database

    rows = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else ROWS
    with tempfile.TemporaryDirectory() as name, fresh_database("sqlite", Path(name)) as url:
        files = [Path(name) / "first.xlsx", Path(name) / "second.xlsx"]
        for later, file in enumerate(files):
            make_file(file, rows, later=bool(later))
        asyncio.run(lay_base(url))
        subprocess.run([sys.executable, "-m", "bench.imports", CHILD, url, *map(str, files)], check=True)


if __name__ == "__main__":
    if CHILD in sys.argv:
        be_the_bot(sys.argv[2], [Path(file) for file in sys.argv[3:]])
    else:
        main()
