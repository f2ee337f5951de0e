"""The numbers of the real Bot API, and the watch that counts messages against them."""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from sandbox.errors import too_many_requests

MAX_TEXT: Final = 4096
MAX_CAPTION: Final = 1024
MAX_CALLBACK_DATA_BYTES: Final = 64
MAX_COPY_TEXT: Final = 256
MAX_BUTTONS: Final = 100
MAX_ALERT_TEXT: Final = 200
MAX_PLACEHOLDER: Final = 64
MAX_START_PAYLOAD: Final = 64
MAX_UPLOAD_BYTES: Final = 50 * 1024 * 1024
MAX_PHOTO_BYTES: Final = 10 * 1024 * 1024
MAX_DOWNLOAD_BYTES: Final = 20 * 1024 * 1024
MAX_RICH_TEXT: Final = 32_768
MAX_RICH_BLOCKS: Final = 500
MAX_TABLE_COLUMNS: Final = 20
MAX_ALBUM: Final = 10
MAX_COMMANDS: Final = 100
CALLBACK_ANSWER_SECONDS: Final = 60.0
DELETE_WITHIN_HOURS: Final = 48

PER_SECOND: Final = 30
PER_GROUP_MINUTE: Final = 20
CHAT_BURST: Final = 5.0


def utf16_length(text: str) -> int:
    """Length as Telegram counts offsets and lengths: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _ChatBucket:
    tokens: float
    seen_at: float


@dataclass(slots=True)
class SendingLimits:
    """30 messages/s over all, 1/s in a chat with bursts of 5, 20/min in a group; raises `ApiError` 429.

    `monotonic` gives seconds; a refused message does not count. Source: core.telegram.org/bots/faq.
    """

    monotonic: Callable[[], float]
    _recent: deque[float] = field(default_factory=deque)
    _chats: dict[int, _ChatBucket] = field(default_factory=dict)
    _groups: dict[int, deque[float]] = field(default_factory=dict)

    def check(self, chat_id: int, count: int = 1) -> None:
        now = self.monotonic()
        recent = self._recent
        while recent and recent[0] <= now - 1:
            recent.popleft()
        if len(recent) + count > PER_SECOND:
            raise too_many_requests(max(1, math.ceil(recent[0] + 1 - now)))
        if chat_id < 0:
            self._check_group(chat_id, now, count)
        self._check_chat(chat_id, now, count)
        recent.extend([now] * count)

    def _check_chat(self, chat_id: int, now: float, count: int) -> None:
        bucket = self._chats.setdefault(chat_id, _ChatBucket(CHAT_BURST, now))
        bucket.tokens = min(CHAT_BURST, bucket.tokens + now - bucket.seen_at)
        bucket.seen_at = now
        # an album larger than the burst may still leave when the bucket is full
        if bucket.tokens < min(count, CHAT_BURST):
            raise too_many_requests(max(1, math.ceil(min(count, CHAT_BURST) - bucket.tokens)))
        bucket.tokens -= count
        if chat_id < 0:
            self._groups[chat_id].extend([now] * count)

    def _check_group(self, chat_id: int, now: float, count: int) -> None:
        sent = self._groups.setdefault(chat_id, deque())
        while sent and sent[0] <= now - 60:
            sent.popleft()
        if len(sent) + count > PER_GROUP_MINUTE:
            raise too_many_requests(max(1, math.ceil(sent[0] + 60 - now)))
