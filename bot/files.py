"""Fetches what people dropped into the chat and reads it, outside of any turn."""

import asyncio
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

import structlog

from bot.laying import Laying, UnexpectedError
from bot.memory import give_back_memory
from bot.reading import Asked, read_beside
from bot.telegram import NetworkError, TelegramError
from domain.actors import Actor
from domain.errors import ProzvonError
from domain.imports import ImportKind
from domain.secrecy import Protection
from exchange.sheet import Limits
from handlers import errors
from handlers.imports import ANCHOR
from screens import imports as screens
from screens.import_views import ImportView
from screens.menu import refusal
from screens.screen import Screen
from screens.words import LANGUAGES, Catalogue, Words
from storage import employees, import_memory, outbox
from storage import imports as stored
from storage.database import Database
from storage.imports import Incoming
from storage.outbox import Outgoing
from usecases import imports
from usecases.import_columns import Source
from usecases.import_reading import Layouts, Read
from usecases.post import Post
from usecases.rules import Rules
from usecases.work import Work

LOOK_SECONDS = 30.0
TELL_SECONDS = 2.0
log = structlog.get_logger()


class Outlet(Protocol):
    def accept(self, rows: list[Outgoing]) -> None: ...


class Download(Protocol):
    async def __call__(self, file_id: str, limit: int) -> bytes: ...


class FileLostError(ProzvonError):
    """Telegram did not give the file."""

    code = "file-lost"


@dataclass
class Progress:
    """Rows read so far: written by the thread that reads, looked at by the loop."""

    done: int = 0
    total: int = 0

    def __call__(self, done: int, total: int) -> None:
        self.done, self.total = done, total


@dataclass
class Files:
    """`work` may be called at any rate and from several processes. `tell_every`: seconds between two words of progress."""

    database: Database
    rules: Rules
    catalogue: Catalogue
    clock: Callable[[], datetime]
    outlet: Outlet
    download: Download
    owner: int
    limits: Limits
    protect: Protection = Protection.OFF
    tell_every: float = TELL_SECONDS
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    def accept(self, rows: list[Outgoing]) -> None:
        """Passes on what turns said; a turn that stored a file has said so under its anchor."""
        self.outlet.accept(rows)
        if any(row.anchor and row.anchor.startswith(ANCHOR) for row in rows):
            self.woken.set()

    async def run(self) -> None:
        """Until cancelled. What an earlier process left behind is read first."""
        while True:
            self.woken.clear()
            try:
                while await self.work():
                    pass
            except Exception:
                log.exception("files_not_read")
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self.woken.wait()

    async def work(self) -> bool:
        """Lays what somebody said yes to, else reads the oldest waiting file; False where nothing waits.

        The row stays until its answer is committed.
        """
        now = self.clock()
        async with self.database.transaction() as tx:
            loading = await stored.take_loading(tx, now)
            waiting = None if loading else await stored.take_oldest(tx, now)
            layouts = await import_memory.layouts(tx) if waiting else {}
        if loading is not None:
            await self.laying.lay(*loading)
            return True
        if waiting is None:
            return False
        foreseen: ImportView | None = None
        try:
            reads = await self._read(waiting, now, layouts)
            foreseen = await self._foresee(waiting, reads)
            found: list[Read] | ProzvonError = reads
        except ProzvonError as error:
            found = error
        except Exception:  # whatever is in the file, the others must be read
            found = UnexpectedError(reference=secrets.token_hex(3).upper())
            log.exception("file_not_read", file=waiting.id, reference=found.facts["reference"])
        await self._answer(waiting, found, foreseen)
        if foreseen is not None:
            await asyncio.to_thread(give_back_memory)
        return True

    @property
    def laying(self) -> Laying:
        return Laying(
            self.database, self.rules, self.catalogue, self.clock, self.outlet, self.owner, self.protect
        )

    async def _read(self, waiting: Incoming, now: datetime, layouts: Layouts) -> list[Read]:
        try:
            data = await self.download(waiting.file_id, self.limits.file_bytes)
        except TelegramError as error:
            log.info("file_refused", file=waiting.id, reason=error.description)
            if "too big" in error.description:
                raise imports.ImportTooLargeError(limit=self.limits.file_bytes // imports.MEGABYTE) from None
            raise FileLostError from None
        except NetworkError as error:
            log.warning("file_not_fetched", file=waiting.id, reason=str(error))
            raise FileLostError from None
        today = now.astimezone(ZoneInfo(self.rules.company.timezone)).date()
        wanted = kind_named(self.catalogue, waiting.caption)
        progress = Progress()
        asked = Asked(waiting.name, today, self.limits, wanted, layouts)
        reading = asyncio.create_task(read_beside(asked, data, progress))
        del data
        told = 0
        while not (await asyncio.wait({reading}, timeout=self.tell_every))[0]:
            if progress.done > told:
                told = progress.done
                await self.tell_progress(waiting, told, progress.total)
        return await reading

    async def _foresee(self, waiting: Incoming, found: list[Read]) -> ImportView | None:
        """The preview of a long file takes seconds: meanwhile others go on."""
        async with self.database.reading() as tx:
            actor = await employees.find(tx, waiting.employee_id)
            if actor is None:
                return None
            work = Work(tx, self.clock(), self.rules)
            return await imports.foresee(actor, work, waiting.name, found, _source_of(waiting))

    async def tell_progress(self, waiting: Incoming, done: int, total: int) -> None:
        post = Post(self.owner, self.clock(), self.protect)
        async with self.database.transaction() as tx:
            actor = await employees.find(tx, waiting.employee_id)
            if actor is None:
                return
            screen = screens.progress(self.catalogue[actor.language], waiting.name, done, total)
            post.change(waiting.chat_id, f"{ANCHOR}{waiting.id}", screen)
            await outbox.add(tx, post.rows)
        self.outlet.accept(post.rows)

    async def _answer(
        self, waiting: Incoming, found: list[Read] | ProzvonError, foreseen: ImportView | None = None
    ) -> None:
        now = self.clock()
        post = Post(self.owner, now, self.protect)
        async with self.database.transaction() as tx:
            if not await stored.forget_incoming(tx, waiting.id):
                return
            actor = await employees.find(tx, waiting.employee_id)
            if actor is None:
                return
            work = Work(tx, now, self.rules)
            screen = await self._screen(actor, work, waiting, found, foreseen)
            post.change(waiting.chat_id, f"{ANCHOR}{waiting.id}", screen)
            await outbox.add(tx, post.rows)
        self.outlet.accept(post.rows)

    async def _screen(
        self,
        actor: Actor,
        work: Work,
        waiting: Incoming,
        found: list[Read] | ProzvonError,
        foreseen: ImportView | None,
    ) -> Screen:
        words: Words = self.catalogue[actor.language]
        if not isinstance(found, ProzvonError):
            try:
                async with work.tx.savepoint():
                    source = _source_of(waiting)
                    shown = await imports.prepare(actor, work, waiting.name, found, source, foreseen=foreseen)
                    return screens.shown(words, shown, work.today(actor))
            except ProzvonError as error:
                found = error
            except Exception:
                found = UnexpectedError(reference=secrets.token_hex(3).upper())
                log.exception("file_not_previewed", file=waiting.id, reference=found.facts["reference"])
        return refusal(errors.in_words(words, found))


def _source_of(waiting: Incoming) -> Source:
    return Source(waiting.chat_id, waiting.file_id, waiting.caption)


def kind_named(catalogue: Catalogue, caption: str) -> ImportKind | None:
    """The one kind that the caption of a file names, in any language."""
    said = caption.casefold().split()
    named: set[ImportKind] = set()
    for kind in ImportKind:
        stems: Iterable[str] = (
            stem for one in LANGUAGES for stem in catalogue[one].plain("import-caption", kind=kind.value).split()
        )  # fmt: skip
        beginnings = tuple(stems)
        if beginnings and any(word.startswith(beginnings) for word in said):
            named.add(kind)
    return named.pop() if len(named) == 1 else None
