"""Dates as they are written: «25.11», «05.12.2026», «5 мая», «третьего июня 1980 года», «15-го», «20 числа»."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from capture.language.numerals import ordinal_at, word_set
from capture.language.tokens import Kind, Token
from capture.when.counted import counts_next, follows_a_thing, is_measure, is_of_thing
from capture.when.time_words import MINUTE, MONTH, MONTHS, NEXT, THIS, time_word
from domain.calendar import WorkCalendar
from domain.errors import InvalidBirthDateError
from domain.occasions import BirthDate
from domain.periods import add_months

Birth = tuple[int, int, int | None]
MOST_DAYS: Final = 31
MONTHS_IN_YEAR: Final = 12
LAST_HOUR: Final = 23
SHORT_YEAR: Final = 2
FULL_YEAR: Final = 4
LONGEST_PLAN: Final = 10
CENTURY: Final = 100
_OF_ORDINAL: Final = word_set("го ого е ое му ому st nd rd th")
_NAMES_TOO: Final = word_set("мая май марта март")
_OF_YEAR: Final = word_set("г год года г.р гр")
_PRICES: Final = word_set("по ц цена цене сумма сумму за @")
_ALWAYS: Final = (24, 7)
_BEFORE_ORDINAL_HOUR: Final = word_set(
    "половине половина половину половины четверть четверти начале начало пол"
)
# A year of birth in two figures from which nobody can tell a child from a great-grandmother.
_UNCLEAR_YEARS: Final = range(2013, 2030)
_YEARS: Final = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Said:
    """A line, the day on which it was said, and whether the whole of it answers a question (so that a bare number is read)."""

    tokens: Sequence[Token]
    today: date
    calendar: WorkCalendar
    answer: bool = False

    def word(self, at: int) -> str:
        """The text of a token, mended where it is a word of time with a slip; empty beyond the line."""
        if not 0 <= at < len(self.tokens):
            return ""
        token = self.tokens[at]
        return time_word(token.text) if token.kind is Kind.WORD else token.text

    def is_number(self, at: int) -> bool:
        """Whether figures stand there."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind is Kind.NUMBER

    def glued(self, at: int) -> bool:
        """Whether nothing stands between the token and the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def past_dot(self, at: int) -> int:
        """`at`, or the place after the point that ends an abbreviation there."""
        return at + 1 if self.word(at) == "." and self.glued(at) else at

    def past_comma(self, at: int) -> int:
        return at + 1 if self.word(at) == "," else at

    def whole(self, at: int, most: int) -> int | None:
        """The figure at `at` where it is a whole number of at most `most`."""
        text = self.word(at)
        return (
            int(text)
            if text.isascii() and text.isdigit() and len(text) <= len(str(most)) and int(text) <= most
            else None
        )


@dataclass(frozen=True, slots=True)
class Written:
    """A date before it meets a calendar; without a month a day of the next month that has it.

    The year has four figures; one that was written with two (`short`) is of this century, unless it is of a birth or long ahead.
    """

    end: int
    day: int
    month: int | None = None
    year: int | None = None
    short: bool = False


def written_at(said: Said, at: int, before: str) -> Written | None:
    """The longest date that begins at `at`; `before` is its preposition, or nothing."""
    if at >= len(said.tokens):
        return None
    if said.is_number(at):
        return _in_figures(said, at, before) or _day_and_month(said, at, before)
    if said.word(at) == "числа" and (number := said.whole(at + 1, MOST_DAYS)):
        return Written(_past_ordinal(said, at + 2) or at + 2, number)
    return _day_and_month(said, at, before) or _month_first(said, at, before)


def days_of(written: Written, today: date) -> tuple[date | None, date | None]:
    """(the coming such day, the last one): today is both, a year that is named leaves one of them."""
    if written.month is None:
        months = [add_months(today.replace(day=1), step) for step in range(-2, 3)]
        days = [day for month in months if (day := _valid(month.year, month.month, written.day)) is not None]
        gone = [day for day in days if day <= today]
        return next((day for day in days if day >= today), None), gone[-1] if gone else None
    if written.year is not None:
        far = written.short and written.year > today.year + LONGEST_PLAN
        day = _valid(written.year - (CENTURY if far else 0), written.month, written.day)
        return (day if day and day >= today else None), (day if day and day <= today else None)
    this, after, before = (_valid(today.year + step, written.month, written.day) for step in (0, 1, -1))
    return (this if this and this >= today else after), (this if this and this <= today else before)


def birth_of(written: Written) -> Birth | None:
    """(day, month, year or None) where somebody may be born on it. Of two figures from 30 to 99 the year is 19xx, to 12 it is 20xx."""
    year = written.year
    if written.month is None or (written.short and year in _UNCLEAR_YEARS):
        return None
    if written.short and year is not None and year > _UNCLEAR_YEARS[-1]:
        year -= CENTURY
    try:
        BirthDate(written.month, written.day, year)
    except InvalidBirthDateError:
        return None
    return written.day, written.month, year


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_figures(said: Said, at: int, before: str) -> Written | None:
    text = said.word(at)
    left, dot, right = text.partition(".")
    if dot:
        return _dotted(said, at, left, right, before)
    first, mark = said.whole(at, 2100), said.word(at + 1)
    if first is None or mark not in {"/", "-"} or not _is_chain(said, at, 2):
        return None
    second = said.whole(at + 2, MONTHS_IN_YEAR)
    if not second or len(text) not in {1, SHORT_YEAR, FULL_YEAR}:
        return None
    more = said.word(at + 3) == mark and _is_chain(said, at + 2, 2)
    if len(text) == FULL_YEAR:
        day = said.whole(at + 4, MOST_DAYS) if mark == "-" and more else None
        return Written(at + 5, day, second, first) if day and first else None
    year = _year(said, at + 4) if more else None
    written = (
        Written(at + 3, first, second)
        if year is None
        else Written(at + 5, first, second, year, _is_short(said, at + 4))
    )
    return None if not 1 <= first <= MOST_DAYS or _is_unclear(said, at, written, before) else written


def _is_unclear(said: Said, at: int, written: Written, before: str) -> bool:
    """With a slash 5/6 is May to one reader and June to another. Without a year «5-6» is a range, «24/7» is always."""
    mark, day, month = said.word(at + 1), written.day, written.month or 0
    alone = mark == "-" or said.glued(at + 3) or before == "в" or (day, month) == _ALWAYS
    return (mark == "/" and day <= MONTHS_IN_YEAR and day != month) or (written.year is None and alone)


def _dotted(said: Said, at: int, left: str, right: str, before: str) -> Written | None:
    if max(len(left), len(right)) > SHORT_YEAR:
        return None
    day, month = int(left), int(right)
    if not (1 <= day <= MOST_DAYS and 1 <= month <= MONTHS_IN_YEAR):
        return None
    if said.word(at + 1) == "." and _is_chain(said, at, 2):
        year = _year(said, at + 2)
        return (
            None
            if year is None
            else Written(_past_year_word(said, at + 3), day, month, year, _is_short(said, at + 2))
        )
    price = not before and (said.word(at - 1) in _PRICES or counts_next(said.tokens, at + 1, day))
    # «в 10.12» is an hour, «масло 3.2» a share, «12.03 кг» a weight.
    if len(right) < SHORT_YEAR or before in {"в", "через"} or price or is_measure(said.word(at + 1)):
        return None
    if said.glued(at + 1) and said.word(at + 1) not in {".", ",", ")", "!", "?", ";"} | _OF_YEAR:
        return None
    return Written(at + 1, day, month)


def _is_chain(said: Said, at: int, more: int) -> bool:
    return all(said.glued(at + step) for step in range(1, more + 1))


def _year(said: Said, at: int) -> int | None:
    """Of four figures, or of two."""
    text = said.word(at)
    number = said.whole(at, 2100)
    if number is None or len(text) not in {SHORT_YEAR, FULL_YEAR} or (len(text) == FULL_YEAR and number < 1):
        return None
    return number if len(text) == FULL_YEAR else number + 2000


def _is_short(said: Said, at: int) -> bool:
    return len(said.word(at)) == SHORT_YEAR


def _past_year_word(said: Said, at: int) -> int:
    """«г.», «года», «г.р.», «года рождения»."""
    if said.word(at) not in _OF_YEAR:
        return at
    at = said.past_dot(at + 1)
    if said.word(at) == "р":
        return said.past_dot(at + 1)
    return at + 1 if said.word(at) == "рождения" else at


def _past_ordinal(said: Said, at: int) -> int | None:
    """After the «-го» of «15-го»."""
    if said.word(at) in _OF_ORDINAL and said.glued(at):
        return at + 1
    return (
        at + 2
        if said.word(at) == "-" and said.glued(at) and said.glued(at + 1) and said.word(at + 1) in _OF_ORDINAL
        else None
    )


def _day_and_month(said: Said, at: int, before: str) -> Written | None:
    """A number or an ordinal, then a month, «числа», or nothing where it is an ordinal."""
    number = said.whole(at, MOST_DAYS)
    spoken = None if number is not None else ordinal_at(said.tokens, at)
    if number is None and spoken is None:
        return None
    day = number if spoken is None else int(spoken.value)
    after = (_past_ordinal(said, at + 1) or at + 1) if spoken is None else spoken.end
    if not day:
        return None
    month = MONTHS.get(said.word(after))
    if month is not None:
        return _with_month(said, after, day, month, before)
    if said.word(after) in {"числа", "число", "числу"}:
        return _of_month(said, at, after + 1, day)
    ordinal = spoken is not None or after > at + 1
    # «первое» alone is a course of a dinner as well.
    nominative = spoken is not None and said.word(after - 1).endswith("е") and not before
    hour = said.word(at - 1) in _BEFORE_ORDINAL_HOUR or (said.word(at - 1) in MINUTE and not before)
    if ordinal and not hour and (said.answer or not (nominative or follows_a_thing(said.tokens, after))):
        return _of_month(said, at, after, day)
    return None


def _of_month(said: Said, at: int, end: int, day: int) -> Written:
    """«15 числа», and whose: «… следующего месяца», «в следующем месяце …»."""
    after = said.word(end + 1) in MONTH
    modifier = said.word(end) if after else said.word(at - 2) if said.word(at - 1) in MONTH else ""
    if modifier not in NEXT | THIS:
        return Written(end, day)
    month = add_months(said.today.replace(day=1), int(modifier in NEXT))
    return Written(end + 2 if after else end, day, month.month, month.year)


def _with_month(said: Said, at: int, day: int, month: int, before: str) -> Written | None:
    """«5 мая», and the year if there is one."""
    name, end = said.word(at), said.past_dot(at + 1)
    if name in _NAMES_TOO and not before and is_of_thing(said.tokens, at + 1):
        return None
    place = said.past_comma(end)
    text, year = said.word(place), _year(said, place)
    after = _past_year_word(said, place + 1)
    if year is None or (len(text) == SHORT_YEAR and after == place + 1):
        return Written(_past_year_word(said, end), day, month)
    sum_or_goods = after == place + 1 and counts_next(said.tokens, after, year)
    passed = before in {"до", "к"} and year < said.today.year
    return (
        Written(end, day, month)
        if sum_or_goods or passed or year not in _YEARS
        else Written(after, day, month, year, len(text) == SHORT_YEAR)
    )


def _month_first(said: Said, at: int, before: str) -> Written | None:
    """«March 12, 1985», as English has it, and «в январе 15 числа»."""
    month = MONTHS.get(said.word(at))
    if month is None:
        return None
    if not said.word(at).isascii():
        # «в январе 15 числа»
        found = _day_and_month(said, at + 1, before) if before == "в" else None
        return None if found is None or found.month is not None else Written(found.end, found.day, month)
    place = said.past_dot(at + 1)
    day = said.whole(place, MOST_DAYS)
    if not day:
        return None
    end = _past_ordinal(said, place + 1) or place + 1
    year = _year(said, said.past_comma(end))
    if year in _YEARS and len(said.word(said.past_comma(end))) == FULL_YEAR:
        return Written(said.past_comma(end) + 1, day, month, year)
    return Written(end, day, month)
