"""Which column of a receivables table is what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from exchange.errors import TableNotFoundError
from exchange.headers import (
    Column,
    Header,
    Vocabulary,
    find_header,
    heading_words,
    is_bucket,
    table_unit,
    vocabulary,
)
from exchange.receivables.as_of import date_of
from exchange.receivables.content import Found, find_by_content, inner_roles, with_columns
from exchange.sheet import Sheet
from exchange.values import BadValueError, clean_text, is_blank, parse_decimal

LABELS = ("account", "grouping", "client", "contract", "document")
_RANK = {"account": 0, "grouping": 1, "client": 2, "contract": 3, "document": 4}
_SUMS = frozenset(
    {
        "amount",
        "amount_weak",
        "closing",
        "debit",
        "credit",
        "advance",
        "overdue",
        "not_due",
        "intervals",
        "document_amount",
    }
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
_SINGLE = ("advance", "overdue", "days_overdue", "date", "due", "inn")
_TOLD = frozenset({*_SINGLE, "indicator"})
_SIDES = frozenset({"д", "дт", "дебет", "к", "кт", "кредит", "dr", "cr"})
_GROUP_OF_CLIENTS = re.compile(r"партн|сеть|холдинг|группа|головн", re.IGNORECASE)
_FOREIGN = re.compile(
    r"\b(?:usd|eur|cny|kzt|byn|kgs|uzs|amd|gbp|у\.?\s?е\.?|долл\w*|евро|юан\w*|тенге)(?!\w)|[$€¥£]",
    re.IGNORECASE,
)
_IN_TIME = re.compile(r"в срок\b", re.IGNORECASE)
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
    currency: Column | None
    openings: tuple[Column, ...]
    turnovers: tuple[Column, ...]
    side: int | None
    buckets: tuple[Column, ...]
    not_due: Column | None
    checked: tuple[Column, ...]
    has_balances: bool
    roles: Mapping[int, str]

    @property
    def is_vague(self) -> bool:
        """Whether nothing but «Сумма» or «Всего» says that the sums are debts."""
        match = vocabulary("receivables").match
        told = {found for column in self.amounts for text in column.path if (found := match(text))}
        return told <= {"amount_weak"} and not (self.overdue or self.days_overdue or self.due or self.buckets)

    @property
    def numeric(self) -> tuple[Column, ...]:
        """All columns of sums, from left to right."""
        taken = [*self.amounts, *self.checked, *(column for column in (self.advance, self.overdue) if column)]
        return tuple(
            sorted({column.index: column for column in taken}.values(), key=lambda column: column.index)
        )


def find_layout(sheet: Sheet, mapping: Mapping[int, str] | None = None) -> Layout:
    """Raises `TableNotFoundError` (missing: «client» or «amount») where the sheet holds no such table.

    `mapping` (column from 0 -> role) overrides what the headings say, and does where they say nothing.
    """
    named = inner_roles(mapping or {})
    header = _find_header(sheet, named)
    if header is None:
        raise TableNotFoundError(missing=("client", "amount"))
    unit = table_unit(sheet, header)
    if unit != 1:
        header = replace(header, columns=tuple(replace(column, unit=unit) for column in header.columns))
    roles = header_roles(sheet, header)
    if named:
        taken = set(named.values())
        roles = {index: None if role in taken else role for index, role in roles.items()}
        roles.update(named)
    labels = _labels(header, roles, vocabulary("receivables"))
    amounts = _amounts(sheet, header, roles)
    if not labels or not amounts:
        raise TableNotFoundError(missing=("client",) if amounts else ("amount",))
    return _assemble(sheet, header, roles, labels, amounts)


def header_roles(sheet: Sheet, header: Header) -> dict[int, str | None]:
    """What the headings say of each column."""
    words = vocabulary("receivables")
    roles = {column.index: _role(column, words) for column in header.columns}
    _settle_unclear(sheet, header, roles)
    _settle_days(header, roles)
    _settle_clients(header, roles)
    return roles


def find_table(sheets: Sequence[Sheet]) -> Found | None:
    """By the whole heading, else by a part of it, else by the cells alone."""
    words = vocabulary("receivables")
    for required in (_REQUIRED, *((part,) for part in reversed(_REQUIRED))):
        for sheet in sheets:
            header = find_header(sheet, words, required)
            if header is not None and len(header.columns) > 1:
                return Found(sheet, header)
    return find_by_content(sheets)


def _find_header(sheet: Sheet, named: Mapping[int, str]) -> Header | None:
    if not named:
        return find_header(sheet, vocabulary("receivables"), _REQUIRED)
    if not {"client", "amount"} <= set(named.values()):
        missing = tuple(role for role in ("client", "amount") if role not in named.values())
        found = find_header(sheet, vocabulary("receivables"), _REQUIRED)
        if found is None:
            raise TableNotFoundError(missing=missing)
    table = find_table([sheet])
    return None if table is None else with_columns(table.header, sorted(named))


def _assemble(
    sheet: Sheet,
    header: Header,
    roles: dict[int, str | None],
    labels: tuple[Label, ...],
    amounts: tuple[Column, ...],
) -> Layout:
    def first(role: str) -> Column | None:
        return next((column for column in header.columns if roles[column.index] == role), None)

    def every(role: str) -> tuple[Column, ...]:
        return tuple(column for column in header.columns if roles[column.index] == role)

    taken = {column.index for column in amounts}
    single = {role: first(role) for role in (*_SINGLE, "indicator", "currency")}
    if any(re.search(r"руб|регл|упр", column.text, re.IGNORECASE) for column in amounts):
        single["currency"] = None
    taken |= {column.index for role, column in single.items() if column}
    checked = tuple(
        column for column in header.columns if roles[column.index] in _NUMERIC and column.index not in taken
    )
    named = {label.index: label.roles[-1] for label in labels}
    named |= {column.index: "amount" for column in amounts}
    named |= {column.index: role for role, column in single.items() if column and role in _TOLD}
    return Layout(
        header=header,
        labels=labels,
        amounts=amounts,
        openings=every("opening"),
        turnovers=every("turnover"),
        buckets=every("bucket"),
        not_due=first("not_due"),
        checked=checked,
        has_balances=_has_balances(header, roles),
        side=_side(sheet, header, amounts),
        roles=named,
        **single,
    )


def _role(column: Column, words: Vocabulary) -> str | None:  # noqa: C901, PLR0911 (a table of cases)
    found = [words.match(text) for text in column.path]
    for section in ("opening", "turnover"):
        if section in found:
            return section
    leaf = found[-1]
    if _FOREIGN.search(column.text) and (column.role in _NUMERIC or column.role in _SUMS):
        return "ignored"
    if "advance" in found[:-1] and leaf in {
        "overdue",
        "overdue_unclear",
        "not_due",
        "days_overdue",
        "intervals",
    }:
        return "ignored"
    if is_bucket(column.path[-1]):
        return "ignored" if "advance" in found[:-1] else "bucket"
    outer = next((role for role in reversed(found[:-1]) if role), None)
    if leaf == "closing":
        leaf = _side_of(column.path[-1], words)
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
    if leaf == "due" and _IN_TIME.match(column.path[-1]):
        return "not_due"
    if leaf in {"debit", "credit"}:
        return "amount" if leaf == "debit" else "advance"
    return column.role if column.role != "intervals" else None


def _side_of(text: str, words: Vocabulary) -> str | None:
    """«Сальдо на конец Кт», «Аванс на конец периода»: what is left of a heading without the words for the closing."""
    rest = [word for word in heading_words(text) if not re.match(r"саль|остат|кон|исх|период", word)]
    return words.match(" ".join(rest))


def _settle_days(header: Header, roles: dict[int, str | None]) -> None:
    """«Дней» alone are days overdue where something else is overdue."""
    if "overdue" not in roles.values() or "days_overdue" in roles.values():
        return
    for column in header.columns:
        if roles[column.index] is None and heading_words(column.path[-1]) == ["дней"]:
            roles[column.index] = "days_overdue"
            return


def _settle_clients(header: Header, roles: dict[int, str | None]) -> None:
    """«Партнер» beside «Контрагент» is a group of clients."""
    clients = [
        column for column in header.columns if roles[column.index] == "client" and len(column.path) == 1
    ]
    groups = [column for column in clients if _GROUP_OF_CLIENTS.match(column.text)]
    if len(groups) < len(clients):
        roles.update(dict.fromkeys((column.index for column in groups), "grouping"))


def _side(sheet: Sheet, header: Header, amounts: Sequence[Column]) -> int | None:
    """A column without a heading next to the sums that says «Дт» or «Кт» of them."""
    named = {column.index for column in header.columns}
    if len(amounts) != 1:
        return None
    for index in (amounts[0].index + 1, amounts[0].index - 1):
        if index < 0 or index in named:
            continue
        found = {
            clean_text(row[index]).lower().rstrip(".")
            for row in sheet.rows[header.last + 1 :]
            if index < len(row) and row[index] != ""
        } - {""}
        if found and found <= _SIDES:
            return index
    return None


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
        inner = [rank for rank in ranks if rank != _RANK["grouping"]]
        rising = len(found) == len(parts) > 1 and ranks == sorted(ranks) and len(set(inner)) == len(inner)
        if rising:
            roles.extend(found)
        elif whole in LABELS:
            roles.append(whole)
    return tuple(role for at, role in enumerate(roles) if role == "grouping" or role not in roles[:at])


def _amounts(sheet: Sheet, header: Header, roles: dict[int, str | None]) -> tuple[Column, ...]:
    def all_of(*wanted: str) -> list[Column]:
        return [column for column in header.columns if roles[column.index] in wanted]

    found = all_of("amount")
    if len(found) > 1:
        found = [column for column in found if _any_filled(sheet, header, column)] or found
        found = [column for column in found if re.search(r"\bруб", column.text, re.IGNORECASE)] or found
        dated = [(day, -column.index, column) for column in found if (day := _dated(column))]
        chosen = max(dated)[2] if dated else found[0]
        return (chosen,)
    found = found or all_of("amount_weak")[:1] or all_of("bucket", "not_due") or all_of("overdue")[:1]
    timed = all_of("due", "days_overdue") and not all_of("turnover")
    return tuple(found or (all_of("document_amount")[:1] if timed else []))


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
