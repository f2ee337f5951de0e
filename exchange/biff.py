"""What must be known of a BIFF xls before and beside the reading of its values ([MS-CFB], [MS-XLS]).

The reader of values allocates a dense table up to the farthest cell and gives an error cell as an empty one.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from exchange.errors import FileDamagedError, FileEncryptedError, FileUnsupportedError
from exchange.sheet import Limits
from exchange.xlsx_parts import check_extent

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # sector numbers from here on are marks, not sectors
_BOF, _EOF, _FILEPASS, _XF, _ROW, _BOOLERR, _FORMULA = 0x0809, 0x000A, 0x002F, 0x00E0, 0x0208, 0x0205, 0x0006
_SINGLE = frozenset({0x00FD, 0x0203, 0x027E, 0x0201, _FORMULA, _BOOLERR, 0x0204, 0x00D6})
_TEXT = frozenset({0x00FD, 0x0204, 0x00D6})
_MULTIPLE = frozenset({0x00BD, 0x00BE})
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_WORKSHEET = 0x0010
_MIN_XF = 10


@dataclass(slots=True)
class BiffSheet:
    """What one worksheet's records say beside the values; rows and columns from 0."""

    outlines: dict[int, int] = field(default_factory=dict)
    indents: dict[int, int] = field(default_factory=dict)
    unread: dict[tuple[int, int], str] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0

    @property
    def levels(self) -> dict[int, int]:
        return self.outlines if any(self.outlines.values()) else self.indents


def examine_xls(data: bytes, limits: Limits) -> list[BiffSheet]:
    """Worksheets in file order. Raises a `FileRefusedError` for what is no readable workbook."""
    try:
        names = _streams(data)
        if "EncryptedPackage" in names:
            raise FileEncryptedError
        entry = names.get("Workbook") or names.get("Book")
        if entry is None:
            raise FileUnsupportedError(name="ole")
        return _sheets(_stream(data, *entry), limits)
    except (struct.error, IndexError, ValueError) as error:
        raise FileDamagedError(kind="xls") from error


def _sheets(stream: bytes, limits: Limits) -> list[BiffSheet]:
    sheets: list[BiffSheet] = []
    indents: list[int] = []
    current: BiffSheet | None = None
    depth = 0
    for kind, body in _records(stream):
        if kind == _BOF:
            depth += 1
            if depth == 1 and len(body) >= 4 and struct.unpack_from("<H", body, 2)[0] == _WORKSHEET:  # noqa: PLR2004
                current = BiffSheet()
                sheets.append(current)
        elif kind == _EOF:
            depth = max(0, depth - 1)
            current = current if depth else None
        elif kind == _FILEPASS:
            raise FileEncryptedError
        elif kind == _XF:
            indents.append(body[8] & 0x0F if len(body) > _MIN_XF else 0)
        elif current is not None and depth == 1:
            _note(current, kind, body, indents)
    for sheet in sheets:
        check_extent(sheet.rows, sheet.columns, limits)
    return sheets


def _note(sheet: BiffSheet, kind: int, body: bytes, indents: list[int]) -> None:
    if kind in _SINGLE:
        row, column, style = struct.unpack_from("<HHH", body)
        sheet.rows, sheet.columns = max(sheet.rows, row + 1), max(sheet.columns, column + 1)
        if kind in _TEXT and style < len(indents):
            sheet.indents.setdefault(row, indents[style])
        if kind == _BOOLERR and body[7]:
            sheet.unread[row, column] = _ERRORS.get(body[6], "#")
        elif kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:  # noqa: PLR2004
            sheet.unread[row, column] = _ERRORS.get(body[8], "#")
    elif kind in _MULTIPLE:
        row, last = struct.unpack_from("<H", body)[0], struct.unpack_from("<H", body, len(body) - 2)[0]
        sheet.rows, sheet.columns = max(sheet.rows, row + 1), max(sheet.columns, last + 1)
    elif kind == _ROW:
        row, flags = struct.unpack_from("<H", body)[0], struct.unpack_from("<H", body, 12)[0]
        sheet.outlines[row] = flags & 7


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at, end = 0, len(stream) - 4
    while at <= end:
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _streams(data: bytes) -> dict[str, tuple[int, int]]:
    """Name -> (first sector, size) from the directory of a compound file."""
    directory = _chain(data, _table(data), struct.unpack_from("<I", data, 48)[0])
    found = {}
    for at in range(0, len(directory) - 127, 128):
        name_size, kind = struct.unpack_from("<HB", directory, at + 64)
        if kind in (2, 5) and 2 <= name_size <= 64:  # noqa: PLR2004
            name = directory[at : at + name_size - 2].decode("utf-16-le", "replace")
            first, size = struct.unpack_from("<II", directory, at + 116)
            found[name] = (first, size)
    return found


def _stream(data: bytes, first: int, size: int) -> bytes:
    if size >= struct.unpack_from("<I", data, 56)[0]:
        return _chain(data, _table(data), first)[:size]
    root = next(iter(_root(data)))
    small = _chain(data, _table(data), root)
    table = _numbers(_chain(data, _table(data), struct.unpack_from("<I", data, 60)[0]))
    parts = [small[sector * 64 : sector * 64 + 64] for sector in _walk(table, first)]
    return b"".join(parts)[:size]


def _root(data: bytes) -> Iterator[int]:
    for first, _size in (value for name, value in _streams(data).items() if name == "Root Entry"):
        yield first


def _table(data: bytes) -> list[int]:
    """The sector allocation table, gathered through the header and its continuation sectors."""
    sectors = list(struct.unpack_from("<109I", data, 76))
    following, size = struct.unpack_from("<I", data, 68)[0], _sector_size(data)
    seen = set()
    while following < _END and following not in seen:
        seen.add(following)
        more = _numbers(_sector(data, following, size))
        sectors += more[:-1]
        following = more[-1]
    return _numbers(b"".join(_sector(data, number, size) for number in sectors if number < _END))


def _sector_size(data: bytes) -> int:
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        raise ValueError(shift)
    return 1 << int(shift)


def _sector(data: bytes, number: int, size: int) -> bytes:
    return data[(number + 1) * size : (number + 2) * size]


def _numbers(raw: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4]))


def _chain(data: bytes, table: list[int], first: int) -> bytes:
    size = _sector_size(data)
    return b"".join(_sector(data, number, size) for number in _walk(table, first))


def _walk(table: list[int], first: int) -> Iterator[int]:
    seen = 0
    while first < _END and seen <= len(table):
        yield first
        first = table[first]
        seen += 1
    if seen > len(table):
        raise ValueError(seen)
