"""Goods as a person names them in an order: the few of the price list that may be meant, and the lines read among them."""

import re
from collections.abc import Iterator, Sequence

from capture.changes import read_change
from capture.naming.entries import ProductEntry
from capture.naming.world import World
from capture.order_lines import TypedLine, read_line_of, read_order_lines
from domain.units import PACKS, find_unit
from storage import naming, products
from storage.products import Product
from usecases.access import inner
from usecases.work import Work

AT_ONCE, ROOM, LEAST = 10, 400, 25
LONGEST_CODE = 4
_PIECE = re.compile(r"(?:[^\n;,]|(?<=\d),(?=\d))+[\n;,\s]*")


@inner
async def read_typed(work: Work, text: str) -> tuple[list[TypedLine], dict[int, Product]]:
    """The lines of a message, and the goods that they name or may name."""
    goods = await goods_named(work, text)
    lines = read_order_lines(text, World((), [product_entry(one) for one in goods.values()]))
    return lines, goods


def read_about(product: Product, text: str) -> TypedLine:
    """What a line says of the product that it means."""
    return read_line_of(text, World((), [product_entry(product)]))


@inner
async def goods_named(work: Work, text: str) -> dict[int, Product]:
    """Of the goods on sale those that the text may name. A long list is looked up by parts: each has its share of the room."""
    parts = list(_parts(text))
    share = max(ROOM // max(len(parts), 1), LEAST)
    ids: dict[int, None] = {}
    for part in parts:
        _, found = await naming.named_in(work.tx, part, [])
        ids |= dict.fromkeys(found[:share])
    # A short code may look like a unit, by which nothing is looked up.
    words = {word.strip(".:()«»\"'") for word in text.split()}
    short = [form for word in words if len(word) <= LONGEST_CODE for form in (word, word.upper())]
    exact = await products.by_codes(work.tx, short)
    ids |= dict.fromkeys(product.id for product in exact.values())
    known = await products.on_sale(work.tx, list(ids))
    return {id_: known[id_] for id_ in ids if id_ in known}


def _parts(text: str) -> Iterator[str]:
    """About ten lines each; a quantity stays with its goods."""
    pieces: Sequence[str] = _PIECE.findall(text)
    part: list[str] = []
    for piece in pieces:
        if len(part) >= AT_ONCE and read_change(piece.strip(" \n;,")) is None:
            yield "".join(part)
            part = []
        part.append(piece)
    if part:
        yield "".join(part)


def product_entry(product: Product) -> ProductEntry:
    """As a line may name it."""
    unit = find_unit(product.unit)
    packs = {
        pack.value: product.pack_size
        for pack in sorted(PACKS)
        if product.pack_size is not None and pack is not unit
    } | dict(product.units)
    return ProductEntry(
        str(product.id), product.name, product.code, unit.value if unit else product.unit, packs
    )
