"""Buttons of the catalogue."""

from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData


class TakeOffSale(CallbackData, prefix="catalogue.off"):
    """What this price list does not name goes off sale when it is loaded."""

    load: RowId


class KeepOnSale(CallbackData, prefix="catalogue.keep"):
    load: RowId
