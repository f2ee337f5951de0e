"""What comes out of a receivables file. Sums are kopecks, never negative in `amount` and `advance`."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from exchange.sheet import Problem


class Kind(StrEnum):
    """Shape of the file."""

    AGEING = "ageing"
    STATEMENT = "statement"
    TURNOVER62 = "turnover62"
    DOCUMENTS = "documents"


class Level(StrEnum):
    """What one row stands for."""

    CLIENT = "client"
    CONTRACT = "contract"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class ReceivableRow:
    """One leaf of the file. None = the file does not carry it, or its cell is a problem.

    `amount` is what the client owes us, `advance` what we owe the client; `row` is the row's number in the sheet. `late` is what is
    overdue by intervals: the first and the last day overdue (None without end), kopecks; it is no part of the JSON.
    """

    client: str
    row: int
    inn: str | None = None
    contract: str | None = None
    document: str | None = None
    date: dt.date | None = None
    due: dt.date | None = None
    amount: int | None = None
    overdue: int | None = None
    days_overdue: int | None = None
    advance: int | None = None
    late: tuple[tuple[int, int | None, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums in kopecks; None = not carried (of the file's own total row: not printed)."""

    amount: int | None = None
    overdue: int | None = None
    advance: int | None = None


@dataclass(frozen=True, slots=True)
class Receivables:
    """A receivables file as read.

    `total` is our own sum; `stated_total` is the file's total row (None where it has none), and `balanced` says that
    the rows sum to all that it states. A file without a total row is never `balanced`: nothing confirms it.
    `columns` maps a column's letters to the role that it was understood as; `ignored` lists the other headings;
    `skipped` names sheets that hold such a table too and were not read (other columns, an older day, or a copy), and
    the titles of tables of what we owe.
    """

    kind: Kind
    level: Level
    as_of: dt.date | None
    rows: tuple[ReceivableRow, ...]
    total: Totals
    stated_total: Totals | None
    balanced: bool
    problems: tuple[Problem, ...]
    sheet: str
    columns: dict[str, str]
    ignored: tuple[str, ...]
    skipped: tuple[str, ...] = ()


def to_json(found: Receivables) -> dict[str, object]:
    """The object that `import receivables --json` prints: absent fields left out, sums as "120500.00"."""
    result: dict[str, object] = {"kind": found.kind.value}
    if found.as_of is not None:
        result["as_of"] = found.as_of.isoformat()
    result["level"] = found.level.value
    result["rows"] = [_row(row) for row in found.rows]
    result["total"] = _totals(found.total)
    if found.stated_total is not None:
        result["stated_total"] = _totals(found.stated_total)
    result["balanced"] = found.balanced
    result["problems"] = [
        {"cell": problem.cell, "text": problem.text, "why": problem.code.replace("_", " ")}
        for problem in found.problems
    ]
    return result


def money_text(kopecks: int) -> str:
    """12050 -> «120.50», with a point and without spaces."""
    sign = "-" if kopecks < 0 else ""
    return f"{sign}{abs(kopecks) // 100}.{abs(kopecks) % 100:02}"


def _row(row: ReceivableRow) -> dict[str, object]:
    fields: dict[str, object | None] = {
        "client": row.client,
        "inn": row.inn,
        "contract": row.contract,
        "document": row.document,
        "date": row.date and row.date.isoformat(),
        "due": row.due and row.due.isoformat(),
        "amount": _money(row.amount),
        "overdue": _money(row.overdue),
        "days_overdue": row.days_overdue,
        "advance": _money(row.advance),
    }
    return {name: value for name, value in fields.items() if value is not None}


def _totals(totals: Totals) -> dict[str, object]:
    sums = {"amount": totals.amount, "overdue": totals.overdue, "advance": totals.advance}
    return {name: money_text(value) for name, value in sums.items() if value is not None}


def _money(kopecks: int | None) -> str | None:
    return None if kopecks is None else money_text(kopecks)
