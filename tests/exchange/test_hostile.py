"""Files made to hurt, by chance or on purpose: each a plain refusal, soon and in little memory."""

import io
import resource
import struct
import sys
import zipfile
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest
import xlwt

from exchange.errors import FileRefusedError
from exchange.receivables import read_receivables
from exchange.sheet import Limits, Sheet, Value
from exchange.tables import read_sheets

MEGABYTE = 1 << 20
BOOK = b'<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>'
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="'
    + OFFICE
    + b'/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
LINKS = ROOT.replace(b'officeDocument"', b'worksheet"').replace(b"xl/workbook.xml", b"worksheets/sheet1.xml")


def package(**parts: bytes) -> bytes:
    """An xlsx of given parts: book, links, sheet, strings, styles."""
    names = {
        "root": "_rels/.rels",
        "book": "xl/workbook.xml",
        "links": "xl/_rels/workbook.xml.rels",
        "sheet": "xl/worksheets/sheet1.xml",
        "strings": "xl/sharedStrings.xml",
        "styles": "xl/styles.xml",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for key, body in ({"root": ROOT, "book": BOOK, "links": LINKS} | parts).items():
            with archive.open(names[key], "w") as part:
                for at in range(0, len(body), MEGABYTE):
                    part.write(body[at : at + MEGABYTE])
    return buffer.getvalue()


def sheet(body: bytes) -> bytes:
    return b"<worksheet><sheetData>" + body + b"</sheetData></worksheet>"


def lying_about_its_size() -> bytes:
    data = bytearray(package(sheet=sheet(b"<row/>" * 200_000)))
    directory = data.index(b"PK\x01\x02")
    at = data.index(b"xl/worksheets/sheet1.xml", directory) - 46
    struct.pack_into("<I", data, at + 24, 10)
    return bytes(data)


def renamed_zip(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, b"<document/>")
    return buffer.getvalue()


def absurd_records() -> bytes:
    book = xlwt.Workbook()
    book.add_sheet("a").write(0, 0, 5.0)
    buffer = io.BytesIO()
    book.save(buffer)
    data = bytearray(buffer.getvalue())
    start = 512
    for at in range(start + 20, start + 400, 4):
        struct.pack_into("<HH", data, at, 0x0203, 0xFFFF)
    return bytes(data)


def laughs() -> bytes:
    entities = b"".join(b'<!ENTITY a%d "%b">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    return b'<!DOCTYPE x [<!ENTITY a0 "ha">' + entities + b"]><workbook>&a11;</workbook>"


HOSTILE: dict[str, Callable[[], bytes]] = {
    "rows without numbers": lambda: package(sheet=sheet(b"<row/>" * 2_000_000)),
    "cells without addresses": lambda: package(sheet=sheet(b"<row>" + b"<c/>" * 4_000_000 + b"</row>")),
    "millions of empty texts": lambda: package(
        sheet=sheet(b'<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
        strings=b"<sst>" + b"<si/>" * 4_000_000,
    ),
    "a book of nested elements": lambda: package(book=b"<a>" * 10_000_000, sheet=sheet(b"")),
    "a book of nested elements within the limit": lambda: package(book=b"<a>" * 300_000, sheet=sheet(b"")),
    "entities in entities": lambda: package(book=laughs(), sheet=sheet(b"")),
    "a size that lies": lying_about_its_size,
    "tags that never close": lambda: package(sheet=sheet(b'<row r="1"><c t="e"' + b"<c " * 2_000_000)),
    "rows of a million": lambda: package(sheet=sheet(b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
    "many megabytes in a little file": lambda: package(sheet=bytes(65 * MEGABYTE)),
    "ten million short lines": lambda: b"1\n" * 10_000_000,
    "a line of ten million cells": lambda: b";" * 10_000_000,
    "one cell of many megabytes": lambda: b'"' + b"a" * (15 * MEGABYTE),
    "html of spans": lambda: b"<table>" + b"<tr><td colspan=99999 rowspan=99999>x" * 400_000,
    "html of nested tables": lambda: b"<html>" + b"<table><tr><td>" * 700_000,
    "absurd records": absurd_records,
    "over twenty megabytes": lambda: b"PK\x03\x04" + bytes(21 * MEGABYTE),
    "docx": lambda: renamed_zip("word/document.xml"),
    "ods": lambda: renamed_zip("content.xml"),
    "pdf": lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n" + b"stream" * 100,
    "rtf": lambda: b"{\\rtf1\\ansi Hello}",
    "picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10,
    "mxl": lambda: b"MOXCEL\x00\x07\x00" + bytes(range(256)),
}


class Calls:
    """Functions called and left: work that is the same on any machine, unlike its seconds."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, frame: FrameType, event: str, arg: Any) -> None:
        self.count += 1


@pytest.fixture
def calls() -> Iterator[Calls]:
    counted, before = Calls(), sys.getprofile()
    sys.setprofile(counted)
    yield counted
    sys.setprofile(before)


@pytest.fixture
def thrifty(calls: Calls) -> Iterator[None]:
    """Not more than 600 MB over what the process has now, the making of the file included, nor three million calls."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 600 * 1024
    assert calls.count < 3_000_000


@pytest.mark.parametrize("name", HOSTILE)
def test_a_plain_refusal(name: str, thrifty: None) -> None:
    with pytest.raises(FileRefusedError):
        read_receivables(read_sheets("долги.xls", HOSTILE[name](), Limits(unpacked_bytes=64 * MEGABYTE)))


@pytest.mark.parametrize("sums", [(1.0,), (0.0,), (-1.0, 0.0, 1.0), (1.0, 2.0, 3.0, 5.0)])
def test_groups_that_nothing_but_sums_could_show_are_not_looked_for_long(
    sums: tuple[float, ...], calls: Calls
) -> None:
    rows: list[list[Value]] = [[f"Имя {at}", sums[at * 7 % len(sums)]] for at in range(4900)]
    read_receivables([Sheet("1", [["Менеджер / Клиент / Документ", "Долг"], *rows])])
    assert calls.count < 1500 * len(rows)
