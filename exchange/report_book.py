"""An xlsx opened for editing in place: parts as they are, sheets as trees, and what in them has to be known.

No library that is at hand keeps the formats of a foreign file; the parts of the file itself do.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.dom import minidom
from xml.dom.minidom import Document, Element
from xml.parsers.expat import ExpatError

from exchange.errors import FileDamagedError, FileEncryptedError, FileTooLargeError, FileUnsupportedError
from exchange.report_refs import letters_of, moved_by, number_of

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MOST_BYTES = 1 << 20
MOST_UNPACKED = 16 << 20
MOST_CELLS = 5000
# Tags and attributes of one part: a tree of them takes a hundred times the room of the file.
MOST_NODES = 250_000
PERCENTS = frozenset({9, 10})
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_QUOTED = re.compile(r'"[^"]*"|\\.')
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_ADDRESS = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")


@dataclass
class Sheet:
    name: str
    part: str
    document: Document


@dataclass
class Book:
    """`parts` by name; `strings` are the shared texts; `quoted` the styles that were made for texts like formulas."""

    parts: dict[str, bytes]
    sheets: list[Sheet]
    strings: list[str]
    styles: Document | None
    quoted: dict[int, int] = field(default_factory=dict)

    def text_of(self, cell: Element) -> str:
        """What stands in a cell as text; empty for numbers and formulas."""
        kind = cell.getAttribute("t")
        if kind == "s":
            values = children(cell, "v")
            index = int(content(values[0]) or -1) if values else -1
            return self.strings[index] if 0 <= index < len(self.strings) else ""
        if kind == "inlineStr":
            return "".join(content(one) for one in cell.getElementsByTagNameNS(MAIN, "t"))
        return ""

    def is_percent(self, cell: Element) -> bool:
        style = self._style(int(cell.getAttribute("s") or 0))
        if style is None or self.styles is None:
            return False
        number = int(style.getAttribute("numFmtId") or 0)
        formats = self.styles.getElementsByTagNameNS(MAIN, "numFmt")
        own = [
            one.getAttribute("formatCode") for one in formats if one.getAttribute("numFmtId") == str(number)
        ]
        return number in PERCENTS or any("%" in _QUOTED.sub("", code) for code in own)

    def _style(self, index: int) -> Element | None:
        if self.styles is None:
            return None
        table = self.styles.getElementsByTagNameNS(MAIN, "cellXfs")
        found = children(table[0], "xf") if table else []
        return found[index] if index < len(found) else None

    def put_text(self, cell: Element, text: str) -> None:
        """As a string, whatever it begins with; a text like a formula is also marked as quoted."""
        text = _ILLEGAL.sub("", text)[:32_767]
        _clear(cell)
        if not text:
            return
        cell.setAttribute("t", "inlineStr")
        if text.lstrip().startswith(_RISKY) or text.startswith(_RISKY):
            self._quote(cell)
        outer, inner = _made(cell, "is"), _made(cell, "t")
        inner.setAttribute("xml:space", "preserve")
        inner.appendChild(_document(cell).createTextNode(text))
        outer.appendChild(inner)
        cell.appendChild(outer)

    def put_number(self, cell: Element, number: float) -> None:
        _clear(cell)
        value = _made(cell, "v")
        value.appendChild(_document(cell).createTextNode(repr(number)))
        cell.appendChild(value)

    def _quote(self, cell: Element) -> None:
        before = int(cell.getAttribute("s") or 0)
        style = self._style(before)
        if style is None or style.getAttribute("quotePrefix") in {"1", "true"}:
            return
        if before not in self.quoted:
            copy = copy_of(style)
            copy.setAttribute("quotePrefix", "1")
            table = style.parentNode
            assert isinstance(table, Element)
            self.quoted[before] = len(children(table, "xf"))
            table.appendChild(copy)
            table.setAttribute("count", str(self.quoted[before] + 1))
        cell.setAttribute("s", str(self.quoted[before]))


def children(node: Element, name: str) -> list[Element]:
    return [one for one in node.childNodes if isinstance(one, Element) and one.localName == name]


def copy_of(node: Element) -> Element:
    found = node.cloneNode(deep=True)
    assert found is not None
    return found


def content(node: Element) -> str:
    return "".join(
        one.data for one in node.childNodes if one.nodeType in {one.TEXT_NODE, one.CDATA_SECTION_NODE}
    )


def split(address: str) -> tuple[int, int]:
    """(row, column) from 1. Raises `FileDamagedError`."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise FileDamagedError(kind="xlsx")
    return int(found[2]), number_of(found[1])


def address(row: int, column: int) -> str:
    return f"{letters_of(column)}{row}"


def cells(row: Element) -> list[Element]:
    return children(row, "c")


def rows(sheet: Sheet) -> list[Element]:
    data = sheet.document.getElementsByTagNameNS(MAIN, "sheetData")
    return children(data[0], "row") if data else []


def _made(cell: Element, name: str) -> Element:
    """With the prefix of the cell, where the file writes one."""
    named = f"{cell.prefix}:{name}" if cell.prefix else name
    return _document(cell).createElementNS(MAIN, named)


def _document(cell: Element) -> Document:
    found = cell.ownerDocument
    assert found is not None
    return found


def _clear(cell: Element) -> None:
    for one in list(cell.childNodes):
        cell.removeChild(one)
    if cell.hasAttribute("t"):
        cell.removeAttribute("t")


# --- opening and closing ------------------------------------------------------------------------------------------


def open_book(data: bytes) -> Book:
    """Raises a `FileRefusedError`."""
    if len(data) > MOST_BYTES:
        raise FileTooLargeError(what="bytes", found=len(data), limit=MOST_BYTES)
    try:
        parts = _parts(data)
        sheets = [Sheet(name, part, tree_of(parts[part])) for name, part in _sheet_parts(parts)]
        strings = _strings(parts)
        styles = tree_of(parts["xl/styles.xml"]) if "xl/styles.xml" in parts else None
        for sheet in sheets:
            _address_all(sheet)
            _unshare(sheet)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ExpatError, ValueError, LookupError) as error:  # fmt: skip
        raise FileDamagedError(kind="xlsx") from error
    book = Book(parts, sheets, strings, styles)
    number = sum(len(sheet.document.getElementsByTagNameNS(MAIN, "c")) for sheet in sheets)
    if number > MOST_CELLS:
        raise FileTooLargeError(what="cells", found=number, limit=MOST_CELLS)
    return book


def names(data: bytes, mark: bytes) -> bool:
    """Whether any part of the file has these letters: asked before a tree is made of it. Raises a `FileRefusedError`."""
    return len(data) <= MOST_BYTES and any(mark in part for part in _parts(data).values())


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        if sum(info.file_size for info in infos) > MOST_UNPACKED:
            raise FileTooLargeError(what="unpacked", found=MOST_UNPACKED, limit=MOST_UNPACKED)
        if any(info.flag_bits & 1 for info in infos):
            raise FileEncryptedError
        found = {info.filename: archive.read(info) for info in infos if not info.is_dir()}
    if "xl/workbook.xml" not in found:
        raise FileUnsupportedError(name="zip")
    return found


def tree_of(part: bytes) -> Document:
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\x00" in part:
        raise FileDamagedError(kind="xlsx")
    if part.count(b"<") + part.count(b"=") > MOST_NODES:
        raise FileTooLargeError(what="cells", found=MOST_CELLS, limit=MOST_CELLS)
    return minidom.parseString(part)  # noqa: S318 - no document types, no entities


def _sheet_parts(parts: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    links = tree_of(parts["xl/_rels/workbook.xml.rels"]).getElementsByTagName("*")
    targets = {link.getAttribute("Id"): link.getAttribute("Target") for link in links}
    for sheet in tree_of(parts["xl/workbook.xml"]).getElementsByTagNameNS(MAIN, "sheet"):
        relation = next(value for name, value in sheet.attributes.items() if name.endswith(":id"))
        target = targets[relation]
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if "worksheets/" in part:
            yield sheet.getAttribute("name"), part


def _strings(parts: dict[str, bytes]) -> list[str]:
    part = next((name for name in parts if name.lower() == "xl/sharedstrings.xml"), None)
    if part is None:
        return []
    return [
        "".join(content(text) for text in one.getElementsByTagNameNS(MAIN, "t"))
        for one in tree_of(parts[part]).getElementsByTagNameNS(MAIN, "si")
    ]


def _address_all(sheet: Sheet) -> None:
    """Rows and cells may leave their places to be counted."""
    last = 0
    for row in rows(sheet):
        last = int(row.getAttribute("r") or last + 1)
        row.setAttribute("r", str(last))
        column = 0
        for cell in cells(row):
            column = split(cell.getAttribute("r"))[1] if cell.hasAttribute("r") else column + 1
            cell.setAttribute("r", address(last, column))


def _unshare(sheet: Sheet) -> None:
    """A formula that cells share is written out in each of them: the cells may part."""
    masters: dict[str, tuple[str, int, int]] = {}
    for cell in sheet.document.getElementsByTagNameNS(MAIN, "c"):
        for formula in children(cell, "f"):
            if formula.getAttribute("t") != "shared":
                continue
            row, column = split(cell.getAttribute("r"))
            group, text = formula.getAttribute("si"), content(formula)
            if text:
                masters[group] = (text, row, column)
            elif group in masters:
                told, first_row, first_column = masters[group]
                text = moved_by(told, row - first_row, column - first_column)
                formula.appendChild(sheet.document.createTextNode(text))
            for name in ("t", "si", "ref"):
                if formula.hasAttribute(name):
                    formula.removeAttribute(name)


def close_book(book: Book) -> bytes:
    """The order of calculation is forgotten: programs count anew what was filled in."""
    parts = dict(book.parts)
    for sheet in book.sheets:
        parts[sheet.part] = sheet.document.toxml("UTF-8")
    if book.styles is not None:
        parts["xl/styles.xml"] = book.styles.toxml("UTF-8")
    if parts.pop("xl/calcChain.xml", None) is not None:
        for name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
            parts[name] = _without_chain(parts[name])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _without_chain(part: bytes) -> bytes:
    tree = tree_of(part)
    root: Any = tree.documentElement
    for one in list(root.childNodes):
        if isinstance(one, Element) and any("calcChain" in value for _, value in one.attributes.items()):
            root.removeChild(one)
    return tree.toxml("UTF-8")
