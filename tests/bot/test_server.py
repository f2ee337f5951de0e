"""`/health`, `/metrics` and the webhook, over HTTP."""

from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.server import SECRET_HEADER, WEBHOOK_PATH, build_server
from tests.bot.test_turns import Stubborn, written
from tests.office import Office

SECRET = {SECRET_HEADER: "тайна".encode().hex()}
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def http(office: Office) -> AsyncIterator[TestClient]:  # type: ignore[type-arg]
    async with TestClient(TestServer(build_server(office.app, secret=SECRET[SECRET_HEADER]))) as client:
        yield client


async def test_health_says_how_much_waits(http: TestClient) -> None:  # type: ignore[type-arg]
    response = await http.get("/health")
    assert response.status == 200
    assert await response.json() == {"status": "ok", "outbox": 0}


async def test_metrics_are_prometheus_text(http: TestClient, office: Office) -> None:  # type: ignore[type-arg]
    await office.owner()
    text = await (await http.get("/metrics")).text()
    assert "prozvon_updates_total 1.0" in text
    assert "prozvon_outbox 0.0" in text


async def test_the_webhook_answers_200_and_the_turn_is_done_by_then(http: TestClient, office: Office) -> None:  # type: ignore[type-arg]
    office.phone("Олег", 1)
    for _ in range(2):
        response = await http.post(WEBHOOK_PATH, json=written(1001, "/start", 1), headers=SECRET)
        assert response.status == 200
    assert office.app.metrics.updates._value.get() == 1
    assert office.app.metrics.repeated._value.get() == 1
    assert (await office.actor(office.phones[1])).name == "О"


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "guess"}])
async def test_without_the_secret_nothing_is_read(
    http: TestClient,  # type: ignore[type-arg]
    office: Office,
    headers: dict[str, str],
) -> None:
    response = await http.post(WEBHOOK_PATH, json=written(1001, "/start"), headers=headers)
    assert response.status == 403
    assert office.app.metrics.updates._value.get() == 0


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"{}", b'{"update_id": "1"}', b"\xff\xfe"])
async def test_what_is_no_update_is_refused(http: TestClient, body: bytes) -> None:  # type: ignore[type-arg]
    response = await http.post(WEBHOOK_PATH, data=body, headers=SECRET)
    assert response.status == 400


async def test_what_was_not_committed_is_not_acknowledged(office: Office) -> None:
    stubborn = Stubborn(office.database, failures=1)
    office.app.turns.database = stubborn
    server = build_server(office.app, secret=SECRET[SECRET_HEADER])
    async with TestClient(TestServer(server)) as http:
        statuses = [
            (await http.post(WEBHOOK_PATH, json=written(1001, "/start", 1), headers=SECRET)).status
            for _ in range(2)
        ]
    assert statuses == [500, 200]


async def test_without_a_secret_there_is_no_webhook(office: Office) -> None:
    async with TestClient(TestServer(build_server(office.app))) as http:
        assert (await http.post(WEBHOOK_PATH, json={"update_id": 1})).status == 404
