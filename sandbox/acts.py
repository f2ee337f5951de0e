"""What people do: write, tap, send files, share contacts, block. Each act becomes an update for the bot."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sandbox.chats import Chat, Person, StoredMessage
from sandbox.entities import find_entities
from sandbox.files import FileKind, Upload, document_json, photo_json, voice_json
from sandbox.limits import MAX_ALBUM, MAX_CAPTION, MAX_START_PAYLOAD, MAX_TEXT, utf16_length
from sandbox.world import World

Json = dict[str, Any]


class CannotActError(Exception):
    """A person cannot do this with a real telephone either."""


@dataclass(frozen=True, slots=True)
class Hand:
    """One person acting in one chat; `thread_id` is the topic they have open."""

    world: World
    person: Person
    chat: Chat
    thread_id: int | None = None

    def write(self, content: Json, *, reply_to: int | None = None) -> StoredMessage:
        """Put a message of this person into the chat and tell the bot. Raises `CannotActError` when it is blocked."""
        if self.chat.is_private and self.person.blocked:
            raise CannotActError("the bot is blocked: unblock it first")
        if not self.chat.is_private and self.person.id not in self.chat.members:
            raise CannotActError(f"{self.person.name} is not a member of {self.chat.title}")
        if self.chat.is_private:
            self.person.started = True
        body = self.world.new_body(self.chat, self.person.as_user())
        if self.thread_id is not None:
            body |= {"message_thread_id": self.thread_id, "is_topic_message": True}
        if reply_to is not None:
            answered = self.chat.messages.get(reply_to)
            if answered is None:
                raise CannotActError("there is no such message to reply to")
            body["reply_to_message"] = {n: v for n, v in answered.body.items() if n != "reply_to_message"}
        if self.chat.force_reply is not None:
            self.chat.force_reply = None
            self.world.changes.publish(
                "keyboard", self.chat.id, keyboard=self.chat.reply_keyboard, force_reply=None
            )
        message = self.world.append(self.chat, StoredMessage(body={**body, **content}, outgoing=False))
        if self._bot_sees(message.body):
            self.world.updates.push("message", message.body)
        return message

    def _bot_sees(self, body: Json) -> bool:
        if self.chat.is_private or self.chat.bot_sees_all:
            return True
        text = body.get("text") or body.get("caption") or ""
        answered = body.get("reply_to_message", {}).get("from", {})
        return (
            text.startswith("/")
            or f"@{self.world.username}" in text
            or answered.get("id") == self.world.bot_id
        )

    def say(self, text: str, *, reply_to: int | None = None) -> list[StoredMessage]:
        """A text as typed; what is longer than 4096 leaves in parts, as the app does it."""
        text = text.strip()
        if not text:
            raise CannotActError("an empty message cannot be sent")
        parts: list[str] = []
        while utf16_length(text) > MAX_TEXT:
            # half of the limit is safe even where every character takes two units
            room = text[: MAX_TEXT // 2]
            cut = max(room.rfind("\n"), room.rfind(" "))
            cut = cut if cut > 0 else len(room)
            parts.append(text[:cut].rstrip())
            text = text[cut:].lstrip()
        return [self.write(_text(part), reply_to=reply_to) for part in [*parts, text]]

    def start(self, payload: str | None = None) -> StoredMessage:
        """The «Start» button, or a link t.me/bot?start=payload."""
        if payload is not None and not (
            1 <= len(payload) <= MAX_START_PAYLOAD and payload.replace("-", "_").replace("_", "a").isalnum()
        ):
            raise CannotActError("a start payload has 1-64 characters of A-Z a-z 0-9 _ -")
        return self.say(f"/start {payload}" if payload else "/start")[0]

    def press(self, label: str) -> StoredMessage:
        """A button of the reply keyboard by its exact text."""
        button = next((one for one in self.reply_buttons() if one["text"] == label), None)
        if button is None:
            raise CannotActError(f"no button «{label}» in the reply keyboard")
        if button.get("request_contact"):
            raise CannotActError("this button shares a contact: call share_contact")
        if button.get("request_location"):
            return self.write({"location": {"latitude": 55.751244, "longitude": 37.618423}})
        message = self.say(label)[0]
        keyboard = self.chat.reply_keyboard
        if keyboard is not None and keyboard.get("one_time_keyboard"):
            self.chat.reply_keyboard = {**keyboard, "folded": True}
            self.world.changes.publish(
                "keyboard", self.chat.id, keyboard=self.chat.reply_keyboard, force_reply=None
            )
        return message

    def reply_buttons(self) -> list[Json]:
        keyboard = self.chat.reply_keyboard
        return [button for row in keyboard["keyboard"] for button in row] if keyboard else []

    def tap(self, data: str, message_id: int) -> str:
        """Tap an inline button (or send any data, for tests of bad ones); the answer is the id of the query."""
        stored = self.chat.messages.get(message_id)
        message: Json
        if stored is not None:
            message = stored.body
        else:
            message = {"chat": self.chat.as_chat(), "message_id": message_id, "date": 0}
        callback_id = self.world.new_callback(self.person, self.chat)
        self.world.updates.push(
            "callback_query",
            {
                "id": callback_id,
                "from": self.person.as_user(),
                "message": message,
                "chat_instance": str(7_000_000_000 + abs(self.chat.id)),
                "data": data,
            },
        )
        return callback_id

    def send_file(
        self, kind: FileKind, upload: Upload, *, caption: str | None = None, duration: int = 0
    ) -> StoredMessage:
        """A document, a photo or a voice message of `duration` seconds."""
        if caption and utf16_length(caption) > MAX_CAPTION:
            raise CannotActError("a caption has at most 1024 characters")
        stored = self.world.files.store(kind, upload)
        content: Json
        if kind == "document":
            content = {"document": document_json(stored)}
        elif kind == "photo":
            content = {"photo": photo_json(stored)}
        else:
            content = {"voice": voice_json(stored, duration)}
        if caption:
            content["caption"] = caption
            if entities := find_entities(caption):
                content["caption_entities"] = entities
        return self.write(content)

    def send_album(self, photos: Sequence[Upload], caption: str | None = None) -> list[StoredMessage]:
        """Photos chosen together: a message each, the caption under the first, as the app does it."""
        if not 2 <= len(photos) <= MAX_ALBUM:
            raise CannotActError(f"an album has 2-{MAX_ALBUM} photos")
        album = str(13_000_000_000 + self.world.changes.version)
        sent = []
        for number, photo in enumerate(photos):
            stored = self.world.files.store("photo", photo)
            content: Json = {"photo": photo_json(stored), "media_group_id": album}
            if caption and number == 0:
                content["caption"] = caption
            sent.append(self.write(content))
        return sent

    def share_contact(self, contact: Json) -> StoredMessage:
        """`contact`: phone_number, first_name and, if known, last_name, user_id, vcard."""
        return self.write({"contact": {name: value for name, value in contact.items() if value is not None}})

    def share_location(self, latitude: float, longitude: float) -> StoredMessage:
        return self.write({"location": {"latitude": latitude, "longitude": longitude}})

    def forward(self, text: str, from_name: str) -> StoredMessage:
        """A message of somebody who hides their account, passed on to the bot."""
        origin = {"type": "hidden_user", "sender_user_name": from_name, "date": self.world.timestamp()}
        return self.write({**_text(text), "forward_origin": origin})

    def edit(self, message_id: int, text: str) -> StoredMessage:
        message = self.chat.messages.get(message_id)
        if message is None or message.outgoing or message.body["from"]["id"] != self.person.id:
            raise CannotActError("only an own message can be edited")
        kept = {name: value for name, value in message.body.items() if name not in ("text", "entities")}
        body = {**kept, **_text(text), "edit_date": self.world.timestamp()}
        self.world.replace(self.chat, message, body)
        if self._bot_sees(body):
            self.world.updates.push("edited_message", body)
        return message

    def block(self, *, blocked: bool = True) -> None:
        """Stop the bot, or let it in again."""
        if self.person.blocked == blocked:
            return
        self.person.blocked = blocked
        states: list[Json] = [{"user": self.world.bot_user(), "status": "member"}]
        states.append({"user": self.world.bot_user(), "status": "kicked", "until_date": 0})
        old, new = states if blocked else states[::-1]
        self.world.changes.publish("block", self.chat.id, blocked=blocked)
        self.world.updates.push(
            "my_chat_member",
            {
                "chat": self.chat.as_chat(),
                "from": self.person.as_user(),
                "date": self.world.timestamp(),
                "old_chat_member": old,
                "new_chat_member": new,
            },
        )


def _text(text: str) -> Json:
    entities = find_entities(text)
    return {"text": text, "entities": entities} if entities else {"text": text}
