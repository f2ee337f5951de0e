"""Pictures and files for messages: a child process makes them, so that neither its second nor its memory is the bot's.

The child is begun by the first of them, kept while more are wanted, and ends by itself when none was for a while.
"""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

import structlog

from bot.children import NICER, ROOT, environment

PATIENCE_SECONDS = 20.0
IDLE_SECONDS = 30
LENGTH_BYTES = 4
FILE_NAME = "chart.png"
log = structlog.get_logger()


class Artist(Protocol):
    """Makes beside the loop what `exchange.drawing` can make."""

    async def draw(self, asked: dict[str, Any]) -> bytes: ...

    async def close(self) -> None: ...


class NotDrawnError(Exception):
    """It could not be made, or took too long: the words of a picture go without it."""


# --- the child ----------------------------------------------------------------------------------------------------


def serve(
    draw: Callable[[dict[str, Any]], bytes], asked: Iterable[str], answer: Callable[[bytes], object]
) -> None:
    """Lines of JSON in; out, four bytes of length and so many of a file, none where it could not be made."""
    for line in asked:
        try:
            made = draw(json.loads(line))
        except Exception as error:  # noqa: BLE001 - one file that cannot be made must not end the child
            sys.stderr.write(f"not drawn: {error!r}\n")
            made = b""
        answer(len(made).to_bytes(LENGTH_BYTES, "big") + made)


def serve_process(draw: Callable[[dict[str, Any]], bytes]) -> None:
    """As a process: what libraries print goes to the log, not among the answers."""
    os.nice(NICER)
    with os.fdopen(os.dup(1), "wb", buffering=0) as out:
        os.dup2(2, 1)
        serve(draw, _until_idle(sys.stdin), out.write)


def _until_idle(lines: Iterable[str]) -> Iterable[str]:
    """An alarm that nobody handles ends a process that is asked for nothing more."""
    for line in lines:
        signal.alarm(0)
        yield line
        signal.alarm(IDLE_SECONDS)


# --- this end of the pipe -----------------------------------------------------------------------------------------


class Painter:
    """The child as an artist, one picture at a time. `patience` in seconds."""

    def __init__(
        self,
        command: Sequence[str] = (sys.executable, "-m", "bot.drawing"),
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._command = command
        self._patience = patience
        self._child: Process | None = None
        self._one_at_a_time = asyncio.Lock()

    async def draw(self, asked: dict[str, Any]) -> bytes:
        """The file of what is asked, as `exchange.drawing` knows it. Raises `NotDrawnError`."""
        async with self._one_at_a_time:
            kept = self._child is not None and self._child.returncode is None
            made = await self._in_time(asked)
            if made is None and kept:  # it had ended while nobody drew
                made = await self._in_time(asked)
        if not made:
            raise NotDrawnError("the drawing process died" if made is None else "it cannot be drawn")
        return made

    async def _in_time(self, asked: dict[str, Any]) -> bytes | None:
        """None where the child died over it."""
        try:
            async with asyncio.timeout(self._patience):
                return await self._ask(await self._running(), asked)
        except (asyncio.IncompleteReadError, ConnectionError):
            await self._end()
            return None
        except (TimeoutError, OSError) as error:
            await self._end()
            raise NotDrawnError(type(error).__name__) from None
        except asyncio.CancelledError:
            await self._end()
            raise

    async def _running(self) -> Process:
        if self._child is None or self._child.returncode is not None:
            self._child = await asyncio.create_subprocess_exec(
                *self._command, stdin=PIPE, stdout=PIPE, cwd=ROOT, env=environment()
            )
            log.info("drawing_started", process=self._child.pid)
        return self._child

    async def _ask(self, child: Process, asked: dict[str, Any]) -> bytes:
        assert child.stdin is not None
        assert child.stdout is not None
        line = await asyncio.to_thread(json.dumps, asked)  # a table of a whole company is megabytes
        child.stdin.write(line.encode() + b"\n")
        await child.stdin.drain()
        length = int.from_bytes(await child.stdout.readexactly(LENGTH_BYTES), "big")
        return await child.stdout.readexactly(length)

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None and child.returncode is None:
            child.kill()
            await child.wait()

    async def close(self) -> None:
        await self._end()


Built = tuple[str, bytes | dict[str, Any]]


async def build_picture(artist: Artist, chart: dict[str, Any]) -> tuple[str, bytes] | None:
    """The picture as a file; None, said in the log, where there is none."""
    return await build_drawn(artist, (FILE_NAME, chart))


async def build_drawn(artist: Artist, built: Built | None) -> tuple[str, bytes] | None:
    """A file with its bytes, drawn first where only what is asked for it is known."""
    if built is None:
        return None
    name, body = built
    try:
        return name, body if isinstance(body, bytes) else await artist.draw(body)
    except NotDrawnError as error:
        log.warning("picture_not_drawn", file=name, reason=str(error))
        return None


if __name__ == "__main__":
    from exchange.drawing import draw

    serve_process(draw)
