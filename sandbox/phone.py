"""A person's hand and eye in tests: `await anna.taps("Не ответил")`, `anna.sees("Звонков: 1")`."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sandbox.acts import Hand
from sandbox.chats import Chat, Person
from sandbox.files import Upload
from sandbox.telegram import Telegram
from sandbox.view import Message, read_message, read_stored

Json = dict[str, Any]


class NotOnScreenError(AssertionError):
    """The test looked for what is not there; the text shows the whole screen."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button within reach; `message` is None for one of the reply keyboard."""

    label: str
    message: Message | None
    raw: Json


def choose_button(label: str, buttons: Iterable[Button], screen: str) -> Button:
    """The button that is called so, else the only one whose label contains it, among one message's (or keyboard's).

    `buttons` come with the newest message first. Raises `NotOnScreenError`.
    """
    groups: dict[int | None, list[Button]] = {}
    for button in buttons:
        groups.setdefault(button.message.id if button.message else None, []).append(button)
    for group in groups.values():
        if exact := [button for button in group if button.label == label]:
            return exact[0]
    for group in groups.values():
        partly = [button for button in group if label.casefold() in button.label.casefold()]
        if len(partly) == 1:
            return partly[0]
        if partly:
            names = ", ".join(f"«{button.label}»" for button in partly)
            raise NotOnScreenError(f"«{label}» fits several buttons: {names}\n{screen}")
    raise NotOnScreenError(f"no button «{label}»\n{screen}")


def reachable(messages: Iterable[Message], reply_keyboard: Json | None) -> list[Button]:
    """Every button that a thumb can reach, newest message first, the reply keyboard last."""
    found = [
        Button(str(raw["text"]), message, raw)
        for message in reversed([*messages])
        for row in message.keyboard
        for raw in row
    ]
    if reply_keyboard is not None:
        found += [Button(str(raw["text"]), None, raw) for row in reply_keyboard["keyboard"] for raw in row]
    return found


def draw_screen(
    title: str, messages: Iterable[Message], reply_keyboard: Json | None, *, last: int = 12
) -> str:
    """The end of a chat as text, for the messages of failed tests."""
    lines = [f"--- {title} ---", *map(str, [*messages][-last:])]
    if reply_keyboard is not None:
        lines.append("keyboard:")
        lines += [
            "  " + " ".join(f"[{button['text']}]" for button in row) for row in reply_keyboard["keyboard"]
        ]
    return "\n".join(lines)


def check_seen(fragments: Iterable[str], where: Iterable[Message], screen: str) -> Message:
    """The newest message that has every fragment; with none such, the error names the first that is missing."""
    looked = [*where]
    wanted = [*fragments]
    for message in reversed(looked):
        if all(fragment in message.text for fragment in wanted):
            return message
    texts = [message.text for message in looked]
    missing = [fragment for fragment in wanted if not any(fragment in text for text in texts)]
    raise NotOnScreenError(f"not seen: {', '.join(repr(one) for one in missing or wanted)}\n{screen}")


class Phone:
    """One person's phone open at one chat: with the bot, or a group.

    `settle` is awaited after every action, so that the bot has handled everything when the test looks again.
    """

    def __init__(
        self,
        telegram: Telegram,
        user: Person,
        settle: Callable[[], Awaitable[None]],
        *,
        chat: Chat | None = None,
        thread_id: int | None = None,
    ) -> None:
        self.telegram = telegram
        self.user = user
        self._settle = settle
        self._chat = chat or telegram.chats[user.id]
        self._thread_id = thread_id
        self._hand = Hand(telegram, user, self._chat, thread_id)
        self._acted_after = 0

    def in_group(self, group: Chat, thread_id: int | None = None) -> "Phone":
        """The same person's phone, open at a group or at one of its topics."""
        return Phone(self.telegram, self.user, self._settle, chat=group, thread_id=thread_id)

    # --- the hand

    async def _done(self, mark: int) -> None:
        self._acted_after = mark
        await self._settle()

    @property
    def _mark(self) -> int:
        return self.telegram.changes.version

    async def says(self, text: str) -> None:
        mark = self._mark
        self._hand.say(text)
        await self._done(mark)

    async def starts(self, payload: str | None = None) -> None:
        """Opens the bot by a link with this payload, or by its «Start» button."""
        mark = self._mark
        self._hand.start(payload)
        await self._done(mark)

    async def taps(self, label: str) -> None:
        """The newest inline button, or the one of the reply keyboard, that is called so (or the only one to contain it)."""
        mark = self._mark
        self._tap(self._find_button(label))
        await self._done(mark)

    async def double_taps(self, label: str) -> None:
        """A nervous thumb: the same button twice before the bot has answered."""
        button = self._find_button(label)
        mark = self._mark
        self._tap(button)
        self._tap(button)
        await self._done(mark)

    async def taps_old(self, message: Message, label: str) -> None:
        """A button that this message once had, with the data it then carried, even if the button or the message is gone."""
        stored = self._chat.messages.get(message.id) or self._chat.deleted.get(message.id)
        earlier = stored.keyboards if stored is not None else []
        rows = [
            *message.keyboard,
            *(row for keyboard in reversed(earlier) for row in keyboard["inline_keyboard"]),
        ]
        buttons: dict[str, Button] = {}
        for raw in (raw for row in rows for raw in row):
            buttons.setdefault(raw["text"], Button(raw["text"], message, raw))
        mark = self._mark
        self._tap(choose_button(label, buttons.values(), self._drawn()))
        await self._done(mark)

    async def sends_callback(self, data: str, message: Message | None = None) -> None:
        """Any callback data, as if of a button of this message (the bot's last one when None)."""
        mark = self._mark
        self._hand.tap(data, (message or self._last()).id)
        await self._done(mark)

    async def sends_file(self, name: str, data: bytes, caption: str | None = None) -> None:
        mark = self._mark
        self._hand.send_file("document", Upload(name, data), caption=caption)
        await self._done(mark)

    async def sends_photo(self, data: bytes, caption: str | None = None) -> None:
        mark = self._mark
        self._hand.send_file("photo", Upload("photo.jpg", data), caption=caption)
        await self._done(mark)

    async def sends_album(self, photos: Iterable[bytes], caption: str | None = None) -> None:
        """Several photos chosen together."""
        mark = self._mark
        self._hand.send_album([Upload("photo.jpg", data) for data in photos], caption)
        await self._done(mark)

    async def sends_voice(self, data: bytes, duration: int) -> None:
        """A voice message of `duration` seconds."""
        mark = self._mark
        self._hand.send_file("voice", Upload("voice.oga", data), duration=duration)
        await self._done(mark)

    async def shares_contact(
        self,
        first_name: str,
        phone: str,
        last_name: str | None = None,
        vcard: str | None = None,
        user_id: int | None = None,
    ) -> None:
        mark = self._mark
        self._hand.share_contact(
            {
                "phone_number": phone,
                "first_name": first_name,
                "last_name": last_name,
                "user_id": user_id,
                "vcard": vcard,
            }
        )
        await self._done(mark)

    async def shares_location(self, latitude: float, longitude: float) -> None:
        mark = self._mark
        self._hand.share_location(latitude, longitude)
        await self._done(mark)

    async def forwards(self, text: str, from_name: str) -> None:
        mark = self._mark
        self._hand.forward(text, from_name)
        await self._done(mark)

    async def replies(self, message: Message, text: str) -> None:
        mark = self._mark
        self._hand.say(text, reply_to=message.id)
        await self._done(mark)

    async def edits(self, message: Message, text: str) -> None:
        mark = self._mark
        self._hand.edit(message.id, text)
        await self._done(mark)

    async def blocks_bot(self) -> None:
        mark = self._mark
        self._hand.block()
        await self._done(mark)

    async def unblocks_bot(self) -> None:
        mark = self._mark
        self._hand.block(blocked=False)
        await self._done(mark)

    # --- the eye

    @property
    def messages(self) -> list[Message]:
        """All that the chat now shows, oldest first, both sides."""
        stored = self._chat.messages.values()
        if self._thread_id is not None:
            return [
                read_stored(one) for one in stored if one.body.get("message_thread_id") == self._thread_id
            ]
        return [read_stored(one) for one in stored]

    @property
    def from_bot(self) -> list[Message]:
        return [message for message in self.messages if message.from_bot]

    @property
    def new(self) -> list[Message]:
        """The bot's messages that came or changed since this person's last own action."""
        return [
            read_stored(stored)
            for stored in self._chat.messages.values()
            if stored.outgoing
            and stored.changed_at > self._acted_after
            and self._thread_id in (None, stored.body.get("message_thread_id"))
        ]

    @property
    def screen(self) -> str:
        """The bot's last message as plain text; empty when it has said nothing."""
        messages = self.from_bot
        return messages[-1].text if messages else ""

    @property
    def last(self) -> Message:
        """The bot's last message. Raises `NotOnScreenError` when there is none."""
        return self._last()

    def sees(self, *fragments: str, anywhere: bool = False) -> Message:
        """The bot's last message, which has every fragment; with `anywhere`, some message since the last own action."""
        return check_seen(fragments, self.new if anywhere else self.from_bot[-1:], self._drawn())

    def does_not_see(self, *fragments: str, anywhere: bool = False) -> None:
        """None of the fragments is in the bot's last message; with `anywhere`, in any since the last own action."""
        texts = [message.text for message in (self.new if anywhere else self.from_bot[-1:])]
        seen = [fragment for fragment in fragments if any(fragment in text for text in texts)]
        if seen:
            raise NotOnScreenError(f"seen, but should not be: {', '.join(map(repr, seen))}\n{self._drawn()}")

    @property
    def buttons(self) -> list[str]:
        """Labels of the newest inline keyboard, then of the reply keyboard."""
        newest = next((message for message in reversed(self.messages) if message.keyboard), None)
        return [button.label for button in reachable([newest] if newest else [], self._chat.reply_keyboard)]

    @property
    def alert(self) -> str | None:
        """What the taps of the last action were answered with (a toast or a window); None when with nothing."""
        answers = self.telegram.answers.get(self.user.id, ())
        texts = [answer.text for answer in answers if answer.at > self._acted_after and answer.text]
        return texts[-1] if texts else None

    def file(self, message: Message | None = None) -> tuple[str, bytes]:
        """Name and bytes of the document of this message, or of the bot's last one with a document (or photo)."""
        if message is None:
            with_file = [one for one in self.from_bot if one.attachment]
            if not with_file:
                raise NotOnScreenError(f"no file\n{self._drawn()}")
            message = with_file[-1]
        content = message.attachment
        if content is None:
            raise NotOnScreenError(f"no file in the message\n{message}")
        stored = self.telegram.files.by_id[content["file_id"]]
        return stored.name, stored.data

    def copied(self, label: str) -> str:
        """What a copy button would put into the clipboard."""
        button = self._find_button(label)
        if "copy_text" not in button.raw:
            raise NotOnScreenError(f"«{button.label}» does not copy\n{self._drawn()}")
        return str(button.raw["copy_text"]["text"])

    # --- what both use

    def _drawn(self) -> str:
        return draw_screen(
            f"{self.user.name}, chat {self._chat.id}", self.messages, self._chat.reply_keyboard
        )

    def _last(self) -> Message:
        messages = self.from_bot
        if not messages:
            raise NotOnScreenError(f"the bot has said nothing\n{self._drawn()}")
        return messages[-1]

    def _find_button(self, label: str) -> Button:
        return choose_button(label, reachable(self.messages, self._chat.reply_keyboard), self._drawn())

    def _tap(self, button: Button) -> None:
        if button.message is None:
            if button.raw.get("request_contact"):
                self._hand.share_contact(
                    {
                        "phone_number": f"+7900{self.user.id % 10_000_000:07d}",
                        "first_name": self.user.first_name,
                        "last_name": self.user.last_name,
                        "user_id": self.user.id,
                    }
                )
            else:
                self._hand.press(button.label)
        elif "callback_data" in button.raw:
            self._hand.tap(button.raw["callback_data"], button.message.id)
        else:
            raise NotOnScreenError(f"«{button.label}» sends nothing to the bot\n{self._drawn()}")


__all__ = ["Button", "Message", "NotOnScreenError", "Phone", "read_message"]
