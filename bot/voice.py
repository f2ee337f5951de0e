"""Hears the voice messages that wait, outside of any turn, and passes what was said on as if it had been typed."""

import asyncio
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

import structlog

from bot.listening import Ears, NotHeardError
from bot.telegram import NetworkError, TelegramError
from bot.turns import Turns
from domain.attachments import Hearing
from handlers.turn import Turn
from handlers.voice import ANCHOR, ask_if_needed, may_type, read
from screens import voice as screens
from screens.voice import Kept
from storage import attachments as stored
from storage import employees
from storage.attachments import Waiting
from storage.outbox import Outgoing
from usecases import attachments, substitution
from usecases.post import Post
from usecases.work import Work

LOOK_SECONDS = 30.0
TRIES = 3
VOICE_BYTES = 20 * 1024 * 1024
log = structlog.get_logger()


class Outlet(Protocol):
    def accept(self, rows: list[Outgoing]) -> None: ...


class Download(Protocol):
    async def __call__(self, file_id: str, limit: int) -> bytes: ...


@dataclass
class Bell:
    """Passes on what turns said; a turn that kept a voice has said so under its anchor."""

    outlet: Outlet
    rung: asyncio.Event = field(default_factory=asyncio.Event)

    def accept(self, rows: list[Outgoing]) -> None:
        self.outlet.accept(rows)
        if any(row.anchor and row.anchor.startswith(ANCHOR) for row in rows):
            self.rung.set()


@dataclass
class Voices:
    """`work` may be called at any rate and from several processes.

    Without `ears` it only clears what an earlier configuration left waiting.
    """

    turns: Turns
    clock: Callable[[], datetime]
    bell: Bell
    download: Download
    ears: Ears | None

    async def run(self) -> None:
        """Until cancelled. What an earlier process left behind is heard first."""
        while True:
            self.bell.rung.clear()
            try:
                while await self.work():
                    pass
            except Exception:
                log.exception("voices_not_heard")
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self.bell.rung.wait()

    async def close(self) -> None:
        if self.ears is not None:
            await self.ears.close()

    async def work(self) -> bool:
        """Hears the oldest waiting voice; False where none waits, or none can be fetched now.

        The row stays until its answer is committed.
        """
        async with self.turns.database.transaction() as tx:
            waiting = await stored.take_oldest(tx, self.clock())
            voice = await stored.find(tx, waiting.attachment_id) if waiting else None
        if waiting is None or voice is None:
            return False
        try:
            text, why_not = await self._hear(voice.file_id, waiting), Hearing.SILENT
        except NetworkError as error:
            log.warning("voice_not_fetched", voice=voice.id, reason=str(error))
            if waiting.tries < TRIES:
                async with self.turns.database.transaction() as tx:
                    await stored.release(tx, voice.id)
                return False
            text, why_not = "", Hearing.LOST
        except TelegramError as error:
            log.warning("voice_refused", voice=voice.id, reason=error.description)
            text, why_not = "", Hearing.LOST
        except NotHeardError as error:
            log.warning("voice_not_heard", voice=voice.id, reason=str(error))
            text, why_not = "", Hearing.UNREADABLE
        except Exception:  # whatever is in the recording, the others must be heard
            log.exception("voice_failed", voice=voice.id)
            text, why_not = "", Hearing.UNREADABLE
        await self._answer(waiting, voice.employee_id, text, why_not)
        return True

    async def _hear(self, file_id: str, waiting: Waiting) -> str:
        if self.ears is None or waiting.tries > TRIES:
            raise NotHeardError("nobody listens" if self.ears is None else "given up")
        data = await self.download(file_id, VOICE_BYTES)
        with tempfile.TemporaryDirectory(prefix="prozvon-voice-") as folder:
            path = Path(folder) / "voice.oga"
            await asyncio.to_thread(path.write_bytes, data)
            said = await self.ears.transcribe(path)
        return " ".join(said.split()).lstrip("/")

    async def _answer(self, waiting: Waiting, employee_id: int, text: str, why_not: Hearing) -> None:
        now = self.clock()
        post = Post(self.turns.owner, now, self.turns.protect)
        async with self.turns.database.transaction() as tx:
            if not await stored.forget(tx, waiting.attachment_id):
                return
            actor, speaker = (
                await employees.find(tx, employee_id),
                await employees.find_by_telegram(tx, waiting.chat_id),
            )
            if actor is None or speaker is None or not actor.sells:
                return
            work = Work(tx, now, self.turns.rules)
            behalf = 0 if speaker.id == actor.id else actor.id
            if behalf and behalf not in await substitution.places_now(work, speaker.id):
                return  # the place is taken no more: the recording stays with the client
            kept = await attachments.note_heard(actor, work, waiting.attachment_id, text, why_not)
            async with self.turns.turn_of(speaker, work, post, behalf=behalf) as turn:
                await self._tell(turn, kept, waiting)
        self.bell.accept(post.rows)

    async def _tell(self, turn: Turn, kept: Kept, waiting: Waiting) -> None:
        """The text first, then what came of it. Where another question was opened meanwhile, it is not answered by this."""
        state, data = turn.conversation.state, turn.conversation.now.data
        anchor = f"{ANCHOR}{kept.id}"
        if not kept.is_heard:
            typing = may_type(turn)
            ask_if_needed(turn, kept)
            turn.retell([turn.actor], lambda words: screens.kept(words, kept, may_type=typing), anchor=anchor)
            return
        fits = state is None or (state, data) == (waiting.state, waiting.data)
        turn.retell([turn.actor], lambda words: screens.heard(words, kept, offer=not fits), anchor=anchor)
        if fits:
            await read(turn, kept, kept.text)
