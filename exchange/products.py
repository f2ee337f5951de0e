"""Products and their prices from a price list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from exchange.headers import Column
from exchange.reading import Reading, Record, Table, open_table
from exchange.sheet import Sheet

_REQUIRED = (frozenset({"name"}), frozenset({"code", "unit", "price", "stock", "group", "pack_size"}))
_PRICE_WORDS = re.compile(
    r"\b(?:цен[аыу]?|стоимость|price|руб(?:\.|лей)?|р\.|за ед\.?|с ндс|без ндс|rub)(?!\w)|₽", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Price:
    """A price of one column of the price list («Цена розница» -> «розница»; «Цена» -> ""), kopecks."""

    column: str
    kopecks: int


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product as the file has it; "" and None = not there."""

    row: int
    name: str
    code: str = ""
    group: str = ""
    unit: str = ""
    pack_size: Decimal | None = None
    prices: tuple[Price, ...] = ()
    stock: Decimal | None = None


def read_products(sheets: Sequence[Sheet]) -> Reading[ProductRow]:
    """A row with nothing but a name heads the group of the rows under it. Raises `TableNotFoundError`."""
    table = open_table(sheets, "products", _REQUIRED, many=frozenset({"price"}))
    prices = table.columns_of("price")
    rows = []
    group = ""
    for record in table.records():
        name = record.text("name")
        if not name and (title := _lone_text(table, record)):
            group = title
            continue
        if not name:
            record.missing("no_name", "name")
        elif _is_title(table, record):
            group = name
        else:
            rows.append(_product(record, name, prices, group))
    return table.reading(rows)


def _product(record: Record, name: str, prices: Sequence[Column], group: str) -> ProductRow:
    found = [(price_column_name(column), record.price(column, "price")) for column in prices]
    return ProductRow(
        row=record.number,
        name=name,
        code=record.text("code"),
        group=record.text("group") or group,
        unit=record.text("unit"),
        pack_size=record.quantity("pack_size", above_zero=True),
        prices=tuple(Price(column, kopecks) for column, kopecks in found if kopecks is not None),
        stock=record.quantity("stock"),
    )


def price_column_name(column: Column) -> str:
    """What tells a column of prices from the others: its heading without «цена» and the currency."""
    text = " ".join(_PRICE_WORDS.sub(" ", part) for part in column.path)
    return " ".join(text.replace("(", " ").replace(")", " ").replace(",", " ").split()).strip(" .:-/")


def _is_title(table: Table, record: Record) -> bool:
    return not any(record.value(role) != "" for role in set(table.roles.values()) - {"name"})


def _lone_text(table: Table, record: Record) -> str:
    texts = [value for value in table.sheet.rows[record.row] if isinstance(value, str) and value.strip()]
    numbers = [value for value in table.sheet.rows[record.row] if not isinstance(value, str)]
    return texts[0].strip() if len(texts) == 1 and not numbers else ""
