"""What may stand in for goods that are not there."""

from collections import Counter
from decimal import Decimal

from domain.search import SearchSettings, best_matches, parse_query
from domain.shortages import Offer, pick_analogues
from screens.shortage_views import AnalogueView
from storage import orders, products
from storage.clients import Client
from storage.products import Product
from usecases.order_views import price_of
from usecases.work import Work

LOOKED_AT, ORDERS, MOST = 200, 10, 4


async def find_analogues(
    work: Work, product: Product, client: Client | None, needed: Decimal
) -> list[AnalogueView]:
    """Of the same group, unit and pack, enough in stock, of nearly the same price; what the client takes stands first."""
    taken = await _taken(work, client)
    shelf = await products.of_group(work.tx, product.group_name, 0, LOOKED_AT)
    offers = [_offer(one, client, taken) for one in shelf]
    found = pick_analogues(_offer(product, client, taken), offers, work.rules.shortages, MOST, needed)
    return [AnalogueView(one.id, one.name, one.unit, one.price, one.stock, one.taken > 0) for one in found]


async def _taken(work: Work, client: Client | None) -> Counter[int]:
    if client is None:
        return Counter()
    last = await orders.last_of(work.tx, client.id, ORDERS)
    return Counter(await orders.products_of(work.tx, [order.id for order in last]))


def _offer(product: Product, client: Client | None, taken: Counter[int]) -> Offer:
    price = price_of(product, client) if client is not None else None
    return Offer(
        product.id,
        product.name,
        product.unit,
        product.pack_size,
        product.stock,
        price.amount if price is not None else None,
        taken[product.id],
    )


async def search_analogues(
    work: Work, text: str, client: Client | None, but: int | None, most: int
) -> tuple[AnalogueView, ...]:
    """By a part of the name, the best match first: whatever is not known to be out of stock, without `but` itself."""
    query = parse_query(text)
    found = {one.id: one for one in await products.search(work.tx, query) if one.id != but}
    best = best_matches(query, [(one.id, one.name, one.code) for one in found.values()], SearchSettings())
    fitting = [one for id_, _ in best if (one := found[id_]).stock is None or one.stock > 0]
    return tuple(as_analogue(one, client) for one in fitting[:most])


def as_analogue(product: Product, client: Client | None) -> AnalogueView:
    """One that somebody has named."""
    one = _offer(product, client, Counter())
    return AnalogueView(one.id, one.name, one.unit, one.price, one.stock)
