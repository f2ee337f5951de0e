"""The tables as they are described are the tables as they are migrated, on both engines."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine
from sqlalchemy.ext.asyncio import create_async_engine

import storage.tables  # noqa: F401 - every table is known once it is imported
from storage.columns import metadata
from storage.migrate import head_revision, migrate, sync_url
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
    assert head_revision() == "0025"
