"""A Telegram of a few lines: it does as it is told and remembers what it was asked."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any

from bot.telegram import TelegramError

Json = dict[str, Any]
Answer = Exception | Any
BLOCKED = TelegramError(403, "Forbidden: bot was blocked by the user")
GONE = TelegramError(400, "Bad Request: message to edit not found")
SAME = TelegramError(400, "Bad Request: message is not modified: nothing new")


class FakeClock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


class FakeApi:
    """Answers each request with the next of what was ordered for its chat, else well.

    While `gate` is closed every request hangs, as with a slow line.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[str, Json]] = []
        self.files: list[tuple[str, bytes]] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self._ordered: dict[int, deque[Answer]] = {}
        self._news = asyncio.Event()
        self._message = 0

    def order(self, chat: int, *answers: Answer) -> None:
        self._ordered.setdefault(chat, deque()).extend(answers)

    @property
    def texts(self) -> list[str]:
        return [str(parameters.get("text", parameters.get("caption"))) for _, parameters in self.calls]

    @property
    def methods(self) -> list[str]:
        return [method for method, _ in self.calls]

    async def call(
        self,
        method: str,
        parameters: Json | None = None,
        *,
        file: tuple[str, bytes] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> Any:
        parameters = parameters or {}
        self.calls.append((method, parameters))
        if file is not None:
            self.files.append(file)
        self._news.set()
        await self.gate.wait()
        ordered = self._ordered.get(parameters.get("chat_id", 0))
        answer = ordered.popleft() if ordered else None
        if isinstance(answer, Exception):
            raise answer
        if answer is not None:
            return answer
        if "message_id" in parameters:
            return {"message_id": parameters["message_id"]}
        self._message += 1
        return {"message_id": self._message}

    async def download(self, file_id: str, limit: int) -> bytes:
        return b""

    async def until(self, true: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):
            while not true():
                self._news.clear()
                await self._news.wait()


async def breathe() -> None:
    """Everything that can go on now goes on."""
    for _ in range(20):
        await asyncio.sleep(0)
