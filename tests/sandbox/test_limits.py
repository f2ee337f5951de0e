"""What the real Bot API refuses, refused in its words."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.errors import ApiError
from sandbox.files import Upload
from sandbox.limits import SendingLimits, utf16_length
from sandbox.phone import Phone
from sandbox.telegram import Telegram
from tests.sandbox.conftest import Watch


@pytest.fixture(autouse=True)
async def _started(anna: Phone) -> None:
    await anna.starts()


def inline(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "кнопка", **button}]]}


async def refused(
    telegram: Telegram, method: str, files: Mapping[str, Upload] | None = None, **params: Any
) -> str:
    with pytest.raises(ApiError) as caught:
        await telegram.call(method, {"chat_id": 101, **params}, files or {})
    return f"{caught.value.code} {caught.value.description}"


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": ""}, "400 Bad Request: message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "400 Bad Request: message text is empty"),
        ({"text": "я" * 4097}, "400 Bad Request: message is too long"),
        ({"text": "да", "chat_id": 5}, "400 Bad Request: chat not found"),
        ({"text": "да", "parse_mode": "BBCode"}, "400 Bad Request: unsupported parse_mode"),
        ({"text": "да", "message_thread_id": 3}, "400 Bad Request: message thread not found"),
        (
            {"text": "да", "reply_parameters": {"message_id": 77}},
            "400 Bad Request: message to be replied not found",
        ),
        (
            {"text": "да", "reply_markup": inline(callback_data="я" * 33)},
            "400 Bad Request: BUTTON_DATA_INVALID",
        ),
        ({"text": "да", "reply_markup": inline(callback_data="")}, "400 Bad Request: BUTTON_DATA_INVALID"),
        (
            {"text": "да", "reply_markup": inline(copy_text={"text": "я" * 257})},
            "400 Bad Request: BUTTON_COPY_TEXT_INVALID",
        ),
        (
            {"text": "да", "reply_markup": inline()},
            "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "да", "reply_markup": inline(url="javascript:alert(1)")},
            "400 Bad Request: inline keyboard button URL 'javascript:alert(1)' is invalid: Unsupported URL protocol",
        ),
        (
            {
                "text": "да",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "a"}] * 101]},
            },
            "400 Bad Request: reply markup is too long",
        ),
        (
            {"text": "да", "reply_markup": '{"inline_keyboard": ['},
            "400 Bad Request: can't parse reply markup JSON object",
        ),
        (
            {
                "text": "да",
                "reply_markup": {"keyboard": [[{"text": "a"}]], "input_field_placeholder": "я" * 65},
            },
            "400 Bad Request: input field placeholder must be 1-64 characters long",
        ),
        ({"text": "да", "txet": 1}, "400 Bad Request: unknown parameter txet of the method sendMessage"),
        (
            {"text": "да", "reply_markup": inline(callback_data="a", colour="red")},
            "400 Bad Request: unknown field reply_markup.inline_keyboard.colour in a parameter of the method sendMessage",
        ),
    ],
)
async def test_messages(telegram: Telegram, params: dict[str, Any], words: str) -> None:
    assert await refused(telegram, "sendMessage", **params) == words


async def test_the_longest_that_is_accepted(telegram: Telegram) -> None:
    keyboard = inline(callback_data="я" * 32)
    params = {"chat_id": 101, "text": f"<b>{'я' * 4096}</b>", "parse_mode": "HTML", "reply_markup": keyboard}
    sent = await telegram.call("sendMessage", params)
    assert len(sent["text"]) == 4096


async def test_captions_and_files(telegram: Telegram) -> None:
    file = {"document": Upload("a.txt", b"a")}
    assert await refused(telegram, "sendDocument", file, caption="я" * 1025) == (
        "400 Bad Request: message caption is too long"
    )
    assert "must be non-empty" in await refused(telegram, "sendDocument", {"document": Upload("a", b"")})
    assert await refused(telegram, "sendDocument", document="nonsense") == (
        "400 Bad Request: wrong file identifier/HTTP URL specified"
    )
    big = {"document": Upload("big.bin", b"x" * (50 * 1024 * 1024 + 1))}
    assert await refused(telegram, "sendDocument", big) == "413 Request Entity Too Large"
    assert "IMAGE_PROCESS_FAILED" in await refused(telegram, "sendPhoto", {"photo": Upload("a.png", b"text")})
    assert 'file with the name "x"' in await refused(telegram, "sendDocument", document="attach://x")


async def test_what_is_over_20_mb_cannot_be_fetched(telegram: Telegram, anna: Phone) -> None:
    await anna.sends_file("huge.bin", b"x" * (20 * 1024 * 1024 + 1))
    file_id = anna.messages[-2].raw["document"]["file_id"]
    with pytest.raises(ApiError, match="file is too big"):
        await telegram.call("getFile", {"file_id": file_id})


async def test_edits(telegram: Telegram, anna: Phone, watch: Watch) -> None:
    await anna.says("📞 Обзвон")
    card, own = anna.last, anna.messages[-2]
    same = {"text": card.text, "entities": list(card.entities), "reply_markup": card.raw["reply_markup"]}
    assert (await refused(telegram, "editMessageText", message_id=card.id, **same)).startswith(
        "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
    )
    assert "message to edit not found" in await refused(telegram, "editMessageText", message_id=999, text="x")
    assert "message can't be edited" in await refused(
        telegram, "editMessageText", message_id=own.id, text="x"
    )
    assert "no caption in the message" in await refused(
        telegram, "editMessageCaption", message_id=card.id, caption="x"
    )
    assert "message to delete not found" in await refused(telegram, "deleteMessage", message_id=999)
    # a keyboard that is not given again goes away
    edited = await telegram.call("editMessageText", {"chat_id": 101, "message_id": card.id, "text": "иначе"})
    assert "reply_markup" not in edited
    assert edited["edit_date"]


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(telegram: Telegram, anna: Phone) -> None:
    assert anna.buttons
    assert "message can't be edited" in await refused(
        telegram, "editMessageText", message_id=anna.last.id, text="x"
    )


async def test_a_tap_is_answered_once_and_in_time(telegram: Telegram, anna: Phone, watch: Watch) -> None:
    quiet = Phone(telegram, anna.user, _nothing)
    await anna.says("📞 Обзвон")
    telegram.updates.take()
    await quiet.taps("Заказ")
    query = {"callback_query_id": telegram.updates.take()[0]["callback_query"]["id"]}
    assert await telegram.call("answerCallbackQuery", {**query, "text": "Да", "show_alert": True})
    assert quiet.alert == "Да"
    with pytest.raises(ApiError, match="query is too old"):
        await telegram.call("answerCallbackQuery", query)
    await quiet.taps("Заказ")
    assert quiet.alert is None
    late = {"callback_query_id": telegram.updates.take()[0]["callback_query"]["id"]}
    watch.seconds += 61
    with pytest.raises(ApiError, match="query is too old"):
        await telegram.call("answerCallbackQuery", late)


async def _nothing() -> None:
    """A bot that sleeps."""


async def test_who_cannot_be_written_to(telegram: Telegram, anna: Phone) -> None:
    telegram.user(5, "Новый")
    assert await refused(telegram, "sendMessage", chat_id=5, text="да") == (
        "403 Forbidden: bot can't initiate conversation with a user"
    )
    await anna.blocks_bot()
    assert await refused(telegram, "sendMessage", text="да") == "403 Forbidden: bot was blocked by the user"


async def test_unknown_methods(telegram: Telegram) -> None:
    assert await refused(telegram, "sendDream") == "404 Not Found: method not found"


async def test_messages_a_second(telegram: Telegram, watch: Watch) -> None:
    limits = SendingLimits(watch)
    for chat_id in range(1, 31):
        limits.check(chat_id)
    with pytest.raises(ApiError) as caught:
        limits.check(31)
    assert caught.value.parameters == {"retry_after": 1}
    watch.seconds += 1
    limits.check(31)


async def test_messages_into_one_chat(watch: Watch) -> None:
    limits = SendingLimits(watch)
    for _ in range(5):
        limits.check(1)
    with pytest.raises(ApiError, match="retry after 1"):
        limits.check(1)
    for _ in range(100):
        watch.seconds += 1
        limits.check(1)


async def test_messages_into_a_group(watch: Watch) -> None:
    limits = SendingLimits(watch)
    for _ in range(20):
        limits.check(-5)
        watch.seconds += 1
    with pytest.raises(ApiError) as caught:
        limits.check(-5)
    assert caught.value.parameters == {"retry_after": 40}


async def test_strict_limits_answer_429(watch: Watch, anna: Phone) -> None:
    strict = Telegram(now=anna.telegram.now, monotonic=watch, strict_limits=True)
    strict.user(1, "Анна").started = True
    for _ in range(5):
        await strict.call("sendMessage", {"chat_id": 1, "text": "да"})
    assert (
        await refused(strict, "sendMessage", chat_id=1, text="да") == "429 Too Many Requests: retry after 1"
    )
    # only what puts messages into chats is counted
    await strict.call("sendChatAction", {"chat_id": 1, "action": "typing"})


@given(st.lists(st.floats(0, 0.2), min_size=1, max_size=200))
def test_no_second_ever_has_more_than_thirty(pauses: list[float]) -> None:
    watch = Watch()
    limits = SendingLimits(watch)
    accepted: list[float] = []
    for number, pause in enumerate(pauses):
        watch.seconds += pause
        try:
            limits.check(number + 1)
        except ApiError:
            continue
        accepted.append(watch.seconds)
    for start in accepted:
        assert sum(start <= moment < start + 1 for moment in accepted) <= 30


def test_lengths_are_counted_in_utf16() -> None:
    assert utf16_length("🎂я") == 3
