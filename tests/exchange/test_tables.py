import contextlib
import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.errors import (
    FileDamagedError,
    FileEmptyError,
    FileEncryptedError,
    FileMxlError,
    FileRefusedError,
    FileTooLargeError,
    FileUnsupportedError,
)
from exchange.receivables import read_receivables
from exchange.sheet import LOST, Limits, address
from exchange.tables import read_sheets

FILES = Path(__file__).with_name("files")
ROWS = [["Контрагент", "Долг"], ["Ёлочка «ООО»", "1 250,50"], ["Вега; Ко", "3,10"]]


def xlsx(rows: list[list[object]]) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet()
    for row, cells in enumerate(rows):
        sheet.write_row(row, 0, cells)
    book.close()
    return buffer.getvalue()


def rewritten(data: bytes, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as copy:
        for name in source.namelist():
            part = change(name, source.read(name))
            if part:
                copy.writestr(*part)
    return buffer.getvalue()


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp866"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_in_every_usual_dress(encoding: str, delimiter: str) -> None:
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in ROWS)
    if encoding == "cp866":
        text = text.replace("«", "").replace("»", "")
    [sheet] = read_sheets("долги.csv", text.encode(encoding))
    assert [[str(cell).replace("«", "").replace("»", "") for cell in row] for row in sheet.rows] == [
        [cell.replace("«", "").replace("»", "") for cell in row] for row in ROWS
    ]


def test_the_address_of_a_csv_cell_is_its_letter_and_record_number() -> None:
    [sheet] = read_sheets("a.csv", b'a;b\r\n"1\r\n2";3\r\n;x\r\n')
    cell = sheet.cell(2, 1)
    assert (cell.address, cell.value) == ("B3", "x")
    assert address(16, 4) == "E17"
    assert address(0, 26) == "AA1"


def test_html_named_xls_with_spans() -> None:
    page = "<html><table><tr><td rowspan=2>Контрагент<td colspan=2>Остаток</tr><tr><td>Долг<td>Аванс</tr><tr><td>А&amp;Б&nbsp;ООО<td><span>1&nbsp;250,50</span><td></tr></table></html>"
    [sheet] = read_sheets("отчет.xls", page.encode())
    assert sheet.rows[1] == ["", "Долг", "Аванс"]
    assert sheet.value(2, 0) == "А&Б\u00a0ООО"
    assert [(merge.top, merge.left, merge.bottom, merge.right) for merge in sheet.merges] == [
        (0, 0, 1, 0),
        (0, 1, 0, 2),
    ]


def test_typed_cells_of_xlsx() -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("Долги")
    sheet.write_datetime(1, 2, date(2026, 11, 5), book.add_format({"num_format": "dd.mm.yyyy"}))
    sheet.write(1, 3, 12.5)
    sheet.set_row(1, None, None, {"level": 2})
    book.close()
    [found] = read_sheets("a.xlsx", buffer.getvalue())
    assert (found.name, found.value(1, 2), found.value(1, 3), found.levels) == (
        "Долги",
        date(2026, 11, 5),
        12.5,
        (0, 2),
    )


def test_error_cells_and_formulas_without_a_value_are_never_empty() -> None:
    data = xlsx([["а", 1.0, 2.0], ["б", 3.0, 4.0]])
    broken = rewritten(
        data,
        lambda name, part: (
            name,
            part.replace(b'<c r="B1"><v>1</v></c>', b'<c r="B1" t="e"><v>#REF!</v></c>').replace(
                b'<c r="C2"><v>4</v></c>', b'<c r="C2"><f>SUM(B1:B2)</f></c>'
            ),
        ),
    )
    [sheet] = read_sheets("a.xlsx", broken)
    assert sheet.value(0, 1) == "#REF!"
    assert sheet.value(1, 2) == "=SUM(B1:B2)"


@pytest.mark.parametrize("part", ["xl/SharedStrings.xml", "XL/SHAREDSTRINGS.XML"])
def test_shared_strings_in_the_wrong_case(part: str) -> None:
    data = rewritten(
        xlsx([["Контрагент", "Долг"]]),
        lambda name, body: (part if name == "xl/sharedStrings.xml" else name, body),
    )
    assert read_sheets("a.xlsx", data)[0].rows[0] == ["Контрагент", "Долг"]


def test_a_short_shared_strings_part_loses_only_its_texts() -> None:
    rows: list[list[object]] = [["Контрагент", "Долг"], ["Ромашка", 10.0], ["Вега", 5.0]]
    data = rewritten(
        xlsx(rows), lambda name, body: (name, re.sub(rb"<si><t>[^<]*</t></si></sst>", b"</sst>", body))
    )
    sheets = read_sheets("a.xlsx", data)
    assert [row[0] for row in sheets[0].rows] == ["Контрагент", "Ромашка", LOST]
    found = read_receivables(sheets)
    assert [(problem.code, problem.cell) for problem in found.problems] == [("lost_text", "A3")]


def test_a_missing_shared_strings_part_is_damage() -> None:
    data = rewritten(
        xlsx([["Контрагент"]]), lambda name, body: None if "sharedStrings" in name else (name, body)
    )
    with pytest.raises(FileDamagedError):
        read_sheets("a.xlsx", data)


def test_outline_and_indent_of_xls() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    sheet.write(0, 0, "Ромашка")
    sheet.write(1, 0, "Реализация 5", xlwt.easyxf("alignment: indent 2"))
    sheet.write(1, 1, 3.5)
    buffer = io.BytesIO()
    book.save(buffer)
    assert read_sheets("a.xls", buffer.getvalue())[0].levels == (0, 2)


def far_cell(reference: bytes) -> bytes:
    return rewritten(
        xlsx([["а", 1.0]]), lambda name, part: (name, part.replace(b'r="B1"', b'r="%b"' % reference))
    )


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.xlsx", b"", FileEmptyError),
        ("a.csv", b" \r\n ", FileEmptyError),
        ("a.csv", b";;;\r\n;;;", FileEmptyError),
        ("a.mxl", b"MOXCEL\x00\x07", FileMxlError),
        ("a.bin", bytes(range(256)) * 9, FileUnsupportedError),
        ("a.pdf", b"%PDF-1.7 text", FileUnsupportedError),
        ("a.xlsx", b"PK\x03\x04 and nothing more", FileDamagedError),
        ("A.XLSX", bytes(range(256)) * 9, FileDamagedError),
        ("a.xls", b"%PDF-1.7 text", FileDamagedError),
        ("a.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600, FileDamagedError),
        ("a.csv", b"x" * (20 * 1024 * 1024 + 1), FileTooLargeError),
        ("a.csv", b"a;b\r\n" * 100_001, FileTooLargeError),
        ("a.xlsx", far_cell(b"B1048576"), FileTooLargeError),
        ("a.xlsx", far_cell(b"XFD1"), FileTooLargeError),
    ],
)
def test_what_cannot_be_read_is_refused_plainly(
    name: str, data: bytes, error: type[FileRefusedError]
) -> None:
    with pytest.raises(error):
        read_sheets(name, data)


def test_a_zip_bomb_is_refused_by_the_directory_before_it_is_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(2_000_000))
    with pytest.raises(FileTooLargeError) as caught:
        read_sheets("a.xlsx", buffer.getvalue(), Limits(unpacked_bytes=1_000_000))
    assert caught.value.facts["what"] == "unpacked"


def test_a_password_is_named() -> None:
    data = bytearray(xlsx([["а"]]))
    for at in [match.start() for match in re.finditer(b"PK\x01\x02", bytes(data))]:
        data[at + 8] |= 1
    with pytest.raises(FileEncryptedError):
        read_sheets("a.xlsx", bytes(data))


@given(st.binary(max_size=4000))
@settings(max_examples=150, deadline=None)
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(FileRefusedError):
        assert read_sheets("x", data)


SAMPLES = [path.read_bytes() for path in sorted(FILES.iterdir()) if path.suffix != ".json"]


@given(data=st.data())
@settings(max_examples=250, deadline=None)
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from(SAMPLES)))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=40))
        if not whole:
            break
    with contextlib.suppress(FileRefusedError):
        read_receivables(read_sheets("x", bytes(whole)))
