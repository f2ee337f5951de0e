"""A sheet as it was found, with addresses, and the problems found in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Value = str | int | float | bool | date | datetime | time | timedelta

LOST = "\ufffd"
"""Stands in a cell whose text the file refers to and does not hold."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may be at most; beyond it is refused before it is read."""

    file_bytes: int = 20 * 1024 * 1024
    unpacked_bytes: int = 256 * 1024 * 1024
    rows: int = 100_000
    columns: int = 256
    cells: int = 3_000_000
    sheets: int = 50


@dataclass(frozen=True, slots=True)
class Problem:
    """One cell that could not be understood: why (`code`), where («E17»), and the text as found."""

    code: str
    cell: str
    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, both corners included, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with its address («E17»)."""

    address: str
    value: Value


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of values counted from 0; an empty cell is "". Rows may be shorter than the widest one.

    `levels` holds the outline level (or the indent) of each row where the file has them.
    """

    name: str
    rows: Sequence[Sequence[Value]]
    merges: tuple[Merge, ...] = ()
    levels: tuple[int, ...] | None = None

    def value(self, row: int, column: int) -> Value:
        """Value of a cell, "" outside the table."""
        if row >= len(self.rows):
            return ""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def cell(self, row: int, column: int) -> Cell:
        return Cell(address(row, column), self.value(row, column))

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)


def column_letters(column: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """Address of a cell as a spreadsheet shows it; both counted from 0."""
    return f"{column_letters(column)}{row + 1}"
