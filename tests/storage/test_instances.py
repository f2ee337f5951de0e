"""Two processes over one PostgreSQL, each with a session of its own."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from storage import outbox
from storage.database import Database
from storage.instances import Instance
from storage.outbox import Outgoing, next_id

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@pytest.fixture
async def first(database: Database) -> AsyncIterator[Instance]:
    opened = Instance(database, 1)
    await opened.start()
    yield opened
    await opened.close()


@pytest.fixture
async def second(database: Database) -> AsyncIterator[Instance]:
    opened = Instance(database, 2)
    await opened.start()
    yield opened
    await opened.close()


async def leave(database: Database, owner: int, *texts: str) -> None:
    rows = [
        Outgoing(next_id(), 5, 0, "sendMessage", {"text": text}, None, None, owner, NOW) for text in texts
    ]
    async with database.transaction() as tx:
        await outbox.add(tx, rows)


def texts(rows: list[Outgoing]) -> list[str]:
    return [row.parameters["text"] for row in rows]


async def test_one_of_two_leads(first: Instance, second: Instance) -> None:
    for _ in range(2):
        await first.look()
        await second.look()
        assert (first.leading, second.leading) == (True, False)


async def test_the_other_takes_over_when_the_leader_goes(first: Instance, second: Instance) -> None:
    await first.look()
    await first.close()
    await second.look()
    assert (first.leading, second.leading) == (False, True)


async def test_rows_of_the_living_are_theirs(database: Database, first: Instance, second: Instance) -> None:
    await leave(database, 2, "жив")
    assert await first.look() == []


async def test_rows_of_the_dead_are_adopted_once_and_in_order(
    database: Database, first: Instance, second: Instance
) -> None:
    await first.look()
    await leave(database, 1, "своё")
    await leave(database, 77, "а")
    await leave(database, 2, "б")
    await leave(database, 77, "в")
    assert await second.look() == [], "only the leader adopts"
    await second.close()
    assert texts(await first.look()) == ["а", "б", "в"]
    assert await first.look() == []
    async with database.transaction() as tx:
        assert await tx.values(outbox.OWNERS) == [1]


async def test_a_leader_whose_session_broke_is_one_of_many_again(
    database: Database, first: Instance, second: Instance
) -> None:
    await first.look()
    first._session.terminate()
    while not second.leading:
        await second.look()
    await first.look()
    assert (first.leading, second.leading) == (False, True)
    await leave(database, 1, "я жив")
    assert await second.look() == []
