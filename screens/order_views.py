"""An order as its screens see it: plain values, filled by the use cases."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from capture.settling import DoubtKind
from domain.credit import CreditReason, CreditVerdict
from domain.order_changes import Difference
from domain.orders import OrderStatus, OrderStep, OrderTotals
from domain.prices import DiscountRule
from screens.advice_views import AdviceView
from screens.approval_views import BeyondView, QuestionOfOrder
from screens.check_views import CheckLine
from screens.order_terms_views import TermsView
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
    PICK = "pick"
    SHIP = "ship"
    CLOSE = "close"
    SHORT = "short"
    AGREE = "agree"
    MORE = "more"
    CHANGE = "change"
    SEE = "see"


@dataclass(frozen=True, slots=True)
class LineView:
    """Kopecks. `list_price` is today's, None where it does not matter; `gone` goods are off the price list.

    `packs`: (unit, own units in one) of everything that holds several, the largest first. `short` is what sales support has of
    it, `shipped` what left; of a draft `missing` is what the stock lacks.
    """

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
    comment: str = ""
    packs: tuple[tuple[str, Decimal], ...] = ()
    min_quantity: Decimal | None = None
    multiple: Decimal | None = None
    stock: Decimal | None = None
    rule: DiscountRule | None = None
    vat_rate: int | None = None
    short: Decimal | None = None
    shipped: Decimal | None = None
    missing: Decimal = Decimal(0)


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
class Carried:
    """What a draft had before something new came to it: begun on `day`, `amount` in kopecks, `asked` the texts of open questions."""

    day: date
    lines: int
    amount: int
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftView:
    """`carried` is said where what it has may be another order. `fallback` names the price columns that stand in for the client's own `column`; nobody vouches for who is `unchecked`.

    `lines` are a page of the order, `start` the place of its first; `papers` are attached, `cards` asked of accounting.
    """

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
    start: int = 0
    terms: TermsView = field(default_factory=TermsView)
    papers: int = 0
    beyond: tuple[BeyondView, ...] = ()
    promise_due: date | None = None
    promise_broken: date | None = None
    advice: tuple[AdviceView, ...] = ()
    cards: int = 0
    carried: Carried | None = None


@dataclass(frozen=True, slots=True)
class LineCard:
    """One line of a draft, `number` as it stands there."""

    order: int
    number: int
    line: LineView


@dataclass(frozen=True, slots=True)
class MoreView:
    """What a draft's second screen offers. `drafts`: how many the manager has for this client."""

    order: int
    client_id: int
    client: str
    lines: int
    can_repeat: bool
    papers: int
    drafts: int


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft in a list; `total` in kopecks, begun on `day`."""

    id: int
    client: str
    total: int
    day: date
    empty: bool = False


@dataclass(frozen=True, slots=True)
class DraftsView:
    """A page of the manager's drafts from `start`; `more` where another follows."""

    drafts: tuple[DraftRow, ...]
    start: int
    more: bool
    today: date


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

    `prepaid` in kopecks has to come before it is shipped, and came on `paid_on`. `by_desk` and `by_manager` are lines that one
    side changed and the other has not seen; `shipped` in kopecks is what has left. `lines` are a page of the order, `start` the
    place of its first; `papers` are attached.
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
    asked: QuestionOfOrder | None = None
    by_desk: tuple[Difference, ...] = ()
    by_manager: tuple[Difference, ...] = ()
    shipped: int | None = None
    checks: tuple[CheckLine, ...] = ()
    start: int = 0
    terms: TermsView = field(default_factory=TermsView)
    papers: int = 0


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
    """`drafts` are the newest of `count`; `clients`: (client, name)."""

    drafts: tuple[DraftRow, ...]
    count: int
    clients: tuple[tuple[int, str], ...]
    today: date


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
    packs: tuple[tuple[str, Decimal], ...] = ()
    min_quantity: Decimal | None = None
    multiple: Decimal | None = None


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
class Typed:
    """A line that was typed into a draft: `said` in own units, on top of what was there if `more`.

    `before`, `price` and `discount` (None: by the rules) are what the draft had of it; `text` is as written.
    """

    product: int
    text: str
    said: Decimal
    more: bool = False
    before: Decimal | None = None
    price: int | None = None
    discount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What a typed message did to the draft, said above it; `key` of the words, facts as text."""

    key: str
    name: str
    before: Decimal | None = None
    after: Decimal | None = None
    unit: str = ""
    typed: Typed | None = None


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
