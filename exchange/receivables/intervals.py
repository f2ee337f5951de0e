"""How late the parts of a sum are, where a file tells it by intervals."""

import re

from exchange.headers import vocabulary
from exchange.receivables.cells import Cells
from exchange.receivables.layout import Layout

_BEYOND = re.compile(r"свыше|более\s*\d|больше\s*\d|>(?!\s*=)|over|above", re.IGNORECASE)
_UP_TO = re.compile(r"\bдо\b|менее|меньше|не\s+более|<|≤|up to|under", re.IGNORECASE)
_LATE = re.compile(r"просроч|overdue", re.IGNORECASE)
_OVERDUE = frozenset({"overdue", "overdue_unclear"})
Late = tuple[int, int | None, int]


def late_parts(cells: Cells, row: int, amount: int | None, overdue: int | None) -> tuple[Late, ...]:
    """The first and the last day overdue and kopecks of each interval that holds something, the latest first.

    Empty where the intervals may tell anything else: the age of the debt, or a sum that is not due yet.
    """
    layout = cells.layout
    if not amount or not layout.buckets:
        return ()
    columns = [(column, days) for column in layout.buckets if (days := _days(column.path[-1]))]
    sums = [cells.quietly(row, column) for column, _ in columns]
    if any(found is None or found < 0 for found in sums):
        return ()
    whole = sum(found or 0 for found in sums)
    if len(columns) < len(layout.buckets) or not _are_late(cells, row, (whole, amount, overdue)):
        return ()
    parts = [(*days, found) for (_, days), found in zip(columns, sums, strict=True) if found]
    return tuple(sorted(parts, key=lambda part: -part[0]))


def _are_late(cells: Cells, row: int, sums: tuple[int, int, int | None]) -> bool:
    """Whether the intervals hold what is overdue: the file says so, or it is what the rest of the row leaves."""
    whole, amount, overdue = sums
    layout = cells.layout
    if not 0 < whole <= amount:
        return False
    if layout.overdue is not None:
        return whole == overdue
    if layout.not_due is not None:
        return whole + (cells.quietly(row, layout.not_due) or 0) == amount
    return _are_headed(layout)


def _are_headed(layout: Layout) -> bool:
    words = vocabulary("receivables")
    return all(
        _LATE.match(column.path[-1]) or any(words.match(text) in _OVERDUE for text in column.path[:-1])
        for column in layout.buckets
    )


def _days(heading: str) -> tuple[int, int | None] | None:
    """«1-15 дней», «от 16 до 30», «до 15», «свыше 30», «90+»."""
    counts = [int(found) for found in re.findall(r"\d+", heading)]
    if len(counts) > 1:
        return max(counts[0], 1), counts[-1]
    if not counts:
        return None
    if _UP_TO.search(heading):
        return 1, counts[0]
    return counts[0] + bool(_BEYOND.search(heading)), None
