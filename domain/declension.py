"""Cases of Russian names, word by word: the rules of petrovich, and what they miss.

Stress is not to be seen in a spelling, so «Ткачом» and «Кобзарём» stand here by name; so do vowels that fall out («Зайца»). Where the
handbooks differ («Гузели» or «Гузель») L. Kalakutskaya's is followed («Фамилии. Имена. Отчества. Написание и склонение», 1994): women's
names in a consonant stay as they are, but for «Любовь» and those of the Bible. Who wants it otherwise has own forms.
"""

import re
from enum import StrEnum
from functools import cache
from typing import Any, Final

from domain.first_names import Gender

# «Палыч», as patronymics are said.
_PALYCH: Final = ("а", "у", "а", "ем", "е")
_FORMS: Final = ("genitive", "dative", "accusative", "instrumental", "prepositional")


class Case(StrEnum):
    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


class Part(StrEnum):
    FIRST = "FIRSTNAME"
    MIDDLE = "MIDDLENAME"
    LAST = "LASTNAME"


# Men's surnames: nominative, then the five cases. Women's like them stay as they are.
_MEN: Final = """
заяц зайца зайцу зайца зайцем зайце
лев льва льву льва львом льве
орёл орла орлу орла орлом орле
палец пальца пальцу пальца пальцем пальце
соловей соловья соловью соловья соловьём соловье
воробей воробья воробью воробья воробьём воробье
муравей муравья муравью муравья муравьём муравье
репей репья репью репья репьём репье
кий кия кию кия кием кие
миних миниха миниху миниха минихом минихе
жиляй жиляя жиляю жиляя жиляем жиляе
"""
_FIRST: Final = """
франц франца францу франца францем франце
"""
# Surnames whose instrumental bears the stress: -ом, -ём.
_STRESSED: Final = frozenset([
    "борщ", "плющ", "лещ", "хрущ", "клещ", "хвощ", "кобзарь", "пономарь", "косарь", "золотарь", "звонарь", "чеботарь", "шинкарь",
    "грабарь", "вратарь", "кушнарь", "рыбарь",
])  # fmt: skip
_UNDECLINED: Final = {
    Part.FIRST: frozenset(["франсуа", "гаянэ", "гаяне", "нино", "нани", "анаит", "айсылу", "эстер", "карло"]),
    Part.MIDDLE: frozenset[str](),
    Part.LAST: frozenset(["николя", "золя", "дюма", "петипа", "гавальда", "бенуа"]),
}
# Stressed in every surname of this ending but the few.
_TKACH: Final = re.compile(r"^(?!ковач$).*ач$")


def decline(part: Part, word: str, case: Case, gender: Gender | None) -> str:
    """A word of a name in a case; initials, Latin letters and what no rule knows stay as they are."""
    if not word or word.endswith(".") or case is Case.NOMINATIVE:
        return word
    if "-" in word:
        return "-".join(_made(part, piece, case, gender, whole=word) for piece in word.split("-"))
    return _made(part, word, case, gender, whole=word)


def _made(part: Part, word: str, case: Case, gender: Gender | None, *, whole: str) -> str:
    known = _exception(part, word.lower(), case, gender)
    if known is not None:
        return known.capitalize() if word[:1].isupper() else known
    # In «Бонч-Бруевич» it is the whole that tells what a piece is.
    made = _by_rules(part, whole, case, gender)
    if whole != word:
        made = made.split("-")[whole.split("-").index(word)]
    if part is Part.LAST and case is Case.INSTRUMENTAL and gender is not Gender.FEMALE:
        return _stressed(word.lower(), made)
    return made


def _exception(part: Part, word: str, case: Case, gender: Gender | None) -> str | None:
    if word in _UNDECLINED[part]:
        return word
    if part is Part.MIDDLE and word.endswith("ыч"):
        return f"{word}{_PALYCH[_FORMS.index(case)]}"
    table = _tables().get(part, {})
    if word not in table:
        return None
    return word if part is Part.LAST and gender is Gender.FEMALE else table[word][_FORMS.index(case)]


def _stressed(word: str, made: str) -> str:
    if word in _STRESSED or _TKACH.search(word):
        return f"{made[:-2]}{'ём' if word.endswith('ь') else 'ом'}"
    return made


@cache
def _tables() -> dict[Part, dict[str, tuple[str, ...]]]:
    def read(text: str) -> dict[str, tuple[str, ...]]:
        lines = (line.split() for line in text.strip().splitlines())
        return {nominative: tuple(forms) for nominative, *forms in lines}

    return {Part.FIRST: read(_FIRST), Part.LAST: read(_MEN)}


def _by_rules(part: Part, word: str, case: Case, gender: Gender | None) -> str:
    from pytrovich.enums import Case as Cases
    from pytrovich.enums import Gender as Genders
    from pytrovich.enums import NamePart

    genders = {Gender.MALE: Genders.MALE, Gender.FEMALE: Genders.FEMALE, None: Genders.ANDROGYNOUS}
    made: str = _maker().make(NamePart[part], genders[gender], Cases[case.name], word)
    return made


def gender_by_rules(**parts: str) -> Gender | None:
    """By `firstname` or `lastname` alone; None for what is not Russian letters or may be either."""
    from pytrovich.detector import PetrovichGenderDetector
    from pytrovich.enums import Gender as Genders

    if not any(re.search("[а-яё]", part.lower()) for part in parts.values()):
        return None
    detector: Any = PetrovichGenderDetector()
    return {Genders.MALE: Gender.MALE, Genders.FEMALE: Gender.FEMALE}.get(detector.detect(**parts))


@cache
def _maker() -> Any:
    from pytrovich.maker import PetrovichDeclinationMaker

    return PetrovichDeclinationMaker()
