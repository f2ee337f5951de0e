from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import structlog
from hypothesis import settings

from storage.database import Database, open_database
from tests.bases import ENGINES, fresh_database
from tests.office import Office

# How long an example takes says nothing on a shared machine: speed is measured in bench/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A conversation is measured on one engine, and every button by its own transcript: being watched takes twice as long."""
    for item in items:
        again = "[postgresql" in item.nodeid or "test_failure_matrix" in item.nodeid
        if "tests/conversations/" in item.nodeid and again:
            item.add_marker("no_cover")


@pytest.fixture(autouse=True)
def own_logs() -> Iterator[None]:
    """A command that sets the logs up writes to a stream of its own test only."""
    yield
    structlog.reset_defaults()


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with fresh_database(request.param, tmp_path) as url:
        yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = open_database(database_url)
    yield opened
    await opened.close()


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Office]:
    """An empty company, its owner at the door, on a Monday before nine."""
    opened = Office(database)
    async with opened.open():
        yield opened
