"""Buttons of orders."""

from aiogram.filters.callback_data import CallbackData


class NewOrder(CallbackData, prefix="orders.new"):
    """The client's draft, opened or begun."""

    client: int


class OpenOrder(CallbackData, prefix="orders.open"):
    order: int
