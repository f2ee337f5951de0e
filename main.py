"""The command line of Prozvon: `python main.py` runs the bot."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.config import Config

COMMANDS = ("run", "demo", "import", "export", "understand", "check", "backup", "restore", "migrate")


def parser() -> argparse.ArgumentParser:
    root = argparse.ArgumentParser(prog="main.py", description="Prozvon, a Telegram assistant for B2B sales")
    root.add_argument("--config", type=Path, default=Path("config.yaml"), help="the company's settings")
    commands = root.add_subparsers(dest="command")
    commands.add_parser("run", help="run the bot (the default)")
    demo = commands.add_parser("demo", help="try it: a sandbox instead of Telegram, and a sample company")
    demo.add_argument("--port", type=int, default=8090)
    bring = commands.add_parser("import", help="read a file into the base")
    bring.add_argument("kind", choices=("clients", "people", "products", "receivables", "bank", "statuses"))
    bring.add_argument("file", type=Path)
    bring.add_argument("--dry-run", action="store_true", help="show what would change, change nothing")
    bring.add_argument("--json", action="store_true", help="print what was read as JSON")
    bring.add_argument("--manager", default="", metavar="NAME", help="whose the new clients are")
    give = commands.add_parser("export", help="orders into a file for the accounting system")
    give.add_argument("what", choices=("orders",))
    give.add_argument(
        "--day", type=date.fromisoformat, metavar="YYYY-MM-DD", help="of this day, else all that never went"
    )
    give.add_argument("--format", choices=("commerceml", "xlsx"), default="commerceml")
    give.add_argument("--file", type=Path, help="where to; by default a name of its own in this folder")
    read = commands.add_parser("understand", help="read lines of JSON and print the acts that each means")
    read.add_argument(
        "--context", type=Path, required=True, metavar="FILE", help="the clients and products they speak of"
    )
    commands.add_parser("check", help="check the configuration, the database and the token")
    commands.add_parser("backup", help="copy the database into a file").add_argument("file", type=Path)
    commands.add_parser("restore", help="bring a backup back").add_argument("file", type=Path)
    commands.add_parser("migrate", help="bring the database to the current revision")
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 done, 1 refused, 2 the command line or the configuration is wrong."""
    chosen = parser().parse_args(arguments)
    command = chosen.command or "run"
    if command in {"demo", "understand"}:
        return _without_base(chosen)
    from bot import commands

    config = commands.load(chosen.config)
    if config is None:
        return 2
    if command == "run":
        return commands.run(config)
    if command == "import":
        return commands.bring(
            config,
            chosen.kind,
            chosen.file,
            dry_run=chosen.dry_run,
            as_json=chosen.json,
            manager=chosen.manager,
        )
    if command in {"backup", "restore", "export"}:
        return _with_file(config, chosen)
    return {"check": commands.check, "migrate": commands.migrate_database}[command](config)


def _with_file(config: "Config", chosen: argparse.Namespace) -> int:
    """What writes a file, or is brought back from one."""
    from bot import commands

    if chosen.command == "export":
        return commands.give(config, chosen.day, chosen.format, chosen.file)
    return {"backup": commands.backup, "restore": commands.restore}[chosen.command](config, chosen.file)


def _without_base(chosen: argparse.Namespace) -> int:
    """What needs neither a configuration nor a database."""
    if chosen.command == "understand":
        from capture.command import run

        return run(chosen.context)
    from sandbox.demo import run_demo

    return asyncio.run(run_demo(chosen.port))


if __name__ == "__main__":
    sys.exit(main())
