"""Buttons of how complete the cards are."""

from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData


class OpenCards(CallbackData, prefix="completeness.team"):
    """Whose cards are how full, and the poorest of the key clients."""


class AskEmail(CallbackData, prefix="completeness.email"):
    person: RowId
