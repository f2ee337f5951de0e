"""The composition root: everything is built here, once for each app, and nothing at import."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Protocol

import structlog
from aiogram import Bot, Dispatcher

from bot.building import Building
from bot.clock import FollowedClock, real_clock
from bot.config import Config
from bot.drawing import Artist, Painter
from bot.files import Files
from bot.listening import Ears, ears_of
from bot.metrics import Metrics
from bot.sender import Api as SenderApi
from bot.sender import Sender
from bot.turns import Clock, Turns
from bot.voice import Bell, Voices
from exchange.sheet import Limits
from handlers import routers
from scheduler.pushes import Scheduler
from screens.words import Catalogue
from storage import outbox
from storage.database import Database, open_database
from storage.instances import Instance
from storage.outbox import Outgoing
from usecases import desk_post, digest_place, people, pushes
from usecases.advice_counting import plan_past
from usecases.post import Post
from usecases.rules import Rules
from usecases.work import Work

log = structlog.get_logger()


class Api(SenderApi, Protocol):
    """Telegram, real or not."""

    async def download(self, file_id: str, limit: int) -> bytes: ...


@dataclass
class App:
    """One bot: its turns, its sender, its scheduler, over one database."""

    database: Database
    turns: Turns
    sender: Sender
    scheduler: Scheduler
    metrics: Metrics
    files: Files
    voices: Voices
    artist: Artist
    instance: Instance
    _pushes_planned: bool = field(default=False, init=False)

    @asynccontextmanager
    async def sending(self) -> AsyncIterator[None]:
        """The sender at work, with what an earlier process left behind; on leaving, what was said still goes out."""
        await self.instance.start()
        await self.take_over()
        task = asyncio.create_task(self.sender.run())
        try:
            yield
            with suppress(TimeoutError):
                async with asyncio.timeout(10):
                    await self.sender.idle()
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            await self.artist.close()
            await self.instance.close()

    async def take_over(self) -> None:
        """What processes that are no more left unsent; and the pushes, where no other process sends them."""
        if not await self.instance.lead():
            self._pushes_planned = False
            return
        left: list[Outgoing] = []
        async with self.database.transaction() as tx:
            owners = await tx.values(outbox.OWNERS)
        for owner in owners:
            async with self.instance.if_dead(owner) as dead:
                if dead:
                    async with self.database.transaction() as tx:
                        left += await outbox.adopt(tx, owner, self.turns.owner)
        if left:
            log.info("outbox_taken_over", rows=len(left))
        self.sender.accept(sorted(left, key=lambda row: row.id))
        if not self._pushes_planned:
            await self._plan_pushes()

    async def _plan_pushes(self) -> None:
        """An update of the bot may have brought a kind of push that nobody's schedule knows."""
        async with self.database.transaction() as tx:
            work = Work(tx, self.turns.clock(), self.turns.rules)
            if added := await pushes.plan_missing(work):
                log.info("pushes_planned", rows=added)
            await plan_past(work)
        self._pushes_planned = True

    async def tick(self) -> None:
        """The pushes that are due, where this is the process that sends them."""
        if self.instance.leading:
            await self.scheduler.tick()


@dataclass(frozen=True)
class Entrance:
    """What an update comes in by: the words of the buttons, the way to each handler, the bot that it is read for."""

    catalogue: Catalogue
    dispatcher: Dispatcher
    bot: Bot


def entrance_of(config: Config) -> Entrance:
    catalogue = Catalogue(own=config.outcomes.names)
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_routers(*routers(catalogue))
    return Entrance(catalogue, dispatcher, Bot(config.token.get_secret_value() or "0:none"))


def build_app(
    config: Config,
    api: Api,
    *,
    database: Database | None = None,
    clock: Clock = real_clock,
    rules: Rules | None = None,
    ears: Ears | None = None,
    artist: Artist | None = None,
    entrance: Entrance | None = None,
) -> App:
    """`api` is Telegram, real or not. The database must be migrated. `ears` and `artist` stand in for what is set.

    An `entrance` of the same words and token may serve many apps.
    """
    database = database or open_database(config.storage.url, config.storage.pool_size)
    rules = rules or config.rules
    entrance = entrance or entrance_of(config)
    catalogue = entrance.catalogue
    metrics = Metrics()
    painter = artist or Painter()
    owner = random.SystemRandom().getrandbits(31)
    protect = config.telegram.protect_content

    def say(rows: list[Outgoing]) -> None:
        sender.accept(rows)

    building = Building(database, rules, catalogue, clock, painter, owner, protect, say)

    async def on_blocked(chat: int) -> None:
        async with database.transaction() as tx:
            post = Post(owner, clock(), protect)
            for note in (people.note_unreachable, desk_post.note_shut_out, digest_place.note_shut_out):
                await note(Work(tx, clock(), rules), post, chat, catalogue)
            await outbox.add(tx, post.rows)
        say(post.rows)

    sender = Sender(
        api,
        database,
        limits=config.telegram.limits,
        build=building.build,
        on_blocked=on_blocked,
        metrics=metrics,
        at_once=config.telegram.connections,
        rich=config.digest.rich,
    )
    limits = Limits(file_bytes=config.files.max_megabytes * 1024 * 1024, rows=config.files.max_rows)
    dropped = Files(database, rules, catalogue, clock, sender, api.download, owner, limits, protect)
    bell = Bell(dropped)
    turns = Turns(
        database, entrance.dispatcher, entrance.bot, rules, catalogue, clock, bell, metrics, owner, protect
    )
    voices = Voices(turns, clock, bell, api.download, ears or ears_of(config.voice))
    scheduler = Scheduler(database, rules, catalogue, clock, sender, metrics, owner, protect)
    return App(
        database, turns, sender, scheduler, metrics, dropped, voices, painter, Instance(database, owner)
    )


async def learn_name(api: SenderApi, rules: Rules) -> Rules:
    """The rules with the bot's own username, which invitation links need."""
    me = await api.call("getMe")
    return replace(rules, bot_username=me["username"])


def clock_of(config: Config) -> Clock:
    return FollowedClock(config.clock.url) if config.clock.url else real_clock
