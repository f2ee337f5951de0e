"""Voices that wait: nothing is lost when the network fails or the process is killed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
import sqlalchemy as sa

from bot.telegram import NetworkError, TelegramError
from sandbox.phone import Phone
from storage.capture_tables import waiting_voices
from storage.database import Database
from tests.hearing import FakeEars, FakeEngine, with_engine
from tests.office import Office

COUNT = sa.select(sa.func.count()).select_from(waiting_voices)


@pytest.fixture
def ears() -> FakeEars:
    return FakeEars(FakeEngine())


@pytest.fixture
async def office(database: Database, ears: FakeEars) -> AsyncIterator[Office]:
    opened = Office(database, with_engine(), ears)
    async with opened.open():
        yield opened


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


async def waiting(office: Office) -> int:
    async with office.work() as work:
        found: int = await work.tx.value(COUNT)
    return found


@dataclass
class Downloads:
    """Fails as told, then works."""

    office: Office
    failures: list[Exception] = field(default_factory=list)

    async def __call__(self, file_id: str, limit: int) -> bytes:
        if self.failures:
            raise self.failures.pop(0)
        return await self.office.api.download(file_id, limit)


async def test_one_that_was_killed_is_heard_by_the_next(office: Office, anna: Phone, ears: FakeEars) -> None:
    ears.failure = asyncio.CancelledError()
    with suppress(asyncio.CancelledError):
        await anna.sends_voice("вектор".encode(), 5)
    assert await waiting(office) == 1
    await office.passes(minutes=10)
    anna.sees("вектор", anywhere=True)
    assert await waiting(office) == 0
    assert [message.text for message in anna.from_bot if "Расслышал" in message.text] == [
        "Расслышал: «вектор»"
    ]


async def test_what_cannot_be_fetched_now_is_fetched_later(office: Office, anna: Phone) -> None:
    office.app.voices.download = Downloads(office, [NetworkError("down"), NetworkError("down")])
    await anna.sends_voice("вектор".encode(), 5)
    anna.sees("Слушаю")
    await office.settle()
    assert await waiting(office) == 1
    await office.settle()
    anna.sees("Расслышал: «вектор»", anywhere=True)
    assert await waiting(office) == 0


@pytest.mark.parametrize("failure", [NetworkError("down"), TelegramError(400, "wrong file_id")])
async def test_what_can_never_be_fetched_is_said(office: Office, anna: Phone, failure: Exception) -> None:
    office.app.voices.download = Downloads(office, [failure] * 9)
    await anna.sends_voice("вектор".encode(), 5)
    for _ in range(3):
        await office.settle()
    anna.sees("К какому клиенту?", "Telegram не отдал запись")
    assert await waiting(office) == 0


async def test_an_engine_that_fails_in_any_way_is_one_line(
    office: Office, anna: Phone, ears: FakeEars
) -> None:
    ears.failure = MemoryError()
    await anna.sends_voice("вектор".encode(), 5)
    anna.sees("не разобрал запись")
    await anna.sends_voice("вектор".encode(), 5)
    anna.sees("Не нашлось: «вектор»")


async def test_one_that_kills_every_process_is_given_up(office: Office, anna: Phone, ears: FakeEars) -> None:
    with suppress(asyncio.CancelledError):
        ears.failure = asyncio.CancelledError()
        await anna.sends_voice("вектор".encode(), 5)
    for _ in range(2):
        with suppress(asyncio.CancelledError):
            ears.failure = asyncio.CancelledError()
            await office.passes(minutes=10)
    await office.passes(minutes=10)
    anna.sees("не разобрал запись")
    assert await waiting(office) == 0


async def test_an_engine_taken_away_leaves_nothing_waiting(
    office: Office, anna: Phone, ears: FakeEars
) -> None:
    ears.failure = asyncio.CancelledError()
    with suppress(asyncio.CancelledError):
        await anna.sends_voice("вектор".encode(), 5)
    office.app.voices.ears = None
    await office.passes(minutes=10)
    anna.sees("не разобрал запись")
    assert await waiting(office) == 0
