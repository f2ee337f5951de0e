"""Who orders next: the ranking of `domain/rhythm.py` on real purchase histories, beside three references in the same run.

    python -m bench.rhythm [--data FILE] [--learn]

The histories are the CDNOW transactions (23,570 customers, January 1997 to June 1998), carried by the package `lifetimes`, which
also fits the BG/NBD reference. It is no dependency of the bot: run this from an environment of its own, with `pip install
--require-hashes -r requirements-bench.txt`. `--learn` prints the figures of `ActivitySettings` instead, learnt as it says there.
"""

import argparse
import importlib
import math
import statistics
import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from domain.rhythm import (
    Activity,
    ActivitySettings,
    RhythmSettings,
    find_activity,
    find_rhythm,
    order_chance,
    order_rate,
)

CUT_OFFS = tuple(date(1997, 5, 5) + timedelta(days=20 * number) for number in range(20))
HORIZONS = (28, 7)
SHARES = (0.01, 0.05)
# What is learnt from: the even customers at these. Their 28 days end before the eleventh cut-off, where «later» begins.
LEARNT_FROM = CUT_OFFS[:9]
LATER = slice(10, None)
OURS, REFERENCE = "domain/rhythm.py", "BG/NBD (lifetimes)"
HEAD = "".join(f"{name:>9}" for name in ("28d: 1 %", "5 %", "AUC", "7d: 1 %", "5 %", "AUC"))
STEPS = 30
History = tuple[date, ...]
Scores = Sequence[float]
Six = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Customer:
    """`days` are the days with orders, ascending."""

    number: int
    days: History

    def before(self, day: date) -> History:
        return self.days[: bisect_left(self.days, day)]

    def orders_within(self, day: date, count: int) -> bool:
        """Whether an order falls on `day` or on one of the `count - 1` days after it."""
        at = bisect_left(self.days, day)
        return at < len(self.days) and (self.days[at] - day).days < count


def read(path: Path) -> list[Customer]:
    """Lines «customer yyyymmdd …», one for each transaction, customers together or not; other lines are passed over."""
    days = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if len(fields) >= 2 and fields[0].isdigit():
            days[int(fields[0])].add(datetime.strptime(fields[1], "%Y%m%d").date())  # noqa: DTZ007 (a day)
    return [Customer(number, tuple(sorted(found))) for number, found in sorted(days.items())]


def find_file() -> Path:
    return Path(importlib.import_module("lifetimes").__file__ or "").parent / "datasets" / "CDNOW_master.txt"


def precision(ranked: Sequence[tuple[float, bool]], share: float) -> float:
    """Of the best `share`, the part that ordered; among equal scores at the edge, what a random choice would find."""
    room = wanted = round(len(ranked) * share)
    hits = 0.0
    for _, block in groupby(ranked, key=lambda one: one[0]):
        came = [ordered for _, ordered in block]
        taken = min(len(came), room)
        hits += sum(came) * taken / len(came)
        room -= taken
        if not room:
            break
    return hits / wanted


def auc(ranked: Sequence[tuple[float, bool]]) -> float:
    """How often a customer who ordered stands above one who did not; equal scores count half."""
    above = ordered = won = 0.0
    for _, block in groupby(ranked, key=lambda one: one[0]):
        came = [one for _, one in block]
        yes = sum(came)
        won += (len(came) - yes) * (ordered + yes / 2)
        ordered += yes
        above += len(came) - yes
    return won / (ordered * above)


def six(customers: Sequence[Customer], scores: Scores, day: date) -> Six:
    """For each horizon: precision in the top 1 %, in the top 5 %, AUC."""
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    found: list[float] = []
    for count in HORIZONS:
        ranked = [(scores[at], customers[at].orders_within(day, count)) for at in order]
        found += [*(precision(ranked, share) for share in SHARES), auc(ranked)]
    return tuple(found)


def most_recent(customers: Sequence[Customer], day: date) -> Scores:
    return [customer.before(day)[-1].toordinal() for customer in customers]


def most_frequent(customers: Sequence[Customer], day: date) -> Scores:
    return [len(customer.before(day)) for customer in customers]


def bg_nbd(customers: Sequence[Customer], day: date) -> Scores:
    """Expected orders in four weeks by a model fitted to everything before `day`."""
    fitter = importlib.import_module("lifetimes").BetaGeoFitter()
    known = [customer.before(day) for customer in customers]
    repeats = _array([len(days) - 1 for days in known])
    recency = _array([(days[-1] - days[0]).days for days in known])
    age = _array([(day - days[0]).days - 1 for days in known])
    fitter.fit(repeats, recency, age)
    return list(fitter.conditional_expected_number_of_purchases_up_to_time(28, repeats, recency, age))


def by_activity(settings: ActivitySettings) -> Callable[[Sequence[Customer], date], Scores]:
    def rank(customers: Sequence[Customer], day: date) -> Scores:
        found = [find_activity(customer.before(day), settings) for customer in customers]
        return [order_chance(one, day, 28, settings) if one else 0.0 for one in found]

    return rank


def learnt_before(customers: Sequence[Customer]) -> Callable[[Sequence[Customer], date], Scores]:
    """Ranks by weights learnt at each cut-off from orders made before it, those of all customers."""
    past = cache(lambda day: lessons(customers, day))

    def rank(of: Sequence[Customer], day: date) -> Scores:
        days = [day - timedelta(days=28 + 20 * back) for back in range(4)]
        return by_activity(learn([past(one) for one in days]))(of, day)

    return rank


def lessons(customers: Iterable[Customer], day: date) -> list[tuple[float, float, float, float]]:
    """(log of the recent count, log of the settled one, horizon, ordered) of each customer known by `day` and each horizon."""
    one = ActivitySettings(base_rate=1, recent_weight=1, settled_weight=0)
    other = replace(one, recent_weight=0, settled_weight=1)
    found = []
    for customer in customers:
        activity = find_activity(customer.before(day), one)
        if activity:
            recent, settled = (math.log(order_rate(activity, day, kind)) for kind in (one, other))
            found += [
                (recent, settled, float(count), float(customer.orders_within(day, count)))
                for count in HORIZONS
            ]
    return found


def learn(taught: Iterable[Sequence[tuple[float, float, float, float]]]) -> ActivitySettings:
    """Maximum likelihood of «ordered within so many days» under `order_chance`, by Fisher scoring."""
    np: Any = importlib.import_module("numpy")
    rows = np.concatenate([np.array(lesson) for lesson in taught if lesson])
    known = np.column_stack([np.ones(len(rows)), rows[:, 0], rows[:, 1]])
    exposure, ordered = np.log(rows[:, 2]), rows[:, 3]
    weights = np.array([-5.0, 0.0, 1.0])
    for _ in range(STEPS):
        mean = np.exp(np.clip(known @ weights + exposure, -30, 3))
        chance = np.clip(-np.expm1(-mean), 1e-12, 1 - 1e-12)
        slope = mean * np.exp(-mean)
        spread = chance * (1 - chance)
        step = np.linalg.solve(
            known.T @ (known * (slope**2 / spread)[:, None]), known.T @ (slope * (ordered - chance) / spread)
        )
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    base, recent, settled = (float(weight) for weight in weights)
    return ActivitySettings(base_rate=math.exp(base), recent_weight=recent, settled_weight=settled)


def _array(figures: Sequence[int]) -> Any:
    return importlib.import_module("numpy").array(figures, dtype=float)


def compare(title: str, rows: dict[str, list[Six]]) -> None:
    """Means over the cut-offs; below them how far ours stands above BG/NBD, with the standard error and the cut-offs won."""
    print(f"\n{title}\n{'':34}{HEAD}")
    for name, found in rows.items():
        print(
            f"{name:34}" + "".join(f"{statistics.fmean(column):9.4f}" for column in zip(*found, strict=True))
        )
    ahead = [
        [one - other for one, other in zip(ours, theirs, strict=True)]
        for ours, theirs in zip(rows[OURS], rows[REFERENCE], strict=True)
    ]
    columns = list(zip(*ahead, strict=True))
    print(f"{'ours less BG/NBD':34}" + "".join(f"{statistics.fmean(column):+9.4f}" for column in columns))
    errors = [statistics.stdev(column) / math.sqrt(len(column)) for column in columns]
    print(f"{'  standard error':34}" + "".join(f"{error:9.4f}" for error in errors))
    print(f"{'  cut-offs won':34}" + "".join(f"{sum(one > 0 for one in column):9}" for column in columns))


def compare_all(customers: Sequence[Customer]) -> None:
    rankings = {
        "most recent first": most_recent,
        "most frequent first": most_frequent,
        REFERENCE: bg_nbd,
        OURS: by_activity(ActivitySettings()),
        "  the same, learnt before each": learnt_before(customers),
    }
    odd = [at for at, customer in enumerate(customers) if customer.number % 2]
    held = [customers[at] for at in odd]
    everybody: dict[str, list[Six]] = defaultdict(list)
    unseen: dict[str, list[Six]] = defaultdict(list)
    for name, rank in rankings.items():
        for day in CUT_OFFS:
            scores = rank(customers, day)
            everybody[name].append(six(customers, scores, day))
            unseen[name].append(six(held, [scores[at] for at in odd], day))
    compare(f"all customers, {len(CUT_OFFS)} cut-offs", everybody)
    compare(f"the {len(held)} odd customers, of whom nothing was learnt, {len(CUT_OFFS)} cut-offs", unseen)
    later = {name: found[LATER] for name, found in everybody.items()}
    compare(f"all customers, {len(later[OURS])} cut-offs after all that was learnt from", later)


def print_calibration(customers: Sequence[Customer]) -> None:
    """Orders expected and come: what the chance is worth as a number, not as a rank."""
    settings = ActivitySettings()
    print()
    for count in HORIZONS:
        expected = came = 0.0
        for day in CUT_OFFS:
            for customer in customers:
                activity = find_activity(customer.before(day), settings)
                expected += order_chance(activity, day, count, settings) if activity else 0
                came += customer.orders_within(day, count)
        print(f"{count:2} days: customers expected to order / who did: {expected / came:.2f}")


def print_cost(customers: Sequence[Customer]) -> None:
    day, settings, rhythm = CUT_OFFS[-1], ActivitySettings(), RhythmSettings()
    known = [customer.before(day) for customer in customers]
    rows: list[Activity] = [found for days in known if (found := find_activity(days, settings))]
    jobs: dict[str, Callable[[], object]] = {
        "chance from the stored row": lambda: [order_chance(row, day, 7, settings) for row in rows],
        "activity from the order days": lambda: [find_activity(days, settings) for days in known],
        "rhythm from the order days": lambda: [find_rhythm(days, day, rhythm) for days in known],
    }
    print()
    for name, job in jobs.items():
        started = time.perf_counter()
        job()
        print(f"{name:34}{(time.perf_counter() - started) / len(known) * 1e6:6.1f} µs a client")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--data", type=Path)
    arguments.add_argument("--learn", action="store_true")
    chosen = arguments.parse_args()
    customers = read(chosen.data or find_file())
    print(f"{len(customers)} customers, {sum(len(one.days) for one in customers)} days with orders")
    if chosen.learn:
        even = [customer for customer in customers if customer.number % 2 == 0]
        print(learn(lessons(even, day) for day in LEARNT_FROM))
        return
    compare_all(customers)
    print_calibration(customers)
    print_cost(customers)


if __name__ == "__main__":
    main()
