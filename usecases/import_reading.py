"""What a dropped file is, by its content, and its rows as plain JSON: no database, may run in a thread."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from domain.imports import ImportKind
from exchange.errors import TableNotFoundError
from exchange.sheet import Limits, Problem, Sheet

Json = dict[str, Any]
PEOPLE_ONLY = frozenset({"birthday", "email", "role", "first_name", "middle_name", "last_name"})
CLIENTS_ONLY = frozenset({"grade", "industry", "credit_limit", "payment_delay", "price_column", "status"})
MISTAKEN = frozenset({ImportKind.CLIENTS, ImportKind.PEOPLE})  # what a table of orders with names passes for
GOODS_ONLY = frozenset({"unit", "pack_size"})
MOST_COLUMNS = 40
TELLING_ROWS = 1000
LONGEST_DOCUMENT = 280  # leaves room for the marks of its parts
Progress = Callable[[int, int], None]
Layouts = Mapping[str, Mapping[int, str]]
TERMS = frozenset({"due", "overdue", "days_overdue", "not_due", "intervals", "bucket"})


@dataclass(frozen=True, slots=True)
class Read:
    """A file as one kind of it. `plan` has rows, problems [code, cell, text], ignored headings, columns role -> letters.

    A table of debts or of orders may have its `outline` (signature, columns [index, letters, heading, samples]); `shapeless` has
    nothing else: its columns must be asked for.
    """

    kind: ImportKind
    plan: Json
    as_of: date | None = None
    roles: frozenset[str] = field(default=frozenset())
    source: Any = None
    shapeless: bool = False


def read_file(
    name: str,
    data: bytes,
    today: date,
    limits: Limits,
    wanted: ImportKind | None = None,
    *,
    layouts: Layouts | None = None,
    progress: Progress | None = None,
) -> list[Read]:
    """One reading, or several where the file may be either. `wanted` is not doubted. Raises `FileRefusedError`.

    `layouts`: what columns of tables of debts were said to be, by signature. Without it a table that is not understood is refused.
    """
    digest = hashlib.sha256(data).hexdigest()[:16]
    found = _read_file(name, data, today, limits, wanted, layouts=layouts, progress=progress)
    return [replace(read, plan=read.plan | {"digest": digest}) for read in found]


def _read_file(
    name: str,
    data: bytes,
    today: date,
    limits: Limits,
    wanted: ImportKind | None,
    *,
    layouts: Layouts | None,
    progress: Progress | None,
) -> list[Read]:
    if name.lower().endswith((".vcf", ".vcard")) or data.lstrip()[:11].upper() == b"BEGIN:VCARD":
        return [_contacts(data, today, limits)]
    from exchange.bank import is_bank_file

    if wanted is ImportKind.BANK or is_bank_file(data):
        return [_bank(name, data, limits)]
    from exchange.commerceml.xml import is_commerceml
    from usecases.import_xml import read_commerceml

    if is_commerceml(data):
        return read_commerceml(data, limits)
    from exchange.report import has_marks

    if wanted is ImportKind.TEMPLATE or (wanted is None and has_marks(data)):
        from usecases.report_templates import plan_of

        return [Read(ImportKind.TEMPLATE, plan_of(data, name))]
    from exchange.tables import read_sheets

    return _read_tables(read_sheets(name, data, limits), today, wanted, layouts, progress)


def _read_tables(
    sheets: Sequence[Sheet],
    today: date,
    wanted: ImportKind | None,
    layouts: Layouts | None,
    progress: Progress | None,
) -> list[Read]:
    from usecases.import_xml import ask_statuses, find_statuses

    if (told := find_statuses(sheets, wanted, layouts)) is not None:
        return [told]
    if layouts is None:
        return _read_sheets(sheets, today, wanted, progress)
    asked = ask_statuses(sheets, wanted)
    if asked is not None and wanted is ImportKind.STATUSES:
        return [asked]
    try:
        found = _read_or_ask(sheets, today, wanted, layouts, progress)
    except TableNotFoundError:
        if asked is None:
            raise
        found = []
    certain = any(not read.shapeless and read.kind not in MISTAKEN for read in found)
    return found if asked is None or certain else [*found, asked]


def _read_or_ask(
    sheets: Sequence[Sheet],
    today: date,
    wanted: ImportKind | None,
    layouts: Layouts,
    progress: Progress | None,
) -> list[Read]:
    """What was said of the columns goes before what the headings say; what neither explains is asked."""
    from exchange.receivables.outline import outline

    shape = outline(sheets) if wanted in {None, ImportKind.RECEIVABLES} else None
    if shape is None:
        return _read_sheets(sheets, today, wanted, progress)
    columns = [
        [one.index, one.letters, one.heading, list(one.samples)] for one in shape.columns[:MOST_COLUMNS]
    ]
    told = {"outline": {"signature": shape.signature, "columns": columns}}
    if shape.signature in layouts:
        with suppress(TableNotFoundError):
            read = _receivables(sheets, today, layouts[shape.signature], progress)
            if _tells_sums(read):
                return [replace(read, plan=read.plan | told)]
        return [Read(ImportKind.RECEIVABLES, told | {"again": True}, shapeless=True)]
    try:
        found = _read_sheets(sheets, today, wanted, progress)
    except TableNotFoundError:
        return [Read(ImportKind.RECEIVABLES, told, shapeless=True)]
    debts = ImportKind.RECEIVABLES
    return [replace(read, plan=read.plan | told) if read.kind is debts else read for read in found]


def _tells_sums(read: Read) -> bool:
    """Some sum at least could be read: in a wrong column none is, and everybody would seem to have paid."""
    return any("amount" in row or "advance" in row for row in read.plan["rows"])


def _read_sheets(
    sheets: Sequence[Sheet], today: date, wanted: ImportKind | None, progress: Progress | None
) -> list[Read]:
    if wanted is ImportKind.RECEIVABLES:
        return [_receivables(sheets, today, None, progress)]
    if wanted is not None and wanted in READERS:
        return [READERS[wanted](sheets, today)]
    long = any(len(sheet.rows) > TELLING_ROWS for sheet in sheets)
    if long:
        # What a long table is shows in its beginning; as what it is not, it need not be read whole.
        heads = [replace(sheet, rows=sheet.rows[:TELLING_ROWS]) for sheet in sheets]
        if kinds := _fitting(_as_each(heads, today, READERS)):
            found = _as_each(sheets, today, kinds, progress)
            return [found[kind] for kind in kinds if kind in found]
    found = _as_each(sheets, today, READERS, progress)
    fitting = _fitting(found)
    if not fitting:
        raise TableNotFoundError(missing=())
    return [found[kind] for kind in fitting]


def _as_each(
    sheets: Sequence[Sheet], today: date, kinds: Iterable[ImportKind], progress: Progress | None = None
) -> dict[ImportKind, Read]:
    """The sheets read as each of `kinds` that they can be read as."""
    found: dict[ImportKind, Read] = {}
    for kind in kinds:
        with suppress(TableNotFoundError):
            told = kind is ImportKind.RECEIVABLES
            reading = _receivables(sheets, today, None, progress) if told else READERS[kind](sheets, today)
            if reading.plan["rows"] or reading.plan["problems"]:
                found[kind] = reading
    return found


def _fitting(found: Mapping[ImportKind, Read]) -> list[ImportKind]:
    """Prices make a price list, sums with terms a list of debts, names of people a list of people; else clients."""
    roles = {kind: reading.roles for kind, reading in found.items()}
    people = roles.get(ImportKind.PEOPLE, frozenset())
    clients = roles.get(ImportKind.CLIENTS, frozenset())
    goods = roles.get(ImportKind.PRODUCTS, frozenset())
    owed = found.get(ImportKind.RECEIVABLES)
    if ImportKind.TARGETS in found and owed is None and not clients:
        return [ImportKind.TARGETS]
    if "price" in goods:
        return [ImportKind.PRODUCTS]
    if owed is not None and (owed.roles & TERMS or owed.source.kind != "documents"):
        return [ImportKind.RECEIVABLES]
    if goods & GOODS_ONLY:
        return [ImportKind.PRODUCTS]
    fits = [ImportKind.RECEIVABLES] if owed is not None else []
    if people and (people & PEOPLE_ONLY or not clients & CLIENTS_ONLY):
        fits.append(ImportKind.PEOPLE)
    if clients and (clients & CLIENTS_ONLY or not fits):
        fits.append(ImportKind.CLIENTS)
    return fits or ([ImportKind.PRODUCTS] if goods else [])


def _clients(sheets: Sequence[Sheet], _today: date) -> Read:
    from exchange.clients import read_clients

    reading = read_clients(sheets)
    rows = [
        _filled(
            row=row.row,
            name=row.name[:200],
            legal_name=row.legal_name,
            tax_number=row.tax_number,
            client_class=row.grade,
            phone=_phone(row.phones),
            address=", ".join(filter(None, (row.city, row.address))),
            industry=row.industry,
            manager=row.manager,
            credit_limit=row.credit_limit,
            payment_delay=row.payment_delay,
            price_column=row.price_column,
            kind=row.status,
            note=row.note,
        )
        for row in reading.rows
    ]
    return _read(ImportKind.CLIENTS, rows, reading)


def _people(sheets: Sequence[Sheet], today: date) -> Read:
    from exchange.people import read_people

    reading = read_people(sheets, today)
    rows = [
        _filled(
            row=row.row,
            name=row.full_name[:200],
            client=row.client,
            tax_number=row.tax_number,
            role=row.role[:100],
            phone=_phone(row.phones),
            email=next(iter(row.emails), None),
            birth=_birth(row.birthday),
        )
        for row in reading.rows
    ]
    return _read(ImportKind.PEOPLE, rows, reading)


def _contacts(data: bytes, today: date, limits: Limits) -> Read:
    from exchange.vcard import read_vcards

    reading = read_vcards(data, today, limits)
    rows = [
        _filled(
            row=number,
            name=card.full_name[:200],
            client=card.organisation[:200],
            role=card.title[:100],
            phone=_phone(card.phones),
            email=next(iter(card.emails), None),
            birth=_birth(card.birthday),
        )
        for number, card in enumerate(reading.rows, 1)
    ]
    return _read(ImportKind.CONTACTS, rows, reading)


def _bank(name: str, data: bytes, limits: Limits) -> Read:
    from exchange.bank import read_bank

    reading = read_bank(name, data, limits)
    plan: Json = {
        "rows": [
            {
                "row": one.row,
                "account": one.account or next(iter(reading.accounts), ""),
                "number": one.number,
                "day": one.day.isoformat(),
                "amount": one.amount,
                "payer": one.payer,
                "tax_number": one.tax_number,
                "purpose": one.purpose,
            }
            for one in reading.payments
        ],
        "accounts": list(reading.accounts),
        "start": reading.start and reading.start.isoformat(),
        "end": reading.end and reading.end.isoformat(),
        "others": reading.others,
        "problems": [_problem(problem) for problem in reading.problems],
        "ignored": [],
        "columns": {},
    }
    return Read(ImportKind.BANK, plan, reading.end, source=reading)


def _products(sheets: Sequence[Sheet], _today: date) -> Read:
    from exchange.products import read_products
    from usecases.import_product_rows import row_of

    reading = read_products(sheets)
    return _read(ImportKind.PRODUCTS, [row_of(row) for row in reading.rows], reading)


def _targets(sheets: Sequence[Sheet], today: date) -> Read:
    from exchange.targets import read_target_rows

    reading = read_target_rows(sheets, today)
    rows = [
        _filled(
            row=row.row,
            manager=row.manager[:100],
            month=row.month and row.month.isoformat(),
            values={kind.value: value for kind, value in row.values.items()},
        )
        for row in reading.rows
    ]
    return _read(ImportKind.TARGETS, rows, reading)


def _receivables(
    sheets: Sequence[Sheet],
    _today: date,
    mapping: Mapping[int, str] | None = None,
    progress: Progress | None = None,
) -> Read:
    from exchange.receivables import read_receivables

    reading = read_receivables(sheets, mapping, progress)
    rows = [
        _filled(
            row=row.row,
            client=row.client,
            tax_number=row.inn,
            document=(row.document or "")[:LONGEST_DOCUMENT],
            contract=(row.contract or "")[:300],
            day=row.date and row.date.isoformat(),
            due=row.due and row.due.isoformat(),
            amount=row.amount,
            advance=row.advance,
            overdue=row.overdue,
            days=row.days_overdue,
            late=[list(part) for part in row.late] or None,
        )
        for row in reading.rows
    ]
    stated = reading.stated_total
    sums = {
        "shape": reading.kind.value,
        "skipped": list(reading.skipped),
        "total": reading.total.amount or 0,
        "stated": stated is not None,
        "balanced": reading.balanced,
        "off": 0 if stated is None or reading.balanced else _off(reading.total, stated),
    }
    read = _read(ImportKind.RECEIVABLES, rows, reading)
    return Read(read.kind, read.plan | sums, reading.as_of, read.roles, reading)


def _off(ours: Any, stated: Any) -> int:
    """By how much the file's own total differs, kopecks; its amount may have the advances netted. 0: only elsewhere."""
    amount: int = ours.amount or 0
    advance: int = ours.advance or 0
    theirs: int | None = stated.amount
    return 0 if theirs is None else min(abs(amount - theirs), abs(amount - advance - theirs))


READERS: Mapping[ImportKind, Callable[[Sequence[Sheet], date], Read]] = MappingProxyType(
    {
        ImportKind.RECEIVABLES: _receivables,
        ImportKind.PRODUCTS: _products,
        ImportKind.PEOPLE: _people,
        ImportKind.CLIENTS: _clients,
        ImportKind.TARGETS: _targets,
    }
)


def _read(kind: ImportKind, rows: list[Json], reading: Any) -> Read:
    columns: dict[str, str] = {}
    for letters, role in reading.columns.items():
        columns.setdefault(role, letters)
    plan: Json = {
        "rows": rows,
        "problems": [_problem(problem) for problem in reading.problems],
        "ignored": [text for text in reading.ignored if text.strip()],
        "columns": columns,
    }
    return Read(kind, plan, None, frozenset(columns), reading)


def _problem(problem: Problem) -> list[str]:
    return [problem.code, problem.cell, problem.text[:100]]


def _filled(**facts: Any) -> Json:
    """What the file does not say is left as it is in the base."""
    return {name: value for name, value in facts.items() if value not in (None, "", (), {})}


def _phone(phones: Iterable[Any]) -> str | None:
    return next((phone.e164 for phone in phones if phone.e164), None)


def _birth(found: Any) -> list[int | None] | None:
    return None if found is None else [found.day, found.month, found.year]
