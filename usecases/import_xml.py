"""Files of an accounting system: CommerceML with goods or with orders, and tables of what became of orders."""

from collections.abc import Sequence

from domain.imports import ImportKind
from domain.order_documents import ToldOrder
from exchange.errors import FileTooLargeError, TableNotFoundError
from exchange.sheet import Limits, Sheet
from usecases.import_reading import Read

MOST_ORDERS = 1000
TELLING = frozenset({"entered", "shipped"})


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


def find_statuses(sheets: Sequence[Sheet], wanted: ImportKind | None) -> Read | None:
    """None where it is no table of orders with their numbers or with what left; a caption that says so makes a status enough."""
    from exchange.order_statuses import read_status_table

    if wanted not in {None, ImportKind.STATUSES}:
        return None
    try:
        reading = read_status_table(sheets)
    except TableNotFoundError:
        if wanted is ImportKind.STATUSES:
            raise
        return None
    roles = set(reading.columns.values())
    if wanted is None and not (roles & TELLING and "status" in roles):
        return None
    _check_many(len(reading.rows))
    columns = {role: letters for letters, role in reading.columns.items()}
    problems = [[one.code, one.cell, one.text] for one in reading.problems]
    return _told(reading.rows, problems, columns)


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
