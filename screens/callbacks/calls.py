"""Buttons of calls."""

from aiogram.filters.callback_data import CallbackData


class StartCalls(CallbackData, prefix="calls.list"):
    """Today's list."""


class OpenCard(CallbackData, prefix="calls.card"):
    """The call card of a client, in the list or not: who to call, why, and the outcomes."""

    client: int
