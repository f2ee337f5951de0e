"""Changes of an order's lines after it was handed over, folded to what the other side has to see: «было 20 → 12»."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol


class Change(Protocol):
    """One change of one line; a quantity that is None: there was, or is, no such line; discounts that are None did not change."""

    @property
    def product_id(self) -> int: ...
    @property
    def product(self) -> str: ...
    @property
    def instead_of(self) -> int | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def quantity_before(self) -> Decimal | None: ...
    @property
    def quantity_after(self) -> Decimal | None: ...
    @property
    def price_before(self) -> int | None: ...
    @property
    def price_after(self) -> int | None: ...
    @property
    def discount_before(self) -> Decimal | None: ...
    @property
    def discount_after(self) -> Decimal | None: ...
    @property
    def why(self) -> str: ...
    @property
    def employee(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Difference:
    """A product as it was and as it is. `was` names the goods that it stands in for, with their quantity before."""

    product_id: int
    name: str
    unit: str
    before: Decimal | None
    after: Decimal | None
    price_before: int | None = None
    price_after: int | None = None
    why: str = ""
    who: str = ""
    was: str = ""
    discount_before: Decimal | None = None
    discount_after: Decimal | None = None


def fold(changes: Iterable[Change]) -> tuple[Difference, ...]:
    """One difference for each product, from the first state to the last; what came back to where it was is none.

    Goods taken out for others are told with them: «масло → спред».
    """
    found: dict[int, Difference] = {}
    stands_for: dict[int, int] = {}
    for one in changes:
        known = found.get(one.product_id)
        found[one.product_id] = Difference(
            one.product_id,
            one.product,
            one.unit,
            known.before if known else one.quantity_before,
            one.quantity_after,
            known.price_before if known else one.price_before,
            one.price_after,
            one.why or (known.why if known else ""),
            one.employee,
            discount_before=_first(known.discount_before if known else None, one.discount_before),
            discount_after=_first(one.discount_after, known.discount_after if known else None),
        )
        if one.instead_of is not None:
            stands_for[one.product_id] = one.instead_of
    real = {id_: one for id_, one in found.items() if _differs(one)}
    for id_, before in stands_for.items():
        gone = real.get(before)
        if id_ in real and gone is not None and gone.after is None:
            real[id_] = replace(real[id_], was=gone.name)
    told = {stands_for[id_] for id_, one in real.items() if one.was}
    return tuple(one for id_, one in real.items() if id_ not in told)


def _first(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return other if one is None else one


def _differs(one: Difference) -> bool:
    if one.before != one.after:
        return True
    same = (one.price_before, one.discount_before) == (one.price_after, one.discount_after)
    return one.after is not None and not same
