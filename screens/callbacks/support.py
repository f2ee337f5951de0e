"""Buttons of sales support."""

from screens.callbacks.data import CallbackData
from screens.callbacks.orders import Id


class Accept(CallbackData, prefix="support.take"):
    order: Id


class AskNumber(CallbackData, prefix="support.number"):
    order: Id


class AskManager(CallbackData, prefix="support.ask"):
    order: Id
