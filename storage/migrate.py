"""Brings a database to the current revision; costs one small read where it is there already."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy.engine import make_url

MIGRATIONS = Path(__file__).parent / "migrations"


def head_revision() -> str:
    """Revisions are numbered files, so the newest is known without reading them."""
    return max(path.stem for path in (MIGRATIONS / "versions").glob("[0-9]*.py")).partition("_")[0]


def sync_url(url: str) -> str:
    """The same database for Alembic, which works without an event loop."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return parsed.set(drivername="sqlite").render_as_string(hide_password=False)
    return parsed.set(drivername="postgresql+asyncpg").render_as_string(hide_password=False)


def migrate(url: str) -> None:
    """Creates the file, its folder and every table where there is none yet."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        if _sqlite_revision(parsed.database) == head_revision():
            return
    from alembic import command

    command.upgrade(alembic_config(url), "head")


def alembic_config(url: str) -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = sync_url(url)
    return config


def _sqlite_revision(path: str) -> str | None:
    try:
        connection = sqlite3.connect(path)
        try:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        finally:
            connection.close()
    except sqlite3.OperationalError:
        return None
    return str(row[0]) if row else None
