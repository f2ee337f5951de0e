"""The call-outcome conversation through the whole stack, beside a bare aiogram echo, in updates a second.

`python -m bench.turns [updates]`. Each bot is a process of its own against the same stand-in; medians of the rounds.
"""

import asyncio
import json
import os
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.base import TODAY, lay

ROUNDS = 3
PORT = 18473
USER = {"is_bot": False, "first_name": "a", "language_code": "ru"}


@dataclass(frozen=True, slots=True)
class Result:
    """Updates a second, and milliseconds of the bot's CPU for each."""

    rate: float
    cpu_ms: float


def echo_updates(total: int) -> list[dict[str, Any]]:
    return [
        {
            "update_id": number,
            "message": {
                "message_id": number,
                "date": 0,
                "chat": {"id": 1000 + number % MANAGERS, "type": "private"},
                "from": {"id": 1000 + number % MANAGERS, **USER},
                "text": "привет",
            },
        }
        for number in range(1, total + 1)
    ]


def tap_updates(total: int, managers: int) -> list[dict[str, Any]]:
    """Managers in turn, each working through the own clients: not reached (one tap), call back (three), refused (two)."""
    talks = [_talk(manager, total // managers) for manager in range(managers)]
    updates: list[dict[str, Any]] = []
    while len(updates) < total:
        for manager, talk in enumerate(talks, 1):
            updates.append(_tap(len(updates) + 1, 1000 + manager, next(talk)))
    return updates


def _talk(manager: int, each: int) -> Iterator[str]:
    """Callback data of one manager's taps, client after client."""
    day = (TODAY + timedelta(days=1)).toordinal()
    for client in range(manager * each + 1, (manager + 1) * each + 1):
        log = f"calls.log:{client}:{client}"
        if client % 3 == 0:
            yield f"{log}:no_answer:0:0:-1"
        elif client % 3 == 1:
            yield from (
                f"{log}:call_back:0:0:-1",
                f"{log}:call_back:0:{day}:-1",
                f"{log}:call_back:0:{day}:900",
            )
        else:
            yield from (f"{log}:refusal:0:0:-1", f"calls.no:{client}:{client}:price:0")


def _tap(number: int, user: int, data: str) -> dict[str, Any]:
    message = {"message_id": 5, "date": 1, "chat": {"id": user, "type": "private"}, "text": "x"}
    query = {
        "id": str(number),
        "from": {"id": user, **USER},
        "chat_instance": "1",
        "data": data,
        "message": message,
    }
    return {"update_id": number, "callback_query": query}


def run_once(kind: str, updates: list[dict[str, Any]], delay: float, folder: Path, port: int) -> Result:
    source = folder / f"updates-{port}.json"
    source.write_text(json.dumps(updates))
    stand_in = subprocess.Popen(
        [sys.executable, "-m", "bench.stand_in", str(source), str(port), str(len(updates)), str(delay)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert stand_in.stdout is not None
    stand_in.stdout.readline()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    bot = subprocess.Popen(
        command(kind, port), env=environment(kind, folder, port), stderr=subprocess.DEVNULL
    )
    told = json.loads(stand_in.stdout.readline())
    bot.send_signal(signal.SIGTERM)
    bot.wait(timeout=30)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    stand_in.wait(timeout=30)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Result(len(updates) / told["took"], spent * 1000 / len(updates))


def command(kind: str, port: int) -> list[str]:
    if kind == "prozvon":
        return [sys.executable, "main.py"]
    return [sys.executable, "-m", "bench.echo", f"http://127.0.0.1:{port}", kind]


def environment(kind: str, folder: Path, port: int) -> dict[str, str]:
    env = dict(os.environ)
    if kind == "prozvon":
        base = folder / f"base-{port}.sqlite"
        asyncio.run(_base(base))
        env |= {
            "BOT_TOKEN": "42:bench",
            "PROZVON_TELEGRAM__API_URL": f"http://127.0.0.1:{port}",
            "PROZVON_STORAGE__URL": f"sqlite+aiosqlite:///{base}",
            "PROZVON_LOG__LEVEL": "error",
            "PROZVON_TELEGRAM__CONNECTIONS": "100",
            "PROZVON_TELEGRAM__LIMITS": '{"overall": 0, "per_chat": 0, "per_group": 0}',
        }
    return env


async def _base(path: Path) -> None:
    database = await lay(f"sqlite+aiosqlite:///{path}", MANAGERS, TOTAL // MANAGERS)
    await database.close()


def measure(kind: str, updates: list[dict[str, Any]], delay: float, ports: "list[int]") -> Result:
    with tempfile.TemporaryDirectory() as folder:
        rounds = [run_once(kind, updates, delay, Path(folder), port) for port in ports]
    return Result(
        statistics.median(one.rate for one in rounds), statistics.median(one.cpu_ms for one in rounds)
    )


MANAGERS = 200
TOTAL = int(sys.argv[1]) if len(sys.argv) > 1 else 4000


def main() -> None:
    port = PORT
    for delay in (0.0, 0.03):
        results: dict[str, Result] = {}
        total = TOTAL
        for kind in ("plain", "tuned", "prozvon"):
            updates = tap_updates(total, MANAGERS) if kind == "prozvon" else echo_updates(total)
            results[kind] = measure(kind, updates, delay, list(range(port, port + ROUNDS)))
            port += ROUNDS
            one = results[kind]
            print(
                f"delay {delay * 1000:2.0f} ms  {kind:8} {one.rate:7.0f} updates/s  {one.cpu_ms:6.3f} ms CPU",
                flush=True,
            )
        tuned = results["tuned"].rate
        print(f"delay {delay * 1000:2.0f} ms  ratio to the tuned echo: {results['prozvon'].rate / tuned:.2f}, to the plain one: {results['prozvon'].rate / results['plain'].rate:.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
