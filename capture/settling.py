"""A line as it was read and its product become a line of the order, or the one question that is left."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final, Protocol

from capture.acts import LineOfOrder
from domain.orders import MAX_QUANTITY, round_half_up
from domain.units import COUNTED, factor, find_unit

THOUSANDTH: Final = Decimal("0.001")


class DoubtKind(StrEnum):
    """What is asked: which product, how many, whether the price is of a unit or of a pack; UNKNOWN names no product."""

    WHICH = "which"
    QUANTITY = "quantity"
    BASIS = "basis"
    UNKNOWN = "unknown"


class Goods(Protocol):
    """A product as the price list has it."""

    @property
    def unit(self) -> str: ...
    @property
    def pack_size(self) -> Decimal | None: ...
    @property
    def units(self) -> Mapping[str, Decimal]: ...


@dataclass(frozen=True, slots=True)
class Settled:
    """`quantity` in the product's own units; `price` in kopecks for one of them, None = by the price list."""

    quantity: Decimal
    price: int | None
    discount: Decimal | None


def settle(
    line: LineOfOrder,
    goods: Goods,
    *,
    list_price: int | None,
    usual: Decimal | None = None,
    quantity: Decimal | None = None,
    per_pack: bool | None = None,
) -> Settled | DoubtKind:
    """`usual` (own units) stands for a quantity that was not said; `quantity` (own units) and `per_pack` are answers given before.

    A price is of one own unit. Where a pack was typed and the list price says that the figure looks like the price
    of the pack, it is asked.
    """
    packs = factor(line.unit, goods.unit, goods.pack_size, goods.units) if line.unit else None
    amount = quantity if quantity is not None else _amount(line, goods, packs, usual)
    absurd = (line.discount or 0) > 100  # noqa: PLR2004
    if amount is None or absurd or not 0 < amount <= MAX_QUANTITY:
        return DoubtKind.QUANTITY
    if line.price is None:
        return Settled(amount, None, line.discount)
    named = factor(line.price_unit, goods.unit, goods.pack_size, goods.units) if line.price_unit else None
    if named is None and packs is not None and packs > 1:
        if per_pack is None and list_price and _looks_like_pack(line.price, list_price, packs):
            return DoubtKind.BASIS
        named = packs if per_pack else None
    price = line.price if named is None else round_half_up(Decimal(line.price) / named)
    return Settled(amount, price, line.discount)


def _amount(line: LineOfOrder, goods: Goods, packs: Decimal | None, usual: Decimal | None) -> Decimal | None:
    """Two pieces and a half are no quantity of what is counted, unless a unit was typed."""
    if line.quantity is None:
        return usual
    if line.quantity > MAX_QUANTITY:
        return None
    if line.unit is None:
        broken = find_unit(goods.unit) in COUNTED and line.quantity % 1 != 0
        return None if broken else line.quantity.quantize(THOUSANDTH)
    return None if packs is None else (line.quantity * packs).quantize(THOUSANDTH)


def _looks_like_pack(price: int, list_price: int, packs: Decimal) -> bool:
    as_unit = Decimal(price) / list_price
    as_pack = as_unit / packs
    return max(as_unit, 1 / as_unit) > max(as_pack, 1 / as_pack) if price else False
