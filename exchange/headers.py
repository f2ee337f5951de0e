"""Finding the heading of a table by what its cells say, wherever it stands and however many storeys it has."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from exchange.sheet import Sheet, Value
from exchange.values import MONTH, clean_text

SYNONYMS = Path(__file__).with_name("synonyms.yaml")
_SEARCH_ROWS = 300
_MAX_STOREYS = 6
_MIN_COVERAGE = 0.6
_MAX_HEADING = 90
_ANYTHING = "..."
_PARTS = re.compile(r"[/,;\n]")
_TOKEN = re.compile(r"[a-zа-я]+|№|%")
_DATES = re.compile(rf"\d{{1,2}}\s+{MONTH}\s+\d{{2,4}}|\d+", re.IGNORECASE)
_SOFT_BREAK = re.compile(r"(?<=[a-zа-яё])-\s*[\r\n]+\s*|\u00ad", re.IGNORECASE)
_DAYS = frozenset({"дн", "день", "дня", "дни", "дней", "days", "day"})
_NUMBERING = re.compile(r"[0-9]{1,2}|[а-яa-z]", re.IGNORECASE)
_MULTIPLIERS = (
    (re.compile(r"\bтыс(?:\.|яч\w*)?(?![а-я])|\bthousand", re.IGNORECASE), 1000),
    (re.compile(r"\bмлн\b|\bmillion", re.IGNORECASE), 1_000_000),
)
_RUBLES = re.compile(r"\bруб", re.IGNORECASE)
_UNITS = (
    (re.compile(r"(?:^|[,(;:]|\bв)\s*тыс(?:\.|яч\w*)?\s*(?:руб|р\.|₽)", re.IGNORECASE), 1000),
    (re.compile(r"(?:^|[,(;:]|\bв)\s*(?:млн\.?|миллион\w*)\s*(?:руб|р\.|₽)", re.IGNORECASE), 1_000_000),
)
_FIGURES = re.compile(r"[-−+(]?[\d\s\u00a0\u202f\u2009.,'’]*\d[\d\s\u00a0\u202f\u2009.,'’]*[)%-]?")
_YEARS = re.compile(r"(?:19|20)\d\d")
_PERIOD = re.compile(
    rf"(?:{MONTH}\.?[ ,]*(?:\d{{2,4}})?|(?:на )?\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}})(?:\s*г(?:\.|ода)?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases of one kind of file: (role, words of the phrase), and its labels by language."""

    phrases: tuple[tuple[str, tuple[str, ...]], ...]
    labels: Mapping[str, Mapping[str, str]]
    noise: frozenset[str]

    def match(self, text: str) -> str | None:
        """Role of a heading, or None. The phrase that covers most of the heading wins, then the earlier one in it."""
        if not text or len(text) > _MAX_HEADING:
            return None
        words = [word for word in heading_words(text) if word not in self.noise]
        if not words:
            return None
        best: tuple[float, int, int] = (_MIN_COVERAGE - 1e-9, 0, 0)
        role = None
        for candidate, whole in self.phrases:
            phrase = whole[:-1] if whole[-1] == _ANYTHING else whole
            start = _position(phrase, words)
            coverage = len(phrase) / len(words)
            rank = (
                max(coverage, _MIN_COVERAGE) if phrase is not whole else coverage,
                -start,
                sum(not word.endswith("*") for word in phrase),
            )
            if start >= 0 and rank > best:
                best, role = rank, candidate
        return role or self._match_parts(text)

    def _match_parts(self, text: str) -> str | None:
        """«Контрагент / Договор / Документ» in one cell: the role of the last, if each part has one."""
        parts = _PARTS.split(text)
        roles = [self.match(part) for part in parts] if len(parts) > 1 else []
        return roles[-1] if roles and all(roles) else None


def heading_words(text: str) -> list[str]:
    """Words of a heading without case, ё, punctuation, numbers and dates; all words for days are one."""
    plain = _DATES.sub(" ", _SOFT_BREAK.sub("", text).lower().replace("ё", "е"))
    return ["дней" if word in _DAYS else word for word in _TOKEN.findall(plain)]


def _position(phrase: Sequence[str], words: Sequence[str]) -> int:
    for start in range(len(words) - len(phrase) + 1):
        if all(_same(wanted, words[start + step]) for step, wanted in enumerate(phrase)):
            return start
    return -1


def _same(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


@cache
def load_synonyms() -> Mapping[str, Any]:
    """The whole data file."""
    import yaml

    found: Mapping[str, Any] = yaml.safe_load(SYNONYMS.read_text(encoding="utf-8"))
    return found


@cache
def vocabulary(kind: str) -> Vocabulary:
    """Vocabulary of `receivables`, `clients`, `people` or `products`."""
    data = load_synonyms()
    noise = frozenset(data["noise"])
    phrases = []
    for role, entry in data[kind].items():
        for phrase in entry["words"]:
            words = tuple(
                "дней" if word in _DAYS else word
                for word in re.findall(r"[a-zа-я]+\*?|№|%|\.\.\.", phrase.lower().replace("ё", "е"))
            )
            kept = tuple(word for word in words if word not in noise)
            if kept:
                phrases.append((role, kept))
    return Vocabulary(tuple(phrases), {role: entry["label"] for role, entry in data[kind].items()}, noise)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a heading: its texts from top to bottom and the role of the lowest that has one."""

    index: int
    path: tuple[str, ...]
    role: str | None
    unit: int = 1

    @property
    def text(self) -> str:
        return " / ".join(self.path)

    @property
    def multiplier(self) -> int:
        """1000 for «тыс. руб.» anywhere in the heading, 1 for «руб.», else the unit of the whole table."""
        for pattern, factor in (*_MULTIPLIERS, (_RUBLES, 1)):
            if any(pattern.search(text) for text in self.path):
                return factor
        return self.unit


@dataclass(frozen=True, slots=True)
class Header:
    """Rows `first`–`last` (from 0) of a heading and its columns from left to right."""

    first: int
    last: int
    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[int, str], ...], ...]

    def find(self, role: str) -> Column | None:
        return next((column for column in self.columns if column.role == role), None)

    def repeats(self, row: Sequence[Value]) -> bool:
        """Whether a row of the body is a heading printed again."""
        return any(_begins(row, storey) for storey in self.rows) and text_cells(row) in self.rows


def _begins(row: Sequence[Value], storey: Sequence[tuple[int, str]]) -> bool:
    """A cheap look before the whole row is compared."""
    return not storey or (storey[-1][0] < len(row) and clean_text(row[storey[-1][0]]) == storey[-1][1])


def find_header(sheet: Sheet, words: Vocabulary, required: Sequence[frozenset[str]]) -> Header | None:
    """The first heading that has a role of each required set."""
    start = 0
    limit = min(len(sheet.rows), _SEARCH_ROWS)
    while start < limit:
        if not _is_heading(sheet.rows[start], words):
            start += 1
            continue
        end = start
        while end + 1 < limit and end - start < _MAX_STOREYS - 1 and _is_heading(sheet.rows[end + 1], words):
            end += 1
        reach = [
            merge.bottom
            for merge in sheet.merges
            if start <= merge.top <= end and merge.bottom - start < _MAX_STOREYS
        ]
        end = min(max(end, *reach, start), len(sheet.rows) - 1)
        header = _best(sheet, start, end, words, required)
        if header is not None:
            return header
        start = end + 1
    return None


def _best(
    sheet: Sheet, start: int, end: int, words: Vocabulary, required: Sequence[frozenset[str]]
) -> Header | None:
    for first in range(start, end + 1):
        if first < end and _is_title(sheet, first, words):
            continue
        header = build_header(sheet, first, end, words)
        roles = {role for column in header.columns for role in (column.role, *map(words.match, column.path))}
        if all(roles & group for group in required):
            return header
    return None


def is_figure(text: str) -> bool:
    """Whether a text is a number and no year or interval."""
    return bool(_FIGURES.fullmatch(text)) and not is_bucket(text) and not _YEARS.fullmatch(text)


def _is_heading(row: Sequence[Value], words: Vocabulary) -> bool:
    filled = [value for value in row if clean_text(value)]
    texts = [value for value in filled if isinstance(value, str)]
    if not texts or len(texts) < len(filled):
        return False
    if any(map(is_figure, texts)):
        return False
    hits = sum(1 for text in texts if words.match(text) or is_bucket(text))
    periods = sum(1 for text in texts if _PERIOD.fullmatch(clean_text(text)))
    return hits > 0 and (hits + periods) * 2 >= len(texts)


def table_unit(sheet: Sheet, header: Header) -> int:
    """1000 where a title over the table says «тыс. руб.» of it; «долги свыше 100 тыс. руб.» is no unit."""
    titles = [text for row in sheet.rows[: header.first] for _, text in text_cells(row) if '"' not in text]
    return next((factor for pattern, factor in _UNITS if any(map(pattern.search, titles))), 1)


def _is_title(sheet: Sheet, row: int, words: Vocabulary) -> bool:
    """A lone text at the left edge or over the whole table is its title, not a storey of its heading."""
    cells = text_cells(sheet.rows[row])
    below = [column for column, _ in text_cells(sheet.rows[row + 1])]
    if len(cells) != 1 or len(below) < 2:  # noqa: PLR2004
        return False
    column, text = cells[0]
    if words.match(text) in {"client", "contract", "document", "account", "grouping"} and column in below:
        return False
    whole = any(
        merge.top == row and merge.left <= below[0] and merge.right >= below[-1] for merge in sheet.merges
    )
    return whole or column <= below[0] or column not in below


def text_cells(row: Sequence[Value]) -> tuple[tuple[int, str], ...]:
    """(column, text) of every cell with anything in it."""
    found = ((column, clean_text(value)) for column, value in enumerate(row) if value != "")
    return tuple((column, text) for column, text in found if text)


def build_header(sheet: Sheet, first: int, last: int, words: Vocabulary) -> Header:
    """The heading that stands in rows `first` to `last`."""
    grid = [_spread(sheet, row, first, last) for row in range(first, last + 1)]
    width = max(map(len, grid), default=0)
    columns = []
    for index in range(width):
        path: list[str] = []
        for storey in grid:
            text = storey[index] if index < len(storey) else ""
            if text and (not path or path[-1] != text):
                path.append(text)
        if path:
            role = next((found for text in reversed(path) if (found := words.match(text))), None)
            columns.append(Column(index, tuple(path), role))
    kept = tuple(text_cells(sheet.rows[row]) for row in range(first, last + 1))
    if last + 1 < len(sheet.rows) and _is_numbering(sheet.rows[last + 1]):
        kept += (text_cells(sheet.rows[last + 1]),)
        last += 1
    return Header(first, last, tuple(columns), kept)


def _is_numbering(row: Sequence[Value]) -> bool:
    """«1 2 3 4» under a heading, as printed forms have it."""
    texts = [text for _, text in text_cells(row)]
    if len(texts) < 3 or not all(map(_NUMBERING.fullmatch, texts)):  # noqa: PLR2004
        return False
    numbers = [int(text) for text in texts if text.isdigit()]
    return (
        len(numbers) > 1
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and numbers[0] in {1, 2, 3}
    )


def _spread(sheet: Sheet, row: int, first: int, last: int) -> list[str]:
    """Texts of one storey, each over all the columns that it heads."""
    cells = [clean_text(_joined(value)) for value in sheet.rows[row]]
    merges = [merge for merge in sheet.merges if first <= merge.top <= last]
    if merges:
        for merge in merges:
            if merge.top == row and merge.left < len(cells) and cells[merge.left]:
                cells.extend([""] * (merge.right + 1 - len(cells)))
                cells[merge.left : merge.right + 1] = [cells[merge.left]] * (merge.right - merge.left + 1)
        return cells
    below = {column for lower in range(row + 1, last + 1) for column, _ in text_cells(sheet.rows[lower])}
    cells.extend([""] * (max(below, default=-1) + 1 - len(cells)))
    heading = ""
    for column, text in enumerate(cells):
        if text:
            heading = text if column in below and column != min(below) else ""
            if (
                column == min(below, default=-1)
                and column + 1 in below
                and not _own_text(sheet, row, column + 1)
            ):
                heading = text
        elif column in below:
            cells[column] = heading
    return cells


def _own_text(sheet: Sheet, row: int, column: int) -> bool:
    return bool(clean_text(_joined(sheet.value(row, column))))


def _joined(value: Value) -> str:
    return _SOFT_BREAK.sub("", value) if isinstance(value, str) else clean_text(value)


_COUNT = r"\d{1,4}"
_DAY_WORD = r"(?:\s*(?:дн(?:\.|ей|я|и)?|день|сут\w*|days?|d)\.?)?"
_BUCKET = re.compile(
    rf"(?:(?:просроч\w*|просрочка|долг|задолженность|overdue)\s*)?(?:"
    rf"(?:от|с|from)?\s*{_COUNT}{_DAY_WORD}\s*(?:-|–|—|−|до|по|to|\.\.+|…)\s*{_COUNT}"
    rf"|(?:до|менее|меньше|не более|<|<=|≤|up to|under)\s*{_COUNT}"
    rf"|(?:свыше|более|больше|от|с|>|>=|≥|over|above)\s*{_COUNT}"
    rf"|{_COUNT}\s*\+|{_COUNT}{_DAY_WORD}\s*и\s*(?:более|больше|выше|старше)"
    rf"){_DAY_WORD}(?:\s*(?:включительно|просрочки|\+))?",
    re.IGNORECASE,
)


def is_bucket(text: str) -> bool:
    """A heading such as «До 10», «От 11 до 21», «31–60 дней», «Свыше 90», «90+»; «130-00» is a sum."""
    plain = re.sub(r"[(),]|\bруб\.?", " ", text)
    if not _BUCKET.fullmatch(clean_text(plain)):
        return False
    counts = [int(number) for number in re.findall(r"\d+", plain)]
    return counts == sorted(counts)
