"""The Bot API over HTTP, for the few requests we make: JSON in, JSON out (ADR 0003 says why not aiogram's client)."""

import json
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar, FormData, TCPConnector

OFFICIAL = "https://api.telegram.org"
JSON = {"Content-Type": "application/json"}


class TelegramError(Exception):
    """Telegram answered no. `code` as HTTP's, `retry_after` in seconds with 429."""

    def __init__(self, code: int, description: str, retry_after: float | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after


class NetworkError(Exception):
    """No answer came, or not one of Telegram's. The token is in the address, so the address is never part of it."""


class TelegramApi:
    """One connection pool to one Bot API server. `timeout` in seconds."""

    def __init__(
        self, token: str, api_url: str = OFFICIAL, timeout: float = 30, connections: int = 100
    ) -> None:
        self._base = f"{api_url.rstrip('/')}/bot{token}/"
        self._files = f"{api_url.rstrip('/')}/file/bot{token}/"
        self._timeout = timeout
        self._connections = connections
        self._session: ClientSession | None = None
        self._encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

    def _open(self) -> ClientSession:
        if self._session is None:
            self._session = ClientSession(
                connector=TCPConnector(limit=self._connections), cookie_jar=DummyCookieJar()
            )
        return self._session

    async def call(
        self,
        method: str,
        parameters: dict[str, Any] | None = None,
        *,
        file: tuple[str, bytes] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - the HTTP client's own, the rest of a request included
    ) -> Any:
        """The `result` of a request. Raises `TelegramError` or `NetworkError`."""
        body = _form(method, parameters or {}, file) if file else None
        try:
            async with self._open().post(
                self._base + method,
                data=body or self._encode(parameters or {}).encode(),
                headers=None if body else JSON,
                timeout=ClientTimeout(total=timeout or self._timeout),
            ) as response:
                answer = json.loads(await response.read())
                ok = answer["ok"]
        except (ClientError, TimeoutError, ValueError, KeyError, TypeError) as error:
            raise NetworkError(type(error).__name__) from None
        if ok:
            return answer["result"]
        code = int(answer.get("error_code", 500))
        description = str(answer.get("description", ""))
        if code >= 500:  # noqa: PLR2004 - Telegram's own trouble passes, like the network's
            raise NetworkError(f"{code} {description}")
        raise TelegramError(code, description, (answer.get("parameters") or {}).get("retry_after"))

    async def download(self, file_id: str, limit: int) -> bytes:
        """The bytes of a file somebody sent; `NetworkError` past `limit` bytes too."""
        described = await self.call("getFile", {"file_id": file_id})
        try:
            async with self._open().get(
                self._files + described["file_path"], timeout=ClientTimeout(total=self._timeout)
            ) as response:
                if response.status != 200:  # noqa: PLR2004
                    raise NetworkError(str(response.status))
                data = await response.content.read(limit + 1)
                while len(data) <= limit and not response.content.at_eof():
                    data += await response.content.read(limit + 1 - len(data))
        except (ClientError, TimeoutError) as error:
            raise NetworkError(type(error).__name__) from None
        if len(data) > limit:
            raise TelegramError(413, "file is too big")
        return data

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None


def file_field(method: str) -> str:
    """The name under which a request takes its file."""
    return "photo" if method == "sendPhoto" else "document"


def _form(method: str, parameters: dict[str, Any], file: tuple[str, bytes]) -> FormData:
    form = FormData(quote_fields=False)  # else a name in Cyrillic arrives as %D0%B4…
    for name, value in parameters.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    form.add_field(file_field(method), file[1], filename=file[0])
    return form
