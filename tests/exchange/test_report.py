"""The form of the report: filled in without touching the rest, read back by another program."""

import io
import zipfile
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font

from exchange.errors import FileDamagedError, FileRefusedError, FileTooLargeError
from exchange.report import Problem, fill, has_marks, read_template
from exchange.report_refs import Shift, in_copy, letters_of, moved_by, number_of

CLAIMS = [
    {"claims.reason": (None, name), "claims.count": (count, str(count))}
    for name, count in (("Брак", 2), ("=Бой", 3), ("Пересорт", 4))
]
VALUES = {
    "report.month": (None, "октябрь 2026"),
    "sales.fact": (1234.5, "1 234,50 ₽"),
    "sales.percent": (85, "85 %"),
    "words.successes": (None, "+1 клиент\x07"),
}


def form(**cells: Any) -> bytes:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Отчёт"
    for address, value in cells.items():
        sheet[address] = value
    sheet["B2"].number_format, sheet["B3"].number_format = '#,##0.00 "₽"', "0%"
    sheet["A1"].font = Font(bold=True)
    sheet.merge_cells("E5:F5")
    sheet.merge_cells("A8:B8")
    sheet.print_area = "A1:F8"
    book.create_sheet("Свод")["A1"] = "='Отчёт'!B6+'Отчёт'!$B$2"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


USUAL = form(
    A1="Отчёт за {{report.month}}, план {{sales.target}}",
    B2="{{sales.fact}}",
    B3="{{sales.percent}}",
    A5="{{#claims}}{{claims.reason}}",
    B5="{{claims.count}}",
    C5="=B5*2",
    D5="=SUM(B5:C5)",
    B6="=SUM(B5:B5)",
    C6='=B2+B6&"B6"',
    A8="{{ words.successes }}",
)


def test_formats_formulas_and_merged_cells_live_on() -> None:
    book = openpyxl.load_workbook(io.BytesIO(fill(USUAL, VALUES, {"claims": CLAIMS})))
    sheet = book["Отчёт"]
    assert sheet["A1"].value == "Отчёт за октябрь 2026, план —"
    assert sheet["A1"].font.b
    assert (sheet["B2"].value, sheet["B2"].number_format) == (1234.5, '#,##0.00 "₽"')
    assert sheet["B3"].value == 0.85
    assert [[cell.value for cell in row] for row in sheet["A5:D7"]] == [
        ["Брак", 2, "=B5*2", "=SUM(B5:C5)"],
        ["=Бой", 3, "=B6*2", "=SUM(B6:C6)"],
        ["Пересорт", 4, "=B7*2", "=SUM(B7:C7)"],
    ]
    assert (sheet["B8"].value, sheet["C8"].value) == ("=SUM(B5:B7)", '=B2+B8&"B6"')
    assert {str(one) for one in sheet.merged_cells.ranges} == {"E5:F5", "E6:F6", "E7:F7", "A10:B10"}
    assert book["Свод"]["A1"].value == "='Отчёт'!B8+'Отчёт'!$B$2"
    assert sheet.print_area == "'Отчёт'!$A$1:$F$10"


def test_what_people_typed_never_becomes_a_formula() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(fill(USUAL, VALUES, {"claims": CLAIMS})))["Отчёт"]
    for address, text in (("A6", "=Бой"), ("A10", "+1 клиент")):
        assert (sheet[address].value, sheet[address].data_type) == (text, "s")
        assert sheet[address].quotePrefix


def test_an_empty_list_leaves_its_row_empty() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(fill(USUAL, VALUES, {})))["Отчёт"]
    assert [cell.value for cell in sheet[5]][:3] == [None, None, "=B5*2"]
    assert sheet["B6"].value == "=SUM(B5:B5)"


def test_every_mark_that_nobody_can_fill_in_is_named() -> None:
    found = read_template(
        form(A1="{{salez.fact}}", A2="{{#claimz}}", A3="{{claims.reason}}", A4="{{sales.fact", A5="{{#claims}} {{claims.count}}")
    )  # fmt: skip
    assert found.problems == (
        Problem("field", "Отчёт!A1", "{{salez.fact}}", "{{sales.fact}}"),
        Problem("list", "Отчёт!A2", "{{#claimz}}", "{{#claims}}"),
        Problem("item", "Отчёт!A3", "{{claims.reason}}", "{{#claims}}"),
        Problem("broken", "Отчёт!A4", "{{sales.fact"),
    )
    assert read_template(form(A1="Отчёт")).problems == (Problem("none"),)
    assert read_template(USUAL).problems == ()


def test_what_is_no_form() -> None:
    assert has_marks(USUAL)
    assert not has_marks(form(A1="Клиенты"))
    assert not has_marks(b"PK\x03\x04 torn")
    with pytest.raises(FileRefusedError):
        read_template(b"PK\x03\x04 torn")
    with pytest.raises(FileRefusedError):
        read_template(b"no zip")


@pytest.mark.parametrize("mark", ["", "{{sales.fact}}"])
def test_a_small_file_of_a_million_cells_is_no_form_and_no_tree_is_made_of_it(mark: str) -> None:
    cells = f'<row><c t="str"><v>{mark}</v></c>{"<c/>" * 1_000_000}</row>'.encode()
    with zipfile.ZipFile(io.BytesIO(form(B2="{{sales.fact}}"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    sheet = parts[name]
    head, tail = sheet.partition(b"<sheetData>")[0], sheet.partition(b"</sheetData>")[2]
    parts[name] = head + b"<sheetData>" + cells + b"</sheetData>" + tail
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    assert not has_marks(buffer.getvalue())
    with pytest.raises(FileTooLargeError):
        read_template(buffer.getvalue())


@pytest.mark.parametrize("place", ['<row r="two"', '<row r="1.5"'])
def test_a_row_that_is_no_number_is_a_damaged_file(place: str) -> None:
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(USUAL)) as book, zipfile.ZipFile(found, "w") as broken:
        for name in book.namelist():
            broken.writestr(name, book.read(name).replace(b'<row r="2"', place.encode()))
    with pytest.raises(FileDamagedError):
        read_template(found.getvalue())


def test_shared_formulas_part() -> None:
    assert moved_by("B2*$C$1+SUM(B2:B$4)", 3, 1) == "C5*$C$1+SUM(C5:C$4)"
    assert moved_by('LOG10(A1)&"A1"', 1, 0) == 'LOG10(A2)&"A1"'


@given(st.integers(1, 16_384))
def test_letters_of_columns(number: int) -> None:
    assert number_of(letters_of(number)) == number


@given(
    st.dictionaries(st.integers(1, 60), st.integers(0, 9), max_size=4), st.integers(1, 80), st.integers(1, 80)
)
def test_what_stood_in_order_stands_in_order(extra: dict[int, int], one: int, other: int) -> None:
    shift = Shift(extra)
    assert (shift.row(one) < shift.row(other)) == (one < other)
    assert shift.row(one, end=True) - shift.row(one) == extra.get(one, 0)


def test_a_copied_row_points_into_itself() -> None:
    assert in_copy("SUM(B5:C5)+B4", 5, 7) == "SUM(B7:C7)+B4"
