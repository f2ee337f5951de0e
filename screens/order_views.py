"""An order as its screens see it: plain values, filled by the use cases."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from capture.settling import DoubtKind
from domain.credit import CreditReason, CreditVerdict
from domain.orders import OrderStatus, OrderStep, OrderTotals
from screens.standing import StandingView


class Action(StrEnum):
    """What the reader of an order's card may do with it now."""

    ACCEPT = "accept"
    ENTER = "enter"
    ASK = "ask"
    FILE = "file"
    REPEAT = "repeat"
    WITHDRAW = "withdraw"
    REPLY = "reply"
    EDIT = "edit"
    DECIDE = "decide"


@dataclass(frozen=True, slots=True)
class LineView:
    """Kopecks. `list_price` is today's, None where it does not matter; `gone` goods are off the price list."""

    product_id: int
    name: str
    quantity: Decimal
    unit: str
    price: int | None
    discount: Decimal
    amount: int
    pack_size: Decimal | None = None
    list_price: int | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class DoubtView:
    """A typed line that waits for an answer. `goods`: (product id, name) to choose from, or the one that is meant."""

    id: int
    kind: DoubtKind
    text: str
    goods: tuple[tuple[int, str], ...] = ()
    unit: str = ""
    pack_size: Decimal | None = None
    price: int | None = None


@dataclass(frozen=True, slots=True)
class DraftView:
    """`fallback` names the price columns that stand in for the client's own `column`; nobody vouches for who is `unchecked`."""

    id: int
    client_id: int
    client: str
    lines: tuple[LineView, ...]
    totals: OrderTotals
    delivery: date | None
    comment: str
    verdict: CreditVerdict
    doubts: tuple[DoubtView, ...]
    column: str
    fallback: tuple[str, ...]
    can_repeat: bool
    today: date
    unchecked: bool = False


@dataclass(frozen=True, slots=True)
class StepView:
    """`at` is local to the reader."""

    at: datetime
    step: OrderStep
    who: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class QuestionView:
    id: int
    asker: str
    question: str
    answer: str
    answered: bool


@dataclass(frozen=True, slots=True)
class OrderView:
    """`full` shows what sales support needs to enter the order; `hold` is why the lead was asked, `approved_by` who let it go.

    `prepaid` in kopecks has to come before it is shipped, and came on `paid_on`.
    """

    id: int
    client_id: int
    client: str
    legal_name: str
    tax_number: str
    address: str
    manager: str
    status: OrderStatus
    lines: tuple[LineView, ...]
    totals: OrderTotals
    delivery: date | None
    comment: str
    number: str
    accepted_by: str
    hold: tuple[CreditReason, ...]
    approved_by: str
    steps: tuple[StepView, ...]
    questions: tuple[QuestionView, ...]
    actions: frozenset[Action]
    full: bool
    today: date
    prepaid: int | None = None
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class RowView:
    """An order in a list; `minutes` since it was handed over (or begun)."""

    id: int
    client: str
    status: OrderStatus
    total: int
    number: str
    who: str
    minutes: int
    day: date | None


@dataclass(frozen=True, slots=True)
class StartView:
    """`drafts`: (order, client, total); `clients` and `found`: (client, name)."""

    drafts: tuple[tuple[int, str, int], ...]
    clients: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class GoodsView:
    """A product to choose; `price` in kopecks by the client's column, `in_order` what the draft has of it."""

    id: int
    name: str
    unit: str
    price: int | None
    pack_size: Decimal | None
    stock: Decimal | None
    in_order: Decimal | None
    group: str
    discount: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class ShelfView:
    """A page of a group; `product` names the group in buttons; `more` where another page follows."""

    order: int
    group: str
    product: int
    goods: tuple[GoodsView, ...]
    start: int
    more: bool


@dataclass(frozen=True, slots=True)
class Note:
    """What a typed message did to the draft, said above it; `key` of the words, facts as text."""

    key: str
    name: str
    before: Decimal | None = None
    after: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """What the lead decides by; kopecks. `turnover` of the last 90 days; `stopped_on` and `stop_why` of the stop list."""

    order: OrderView
    verdict: CreditVerdict
    client_class: str
    column: str
    turnover: int = 0
    stopped_on: date | None = None
    stop_why: str = ""
    standing: StandingView | None = None
