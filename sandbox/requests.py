"""Requests as they come: form strings turned into values, and the check against aiogram's own models.

A request may be JSON (values are typed) or a form (everything is a string, objects are JSON inside of it).
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from sandbox.errors import bad_request

Json = dict[str, Any]

IDS: Final = frozenset({"chat_id", "from_chat_id"})
INTEGERS: Final = frozenset(
    [
        "message_id",
        "message_thread_id",
        "offset",
        "limit",
        "timeout",
        "user_id",
        "cache_time",
        "duration",
        "max_connections",
        "direct_messages_topic_id",
        "reply_to_message_id",
        "live_period",
        "heading",
        "proximity_alert_radius",
        "receiver_user_id",
        "video_start_timestamp",
    ]
)
FLOATS: Final = frozenset({"latitude", "longitude", "horizontal_accuracy"})
FLAGS: Final = frozenset(
    [
        "disable_notification",
        "protect_content",
        "allow_paid_broadcast",
        "allow_sending_without_reply",
        "show_alert",
        "disable_web_page_preview",
        "disable_content_type_detection",
        "show_caption_above_media",
        "has_spoiler",
        "drop_pending_updates",
        "is_big",
    ]
)
OBJECTS: Final = frozenset(
    [
        "reply_markup",
        "entities",
        "caption_entities",
        "link_preview_options",
        "reply_parameters",
        "rich_message",
        "commands",
        "scope",
        "menu_button",
        "allowed_updates",
        "media",
        "reaction",
        "message_ids",
        "suggested_post_parameters",
        "ephemeral_message_parameters",
    ]
)


def read_params(params: Mapping[str, Any]) -> Json:
    """Values as the methods want them. Raises `ApiError` 400 for what cannot be read."""
    read = {name: _read(name, value) for name, value in params.items() if value is not None}
    markup = read.get("reply_markup")
    if isinstance(markup, dict) and "keyboard" in markup:
        read["reply_markup"] = {
            **markup,
            "keyboard": [[*map(_read_button, row)] for row in markup["keyboard"]],
        }
    return read


def _read_button(button: Any) -> Any:
    """A button of a reply keyboard may come as its bare text, which aiogram's models do not know."""
    return {"text": button} if isinstance(button, str) else button


def _read(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if name in OBJECTS:
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None
    if name in IDS:
        return int(value) if value.lstrip("-").isdigit() else value
    if name in FLAGS:
        return value.lower() in ("true", "1", "yes")
    if name in INTEGERS or name in FLOATS:
        try:
            return int(value) if name in INTEGERS else float(value)
        except ValueError:
            raise bad_request(f"wrong number in the parameter {name}") from None
    return value


@cache
def method_model(method: str) -> Any:
    """The model that aiogram has of a method, e.g. `SendMessage`; None when it knows no such method."""
    import aiogram.methods

    return getattr(aiogram.methods, method[:1].upper() + method[1:], None)


def check_request(method: str, params: Json, files: Mapping[str, Any]) -> None:
    """Raises `ApiError` 400 naming what aiogram's model finds wrong: missing, mistyped or unknown parameters."""
    from pydantic import ValidationError

    model = method_model(method)
    if unknown := params.keys() - model.model_fields.keys():
        raise bad_request(f"unknown parameter {', '.join(sorted(unknown))} of the method {method}")
    given = {**{name: f"attach://{name}" for name in files if name in model.model_fields}, **params}
    try:
        request = model.model_validate(given)
    except ValidationError as error:
        raise bad_request(_first_problem(error, given)) from None
    if unknown_inside := sorted(find_unknown(request)):
        raise bad_request(f"unknown field {', '.join(unknown_inside)} in a parameter of the method {method}")


def _first_problem(error: Any, given: Json) -> str:
    problem = error.errors(include_url=False, include_context=False, include_input=False)[0]
    name = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "missing" and name == "text" and "text" not in given:
        return "message text is empty"
    if problem["type"] == "missing" and name == "chat_id":
        return "chat_id is empty"
    return f"wrong parameter {name}: {problem['msg']}"


def find_unknown(value: Any, path: str = "") -> Iterator[str]:
    """Dotted names of fields, at any depth, that aiogram's models do not have."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from find_unknown(item, path)
    elif hasattr(value, "model_extra"):
        for name in value.model_extra or ():
            yield f"{path}{name}"
        for name in value.model_fields_set:
            yield from find_unknown(getattr(value, name, None), f"{path}{name}.")
