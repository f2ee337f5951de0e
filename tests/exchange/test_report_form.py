"""The standard form reads well: words have room, what there is none of is said, a heading stands over figures only."""

import io

import openpyxl
import pytest

from domain.reports import FIELDS, LISTS
from exchange.report_form import report_xlsx
from screens.words import Catalogue
from usecases.report_files import labels_of

LONG = "Ромашка взяла новую линейку масел и просит отсрочку. " * 10


@pytest.mark.parametrize("language", ["ru", "en"])
def test_words_have_room_and_nothing_is_said(language: str) -> None:
    words = Catalogue()[language]
    values = dict.fromkeys(FIELDS, (None, "")) | {"words.successes": (None, LONG)}
    asked = {"template": "", "labels": labels_of(words), "values": values, "lists": {}}
    sheet = openpyxl.load_workbook(io.BytesIO(report_xlsx(asked))).active
    assert sheet is not None
    rows = {str(row[0].value): row for row in sheet.iter_rows() if row[0].value}
    said = rows[LONG][0]
    assert said.row is not None
    assert said.alignment.wrap_text
    assert (sheet.row_dimensions[said.row].height or 0) >= 6 * 15
    titles = [words.plain(f"report-field-words-{one}") for one in ("problems", "competitors", "proposals")]
    titles += [words.plain(f"report-list-{one.replace('_', '-')}") for one in LISTS.keys() - {"absences"}]
    for title in titles:
        row = rows[title][0].row
        assert row is not None
        assert sheet.cell(row + 1, 1).value == "—"
    market = rows[words.plain("report-part-market")]
    assert [cell.value for cell in market[1:]] == [words.plain("report-form-fact"), None, None]
