"""Killed at any instant, the bot loses nothing and does nothing twice."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import sqlalchemy as sa

from sandbox.acts import Hand
from sandbox.clock import SandboxClock
from sandbox.server import running
from sandbox.telegram import Telegram
from storage.database import open_database
from storage.tables import calls, clients, day_counters, employees, outbox, teams, timeline
from tests.bases import fresh_database
from tests.processes.bot_process import environment, kill, running_bot, start_bot

UPDATES = 500
KILLS = 20
MANAGERS = 5
BURST = 5
START = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)

pytestmark = pytest.mark.process


def _insert(table: sa.Table, *names: str) -> sa.Insert:
    return sa.insert(table).values({name: sa.bindparam(name) for name in names})


async def lay_company(url: str) -> None:
    """Five managers with a hundred clients each."""
    database = open_database(url)
    async with database.transaction() as tx:
        await tx.run(_insert(teams, "id", "name"), id=1, name="Опт")
        await tx.run_many(
            _insert(employees, "id", "telegram_id", "name", "role", "team_id", "timezone", "created_at"),
            [
                {"id": n, "telegram_id": 100 + n, "name": f"М{n}", "role": "manager", "team_id": 1}
                | {"timezone": "Europe/Moscow", "created_at": START}
                for n in range(1, MANAGERS + 1)
            ],
        )
        await tx.run_many(
            _insert(clients, "id", "manager_id", "name", "phone", "created_at", "last_contact_day"),
            [
                {
                    "id": n,
                    "manager_id": (n - 1) % MANAGERS + 1,
                    "name": f"Клиент {n}",
                    "phone": f"+7916{n:07}",
                }
                | {"created_at": START - timedelta(days=90), "last_contact_day": None}
                for n in range(1, UPDATES + 1)
            ],
        )
    await database.close()


class Watched(Telegram):
    """Knows which taps were answered; a repeated answer is refused, as Telegram does."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.answered: set[str] = set()
        self.shown: Counter[int] = Counter()
        self.news = asyncio.Condition()

    async def call(self, method: str, params: Any = None, files: Any = MappingProxyType({})) -> Any:
        result = await super().call(method, params, files)
        if method == "answerCallbackQuery":
            self.answered.add(params["callback_query_id"])
        elif method in {"editMessageText", "sendMessage"}:
            self.shown[int(params["chat_id"])] += 1
        async with self.news:
            self.news.notify_all()
        return result

    async def until(self, true: Callable[[], bool]) -> None:
        async with self.news:
            await self.news.wait_for(true)


async def work_the_list(telegram: Watched, manager: int, updates: int = UPDATES) -> None:
    """The manager's share of `updates` taps in bursts of five: the next burst when the last one is answered."""
    chat = 100 + manager
    hand = Hand(telegram, telegram.people[chat], telegram.chats[chat])
    hand.start()
    await telegram.until(lambda: telegram.shown[chat] > 0)
    message = max(telegram.chats[chat].messages)
    burst: set[str] = set()
    for client in range(manager, updates + 1, MANAGERS):
        burst.add(hand.tap(f"calls.log:{client}:0:no_answer:0:0:-1", message))
        if len(burst) == BURST:
            await telegram.until(partial(burst.issubset, telegram.answered))
            burst = set()


async def test_killed_twenty_times_it_loses_nothing_and_does_nothing_twice(tmp_path: Path) -> None:
    chance = random.Random(20261123)
    clock = SandboxClock(start=START)
    telegram = Watched(now=clock.now, validate=False)
    for manager in range(1, MANAGERS + 1):
        telegram.user(100 + manager, f"М{manager}")
    log = tmp_path / "bot.log"
    with fresh_database("sqlite", tmp_path) as url:
        await lay_company(url)
        async with running(telegram, clock) as sandbox:
            env = environment(sandbox, url, PROZVON_CLOCK__URL=f"{sandbox}/clock")
            talk = asyncio.gather(*(work_the_list(telegram, manager) for manager in range(1, MANAGERS + 1)))
            for kills in range(1, KILLS + 1):
                process = await start_bot(env, log)
                async with asyncio.timeout(60):
                    await telegram.until(partial(enough, telegram, kills * UPDATES // (KILLS + 2)))
                await asyncio.sleep(chance.random() * 0.05)
                await kill(process)
            async with running_bot(env, log), asyncio.timeout(60):
                await talk
        await check_facts(url)
    for manager in range(1, MANAGERS + 1):
        assert telegram.shown[100 + manager] >= UPDATES // MANAGERS + 1, log.read_text()[-2000:]


def enough(telegram: Watched, answers: int) -> bool:
    return len(telegram.answered) >= answers


async def check_facts(url: str) -> None:
    """Every tap once in every place where it leaves a trace."""
    database = open_database(url)
    async with database.transaction() as tx:
        assert await tx.value(sa.select(sa.func.count()).select_from(calls)) == UPDATES
        assert await tx.value(sa.select(sa.func.count(sa.distinct(calls.c.client_id)))) == UPDATES
        assert await tx.value(sa.select(sa.func.sum(day_counters.c.calls))) == UPDATES
        assert await tx.value(sa.select(sa.func.count()).where(timeline.c.kind == "call")) == UPDATES
        assert await tx.value(sa.select(sa.func.count()).select_from(outbox)) == 0
    await database.close()
