"""The queue of updates: numbered, kept until confirmed, handed out by long polling or to the webhook."""

import asyncio
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

from sandbox.errors import OTHER_GET_UPDATES, ApiError

Json = dict[str, Any]

# left out unless asked for by name (core.telegram.org/bots/api#getupdates)
_ON_DEMAND: Final = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(slots=True)
class Updates:
    next_id: int = 1
    allowed: frozenset[str] | None = None
    queue: deque[Json] = field(default_factory=deque)
    _waiting: set[asyncio.Event] = field(default_factory=set)
    _poll: object | None = None

    def push(self, kind: str, content: Json) -> Json | None:
        """Queue an update of this kind; None when the bot did not subscribe to it."""
        wanted = kind not in _ON_DEMAND if self.allowed is None else kind in self.allowed
        if not wanted:
            return None
        update = {"update_id": self.next_id, kind: content}
        self.next_id += 1
        self.queue.append(update)
        self.wake()
        return update

    def allow(self, kinds: Sequence[str] | None) -> None:
        """None leaves the earlier choice; an empty list returns to the usual kinds."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def confirm(self, offset: int) -> None:
        """Forget every update below `offset`; a negative one keeps only the last `-offset`."""
        if offset < 0:
            while len(self.queue) > -offset:
                self.queue.popleft()
        while self.queue and self.queue[0]["update_id"] < offset:
            self.queue.popleft()

    def take(self) -> list[Json]:
        """All that waits, confirmed at once: for a bot that lives in the same process."""
        taken = list(self.queue)
        self.queue.clear()
        return taken

    def drop(self) -> None:
        self.queue.clear()

    def wake(self) -> None:
        for event in self._waiting:
            event.set()

    @contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        """An event that is set at every change from now on."""
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            yield event
        finally:
            self._waiting.discard(event)

    async def _wait(self, seconds: float) -> None:
        with self.listening() as event, suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await event.wait()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """getUpdates: waits up to `seconds` for the first update. A newer poll ends an older one with 409."""
        self.confirm(offset)
        me = self._poll = object()
        self.wake()
        clock = asyncio.get_running_loop().time
        deadline = clock() + seconds
        while not self.queue and (left := deadline - clock()) > 0:
            await self._wait(left)
            if self._poll is not me:
                raise ApiError(409, OTHER_GET_UPDATES)
        return list(islice(self.queue, limit))
