"""Buttons that stand everywhere."""

from aiogram.filters.callback_data import CallbackData


class Leave(CallbackData, prefix="menu.leave"):
    """Leave the dialogue."""
