"""Orders: lines and totals in kopecks, price columns, and the statuses an order passes through."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.errors import InvalidOrderLineError, OrderTransitionError

HUNDRED: Final = Decimal(100)
ONE: Final = Decimal(1)
MAX_QUANTITY: Final = Decimal(1_000_000)


class OrderStatus(StrEnum):
    DRAFT = "draft"
    ON_APPROVAL = "on_approval"
    HANDED_OVER = "handed_over"
    ACCEPTED = "accepted"
    ENTERED = "entered"
    QUESTION = "question"
    CLOSED = "closed"
    REFUSED = "refused"


class OrderStep(StrEnum):
    """What somebody did with an order, as its history keeps it."""

    HELD = "held"
    APPROVED = "approved"
    DECLINED = "declined"
    PREPAID = "prepaid"
    HANDED_OVER = "handed_over"
    ACCEPTED = "accepted"
    ENTERED = "entered"
    WITHDRAWN = "withdrawn"


_S = OrderStatus
TRANSITIONS: Final[Mapping[OrderStatus, frozenset[OrderStatus]]] = MappingProxyType(
    {
        _S.DRAFT: frozenset({_S.ON_APPROVAL, _S.HANDED_OVER, _S.REFUSED}),
        _S.ON_APPROVAL: frozenset({_S.HANDED_OVER, _S.DRAFT, _S.REFUSED}),
        _S.HANDED_OVER: frozenset({_S.ACCEPTED, _S.ENTERED, _S.QUESTION, _S.DRAFT, _S.REFUSED}),
        _S.ACCEPTED: frozenset({_S.ENTERED, _S.QUESTION, _S.REFUSED}),
        _S.QUESTION: frozenset({_S.HANDED_OVER, _S.ACCEPTED, _S.ENTERED, _S.DRAFT, _S.REFUSED}),
        _S.ENTERED: frozenset({_S.QUESTION, _S.CLOSED, _S.REFUSED}),
        _S.CLOSED: frozenset(),
        _S.REFUSED: frozenset(),
    }
)


def can_become(status: OrderStatus, wanted: OrderStatus) -> bool:
    return wanted in TRANSITIONS[status]


def check_transition(status: OrderStatus, wanted: OrderStatus) -> None:
    """Raises OrderTransitionError with both statuses as facts."""
    if not can_become(status, wanted):
        raise OrderTransitionError(status=status, wanted=wanted)


@dataclass(frozen=True, slots=True)
class OrderLine:
    """`price` in kopecks for one `unit`; `discount` in percent. `product_id` is None for a line typed as text.

    `price` is None where no price is known: the line then costs nothing in totals and is counted as unpriced.
    """

    product_id: int | None
    name: str
    quantity: Decimal
    unit: str = "pcs"
    price: int | None = None
    discount: Decimal = Decimal(0)

    @property
    def gross(self) -> int:
        """Kopecks before the discount, rounded half up."""
        return 0 if self.price is None else round_half_up(self.quantity * self.price)

    @property
    def amount(self) -> int:
        """Kopecks to pay, rounded half up once, from the exact product."""
        if self.price is None:
            return 0
        return round_half_up(self.quantity * self.price * (HUNDRED - self.discount) / HUNDRED)


@dataclass(frozen=True, slots=True)
class OrderTotals:
    """Sums of the rounded lines, so that they agree with the printed form: `amount` = `gross` - `discount`."""

    lines: int
    gross: int
    discount: int
    amount: int
    unpriced: int


@dataclass(frozen=True, slots=True)
class Price:
    """A price in kopecks and the column it comes from; `fallback` when it is not the client's own column."""

    column: str
    amount: int
    fallback: bool = False


def round_half_up(value: Decimal) -> int:
    """Kopecks, the half away from zero, as on an invoice."""
    return int(value.quantize(ONE, ROUND_HALF_UP))


def check_line(line: OrderLine) -> None:
    """Raises InvalidOrderLineError for a quantity out of (0, 1 000 000], a negative price, a discount out of [0, 100]."""
    if not line.quantity.is_finite() or not 0 < line.quantity <= MAX_QUANTITY:
        raise InvalidOrderLineError(field="quantity", value=line.quantity)
    if line.price is not None and line.price < 0:
        raise InvalidOrderLineError(field="price", value=line.price)
    if not line.discount.is_finite() or not 0 <= line.discount <= HUNDRED:
        raise InvalidOrderLineError(field="discount", value=line.discount)


def totals(lines: Iterable[OrderLine]) -> OrderTotals:
    """Rounded line by line: the sum of what is printed is what is asked to be paid."""
    every = list(lines)
    gross = sum(line.gross for line in every)
    amount = sum(line.amount for line in every)
    return OrderTotals(len(every), gross, gross - amount, amount, sum(line.price is None for line in every))


def merge(lines: Iterable[OrderLine]) -> list[OrderLine]:
    """The same goods on the same terms become one line with the sum of quantities; the order of first mention is kept."""
    merged: dict[tuple[object, ...], OrderLine] = {}
    for line in lines:
        what = line.name.casefold().strip() if line.product_id is None else line.product_id
        key = (what, line.unit, line.price, line.discount)
        known = merged.get(key)
        merged[key] = line if known is None else replace(known, quantity=known.quantity + line.quantity)
    return list(merged.values())


def find_price(prices: Mapping[str, int], column: str | None, fallbacks: Sequence[str] = ()) -> Price | None:
    """The price of the client's column, else of the first fallback column that has one; None where there is none."""
    if column is not None and column in prices:
        return Price(column, prices[column])
    for name in fallbacks:
        if name in prices:
            return Price(name, prices[name], fallback=True)
    return None
