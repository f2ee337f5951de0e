"""What a client has paid: between two files, and by the bank's own word; and which documents a payment settles."""

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
_NOT_NUMBERS = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d|\d[\d\s]*[.,]\d{2}(?!\d)|\d+\s*%")
_DIGITS = re.compile(r"\d+")
SHORTEST_NUMBER = 2


@dataclass(frozen=True, slots=True)
class Leaf:
    """One row of a receivables file, in kopecks: `amount` owed to us, `advance` owed by us."""

    amount: int
    advance: int = 0
    document_day: date | None = None


def paid_between(before: Mapping[K, Leaf], after: Mapping[K, Leaf], since: date | None) -> int:
    """Kopecks paid since the file of `since`, never below 0; 0 where there was no file before.

    The fall of the balance, and on top of it what was shipped meanwhile: documents that are new and dated from `since` on.
    A new name for an old debt (a file with other columns) is neither shipped nor paid.
    """
    if since is None:
        return 0
    shipped = sum(
        leaf.amount
        for key, leaf in after.items()
        if key not in before and leaf.document_day is not None and leaf.document_day >= since
    )
    return max(balance(before) - balance(after) + shipped, 0)


def balance(leaves: Mapping[Any, Leaf]) -> int:
    return sum(leaf.amount - leaf.advance for leaf in leaves.values())


# --- a payment and the documents it settles


@dataclass(frozen=True, slots=True)
class Owed(Generic[K]):
    """A document that money may be laid on, in kopecks."""

    key: K
    name: str
    amount: int
    due: date | None = None
    disputed: bool = False


def is_in_file(day: date, laid_as_of: date | None, as_of: date) -> bool:
    """Whether the file of `as_of` knows a payment of `day`.

    It knows what came before its day, and what came on it, unless the payment was laid on this very file: then it came after.
    """
    return day < as_of or (day == as_of and laid_as_of != as_of)


def lay(owed: Iterable[Owed[K]], amount: int, purpose: str = "") -> tuple[dict[K, int], int]:
    """What of `amount` goes to each document, and what is left when all are settled.

    First what the purpose names, then the oldest term; what is in dispute or has no term comes last.
    """
    said = numbers_in(purpose)
    order = sorted(
        (one for one in owed if one.amount > 0),
        key=lambda one: (number_of(one.name) not in said, one.disputed, one.due or date.max),
    )
    shares: dict[K, int] = {}
    for one in order:
        share = min(one.amount, amount)
        if share:
            shares[one.key] = share
            amount -= share
    return shares, amount


def numbers_in(purpose: str) -> frozenset[str]:
    """Numbers of documents in the purpose of a payment; dates, sums and rates of tax are none."""
    found = _DIGITS.findall(_NOT_NUMBERS.sub(" ", purpose))
    return frozenset(bare for one in found if len(bare := one.lstrip("0")) >= SHORTEST_NUMBER)


def number_of(document: str) -> str:
    """«Реализация ТД00-001203 от 05.11.2026» is 1203; empty for a name without a number."""
    found = _DIGITS.findall(_NOT_NUMBERS.sub(" ", document))
    return found[-1].lstrip("0") if found else ""
