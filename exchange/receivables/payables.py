"""Tables of what we owe suppliers: they look like what clients owe us, and must never be read as it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from exchange.headers import is_figure, text_cells, vocabulary
from exchange.receivables.as_of import is_filter
from exchange.sheet import Sheet, Value

_HINT = re.compile(
    r"кредитор|поставщик|подрядчик|должны|наш[аи]?\s|перед\s|payable|supplier|vendor|creditor|сч[её]т",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[«\"“„][^«»\"”“]*[»\"”]?")
_RECEIVABLE = re.compile(
    r"дебитор|нам\s+должны|должны\s+нам|должны\s+клиент|(?:долг|задолженност)\w*\s+(?:клиент|покупател|заказчик)|receivable|owed to us",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\b(?:без|кроме|за вычетом|не включая|исключая)\b", re.IGNORECASE)
_WE_OWE = re.compile(
    r"кредиторск|\bкредиторка|\bмы\s+должны|\bдолжны\s+мы|\bнаш[аи]?\s+(?:долг|задолженност)"
    r"|(?:долг|задолженност)\w*\s+(?:нашей\s+)?(?:\w+\s+)?перед\s+(?:поставщик|подрядчик|контрагент|партн|кредитор|клиент|покупател|бюджет)"
    r"|accounts?\s+payable|\bpayables\b|\bwe\s+owe\b",
    re.IGNORECASE,
)
_SUPPLIERS = re.compile(
    r"\b(?:поставщик|подрядчик|кредитор)(?:ам|ами|ов|и|ы)\b|\b(?:suppliers|vendors|creditors)\b",
    re.IGNORECASE,
)
_CLIENTS = re.compile(r"дебитор|покупател|клиент|заказчик|customer|client|debtor", re.IGNORECASE)
_DEBT = re.compile(
    r"долг|долж|задолж|расч[её]т|сальдо|ведомост|оплат|плат[её]ж|остатк|balance|debt|owed|ageing|aging",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:наши\s+)?(?:поставщики|подрядчики|кредиторы|suppliers|vendors|creditors)\W*", re.IGNORECASE
)
_ACCOUNT = re.compile(
    r"\bсч[её]т\w*\s*:?\s*№?\s*(?:60|66|67|68|69|70|71|73|75)(?:\.[0-9A-ZА-Я]{1,3})*(?![\d.]*\d)",
    re.IGNORECASE,
)
_SUPPLIER_HEADING = re.compile(
    r"(?:наименование |название )?(?:поставщик\w*|подрядчик\w*|кредитор[аы]?|supplier|vendor|creditor)(?: name)?",
    re.IGNORECASE,
)
_SHEET_CLIENTS = re.compile(r"дебит|клиент|покуп|заказч|\bдз\b", re.IGNORECASE)
_SHEET = re.compile(
    r"кредитор|поставщик|подрядчик|^кз\b|мы\s+должны|наши\s+долги|payable|supplier|vendor", re.IGNORECASE
)
_NAMES = frozenset({"client", "contract", "document"})
_MONEY = frozenset({"amount", "amount_weak", "closing", "debit", "overdue", "document_amount"})
_TITLE_CELLS = 2
_HEAD_ROWS = 300
_UNDER = 3
_NOTHING, _TITLE, _OURS, _OWED = "", "title", "ours", "owed"


@dataclass(frozen=True, slots=True)
class Parted:
    """A sheet without the tables of what we owe, and the names of those."""

    sheet: Sheet
    owed: tuple[str, ...]


def is_payable(text: str) -> bool:
    """Whether a title or a label speaks of what we owe («Кредиторская задолженность», «Расчёты с поставщиками», «счёт 60»)."""
    if not _HINT.search(text) or is_filter(text):
        return False
    plain = _QUOTED.sub(" ", text)
    if _RECEIVABLE.search(plain) or _EXCEPT.search(plain):
        return False
    if _WE_OWE.search(plain) or _ACCOUNT.search(plain):
        return True
    if not _SUPPLIERS.search(plain) or _CLIENTS.search(plain):
        return False
    return bool(_DEBT.search(plain) or _ALONE.fullmatch(plain.strip()))


def without_payables(sheet: Sheet) -> Parted:
    """Rows and columns of what we owe are blank in the sheet that comes back; addresses stay as they were."""
    rows = list(sheet.rows)
    owed: list[str] = []
    _cut_beside(rows, owed)
    skipping, tables = _by_name(sheet.name), 0
    if skipping:
        owed.append(sheet.name)
    group = _NOTHING
    for row, line in enumerate(rows):
        filled = len(line) - line.count("")
        if filled == 0:
            continue
        said = _said(rows, row, filled)
        if said is None:
            tables, group = tables + (group is not _NOTHING or row > _HEAD_ROWS), _NOTHING
        elif said == _OURS or (said == _OWED and (tables or group != _OURS)):
            if said == _OWED and not skipping:
                owed.append(text_cells(line)[0][1])
            skipping, group = said == _OWED, said
        elif group is _NOTHING:
            group = _TITLE
        if skipping:
            rows[row] = []
    return Parted(replace(sheet, rows=rows) if owed else sheet, tuple(owed))


def _said(rows: Sequence[Sequence[Value]], row: int, filled: int) -> str | None:  # noqa: PLR0911 (a table of cases)
    """What a row of words says of the table under it; None for a row of a table."""
    line = rows[row]
    if filled > _TITLE_CELLS:
        if not any(isinstance(value, str) and _HINT.search(value) for value in line):
            return None
        return _heading_says(text_cells(line)) if _is_words(line) else None
    if not _is_words(line):
        return None
    cells = text_cells(line)
    if not cells:
        return None
    text = " ".join(text for _, text in cells)
    if _RECEIVABLE.search(text):
        return _OURS
    if not _HINT.search(text):
        clients = filled == 1 and _CLIENTS.search(text) and _DEBT.search(text)
        return _OURS if clients else _TITLE if filled == 1 else None
    if filled > 1:
        match = vocabulary("receivables").match
        if any(map(match, (text for _, text in cells))) and not is_payable(cells[0][1]):
            return _heading_says(cells)
    return _OWED if is_payable(text) and not _is_storey(rows, row, cells[0][0]) else _TITLE


def _heading_says(cells: Sequence[tuple[int, str]]) -> str | None:
    """A heading that names suppliers and no clients is of a table of what we owe."""
    texts = [text for _, text in cells]
    roles = {vocabulary("receivables").match(text) for text in texts}
    if any(map(_RECEIVABLE.search, texts)):
        return _OURS
    supplier = any(map(_SUPPLIER_HEADING.fullmatch, texts))
    return _OWED if supplier and roles & _MONEY and "client" not in roles else None


def _is_words(line: Sequence[Value]) -> bool:
    return not any(
        isinstance(value, (int, float)) or (isinstance(value, str) and value and is_figure(value))
        for value in line
    )


def _is_storey(rows: Sequence[Sequence[Value]], row: int, column: int) -> bool:
    """Whether a lone text heads some columns of the heading right below it."""
    below = [at for at, _ in text_cells(rows[row + 1])] if row + 1 < len(rows) else []
    return len(below) > _TITLE_CELLS and column > below[0] and column in below


def _by_name(name: str) -> bool:
    return bool(_SHEET.search(name)) and not _SHEET_CLIENTS.search(name)


# Tables side by side ------------------------------------------------------------------------------------------------


def _cut_beside(rows: list[Sequence[Value]], owed: list[str]) -> None:
    for row, line in enumerate(rows[:_HEAD_ROWS]):
        span = _right_or_left(rows, row) if _may_head(line) else None
        if span is not None:
            owed.append(next(text for column, text in text_cells(line) if column == span[0]))
            rows[row:] = [_cut(cells, span) for cells in rows[row:]]


def _may_head(line: Sequence[Value]) -> bool:
    return len(line) - line.count("") > 1 and any(
        isinstance(value, str) and _HINT.search(value) for value in line
    )


def _right_or_left(rows: Sequence[Sequence[Value]], row: int) -> tuple[int, int] | None:
    """Columns (first, beyond the last) of a table of what we owe that stands beside one of what clients owe."""
    if not _is_words(rows[row]):
        return None
    cells = text_cells(rows[row])
    starts = [column for column, text in cells if is_payable(text) or _SUPPLIER_HEADING.fullmatch(text)]
    if len(starts) != 1:
        return None
    width = max(map(len, rows[row : row + _UNDER + 1]))
    ours = _columns(rows, row, {"client"})
    supplier = any(column == starts[0] and _SUPPLIER_HEADING.fullmatch(text) for column, text in cells)
    rivals = [column for column in ours if column > starts[0]] if supplier else []
    titles = [
        column for column, text in cells if column > starts[0] and not supplier and _RECEIVABLE.search(text)
    ]
    span = (starts[0], min([*rivals, *titles], default=width))
    money = _columns(rows, row, _MONEY | {"advance"})
    inside = [column for column in money if span[0] <= column < span[1]]
    named = supplier or any(span[0] <= column < span[1] for column in ours)
    outside = any(not span[0] <= column < span[1] for column in ours) and len(inside) < len(money)
    return span if inside and named and outside else None


def _columns(rows: Sequence[Sequence[Value]], row: int, roles: frozenset[str] | set[str]) -> list[int]:
    match = vocabulary("receivables").match
    found = {
        column
        for line in rows[row : row + _UNDER]
        if _is_words(line)
        for column, text in text_cells(line)
        if match(text) in roles
    }
    return sorted(found)


def _cut(cells: Sequence[Value], span: tuple[int, int]) -> list[Value]:
    return [*cells[: span[0]], *[""] * max(0, min(len(cells), span[1]) - span[0]), *cells[span[1] :]]
