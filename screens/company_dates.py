"""Dates of a company in words, and what was written down of one that was typed as a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from screens import format as written
from screens.callbacks.clients import OpenClient
from screens.callbacks.company_dates import ChooseCompany
from screens.menu import leave_row
from screens.screen import Screen, tap
from screens.words import Words

LABEL = 40


def company_date(words: Words, day: int | None, month: int | None, year: int | None) -> str:
    """«12 марта 2005», «март 2005», «2005», «12 марта»: as much as is known; empty where nothing is. Not HTML."""
    named = ""
    if month is not None:
        named = written.month_day(words, day, month) if day else words.plain(f"birth-month-{month}")
    return " ".join(part for part in (named, str(year or "")) if part)


def since(words: Words, day: date | None) -> str:
    """New Year's Day stands for a year of which no more is known."""
    if day is None:
        return ""
    return company_date(words, *started(day))


def choose_company(words: Words, typed: str, found: Sequence[tuple[int, str]]) -> Screen:
    """Several it may be, or nobody: what was typed is shown again."""
    rows = tuple((tap(name[:LABEL], ChooseCompany(client=client)),) for client, name in found)
    key = "ask-which-company" if found else "msg-no-company"
    return Screen(words(key, text=typed), (*rows, leave_row(words)))


Known = tuple[int | None, int | None, int | None]


def started(day: date | None) -> Known:
    """(day, month, year) of the first day together: New Year's Day stands for its year."""
    if day is None:
        return None, None, None
    whole = (day.month, day.day) == (1, 1)
    return (None, None, day.year) if whole else (day.day, day.month, day.year)


def _told(words: Words, what: str, when: Known) -> str:
    """In a sentence, after «основана» and «работаем вместе с»."""
    day, month, year = when
    named = "none"
    if month is not None:
        named = written.month_day(words, day, month) if day else words.plain(f"in-month-{month}")
    return words.plain("company-told", what=what, named=named, year=str(year or "none"))


@dataclass(frozen=True, slots=True)
class Dated:
    """What was written down of a client, and what stood there before."""

    client: int
    name: str
    what: str
    when: Known
    before: Known


def saved(words: Words, done: Dated) -> Screen:
    """What stood before is said where it was another date."""
    text = words("msg-company-date", name=done.name, what=done.what, when=_told(words, done.what, done.when))
    if any(done.before) and done.before != done.when:
        text = f"{text}\n{words('company-date-before', when=_told(words, done.what, done.before))}"
    card = tap(words.plain("btn-open-client", name=done.name[:LABEL]), OpenClient(client=done.client))
    return Screen(text, ((card,),))
