"""Buttons of occasions."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

Month = Annotated[int, Field(ge=1, le=12)]
BirthDay = Annotated[int, Field(ge=0, le=31)]  # 0 is unknown
Year = Annotated[int, Field(ge=1900, le=2200)]
BirthYear = Annotated[int, Field(ge=0, le=2200)]  # 0 is unknown
Page = Annotated[int, Field(ge=0, le=99)]
OccasionCode = Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,24}$")]
DayNumber = Annotated[int, Field(ge=date(1900, 1, 1).toordinal(), le=date(2200, 1, 1).toordinal())]
MaybeId = Annotated[int, Field(ge=0, lt=2**63)]


class OpenOccasions(CallbackData, prefix="occasions.all"):
    pass


class Span(StrEnum):
    """Which part of a list that is too long for one message."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"


class ShowSpan(CallbackData, prefix="occasions.span"):
    span: Span
    page: Page = 0


class OccasionsToCalendar(CallbackData, prefix="occasions.ics"):
    """A calendar file of the year ahead."""


class OpenGroup(CallbackData, prefix="occasions.group"):
    """Everybody of one holiday's day: `day` is the ordinal of `datetime.date`."""

    code: OccasionCode
    day: DayNumber
    page: Page = 0


class OpenGreeting(CallbackData, prefix="occasions.open"):
    """The greeting of a person: texts to copy, done mark."""

    person: RowId


class AskPerson(CallbackData, prefix="occasions.who"):
    """Whose birthday is to be added."""


class ChoosePerson(CallbackData, prefix="occasions.this"):
    """This one's; the date may wait in the conversation already."""

    person: RowId


class AskBirthday(CallbackData, prefix="occasions.birth"):
    """When a person was born, asked from their card too."""

    person: RowId


class ChooseMonth(CallbackData, prefix="occasions.month"):
    person: RowId
    month: Month


class SaveBirthday(CallbackData, prefix="occasions.save"):
    person: RowId
    month: Month
    day: BirthDay
    year: BirthYear = 0


class ForgetBirthday(CallbackData, prefix="occasions.del"):
    person: RowId
