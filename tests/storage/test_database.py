"""A transaction that is cancelled in the middle leaves the base to the next one."""

import asyncio
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage import employees
from storage.database import Database, Transaction
from storage.tables import teams
from tests.bases import close_base, fresh_database, open_base

TEAMS = sa.select(sa.func.count()).select_from(teams)


async def count_of(database: Database) -> int:
    async with database.transaction() as tx:
        found: int = await tx.value(TEAMS)
    return found


async def begins(database: Database) -> None:
    async with database.transaction() as tx:
        await tx.value(employees.ADD_TEAM, name="не начатая")


async def test_cancelled_while_it_waits_to_begin(tmp_path: Path) -> None:
    with fresh_database("sqlite", tmp_path) as url:
        database = open_base(url)
        other = sqlite3.connect(url.partition("///")[2], isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.create_task(begins(database))
        for _ in range(5):
            await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.sleep(0)
        other.execute("ROLLBACK")
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert await count_of(database) == 0
        other.close()
        await close_base(database, one_loop=False)


async def test_cancelled_while_it_writes_much(database: Database) -> None:
    rows = [{"name": f"команда {number}"} for number in range(20_000)]

    async def writes() -> None:
        async with database.transaction() as tx:
            await writing(tx)

    async def writing(tx: Transaction) -> None:
        await tx.run_many(sa.insert(teams).values(name=sa.bindparam("name")), rows)

    task = asyncio.create_task(writes())
    for _ in range(20):
        await asyncio.sleep(0)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    assert await count_of(database) in {0, len(rows)}
    await begins(database)
    assert await count_of(database) in {1, len(rows) + 1}
