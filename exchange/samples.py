"""Sample files to fill in: what may be dropped into the chat, with the headings that are surely understood."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Literal

from exchange.headers import vocabulary
from exchange.xlsx_out import CellValue, write_table_xlsx

SampleKind = Literal["clients", "people", "products", "receivables", "statuses", "targets"]
_ROWS = Path(__file__).with_name("samples.yaml")
_BANK = Path(__file__).with_name("sample_bank.txt")


def sample_xlsx(kind: SampleKind, language: str = "ru", headings: Mapping[str, str] | None = None) -> bytes:
    """A sample xlsx; `headings` (role -> text) overrides the labels of the synonyms."""
    import yaml

    sample = yaml.safe_load(_ROWS.read_text(encoding="utf-8"))[kind]
    labels = vocabulary(kind).labels
    titles = [_heading(column, labels, language, headings or {}) for column in sample["columns"]]
    rows = [[_cell(value) for value in row] for row in sample["rows"]]
    return write_table_xlsx(titles, rows, sheet_name=kind)


def sample_bank() -> bytes:
    """A sample statement as banks send it: cp1251, lines as on Windows."""
    return _BANK.read_text(encoding="utf-8").replace("\n", "\r\n").encode("cp1251")


def _heading(
    column: str, labels: Mapping[str, Mapping[str, str]], language: str, headings: Mapping[str, str]
) -> str:
    role, _, detail = column.partition(":")
    label = headings.get(role) or labels[role].get(language) or labels[role]["en"]
    return f"{label} {detail}".strip()


def _cell(value: str | float) -> CellValue:
    return Decimal(f"{value:.2f}") if isinstance(value, float) else value
