import gc
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import structlog
from hypothesis import is_hypothesis_test, settings

from storage.database import Database
from tests.bases import ENGINES, close_base, fresh_database, open_base
from tests.office import Office

# How long an example takes says nothing on a shared machine: speed is measured in bench/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


MEASURED_ELSEWHERE = (
    "test_failure_matrix", "test_access_matrix", "tests/gallery/", "test_lead_week", "hostile", "test_occasion_year", "tests/structure/", "tests/processes/",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What runs is measured once, for being watched takes twice as long.

    That is on one engine, but for storage; each button by its own transcript; a rule by examples, before its law; a reader by
    files that people send, before those that nobody should.
    """
    for item in items:
        other_engine = "postgresql" in item.nodeid and "tests/storage/" not in item.nodeid
        law = is_hypothesis_test(getattr(item, "obj", None))
        if other_engine or law or any(name in item.nodeid for name in MEASURED_ELSEWHERE):
            item.add_marker("no_cover")


def pytest_collection_finish() -> None:
    """What was collected stays for the whole run: looked through again and again it costs a tenth of it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


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
async def database(database_url: str, request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    opened = open_base(database_url)
    yield opened
    one_loop = request.config.getini("asyncio_default_test_loop_scope") == "session"
    await close_base(opened, one_loop=one_loop)


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Office]:
    """An empty company, its owner at the door, on a Monday before nine."""
    opened = Office(database)
    async with opened.open():
        yield opened
