"""What else to offer while an order is drafted: goods that are due, goods of similar clients; each with what speaks for it.

The figures below were chosen by `bench/advice.py` on real baskets.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import combinations, pairwise
from operator import itemgetter
from statistics import median
from typing import Final

from domain.basket import FEWEST_ORDERS, Taken

PERIOD_DAYS: Final = 180
COUNTED_LINES: Final = 30
# Habits are taken from so many orders of the client, or from fewer where they are long.
LAST_ORDERS: Final = 40
LAST_LINES: Final = 1500
KEPT_HABITS: Final = 60
DECLINED_DAYS: Final = 30
FEWEST_CLIENTS: Final = 3
SHRINK: Final = 10
DAMP: Final = 0.2
# Only where nothing is known of the client: what all agree on are goods that a known one has or has refused.
VOICES: Final = 0.2
ALONE: Final = 0.08
UNTAKEN: Final = 0.3
FADING_DAYS: Final = 60
LATELY: Final = 0.3
LATE: Final = 1.3
SHOWN: Final = 6
# Of so many goods of a draft the best partners are read, so many of each.
GOODS_ASKED: Final = 16
PARTNERS: Final = 40


class AdviceKind(StrEnum):
    """What speaks for the goods."""

    ARRIVED = "arrived"
    OVERDUE = "overdue"
    USUAL = "usual"
    PROMOTION = "promotion"
    TOGETHER = "together"


KEPT_PLACE: Final = {AdviceKind.PROMOTION: 0, AdviceKind.TOGETHER: 1}


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

    It was in `orders` of the client's last `of` ones. «From `takers` clients with `beside`, `clients` take it too.»
    """

    kind: AdviceKind
    product_id: int
    quantity: Decimal | None = None
    days: int = 0
    every: int = 0
    orders: int = 0
    of: int = 0
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


def ranked(
    known: Iterable[Habit], pairs: Iterable[Pair], present: Collection[int], today: date
) -> tuple[Advice, ...]:
    """The own goods of the client and new ones, the likeliest first; nothing that the draft has or that was taken just now.

    What is likely is often taken, was taken not long ago, and is taken beside goods of the draft: the three are multiplied.
    """
    own = {habit.product_id: habit for habit in known if habit.gap is not None}
    of = max((habit.of for habit in own.values()), default=0)
    voices = _voices(pairs, present, 0 if own else VOICES)
    found = []
    for product in {*own, *voices} - set(present):
        habit, (beside, pair) = own.get(product), voices.get(product, (0.0, None))
        days = (today - habit.last_day).days if habit is not None else 0
        if habit is not None and days < (habit.gap or 0) * LATELY:
            continue
        taken = UNTAKEN + (habit.orders if habit is not None else 0)
        worth = taken / (of + SHRINK) * FADING_DAYS / (FADING_DAYS + days) * (beside + ALONE)
        found.append((-worth, product, habit, pair))
    return tuple(_said(habit, pair, today) for _, _, habit, pair in sorted(found, key=itemgetter(0, 1)))


def _said(habit: Habit | None, pair: Pair | None, today: date) -> Advice:
    """The own habit speaks louder than similar clients."""
    if habit is None:
        assert pair is not None
        clients = min(pair.clients, pair.takers)
        return Advice(
            AdviceKind.TOGETHER, pair.other_id, beside=pair.product_id, takers=pair.takers, clients=clients
        )
    days, gap = (today - habit.last_day).days, habit.gap or 0
    kind = AdviceKind.OVERDUE if days >= gap * LATE else AdviceKind.USUAL
    return Advice(kind, habit.product_id, habit.quantity, days, gap, habit.orders, habit.of)


def score(pair: Pair) -> float:
    """The share of the product's takers who take the other too, drawn to none while few are known, damped for what all take."""
    if pair.clients < FEWEST_CLIENTS:
        return 0.0
    return float(pair.clients / (pair.takers + SHRINK) / max(pair.other_takers, 1) ** DAMP)


def _voices(pairs: Iterable[Pair], present: Collection[int], agreed: float) -> dict[int, tuple[float, Pair]]:
    """For each goods the one pair that says most, so that it can be said in a sentence; `agreed`: how much those beside it add."""
    best: dict[int, tuple[float, Pair]] = {}
    agree: Counter[int] = Counter()
    for pair in pairs:
        worth = score(pair) if pair.other_id not in present else 0.0
        if worth:
            agree[pair.other_id] += 1
            if worth > best.get(pair.other_id, (0.0, pair))[0]:
                best[pair.other_id] = worth, pair
    return {
        product: (float(worth * agree[product] ** agreed), pair) for product, (worth, pair) in best.items()
    }


def listed(
    found: Iterable[Advice], present: Collection[int], declined: Collection[int]
) -> tuple[Advice, ...]:
    """Each goods once, by the first that speaks for it. Nothing that the draft has or was declined."""
    first: dict[int, Advice] = {}
    for advice in found:
        if advice.product_id not in present and advice.product_id not in declined:
            first.setdefault(advice.product_id, advice)
    return tuple(first.values())


def placed(found: Sequence[Advice], most: int = SHOWN) -> tuple[Advice, ...]:
    """The first ones; the last place is kept for a promotion, else for goods that are new to the client."""
    first, rest = found[: most - 1], found[most - 1 :]
    return (*first, *sorted(rest, key=lambda one: KEPT_PLACE.get(one.kind, len(KEPT_PLACE)))[:1])
