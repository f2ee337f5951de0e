"""Long polling that acknowledges an update only after its turn is committed."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol

import structlog

from bot.telegram import NetworkError, TelegramError

ALLOWED = ["message", "callback_query"]
log = structlog.get_logger()
Run = Callable[[Sequence[dict[str, Any]]], Awaitable[None]]
Sleep = Callable[[float], Awaitable[None]]


class Api(Protocol):
    async def call(
        self,
        method: str,
        parameters: dict[str, Any] | None = None,
        *,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> Any: ...


async def poll(
    api: Api, run: Run, stopping: asyncio.Event, *, wait: int = 25, sleep: Sleep = asyncio.sleep
) -> None:
    """Until `stopping`: takes a batch, runs it, and only then asks past it. `wait` seconds is Telegram's long poll.

    What was in flight when the process dies comes again; a batch that could not be committed is asked for again.
    """
    offset, pause = 0, 0.5
    while not stopping.is_set():
        try:
            updates = await unless_stopped(_ask(api, offset, wait), stopping)
            if updates:
                await run(updates)
                offset = updates[-1]["update_id"] + 1
            pause = 0.5
        except TelegramError as error:
            if error.code in {401, 404}:
                raise
            pause = error.retry_after or min(30.0, pause * 2)
            log.warning("polling_refused", reason=error.description, pause=pause)
            await unless_stopped(sleep(pause), stopping)
        except NetworkError as error:
            pause = min(30.0, pause * 2)
            log.warning("polling_failed", reason=str(error), pause=pause)
            await unless_stopped(sleep(pause), stopping)
        except Exception:
            pause = min(30.0, pause * 2)
            log.exception("batch_not_committed", offset=offset)
            await unless_stopped(sleep(pause), stopping)
    if offset:
        await _acknowledge(api, offset)


async def _ask(api: Api, offset: int, wait: int) -> Any:
    return await api.call(
        "getUpdates",
        {"offset": offset, "limit": 100, "timeout": wait, "allowed_updates": ALLOWED},
        timeout=wait + 10,
    )


async def _acknowledge(api: Api, offset: int) -> None:
    try:
        await api.call("getUpdates", {"offset": offset, "limit": 1, "timeout": 0}, timeout=3)
    except (NetworkError, TelegramError) as error:
        log.info("not_acknowledged", reason=str(error))


async def unless_stopped(work: Awaitable[Any], stopping: asyncio.Event) -> Any:
    """The result of `work`, or None as soon as `stopping` is set."""
    task = asyncio.ensure_future(work)
    stop = asyncio.ensure_future(stopping.wait())
    await asyncio.wait({task, stop}, return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if task.done():
        return task.result()
    task.cancel()
    return None
