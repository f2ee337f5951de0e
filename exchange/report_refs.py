"""References in formulas of a sheet into which rows were put: what stood below them moves down."""

import re
from collections.abc import Callable, Sequence

_PARTS = re.compile(
    r"""(?P<text>"(?:[^"]|"")*")
    |(?P<sheet>(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?
     (?<![\w.$])(?P<first>\$?[A-Za-z]{1,3}\$?\d{1,7})(?::(?P<last>\$?[A-Za-z]{1,3}\$?\d{1,7}))?(?![\w.(])""",
    re.VERBOSE,
)
_CELL = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})")
Row = Callable[[int, bool], int]


class Shift:
    """Rows put in: `extra[row]` more under `row`, numbers from 1 as they were before."""

    def __init__(self, extra: dict[int, int]) -> None:
        self._extra = sorted((row, more) for row, more in extra.items() if more)

    def __bool__(self) -> bool:
        return bool(self._extra)

    def row(self, row: int, end: bool = False) -> int:
        """Where `row` stands now; as the `end` of a range it takes in what was put under it."""
        return row + sum(more for at, more in self._extra if at < row or (end and at == row))

    def area(self, area: str) -> str:
        """«B2:C5» or «B2», several by spaces."""
        return " ".join(_moved_area(one, self.row) for one in area.split(" "))

    def formula(self, text: str, *, own: bool, sheet: str) -> str:
        """`own`: the formula stands on the shifted sheet; else only what names it moves."""
        return _each_reference(text, self.row, own=own, sheet=sheet)


def in_copy(text: str, row: int, place: int) -> str:
    """Of a copied row: what pointed into `row` points into the copy's own row `place`."""
    return _each_reference(text, lambda at, _: place if at == row else at, own=True, sheet="")


def moved_by(text: str, down: int, right: int) -> str:
    """A shared formula as it reads so many cells away; what is fixed by `$` stays."""

    def moved(found: re.Match[str]) -> str:
        if found["text"] is not None:
            return found[0]
        cells = [_away(cell, down, right) for cell in (found["first"], found["last"]) if cell]
        return (found["sheet"] or "") + ":".join(cells)

    return _PARTS.sub(moved, text)


def _away(cell: str, down: int, right: int) -> str:
    fixed_column, letters, fixed_row, row = _CELL.fullmatch(cell).groups()  # type: ignore[union-attr]
    column = letters if fixed_column else letters_of(number_of(letters) + right)
    return f"{fixed_column}{column}{fixed_row}{int(row) if fixed_row else int(row) + down}"


def _each_reference(text: str, row: Row, *, own: bool, sheet: str) -> str:
    def moved(found: re.Match[str]) -> str:
        if found["text"] is not None:
            return found[0]
        named = (found["sheet"] or "")[:-1].strip("'").replace("''", "'")
        if (named and named != sheet) or (not named and not own):
            return found[0]
        cells: Sequence[str] = [cell for cell in (found["first"], found["last"]) if cell]
        return (found["sheet"] or "") + _moved_area(":".join(cells), row)

    return _PARTS.sub(moved, text)


def _moved_area(area: str, row: Row) -> str:
    first, colon, last = area.partition(":")
    if not colon:
        return _at(first, row, end=False)
    return f"{_at(first, row, end=False)}:{_at(last, row, end=True)}"


def _at(cell: str, row: Row, *, end: bool) -> str:
    found = _CELL.fullmatch(cell)
    if found is None:
        return cell
    return f"{found[1]}{found[2]}{found[3]}{row(int(found[4]), end)}"


def number_of(letters: str) -> int:
    """A is 1."""
    number = 0
    for sign in letters.upper():
        number = number * 26 + ord(sign) - 64
    return number


def letters_of(number: int) -> str:
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters or "A"
