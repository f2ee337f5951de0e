"""The queue: offsets, waiting, conflicts; and ordered troubles."""

import asyncio

import pytest

from sandbox.errors import ApiError, ConnectionDroppedError
from sandbox.phone import Phone
from sandbox.telegram import Telegram


@pytest.fixture
def quiet(telegram: Telegram) -> Phone:
    async def keep() -> None:
        """Nobody answers."""

    return Phone(telegram, telegram.user(1, "Анна"), keep)


async def ids(telegram: Telegram, **params: object) -> list[int]:
    return [update["update_id"] for update in await telegram.call("getUpdates", params)]


async def test_only_an_offset_confirms(telegram: Telegram, quiet: Phone) -> None:
    for text in ("раз", "два", "три"):
        await quiet.says(text)
    assert await ids(telegram) == [1, 2, 3]
    assert await ids(telegram, offset=0, limit=2) == [1, 2]
    assert await ids(telegram, offset=2) == [2, 3]
    assert await ids(telegram) == [2, 3]
    assert await ids(telegram, offset=-1) == [3]
    assert await ids(telegram, offset=4) == []


async def test_a_long_poll_wakes_at_the_first_update(telegram: Telegram, quiet: Phone) -> None:
    poll = asyncio.create_task(ids(telegram, timeout=30))
    await asyncio.sleep(0)
    await quiet.says("раз")
    assert await poll == [1]


async def test_a_second_poll_ends_the_first(telegram: Telegram, quiet: Phone) -> None:
    first = asyncio.create_task(ids(telegram, timeout=30))
    await asyncio.sleep(0)
    second = asyncio.create_task(ids(telegram, timeout=30))
    with pytest.raises(ApiError, match="409 Conflict: terminated by other getUpdates"):
        await first
    await quiet.says("раз")
    assert await second == [1]


async def test_a_poll_ends_by_itself(telegram: Telegram) -> None:
    assert await ids(telegram, timeout=0) == []
    assert await telegram.updates.poll(0, 100, 0.01) == []


async def test_no_polling_beside_a_webhook(telegram: Telegram, quiet: Phone) -> None:
    await telegram.call("setWebhook", {"url": "https://example.com/hook"})
    with pytest.raises(ApiError, match="409 Conflict: can't use getUpdates method while webhook is active"):
        await ids(telegram)
    await quiet.says("раз")
    info = await telegram.call("getWebhookInfo")
    assert info["pending_update_count"] == 1
    await telegram.call("setWebhook", {"url": ""})
    assert await ids(telegram) == [1]


@pytest.mark.parametrize(
    "params", [{"url": "ftp://example.com"}, {"url": "https://example.com", "secret_token": "с пробелом"}]
)
async def test_bad_webhooks(telegram: Telegram, params: dict[str, str]) -> None:
    with pytest.raises(ApiError, match="Bad Request"):
        await telegram.call("setWebhook", params)


async def test_only_the_asked_kinds_come(telegram: Telegram, quiet: Phone) -> None:
    await ids(telegram, allowed_updates=["callback_query"])
    await quiet.says("раз")
    await quiet.sends_callback("x", quiet.messages[0])
    assert [next(reversed(one)) for one in await telegram.call("getUpdates")] == ["callback_query"]


async def test_ordered_refusals(telegram: Telegram, quiet: Phone) -> None:
    await quiet.says("раз")
    say = {"chat_id": 1, "text": "да"}
    telegram.faults.add("sendMessage", error=429, retry_after=2, times=2)
    telegram.faults.add("sendMessage", error=500)
    for words in ("429 Too Many Requests: retry after 2", "429 Too Many", "500 Internal Server Error"):
        with pytest.raises(ApiError, match=words):
            await telegram.call("sendMessage", say)
        await telegram.call("getMe")
    await telegram.call("sendMessage", say)
    assert [message.text for message in quiet.from_bot] == ["да"]


async def test_a_line_cut_before_and_after(telegram: Telegram, quiet: Phone) -> None:
    await quiet.says("раз")
    telegram.faults.add(drop="before", chat_id=1)
    telegram.faults.add(drop="after", chat_id=1)
    with pytest.raises(ConnectionDroppedError):
        await telegram.call("sendMessage", {"chat_id": 1, "text": "до"})
    with pytest.raises(ConnectionDroppedError):
        await telegram.call("sendMessage", {"chat_id": "1", "text": "после"})
    assert [message.text for message in quiet.from_bot] == ["после"]


async def test_troubles_can_be_taken_back(telegram: Telegram) -> None:
    telegram.faults.add(error=403, description="Forbidden: user is deactivated", delay=0.001)
    with pytest.raises(ApiError, match="user is deactivated"):
        await telegram.call("getMe")
    telegram.faults.add(error=500)
    telegram.faults.clear()
    await telegram.call("getMe")


async def test_commands_by_scope_and_language(telegram: Telegram, quiet: Phone) -> None:
    from sandbox.account import find_commands

    async def offer(command: str, **where: object) -> None:
        await telegram.call(
            "setMyCommands", {"commands": [{"command": command, "description": command}], **where}
        )

    await offer("start")
    await offer("help", scope={"type": "all_private_chats"})
    await offer("calls", scope={"type": "chat", "chat_id": 1}, language_code="ru")
    assert find_commands(telegram, quiet.user, 1) == [{"command": "calls", "description": "calls"}]
    await telegram.call("deleteMyCommands", {"scope": {"type": "chat", "chat_id": 1}, "language_code": "ru"})
    assert find_commands(telegram, quiet.user, 1)[0]["command"] == "help"
    assert find_commands(telegram, quiet.user, -5)[0]["command"] == "start"
    for bad in ({"command": "Большая", "description": "x"}, {"command": "x", "description": ""}):
        with pytest.raises(ApiError, match="BOT_COMMAND"):
            await telegram.call("setMyCommands", {"commands": [bad]})
