"""Errands and requests: their steps, when people are reminded, who is meant by «Анне и Игорю»; proposals and announcements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from domain.actors import Actor, Role
from domain.calendar import WorkCalendar
from domain.declension import Case, Part, decline
from domain.errors import ProzvonError
from domain.first_names import Gender
from domain.name_sounds import is_latin, sound
from domain.periods import at_local
from domain.search import normalise

LONGEST: Final = 1000
MOST_PEOPLE: Final = 50
# «До 20.11», said on the 23rd, is a day that has passed and not one of the next year.
FARTHEST: Final = timedelta(days=300)
ALIKE: Final = 2


class ErrandStatus(StrEnum):
    """RETURNED is done once and asked for more; DECLINED by a department waits for the asker's word; the last two are final."""

    GIVEN = "given"
    SEEN = "seen"
    RETURNED = "returned"
    DONE = "done"
    DECLINED = "declined"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Somebody still has to do it."""
        return self in {ErrandStatus.GIVEN, ErrandStatus.SEEN, ErrandStatus.RETURNED}

    @property
    def is_over(self) -> bool:
        return self in {ErrandStatus.ACCEPTED, ErrandStatus.WITHDRAWN}


class Pool(StrEnum):
    """The departments that a request may go to."""

    SUPPORT = "support"
    ACCOUNTANT = "accountant"
    LOGISTICS = "logistics"

    @property
    def role(self) -> Role:
        return Role(self.value)


class Said(StrEnum):
    """What a word about an errand was."""

    QUESTION = "question"
    REPLY = "reply"
    ANSWER = "answer"
    DECLINED = "declined"
    RETURNED = "returned"


class Aim(StrEnum):
    """To whom something is announced; the last four are roles."""

    TEAM = "team"
    EVERYBODY = "everybody"
    MANAGER = "manager"
    SUPPORT = "support"
    ACCOUNTANT = "accountant"
    LOGISTICS = "logistics"


class ProposalKind(StrEnum):
    GOODS = "goods"
    PRICES = "prices"
    WORK = "work"


class ProposalStatus(StrEnum):
    """The last two are final."""

    NEW = "new"
    CONSIDERED = "considered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"


NEXT_STEPS: Final = {
    ProposalStatus.NEW: (ProposalStatus.ACCEPTED, ProposalStatus.DECLINED, ProposalStatus.CONSIDERED),
    ProposalStatus.CONSIDERED: (ProposalStatus.ACCEPTED, ProposalStatus.DECLINED),
    ProposalStatus.ACCEPTED: (ProposalStatus.DONE, ProposalStatus.DECLINED),
    ProposalStatus.DECLINED: (),
    ProposalStatus.DONE: (),
}


class ErrandTextError(ProzvonError):
    """Nothing was said that could be done; facts: text."""

    code = "errand-text"


class ErrandLongError(ProzvonError):
    """More words than are kept; facts: count, longest."""

    code = "errand-long"


class ErrandSpokenError(ProzvonError):
    """A voice where words are needed."""

    code = "errand-spoken"


class ErrandWhomError(ProzvonError):
    """Nobody, or several of the same name; facts: text."""

    code = "errand-whom"


class ErrandDueError(ProzvonError):
    """No day or hour ahead; facts: text."""

    code = "errand-due"


class NoReadersError(ProzvonError):
    """Nobody of that kind to announce to; facts: aim."""

    code = "announcement-nobody"


@dataclass(frozen=True, slots=True)
class ErrandSettings:
    """Local hours: `remind_at` on the working day before the term, or `minutes_before` it where it was given the same day.

    A term without an hour is `day_end`. `request_minutes` of working time a department has to take a request.
    """

    remind_at: time = time(10)
    minutes_before: int = 60
    day_end: time = time(18)
    request_minutes: int = 60


def kept_words(text: str) -> str:
    """Stripped. Raises `ErrandLongError` rather than lose the end unseen."""
    said = text.strip()
    if len(said) > LONGEST:
        raise ErrandLongError(count=len(said), longest=LONGEST)
    return said


def due_moment(day: date, clock: time | None, zone: datetime, settings: ErrandSettings) -> datetime:
    """UTC; in the zone of an aware moment."""
    return at_local(day, clock or settings.day_end, zone).astimezone(UTC)


def remind_when(
    due: datetime, since: datetime, now: datetime, calendar: WorkCalendar, settings: ErrandSettings
) -> datetime | None:
    """The next word about an errand, UTC: once before its term, once at it; None when both are past.

    `now` is aware and local to the doer; `since` is when it was given.
    """
    local = due.astimezone(now.tzinfo)
    early = at_local(calendar.previous_working(local.date()), settings.remind_at, now)
    if early <= since:
        early = due - timedelta(minutes=settings.minutes_before)
    for at in (early, due):
        if at > max(now, since):
            return at.astimezone(UTC)
    return None


def find_people(typed: str, people: Iterable[Actor]) -> list[Actor]:
    """Whose name that is, in the nominative or the dative, in Latin letters too; the first name or the surname alone is enough."""
    wanted = [word for word in typed.split() if normalise(word)]
    return [one for one in people if wanted and _is_named(wanted, one.name)]


def _is_named(wanted: Sequence[str], name: str) -> bool:
    left = name.split()
    for word in wanted:
        match = next((own for own in left if _is_form(word, own)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _is_form(typed: str, name: str) -> bool:
    if (is_latin(typed) or is_latin(name)) and sound(typed) == sound(name):
        return True
    word, own = normalise(typed), normalise(name)
    if word == own:
        return True
    if word[:ALIKE] != own[:ALIKE]:
        return False
    cases = (Case.DATIVE, Case.GENITIVE, Case.ACCUSATIVE)
    return any(
        normalise(decline(part, own, case, gender)) == word
        for part in (Part.FIRST, Part.LAST)
        for gender in (Gender.FEMALE, Gender.MALE)
        for case in cases
    )
