"""A table found by its cells alone, and what one cell looks like."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from exchange.headers import Column, Header, build_header, text_cells, vocabulary
from exchange.sheet import Sheet, Value
from exchange.values import BadValueError, clean_text, is_blank, parse_date, parse_money

ROLES = (
    "client",
    "tax_number",
    "contract",
    "document",
    "date",
    "due",
    "amount",
    "advance",
    "overdue",
    "days",
)
_INNER = MappingProxyType({"tax_number": "inn", "days": "days_overdue"})
SEARCHED = 1000
_STOREYS = 3
_TAX = re.compile(r"[0-9]{9,12}(?:[/\\ ].*)?")


@dataclass(frozen=True, slots=True)
class Found:
    """A table by content: its sheet, and its heading (without storeys where it has none)."""

    sheet: Sheet
    header: Header


def inner_roles(mapping: Mapping[int, str]) -> dict[int, str]:
    """A person's mapping in the words of the vocabulary; unknown roles are left out."""
    return {
        index: _INNER.get(role, role) for index, role in mapping.items() if role in ROLES or role == "inn"
    }


def find_by_content(sheets: Sequence[Sheet]) -> Found | None:
    """The sheet with the most rows of a name and a sum; its heading is what stands right over them."""
    return _find_rows(sheets, frozenset({"sum"})) or _find_rows(sheets, frozenset({"sum", "whole"}))


def _find_rows(sheets: Sequence[Sheet], sums: frozenset[str]) -> Found | None:
    marked = [[_is_data(row, sums) for row in sheet.rows[:SEARCHED]] for sheet in sheets]
    at = max(range(len(marked)), key=lambda at: sum(marked[at]), default=None)
    if at is None or True not in marked[at]:
        return None
    sheet, start = sheets[at], marked[at].index(True)
    first = start
    while first and start - first < _STOREYS and _is_headingish(sheet.rows[first - 1]):
        first -= 1
    if first == start:
        return Found(sheet, Header(start, start - 1, (), ()))
    return Found(sheet, build_header(sheet, first, start - 1, vocabulary("receivables")))


def with_columns(header: Header, indexes: Sequence[int]) -> Header:
    """The heading with nameless columns added where a mapping names them."""
    known = {column.index for column in header.columns}
    added = [Column(index, ("",), None) for index in indexes if index not in known]
    columns = tuple(sorted((*header.columns, *added), key=_index))
    return Header(header.first, header.last, columns, header.rows)


def _index(column: Column) -> int:
    return column.index


def _is_data(row: Sequence[Value], sums: frozenset[str]) -> bool:
    kinds = {cell_kind(value) for value in row}
    return "text" in kinds and not kinds.isdisjoint(sums)


def _is_headingish(row: Sequence[Value]) -> bool:
    cells = text_cells(row)
    return len(cells) > 1 and not any(isinstance(value, (int, float, date)) for value in row)


def cell_kind(value: Value) -> str:  # noqa: PLR0911 (one return for each kind)
    """sum, whole, day, tax, text or ""."""
    if isinstance(value, float):
        return "whole" if value.is_integer() and abs(value) < 1000 else "sum"  # noqa: PLR2004
    if isinstance(value, (date, int)):
        return "day" if isinstance(value, date) else "whole"
    if is_blank(value):
        return ""
    text = clean_text(value)
    if _TAX.fullmatch(text):
        return "tax"
    if re.fullmatch(r"[0-9]{1,3}", text):
        return "whole"
    try:
        parse_money(value)
    except BadValueError as error:
        if error.code == "ambiguous_number":
            return "sum"
    else:
        return "sum"
    try:
        return "day" if parse_date(value) else ""
    except BadValueError:
        return "text" if re.search(r"[^\W\d_]{2}", text) else ""
