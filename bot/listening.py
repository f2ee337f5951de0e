"""From a voice message to text: the engine, and the process of its own in which it listens.

A model takes seconds of a processor and a gigabyte of memory. In a child process it can neither stall the loop that
answers everybody nor take the bot along when it dies; the child ends when this end of its pipe does.
"""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import structlog

from bot.children import NICER, ROOT, environment
from bot.config import Voice

PATIENCE_SECONDS = 240.0
PARTS = ("model.bin", "config.json", "tokenizer.json")
log = structlog.get_logger()


class Engine(Protocol):
    """`transcribe` gives what is said in a recording; empty where nothing is. It may raise anything."""

    def transcribe(self, path: Path) -> str: ...


class Ears(Protocol):
    """An engine as the bot uses it: beside the loop, one recording at a time."""

    async def transcribe(self, path: Path) -> str: ...

    async def close(self) -> None: ...


class EngineError(Exception):
    """The engine of the configuration cannot work here: the text says what is missing."""


class NotHeardError(Exception):
    """The engine failed at this recording, or took too long."""


def check_engine(settings: Voice) -> None:
    """Without loading it. Raises `EngineError` where the package or a part of the model is not there."""
    if not settings.engine:
        return
    if find_spec("faster_whisper") is None:
        raise EngineError("the package faster-whisper is not installed: docs/ru/owner.md says how")
    check_model(Path(settings.model))


def check_model(folder: Path) -> None:
    """The package would ask the network for what it misses: nothing may be missing. Raises `EngineError`."""
    if not folder.is_dir():
        raise EngineError(f"no model at {folder}: it must be a folder")
    missing = [part for part in PARTS if not (folder / part).is_file()]
    if missing:
        raise EngineError(f"the model at {folder} has no {', '.join(missing)}")


class FasterWhisper:
    """faster-whisper over a model in a folder. Raises `EngineError` where it cannot be loaded."""

    def __init__(self, model: Path, language: str) -> None:
        check_model(model)
        try:
            from faster_whisper import WhisperModel  # type: ignore[import-not-found,unused-ignore]
        except ImportError as error:
            raise EngineError(f"the package faster-whisper cannot be imported: {error}") from error
        try:
            self._model: Any = WhisperModel(
                str(model), device="cpu", compute_type="int8", local_files_only=True
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise EngineError(f"the model at {model} cannot be loaded: {error}") from error
        self._language = language

    def transcribe(self, path: Path) -> str:
        segments, _ = self._model.transcribe(
            str(path), language=self._language or None, vad_filter=True, condition_on_previous_text=False
        )
        return " ".join(segment.text.strip() for segment in segments).strip()


# --- the child ----------------------------------------------------------------------------------------------------


def serve(engine: Engine, asked: Iterable[str], answer: Callable[[str], object]) -> None:
    """Lines of JSON, a path in, a text out; ends where `asked` does."""
    for line in asked:
        try:
            found = {"text": engine.transcribe(Path(json.loads(line)["path"]))}
        except Exception as error:  # noqa: BLE001 - one recording that cannot be heard must not end the child
            found = {"error": repr(error)}
        answer(json.dumps(found) + "\n")


def serve_process(make: Callable[[], Engine]) -> None:
    """As a process: what libraries print goes to the log, not among the answers."""
    os.nice(NICER)
    with os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1) as out:
        os.dup2(2, 1)
        serve(make(), sys.stdin, out.write)


# --- this end of the pipe -----------------------------------------------------------------------------------------


class Listener:
    """The child as ears: begun with the first recording, and anew where it has died. `patience` in seconds."""

    def __init__(self, command: Sequence[str], patience: float = PATIENCE_SECONDS) -> None:
        self._command = command
        self._patience = patience
        self._child: Process | None = None
        self._one_at_a_time = asyncio.Lock()

    async def transcribe(self, path: Path) -> str:
        """Raises `NotHeardError`."""
        async with self._one_at_a_time:
            child = await self._running()
            try:
                async with asyncio.timeout(self._patience):
                    line = await self._ask(child, path)
            except (TimeoutError, OSError) as error:
                await self._end()
                raise NotHeardError(type(error).__name__) from None
            except asyncio.CancelledError:
                await self._end()
                raise
        if not line:
            raise NotHeardError("the listening process died")
        found = json.loads(line)
        if "text" not in found:
            raise NotHeardError(found["error"])
        return str(found["text"])

    async def _running(self) -> Process:
        if self._child is None or self._child.returncode is not None:
            self._child = await asyncio.create_subprocess_exec(
                *self._command, stdin=PIPE, stdout=PIPE, cwd=ROOT, env=environment()
            )
            log.info("listening_started", process=self._child.pid)
        return self._child

    async def _ask(self, child: Process, path: Path) -> bytes:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps({"path": str(path)}).encode() + b"\n")
        await child.stdin.drain()
        line = await child.stdout.readline()
        if not line:
            await child.wait()
        return line

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None and child.returncode is None:
            child.kill()
            await child.wait()

    async def close(self) -> None:
        await self._end()


def ears_of(settings: Voice) -> Ears | None:
    """None where the company has set no engine."""
    if not settings.engine:
        return None
    return Listener([sys.executable, "-m", "bot.listening", settings.model, settings.language])


if __name__ == "__main__":
    serve_process(lambda: FasterWhisper(Path(sys.argv[1]), sys.argv[2]))
