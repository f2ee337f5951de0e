"""What a turn wants to say, collected as outbox rows; nothing here talks to Telegram."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from domain.actors import Actor
from domain.charts import Chart, to_json
from domain.secrecy import SAVED, Protection, is_guarded
from screens.callbacks.behalf import MARK, marked
from screens.rich import rich_html
from screens.screen import LIMIT, FileRef, Screen, in_rows
from screens.words import Catalogue, Words
from storage.outbox import WITHDRAW, Lane, Outgoing, next_id

CHART = "chart"
# Beside the words of a message, for the sender to choose from.
RICH = "rich_message"
CAPTION_LIMIT = 1024
PROTECT = "protect_content"
# What holds a screen, of the parameters of a message.
SAID = frozenset({"text", "parse_mode", "link_preview_options", "reply_markup", RICH, PROTECT})


@dataclass(frozen=True, slots=True)
class Behalf:
    """Somebody stands in: `chat` is theirs, `employee_id` is who is absent, `label` (HTML) stands over each message."""

    employee_id: int
    chat: int
    label: str


def on_behalf(parameters: dict[str, Any], behalf: Behalf) -> dict[str, Any]:
    """A request to Telegram as the deputy gets it: to their chat, labelled, with buttons that act for the absent person."""
    changed = parameters | {"chat_id": behalf.chat}
    for name, limit in (("text", LIMIT), ("caption", CAPTION_LIMIT)):
        said = parameters.get(name)
        if said and len(said) + len(behalf.label) < limit and not said.startswith(behalf.label):
            changed[name] = f"{behalf.label}\n{said}"
    if RICH in parameters:
        changed[RICH] = {"html": f"<p>{behalf.label}</p>{parameters[RICH]['html']}"}
    rows = (parameters.get("reply_markup") or {}).get("inline_keyboard")
    if rows is None:
        changed.pop("reply_markup", None)  # the keyboard below is the deputy's own
        return changed
    changed["reply_markup"] = {
        "inline_keyboard": [[_for_deputy(one, behalf.employee_id) for one in row] for row in rows]
    }
    return changed


def _for_deputy(button: dict[str, Any], employee_id: int) -> dict[str, Any]:
    if "callback_data" not in button or MARK in button["callback_data"]:
        return button
    return button | {"callback_data": marked(button["callback_data"], employee_id)}


def is_message(method: str) -> bool:
    return method.startswith(("send", "editMessage"))


def reply_markup(screen: Screen) -> dict[str, Any] | None:
    if screen.rows:
        rows = [whole for row in screen.rows for whole in in_rows(row, len(row))]
        return {"inline_keyboard": [[_button(button) for button in row] for row in rows]}
    if screen.menu:
        return {
            "keyboard": [[{"text": text} for text in row] for row in screen.menu.rows],
            "resize_keyboard": True,
            "is_persistent": True,
            **({"input_field_placeholder": screen.menu.placeholder} if screen.menu.placeholder else {}),
        }
    return None


def _button(button: Any) -> dict[str, Any]:
    if button.tap is not None:
        return {"text": button.text, "callback_data": button.tap}
    if button.copy is not None:
        return {"text": button.text, "copy_text": {"text": button.copy}}
    return {"text": button.text, "url": button.url}


def commands_request(commands: Iterable[tuple[str, str]], chat: int | None = None) -> dict[str, Any]:
    """Of one chat, or of all private ones."""
    offered = [{"command": name, "description": text} for name, text in commands]
    scope = {"type": "all_private_chats"} if chat is None else {"type": "chat", "chat_id": chat}
    return {"commands": offered, "scope": scope}


@dataclass
class Post:
    """`owner` is the process that delivers; `protect` says which contents nobody can forward or save."""

    owner: int
    now: datetime
    protect: Protection = Protection.OFF
    rows: list[Outgoing] = field(default_factory=list)
    behalf: Behalf | None = None
    personal: set[int] = field(default_factory=set)
    made: dict[int, Callable[[Words], Screen]] = field(default_factory=dict)

    def personally(self, chat: int, screen: Screen, *, lane: Lane = Lane.REPLY) -> None:
        """To this person and to no deputy: what is about the absence itself."""
        self.show(chat, screen, lane=lane)
        self.personal.add(self.rows[-1].id)

    def guards(self, screen: Screen) -> bool:
        """Whether this screen is to be protected. An edit cannot change it: it says so for when it has to be sent anew."""
        return is_guarded(self.protect, passed_on=screen.passed_on or screen.menu is not None)

    def show(
        self,
        chat: int,
        screen: Screen,
        *,
        edit: int | None = None,
        anchor: str | None = None,
        lane: Lane = Lane.REPLY,
        thread: int | None = None,
    ) -> None:
        """Sends the screen, or puts it in place of message `edit`. `anchor` names it so that it can be changed later.

        `thread` is a topic of a group; an edit needs it only where the message is gone and is sent anew.
        """
        parameters = {"chat_id": chat} | self._said(screen)
        if thread is not None:
            parameters["message_thread_id"] = thread
        if edit is not None:
            parameters["message_id"] = edit
        self._add(chat, lane, "sendMessage" if edit is None else "editMessageText", parameters, anchor=anchor)

    def _said(self, screen: Screen) -> dict[str, Any]:
        """The parameters that hold the screen itself."""
        parameters: dict[str, Any] = {"text": screen.text, "parse_mode": "HTML"}
        parameters["link_preview_options"] = {"is_disabled": True}
        if screen.rich:
            parameters[RICH] = {"html": rich_html(screen.rich)}
        markup = reply_markup(screen)
        if markup:
            parameters["reply_markup"] = markup
        if self.guards(screen):
            parameters[PROTECT] = True
        return parameters

    def tell(
        self,
        person: Actor,
        make: Callable[[Words], Screen],
        catalogue: Catalogue,
        *,
        edit: int | None = None,
        anchor: str | None = None,
    ) -> None:
        """In their language; in that of their deputy, where it is read by one."""
        self.show(person.chat, make(catalogue[person.language]), edit=edit, anchor=anchor)
        self.made[self.rows[-1].id] = make

    def retold(self, row: Outgoing, words: Words) -> Outgoing:
        """The same in other words; as it is where nothing says how it was made."""
        make = self.made.get(row.id)
        if make is None:
            return row
        kept = {name: value for name, value in row.parameters.items() if name not in SAID}
        return replace(row, parameters=kept | self._said(make(words)))

    def change(self, chat: int, anchor: str, screen: Screen, *, thread: int | None = None) -> None:
        """Puts the screen in place of the message that was sent under `anchor`; sends it anew where that is gone."""
        self.show(chat, screen, edit=0, anchor=anchor, thread=thread)

    def offer(self, chat: int, commands: Iterable[tuple[str, str]]) -> None:
        """(name, what it opens): what Telegram offers after a slash in this chat."""
        self._add(chat, Lane.REPLY, "setMyCommands", commands_request(commands, chat))

    def withdraw(self, chat: int) -> None:
        """What was said to this chat before and still waits is dropped: nobody of ours reads there."""
        self._add(chat, Lane.REPLY, WITHDRAW, {})

    def ack(self, chat: int, callback: str, text: str = "", *, alert: bool = False) -> None:
        parameters: dict[str, Any] = {"callback_query_id": callback}
        if text:
            parameters |= {"text": text[:200], "show_alert": alert}
        self._add(chat, Lane.REPLY, "answerCallbackQuery", parameters)

    def attach(
        self, chat: int, file: FileRef, caption: Screen | None = None, *, lane: Lane = Lane.REPLY
    ) -> None:
        """A document, built again from what it refers to when it is sent."""
        parameters: dict[str, Any] = {"chat_id": chat}
        if caption:
            parameters |= {"caption": caption.text, "parse_mode": "HTML"}
            markup = reply_markup(caption)
            if markup:
                parameters["reply_markup"] = markup
        if is_guarded(self.protect, passed_on=file.kind in SAVED):
            parameters[PROTECT] = True
        self._add(chat, lane, "sendDocument", parameters, file=asdict(file))

    def picture(self, chat: int, chart: Chart | None, caption: Screen, *, lane: Lane = Lane.REPLY) -> None:
        """A chart over its words and buttons (≤ 1024 characters); the words alone where there is none, or none can be drawn."""
        if chart is None:
            self.show(chat, caption, lane=lane)
            return
        file = {"kind": CHART, "chart": to_json(chart)}
        parameters: dict[str, Any] = {"chat_id": chat, "caption": caption.text, "parse_mode": "HTML"}
        markup = reply_markup(caption)
        if markup:
            parameters["reply_markup"] = markup
        if self.guards(caption):
            parameters[PROTECT] = True
        self._add(chat, lane, "sendPhoto", parameters, file=file)

    def again(self, chat: int, kind: str, file_id: str, caption: Screen) -> None:
        """A voice message or a photo (`kind`: voice, photo) that Telegram has already, by its id."""
        parameters: dict[str, Any] = {
            "chat_id": chat,
            kind: file_id,
            "caption": caption.text,
            "parse_mode": "HTML",
        }
        markup = reply_markup(caption)
        if markup:
            parameters["reply_markup"] = markup
        if self.guards(caption):
            parameters[PROTECT] = True
        self._add(chat, Lane.REPLY, f"send{kind.capitalize()}", parameters)

    def _add(
        self,
        chat: int,
        lane: Lane,
        method: str,
        parameters: dict[str, Any],
        *,
        file: dict[str, Any] | None = None,
        anchor: str | None = None,
    ) -> None:
        if self.behalf is not None and chat == self.behalf.chat and is_message(method):
            parameters = on_behalf(parameters, self.behalf)
        row = Outgoing(next_id(), chat, int(lane), method, parameters, file, anchor, self.owner, self.now)
        self.rows.append(row)


Make = Callable[..., Screen]
