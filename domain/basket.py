"""What a client usually takes: the goods of at least half of its last orders, in the middle of the quantities taken."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

FEWEST_ORDERS: Final = 2
MOST: Final = 4


@dataclass(frozen=True, slots=True)
class Taken:
    """A line of one order; `quantity` in the product's own unit."""

    order_id: int
    product_id: int
    name: str
    quantity: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Usual:
    """Goods taken in `orders` of the last orders; `quantity` is one that was really taken."""

    product_id: int
    name: str
    quantity: Decimal
    unit: str
    orders: int


def usual_basket(taken: Iterable[Taken], most: int = MOST) -> tuple[Usual, ...]:
    """The most often taken first, at most `most`; empty where fewer than two orders are known.

    Of an even number of quantities the lower middle one: half a case is nothing to offer.
    """
    lines = list(taken)
    orders = {line.order_id for line in lines}
    if len(orders) < FEWEST_ORDERS:
        return ()
    by_product: dict[int, list[Taken]] = defaultdict(list)
    for line in lines:
        by_product[line.product_id].append(line)
    usual = [_usual(found) for found in by_product.values() if 2 * len(found) >= len(orders)]
    return tuple(sorted(usual, key=lambda one: (-one.orders, one.product_id))[:most])


def _usual(found: list[Taken]) -> Usual:
    quantities = sorted(line.quantity for line in found)
    newest = max(found, key=lambda line: line.order_id)
    middle = quantities[(len(quantities) - 1) // 2]
    return Usual(newest.product_id, newest.name, middle, newest.unit, len(found))
