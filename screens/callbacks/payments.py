"""Buttons of payments, and of the evening reminder of promises."""

from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData


class Reminded(CallbackData, prefix="payments.reminded"):
    """The client was reminded of its promise."""

    promise: RowId


class OpenWaiting(CallbackData, prefix="payments.open"):
    """The next payment whose client is not known, after this one; 0: the first."""

    after: int = 0


class GivePayment(CallbackData, prefix="payments.give"):
    payment: RowId
    client: RowId


class FindPayer(CallbackData, prefix="payments.find"):
    """The client of the payment is looked for among all."""

    payment: RowId


class NotClient(CallbackData, prefix="payments.not"):
    """The money came from nobody who is a client."""

    payment: RowId


class Reopen(CallbackData, prefix="payments.back"):
    """It is a client's after all."""

    payment: RowId
