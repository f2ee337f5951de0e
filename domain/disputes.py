"""A document that a client does not accept."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Dispute:
    """`id` is one document's, `others` are disputed together with it, `amount` of all of them in kopecks.

    `owner` settles it by `until`: the manager, once that person has left.
    """

    id: int
    client_id: int
    client: str
    manager_id: int
    document: str
    amount: int
    reason: str
    owner_id: int | None
    owner: str
    until: date | None
    others: int = 0
