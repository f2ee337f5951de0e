"""Buttons of the market sheet."""

from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData


class OpenMarket(CallbackData, prefix="competitors.all"):
    """The sheet of the last seven days."""


class AskRival(CallbackData, prefix="competitors.ask"):
    """Ask what was heard of a competitor."""


class AskRivalOf(CallbackData, prefix="competitors.of"):
    """The same, heard at this client."""

    client: RowId


class MarketFile(CallbackData, prefix="competitors.file"):
    """The sheet as a file."""
