from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from storage.database import Database, open_database
from tests.bases import fresh_database


@pytest.fixture
def sqlite_url(tmp_path: Path) -> Iterator[str]:
    with fresh_database("sqlite", tmp_path) as url:
        yield url


@pytest.fixture
async def base(sqlite_url: str) -> AsyncIterator[Database]:
    """A file of its own, for what does not depend on the engine."""
    opened = open_database(sqlite_url)
    yield opened
    await opened.close()
