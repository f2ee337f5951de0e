"""Workbooks as other programs write them."""

from datetime import date

import pytest

from exchange.receivables import read_receivables
from exchange.sheet import Value
from exchange.tables import read_sheets
from tests.exchange.test_hostile import LINKS, package, sheet


def inline(*texts: str) -> str:
    return "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)


def rows(*cells: str) -> bytes:
    head = inline("Клиент", "Срок оплаты", "Долг")
    return sheet("".join(f"<row>{row}</row>" for row in (head, *cells)).encode())


def read(data: bytes) -> list[Value]:
    found = read_receivables(read_sheets("a.xlsx", data))
    return [value for row in found.rows for value in (row.client, row.due, row.amount)]  # type: ignore[misc]


def test_inline_texts_no_styles_and_no_addresses() -> None:
    data = package(sheet=rows(inline("Ромашка", "05.11.2026") + "<c><v>10.5</v></c>"))
    assert read(data) == ["Ромашка", date(2026, 11, 5), 1050]


@pytest.mark.parametrize(("flag", "serial"), [("", 46331), ('<workbookPr date1904="1"/>', 44869)])
def test_days_counted_from_1900_and_from_1904(flag: str, serial: int) -> None:
    book = f'<workbook xmlns:r="r">{flag}<sheets><sheet name="a" r:id="rId1"/></sheets></workbook>'
    styles = '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    row = inline("Ромашка") + f'<c s="1"><v>{serial}</v></c><c><v>10.5</v></c>'
    links = LINKS.replace(
        b"</Relationships>", b'<Relationship Id="rId2" Target="styles.xml"/></Relationships>'
    )
    data = package(book=book.encode(), links=links, sheet=rows(row), styles=styles.encode())
    assert read(data) == ["Ромашка", date(2026, 11, 5), 1050]


def test_strict_ooxml() -> None:
    space = "http://purl.oclc.org/ooxml"
    book = f'<workbook xmlns="{space}/spreadsheetml/main" xmlns:r="{space}/officeDocument/relationships"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>'
    body = rows(inline("Ромашка", "2026-11-05") + "<c><v>10.5</v></c>").replace(
        b"<worksheet>", f'<worksheet xmlns="{space}/spreadsheetml/main">'.encode()
    )
    assert read(package(book=book.encode(), sheet=body)) == ["Ромашка", date(2026, 11, 5), 1050]


def test_a_formula_without_a_value_and_an_error_are_problems() -> None:
    body = rows(
        inline("Ромашка", "") + '<c r="C2"><f>SUM(A1:A2)</f></c>',
        inline("Вега", "") + '<c r="C3" t="e"><v>#REF!</v></c>',
    )
    found = read_receivables(read_sheets("a.xlsx", package(sheet=body)))
    assert [(one.cell, one.text) for one in found.problems] == [("C2", "=SUM(A1:A2)"), ("C3", "#REF!")]
    assert [row.amount for row in found.rows] == [None, None]


def test_a_table_within_a_table_of_a_page() -> None:
    page = (
        "<table><tr><td>Отчёт<table><tr><td>Клиент<td>Долг<tr><td>Ромашка<td>10,50</table></td></tr></table>"
    )
    assert read(page.encode()) == ["Ромашка", None, 1050]
