"""Names of people: parts, gender, form of address, cases; and their phone numbers.

Cases and gender by ending follow the rules of petrovich; patronymics decide before first names.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from domain.declension import Case, Part, decline, gender_by_rules
from domain.errors import InvalidNameError
from domain.first_names import Gender, known_first_names

__all__ = [
    "Case",
    "Formality",
    "Gender",
    "Named",
    "PersonName",
    "Phone",
    "address",
    "display_phone",
    "find_gender",
    "find_phone",
    "inflect",
    "normalise_phone",
    "parse_name",
]

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_INITIALS: Final = re.compile(r"\b([^\W\d_])\.\s*(?:([^\W\d_])\.)?")
_MALE_PATRONYMIC: Final = re.compile(r"(?:ович|евич|ввич|ьич|мич|кич|тич|ыч|оглы|улы|уулу)$")
_FEMALE_PATRONYMIC: Final = re.compile(r"(?:овна|евна|ична|инична|кызы|гызы|қызы)$")
_SURNAME: Final = re.compile(
    r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ой|ая)|енко|[чн]?[юу]к|ых|их|ян|янц|дзе|швили|[её]нок|аго|ко|ич|ец)$"
)
_NAME_LIKE: Final = 2
_FULL: Final = 3


class Formality(StrEnum):
    """The Russian «ты» and «Вы»."""

    INFORMAL = "informal"
    FORMAL = "formal"


@dataclass(frozen=True, slots=True)
class PersonName:
    """Parts of a name in the nominative; an empty part is unknown. A first name or patronymic may be one letter with a dot."""

    first: str = ""
    middle: str = ""
    last: str = ""

    @property
    def full(self) -> str:
        """Last, first, middle: as in lists."""
        return " ".join(part for part in (self.last, self.first, self.middle) if part)

    @property
    def spoken(self) -> str:
        """First and last: as people are spoken of."""
        return " ".join(part for part in (self.first, self.last) if part) or self.middle

    @property
    def initials(self) -> str:
        """The surname with initials; without a surname the name itself."""
        if not self.last:
            return " ".join(part for part in (self.first, self.middle) if part)
        letters = [f"{part[0]}." for part in (self.first, self.middle) if part]
        return " ".join([self.last, *letters])


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name with what was told about it; whatever was told wins over the rules.

    `said_as` is how the person is spoken to, `forms` the whole name by the codes of `Case`.
    """

    name: PersonName
    gender: Gender | None = None
    said_as: str | None = None
    forms: Mapping[str, str] | None = None

    @property
    def known_gender(self) -> Gender | None:
        """As told, else by the patronymic, else by the first name; None is to be asked."""
        return self.gender or find_gender(self.name)

    @property
    def is_addressed(self) -> bool:
        """False with a bare surname or initials: by those nobody is spoken to."""
        return bool(self.said_as) or bool(self.name.first and not self.name.first.endswith("."))

    def address(self, formality: Formality) -> str:
        return self.said_as or address(self.name, formality)

    def case(self, case: Case) -> str:
        """Last, first, middle: as in lists."""
        return (self.forms or {}).get(case) or inflect(self.name, case, self.gender).full


@dataclass(frozen=True, slots=True)
class Phone:
    """A number in E.164 («+79161234567») and its extension, digits or empty."""

    e164: str
    extension: str = ""


def parse_name(text: str) -> PersonName:
    """The parts of a Russian name in any usual order; one unknown word is taken as a first name.

    Raises InvalidNameError when there is not a single letter in it.
    """
    initials = _INITIALS.search(text)
    if initials:
        rest = _WORD.findall(_INITIALS.sub(" ", text))
        first, middle = (f"{letter}." if letter else "" for letter in initials.groups())
        return PersonName(_titled(first), _titled(middle), " ".join(map(_titled, rest)))
    words = [_titled(word) for word in _WORD.findall(text)]
    if not words:
        raise InvalidNameError(text=text)
    return _arranged(_joined_patronymic(words))


def find_gender(name: PersonName) -> Gender | None:
    """By the patronymic, else by the first name, else None: a surname alone is too often foreign or undeclined."""
    middle = name.middle.lower()
    if _MALE_PATRONYMIC.search(middle):
        return Gender.MALE
    if _FEMALE_PATRONYMIC.search(middle):
        return Gender.FEMALE
    first = name.first.lower()
    if not first or first.endswith("."):
        return None
    known = known_first_names()
    if first in known:
        return known[first]
    return gender_by_rules(firstname=first)


def address(name: PersonName, formality: Formality) -> str:
    """How the person is spoken to: «Ольга», or «Ольга Петровна» where the patronymic is known."""
    if name.first and not name.first.endswith("."):
        patronymic = name.middle if formality is Formality.FORMAL and not name.middle.endswith(".") else ""
        return f"{name.first} {patronymic}".strip()
    return name.initials


def inflect(name: PersonName, case: Case, gender: Gender | None = None) -> PersonName:
    """The name in a case. `gender` overrides what the name itself tells; initials and foreign letters stay as they are."""
    if case is Case.NOMINATIVE:
        return name
    # A surname is good enough to choose an ending by, never to choose «уважаемый» or «уважаемая».
    known = gender or find_gender(name) or gender_by_rules(lastname=name.last)
    # Names in -а, -я decline alike for men and women, so «Саша» needs no gender.
    first = known or (Gender.FEMALE if name.first[-1:] in {"а", "я"} else None)
    middle = name.middle if " " in name.middle else decline(Part.MIDDLE, name.middle, case, known)
    last = " ".join(decline(Part.LAST, word, case, known) for word in name.last.split())
    return PersonName(decline(Part.FIRST, name.first, case, first), middle, last)


def find_phone(text: str, region: str = "RU") -> Phone | None:
    """The number in a text that holds one, valid in its numbering plan, or None. 8 is the trunk prefix of Russia."""
    import phonenumbers

    with suppress(phonenumbers.NumberParseException):
        number = phonenumbers.parse(text, region)
        if phonenumbers.is_valid_number(number):
            return _phone(number)
    inside = phones_in(text, region)
    return inside[0][2] if len(inside) == 1 else None


def phones_in(text: str, region: str = "RU") -> list[tuple[int, int, Phone]]:
    """Every valid number of a text among other words: (its first character, the end, the number)."""
    import phonenumbers

    return [
        (match.start, match.end, _phone(match.number))
        for match in phonenumbers.PhoneNumberMatcher(text, region)
    ]


def _phone(number: Any) -> Phone:
    import phonenumbers

    e164: str = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return Phone(e164, number.extension or "")


def normalise_phone(text: str, region: str = "RU") -> str | None:
    """E.164, or None when the text is not a phone number."""
    phone = find_phone(text, region)
    return None if phone is None else phone.e164


@lru_cache(maxsize=10_000)
def display_phone(e164: str) -> str:
    """«+7 916 123-45-67»: the international form; what is not a number is shown as it is."""
    import phonenumbers

    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return e164
    shown: str = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return shown


def _titled(word: str) -> str:
    """Capitals at the start of each part of a word typed in one case; a word of mixed case is left alone."""
    if word not in {word.lower(), word.upper()}:
        return word
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def _joined_patronymic(words: list[str]) -> list[str]:
    """«Мамед оглы» is one patronymic of two words."""
    joined: list[str] = []
    for word in words:
        if joined and word.lower() in {"оглы", "кызы", "улы", "гызы", "уулу"}:
            joined[-1] = f"{joined[-1]} {word.lower()}"
        else:
            joined.append(word)
    return joined


def _is_patronymic(word: str) -> bool:
    lower = word.lower()
    return bool(_MALE_PATRONYMIC.search(lower) or _FEMALE_PATRONYMIC.search(lower))


def _may_go_together(first: str, middle: str) -> bool:
    known = known_first_names().get(first.lower())
    return known is None or known is find_gender(PersonName(middle=middle))


def _is_first(word: str) -> bool:
    return word.lower() in known_first_names()


def _arranged(words: list[str]) -> PersonName:
    if len(words) == 1:
        return _single(words[0])
    # «Абрамович» may be a surname: it is a patronymic only behind a name, best behind a known one.
    places = [
        i
        for i in range(1, len(words))
        if _is_patronymic(words[i]) and _may_go_together(words[i - 1], words[i])
    ]
    if not places:
        return _without_patronymic(words)
    place = next((i for i in places if _is_first(words[i - 1])), places[-1])
    first, middle = words[place - 1], words[place]
    last = " ".join(words[: place - 1] + words[place + 1 :])
    if not last and not _is_first(first) and _SURNAME.search(first.lower()):
        return PersonName(middle=middle, last=first)
    return PersonName(first, middle, last)


def _single(word: str) -> PersonName:
    if _is_first(word):
        return PersonName(first=word)
    if _is_patronymic(word):
        return PersonName(middle=word)
    if _SURNAME.search(word.lower()):
        return PersonName(last=word)
    return PersonName(first=word)


def _without_patronymic(words: list[str]) -> PersonName:
    if len(words) >= _FULL:
        place = next((i for i, word in enumerate(words) if _is_first(word)), 1)
        rest = words[:place] + words[place + 1 :]
        return PersonName(first=words[place], last=" ".join(rest))
    left, right = words
    if _is_first(left) != _is_first(right):
        return PersonName(left, "", right) if _is_first(left) else PersonName(right, "", left)
    left_is_surname = bool(_SURNAME.search(left.lower()))
    if left_is_surname and not _SURNAME.search(right.lower()):
        return PersonName(right, "", left)
    return PersonName(left, "", right)
