"""Goods of a file as plain JSON: no database, may run in a thread."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from domain.imports import ImportKind
from exchange.products import ProductRow
from usecases.import_reading import Json, Read

if TYPE_CHECKING:
    from exchange.commerceml.catalogue import CatalogueReading

DECIMALS = frozenset({"pack_size", "stock", "min_quantity", "multiple", "arrives_quantity"})
DATES = frozenset({"arrives_on"})


def row_of(row: ProductRow) -> Json:
    """What the file does not say is left out. `marks`: by what else the product is known."""
    marks = {"id": [row.external] if row.external else [], "article": row.articles, "barcode": row.barcodes}
    facts: Json = {
        "name": row.name[:300],
        "code": row.code[:50],
        "group_name": row.group[:100],
        "unit": row.unit[:20],
        "pack_size": row.pack_size,
        "stock": row.stock,
        "prices": {price.column: price.kopecks for price in row.prices},
        "min_quantity": row.min_quantity,
        "multiple": row.multiple,
        "vat_rate": row.vat_rate,
        "cost": row.cost,
        "arrives_on": row.arrives_on,
        "arrives_quantity": row.arrives_quantity,
        "units": dict(row.units),
        "marks": {kind: list(values) for kind, values in marks.items() if values},
    }
    filled = {name: value for name, value in facts.items() if value not in (None, "", {})}
    return {"row": row.row} | plain(filled)


def plain(facts: Json) -> Json:
    """As JSON has it: figures as text, a day as ISO."""
    return {name: _plain(value) for name, value in facts.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return {key: _plain(one) for key, one in value.items()} if isinstance(value, dict) else value


def exact(facts: Json) -> Json:
    """The reverse of `plain`."""
    return {name: _exact(name, value) for name, value in facts.items()}


def _exact(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in DECIMALS:
        return Decimal(value)
    if name in DATES:
        return date.fromisoformat(value)
    return {unit: Decimal(count) for unit, count in value.items()} if name == "units" else value


def read_catalogue_file(found: "CatalogueReading") -> Read:
    """CommerceML: import.xml, offers.xml, or both."""
    plan: Json = {
        "rows": [row_of(row) for row in found.reading.rows],
        "problems": [[one.code, one.cell, one.text] for one in found.reading.problems],
        "ignored": [],
        "columns": {},
        "removed": list(found.removed),
        "full": found.full,
    }
    return Read(
        ImportKind.PRODUCTS, plan, None, frozenset({"code", "price"}), replace(found.reading, rows=())
    )
