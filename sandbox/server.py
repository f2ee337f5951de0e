"""The sandbox as a web server: Bot API, control, clock, page."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from aiohttp import web

from sandbox import bot_api, control
from sandbox.bot_api import TELEGRAM
from sandbox.clock import SandboxClock
from sandbox.control import CLOCK
from sandbox.telegram import Telegram
from sandbox.webhooks import webhook_context

_PAGE: Final = Path(__file__).parent / "page"
_PAGE_FILES: Final = (
    "app.js",
    "phone.js",
    "render.js",
    "dialogs.js",
    "dom.js",
    "words.js",
    "style.css",
    "chat.css",
    "icon.svg",
)
# the page runs its own script only, whatever a message says
_PAGE_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}
_MAX_REQUEST_BYTES: Final = 60 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A telephone on the page: `role` is the caption under the name."""

    id: int
    first_name: str
    last_name: str | None = None
    role: str = ""
    username: str | None = None


async def _on_page(_request: web.Request) -> web.FileResponse:
    return web.FileResponse(_PAGE / "index.html", headers=_PAGE_HEADERS)


async def _on_page_file(request: web.Request) -> web.FileResponse:
    return web.FileResponse(_PAGE / request.match_info["name"], headers=_PAGE_HEADERS)


def build_app(telegram: Telegram, clock: SandboxClock) -> web.Application:
    """The whole sandbox; several may live in one process."""
    app = web.Application(client_max_size=_MAX_REQUEST_BYTES, middlewares=[control.plain_errors])
    app[TELEGRAM] = telegram
    app[CLOCK] = clock
    bot_api.add_routes(app)
    control.add_routes(app)
    app.router.add_get("/", _on_page)
    app.router.add_get(f"/{{name:{'|'.join(_PAGE_FILES).replace('.', '[.]')}}}", _on_page_file)
    app.cleanup_ctx.append(webhook_context)
    return app


@asynccontextmanager
async def running(
    telegram: Telegram, clock: SandboxClock, *, host: str = "127.0.0.1", port: int = 0
) -> AsyncIterator[str]:
    """Serve while inside; the value is the address, e.g. `http://127.0.0.1:8085` (port 0 takes a free one)."""
    runner = web.AppRunner(build_app(telegram, clock), access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield f"http://{host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def serve(
    host: str,
    port: int,
    *,
    users: Sequence[DemoPerson],
    token: str = "42:sandbox",  # noqa: S107 - the sandbox's own, opens nothing
    username: str = "prozvon_bot",
    zone: str = "Europe/Moscow",
    start: datetime | None = None,
    ready: Callable[[str], None] = lambda _url: None,
    stop: asyncio.Event | None = None,
) -> None:
    """Run a sandbox with these people until `stop` is set (for ever when None); `ready` is told the address."""
    clock = SandboxClock(zone, start=start)
    telegram = Telegram(token, username=username, now=clock.now, validate=False)
    for one in users:
        telegram.user(one.id, one.first_name, one.last_name, one.username, role=one.role)
    async with running(telegram, clock, host=host, port=port) as url:
        ready(url)
        await (stop or asyncio.Event()).wait()
