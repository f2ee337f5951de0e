from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from sandbox.phone import Phone
from sandbox.telegram import Telegram
from tests.sandbox.fake_bot import FakeBot

NOON = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)


class Watch:
    """Time that goes only when told to, in seconds."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def telegram(watch: Watch) -> Telegram:
    return Telegram(now=lambda: NOON, monotonic=watch)


@pytest.fixture
def bot(telegram: Telegram) -> FakeBot:
    return FakeBot(telegram)


@pytest.fixture
def phone(telegram: Telegram, bot: FakeBot) -> Callable[[int, str], Phone]:
    return lambda number, name: Phone(telegram, telegram.user(number, name), bot.settle)


@pytest.fixture
def anna(phone: Callable[[int, str], Phone]) -> Phone:
    return phone(101, "Анна")
