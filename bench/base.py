"""A company of any size, laid straight into the tables."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import sqlalchemy as sa

from storage.database import Database, open_database
from storage.migrate import migrate
from storage.tables import call_list, clients, employees, persons, teams
from storage.visit_tables import visits

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)
LISTED = 36


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
        "phone": f"+7916{number:07}",
        "contract_ends": TODAY + timedelta(days=number % 60 - 10) if number % 6 == 0 else None,
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


def _buyer(number: int) -> dict[str, Any]:
    """Of twenty clients in a row three have the same buyer: the number says so."""
    shared = number - number % 20 if number % 20 < 3 else number
    return {
        "client_id": number,
        "name": f"Смирнова Ольга {shared}",
        "role": "buyer",
        "phone": f"+7926{shared:07}",
        "birth_day": number % 28 + 1,
        "birth_month": number % 12 + 1,
    }


def _left_line(position: int, manager: int, client: int) -> dict[str, Any]:
    """Of Friday's list a third was left, a part of that from Thursday on."""
    return {
        "employee_id": manager,
        "day": FRIDAY,
        "position": position,
        "client_id": client,
        "reasons": [{"kind": "stay_in_touch", "days": 30, "norm": 30}],
        "since": FRIDAY - timedelta(days=position % 2),
        "state": "waiting" if position % 3 == 0 else "done",
    }


def _visit(manager: int, client: int) -> dict[str, Any]:
    return {"client_id": client, "employee_id": manager, "day": TODAY + timedelta(days=client % 5)}


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
        yield persons, [_buyer(row["id"]) for row in own]
        yield (
            call_list,
            [_left_line(at, manager, row["id"]) for at, row in enumerate(own[: 2 * LISTED : 2], 1)],
        )
        yield visits, [_visit(manager, row["id"]) for row in own[1::10]]


async def lay(url: str, managers: int, each: int = 100) -> Database:
    """An open database with so many managers and clients of each."""
    migrate(url)
    database = open_database(url)
    async with database.transaction() as tx:
        for table, rows in _rows(managers, each):
            await tx.run_many(_insert(table, rows[0]), rows)
    return database
