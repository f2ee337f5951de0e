"""What must be known of an xlsx before and beside the reading of its values.

The reader of values allocates a dense table up to the farthest cell, gives an error cell as an empty one, and
refuses a short shared-strings part; so the parts are looked through first.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from exchange.errors import FileDamagedError, FileEncryptedError, FileTooLargeError, FileUnsupportedError
from exchange.sheet import LOST, Limits

_ADDRESS = re.compile(rb"""\br=["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^<>]{0,500})>")
_ROW_NUMBER = re.compile(rb"""\br=["']([0-9]+)["']""")
_OUTLINE = re.compile(rb"""\boutlineLevel=["']([0-9])["']""")
_ERROR_CELL = re.compile(
    rb"""<(?:\w+:)?c\b([^<>]{0,200}\bt=["']e["'][^<>]{0,200})>(.{0,400}?)</(?:\w+:)?c>""", re.DOTALL
)
_FORMULA_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^<>/]{0,200})>\s{0,9}<(?:\w+:)?f\b[^<>]{0,300}(?:/>|>([^<]*)</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)</")
_STRING_INDEX = re.compile(rb"""\bt=["']s["'][^>]*>\s*<(?:\w+:)?v>([0-9]+)</""")
_STRING = re.compile(rb"<(?:\w+:)?si[\s/>]")
_STRINGS_END = re.compile(rb"</((?:\w+:)?)sst>|<((?:\w+:)?)sst\b([^>]*)/>")
_TEXT_CELL = re.compile(rb"""<c r="[A-Z]+([0-9]+)" s="([0-9]+)" t="(?:s|inlineStr|str)">""")
_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\b[^>]*?(?:/>|>.{0,600}?</(?:\w+:)?xf>)", re.DOTALL)
_INDENT = re.compile(rb"""\bindent=["']([0-9]+)["']""")
_STRINGS_PART = "xl/sharedstrings.xml"
_CHUNK = 1 << 20
_MAX_BOOK = 2 << 20
_CELLS = (b"<c ", b"<c>", b"<c/", b":c ", b":c>", b":c/")


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What one sheet's part says beside its values; rows and columns from 0."""

    levels: dict[int, int] = field(default_factory=dict)
    unread: dict[tuple[int, int], str] = field(default_factory=dict)
    last_string: int = -1


@dataclass(frozen=True, slots=True)
class Package:
    """A checked xlsx: bytes that the reader of values can take, and facts by the part's name."""

    data: bytes
    facts: dict[str, SheetFacts]
    paths: dict[str, str]


def open_package(data: bytes, limits: Limits) -> Package:
    """Check a zip that should be an xlsx. Raises a `FileRefusedError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _examine(archive, data, limits)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        OSError,
        ValueError,
        LookupError,
    ) as error:
        raise FileDamagedError(kind="xlsx") from error


def _examine(archive: zipfile.ZipFile, data: bytes, limits: Limits) -> Package:
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    if unpacked > limits.unpacked_bytes:
        raise FileTooLargeError(what="unpacked", found=unpacked, limit=limits.unpacked_bytes)
    if any(info.flag_bits & 1 for info in infos):
        raise FileEncryptedError
    names = {info.filename.lower().replace("\\", "/"): info.filename for info in infos}
    if "xl/workbook.xml" not in names:
        raise FileUnsupportedError(name="zip")
    indents = _indents(_read(archive, names.get("xl/styles.xml")))
    paths = _sheet_paths(archive, names)
    if not set(paths.values()) <= set(names):
        raise FileDamagedError(kind="xlsx", part="sheet")
    facts = {
        name: _sheet_facts(_read(archive, names[name]), indents, limits)
        for name in dict.fromkeys(paths.values())
    }
    needed = max((fact.last_string for fact in facts.values()), default=-1) + 1
    strings = _read(archive, names.get(_STRINGS_PART))
    if strings.count(b"<si") > limits.cells:
        raise FileTooLargeError(what="cells", found=strings.count(b"<si"), limit=limits.cells)
    held = sum(1 for _ in _STRING.finditer(strings))
    if needed and not held:
        raise FileDamagedError(kind="xlsx", part="sharedStrings")
    if held < needed:
        data = _with_strings(archive, names[_STRINGS_PART], _padded(strings, needed - held))
    return Package(data, facts, paths)


def _read(archive: zipfile.ZipFile, name: str | None) -> bytes:
    """A part, unpacked to the end: a size that lies in the directory ends in `BadZipFile`."""
    if name is None:
        return b""
    with archive.open(name) as part:
        return b"".join(iter(lambda: part.read(_CHUNK), b""))


def _sheet_paths(archive: zipfile.ZipFile, names: dict[str, str]) -> dict[str, str]:
    """Part name (lower case) of each sheet by the sheet's name."""
    import xml.etree.ElementTree as ET

    book, links = (
        _read(archive, names["xl/workbook.xml"]),
        _read(archive, names.get("xl/_rels/workbook.xml.rels")),
    )
    if max(len(book), len(links)) > _MAX_BOOK or any(
        sign in part for part in (book, links) for sign in (b"<!DOCTYPE", b"<!ENTITY", b"\x00")
    ):
        raise FileDamagedError(kind="xlsx")
    try:
        targets = {node.get("Id"): node.get("Target", "") for node in ET.fromstring(links)}  # noqa: S314
        found = {}
        for node in ET.fromstring(book).iter():  # noqa: S314
            if node.tag.rsplit("}", 1)[-1] == "sheet":
                relation = next((value for key, value in node.attrib.items() if key.endswith("}id")), "")
                target = (targets.get(relation) or "").lower()
                found[node.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    except ET.ParseError as error:
        raise FileDamagedError(kind="xlsx") from error
    return found


def _sheet_facts(xml: bytes, indents: list[int], limits: Limits) -> SheetFacts:
    _check_extent(xml, limits)
    levels = {}
    number = 0
    for count, match in enumerate(_ROW.finditer(xml), 1):
        attributes = match[1]
        named = _ROW_NUMBER.search(attributes)
        number = int(named[1]) if named else number + 1
        if count > limits.rows:
            raise FileTooLargeError(what="rows", found=count, limit=limits.rows)
        outline = _OUTLINE.search(attributes)
        if outline:
            levels[number - 1] = int(outline[1])
    if not levels and any(indents):
        levels = _indented_rows(xml, indents)
    last_string = max((int(match[1]) for match in _STRING_INDEX.finditer(xml)), default=-1)
    return SheetFacts(levels, dict(_unread_cells(xml)), last_string)


def _check_extent(xml: bytes, limits: Limits) -> None:
    columns: dict[bytes, None] = {}
    rows = 0
    # Cells without an address are counted on by the reader of values, so they are counted here.
    cells = sum(map(xml.count, _CELLS))
    if cells > limits.cells:
        raise FileTooLargeError(what="cells", found=cells, limit=limits.cells)
    for match in _ADDRESS.finditer(xml):
        columns[match[1]] = None
        rows = max(rows, int(match[2]))
    width = max((_column(letters) + 1 for letters in columns), default=0)
    check_extent(rows, width, limits)


def check_extent(rows: int, width: int, limits: Limits) -> None:
    """Refuse a table whose farthest cell lies beyond the limits."""
    for what, found, limit in (
        ("rows", rows, limits.rows),
        ("columns", width, limits.columns),
        ("cells", rows * width, limits.cells),
    ):
        if found > limit:
            raise FileTooLargeError(what=what, found=found, limit=limit)


def _column(letters: bytes) -> int:
    number = 0
    for sign in letters.upper():
        number = number * 26 + sign - 64
    return number - 1


def _indented_rows(xml: bytes, indents: list[int]) -> dict[int, int]:
    levels: dict[int, int] = {}
    for row, style in _TEXT_CELL.findall(xml):
        index = int(style)
        if index < len(indents):
            levels.setdefault(int(row) - 1, indents[index])
    return levels


def _indents(styles: bytes) -> list[int]:
    block = _STYLES.search(styles)
    if block is None:
        return []
    found = (_INDENT.search(style) for style in _STYLE.findall(block[0]))
    return [int(match[1]) if match else 0 for match in found]


def _unread_cells(xml: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    """Error cells, and formulas saved without a value: both would be read as empty."""
    if b't="e"' in xml or b"t='e'" in xml:
        for attributes, body in _ERROR_CELL.findall(xml):
            value = _VALUE.search(body)
            yield from _addressed(attributes, value[1].decode("utf-8", "replace") if value else "#")
    if re.search(rb"<(?:\w+:)?f[\s/>]", xml):
        for attributes, formula in _FORMULA_CELL.findall(xml):
            yield from _addressed(attributes, "=" + formula.decode("utf-8", "replace"))


def _addressed(attributes: bytes, text: str) -> Iterator[tuple[tuple[int, int], str]]:
    found = _ADDRESS.search(attributes)
    if found:
        yield (int(found[2]) - 1, _column(found[1])), text


def _padded(strings: bytes, missing: int) -> bytes:
    end = _STRINGS_END.search(strings)
    if end is None:
        raise FileDamagedError(kind="xlsx", part="sharedStrings")
    prefix = end[1] if end[1] is not None else end[2]
    filler = b"<%bsi><%bt>%b</%bt></%bsi>" % (prefix, prefix, LOST.encode(), prefix, prefix)
    closing = b"</%bsst>" % prefix
    opening = b"" if end[1] is not None else b"<%bsst%b>" % (prefix, end[3])
    return strings[: end.start()] + opening + filler * missing + closing


def _with_strings(archive: zipfile.ZipFile, name: str, strings: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as copy:
        for info in archive.infolist():
            copy.writestr(info.filename, strings if info.filename == name else _read(archive, info.filename))
    return buffer.getvalue()
