"""Lays the long files that somebody said yes to, outside of any turn."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

import structlog

from bot.memory import give_back_memory
from domain.actors import Actor
from domain.errors import ProzvonError
from domain.secrecy import Protection
from handlers import errors
from handlers.imports import LOADING
from screens import imports as screens
from screens.import_views import ImportView, Loaded
from screens.menu import refusal
from screens.screen import Screen
from screens.words import Catalogue
from storage import employees, outbox
from storage.database import Database, Transaction
from storage.outbox import Outgoing
from usecases import import_loading
from usecases.errors import StaleError
from usecases.post import Post
from usecases.rules import Rules
from usecases.work import Work

TRIES = 3
log = structlog.get_logger()


class Outlet(Protocol):
    def accept(self, rows: list[Outgoing]) -> None: ...


class UnexpectedError(ProzvonError):
    """Not foreseen; facts: reference."""

    code = "unexpected"


@dataclass(frozen=True, slots=True)
class Laying:
    """One file at a time. A process that dies over it leaves it waiting: nothing of it is written before all of it is."""

    database: Database
    rules: Rules
    catalogue: Catalogue
    clock: Callable[[], datetime]
    outlet: Outlet
    owner: int
    protect: Protection = Protection.OFF

    async def lay(self, import_id: int, employee_id: int) -> None:
        async with self.database.transaction() as tx:
            actor = await employees.find(tx, employee_id)
            if actor is None:
                await import_loading.put_back(self._work(tx), import_id)
                return
        try:
            said = await self._lay(actor, import_id)
        except StaleError:
            log.info("import_laid_already", load=import_id)
            return
        except ProzvonError as error:
            said = await self._refuse(actor, import_id, error)
        except Exception:  # whatever it was, the next file must be laid
            reference = secrets.token_hex(3).upper()
            log.exception("import_not_laid", load=import_id, reference=reference)
            said = await self._refuse(actor, import_id, UnexpectedError(reference=reference))
        self.outlet.accept(said)
        await asyncio.to_thread(give_back_memory)

    async def _lay(self, actor: Actor, import_id: int) -> list[Outgoing]:
        for _ in range(TRIES):
            said = await self._try(actor, import_id)
            if said:
                return said
        log.warning("import_overtaken", load=import_id)
        async with self.database.transaction() as tx:
            work = self._work(tx)
            return await self._said(work, actor, await import_loading.load_waiting(actor, work, import_id))

    async def _try(self, actor: Actor, import_id: int) -> list[Outgoing]:
        """Nothing where somebody changed meanwhile what was counted."""
        async with self.database.reading() as tx:
            read = self._work(tx)
            counted = await import_loading.count(actor, read, import_id)
        async with self.database.transaction() as tx:
            work = replace(read, tx=tx)  # at the moment for which it was counted
            if isinstance(counted, ImportView):
                return await self._said(work, actor, counted)
            done = await import_loading.write(actor, work, counted)
            return [] if done is None else await self._said(work, actor, done)

    async def _refuse(self, actor: Actor, import_id: int, error: ProzvonError) -> list[Outgoing]:
        screen = refusal(errors.in_words(self.catalogue[actor.language], error))
        async with self.database.transaction() as tx:
            work = self._work(tx)
            await import_loading.put_back(work, import_id)
            return await self._show(work, actor, import_id, screen)

    async def _said(self, work: Work, actor: Actor, found: ImportView | Loaded) -> list[Outgoing]:
        if isinstance(found, ImportView):
            await import_loading.put_back(work, found.id)
        screen = screens.shown(self.catalogue[actor.language], found, work.today(actor))
        return await self._show(work, actor, found.id, screen)

    async def _show(self, work: Work, actor: Actor, import_id: int, screen: Screen) -> list[Outgoing]:
        """In place of «being loaded»."""
        post = Post(self.owner, work.now, self.protect)
        post.change(actor.chat, f"{LOADING}{import_id}", screen)
        await outbox.add(work.tx, post.rows)
        return post.rows

    def _work(self, tx: Transaction) -> Work:
        return Work(tx, self.clock(), self.rules)
