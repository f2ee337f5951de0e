"""The ledger of settlements: what each file and each payment moved, so that debit less credit is what a client owes now.

Debit is what the client owes us more, credit what it owes us less; kopecks, never negative.
"""

from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from domain.settlement import Leaf, balance

K = TypeVar("K", bound=Hashable)


class EntryKind(StrEnum):
    """OPENING is what was owed when the ledger began; CORRECTION what a file changed without saying why."""

    OPENING = "opening"
    SHIPMENT = "shipment"
    PAYMENT = "payment"
    RETURN = "return"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Movement:
    """One entry; `key` is the document and contract it came from, None where it is of no document."""

    day: date
    kind: EntryKind
    debit: int = 0
    credit: int = 0
    key: Hashable | None = None

    @property
    def effect(self) -> int:
        return self.debit - self.credit


def opening(owed: int, day: date) -> list[Movement]:
    """The ledger begins with `owed` kopecks, negative where we owe; nothing to write for a clean slate."""
    return [_signed(day, EntryKind.OPENING, owed)] if owed else []


def movements(
    before: Mapping[K, Leaf],
    after: Mapping[K, Leaf],
    since: date,
    as_of: date,
    returns: Container[K] = frozenset(),
) -> list[Movement]:
    """What happened between the file of `since` and that of `as_of`; the effects sum to the change of the balance.

    A new document dated from `since` on was shipped on its day, or returned where it is among `returns`. The rest of the
    change is a payment where it is a fall, a correction where it is a rise: a new name for an old debt is neither. A file
    that is older than the one before it tells of no payment.
    """
    new = [(key, leaf, leaf.document_day) for key, leaf in after.items() if key not in before]
    dated = [(key, leaf, day) for key, leaf, day in new if day is not None and day >= since]
    found = [Movement(day, EntryKind.SHIPMENT, leaf.amount, key=key) for key, leaf, day in dated if leaf.amount > 0]  # fmt: skip
    found += [
        Movement(day, EntryKind.RETURN, credit=leaf.advance, key=key)
        for key, leaf, day in dated
        if leaf.advance > 0 and key in returns
    ]
    rest = balance(after) - balance(before) - sum(one.effect for one in found)
    if rest:
        fell = rest < 0 and as_of >= since
        found.append(_signed(as_of, EntryKind.PAYMENT if fell else EntryKind.CORRECTION, rest))
    return found


def _signed(day: date, kind: EntryKind, effect: int) -> Movement:
    return Movement(day, kind, max(effect, 0), max(-effect, 0))


# --- a period of it


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the ledger as it is kept."""

    day: date
    kind: EntryKind
    document: str
    contract: str
    debit: int
    credit: int

    @property
    def effect(self) -> int:
        return self.debit - self.credit


@dataclass(frozen=True, slots=True)
class Statement:
    """Settlements from `start` to `end`, both included; balances are negative where we owe.

    `known_since` is the day on which the ledger began, where that is later than `start`: nothing is known of the days before.
    """

    start: date
    end: date
    opening: int
    entries: tuple[Entry, ...]
    known_since: date | None = None

    @property
    def debit(self) -> int:
        return sum(entry.debit for entry in self.entries)

    @property
    def credit(self) -> int:
        return sum(entry.credit for entry in self.entries)

    @property
    def closing(self) -> int:
        return self.opening + self.debit - self.credit


def statement(entries: Sequence[Entry], owed: int, start: date, end: date) -> Statement:
    """`entries` from `start` on, in order of days, with the one that began the ledger; `owed` is the balance now.

    Counted back from the balance of now: what the ledger began with was owed before, whatever day it was written on.
    """
    moved = list(_netted(entry for entry in entries if entry.kind is not EntryKind.OPENING))
    began = [entry.day for entry in entries if entry.kind is EntryKind.OPENING and entry.day > start]
    inside = tuple(entry for entry in moved if start <= entry.day <= end)
    later = sum(entry.effect for entry in moved if entry.day > end)
    closing = owed - later
    return Statement(
        start, end, closing - sum(entry.effect for entry in inside), inside, max(began, default=None)
    )


def _netted(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Payments that only a file told of, one for each day: what a bank file has explained since is taken from them."""
    told: dict[date, int] = {}
    kept = []
    for entry in entries:
        if entry.kind is EntryKind.PAYMENT and not entry.document:
            if entry.day not in told:
                kept.append(entry)
            told[entry.day] = told.get(entry.day, 0) - entry.effect
        else:
            kept.append(entry)
    for entry in kept:
        if entry.kind is not EntryKind.PAYMENT or entry.document:
            yield entry
        elif rest := told[entry.day]:
            yield replace(entry, debit=max(-rest, 0), credit=max(rest, 0))


def find_told(entries: Iterable[Entry], amount: int) -> date | None:
    """The first day on which a file told of a payment of at least `amount` that is not explained yet."""
    told: dict[date, int] = {}
    for entry in entries:
        if entry.kind is EntryKind.PAYMENT and not entry.document:
            told[entry.day] = told.get(entry.day, 0) - entry.effect
    return min((day for day, rest in told.items() if rest >= amount), default=None)
