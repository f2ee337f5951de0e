"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import json
from typing import Any, Final

from aiohttp import web
from aiohttp.web_request import FileField

from sandbox.errors import ApiError, ConnectionDroppedError
from sandbox.files import Upload
from sandbox.telegram import Telegram

TELEGRAM: Final = web.AppKey("telegram", Telegram)


async def _read_request(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    params: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.method == "GET" or not request.body_exists:
        return params, files
    if request.content_type == "application/json":
        try:
            body = await request.json()
        except ValueError:
            raise ApiError(400, "Bad Request: can't parse request JSON object") from None
        if not isinstance(body, dict):
            raise ApiError(400, "Bad Request: object expected as request")
        return params | body, files
    try:
        form = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    for name, value in form.items():
        if isinstance(value, FileField):
            files[name] = Upload(value.filename, value.file.read(), value.content_type)
        else:
            params[name] = value
    return params, files


def _answer(body: dict[str, Any], status: int = 200) -> web.Response:
    return web.Response(
        body=json.dumps(body, ensure_ascii=False).encode(), status=status, content_type="application/json"
    )


async def on_method(request: web.Request) -> web.Response:
    telegram = request.app[TELEGRAM]
    try:
        telegram.check_token(request.match_info["token"])
        params, files = await _read_request(request)
        result = await telegram.call(request.match_info["method"], params, files)
    except ApiError as error:
        return _answer(error.as_json(), error.code)
    except ConnectionDroppedError:
        return _cut(request)
    return _answer({"ok": True, "result": result})


def _cut(request: web.Request) -> web.Response:
    """The line goes dead: the client sees a closed socket and no answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


async def on_file(request: web.Request) -> web.Response:
    telegram = request.app[TELEGRAM]
    try:
        telegram.check_token(request.match_info["token"])
        stored = telegram.get_file(request.match_info["path"])
    except ApiError as error:
        return _answer(error.as_json(), error.code)
    return web.Response(body=stored.data, content_type="application/octet-stream")


def add_routes(app: web.Application) -> None:
    app.router.add_route("*", "/bot{token}/{method}", on_method)
    app.router.add_get("/file/bot{token}/{path:.+}", on_file)
