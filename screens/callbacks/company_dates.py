"""Buttons of a company's dates."""

from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData


class ChooseCompany(CallbackData, prefix="company_dates.this"):
    """The company whose date waits in the conversation."""

    client: RowId
