"""A table whose headings say too little: what its columns hold, so that a person can name them once."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from exchange.headers import heading_words
from exchange.receivables.content import ROLES, SEARCHED, cell_kind
from exchange.receivables.layout import find_table, header_roles
from exchange.receivables.payables import without_payables
from exchange.sheet import Sheet, Value, column_letters
from exchange.values import (
    MONTH,
    clean_text,
    is_blank,
    is_tax_number,
)

_OUTER = MappingProxyType({"inn": "tax_number", "days_overdue": "days", "amount_weak": "amount"})
_SAMPLES = 3
_SAMPLE_LENGTH = 60
_MONTHS = re.compile(MONTH, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OutlineColumn:
    """One column: index from 0, letters, heading ("" where it has none), up to three values, and a guessed role of `ROLES`."""

    index: int
    letters: str
    heading: str
    samples: tuple[str, ...]
    role: str | None


@dataclass(frozen=True, slots=True)
class Outline:
    """The table of a file. `signature` stays the same for next month's file of the same layout."""

    sheet: str
    columns: tuple[OutlineColumn, ...]
    signature: str


def outline(sheets: Sequence[Sheet]) -> Outline | None:
    """The table that `read_receivables(sheets, mapping)` reads; None where no row has a name and a sum.

    Roles are those that the headings tell, the rest is guessed from the cells.
    """
    found = find_table([without_payables(sheet).sheet for sheet in sheets])
    if found is None:
        return None
    sheet, header = found.sheet, found.header
    roles = header_roles(sheet, header)
    headings = {column.index: column.text for column in header.columns}
    body = sheet.rows[header.last + 1 : header.last + 1 + SEARCHED]
    kinds = {index: _column_kind(body, index) for index in range(sheet.width)}
    kept = [index for index in range(sheet.width) if headings.get(index) or kinds[index]]
    guessed = _guessed(body, kept, kinds, {index: role for index, role in roles.items() if role})
    columns = tuple(
        OutlineColumn(
            index, column_letters(index), headings.get(index, ""), _samples(body, index), guessed.get(index)
        )
        for index in kept
    )
    return Outline(sheet.name, columns, _signature(headings, kinds))


def _column_kind(body: Sequence[Sequence[Value]], index: int) -> str:
    """What most of the filled cells of a column are, "" for an empty one; small whole sums count as sums beside others."""
    counts: dict[str, int] = {}
    for row in body:
        kind = cell_kind(row[index]) if index < len(row) else ""
        if kind:
            counts[kind] = counts.get(kind, 0) + 1
    if counts.get("sum"):
        counts["sum"] += counts.pop("whole", 0)
    return max(counts, key=lambda kind: (counts[kind], kind), default="")


def _samples(body: Sequence[Sequence[Value]], index: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in body:
        text = clean_text(row[index])[:_SAMPLE_LENGTH] if index < len(row) else ""
        if text:
            found[text] = None
        if len(found) == _SAMPLES:
            break
    return tuple(found)


def _guessed(
    body: Sequence[Sequence[Value]], kept: Sequence[int], kinds: Mapping[int, str], told: Mapping[int, str]
) -> dict[int, str]:
    """By what the cells hold, only where one column fits: a wrong guess costs more than none."""
    roles = {index: outer for index, role in told.items() if (outer := _OUTER.get(role, role)) in ROLES}
    taken = set(roles.values())
    for role, fitting in _fitting(body, [index for index in kept if index not in roles], kinds):
        if role not in taken and fitting:
            roles[fitting[0]] = role
    return roles


def _fitting(
    body: Sequence[Sequence[Value]], free: Sequence[int], kinds: Mapping[int, str]
) -> Iterator[tuple[str, list[int]]]:
    sums = [index for index in free if kinds[index] == "sum"]
    yield "amount", sums if len(sums) == 1 else []
    yield "client", [index for index in free if kinds[index] == "text" and _is_names(body, index)]
    taxes = [index for index in free if kinds[index] == "tax" and _is_taxes(body, index)]
    yield "tax_number", taxes if len(taxes) == 1 else []


def _is_names(body: Sequence[Sequence[Value]], index: int) -> bool:
    texts = [clean_text(row[index]) for row in body if index < len(row) and not is_blank(row[index])]
    return not any(_MONTHS.fullmatch(text) for text in texts[:_SAMPLES]) and len(set(texts)) > len(texts) // 4


def _is_taxes(body: Sequence[Sequence[Value]], index: int) -> bool:
    texts = [clean_text(row[index]).split("/")[0] for row in body if index < len(row) and row[index] != ""]
    return sum(map(is_tax_number, texts)) * 2 > len(texts)


def _signature(headings: Mapping[int, str], kinds: Mapping[int, str]) -> str:
    """Headings without numbers, dates and months; where there are none, the kinds of the columns."""
    words = {
        index: " ".join(word for word in heading_words(text) if not _MONTHS.fullmatch(word))
        for index, text in headings.items()
    }
    told = {index: text for index, text in words.items() if text}
    shape = told or {index: kind for index, kind in kinds.items() if kind}
    line = "|".join(f"{column_letters(index)}={text}" for index, text in sorted(shape.items()))
    return hashlib.sha256(line.encode()).hexdigest()[:16]
