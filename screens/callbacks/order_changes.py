"""Buttons of an order that was handed over, for its manager."""

from screens.callbacks.data import CallbackData
from screens.callbacks.orders import Id, Place, Thousandths


class OpenCard(CallbackData, prefix="changes.card"):
    """The order as a new message: the card that tells how it stands stays where it is."""

    order: Id


class ChangeOrder(CallbackData, prefix="changes.open"):
    """Its lines from `start` on, to be changed."""

    order: Id
    start: Place = 0


class ChangeLine(CallbackData, prefix="changes.line"):
    order: Id
    product: Id


class SetLine(CallbackData, prefix="changes.set"):
    """Thousandths of a unit to have, 0 for none; nothing is sent yet."""

    order: Id
    product: Id
    amount: Thousandths


class SendChanges(CallbackData, prefix="changes.send"):
    order: Id


class SeeChanges(CallbackData, prefix="changes.seen"):
    order: Id
