"""Who is there and what was said: people, chats, messages as Telegram keeps them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]


@dataclass(slots=True)
class Person:
    """Somebody with a telephone. `started`: has written to the bot; `role`: a caption for the page, Telegram has none."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "ru"
    started: bool = False
    blocked: bool = False
    role: str = ""

    @property
    def name(self) -> str:
        return " ".join(filter(None, [self.first_name, self.last_name]))

    def as_user(self) -> Json:
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if (value := getattr(self, name)) is not None:
                user[name] = value
        return user


@dataclass(slots=True)
class StoredMessage:
    """A message with what the API does not tell: who may edit it, when it changed, every inline keyboard it had."""

    body: Json
    outgoing: bool
    fixed: bool = False  # carried a reply keyboard, which makes a message uneditable
    silent: bool = False
    changed_at: int = 0  # the number of the change that last touched it
    keyboards: list[Json] = field(default_factory=list)

    @property
    def id(self) -> int:
        return int(self.body["message_id"])

    @property
    def keyboard(self) -> Json | None:
        return self.body.get("reply_markup")


@dataclass(slots=True)
class Chat:
    """A private chat (its id is the person's), a group, or a supergroup with topics."""

    id: int
    type: Literal["private", "group", "supergroup"]
    title: str | None = None
    person: Person | None = None
    members: dict[int, Person] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    bot_sees_all: bool = True
    messages: dict[int, StoredMessage] = field(default_factory=dict)
    deleted: dict[int, StoredMessage] = field(default_factory=dict)
    last_id: int = 0
    reply_keyboard: Json | None = None
    force_reply: Json | None = None
    pinned: list[int] = field(default_factory=list)
    menu_button: Json | None = None

    @property
    def is_private(self) -> bool:
        return self.type == "private"

    def as_chat(self) -> Json:
        chat: Json = {"id": self.id, "type": self.type}
        if self.person is not None:
            chat["first_name"] = self.person.first_name
            for name in ("last_name", "username"):
                if (value := getattr(self.person, name)) is not None:
                    chat[name] = value
        else:
            chat["title"] = self.title
            if self.topics:
                chat["is_forum"] = True
        return chat

    def people(self) -> Iterable[Person]:
        return [self.person] if self.person is not None else self.members.values()
