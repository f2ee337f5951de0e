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


class ClientMovedError(ProzvonError):
    """A colleague answers for the client of the draft now; facts: name."""

    code = "order-moved"


class OrderTakenError(ProzvonError):
    """A colleague has it; facts: name."""

    code = "order-taken"


class OrderEnteredError(ProzvonError):
    """Entered meanwhile; facts: number, name."""

    code = "order-entered"


class OrderDecidedError(ProzvonError):
    """The other lead has decided, or the manager has taken it back; facts: name (none: nobody has), status."""

    code = "order-decided"


class AskedAgainError(ProzvonError):
    """The order was taken back and sent again since: this question is not the one that is asked now."""

    code = "order-asked-again"


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


class LineUnsaidError(ProzvonError):
    """A quantity, price or discount without goods, in an order of several lines; facts: text."""

    code = "order-which-line"


class DeskAmountError(ProzvonError):
    """What was typed of a line that was handed over is no quantity; facts: text."""

    code = "desk-amount"


class ShippedOverError(ProzvonError):
    """More has left than was ordered: a slip of the thumb; facts: ordered, shipped."""

    code = "order-shipped-over"


class UndoLateError(ProzvonError):
    """The last step cannot be taken back: there is none, or too much time has passed; facts: minutes."""

    code = "order-undo-late"


class NothingShippedError(ProzvonError):
    """A shipment of nothing."""

    code = "order-nothing-shipped"


class OrderPickedError(ProzvonError):
    """Past the point where lines change; facts: status."""

    code = "order-picked"


class OrderLeftError(ProzvonError):
    """So much of a line has left already, it cannot become less; facts: shipped."""

    code = "order-left"


class CreditHeldError(ProzvonError):
    """The order may not grow on credit; facts: reason (a `CreditReason`), taken (no: it can be withdrawn)."""

    code = "order-credit"


class DeliveryDayError(ProzvonError):
    """No day, or one that has passed; facts: text."""

    code = "order-delivery"


class WindowError(ProzvonError):
    """What was typed is no hours of a delivery; facts: text."""

    code = "order-window"


class BuyerError(ProzvonError):
    """What was typed is no legal entity with its ИНН; facts: text."""

    code = "order-buyer"


class TooManyPapersError(ProzvonError):
    """Nothing more can be attached; facts: most."""

    code = "order-papers"


class NothingUsualError(ProzvonError):
    """There is no earlier order to repeat."""

    code = "order-no-last"


def check_text(text: str, most: int) -> str:
    """The text without spaces around. Raises `OrderTextError`."""
    clean = text.strip()
    if not clean or len(clean) > most:
        raise OrderTextError(most=most)
    return clean
