"""A table of orders whose headings say nothing to us: what its columns hold, so that a person can name them once."""

import hashlib
import re
from collections.abc import Mapping, Sequence

from exchange.headers import Header, build_header, heading_words, is_figure, text_cells, vocabulary
from exchange.reading import Table
from exchange.receivables.outline import Outline, OutlineColumn
from exchange.sheet import Sheet, Value, column_letters
from exchange.values import clean_text

SEARCHED, SAMPLES, SAMPLE_LENGTH = 60, 3, 60
LEAST_COLUMNS = 2
_ORDER = re.compile(r"(?:.*(?:№|#|no\.?)\s*)?\d{1,9}(?:\s+(?:от|of)\b.*)?", re.IGNORECASE)


def outline(sheets: Sequence[Sheet]) -> Outline | None:
    """None where no column could hold the numbers of our orders. The signature stays the same for the next file of this layout."""
    for sheet in sheets:
        header = _find_header(sheet)
        if header is None:
            continue
        body = sheet.rows[header.last + 1 : header.last + 1 + SEARCHED]
        columns = [
            OutlineColumn(
                column.index,
                column_letters(column.index),
                column.text,
                _samples(body, column.index),
                "order" if _holds_orders(body, column.index) else None,
            )
            for column in header.columns
        ]
        if any(column.role for column in columns):
            return Outline(sheet.name, tuple(columns), _signature(header))
    return None


def mapped_table(sheets: Sequence[Sheet], mapping: Mapping[int, str], name: str) -> Table:
    """The table that `outline` described, on its sheet `name`, with the columns that were told; others as their headings tell."""
    sheet = next(one for one in sheets if one.name == name)
    header = _find_header(sheet)
    assert header is not None
    told = set(mapping.values())
    roles = {
        column.index: column.role
        for column in header.columns
        if column.role and column.role not in told and column.index not in mapping
    }
    table = Table(sheet, header, roles)
    for column in header.columns:
        if column.index in mapping:
            table.give_role(column, mapping[column.index])
    return table


def _find_header(sheet: Sheet) -> Header | None:
    """The first row of words alone, several of them, over a row that is as full."""
    for row, cells in enumerate(sheet.rows[:SEARCHED]):
        texts = [text for _, text in text_cells(cells)]
        if len(texts) < LEAST_COLUMNS or any(map(is_figure, texts)):
            continue
        if row + 1 < len(sheet.rows) and len(text_cells(sheet.rows[row + 1])) >= LEAST_COLUMNS:
            return build_header(sheet, row, row, vocabulary("statuses"))
    return None


def _texts(body: Sequence[Sequence[Value]], index: int) -> list[str]:
    return [text for row in body if index < len(row) and (text := clean_text(row[index]))]


def _samples(body: Sequence[Sequence[Value]], index: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text[:SAMPLE_LENGTH] for text in _texts(body, index)))[:SAMPLES]


def _holds_orders(body: Sequence[Sequence[Value]], index: int) -> bool:
    texts = _texts(body, index)
    return bool(texts) and sum(_ORDER.fullmatch(text) is not None for text in texts) * 2 > len(texts)


def _signature(header: Header) -> str:
    told = [f"{column.index}={' '.join(heading_words(column.text))}" for column in header.columns]
    return "orders:" + hashlib.sha256("|".join(told).encode()).hexdigest()[:16]
