"""Two bot processes behind one address over one PostgreSQL; one is killed in the middle."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa
from aiohttp import ClientError, ClientSession, web

from bot.server import SECRET_HEADER
from sandbox.clock import SandboxClock
from sandbox.server import running
from storage.database import open_database
from storage.tables import calls, clients, day_counters, outbox, timeline
from tests.processes.bot_process import environment, free_port, kill, running_bot, start_bot
from tests.processes.test_kill import MANAGERS, START, Watched, enough, lay_company, work_the_list

TAPS = 200
pytestmark = pytest.mark.process


@asynccontextmanager
async def front(ports: list[int]) -> AsyncIterator[str]:
    """One address for the processes: each request to the next of them, to the other where that one is gone."""
    turn = count()
    async with ClientSession() as session:

        async def forward(request: web.Request) -> web.Response:
            body = await request.read()
            headers = {
                SECRET_HEADER: request.headers.get(SECRET_HEADER, ""),
                "Content-Type": "application/json",
            }
            first = next(turn)
            for port in (ports[first % 2], ports[(first + 1) % 2]):
                try:
                    async with session.post(
                        f"http://127.0.0.1:{port}/webhook", data=body, headers=headers
                    ) as response:
                        return web.Response(status=response.status)
                except ClientError:
                    continue
            return web.Response(status=502)

        app = web.Application()
        app.router.add_post("/webhook", forward)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            yield f"http://127.0.0.1:{runner.addresses[0][1]}"
        finally:
            await runner.cleanup()


async def listening(port: int) -> None:
    """Until the process answers, as a supervisor asks."""
    async with ClientSession() as session:
        while True:
            try:
                async with session.get(f"http://127.0.0.1:{port}/health"):
                    return
            except ClientError:
                await asyncio.sleep(0.05)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_two_processes_share_the_work_and_one_may_die(tmp_path: Path, database_url: str) -> None:
    clock = SandboxClock(start=START)
    telegram = Watched(now=clock.now, validate=False)
    for manager in range(1, MANAGERS + 1):
        telegram.user(100 + manager, f"М{manager}")
    log = tmp_path / "bot.log"
    ports = [free_port(), free_port()]
    await lay_company(database_url)
    async with running(telegram, clock) as sandbox, front(ports) as address, AsyncExitStack() as stack:
        first_env, second_env = (
            environment(
                sandbox,
                database_url,
                PROZVON_CLOCK__URL=f"{sandbox}/clock",
                PROZVON_SERVER__LISTEN=f"127.0.0.1:{port}",
                PROZVON_SERVER__WEBHOOK_URL=address,
            )
            for port in ports
        )
        dying = await start_bot(first_env, log)
        await stack.enter_async_context(running_bot(second_env, log))
        async with asyncio.timeout(120):
            await asyncio.gather(*map(listening, ports))
            talk = asyncio.gather(
                *(work_the_list(telegram, number, TAPS) for number in range(1, MANAGERS + 1))
            )
            await telegram.until(partial(enough, telegram, TAPS // 2))
            await kill(dying)
            await stack.enter_async_context(running_bot(first_env, log))
            await talk
            await until_delivered(database_url)
    await check_facts(database_url)
    for manager in range(1, MANAGERS + 1):
        assert telegram.shown[100 + manager] >= TAPS // MANAGERS + 1, log.read_text()[-2000:]


async def until_delivered(url: str) -> None:
    """The dead process's rows are adopted within seconds."""
    database = open_database(url)
    while True:
        async with database.transaction() as tx:
            if not await tx.value(sa.select(sa.func.count()).select_from(outbox)):
                break
        await asyncio.sleep(0.1)
    await database.close()


async def check_facts(url: str) -> None:
    """Every tap once in every place where it leaves a trace."""
    database = open_database(url)
    async with database.transaction() as tx:
        assert await tx.value(sa.select(sa.func.count()).select_from(calls)) == TAPS
        assert await tx.value(sa.select(sa.func.count(sa.distinct(calls.c.client_id)))) == TAPS
        assert await tx.value(sa.select(sa.func.sum(day_counters.c.calls))) == TAPS
        assert await tx.value(sa.select(sa.func.count()).where(timeline.c.kind == "call")) == TAPS
        assert await tx.value(sa.select(sa.func.count()).select_from(clients)) > TAPS
    await database.close()
