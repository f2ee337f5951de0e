"""The one place that talks to Telegram for us: delivers the outbox, in order, within the limits, losing nothing."""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol

import structlog

from bot.metrics import Metrics
from bot.pacing import Limits, Pacer
from bot.telegram import NetworkError, TelegramError
from storage import employees, outbox
from storage.database import Database
from storage.outbox import WITHDRAW, Outgoing
from usecases.post import PROTECT, RICH

LONGEST_PAUSE = 60.0
LOOK_SECONDS = 1.0
GONE = (
    "message to edit not found",
    "message can't be edited",
    "MESSAGE_ID_INVALID",
    "message identifier is not specified",
    "there is no text in the message to edit",
)
THREAD, NO_THREAD = "message_thread_id", "message thread not found"
WORDS = frozenset({"text", "parse_mode", "link_preview_options"})
NO_WORDS = "message text is empty"
REFUSED, UNKNOWN = 400, 404
log = structlog.get_logger()

File = tuple[str, bytes]


class Api(Protocol):
    async def call(
        self, method: str, parameters: dict[str, Any] | None = None, *, file: File | None = None
    ) -> Any: ...


class Sender:
    """`build` makes a file again from its reference (None: it is gone); `on_blocked` is told of a chat that shut us out.

    `now` is a monotonic clock in seconds. Not `rich`: tables go out as words.
    """

    def __init__(
        self,
        api: Api,
        database: Database,
        *,
        limits: Limits,
        build: Callable[[dict[str, Any]], Awaitable[File | None]],
        on_blocked: Callable[[int], Awaitable[None]],
        metrics: Metrics,
        at_once: int = 50,
        rich: bool = True,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._api = api
        self._database = database
        self._pacer = Pacer(limits)
        self._build = build
        self._on_blocked = on_blocked
        self._metrics = metrics
        self._now = now
        self._rich = rich
        self._slots = asyncio.Semaphore(at_once)
        self._wake = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._unsettled = 0
        self._delivered: list[int] = []
        self._refusals: list[tuple[int, str]] = []
        self._anchored: list[tuple[str, int, int]] = []
        self._known_anchors: dict[tuple[str, int], int] = {}
        self._settle_wake = asyncio.Event()
        self._limited_chats: dict[int, float] = {}
        self._left: Mapping[int, datetime] = {}
        self._look_at = -math.inf
        self._looking = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    def accept(self, rows: Iterable[Outgoing]) -> None:
        """Takes committed rows. Notices over the chat go at once: no limit counts them and their time is short."""
        for row in rows:
            self._unsettled += 1
            self._idle.clear()
            if row.method == "answerCallbackQuery":
                self._start(self._send_notice(row))
            elif row.method == WITHDRAW:
                for dropped in (*self._pacer.withdraw(row.chat_id), row):
                    self._settled(dropped)
            else:
                self._pacer.add(row)
        self._wake.set()

    async def idle(self) -> None:
        """Returns when all that was accepted is delivered or set aside, and marked so."""
        await self._idle.wait()

    @property
    def waiting(self) -> int:
        return self._unsettled

    async def run(self) -> None:
        """Until cancelled."""
        settling = asyncio.create_task(self._settle())
        try:
            while True:
                await self._step()
        finally:
            settling.cancel()
            for task in self._tasks:
                task.cancel()

    async def _step(self) -> None:
        now = self._now()
        at = self._pacer.next_at(now)
        if at is None or at > now:
            self._wake.clear()
            try:
                async with asyncio.timeout(None if at is None else at - now):
                    await self._wake.wait()
            except TimeoutError:
                pass
            return
        await self._slots.acquire()
        row = self._pacer.take(self._now())
        if row is None:
            self._slots.release()
            return
        self._start(self._deliver(row))

    def _start(self, work: Any) -> None:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send_notice(self, row: Outgoing) -> None:
        try:
            await self._api.call(row.method, row.parameters)
        except (TelegramError, NetworkError) as error:
            log.info("notice_not_shown", row=row.id, reason=str(error))
        self._settled(row)

    async def _deliver(self, row: Outgoing) -> None:
        try:
            if await self._is_over(row):
                self._drop(row)
                return
            result = await self._send(row)
        except NetworkError as error:
            self._again(row, None, str(error))
        except TelegramError as error:
            await self._refused(row, error)
        except Exception as error:  # one message that cannot be built must not stop the chat
            log.exception("message_not_built", row=row.id)
            self._set_aside(row, repr(error))
        else:
            self._sent(row, result)
        finally:
            self._slots.release()
            self._wake.set()

    async def _is_over(self, row: Outgoing) -> bool:
        """What was said to somebody before they were dismissed, whichever process did it; one look serves a second's rows."""
        if row.chat_id < 0:
            return False
        async with self._looking:
            if self._now() >= self._look_at:
                await self._look()
        at = self._left.get(row.chat_id)
        return at is not None and row.created_at < at

    async def _look(self) -> None:
        """Raises `NetworkError` where the base does not answer: the row is tried again."""
        try:
            async with self._database.reading() as tx:
                self._left = await employees.left(tx)
        except Exception as error:
            log.exception("dismissals_not_read")
            raise NetworkError(repr(error)) from error
        self._look_at = self._now() + LOOK_SECONDS

    def _drop(self, row: Outgoing) -> None:
        self._pacer.done(row)
        self._settled(row)

    async def _send(self, row: Outgoing) -> Any:
        if row.file is not None:
            return await self._send_file(row, row.file)
        if RICH not in row.parameters:
            return await self._send_words(row, row.parameters)
        if self._rich:
            try:
                return await self._send_words(row, _without(row.parameters, *WORDS))
            except TelegramError as error:
                self._note_refusal(row, error)
        return await self._send_words(row, _without(row.parameters, RICH))

    def _note_refusal(self, row: Outgoing, error: TelegramError) -> None:
        """Raises it again where it is no matter of tables. A server that does not know them is not asked again."""
        if error.code not in {REFUSED, UNKNOWN}:
            raise error
        self._rich = error.code == REFUSED and NO_WORDS not in error.description
        log.warning("tables_refused", row=row.id, again=self._rich, reason=error.description)

    async def _send_words(self, row: Outgoing, parameters: dict[str, Any]) -> Any:
        """As words, or as lines and tables: whatever the parameters hold."""
        if row.method != "editMessageText":
            return await self._send_anew(_method(row.method, parameters), parameters)
        if row.anchor is not None and not parameters["message_id"]:
            parameters = parameters | {"message_id": await self._find_anchor(row.anchor, row.chat_id)}
        sending = _method("sendMessage", parameters)
        if parameters["message_id"] is None:
            return await self._send_anew(sending, _anew(parameters))
        try:
            return await self._api.call(row.method, _without(parameters, THREAD, PROTECT))
        except TelegramError as error:
            if "message is not modified" in error.description:
                return True
            if not any(words in error.description for words in GONE):
                raise
            return await self._send_anew(sending, _anew(parameters))

    async def _send_anew(self, method: str, parameters: dict[str, Any]) -> Any:
        """A topic that was deleted loses no message: it goes to the group itself."""
        try:
            return await self._api.call(method, parameters)
        except TelegramError as error:
            if THREAD not in parameters or NO_THREAD not in error.description:
                raise
            return await self._api.call(method, _without(parameters, THREAD))

    async def _send_file(self, row: Outgoing, reference: dict[str, Any]) -> Any:
        built = await self._build(reference)
        if built is None and row.method != "sendPhoto":
            raise TelegramError(400, "the file is gone")
        if built is not None:
            try:
                return await self._api.call(row.method, row.parameters, file=built)
            except TelegramError as error:
                if error.code != 400 or row.method != "sendPhoto":  # noqa: PLR2004
                    raise
                log.warning("picture_refused", row=row.id, reason=error.description)
        return await self._api.call("sendMessage", _without_picture(row.parameters))

    async def _find_anchor(self, anchor: str, chat: int) -> int | None:
        known = self._known_anchors.get((anchor, chat))
        if known is not None:
            return known
        async with self._database.transaction() as tx:
            return await outbox.find_message(tx, anchor, chat)

    def _sent(self, row: Outgoing, result: Any) -> None:
        if row.anchor is not None and isinstance(result, dict):
            self._known_anchors[row.anchor, row.chat_id] = result["message_id"]
            self._anchored.append((row.anchor, row.chat_id, result["message_id"]))
        self._metrics.sent.inc()
        self._pacer.done(row)
        self._settled(row)

    def _again(self, row: Outgoing, retry_after: float | None, reason: str) -> None:
        pause = self._pacer.failed(row, self._now(), retry_after, LONGEST_PAUSE)
        self._metrics.retried.inc()
        log.warning("message_delayed", row=row.id, chat=row.chat_id, pause=pause, reason=reason)

    async def _refused(self, row: Outgoing, error: TelegramError) -> None:
        if error.code == 429:  # noqa: PLR2004
            pause = error.retry_after if error.retry_after is not None else 1.0
            self._again(row, pause, error.description)
            self._note_limit(row.chat_id, pause)
        elif error.code == 403:  # noqa: PLR2004
            for dropped in self._pacer.forget(row):
                self._settled(dropped)
            await self._on_blocked(row.chat_id)
        elif error.code == 401:  # noqa: PLR2004 - the token's fault, not the message's
            self._again(row, None, error.description)
        else:
            self._set_aside(row, str(error))

    def _note_limit(self, chat: int, pause: float) -> None:
        """Two chats limited at once: the limit over all was hit, and everybody waits."""
        now = self._now()
        self._limited_chats = {key: until for key, until in self._limited_chats.items() if until > now}
        if any(key != chat for key in self._limited_chats):
            self._pacer.pause_all(now + pause)
        self._limited_chats[chat] = now + pause

    def _set_aside(self, row: Outgoing, reason: str) -> None:
        log.error("message_set_aside", row=row.id, chat=row.chat_id, method=row.method, reason=reason)
        self._metrics.set_aside.inc()
        self._refusals.append((row.id, reason[:500]))
        self._pacer.done(row)
        self._settle_wake.set()

    def _settled(self, row: Outgoing) -> None:
        self._delivered.append(row.id)
        self._settle_wake.set()

    def _finish(self, count: int) -> None:
        self._unsettled -= count
        if not self._unsettled:
            self._idle.set()

    async def _settle(self) -> None:
        """Removes what was delivered and marks what was refused, as many rows in one commit as came together."""
        while True:
            await self._settle_wake.wait()
            self._settle_wake.clear()
            ids, self._delivered = self._delivered, []
            refused, self._refusals = self._refusals, []
            anchored, self._anchored = self._anchored, []
            try:
                async with self._database.transaction() as tx:
                    await outbox.delivered(tx, ids, anchored)
                    for id_, reason in refused:
                        await tx.run(outbox.SET_ASIDE, id_=id_, reason=reason)
            except Exception:
                log.exception("delivery_not_marked", rows=len(ids) + len(refused))
                self._delivered += ids
                self._refusals += refused
                self._anchored = anchored + self._anchored
                await asyncio.sleep(1)
                self._settle_wake.set()
                continue
            for anchor, chat, message in anchored:
                if self._known_anchors.get((anchor, chat)) == message:
                    del self._known_anchors[anchor, chat]
            self._pacer.sweep(self._now())
            self._finish(len(ids) + len(refused))


def _without_picture(photo: dict[str, Any]) -> dict[str, Any]:
    """The parameters of a photo as those of a message of its words."""
    kept = {name: value for name, value in photo.items() if name != "caption"}
    return {**kept, "text": photo["caption"]}


def _anew(edit: dict[str, Any]) -> dict[str, Any]:
    """The parameters of an edit as those of a new message."""
    return _without(edit, "message_id")


def _method(plain: str, parameters: dict[str, Any]) -> str:
    """Tables are sent by a method of their own."""
    return "sendRichMessage" if RICH in parameters else plain


def _without(parameters: dict[str, Any], *dropped: str) -> dict[str, Any]:
    return {name: value for name, value in parameters.items() if name not in dropped}
