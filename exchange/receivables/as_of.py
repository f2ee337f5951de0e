"""The day to which a report stands: its own date, or the end of its period."""

import calendar
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from exchange.headers import Header
from exchange.sheet import Sheet
from exchange.values import MONTH, BadValueError, clean_text, month_number, parse_date

_DATE = rf"(?:\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}|\d{{1,2}}\s+{MONTH}\s+\d{{4}}|{MONTH}\s+\d{{1,2}},?\s+\d{{4}})"
_YEAR = r"(?:\s*(?:г\.?|года|год))?"
_TIME = r"(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
_RANGE = re.compile(
    rf"(?<![\w.])({_DATE}){_TIME}{_YEAR}\s*(?:-|–|—|−|по|до|\.\.+|…|to)\s*({_DATE})", re.IGNORECASE
)
_SAME_YEAR_RANGE = re.compile(
    rf"(?<![\w.])\d{{1,2}}\s+{MONTH}\s*(?:-|–|—|−|по|до)\s*({_DATE})", re.IGNORECASE
)
_ON = re.compile(
    rf"\b(?:на|по состоянию на|состояние на|на дату|на конец дня|дата отч[её]та|отч[её]тная дата|конец периода|дата окончания|as of|as at|on)"
    rf"(?:\s+(?:дату|конец дня|конец|утро|вечер|начало дня))?\s*:?\s*({_DATE})",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    rf"(?:\b(?:за|период|по|на)\b|[-–—:])\s*:?\s*({MONTH})\s+(\d{{4}}){_YEAR}(?!\s*(?:-|–|—|по)\s*{MONTH})",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"\b(?:за|период)\s*:?\s*([1-4]|I{1,3}|IV)(?:-?й)?\s*(?:квартал|кв\.?)\s*(\d{4})", re.IGNORECASE
)
_HALF = re.compile(r"\b(?:за|период)\s*:?\s*([12]|I{1,2})(?:-?е)?\s*полугодие\s*(\d{4})", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:за|период)\s*:?\s*(\d{1,2})\s*месяц\w*\s*(\d{4})", re.IGNORECASE)
_WHOLE_YEAR = re.compile(r"\b(?:за|период)\s*:?\s*(\d{4})(?:\s*(?:г\.?|год\w*))", re.IGNORECASE)
_DAY = re.compile(rf"\b(?:за|период|дата)\s*:?\s*({_DATE})", re.IGNORECASE)
_FILTERS = re.compile(
    r"^(?:отбор|сортировка|показател|группировк|выводимые|условия|параметры отбора|дополнительные)",
    re.IGNORECASE,
)
_ANY_DATE = re.compile(rf"(?<![\w.])(?<!от )(?<!с )({_DATE})(?![\d.]*\d)", re.IGNORECASE)
_PAPERS = re.compile(
    r"\b(?:договор|контракт|соглашени|приказ|утв|лиценз|свидетельств|действует)", re.IGNORECASE
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_YEAR_MONTHS = 12


def find_as_of(sheet: Sheet, header: Header) -> date | None:
    """From the titles over the table, else from its heading («Остаток на 31.10.2026»: the latest), else from the sheet's name."""
    titles = [_line(row) for row in sheet.rows[: header.first]]
    found = _first(title for title in titles if title and not is_filter(title))
    if found is not None:
        return found
    headings = [text for column in header.columns for text in column.path]
    dates = [day for text in headings if (day := date_of(text))]
    return max(dates) if dates else date_of(sheet.name) or _alone(titles) or _alone([sheet.name])


def is_filter(text: str) -> bool:
    """«Отбор: Договор №5 от 01.02.2026»: what a report was narrowed to, not what it is of."""
    return bool(_FILTERS.match(text))


def _alone(lines: Iterable[str]) -> date | None:
    """The only date of some lines («Сальдо взаиморасчётов, 20.11.2026»); a contract's or an order's is none."""
    told = (line for line in lines if line and not is_filter(line) and not _PAPERS.search(line))
    dates = {day for line in told for text in _ANY_DATE.findall(line) if (day := _date(text))}
    return dates.pop() if len(dates) == 1 else None


def _line(row: Iterable[object]) -> str:
    return " ".join(filter(None, (clean_text(value) for value in row)))  # type: ignore[arg-type]


def _first(lines: Iterable[str]) -> date | None:
    return next((day for line in lines if (day := date_of(line))), None)


def date_of(text: str) -> date | None:
    """The report's date in one line of text, or the end of the period that it names."""
    text = clean_text(text)
    for pattern, group in ((_RANGE, 2), (_SAME_YEAR_RANGE, 1), (_ON, 1)):
        if match := pattern.search(text):
            return _date(match[group])
    if matches := _MONTHS.findall(text):
        month, year = matches[-1]
        return _month_end(int(year), month_number(month))
    for pattern, months in ((_QUARTER, 3), (_HALF, 6), (_SPAN, 1)):
        if match := pattern.search(text):
            number = _ROMAN.get(match[1].upper()) or int(match[1])
            return _month_end(int(match[2]), number * months)
    if match := _DAY.search(text):
        return _date(match[1])
    if match := _WHOLE_YEAR.search(text):
        return _month_end(int(match[1]), _YEAR_MONTHS)
    return None


def _date(text: str) -> date | None:
    with suppress(BadValueError):
        return parse_date(text)
    return None


def _month_end(year: int, month: int) -> date | None:
    if not 1 <= month <= _YEAR_MONTHS or not 1990 <= year <= 2100:  # noqa: PLR2004
        return None
    return date(year, month, calendar.monthrange(year, month)[1])
