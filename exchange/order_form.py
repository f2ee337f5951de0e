"""An order as a printable A4 form for sales support: what it says, and the xlsx of it. The PDF is `exchange.order_form_pdf`."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from domain.order_documents import DocumentLine, OrderDocument, document_from_json, document_to_json
from exchange.xlsx_out import CellValue, SheetWriter, open_workbook

LABELS = frozenset(
    {
        "title", "number", "prepaid", "date", "entered", "client", "legal_name", "tax_number", "reason_code", "seller",
        "contract", "delivery_date", "address", "manager", "comment", "papers", "position", "code", "name", "quantity",
        "unit", "price", "discount", "vat", "sum", "total", "vat_inside", "vat_on_top", "net", "no_vat", "changes", "checks", "page",
    }
)  # fmt: skip
WIDTHS: Mapping[str, int] = {
    "position": 5, "code": 12, "name": 38, "quantity": 9, "unit": 6, "price": 11, "discount": 9, "vat": 7, "sum": 13,
}  # fmt: skip
_GRID = {"border": 1, "border_color": "#808080", "valign": "top"}
_MONEY = {"num_format": "#,##0.00", "align": "right"}
_NAME_WIDTH, _VALUE_WIDTH, _NOTE_WIDTH = 38, 95, 115
_MINUTES = 60


@dataclass(frozen=True, slots=True)
class OrderForm:
    """What the form shows. `papers` counts what the client has sent along; `changes` and `checks` are lines of plain text."""

    document: OrderDocument
    papers: int = 0
    changes: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Without those that would stand empty."""
        lines = self.document.lines
        empty = {
            "discount": not any(line.discount for line in lines),
            "vat": all(line.vat_rate is None for line in lines),
        }
        return tuple(name for name in WIDTHS if not empty.get(name))

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """(label, text) of the head; what is empty is left out."""
        order = self.document
        buyer = order.buyer
        found = (
            ("date", _day(order.day)),
            ("entered", order.entered_number),
            ("client", buyer.name),
            ("legal_name", buyer.legal_name if buyer.legal_name != buyer.name else ""),
            ("tax_number", buyer.tax_number),
            ("reason_code", buyer.reason_code),
            ("seller", order.seller.legal_name if order.seller else ""),
            ("contract", order.contract),
            ("delivery_date", _delivery(order)),
            ("address", order.address),
            ("manager", order.manager),
            ("comment", order.comment),
            ("papers", str(self.papers) if self.papers else ""),
        )
        return tuple((label, text) for label, text in found if text)

    @property
    def sums(self) -> tuple[tuple[str, int, int | None], ...]:
        """(label, kopecks, rate of VAT) under the table, what is to be paid last but its VAT."""
        order = self.document
        inside = "vat_on_top" if order.on_top else "vat_inside"
        vats = tuple((inside, sum_, rate) for rate, sum_ in order.vats if rate)
        if order.on_top:
            return (("net", order.total - order.vat, None), *vats, ("total", order.total, None))
        return (("total", order.total, None), *vats)


def form_to_json(form: OrderForm, labels: Mapping[str, str]) -> dict[str, Any]:
    return {
        "document": document_to_json(form.document),
        "papers": form.papers,
        "changes": list(form.changes),
        "checks": list(form.checks),
        "labels": dict(labels),
    }


def form_from_json(found: Mapping[str, Any]) -> OrderForm:
    return OrderForm(
        document_from_json(found["document"]),
        found["papers"],
        tuple(found["changes"]),
        tuple(found["checks"]),
    )


def name_of(line: DocumentLine) -> str:
    """With what was said about this line."""
    return f"{line.name}\n{line.comment}" if line.comment else line.name


def title_of(form: OrderForm, labels: Mapping[str, str]) -> str:
    return f"{labels['title']} {labels['number']} {form.document.number}"


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _delivery(order: OrderDocument) -> str:
    """«25.11.2026, 09:00–13:00»; an open side of the window as the whole day has it."""
    hours = "–".join(f"{at // _MINUTES:02}:{at % _MINUTES:02}" for at in order.window or ())
    return ", ".join(filter(None, (_day(order.delivery) if order.delivery else "", hours)))


# --- xlsx ---------------------------------------------------------------------------------------------------------


def order_form_xlsx(form: OrderForm, labels: Mapping[str, str]) -> bytes:
    """The form as xlsx; `labels` must hold all of `LABELS` (KeyError otherwise)."""
    buffer = io.BytesIO()
    book = open_workbook(buffer, datetime.combine(form.document.day, time(), tzinfo=UTC))
    sheet = book.add_worksheet(labels["title"][:31])
    columns = form.columns
    last = len(columns) - 1
    _set_page(sheet, columns)
    writer = SheetWriter(book, sheet)
    _merge(sheet, writer, (0, 0, last), title_of(form, labels), {"bold": True, "font_size": 15})
    row = 1
    if form.document.prepaid:
        style = {
            "bold": True,
            "font_size": 14,
            "font_color": "#C00000",
            "border": 2,
            "border_color": "#C00000",
        }
        _merge(sheet, writer, (1, 0, last), labels["prepaid"], {**style, "align": "center"})
        sheet.set_row(1, 22)
    row = _head(sheet, writer, form, labels, row + 1)
    first = row
    row = _table(sheet, writer, form, labels, row)
    for label, notes in (("changes", form.changes), ("checks", form.checks)):
        row = _notes(sheet, writer, (row, last), labels[label], notes)
    sheet.repeat_rows(first)
    sheet.print_area(0, 0, row, last)
    book.close()
    return buffer.getvalue()


def _set_page(sheet: Any, columns: tuple[str, ...]) -> None:
    sheet.set_paper(9)
    sheet.set_portrait()
    sheet.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&R&P / &N")
    sheet.hide_gridlines(2)
    for column, name in enumerate(columns):
        sheet.set_column(column, column, WIDTHS[name])


def _merge(
    sheet: Any,
    writer: SheetWriter,
    place: tuple[int, int, int],
    value: CellValue,
    style: Mapping[str, object],
) -> None:
    """`place`: the row, the first and the last column."""
    row, first, last = place
    if last > first:
        sheet.merge_range(row, first, row, last, "", writer.format(style))
    writer.put(row, first, value, style)


def _head(sheet: Any, writer: SheetWriter, form: OrderForm, labels: Mapping[str, str], row: int) -> int:
    last = len(form.columns) - 1
    style = {"text_wrap": True, "valign": "top", "align": "left", "bottom": 4, "bottom_color": "#808080"}
    for label, text in form.facts:
        _merge(sheet, writer, (row, 0, 1), labels[label], {"valign": "top", "font_color": "#595959"})
        _merge(sheet, writer, (row, 2, last), text, style)
        sheet.set_row(row, 15.5 * _height(text, _VALUE_WIDTH))
        row += 1
    return row + 1


def _table(sheet: Any, writer: SheetWriter, form: OrderForm, labels: Mapping[str, str], row: int) -> int:
    """The row under the table and its sums."""
    heading = {
        **_GRID,
        "bold": True,
        "bg_color": "#EDEDED",
        "align": "center",
        "text_wrap": True,
        "valign": "vcenter",
    }
    columns = form.columns
    for column, name in enumerate(columns):
        writer.put(row, column, labels[name], heading)
    for position, line in enumerate(form.document.lines, 1):
        row += 1
        cells = _cells(position, line, labels["no_vat"])
        for column, name in enumerate(columns):
            value, style = cells[name]
            writer.put(row, column, value, {**_GRID, **style})
        sheet.set_row(row, 15 * _height(name_of(line), _NAME_WIDTH))
    last = len(columns) - 1
    for at, (label, kopecks, rate) in enumerate(form.sums):
        row += 1
        style = {"bold": label == "total", "font_size": 12 if label == "total" else 10, "top": 0 if at else 2}
        text = labels[label] if rate is None else f"{labels[label]} {rate}\u00a0%"
        _merge(sheet, writer, (row, 0, last - 2), text, {**style, "align": "right"})
        _merge(sheet, writer, (row, last - 1, last), _rubles(kopecks), {**style, **_MONEY})
    return row + 1


def _cells(
    position: int, line: DocumentLine, no_vat: str
) -> dict[str, tuple[CellValue, Mapping[str, object]]]:
    part = {"num_format": "0.##%" if line.discount % 1 else "0%", "align": "right"}
    count = {"num_format": "#,##0.###" if line.quantity % 1 else "#,##0", "align": "right"}
    return {
        "position": (position, {"align": "center"}),
        "code": (line.code, {"text_wrap": True}),
        "name": (name_of(line), {"text_wrap": True}),
        "quantity": (line.quantity, count),
        "unit": (line.unit, {"align": "center"}),
        "price": (None if line.price is None else _rubles(line.price), _MONEY),
        "discount": (line.discount / 100 if line.discount else None, part),
        "vat": (
            no_vat if line.vat_rate is None else Decimal(line.vat_rate) / 100,
            {"num_format": "0%", "align": "right", "text_wrap": True},
        ),
        "sum": (_rubles(line.amount), _MONEY),
    }


def _notes(
    sheet: Any, writer: SheetWriter, place: tuple[int, int], label: str, notes: tuple[str, ...]
) -> int:
    """`place`: the last row and the last column; the last row after them."""
    row, last = place
    if not notes:
        return row
    _merge(sheet, writer, (row + 1, 0, last), label, {"bold": True})
    row += 2
    for note in notes:
        _merge(sheet, writer, (row, 0, last), note, {"text_wrap": True, "valign": "top"})
        sheet.set_row(row, 15 * _height(note, _NOTE_WIDTH))
        row += 1
    return row


def _rubles(kopecks: int) -> Decimal:
    return Decimal(kopecks) / 100


def _height(text: str, width: int) -> int:
    """Lines that a wrapped text takes: a merged cell does not grow by itself."""
    return sum(1 + max(len(line) - 1, 0) // width for line in text.splitlines() or [""])
