"""The stand-in for Telegram, in memory and without HTTP: the bot calls methods, people act (see `phone`, `acts`)."""

import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from sandbox import account, editing, sending
from sandbox.errors import ApiError
from sandbox.files import StoredFile, Upload
from sandbox.limits import MAX_DOWNLOAD_BYTES, SendingLimits
from sandbox.requests import check_request, read_params
from sandbox.world import Json, World

Method = Callable[[World, Json, Mapping[str, Upload]], Any]

METHODS: Final[Mapping[str, Method]] = MappingProxyType(
    {
        "getMe": account.get_me,
        "getUpdates": account.get_updates,
        "setWebhook": account.set_webhook,
        "deleteWebhook": account.delete_webhook,
        "getWebhookInfo": account.get_webhook_info,
        "sendMessage": sending.send_message,
        "sendRichMessage": sending.send_rich_message,
        "sendDocument": sending.send_document,
        "sendPhoto": sending.send_photo,
        "sendVoice": sending.send_voice,
        "sendMediaGroup": sending.send_media_group,
        "sendContact": sending.send_contact,
        "sendLocation": sending.send_location,
        "sendChatAction": sending.send_chat_action,
        "copyMessage": sending.copy_message,
        "forwardMessage": sending.forward_message,
        "editMessageText": editing.edit_message_text,
        "editMessageCaption": editing.edit_message_caption,
        "editMessageMedia": editing.edit_message_media,
        "editMessageReplyMarkup": editing.edit_message_reply_markup,
        "deleteMessage": editing.delete_message,
        "deleteMessages": editing.delete_messages,
        "pinChatMessage": editing.pin_chat_message,
        "unpinChatMessage": editing.unpin_chat_message,
        "setMessageReaction": editing.set_message_reaction,
        "answerCallbackQuery": editing.answer_callback_query,
        "getFile": account.get_file,
        "setMyCommands": account.set_my_commands,
        "getMyCommands": account.get_my_commands,
        "deleteMyCommands": account.delete_my_commands,
        "setChatMenuButton": account.set_chat_menu_button,
        "getChatMenuButton": account.get_chat_menu_button,
        "getChat": account.get_chat,
        "getChatMember": account.get_chat_member,
    }
)
_NAMES: Final[Mapping[str, str]] = MappingProxyType({name.lower(): name for name in METHODS})
_COUNTED: Final = frozenset(
    name for name in METHODS if name.startswith(("send", "copy", "forward")) and name != "sendChatAction"
)
_NO_FILES: Final[Mapping[str, Upload]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the bot and what it got: a result, or the refusal."""

    method: str
    params: Json
    result: Any = None
    error: ApiError | None = None


class Telegram(World):
    """The Bot API in memory.

    `now` is the clock that dates messages; `monotonic` (seconds) is real time for limits and waiting.
    `strict_limits` answers 429 as the real one does; `validate=False` skips aiogram's models for speed.
    `log` keeps the last calls of the bot.
    """

    def __init__(
        self,
        token: str = "42:sandbox",  # noqa: S107 - the sandbox's own, opens nothing
        *,
        username: str = "prozvon_bot",
        now: Callable[[], datetime],
        strict_limits: bool = False,
        validate: bool = True,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(token, username=username, now=now, monotonic=monotonic)
        self.limits = SendingLimits(monotonic) if strict_limits else None
        self.validate = validate
        self.log: deque[Call] = deque(maxlen=2000)

    async def call(
        self, method: str, params: Mapping[str, Any] | None = None, files: Mapping[str, Upload] = _NO_FILES
    ) -> Any:
        """Carry out a method of the Bot API; the result is JSON-able.

        Values may be typed or form strings with JSON inside. Raises `ApiError` with Telegram's own words, or
        `ConnectionDroppedError` when such a fault was ordered.
        """
        name = _NAMES.get(method.lower())
        if name is None:
            raise ApiError(404, "Not Found: method not found")
        params = params or {}
        fault = self.faults.take(name, params)
        try:
            if fault is not None:
                await fault.before()
            result = await self._carry_out(name, params, files)
        except ApiError as error:
            self.log.append(Call(name, dict(params), error=error))
            raise
        self.log.append(Call(name, dict(params), result))
        if fault is not None:
            fault.after()
        return result

    async def _carry_out(self, name: str, params: Mapping[str, Any], files: Mapping[str, Upload]) -> Any:
        request = read_params(params)
        if self.validate:
            check_request(name, request, files)
        if self.limits is not None and name in _COUNTED:
            chat = self.get_chat(request.get("chat_id"))
            self.limits.check(chat.id, len(request["media"]) if name == "sendMediaGroup" else 1)
        try:
            result = METHODS[name](self, request, files)
        except KeyError as missing:
            # without validation a method finds out by itself what was not given
            raise ApiError(400, f"Bad Request: {missing.args[0]} is empty") from None
        return await result if isinstance(result, Awaitable) else result

    def check_token(self, token: str) -> None:
        """Raises `ApiError`: 401 for a foreign token, 404 for what is not one at all."""
        if token != self.token:
            raise ApiError(401, "Unauthorized") if ":" in token else ApiError(404, "Not Found")

    def get_file(self, path: str) -> StoredFile:
        """A stored file by the path that getFile gave. Raises `ApiError` 404."""
        stored = self.files.by_path.get(path)
        if stored is None or stored.size > MAX_DOWNLOAD_BYTES:
            raise ApiError(404, "Not Found")
        return stored
