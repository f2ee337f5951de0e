"""A company of any size, laid straight into the tables."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import sqlalchemy as sa

from storage.database import Database, open_database
from storage.migrate import migrate
from storage.tables import clients, employees, persons, teams

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def _insert(table: sa.Table, row: dict[str, Any]) -> sa.Insert:
    return sa.insert(table).values({name: sa.bindparam(name) for name in row})


def _client(number: int, manager: int) -> dict[str, Any]:
    """Varied by arithmetic, the same in each run."""
    overdue = (number * 7919) % 400_000 * 100 if number % 4 == 0 else 0
    return {
        "id": number,
        "manager_id": manager,
        "name": f"Клиент {number}",
        "created_at": NOW - timedelta(days=200),
        "phone": "+79161234567",
        "client_class": "ABC"[number % 3],
        "kind": "lead" if number % 9 == 0 else "client",
        "last_contact_day": TODAY - timedelta(days=number * 31 % 60),
        "last_order_day": TODAY - timedelta(days=number * 17 % 90),
        "order_gap": 10 + number % 30,
        "order_weekdays": number % 3,
        "quiet_until": TODAY + timedelta(days=20) if number % 10 == 0 else None,
        "activity_recent": 1 + number % 5 / 4,
        "activity_settled": 1 + number % 30 / 4,
        "debt": overdue * 2,
        "overdue": overdue,
        "overdue_since": TODAY - timedelta(days=number % 45 + 1) if overdue else None,
        "next_day": TODAY if number % 11 == 0 else None,
        "next_kind": "call" if number % 11 == 0 else None,
        "next_reason": "call_back" if number % 11 == 0 else None,
    }


def _rows(managers: int, each: int) -> Iterator[tuple[sa.Table, list[dict[str, Any]]]]:
    yield teams, [{"id": 1, "name": "Опт"}]
    staff = [
        {"id": n, "telegram_id": 1000 + n, "name": f"М{n}", "role": "manager", "team_id": 1, "timezone": "Europe/Moscow", "created_at": NOW}
        for n in range(1, managers + 1)
    ]  # fmt: skip
    yield employees, staff
    numbers = count(1)
    for manager in range(1, managers + 1):
        own = [_client(next(numbers), manager) for _ in range(each)]
        yield clients, own
        yield persons, [
            {"client_id": row["id"], "name": f"Смирнова Ольга {row['id']}", "role": "buyer", "phone": "+79161234568", "birth_day": row["id"] % 28 + 1, "birth_month": row["id"] % 12 + 1}
            for row in own
        ]  # fmt: skip


async def lay(url: str, managers: int, each: int = 100) -> Database:
    """An open database with so many managers and clients of each."""
    migrate(url)
    database = open_database(url)
    async with database.transaction() as tx:
        for table, rows in _rows(managers, each):
            await tx.run_many(_insert(table, rows[0]), rows)
    return database
