"""Goods as a person names them in an order: the few of the price list that may be meant, and the lines read among them."""

import re
from collections.abc import Iterator, Mapping, Sequence

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
SHORTEST_MARK, LONGEST_MARK = 3, 50
_AROUND = ".,;:()«»\"'"
_PIECE = re.compile(r"(?:[^\n;,]|(?<=\d),(?=\d))+[\n;,\s]*")


@inner
async def read_typed(work: Work, text: str) -> tuple[list[TypedLine], dict[int, Product]]:
    """The lines of a message, and the goods that they name or may name."""
    marked = await goods_marked(work, text)
    goods = await _goods(work, text, marked)
    only = {ids[0]: mark for mark, ids in marked.items() if len(ids) == 1}
    entries = [product_entry(one, only.get(one.id, "")) for one in goods.values()]
    return read_order_lines(text, World((), entries)), goods


def read_about(product: Product, text: str) -> TypedLine:
    """What a line says of the product that it means."""
    return read_line_of(text, World((), [product_entry(product)]))


@inner
async def goods_named(work: Work, text: str) -> dict[int, Product]:
    """Of the goods on sale those that the text may name. A long list is looked up by parts: each has its share of the room."""
    return await _goods(work, text, await goods_marked(work, text))


@inner
async def goods_marked(work: Work, text: str) -> dict[str, list[int]]:
    """By each article or barcode in the text, as it was typed, the goods that are known by it."""
    words = {word for piece in text.split() if _is_mark(word := piece.strip(_AROUND))}
    forms = {form: word for word in words for form in (word.upper(), word.lower(), word)}
    found: dict[str, list[int]] = {}
    for mark, product_id in await products.by_marks(work.tx, list(forms)):
        ids = found.setdefault(forms[mark], [])
        if product_id not in ids:
            ids.append(product_id)
    return found


def _is_mark(word: str) -> bool:
    return SHORTEST_MARK <= len(word) <= LONGEST_MARK and any(sign.isdigit() for sign in word)


async def _goods(work: Work, text: str, marked: Mapping[str, Sequence[int]]) -> dict[int, Product]:
    parts = list(_parts(text))
    share = max(ROOM // max(len(parts), 1), LEAST)
    ids: dict[int, None] = {id_: None for found in marked.values() for id_ in found}
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


def product_entry(product: Product, mark: str = "") -> ProductEntry:
    """As a line may name it: by its name and code, or by the `mark` that stands in the line."""
    unit = find_unit(product.unit)
    packs = {
        pack.value: product.pack_size
        for pack in sorted(PACKS)
        if product.pack_size is not None and pack is not unit
    } | dict(product.units)
    return ProductEntry(
        str(product.id), product.name, mark or product.code, unit.value if unit else product.unit, packs
    )
