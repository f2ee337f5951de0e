"""Orders: lines and totals in kopecks, price columns, and the statuses an order passes through."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.errors import InvalidOrderLineError, OrderTransitionError
from domain.prices import VatMode

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
    PICKED = "picked"
    SHIPPED_PART = "shipped_part"
    SHIPPED = "shipped"
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
    SILENT = "silent"
    COUNTERED = "countered"
    OFFER_TAKEN = "offer_taken"
    SHORT = "short"
    CHANGED = "changed"
    AGREED = "agreed"
    PICKED = "picked"
    SHIPPED_PART = "shipped_part"
    SHIPPED = "shipped"
    CLOSED = "closed"
    REFUSED = "refused"
    UNDONE = "undone"


class RefusalCause(StrEnum):
    """Why sales support refuses an order; anything else is typed."""

    NO_GOODS = "no_goods"
    CLIENT = "client"
    UNPAID = "unpaid"
    TWICE = "twice"


_S = OrderStatus
TRANSITIONS: Final[Mapping[OrderStatus, frozenset[OrderStatus]]] = MappingProxyType(
    {
        _S.DRAFT: frozenset({_S.ON_APPROVAL, _S.HANDED_OVER, _S.REFUSED}),
        _S.ON_APPROVAL: frozenset({_S.HANDED_OVER, _S.DRAFT, _S.REFUSED}),
        _S.HANDED_OVER: frozenset({_S.ACCEPTED, _S.ENTERED, _S.QUESTION, _S.DRAFT, _S.REFUSED}),
        _S.ACCEPTED: frozenset({_S.ENTERED, _S.QUESTION, _S.REFUSED}),
        _S.QUESTION: frozenset({_S.HANDED_OVER, _S.ACCEPTED, _S.ENTERED, _S.PICKED, _S.DRAFT, _S.REFUSED}),
        _S.ENTERED: frozenset({_S.QUESTION, _S.PICKED, _S.SHIPPED_PART, _S.SHIPPED, _S.CLOSED, _S.REFUSED}),
        _S.PICKED: frozenset({_S.QUESTION, _S.SHIPPED_PART, _S.SHIPPED, _S.REFUSED}),
        _S.SHIPPED_PART: frozenset({_S.SHIPPED, _S.CLOSED}),
        _S.SHIPPED: frozenset({_S.CLOSED}),
        _S.CLOSED: frozenset(),
        _S.REFUSED: frozenset(),
    }
)
# In the hands of sales support: something is still to be done there.
AT_DESK: Final = frozenset({_S.HANDED_OVER, _S.ACCEPTED, _S.QUESTION, _S.ENTERED, _S.PICKED, _S.SHIPPED_PART})
# The manager may still change a line; once it is picked, the goods stand in boxes.
CHANGEABLE: Final = frozenset({_S.HANDED_OVER, _S.ACCEPTED, _S.QUESTION, _S.ENTERED})


def can_become(status: OrderStatus, wanted: OrderStatus) -> bool:
    return wanted in TRANSITIONS[status]


def check_transition(status: OrderStatus, wanted: OrderStatus) -> None:
    """Raises OrderTransitionError with both statuses as facts."""
    if not can_become(status, wanted):
        raise OrderTransitionError(status=status, wanted=wanted)


@dataclass(frozen=True, slots=True)
class OrderLine:
    """`price` in kopecks for one `unit`; `discount` in percent. `product_id` is None for a line typed as text.

    `price` is None where no price is known: the line then costs nothing in totals and is counted as unpriced. `vat_rate` in
    percent; None: no VAT is told of.
    """

    product_id: int | None
    name: str
    quantity: Decimal
    unit: str = "pcs"
    price: int | None = None
    discount: Decimal = Decimal(0)
    vat_rate: int | None = None

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

    def vat(self, mode: VatMode) -> int:
        """Kopecks of VAT, from the rounded sum of the line, as the accounting system reckons it: in that sum, or on top of it."""
        return vat_of(self.amount, self.vat_rate, mode)


@dataclass(frozen=True, slots=True)
class VatSum:
    """Lines of one rate: `base` is the sum without VAT."""

    rate: int
    base: int
    vat: int


@dataclass(frozen=True, slots=True)
class OrderTotals:
    """Sums of the rounded lines, so that they agree with the printed form.

    `amount` is to be paid: `gross` - `discount`, and `vat` where it comes on top. `vats` from the highest rate.
    """

    lines: int
    gross: int
    discount: int
    amount: int
    unpriced: int
    vats: tuple[VatSum, ...] = ()
    on_top: bool = False

    @property
    def vat(self) -> int:
        return sum(one.vat for one in self.vats)

    @property
    def net(self) -> int:
        """Without VAT."""
        return self.amount - self.vat


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


def vat_of(amount: int, rate: int | None, mode: VatMode) -> int:
    """Kopecks, the half up, of a line of `amount` kopecks."""
    if not rate or mode is VatMode.NONE:
        return 0
    whole = 100 if mode is VatMode.ON_TOP else 100 + rate
    return (2 * amount * rate + whole) // (2 * whole)


def totals(lines: Iterable[OrderLine], mode: VatMode = VatMode.INCLUDED) -> OrderTotals:
    """Rounded line by line: the sum of what is printed is what is asked to be paid."""
    every = list(lines)
    gross = sum(line.gross for line in every)
    amount = sum(line.amount for line in every)
    unpriced = sum(line.price is None for line in every)
    vats = vat_sums(((line.amount, line.vat_rate) for line in every), mode)
    return with_vat(OrderTotals(len(every), gross, gross - amount, amount, unpriced), vats, mode)


def with_vat(sums: OrderTotals, vats: tuple[VatSum, ...], mode: VatMode) -> OrderTotals:
    """`sums` of the lines, with their VAT told or put on top."""
    if not vats:
        return sums
    on_top = mode is VatMode.ON_TOP
    extra = sum(one.vat for one in vats) if on_top else 0
    return replace(sums, amount=sums.amount + extra, vats=vats, on_top=on_top)


def vat_sums(lines: Iterable[tuple[int, int | None]], mode: VatMode) -> tuple[VatSum, ...]:
    """By rate, of lines as (kopecks, rate): the VAT of each line is rounded by itself."""
    if mode is VatMode.NONE:
        return ()
    found: dict[int, tuple[int, int]] = {}
    for amount, rate in lines:
        if rate is not None:
            base, vat = found.get(rate, (0, 0))
            own = vat_of(amount, rate, mode)
            found[rate] = base + amount - (own if mode is VatMode.INCLUDED else 0), vat + own
    return tuple(VatSum(rate, *found[rate]) for rate in sorted(found, reverse=True))


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
