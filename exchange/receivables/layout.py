"""Which column of a receivables table is what."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from exchange.errors import TableNotFoundError
from exchange.headers import Column, Header, Vocabulary, find_header, heading_words, is_bucket, vocabulary
from exchange.receivables.as_of import date_of
from exchange.sheet import Sheet
from exchange.values import BadValueError, is_blank, parse_decimal

LABELS = ("account", "grouping", "client", "contract", "document")
_RANK = {"account": 0, "grouping": 1, "client": 2, "contract": 3, "document": 4}
_SUMS = frozenset(
    {"amount", "amount_weak", "closing", "debit", "credit", "advance", "overdue", "not_due", "intervals"}
)
_REQUIRED = (frozenset({"client", "contract", "document", "account", "grouping"}), _SUMS)
_NUMERIC = frozenset(
    {
        "amount",
        "amount_weak",
        "advance",
        "overdue",
        "not_due",
        "bucket",
        "opening",
        "turnover",
        "document_amount",
    }
)
_MAX_DAYS = 4000


@dataclass(frozen=True, slots=True)
class Label:
    """A column that names things: its index and the roles that it holds, the outer first."""

    index: int
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns of a table by meaning. `amounts` are summed (several where the file has no total column).

    `checked` are the numeric columns that are not taken: what stands there must be a number all the same.
    """

    header: Header
    labels: tuple[Label, ...]
    amounts: tuple[Column, ...]
    advance: Column | None
    overdue: Column | None
    days_overdue: Column | None
    date: Column | None
    due: Column | None
    inn: Column | None
    indicator: Column | None
    buckets: tuple[Column, ...]
    checked: tuple[Column, ...]
    has_balances: bool
    roles: Mapping[int, str]

    @property
    def numeric(self) -> tuple[Column, ...]:
        """All columns of sums, from left to right."""
        taken = [*self.amounts, *self.checked, *(column for column in (self.advance, self.overdue) if column)]
        return tuple(
            sorted({column.index: column for column in taken}.values(), key=lambda column: column.index)
        )


def find_layout(sheet: Sheet, mapping: Mapping[int, str] | None = None) -> Layout:
    """Raises `TableNotFoundError` (missing: «client» or «amount») where the sheet holds no such table.

    `mapping` (column from 0 -> role of the `receivables` vocabulary) overrides what the headings say.
    """
    words = vocabulary("receivables")
    header = find_header(sheet, words, _REQUIRED)
    if header is None:
        raise TableNotFoundError(missing=("client", "amount"))
    roles = {column.index: _role(column, words) for column in header.columns}
    roles |= {index: role for index, role in (mapping or {}).items() if index in roles}
    _settle_unclear(sheet, header, roles)
    labels = _labels(header, roles, words)
    amounts = _amounts(sheet, header, roles)
    if not labels or not amounts:
        raise TableNotFoundError(missing=("client",) if amounts else ("amount",))
    return _assemble(header, roles, labels, amounts)


def _assemble(
    header: Header, roles: dict[int, str | None], labels: tuple[Label, ...], amounts: tuple[Column, ...]
) -> Layout:
    def first(role: str) -> Column | None:
        return next((column for column in header.columns if roles[column.index] == role), None)

    taken = {column.index for column in amounts}
    single = {
        role: first(role)
        for role in ("advance", "overdue", "days_overdue", "date", "due", "inn", "indicator")
    }
    taken |= {column.index for column in single.values() if column}
    buckets = tuple(column for column in header.columns if roles[column.index] == "bucket")
    checked = tuple(
        column for column in header.columns if roles[column.index] in _NUMERIC and column.index not in taken
    )
    named = {label.index: label.roles[-1] for label in labels}
    named |= {column.index: "amount" for column in amounts}
    named |= {column.index: role for role, column in single.items() if column}
    return Layout(
        header=header,
        labels=labels,
        amounts=amounts,
        buckets=buckets,
        checked=checked,
        has_balances=_has_balances(header, roles),
        roles=named,
        **single,
    )


def _role(column: Column, words: Vocabulary) -> str | None:  # noqa: PLR0911 (a table of cases)
    found = [words.match(text) for text in column.path]
    for section in ("opening", "turnover"):
        if section in found:
            return section
    leaf = found[-1]
    if is_bucket(column.path[-1]):
        return "bucket"
    outer = next((role for role in reversed(found[:-1]) if role), None)
    if "closing" in found:
        return "advance" if leaf in {"credit", "advance"} else "amount"
    if leaf == "amount_weak" and outer in {"amount", "overdue", "advance", "not_due"}:
        return outer
    if (
        leaf is None
        and outer in {"overdue", "overdue_unclear"}
        and heading_words(column.path[-1]) == ["дней"]
    ):
        return "days_overdue"
    if leaf in {"debit", "credit"}:
        return "amount" if leaf == "debit" else "advance"
    return column.role if column.role != "intervals" else None


def _settle_unclear(sheet: Sheet, header: Header, roles: dict[int, str | None]) -> None:
    """«Просрочка» is days where all its numbers are small and whole, else a sum."""
    for index, role in roles.items():
        if role != "overdue_unclear":
            continue
        numbers = []
        for row in sheet.rows[header.last + 1 : header.last + 500]:
            try:
                numbers.append(parse_decimal(row[index]) if index < len(row) else None)
            except BadValueError:
                continue
        known = [number for number in numbers if number is not None]
        small = all(number == number.to_integral_value() and number < _MAX_DAYS for number in known)
        roles[index] = "days_overdue" if known and small else "overdue"


def _labels(header: Header, roles: dict[int, str | None], words: Vocabulary) -> tuple[Label, ...]:
    labels = []
    seen: set[str] = set()
    for column in header.columns:
        if roles[column.index] not in LABELS:
            continue
        stack = (
            _stack(column, words)
            if len(column.path) > 1 or " " in column.text
            else (str(roles[column.index]),)
        )
        fresh = tuple(role for role in stack if role not in seen)
        if fresh:
            labels.append(Label(column.index, fresh))
            seen.update(fresh)
    if "client" not in seen:
        labels = [_promoted(label, header) for label in labels]
    useful = [
        label
        for label in labels
        if len(label.roles) > 1 or label.roles[0] in {"client", "contract", "document"}
    ]
    return tuple(useful)


def _promoted(label: Label, header: Header) -> Label:
    """«Организация» is the debtor where nothing else names one."""
    column = next(column for column in header.columns if column.index == label.index)
    if label.roles == ("grouping",) and re.search(r"организаци|фирма|юр", column.text, re.IGNORECASE):
        return Label(label.index, ("client",))
    return label


def _stack(column: Column, words: Vocabulary) -> tuple[str, ...]:
    roles: list[str] = []
    for text in column.path:
        whole = words.match(text)
        parts = [words.match(part) for part in re.split(r"[/,;]", text)]
        if len(parts) == 1:
            parts = [words.match(part) for part in text.split()]
        found = [part for part in parts if part in LABELS]
        ranks = [_RANK[part] for part in found]
        rising = len(found) == len(parts) > 1 and ranks == sorted(set(ranks))
        if rising:
            roles.extend(found)
        elif whole in LABELS:
            roles.append(whole)
    return tuple(dict.fromkeys(roles))


def _amounts(sheet: Sheet, header: Header, roles: dict[int, str | None]) -> tuple[Column, ...]:
    def all_of(*wanted: str) -> list[Column]:
        return [column for column in header.columns if roles[column.index] in wanted]

    found = all_of("amount")
    if len(found) > 1:
        found = [column for column in found if _any_filled(sheet, header, column)] or found
        dated = [(day, -column.index, column) for column in found if (day := _dated(column))]
        chosen = max(dated)[2] if dated else found[0]
        return (chosen,)
    found = found or all_of("amount_weak")[:1] or all_of("bucket", "not_due")
    return tuple(found)


def _any_filled(sheet: Sheet, header: Header, column: Column) -> bool:
    return any(
        not is_blank(sheet.value(row, column.index)) for row in range(header.last + 1, len(sheet.rows))
    )


def _has_balances(header: Header, roles: Mapping[int, str | None]) -> bool:
    """Whether the table shows a period: opening or closing balances, or balances of two days."""
    words = vocabulary("receivables")
    named = any(
        words.match(text) in {"opening", "closing"} for column in header.columns for text in column.path
    )
    days = {_dated(column) for column in header.columns if roles[column.index] == "amount"} - {None}
    return named or len(days) > 1


def _dated(column: Column) -> date | None:
    return next((day for text in column.path if (day := date_of(text))), None)
