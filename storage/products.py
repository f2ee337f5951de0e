"""The catalogue: products with their prices by column, in kopecks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from capture.naming.terms import index_terms
from domain.search import Query, query_grams, text_grams
from storage.capture_tables import product_terms
from storage.catalogue_tables import product_marks, product_units
from storage.clients import digit_grams
from storage.database import Transaction, one_of
from storage.tables import product_grams, products

ALIVE = products.c.deleted_at.is_(None)


@dataclass(frozen=True, slots=True)
class Product:
    """`prices`: kopecks by the name of the price column. `pack_size` in units, None where goods are not packed.

    At least `min_quantity`, in steps of `multiple`, both in units; `vat_rate` in percent, None: the company's; `cost` is what we
    pay for one unit, kopecks; `arrives_on` and `arrives_quantity` tell of what is on its way. `units` is the product's own table:
    how many own units one of each is, by `domain.units.unit_key`.
    """

    id: int
    code: str
    name: str
    group_name: str
    unit: str
    pack_size: Decimal | None
    stock: Decimal | None
    prices: dict[str, int]
    min_quantity: Decimal | None = None
    multiple: Decimal | None = None
    vat_rate: int | None = None
    cost: int | None = None
    arrives_on: date | None = None
    arrives_quantity: Decimal | None = None
    units: Mapping[str, Decimal] = field(default_factory=dict)


COLUMNS = [column for column in products.c if column.name != "deleted_at"]
GET = sa.select(*COLUMNS).where(products.c.id == sa.bindparam("id_"), ALIVE)
BY_IDS = sa.select(*COLUMNS).where(one_of(products.c.id, "ids"))
ON_SALE = BY_IDS.where(ALIVE)
BY_CODES = sa.select(*COLUMNS).where(one_of(products.c.code, "codes"), ALIVE)
GROUPS = (
    sa.select(products.c.group_name, sa.func.count()).where(ALIVE).group_by(products.c.group_name).order_by(products.c.group_name)
)  # fmt: skip
OF_GROUP = (
    sa.select(*COLUMNS)
    .where(products.c.group_name == sa.bindparam("group"), ALIVE)
    .order_by(products.c.name, products.c.id)
    .limit(sa.bindparam("n"))
    .offset(sa.bindparam("start"))
)
SHELVES = (
    sa.select(products.c.group_name, sa.func.min(products.c.id))
    .where(ALIVE)
    .group_by(products.c.group_name)
    .order_by(products.c.group_name)
    .limit(sa.bindparam("n"))
)
GONE = sa.select(products.c.id).where(one_of(products.c.id, "ids"), products.c.deleted_at.is_not(None))
GONE_CODED = sa.select(products.c.code, products.c.id).where(
    one_of(products.c.code, "codes"), products.c.deleted_at.is_not(None)
)
WRITTEN = (
    "code", "name", "group_name", "unit", "pack_size", "stock", "prices", "min_quantity", "multiple", "vat_rate", "cost",
    "arrives_on", "arrives_quantity",
)  # fmt: skip
_write = upsert(products).values({name: sa.bindparam(name) for name in WRITTEN})
WRITE = _write.on_conflict_do_update(
    index_elements=["code"], set_={name: _write.excluded[name] for name in WRITTEN[1:]} | {"deleted_at": None}
).returning(products.c.id)
CODES_ON_SALE = (
    sa.select(products.c.code, products.c.name)
    .where(ALIVE, products.c.code > sa.bindparam("after"))
    .order_by(products.c.code)
    .limit(sa.bindparam("n"))
)
UNITS = sa.select(product_units).where(one_of(product_units.c.product_id, "ids"))
ADD_UNIT = sa.insert(product_units).values({name: sa.bindparam(name) for name in product_units.c.keys()})  # noqa: SIM118
FORGET_UNITS = sa.delete(product_units).where(product_units.c.product_id == sa.bindparam("product"))
EXTERNAL, BARCODE, ARTICLE = "id", "barcode", "article"
MARKS = sa.select(product_marks).where(one_of(product_marks.c.product_id, "ids"))
MARKED = sa.select(product_marks.c.value, product_marks.c.product_id).where(
    one_of(product_marks.c.value, "values"), product_marks.c.kind == sa.bindparam("kind")
)
BY_MARKS = (
    sa.select(product_marks.c.value, product_marks.c.product_id)
    .where(one_of(product_marks.c.value, "values"), product_marks.c.kind != EXTERNAL)
    .order_by(product_marks.c.product_id)
)
ADD_MARK = sa.insert(product_marks).values({name: sa.bindparam(name) for name in product_marks.c.keys()})  # noqa: SIM118
FORGET_MARKS = sa.delete(product_marks).where(product_marks.c.product_id == sa.bindparam("product"))
DELETE = (
    sa.update(products).where(products.c.code == sa.bindparam("code_")).values(deleted_at=sa.bindparam("at"))
)
PUT_BACK = (
    sa.update(products)
    .where(products.c.code == sa.bindparam("code_"), products.c.deleted_at.is_not(None))
    .values(deleted_at=None)
    .returning(products.c.id, products.c.name)
)
BY_GRAMS = (
    sa.select(product_grams.c.product_id)
    .where(one_of(product_grams.c.gram, "grams"))
    .group_by(product_grams.c.product_id)
    .order_by(sa.func.count().desc(), product_grams.c.product_id)
    .limit(sa.bindparam("n"))
)
ADD_GRAM = sa.insert(product_grams).values(gram=sa.bindparam("gram"), product_id=sa.bindparam("product_id"))
FORGET_GRAMS = sa.delete(product_grams).where(product_grams.c.product_id == sa.bindparam("product"))
ADD_TERM = sa.insert(product_terms).values(term=sa.bindparam("term"), product_id=sa.bindparam("product_id"))
FORGET_TERMS = sa.delete(product_terms).where(product_terms.c.product_id == sa.bindparam("product"))


async def find(tx: Transaction, product_id: int) -> Product | None:
    found = await tx.row(GET, Product, id_=product_id)
    return None if found is None else (await with_units(tx, [found]))[0]


async def by_ids(tx: Transaction, ids: list[int]) -> dict[int, Product]:
    """Those taken off the price list too: an order that has them still shows them."""
    return {product.id: product for product in await _read(tx, BY_IDS, ids=ids)}


async def on_sale(tx: Transaction, ids: list[int]) -> dict[int, Product]:
    return {product.id: product for product in await _read(tx, ON_SALE, ids=ids)}


async def by_codes(tx: Transaction, codes: list[str]) -> dict[str, Product]:
    return {product.code: product for product in await _read(tx, BY_CODES, codes=codes)}


async def groups(tx: Transaction) -> list[tuple[str, int]]:
    return await tx.rows(GROUPS, lambda name, count: (name, count))


async def shelves(tx: Transaction, count: int = 100) -> list[tuple[str, int]]:
    """(group, id of one of its products): a button names a group by a product, for its name may be long."""
    return await tx.rows(SHELVES, lambda name, product_id: (name, product_id), n=count)


async def gone(tx: Transaction, ids: list[int]) -> set[int]:
    """Those of `ids` that were taken off the price list."""
    return set(await tx.values(GONE, ids=ids))


async def gone_with(tx: Transaction, codes: list[str]) -> dict[str, int]:
    """Those taken off the price list under these codes: id by code."""
    return dict(await tx.rows(GONE_CODED, lambda *row: row, codes=codes)) if codes else {}


async def of_group(tx: Transaction, group: str, start: int, size: int) -> list[Product]:
    return await _read(tx, OF_GROUP, group=group, start=start, n=size)


async def _read(tx: Transaction, statement: sa.Executable, **values: Any) -> list[Product]:
    return await with_units(tx, await tx.rows(statement, Product, **values))


async def with_units(tx: Transaction, found: Sequence[Product]) -> list[Product]:
    """The same with their own tables of units."""
    units: dict[int, dict[str, Decimal]] = {}
    if found:
        for product_id, unit, factor, per in await tx.rows(
            UNITS, lambda *row: row, ids=[one.id for one in found]
        ):
            units.setdefault(product_id, {})[unit] = factor / per
    return [replace(one, units=units[one.id]) if one.id in units else one for one in found]


async def write(
    tx: Transaction,
    *,
    code: str,
    name: str,
    group_name: str = "",
    unit: str = "pcs",
    pack_size: Decimal | None = None,
    stock: Decimal | None = None,
    prices: dict[str, int],
    min_quantity: Decimal | None = None,
    multiple: Decimal | None = None,
    vat_rate: int | None = None,
    cost: int | None = None,
    arrives_on: date | None = None,
    arrives_quantity: Decimal | None = None,
    units: Mapping[str, Decimal] | None = None,
    same_words: bool = False,
) -> int:
    """Adds the product, or puts it in place of the one with the same code; its id. It can be searched for at once.

    Without `units` its table of units stays. `same_words`: it is on sale already under this very name.
    """
    product_id: int = await tx.value(
        WRITE,
        code=code,
        name=name,
        group_name=group_name,
        unit=unit,
        pack_size=pack_size,
        stock=stock,
        prices=prices,
        min_quantity=min_quantity,
        multiple=multiple,
        vat_rate=vat_rate,
        cost=cost,
        arrives_on=arrives_on,
        arrives_quantity=arrives_quantity,
    )
    if units is not None:
        await write_units(tx, product_id, units)
    if not same_words:
        await _write_words(tx, product_id, name, code)
    return product_id


async def _write_words(tx: Transaction, product_id: int, name: str, code: str) -> None:
    await forget_words(tx, product_id)
    grams = text_grams(f"{name} {code}") | digit_grams(code)
    await tx.run_many(ADD_GRAM, [{"gram": gram, "product_id": product_id} for gram in sorted(grams)])
    terms = index_terms(name, code)
    await tx.run_many(ADD_TERM, [{"term": term, "product_id": product_id} for term in sorted(terms)])


async def write_units(tx: Transaction, product_id: int, units: Mapping[str, Decimal]) -> None:
    """In place of what the table had. Less than one own unit (a kilogram of pieces) is kept as its inverse."""
    await tx.run(FORGET_UNITS, product=product_id)
    rows = [
        {"product_id": product_id, "unit": unit[:20], "factor": factor, "per": per}
        for unit, factor, per in ((unit, *_fraction(count)) for unit, count in sorted(units.items()))
        if factor and per
    ]
    if rows:
        await tx.run_many(ADD_UNIT, rows)


def _fraction(count: Decimal) -> tuple[Decimal, Decimal]:
    """Thousandths over thousandths: of a count that is none itself, its inverse is one (4 / 1, or 1 / 0.3)."""
    thousandth = Decimal("0.001")
    if count <= 0 or count == count.quantize(thousandth):
        return count, Decimal(1)
    inverse = (1 / count).quantize(thousandth)
    return (Decimal(1), inverse) if inverse else (count.quantize(thousandth), Decimal(1))


async def external_ids(tx: Transaction, ids: Sequence[int]) -> dict[int, str]:
    """The product's id in the accounting system, where a file of it has said so."""
    return {id_: value for id_, kind, value in await marks(tx, ids) if kind == EXTERNAL}


async def marks(tx: Transaction, ids: Sequence[int]) -> list[tuple[int, str, str]]:
    """(product, kind, value)."""
    return await tx.rows(MARKS, lambda *row: row, ids=list(ids)) if ids else []


async def by_external(tx: Transaction, values: Sequence[str]) -> dict[str, int]:
    """Products by their id in the accounting system."""
    return dict(await tx.rows(MARKED, lambda *row: row, values=list(values), kind=EXTERNAL)) if values else {}


async def by_marks(tx: Transaction, values: Sequence[str]) -> list[tuple[str, int]]:
    """(value, product) of each article and barcode, of goods taken off the price list too."""
    return await tx.rows(BY_MARKS, lambda *row: row, values=list(values)) if values else []


async def write_marks(tx: Transaction, product_id: int, found: Mapping[str, Sequence[str]]) -> None:
    """`found`: values by kind, in place of all that was there."""
    await tx.run(FORGET_MARKS, product=product_id)
    rows = [
        {"product_id": product_id, "kind": kind, "value": value}
        for kind, values in found.items()
        for value in dict.fromkeys(values)
    ]
    if rows:
        await tx.run_many(ADD_MARK, rows)


async def codes_on_sale(tx: Transaction, after: str = "", count: int = 5000) -> list[tuple[str, str]]:
    """(code, name) of a portion of the price list, in order of codes."""
    return await tx.rows(CODES_ON_SALE, lambda *row: row, after=after, n=count)


async def withdraw(tx: Transaction, product: Product, at: datetime) -> None:
    """Off sale; orders that have it still show it."""
    await tx.run(DELETE, code_=product.code, at=at)
    await forget_words(tx, product.id)


async def put_back(tx: Transaction, code: str) -> None:
    """On sale again; silent where it is, or was never."""
    found = await tx.row(PUT_BACK, lambda *row: row, code_=code)
    if found is not None:
        product_id, name = found
        await _write_words(tx, product_id, name, code)


async def forget_words(tx: Transaction, product_id: int) -> None:
    """Nothing finds the product any more, until it is written again."""
    await tx.run(FORGET_GRAMS, product=product_id)
    await tx.run(FORGET_TERMS, product=product_id)


async def search(tx: Transaction, query: Query, room: int = 60) -> list[Product]:
    """The products that share most with any reading of `query`; to be scored by `domain.search.best_matches`."""
    ids: dict[int, None] = {}
    for grams in query_grams(query):
        if grams:
            ids |= dict.fromkeys(await tx.values(BY_GRAMS, grams=sorted(grams), n=room))
    return list((await by_ids(tx, list(ids))).values())
