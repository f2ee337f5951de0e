"""Advice as screens see it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.advice import AdviceKind


@dataclass(frozen=True, slots=True)
class AdviceView:
    """`quantity` in own units, offered at one tap; `packs` as of a line; `beside` names the goods that speak for it.

    `lacks`: it is not in stock; `arrives` says when it is to be. `promotion` runs until `ends`.
    Of the client's last `of` orders, `orders` had it.
    """

    kind: AdviceKind
    product_id: int
    name: str
    unit: str
    quantity: Decimal
    packs: tuple[tuple[str, Decimal], ...] = ()
    days: int = 0
    every: int = 0
    beside: str = ""
    takers: int = 0
    clients: int = 0
    lacks: bool = False
    arrives: date | None = None
    promotion: str = ""
    ends: date | None = None
    orders: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class AdviceList:
    order: int
    client: str
    advice: tuple[AdviceView, ...]
