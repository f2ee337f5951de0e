"""The state of the stand-in: people, chats, files, the queue of updates; and how a message gets into a chat."""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox.chats import Chat, Person, StoredMessage
from sandbox.errors import BLOCKED, NEVER_STARTED, ApiError, bad_request
from sandbox.faults import Faults
from sandbox.files import Files
from sandbox.updates import Updates

Json = dict[str, Any]


@dataclass(slots=True)
class Changes:
    """Tells everybody who looks (the page, a remote hand) what has happened."""

    version: int = 0
    _listeners: set[asyncio.Queue[Json]] = field(default_factory=set)

    def publish(self, kind: str, chat_id: int, **content: Any) -> None:
        self.version += 1
        for queue in self._listeners:
            queue.put_nowait({"kind": kind, "chat_id": chat_id, "version": self.version, **content})

    @contextmanager
    def listen(self) -> Iterator[asyncio.Queue[Json]]:
        queue: asyncio.Queue[Json] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)


@dataclass(slots=True)
class Webhook:
    """Where updates go instead of getUpdates."""

    url: str
    secret_token: str | None = None
    max_connections: int = 40
    last_error_at: int | None = None
    last_error: str | None = None


@dataclass(slots=True)
class PendingCallback:
    """A tap that waits for answerCallbackQuery; `asked_at` in monotonic seconds."""

    person_id: int
    chat_id: int
    asked_at: float


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the tap was answered with: a toast at the top, or a window (`alert`); `at` numbers the change."""

    text: str
    alert: bool
    at: int


class World:
    """Everything that Telegram remembers. `now` dates messages, `monotonic` measures waiting."""

    def __init__(
        self,
        token: str,
        *,
        username: str,
        now: Callable[[], datetime],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.token = token
        self.username = username
        self.now = now
        self.monotonic = monotonic
        self.bot_id = int(token.split(":", 1)[0])
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files = Files()
        self.updates = Updates()
        self.faults = Faults()
        self.changes = Changes()
        self.webhook: Webhook | None = None
        self.callbacks: dict[str, PendingCallback] = {}
        self.answers: dict[int, deque[CallbackAnswer]] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.default_menu_button: Json = {"type": "commands"}
        self._last_private_id = 0
        self._last_callback = 0

    # --- who is there

    def bot_user(self) -> Json:
        return {"id": self.bot_id, "is_bot": True, "first_name": "Prozvon", "username": self.username}

    def user(
        self,
        id: int,  # noqa: A002 - the field's name in Telegram
        first_name: str,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "ru",
        *,
        role: str = "",
    ) -> Person:
        """A person with a private chat to the bot, not started yet. The same id again changes the names."""
        person = self.people.setdefault(id, Person(id, first_name))
        person.first_name, person.last_name = first_name, last_name
        person.username, person.language_code, person.role = username, language_code, role
        self.chats.setdefault(id, Chat(id=id, type="private", person=person))
        return person

    def group(
        self,
        id: int,  # noqa: A002 - the field's name in Telegram
        title: str,
        members: Iterable[Person] = (),
        topics: Mapping[int, str] | None = None,
        *,
        bot_sees_all: bool = True,
    ) -> Chat:
        """A group with the bot in it; ids from -100… are supergroups, and only those have topics.

        With `bot_sees_all=False` the bot is told of commands and of replies to it only (Telegram's privacy mode).
        """
        is_super = str(id).startswith("-100")
        if id >= 0 or (topics and not is_super):
            raise ValueError("a group has a negative id, and topics live in supergroups (-100…)")
        chat = Chat(
            id=id,
            type="supergroup" if is_super else "group",
            title=title,
            members={person.id: person for person in members},
            topics=dict(topics or {}),
            bot_sees_all=bot_sees_all,
        )
        self.chats[id] = chat
        return chat

    def get_chat(self, chat_id: Any) -> Chat:
        """The chat by its id, or a person's by «@name». Raises `ApiError` 400."""
        if isinstance(chat_id, str) and chat_id.startswith("@"):
            name = chat_id[1:].lower()
            found = (person.id for person in self.people.values() if (person.username or "").lower() == name)
            chat_id = next(found, 0)
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found" if chat_id not in (None, "") else "chat_id is empty")
        return chat

    def get_open_chat(self, chat_id: Any) -> Chat:
        """A chat the bot may write to now. Raises 403 when the person has blocked it or never started it."""
        chat = self.get_chat(chat_id)
        if chat.person is not None:
            if chat.person.blocked:
                raise ApiError(403, BLOCKED)
            if not chat.person.started:
                raise ApiError(403, NEVER_STARTED)
        return chat

    # --- what is said

    def new_body(self, chat: Chat, sender: Json) -> Json:
        """The head of a new message: ids go up, one row of numbers for private chats and groups, one per supergroup."""
        if chat.type == "supergroup":
            chat.last_id += 1
            number = chat.last_id
        else:
            self._last_private_id += 1
            number = chat.last_id = self._last_private_id
        return {"message_id": number, "from": sender, "chat": chat.as_chat(), "date": self.timestamp()}

    def timestamp(self) -> int:
        return int(self.now().timestamp())

    def append(self, chat: Chat, message: StoredMessage) -> StoredMessage:
        chat.messages[message.id] = message
        if message.keyboard:
            message.keyboards.append(message.keyboard)
        self.changes.publish(
            "message", chat.id, message=message.body, outgoing=message.outgoing, silent=message.silent
        )
        message.changed_at = self.changes.version
        return message

    def replace(self, chat: Chat, message: StoredMessage, body: Json) -> StoredMessage:
        """A new state of a message; bodies already handed out stay as they were."""
        message.body = body
        keyboard = message.keyboard
        if keyboard and (not message.keyboards or message.keyboards[-1] != keyboard):
            message.keyboards.append(keyboard)
        self.changes.publish("edit", chat.id, message=body, outgoing=message.outgoing)
        message.changed_at = self.changes.version
        return message

    def delete(self, chat: Chat, message: StoredMessage) -> None:
        del chat.messages[message.id]
        chat.deleted[message.id] = message
        if message.id in chat.pinned:
            chat.pinned.remove(message.id)
        self.changes.publish("delete", chat.id, message_id=message.id)

    def new_callback(self, person: Person, chat: Chat) -> str:
        self._last_callback += 1
        callback_id = str(4382_000_000_000 + self._last_callback)
        self.callbacks[callback_id] = PendingCallback(person.id, chat.id, self.monotonic())
        return callback_id

    def answer(self, person_id: int, answer: CallbackAnswer) -> None:
        self.answers.setdefault(person_id, deque(maxlen=100)).append(answer)
