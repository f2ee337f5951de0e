"""When a chat may next be written to: Telegram's limits as arithmetic, no waiting in here.

Figures of the Bot API's FAQ: 30 messages a second over all, 1 a second in a chat with short bursts, 20 a minute in a group.
"""

import heapq
from collections import deque
from dataclasses import dataclass, field

from storage.outbox import Lane, Outgoing

MARGIN = 1.03
LATENESS = MARGIN - 1  # seconds a late message may be made up for: with them the margin is spent, and no more


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages: `overall` and `per_chat` a second, `per_group` a minute; 0 is without limit. `burst` messages at once."""

    overall: float = 30
    per_chat: float = 1
    per_group: float = 20
    burst: int = 3


@dataclass(slots=True)
class ChatQueue:
    """One chat's messages in their order. `free_at` is when all it was sent would have gone at the even pace."""

    rows: deque[Outgoing] = field(default_factory=deque)
    free_at: float = 0
    paused_until: float = 0
    failures: int = 0
    busy: bool = False
    queued: bool = False
    replies: int = 0

    @property
    def lane(self) -> Lane:
        """A reply waiting behind a push lends the push its haste."""
        return Lane.REPLY if self.replies else Lane.PUSH


class Pacer:
    """Which chat's next message may go now: replies before pushes, each chat in order, evenly over all.

    Times are seconds of one monotonic clock, given by the caller.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._interval = MARGIN / limits.overall if limits.overall else 0.0
        self._chats: dict[int, ChatQueue] = {}
        self._later: list[tuple[float, int]] = []
        self._ready: dict[Lane, deque[int]] = {Lane.REPLY: deque(), Lane.PUSH: deque()}
        self._next_slot = 0.0
        self.waiting = 0

    def add(self, row: Outgoing) -> None:
        chat = self._chats.setdefault(row.chat_id, ChatQueue())
        chat.rows.append(row)
        self.waiting += 1
        if row.lane == Lane.REPLY:
            chat.replies += 1
            if chat.replies == 1 and chat.queued:
                self._ready[Lane.REPLY].append(row.chat_id)
        self._queue(row.chat_id, chat)

    def _queue(self, chat_id: int, chat: ChatQueue) -> None:
        if chat.rows and not chat.busy and not chat.queued:
            chat.queued = True
            heapq.heappush(self._later, (self._may_go(chat_id, chat), chat_id))

    def _spacing(self, chat_id: int) -> float:
        if chat_id < 0:
            return 60 / self._limits.per_group if self._limits.per_group else 0.0
        return 1 / self._limits.per_chat if self._limits.per_chat else 0.0

    def _may_go(self, chat_id: int, chat: ChatQueue) -> float:
        return max(chat.paused_until, chat.free_at - self._spacing(chat_id) * (self._limits.burst - 1))

    def next_at(self, now: float) -> float | None:
        """When to ask `take` next; None while nothing waits."""
        self._release(now)
        if any(self._ready.values()):
            return max(now, self._next_slot)
        return max(self._later[0][0], self._next_slot) if self._later else None

    def _release(self, now: float) -> None:
        while self._later and self._later[0][0] <= now:
            _, chat_id = heapq.heappop(self._later)
            chat = self._chats.get(chat_id)
            if chat is None:
                continue
            due = self._may_go(chat_id, chat)
            if due > now:
                heapq.heappush(self._later, (due, chat_id))
            else:
                self._ready[chat.lane].append(chat_id)

    def take(self, now: float) -> Outgoing | None:
        """The message to send now, its chat held until `done`."""
        self._release(now)
        if now < self._next_slot:
            return None
        for lane in (Lane.REPLY, Lane.PUSH):
            ready = self._ready[lane]
            while ready:
                chat_id = ready.popleft()
                chat = self._chats.get(chat_id)
                if chat is None or not chat.queued or chat.lane != lane or self._may_go(chat_id, chat) > now:
                    continue  # a reply that came later has put the chat in twice
                chat.queued, chat.busy = False, True
                chat.free_at = max(chat.free_at, now) + self._spacing(chat_id)
                self._next_slot = max(self._next_slot, now - LATENESS) + self._interval
                return chat.rows[0]
        return None

    def done(self, row: Outgoing) -> None:
        """It went, or was set aside: the chat's next one may follow."""
        chat = self._chats[row.chat_id]
        chat.rows.popleft()
        chat.failures = 0
        self.waiting -= 1
        if row.lane == Lane.REPLY:
            chat.replies -= 1
        self._free(row.chat_id, chat)

    def failed(self, row: Outgoing, now: float, retry_after: float | None, longest: float) -> float:
        """It did not go and will be tried again; returns the pause in seconds: what Telegram said, else growing."""
        chat = self._chats[row.chat_id]
        chat.failures += 1
        pause = retry_after if retry_after is not None else min(longest, 0.5 * 2 ** min(chat.failures, 10))
        chat.paused_until = now + pause
        self._free(row.chat_id, chat)
        return pause

    def pause_all(self, until: float) -> None:
        self._next_slot = max(self._next_slot, until)

    def forget(self, row: Outgoing) -> list[Outgoing]:
        """All that waits for the chat of `row`, taken out: nobody reads there."""
        chat = self._chats.pop(row.chat_id)
        self.waiting -= len(chat.rows)
        return list(chat.rows)

    def withdraw(self, chat_id: int) -> list[Outgoing]:
        """All that waits for the chat, taken out; what is on its way now goes on."""
        chat = self._chats.get(chat_id)
        if chat is None:
            return []
        going = 1 if chat.busy else 0
        dropped = [*chat.rows][going:]
        chat.rows = deque([*chat.rows][:going])
        chat.replies = sum(row.lane == Lane.REPLY for row in chat.rows)
        chat.queued = False
        self.waiting -= len(dropped)
        return dropped

    def _free(self, chat_id: int, chat: ChatQueue) -> None:
        chat.busy = False
        if chat.rows:
            self._queue(chat_id, chat)
        elif chat.free_at == 0 or not self._spacing(chat_id):
            del self._chats[chat_id]

    def sweep(self, now: float) -> None:
        """Forgets chats that were written to long ago."""
        idle = [
            key for key, chat in self._chats.items() if not chat.rows and not chat.busy and chat.free_at < now
        ]
        for key in idle:
            del self._chats[key]
