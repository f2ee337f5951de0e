"""Every request and every result agrees with the models that aiogram ships."""

import json
from typing import Any, get_args, get_origin

import pytest
from aiogram.methods import Response
from aiogram.types import Update

from sandbox import requests
from sandbox.errors import ApiError
from sandbox.files import Upload
from sandbox.phone import Phone
from sandbox.requests import find_unknown, method_model
from sandbox.telegram import METHODS, Telegram

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8 + b"\0\0\0\x02\0\0\0\x03"
TEXT = {"text": "<b>ж</b> https://example.com", "parse_mode": "HTML", "protect_content": True}
BUTTONS = {
    "inline_keyboard": [
        [
            {"text": "Да", "callback_data": "yes", "style": "success"},
            {"text": "Код", "copy_text": {"text": "1"}},
        ],
        [{"text": "Сайт", "url": "https://example.com"}, {"text": "Нет", "disabled": {}}],
    ]
}
REPLY = {
    "keyboard": [["Да", {"text": "Номер", "request_contact": True}]],
    "input_field_placeholder": "Пишите",
}
CELL = {"align": "left", "valign": "top", "text": ["а", {"type": "bold", "text": "б"}]}
BLOCKS = [
    {"type": "heading", "text": "Долги", "size": 2},
    {"type": "paragraph", "text": [{"type": "url", "text": "с", "url": "https://example.com"}, " и текст"]},
    {
        "type": "table",
        "cells": [[{**CELL, "is_header": True}], [CELL]],
        "is_bordered": True,
        "caption": "Март",
    },
    {"type": "list", "items": [{"blocks": [{"type": "paragraph", "text": "раз"}]}]},
    {"type": "details", "summary": "Ещё", "blocks": [{"type": "pre", "text": "код"}]},
    {"type": "blockquote", "blocks": [{"type": "footer", "text": "мелко"}]},
    {"type": "buttons", "buttons": [{"text": "Да", "callback_data": "yes"}]},
    {"type": "divider"},
]
HTML = (
    "<h1>Долги</h1>текст <b>ж</b><br>ещё<ul><li>раз</li></ul><ol><li>два</li></ol><hr>"
    "<blockquote>ц</blockquote><details open><summary>Ещё</summary><p>да</p></details>"
    "<table bordered><caption>Март</caption><thead><tr><th colspan='2'>К</th></tr></thead>"
    "<tr><td>1</td><td align='right'><a href='https://example.com'>2</a></td></tr></table><pre>код\n  2</pre>"
)
HERE = {"chat_id": 101}
THIS = {"chat_id": 101, "message_id": 2}

# (method, params, files); message 2 is a text of the bot, 3 its document, 4 the person's photo
CALLS: list[tuple[str, dict[str, Any], dict[str, Upload]]] = [
    ("getMe", {}, {}),
    ("getUpdates", {"offset": 0, "limit": 10, "timeout": 0, "allowed_updates": ["message"]}, {}),
    ("setWebhook", {"url": "http://127.0.0.1:1/hook", "secret_token": "s-1", "max_connections": 5}, {}),
    ("getWebhookInfo", {}, {}),
    ("deleteWebhook", {"drop_pending_updates": True}, {}),
    (
        "sendMessage",
        {**HERE, **TEXT, "reply_markup": BUTTONS, "link_preview_options": {"is_disabled": True}},
        {},
    ),
    ("sendMessage", {**HERE, "text": "да", "reply_markup": REPLY, "disable_notification": True}, {}),
    ("sendMessage", {**HERE, "text": "да", "reply_markup": {"remove_keyboard": True}}, {}),
    ("sendMessage", {**HERE, "text": "да", "reply_markup": {"force_reply": True}}, {}),
    ("sendMessage", {**HERE, "text": "да", "reply_parameters": {"message_id": 2, "quote": "бот"}}, {}),
    ("sendMessage", {"chat_id": -1001, "text": "да", "message_thread_id": 7}, {}),
    ("sendMessage", {**HERE, "text": "да", "entities": [{"type": "bold", "offset": 0, "length": 2}]}, {}),
    ("sendRichMessage", {**HERE, "rich_message": {"blocks": BLOCKS}, "reply_markup": BUTTONS}, {}),
    ("sendRichMessage", {**HERE, "rich_message": {"html": HTML}}, {}),
    (
        "sendDocument",
        {**HERE, "caption": "<i>к</i>", "parse_mode": "HTML"},
        {"document": Upload("a.txt", b"a")},
    ),
    ("sendPhoto", {**HERE, "photo": "attach://pic"}, {"pic": Upload("a.png", PNG)}),
    ("sendVoice", {**HERE, "duration": 3}, {"voice": Upload("a.oga", b"OggS")}),
    (
        "sendMediaGroup",
        {
            **HERE,
            "media": [
                {"type": "photo", "media": "attach://a", "caption": "1"},
                {"type": "photo", "media": "attach://b"},
            ],
        },
        {"a": Upload("a.png", PNG), "b": Upload("b.png", PNG)},
    ),
    (
        "sendContact",
        {**HERE, "phone_number": "+79161234567", "first_name": "Пётр", "vcard": "BEGIN:VCARD"},
        {},
    ),
    ("sendLocation", {**HERE, "latitude": 55.7, "longitude": 37.6}, {}),
    ("sendChatAction", {**HERE, "action": "typing"}, {}),
    ("copyMessage", {**HERE, "from_chat_id": 101, "message_id": 3, "caption": "иначе"}, {}),
    ("forwardMessage", {**HERE, "from_chat_id": 101, "message_id": 4}, {}),
    ("editMessageText", {**THIS, "text": "иначе", "reply_markup": BUTTONS}, {}),
    ("editMessageText", {**THIS, "rich_message": {"blocks": BLOCKS}}, {}),
    ("editMessageCaption", {**HERE, "message_id": 3, "caption": "иначе"}, {}),
    (
        "editMessageMedia",
        {**HERE, "message_id": 3, "media": {"type": "photo", "media": "attach://p"}},
        {"p": Upload("p.png", PNG)},
    ),
    ("editMessageReplyMarkup", {**THIS, "reply_markup": BUTTONS}, {}),
    ("deleteMessage", THIS, {}),
    ("deleteMessages", {**HERE, "message_ids": [2, 99]}, {}),
    ("pinChatMessage", THIS, {}),
    ("unpinChatMessage", HERE, {}),
    ("setMessageReaction", {**THIS, "reaction": [{"type": "emoji", "emoji": "👍"}]}, {}),
    ("answerCallbackQuery", {"callback_query_id": "4382000000001", "text": "Да", "show_alert": True}, {}),
    ("getFile", {"file_id": "BQACAgIAAxkBAAI000001"}, {}),
    (
        "setMyCommands",
        {"commands": [{"command": "plan", "description": "План"}], "scope": {"type": "default"}},
        {},
    ),
    ("getMyCommands", {"language_code": "ru"}, {}),
    ("deleteMyCommands", {}, {}),
    ("setChatMenuButton", {**HERE, "menu_button": {"type": "commands"}}, {}),
    ("getChatMenuButton", HERE, {}),
    ("getChat", HERE, {}),
    ("getChatMember", {"chat_id": -1001, "user_id": 101}, {}),
    ("getChatMember", {"chat_id": -1001, "user_id": 42}, {}),
    ("getChatMember", {"chat_id": -1001, "user_id": 102}, {}),
]


@pytest.fixture
async def lived(telegram: Telegram) -> Telegram:
    """A chat where something has been said already."""
    person = telegram.user(101, "Анна", "Иванова", "anna")
    telegram.user(102, "Вера")
    telegram.group(-1001, "Отдел", [person], {7: "Заказы"})

    async def keep() -> None:
        """Nobody answers."""

    phone = Phone(telegram, person, keep)
    await phone.starts()
    buttons = {"inline_keyboard": [[{"text": "Да", "callback_data": "x"}]]}
    await telegram.call("sendMessage", {**HERE, "text": "я бот", "reply_markup": buttons})
    await telegram.call("sendDocument", HERE, {"document": Upload("a.txt", b"a")})
    await phone.sends_photo(PNG, "витрина")
    await telegram.call("pinChatMessage", THIS)
    await phone.taps("Да")
    return telegram


def agrees(kind: Any, value: Any) -> None:
    """The value is what the model says, and has nothing the model does not know."""
    answer = Response[kind].model_validate({"ok": True, "result": json.loads(json.dumps(value))})
    assert [*find_unknown(answer.result)] == []


@pytest.mark.parametrize(("method", "params", "files"), CALLS, ids=[method for method, _, _ in CALLS])
async def test_results(
    lived: Telegram, method: str, params: dict[str, Any], files: dict[str, Upload]
) -> None:
    agrees(method_model(method).__returning__, await lived.call(method, params, files))


@pytest.mark.parametrize(("method", "params", "files"), CALLS, ids=[method for method, _, _ in CALLS])
async def test_a_form_means_the_same(
    lived: Telegram, method: str, params: dict[str, Any], files: dict[str, Upload]
) -> None:
    form = {name: value if isinstance(value, str) else json.dumps(value) for name, value in params.items()}
    lived.validate = False
    agrees(method_model(method).__returning__, await lived.call(method, form, files))
    assert requests.read_params(form) == requests.read_params(params)


def test_every_method_is_called_here() -> None:
    assert {method for method, _, _ in CALLS} == set(METHODS)


@pytest.mark.parametrize("method", METHODS)
def test_form_strings_are_read_as_the_models_type_them(method: str) -> None:
    tables = {
        "ids": requests.IDS,
        "integers": requests.INTEGERS,
        "floats": requests.FLOATS,
        "flags": requests.FLAGS,
        "objects": requests.OBJECTS,
    }
    for name, field in method_model(method).model_fields.items():
        expected = _expected(field.annotation)
        found = next((kind for kind, names in tables.items() if name in names), "text")
        # a number alone is read by the wider kind too
        assert found == expected or (found, expected) == ("ids", "integers"), f"{name} of {method}"


def _expected(annotation: Any) -> str:
    if get_origin(annotation) is list:
        return "objects"
    kinds = set(get_args(annotation)) or {annotation}
    kinds = {
        kind for kind in kinds if getattr(kind, "__name__", "") not in ("NoneType", "Default", "InputFile")
    }
    if {int, str} <= kinds:
        return "ids"
    if str in kinds or not kinds:
        return "text"
    if bool in kinds:
        return "flags"
    if int in kinds:
        return "integers"
    return "floats" if float in kinds else "objects"


async def test_updates(lived: Telegram) -> None:
    person = lived.people[101]

    async def keep() -> None:
        """Nobody answers."""

    phone = Phone(lived, person, keep)
    message = phone.from_bot[0]
    await phone.replies(message, "да /plan")
    await phone.edits(phone.messages[-1], "нет")
    await phone.forwards("да", "Пётр")
    await phone.sends_file("a.txt", b"a", "к https://example.com")
    await phone.sends_voice(b"OggS", 3)
    await phone.shares_contact("Пётр", "+79161234567", vcard="BEGIN:VCARD", user_id=7)
    await phone.shares_location(55.7, 37.6)
    await lived.call("deleteMessage", {"chat_id": 101, "message_id": message.id})
    await phone.taps_old(message, "Да")
    await phone.blocks_bot()
    await phone.unblocks_bot()
    await Phone(lived, person, keep, chat=lived.chats[-1001], thread_id=7).says("да")
    updates = await lived.call("getUpdates", {})
    assert len(updates) == 14
    agrees(list[Update], updates)


async def test_the_inaccessible_message_of_an_old_button(lived: Telegram) -> None:
    async def keep() -> None:
        """Nobody answers."""

    phone = Phone(lived, lived.people[101], keep)
    message = phone.from_bot[0]
    await lived.call("deleteMessage", {"chat_id": 101, "message_id": message.id})
    lived.updates.take()
    await phone.taps_old(message, "Да")
    query = lived.updates.take()[0]["callback_query"]
    assert query["data"] == "x"
    assert query["message"]["date"] == 0


@pytest.mark.parametrize(
    ("rich", "words"),
    [
        ({}, "exactly one of the fields"),
        ({"html": "<p>да</p>", "blocks": []}, "exactly one of the fields"),
        ({"html": "<script>x</script>"}, "unsupported start tag"),
        ({"html": "<p>x"}, "no end tag"),
        ({"html": "<p>x</b>"}, "unmatched end tag"),
        ({"html": "<p><h1>x</h1></p>"}, "out of place"),
        ({"html": "<tr></tr>"}, "out of place"),
        ({"html": " "}, "must be non-empty"),
        ({"markdown": "# x"}, "html or blocks only"),
        ({"html": f"<p>{'я' * 32769}</p>"}, "RICH_MESSAGE_TOO_LONG"),
        ({"blocks": [{"type": "divider"}] * 501}, "RICH_MESSAGE_BLOCKS_TOO_MUCH"),
        ({"blocks": [{"type": "table", "cells": [[CELL] * 21]}]}, "TABLE_COLUMNS_TOO_MUCH"),
        ({"blocks": [{"type": "table", "cells": []}]}, "at least one row"),
        ({"blocks": [{"type": "table", "cells": [[{**CELL, "align": "middle"}]]}]}, "cell alignment"),
        ({"blocks": [{"type": "heading", "text": "x", "size": 7}]}, "between 1 and 6"),
        ({"blocks": [{"type": "anchor", "name": "x"}]}, "does not show"),
        (
            {"blocks": [{"type": "buttons", "buttons": [{"text": "x", "callback_data": "x" * 65}]}]},
            "BUTTON_DATA_INVALID",
        ),
    ],
)
async def test_rich_messages_refused(lived: Telegram, rich: dict[str, Any], words: str) -> None:
    with pytest.raises(ApiError, match=words):
        await lived.call("sendRichMessage", {**HERE, "rich_message": rich})


async def test_a_table_reads_as_lines(lived: Telegram) -> None:
    async def keep() -> None:
        """Nobody answers."""

    await lived.call("sendRichMessage", {**HERE, "rich_message": {"html": HTML}})
    phone = Phone(lived, lived.people[101], keep)
    phone.sees("Долги", "Март\nК\n1 | 2", "• раз", "1. два", "код\n  2")
