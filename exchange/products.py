"""Products and their prices from a price list."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from domain.units import Unit
from exchange.goods_values import parse_arrival, parse_rate, parse_stock, read_units, weight_of
from exchange.headers import Column
from exchange.reading import Reading, Record, Table, open_table
from exchange.sheet import Sheet
from exchange.values import BadValueError

_REQUIRED = (frozenset({"name"}), frozenset({"code", "unit", "price", "stock", "group", "pack_size"}))
_PRICE_WORDS = re.compile(
    r"\b(?:цен[аыу]?|стоимость|price|руб(?:\.|лей)?|р\.|за ед\.?|с ндс|без ндс|rub)(?!\w)|₽", re.IGNORECASE
)
_GRAMS = re.compile(r"(?<![а-яa-z])(?:г|гр|грамм\w*|g)(?![а-яa-z])", re.IGNORECASE)
LONGEST_MARK = 100


@dataclass(frozen=True, slots=True)
class Price:
    """A price of one column of the price list («Цена розница» -> «розница»; «Цена» -> ""), kopecks."""

    column: str
    kopecks: int


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product as the file has it; "" and None = not there. Quantities in the product's own unit.

    `units` is its own table, own units in one of each; `vat_rate` in percent; `cost` in kopecks. `external` is its id in the
    accounting system; `articles` and `barcodes` are what else it is known by.
    """

    row: int
    name: str
    code: str = ""
    group: str = ""
    unit: str = ""
    pack_size: Decimal | None = None
    prices: tuple[Price, ...] = ()
    stock: Decimal | None = None
    min_quantity: Decimal | None = None
    multiple: Decimal | None = None
    vat_rate: int | None = None
    cost: int | None = None
    arrives_on: date | None = None
    arrives_quantity: Decimal | None = None
    units: Mapping[str, Decimal] = field(default_factory=dict)
    external: str = ""
    articles: tuple[str, ...] = ()
    barcodes: tuple[str, ...] = ()


def read_products(sheets: Sequence[Sheet]) -> Reading[ProductRow]:
    """A row with nothing but a name heads the group of the rows under it. Raises `TableNotFoundError`.

    Of several columns with codes the first is the code, the others are articles.
    """
    table = open_table(sheets, "products", _REQUIRED, many=frozenset({"price", "code"}))
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
    pack, box = (record.quantity(role, above_zero=True) for role in ("pack_size", "box_size"))
    unit = record.text("unit")
    day, coming = record.parse("arrives_on", parse_arrival) or (None, None)
    code, *articles = [record.cell_text(column) for column in record.table.columns_of("code")] or [""]
    return ProductRow(
        row=record.number,
        name=name,
        code=code,
        group=record.text("group") or group,
        unit=unit,
        pack_size=box if pack is None else pack,
        prices=tuple(Price(column, kopecks) for column, kopecks in found if kopecks is not None),
        stock=record.not_negative("stock", parse_stock),
        min_quantity=record.quantity("min_quantity", above_zero=True),
        multiple=record.quantity("multiple", above_zero=True),
        vat_rate=record.parse("vat_rate", parse_rate),
        cost=record.money("cost"),
        arrives_on=day,
        arrives_quantity=record.quantity("arrives_quantity") or coming,
        units=_units(record, unit, pack if pack is not None else box, box if pack is not None else None),
        articles=tuple(text[:LONGEST_MARK] for text in articles if text and text != code),
        barcodes=tuple(word[:LONGEST_MARK] for word in re.split(r"[\s,;]+", record.text("barcode")) if word),
    )


def _units(record: Record, own: str, pack: Decimal | None, box: Decimal | None) -> dict[str, Decimal]:
    """What the columns of single units say, then what the cell of all further ones does."""
    found: dict[str, Decimal] = {}
    if box is not None:
        found[Unit.BOX.value] = box
    if pallet := record.quantity("pallet_size", above_zero=True):
        found[Unit.PALLET.value] = pallet
    if weight := record.quantity("weight", above_zero=True):
        column = record.table.columns_of("weight")[0]
        unit, count = weight_of(weight, Unit.GRAM if _GRAMS.search(column.text) else Unit.KILOGRAM)
        if count:
            found[unit] = count
    for column in record.table.columns_of("units"):
        try:
            found |= read_units(record.cell_text(column), own, pack)
        except BadValueError as error:
            record.report(error.code, column, "units")
    return found


def price_column_name(column: Column) -> str:
    """What tells a column of prices from the others: its heading without «цена» and the currency."""
    return price_name(" ".join(column.path))


def price_name(heading: str) -> str:
    """«Розничная цена, руб.» -> «Розничная»."""
    text = _PRICE_WORDS.sub(" ", heading)
    return " ".join(text.replace("(", " ").replace(")", " ").replace(",", " ").split()).strip(" .:-/")


def _is_title(table: Table, record: Record) -> bool:
    return not any(record.value(role) != "" for role in set(table.roles.values()) - {"name"})


def _lone_text(table: Table, record: Record) -> str:
    texts = [value for value in table.sheet.rows[record.row] if isinstance(value, str) and value.strip()]
    numbers = [value for value in table.sheet.rows[record.row] if not isinstance(value, str)]
    return texts[0].strip() if len(texts) == 1 and not numbers else ""
