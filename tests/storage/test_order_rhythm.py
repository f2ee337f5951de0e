"""Clients that are here before their rhythm was kept get it from their orders."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command

from storage import clients, orders
from storage.clients import Client, NewClient
from storage.database import Transaction, open_database
from storage.migrate import alembic_config, migrate
from storage.tables import employees
from storage.tables import orders as orders_table
from tests.bases import ENGINES, fresh_database
from usecases.rhythm import FACTS, facts_of
from usecases.rules import Rules

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FIRST = date(2025, 3, 3)
# Weekly on Mondays; silent from the middle of July to September.
SEASON = [FIRST + timedelta(weeks=week) for week in (*range(20), *range(26, 72))]
ADD_MANAGER = sa.insert(employees).values(id=1, name="Анна", role="manager", timezone="Europe/Moscow", created_at=NOW)  # fmt: skip
ADD_ORDER = sa.insert(orders_table).values(
    {name: sa.bindparam(name) for name in ("client_id", "employee_id", "created_at", "day")}
)
KEEP = clients.patch("last_order_day", "order_gap")


async def lay(tx: Transaction) -> None:
    await tx.run(ADD_MANAGER)
    for name, days in (("Ромашка", SEASON), ("Вектор", [FIRST]), ("Новый", [])):
        client = await clients.add(tx, NewClient(1, name, NOW))
        rows = [{"client_id": client, "employee_id": 1, "created_at": NOW, "day": day} for day in days]
        await tx.run_many(ADD_ORDER, [*rows, *rows[:1], {**rows[0], "day": None}] if rows else [])
        await tx.run(KEEP, id_=client, last_order_day=days[-1] if days else None, order_gap=7 if len(days) > 2 else None)  # fmt: skip


async def in_base(url: str, work: Any) -> Any:
    database = open_database(url)
    try:
        async with database.transaction() as tx:
            return await work(tx)
    finally:
        await database.close()


async def read(tx: Transaction) -> list[tuple[Client | None, list[date]]]:
    return [
        (await clients.find(tx, number, [1]), await orders.order_days(tx, number, 280))
        for number in (1, 2, 3)
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_facts_of_those_known_come_from_their_orders(engine: str, tmp_path: Path) -> None:
    with fresh_database(engine, tmp_path) as url:
        asyncio.run(in_base(url, lay))
        command.downgrade(alembic_config(url), "0002")
        migrate(url)
        found = asyncio.run(in_base(url, read))
    season = found[0][0]
    for client, days in found:
        assert client is not None
        assert {name: getattr(client, name) for name in FACTS} == facts_of(days, Rules())
    assert (season.order_weekdays, season.quiet_until) == (1, SEASON[20] + timedelta(weeks=52))
