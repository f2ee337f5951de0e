"""«ромашка основана 12.03.2005», «работаем с ромашкой с 2015»: dates of a company, as a line or as an answer."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from capture.birthdays import read_whole_birth

_LONGEST: Final = 200
_YEAR: Final = re.compile(
    r"(?:(?:в|с|со|in|since)\s+)?((?:19|20)\d\d)(?:\s*г(?:\.|ода?|оду)?)?", re.IGNORECASE
)
_OPENED: Final = re.compile(r"^(?:с|со|since|from)\s+", re.IGNORECASE)


class CompanyDate(StrEnum):
    FOUNDED = "founded"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class CompanyLine:
    """`whose` and the date as they were typed, and the date as read: the day, the month or the year may be unknown, never all."""

    whose: str
    what: CompanyDate
    said: str
    when: tuple[int | None, int | None, int | None]


_LINES: Final = (
    (CompanyDate.FOUNDED, re.compile(r"(?P<who>.+?)\s+(?:была?\s+)?(?:основан[аоы]?|создан[аоы]?|founded|(?:was\s+)?established)\s+(?P<when>.+)", re.IGNORECASE)),
    (CompanyDate.FOUNDED, re.compile(r"(?:день\s+рождения|др|юбилей)\s+(?:компании|фирмы|организации)\s+(?P<who>.+?)\s+(?P<when>(?:в\s+)?\d.*)", re.IGNORECASE)),
    (CompanyDate.TOGETHER, re.compile(r"(?:мы\s+)?(?:работаем|сотрудничаем)\s+(?:с|со)\s+(?P<who>.+?)\s+(?:с|со)\s+(?P<when>.+)", re.IGNORECASE)),
    (CompanyDate.TOGETHER, re.compile(r"(?P<who>.+?)\s+(?:с\s+нами|работает\s+с\s+нами|(?:наш|наши)\s+клиенты?)\s+(?:с|со)\s+(?P<when>.+)", re.IGNORECASE)),
    (CompanyDate.TOGETHER, re.compile(r"(?:we\s+)?(?:have\s+)?work(?:ed|ing)?\s+with\s+(?P<who>.+?)\s+since\s+(?P<when>.+)", re.IGNORECASE)),
)  # fmt: skip


def read_company_line(text: str) -> CompanyLine | None:
    """None where the line says no such date, or none that can be read."""
    line = " ".join(text[:_LONGEST].split()).strip(" .!")
    for what, pattern in _LINES:
        match = pattern.fullmatch(line)
        when = read_company_date(match["when"]) if match else None
        if match and when:
            return CompanyLine(match["who"].strip(' ,:«»"'), what, match["when"], when)
    return None


def read_company_date(text: str) -> tuple[int | None, int | None, int | None] | None:
    """(day, month, year), unknown parts None: «12.03.2005», «март 2005», «2005», «12 марта»."""
    clean = text.strip(" .,")
    year = _YEAR.fullmatch(clean)
    if year:
        return None, None, int(year[1])
    return read_whole_birth(_OPENED.sub("", clean))


def first_day(when: tuple[int | None, int | None, int | None]) -> date | None:
    """The earliest day that it may be; None without a year or where the calendar has no such day."""
    day, month, year = when
    if year is None:
        return None
    try:
        return date(year, month or 1, day or 1)
    except ValueError:
        return None
