"""Receivables by age. Days are counted to the date of the file they came from, never to today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class AgeingSettings:
    """Upper bounds of the overdue buckets in days, ascending; one open bucket follows the last."""

    bounds: tuple[int, ...] = (7, 30, 60, 90)

    def __post_init__(self) -> None:
        if any(left >= right for left, right in pairwise((0, *self.bounds))):
            raise ValueError(f"bounds of ageing must ascend from 1: {self.bounds}")


@dataclass(frozen=True, slots=True)
class Receivable:
    """What a client owes by one document, in kopecks; `due` is None where no term is known, which is then not overdue.

    A negative `amount` is an overpayment or an advance.
    """

    client_id: int
    amount: int
    due: date | None = None
    document: str = ""
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Bucket:
    """Debts `from_days`..`to_days` days overdue, both included. «Not due» has no `from_days`, the oldest has no `to_days`."""

    from_days: int | None
    to_days: int | None
    amount: int
    documents: int

    @property
    def not_due(self) -> bool:
        return self.from_days is None


@dataclass(frozen=True, slots=True)
class Ageing:
    """Buckets always sum to `debt`; `balance` = `debt` - `advances`, and `advances` are shown apart, never netted."""

    as_of: date
    buckets: tuple[Bucket, ...]
    debt: int
    overdue: int
    advances: int

    @property
    def balance(self) -> int:
        return self.debt - self.advances


def days_overdue(due: date | None, as_of: date) -> int:
    """Whole days past the due date; 0 on the day itself, before it, and without a term."""
    return 0 if due is None else max((as_of - due).days, 0)


def age(receivables: Iterable[Receivable], as_of: date, settings: AgeingSettings) -> Ageing:
    """Receivables in buckets on the date of the file; «not due» first, then by age."""
    limits: list[tuple[int | None, int | None]] = [(None, 0)]
    limits += [(left + 1, right) for left, right in pairwise((0, *settings.bounds))]
    limits.append((settings.bounds[-1] + 1 if settings.bounds else 1, None))
    amounts, counts = [0] * len(limits), [0] * len(limits)
    advances = 0
    for receivable in receivables:
        if receivable.amount < 0:
            advances -= receivable.amount
            continue
        place = _place(days_overdue(receivable.due, as_of), settings.bounds)
        amounts[place] += receivable.amount
        counts[place] += receivable.amount > 0
    buckets = tuple(
        Bucket(start, end, amount, count)
        for (start, end), amount, count in zip(limits, amounts, counts, strict=True)
    )
    debt = sum(amounts)
    return Ageing(as_of, buckets, debt, debt - amounts[0], advances)


def _place(days: int, bounds: Sequence[int]) -> int:
    if days <= 0:
        return 0
    return 1 + sum(days > bound for bound in bounds)
