"""What sales support and a manager choose from, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from screens.order_views import LineView


@dataclass(frozen=True, slots=True)
class PageView:
    """Lines of an order from `start`; `count` of all."""

    order: int
    client: str
    lines: tuple[LineView, ...]
    start: int
    count: int


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """One line of an order; `pack` is how many of its units make a pack."""

    order: int
    product: int
    name: str
    quantity: Decimal
    unit: str
    pack: Decimal | None = None


@dataclass(frozen=True, slots=True)
class StagedView:
    """`named` are products of which something is said and nothing is done yet: (name, unit, before, wanted)."""

    page: PageView
    wanted: Mapping[int, Decimal] = field(default_factory=dict)
    named: tuple[tuple[str, str, Decimal, Decimal], ...] = ()
