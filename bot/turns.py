"""Updates become turns: each one transaction of its own in effect, several sharing a commit where there is one writer."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import CallbackQuery, Message, Update
from pydantic import ValidationError

from bot.metrics import Metrics
from domain.actors import Actor
from domain.errors import ProzvonError
from handlers import door, errors, groups
from handlers.turn import Conversation, Turn
from screens.words import Catalogue, Words
from storage import conversations, employees, outbox
from storage.database import Database, Transaction
from storage.outbox import Outgoing
from usecases import desk_place, people
from usecases.post import Post
from usecases.rules import Rules
from usecases.work import Work

log = structlog.get_logger()
Raw = dict[str, Any]


class Clock(Protocol):
    def __call__(self) -> datetime: ...


class Outlet(Protocol):
    def accept(self, rows: list[Outgoing]) -> None: ...


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an update comes from. `message` is the one whose button was tapped; `thread` the topic of a group."""

    chat: int
    user: int
    name: str
    language: str
    private: bool
    message: int | None = None
    callback: str | None = None
    text: str = ""
    data: str | None = None
    thread: int | None = None


def origin_of(update: Update) -> Origin | None:
    """None for what nobody has to answer."""
    event = update.callback_query or update.message
    if isinstance(event, CallbackQuery):
        if event.message is None:
            return None
        chat, user = event.message.chat, event.from_user
        return Origin(
            chat.id,
            user.id,
            user.full_name,
            user.language_code or "",
            chat.type == "private",
            event.message.message_id,
            event.id,
            data=event.data,
            thread=_thread_of(event.message),
        )
    if event is not None and event.from_user is not None:
        user = event.from_user
        private = event.chat.type == "private"
        return Origin(
            event.chat.id,
            user.id,
            user.full_name,
            user.language_code or "",
            private,
            text=event.text or "",
            thread=_thread_of(event),
        )
    return None


def _thread_of(message: object) -> int | None:
    """None for a reply in a group without topics, which has a number of its thread as well."""
    if not isinstance(message, Message) or not message.is_topic_message:
        return None
    return message.message_thread_id


@dataclass
class Turns:
    """`owner` is this process's mark on the rows it will deliver."""

    database: Database
    dispatcher: Dispatcher
    bot: Bot
    rules: Rules
    catalogue: Catalogue
    clock: Clock
    outlet: Outlet
    metrics: Metrics
    owner: int
    protect: bool = False
    _chats: dict[int, asyncio.Lock] = field(default_factory=dict)

    async def run(self, updates: Sequence[Raw]) -> None:
        """All of them done and committed when this returns; raises where the database could not commit.

        Updates of one chat keep their order. One that fails is rolled back alone.
        """
        started = time.perf_counter()
        if self.database.one_writer:
            groups = [list(updates)] if updates else []
        else:
            groups = list(_by_chat(updates).values())
        await asyncio.gather(*(self._commit(group) for group in groups))
        self.metrics.batch_seconds.observe(time.perf_counter() - started)

    async def _commit(self, updates: list[Raw]) -> None:
        said: list[Outgoing] = []
        async with self.database.transaction() as tx:
            for raw in updates:
                said += await self._one(tx, raw)
                await asyncio.sleep(0)  # what is being sent goes on between turns
        self.outlet.accept(said)

    async def _one(self, tx: Transaction, raw: Raw) -> list[Outgoing]:
        now = self.clock()
        try:
            update = Update.model_validate(raw, context={"bot": self.bot})
        except ValidationError:
            log.exception("update_not_read", update=raw.get("update_id"))
            await conversations.mark_seen(tx, int(raw["update_id"]), now)
            return []
        origin = origin_of(update)
        if origin is not None:
            await conversations.lock(tx, origin.chat)
        if not await conversations.mark_seen(tx, update.update_id, now):
            self.metrics.repeated.inc()
            return []
        self.metrics.updates.inc()
        if origin is None:
            return []
        post = Post(self.owner, now, self.protect)
        work = Work(tx, now, self.rules)
        try:
            async with tx.savepoint():
                await self._answer(update, origin, work, post)
                await outbox.add(tx, post.rows)
        except Exception as error:  # noqa: BLE001 - whatever it was, this turn alone is undone and answered
            post = Post(self.owner, now, self.protect)
            await self._apologise(tx, update, origin, post, error)
        return post.rows

    async def _answer(self, update: Update, origin: Origin, work: Work, post: Post) -> None:
        if await self._passed_by(update, origin, work):
            return
        speaker = await conversations.find_speaker(work.tx, origin.chat, origin.user)
        if speaker is None:
            await door.answer_stranger(work, post, origin, self.catalogue)
            return
        actor, stored = speaker
        if origin.private:
            await people.note_back(actor, work)
        elif origin.callback is not None and not groups.stays(origin.data):
            await self._go_on_alone(update, actor, origin, work, post)
            return
        turn = self._turn(actor, stored, origin, work, post)
        # straight to the routers: what aiogram's dispatcher adds around them, a turn has done already
        await self.dispatcher.propagate_event(
            update.event_type, _bare(update, origin), turn=turn, raw_state=stored.state, bot=self.bot
        )
        turn.ack()
        if turn.conversation.moved:
            await conversations.write(work.tx, origin.chat, origin.user, turn.conversation.now)

    async def _passed_by(self, update: Update, origin: Origin, work: Work) -> bool:
        """What people write to one another in a group is not for us; nor that it has another id now, which is noted."""
        if origin.private or origin.callback is not None:
            return False
        if update.message is not None and update.message.migrate_to_chat_id is not None:
            await desk_place.note_moved(work, origin.chat, update.message.migrate_to_chat_id)
        return not groups.is_for_us(origin.text, self.rules.bot_username)

    async def _go_on_alone(
        self, update: Update, actor: Actor, origin: Origin, work: Work, post: Post
    ) -> None:
        """A button of a group that needs more than a tap: answered in the private chat, where dialogues are."""
        words = self.catalogue[actor.language]
        if not actor.reachable:
            errors.answer(post, origin.chat, origin.callback, words("err-private-shut"), origin.thread)
            return
        await conversations.lock(work.tx, actor.chat)
        stored = await conversations.read(work.tx, actor.chat, origin.user)
        turn = self._turn(
            actor, stored, replace(origin, chat=actor.chat, message=None, thread=None), work, post
        )
        await self.dispatcher.propagate_event(
            update.event_type, update.event, turn=turn, raw_state=stored.state, bot=self.bot
        )
        turn.ack(words.plain("ack-in-private"))
        if turn.conversation.moved:
            await conversations.write(work.tx, actor.chat, origin.user, turn.conversation.now)

    @asynccontextmanager
    async def turn_of(self, actor: Actor, work: Work, post: Post) -> AsyncIterator[Turn]:
        """A turn in the actor's private chat that no update began; whoever opened `work` sends `post` on."""
        await conversations.lock(work.tx, actor.chat)
        stored = await conversations.read(work.tx, actor.chat, actor.chat)
        origin = Origin(actor.chat, actor.chat, actor.name, actor.language, private=True)
        turn = self._turn(actor, stored, origin, work, post)
        yield turn
        if turn.conversation.moved:
            await conversations.write(work.tx, actor.chat, actor.chat, turn.conversation.now)
        await outbox.add(work.tx, post.rows)

    async def type(self, turn: Turn, text: str) -> None:
        """`text` came another way (aloud, under a photo) and goes the way of what is typed."""
        said, dialogue, tapped = len(turn.post.rows), turn.conversation.now, turn.message
        message = self._typed(turn, text)
        turn.message = None
        try:
            async with turn.work.tx.savepoint():
                await self.dispatcher.propagate_event(
                    "message", message, turn=turn, raw_state=turn.conversation.state, bot=self.bot
                )
        except Exception as error:  # noqa: BLE001 - what came before these words stands, whatever they did
            del turn.post.rows[said:]
            turn.conversation.now = dialogue
            errors.answer(turn.post, turn.chat, None, self._in_words(turn.words, error))
        finally:
            turn.message = tapped

    def _typed(self, turn: Turn, text: str) -> Message:
        """A message as Telegram would bring it: only whole updates can be read, the models inside are never built alone."""
        raw = {
            "message_id": 0,
            "date": int(turn.work.now.timestamp()),
            "chat": {"id": turn.chat, "type": "private"},
            "from": {"id": turn.actor.chat, "is_bot": False, "first_name": turn.actor.name},
            "text": text,
        }
        update = Update.model_validate({"update_id": 0, "message": raw}, context={"bot": self.bot})
        assert update.message is not None
        return update.message

    def _turn(
        self, actor: Actor, stored: conversations.Stored, origin: Origin, work: Work, post: Post
    ) -> Turn:
        return Turn(
            actor,
            work,
            Conversation(stored),
            self.catalogue[actor.language],
            self.catalogue,
            post,
            origin.chat,
            origin.message,
            origin.callback,
            self.type,
            origin.thread,
        )

    async def _apologise(
        self, tx: Transaction, update: Update, origin: Origin, post: Post, error: Exception
    ) -> None:
        actor = await employees.find_by_telegram(tx, origin.user)
        words = self.catalogue[actor.language if actor else origin.language]
        text = self._in_words(words, error, update=update.update_id)
        errors.answer(post, origin.chat, origin.callback, text, origin.thread)
        await outbox.add(tx, post.rows)

    def _in_words(self, words: Words, error: Exception, **where: int) -> str:
        """What is said about it; what nobody foresaw is logged under a reference."""
        if isinstance(error, ProzvonError):
            log.info("turn_refused", code=error.code, **where)
            return errors.in_words(words, error)
        reference = secrets.token_hex(3).upper()
        self.metrics.failed.inc()
        log.error("turn_failed", reference=reference, exc_info=error, **where)
        return words("err-unexpected", reference=reference)


def _bare(update: Update, origin: Origin) -> Any:
    """A command of a group without the bot's name after it: whose it is was looked at, and aiogram would ask Telegram again."""
    if origin.private or update.message is None:
        return update.event
    return update.message.model_copy(update={"text": groups.COMMAND})


def _by_chat(updates: Sequence[Raw]) -> dict[int, list[Raw]]:
    chats: dict[int, list[Raw]] = {}
    for raw in updates:
        body = raw.get("message") or (raw.get("callback_query") or {}).get("message") or {}
        chats.setdefault((body.get("chat") or {}).get("id", 0), []).append(raw)
    return chats
