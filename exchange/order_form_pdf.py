"""The order form as a PDF to print: A4, PT Sans, the heading of the table again on each page."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from domain.order_documents import DocumentLine
from exchange.order_form import OrderForm, title_of
from exchange.sums_in_words import in_figures

WIDE: Final = 185.5  # between the paddings of the page
# Millimetres; the name takes what is left.
WIDTHS: Final[Mapping[str, float]] = {
    "position": 9, "code": 22, "name": 0, "quantity": 17, "unit": 12, "price": 21, "discount": 14, "vat": 13, "sum": 25,
}  # fmt: skip
RIGHTWARDS: Final = frozenset({"quantity", "price", "discount", "vat", "sum"})
FITTED: Final = frozenset({"quantity", "price", "sum"})
PADDING: Final = 2.5  # points
SIZE: Final = 8.5
LABEL_WIDTH: Final = 34.0


def order_form_pdf(form: OrderForm, labels: Mapping[str, str]) -> bytes:
    """`labels` must hold all of `exchange.order_form.LABELS` (KeyError otherwise). The same form is the same bytes."""
    from reportlab.lib.units import mm
    from reportlab.platypus import Spacer

    from exchange.pdf import make_pdf, paragraph

    title = title_of(form, labels)
    story: list[Any] = [paragraph(title, 15, bold=True), Spacer(0, 2 * mm)]
    if form.document.prepaid:
        story += [_stamp(labels["prepaid"]), Spacer(0, 2 * mm)]
    story += [
        _head(form, labels),
        Spacer(0, 4 * mm),
        _table(form, labels),
        Spacer(0, 2 * mm),
        _sums(form, labels),
    ]
    for label, notes in (("changes", form.changes), ("checks", form.checks)):
        if notes:
            story += [Spacer(0, 4 * mm), paragraph(labels[label], 9.5, bold=True)]
            story += [paragraph(note, 9) for note in notes]
    seller = form.document.seller
    author = seller.legal_name if seller else ""
    return make_pdf(story, title, author, lambda page, pages: f"{title}, {labels['page']} {page} / {pages}")


def _stamp(text: str) -> Any:
    from reportlab.lib.colors import HexColor
    from reportlab.lib.units import mm
    from reportlab.platypus import Table

    from exchange.pdf import CENTRE, paragraph

    red = HexColor("#C00000")
    table = Table([[paragraph(text, 14, bold=True, align=CENTRE)]], colWidths=[WIDE * mm])
    table.setStyle([("BOX", (0, 0), (-1, -1), 1.6, red), ("BOTTOMPADDING", (0, 0), (-1, -1), 6)])
    return table


def _head(form: OrderForm, labels: Mapping[str, str]) -> Any:
    from reportlab.lib.colors import HexColor
    from reportlab.lib.units import mm
    from reportlab.platypus import Table

    from exchange.pdf import paragraph

    rows = [[paragraph(labels[label], 9), paragraph(text, 9.5)] for label, text in form.facts]
    table = Table(rows, colWidths=[LABEL_WIDTH * mm, (WIDE - LABEL_WIDTH) * mm])
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.3, HexColor("#A6A6A6")),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ]
    )
    return table


def _table(form: OrderForm, labels: Mapping[str, str]) -> Any:
    from reportlab.lib.colors import HexColor, black
    from reportlab.lib.units import mm
    from reportlab.platypus import LongTable

    from exchange.pdf import CENTRE, LEFT, RIGHT, fitting, paragraph

    columns = form.columns
    fixed = sum(WIDTHS[name] for name in columns)
    widths = {name: WIDTHS[name] or WIDE - fixed for name in columns}
    texts = [_texts(position, line, labels["no_vat"]) for position, line in enumerate(form.document.lines, 1)]
    sizes = dict.fromkeys(columns, SIZE)
    for name in FITTED & set(columns):
        sizes[name] = fitting((row[name] for row in texts), widths[name] * mm - 2 * PADDING - 0.5, SIZE)
    aligned = {
        name: RIGHT if name in RIGHTWARDS else CENTRE if name in {"position", "unit"} else LEFT
        for name in columns
    }
    rows: list[list[Any]] = [[paragraph(labels[name], SIZE, bold=True, align=CENTRE) for name in columns]]
    for line, row in zip(form.document.lines, texts, strict=True):
        cells: list[Any] = [
            paragraph(row[name], sizes[name], align=aligned[name], lead=1.2 * SIZE / sizes[name])
            for name in columns
        ]
        if line.comment:
            cells[columns.index("name")] = [paragraph(line.name, SIZE), paragraph(line.comment, 7.5)]
        rows.append(cells)
    table = LongTable(rows, colWidths=[widths[name] * mm for name in columns], repeatRows=1)
    table.setStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.4, black),
            ("BACKGROUND", (0, 0), (-1, 0), HexColor("#EDEDED")),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
            ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ]
    )
    return table


def _texts(position: int, line: DocumentLine, no_vat: str) -> dict[str, str]:
    return {
        "position": str(position),
        "code": line.code,
        "name": line.name,
        "quantity": count(line.quantity),
        "unit": line.unit,
        "price": "" if line.price is None else in_figures(line.price),
        "discount": f"{count(line.discount)}\u00a0%" if line.discount else "",
        "vat": no_vat if line.vat_rate is None else f"{line.vat_rate}\u00a0%",
        "sum": in_figures(line.amount),
    }


def count(quantity: Decimal) -> str:
    """«1 234,5», without zeros that say nothing."""
    text = f"{quantity:,f}".replace(",", "\u00a0")
    return text.rstrip("0").rstrip(".").replace(".", ",") if "." in text else text


def _sums(form: OrderForm, labels: Mapping[str, str]) -> Any:
    from reportlab.lib.units import mm
    from reportlab.platypus import KeepTogether, Table

    from exchange.pdf import RIGHT, paragraph

    rows = []
    for label, kopecks, rate in form.sums:
        strong = label == "total"
        text = labels[label] if rate is None else f"{labels[label]} {rate}\u00a0%"
        size = 11 if strong else 9
        rows.append([paragraph(one, size, bold=strong, align=RIGHT) for one in (text, in_figures(kopecks))])
    table = Table(rows, colWidths=[(WIDE - 45) * mm, 45 * mm])
    table.setStyle([("TOPPADDING", (0, 0), (-1, -1), 1), ("RIGHTPADDING", (0, 0), (-1, -1), PADDING)])
    return KeepTogether([table])
