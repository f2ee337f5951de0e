"""The act of reconciliation of settlements, as Russian accountants sign it: PDF and xlsx. A Russian paper in any interface."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

from domain.ledger import EntryKind
from domain.reconciliation import Act, ActLine, Party
from exchange.sums_in_words import in_figures, in_words
from exchange.xlsx_out import CellValue, SheetWriter, open_workbook

BLANK: Final = "______________________"
OUR_WIDTHS: Final = (7.0, 15.0, 46.0, 22.0, 22.0)  # millimetres: number, day, document, debit, credit
THEIR_WIDTHS: Final = (6.0, 14.0, 20.0, 19.0, 19.0)  # filled in by hand
PADDING: Final = 2.5  # points
SIZE: Final = 7.5
HEADS: Final = ("№", "Дата", "Документ", "Дебет", "Кредит")
UNNAMED: Final = {
    EntryKind.SHIPMENT: "Отгрузка",
    EntryKind.PAYMENT: "Оплата (по данным файла)",
    EntryKind.RETURN: "Возврат",
    EntryKind.CORRECTION: "Корректировка",
    EntryKind.OPENING: "Остаток",
}


# --- its words ----------------------------------------------------------------------------------------------------


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _name(party: Party) -> str:
    return party.name or BLANK


def _with_tax_number(party: Party) -> str:
    return f"{_name(party)} (ИНН {party.tax_number or '____________'})"


def document_of(line: ActLine) -> str:
    """What the act calls the document; a payment from the bank is known by its number alone."""
    if line.kind is EntryKind.PAYMENT and line.document:
        return f"Оплата, п/п № {line.document}" if any(map(str.isdigit, line.document)) else "Оплата"
    return line.document or UNNAMED[line.kind]


def title(act: Act) -> tuple[str, str, str]:
    return (
        f"АКТ СВЕРКИ № {act.number}",
        f"взаимных расчётов за период с {_day(act.start)} по {_day(act.end)}",
        f"между {_with_tax_number(act.ours)} и {_with_tax_number(act.theirs)}",
    )


def preamble(act: Act) -> str:
    return (
        f"Мы, нижеподписавшиеся, {BLANK} {_name(act.ours)}, с одной стороны, и {BLANK} {_name(act.theirs)}, "
        "с другой стороны, составили настоящий акт сверки в том, что состояние взаимных расчётов по данным учёта следующее:"
    )


def conclusion(act: Act) -> str:
    """Whose debt it is in the end, in figures and in words."""
    start = f"По данным {_name(act.ours)} на {_day(act.end)}"
    if not act.closing:
        return f"{start} задолженность отсутствует."
    creditor = act.ours if act.closing > 0 else act.theirs
    return (
        f"{start} задолженность в пользу {_name(creditor)} составляет "
        f"{in_figures(act.closing)}\u00a0руб. ({in_words(act.closing)})."
    )


def their_conclusion(act: Act) -> str:
    return (
        f"По данным {_name(act.theirs)} на {_day(act.end)} задолженность в пользу {BLANK} составляет "
        "____________________ руб."
    )


def _sides(balance: int) -> tuple[int, int]:
    """Debit and credit of a balance."""
    return max(balance, 0), max(-balance, 0)


def _rows(act: Act) -> list[tuple[str, str, str, int | None, int | None, bool]]:
    """Number, day, document, debit, credit of our side, and whether it is a row of sums; None is an empty cell."""
    rows: list[tuple[str, str, str, int | None, int | None, bool]] = [
        ("", "", f"Сальдо на {_day(act.start)}", *_sides(act.opening), True)
    ]
    rows += [
        (str(number), _day(line.day), document_of(line), line.debit or None, line.credit or None, False)
        for number, line in enumerate(act.lines, 1)
    ]
    rows.append(("", "", "Обороты за период", act.debit, act.credit, True))
    rows.append(("", "", f"Сальдо на {_day(act.end)}", *_sides(act.closing), True))
    return rows


# --- PDF ----------------------------------------------------------------------------------------------------------


def act_pdf(act: Act) -> bytes:
    """A4, the heading of the table again on each page, signatures kept together."""
    from reportlab.lib.units import mm
    from reportlab.platypus import KeepTogether, Spacer

    from exchange.pdf import CENTRE, make_pdf, paragraph

    head, period, between = title(act)
    story = [
        paragraph(head, 13, bold=True, align=CENTRE),
        Spacer(0, 1 * mm),
        paragraph(period, 10, align=CENTRE),
        paragraph(between, 10, align=CENTRE),
        Spacer(0, 4 * mm),
        paragraph(preamble(act), 9),
        Spacer(0, 3 * mm),
        _pdf_table(act),
        Spacer(0, 4 * mm),
        KeepTogether([_pdf_conclusions(act), Spacer(0, 6 * mm), _pdf_signatures(act)]),
    ]
    return make_pdf(
        story, f"{head} {period}", act.ours.name, lambda page, pages: f"{head}, стр. {page} из {pages}"
    )


def _pdf_table(act: Act) -> Any:
    from reportlab.lib.units import mm
    from reportlab.platypus import LongTable

    from exchange.pdf import CENTRE, RIGHT, fitting, paragraph

    def cell(text: str, align: int = 0, *, bold: bool = False, size: float = SIZE) -> Any:
        return paragraph(text, size, align=align, bold=bold, lead=1.2 * SIZE / size) if text else ""

    shown = _rows(act)
    figures = [in_figures(sum_) for row in shown for sum_ in row[3:5] if sum_ is not None]
    narrow = fitting(figures, OUR_WIDTHS[-1] * mm - 2 * PADDING - 0.5, SIZE)

    ours, theirs = (f"По данным {_name(party)}, руб." for party in (act.ours, act.theirs))
    side = ["", "", "", ""]
    rows: list[list[Any]] = [
        [cell(ours, CENTRE, bold=True), *side, cell(theirs, CENTRE, bold=True), *side],
        [cell(text, CENTRE, bold=True) for text in HEADS * 2],
    ]
    sums = []
    for number, day, document, debit, credit, strong in shown:
        money = [
            cell("" if sum_ is None else in_figures(sum_), RIGHT, bold=strong, size=narrow)
            for sum_ in (debit, credit)
        ]
        if strong:
            sums.append(len(rows))
            label = cell(document, bold=True)
            rows.append([label, "", "", *money, label, "", "", "", ""])
        else:
            rows.append([cell(number, CENTRE), cell(day), cell(document), *money, "", "", "", "", ""])
    table = LongTable(rows, colWidths=[width * mm for width in OUR_WIDTHS + THEIR_WIDTHS], repeatRows=2)
    table.setStyle(_pdf_style(sums))
    return table


def _pdf_style(sums: Sequence[int]) -> Any:
    from reportlab.lib.colors import black, whitesmoke
    from reportlab.platypus import TableStyle

    half = len(HEADS)
    commands: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.4, black),
        ("LINEAFTER", (half - 1, 0), (half - 1, -1), 1.2, black),
        ("SPAN", (0, 0), (half - 1, 0)),
        ("SPAN", (half, 0), (-1, 0)),
        ("BACKGROUND", (0, 0), (-1, 1), whitesmoke),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ]
    for row in sums:
        commands += [("SPAN", (0, row), (2, row)), ("SPAN", (half, row), (half + 2, row))]
    return TableStyle(commands)


def _pdf_columns(left: list[Any], right: list[Any]) -> Any:
    """Two halves of the page side by side."""
    from reportlab.lib.units import mm
    from reportlab.platypus import Table

    table = Table([[left, right]], colWidths=[95 * mm, 95 * mm])
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, 0), 0)])
    return table


def _pdf_conclusions(act: Act) -> Any:
    from exchange.pdf import paragraph

    return _pdf_columns([paragraph(conclusion(act), 9, bold=True)], [paragraph(their_conclusion(act), 9)])


def _pdf_signatures(act: Act) -> Any:
    from exchange.pdf import paragraph

    def side(party: Party) -> list[Any]:
        return [paragraph(text, 9, bold=not at, lead=1.3 if at == 0 else 2.0) for at, text in enumerate(signature(party))]  # fmt: skip

    return _pdf_columns(side(act.ours), side(act.theirs))


def signature(party: Party) -> tuple[str, ...]:
    """The lines of one side's signature; the first is whose it is."""
    return (
        f"От {_name(party)}",
        f"Руководитель {BLANK} / {party.director or BLANK} /",
        f"Главный бухгалтер {BLANK}",
        "М.П.      «____» ______________ 20___ г.",
    )


# --- xlsx ---------------------------------------------------------------------------------------------------------

_HALF: Final = len(HEADS)
_LAST: Final = 2 * _HALF - 1
_XLSX_WIDTHS: Final = (5, 11, 30, 15, 15)
_MONEY: Final = {"num_format": "#,##0.00", "align": "right", "valign": "top"}
_WRAP: Final = {"text_wrap": True, "valign": "top"}
_GRID: Final = {"border": 1}
_LINE: Final = 130


def act_xlsx(act: Act) -> bytes:
    """The same act as one sheet; sums are numbers, blank where nothing moved."""
    buffer = BytesIO()
    book = open_workbook(buffer, datetime.combine(act.end, time(), tzinfo=UTC))
    sheet = book.add_worksheet("Акт сверки")
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&R&P / &N")
    sheet.hide_gridlines(2)
    for column, width in enumerate(_XLSX_WIDTHS * 2):
        sheet.set_column(column, column, width)
    writer = SheetWriter(book, sheet)
    row = 0
    for at, text in enumerate(title(act)):
        style: dict[str, object] = {
            "bold": not at,
            "font_size": 11 if at else 14,
            "align": "center",
            "text_wrap": True,
        }
        row = _wide(sheet, writer, row, text, style)
    row = _wide(sheet, writer, row + 1, preamble(act), dict(_WRAP))
    row = _xlsx_table(sheet, writer, act, row + 1)
    _xlsx_foot(sheet, writer, act, row + 1)
    book.close()
    return buffer.getvalue()


def _wide(sheet: Any, writer: SheetWriter, row: int, text: str, style: dict[str, object]) -> int:
    """A text over the whole width; the next free row."""
    _merged(sheet, writer, (row, 0, _LAST), text, style)
    sheet.set_row(row, 15 * (1 + len(text) // _LINE) + (4 if style.get("bold") else 0))
    return row + 1


def _merged(
    sheet: Any, writer: SheetWriter, place: tuple[int, int, int], text: str, style: dict[str, object]
) -> None:
    """`place`: the row, the first and the last column."""
    row, first, last = place
    sheet.merge_range(row, first, row, last, "", writer.format(style))
    writer.put(row, first, text, style)


def _xlsx_table(sheet: Any, writer: SheetWriter, act: Act, row: int) -> int:
    heading: dict[str, object] = {
        **_GRID,
        "bold": True,
        "bg_color": "#F2F2F2",
        "align": "center",
        "text_wrap": True,
    }
    ours, theirs = (f"По данным {_name(party)}, руб." for party in (act.ours, act.theirs))
    _merged(sheet, writer, (row, 0, _HALF - 1), ours, heading)
    _merged(sheet, writer, (row, _HALF, _LAST), theirs, heading)
    sheet.set_row(row, 15 * (1 + max(len(ours), len(theirs)) // 65))
    for column, text in enumerate(HEADS * 2):
        writer.put(row + 1, column, text, heading)
    sheet.repeat_rows(row, row + 1)
    row += 2
    days = iter(line.day for line in act.lines)
    for number, _, document, debit, credit, strong in _rows(act):
        if strong:
            style: dict[str, object] = {**_GRID, **_WRAP, "bold": True}
            for first in (0, _HALF):
                _merged(sheet, writer, (row, first, first + 2), document, style)
        else:
            values: tuple[CellValue, ...] = (int(number), next(days), document)
            for column, value in enumerate(values):
                writer.put(row, column, value, {**_GRID, **_WRAP})
            for column in range(_HALF, _HALF + 3):
                writer.put(row, column, None, _GRID)
            sheet.set_row(row, 15 * (1 + len(document) // 30))
        money: dict[str, object] = {**_GRID, **_MONEY, "bold": strong}
        for column, kopecks in ((3, debit), (4, credit), (_HALF + 3, None), (_HALF + 4, None)):
            writer.put(row, column, None if kopecks is None else Decimal(kopecks) / 100, money)
        row += 1
    return row


def _xlsx_foot(sheet: Any, writer: SheetWriter, act: Act, row: int) -> None:
    texts = (conclusion(act), their_conclusion(act))
    for first, text in zip((0, _HALF), texts, strict=True):
        _merged(sheet, writer, (row, first, first + _HALF - 1), text, {**_WRAP, "bold": not first})
    sheet.set_row(row, 15 * (1 + max(map(len, texts)) // 65))
    row += 2
    for lines in zip(signature(act.ours), signature(act.theirs), strict=True):
        for first, text in zip((0, _HALF), lines, strict=True):
            _merged(sheet, writer, (row, first, first + _HALF - 1), text, dict(_WRAP))
        sheet.set_row(row, 18 * (1 + max(map(len, lines)) // 70))
        row += 1
