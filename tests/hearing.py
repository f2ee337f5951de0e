"""An engine that hears what is written in the recording: its bytes, as text."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.config import Config, Telegram, Voice
from bot.listening import Engine, NotHeardError
from bot.pacing import Limits
from tests.office import OWNER_ID

SILENCE = b" "
NOISE = b"\xff\xfe\xff"


class FakeEngine:
    """Remembers what it was given."""

    def __init__(self) -> None:
        self.heard: list[Path] = []

    def transcribe(self, path: Path) -> str:
        self.heard.append(path)
        return path.read_bytes().decode()


class FakeEars:
    """An engine without a process of its own. `meanwhile` happens once while it listens; it fails once with `failure`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.meanwhile: Callable[[], Awaitable[None]] | None = None
        self.failure: BaseException | None = None

    async def transcribe(self, path: Path) -> str:
        happens, self.meanwhile = self.meanwhile, None
        failure, self.failure = self.failure, None
        if happens is not None:
            await happens()
        if failure is not None:
            raise failure
        try:
            return await asyncio.to_thread(self._engine.transcribe, path)
        except ValueError as error:
            raise NotHeardError(type(error).__name__) from None

    async def close(self) -> None:
        """Nothing is held open."""


def with_engine(**voice: object) -> Config:
    """The settings of a company that has an engine."""
    return Config(
        telegram=Telegram(limits=Limits(0, 0, 0)),
        access={"owner_id": OWNER_ID},
        voice=Voice.model_validate({"engine": "faster-whisper", "model": "/models/ru", **voice}),
    )
