"""Buttons of the stop list. Days are ordinals of `date`."""

from typing import Annotated

from pydantic import Field

from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

Day = Annotated[int, Field(ge=1, le=3_652_058)]


class OpenStops(CallbackData, prefix="stops.all"):
    pass


class OpenStop(CallbackData, prefix="stops.open"):
    stop: RowId


class StopOf(CallbackData, prefix="stops.of"):
    """The stop of a client, or the lead's question for a new one."""

    client: RowId


class SayStop(CallbackData, prefix="stops.word"):
    """The manager's word: to be stopped."""

    stop: RowId


class AskUntil(CallbackData, prefix="stops.until"):
    """Until when to ship: the lead's exception, the manager's wish."""

    stop: RowId


class SetUntil(CallbackData, prefix="stops.day"):
    stop: RowId
    day: Day


class PutStop(CallbackData, prefix="stops.put"):
    stop: RowId


class RejectStop(CallbackData, prefix="stops.no"):
    stop: RowId


class LiftStop(CallbackData, prefix="stops.lift"):
    stop: RowId


class ConfirmStop(CallbackData, prefix="stops.done"):
    """The accountant has put it in the accounting system."""

    stop: RowId


class ClearStop(CallbackData, prefix="stops.clear"):
    """The accountant has taken it off there."""

    stop: RowId


class AskAboutStop(CallbackData, prefix="stops.ask"):
    stop: RowId


class AnswerStop(CallbackData, prefix="stops.reply"):
    stop: RowId
