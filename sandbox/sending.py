"""The methods that put messages into chats."""

from collections.abc import Mapping
from typing import Any

from sandbox.chats import Chat, StoredMessage
from sandbox.entities import read_text
from sandbox.errors import bad_request
from sandbox.files import FileKind, StoredFile, Upload, document_json, image_size, photo_json, voice_json
from sandbox.keyboards import check_markup
from sandbox.limits import MAX_ALBUM, MAX_CAPTION, MAX_TEXT, utf16_length
from sandbox.rich import check_rich
from sandbox.world import World

Json = dict[str, Any]
Uploads = Mapping[str, Upload]


def read_message_text(params: Json) -> Json:
    """Text and entities of a message: 1-4096 characters after the marks are read."""
    text, entities = read_text(params.get("text", ""), params.get("parse_mode"), params.get("entities"))
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def read_caption(params: Json) -> Json:
    """Caption of a file: up to 1024 characters after the marks are read."""
    caption, entities = read_text(
        params.get("caption") or "", params.get("parse_mode"), params.get("caption_entities")
    )
    if utf16_length(caption) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    content: Json = {"caption": caption} if caption else {}
    if entities:
        content["caption_entities"] = entities
    return content


def _reply_to(world: World, chat: Chat, params: Json) -> Json:
    reply = params.get("reply_parameters") or {}
    message_id = reply.get("message_id") or params.get("reply_to_message_id")
    if message_id is None:
        return {}
    source = world.get_chat(reply["chat_id"]) if reply.get("chat_id") else chat
    answered = source.messages.get(message_id)
    if answered is None:
        if reply.get("allow_sending_without_reply") or params.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    quoted = {name: value for name, value in answered.body.items() if name != "reply_to_message"}
    found: Json = {"reply_to_message": quoted}
    if quote := reply.get("quote"):
        if quote not in (answered.body.get("text") or answered.body.get("caption") or ""):
            raise bad_request("QUOTE_TEXT_INVALID")
        found["quote"] = {"text": quote, "position": 0, "is_manual": True}
    return found


def _topic(chat: Chat, params: Json) -> Json:
    thread = params.get("message_thread_id")
    if thread is None:
        return {}
    if thread not in chat.topics:
        raise bad_request("message thread not found")
    return {"message_thread_id": thread, "is_topic_message": True}


def post(world: World, params: Json, content: Json) -> Json:
    """Put the bot's message with this content into the chat; the answer is the `Message`."""
    chat = world.get_open_chat(params.get("chat_id"))
    markup = check_markup(params.get("reply_markup"), private=chat.is_private)
    extra = {**_topic(chat, params), **_reply_to(world, chat, params)}
    body = {**world.new_body(chat, world.bot_user()), **extra, **content}
    if params.get("protect_content"):
        body["has_protected_content"] = True
    inline = markup is not None and "inline_keyboard" in markup
    if inline:
        body["reply_markup"] = markup
    message = StoredMessage(
        body=body,
        outgoing=True,
        fixed=markup is not None and not inline,
        silent=bool(params.get("disable_notification")),
    )
    world.append(chat, message)
    if markup is not None and not inline:
        _set_reply_keyboard(world, chat, markup)
    return body


def _set_reply_keyboard(world: World, chat: Chat, markup: Json) -> None:
    if "keyboard" in markup:
        chat.reply_keyboard, chat.force_reply = markup, None
    elif "remove_keyboard" in markup:
        chat.reply_keyboard, chat.force_reply = None, None
    else:
        chat.force_reply = markup
    world.changes.publish("keyboard", chat.id, keyboard=chat.reply_keyboard, force_reply=chat.force_reply)


def send_message(world: World, params: Json, _files: Uploads) -> Json:
    content = read_message_text(params)
    if options := params.get("link_preview_options"):
        content["link_preview_options"] = options
    return post(world, params, content)


def send_rich_message(world: World, params: Json, _files: Uploads) -> Json:
    return post(world, params, {"rich_message": check_rich(params["rich_message"])})


def get_upload(files: Uploads, name: str, value: Any) -> Upload | None:
    """The file that came under its own name or as «attach://key»; None when the value is an identifier."""
    if value is None or value == f"attach://{name}":
        return files.get(name)
    if isinstance(value, str) and value.startswith("attach://"):
        key = value.removeprefix("attach://")
        if key not in files:
            raise bad_request(f'can\'t find file with the name "{key}" attached')
        return files[key]
    return None


def receive_file(
    world: World, kind: FileKind, params: Json, files: Uploads, name: str | None = None
) -> StoredFile:
    name = name or kind
    value = params.get(name)
    upload = get_upload(files, name, value)
    if upload is not None:
        if kind == "photo" and upload.data and image_size(upload.data) is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        return world.files.store(kind, upload)
    if not value:
        raise bad_request(f"there is no {kind} in the request")
    stored = world.files.get_sent(value)
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
    return stored


def send_document(world: World, params: Json, files: Uploads) -> Json:
    world.get_open_chat(params.get("chat_id"))
    caption = read_caption(params)
    return post(
        world, params, {"document": document_json(receive_file(world, "document", params, files)), **caption}
    )


def send_photo(world: World, params: Json, files: Uploads) -> Json:
    world.get_open_chat(params.get("chat_id"))
    caption = read_caption(params)
    return post(world, params, {"photo": photo_json(receive_file(world, "photo", params, files)), **caption})


def send_voice(world: World, params: Json, files: Uploads) -> Json:
    world.get_open_chat(params.get("chat_id"))
    caption = read_caption(params)
    stored = receive_file(world, "voice", params, files)
    return post(world, params, {"voice": voice_json(stored, params.get("duration", 0)), **caption})


def send_media_group(world: World, params: Json, files: Uploads) -> list[Json]:
    media = params["media"]
    if not 2 <= len(media) <= MAX_ALBUM:
        raise bad_request("wrong number of media specified: 2-10 are allowed")
    kinds = {item["type"] for item in media}
    if not (kinds <= {"photo"} or kinds == {"document"}):
        raise bad_request("the sandbox shows albums of photos only or of documents only")
    world.get_open_chat(params.get("chat_id"))
    shared = {name: value for name, value in params.items() if name != "media"}
    contents: list[Json] = []
    for item in media:
        kind: FileKind = "photo" if item["type"] == "photo" else "document"
        stored = receive_file(world, kind, {kind: item["media"]}, files)
        shown: Any = photo_json(stored) if kind == "photo" else document_json(stored)
        contents.append({kind: shown, **read_caption(item)})
    album = str(13_000_000_000 + world.changes.version)
    return [post(world, shared, {"media_group_id": album, **content}) for content in contents]


def send_contact(world: World, params: Json, _files: Uploads) -> Json:
    fields = ("phone_number", "first_name", "last_name", "vcard")
    if not params.get("phone_number"):
        raise bad_request("phone_number is empty")
    if not params.get("first_name"):
        raise bad_request("first_name is empty")
    return post(world, params, {"contact": {name: params[name] for name in fields if params.get(name)}})


def send_location(world: World, params: Json, _files: Uploads) -> Json:
    latitude, longitude = params["latitude"], params["longitude"]
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong latitude or longitude")
    return post(world, params, {"location": {"latitude": latitude, "longitude": longitude}})


_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def send_chat_action(world: World, params: Json, _files: Uploads) -> bool:
    chat = world.get_open_chat(params.get("chat_id"))
    if params["action"] not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.changes.publish("action", chat.id, action=params["action"])
    return True


_NOT_COPIED = frozenset(
    [
        "message_id",
        "from",
        "chat",
        "date",
        "edit_date",
        "reply_markup",
        "reply_to_message",
        "quote",
        "message_thread_id",
        "is_topic_message",
        "forward_origin",
        "has_protected_content",
        "media_group_id",
    ]
)


def _source(world: World, params: Json, purpose: str) -> StoredMessage:
    source = world.get_chat(params.get("from_chat_id"))
    message = source.messages.get(params["message_id"])
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    if message.body.get("has_protected_content"):
        raise bad_request(f"message can't be {'copied' if purpose == 'copy' else 'forwarded'}")
    return message


def copy_message(world: World, params: Json, _files: Uploads) -> Json:
    message = _source(world, params, "copy")
    content = {name: value for name, value in message.body.items() if name not in _NOT_COPIED}
    if "caption" in params and "text" not in content:
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content.update(read_caption(params))
    return {"message_id": post(world, params, content)["message_id"]}


def forward_message(world: World, params: Json, _files: Uploads) -> Json:
    message = _source(world, params, "forward")
    content = {name: value for name, value in message.body.items() if name not in _NOT_COPIED}
    origin = {"type": "user", "sender_user": message.body["from"], "date": message.body["date"]}
    return post(world, params, {**content, "forward_origin": message.body.get("forward_origin", origin)})
