"""The bottom of CommerceML: elements read one by one, each once, in little memory, and written.

A file that declares a document type or entities is refused before anything of them is expanded: honest exports have none.
"""

import re
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError, XMLPullParser
from xml.parsers.expat import ExpatError, ParserCreate

from exchange.errors import (
    FileDamagedError,
    FileEmptyError,
    FileEncryptedError,
    FileTooLargeError,
    FileUnsupportedError,
)
from exchange.sheet import Limits

ROOT: Final = "КоммерческаяИнформация"
NAMESPACE: Final = "urn:1C.ru:commerceml_210"
VERSION: Final = "2.10"
CHUNK: Final = 1 << 16
DEPTH: Final = 32
ELEMENTS: Final = 2_000_000
TEXT: Final = 1 << 20
# So many bytes without a beginning or an end are one text, however its letters are written.
SILENT: Final = 4 * TEXT
HEAD: Final = 4096
ZIP: Final = b"PK\x03\x04"
PARTS: Final = 50
_ENCODINGS = ("utf-8", "cp1251", "utf-16-le", "utf-16-be")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KIND: Final = "CommerceML"


class Node:
    """An element of a file, without its namespace. What it holds is looked for only when it is asked for."""

    __slots__ = ("element",)

    def __init__(self, element: Element) -> None:
        self.element = element

    @property
    def tag(self) -> str:
        return self.element.tag

    @property
    def text(self) -> str:
        """Exactly as it stands, trimmed beside children."""
        element = self.element
        if not len(element):
            return element.text or ""
        return "".join([element.text or "", *(child.tail or "" for child in element)]).strip()

    @property
    def children(self) -> tuple["Node", ...]:
        return tuple(map(Node, self.element))

    @property
    def attributes(self) -> Mapping[str, str]:
        return self.element.attrib

    def find(self, *path: str) -> "Node | None":
        """The first element on the way down by names."""
        at: Element | None = self.element
        for name in path:
            at = at.find(name) if at is not None else None
        return None if at is None else Node(at)

    def all(self, *path: str) -> tuple["Node", ...]:
        """Every element that the last name of the way has, under the first of the names before."""
        *way, last = path
        at = self.find(*way) if way else self
        return tuple(map(Node, at.element.findall(last))) if at is not None else ()

    def get(self, *path: str) -> str:
        """The trimmed text, "" where it is missing."""
        if len(path) == 1:
            text = self.element.findtext(path[0])
            if text or text is None:
                return text.strip() if text else ""
        return self.exact(*path).strip()

    def exact(self, *path: str) -> str:
        """The text with its spaces, "" where it is missing."""
        at = self.element
        for name in path:
            found = at.find(name)
            if found is None:
                return ""
            at = found
        return Node(at).text if len(at) else at.text or ""


# --- in -----------------------------------------------------------------------------------------------------------


def is_commerceml(data: bytes) -> bool:
    """By the name of the root in the first kilobytes, in whatever encoding; a zip by the names of its parts."""
    if data.startswith(ZIP):
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                return any(_is_part(info.filename) for info in archive.infolist()) and not any(
                    info.filename.lower().replace("\\", "/") == "xl/workbook.xml"
                    for info in archive.infolist()
                )
        except (zipfile.BadZipFile, ValueError, OSError):
            return False
    head = data[:HEAD]
    return any(ROOT.encode(encoding) in head for encoding in _ENCODINGS)


def documents(data: bytes, limits: Limits | None = None) -> list[bytes]:
    """The XML files that were sent: the file itself, or those of a zip in the order of their names. Raises a `FileRefusedError`."""
    limits = limits or Limits()
    if len(data) > limits.file_bytes:
        raise FileTooLargeError(what="bytes", found=len(data), limit=limits.file_bytes)
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise FileEmptyError
    if not data.startswith(ZIP):
        return [data]
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _unpacked(archive, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise FileDamagedError(kind="zip") from error


def _unpacked(archive: zipfile.ZipFile, limits: Limits) -> list[bytes]:
    infos = sorted(
        (one for one in archive.infolist() if _is_part(one.filename)), key=lambda one: one.filename
    )
    if any(info.flag_bits & 1 for info in infos):
        raise FileEncryptedError
    if len(infos) > PARTS:
        raise FileTooLargeError(what="sheets", found=len(infos), limit=PARTS)
    whole = sum(info.file_size for info in infos)
    if whole > limits.unpacked_bytes:
        raise FileTooLargeError(what="unpacked", found=whole, limit=limits.unpacked_bytes)
    found = [archive.read(info) for info in infos]
    found = [one for one in found if is_commerceml(one)]
    if not found:
        raise FileUnsupportedError(name="zip")
    return found


def _is_part(name: str) -> bool:
    return name.lower().endswith(".xml")


def elements(data: bytes, wanted: Collection[str], limits: Limits | None = None) -> Iterator[Node]:
    """Each outermost element that has one of the names, as soon as it ends.

    "/" among them: each element right under the root that is not wanted whole, as soon as it begins, with its attributes alone.
    Raises a `FileRefusedError` while it is read, and never anything else.
    """
    limits = limits or Limits()
    if len(data) > limits.unpacked_bytes:
        raise FileTooLargeError(what="unpacked", found=len(data), limit=limits.unpacked_bytes)
    try:
        _check_head(data)
        yield from _parsed(data, _Builder(frozenset(wanted)))
    except (ExpatError, ParseError, LookupError, ValueError) as error:
        raise FileDamagedError(kind=_KIND) from error


def _check_head(data: bytes) -> None:
    """A document type, and with it entities, can stand before the root only; what follows is read by the faster parser."""
    parser = ParserCreate()
    begun: list[str] = []
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = lambda name, _: begun.append(name)
    for at in range(0, len(data), CHUNK):
        parser.Parse(data[at : at + CHUNK], at + CHUNK >= len(data) and not begun)
        if begun:
            break
    if not begun or begun[0].rpartition(":")[2] != ROOT:
        raise FileUnsupportedError(name="xml")


def _refuse(*_: object) -> None:
    raise FileDamagedError(kind=_KIND, part="DOCTYPE")


def _parsed(data: bytes, builder: "_Builder") -> Iterator[Node]:
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    silent = 0
    for at in range(0, len(data), CHUNK):
        parser.feed(data[at : at + CHUNK])
        before = builder.count
        yield from builder.taken(parser.read_events())
        silent = 0 if builder.count > before else silent + CHUNK
        if silent > SILENT:
            raise FileTooLargeError(what="text", found=silent, limit=TEXT)
    parser.close()
    yield from builder.taken(parser.read_events())


class _Builder:
    """Lets the wanted elements out and everything else go: the whole file never stands in memory as a tree."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self._wanted = wanted
        self._names: dict[str, str] = {}
        self._depth = self._from = 0
        self._open: list[Element] = []
        self._ready: list[Node] = []
        self.count = 0

    def taken(self, events: Iterable[Any]) -> list[Node]:
        """The most walked lines of an import: one step for each of some million beginnings and ends."""
        names, depth, inside = self._names, self._depth, self._from
        for event, element in events:
            if event == "start":
                depth += 1
                self.count += 1
                if depth > DEPTH or self.count > ELEMENTS:
                    self._refuse(depth)
                tag = element.tag
                name = names.get(tag) or self._name(tag)
                if name is not tag:
                    element.tag = name
                if not inside:
                    inside = depth if depth > 1 and name in self._wanted else self._pass(element, depth)
            else:
                if element.text is not None and len(element.text) > TEXT:
                    raise FileTooLargeError(what="text", found=len(element.text), limit=TEXT)
                if depth == inside:
                    self._ready.append(Node(element))
                    inside = 0
                if not inside:
                    self._let_go(element)
                depth -= 1
        self._depth, self._from = depth, inside
        ready, self._ready = self._ready, []
        return ready

    def _name(self, tag: str) -> str:
        local = tag.rpartition("}")[2].rpartition(":")[2]
        return self._names.setdefault(tag, tag if local == tag else local)

    def _pass(self, element: Element, depth: int) -> int:
        self._open.append(element)
        if depth == 2 and "/" in self._wanted:  # noqa: PLR2004 - right under the root
            self._ready.append(Node(Element(element.tag, element.attrib)))
        return 0

    def _let_go(self, element: Element) -> None:
        if self._open and self._open[-1] is element:
            self._open.pop()
        if self._open:
            self._open[-1].remove(element)

    def _refuse(self, depth: int) -> None:
        if depth > DEPTH:
            raise FileTooLargeError(what="depth", found=depth, limit=DEPTH)
        raise FileTooLargeError(what="elements", found=self.count, limit=ELEMENTS)


# --- out ----------------------------------------------------------------------------------------------------------


def leaf(tag: str, text: object, **attributes: str) -> Node:
    """An element with a text: a `Decimal` without exponent, None as an empty one."""
    made = Element(tag, attributes)
    made.text = "" if text is None else _plain(text)
    return Node(made)


def tree(tag: str, *children: Node | None, **attributes: str) -> Node:
    """An element with those of its children that are there."""
    made = Element(tag, attributes)
    made.extend(child.element for child in children if child is not None)
    return Node(made)


def written(root: Node) -> bytes:
    """The file in UTF-8, one element to a line."""
    lines: list[str] = ['<?xml version="1.0" encoding="UTF-8"?>']
    _write(root, 0, lines)
    return ("\n".join(lines) + "\n").encode()


def cleaned(text: str) -> str:
    """Without the signs that XML 1.0 has no way to hold."""
    return _FORBIDDEN.sub("", text)


def _plain(value: object) -> str:
    from decimal import Decimal

    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _write(node: Node, depth: int, lines: list[str]) -> None:
    space = "\t" * depth
    opening = node.tag + "".join(
        f' {name}="{_escaped(text, quoted=True)}"' for name, text in node.attributes.items()
    )
    if node.children:
        lines.append(f"{space}<{opening}>")
        for child in node.children:
            _write(child, depth + 1, lines)
        lines.append(f"{space}</{node.tag}>")
    elif node.text:
        lines.append(f"{space}<{opening}>{_escaped(node.text)}</{node.tag}>")
    else:
        lines.append(f"{space}<{opening}/>")


def _escaped(text: str, *, quoted: bool = False) -> str:
    """A carriage return is written by its number: a reader makes a line feed of a plain one."""
    text = (
        cleaned(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    )
    if quoted:
        text = text.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return text


def root_of(formed: str, *children: Node) -> Node:
    """The whole file: `formed` is «2026-11-23T10:00:00»."""
    attributes = {"xmlns": NAMESPACE, "ВерсияСхемы": VERSION, "ДатаФормирования": formed}
    return tree(ROOT, *children, **attributes)
