"""Delivery of updates to the bot's webhook: again until it answers 2xx, in order within a chat."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from sandbox.bot_api import TELEGRAM
from sandbox.errors import ApiError, ConnectionDroppedError
from sandbox.telegram import Telegram
from sandbox.world import Webhook

Json = dict[str, Any]

_FIRST_RETRY_SECONDS = 0.2
_LONGEST_RETRY_SECONDS = 5.0


def _lane(update: Json) -> int:
    """The chat whose order must be kept; 0 for what belongs to none."""
    content = next(value for name, value in update.items() if name != "update_id")
    message = content if "chat" in content else content.get("message", {})
    return int(message.get("chat", {}).get("id", 0))


class WebhookDelivery:
    """Takes updates from the queue while a webhook is set; up to `max_connections` chats side by side."""

    def __init__(self, telegram: Telegram, session: ClientSession) -> None:
        self.telegram = telegram
        self.session = session
        self._lanes: dict[int, asyncio.Task[None]] = {}
        self._tries: dict[int, int] = {}

    async def run(self) -> None:
        try:
            with self.telegram.updates.listening() as news:
                while True:
                    news.clear()
                    self._start_more()
                    await self._wait(news)
        finally:
            for task in self._lanes.values():
                task.cancel()

    def _start_more(self) -> None:
        hook = self.telegram.webhook
        if hook is None:
            return
        for update in self.telegram.updates.queue:
            if len(self._lanes) >= hook.max_connections:
                return
            lane = _lane(update)
            if lane not in self._lanes:
                self._lanes[lane] = asyncio.create_task(self._deliver(hook, lane, update))

    async def _wait(self, news: asyncio.Event) -> None:
        """Until an update comes, the webhook changes, or a delivery ends."""
        changed = asyncio.create_task(news.wait())
        try:
            await asyncio.wait([changed, *self._lanes.values()], return_when=asyncio.FIRST_COMPLETED)
        finally:
            changed.cancel()
        for lane, task in [*self._lanes.items()]:
            if task.done():
                del self._lanes[lane]
                task.result()

    async def _deliver(self, hook: Webhook, lane: int, update: Json) -> None:
        try:
            answer = await self._post(hook, update)
        except (ClientError, OSError, TimeoutError) as error:
            hook.last_error_at = self.telegram.timestamp()
            hook.last_error = str(error) or type(error).__name__
            tries = self._tries[lane] = self._tries.get(lane, 0) + 1
            await asyncio.sleep(min(_LONGEST_RETRY_SECONDS, _FIRST_RETRY_SECONDS * 2 ** (tries - 1)))
            return
        self._tries.pop(lane, None)
        with suppress(ValueError):  # the bot may have dropped the waiting ones meanwhile
            self.telegram.updates.queue.remove(update)
        if isinstance(answer, dict) and "method" in answer:
            params = {name: value for name, value in answer.items() if name != "method"}
            with suppress(ApiError, ConnectionDroppedError):
                await self.telegram.call(answer["method"], params)

    async def _post(self, hook: Webhook, update: Json) -> Any:
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret_token} if hook.secret_token else {}
        async with self.session.post(hook.url, json=update, headers=headers) as response:
            if response.status // 100 != 2:
                raise ClientError(f"Wrong response from the webhook: {response.status} {response.reason}")
            if response.content_type == "application/json" and (await response.read()).strip():
                return await response.json()
            return None


async def webhook_context(app: web.Application) -> AsyncIterator[None]:
    """For `cleanup_ctx`: delivers as long as the application runs."""
    async with ClientSession(timeout=ClientTimeout(total=60)) as session:
        task = asyncio.create_task(WebhookDelivery(app[TELEGRAM], session).run())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
