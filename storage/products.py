"""The catalogue: products with their prices by column, in kopecks."""

from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from capture.naming.terms import index_terms
from domain.search import Query, query_grams, text_grams
from storage.capture_tables import product_terms
from storage.clients import digit_grams
from storage.database import Transaction, one_of
from storage.tables import product_grams, products

ALIVE = products.c.deleted_at.is_(None)


@dataclass(frozen=True, slots=True)
class Product:
    """`prices`: kopecks by the name of the price column. `pack_size` in units, None where goods are not packed."""

    id: int
    code: str
    name: str
    group_name: str
    unit: str
    pack_size: Decimal | None
    stock: Decimal | None
    prices: dict[str, int]


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
WRITTEN = ("code", "name", "group_name", "unit", "pack_size", "stock", "prices")
_write = upsert(products).values({name: sa.bindparam(name) for name in WRITTEN})
WRITE = _write.on_conflict_do_update(
    index_elements=["code"], set_={name: _write.excluded[name] for name in WRITTEN[1:]} | {"deleted_at": None}
).returning(products.c.id)
DELETE = (
    sa.update(products).where(products.c.code == sa.bindparam("code_")).values(deleted_at=sa.bindparam("at"))
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
    return await tx.row(GET, Product, id_=product_id)


async def by_ids(tx: Transaction, ids: list[int]) -> dict[int, Product]:
    """Those taken off the price list too: an order that has them still shows them."""
    return {product.id: product for product in await tx.rows(BY_IDS, Product, ids=ids)}


async def on_sale(tx: Transaction, ids: list[int]) -> dict[int, Product]:
    return {product.id: product for product in await tx.rows(ON_SALE, Product, ids=ids)}


async def by_codes(tx: Transaction, codes: list[str]) -> dict[str, Product]:
    return {product.code: product for product in await tx.rows(BY_CODES, Product, codes=codes)}


async def groups(tx: Transaction) -> list[tuple[str, int]]:
    return await tx.rows(GROUPS, lambda name, count: (name, count))


async def shelves(tx: Transaction, count: int = 100) -> list[tuple[str, int]]:
    """(group, id of one of its products): a button names a group by a product, for its name may be long."""
    return await tx.rows(SHELVES, lambda name, product_id: (name, product_id), n=count)


async def gone(tx: Transaction, ids: list[int]) -> set[int]:
    """Those of `ids` that were taken off the price list."""
    return set(await tx.values(GONE, ids=ids))


async def of_group(tx: Transaction, group: str, start: int, size: int) -> list[Product]:
    return await tx.rows(OF_GROUP, Product, group=group, start=start, n=size)


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
) -> int:
    """Adds the product, or puts it in place of the one with the same code; its id. It can be searched for at once."""
    product_id: int = await tx.value(
        WRITE,
        code=code,
        name=name,
        group_name=group_name,
        unit=unit,
        pack_size=pack_size,
        stock=stock,
        prices=prices,
    )
    await forget_words(tx, product_id)
    grams = text_grams(f"{name} {code}") | digit_grams(code)
    await tx.run_many(ADD_GRAM, [{"gram": gram, "product_id": product_id} for gram in sorted(grams)])
    terms = index_terms(name, code)
    await tx.run_many(ADD_TERM, [{"term": term, "product_id": product_id} for term in sorted(terms)])
    return product_id


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
