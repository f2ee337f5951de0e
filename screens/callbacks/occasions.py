"""Buttons of occasions."""

from typing import Annotated

from pydantic import Field

from domain.congratulations import Way
from domain.first_names import Gender
from domain.greetings import Tone
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

Month = Annotated[int, Field(ge=1, le=12)]
MonthDay = Annotated[int, Field(ge=1, le=31)]
Year = Annotated[int, Field(ge=1900, le=2200)]
BirthYear = Annotated[int, Field(ge=0, le=2200)]  # 0 is unknown
Page = Annotated[int, Field(ge=0, le=99)]


class OpenOccasions(CallbackData, prefix="occasions.all"):
    pass


class OpenGreeting(CallbackData, prefix="occasions.open"):
    """The greeting of a person: texts to copy, done mark."""

    person: RowId


class ShowTexts(CallbackData, prefix="occasions.texts"):
    """The same greeting with other texts."""

    person: RowId
    tone: Tone
    page: Page = 0


class SetAddress(CallbackData, prefix="occasions.you"):
    """«ты» or «Вы», kept for the person."""

    person: RowId
    familiar: bool
    tone: Tone


class TellGender(CallbackData, prefix="occasions.sex"):
    """The answer to the one question that the name leaves open."""

    person: RowId
    gender: Gender
    tone: Tone


class Greeted(CallbackData, prefix="occasions.done"):
    """Done, for the birthday of that year, with the texts of that page at hand."""

    person: RowId
    year: Year
    way: Way
    tone: Tone
    page: Page


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
    day: MonthDay
    year: BirthYear = 0


class ForgetBirthday(CallbackData, prefix="occasions.del"):
    person: RowId
