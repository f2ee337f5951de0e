"""The bot as a process: start, work until told to stop, leave nothing unsaid."""

import asyncio
import gc
import hashlib
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from aiohttp import web
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.app import App, build_app, clock_of, learn_name
from bot.clock import FollowedClock
from bot.config import Config
from bot.polling import ALLOWED, poll, unless_stopped
from bot.server import SECRET_HEADER, WEBHOOK_PATH, build_server
from bot.telegram import NetworkError, TelegramApi, TelegramError
from screens import menu
from screens.words import Catalogue
from storage import completeness, conversations, employees, looks, outbox
from storage.migrate import migrate
from usecases.post import commands_request

log = structlog.get_logger()
TICK_SECONDS = 1
TAKE_OVER_SECONDS = 5
WARM_UP_SECONDS = 5
KEEP_SEEN = timedelta(days=3)
KEEP_SET_ASIDE = timedelta(days=30)
COUNT_AFTER = timedelta(minutes=1)


async def run_bot(config: Config) -> None:
    """Until SIGTERM or SIGINT. Raises `TelegramError` where Telegram does not know the token."""
    migrate(config.storage.url)
    telegram = config.telegram
    api = TelegramApi(
        config.token.get_secret_value(), telegram.api_url, telegram.timeout_seconds, telegram.connections * 2
    )
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(api.close)
        clock = clock_of(config)
        if isinstance(clock, FollowedClock):
            await clock.start()
            await stack.enter_async_context(_in_background(clock.follow()))
        rules = await unless_stopped(_until_known(api, config), stopping)
        if rules is None:
            return
        app = build_app(config, api, clock=clock, rules=rules)
        stack.push_async_callback(app.database.close)
        await stack.enter_async_context(app.sending())
        await stack.enter_async_context(_jobs(app))
        await stack.enter_async_context(_in_background(app.files.run()))
        stack.push_async_callback(app.voices.close)
        await stack.enter_async_context(_in_background(app.voices.run()))
        await _work(app, api, config, stopping, stack)


def settle_memory() -> None:
    """What the start built stays for good: a full collection over it costs 300 ms, the first one as well."""
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)


async def _until_known(api: TelegramApi, config: Config) -> Any:
    while True:
        try:
            return await learn_name(api, config.rules)
        except NetworkError as error:
            log.warning("telegram_not_reached", reason=str(error))
            await asyncio.sleep(2)


async def _work(
    app: App, api: TelegramApi, config: Config, stopping: asyncio.Event, stack: AsyncExitStack
) -> None:
    await stack.enter_async_context(_in_background(_tell_commands(api, app)))
    secret = _webhook_secret(config) if config.server.webhook_url else ""
    if config.server.listen:
        host, _, port = config.server.listen.rpartition(":")
        runner = web.AppRunner(build_server(app, secret=secret), access_log=None)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, host or "127.0.0.1", int(port)).start()
    settle_memory()
    await stack.enter_async_context(_in_background(_warm_up()))
    log.info("ready", mode="webhook" if secret else "polling")
    if secret:
        address = config.server.webhook_url.rstrip("/") + WEBHOOK_PATH
        await api.call("setWebhook", {"url": address, "secret_token": secret, "allowed_updates": ALLOWED})
        await stopping.wait()
    else:
        await api.call("deleteWebhook")
        await poll(api, app.turns.run, stopping, wait=config.telegram.poll_seconds)
    log.info("stopping")


async def _warm_up() -> None:
    """The dictionary of quick capture is read a little after the start, off the loop, before the first line needs it."""
    await asyncio.sleep(WARM_UP_SECONDS)
    from capture.understand import warm_up

    await asyncio.to_thread(warm_up)


def _webhook_secret(config: Config) -> str:
    """Known to Telegram and to every process of this bot, derived so that nothing more need be kept secret."""
    return hashlib.sha256(f"{SECRET_HEADER}:{config.token.get_secret_value()}".encode()).hexdigest()


async def _tell_commands(api: TelegramApi, app: App) -> None:
    """Each of us is offered what the role has; a stranger, next to nothing."""
    catalogue = Catalogue()
    requests = []
    for language in ("ru", "en"):
        request = commands_request(menu.commands(catalogue[language], None))
        requests.append(request if language == "ru" else request | {"language_code": language})
    async with app.database.transaction() as tx:
        people = [person for person in await employees.everybody(tx) if person.reachable]
    for person in people:
        commands = menu.commands(catalogue[person.language], person.role)
        requests.append(commands_request(commands, person.chat))
    for request in requests:
        with suppress(NetworkError, TelegramError):
            await api.call("setMyCommands", request)


@asynccontextmanager
async def _in_background(work: Any) -> AsyncIterator[None]:
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@asynccontextmanager
async def _jobs(app: App) -> AsyncIterator[None]:
    """The clock's work: what is due, and forgetting what is no longer needed."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    for work, seconds in ((app.tick, TICK_SECONDS), (app.take_over, TAKE_OVER_SECONDS)):
        scheduler.add_job(
            work, "interval", seconds=seconds, coalesce=True, max_instances=1, misfire_grace_time=60
        )
    scheduler.add_job(
        _forget, "interval", hours=6, args=[app], coalesce=True, max_instances=1, misfire_grace_time=3600
    )
    scheduler.add_job(
        _count_cards,
        "interval",
        hours=24,
        args=[app],
        next_run_time=datetime.now(UTC) + COUNT_AFTER,
        coalesce=True,
        max_instances=1,
        misfire_grace_time=3600,
    )
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)


async def _forget(app: App) -> None:
    now = app.turns.clock()
    async with app.database.transaction() as tx:
        await tx.run(conversations.FORGET_SEEN, before=now - KEEP_SEEN)
        await tx.run(outbox.FORGET_OLD, before=now - KEEP_SET_ASIDE)
        await looks.forget(tx, (now - timedelta(days=app.turns.rules.secrecy.keep_days)).date())


async def _count_cards(app: App) -> None:
    """How complete each card is, in portions: what turns missed, as a contract that was signed; old rows the first time."""
    last = 0
    while app.instance.leading:
        async with app.database.transaction() as tx:
            last = await completeness.refresh_next(tx, last)
        if not last:
            return
