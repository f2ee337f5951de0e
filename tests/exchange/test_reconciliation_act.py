"""The act of reconciliation: its words, its figures, its pages."""

import io
import json
import re
import zlib
from base64 import a85decode
from dataclasses import replace
from datetime import date, timedelta

import openpyxl
import pytest

from domain.ledger import EntryKind
from domain.reconciliation import Act, ActLine, Party, act_from_json, act_to_json
from exchange import drawing
from exchange.reconciliation_act import act_pdf, act_xlsx, conclusion, document_of
from exchange.sums_in_words import in_figures, in_words

START, END = date(2026, 10, 1), date(2026, 10, 31)
OURS = Party("ООО «Бумажная лавка»", "7701234567", "Иванов И. И.")
THEIRS = Party("ООО «Ромашка»", "7715987654")
SALE = ActLine(date(2026, 10, 5), EntryKind.SHIPMENT, "Реализация 1203 от 05.10.2026", 70_520_40, 0)
PAID = ActLine(date(2026, 10, 12), EntryKind.PAYMENT, "718", 0, 50_020_40)
TOLD = ActLine(date(2026, 10, 20), EntryKind.PAYMENT, "", 0, 10_000_00)
ACT = Act("17/10-2026", START, END, OURS, THEIRS, 110_000_00, (SALE, PAID, TOLD))
MANY = tuple(replace(SALE, day=START + timedelta(days=at % 31)) for at in range(80))
LONG = "Общество с ограниченной ответственностью «Торгово-производственное объединение «Северо-Запад»» " * 2


@pytest.mark.parametrize(
    ("kopecks", "words"),
    [
        (0, "Ноль рублей 00 копеек"),
        (1, "Ноль рублей 01 копейка"),
        (120_500_00, "Сто двадцать тысяч пятьсот рублей 00 копеек"),
        (1_000_001_22, "Один миллион один рубль 22 копейки"),
        (2_002_022_11, "Два миллиона две тысячи двадцать два рубля 11 копеек"),
        (-21_00, "Двадцать один рубль 00 копеек"),
        (10**13, "100\u00a0000\u00a0000\u00a0000 рублей 00 копеек"),
    ],
)
def test_sums_in_words(kopecks: int, words: str) -> None:
    assert in_words(kopecks) == words


def test_figures_do_not_break() -> None:
    assert in_figures(120_500_00) == "120\u00a0500,00"


def test_the_conclusion_says_whose_debt_it_is() -> None:
    assert conclusion(ACT) == (
        "По данным ООО «Бумажная лавка» на 31.10.2026 задолженность в пользу ООО «Бумажная лавка» составляет "
        "120\u00a0500,00\u00a0руб. (Сто двадцать тысяч пятьсот рублей 00 копеек)."
    )
    owing = replace(ACT, opening=-100_00, lines=())
    assert "в пользу ООО «Ромашка» составляет 100,00\u00a0руб." in conclusion(owing)
    assert conclusion(replace(ACT, opening=0, lines=())).endswith("задолженность отсутствует.")


def test_a_document_is_named_as_it_is_known() -> None:
    assert document_of(SALE) == SALE.document
    assert document_of(PAID) == "Оплата, п/п № 718"
    assert document_of(TOLD) == "Оплата (по данным файла)"


def test_it_goes_as_json_and_comes_back() -> None:
    assert act_from_json(json.loads(json.dumps(act_to_json(ACT)))) == ACT


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


def shown_texts(pdf: bytes) -> int:
    """How many pieces of text its pages draw."""
    streams = re.findall(rb"/ASCII85Decode /FlateDecode.*?stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    drawn = [zlib.decompress(a85decode(one.strip().removesuffix(b"~>"))) for one in streams]
    return sum(one.count(b" Tj") for one in drawn)


def test_the_pdf_embeds_its_fonts_and_numbers_its_pages() -> None:
    pdf = drawing.draw(json.loads(json.dumps(act_to_json(ACT))))
    assert pdf.startswith(b"%PDF")
    assert b"PTSans-Regular" in pdf
    assert pdf.count(b"/FontFile2") >= 2
    assert pages_of(pdf) == 1
    assert pages_of(act_pdf(replace(ACT, lines=MANY))) == 3
    assert act_pdf(ACT) == act_pdf(ACT)


@pytest.mark.parametrize(
    "act",
    [
        replace(ACT, lines=()),
        replace(ACT, lines=(replace(SALE, document="А" * 300, debit=10**15),)),
        replace(ACT, ours=Party(LONG, "1" * 12, LONG), theirs=Party("Б" * 200)),
        replace(ACT, ours=Party(""), theirs=Party("<b>&\n🌼")),
    ],
    ids=["nothing", "no spaces", "long names", "odd signs"],
)
def test_whatever_is_in_it_is_drawn(act: Act) -> None:
    pdf = act_pdf(act)
    assert pages_of(pdf) == 1
    assert shown_texts(pdf) > 20


def test_the_sheet_has_the_same_figures() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(act_xlsx(ACT))).worksheets[0]
    rows = [[cell.value for cell in row[:5]] for row in sheet.iter_rows()]
    found = {row[0]: row for row in rows if isinstance(row[0], str)}
    assert found["Сальдо на 01.10.2026"][3:] == [110_000, 0]
    assert found["Обороты за период"][3:] == [70_520.40, 60_020.40]
    assert found["Сальдо на 31.10.2026"][3:] == [120_500, 0]
    numbered = [row for row in rows if isinstance(row[0], int)]
    assert [row[0] for row in numbered] == [1, 2, 3]
    assert numbered[0][2:] == [SALE.document, 70_520.40, None]
    assert numbered[1][2:] == ["Оплата, п/п № 718", None, 50_020.40]
    assert conclusion(ACT) in found
    assert sheet.print_title_rows
