"""Files that nobody showed us beforehand: each cell right or reported, and nothing refused that can be read."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

import pytest

from exchange.errors import FileRefusedError
from exchange.receivables import ReceivableRow, Receivables, read_receivables
from exchange.sheet import Sheet
from exchange.tables import read_sheets
from tests.exchange.drawn import Drawn, sheets_of
from tests.exchange.grid import Grid, grid_bytes
from tests.exchange.layouts_1c import REPORTS
from tests.exchange.layouts_hand import LISTS
from tests.exchange.layouts_hard import HARD
from tests.exchange.layouts_more import ODD
from tests.exchange.layouts_rare import RARE
from tests.exchange.layouts_sent import SENT
from tests.exchange.layouts_usual import USUAL

ALL = [*REPORTS, *LISTS, *ODD, *HARD, *RARE, *SENT, *USUAL]
DRESSES = ("text", "typed", "xlsx", "html", "csv")


def dressed(drawn: Drawn, dress: str) -> list[Sheet]:
    sheets = sheets_of(drawn, typed=dress in {"typed", "xlsx"})
    if dress in {"text", "typed"}:
        return sheets
    found: list[Sheet] = []
    for sheet in sheets:
        grid = Grid()
        for number, cells in enumerate(sheet.rows):
            grid.add(list(cells), sheet.levels[number] if sheet.levels else 0)  # type: ignore[arg-type]
        grid.merges = [(merge.top, merge.left, merge.bottom, merge.right) for merge in sheet.merges]
        found += read_sheets(f"a.{dress}", grid_bytes(grid, dress, Random(7)))
    return found


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("drawn", ALL, ids=lambda drawn: drawn.name)
def test_every_cell_is_right_or_reported(drawn: Drawn, dress: str) -> None:
    if drawn.refused:
        with pytest.raises(FileRefusedError) as caught:
            read_receivables(dressed(drawn, dress))
        assert caught.value.code == drawn.refused
        return
    found = read_receivables(dressed(drawn, dress))
    wanted = [[part.strip() for part in line.split("|")] for line in drawn.wanted.strip().splitlines()]
    assert [told(row, want) for row, want in zip(found.rows, wanted, strict=False)] == wanted
    assert len(found.rows) == len(wanted)
    assert tuple(problem.cell for problem in found.problems) == drawn.problems
    assert found.level.value == drawn.level
    facts(drawn, found)


def facts(drawn: Drawn, found: Receivables) -> None:
    if drawn.kind:
        assert found.kind.value == drawn.kind
    if drawn.balanced is not None:
        assert found.balanced == drawn.balanced
    assert found.as_of == drawn.as_of


def told(row: ReceivableRow, wanted: list[str]) -> list[str]:
    """The row in the words of the line that it is held against."""
    balance = "?" if row.amount is None else money((row.amount or 0) - (row.advance or 0))
    return [row.client, row.contract or "", row.document or "", balance, *extras(row, wanted[4:])]


def extras(row: ReceivableRow, wanted: list[str]) -> Iterator[str]:
    values = {
        "due": row.due,
        "date": row.date,
        "inn": row.inn,
        "days": row.days_overdue,
        "overdue": "?" if row.overdue is None else money(row.overdue),
    }
    for name in (want.split("=")[0] for want in wanted):
        yield f"{name}={values[name]}"


def money(kopecks: int) -> str:
    return f"{Decimal(kopecks) / 100:.2f}".replace(".", ",")
