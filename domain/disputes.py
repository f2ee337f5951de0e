"""A document that a client does not accept."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Dispute:
    """`id` is the document's, `amount` in kopecks. `owner` settles it by `until`: the manager, once that person has left."""

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
