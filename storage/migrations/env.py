"""Alembic's entry: the same revisions on both engines."""

import asyncio
import threading
from typing import Literal

from alembic import context
from sqlalchemy import Connection, create_engine
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.types import TypeDecorator

import storage.tables  # noqa: F401 - every table is known once it is imported
from storage.columns import metadata


def render_item(kind: str, item: object, _: object) -> str | Literal[False]:
    """Revisions name plain column types, so that they stay true when ours change."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_item=render_item,
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


async def run_async(url: str) -> None:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(run)
    await engine.dispose()


url: str = context.config.attributes["url"]
if url.startswith("sqlite"):
    with create_engine(url).begin() as connection:
        run(connection)
else:  # asyncpg wants a loop, and the caller's may be running
    failures: list[BaseException] = []

    def in_own_loop() -> None:
        try:
            asyncio.run(run_async(url))
        except BaseException as error:  # noqa: BLE001 - handed to the caller's thread
            failures.append(error)

    thread = threading.Thread(target=in_own_loop)
    thread.start()
    thread.join()
    if failures:
        raise failures[0]
