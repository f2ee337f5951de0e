"""Files of an accounting system: CommerceML with goods or with orders, and tables of what became of orders."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.imports import ImportKind
from domain.order_documents import ToldOrder
from exchange.errors import FileTooLargeError, TableNotFoundError
from exchange.order_outline import mapped_table, outline
from exchange.reading import Reading
from exchange.receivables.outline import Outline
from exchange.sheet import Limits, Sheet
from usecases.import_reading import MOST_COLUMNS, Layouts, Read

MOST_ORDERS = 1000
TELLING = frozenset({"entered", "shipped"})
OWED = frozenset({"amount", "overdue", "due", "days_overdue", "not_due", "advance"})


def read_commerceml(data: bytes, limits: Limits) -> list[Read]:
    """Goods, orders, or both where a zip has both. Raises a `FileRefusedError`."""
    from exchange.commerceml.catalogue import WANTED, Catalogue, reading_of, take
    from exchange.commerceml.orders import DOCUMENT, told_of
    from exchange.commerceml.xml import documents, elements
    from usecases.import_product_rows import read_catalogue_file

    goods, told, row = Catalogue(), list[ToldOrder](), 0
    parts = documents(data, limits)
    while parts:
        for node in elements(parts.pop(0), WANTED | {DOCUMENT}, limits):
            if node.tag != DOCUMENT:
                take(goods, node)
                continue
            row += 1
            if (order := told_of(row, node)) is not None:
                told.append(order)
    _check_many(len(told))
    reads = [_told(told)] if told else []
    return [*reads, *([read_catalogue_file(reading_of(goods))] if goods.some or not reads else [])]


def find_statuses(
    sheets: Sequence[Sheet], wanted: ImportKind | None, layouts: Layouts | None = None
) -> Read | None:
    """None where it is no table of orders with their numbers or with what left; a caption that says so is not doubted.

    With `layouts`: what was said of its columns goes before what the headings say, and what neither explains can be asked.
    """
    from exchange.order_statuses import read_status_table

    if wanted not in {None, ImportKind.STATUSES}:
        return None
    shape = outline(sheets) if layouts is not None else None
    if layouts is not None and shape is not None and shape.signature in layouts:
        return _mapped(sheets, shape, layouts[shape.signature])
    try:
        reading = read_status_table(sheets)
    except TableNotFoundError:
        if wanted is ImportKind.STATUSES and shape is None:
            raise
        return None
    if wanted is None and not _is_told(reading, set(reading.columns.values())):
        return None
    return _read(reading)


def ask_statuses(sheets: Sequence[Sheet], wanted: ImportKind | None) -> Read | None:
    """A table of something that is numbered as orders are, whose columns a person may name."""
    shape = outline(sheets) if wanted in {None, ImportKind.STATUSES} else None
    return None if shape is None else Read(ImportKind.STATUSES, _outlined(shape), shapeless=True)


def _mapped(sheets: Sequence[Sheet], shape: Outline, mapping: Mapping[int, str]) -> Read:
    """As the columns were told; asked again where no row says anything then."""
    from exchange.order_statuses import read_status_table

    read = _read(read_status_table(sheets, mapped_table(sheets, mapping, shape.sheet)))
    if any(row["status"] or row["number"] for row in read.plan["rows"]):
        return replace(read, plan=read.plan | _outlined(shape))
    return Read(ImportKind.STATUSES, _outlined(shape) | {"again": True}, shapeless=True)


def _outlined(shape: Outline) -> dict[str, Any]:
    columns = [
        [one.index, one.letters, one.heading, list(one.samples)] for one in shape.columns[:MOST_COLUMNS]
    ]
    return {"outline": {"signature": shape.signature, "columns": columns}}


def _read(reading: Reading[ToldOrder]) -> Read:
    _check_many(len(reading.rows))
    columns = {role: letters for letters, role in reading.columns.items()}
    problems = [[one.code, one.cell, one.text] for one in reading.problems]
    return _told(reading.rows, problems, columns)


def _is_told(reading: Reading[ToldOrder], roles: set[str]) -> bool:
    """A table of debts may name orders and their numbers as well: where it has sums owed it is that."""
    if "status" in roles and roles & TELLING:
        return True
    from exchange.headers import vocabulary
    from exchange.order_statuses import status_of

    owed = vocabulary("receivables").match
    if any(owed(text) in OWED for text in reading.ignored):
        return False
    said = [one.status for one in reading.rows if one.status]
    if said and sum(status_of(text) is not None for text in said) * 2 > len(reading.rows):
        return True
    return "shipped" in roles and bool(roles & {"code", "entered"})


def _told(
    told: Sequence[ToldOrder],
    problems: Sequence[Sequence[str]] = (),
    columns: dict[str, str] | None = None,
) -> Read:
    from usecases.import_statuses import (
        read_told,
    )  # brings the base along: not into the child that reads any file

    return read_told(told, problems, columns)


def _check_many(found: int) -> None:
    if found > MOST_ORDERS:
        raise FileTooLargeError(what="rows", found=found, limit=MOST_ORDERS)
