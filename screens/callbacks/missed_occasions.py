"""Buttons of what passed without a word."""

from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData
from screens.callbacks.occasions import DayNumber, MaybeId, OccasionCode, Page


class OpenMissed(CallbackData, prefix="missed.all"):
    page: Page = 0


class AskMissed(CallbackData, prefix="missed.ask"):
    """The manager is asked, or reminded while a belated word is in place; `day` is the ordinal of `datetime.date`."""

    client: RowId
    person: MaybeId
    code: OccasionCode
    day: DayNumber
