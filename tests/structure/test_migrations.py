"""The tables as they are described are the tables as they are migrated, on both engines."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine
from sqlalchemy.ext.asyncio import create_async_engine

import storage.tables  # noqa: F401 - every table is known once it is imported
from storage.columns import metadata
from storage.migrate import alembic_config, head_revision, migrate, sync_url
from tests.bases import ENGINES, fresh_database


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": False})
    return list(compare_metadata(context, metadata))


@pytest.mark.parametrize("engine", ENGINES)
def test_models_match_migrations(engine: str, tmp_path: Path) -> None:
    with fresh_database(engine, tmp_path) as url:
        if engine == "sqlite":
            with create_engine(sync_url(url)).connect() as connection:
                found = differences(connection)
        else:
            found = asyncio.run(_differences(url))
    assert found == []


async def _differences(url: str) -> list[Any]:
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        found = await connection.run_sync(differences)
    await engine.dispose()
    return found


def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/new/base.sqlite"
    migrate(url)
    migrate(url)
    assert head_revision() == "0034"


@pytest.mark.parametrize("engine", ENGINES)
def test_greetings_outlive_the_way_back_and_forth(engine: str, tmp_path: Path) -> None:
    """What was congratulated before companies were congratulated too is kept, and so is the first order of each client."""
    from alembic import command

    with fresh_database(engine, tmp_path) as url:
        config = alembic_config(url)
        command.downgrade(config, "0021")
        run(url, OLD_ROWS)
        command.upgrade(config, "head")
        after = run(url, [NEW_GREETINGS, FIRST_ORDERS])
        command.downgrade(config, "0021")
        before = run(url, [OLD_GREETINGS])
        command.upgrade(config, "head")
    assert after == [[(1, 1, "birthday", 2025, "warm:1,2,3")], [(1, "2025-03-04")]]
    assert before == [[(1, "birthday", 2025, "warm:1,2,3")]]


@pytest.mark.parametrize("engine", ENGINES)
def test_of_two_open_questions_about_a_thing_the_newer_one_stays(engine: str, tmp_path: Path) -> None:
    from alembic import command

    asked = [
        f"(1, 'week', 7, 1, {NOW}, NULL)",
        f"(2, 'week', 7, 1, {NOW}, NULL)",
        f"(3, 'gift', 7, 1, {NOW}, NULL)",
        f"(4, 'week', 7, 1, {NOW}, {NOW})",
    ]
    columns = "id, kind, ref_id, employee_id, asked_at, decided_at"
    with fresh_database(engine, tmp_path) as url:
        config = alembic_config(url)
        command.downgrade(config, "0033")
        run(url, [OLD_ROWS[0], f"INSERT INTO decisions ({columns}) VALUES {', '.join(asked)}"])
        command.upgrade(config, "head")
        assert run(url, ["SELECT id FROM decisions ORDER BY id"]) == [[(2,), (3,), (4,)]]


NOW = "'2025-03-01 06:00:00+00:00'"
OLD_ROWS = [
    (
        "INSERT INTO employees (id, telegram_id, name, role, language, timezone, created_at) "
        f"VALUES (1, 5, 'Анна', 'manager', 'ru', 'Europe/Moscow', {NOW})"
    ),
    f"INSERT INTO clients (id, manager_id, name, created_at) VALUES (1, 1, 'Ромашка', {NOW})",
    "INSERT INTO persons (id, client_id, name) VALUES (1, 1, 'Смирнова Ольга')",
    (
        "INSERT INTO greetings (person_id, occasion, year, variant, way, done_at, employee_id) "
        f"VALUES (1, 'birthday', 2025, 'warm:1,2,3', 'call', {NOW}, 1)"
    ),
    (
        "INSERT INTO orders (id, client_id, employee_id, status, created_at, day) "
        f"VALUES (1, 1, 1, 'closed', {NOW}, '2025-03-04'), (2, 1, 1, 'closed', {NOW}, '2025-05-04')"
    ),
]
NEW_GREETINGS = "SELECT client_id, person_id, occasion, year, variant FROM greetings"
OLD_GREETINGS = "SELECT person_id, occasion, year, variant FROM greetings"
FIRST_ORDERS = "SELECT id, CAST(first_order_day AS VARCHAR(10)) FROM clients"


def run(url: str, statements: list[str]) -> list[list[tuple[Any, ...]]]:
    """The rows of each statement that has any."""
    if url.startswith("sqlite"):
        with create_engine(sync_url(url)).begin() as connection:
            return _rows(connection, statements)
    return asyncio.run(_run(url, statements))


async def _run(url: str, statements: list[str]) -> list[list[tuple[Any, ...]]]:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        found = await connection.run_sync(_rows, statements)
    await engine.dispose()
    return found


def _rows(connection: Connection, statements: list[str]) -> list[list[tuple[Any, ...]]]:
    results = [connection.execute(sa.text(statement)) for statement in statements]
    return [[tuple(row) for row in result] for result in results if result.returns_rows]
