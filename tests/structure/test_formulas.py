"""What somebody typed never becomes a formula in a table that we write, whichever exporter writes it."""

import ast
import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from domain.claim_act import ActSide, DifferenceAct, DifferenceLine
from domain.ledger import EntryKind
from domain.order_documents import DocumentLine, OrderDocument, Party, document_to_json
from domain.reconciliation import Act, ActLine
from domain.reconciliation import Party as ActParty
from exchange.debts_out import debts_xlsx
from exchange.order_form import LABELS, OrderForm, order_form_xlsx
from exchange.orders_out import COLUMNS, orders_file
from exchange.reconciliation_act import act_xlsx
from exchange.torg2 import torg2_xlsx
from exchange.xlsx_out import write_table_xlsx

ROOT = Path(__file__).parents[2]
NASTY = ('=HYPERLINK("http://x","y")', "+7*1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0")
DAY = date(2026, 11, 23)
# The one place that knows how a value is written; and the one row of totals that reckons, from columns of its own.
WRITERS = {
    "exchange/xlsx_out.py": {"write_string", "write_number", "write_blank", "write_boolean", "write_datetime"}
}
RECKONS = {"exchange/debts_out.py": {"write_formula"}}
WRITES = re.compile(
    r"write_(string|number|formula|array_formula|url|row|column|rich_string|blank|boolean|datetime)"
)


def formulas(data: bytes) -> list[str]:
    """The formulas of every sheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheets = [
            book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")
        ]
    return [found for sheet in sheets for found in re.findall(r"<f[ >]([^<]*)</f>", sheet)]


def _order(text: str) -> OrderDocument:
    line = DocumentLine("1", text, text, text, Decimal(1), 100, Decimal(0), 100, comment=text)
    party = Party("", text, text, "7701254366", "")
    return OrderDocument("1", text, DAY, time(9, 0), party, 100, (line,), address=text, comment=text)


def _debts(text: str) -> bytes:
    sheet = {
        "name": "x",
        "heads": ["a", "b"],
        "types": ["text", "money"],
        "rows": [[text, 100]],
        "total": "t",
    }
    return debts_xlsx({"sheets": [sheet]})


def _orders(text: str) -> bytes:
    words = {"labels": {name: name for name in COLUMNS}, "yes": text, "no_vat": text, "title": "x"}
    return orders_file({"form": "xlsx", "documents": [document_to_json(_order(text))], "formed": "", **words})


def _act(text: str) -> bytes:
    line = ActLine(DAY, next(iter(EntryKind)), text, 100, 0)
    return act_xlsx(Act(text, DAY, DAY, ActParty(text, "", text), ActParty(text, "", text), 0, (line,)))


def _difference(text: str) -> bytes:
    one = Decimal(1)
    line = DifferenceLine(text, text, text, one, one, one, None, None, 100)
    return torg2_xlsx(
        DifferenceAct(text, DAY, ActSide(text), ActSide(text), text, DAY, text, (line,), text, 0)
    )


EXPORTERS: dict[str, Callable[[str], bytes]] = {
    "table": lambda text: write_table_xlsx([text], [[text]], "x"),
    "debts": _debts,
    "orders": _orders,
    "order form": lambda text: order_form_xlsx(OrderForm(_order(text)), {label: label for label in LABELS}),
    "act": _act,
    "act of differences": _difference,
}


@pytest.mark.parametrize("name", EXPORTERS)
def test_no_exporter_makes_a_formula_of_a_text(name: str) -> None:
    plain = formulas(EXPORTERS[name]("Ромашка"))
    for text in NASTY:
        assert formulas(EXPORTERS[name](text)) == plain


def test_cells_are_written_in_one_place() -> None:
    """Else a new exporter forgets what the old ones know."""
    wrong = []
    for path in sorted((ROOT / "exchange").glob("*.py")) + sorted((ROOT / "usecases").glob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        allowed = WRITERS.get(name, set()) | RECKONS.get(name, set())
        for node in ast.walk(ast.parse(path.read_text())):
            called = (
                node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
            )
            if WRITES.fullmatch(called) and called not in allowed and _on_a_sheet(node):
                wrong.append(f"{name}:{getattr(node, 'lineno', 0)} {called}")
            if (
                isinstance(node, ast.Import)
                and any("xlsxwriter" in one.name for one in node.names)
                and not allowed
            ):
                wrong.append(f"{name}: a workbook of its own")
    assert wrong == []


def _on_a_sheet(node: Any) -> bool:
    return "sheet" in ast.unparse(node.func.value)
