"""Buttons of digest."""

from aiogram.filters.callback_data import CallbackData


class OpenDigest(CallbackData, prefix="digest.all"):
    pass
