import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from exchange.order_form import LABELS, OrderForm, OrderFormLine, order_form_xlsx
from exchange.xlsx_out import CellValue, write_table_xlsx

WORDS = {label: label.upper() for label in LABELS}
FORM = OrderForm(
    number="1203",
    date=date(2026, 11, 5),
    client="Ромашка",
    legal_name='ООО "Ромашка"',
    tax_number="7701254366",
    delivery_date=date(2026, 11, 7),
    address="Саратов, ул. Садовая, 1",
    comment='=HYPERLINK("http://x","y")',
    lines=(
        OrderFormLine("00-1", "Чай чёрный", Decimal(12), "шт", 18990, Decimal(5), 216486),
        OrderFormLine("+7", "@SUM(A1)", Decimal("2.5"), "кг", 10000, Decimal(0), 25000),
    ),
    total=241486,
)


def cells(data: bytes) -> dict[object, openpyxl.cell.Cell]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value is not None}


def test_the_order_form_shows_all_its_facts() -> None:
    found = cells(order_form_xlsx(FORM, WORDS))
    for value in (
        "TITLE NUMBER 1203",
        "Ромашка",
        'ООО "Ромашка"',
        "7701254366",
        "Чай чёрный",
        "шт",
        189.9,
        2164.86,
        0.05,
        2.5,
        2414.86,
    ):
        assert value in found
    sheet = openpyxl.load_workbook(io.BytesIO(order_form_xlsx(FORM, WORDS))).worksheets[0]
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.fitToHeight == 0


def test_nothing_typed_becomes_a_formula() -> None:
    found = cells(order_form_xlsx(FORM, WORDS))
    for text in (FORM.comment, "+7", "@SUM(A1)"):
        assert found[text].data_type == "s"
        assert found[text].quotePrefix


def test_empty_facts_leave_their_line_out_and_the_bytes_are_stable() -> None:
    bare = OrderForm("1", date(2026, 1, 1), "Вега", "", "", None, "", "", (), 0)
    assert "ADDRESS" not in cells(order_form_xlsx(bare, WORDS))
    assert order_form_xlsx(bare, WORDS) == order_form_xlsx(bare, WORDS)
    with pytest.raises(KeyError):
        order_form_xlsx(bare, {})


def test_a_table_keeps_the_types_of_its_cells() -> None:
    rows: list[list[CellValue]] = [
        ["=1+1", Decimal("120500.00"), 5, date(2026, 11, 5), True, None],
        ["Вега", Decimal("0.01"), 0, None, False, 2.5],
    ]
    sheet = openpyxl.load_workbook(
        io.BytesIO(write_table_xlsx(["Клиент", "Долг", "Дней", "Дата", "Да", ""], rows, "Долги [1]"))
    ).worksheets[0]
    assert sheet.title == "Долги 1"
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")
    assert (sheet["B2"].value, sheet["B2"].number_format, sheet["C2"].value) == (120500, "#,##0.00", 5)
    assert (sheet["D2"].value.date(), sheet["E2"].value, sheet["F3"].value) == (date(2026, 11, 5), True, 2.5)
    assert write_table_xlsx([], [])
