"""May this order be shipped on credit: limit, debt, overdue and the stop list, as a verdict with its facts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CreditLevel(StrEnum):
    """HOLD means that the lead decides; an order is never refused flatly."""

    OK = "ok"
    WARN = "warn"
    HOLD = "hold"


class CreditReason(StrEnum):
    """Why an order is held or warned of. DISCOUNT is never in a verdict: it is asked about beside credit, in one card."""

    STOPPED = "stopped"
    OVER_LIMIT = "over_limit"
    LONG_OVERDUE = "long_overdue"
    EXCEPTED = "excepted"
    OVERDUE = "overdue"
    NEAR_LIMIT = "near_limit"
    DISCOUNT = "discount"


@dataclass(frozen=True, slots=True)
class CreditSettings:
    """`hold_days` of overdue hold an order (the step of a stop candidate), `near_percent` of the limit warns."""

    hold_days: int = 10
    near_percent: int = 90
    dust: int = 10_000


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a client, in kopecks. `limit` None is no limit set; `pending` are orders not yet in the debt.

    `excepted_until`: the lead lets the overdue debt pass until that day.
    """

    limit: int | None = None
    debt: int = 0
    overdue: int = 0
    days_overdue: int = 0
    advances: int = 0
    pending: int = 0
    stopped: bool = False
    excepted_until: date | None = None


@dataclass(frozen=True, slots=True)
class CreditVerdict:
    """`reasons` from the gravest; `debt_after` is the debt with this order; `limit_left` before it, `over_by` after it."""

    level: CreditLevel
    reasons: tuple[CreditReason, ...]
    order: int
    debt_after: int
    limit: int | None
    limit_left: int | None
    over_by: int
    overdue: int
    days_overdue: int
    excepted_until: date | None = None


def check_credit(order: int, standing: Standing, settings: CreditSettings) -> CreditVerdict:
    """The verdict on an order of `order` kopecks. An advance pays for the order before it becomes debt."""
    before = standing.debt + standing.pending - standing.advances
    after = max(before + order, 0)
    limit = standing.limit
    over_by = 0 if limit is None else max(after - limit, 0)
    overdue = standing.overdue if standing.overdue >= settings.dust else 0
    long = overdue > 0 and standing.days_overdue >= settings.hold_days
    excepted = long and standing.excepted_until is not None
    held = {
        CreditReason.STOPPED: standing.stopped,
        CreditReason.OVER_LIMIT: over_by > 0,
        CreditReason.LONG_OVERDUE: long and not excepted,
    }
    warned = {
        CreditReason.EXCEPTED: excepted,
        CreditReason.OVERDUE: overdue > 0 and not long,
        CreditReason.NEAR_LIMIT: limit is not None
        and over_by == 0
        and after > 0
        and after * 100 >= limit * settings.near_percent,
    }
    reasons = tuple(reason for reason, so in {**held, **warned}.items() if so)
    level = CreditLevel.HOLD if any(held.values()) else CreditLevel.WARN if reasons else CreditLevel.OK
    return CreditVerdict(
        level=level,
        reasons=reasons,
        order=order,
        debt_after=after,
        limit=limit,
        limit_left=None if limit is None else max(limit - max(before, 0), 0),
        over_by=over_by,
        overdue=standing.overdue,
        days_overdue=standing.days_overdue,
        excepted_until=standing.excepted_until if excepted else None,
    )
