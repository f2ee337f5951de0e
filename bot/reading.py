"""A dropped file is read by a child process that ends with it: its memory goes with it, whatever was inside.

A small file is read in a thread, in less time than a process takes to begin.
"""

import asyncio
import json
import os
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, BinaryIO

from bot.children import NICER, ROOT, environment
from domain.imports import ImportKind
from exchange.errors import FileRefusedError
from exchange.sheet import Limits
from usecases.import_packing import LONG, pack
from usecases.import_reading import Layouts, Progress, Read, read_file

SMALL_BYTES = 100_000
PATIENCE_SECONDS = 120.0
TELL_SECONDS = 0.5
LENGTH_BYTES = 4
LONGEST_LINE = 64 * 1024 * 1024
CHUNK = 64 * 1024
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A file to be read; `today` and `layouts` as `read_file` takes them."""

    name: str
    today: date
    limits: Limits
    wanted: ImportKind | None
    layouts: Layouts


class NotReadError(Exception):
    """The process that read the file died over it, or took too long."""


async def read_beside(asked: Asked, data: bytes, progress: Progress) -> list[Read]:
    """The plans of long files packed. Raises `FileRefusedError`, `NotReadError`; `progress` is called from anywhere."""
    if len(data) <= SMALL_BYTES:
        return await asyncio.to_thread(_read, asked, data, progress)
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.reading", stdin=PIPE, stdout=PIPE, cwd=ROOT, env=environment(),
        limit=LONGEST_LINE,
    )  # fmt: skip
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await _ask(child, asked, data, progress)
    except TimeoutError:
        raise NotReadError("too long") from None
    finally:
        with suppress(ProcessLookupError):
            child.kill()
        await child.wait()


def _read(asked: Asked, data: bytes, progress: Progress) -> list[Read]:
    found = read_file(
        asked.name, data, asked.today, asked.limits, asked.wanted, layouts=asked.layouts, progress=progress
    )
    return [
        replace(read, plan=pack(read.plan)) if len(read.plan.get("rows", ())) > LONG else read
        for read in found
    ]


async def _ask(child: Process, asked: Asked, data: bytes, progress: Progress) -> list[Read]:
    assert child.stdin is not None
    assert child.stdout is not None
    head = json.dumps(_as_json(asked)).encode()
    with suppress(ConnectionError):  # one that has died already says nothing below
        child.stdin.write(len(head).to_bytes(LENGTH_BYTES, "big") + head)
        for start in range(0, len(data), CHUNK):
            child.stdin.write(data[start : start + CHUNK])
            await child.stdin.drain()
        child.stdin.close()
    while line := await child.stdout.readline():
        told: Json = await asyncio.to_thread(json.loads, line)
        if "done" in told:
            progress(told["done"], told["total"])
        elif "refused" in told:
            raise _refusal(told["refused"], told["facts"])
        else:
            return [_read_of(one) for one in told["reads"]]
    raise NotReadError("it died")


# --- both ways over the pipe --------------------------------------------------------------------------------------


def _as_json(asked: Asked) -> Json:
    layouts = {signature: list(roles.items()) for signature, roles in asked.layouts.items()}
    return asdict(replace(asked, layouts={})) | {"today": asked.today.isoformat(), "layouts": layouts}


def _asked_of(found: Json) -> Asked:
    layouts = {signature: dict(roles) for signature, roles in found["layouts"].items()}
    wanted = ImportKind(found["wanted"]) if found["wanted"] else None
    return Asked(
        found["name"], date.fromisoformat(found["today"]), Limits(**found["limits"]), wanted, layouts
    )


def _read_of(found: Json) -> Read:
    as_of = date.fromisoformat(found["as_of"]) if found["as_of"] else None
    return Read(ImportKind(found["kind"]), found["plan"], as_of, shapeless=found["shapeless"])


def _refusal(code: str, facts: Json) -> FileRefusedError:
    kinds = {kind.code: kind for kind in FileRefusedError.__subclasses__()}
    return kinds.get(code, FileRefusedError)(**facts)


# --- the child ----------------------------------------------------------------------------------------------------


def serve(source: BinaryIO, answer: Callable[[bytes], object]) -> None:
    """One file in; out, lines of JSON: how far it is read, then what was read or why it is refused."""
    length = int.from_bytes(source.read(LENGTH_BYTES), "big")
    asked = _asked_of(json.loads(source.read(length)))
    told = time.monotonic()

    def say(found: Json) -> None:
        answer(json.dumps(found, ensure_ascii=False).encode() + b"\n")

    def progress(done: int, total: int) -> None:
        nonlocal told
        if time.monotonic() - told >= TELL_SECONDS:
            told = time.monotonic()
            say({"done": done, "total": total})

    try:
        found = _read(asked, source.read(), progress)
    except FileRefusedError as error:
        say({"refused": error.code, "facts": dict(error.facts)})
        return
    say({"reads": [{"kind": one.kind, "as_of": one.as_of and one.as_of.isoformat(), "plan": one.plan, "shapeless": one.shapeless} for one in found]})  # fmt: skip


def serve_process() -> None:
    """As a process: what libraries print goes to the log, not among the answers."""
    os.nice(NICER)
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)

        def answer(line: bytes) -> None:
            out.write(line)
            out.flush()

        serve(sys.stdin.buffer, answer)


if __name__ == "__main__":
    serve_process()
