"""What else to offer while an order is drafted: goods that are due, goods of similar clients; each with what speaks for it.

The figures below were chosen by `bench/advice.py` on real baskets.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import combinations, pairwise
from statistics import median
from typing import Final

from domain.basket import FEWEST_ORDERS, GIVEN_UP, NEARLY, Taken

PERIOD_DAYS: Final = 180
COUNTED_LINES: Final = 30
KEPT_HABITS: Final = 60
DECLINED_DAYS: Final = 30
FEWEST_CLIENTS: Final = 3
SHRINK: Final = 10
DAMP: Final = 0.2
LATE: Final = 1.3
SHOWN: Final = 6
# Of so many goods of a draft the best partners are read, so many of each.
GOODS_ASKED: Final = 12
PARTNERS: Final = 40


class AdviceKind(StrEnum):
    """What speaks for the goods."""

    ARRIVED = "arrived"
    OVERDUE = "overdue"
    USUAL = "usual"
    PROMOTION = "promotion"
    TOGETHER = "together"


SAID: Final = {
    AdviceKind.ARRIVED: 0,
    AdviceKind.OVERDUE: 1,
    AdviceKind.USUAL: 1,
    AdviceKind.PROMOTION: 2,
    AdviceKind.TOGETHER: 3,
}


@dataclass(frozen=True, slots=True)
class Habit:
    """Goods that the client has taken: in `orders` of its last `of` ones, its own median `gap` in days (None: taken on one day)."""

    product_id: int
    quantity: Decimal
    orders: int
    of: int
    gap: int | None
    last_day: date


@dataclass(frozen=True, slots=True)
class Pair:
    """In the last period `clients` took both in one order, `takers` took the product, `other_takers` the other one."""

    product_id: int
    other_id: int
    clients: int
    takers: int
    other_takers: int


@dataclass(frozen=True, slots=True)
class Advice:
    """`quantity` is the client's own, None where it has none; `days` since it was last taken, `every` so many it usually is.

    «From `takers` clients with `beside`, `clients` take it too.»
    """

    kind: AdviceKind
    product_id: int
    quantity: Decimal | None = None
    days: int = 0
    every: int = 0
    beside: int = 0
    takers: int = 0
    clients: int = 0


def period_of(day: date) -> int:
    """Clients are counted afresh in each."""
    return day.toordinal() // PERIOD_DAYS


def declined_until(day: date) -> date:
    """The first day on which it may be offered again."""
    return day + timedelta(days=DECLINED_DAYS)


def pairs_in(products: Iterable[int]) -> set[tuple[int, int]]:
    """Of one order, each with the smaller id first; of a longer order the first `COUNTED_LINES`."""
    first = list(dict.fromkeys(products))[:COUNTED_LINES]
    return set(combinations(sorted(first), 2))


def habits(taken: Iterable[Taken]) -> tuple[Habit, ...]:
    """Of the last orders, the most often taken first; `quantity` is the lower median, as in the usual basket."""
    by_product: dict[int, list[Taken]] = defaultdict(list)
    for line in taken:
        by_product[line.product_id].append(line)
    count = len({line.order_id for lines in by_product.values() for line in lines})
    found = [habit for lines in by_product.values() if (habit := _habit(lines, count)) is not None]
    return tuple(sorted(found, key=lambda one: (-one.orders, one.product_id))[:KEPT_HABITS])


def _habit(lines: list[Taken], count: int) -> Habit | None:
    """None where no day is known."""
    days = sorted({line.day for line in lines if line.day is not None})
    if not days:
        return None
    gaps = [(after - before).days for before, after in pairwise(days)]
    gap = max(1, round(median(gaps))) if len(days) >= FEWEST_ORDERS else None
    quantities = sorted(line.quantity for line in lines)
    middle = quantities[(len(quantities) - 1) // 2]
    orders = len({line.order_id for line in lines})
    return Habit(lines[0].product_id, middle, orders, count, gap, days[-1])


def due(known: Iterable[Habit], present: Collection[int], today: date) -> tuple[Advice, ...]:
    """Goods past their own rhythm, and usual ones that are nearly due; what most orders had stands first.

    Nothing that the draft has or that was given up.
    """
    found = []
    for habit in known:
        kind, days = _kind(habit, today), (today - habit.last_day).days
        if kind is not None and habit.product_id not in present:
            advice = Advice(kind, habit.product_id, habit.quantity, days, habit.gap or 0)
            found.append((habit.orders / max(habit.of, 1), advice))
    return tuple(advice for _, advice in sorted(found, key=lambda row: (-row[0], row[1].product_id)))


def _kind(habit: Habit, today: date) -> AdviceKind | None:
    days = (today - habit.last_day).days
    if habit.gap is None or days > habit.gap * GIVEN_UP:
        return None
    if days >= habit.gap * LATE:
        return AdviceKind.OVERDUE
    usual = 2 * habit.orders >= habit.of and days >= habit.gap * NEARLY
    return AdviceKind.USUAL if usual else None


def score(pair: Pair) -> float:
    """The share of the product's takers who take the other too, drawn to none while few are known, damped for what all take."""
    if pair.clients < FEWEST_CLIENTS:
        return 0.0
    return float(pair.clients / (pair.takers + SHRINK) / max(pair.other_takers, 1) ** DAMP)


def together(pairs: Iterable[Pair], present: Collection[int], most: int = SHOWN) -> tuple[Advice, ...]:
    """The best first; for each goods the one pair that speaks for it most, so that it can be said in a sentence."""
    best: dict[int, tuple[float, Pair]] = {}
    for pair in pairs:
        if pair.other_id in present:
            continue
        worth = score(pair)
        if worth > best.get(pair.other_id, (0.0, pair))[0]:
            best[pair.other_id] = (worth, pair)
    chosen = sorted(best.values(), key=lambda row: (-row[0], row[1].other_id))[:most]
    return tuple(
        Advice(
            AdviceKind.TOGETHER,
            pair.other_id,
            beside=pair.product_id,
            takers=pair.takers,
            clients=min(pair.clients, pair.takers),
        )
        for _, pair in chosen
    )


def listed(
    found: Iterable[Advice], present: Collection[int], declined: Collection[int], most: int = SHOWN
) -> tuple[Advice, ...]:
    """Each goods once; what is waited for first, then the client's own, then the new. Nothing that the draft has or was declined."""
    first: dict[int, Advice] = {}
    for advice in sorted(found, key=lambda one: SAID[one.kind]):
        if advice.product_id not in present and advice.product_id not in declined:
            first.setdefault(advice.product_id, advice)
    return tuple(first.values())[:most]
