"""Buttons of one person's data: given out, erased."""

from typing import Annotated

from pydantic import Field

from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

Sure = Annotated[int, Field(ge=0, le=2)]


class OpenData(CallbackData, prefix="personal.open"):
    person: RowId


class ExportData(CallbackData, prefix="personal.file"):
    person: RowId


class EraseData(CallbackData, prefix="personal.erase"):
    """Asked twice: done at the second yes."""

    person: RowId
    sure: Sure = 0
