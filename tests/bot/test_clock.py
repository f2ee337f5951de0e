"""The clock that follows another one."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from bot.app import clock_of
from bot.clock import FollowedClock, real_clock
from bot.config import ClockSource, Config
from sandbox.clock import SandboxClock
from sandbox.server import running
from sandbox.telegram import Telegram
from tests.bot.fakes import breathe

START = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
NEAR = timedelta(seconds=30)


async def test_it_follows_every_move() -> None:
    clock = SandboxClock(start=START)
    async with running(Telegram(now=clock.now), clock) as url:
        followed = FollowedClock(f"{url}/clock")
        await followed.start()
        assert abs(followed() - START) < NEAR
        task = asyncio.create_task(followed.follow())
        for days in (1, 2):
            clock.move_to(START + timedelta(days=days))
            async with asyncio.timeout(10):
                while abs(followed() - START - timedelta(days=days)) > NEAR:  # noqa: ASYNC110
                    await asyncio.sleep(0.005)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_a_clock_that_cannot_be_read_leaves_the_last_reading() -> None:
    followed = FollowedClock("http://127.0.0.1:9/clock")
    task = asyncio.create_task(followed.follow())
    await breathe()
    assert not task.done()
    assert abs(followed() - datetime.now(UTC)) < NEAR
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def test_without_an_address_it_is_the_machines_own() -> None:
    assert clock_of(Config()) is real_clock
    assert isinstance(clock_of(Config(clock=ClockSource(url="http://127.0.0.1:9/clock"))), FollowedClock)
    assert abs(real_clock() - datetime.now(UTC)) < NEAR
