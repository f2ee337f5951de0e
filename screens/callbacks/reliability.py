"""Buttons of the check of reliability."""

from domain.reliability import Check
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData


class OpenChecks(CallbackData, prefix="reliability.open"):
    """The check-list of a client."""

    client: RowId


class SetCheck(CallbackData, prefix="reliability.set"):
    client: RowId
    item: Check
    done: bool


class CheckAgain(CallbackData, prefix="reliability.again"):
    """The list anew: nothing ticked."""

    client: RowId
