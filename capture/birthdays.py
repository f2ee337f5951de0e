"""«др у смирновой 12 марта»: a birthday as one line. Of some only the month is said: «в марте»."""

import re
from collections.abc import Iterator
from typing import Final

from capture.answers import read_birth
from capture.when.time_words import MONTHS
from domain.occasions import Birth

_OPENING: Final = re.compile(
    r"^\s*(?:д\.?\s?р\.?|днюха|день\s+рождени[яе]|юбилей|b-?day|birthday)(?:\s+(?:у|of|for))?(?:\s*[:—–-])?\s+",
    re.IGNORECASE,
)
_INSIDE: Final = re.compile(
    r"\s*(?:у\s+)?(?P<whose>[^\d,;]+?)\s+(?:д\.?\s?р\.?|день\s+рождения|b-?day|birthday(?:\s+is)?)(?:\s*[:—–-])?\s+(?P<when>.+)",
    re.IGNORECASE,
)
_BORN: Final = re.compile(
    r"^(?:(?:у|of|for)\s+)|(?:\s+(?:родил(?:ся|ась)|др|день рождения|юбилей|born|on|is|в|-|—|–))+$",
    re.IGNORECASE,
)
_SHORT_YEAR: Final = re.compile(
    r"(.*[^\W\d]\.?,?\s)['’]?(\d\d)(\s*г(?:\.?|ода?)(?:\s*р\.?)?)?", re.IGNORECASE
)
_MONTH: Final = re.compile(
    r"(?:(?:где-то|около|примерно)\s+)?(?P<in>(?:в|на|in)\s+)?(?P<month>[^\W\d]{3,9})\.?(?:,?\s+(?P<year>\d{4})(?:\s*г(?:\.?|ода?))?)?",
    re.IGNORECASE,
)
# What looks like a date and is none («31 февраля», «31.02.1980») belongs to nobody's name.
_NO_DATE: Final = re.compile(
    rf"\s+(?:\d{{1,2}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?|\d{{1,2}}\s+(?:{'|'.join(MONTHS)})(?:\s+\d{{2,4}})?)\s*(?:г(?:\.|ода?)?)?$",
    re.IGNORECASE,
)
_LONGEST: Final = 200
_MOST_WORDS: Final = 6
_LAST_CENTURY: Final = 30
_THIS_CENTURY: Final = 12


def read_whole_birth(text: str) -> Birth | None:
    """(day or None, month, year or None) of an answer: «12 марта», «12 марта 85», «март», «в марте 1985»."""
    clean = text.strip(" .,!?;«»\"'")
    return read_birth(clean) or _with_short_year(clean) or _month_alone(clean)


def century_of(short: int) -> int | None:
    """The year of birth of two figures: from 30 to 99 it is 19xx, to 12 it is 20xx; between them nobody can tell."""
    return 1900 + short if short >= _LAST_CENTURY else 2000 + short if short <= _THIS_CENTURY else None


def _with_short_year(text: str) -> Birth | None:
    match = _SHORT_YEAR.fullmatch(text)
    year = century_of(int(match[2])) if match else None
    return read_birth(f"{match[1]}{year}") if match and year else None


def _month_alone(text: str, *, with_preposition: bool = False) -> Birth | None:
    match = _MONTH.fullmatch(text)
    month = MONTHS.get(match["month"].casefold()) if match else None
    if match is None or month is None or (with_preposition and not match["in"]):
        return None
    return None, month, int(match["year"]) if match["year"] else None


def read_birthday_line(text: str) -> tuple[str, Birth | None] | None:
    """(whose, (day or None, month, year or None) or None without a date); None where the line is not one of a birthday.

    «у директора ромашки др 5 мая» is one with a date only: the word alone in the middle may be anything.
    """
    opening = _OPENING.match(text)
    if opening is not None:
        return read_person_and_birth(text[opening.end() :])
    inside = _INSIDE.fullmatch(text[:_LONGEST])
    birth = read_whole_birth(inside["when"]) if inside else None
    return (_person(inside["whose"].split()), birth) if inside and birth else None


def read_person_and_birth(text: str) -> tuple[str, Birth | None]:
    """The same without the opening word: «смирнова 12.03.1985», «12 марта смирнова», «ромашка», «смирнова в марте».

    Nobody is named by a date alone.
    """
    words = text[:_LONGEST].split()
    whole = " ".join(words).strip(" ,.")
    alone = read_birth(whole) or _with_short_year(whole)
    if alone is not None:
        return "", alone
    sizes = range(min(len(words) - 1, _MOST_WORDS), 0, -1)
    # The longest date wins: «12 марта 1985» before «12 марта», and that before «марта».
    for size in sizes:
        for whose, when in ((words[:-size], words[-size:]), (words[size:], words[:size])):
            said = " ".join(when).strip(" ,")
            birth = read_birth(said) or _with_short_year(said)
            if birth is not None:
                return _person(whose), birth
    for size in sizes:
        # A man may be called Март: in front of a name only «в марте» is a month.
        birth = _month_alone(" ".join(words[-size:]).strip(" .,"))
        if birth is not None and not any(word.isdecimal() for word in words[:-size]):
            return _person(words[:-size]), birth
        birth = _month_alone(" ".join(words[:size]).strip(" ,"), with_preposition=True)
        if birth is not None:
            return _person(words[size:]), birth
    return _person(_NO_DATE.sub("", " ".join(words)).split()), None


def split_firm(whose: str) -> tuple[str, str]:
    """«ольги петровны из ромашки» is the person and the firm; the firm is empty where none is named so."""
    person, *rest = re.split(r"\s+(?:из|from|at)\s+", whose, maxsplit=1, flags=re.IGNORECASE)
    return person, rest[0] if rest else ""


def firm_splits(words: str) -> Iterator[tuple[str, str]]:
    """Every (person, firm) that «смирновой ромашка» and «ромашки смирновой» may be."""
    said = words.split()[:_MOST_WORDS]
    for cut in range(1, len(said)):
        head, tail = " ".join(said[:cut]), " ".join(said[cut:])
        yield head, tail
        yield tail, head


def _person(words: list[str]) -> str:
    return _BORN.sub("", " ".join(words)).strip(" ,:—–-")
