"""A dropped file read by a child process of its own."""

import subprocess
import sys
from datetime import date

import pytest

from bot.children import ROOT
from bot.reading import SMALL_BYTES, Asked, NotReadError, read_beside
from domain.imports import ImportKind
from exchange.errors import FileDamagedError, FileTooLargeError
from exchange.sheet import Limits
from exchange.xlsx_out import write_table_xlsx
from usecases.import_packing import PACKED, unpacked
from usecases.import_reading import read_file

TODAY = date(2026, 11, 23)
HEADS = ("Контрагент", "Документ", "Срок оплаты", "Сумма долга")
ROWS = [(f"ООО «Клиент {n}»", f"Реализация {n * 7919 % 10007}", TODAY, 1000 + n) for n in range(4000)]
FILE = write_table_xlsx(HEADS, ROWS)


def asked(limits: Limits | None = None) -> Asked:
    return Asked("долги.xlsx", TODAY, limits or Limits(), None, {"mark": {0: "client"}})


def nothing(done: int, total: int) -> None:
    del done, total


async def test_a_child_reads_the_same_as_we_would() -> None:
    assert len(FILE) > SMALL_BYTES
    [here] = read_file("долги.xlsx", FILE, TODAY, Limits(), layouts={})
    [there] = await read_beside(asked(), FILE, nothing)
    assert (there.kind, there.as_of, list(there.plan)) == (ImportKind.RECEIVABLES, None, [PACKED])
    assert await unpacked(there.plan) == here.plan


async def test_a_small_file_is_read_here_and_packed_the_same() -> None:
    small = write_table_xlsx(HEADS, ROWS[:400])
    assert len(small) < SMALL_BYTES
    [read] = await read_beside(asked(), small, nothing)
    assert len((await unpacked(read.plan))["rows"]) == 400
    assert list(read.plan) == [PACKED]


async def test_the_child_refuses_with_the_same_words() -> None:
    with pytest.raises(FileTooLargeError) as refused:
        await read_beside(asked(Limits(rows=100)), FILE, nothing)
    assert dict(refused.value.facts) == {"what": "rows", "found": 4001, "limit": 100}
    with pytest.raises(FileDamagedError):
        await read_beside(asked(), b"PK\x03\x04" + b"?" * SMALL_BYTES, nothing)


async def test_a_child_that_dies_is_said_to_have_died(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(NotReadError):
        await read_beside(asked(), FILE, nothing)


def test_the_child_brings_no_base_and_no_telegram_along() -> None:
    """It holds the file beside the bot: a hundred megabytes of imports more would be too many."""
    code = (
        "import sys, datetime, bot.reading as r;"
        "asked = r.Asked('x.xlsx', datetime.date(2026, 11, 23), r.Limits(), None, {});"
        "print(r._read(asked, sys.stdin.buffer.read(), print)[0].kind);"
        "print([one for one in ('aiogram', 'sqlalchemy', 'pydantic', 'aiohttp') if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], input=FILE, capture_output=True, cwd=ROOT, check=True)
    assert done.stdout.decode().split("\n")[-3:] == ["receivables", "[]", ""]
