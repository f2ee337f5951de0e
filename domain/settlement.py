"""How much a client has paid between two files: the only sign of money until a bank file comes."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)


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
