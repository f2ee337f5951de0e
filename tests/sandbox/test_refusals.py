"""The rarer refusals, each named by what Telegram says."""

from typing import Any

import pytest

from sandbox.acts import CannotActError
from sandbox.errors import ApiError
from sandbox.files import Upload, image_size
from sandbox.phone import NotOnScreenError, Phone
from sandbox.telegram import Telegram

TEXT, FILE, FORWARDED, PROTECTED = 2, 3, 4, 5
DATA = {"text": "да", "callback_data": "x"}


@pytest.fixture
async def lived(telegram: Telegram) -> Phone:
    """A chat with a text (2), a document (3), a forwarded (4) and a protected (5) message of the bot."""

    async def keep() -> None:
        """Nobody answers."""

    phone = Phone(telegram, telegram.user(101, "Анна", username="Anna_S"), keep)
    await phone.starts()
    await telegram.call("sendMessage", {"chat_id": 101, "text": "раз"})
    await telegram.call("sendDocument", {"chat_id": 101}, {"document": Upload("a.txt", b"a")})
    await telegram.call("forwardMessage", {"chat_id": 101, "from_chat_id": 101, "message_id": TEXT})
    await telegram.call("sendMessage", {"chat_id": 101, "text": "тайна", "protect_content": True})
    telegram.group(-5, "Отдел", [phone.user])
    return phone


def keys(**button: Any) -> dict[str, Any]:
    return {"text": "да", "reply_markup": {"inline_keyboard": [[button]]}}


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendMessage", {}, "message text is empty"),
        ("sendMessage", {"text": 5}, "wrong parameter text"),
        ("sendMessage", {"text": "да", "reply_to_message_id": "x"}, "wrong number"),
        ("sendMessage", {"text": "да", "chat_id": "@nobody"}, "chat not found"),
        ("sendMessage", {"text": "да", "chat_id": None}, "chat_id is empty"),
        (
            "sendMessage",
            {"text": "да", "reply_parameters": {"message_id": TEXT, "quote": "два"}},
            "QUOTE_TEXT_INVALID",
        ),
        ("sendMessage", keys(**DATA, url="https://example.com"), "BUTTON_TYPE_INVALID"),
        ("sendMessage", keys(text="", callback_data="x"), 'Can\'t find field "text"'),
        ("sendMessage", keys(text="да", url="https://"), "URL host is empty"),
        ("sendMessage", keys(text="да", web_app={"url": "http://example.com"}), "BUTTON_URL_INVALID"),
        (
            "sendMessage",
            {"text": "да", "reply_markup": {"keyboard": [[{"text": ""}]]}},
            "can't parse keyboard button",
        ),
        ("sendMessage", {"text": "да", "reply_markup": {"keyboard": [[]]}}, "reply keyboard is empty"),
        (
            "sendMessage",
            {"text": "да", "reply_markup": {"keyboard": [["a"] * 301]}},
            "reply markup is too long",
        ),
        (
            "sendMessage",
            {
                "chat_id": -5,
                "text": "да",
                "reply_markup": {"keyboard": [[{"text": "a", "request_contact": True}]]},
            },
            "phone number can be requested in private chats only",
        ),
        (
            "sendMessage",
            {
                "chat_id": -5,
                "text": "да",
                "reply_markup": {"keyboard": [[{"text": "a", "request_location": True}]]},
            },
            "location can be requested in private chats only",
        ),
        ("sendDocument", {"document": "https://example.com/a.pdf"}, "failed to get HTTP URL content"),
        ("sendPhoto", {"photo": "BQACAgIAAxkBAAI000001"}, "can't use file of type Document as Photo"),
        ("sendMediaGroup", {"media": [{"type": "photo", "media": "x"}]}, "wrong number of media"),
        (
            "sendMediaGroup",
            {"media": [{"type": "photo", "media": "x"}, {"type": "document", "media": "y"}]},
            "photos only or of documents only",
        ),
        ("sendContact", {"phone_number": "", "first_name": "x"}, "phone_number is empty"),
        ("sendContact", {"phone_number": "1", "first_name": ""}, "first_name is empty"),
        ("sendLocation", {"latitude": 91, "longitude": 0}, "wrong latitude or longitude"),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action"),
        ("copyMessage", {"from_chat_id": 101, "message_id": 99}, "message to copy not found"),
        ("copyMessage", {"from_chat_id": 101, "message_id": PROTECTED}, "message can't be copied"),
        ("forwardMessage", {"from_chat_id": 101, "message_id": PROTECTED}, "message can't be forwarded"),
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("editMessageText", {"text": "x", "inline_message_id": "1"}, "MESSAGE_ID_INVALID"),
        ("editMessageText", {"text": "x", "message_id": FILE}, "there is no text in the message to edit"),
        ("editMessageText", {"text": "x", "message_id": FORWARDED}, "message can't be edited"),
        (
            "editMessageMedia",
            {"message_id": FILE, "media": {"type": "video", "media": "x"}},
            "photos and documents",
        ),
        ("editMessageReplyMarkup", {"message_id": TEXT}, "message is not modified"),
        ("deleteMessages", {"message_ids": []}, "too many message identifiers"),
        ("pinChatMessage", {"message_id": 99}, "message to pin not found"),
        ("unpinChatMessage", {"message_id": TEXT}, "message to unpin not found"),
        ("setMessageReaction", {"message_id": 99}, "message to react not found"),
        (
            "setMessageReaction",
            {"message_id": 2, "reaction": [{"type": "emoji", "emoji": "👍"}] * 2},
            "REACTIONS_TOO_MANY",
        ),
        ("getChatMember", {"user_id": 777}, "PARTICIPANT_ID_INVALID"),
    ],
)
async def test_refused(lived: Phone, method: str, params: dict[str, Any], words: str) -> None:
    with pytest.raises(ApiError) as caught:
        await lived.telegram.call(method, {"chat_id": 101, **params})
    assert caught.value.code == 400
    assert words in caught.value.description


async def test_what_may_be_missing_is_forgiven(lived: Phone) -> None:
    telegram = lived.telegram
    lost = {"message_id": 99, "allow_sending_without_reply": True}
    sent = await telegram.call("sendMessage", {"chat_id": "@anna_s", "text": "да", "reply_parameters": lost})
    assert "reply_to_message" not in sent
    telegram.validate = False
    with pytest.raises(ApiError, match="rich_message is empty"):
        await telegram.call("sendRichMessage", {"chat_id": 101})


async def test_a_long_answer_to_a_tap(lived: Phone) -> None:
    with pytest.raises(ApiError, match="MESSAGE_TOO_LONG"):
        await lived.telegram.call("answerCallbackQuery", {"callback_query_id": "1", "text": "я" * 201})


async def test_after_two_days_nothing_is_deleted_for_everyone(lived: Phone) -> None:
    message = lived.telegram.chats[101].messages[TEXT]
    message.body = {**message.body, "date": message.body["date"] - 49 * 3600}
    with pytest.raises(ApiError, match="message can't be deleted for everyone"):
        await lived.telegram.call("deleteMessage", {"chat_id": 101, "message_id": TEXT})


async def test_a_pinned_message_is_unpinned_by_deletion(lived: Phone) -> None:
    where = {"chat_id": 101, "message_id": TEXT}
    await lived.telegram.call("pinChatMessage", where)
    await lived.telegram.call("pinChatMessage", where)
    assert lived.telegram.chats[101].pinned == [TEXT]
    await lived.telegram.call("deleteMessage", where)
    assert lived.telegram.chats[101].pinned == []


async def test_what_a_hand_cannot_do(lived: Phone) -> None:
    bots = lived.from_bot[0]
    with pytest.raises(CannotActError, match="own message"):
        await lived.edits(bots, "x")
    with pytest.raises(CannotActError, match="1024"):
        await lived.sends_file("a.txt", b"a", "я" * 1025)
    await lived.telegram.call("deleteMessage", {"chat_id": 101, "message_id": bots.id})
    with pytest.raises(CannotActError, match="no such message"):
        await lived.replies(bots, "x")
    with pytest.raises(NotOnScreenError, match="no file in the message"):
        lived.file(lived.from_bot[-1])
    with pytest.raises(ValueError, match="negative id"):
        lived.telegram.group(-5, "Отдел", topics={1: "Заказы"})


async def test_keyboards_come_and_go(lived: Phone) -> None:
    telegram = lived.telegram
    once = {"keyboard": [["Да", {"text": "Я здесь", "request_location": True}]], "one_time_keyboard": True}
    await telegram.call("sendMessage", {"chat_id": 101, "text": "?", "reply_markup": once})
    await lived.taps("Да")
    assert telegram.chats[101].reply_keyboard is not None
    assert telegram.chats[101].reply_keyboard["folded"]
    await lived.taps("Я здесь")
    assert lived.messages[-1].location is not None
    force = {"force_reply": True, "input_field_placeholder": "Сумма"}
    await telegram.call("sendMessage", {"chat_id": 101, "text": "Сколько?", "reply_markup": force})
    assert telegram.chats[101].force_reply == force
    await lived.says("5")
    assert telegram.chats[101].force_reply is None
    await telegram.call(
        "sendMessage", {"chat_id": 101, "text": "!", "reply_markup": {"remove_keyboard": True}}
    )
    assert lived.buttons == []


async def test_blocking_twice_is_blocking_once(lived: Phone) -> None:
    lived.telegram.updates.take()
    await lived.blocks_bot()
    await lived.blocks_bot()
    assert len(lived.telegram.updates.take()) == 1


def test_sizes_of_pictures() -> None:
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x05\x00\x07\x03"
    assert image_size(jpeg) == (7, 5)
    assert image_size(b"\xff\xd8\x00") is None
    assert image_size(b"GIF89a\x03\x00\x02\x00") == (3, 2)
    assert image_size(b"RIFF\0\0\0\0WEBP") == (800, 600)
    assert image_size(b"text") is None


async def test_photos_have_their_own_limit(lived: Phone) -> None:
    with pytest.raises(ApiError, match="too big for a photo"):
        await lived.sends_photo(b"\x89PNG\r\n\x1a\n" + b"\0" * (10 * 1024 * 1024))
