"""Buttons of the question for a missing birthday."""

from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData


class DeferBirthday(CallbackData, prefix="birthdays.later"):
    """Not known now: asked again in some months."""

    person: RowId


class RefuseBirthday(CallbackData, prefix="birthdays.never"):
    """Nobody will be asked about this person any more."""

    person: RowId
