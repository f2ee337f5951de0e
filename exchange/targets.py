"""Targets of managers from a table: a row for each manager, a column for each kind."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from capture.targets import read_targets
from domain.periods import month_start
from domain.targets import LARGEST, MONEY, TargetKind
from exchange.reading import Reading, Record, open_table
from exchange.sheet import Sheet, Value
from exchange.values import BadValueError, clean_text

# Overdue debts by manager are in many reports: they alone make no table of targets.
_TELLING = frozenset(kind.value for kind in TargetKind) - {TargetKind.RECEIVABLES.value}
_REQUIRED = (frozenset({"manager"}), _TELLING)


@dataclass(frozen=True, slots=True)
class TargetRow:
    """`month` is its first day, None where the file names none. Sums in kopecks."""

    row: int
    manager: str
    month: date | None
    values: dict[TargetKind, int]


def read_target_rows(sheets: Sequence[Sheet], today: date) -> Reading[TargetRow]:
    """`today` tells the year of a month without one. Raises `TableNotFoundError`."""
    table = open_table(sheets, "targets", _REQUIRED)
    rows = []
    for record in table.records():
        manager = record.text("manager")
        if not manager:
            record.missing("no_name", "manager")
            continue
        month = record.parse("month", lambda value: _month(value, today))
        if month is None and record.text("month"):
            continue  # a month that nobody understands is not this one
        values = {kind: value for kind in TargetKind if (value := _value(record, kind)) is not None}
        if values:
            rows.append(TargetRow(record.number, manager, month, values))
    return table.reading(rows)


def _value(record: Record, kind: TargetKind) -> int | None:
    found = record.money(kind.value) if kind in MONEY else record.quantity(kind.value)
    if found is not None and found > LARGEST:
        record.report("too_big", record.table.columns_of(kind.value)[0], kind.value)
        return None
    return None if found is None else round(found)


def _month(value: Value, today: date) -> date:
    """Raises `BadValueError("not_a_month")`."""
    if isinstance(value, datetime):
        return value.date().replace(day=1)
    if isinstance(value, date):
        return month_start(value)
    text = clean_text(value)
    parts = text.split(".")
    if len(parts) in {2, 3} and all(part.isdecimal() for part in parts):
        with suppress(ValueError):
            return date(int(parts[-1]), int(parts[-2]), 1)
    found = read_targets(text, today).month
    if found is None:
        raise BadValueError("not_a_month")
    return found
