"""Buttons of the clients without a next step."""

from typing import Annotated

from pydantic import Field

from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

Mark = Annotated[int, Field(ge=0, lt=2**32)]


class OpenNextSteps(CallbackData, prefix="next_steps.list"):
    """The dates proposed to the clients without a next step."""


class FillNextSteps(CallbackData, prefix="next_steps.fill"):
    """The dates as they were shown: `mark` is a sum over them, so that an older proposal sets nothing."""

    mark: Mark


class UndoNextSteps(CallbackData, prefix="next_steps.undo"):
    """Takes back the dates of one filling that nobody has changed since."""

    filling: RowId
