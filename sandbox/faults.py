"""Trouble to order: what a network and a busy Telegram do to a bot."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sandbox.errors import ApiError, ConnectionDroppedError, too_many_requests

_DESCRIPTIONS = {
    400: "Bad Request: injected fault",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


@dataclass(slots=True)
class Fault:
    """One kind of trouble, `times` more calls long."""

    method: str | None
    chat_id: int | None
    error: int | None
    retry_after: int | None
    description: str | None
    drop: Literal["before", "after"] | None
    delay: float
    times: int

    def meets(self, method: str, params: Mapping[str, Any]) -> bool:
        if self.method is not None and self.method.lower() != method.lower():
            return False
        return self.chat_id is None or str(params.get("chat_id")) == str(self.chat_id)

    async def before(self) -> None:
        """Raises what the caller sees when the request is never carried out."""
        if self.delay:
            await asyncio.sleep(self.delay)
        if self.error == 429:
            raise too_many_requests(self.retry_after or 1)
        if self.error is not None:
            raise ApiError(
                self.error, self.description or _DESCRIPTIONS.get(self.error, "Internal Server Error")
            )
        if self.drop == "before":
            raise ConnectionDroppedError

    def after(self) -> None:
        if self.drop == "after":
            raise ConnectionDroppedError


@dataclass(slots=True)
class Faults:
    """The troubles that wait; the oldest fitting one is used first."""

    waiting: list[Fault] = field(default_factory=list)

    def add(
        self,
        method: str | None = None,
        *,
        chat_id: int | None = None,
        error: int | None = None,
        retry_after: int | None = None,
        description: str | None = None,
        drop: Literal["before", "after"] | None = None,
        delay: float = 0.0,
        times: int = 1,
    ) -> Fault:
        """Break the next `times` calls of `method` (any, when None) to `chat_id` (any, when None).

        `error` is an HTTP status (with `retry_after` seconds for 429); `drop` cuts the line before the request
        is carried out or after it, before the answer; `delay` seconds pass first.
        """
        fault = Fault(method, chat_id, error, retry_after, description, drop, delay, times)
        self.waiting.append(fault)
        return fault

    def clear(self) -> None:
        self.waiting.clear()

    def take(self, method: str, params: Mapping[str, Any]) -> Fault | None:
        for fault in self.waiting:
            if fault.meets(method, params):
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return None
