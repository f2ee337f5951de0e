"""A journal takes back whatever was written through it, on both engines."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from storage import clients, counters, employees, orders, products, timeline
from storage.clients import NewClient
from storage.database import Database, Transaction
from storage.journal import Change, Journal, find_disturbed, take_back
from storage.tables import clients as client_table
from storage.tables import day_counters, order_lines
from storage.tables import timeline as events
from storage.timeline import EventKind
from tests.office import MONDAY

DAY = date(2026, 11, 23)
SET_NEXT = clients.patch("next_at", "next_day", "attempts")
SET_NOTE = clients.patch("note")
TABLES = (client_table, day_counters, order_lines, events)
READ = {table.name: sa.select(table) for table in TABLES}


@pytest.fixture
async def base(database: Database) -> Database:
    async with database.transaction() as tx:
        await tx.value(
            employees.ADD,
            telegram_id=1,
            name="Анна",
            role="manager",
            team_id=None,
            language="ru",
            timezone="Europe/Moscow",
            created_at=MONDAY,
        )
        await clients.add(tx, NewClient(1, "Ромашка", MONDAY))
        for code in ("A", "B"):
            await products.write(tx, code=code, name=f"Товар {code}", prices={})
        await orders.add_draft(tx, 1, 1, MONDAY)
        await line(tx, 1, "1.5")
    return database


async def line(tx: Transaction, product: int, quantity: str) -> None:
    await orders.put_line(
        tx, 1, product, quantity=Decimal(quantity), unit="pcs", price=100, discount=Decimal(0)
    )


async def everything(tx: Transaction) -> dict[str, list[Any]]:
    return {name: sorted(map(str, await tx.rows(read, lambda *row: row))) for name, read in READ.items()}


async def work_through(tx: Transaction) -> list[Change]:
    """One of each: a row changed twice, added, put in place, removed, counted; a row changed there and back."""
    journal = Journal(tx)
    await journal.run(SET_NEXT, id_=1, next_at=MONDAY, next_day=DAY, attempts=1)
    await journal.run(SET_NEXT, id_=1, next_at=MONDAY + timedelta(hours=1), next_day=DAY, attempts=2)
    await timeline.add(journal, 1, 1, MONDAY, EventKind.NOTE, text="да")
    await line(journal, 1, "2")
    await line(journal, 2, "7")
    await journal.run(orders.DROP_LINE, order_id_=1, product=1)
    await counters.add(journal, 1, DAY, calls=1, order_sum=500)
    await journal.run(SET_NOTE, id_=1, note="туда")
    await journal.run(SET_NOTE, id_=1, note="")
    return await journal.changes()


async def test_everything_is_taken_back(base: Database) -> None:
    async with base.transaction() as tx:
        before = await everything(tx)
        changes = await work_through(tx)
        assert await everything(tx) != before
        assert await find_disturbed(tx, changes) is None
        await take_back(tx, changes)
        assert await everything(tx) == before


async def test_only_what_differs_is_noted(base: Database) -> None:
    async with base.transaction() as tx:
        changes = {(change.table, *change.key): change for change in await work_through(tx)}
    client = changes["clients", 1]
    assert client.before == {"next_at": None, "next_day": None, "attempts": 0}
    assert (client.after or {})["attempts"] == 2
    assert ("order_lines", 1) in changes
    assert changes["order_lines", 1].after is None
    assert changes["day_counters", 1, DAY.isoformat()].before is None
    assert all(change.table != "client_terms" for change in changes.values())


async def test_another_column_may_change_meanwhile_the_same_may_not(base: Database) -> None:
    async with base.transaction() as tx:
        changes = await work_through(tx)
        await tx.run(SET_NOTE, id_=1, note="чужое")
        assert await find_disturbed(tx, changes) is None
        await tx.run(SET_NEXT, id_=1, next_at=None, next_day=DAY, attempts=2)
        disturbed = await find_disturbed(tx, changes)
    assert disturbed is not None
    assert disturbed.table == "clients"


async def test_counts_that_others_added_stay(base: Database) -> None:
    async with base.transaction() as tx:
        await counters.add(tx, 1, DAY, calls=3)
        changes = await work_through(tx)
        await counters.add(tx, 1, DAY, calls=2, meetings=1)
        assert await find_disturbed(tx, changes) is None
        await take_back(tx, changes)
        day = await counters.of_day(tx, 1, DAY)
    assert (day.calls, day.meetings, day.order_sum) == (5, 1, 0)


async def test_what_others_refer_to_is_not_removed(base: Database) -> None:
    async with base.transaction() as tx:
        journal = Journal(tx)
        added = await clients.add(journal, NewClient(1, "Вектор", MONDAY))
        changes = await journal.changes()
        await clients.forget_words(tx, added)
        await timeline.add(tx, added, 1, MONDAY, EventKind.NOTE, text="да")
        assert await find_disturbed(tx, changes) is None
        with pytest.raises(base.integrity_errors):
            async with tx.savepoint():
                await take_back(tx, changes)
        assert await clients.find(tx, added, [1]) is not None
