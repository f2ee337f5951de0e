"""«№ 45/26 от 01.03.2026 до 28.02.2027, отсрочка 14, лимит 300 тыс, колонка опт»: the terms of a contract in one line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from capture.answers import read_amount, read_day
from capture.language.tokens import tokens_of
from capture.when.written_dates import Said, days_of, written_at
from domain.calendar import WorkCalendar
from domain.contracts import TermField, Terms
from domain.periods import add_months

LONGEST_NUMBER: Final = 60
LONGEST: Final = 300
MOST_WORDS: Final = 3
_WORD: Final = re.compile(r"[^\s,;]+")
_NUMBER: Final = re.compile(
    r"(?:№|#|\bномер\b|\bnumber\b|\bno\.)\s*(?P<number>[^\s,;]+)|^\s*(?:договор\w*\s+)?(?P<bare>(?=[^\s,;]*[\d])[^\s,;.]*[/\-–][^\s,;.]*)(?=[\s,;]|$)",
    re.IGNORECASE,
)
_DATES: Final = (
    ("signed", r"(?:подписан\w*|заключен\w*|заключён\w*|от|signed|dated)"),
    ("starts", r"(?:действует\s+с|начиная\s+с|начало|с|со|from)"),
    ("ends", r"(?:действует\s+до|кончается|истекает|до|по|включительно\s+по|till|until|to)"),
)
_DATE_LEADS: Final = tuple(
    (name, re.compile(rf"(?<!\w){lead}\s+(?=[\dа-яёa-z])", re.IGNORECASE)) for name, lead in _DATES
)
_SPAN: Final = re.compile(
    r"(?<!\w)(?:на|for)\s+(?:(?P<count>\d{1,2})\s*)?(?P<unit>год\w*|лет|года|месяц\w*|мес|years?|months?)(?!\w)",
    re.IGNORECASE,
)
_OPEN_ENDED: Final = re.compile(r"(?<!\w)(?:бессрочн\w*|без\s+срока|open[- ]ended)", re.IGNORECASE)
_NOTICE: Final = re.compile(
    r"(?<!\w)(?:уведомлени\w*|предупреждени\w*|notice)\s*(?:за|of)?\s*(\d{1,3})(?:\s*(?:дн\w*|день|days?)(?!\w))?",
    re.IGNORECASE,
)
_DELAY: Final = re.compile(
    r"(?<!\w)(?:отсрочк\w*|delay)(?:\s+платежа)?\s*[:–—-]?\s*(\d{1,4})(?:\s*(?:дн\w*|день|days?)(?!\w)\.?)?"
    r"|(\d{1,4})\s*(?:дн\w*|день|days?)\s+(?:отсрочк\w*|delay)",
    re.IGNORECASE,
)
_NO_DELAY: Final = re.compile(r"(?<!\w)(?:предоплат\w*|без\s+отсрочк\w*|prepaid)", re.IGNORECASE)
_LIMIT: Final = re.compile(
    r"(?<!\w)(?:лимит\w*|limit)\s*[:–—-]?\s*(?P<sum>\d[^,;]*?(?:,\d[^,;]*?)?)(?=\s*(?:[,;]|$|колонк|цен|прайс|отсроч|предопл|до\s|от\s))",
    re.IGNORECASE,
)
_COLUMN: Final = re.compile(
    r"(?<!\w)(?:колонк\w*|цен[аы]|прайс\w*|column|prices?)\s*[:–—-]?\s*(?P<column>[^,;]+?)(?=\s*(?:[,;]|$|лимит|отсроч|предопл))",
    re.IGNORECASE,
)
_NOISE: Final = re.compile(
    r"[\s,;.:()«»\"'–—-]+|(?<!\w)(?:договор\w*|г|года|contract|и|and)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class TermsRead:
    """What the line says, and the words of it that nothing was made of."""

    terms: Terms
    unread: str


@dataclass
class _Line:
    """A line from which pieces are taken one after another; what is taken leaves spaces, so that places stay."""

    text: str
    today: date
    calendar: WorkCalendar

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.search(self.text)
        if found is not None:
            self.cut(found.start(), found.end())
        return found

    def cut(self, start: int, end: int) -> None:
        self.text = self.text[:start] + " " * (end - start) + self.text[end:]

    def dates(self) -> Iterator[tuple[str, date]]:
        for name, lead in _DATE_LEADS:
            for found in lead.finditer(self.text):
                day, end = self._date_at(found.end(), past=name == "signed")
                if day is not None:
                    self.cut(found.start(), end)
                    yield name, day
                    break

    def _date_at(self, at: int, *, past: bool) -> tuple[date | None, int]:
        """The date that begins there and where it ends; without a year the last one, or the coming one."""
        tokens = tokens_of(self.text[at:])
        written = written_at(Said(tokens, self.today, self.calendar), 0, "на") if tokens else None
        if written is None:
            return self._named_at(at)
        if written.year is not None and written.month is not None:
            day = _valid(written.year, written.month, written.day)
        else:
            coming, gone = days_of(written, self.today)
            day = gone if past else coming
        return day, at + tokens[written.end - 1].end

    def _named_at(self, at: int) -> tuple[date | None, int]:
        """«сегодня», «конца года»: a day in words that begins there."""
        words = [*_WORD.finditer(self.text, at)][:MOST_WORDS]
        for count in range(len(words), 0, -1):
            end = words[count - 1].end()
            day = read_day(f"до {self.text[at:end]}", self.today, self.calendar)
            if day is not None:
                return day, end
        return None, at


def read_terms(
    text: str,
    today: date,
    calendar: WorkCalendar,
    columns: tuple[str, ...] = (),
    *,
    begins: date | None = None,
) -> TermsRead:
    """The terms that a line names, in any order; nothing of what is not said. `columns` are the price columns there are.

    A column is taken as the price list writes it, or as it was typed where the list has none like it. A term in years or
    months counts from the day that the line says, else from `begins`, else from today.
    """
    line = _Line(" ".join(text.split())[:LONGEST], today, calendar)
    limit, column = line.take(_LIMIT), line.take(_COLUMN)
    terms = Terms(delay=_delay(line), price_column=_column(column, columns))
    if limit is not None:
        terms = replace(terms, credit_limit=read_amount(limit["sum"].strip()))
    notice = line.take(_NOTICE)
    if notice is not None:
        terms = replace(terms, notice_days=int(notice[1]))
    number = line.take(_NUMBER)
    if number is not None:
        terms = replace(terms, number=(number["number"] or number["bare"]).strip(".")[:LONGEST_NUMBER])
    for name, day in line.dates():
        terms = replace(terms, **{name: day})  # type: ignore[arg-type]
    return TermsRead(_with_term(line, terms, begins), " ".join(_NOISE.sub(" ", line.text).split()))


def _delay(line: _Line) -> int | None:
    found = line.take(_DELAY)
    if found is not None:
        return int(found[1] or found[2])
    return 0 if line.take(_NO_DELAY) is not None else None


def _column(found: re.Match[str] | None, columns: tuple[str, ...]) -> str:
    if found is None:
        return ""
    typed = found["column"].strip()
    return next((one for one in columns if one.casefold() == typed.casefold()), typed)


def _with_term(line: _Line, terms: Terms, known: date | None) -> Terms:
    """«на год» counts from the beginning, to the day before its anniversary."""
    if line.take(_OPEN_ENDED) is not None:
        return replace(terms, open_ended=True, ends=None)
    span = line.take(_SPAN)
    if span is None or terms.ends is not None:
        return terms
    of_months = span["unit"].casefold().startswith(("мес", "month"))
    months = int(span["count"] or 1) * (1 if of_months else 12)
    begins = terms.starts or terms.signed or known or line.today
    return replace(terms, ends=add_months(begins, months) - timedelta(days=1))


def read_answer(
    field: TermField,
    text: str,
    today: date,
    calendar: WorkCalendar,
    columns: tuple[str, ...] = (),
    *,
    begins: date | None = None,
) -> Terms | None:
    """An answer to the question about one term, as bare as it may be: «14», «300 тыс», «28.02.2027», «опт»."""
    lead = {
        TermField.NUMBER: "№ ",
        TermField.SIGNED: "от ",
        TermField.ENDS: "до ",
        TermField.DELAY: "отсрочка ",
        TermField.LIMIT: "лимит ",
        TermField.PRICES: "колонка ",
    }[field]
    for line in (text, lead + text):
        read = read_terms(line, today, calendar, columns, begins=begins)
        if field not in read.terms.missing and not read.unread:
            return read.terms
    return None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
