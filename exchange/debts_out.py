"""Debts as xlsx: sheets of typed columns with a heading that stays, a filter and a row of totals."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from exchange.xlsx_out import SheetWriter, open_workbook

HEAD: Mapping[str, object] = {
    "bold": True,
    "bg_color": "#EDEDED",
    "bottom": 1,
    "text_wrap": True,
    "valign": "vcenter",
}
TOTAL: Mapping[str, object] = {"bold": True, "top": 1, "num_format": "#,##0.00"}
PERCENT: Mapping[str, object] = {"num_format": '0" %"'}
WIDTHS: Mapping[str, tuple[int, int]] = {
    "text": (10, 42),
    "money": (13, 18),
    "date": (12, 12),
    "count": (9, 12),
    "rubles": (13, 18),
    "percent": (9, 12),
}
MEASURED = 300


def debts_xlsx(asked: Mapping[str, Any]) -> bytes:
    """`sheets` of name, heads, types, rows and `total`, the first word of the last row; an empty cell is None.

    Types are text, money (kopecks), rubles (kopecks that are not added up), percent, date (ISO) and count.
    The same content is the same file.
    """
    buffer = io.BytesIO()
    book = open_workbook(buffer, datetime(2000, 1, 1, tzinfo=UTC))
    for sheet in asked["sheets"]:
        _write(book, sheet)
    book.close()
    return buffer.getvalue()


def _write(book: Any, given: Mapping[str, Any]) -> None:
    sheet = book.add_worksheet(given["name"][:31])
    writer = SheetWriter(book, sheet)
    heads, types, rows = given["heads"], given["types"], given["rows"]
    sheet.freeze_panes(1, 1)
    for column, (head, kind) in enumerate(zip(heads, types, strict=True)):
        writer.put(0, column, head, HEAD)
        sheet.set_column(column, column, _width(kind, head, [row[column] for row in rows[:MEASURED]]))
    for number, row in enumerate(rows, 1):
        for column, (value, kind) in enumerate(zip(row, types, strict=True)):
            writer.put(number, column, _typed(value, kind), PERCENT if kind == "percent" else None)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(heads) - 1)
        _write_total(sheet, writer, given)


def _write_total(sheet: Any, writer: SheetWriter, given: Mapping[str, Any]) -> None:
    """Formulas of what the filter shows, with their values for programs that do not reckon."""
    rows, last = given["rows"], len(given["rows"]) + 1
    for column, kind in enumerate(given["types"]):
        if kind == "money":
            name = _letters(column)
            formula = f"=SUBTOTAL(109,{name}2:{name}{last})"
            value = sum(row[column] or 0 for row in rows) / 100
            sheet.write_formula(last, column, formula, writer.format(TOTAL), value)
        else:
            writer.put(last, column, given["total"] if column == 0 else None, TOTAL)


def _typed(value: Any, kind: str) -> str | int | Decimal | date | None:
    if value is None or kind in {"text", "count", "percent"}:
        known: str | int | None = value
        return known
    return Decimal(value) / 100 if kind in {"money", "rubles"} else date.fromisoformat(value)


def _width(kind: str, head: str, values: Sequence[Any]) -> int:
    least, most = WIDTHS[kind]
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    words = max((len(word) for word in head.split()), default=0)
    return min(max(least, words + 3, longest + 2), most)


def _letters(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
