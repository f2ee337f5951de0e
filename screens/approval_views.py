"""What the lead is asked about an order, as screens see it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from domain.approvals import Answer, ApprovalState
from domain.prices import Silence


@dataclass(frozen=True, slots=True)
class BeyondView:
    """A line of a draft beyond what its manager gives alone: percents against the list."""

    name: str
    percent: Decimal
    allowed: Decimal


@dataclass(frozen=True, slots=True)
class AskedView:
    """A line that is asked about; kopecks of one unit: by the list, as asked, as the lead offers instead.

    `number` as it stands in the order; `margin` in percent, None where the cost is not known.
    """

    product_id: int
    number: int
    name: str
    quantity: Decimal
    unit: str
    listed: int
    price: int
    percent: Decimal
    allowed: Decimal
    offered: int | None = None
    offered_percent: Decimal = Decimal(0)
    margin: Decimal | None = None


@dataclass(frozen=True, slots=True)
class QuestionOfOrder:
    """`due` is local to the reader. `margin` of `costed` lines whose cost is known, of `lines` in all.

    `after` is what silence does; `offers`: percents for a counter-offer, `least` to `most` of what may be typed; `total` with the counter-offer, kopecks.
    """

    id: int
    state: ApprovalState
    on_credit: bool
    prepaid: bool
    credit: Answer | None
    price: Answer | None
    asked: tuple[AskedView, ...]
    due: datetime
    decided_by: str = ""
    margin: Decimal | None = None
    costed: int = 0
    lines: int = 0
    offers: tuple[Decimal, ...] = ()
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(0)
    total: int = 0
    promise_due: date | None = None
    promise_broken: date | None = None
    may_answer: bool = False
    own: bool = False
    after: Silence = Silence.SEND_BACK
    awaited: tuple[str, ...] = ()
