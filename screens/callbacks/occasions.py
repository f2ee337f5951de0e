"""Buttons of occasions."""

from aiogram.filters.callback_data import CallbackData


class OpenOccasions(CallbackData, prefix="occasions.all"):
    pass


class OpenGreeting(CallbackData, prefix="occasions.open"):
    """The greeting of a person: texts to copy, done mark."""

    person: int
