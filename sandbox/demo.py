"""`make demo`: the sandbox, the bot as its own process and a sample company, on one address."""

import asyncio
import os
import signal
import sys
import tempfile
from contextlib import suppress
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sandbox.acts import Hand
from sandbox.clock import SandboxClock
from sandbox.company import ACCOUNTANT, LEAD, LOGISTICS, MANAGER, OTHER_MANAGER, SUPPORT, lay_company
from sandbox.server import running
from sandbox.telegram import Telegram

ROOT = Path(__file__).parent.parent
ZONE = "Europe/Moscow"
TOKEN = "42:sandbox"  # noqa: S105 - the sandbox's own, opens nothing
PHONES = (
    (MANAGER, "Анна", "менеджер"),
    (LEAD, "Борис", "руководитель"),
    (SUPPORT, "Вера", "поддержка продаж"),
    (ACCOUNTANT, "Галина", "бухгалтер"),
    (OTHER_MANAGER, "Игорь", "менеджер"),
    (LOGISTICS, "Денис", "логист"),
)


def demo_start(now: datetime) -> datetime:
    """A Monday morning, just before nine: the list is about to come. Today's or the next one, in the company's zone."""
    local = now.astimezone(ZoneInfo(ZONE))
    monday = local.date() + timedelta(days=-local.weekday() % 7)
    return datetime.combine(monday, time(8, 59, 30), tzinfo=ZoneInfo(ZONE))


async def run_demo(port: int) -> int:
    """Until Ctrl+C. The exit code is the bot's own where it ends by itself."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    clock = SandboxClock(ZONE, start=demo_start(datetime.now(ZoneInfo(ZONE))))
    telegram = Telegram(TOKEN, now=clock.now, validate=False)
    hands = []
    for user_id, name, role in PHONES:
        user = telegram.user(user_id, name, role=role)
        hands.append(Hand(telegram, user, telegram.chats[user_id]))
    with tempfile.TemporaryDirectory(prefix="prozvon-demo-") as folder:
        database_url = f"sqlite+aiosqlite:///{folder}/demo.sqlite"
        await lay_base(database_url, clock.now())
        async with running(telegram, clock, port=port) as url:
            for hand in hands:
                hand.start()
            return await _with_bot(url, database_url, stop)


async def lay_base(database_url: str, now: datetime) -> None:
    from storage.database import open_database
    from storage.migrate import migrate
    from usecases.rules import Rules

    migrate(database_url)
    database = open_database(database_url)
    async with database.transaction() as tx:
        await lay_company(tx, now, Rules())
    await database.close()


async def _with_bot(url: str, database_url: str, stop: asyncio.Event) -> int:
    env = {
        **os.environ,
        "BOT_TOKEN": TOKEN,
        "PROZVON_TELEGRAM__API_URL": url,
        "PROZVON_CLOCK__URL": f"{url}/clock",
        "PROZVON_STORAGE__URL": database_url,
        "PROZVON_LOG__LEVEL": "warning",
        "PROZVON_COMPANY__LEGAL_NAME": "ООО «Северный склад»",
        "PROZVON_COMPANY__TAX_NUMBER": "7801234564",
    }
    bot = await asyncio.create_subprocess_exec(sys.executable, "main.py", cwd=ROOT, env=env)
    sys.stdout.write(f"Prozvon demo: {url}\nCtrl+C ends it.\n")
    sys.stdout.flush()
    ended, stopped = asyncio.ensure_future(bot.wait()), asyncio.ensure_future(stop.wait())
    await asyncio.wait({ended, stopped}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if not ended.done():
        with suppress(ProcessLookupError):
            bot.send_signal(signal.SIGTERM)
        return 0 if await ended in {0, -signal.SIGTERM} else 1
    return ended.result()
