"""Buttons of imports."""

from aiogram.filters.callback_data import CallbackData


class OpenImports(CallbackData, prefix="imports.all"):
    pass
