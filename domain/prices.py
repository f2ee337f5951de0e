"""What a line costs: discounts by rule, VAT, and how far a manager may go alone.

Of several rules that fit a line the largest percent counts, and only that one: discounts are never added up, so that nobody is
given more than somebody has promised. Equal ones: the older. What is typed by hand replaces a rule, and is held against the limit.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from domain.actors import Role
from domain.errors import ProzvonError
from domain.units import Unit, factor

HUNDRED: Final = Decimal(100)
NOTHING: Final = Decimal(0)
HALF: Final = Decimal("0.5")
ONE: Final = Decimal(1)
MOST_OFFERS: Final = 4
MOST_RULES: Final = 200


class VatMode(StrEnum):
    """Whether prices have VAT in them, get it on top, or the company pays none."""

    INCLUDED = "included"
    ON_TOP = "on_top"
    NONE = "none"


class Silence(StrEnum):
    """What no answer of the lead does in time: the draft goes back, it goes on with the manager's own discount, or it waits on."""

    SEND_BACK = "send_back"
    ALLOW_OWN_LIMIT = "allow_own_limit"
    HOLD = "hold"


class RuleKind(StrEnum):
    """By what a rule is known: a client's own terms, a quantity or a sum, else a promotion for a time."""

    SCHEME = "scheme"
    VOLUME = "volume"
    PROMO = "promo"


class RuleError(ProzvonError):
    """What was typed is no rule of a discount; facts: field (percent, goods, client, promotion, over, dates, many), text."""

    code = "discount-rule"


class CounterError(ProzvonError):
    """A counter-offer outside of what may be offered; facts: least, most (percent), text."""

    code = "counter-offer"


@dataclass(frozen=True, slots=True)
class PriceSettings:
    """Percents; `vat_rate` of goods that name none.

    A lead is asked for `answer_minutes` of working hours, reminded `nudge_minutes` before their end; then `silence` decides.
    """

    manager_discount: int = 5
    lead_discount: int = 20
    vat: VatMode = VatMode.INCLUDED
    vat_rate: int = 22
    answer_minutes: int = 60
    nudge_minutes: int = 15
    silence: Silence = Silence.SEND_BACK

    def __post_init__(self) -> None:
        for name in ("manager_discount", "lead_discount", "vat_rate"):
            if not 0 <= getattr(self, name) <= HUNDRED:
                raise ValueError(f"{name} is a percent, from 0 to 100")
        if not 0 <= self.nudge_minutes < self.answer_minutes:
            raise ValueError("nudge_minutes come before answer_minutes are over")

    def limit_of(self, role: Role) -> Decimal:
        """The largest discount, in percent, that somebody of this role gives alone."""
        if role is Role.OWNER:
            return HUNDRED
        return Decimal(self.lead_discount if role is Role.LEAD else self.manager_discount)


@dataclass(frozen=True, slots=True)
class DiscountRule:
    """`percent` for goods and clients that it names; what it does not name is any.

    `quantity` of the goods in `unit` (their own units where that is None), or `amount` kopecks of the whole order before discounts,
    have to be reached; first and last day are both included. A rule of a promotion ends with it.
    """

    id: int
    percent: Decimal
    products: tuple[int, ...] = ()
    group: str | None = None
    client_id: int | None = None
    client_class: str | None = None
    column: str | None = None
    quantity: Decimal | None = None
    unit: Unit | None = None
    amount: int | None = None
    starts: date | None = None
    ends: date | None = None
    promotion_id: int | None = None
    team_id: int | None = None

    @property
    def kind(self) -> RuleKind:
        if self.client_id is not None or self.client_class or self.column is not None:
            return RuleKind.SCHEME
        if self.quantity is not None or self.amount is not None:
            return RuleKind.VOLUME
        return RuleKind.PROMO

    def is_on(self, today: date) -> bool:
        return (self.starts is None or self.starts <= today) and (self.ends is None or today <= self.ends)


@dataclass(frozen=True, slots=True)
class Buyer:
    """What of a client a rule may name."""

    id: int
    client_class: str
    column: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A line as the rules see it: `quantity` in the goods' own `unit`, `gross` kopecks before discounts."""

    product_id: int
    group: str
    quantity: Decimal
    gross: int
    unit: str = "pcs"
    pack_size: Decimal | None = None
    units: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """A line with a discount typed: kopecks of one unit by the list and as asked, and the percent that may be given alone."""

    product_id: int
    listed: int
    price: int
    allowed: Decimal

    @property
    def percent(self) -> Decimal:
        """What is asked, against the list; to a tenth, up."""
        return percent_off(self.listed, self.price)

    @property
    def is_beyond(self) -> bool:
        """In kopecks of one unit: a price that rounding alone put below the limit is within it."""
        return self.price < price_off(self.listed, self.allowed)


def check_percent(percent: Decimal) -> Decimal:
    """Raises `RuleError` outside (0, 100)."""
    if not percent.is_finite() or not 0 < percent < HUNDRED:
        raise RuleError(field="percent", text=str(percent))
    return percent


def best_rules(
    rules: Iterable[DiscountRule], buyer: Buyer, lines: Sequence[Counted]
) -> dict[int, DiscountRule]:
    """Of rules that are on, the one that counts for each product that has one. No order of rules or lines makes a difference."""
    amount = sum(line.gross for line in lines)
    fit = [rule for rule in rules if _is_for(rule, buyer) and (rule.amount is None or amount >= rule.amount)]
    found: dict[int, DiscountRule] = {}
    for rule in sorted(fit, key=lambda one: (-one.percent, one.id)):
        named = [line for line in lines if _names(rule, line)]
        if rule.quantity is None or _count(rule, named) >= rule.quantity:
            for line in named:
                found.setdefault(line.product_id, rule)
    return found


def _is_for(rule: DiscountRule, buyer: Buyer) -> bool:
    return (
        rule.client_id in {None, buyer.id}
        and rule.client_class in {None, buyer.client_class}
        and rule.column in {None, buyer.column}
    )


def _names(rule: DiscountRule, line: Counted) -> bool:
    return (not rule.products or line.product_id in rule.products) and rule.group in {None, line.group}


def _count(rule: DiscountRule, lines: Sequence[Counted]) -> Decimal:
    """Goods that are not told of in the rule's unit do not count toward it."""
    total = NOTHING
    for line in lines:
        each = ONE if rule.unit is None else factor(rule.unit, line.unit, line.pack_size, line.units)
        total += line.quantity / each if each else NOTHING
    return total


def price_off(price: int, percent: Decimal) -> int:
    """Kopecks of one unit, the half up."""
    return int((price * (HUNDRED - percent) / HUNDRED).quantize(ONE, ROUND_HALF_UP))


def percent_off(listed: int, price: int) -> Decimal:
    """How much lower than the list, in percent to a tenth; 0 where it is not lower."""
    if listed <= 0 or price >= listed:
        return NOTHING
    return (HUNDRED * (listed - price) / listed).quantize(Decimal("0.1"), ROUND_HALF_UP)


def bounded(asked: Asked, percent: Decimal) -> int:
    """The price of one unit for a counter-offer of `percent`: never below what was asked, never above what the limit gives."""
    return min(max(price_off(asked.listed, percent), asked.price), price_off(asked.listed, asked.allowed))


def offers(asked: Sequence[Asked]) -> tuple[Decimal, ...]:
    """Percents to choose a counter-offer from: the limit first, then whole or half steps below what was asked."""
    if not asked:
        return ()
    least, most = min(one.allowed for one in asked), max(one.percent for one in asked)
    step = max(HALF, ((most - least) / MOST_OFFERS / HALF).quantize(ONE, ROUND_HALF_UP) * HALF)
    if step > ONE:
        step = step.quantize(ONE, ROUND_HALF_UP)
    found = [least]
    while len(found) < MOST_OFFERS and found[-1] + step < most:
        found.append(found[-1] + step)
    return tuple(found)


def check_counter(asked: Sequence[Asked], percent: Decimal) -> Decimal:
    """Raises `CounterError` for a percent that is more than was asked, or less than the manager may give alone."""
    least, most = min(one.allowed for one in asked), max(one.percent for one in asked)
    if not percent.is_finite() or not least <= percent <= most:
        raise CounterError(least=least, most=most, text=str(percent))
    return percent


def margin(amount: int, cost: int) -> Decimal | None:
    """Percent of the price that is left over the cost, to a tenth; None without a price."""
    if amount <= 0:
        return None
    return (HUNDRED * (amount - cost) / amount).quantize(Decimal("0.1"), ROUND_HALF_UP)


def within(rule: DiscountRule, today: date) -> DiscountRule:
    """The rule, where its days and its percent make sense. Raises `RuleError`."""
    check_percent(rule.percent)
    starts = rule.starts or today
    if rule.ends is not None and (rule.ends < today or rule.ends < starts):
        raise RuleError(field="dates", text="")
    return replace(rule, starts=starts)
