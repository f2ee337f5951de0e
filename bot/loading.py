"""A file into the database as the owner, in one transaction."""

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from bot.config import Config
from domain.actors import Actor, Role
from domain.imports import ImportKind
from screens.order_status_views import ManagerNews
from screens.payments import News, paid
from screens.words import Catalogue
from storage import employees, outbox
from storage.database import open_database
from storage.migrate import migrate
from storage.outbox import Lane
from usecases import imports
from usecases.desk_post import Mouth
from usecases.import_clients import candidates, find_manager
from usecases.import_reading import Read
from usecases.order_news import tell_news
from usecases.post import Post
from usecases.work import Work

Facts = dict[str, Any]
NOBODY = 0


class PlainError(Exception):
    """Said to whoever sits at the terminal; nothing was written."""


class _DryRunOver(Exception):  # noqa: N818 - no error: it undoes what was tried
    pass


async def load_file(config: Config, read: Read, name: str, *, dry_run: bool, manager: str) -> Facts:
    """What came of it: new, changed, same, problems, unknown, ignored. Raises `PlainError`, `ProzvonError`."""
    await asyncio.to_thread(migrate, config.storage.url)
    database = open_database(config.storage.url)
    facts: Facts = {"new": 0, "changed": 0, "same": 0, "problems": (), "unknown": (), "ignored": ()}
    try:
        with suppress(_DryRunOver):
            async with database.transaction() as tx:
                work = Work(tx, datetime.now(UTC), config.rules)
                facts |= await _load(work, read, name, manager)
                _check_wet(dry_run=dry_run)
    finally:
        await database.close()
    return facts


def _check_wet(*, dry_run: bool) -> None:
    if dry_run:
        raise _DryRunOver


async def _load(work: Work, read: Read, name: str, manager: str) -> Facts:
    owners = await employees.with_role(work.tx, Role.OWNER)
    if not owners:
        raise PlainError("there is no owner yet: set access.owner_id, run the bot and send it /start")
    owner = owners[0]
    plan = read.plan | await _assignee(owner, work, read, manager)
    view = await imports.prepare(owner, work, name, [Read(read.kind, plan, read.as_of)])
    facts: Facts = asdict(view)
    if facts.get("unassigned"):
        raise PlainError(
            f"{facts['unassigned']} new clients have no manager: fill the «Менеджер» column with names as in /team,"
            " or name one with --manager NAME; nothing was changed"
        )
    done = await imports.load(owner, work, view.id)
    await _tell(work, done.told)
    await _tell_moved(owner, work, done.moved)
    return facts | {"new": done.new, "changed": done.changed}


async def _tell(work: Work, news: Iterable[News]) -> None:
    """Left in the outbox of nobody: the running bot takes over what no process delivers."""
    post = Post(NOBODY, work.now)
    catalogue = Catalogue()
    for one in news:
        screen = paid(catalogue[one.manager.language], one.lines)
        post.show(one.manager.chat, screen, lane=Lane.PUSH)
    await outbox.add(work.tx, post.rows)


async def _tell_moved(owner: Actor, work: Work, moved: Sequence[ManagerNews]) -> None:
    post = Post(NOBODY, work.now)
    await tell_news(owner, work, Mouth(post, Catalogue()), moved)
    await outbox.add(work.tx, post.rows)


async def _assignee(owner: Actor, work: Work, read: Read, manager: str) -> dict[str, int]:
    """Whose the new clients become: of the one named, or of the only manager there is."""
    if read.kind is not ImportKind.CLIENTS:
        return {}
    colleagues = await candidates(owner, work)
    managers = [person.id for person in colleagues if person.role is Role.MANAGER]
    if manager:
        found = find_manager(manager, colleagues)
        if found is None:
            raise PlainError(f"nobody in the team is called {manager}: names are as in /team")
        return {"assignee": found}
    return {"assignee": managers[0]} if len(managers) == 1 else {}
