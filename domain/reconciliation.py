"""Reconciliation of settlements: a client and a month, from the act not sent to the act signed; and the act itself."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from domain.errors import ProzvonError
from domain.ledger import EntryKind
from domain.periods import MONTHS_IN_YEAR, add_months, month_start

REMIND_DAYS = 2
LONG_AGO = 12


class ReconciliationState(StrEnum):
    """In the order in which they want work; NOT_NEEDED is outside of the count."""

    DIFFERS = "differs"
    NOT_SENT = "not_sent"
    SENT = "sent"
    SIGNED = "signed"
    NOT_NEEDED = "not_needed"


WAITING = frozenset({ReconciliationState.DIFFERS, ReconciliationState.NOT_SENT, ReconciliationState.SENT})
ORDER = tuple(ReconciliationState)


class Answer(StrEnum):
    """What came of a difference: our books were mended, or they are right."""

    FIXED = "fixed"
    RIGHT = "right"


class DifferenceError(ProzvonError):
    """No line names a document and a sum; facts: text."""

    code = "difference"


class ReconciliationReasonError(ProzvonError):
    """The reason is empty or too long; facts: most (characters)."""

    code = "reconciliation-reason"


def month_code(month: date) -> int:
    """202610 for October 2026."""
    return month.year * 100 + month.month


def month_of(code: int, today: date) -> date | None:
    """The first day of the month; 0 is the one before today's. None for what is no month, or is still to come."""
    if not code:
        return add_months(month_start(today), -1)
    year, month = divmod(code, 100)
    if not (date.min.year < year < date.max.year and 1 <= month <= MONTHS_IN_YEAR):
        return None
    found = date(year, month, 1)
    return found if found <= today else None


def months_without(month: date, signed: date | None, began: date | None) -> int:
    """Months up to `month` that are not signed, counted from the last signed one, else from the first known day; 12 at most."""
    since = (
        add_months(signed, 1) if signed is not None else month_start(began) if began is not None else month
    )
    months = (month.year - since.year) * MONTHS_IN_YEAR + month.month - since.month + 1
    return max(min(months, LONG_AGO), 0)


@dataclass(frozen=True, slots=True)
class Difference:
    """A document as we and the client have it, in kopecks; `difference` is by how much we count more than they in debt."""

    document: str
    ours: int
    theirs: int
    difference: int


def compare(document: str, ours: int, theirs: int, *, credit: bool = False) -> Difference:
    """Of a payment (`credit`) the larger figure is the smaller debt."""
    return Difference(document, ours, theirs, theirs - ours if credit else ours - theirs)


# --- the act ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Party:
    """A side of the act; what is not known is empty, and the act leaves a line for it."""

    name: str
    tax_number: str = ""
    director: str = ""


@dataclass(frozen=True, slots=True)
class ActLine:
    """A row of our side: `document` is its name, empty where only a file of debts told of it."""

    day: date
    kind: EntryKind
    document: str
    debit: int
    credit: int


@dataclass(frozen=True, slots=True)
class Act:
    """An act of reconciliation from `start` to `end`; kopecks, the opening balance negative where we owe."""

    number: str
    start: date
    end: date
    ours: Party
    theirs: Party
    opening: int
    lines: tuple[ActLine, ...]

    @property
    def debit(self) -> int:
        return sum(line.debit for line in self.lines)

    @property
    def credit(self) -> int:
        return sum(line.credit for line in self.lines)

    @property
    def closing(self) -> int:
        return self.opening + self.debit - self.credit


def act_to_json(act: Act) -> dict[str, Any]:
    kept = asdict(act)
    kept["lines"] = [
        [line.day.isoformat(), line.kind, line.document, line.debit, line.credit] for line in act.lines
    ]
    return {"kind": "act", **kept, "start": act.start.isoformat(), "end": act.end.isoformat()}


def act_from_json(kept: Mapping[str, Any]) -> Act:
    """Raises `KeyError`, `TypeError` and `ValueError` for what `act_to_json` has not made."""
    return Act(
        kept["number"],
        date.fromisoformat(kept["start"]),
        date.fromisoformat(kept["end"]),
        Party(**kept["ours"]),
        Party(**kept["theirs"]),
        kept["opening"],
        tuple(ActLine(date.fromisoformat(day), EntryKind(kind), *rest) for day, kind, *rest in kept["lines"]),
    )
