"""What a client usually takes: the goods of at least half of its last orders, in the middle of the quantities taken."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import Final

FEWEST_ORDERS: Final = 2
MOST: Final = 4
NEARLY: Final = 0.7
GIVEN_UP: Final = 3


@dataclass(frozen=True, slots=True)
class Taken:
    """A line of one order of that `day`; `quantity` in the product's own unit."""

    order_id: int
    product_id: int
    name: str
    quantity: Decimal
    unit: str
    day: date | None = None


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


def due_basket(taken: Iterable[Taken], today: date) -> tuple[Usual, ...]:
    """The goods whose own median gap between orders is nearly over today, and which were not given up long since.

    Goods taken on one day only have no gap yet. The most often taken first, in the lower median of their quantities.
    """
    by_product: dict[int, list[Taken]] = defaultdict(list)
    for line in taken:
        by_product[line.product_id].append(line)
    due = [_usual(found) for found in by_product.values() if _is_due(found, today)]
    return tuple(sorted(due, key=lambda one: (-one.orders, one.product_id)))


def _is_due(found: Iterable[Taken], today: date) -> bool:
    days = sorted({line.day for line in found if line.day is not None})
    if len(days) < FEWEST_ORDERS:
        return False
    gap = median((after - before).days for before, after in pairwise(days))
    return gap * NEARLY <= (today - days[-1]).days <= gap * GIVEN_UP


def _usual(found: list[Taken]) -> Usual:
    quantities = sorted(line.quantity for line in found)
    newest = max(found, key=lambda line: line.order_id)
    middle = quantities[(len(quantities) - 1) // 2]
    return Usual(newest.product_id, newest.name, middle, newest.unit, len(found))
