"""aiogram's Bot in the same process, without a socket."""

import io

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError, TelegramNetworkError
from aiogram.types import BufferedInputFile, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from sandbox.phone import Phone
from sandbox.session import SandboxSession
from sandbox.telegram import Telegram


@pytest.fixture
def aiogram_bot(telegram: Telegram) -> Bot:
    return Bot("42:sandbox", session=SandboxSession(telegram))


async def test_a_conversation(aiogram_bot: Bot, telegram: Telegram, anna: Phone) -> None:
    await anna.starts()
    button = InlineKeyboardButton(text="Текст", copy_text=CopyTextButton(text="С днём рождения!"))
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[button]])
    await aiogram_bot.send_message(101, "<b>Готово</b>", parse_mode="HTML", reply_markup=keyboard)
    assert anna.sees("Готово").marked("bold") == ("Готово",)
    assert anna.copied("Текст") == "С днём рождения!"
    await anna.sends_file("a.bin", b"x" * 100_000)
    file_id = anna.messages[-2].raw["document"]["file_id"]
    content = await aiogram_bot.download(file_id)
    assert isinstance(content, io.BytesIO)
    assert len(content.read()) == 100_000
    await aiogram_bot.send_document(101, BufferedInputFile(b"y", "b.txt"))
    assert anna.file() == ("b.txt", b"y")
    await aiogram_bot.session.close()


async def test_refusals_and_a_cut_line(aiogram_bot: Bot, telegram: Telegram, anna: Phone) -> None:
    await anna.starts()
    telegram.faults.add(drop="before")
    with pytest.raises(TelegramNetworkError):
        await aiogram_bot.get_me()
    await anna.blocks_bot()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await aiogram_bot.send_message(101, "да")
