"""Tables drawn as text: «|» parts the cells, a leading «>» is a level of the outline, «..» continues the cell to the left."""

import re
from dataclasses import dataclass
from datetime import date

from exchange.sheet import Merge, Sheet, Value

_MONEY = re.compile(r"-?\d{1,3}(?: \d{3})*,\d\d")


@dataclass(frozen=True)
class Drawn:
    """A file as drawn and what must be read from it.

    `wanted` has a line for each leaf: client | contract | document | signed balance («?» where its cell is bad), then
    «due=», «overdue=», «days=», «inn=», «date=» of it. `refused` is the code of the refusal, where it must be refused.
    """

    name: str
    text: str
    wanted: str = ""
    level: str = "client"
    kind: str = ""
    as_of: date | None = None
    balanced: bool | None = None
    problems: tuple[str, ...] = ()
    refused: str = ""


def sheets_of(drawn: Drawn, *, typed: bool) -> list[Sheet]:
    """Sheets of a drawing, parted by a line of «===»; `typed` makes cells of money numbers."""
    parts = re.split(r"^===.*$", drawn.text.strip("\n"), flags=re.MULTILINE)
    return [_sheet(str(number), part.strip("\n"), typed=typed) for number, part in enumerate(parts, 1)]


def _sheet(name: str, text: str, *, typed: bool) -> Sheet:
    rows: list[list[Value]] = []
    levels = []
    merges = []
    for number, line in enumerate(text.split("\n")):
        body = line.lstrip(">")
        levels.append(len(line) - len(body))
        cells = [cell.strip() for cell in body.split("|")] if body.strip() else []
        left = 0
        for column in range(1, len(cells) + 1):
            if column < len(cells) and cells[column] == "..":
                continue
            if column - left > 1:
                merges.append(Merge(number, left, number, column - 1))
            left = column
        rows.append([_value(cell, typed=typed) for cell in cells])
    return Sheet(name, rows, tuple(merges), tuple(levels) if any(levels) else None)


def _value(cell: str, *, typed: bool) -> Value:
    if cell == "..":
        return ""
    if typed and _MONEY.fullmatch(cell):
        return float(cell.replace(" ", "").replace(",", "."))
    return cell.replace("\\n", "\n").replace("~", "\u00a0")
