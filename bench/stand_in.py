"""The least Bot API that a bot can work against, fast enough never to be what is measured. Run as a process of its own."""

import asyncio
import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web

CHAT = {"id": 1, "type": "private", "first_name": "a"}
ME = {"id": 42, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}


@dataclass
class StandIn:
    """Hands out `updates`, counts what comes back; `delay` seconds each way."""

    updates: list[dict[str, Any]]
    expected: int
    delay: float
    started: float = 0.0
    answered: int = 0
    by_method: dict[str, int] = field(default_factory=dict)
    finished: asyncio.Event = field(default_factory=asyncio.Event)
    took: float = 0.0

    async def handle(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        raw = await request.read()
        if self.delay:
            await asyncio.sleep(2 * self.delay)
        if method == "getUpdates":
            result: Any = await self.batch(raw)
        elif method == "getMe":
            result = ME
        elif method in {"sendMessage", "editMessageText"}:
            result = {"message_id": 7, "date": 0, "chat": CHAT, "text": "x"}
            self.count(method)
        else:
            result = True
        return web.Response(body=json.dumps({"ok": True, "result": result}), content_type="application/json")

    def count(self, method: str) -> None:
        self.answered += 1
        self.by_method[method] = self.by_method.get(method, 0) + 1
        if self.answered == self.expected:
            self.took = time.perf_counter() - self.started
            self.finished.set()

    async def batch(self, raw: bytes) -> list[dict[str, Any]]:
        text = raw.decode(errors="replace")
        offset = (json.loads(text).get("offset") or 0) if text.startswith("{") else _form_offset(text)
        if not self.started and self.updates:
            self.started = time.perf_counter()
        waiting = [update for update in self.updates if update["update_id"] >= offset][:100]
        if not waiting:
            await asyncio.sleep(0.2)
        return waiting


def _form_offset(text: str) -> int:
    """aiogram sends a multipart form."""
    _, found, tail = text.partition('name="offset"')
    return int(tail.split()[0]) if found and tail.split()[0].isdigit() else 0


async def main(updates: list[dict[str, Any]], port: int, expected: int, delay: float) -> None:
    stand_in = StandIn(updates, expected, delay)
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", stand_in.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    print("listening", flush=True)
    await stand_in.finished.wait()
    print(json.dumps({"took": stand_in.took, "by_method": stand_in.by_method}), flush=True)
    await asyncio.sleep(0.3)


if __name__ == "__main__":
    asyncio.run(
        main(
            json.loads(Path(sys.argv[1]).read_text()), int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
        )
    )
