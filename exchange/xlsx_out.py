"""Tables out as xlsx. Strings go in as strings, so nothing that somebody typed ever becomes a formula."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

CellValue = str | int | float | bool | Decimal | date | None
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_MAX_CELL = 32_767
_MIN_WIDTH, _MAX_WIDTH = 8, 60


def write_table_xlsx(
    headers: Sequence[str], rows: Sequence[Sequence[CellValue]], sheet_name: str = ""
) -> bytes:
    """One sheet with a heading, a filter and widths by content. Decimals are shown with two places, dates as 31.12.2026."""
    buffer = io.BytesIO()
    book = open_workbook(buffer, datetime(2000, 1, 1, tzinfo=UTC))
    sheet = book.add_worksheet(_sheet_name(sheet_name) or None)
    writer = SheetWriter(book, sheet)
    for column, text in enumerate(headers):
        writer.put(
            0,
            column,
            text,
            {"bold": True, "bg_color": "#EDEDED", "bottom": 1, "text_wrap": True, "valign": "vcenter"},
        )
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            writer.put(number, column, value)
    for column in range(len(headers)):
        texts = [headers[column], *(_shown(row[column]) for row in rows[:500] if column < len(row))]
        sheet.set_column(column, column, min(max(*map(len, texts), _MIN_WIDTH) + 2, _MAX_WIDTH))
    sheet.freeze_panes(1, 0)
    if headers and rows:
        sheet.autofilter(0, 0, len(rows), len(headers) - 1)
    book.close()
    return buffer.getvalue()


def open_workbook(buffer: io.BytesIO, created: datetime) -> Any:
    """A workbook in memory; `created` keeps the bytes the same for the same content."""
    import xlsxwriter

    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(buffer, options)
    book.set_properties({"created": created})
    return book


class SheetWriter:
    """Puts values by their type; formats are made once for each combination."""

    def __init__(self, book: Any, sheet: Any) -> None:
        self._book = book
        self._sheet = sheet
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}

    def format(self, style: Mapping[str, object]) -> Any:
        key = tuple(sorted(style.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(dict(style))
        return self._formats[key]

    def put(self, row: int, column: int, value: CellValue, style: Mapping[str, object] | None = None) -> None:
        """A text that begins like a formula is also marked as quoted, so that it stays text when edited."""
        style = dict(style or {})
        if value is None or value == "":
            self._sheet.write_blank(row, column, None, self.format(style))
        elif isinstance(value, bool):
            self._sheet.write_boolean(row, column, value, self.format(style))
        elif isinstance(value, Decimal):
            self._sheet.write_number(
                row, column, float(value), self.format({"num_format": "#,##0.00", **style})
            )
        elif isinstance(value, (int, float)):
            self._sheet.write_number(row, column, value, self.format(style))
        elif isinstance(value, date):
            plain = value.replace(tzinfo=None) if isinstance(value, datetime) else value
            shown = "dd.mm.yyyy hh:mm" if isinstance(value, datetime) else "dd.mm.yyyy"
            self._sheet.write_datetime(
                row, column, plain, self.format({"num_format": shown, "align": "left", **style})
            )
        else:
            self._sheet.write_string(row, column, value[:_MAX_CELL], self.format(_guarded(value, style)))


def _guarded(text: str, style: dict[str, object]) -> dict[str, object]:
    return (
        {**style, "quote_prefix": True}
        if text.lstrip().startswith(_RISKY) or text.startswith(_RISKY)
        else style
    )


def _sheet_name(name: str) -> str:
    return "".join(sign for sign in name if sign not in "[]:*?/\\").strip("'")[:31]


def _shown(value: CellValue) -> str:
    if isinstance(value, Decimal):
        return f"{value:,.2f}"
    if isinstance(value, datetime):
        return "00.00.0000 00:00"
    return "00.00.0000" if isinstance(value, date) else str(value if value is not None else "")
