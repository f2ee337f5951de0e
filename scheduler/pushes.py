"""The tick: takes who is due, builds what is due, one person in one transaction."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

import structlog

from domain.actors import Actor
from domain.pushes import PushKind, is_late, is_useful, kinds_for
from scheduler.contents import CONTENTS
from screens.words import Catalogue
from storage import employees, outbox
from storage import pushes as stored
from storage.database import Database, Transaction
from storage.outbox import Outgoing
from usecases import pushes
from usecases.post import Post
from usecases.rules import Rules
from usecases.work import Work

log = structlog.get_logger()


class Outlet(Protocol):
    def accept(self, rows: list[Outgoing]) -> None: ...


class Counts(Protocol):
    @property
    def pushes(self) -> Any: ...
    @property
    def pushes_skipped(self) -> Any: ...


@dataclass
class Scheduler:
    """`tick` may be called at any rate and from several processes: a person's push of a day is built once."""

    database: Database
    rules: Rules
    catalogue: Catalogue
    clock: Callable[[], datetime]
    outlet: Outlet
    metrics: Counts
    owner: int
    protect: bool = False

    async def tick(self) -> int:
        """Everything that is due now; the number of pushes looked at."""
        done = 0
        while await self._one():
            done += 1
        return done

    async def _one(self) -> bool:
        now = self.clock()
        post = Post(self.owner, now, self.protect)
        async with self.database.transaction() as tx:
            due = await stored.find_due(tx, now)
            if due is None:
                return False
            try:
                async with tx.savepoint():
                    await self._push(tx, due, now, post)
                    await outbox.add(tx, post.rows)
            except Exception:
                log.exception("push_failed", employee=due.employee_id, kind=due.kind)
                post.rows.clear()
            await self._move_on(tx, due, now)
        self.outlet.accept(post.rows)
        return True

    async def _push(self, tx: Transaction, due: stored.Due, now: datetime, post: Post) -> None:
        person = await employees.find(tx, due.employee_id)
        kind = PushKind(due.kind)
        if person is None or kind not in kinds_for(person.role):
            return
        if not is_useful(kind, due.next_at, now, person.zone):
            self.metrics.pushes_skipped.labels(kind).inc()
            log.info("push_skipped", employee=person.id, kind=kind, due=due.next_at.isoformat())
            return
        if await tx.value(employees.IS_UNREACHABLE, id_=person.id) is not None:
            return
        if not await stored.mark_done(tx, person.id, kind, person.local(now).date()):
            return
        self.metrics.pushes.labels(kind).inc()
        build: Callable[..., Awaitable[None]] = CONTENTS[kind]
        words = self.catalogue[person.language]
        await build(person, Work(tx, now, self.rules), words, post, late=is_late(due.next_at, now))

    async def _move_on(self, tx: Transaction, due: stored.Due, now: datetime) -> None:
        person: Actor | None = await employees.find(tx, due.employee_id)
        if person is None:
            await stored.forget(tx, due.employee_id)
            return
        work = Work(tx, now, self.rules)
        own = await pushes.own_times(work, person)
        await stored.plan(tx, person.id, due.kind, pushes.next_at(work, person, PushKind(due.kind), own))
