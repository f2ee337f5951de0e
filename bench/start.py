"""How long the bot takes until it asks for its first update, and the memory it then holds.

`python -m bench.start`. Beside it, in the same run: a bare aiogram bot, which builds all of its models at import.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from aiohttp import web

from storage.migrate import migrate

PORT = 18573
ROUNDS = 5
ME = {"id": 42, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}


async def until_first_question(command: list[str], env: dict[str, str], port: int) -> tuple[float, float]:
    """(seconds until the first getUpdates, resident megabytes a second later)."""
    asked = asyncio.Event()

    async def handle(request: web.Request) -> web.Response:
        method = request.match_info["method"]
        await request.read()
        if method == "getUpdates":
            asked.set()
            await asyncio.sleep(0.3)
        return web.json_response(
            {"ok": True, "result": ME if method == "getMe" else [] if method == "getUpdates" else True}
        )

    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    started = time.perf_counter()
    bot = _start(command, env)
    await asyncio.wait_for(asked.wait(), 60)
    took = time.perf_counter() - started
    await asyncio.sleep(1)
    megabytes = _resident(bot.pid)
    bot.kill()
    bot.wait()
    await runner.cleanup()
    return took, megabytes


def _start(command: list[str], env: dict[str, str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)


def _resident(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        base = f"sqlite+aiosqlite:///{folder}/base.sqlite"
        migrate(base)
        port = PORT
        for name in ("prozvon", "bare aiogram"):
            results = []
            for _ in range(ROUNDS):
                port += 1
                env = os.environ | {
                    # as after any first start: what was compiled then is there
                    "PYTHONDONTWRITEBYTECODE": "",
                    "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
                    "BOT_TOKEN": "42:bench",
                    "PROZVON_TELEGRAM__API_URL": f"http://127.0.0.1:{port}",
                    "PROZVON_STORAGE__URL": base,
                }
                echo = [sys.executable, "-m", "bench.echo", f"http://127.0.0.1:{port}", "plain"]
                command = [sys.executable, "main.py"] if name == "prozvon" else echo
                results.append(asyncio.run(until_first_question(command, env, port)))
            seconds = statistics.median(one[0] for one in results)
            megabytes = statistics.median(one[1] for one in results)
            print(f"{name:13} ready in {seconds:.2f} s, {megabytes:.0f} MB")


if __name__ == "__main__":
    main()
