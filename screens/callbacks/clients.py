"""Buttons of clients."""

from aiogram.filters.callback_data import CallbackData


class OpenClients(CallbackData, prefix="clients.list"):
    """A page of the actor's clients."""

    start: int = 0


class OpenClient(CallbackData, prefix="clients.open"):
    """The card of a client."""

    client: int
