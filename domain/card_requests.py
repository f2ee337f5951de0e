"""Cards asked of accounting: a product or a client that the accounting system does not know yet."""

from enum import StrEnum


class CardKind(StrEnum):
    PRODUCT = "product"
    CLIENT = "client"


class CardStatus(StrEnum):
    """QUESTION waits for who asked; the last three are final."""

    OPEN = "open"
    QUESTION = "question"
    ANSWERED = "answered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def waits(self) -> bool:
        return self in {CardStatus.OPEN, CardStatus.QUESTION}
