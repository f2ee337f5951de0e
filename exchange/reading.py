"""What the readers of plain tables (clients, people, products) share: a heading, then one record in each row."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Generic, TypeVar

from exchange.errors import TableNotFoundError
from exchange.headers import Column, Header, find_header, load_synonyms, vocabulary
from exchange.sheet import LOST, Problem, Sheet, Value, address, column_letters
from exchange.values import (
    BadValueError,
    Phone,
    clean_text,
    is_blank,
    parse_decimal,
    parse_money,
    parse_phones,
)

X = TypeVar("X")
T = TypeVar("T")
_TOTAL = re.compile(r"^(?:итого|всего|общий итог|total)\b", re.IGNORECASE)
_MIN_PHONE_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Reading(Generic[X]):
    """What was read: rows, problems, `columns` (letters -> role as understood) and `ignored` headings."""

    rows: tuple[X, ...]
    problems: tuple[Problem, ...]
    columns: dict[str, str] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    sheet: str = ""


@dataclass(slots=True)
class Table:
    """A table with a known heading; collects the problems of its cells."""

    sheet: Sheet
    header: Header
    roles: dict[int, str]
    problems: list[Problem] = field(default_factory=list)
    _columns: dict[str, list[Column]] = field(default_factory=dict)

    def columns_of(self, role: str) -> list[Column]:
        """Looked up once: it is asked for every cell."""
        found = self._columns.get(role)
        if found is None:
            found = [column for column in self.header.columns if self.roles.get(column.index) == role]
            self._columns[role] = found
        return found

    def give_role(self, column: Column, role: str) -> None:
        """To a column that its heading did not tell, or that has none."""
        others = [one for one in self.header.columns if one.index != column.index]
        columns = sorted([*others, column], key=lambda one: one.index)
        self.header = replace(self.header, columns=tuple(columns))
        self.roles[column.index] = role
        self._columns.clear()

    def records(self) -> Iterator["Record"]:
        """Rows with anything in them, without repeated headings and totals."""
        for row in range(self.header.last + 1, len(self.sheet.rows)):
            cells = self.sheet.rows[row]
            texts = [clean_text(value) for value in cells if value != ""]
            if any(texts) and not self.header.repeats(cells) and not any(map(_TOTAL.match, texts[:2])):
                yield Record(self, row)

    def reading(self, rows: Sequence[X]) -> Reading[X]:
        understood = {column_letters(index): role for index, role in sorted(self.roles.items())}
        ignored = tuple(column.text for column in self.header.columns if column.index not in self.roles)
        return Reading(tuple(rows), tuple(self.problems), understood, ignored, self.sheet.name)


def open_table(
    sheets: Sequence[Sheet], kind: str, required: Sequence[frozenset[str]], many: frozenset[str] = frozenset()
) -> Table:
    """The first sheet with a heading that has the required roles; of a role not in `many` only the first column counts.

    Raises `TableNotFoundError` with the missing roles.
    """
    words = vocabulary(kind)
    for sheet in sheets:
        header = find_header(sheet, words, required)
        if header is None:
            continue
        roles: dict[int, str] = {}
        for column in header.columns:
            if column.role and (column.role in many or column.role not in roles.values()):
                roles[column.index] = column.role
        return Table(sheet, header, roles)
    raise TableNotFoundError(missing=tuple(min(group) for group in required))


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table."""

    table: Table
    row: int

    @property
    def number(self) -> int:
        """The row's number as the spreadsheet shows it."""
        return self.row + 1

    def value(self, role: str) -> Value:
        """The first filled cell of a role, "" where there is none."""
        return next((value for _, value in self._filled(role)), "")

    def text(self, role: str) -> str:
        """Trimmed text, "" for none; a text that the file has lost is a problem."""
        for column, value in self._filled(role):
            text = clean_text(value)
            if LOST in text:
                self.report("lost_text", column, role)
                return ""
            return text
        return ""

    def parse(self, role: str, parser: Callable[[Value], T | None]) -> T | None:
        """Value by a parser; None and a problem where it raises `BadValueError`."""
        for column, value in self._filled(role):
            try:
                return parser(value)
            except BadValueError as error:
                self.report(error.code, column, role)
                return None
        return None

    def money(self, role: str) -> int | None:
        """Kopecks that are not negative."""
        for column, _ in self._filled(role):
            return self.price(column, role)
        return None

    def price(self, column: Column, role: str) -> int | None:
        value = self.table.sheet.value(self.row, column.index)
        try:
            found = parse_money(value, column.multiplier)
        except BadValueError as error:
            self.report(error.code, column, role)
            return None
        if found is not None and found < 0:
            self.report("negative", column, role)
            return None
        return found

    def quantity(self, role: str, *, above_zero: bool = False) -> Decimal | None:
        found = self.parse(role, parse_decimal)
        if found is not None and (found < 0 or (above_zero and found == 0)):
            self.report("negative", self.table.columns_of(role)[0], role)
            return None
        return found

    def not_negative(self, role: str, parser: Callable[[Value], Decimal | None]) -> Decimal | None:
        """By a parser of its own; what is below zero is a problem."""
        found = self.parse(role, parser)
        if found is not None and found < 0:
            self.report("negative", self.table.columns_of(role)[0], role)
            return None
        return found

    def cell_text(self, column: Column) -> str:
        """Trimmed text of one of several columns of a role."""
        text = clean_text(self.table.sheet.value(self.row, column.index))
        if LOST not in text:
            return text
        self.report("lost_text", column, column.role or "")
        return ""

    def phones(self, role: str = "phone") -> tuple[Phone, ...]:
        """All numbers of all columns of the role; one that is no possible number stays as text and is a problem."""
        found: list[Phone] = []
        for column, value in self._filled(role):
            numbers = parse_phones(value)
            if not numbers or any(number.e164 is None for number in numbers):
                self.report("not_a_phone", column, role)
            found.extend(
                number
                for number in numbers
                if sum(sign.isdigit() for sign in number.text) >= _MIN_PHONE_DIGITS
            )
        return tuple(dict.fromkeys(found))

    def choice(self, role: str) -> str | None:
        """One of a few words by the data file's `values`."""
        for column, value in self._filled(role):
            word = clean_text(value).lower().replace("ё", "е")
            for name, words in load_synonyms()["values"][role].items():
                if word == name.lower() or word in words:
                    return str(name)
            self.report(f"not_a_{role}", column, role)
        return None

    def report(self, code: str, column: Column, role: str) -> None:
        value = self.table.sheet.value(self.row, column.index)
        self.table.problems.append(Problem(code, address(self.row, column.index), clean_text(value), role))

    def missing(self, code: str, role: str) -> None:
        """Report what the row lacks, at the cell where it should be."""
        columns = self.table.columns_of(role)
        at = columns[0].index if columns else 0
        self.table.problems.append(Problem(code, address(self.row, at), "", role))

    def _filled(self, role: str) -> Iterator[tuple[Column, Value]]:
        for column in self.table.columns_of(role):
            value = self.table.sheet.value(self.row, column.index)
            if not is_blank(value):
                yield column, value
