"""Files of tables as they come: xlsx, BIFF xls, csv in the usual encodings, HTML named .xls."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from exchange.biff import SIGNATURE, examine_xls
from exchange.errors import (
    FileDamagedError,
    FileEmptyError,
    FileEncryptedError,
    FileMxlError,
    FileTooLargeError,
    FileUnsupportedError,
)
from exchange.html_table import read_html
from exchange.sheet import Limits, Merge, Sheet, Value
from exchange.xlsx_parts import SheetFacts, check_extent, open_package

_HTML = re.compile(r"<\s*(?:!doctype\s+html|html|table|meta|body)\b", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_DELIMITERS = (";", "\t", ",", "|")
_HEAD_LINES = 60
Extras = Callable[[int, str], tuple[Mapping[int, int], Mapping[tuple[int, int], str]]]
_COMMON = frozenset("оеаинтсрвлОЕАИНТСРВЛ")


def read_sheets(name: str, data: bytes, limits: Limits | None = None) -> list[Sheet]:
    """All visible sheets with anything in them, by what the bytes are; `name` only helps to refuse.

    Raises a `FileRefusedError` and never anything else.
    """
    limits = limits or Limits()
    if len(data) > limits.file_bytes:
        raise FileTooLargeError(what="bytes", found=len(data), limit=limits.file_bytes)
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise FileEmptyError
    if name.lower().endswith(".mxl") or data[:6] == b"MOXCEL":
        raise FileMxlError
    try:
        sheets = _read_any(name, data, limits)
    except FileUnsupportedError as error:
        if not name.lower().endswith((".xlsx", ".xlsm", ".xls")):
            raise
        # The right name with something else inside: to its sender it is a file that does not open.
        raise FileDamagedError(kind=name.lower().rpartition(".")[2]) from error
    sheets = [sheet for sheet in sheets if any(any(value != "" for value in row) for row in sheet.rows)]
    if not sheets:
        raise FileEmptyError
    return sheets


def _read_any(name: str, data: bytes, limits: Limits) -> list[Sheet]:
    if data.startswith(b"PK\x03\x04"):
        return _read_xlsx(data, limits)
    if data.startswith(SIGNATURE):
        return _read_xls(data, limits)
    return _read_text(name, data, limits)


def _read_xlsx(data: bytes, limits: Limits) -> list[Sheet]:
    package = open_package(data, limits)
    facts = {name: package.facts.get(path, SheetFacts()) for name, path in package.paths.items()}

    def extras(_position: int, name: str) -> tuple[Mapping[int, int], Mapping[tuple[int, int], str]]:
        found = facts.get(name, SheetFacts())
        return found.levels, found.unread

    return _read_workbook("xlsx", package.data, limits, extras)


def _read_xls(data: bytes, limits: Limits) -> list[Sheet]:
    found = examine_xls(data, limits)

    def extras(position: int, _name: str) -> tuple[Mapping[int, int], Mapping[tuple[int, int], str]]:
        return (found[position].levels, found[position].unread) if position < len(found) else ({}, {})

    return _read_workbook("xls", data, limits, extras)


def _read_workbook(kind: str, data: bytes, limits: Limits, extras: Extras) -> list[Sheet]:
    from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        wanted = [meta for meta in book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
        _check_sheets(len(wanted), limits)
        return [
            _sheet(meta.name, book.get_sheet_by_name(meta.name), *extras(position, meta.name))
            for position, meta in enumerate(wanted)
            if meta.visible == SheetVisibleEnum.Visible
        ]
    except PasswordError as error:
        raise FileEncryptedError from error
    except FileTooLargeError:
        raise
    except Exception as error:
        raise FileDamagedError(kind=kind) from error
    except BaseException as error:
        # A panic of the native reader is no Exception; anything else of that rank is not ours to stop.
        if type(error).__name__ != "PanicException":
            raise
        raise FileDamagedError(kind=kind) from error


def _check_sheets(found: int, limits: Limits) -> None:
    if found > limits.sheets:
        raise FileTooLargeError(what="sheets", found=found, limit=limits.sheets)


def _sheet(name: str, found: Any, levels: Mapping[int, int], unread: Mapping[tuple[int, int], str]) -> Sheet:
    rows: list[list[Value]] = found.to_python(skip_empty_area=False)
    for (row, column), text in unread.items():
        while len(rows) <= row:
            rows.append([])
        cells = rows[row]
        cells.extend([""] * (column + 1 - len(cells)))
        if cells[column] == "":
            cells[column] = text
    merges = tuple(
        Merge(top, left, bottom, right) for (top, left), (bottom, right) in found.merged_cell_ranges or ()
    )
    ladder = tuple(levels.get(row, 0) for row in range(len(rows))) if any(levels.values()) else None
    return Sheet(name, rows, merges, ladder)


def _read_text(name: str, data: bytes, limits: Limits) -> list[Sheet]:
    text = decode(data)
    if text is None or _CONTROL.search(text):
        raise FileUnsupportedError(name=name)
    if _HTML.search(text[:4096]):
        return read_html(text, limits)
    if text.lstrip().startswith(("<?xml", "%PDF", "{\\rtf", "BEGIN:VCARD")):
        raise FileUnsupportedError(name=name)
    return [_read_csv(text, limits)]


def decode(data: bytes) -> str | None:
    """Text of a file by its byte order mark, else UTF-8, UTF-16, and of cp1251 and cp866 the likelier one."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decoded(data, encoding)
    if b"\x00" in data[:200]:
        return _decoded(data, "utf-16-le" if data[1:2] in b"\x00\x04" else "utf-16-be")
    found = _decoded(data, "utf-8")
    if found is not None:
        return found
    candidates = [text for text in (_decoded(data, "cp1251"), _decoded(data, "cp866")) if text is not None]
    return max(candidates, key=_likelihood, default=None)


def _decoded(data: bytes, encoding: str) -> str | None:
    with suppress(UnicodeDecodeError):
        return data.decode(encoding)
    return None


def _likelihood(text: str) -> int:
    return sum(sign in _COMMON for sign in text[:20_000])


def _read_csv(text: str, limits: Limits) -> Sheet:
    first, _, rest = text.partition("\n")
    hint = re.fullmatch(r'"?sep=(.)"?\s*', first)
    delimiter = hint[1] if hint else _delimiter(text)
    rows: list[list[Value]] = [[""]] if hint else []
    width = 0
    try:
        for record in csv.reader(io.StringIO(rest if hint else text, newline=""), delimiter=delimiter):
            width = max(width, len(record))
            check_extent(len(rows) + 1, width, limits)
            rows.append(list(record))
    except csv.Error as error:
        raise FileDamagedError(kind="csv") from error
    return Sheet("", rows)


def _delimiter(text: str) -> str:
    """The sign that parts most lines of the head into the same number of fields."""
    head = io.StringIO(text[:50_000], newline="").readlines()[:_HEAD_LINES]
    best, best_score = ";", 0
    for delimiter in _DELIMITERS:
        try:
            widths = Counter(
                len(record) for record in csv.reader(head, delimiter=delimiter) if len(record) > 1
            )
        except csv.Error:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        if count * min(width, 12) > best_score:
            best, best_score = delimiter, count * min(width, 12)
    return best
