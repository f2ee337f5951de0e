"""How a client stands in money, from facts alone: what is not known is not spoken of.

The level is the worst that any one figure says; below `least_facts` figures there is none.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from statistics import median

from domain.ledger import Entry, EntryKind, Statement


class StandingLevel(StrEnum):
    UNKNOWN = "unknown"
    RELIABLE = "reliable"
    WATCH = "watch"
    RISKY = "risky"


@dataclass(frozen=True, slots=True)
class StandingLimits:
    """From where a figure speaks against the client; None: it does not.

    `delay` days past the term, `overdue` percent of the debt, less than `word` percent of promises kept, `used` percent of
    the limit, purchases that fell by `fall` percent.
    """

    delay: int | None = None
    overdue: int | None = None
    word: int | None = None
    used: int | None = None
    fall: int | None = None


@dataclass(frozen=True, slots=True)
class StandingSettings:
    """`paid` documents at most and `least_paid` at least of `ledger_days` make a median.

    Growth is that of `growth_days` against as many before. Below `least_promises` the word does not count for the level.
    """

    least_facts: int = 3
    paid: int = 24
    least_paid: int = 3
    ledger_days: int = 365
    growth_days: int = 90
    least_promises: int = 3
    watch: StandingLimits = field(default_factory=lambda: StandingLimits(8, 20, 80, 90, 30))
    risky: StandingLimits = field(default_factory=lambda: StandingLimits(30, 50, 50, 120, None))


@dataclass(frozen=True, slots=True)
class Figures:
    """What is known; None where it is not. `delay` in days, negative before the term; the others but `kept` in percent."""

    delay: int | None = None
    kept: tuple[int, int] | None = None
    overdue: int | None = None
    growth: int | None = None
    used: int | None = None

    @property
    def count(self) -> int:
        known = (self.delay, self.kept, self.overdue, self.growth, self.used)
        return sum(one is not None for one in known)


def level_of(figures: Figures, settings: StandingSettings) -> StandingLevel:
    if figures.count < settings.least_facts:
        return StandingLevel.UNKNOWN
    if _is_beyond(figures, settings.risky, settings.least_promises):
        return StandingLevel.RISKY
    if _is_beyond(figures, settings.watch, settings.least_promises):
        return StandingLevel.WATCH
    return StandingLevel.RELIABLE


def _is_beyond(figures: Figures, limits: StandingLimits, least_promises: int) -> bool:
    kept, judged = figures.kept or (0, 0)
    word = -kept * 100 if judged >= least_promises else None
    growth = None if figures.growth is None else -figures.growth
    pairs = (
        (figures.delay, limits.delay),
        (figures.overdue, limits.overdue),
        (figures.used, limits.used),
        (growth, limits.fall),
        (word, None if limits.word is None else -limits.word * judged + 1),
    )
    return any(figure is not None and limit is not None and figure >= limit for figure, limit in pairs)


def percent(part: int, whole: int) -> int | None:
    """Of a whole above zero, rounded half up; what is not nothing is at least 1, and what is not all at most 99."""
    if whole <= 0:
        return None
    rounded = (part * 200 + whole) // (whole * 2)
    if 0 < part < whole:
        return min(max(rounded, 1), 99)
    return rounded


def growth(now: int, before: int) -> int | None:
    """Percent by which `now` is more than `before`, negative where less; None without a `before`."""
    if before <= 0:
        return None
    change = (abs(now - before) * 200 + before) // (before * 2)
    return change if now >= before else -change


def median_delay(settled: Statement, payment_delay: int | None, settings: StandingSettings) -> int | None:
    """Days past the term in the middle of the last documents paid in full; None below `least_paid` of them.

    Money settles the oldest first. Only shipments whose last part a bank payment settled count: on what day a payment came
    that a file of debts told of is not known.
    """
    if payment_delay is None:
        return None
    delays = _delays(settled.entries, settled.opening, payment_delay)[-settings.paid :]
    if len(delays) < settings.least_paid:
        return None
    middle = median(delays)
    return int(middle) if middle == int(middle) else round(middle)


def _delays(entries: Iterable[Entry], opening: int, payment_delay: int) -> list[int]:
    """Of the documents paid in full, in the order of their days; what was paid ahead of its shipping is left out."""
    owing: list[tuple[date | None, int]] = (
        [(None, opening)] if opening > 0 else []
    )  # term where measured, kopecks left
    delays: list[int] = []
    ahead = max(-opening, 0)
    for entry in sorted(entries, key=lambda entry: (entry.day, entry.credit > 0)):
        if entry.debit:
            measured = entry.kind is EntryKind.SHIPMENT and not ahead
            due = date.fromordinal(entry.day.toordinal() + payment_delay) if measured else None
            owing.append((due, entry.debit))
        ahead += entry.credit
        exact = entry.kind is EntryKind.PAYMENT and bool(entry.document)
        while owing and ahead >= owing[0][1]:
            due, amount = owing.pop(0)
            ahead -= amount
            if due is not None and exact:
                delays.append((entry.day - due).days)
        if owing and ahead:
            due, amount = owing[0]
            owing[0], ahead = (due, amount - ahead), 0
    return delays
