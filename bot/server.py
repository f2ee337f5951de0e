"""`GET /health`, `GET /metrics` and the webhook, on `server.listen`."""

import hmac
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import structlog
from aiohttp import web
from prometheus_client import generate_latest

from bot.app import App
from storage import outbox

log = structlog.get_logger()
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
WEBHOOK_PATH = "/webhook"
Run = Callable[[Sequence[dict[str, Any]]], Awaitable[None]]


def build_server(app: App, *, secret: str = "") -> web.Application:
    """Without `secret` there is no webhook. A webhook request is answered 200 only after its turn is committed."""

    async def health(_: web.Request) -> web.Response:
        async with app.database.transaction() as tx:
            waiting = await tx.value(outbox.COUNT)
        return web.json_response({"status": "ok", "outbox": waiting})

    async def metrics(_: web.Request) -> web.Response:
        app.metrics.outbox.set(app.sender.waiting)
        return web.Response(body=generate_latest(app.metrics.registry), content_type="text/plain")

    async def webhook(request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, ""), secret):
            return web.Response(status=403)
        try:
            update = await request.json()
        except ValueError:
            return web.Response(status=400)
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            return web.Response(status=400)
        await app.turns.run([update])
        return web.Response()

    server = web.Application(client_max_size=4 * 2**20)
    server.router.add_get("/health", health)
    server.router.add_get("/metrics", metrics)
    if secret:
        server.router.add_post(WEBHOOK_PATH, webhook)
    return server
