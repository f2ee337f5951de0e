"""A message as a test reads it from the screen."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sandbox.chats import StoredMessage
from sandbox.rich import plain_rich, rich_buttons

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """What a person sees of a message. `text` is plain: the text, the caption, or the words of a rich message.

    `keyboard` is the inline keyboard as rows of buttons as the Bot API writes them; `raw` is the whole message.
    """

    id: int
    sender: str
    from_bot: bool
    text: str
    entities: tuple[Json, ...]
    keyboard: tuple[tuple[Json, ...], ...]
    document: Json | None
    photo: Json | None
    voice: Json | None
    contact: Json | None
    location: Json | None
    rich: Json | None
    reply_to: int | None
    forwarded_from: str | None
    date: datetime
    edited: bool
    silent: bool
    protected: bool
    raw: Json

    @property
    def labels(self) -> tuple[str, ...]:
        """The buttons under the message, row by row."""
        return tuple(str(button["text"]) for row in self.keyboard for button in row)

    @property
    def attachment(self) -> Json | None:
        """The file that came with it: document, photo or voice."""
        return self.document or self.photo or self.voice

    def marked(self, kind: str) -> tuple[str, ...]:
        """The pieces of the text under entities of this type, e.g. `bold`."""
        units = self.text.encode("utf-16-le")
        return tuple(
            units[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le")
            for entity in self.entities
            if entity["type"] == kind
        )

    def __str__(self) -> str:
        lines = [f"#{self.id} {self.sender}:", *("  " + line for line in self.text.splitlines())]
        for name, what in (("document", "file_name"), ("contact", "phone_number")):
            if (content := getattr(self, name)) is not None:
                lines.append(f"  <{name} {content.get(what)}>")
        lines += [f"  <{name}>" for name in ("photo", "voice", "location") if getattr(self, name) is not None]
        lines += ["  " + " ".join(f"[{button['text']}]" for button in row) for row in self.keyboard]
        return "\n".join(lines)


def read_message(body: Json, *, from_bot: bool, silent: bool = False) -> Message:
    """A `Message` of the Bot API -> what is seen."""
    rich = body.get("rich_message")
    text = plain_rich(rich) if rich else body.get("text") or body.get("caption") or ""
    rows = (body.get("reply_markup") or {}).get("inline_keyboard", [])
    keyboard = [*(rich_buttons(rich) if rich else []), *rows]
    sender = body["from"]
    return Message(
        id=body["message_id"],
        sender=" ".join(filter(None, [sender["first_name"], sender.get("last_name")])),
        from_bot=from_bot,
        text=text,
        entities=tuple(body.get("entities") or body.get("caption_entities") or ()),
        keyboard=tuple(tuple(row) for row in keyboard),
        document=body.get("document"),
        photo=body["photo"][-1] if body.get("photo") else None,
        voice=body.get("voice"),
        contact=body.get("contact"),
        location=body.get("location"),
        rich=rich,
        reply_to=body["reply_to_message"]["message_id"] if "reply_to_message" in body else None,
        forwarded_from=_origin(body.get("forward_origin")),
        date=datetime.fromtimestamp(body["date"], UTC),
        edited="edit_date" in body,
        silent=silent,
        protected=bool(body.get("has_protected_content")),
        raw=body,
    )


def _origin(origin: Json | None) -> str | None:
    if origin is None:
        return None
    return str(origin.get("sender_user_name") or origin["sender_user"]["first_name"])


def read_stored(stored: StoredMessage) -> Message:
    return read_message(stored.body, from_bot=stored.outgoing, silent=stored.silent)
