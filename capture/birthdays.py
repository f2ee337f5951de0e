"""«др у смирновой 12 марта»: a birthday as one line."""

import re
from typing import Final

from capture.answers import read_birth

Birth = tuple[int, int, int | None]
_OPENING: Final = re.compile(
    r"^\s*(?:д\.?\s?р\.?|днюха|день\s+рождени[яе]|b-?day|birthday)(?:\s+(?:у|of|for))?(?:\s*[:—–-])?\s+",
    re.IGNORECASE,
)
_BORN: Final = re.compile(
    r"^(?:(?:у|of|for)\s+)|(?:\s+(?:родил(?:ся|ась)|born|on|is|-|—|–))+$", re.IGNORECASE
)
_LONGEST: Final = 200


def read_birthday_line(text: str) -> tuple[str, Birth | None] | None:
    """(whose, (day, month, year or None) or None without a date); None where the line does not begin as one of a birthday."""
    opening = _OPENING.match(text)
    return None if opening is None else read_person_and_birth(text[opening.end() :])


def read_person_and_birth(text: str) -> tuple[str, Birth | None]:
    """The same without the opening word: «смирнова 12.03.1985», «12 марта смирнова», «ромашка»."""
    words = text[:_LONGEST].split()
    # The longest date wins: «12 марта 1985» before «12 марта».
    for size in range(min(len(words) - 1, 5), 0, -1):
        for whose, when in ((words[:-size], words[-size:]), (words[size:], words[:size])):
            birth = read_birth(" ".join(when))
            if birth is not None:
                return _BORN.sub("", " ".join(whose)).strip(" ,:—–-"), birth
    return _BORN.sub("", " ".join(words)).strip(" ,:—–-"), None
