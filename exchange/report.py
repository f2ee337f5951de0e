"""The company's form of the monthly report: an xlsx with marks, filled in without touching the rest of it.

`{{sales.fact}}` stands for a figure: alone in a cell it becomes a number in the cell's own format, among words it is written
out. A row with `{{#claims}}` is repeated for each row of that list, and `{{claims.count}}` in it is of that row.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any
from xml.dom.minidom import Element

from domain.reports import FIELDS, LISTS, FieldKind
from exchange.report_book import (
    MAIN,
    Book,
    Sheet,
    address,
    cells,
    children,
    close_book,
    content,
    copy_of,
    names,
    open_book,
    rows,
    split,
    tree_of,
)
from exchange.report_refs import Shift, in_copy

_MARK = re.compile(r"\{\{\s*(#?)\s*([\w.]+)\s*\}\}")
_ANY = re.compile(r"\{\{.*?(?:\}\}|$)", re.DOTALL)
Shown = Mapping[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Problem:
    """`code`: field, list, item, broken, none, table; `cell` «Лист1!B5»; `like` is a mark that may be meant."""

    code: str
    cell: str = ""
    text: str = ""
    like: str = ""


@dataclass(frozen=True, slots=True)
class TemplateFacts:
    fields: int
    lists: tuple[str, ...]
    problems: tuple[Problem, ...]


# --- looking ------------------------------------------------------------------------------------------------------


def has_marks(data: bytes) -> bool:
    """Whether it is an xlsx that somebody put marks into."""
    if not data.startswith(b"PK"):
        return False
    try:
        if not names(data, b"{{"):
            return False
        book = open_book(data)
    except Exception:  # noqa: BLE001 - what it is besides is for others to say
        return False
    return any("{{" in text for _, _, text in _texts(book))


def read_template(data: bytes) -> TemplateFacts:
    """What it asks for, and every mark that nobody can fill in. Raises a `FileRefusedError`."""
    book = open_book(data)
    problems: list[Problem] = []
    fields, lists = 0, []
    if any(name.startswith("xl/tables/") for name in book.parts):
        problems.append(Problem("table"))
    for sheet in book.sheets:
        for row in rows(sheet):
            repeated = _list_of(book, row)
            lists += [repeated] if repeated else []
            for cell in cells(row):
                place = f"{sheet.name}!{cell.getAttribute('r')}"
                marks = _ANY.findall(book.text_of(cell))
                fields += len(marks)
                problems += [
                    found for mark in marks if (found := _problem(mark, place, repeated)) is not None
                ]
    if not fields:
        problems.append(Problem("none"))
    return TemplateFacts(fields, tuple(lists), tuple(problems))


def _texts(book: Book) -> list[tuple[Sheet, Element, str]]:
    return [
        (sheet, cell, text)
        for sheet in book.sheets
        for row in rows(sheet)
        for cell in cells(row)
        if (text := book.text_of(cell))
    ]


def _list_of(book: Book, row: Element) -> str:
    """The list whose row it is; empty for a plain one."""
    for cell in cells(row):
        for found in _MARK.finditer(book.text_of(cell)):
            if found[1]:
                return found[2]
    return ""


def _problem(mark: str, place: str, repeated: str) -> Problem | None:
    found = _MARK.fullmatch(mark)
    if found is None:
        return Problem("broken", place, mark[:60])
    name = found[2]
    if found[1]:
        return None if name in LISTS else Problem("list", place, mark, _like(name, LISTS, "#"))
    head, _, tail = name.partition(".")
    if name in FIELDS or (head == repeated and tail in LISTS.get(head, ())):
        return None
    if head in LISTS and tail in LISTS[head]:
        return Problem("item", place, mark, f"{{{{#{head}}}}}")
    known = [*FIELDS, *(f"{one}.{column}" for one, columns in LISTS.items() for column in columns)]
    return Problem("field", place, mark, _like(name, known))


def _like(name: str, known: Any, sign: str = "") -> str:
    found = get_close_matches(name, list(known), 1, 0.6)
    return f"{{{{{sign}{found[0]}}}}}" if found else ""


# --- filling in ---------------------------------------------------------------------------------------------------


def fill(data: bytes, values: Shown, lists: Mapping[str, Sequence[Shown]]) -> bytes:
    """`values` and each row of `lists` by name: (what it is as a number or None, as it is written out)."""
    book = open_book(data)
    for sheet in book.sheets:
        extra, copied = _fill_sheet(book, sheet, values, lists)
        shift = Shift(extra)
        if shift:
            _move(book, sheet, shift, copied)
    _forget_results(book)
    return close_book(book)


def _fill_sheet(
    book: Book, sheet: Sheet, values: Shown, lists: Mapping[str, Sequence[Shown]]
) -> tuple[dict[int, int], list[tuple[Element, int, int]]]:
    """Rows that were put in, by the row above them; and each copied row with its old place and its number."""
    extra: dict[int, int] = {}
    copied: list[tuple[Element, int, int]] = []
    for row in rows(sheet):
        name = _list_of(book, row)
        if not name:
            _fill_row(book, row, values)
            continue
        items = lists.get(name) or [{f"{name}.{column}": (None, "") for column in LISTS.get(name, ())}]
        place = int(row.getAttribute("r"))
        extra[place] = len(items) - 1
        after, parent = row.nextSibling, _parent(row)
        clones = [row, *(copy_of(row) for _ in items[1:])]
        for number, (clone, item) in enumerate(zip(clones, items, strict=True)):
            _fill_row(book, clone, {**values, **item})
            copied.append((clone, place, number))
            if number:
                parent.insertBefore(clone, after)
    return extra, copied


def _parent(node: Element) -> Any:
    assert node.parentNode is not None
    return node.parentNode


def _fill_row(book: Book, row: Element, values: Shown) -> None:
    for cell in cells(row):
        text = book.text_of(cell)
        if "{{" in text:
            _fill_cell(book, cell, text, values)


def _fill_cell(book: Book, cell: Element, text: str, values: Shown) -> None:
    bare = _MARK.sub(lambda found: "" if found[1] else found[0], text).strip()
    alone = _MARK.fullmatch(bare)
    number = values.get(alone[2], (None, ""))[0] if alone else None
    if alone and number is not None:
        percent = FIELDS.get(alone[2]) is FieldKind.PERCENT and book.is_percent(cell)
        book.put_number(cell, number / 100 if percent else number)
        return
    empty = "" if alone else "—"
    book.put_text(cell, _MARK.sub(lambda found: str(values.get(found[2], (None, ""))[1]) or empty, bare))


def _move(book: Book, sheet: Sheet, shift: Shift, copied: list[tuple[Element, int, int]]) -> None:
    places = {id(row): (place, number) for row, place, number in copied}
    for row in rows(sheet):
        was, number = places.get(id(row), (int(row.getAttribute("r")), 0))
        now = shift.row(was) + number
        row.setAttribute("r", str(now))
        for cell in cells(row):
            cell.setAttribute("r", address(now, split(cell.getAttribute("r"))[1]))
            for formula in children(cell, "f"):
                text = shift.formula(content(formula), own=True, sheet=sheet.name)
                if id(row) in places:
                    text = in_copy(_own_rows(content(formula), shift, was, sheet.name), shift.row(was), now)
                _set(formula, text)
    _move_areas(sheet, shift, copied)
    for other in book.sheets:
        if other is not sheet:
            for formula in other.document.getElementsByTagNameNS(MAIN, "f"):
                _set(formula, shift.formula(content(formula), own=False, sheet=sheet.name))
    _move_names(book, sheet, shift)


def _own_rows(text: str, shift: Shift, was: int, sheet: str) -> str:
    """In a copied row a range within the row stays within it."""
    single = Shift({})
    single.row = lambda row, end=False: shift.row(row, end and row != was)  # type: ignore[method-assign]
    return single.formula(text, own=True, sheet=sheet)


def _set(formula: Element, text: str) -> None:
    for one in list(formula.childNodes):
        formula.removeChild(one)
    if text and formula.ownerDocument is not None:
        formula.appendChild(formula.ownerDocument.createTextNode(text))


def _move_areas(sheet: Sheet, shift: Shift, copied: list[tuple[Element, int, int]]) -> None:
    """Merged cells, conditions, checks, links, filters; what is merged within a copied row is merged in each copy."""
    for merged in list(sheet.document.getElementsByTagNameNS(MAIN, "mergeCell")):
        area = merged.getAttribute("ref")
        (first, left), (last, right) = (split(one) for one in (area.split(":") * 2)[:2])
        numbers = [number for _, place, number in copied if place == first == last]
        for number in numbers or [0]:
            start = shift.row(first) + number
            end = start if numbers else shift.row(last, end=True)
            one = copy_of(merged)
            one.setAttribute("ref", f"{address(start, left)}:{address(end, right)}")
            _parent(merged).insertBefore(one, merged)
        _parent(merged).removeChild(merged)
    for name, attribute in (
        ("dimension", "ref"),
        ("autoFilter", "ref"),
        ("hyperlink", "ref"),
        ("conditionalFormatting", "sqref"),
        ("dataValidation", "sqref"),
        ("selection", "sqref"),
        ("selection", "activeCell"),
        ("f", "ref"),
    ):
        for one in sheet.document.getElementsByTagNameNS(MAIN, name):
            if one.hasAttribute(attribute):
                one.setAttribute(attribute, shift.area(one.getAttribute(attribute)))
    for merged in sheet.document.getElementsByTagNameNS(MAIN, "mergeCells"):
        merged.setAttribute("count", str(len(children(merged, "mergeCell"))))


def _move_names(book: Book, sheet: Sheet, shift: Shift) -> None:
    tree = tree_of(book.parts["xl/workbook.xml"])
    for one in tree.getElementsByTagNameNS(MAIN, "definedName"):
        _set(one, shift.formula(content(one), own=False, sheet=sheet.name))
    book.parts["xl/workbook.xml"] = tree.toxml("UTF-8")


def _forget_results(book: Book) -> None:
    """What formulas came to before the figures were there; every program counts them anew when it opens the file."""
    found = False
    for sheet in book.sheets:
        for formula in sheet.document.getElementsByTagNameNS(MAIN, "f"):
            cell = formula.parentNode
            if isinstance(cell, Element):
                found = True
                for value in children(cell, "v"):
                    cell.removeChild(value)
    if not found:
        return
    tree = tree_of(book.parts["xl/workbook.xml"])
    settings = tree.getElementsByTagNameNS(MAIN, "calcPr")
    for one in settings:
        one.setAttribute("fullCalcOnLoad", "1")
    book.parts["xl/workbook.xml"] = tree.toxml("UTF-8")
