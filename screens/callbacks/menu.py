"""Buttons that stand everywhere."""

from screens.callbacks.data import CallbackData


class Leave(CallbackData, prefix="menu.leave"):
    """Leave the dialogue."""
