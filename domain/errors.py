"""What the rules refuse, as facts: the words for each `code` live in the catalogues."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar


class ProzvonError(Exception):
    """Base of everything that a user can cause.

    `code` is the key of the text to show, `facts` are the keyword arguments given, as they were given.
    """

    code: ClassVar[str] = "error"

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code)
        self.facts: Mapping[str, object] = MappingProxyType(facts)

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code}({shown})"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), dict(self.facts))


def _rebuild(kind: type[ProzvonError], facts: dict[str, object]) -> ProzvonError:
    return kind(**facts)


class MissingAnswerError(ProzvonError):
    """An outcome was chosen without what it asks; facts: outcome, ask."""

    code = "answer-missing"


class PastMomentError(ProzvonError):
    """A next contact or a promise was put before now; facts: at or day."""

    code = "moment-past"


class InvalidAmountError(ProzvonError):
    """A sum that must be above zero is not; facts: amount (kopecks)."""

    code = "amount-invalid"


class InvalidBirthDateError(ProzvonError):
    """No such day in such a month (of such a year); facts: day, month, year."""

    code = "birth-date-invalid"


class InvalidOrderLineError(ProzvonError):
    """Quantity, price or discount outside what an order can carry; facts: field, value."""

    code = "order-line-invalid"


class OrderTransitionError(ProzvonError):
    """The order is no longer in a status that allows this; facts: status, wanted."""

    code = "order-transition"


class InvalidNameError(ProzvonError):
    """A person's name without a single letter; facts: text."""

    code = "name-invalid"
