"""The act of differences in quantity and quality at acceptance, form ТОРГ-2 (ОКУД 0330202): PDF and xlsx.

The form is that of the decree of Goskomstat No. 132 of 25.12.1998. What is not known stays a line to be filled in by hand.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

from domain.claim_act import ActSide, DifferenceAct, DifferenceLine
from exchange.sums_in_words import in_figures
from exchange.xlsx_out import CellValue, SheetWriter, open_workbook

BLANK: Final = "______________________"
LONG: Final = BLANK * 3
SIZE: Final = 7.5
PADDING: Final = 2.0
WIDTHS: Final = (8.0, 62.0, 13.0, 18.0, 17.0, 24.0, 18.0, 24.0, 16.0, 22.0, 16.0, 22.0, 17.0)  # millimetres
FORM: Final = "Унифицированная форма № ТОРГ-2\nУтверждена постановлением Госкомстата России от 25.12.98 № 132"
TITLE: Final = "АКТ"
SUBTITLE: Final = (
    "об установленном расхождении по количеству и качеству при приёмке товарно-материальных ценностей"
)
GROUPS: Final = ("По документам", "Фактически", "Недостача", "Излишки", "Брак, бой")
HEADS: Final = (
    "№", "Товар (наименование, код)", "Ед. изм.", "кол-во", "цена", "сумма", "кол-во", "сумма", "кол-во", "сумма", "кол-во",
    "сумма", "кол-во",
)  # fmt: skip
SPANS: Final = ((3, 5), (6, 7), (8, 9), (10, 11), (12, 12))
MEMBERS: Final = 3
FIRST: Final = 3  # the first column of figures


def day_text(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day is not None else "«____» ______________ 20___ г."


def side_text(side: ActSide) -> str:
    parts = [side.name or LONG]
    if side.tax_number:
        parts.append(f"ИНН {side.tax_number}")
    if side.address:
        parts.append(side.address)
    return ", ".join(parts)


def quantity_text(quantity: Decimal | None) -> str:
    return "" if quantity is None else f"{quantity.normalize():f}".replace(".", ",")


def head_lines(act: DifferenceAct) -> tuple[str, ...]:
    """Who, by which papers, where; in the order of the form."""
    order = (
        f"заказ № {act.order} от {day_text(act.order_day)}" if act.order else f"№ {BLANK} от {day_text(None)}"
    )
    return (
        f"Организация, составившая акт (грузополучатель): {side_text(act.buyer)}",
        f"Поставщик (грузоотправитель): {side_text(act.supplier)}",
        f"Договор: {act.contract or f'№ {BLANK} от {day_text(None)}'}",
        f"Сопроводительные документы: {order}; накладная (УПД) № {BLANK} от {day_text(None)}",
        f"Место приёмки товара: {LONG}",
        f"Дата и время: прибытия груза {BLANK}, начала приёмки {BLANK}, окончания приёмки {BLANK}",
        "Комиссия осмотрела груз и установила расхождения:",
    )


def figures(line: DifferenceLine) -> tuple[Decimal | int | None, ...]:
    """From the quantity by the papers on: quantities as they are, sums and prices in kopecks."""
    return (
        line.documents,
        line.price,
        line.sum_of(line.documents),
        line.fact,
        line.sum_of(line.fact),
        line.short,
        line.sum_of(line.short),
        line.surplus,
        line.sum_of(line.surplus),
        line.bad,
    )


def goods_text(line: DifferenceLine) -> str:
    return f"{line.name}, {line.code}" if line.code else line.name


def totals(act: DifferenceAct) -> dict[int, int]:
    """Column -> its sum in kopecks, for the columns of money."""
    found = {}
    for column, name in ((5, "documents"), (7, "fact"), (9, "short"), (11, "surplus")):
        sums = [line.sum_of(getattr(line, name)) for line in act.lines]
        if any(sums):
            found[column] = sum(one for one in sums if one is not None)
    return found


def bad_sum(act: DifferenceAct) -> int:
    return sum(line.sum_of(line.bad) or 0 for line in act.lines)


def foot_lines(act: DifferenceAct) -> tuple[str, ...]:
    """What was found in words, and what follows."""
    damage = totals(act).get(9, 0) + bad_sum(act)
    summed = f"Недостача, брак и бой на сумму {in_figures(damage)} руб." if damage else ""
    photos = f"Приложение: фотографии, {act.photos} шт." if act.photos else f"Приложение: {LONG}"
    return tuple(
        filter(
            None,
            (
                summed,
                f"Подробное описание расхождений: {act.text or LONG}",
                f"Причины расхождений, заключение комиссии: {LONG}",
                photos,
            ),
        )
    )


SIGNATURES: Final = (
    *(
        f"{who} {BLANK} / {BLANK} / {BLANK}"
        for who in ("Председатель комиссии", *(["Член комиссии"] * MEMBERS))
    ),
    f"Представитель поставщика (грузоотправителя) {BLANK} / {BLANK} / {BLANK}",
    "(должность, подпись, расшифровка подписи)",
    f"Решение руководителя: {LONG}",
    f"Руководитель {BLANK} / {BLANK} /      М.П.      {day_text(None)}",
)


# --- PDF -------------------------------------------------------------------------------------------------------------


def torg2_pdf(act: DifferenceAct) -> bytes:
    """A4 lying; the heading of the table again on each page, signatures kept together."""
    from reportlab.lib.units import mm
    from reportlab.platypus import KeepTogether, Spacer

    from exchange.pdf import CENTRE, RIGHT, make_pdf, paragraph

    story = [
        paragraph(f"{FORM}\nФорма по ОКУД 0330202", 7, align=RIGHT),
        paragraph(f"{TITLE} № {act.number} от {day_text(act.day)}", 13, bold=True, align=CENTRE),
        Spacer(0, 1 * mm),
        paragraph(SUBTITLE, 9, align=CENTRE),
        Spacer(0, 2 * mm),
        *(paragraph(line, 8.5, lead=1.45) for line in head_lines(act)),
        Spacer(0, 2 * mm),
        _table(act),
        Spacer(0, 3 * mm),
        *(paragraph(line, 8.5, lead=1.45) for line in foot_lines(act)),
        Spacer(0, 2 * mm),
        KeepTogether([paragraph(line, 8.5, lead=1.8) for line in SIGNATURES]),
    ]
    title = f"{TITLE} № {act.number}"
    return make_pdf(
        story,
        f"{title} {SUBTITLE}",
        act.supplier.name,
        lambda page, pages: f"{title}, стр. {page} из {pages}",
        wide=True,
    )


def _table(act: DifferenceAct) -> Any:
    from reportlab.lib.units import mm
    from reportlab.platypus import LongTable

    from exchange.pdf import CENTRE, RIGHT, fitting, paragraph

    shown = [_cells(line) for line in act.lines]
    sums = {column: in_figures(value) for column, value in totals(act).items()}
    narrow = fitting([*(row[5] for row in shown), *sums.values()], WIDTHS[5] * mm - 2 * PADDING - 0.5, SIZE)

    def cell(text: str, column: int, *, bold: bool = False) -> Any:
        if not text:
            return ""
        align = 0 if column == 1 else CENTRE if column in {0, 2} else RIGHT
        size = SIZE if column in {0, 1, 2} else narrow
        return paragraph(text, size, align=align, bold=bold, lead=1.2 * SIZE / size)

    groups = ["", "", "", *[""] * (len(HEADS) - 3)]
    for (first, _), name in zip(SPANS, GROUPS, strict=True):
        groups[first] = name
    rows: list[list[Any]] = [
        [paragraph(text, SIZE, bold=True, align=CENTRE) if text else "" for text in groups],
        [paragraph(text, SIZE, bold=True, align=CENTRE) for text in HEADS],
    ]
    for number, row in enumerate(shown, 1):
        rows.append([cell(text, column) for column, text in enumerate((str(number), *row[1:]))])
    last = [cell(sums.get(column, ""), column, bold=True) for column in range(len(HEADS))]
    last[1] = cell("Итого", 1, bold=True)
    table = LongTable([*rows, last], colWidths=[width * mm for width in WIDTHS], repeatRows=2)
    table.setStyle(_style())
    return table


def _cells(line: DifferenceLine) -> list[str]:
    """Thirteen texts; the first is the row's number, given later."""
    cells = ["", goods_text(line), line.unit]
    for column, value in enumerate(figures(line), 3):
        money = column in {4, 5, 7, 9, 11}
        if value is None:
            cells.append("")
        else:
            cells.append(in_figures(int(value)) if money else quantity_text(Decimal(value)))
    return cells


def _style() -> Any:
    from reportlab.lib.colors import black, whitesmoke
    from reportlab.platypus import TableStyle

    return TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.4, black),
            *(("SPAN", (first, 0), (last, 0)) for first, last in SPANS),
            ("NOSPLIT", (0, -2), (-1, -1)),  # the total never stands alone
            ("BACKGROUND", (0, 0), (-1, 1), whitesmoke),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
            ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ]
    )


# --- xlsx ------------------------------------------------------------------------------------------------------------

_XLSX_WIDTHS: Final = (5, 46, 8, 10, 11, 13, 10, 13, 9, 13, 9, 13, 10)
_LAST: Final = len(HEADS) - 1
_LINE: Final = 150


def torg2_xlsx(act: DifferenceAct) -> bytes:
    """The same as one sheet; quantities and sums are numbers, blank where they are not known."""
    buffer = BytesIO()
    book = open_workbook(buffer, datetime.combine(act.day, time(), tzinfo=UTC))
    sheet = book.add_worksheet("ТОРГ-2")
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    for column, width in enumerate(_XLSX_WIDTHS):
        sheet.set_column(column, column, width)
    writer = SheetWriter(book, sheet)
    row = _texts(
        sheet, writer, 0, (*FORM.split("\n"), "Форма по ОКУД 0330202"), {"align": "right", "font_size": 8}
    )
    bold: dict[str, object] = {"bold": True, "align": "center", "font_size": 13}
    row = _texts(sheet, writer, row, (f"{TITLE} № {act.number} от {day_text(act.day)}",), bold)
    row = _texts(sheet, writer, row, (SUBTITLE,), {"align": "center"})
    row = _texts(sheet, writer, row + 1, head_lines(act), {})
    row = _xlsx_table(sheet, writer, act, row + 1)
    row = _texts(sheet, writer, row + 1, foot_lines(act), {})
    _texts(sheet, writer, row + 1, SIGNATURES, {})
    book.close()
    return buffer.getvalue()


def _texts(sheet: Any, writer: SheetWriter, row: int, texts: Sequence[str], style: dict[str, object]) -> int:
    """Each over the whole width; the next free row."""
    wrapped = {"text_wrap": True, "valign": "top", **style}
    for text in texts:
        sheet.merge_range(row, 0, row, _LAST, "", writer.format(wrapped))
        writer.put(row, 0, text, wrapped)
        sheet.set_row(row, 15 * (1 + len(text) // _LINE) + (4 if style.get("bold") else 0))
        row += 1
    return row


def _xlsx_table(sheet: Any, writer: SheetWriter, act: DifferenceAct, row: int) -> int:
    grid: dict[str, object] = {"border": 1, "valign": "top", "text_wrap": True}
    head: dict[str, object] = {**grid, "bold": True, "align": "center", "bg_color": "#F2F2F2"}
    for column in range(len(HEADS)):
        writer.put(row, column, None, head)
        writer.put(row + 1, column, HEADS[column], head)
    for (first, last), name in zip(SPANS, GROUPS, strict=True):
        if first != last:
            sheet.merge_range(row, first, row, last, "", writer.format(head))
        writer.put(row, first, name, head)
    sheet.repeat_rows(row, row + 1)
    row += 2
    for number, line in enumerate(act.lines, 1):
        cells: list[CellValue] = [number, goods_text(line), line.unit]
        for column, value in enumerate(figures(line), 3):
            cells.append(_exact(value, money=column in {4, 5, 7, 9, 11}))
        for column, one in enumerate(cells):
            writer.put(row, column, one, {**grid, **_format(column)})
        sheet.set_row(row, 15 * (1 + len(goods_text(line)) // 46))
        row += 1
    sums = totals(act)
    for column in range(len(HEADS)):
        total = Decimal(sums[column]) / 100 if column in sums else "Итого" if column == 1 else None
        writer.put(row, column, total, {**grid, **_format(column), "bold": True})
    return row + 1


def _exact(value: Decimal | int | None, *, money: bool) -> Decimal | None:
    if value is None:
        return None
    return Decimal(value) / 100 if money else Decimal(value)


def _format(column: int) -> dict[str, object]:
    if column in {4, 5, 7, 9, 11}:
        return {"num_format": "#,##0.00", "align": "right"}
    return {"num_format": "#,##0.###", "align": "right"} if column >= FIRST else {}
