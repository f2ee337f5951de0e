"""What the accounting system tells of orders, as values for its screens."""

from dataclasses import dataclass
from decimal import Decimal

from domain.actors import Actor
from domain.orders import OrderStatus


@dataclass(frozen=True, slots=True)
class LineNews:
    """A line that stands otherwise there; None: it is not there."""

    name: str
    unit: str
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class OrderNews:
    """What becomes of an order: `number` is new in the accounting system or "", `status` None where it stays.

    `left` of `ordered` lines have gone where it was shipped in part.
    """

    id: int
    client: str
    number: str
    status: OrderStatus | None
    lines: tuple[LineNews, ...] = ()
    left: int = 0
    ordered: int = 0


@dataclass(frozen=True, slots=True)
class StatusesView:
    """A file of statuses before it is loaded; `unknown` names orders that are not ours."""

    orders: tuple[OrderNews, ...]
    same: int
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BackOrder:
    """An order as it is again after a file was taken back; `number` "" where it has none."""

    id: int
    client: str
    status: OrderStatus
    number: str


@dataclass(frozen=True, slots=True)
class BackNews:
    manager: Actor
    orders: tuple[BackOrder, ...]


@dataclass(frozen=True, slots=True)
class ManagerNews:
    manager: Actor
    orders: tuple[OrderNews, ...]
