"""Buttons of a greeting: of somebody, or of a company (`person` 0), on the occasion of a code."""

from typing import Annotated, Self

from pydantic import Field

from domain.congratulations import Way
from domain.first_names import Gender
from domain.greetings import Tone
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData
from screens.callbacks.occasions import MaybeId, OccasionCode, Year

LAST_PAGE = 99
Look = Annotated[int, Field(ge=0, lt=2 * (LAST_PAGE + 1))]
How = Annotated[int, Field(ge=0, lt=2 * (LAST_PAGE + 1) * len(Way))]


def look_of(tone: Tone, page: int) -> int:
    """Which texts are at hand, as one number: a button has 64 bytes."""
    return page % (LAST_PAGE + 1) * 2 + (tone is Tone.WARM)


def tone_of(look: int) -> Tone:
    return Tone.WARM if look % 2 else Tone.BUSINESS


class OpenCelebration(CallbackData, prefix="greet.open"):
    client: RowId
    person: MaybeId
    code: OccasionCode


class ShowLook(CallbackData, prefix="greet.look"):
    """The same greeting with other texts."""

    client: RowId
    person: MaybeId
    code: OccasionCode
    look: Look


class SetAddress(CallbackData, prefix="greet.you"):
    """«ты» or «Вы», kept for the person."""

    client: RowId
    person: RowId
    code: OccasionCode
    familiar: bool
    look: Look


class TellGender(CallbackData, prefix="greet.sex"):
    """The answer to the one question that the name leaves open."""

    client: RowId
    person: RowId
    code: OccasionCode
    male: bool
    look: Look

    @property
    def gender(self) -> Gender:
        return Gender.MALE if self.male else Gender.FEMALE


class Greeted(CallbackData, prefix="greet.ok"):
    """Done, for the coming round of that year, in a way and with the texts at hand."""

    client: RowId
    person: MaybeId
    code: OccasionCode
    year: Year
    how: How

    @classmethod
    def by(cls, way: Way, look: int, *, client: int, person: int, code: str, year: int) -> Self:
        return cls(
            client=client, person=person, code=code, year=year, how=look * len(Way) + list(Way).index(way)
        )

    @property
    def way(self) -> Way:
        return list(Way)[self.how % len(Way)]

    @property
    def look(self) -> int:
        return self.how // len(Way)


class TakeBack(CallbackData, prefix="greet.undo"):
    client: RowId
    person: MaybeId
    code: OccasionCode
    year: Year


class AskText(CallbackData, prefix="greet.text"):
    """An own text is typed."""

    client: RowId
    person: MaybeId
    code: OccasionCode


class DropText(CallbackData, prefix="greet.drop"):
    client: RowId
    person: MaybeId
    code: OccasionCode
