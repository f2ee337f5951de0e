"""Tables of an HTML page, which 1C and web shops like to name .xls."""

import html
import re
from collections.abc import Iterator
from itertools import zip_longest

from exchange.errors import FileTooLargeError
from exchange.sheet import Limits, Merge, Sheet
from exchange.xlsx_parts import check_extent

_NOISE = re.compile(r"<!--|<(?:script|style|head)\b", re.IGNORECASE)
_NOISE_END = re.compile(r"-->|</(?:script|style|head)\s*>", re.IGNORECASE)
_TABLE = re.compile(r"<table\b[^>]*>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^>]*>", re.IGNORECASE)
_ROW_END = re.compile(r"</tr\s*>|</table\s*>", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b([^>]*)>", re.IGNORECASE)
_CELL_END = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\b[^>]*>|</p\s*>|</div\s*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_MAX_TABLES = 1000
_SPAN = re.compile(r"""\b(col|row)span\s*=\s*["']?(\d{1,5})""", re.IGNORECASE)


def read_html(text: str, limits: Limits) -> list[Sheet]:
    """One sheet for each table; a cell that spans keeps its text in the first place, the rest is empty."""
    body = "".join(_parts(text))
    tables = _TABLE.split(body)[1:]
    if len(tables) > _MAX_TABLES:
        raise FileTooLargeError(what="sheets", found=len(tables), limit=_MAX_TABLES)
    found = (_read_table(str(number), table, limits) for number, table in enumerate(tables, 1))
    return [sheet for sheet in found if sheet.rows]


def _parts(text: str) -> Iterator[str]:
    """The text without comments, scripts, styles and the page's head; one pass, whatever is left open."""
    at = 0
    while opening := _NOISE.search(text, at):
        yield text[at : opening.start()]
        closing = _NOISE_END.search(text, opening.end())
        if closing is None:
            return
        at = closing.end()
    yield text[at:]


def _read_table(name: str, markup: str, limits: Limits) -> Sheet:
    rows: list[list[str]] = []
    merges: list[Merge] = []
    taken: dict[tuple[int, int], None] = {}
    for row, chunk in enumerate(_ROW.split(markup)[1:]):
        cells: list[str] = []
        body = _ROW_END.split(chunk, maxsplit=1)[0]
        marks = list(_CELL.finditer(body))
        check_extent(row + 1, len(marks), limits)
        for mark, following in zip_longest(marks, marks[1:]):
            while (row, len(cells)) in taken:
                cells.append("")
            raw = body[mark.end() : following.start() if following else len(body)]
            spans = {kind.lower(): int(count) for kind, count in _SPAN.findall(mark[1])}
            wide, high = _within(spans.get("col", 1), limits.columns), _within(spans.get("row", 1), 64)
            if wide > 1 or high > 1:
                merges.append(Merge(row, len(cells), row + high - 1, len(cells) + wide - 1))
                for down in range(1, high):
                    taken.update(dict.fromkeys((row + down, len(cells) + right) for right in range(wide)))
            cells.append(_text(_CELL_END.split(raw, maxsplit=1)[0]))
            cells.extend([""] * (wide - 1))
        check_extent(row + 1, len(cells), limits)
        rows.append(cells)
    return Sheet(name, rows, tuple(merges))


def _within(span: int, limit: int) -> int:
    return min(max(span, 1), limit)


def _text(markup: str) -> str:
    if "<" in markup:
        markup = _TAG.sub("", _BREAK.sub("\n", markup))
    return html.unescape(markup).strip(" \t\r\n")
