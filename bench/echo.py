"""The reference: a bare aiogram echo, as it comes or tuned (the classes of its answers held, the heap frozen)."""

import gc
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import Response
from aiogram.types import Message, Update, User

HELD: list[object] = []


async def echo(message: Message) -> None:
    await message.answer(message.text or "")


async def main(api_url: str, tuned: bool) -> None:
    if tuned:
        HELD.extend([Response[Message], Response[list[Update]], Response[User], Response[bool]])
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 50, 50)
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_url))
    await dispatcher.start_polling(Bot("42:bench", session=session), handle_signals=True)


if __name__ == "__main__":
    import uvloop

    uvloop.run(main(sys.argv[1], sys.argv[2] == "tuned"))
