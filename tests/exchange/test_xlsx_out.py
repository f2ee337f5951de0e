import io
import json
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import openpyxl
import pytest

from domain.order_documents import DocumentLine, OrderDocument, Party
from exchange import drawing
from exchange.order_form import LABELS, OrderForm, form_from_json, form_to_json, order_form_xlsx
from exchange.order_form_pdf import order_form_pdf
from exchange.xlsx_out import CellValue, write_table_xlsx

WORDS = {label: label.upper() for label in LABELS}
ORDER = OrderDocument(
    ident="17",
    number="17",
    day=date(2026, 11, 5),
    at=time(10, 30),
    buyer=Party("", "Ромашка", 'ООО "Ромашка"', "7701254366", "770101001"),
    total=241486,
    lines=(
        DocumentLine(
            "1", "00-1", "Чай чёрный", "шт", Decimal(12), 18990, Decimal(5), 216486, 22, 39038, "=A1"
        ),
        DocumentLine("2", "+7", "@SUM(A1)", "кг", Decimal("2.5"), 10000, Decimal(0), 25000),
    ),
    delivery=date(2026, 11, 7),
    window=(540, 780),
    address="Саратов, ул. Садовая, 1",
    contract="№ 12",
    comment='=HYPERLINK("http://x","y")',
    prepaid=True,
)
FORM = OrderForm(ORDER, papers=2, changes=("Чай: 20 → 12",), checks=("Чай, срок: свежий",))


def cells(data: bytes) -> dict[object, openpyxl.cell.Cell]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value is not None}


def test_the_order_form_shows_all_its_facts() -> None:
    found = cells(order_form_xlsx(FORM, WORDS))
    for value in (
        "TITLE NUMBER 17",
        "PREPAID",
        "07.11.2026, 09:00–13:00",
        "№ 12",
        "770101001",
        "Чай: 20 → 12",
        "Чай, срок: свежий",
        "VAT_INSIDE 22\u00a0%",
        390.38,
        0.22,
        "NO_VAT",
        "Ромашка",
        'ООО "Ромашка"',
        "7701254366",
        "Чай чёрный\n=A1",
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
    for text in (ORDER.comment, "+7", "@SUM(A1)"):
        assert found[text].data_type == "s"
        assert found[text].quotePrefix


def test_empty_facts_leave_their_line_out_and_the_bytes_are_stable() -> None:
    bare = OrderForm(OrderDocument("1", "1", date(2026, 1, 1), time(), Party("", "Вега"), 0))
    assert (
        not {"ADDRESS", "PREPAID", "DISCOUNT", "VAT", "CHANGES"} & cells(order_form_xlsx(bare, WORDS)).keys()
    )
    assert order_form_xlsx(bare, WORDS) == order_form_xlsx(bare, WORDS)
    with pytest.raises(KeyError):
        order_form_xlsx(bare, {})


def test_the_form_goes_through_json_to_the_process_that_writes_it() -> None:
    asked = json.loads(json.dumps(form_to_json(FORM, WORDS)))
    assert form_from_json(asked) == FORM
    assert drawing.draw({"kind": "order_form", **asked}) == order_form_xlsx(FORM, WORDS)
    assert drawing.draw({"kind": "order_pdf", **asked}) == order_form_pdf(FORM, WORDS)


@pytest.mark.parametrize(("lines", "pages"), [(1, 1), (30, 4), (300, 28)])
def test_a_long_order_is_printed_whole(lines: int, pages: int) -> None:
    long = replace(ORDER.lines[0], name="Чай чёрный байховый листовой крупный " * 4)
    found = order_form_pdf(OrderForm(replace(ORDER, lines=(long,) * lines)), WORDS)
    assert found.startswith(b"%PDF-")
    assert found.count(b"/Type /Page\n") == pages


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
