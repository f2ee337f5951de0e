"""A file's name on its way to Telegram."""

from datetime import UTC, datetime

from bot.telegram import TelegramApi
from sandbox.acts import Hand
from sandbox.clock import SandboxClock
from sandbox.server import running
from sandbox.telegram import Telegram

TOKEN = "42:sandbox"


async def test_a_name_in_cyrillic_arrives_as_it_is() -> None:
    clock = SandboxClock(start=datetime(2026, 11, 23, tzinfo=UTC))
    telegram = Telegram(TOKEN, now=clock.now)
    Hand(telegram, telegram.user(7, "Анна"), telegram.chats[7]).start()
    async with running(telegram, clock) as url:
        api = TelegramApi(TOKEN, url)
        try:
            sent = await api.call("sendDocument", {"chat_id": 7}, file=("Долги «Ромашки» 1.xlsx", b"0"))
        finally:
            await api.close()
    assert sent["document"]["file_name"] == "Долги «Ромашки» 1.xlsx"
