"""aiogram's way to a `Telegram` in the same process: for tests that need no sockets."""

import json
from collections.abc import AsyncGenerator
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile

from sandbox.errors import ApiError, ConnectionDroppedError
from sandbox.files import Upload
from sandbox.telegram import Telegram


class SandboxSession(BaseSession):
    """`Bot("42:sandbox", session=SandboxSession(telegram))` talks to `telegram` as if over the network."""

    def __init__(self, telegram: Telegram) -> None:
        super().__init__()
        self.telegram = telegram

    async def close(self) -> None:
        """Nothing is held open."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - the signature is aiogram's
    ) -> TelegramType:
        attached: dict[str, InputFile] = {}
        params: dict[str, Any] = {}
        for name, value in method.model_dump(warnings=False).items():
            if (prepared := self.prepare_value(value, bot=bot, files=attached)) is not None:
                params[name] = prepared
        files = {key: await _read(file, bot, key) for key, file in attached.items()}
        status, answer = 200, {}
        try:
            answer = {"ok": True, "result": await self.telegram.call(method.__api_method__, params, files)}
        except ApiError as error:
            status, answer = error.code, error.as_json()
        except ConnectionDroppedError as error:
            raise TelegramNetworkError(method=method, message="ServerDisconnectedError") from error
        response = self.check_response(bot=bot, method=method, status_code=status, content=json.dumps(answer))
        return cast("TelegramType", response.result)

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        path = url.split(f"/bot{self.telegram.token}/", 1)[1]
        data = self.telegram.get_file(path).data
        for start in range(0, len(data), chunk_size):
            yield data[start : start + chunk_size]


async def _read(file: InputFile, bot: Bot, key: str) -> Upload:
    return Upload(file.filename or key, b"".join([chunk async for chunk in file.read(bot)]))
