"""The catalogue beside a draft: what the client takes, the groups, a search, one product."""

from decimal import Decimal

from domain.actors import SELLING, Actor
from domain.search import SearchSettings, best_matches, parse_query
from screens.order_views import GoodsView, ShelfView
from storage import order_pages, products
from storage.clients import Client
from storage.products import Product
from usecases.access import allowed
from usecases.errors import NotFoundError
from usecases.order_views import packs_of, price_of
from usecases.orders import favourites, own_draft
from usecases.work import Work

SHELF, FAVOURITES, FOUND = 8, 8, 12


@allowed(*SELLING)
async def catalogue(
    actor: Actor, work: Work, order_id: int
) -> tuple[tuple[GoodsView, ...], list[tuple[str, int]]]:
    """What this client takes most often and the draft has not, and the groups by (name, one of its products)."""
    order, client = await own_draft(work, actor, order_id)
    often = await favourites(work, client.id)
    present = await order_pages.products_in(work.tx, order.id)
    usual = [id_ for id_ in often if id_ not in present][: 2 * FAVOURITES]
    known = await products.on_sale(work.tx, usual)
    goods = [goods_view(known[id_], client, None) for id_ in usual if id_ in known]
    return tuple(goods[:FAVOURITES]), await products.shelves(work.tx)


@allowed(*SELLING)
async def find_goods(actor: Actor, work: Work, order_id: int, text: str) -> tuple[GoodsView, ...] | None:
    """Goods with such a name, the best first; None where the text says how many, so that it is lines of the order."""
    from capture.settling import DoubtKind
    from usecases.typed_goods import goods_marked, read_typed

    order, client = await own_draft(work, actor, order_id)
    lines, _ = await read_typed(work, text)
    if any(line.line.quantity is not None or line.usual for line in lines):
        return None
    meant = [line.line.product for line in lines if DoubtKind.UNKNOWN not in line.doubts]
    ids = [id_ for found in (await goods_marked(work, text)).values() for id_ in found]
    ids += [int(id_) for one in meant for id_ in ((one.id,) if one.id is not None else one.candidates)]
    query = parse_query(text)
    rows = [(one.id, one.name, (one.code,)) for one in await products.search(work.tx, query)]
    ids += [id_ for id_, _ in best_matches(query, rows, SearchSettings())]
    shown = list(dict.fromkeys(ids))[:FOUND]
    known = await products.on_sale(work.tx, shown)
    present = await order_pages.lines_with(work.tx, order.id, shown)
    return tuple(
        goods_view(known[id_], client, present[id_].quantity if id_ in present else None)
        for id_ in shown
        if id_ in known
    )


def goods_view(product: Product, client: Client, in_order: Decimal | None) -> GoodsView:
    found = price_of(product, client)
    return GoodsView(
        product.id,
        product.name,
        product.unit,
        found.amount if found else None,
        product.pack_size,
        product.stock,
        in_order,
        product.group_name,
        packs=packs_of(product),
        min_quantity=product.min_quantity,
        multiple=product.multiple,
    )


@allowed(*SELLING)
async def shelf(actor: Actor, work: Work, order_id: int, product_id: int, at: int) -> ShelfView:
    """A page of the group that has this product."""
    order, client = await own_draft(work, actor, order_id)
    named = (await products.by_ids(work.tx, [product_id])).get(product_id)
    if named is None:
        raise NotFoundError(what="product", id=product_id)
    found = await products.of_group(work.tx, named.group_name, max(at, 0), SHELF + 1)
    shown = found[:SHELF]
    present = await order_pages.lines_with(work.tx, order.id, [product.id for product in shown])
    goods = tuple(
        goods_view(product, client, present[product.id].quantity if product.id in present else None)
        for product in shown
    )
    return ShelfView(order.id, named.group_name, product_id, goods, max(at, 0), len(found) > SHELF)


@allowed(*SELLING)
async def get_goods(actor: Actor, work: Work, order_id: int, product_id: int) -> GoodsView:
    """A product beside the draft; one taken off the price list only while the draft has it."""
    order, client = await own_draft(work, actor, order_id)
    row = await order_pages.line_of(work.tx, order.id, product_id)
    known = (await products.by_ids(work.tx, [product_id])).get(product_id)
    if known is None or (row is None and await products.gone(work.tx, [product_id])):
        raise NotFoundError(what="product", id=product_id)
    return goods_view(known, client, row.quantity if row else None)
