"""Updates become turns: each one transaction of its own in effect, several sharing a commit where there is one writer."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
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
from domain.secrecy import Protection
from handlers import door, errors, groups
from handlers.turn import Conversation, Turn
from screens.callbacks.behalf import unmarked
from screens.words import Catalogue, Words
from storage import conversations, employees, outbox
from storage.conversations import Stored
from storage.database import Database, Transaction
from storage.outbox import Outgoing
from usecases import desk_place, digest_place, going_out, people, substitution
from usecases.errors import NotFoundError, OnBehalfError, SubstitutionOverError
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
    """Where an update comes from. `message` is the one whose button was tapped; `thread` the topic of a group.

    `behalf` is whose place the tapped button takes, 0 where it is one's own; `apart`: a line for that place, wherever the dialogue
    stands; not `guarded`: the tapped message can be forwarded.
    """

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
    behalf: int = 0
    apart: bool = False
    guarded: bool = True


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
            guarded=bool(getattr(event.message, "has_protected_content", False)),
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
    protect: Protection = Protection.OFF
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
        raw, behalf = _for_whom(raw)
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
        work = Work(tx, now, self.rules)
        try:
            post = await self._find_place(update, replace(origin, behalf=behalf), work)
        except Exception as error:  # noqa: BLE001 - whatever it was, this turn alone is undone and answered
            post = Post(self.owner, now, self.protect)
            await self._apologise(tx, update, origin, post, error)
        return post.rows

    async def _find_place(self, update: Update, origin: Origin, work: Work) -> Post:
        """As they themselves; what is not theirs may be of somebody whose place they take."""
        try:
            return await self._attempt(update, origin, work)
        except OnBehalfError as error:
            return await self._attempt(update, replace(origin, behalf=error.employee, apart=True), work)
        except NotFoundError:
            for absent in [] if origin.behalf else await substitution.places_of(work, origin.user):
                with suppress(NotFoundError):
                    return await self._attempt(update, replace(origin, behalf=absent, apart=True), work)
            raise

    async def _attempt(self, update: Update, origin: Origin, work: Work) -> Post:
        post = Post(self.owner, work.now, self.protect)
        async with work.tx.savepoint():
            await self._answer(update, origin, work, post)
            await substitution.readdress(work, post, self.catalogue, origin.user)
            await outbox.add(work.tx, post.rows)
        return post

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
        typed = self._is_answer(origin)
        if typed and origin.apart and stored.behalf != origin.behalf:
            stored = Stored(None, None)  # a line for another place answers nothing that was asked here
        absent = stored.behalf if typed else 0
        actor, stored = await self._take_place(work, post, actor, stored, origin.behalf or absent)
        turn = self._turn(actor, stored, origin, work, post)
        # straight to the routers: what aiogram's dispatcher adds around them, a turn has done already
        await self.dispatcher.propagate_event(
            update.event_type, _bare(update, origin), turn=turn, raw_state=stored.state, bot=self.bot
        )
        await going_out.look_over(actor, work, post, turn.words)
        turn.ack()
        if turn.conversation.moved:
            await conversations.write(work.tx, origin.chat, origin.user, turn.conversation.now)

    def _is_answer(self, origin: Origin) -> bool:
        """What is typed goes on where the dialogue stands; commands and the main keyboard are always one's own."""
        return (
            origin.callback is None
            and not origin.text.startswith("/")
            and self.catalogue.place_of(origin.text) is None
        )

    async def _take_place(
        self, work: Work, post: Post, actor: Actor, stored: Stored, absent: int
    ) -> tuple[Actor, Stored]:
        if not absent:
            post.behalf = None
            return await substitution.step_back(work, actor), replace(stored, behalf=0)
        actor = await substitution.stand_in(work, actor, absent)
        post.behalf = substitution.behalf_of(actor, self.catalogue)
        return actor, replace(stored, behalf=absent)

    async def _passed_by(self, update: Update, origin: Origin, work: Work) -> bool:
        """What people write to one another in a group is not for us; nor that it has another id now, which is noted."""
        if origin.private or origin.callback is not None:
            return False
        if update.message is not None and update.message.migrate_to_chat_id is not None:
            await desk_place.note_moved(work, origin.chat, update.message.migrate_to_chat_id)
            await digest_place.note_moved(work, origin.chat, update.message.migrate_to_chat_id)
        return groups.command_of(origin.text, self.rules.bot_username) is None

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
        actor, stored = await self._take_place(work, post, actor, stored, origin.behalf)
        turn = self._turn(
            actor, stored, replace(origin, chat=actor.chat, message=None, thread=None), work, post
        )
        await self.dispatcher.propagate_event(
            update.event_type, update.event, turn=turn, raw_state=stored.state, bot=self.bot
        )
        await going_out.look_over(actor, work, post, turn.words)
        turn.ack(words.plain("ack-in-private"))
        if turn.conversation.moved:
            await conversations.write(work.tx, actor.chat, origin.user, turn.conversation.now)

    @asynccontextmanager
    async def turn_of(self, actor: Actor, work: Work, post: Post, *, behalf: int = 0) -> AsyncIterator[Turn]:
        """A turn in the actor's private chat that no update began; whoever opened `work` sends `post` on.

        `behalf` is whose place what is answered now was said in; 0: where the dialogue stands.
        """
        await conversations.lock(work.tx, actor.chat)
        stored = await conversations.read(work.tx, actor.chat, actor.chat)
        absent = behalf or stored.behalf
        still = absent and absent in await substitution.places_of(work, actor.chat)
        actor, stored = await self._take_place(work, post, actor, stored, absent if still else 0)
        origin = Origin(actor.chat, actor.chat, actor.name, actor.language, private=True)
        turn = self._turn(actor, stored, origin, work, post)
        yield turn
        await going_out.look_over(actor, work, post, turn.words)
        if turn.conversation.moved:
            await conversations.write(work.tx, actor.chat, actor.chat, turn.conversation.now)
        await substitution.readdress(work, post, self.catalogue, actor.chat)
        await outbox.add(work.tx, post.rows)

    async def type(self, turn: Turn, text: str) -> Actor:
        """`text` came another way (aloud, under a photo) and goes the way of what is typed; in whose place it was read."""
        said, dialogue, tapped = len(turn.post.rows), turn.conversation.now, turn.message
        actor, behalf = turn.actor, turn.post.behalf
        message = self._typed(turn, text)
        turn.message = None
        try:
            try:
                await self._read(turn, message)
            except OnBehalfError as error:
                del turn.post.rows[said:]
                turn.actor, turn.conversation.now = await self._take_place(
                    turn.work, turn.post, actor, Stored(None, None), error.employee
                )
                await self._read(turn, message)
        except Exception as error:  # noqa: BLE001 - what came before these words stands, whatever they did
            del turn.post.rows[said:]
            turn.conversation.now = dialogue
            errors.answer(turn.post, turn.chat, None, self._in_words(turn.words, error))
            return actor
        else:
            return turn.actor
        finally:
            turn.message, turn.actor, turn.post.behalf = tapped, actor, behalf

    async def _read(self, turn: Turn, message: Message) -> None:
        async with turn.work.tx.savepoint():
            await self.dispatcher.propagate_event(
                "message", message, turn=turn, raw_state=turn.conversation.state, bot=self.bot
            )

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

    def _turn(self, actor: Actor, stored: Stored, origin: Origin, work: Work, post: Post) -> Turn:
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
            origin.guarded,
        )

    async def _apologise(
        self, tx: Transaction, update: Update, origin: Origin, post: Post, error: Exception
    ) -> None:
        actor = await employees.find_by_telegram(tx, origin.user)
        words = self.catalogue[actor.language if actor else origin.language]
        if isinstance(error, SubstitutionOverError) and origin.callback is None:
            await conversations.write(
                tx, origin.chat, origin.user, Stored(None, None)
            )  # nothing to answer any more
        text = self._in_words(words, error, update=update.update_id)
        errors.answer(post, origin.chat, origin.callback, text, origin.thread)
        await outbox.add(tx, post.rows)

    def _in_words(self, words: Words, error: Exception, **where: int) -> str:
        """What is said about it; what nobody foresaw is logged under a reference."""
        if isinstance(error, ProzvonError):
            log.info("turn_refused", code=error.code, **where)
            return errors.in_words(words, error, self.clock().date())
        reference = secrets.token_hex(3).upper()
        self.metrics.failed.inc()
        log.error("turn_failed", reference=reference, exc_info=error, **where)
        return words("err-unexpected", reference=reference)


def _bare(update: Update, origin: Origin) -> Any:
    """A command of a group without the bot's name after it: whose it is was looked at, and aiogram would ask Telegram again."""
    if origin.private or update.message is None:
        return update.event
    return update.message.model_copy(update={"text": groups.bare(origin.text)})


def _for_whom(raw: Raw) -> tuple[Raw, int]:
    """The update with the button's own data, and whose place the message says is taken; 0 where it says nothing."""
    query = raw.get("callback_query")
    data, absent = unmarked((query or {}).get("data") or "")
    if not query or data == query.get("data"):
        return raw, 0
    return {**raw, "callback_query": {**query, "data": data}}, absent


def _by_chat(updates: Sequence[Raw]) -> dict[int, list[Raw]]:
    chats: dict[int, list[Raw]] = {}
    for raw in updates:
        body = raw.get("message") or (raw.get("callback_query") or {}).get("message") or {}
        chats.setdefault((body.get("chat") or {}).get("id", 0), []).append(raw)
    return chats
