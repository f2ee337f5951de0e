"""Answers to «когда», «сколько» and «день рождения», as people type them. What is not wholly understood is None, never a guess.

The grammar is that of a longer line (`capture.when.moments`, `capture.language.sums`); an answer must be nothing else, so a bare number is read in it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, TypeVar

from capture.language.sums import find_sum
from capture.language.tokens import Kind, Token, tokens_of
from capture.when.days import preposition_at
from capture.when.moments import Moment, find_moment
from capture.when.written_dates import Birth, Said, birth_of, written_at
from domain.calendar import WorkCalendar

LONGEST: Final = 120
MOST_WORDS: Final = 12
T = TypeVar("T")
_FIGURE: Final = re.compile(r"(?<![\d.,\u2212-])\d")
_EDGES: Final = frozenset(",;.!?«»\"'()")
_THOUSAND_OR_FRACTION: Final = re.compile(r"\d+\.\d{3}")


def read_day(text: str, today: date, calendar: WorkCalendar) -> date | None:
    """The day that the whole text names: «завтра», «в пятницу», «25.11», «через 3 дня», «до конца месяца», «fri»."""
    return _day(_tokens(text), today, calendar)


def read_moment(
    text: str, now_local: datetime, calendar: WorkCalendar | None = None
) -> tuple[date, time | None] | None:
    """A day, an hour, or both: «в 15», «завтра утром», «чт после обеда», «полпятого», «через час». `now_local` is aware.

    An hour alone that has passed is tomorrow's. A bare small number could be either, so it is neither.
    """
    tokens = _tokens(text)
    today = now_local.date()
    found = _whole(tokens, now_local, calendar or WorkCalendar())
    if found is None or _is_either(tokens, found):
        return None
    day = _day_of(tokens, found)
    if day is not None:
        return day, found.clock
    if found.clock is None or found.past is not None:
        return None
    passed = found.clock <= now_local.time().replace(tzinfo=None)
    return (today + timedelta(days=1) if passed else today), found.clock


def read_amount(text: str) -> int | None:
    """Kopecks: «120 000», «250 тыр», «1,5 млн», «99 р 50 коп», «двадцать пять тысяч»."""
    return _amount(_tokens(text))


def read_sum_and_day(text: str, today: date, calendar: WorkCalendar) -> tuple[int | None, date] | None:
    """A sum and a day in either order, «120 тыс в пятницу»; a day alone leaves the sum None."""
    tokens = _tokens(text)
    found: set[tuple[int | None, date]] = set(_sums_and_days(tokens, today, calendar))
    alone = _day(tokens, today, calendar)
    if alone is not None:
        found.add((None, alone))
    return found.pop() if len(found) == 1 else None


def read_first(text: str, read: Callable[[str], T | None]) -> T | None:
    """What `read` makes of the text, or else of its part from the first figure on: «вега: обещал 20 тыс в пятницу»."""
    found = read(text)
    if found is not None:
        return found
    figure = _FIGURE.search(text)
    return read(text[figure.start() :]) if figure else None


def read_birth(text: str) -> Birth | None:
    """(day, month, year or None): «12 марта», «12.03.1985», «29 февраля». A year of two figures from 30 to 99 is 19xx, to 12 is 20xx."""
    tokens = _tokens(text)
    written = written_at(Said(tokens, date.min, WorkCalendar(), answer=True), 0, "на") if tokens else None
    if written is None or written.end != len(tokens):
        return None
    return birth_of(written)


def _tokens(text: str) -> list[Token]:
    """Without the marks around; nothing of what is too long to be an answer."""
    if len(text) > LONGEST or len(text.split()) > MOST_WORDS:
        return []
    tokens = tokens_of(unicodedata.normalize("NFC", text).casefold())
    while tokens and tokens[-1].text in _EDGES:
        tokens.pop()
    opened = next((at for at, token in enumerate(tokens) if token.text not in _EDGES), 0)
    return tokens[opened:]


def _whole(tokens: Sequence[Token], now: datetime, calendar: WorkCalendar) -> Moment | None:
    """The moment that all of the tokens say, where nobody could read it otherwise."""
    if not tokens:
        return None
    found = find_moment(Said(tokens, now.date(), calendar, answer=True), 0, now)
    return found if found is not None and found.end == len(tokens) and found.exact else None


def _day_of(tokens: Sequence[Token], found: Moment) -> date | None:
    """A date in full may have passed: whoever asks says so himself."""
    if found.day is not None:
        return found.day
    said = Said(tokens, date.min, WorkCalendar())
    written = written_at(said, preposition_at(said, 0)[1], "на")
    return found.past if written is not None and written.year is not None else None


def _day(tokens: Sequence[Token], today: date, calendar: WorkCalendar) -> date | None:
    found = _whole(tokens, datetime.combine(today, time(), tzinfo=UTC), calendar)
    return None if found is None or found.clock is not None else _day_of(tokens, found)


def _is_either(tokens: Sequence[Token], found: Moment) -> bool:
    """«15» and «до 15» are a day or an hour; so is «пт 27» on the eve of Friday the 27th."""
    last = tokens[-1]
    if last.kind is not Kind.NUMBER or not last.text.isdigit():
        return False
    number = int(last.text)
    if found.clock is None:
        return len(tokens) <= 2 and number < 24 and found.birth is None  # noqa: PLR2004
    alone = (
        tokens[-2].kind is Kind.WORD and tokens[-2].text not in {"в", "во", "на", "к", "до"}
        if len(tokens) > 1
        else True
    )
    return alone and found.day is not None and found.day.day == number


def _amount(tokens: Sequence[Token]) -> int | None:
    found = find_sum(tokens, 0)
    if found is None or found.end != len(tokens):
        return None
    # «120.000» could be either.
    return None if len(tokens) == 1 and _THOUSAND_OR_FRACTION.fullmatch(tokens[0].text) else found.kopecks


def _sums_and_days(
    tokens: Sequence[Token], today: date, calendar: WorkCalendar
) -> Iterator[tuple[int, date]]:
    for at in range(1, len(tokens)):
        left, right = tokens[:at], tokens[at:]
        for money, when in ((left, right), (right, left)):
            amount = _amount(money)
            day = None if amount is None else _day(when, today, calendar)
            if amount is not None and day is not None:
                yield amount, day
