"""The cells of a receivables table, each read as its column says; what cannot be read becomes a problem."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from exchange.headers import Column
from exchange.receivables.layout import Layout
from exchange.sheet import Problem, Sheet, Value, address
from exchange.values import (
    BadValueError,
    clean_text,
    find_tax_number,
    is_blank,
    is_month_first,
    parse_date,
    parse_days,
    parse_money,
    thousands_sign,
)

_FROM_NAME = re.compile(
    r"\bот (\d{1,2}\.\d{1,2}\.\d{2,4})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*г\.?)?(?=\D*$|\s)"
)
_BEFORE_DATE = re.compile(r"^\s*(?:до|от|не позднее|с|к)\s+(?=\d)", re.IGNORECASE)
_RUBLES = frozenset(
    {"руб", "руб.", "рубль", "рубли", "российский рубль", "р", "р.", "₽", "rub", "rur", "643", "810"}
)
_CREDIT = frozenset({"к", "кт", "кредит", "c", "cr", "credit"})


@dataclass(slots=True)
class Cells:
    """Reads a cell by its row (from 0) and column."""

    sheet: Sheet
    layout: Layout
    problems: list[Problem] = field(default_factory=list)
    _factors: dict[int, int] = field(default_factory=dict)
    _thousands: dict[int, str] = field(default_factory=dict)
    _month_first: dict[int, bool] = field(default_factory=dict)

    def label(self, row: int, column: int) -> str:
        return clean_text(self.sheet.value(row, column))

    def filled(self, row: int, column: Column | None) -> bool:
        return column is not None and not is_blank(self.sheet.value(row, column.index))

    def printed(self, row: int, column: Column | None) -> bool:
        return column is not None and bool(self.label(row, column.index))

    def merged(self, row: int, column: int) -> bool:
        """Whether the cell is the lower part of a merged one."""
        return any(
            merge.top < row <= merge.bottom and merge.left <= column <= merge.right
            for merge in self.sheet.merges
        )

    def report(self, code: str, row: int, column: int, name: str, text: str = "") -> None:
        self.problems.append(Problem(code, address(row, column), text or self.label(row, column), name))

    def money(self, row: int, column: Column, name: str) -> int | None:
        """Kopecks, 0 for a blank; None and a problem for what is no number."""
        try:
            return self._parse(row, column)
        except BadValueError as error:
            self.report(error.code, row, column.index, name)
            return None

    def sums(self, row: int) -> tuple[int | None, ...]:
        """All columns of sums, None for what is no number; nothing is reported."""
        return tuple(self.quietly(row, column) for column in self.layout.numeric)

    def check(self, row: int, columns: Sequence[Column]) -> None:
        """Report what should be a number and is not, in columns that are not taken."""
        cells = self.sheet.rows[row]
        for column in columns:
            if (
                column.index < len(cells)
                and not isinstance(cells[column.index], float)
                and cells[column.index] != ""
            ):
                self.money(row, column, self.layout.roles.get(column.index, ""))

    def foreign(self, row: int) -> str:
        """The currency of a row that is not in rubles."""
        column = self.layout.currency
        if column is None:
            return ""
        text = self.label(row, column.index)
        return "" if is_blank(text) or text.lower() in _RUBLES else text

    def is_credit(self, row: int) -> bool:
        """Whether a letter beside the sum says that it is ours to pay."""
        side = self.layout.side
        return side is not None and self.label(row, side).lower().rstrip(".") in _CREDIT

    def days(self, row: int) -> int | None:
        column = self.layout.days_overdue
        if column is None:
            return None
        try:
            return parse_days(self.sheet.value(row, column.index))
        except BadValueError as error:
            self.report(error.code, row, column.index, "days_overdue")
            return None

    def day(self, row: int, column: Column | None, name: str) -> date | None:
        if column is None:
            return None
        value = self.sheet.value(row, column.index)
        if isinstance(value, str):
            value = _BEFORE_DATE.sub("", value)
        try:
            return (
                parse_date(value, month_first="/" in value and self._is_month_first(column.index))
                if isinstance(value, str)
                else parse_date(value)
            )
        except BadValueError as error:
            self.report(error.code, row, column.index, name)
            return None

    def day_in(self, document: str | None, row: int) -> date | None:
        """The date in a document's name, unless the row has a date cell of its own."""
        if not document or self.filled(row, self.layout.date):
            return None
        found = _FROM_NAME.search(document)
        try:
            return parse_date(found[1]) if found else None
        except BadValueError:
            return None

    def inn(self, row: int) -> str | None:
        column = self.layout.inn
        if column is None:
            return None
        try:
            return find_tax_number(self.sheet.value(row, column.index))
        except BadValueError as error:
            self.report(error.code, row, column.index, "inn")
            return None

    def quietly(self, row: int, column: Column) -> int | None:
        """As `money`, and nothing is reported."""
        try:
            return self._parse(row, column)
        except BadValueError:
            return None

    def _parse(self, row: int, column: Column) -> int:
        """A doubtful «1.250» is decided by the other cells of its column."""
        value = self.sheet.value(row, column.index)
        if value == "":
            return 0
        factor = self._factors.get(column.index) or self._factors.setdefault(column.index, column.multiplier)
        try:
            return parse_money(value, factor) or 0
        except BadValueError as error:
            sign = self._thousands_sign(column.index) if error.code == "ambiguous_number" else ""
            if not sign:
                raise
            return parse_money(value, factor, sign) or 0

    def _thousands_sign(self, column: int) -> str:
        if column not in self._thousands:
            self._thousands[column] = thousands_sign(self._column(column))
        return self._thousands[column]

    def _is_month_first(self, column: int) -> bool:
        if column not in self._month_first:
            self._month_first[column] = is_month_first(self._column(column))
        return self._month_first[column]

    def _column(self, column: int) -> Iterator[Value]:
        first = self.layout.header.last + 1
        return (self.sheet.value(row, column) for row in range(first, len(self.sheet.rows)))
