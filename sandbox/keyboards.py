"""Keyboards: what Telegram accepts under a message and in place of the letters."""

from typing import Any, Final
from urllib.parse import urlsplit

from sandbox.errors import ApiError, bad_request
from sandbox.limits import MAX_BUTTONS, MAX_CALLBACK_DATA_BYTES, MAX_COPY_TEXT, MAX_PLACEHOLDER

Json = dict[str, Any]

_INLINE_ACTIONS: Final = (
    "url",
    "callback_data",
    "copy_text",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
    "disabled",
)


def _bad_button(reason: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {reason}")


def check_inline_button(button: Json) -> Json:
    """A button of an inline keyboard (or of a rich message) as the chat keeps it."""
    button = {name: value for name, value in button.items() if value is not None}
    if not button.get("text"):
        raise _bad_button('Can\'t find field "text"')
    actions = [name for name in _INLINE_ACTIONS if name in button]
    if not actions:
        raise _bad_button("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("BUTTON_TYPE_INVALID")
    action, value = actions[0], button[actions[0]]
    if action == "callback_data" and not 1 <= len(str(value).encode()) <= MAX_CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "copy_text" and not 1 <= len(str(value.get("text", ""))) <= MAX_COPY_TEXT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if action == "url":
        _check_url(str(value))
    if action == "web_app" and not str(value.get("url", "")).startswith("https://"):
        raise bad_request("BUTTON_URL_INVALID")
    return button


def _check_url(url: str) -> None:
    if urlsplit(url).scheme not in ("http", "https", "tg", "ton", "tonsite"):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    if not urlsplit(url).netloc:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: URL host is empty")


def check_inline(markup: Json) -> Json | None:
    """An inline keyboard with its empty rows dropped; None when nothing is left."""
    rows = [[check_inline_button(button) for button in row] for row in markup["inline_keyboard"]]
    rows = [row for row in rows if row]
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def check_reply(markup: Json, *, private: bool) -> Json:
    """A keyboard in place of the letters, with its empty rows dropped."""
    rows: list[list[Json]] = []
    for row in markup["keyboard"]:
        buttons = [dict(button) for button in row]
        for button in buttons:
            if not button.get("text"):
                raise bad_request("can't parse keyboard button: Can't find field \"text\"")
            if button.get("request_contact") and not private:
                raise bad_request("phone number can be requested in private chats only")
            if button.get("request_location") and not private:
                raise bad_request("location can be requested in private chats only")
        if buttons:
            rows.append(buttons)
    if not rows:
        raise bad_request("reply keyboard is empty")
    if sum(map(len, rows)) > 300:
        raise bad_request("reply markup is too long")
    _check_placeholder(markup)
    return {**markup, "keyboard": rows}


def _check_placeholder(markup: Json) -> None:
    placeholder = markup.get("input_field_placeholder")
    if placeholder is not None and not 1 <= len(placeholder) <= MAX_PLACEHOLDER:
        raise bad_request("input field placeholder must be 1-64 characters long")


def check_markup(markup: Json | None, *, private: bool) -> Json | None:
    """Any reply_markup: the checked one, or None when it says nothing."""
    if not markup:
        return None
    if "inline_keyboard" in markup:
        return check_inline(markup)
    if "keyboard" in markup:
        return check_reply(markup, private=private)
    if "remove_keyboard" in markup:
        return {"remove_keyboard": True}
    if "force_reply" in markup:
        _check_placeholder(markup)
        return dict(markup)
    raise bad_request("object expected as reply markup")
