"""The tick: takes who is due, builds what is due, one person in one transaction."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import structlog

from domain.actors import Actor
from domain.pushes import PERSONAL, PushKind, is_late, is_useful, kinds_for
from domain.reminders import OWN_REMINDERS, SILENT, TRIES, waking
from domain.secrecy import Protection
from scheduler.contents import CONTENTS
from scheduler.reminders import SAY
from screens.words import Catalogue
from storage import employees, outbox, reminders
from storage import pushes as stored
from storage.database import Database
from storage.outbox import Outgoing
from storage.reminders import Reminder
from usecases import pushes, substitution
from usecases.post import Post
from usecases.rules import Rules
from usecases.work import Work

RETRY = timedelta(minutes=10)
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
    """`tick` may be called at any rate and from several processes: a person's push of a day is built once, a reminder too.

    One that could not be built is tried again in `RETRY`, while it is of use.
    """

    database: Database
    rules: Rules
    catalogue: Catalogue
    clock: Callable[[], datetime]
    outlet: Outlet
    metrics: Counts
    owner: int
    protect: Protection = Protection.OFF
    contents: Mapping[PushKind, Callable[..., Awaitable[None]]] = field(default_factory=lambda: CONTENTS)
    sayings: Mapping[str, Callable[..., Awaitable[None]]] = field(default_factory=lambda: SAY)

    async def tick(self) -> int:
        """Everything that is due now; the number of pushes looked at."""
        done = 0
        while await self._one() or await self._remind():
            done += 1
        return done

    async def _remind(self) -> bool:
        """The reminder that is due longest; one that cannot be said is tried again, a few times."""
        now = self.clock()
        post = Post(self.owner, now, self.protect)
        async with self.database.transaction() as tx:
            due = await reminders.find_due(tx, now)
            if due is None:
                return False
            person = await employees.find(tx, due.employee_id)
            try:
                async with tx.savepoint():
                    await reminders.done(tx, due.id)  # first, so that a saying may set the next of its kind
                    if person is not None:
                        await self._saying(Work(tx, now, self.rules), person, post, due)
                    await outbox.add(tx, post.rows)
            except Exception:
                log.exception("reminder_failed", employee=due.employee_id, kind=due.kind, ref=due.ref_id)
                post.rows.clear()
                if due.tries + 1 < TRIES:
                    await reminders.try_again(tx, due.id, now + RETRY)
                else:
                    await reminders.done(tx, due.id)
        self.outlet.accept(post.rows)
        return True

    async def _saying(self, work: Work, person: Actor, post: Post, due: Reminder) -> None:
        """To the deputy of who is away, in waking hours; where nobody stands in, the person finds it after all."""
        there = await substitution.acting_at(work, person, work.now) or person
        if due.kind in OWN_REMINDERS:
            there = person
        elif there.by and (later := waking(there.local(work.now))) is not None:
            await reminders.put(work.tx, person.id, due.kind, due.ref_id, later.astimezone(UTC))
            return
        if not there.reachable and due.kind not in SILENT:
            return
        post.behalf = substitution.behalf_of(there, self.catalogue)
        await self.sayings[due.kind](there, work, self.catalogue[there.language], post, due)
        await substitution.readdress(work, post, self.catalogue, there.chat)

    async def _one(self) -> bool:
        now = self.clock()
        post = Post(self.owner, now, self.protect)
        async with self.database.transaction() as tx:
            due = await stored.find_due(tx, now)
            if due is None:
                return False
            person = await employees.find(tx, due.employee_id)
            if person is None or due.kind not in kinds_for(person.role):
                await stored.forget_kind(tx, due.employee_id, due.kind)
                return True
            kind = PushKind(due.kind)
            work = Work(tx, now, self.rules)
            own = await pushes.own_times(work, person)
            again_at = await pushes.next_for(work, person, kind, own)
            person = await substitution.acting_at(work, person, now)
            if person is None or (person.by and kind in PERSONAL):  # away, and nobody stands in for that
                await stored.plan(tx, due.employee_id, kind, again_at)
                return True
            own = await pushes.own_times(work, person) if person.by else own
            planned = pushes.planned_at(work, person, kind, own, due.next_at)
            if not is_useful(kind, planned, now, person.zone):
                again_at = pushes.still_useful_at(work, person, kind, own) or again_at
            try:
                async with tx.savepoint():
                    await self._push(work, person, kind, planned, post)
                    await outbox.add(tx, post.rows)
            except Exception:
                log.exception("push_failed", employee=person.id, kind=kind)
                post.rows.clear()
                if is_useful(kind, planned, now + RETRY, person.zone):
                    again_at = now + RETRY
            await stored.plan(tx, person.id, kind, again_at)
        self.outlet.accept(post.rows)
        return True

    async def _push(self, work: Work, person: Actor, kind: PushKind, planned: datetime, post: Post) -> None:
        """Says it, where there is something to say, it is still of use and nobody has said it today."""
        if not is_useful(kind, planned, work.now, person.zone):
            self.metrics.pushes_skipped.labels(kind).inc()
            log.info("push_skipped", employee=person.id, kind=kind, due=planned.isoformat())
            return
        if not person.reachable or await pushes.is_heard_anyway(work, person, kind):
            return
        if not await stored.mark_done(work.tx, person.id, kind, person.local(work.now).date()):
            return
        build: Callable[..., Awaitable[None]] = self.contents[kind]
        words = self.catalogue[person.language]
        post.behalf = substitution.behalf_of(person, self.catalogue)
        await build(person, work, words, post, late=is_late(planned, work.now))
        await substitution.readdress(work, post, self.catalogue, person.chat)
        self.metrics.pushes.labels(kind).inc()
