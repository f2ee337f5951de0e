"""Buttons of debts."""

from aiogram.filters.callback_data import CallbackData


class OpenDebts(CallbackData, prefix="debts.all"):
    pass


class OpenDebt(CallbackData, prefix="debts.open"):
    """What one client owes, by document."""

    client: int


class AskPromise(CallbackData, prefix="debts.promise"):
    """Take a promise to pay of this client."""

    client: int
