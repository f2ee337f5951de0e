"""An order as a printable A4 form for sales support."""

import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from decimal import Decimal
from typing import Any

from exchange.xlsx_out import CellValue, SheetWriter, open_workbook

LABELS = frozenset(
    {
        "title", "number", "date", "client", "legal_name", "tax_number", "delivery_date", "address", "manager", "comment",
        "position", "code", "name", "quantity", "unit", "price", "discount", "sum", "total",
    }
)  # fmt: skip
_COLUMNS = (
    ("position", 5),
    ("code", 12),
    ("name", 38),
    ("quantity", 9),
    ("unit", 6),
    ("price", 11),
    ("discount", 9),
    ("sum", 13),
)
_LAST = len(_COLUMNS) - 1
_GRID = {"border": 1, "border_color": "#808080", "valign": "top"}
_MONEY = {"num_format": "#,##0.00", "align": "right"}
_NAME_WIDTH, _VALUE_WIDTH = 38, 95


@dataclass(frozen=True, slots=True)
class OrderFormLine:
    """A line: price and sum in kopecks, discount in per cent."""

    code: str
    name: str
    quantity: Decimal
    unit: str
    price: int
    discount: Decimal
    sum: int


@dataclass(frozen=True, slots=True)
class OrderForm:
    """What the form shows; total in kopecks. Empty texts and a missing delivery date leave their line out."""

    number: str
    date: dt.date
    client: str
    legal_name: str
    tax_number: str
    delivery_date: dt.date | None
    address: str
    comment: str
    lines: tuple[OrderFormLine, ...]
    total: int
    manager: str = ""


def order_form_xlsx(form: OrderForm, labels: Mapping[str, str]) -> bytes:
    """The form as xlsx; `labels` must hold all of `LABELS` (KeyError otherwise)."""
    buffer = io.BytesIO()
    book = open_workbook(buffer, datetime.combine(form.date, time(), tzinfo=UTC))
    sheet = book.add_worksheet(labels["title"][:31])
    _set_page(sheet)
    writer = SheetWriter(book, sheet)
    title = f"{labels['title']} {labels['number']} {form.number}"
    sheet.merge_range(0, 0, 0, _LAST, "", writer.format({"bold": True, "font_size": 15}))
    writer.put(0, 0, title, {"bold": True, "font_size": 15})
    row = _head(sheet, writer, form, labels)
    first = row
    row = _table(sheet, writer, form, labels, row)
    sheet.repeat_rows(first)
    sheet.print_area(0, 0, row, _LAST)
    book.close()
    return buffer.getvalue()


def _set_page(sheet: Any) -> None:
    sheet.set_paper(9)
    sheet.set_portrait()
    sheet.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&R&P / &N")
    sheet.hide_gridlines(2)
    for column, (_, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)


def _head(sheet: Any, writer: SheetWriter, form: OrderForm, labels: Mapping[str, str]) -> int:
    facts: tuple[tuple[str, CellValue], ...] = (
        ("date", form.date),
        ("client", form.client),
        ("legal_name", form.legal_name),
        ("tax_number", form.tax_number),
        ("delivery_date", form.delivery_date),
        ("address", form.address),
        ("manager", form.manager),
        ("comment", form.comment),
    )
    row = 2
    for key, value in facts:
        if value is None or value == "":
            continue
        style = {"text_wrap": True, "valign": "top", "align": "left", "bottom": 4, "bottom_color": "#808080"}
        sheet.merge_range(row, 0, row, 1, "", writer.format({"valign": "top"}))
        writer.put(row, 0, labels[key], {"valign": "top", "font_color": "#595959"})
        sheet.merge_range(row, 2, row, _LAST, "", writer.format(style))
        writer.put(row, 2, value, style)
        sheet.set_row(row, 15.5 * _height(str(value), _VALUE_WIDTH))
        row += 1
    return row + 1


def _table(sheet: Any, writer: SheetWriter, form: OrderForm, labels: Mapping[str, str], row: int) -> int:
    heading = {
        **_GRID,
        "bold": True,
        "bg_color": "#EDEDED",
        "align": "center",
        "text_wrap": True,
        "valign": "vcenter",
    }
    for column, (key, _) in enumerate(_COLUMNS):
        writer.put(row, column, labels[key], heading)
    for position, line in enumerate(form.lines, 1):
        row += 1
        values: tuple[tuple[CellValue, Mapping[str, object]], ...] = (
            (position, {"align": "center"}),
            (line.code, {"text_wrap": True}),
            (line.name, {"text_wrap": True}),
            (line.quantity, {"num_format": "#,##0.###" if line.quantity % 1 else "#,##0", "align": "right"}),
            (line.unit, {"align": "center"}),
            (_rubles(line.price), _MONEY),
            (
                line.discount / 100 if line.discount else None,
                {"num_format": "0.##%" if line.discount % 1 else "0%", "align": "right"},
            ),
            (_rubles(line.sum), _MONEY),
        )
        for column, (value, style) in enumerate(values):
            writer.put(row, column, value, {**_GRID, **style})
        sheet.set_row(row, 15 * _height(line.name, _NAME_WIDTH))
    row += 1
    strong = {"bold": True, "top": 2, "font_size": 12}
    sheet.merge_range(row, 0, row, _LAST - 2, "", writer.format({**strong, "align": "right"}))
    writer.put(row, 0, labels["total"], {**strong, "align": "right"})
    sheet.merge_range(row, _LAST - 1, row, _LAST, "", writer.format({**strong, **_MONEY}))
    writer.put(row, _LAST - 1, _rubles(form.total), {**strong, **_MONEY})
    return row


def _rubles(kopecks: int) -> Decimal:
    return Decimal(kopecks) / 100


def _height(text: str, width: int) -> int:
    """Lines that a wrapped text takes: a merged cell does not grow by itself."""
    return sum(1 + max(len(line) - 1, 0) // width for line in text.splitlines() or [""])
