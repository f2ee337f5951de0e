"""The methods that change, remove, pin and answer what is already there."""

from typing import Any

from sandbox.chats import Chat, StoredMessage
from sandbox.errors import NOT_MODIFIED, QUERY_TOO_OLD, bad_request
from sandbox.keyboards import check_markup
from sandbox.limits import CALLBACK_ANSWER_SECONDS, DELETE_WITHIN_HOURS, MAX_ALERT_TEXT
from sandbox.rich import check_rich
from sandbox.sending import Uploads, read_caption, read_message_text
from sandbox.world import CallbackAnswer, World

Json = dict[str, Any]


def _get_editable(world: World, params: Json) -> tuple[Chat, StoredMessage]:
    if params.get("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = world.get_open_chat(params.get("chat_id"))
    if params.get("message_id") is None:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(params["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    if not message.outgoing or message.fixed or "forward_origin" in message.body:
        raise bad_request("message can't be edited")
    return chat, message


def _edit(world: World, params: Json, content: Json, replaced: frozenset[str], *, marks: bool = True) -> Json:
    """Put `content` in place of the `replaced` fields; a keyboard that is not given again goes away."""
    chat, message = _get_editable(world, params)
    markup = params.get("reply_markup")
    if markup and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    keyboard = check_markup(markup, private=chat.is_private)
    old = message.body
    kept = {name: value for name, value in old.items() if name not in replaced | {"reply_markup"}}
    body = {**kept, **content}
    if keyboard:
        body["reply_markup"] = keyboard
    if body == old:
        raise bad_request(NOT_MODIFIED)
    if marks:
        body["edit_date"] = world.timestamp()
    return world.replace(chat, message, body).body


_TEXT = frozenset({"text", "entities", "rich_message", "link_preview_options"})
_CAPTION = frozenset({"caption", "caption_entities"})
_MEDIA = frozenset({"document", "photo", "voice", "caption", "caption_entities"})


def edit_message_text(world: World, params: Json, _files: Uploads) -> Json:
    _chat, message = _get_editable(world, params)
    if not {"text", "rich_message"} & message.body.keys():
        raise bad_request("there is no text in the message to edit")
    if params.get("rich_message"):
        return _edit(world, params, {"rich_message": check_rich(params["rich_message"])}, _TEXT)
    content = read_message_text(params)
    if options := params.get("link_preview_options"):
        content["link_preview_options"] = options
    return _edit(world, params, content, _TEXT)


def edit_message_caption(world: World, params: Json, _files: Uploads) -> Json:
    _chat, message = _get_editable(world, params)
    if not {"document", "photo", "voice"} & message.body.keys():
        raise bad_request("there is no caption in the message to edit")
    return _edit(world, params, read_caption(params), _CAPTION)


def edit_message_media(world: World, params: Json, files: Uploads) -> Json:
    from sandbox.files import document_json, photo_json
    from sandbox.sending import receive_file

    media = params["media"]
    if media["type"] not in ("photo", "document"):
        raise bad_request("the sandbox changes photos and documents only")
    kind = media["type"]
    stored = receive_file(world, kind, {kind: media["media"]}, files)
    shown: Any = photo_json(stored) if kind == "photo" else document_json(stored)
    return _edit(world, params, {kind: shown, **read_caption(media)}, _MEDIA | _TEXT)


def edit_message_reply_markup(world: World, params: Json, _files: Uploads) -> Json:
    return _edit(world, params, {}, frozenset(), marks=False)


def _check_deletable(world: World, message: StoredMessage) -> None:
    age = world.timestamp() - message.body["date"]
    if age > DELETE_WITHIN_HOURS * 3600:
        raise bad_request("message can't be deleted for everyone")


def delete_message(world: World, params: Json, _files: Uploads) -> bool:
    chat = world.get_chat(params.get("chat_id"))
    message = chat.messages.get(params["message_id"])
    if message is None:
        raise bad_request("message to delete not found")
    _check_deletable(world, message)
    world.delete(chat, message)
    return True


def delete_messages(world: World, params: Json, _files: Uploads) -> bool:
    """Those that are not there are passed over, as Telegram does."""
    chat = world.get_chat(params.get("chat_id"))
    if not 1 <= len(params["message_ids"]) <= 100:
        raise bad_request("too many message identifiers specified")
    found = [chat.messages[number] for number in params["message_ids"] if number in chat.messages]
    for message in found:
        _check_deletable(world, message)
    for message in found:
        world.delete(chat, message)
    return True


def pin_chat_message(world: World, params: Json, _files: Uploads) -> bool:
    chat = world.get_open_chat(params.get("chat_id"))
    if params["message_id"] not in chat.messages:
        raise bad_request("message to pin not found")
    if params["message_id"] in chat.pinned:
        chat.pinned.remove(params["message_id"])
    chat.pinned.append(params["message_id"])
    world.changes.publish("pin", chat.id, pinned=chat.pinned[:])
    return True


def unpin_chat_message(world: World, params: Json, _files: Uploads) -> bool:
    chat = world.get_open_chat(params.get("chat_id"))
    message_id = params.get("message_id", chat.pinned[-1] if chat.pinned else None)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    world.changes.publish("pin", chat.id, pinned=chat.pinned[:])
    return True


def set_message_reaction(world: World, params: Json, _files: Uploads) -> bool:
    chat = world.get_open_chat(params.get("chat_id"))
    if params["message_id"] not in chat.messages:
        raise bad_request("message to react not found")
    emoji = [reaction.get("emoji", "") for reaction in params.get("reaction") or ()]
    if len(emoji) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    world.changes.publish("reaction", chat.id, message_id=params["message_id"], emoji=emoji)
    return True


def answer_callback_query(world: World, params: Json, _files: Uploads) -> bool:
    """Once for a tap, within a minute; up to 200 characters."""
    if len(params.get("text") or "") > MAX_ALERT_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    pending = world.callbacks.pop(params["callback_query_id"], None)
    if pending is None or world.monotonic() - pending.asked_at > CALLBACK_ANSWER_SECONDS:
        raise bad_request(QUERY_TOO_OLD)
    text, alert = params.get("text") or "", bool(params.get("show_alert"))
    query = params["callback_query_id"]
    world.changes.publish(
        "answer", pending.chat_id, person_id=pending.person_id, callback_id=query, text=text, alert=alert
    )
    world.answer(pending.person_id, CallbackAnswer(text, alert, world.changes.version))
    return True
