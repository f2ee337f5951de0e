"""What the order desk refuses. Facts, never texts."""

from domain.errors import ProzvonError


class EmptyOrderError(ProzvonError):
    """Nothing to hand over."""

    code = "order-empty"


class OpenDoubtError(ProzvonError):
    """Typed lines still wait for an answer; facts: text."""

    code = "order-doubt"


class GoneGoodsError(ProzvonError):
    """A line names goods that were taken off the price list; facts: name."""

    code = "order-gone"


class NotDraftError(ProzvonError):
    """The order has left the manager, nothing in it changes any more; facts: status."""

    code = "order-sent"


class OrderTakenError(ProzvonError):
    """A colleague has it; facts: name."""

    code = "order-taken"


class OrderEnteredError(ProzvonError):
    """Entered meanwhile; facts: number, name."""

    code = "order-entered"


class OrderDecidedError(ProzvonError):
    """The other lead has decided, or the manager has taken it back; facts: name, status."""

    code = "order-decided"


class NoLeadError(ProzvonError):
    """Nobody is there who could allow it."""

    code = "order-no-lead"


class NoSumError(ProzvonError):
    """No line has a price: there is no sum that could be paid ahead."""

    code = "order-no-sum"


class QuestionAnsweredError(ProzvonError):
    code = "order-answered"


class OrderTextError(ProzvonError):
    """Typed text that is empty or too long for its place; facts: most (characters)."""

    code = "order-text"


class OrderAmountError(ProzvonError):
    """What was typed about a line is no quantity, price or discount; facts: text."""

    code = "order-amount"


class DeliveryDayError(ProzvonError):
    """No day, or one that has passed; facts: text."""

    code = "order-delivery"


class NothingUsualError(ProzvonError):
    """There is no earlier order to repeat."""

    code = "order-no-last"


def check_text(text: str, most: int) -> str:
    """The text without spaces around. Raises `OrderTextError`."""
    clean = text.strip()
    if not clean or len(clean) > most:
        raise OrderTextError(most=most)
    return clean
