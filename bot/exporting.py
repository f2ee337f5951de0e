"""`python main.py export orders`: a day's orders, or those that never went, into a file from the command line, as the owner."""

import asyncio
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from bot.config import Config
from bot.loading import PlainError
from domain.actors import Role
from domain.errors import ProzvonError
from screens.order_export_views import ExportForm
from screens.screen import FileRef
from screens.words import Catalogue
from storage import employees
from storage.database import open_database
from storage.migrate import migrate
from usecases.order_export import build_orders, export
from usecases.work import Work

LANGUAGE = "ru"


async def export_orders(config: Config, day: date | None, form: ExportForm, file: Path | None) -> int:
    """The exit code; the file is named by itself where no name is given. The same marks as from the chat."""
    await asyncio.to_thread(migrate, config.storage.url)
    database = open_database(config.storage.url)
    try:
        async with database.transaction() as tx:
            name, data, count = await _export(Work(tx, datetime.now(UTC), config.rules), day, form)
            target = file or Path(name)
            await asyncio.to_thread(_write, target, data)
    except FileExistsError as error:
        return _fail(f"export: {error.filename} exists already, choose another name")
    except OSError as error:
        return _fail(f"export: {error.filename}: {error.strerror}")
    except (PlainError, ProzvonError) as error:
        return _fail(f"export: {error if isinstance(error, PlainError) else 'no orders to export'}")
    finally:
        await database.close()
    sys.stdout.write(f"export: {target}, orders {count}\n")
    return 0


async def _export(work: Work, day: date | None, form: ExportForm) -> tuple[str, bytes, int]:
    from exchange.drawing import draw

    owners = await employees.with_role(work.tx, Role.OWNER)
    if not owners:
        raise PlainError("there is no owner yet: set access.owner_id, run the bot and send it /start")
    done = await export(owners[0], work, day, form)
    built = await build_orders(work, FileRef("orders", done.id, LANGUAGE), Catalogue())
    assert built is not None
    name, asked = built
    return name, await asyncio.to_thread(draw, asked), done.orders


def _write(target: Path, data: bytes) -> None:
    """A file that could not be written leaves nothing marked as gone: the transaction ends after it."""
    with target.open("xb") as out:
        out.write(data)


def _fail(text: str) -> int:
    sys.stderr.write(text + "\n")
    return 1
