"""What is typed about one line of an order that is known already: «30», «2 кор», «по 150», «скидка 5%» and any mix of them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from capture.language.board import Board
from capture.naming.world import World
from capture.reading.items import Item, ItemKind, items_of
from domain.units import Unit, find_unit

_LONGEST: Final = 100
_MARKS: Final = frozenset([",", "."])


@dataclass(frozen=True, slots=True)
class LineChange:
    """Nothing but what was said. `price` in kopecks, of one `price_unit` where that is said too; `discount` in percent."""

    quantity: Decimal | None = None
    unit: Unit | None = None
    price: int | None = None
    discount: Decimal | None = None
    price_unit: Unit | None = None


def read_change(text: str) -> LineChange | None:
    """None where there are other words, or a thing is said twice. A bare «5%» is a discount."""
    if len(text) > _LONGEST:
        return None
    board = Board(text, World((), ()))
    parts: dict[ItemKind, Item] = {}
    covered: set[int] = set()
    for item in items_of(board, World((), ()), 0, len(board), frozenset(), unknown=True):
        if item.kind is ItemKind.SOFT and board.tokens[item.start].text in _MARKS:
            covered.add(item.start)
            continue
        kind = ItemKind.DISCOUNT if item.unit == "%" else item.kind
        if kind in parts:
            return None
        parts[kind] = item
        covered.update(range(item.start, item.end))
    counted, price, discount = (
        parts.pop(kind, None) for kind in (ItemKind.NUMBER, ItemKind.PRICE, ItemKind.DISCOUNT)
    )
    unit = find_unit(counted.unit) if counted is not None and counted.unit else None
    odd = counted is not None and counted.unit and unit is None
    if parts or odd or len(covered) < len(board) or not (counted or price or discount):
        return None
    return LineChange(
        counted.value if counted is not None else None,
        unit,
        int(price.value) if price is not None else None,
        discount.value if discount is not None else None,
        find_unit(price.unit) if price is not None and price.unit else None,
    )
