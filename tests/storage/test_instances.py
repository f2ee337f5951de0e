"""Two processes over one PostgreSQL, each with a session of its own."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.app import App, build_app
from bot.config import Config
from storage import outbox
from storage.database import Database
from storage.outbox import Outgoing, next_id
from tests.bot.fakes import FakeApi

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@pytest.fixture
async def first(database: Database) -> AsyncIterator[App]:
    app = build_app(Config(), FakeApi(), database=database)
    await app.instance.start()
    yield app
    await app.instance.close()


@pytest.fixture
async def second(database: Database) -> AsyncIterator[App]:
    app = build_app(Config(), FakeApi(), database=database)
    await app.instance.start()
    yield app
    await app.instance.close()


async def leave(database: Database, owner: int, *texts: str) -> None:
    rows = [
        Outgoing(next_id(), 5, 0, "sendMessage", {"text": text}, None, None, owner, NOW) for text in texts
    ]
    async with database.transaction() as tx:
        await outbox.add(tx, rows)


async def texts_of(app: App) -> list[str]:
    async with app.database.transaction() as tx:
        return [row.parameters["text"] for row in await outbox.waiting(tx, app.turns.owner)]


def leading(*apps: App) -> list[bool]:
    return [app.instance.leading for app in apps]


async def test_one_of_two_leads(first: App, second: App) -> None:
    for _ in range(2):
        await first.take_over()
        await second.take_over()
        assert leading(first, second) == [True, False]


async def test_the_other_takes_over_when_the_leader_goes(first: App, second: App) -> None:
    await first.take_over()
    await first.instance.close()
    await second.take_over()
    assert leading(first, second) == [False, True]


async def test_rows_of_the_living_are_theirs(database: Database, first: App, second: App) -> None:
    await leave(database, second.turns.owner, "жив")
    await leave(database, first.turns.owner, "своё")
    await first.take_over()
    assert await texts_of(second) == ["жив"]
    assert first.sender.waiting == 0, "its own rows it was given already"


async def test_rows_of_the_dead_are_adopted_once(database: Database, first: App, second: App) -> None:
    await first.take_over()
    await leave(database, 77, "а")
    await leave(database, second.turns.owner, "б")
    await leave(database, 77, "в")
    await second.take_over()
    assert second.sender.waiting == 0, "only the leader adopts"
    await second.instance.close()
    for _ in range(2):
        await first.take_over()
        assert await texts_of(first) == ["а", "б", "в"]
        assert first.sender.waiting == 3


async def test_a_leader_whose_session_broke_is_one_of_many_again(
    database: Database, first: App, second: App
) -> None:
    await first.take_over()
    first.instance._session.terminate()
    while not second.instance.leading:
        await second.take_over()
    await first.take_over()
    assert leading(first, second) == [False, True]
    await leave(database, first.turns.owner, "я жив")
    await second.take_over()
    assert await texts_of(first) == ["я жив"]
