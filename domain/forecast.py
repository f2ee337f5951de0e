"""What a month's sales will come to, and how far that may be wrong.

A month is its days at work, numbered from the first. `Shape` says which share of a month's sum usually stands after a share of its
days: from own months, the same month of last year more than the others, drawn to an even course while there are few. What is sold
so far, divided by that share, is the month; it is drawn to what recent months and last year's make likely, the more the less of
the month has passed. The range is what this very method would have missed by in the own months, each hidden in its turn.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Final

from domain.periods import add_months

# Chosen by `python -m bench.forecast --learn` on half of the series; another half is what the figures are told of.
LEVEL_WEIGHT: Final = 0.5
EVEN_WEIGHT: Final = 4.0
SAME_MONTH: Final = 2.0
RECENT: Final = 3
# Hidden months lack neighbours and mostly last year: they miss by more than what is asked will. So narrow a band of them holds eight in ten.
WIDTH: Final = 0.72
ALMOST: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Month:
    """A month that is over: `start` its first day, `sums` of each of its days at work in kopecks, never below zero.

    What was sold on other days belongs to the day at work before, at the beginning of the month to the first.
    """

    start: date
    sums: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.sums)

    def share(self, passed: float) -> float | None:
        """Of the month's sum after the share `passed` of its days, between days in proportion; None of an empty month."""
        total = self.total
        if not total or not self.sums:
            return None
        at = min(max(passed, 0.0), 1.0) * len(self.sums)
        whole = min(int(at + ALMOST), len(self.sums))
        done = float(sum(self.sums[:whole]))
        if whole < len(self.sums):
            done += self.sums[whole] * max(at - whole, 0.0)
        return done / total


@dataclass(frozen=True, slots=True)
class Forecast:
    """Kopecks at the end of the month. `low` and `high` hold eight months of ten; None both where history is too short.

    `months` are those that it was learnt from.
    """

    point: int
    low: int | None
    high: int | None
    months: int


def forecast(
    fact: int,
    passed: float,
    days: int,
    start: date,
    history: Sequence[Month],
    *,
    range_months: int,
) -> Forecast | None:
    """`fact` kopecks after the share `passed` of the month's `days` at work; None where nothing tells anything.

    After the last day it is the fact.
    """
    fact = max(fact, 0)
    past = [month for month in history if month.total > 0 and month.sums]
    if not past and not fact:
        return None
    if passed >= 1 - ALMOST or not days:
        return Forecast(fact, fact, fact, len(past))
    rest = _rest(fact, passed, days, start, past)
    if rest is None:
        return None
    point = fact + round(rest)
    errors = _errors(passed, past)
    if len(errors) < range_months:
        return Forecast(point, None, None, len(past))
    low, high = _bounds(errors)
    return Forecast(
        point,
        min(fact + math.floor(rest * low), point),
        max(fact + math.ceil(rest * high), point),
        len(past),
    )


def naive(fact: int, passed: float) -> int | None:
    """As if every day at work brought the same: what the forecast has to be better than."""
    return round(fact / passed) if passed > ALMOST else None


def _rest(fact: int, passed: float, days: int, start: date, past: Sequence[Month]) -> float | None:
    """What is still to come: of the month drawn from `fact` and from what is likely, the share that stands out."""
    share = _shape(passed, start, past)
    level = _level(days, start, past)
    if level is None:
        return fact / share * (1 - share) if share > ALMOST else None
    whole = (fact + LEVEL_WEIGHT * level) / (share + LEVEL_WEIGHT)
    return max(whole, 0.0) * (1 - share)


def _shape(passed: float, start: date, past: Sequence[Month]) -> float:
    """The share of the sum that usually stands by now, from 0 to 1."""
    total, weight = EVEN_WEIGHT * passed, EVEN_WEIGHT
    for month in past:
        share = month.share(passed)
        if share is None:
            continue
        own = SAME_MONTH if month.start.month == start.month else 1.0
        total += own * share
        weight += own
    return min(max(total / weight, 0.0), 1.0)


def _level(days: int, start: date, past: Sequence[Month]) -> float | None:
    """What a month of so many days usually comes to: by the last months, and by last year's same one as the trend has moved it."""
    by_start = {month.start: month for month in past}
    recent = _a_day([by_start.get(add_months(start, -back)) for back in range(1, RECENT + 1)])
    if recent is None:
        nearest = sorted(past, key=lambda month: abs((month.start - start).days))[:RECENT]
        recent = _a_day(nearest)
    if recent is None:
        return None
    last_year = by_start.get(add_months(start, -12))
    before = _a_day([by_start.get(add_months(start, -12 - back)) for back in range(1, RECENT + 1)])
    if last_year is not None and before:
        seasonal = last_year.total / len(last_year.sums) * recent / before
        return days * (recent + seasonal) / 2
    return days * recent


def _a_day(months: Sequence[Month | None]) -> float | None:
    """The mean of a day at work over these months; None where there is none of them."""
    known = [month for month in months if month is not None]
    days = sum(len(month.sums) for month in known)
    return sum(month.total for month in known) / days if days else None


def _errors(passed: float, past: Sequence[Month]) -> list[float]:
    """What came of the rest of each own month, by what this method would have said with that month hidden; ascending."""
    found = []
    for hidden in past:
        others = [month for month in past if month is not hidden]
        share = hidden.share(passed)
        if share is None or not others:
            continue
        fact = hidden.total * share
        said = _rest(round(fact), passed, len(hidden.sums), hidden.start, others)
        if said is not None and said > ALMOST:
            found.append((hidden.total - fact) / said)
    return sorted(found)


def _bounds(errors: Sequence[float]) -> tuple[float, float]:
    """The tenth and the ninetieth of a hundred, as if one more than known were still to come: fewer errors, a wider range.

    Beyond the largest known the spread goes on as it was, so a short history never sounds sure.
    """
    count = len(errors)
    tail = (1 - WIDTH) / 2
    return max(_quantile(errors, tail * (count + 1)), 0.0), _quantile(errors, (1 - tail) * (count + 1))


def _quantile(errors: Sequence[float], rank: float) -> float:
    """Of ascending values the one of `rank` from 1, in proportion between two and beyond the last by their mean distance."""
    count = len(errors)
    spread = (errors[-1] - errors[0]) / (count - 1)
    if rank < 1:
        return errors[0] - spread * (1 - rank)
    if rank > count:
        return errors[-1] + spread * (rank - count)
    whole = int(rank)
    value = errors[whole - 1]
    return value if whole == count else value + (errors[whole] - value) * (rank - whole)


def laid(start: date, working: Sequence[date], sums: Sequence[tuple[date, int]]) -> Month:
    """A month from the sums of its calendar days, ascending or not; a month that nobody worked has no days.

    Days below zero (what was taken back) lower what stood before them, never below zero.
    """
    if not working:
        return Month(start, ())
    days = sorted(working)
    at = [0] * len(days)
    for day, amount in sums:
        place = sum(one <= day for one in days) - 1
        at[max(place, 0)] += amount
    # A running total that may not fall keeps every share between 0 and 1.
    running = list(accumulate(at))
    ceiling = running[-1]
    kept, so_far = [], 0
    for value in running:
        reached = max(so_far, min(max(value, 0), max(ceiling, 0)))
        kept.append(reached - so_far)
        so_far = reached
    return Month(start, tuple(kept))
