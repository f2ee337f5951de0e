"""The file's own total rows, and whether the rows sum to them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from exchange.headers import Column
from exchange.receivables.cells import Cells
from exchange.receivables.model import Totals


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums as printed, kopecks: what a total row must equal."""

    amount: int = 0
    overdue: int = 0
    advance: int = 0


def find_stated(
    cells: Cells, raw: Sequence[tuple[int, Sums]], totals: Sequence[int], advance_sign: int
) -> tuple[Totals | None, bool]:
    """The file's total, and whether the rows sum to all that it states.

    `raw` are the rows' sums by row number, `totals` the numbers of the total rows. A total of all rows is looked for
    first, then one for each part of the file; else the last one is stated. Debit and credit may be netted in it.
    """
    if not totals:
        return None, False
    printed = {row: _printed(cells, row) for row in totals}
    whole = _summed(raw)
    for row in reversed(totals):
        if _agrees(printed[row], whole, advance_sign):
            return _signed(printed[row], advance_sign), True
    parts = _parts(raw, totals)
    if len(parts) > 1:
        chosen = [
            next((printed[row] for row in reversed(rows) if _agrees(printed[row], sums, advance_sign)), None)
            for rows, sums in parts
        ]
        known = [one for one in chosen if one is not None]
        if len(known) == len(parts):
            return _signed(_added(known), advance_sign), True
    return _signed(printed[totals[-1]], advance_sign), False


@dataclass(frozen=True, slots=True)
class _Printed:
    totals: Totals
    readable: bool


def _printed(cells: Cells, row: int) -> _Printed:
    layout, before = cells.layout, len(cells.problems)
    amounts = [cells.money(row, column, "amount") for column in layout.amounts if cells.printed(row, column)]
    amount = None if not amounts or None in amounts else sum(part or 0 for part in amounts)

    def one(column: Column | None, name: str) -> int | None:
        return cells.money(row, column, name) if column and cells.printed(row, column) else None

    found = Totals(amount, one(layout.overdue, "overdue"), one(layout.advance, "advance"))
    return _Printed(found, len(cells.problems) == before)


def _agrees(printed: _Printed, ours: Sums, advance_sign: int) -> bool:
    theirs = printed.totals
    if not printed.readable or theirs.overdue not in {None, ours.overdue}:
        return False
    net = ours.amount - ours.advance * advance_sign
    if theirs.amount is None:
        return theirs.advance is not None and theirs.advance * advance_sign == -net
    if theirs.advance is None:
        return theirs.amount in {ours.amount, net}
    return (theirs.amount, theirs.advance) == (ours.amount, ours.advance)


def _parts(raw: Sequence[tuple[int, Sums]], totals: Sequence[int]) -> list[tuple[list[int], Sums]]:
    """Runs of total rows, each with the sums of the rows above it, back to the run before."""
    numbers = [row for row, _ in raw]
    parts: list[tuple[list[int], Sums]] = []
    start = 0
    for row in totals:
        end = bisect_left(numbers, row)
        if end == start and parts:
            parts[-1][0].append(row)
            continue
        parts.append(([row], _summed(raw[start:end])))
        start = end
    if start < len(raw):
        parts.append(([], _summed(raw[start:])))
    return parts


def _summed(raw: Sequence[tuple[int, Sums]]) -> Sums:
    return Sums(
        sum(sums.amount for _, sums in raw),
        sum(sums.overdue for _, sums in raw),
        sum(sums.advance for _, sums in raw),
    )


def _added(parts: Sequence[_Printed]) -> _Printed:
    def added(name: str) -> int | None:
        known = [value for part in parts if (value := getattr(part.totals, name)) is not None]
        return sum(known) if known else None

    return _Printed(Totals(added("amount"), added("overdue"), added("advance")), readable=True)


def _signed(printed: _Printed, advance_sign: int) -> Totals:
    found = printed.totals
    advance = None if found.advance is None else found.advance * advance_sign
    return Totals(found.amount, found.overdue, advance)
