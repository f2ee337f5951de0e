"""What the command line does. Prints for a person at a terminal; heavy parts are imported by the command that needs them."""

import asyncio
import gc
import sqlite3
import sys
from datetime import date
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy.engine import make_url
from yaml import YAMLError

from bot.config import Config, load_config
from bot.logs import set_up_logs


def say(text: str) -> None:
    sys.stdout.write(text + "\n")


def fail(text: str) -> int:
    sys.stderr.write(text + "\n")
    return 1


def load(path: Path) -> Config | None:
    """None, said why, where the configuration is wrong."""
    try:
        config = load_config(path)
    except ValidationError as error:
        for problem in error.errors(include_input=False, include_url=False):
            sys.stderr.write(f"config: {'.'.join(map(str, problem['loc']))}: {problem['msg']}\n")
        return None
    except (ValueError, YAMLError) as error:
        sys.stderr.write(f"config: {path} cannot be read: {error}\n")
        return None
    set_up_logs(config.log.level, config.log.format)
    return config


def run(config: Config) -> int:
    if not config.token.get_secret_value():
        return fail("BOT_TOKEN is not set: ask @BotFather for a token and put it into the environment")
    from bot.quick_aiogram import import_aiogram

    gc.disable()  # what an import makes stays: collecting in between costs a tenth of the start and frees nothing
    import_aiogram()
    import uvloop

    from bot.listening import EngineError, check_engine
    from bot.run import run_bot
    from bot.telegram import TelegramError

    gc.freeze()
    gc.enable()
    try:
        check_engine(config.voice)
    except EngineError as error:
        return fail(f"voice: {error}")

    try:
        uvloop.run(run_bot(config))
    except TelegramError as error:
        return fail(f"Telegram refuses this bot: {error.description} (is BOT_TOKEN right?)")
    return 0


def migrate_database(config: Config) -> int:
    from storage.migrate import head_revision, migrate

    migrate(config.storage.url)
    say(f"database is at revision {head_revision()}")
    return 0


def check(config: Config) -> int:
    """Configuration (it was read), database, the engine that listens to voice messages, token."""
    from bot.listening import EngineError, check_engine
    from storage.migrate import migrate

    say("configuration: ok")
    migrate(config.storage.url)
    say("database: ok")
    try:
        check_engine(config.voice)
    except EngineError as error:
        return fail(f"voice: {error}")
    if config.voice.engine:
        say(f"voice: ok, {config.voice.engine}")
    if not config.token.get_secret_value():
        return fail("token: BOT_TOKEN is not set")
    try:
        name = asyncio.run(_ask_name(config))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what the owner asked about
        return fail(f"token: {error}")
    say(f"token: ok, @{name}")
    return 0


async def _ask_name(config: Config) -> str:
    from bot.telegram import TelegramApi

    api = TelegramApi(config.token.get_secret_value(), config.telegram.api_url, timeout=10)
    try:
        me = await api.call("getMe")
    finally:
        await api.close()
    return str(me["username"])


def _sqlite_path(config: Config) -> Path | None:
    url = make_url(config.storage.url)
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def backup(config: Config, file: Path) -> int:
    """A whole copy, taken while the bot runs."""
    source = _sqlite_path(config)
    if source is None:
        return fail("backup: for PostgreSQL use pg_dump")
    if not source.exists():
        return fail(f"backup: no database at {source}")
    if file.exists():
        return fail(f"backup: {file} exists already, choose another name")
    _copy(source, file)
    say(f"backup: {file}, {file.stat().st_size // 1024} KB")
    return 0


def restore(config: Config, file: Path) -> int:
    """Stop the bot first. The database that was there is kept beside as `.before-restore`."""
    target = _sqlite_path(config)
    if target is None:
        return fail("restore: for PostgreSQL use pg_restore")
    if not file.exists() or not _is_ours(file):
        return fail(f"restore: {file} is not a backup of this bot")
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        kept = target.with_name(target.name + ".before-restore")
        kept.unlink(missing_ok=True)
        _copy(target, kept)
    _copy(file, target)
    say(f"restore: {target} is as in {file}")
    return 0


def _is_ours(file: Path) -> bool:
    try:
        connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        try:
            return connection.execute("SELECT version_num FROM alembic_version").fetchone() is not None
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return False


def _copy(source: Path, target: Path) -> None:
    reading, writing = sqlite3.connect(source), sqlite3.connect(target)
    try:
        reading.backup(writing)
    finally:
        reading.close()
        writing.close()


def give(config: Config, day: date | None, form: str, file: Path | None) -> int:
    from bot.exporting import export_orders
    from screens.order_export_views import ExportForm

    return asyncio.run(export_orders(config, day, ExportForm(form), file))


def bring(config: Config, kind: str, file: Path, *, dry_run: bool, as_json: bool, manager: str = "") -> int:
    from bot.bringing import bring_file

    return asyncio.run(bring_file(config, kind, file, dry_run=dry_run, as_json=as_json, manager=manager))
