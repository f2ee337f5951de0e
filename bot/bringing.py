"""`python main.py import`: a file into the base from the command line, as the owner."""

import asyncio
import json
import re
import sys
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.config import Config
from domain.errors import ProzvonError
from domain.imports import ImportKind
from exchange.errors import FileUnsupportedError
from exchange.sheet import Limits
from usecases.import_reading import Read, read_file

LANGUAGE = "en"
Facts = dict[str, Any]


async def bring_file(
    config: Config, kind: str, file: Path, *, dry_run: bool, as_json: bool, manager: str = ""
) -> int:
    """The exit code. `manager` is whose the new clients become. With `dry_run` and `as_json` receivables need no database."""
    try:
        data = await asyncio.to_thread(file.read_bytes)
    except OSError as error:
        return _fail(f"import: {file}: {error.strerror}")
    limits = Limits(file_bytes=config.files.max_megabytes * 1024 * 1024, rows=config.files.max_rows)
    today = datetime.now(UTC).astimezone(ZoneInfo(config.company.timezone)).date()
    try:
        read = read_file(file.name, data, today, limits, ImportKind(kind))[0]
        if read.kind is ImportKind.CONTACTS and kind != ImportKind.PEOPLE:
            raise FileUnsupportedError(name=file.name)
        if read.kind is ImportKind.RECEIVABLES and dry_run and as_json:
            _print_json(_receivables(read))
            return 0
        return await _bring(config, read, file, dry_run=dry_run, as_json=as_json, manager=manager)
    except ProzvonError as error:
        return _fail(f"import: {_in_words(error)}")


async def _bring(
    config: Config, read: Read, file: Path, *, dry_run: bool, as_json: bool, manager: str
) -> int:
    from bot.loading import PlainError, load_file

    try:
        facts = await load_file(config, read, file.name, dry_run=dry_run, manager=manager)
    except PlainError as error:
        return _fail(f"import: {error}")
    if as_json:
        _print_json(_as_json(read, facts, dry_run=dry_run))
    else:
        _print_counts(read, facts, file, dry_run=dry_run)
    return 0


# --- what is printed ----------------------------------------------------------------------------------------------


def _receivables(read: Read) -> dict[str, object]:
    from exchange.receivables import to_json

    return to_json(read.source)


def _as_json(read: Read, facts: Facts, *, dry_run: bool) -> dict[str, object]:
    counts = {name: facts.get(name, 0) for name in ("new", "changed", "same")}
    if read.kind is ImportKind.RECEIVABLES:
        return _receivables(read) | {"counts": counts, "unknown": facts["unknown"], "applied": not dry_run}
    problems = [
        {"cell": one["cell"], "text": one["text"], "why": one["code"].replace("_", " ")}
        for one in facts.get("problems", ())
    ]
    return {
        "kind": read.kind.value,
        "applied": not dry_run,
        "counts": counts | {"not_understood": len(problems)},
        "rows": read.plan["rows"],
        "problems": problems,
    }


def _print_counts(read: Read, facts: Facts, file: Path, *, dry_run: bool) -> None:
    problems = facts.get("problems", ())
    done = "would be " if dry_run else ""
    _say(f"{read.kind.value} from {file.name}")
    _say(f"{done}new {facts['new']}, {done}changed {facts['changed']}, unchanged {facts['same']}")
    _say(f"not understood {len(problems)}")
    for one in problems:
        _say(f"  {one['cell']}: {one['code'].replace('_', ' ')}: {one['text']}")
    if facts.get("unknown"):
        _say(f"clients not recognised {len(facts['unknown'])}: {', '.join(facts['unknown'])}")
    if facts.get("ignored"):
        _say(f"columns not read: {', '.join(facts['ignored'])}")
    if dry_run:
        _say("nothing was changed")


def _in_words(error: ProzvonError) -> str:
    from screens.words import Catalogue

    facts = {name: value if isinstance(value, int) else str(value) for name, value in error.facts.items()}
    text = Catalogue()[LANGUAGE](f"err-{error.code}", **facts)
    return unescape(re.sub(r"<[^>]+>", "", text)).replace("\n", " ")


def _print_json(found: dict[str, object]) -> None:
    _say(json.dumps(found, ensure_ascii=False, indent=2))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _fail(text: str) -> int:
    sys.stderr.write(text + "\n")
    return 1
