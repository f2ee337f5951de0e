"""The real bot as a process of its own, against a sandbox served over HTTP."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def environment(sandbox: str, database_url: str, **more: str) -> dict[str, str]:
    return {
        **os.environ,
        "BOT_TOKEN": "42:sandbox",
        "PROZVON_TELEGRAM__API_URL": sandbox,
        "PROZVON_STORAGE__URL": database_url,
        "PROZVON_ACCESS__OWNER_ID": "1",
        "PROZVON_TELEGRAM__LIMITS": '{"overall": 0, "per_chat": 0, "per_group": 0}',
        "PROZVON_LOG__LEVEL": "warning",
        **more,
    }


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


async def start_bot(env: dict[str, str], log: Path) -> Process:
    with log.open("ab") as errors:
        return await asyncio.create_subprocess_exec(
            sys.executable, "main.py", cwd=ROOT, env=env, stdout=errors, stderr=errors
        )


async def kill(process: Process) -> None:
    """`kill -9`: no handler runs, nothing is tidied."""
    process.kill()
    await process.wait()


@asynccontextmanager
async def running_bot(env: dict[str, str], log: Path) -> AsyncIterator[Process]:
    """Stopped politely at the end, and expected to stop well."""
    process = await start_bot(env, log)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(20):
                await process.wait()
