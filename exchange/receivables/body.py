"""Which rows under a heading may be leaves or groups, and which are totals or service."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from exchange.headers import Column, text_cells, vocabulary
from exchange.receivables.cells import Cells
from exchange.receivables.payables import is_payable
from exchange.receivables.words import is_aside, is_grand_total, is_signature, is_subtotal, total_label
from exchange.sheet import Value
from exchange.values import clean_text, is_blank

_RECENT = 300
_DIGIT = re.compile(r"\d")
_SUMMED = frozenset({"amount", "advance", "overdue", "not_due", "opening", "closing", "turnover"})


@dataclass(frozen=True, slots=True)
class Body:
    """Numbers of rows from 0; `totals` are the grand totals."""

    rows: list[int]
    totals: list[int]


def find_body(cells: Cells) -> Body:
    """Without blank rows, repeated headings, subtotals, second indicators, asides and signatures."""
    layout, rows = cells.layout, cells.sheet.rows
    wanted = _main_indicator(cells)
    texts = _text_columns(cells)
    money = (*layout.numeric, *(column for column in (layout.date, layout.due) if column))
    recent: deque[str] = deque(maxlen=_RECENT)
    body = Body([], [])
    end = _last_sum(cells, money)
    part = 0
    for row in range(layout.header.last + 1, len(rows)):
        values = rows[row]
        labels = [text for index in texts if index < len(values) and (text := clean_text(values[index]))]
        if not labels and not any(value != "" for value in values):
            continue
        if layout.header.repeats(values):
            while len(body.rows) > part and _is_title(rows[body.rows[-1]]):
                del body.rows[-1]
            part = len(body.rows)
            continue
        if wanted is not None and _text(values, layout.indicator) != wanted:
            continue
        total = next((text for text in labels if total_label(text)), None)
        if total is not None and is_grand_total(total):
            body.totals.append(row)
        elif any(is_subtotal(text, recent) for text in labels) or (
            total is not None and _sums_up(cells, row, body.rows[part:])
        ):
            part = len(body.rows)
        elif _is_service(values, money, after_total=bool(body.totals), at_end=row > end) or (
            labels and _is_summary(labels[0], after_total=bool(body.totals))
        ):
            continue
        else:
            body.rows.append(row)
            recent.extend(labels[:2])
    return body


def _main_indicator(cells: Cells) -> str | None:
    """The first indicator under the heading («БУ»): rows of the others («Вал.», «Кол.») repeat it in other units."""
    layout = cells.layout
    if layout.indicator is None:
        return None
    later = cells.sheet.rows[layout.header.last + 1 :]
    return next(
        (
            text
            for values in later
            if not layout.header.repeats(values) and (text := _text(values, layout.indicator))
        ),
        None,
    )


def _text_columns(cells: Cells) -> list[int]:
    """Columns where a total may be named: a remark at the right of all sums may say anything."""
    layout = cells.layout
    taken = {column.index for column in layout.numeric}
    last = max(taken | {label.index for label in layout.labels})
    taken |= {column.index for column in (layout.date, layout.due, layout.days_overdue, layout.inn) if column}
    return [index for index in range(min(cells.sheet.width, last + 1)) if index not in taken]


def _is_group(label: str) -> bool:
    """«Менеджер: Петрова» on a line of its own."""
    word, colon, name = label.partition(":")
    return bool(colon and name) and vocabulary("receivables").match(word) == "grouping"


def _is_title(values: Sequence[Value]) -> bool:
    """A lone text right above a heading that is printed again names the part below it."""
    return len(values) - values.count("") == 1


def _sums_up(cells: Cells, row: int, rows: Sequence[int]) -> bool:
    """«Итого Юг»: whether what is called a total is one of the rows above it, back to the one before."""
    wanted = cells.sums(row)
    parts = list(zip(*map(cells.sums, rows), strict=True))
    return any(wanted) and [
        None if None in part else sum(value or 0 for value in part) for part in parts
    ] == list(wanted)


def _is_summary(label: str, *, after_total: bool) -> bool:
    """«Кредиторская задолженность | 900,00» anywhere, «Сальдо | -800,00» below the total: no client's row."""
    return is_payable(label) or (after_total and vocabulary("receivables").match(label) in _SUMMED)


def _last_sum(cells: Cells, money: Sequence[Column]) -> int:
    """The last row with anything like a number among its sums: below it stand only remarks."""
    rows = cells.sheet.rows
    return next(
        (
            row
            for row in range(len(rows) - 1, cells.layout.header.last, -1)
            if any(column.index < len(rows[row]) and _has_digit(rows[row][column.index]) for column in money)
        ),
        len(rows),
    )


def _has_digit(value: Value) -> bool:
    return isinstance(value, float) or (value != "" and bool(_DIGIT.search(clean_text(value))))


def _is_service(values: Sequence[Value], money: Sequence[Column], *, after_total: bool, at_end: bool) -> bool:
    first = next((text for value in values if value != "" and (text := clean_text(value))), "")
    if not first or is_aside(first):
        return True
    sums = [values[column.index] for column in money if column.index < len(values)]
    if any(map(_has_digit, sums)):
        return False
    texts = [text for _, text in text_cells(values)]
    if is_signature(" ".join(texts), at_end=at_end):
        return True
    lone = len(texts) == 1 and not _has_digit(texts[0])
    if lone and _is_group(texts[0]):
        return True
    return after_total and (lone or all(map(is_blank, sums)))


def _text(values: Sequence[Value], column: Column | None) -> str:
    return clean_text(values[column.index]) if column is not None and column.index < len(values) else ""
