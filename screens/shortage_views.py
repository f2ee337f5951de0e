"""Goods that are not in stock as their screens see them: plain values, filled by the use cases."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from domain.shortages import RequestState, ShortageState


@dataclass(frozen=True, slots=True)
class AnalogueView:
    """`price` in kopecks by the client's column; `taken` by this client before."""

    id: int
    name: str
    unit: str
    price: int | None
    stock: Decimal | None
    taken: bool = False


@dataclass(frozen=True, slots=True)
class ShortageView:
    """One client's wish. `quantity` is what lacks; `draft` says that its order is one, `order` is None where there was none.

    `arrives_on` is known from the price list, `promised` is what the wish waits for; `never`: logistics has said that it will not
    come. Of `analogues` the first is that of logistics where it named one (`suggested`). `alone`: the bot has no logistics.
    `others` lines of the order that was handed over lack too, and are not decided about.
    """

    id: int
    product: str
    quantity: Decimal | None
    unit: str
    client_id: int | None
    client: str
    manager: str
    order: int | None
    draft: bool
    state: ShortageState
    today: date
    stock: Decimal | None = None
    arrives_on: date | None = None
    arrives_quantity: Decimal | None = None
    promised: date | None = None
    never: bool = False
    analogues: tuple[AnalogueView, ...] = ()
    suggested: bool = False
    replaced_by: str = ""
    replaced_unit: str = ""
    amount: int = 0
    alone: bool = False
    others: int = 0


@dataclass(frozen=True, slots=True)
class LackLine:
    product_id: int
    product: str
    quantity: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class LackingView:
    """What support lacks of an order and nobody has decided about, line by line."""

    order: int
    client: str
    lines: tuple[LackLine, ...]


@dataclass(frozen=True, slots=True)
class WishLine:
    """`shortage` is the wish's id; `manager` answers for the client."""

    shortage: int
    client: str
    manager: str
    quantity: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class RequestView:
    """What logistics is asked: one product with all who wait for it. `amount` in kopecks; `asked_at` is local."""

    id: int
    product: str
    state: RequestState
    wishes: tuple[WishLine, ...]
    amount: int
    asked_at: datetime
    today: date
    stock: Decimal | None = None
    unit: str = ""
    arrives_on: date | None = None
    arrives_quantity: Decimal | None = None
    analogue: str = ""
    answered_by: str = ""


class NewsKind(StrEnum):
    """What a manager is told of the wishes of the own clients."""

    PROMISED = "promised"
    ANALOGUE = "analogue"
    NEVER = "never"
    ARRIVED = "arrived"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class NewsView:
    """`wishes` are those of one manager; `analogue` is (id, name). `alone`: the bot has no logistics."""

    kind: NewsKind
    product: str
    wishes: tuple[WishLine, ...]
    today: date
    who: str = ""
    day: date | None = None
    quantity: Decimal | None = None
    unit: str = ""
    analogue: tuple[int, str] | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class RequestRow:
    """`amount` in kopecks; `minutes` since it was asked."""

    id: int
    product: str
    state: RequestState
    arrives_on: date | None
    wishes: int
    amount: int
    minutes: int


@dataclass(frozen=True, slots=True)
class OwnRow:
    """`alone`: the bot has no logistics that could be asked; `manager` is empty in one's own list."""

    id: int
    product: str
    quantity: Decimal | None
    unit: str
    state: ShortageState
    promised: date | None
    client: str
    alone: bool = False
    manager: str = ""


@dataclass(frozen=True, slots=True)
class ArrivedLine:
    """On the call card: goods that the client waited for."""

    shortage: int
    product: str
    quantity: Decimal | None
    unit: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class LostLine:
    """Demand lost for one product, kopecks; `week` is its Monday, None where several weeks are told together."""

    product: str
    quantity: Decimal | None
    unit: str
    amount: int
    clients: tuple[str, ...]
    managers: tuple[str, ...]
    week: date | None = None


@dataclass(frozen=True, slots=True)
class LostWeeks:
    """Kopecks lost in each week, the oldest first, by product: the `products` that lost most, then (an empty name) all others.

    `weeks` are their Mondays, the last one is this week's; `amounts` has a row for each product, a figure for each week.
    """

    weeks: tuple[date, ...]
    products: tuple[str, ...]
    amounts: tuple[tuple[int, ...], ...]
    wishes: int
    today: date


@dataclass(frozen=True, slots=True)
class LostView:
    weeks: int
    lines: tuple[LostLine, ...]
    amount: int
    wishes: int
    today: date
