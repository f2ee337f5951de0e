"""Forms of Russian words: an adapter of the pymorphy3 dictionary and of the Snowball stemmer."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from domain.search import stem, transliterate

__all__ = [
    "TWINS",
    "Form",
    "forms_of",
    "is_known",
    "keys_of",
    "lexeme",
    "name_in_nominative",
    "one_alphabet",
    "sound_of",
    "stem_key",
    "to_nominative",
]

_LATIN: Final = re.compile("[a-z]")
# The dictionary stumbles over letters of other alphabets.
_PLAIN: Final = re.compile(r"[a-zа-яё.'’-]+")
_CYRILLIC: Final = re.compile("[а-я]")
# Latin letters that look like Cyrillic ones; «u» only as a hand writes it.
TWINS: Final = str.maketrans("abcehkmoptxy", "авсенкмортху")
_WRITTEN_TWINS: Final = TWINS | str.maketrans("u", "и")
# Letters that one hears alike: unstressed vowels, voiced and voiceless consonants.
_HEARD: Final = str.maketrans("оэыеяюбдзгвжщ", "аииииуптскфшш")
_LATIN_SOUNDS: Final = (
    ("ee", "i"), ("ea", "i"), ("oo", "u"), ("th", "t"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("cy", "si"),
    ("ch", "sh"), ("ca", "ka"), ("co", "ko"), ("cu", "ku"), ("cl", "kl"), ("cr", "kr"), ("ct", "kt"),
)  # fmt: skip
_ENDING: Final = re.compile(r"(?<=[а-я]{3})(?:ами|ями|ого|его|ому|ему|ами|[аяоеы][мхвй]|[аеиоуыэюяйь]{1,2})$")


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word: its normal form (ё as е), part of speech and grammemes as the dictionary names them."""

    lemma: str
    pos: str
    tags: frozenset[str]


@cache
def _analyzer() -> Any:
    import pymorphy3  # type: ignore[import-untyped]

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=20_000)
def forms_of(word: str) -> tuple[Form, ...]:
    """The readings of a word in lower case, the likeliest first; of an unknown one by its ending. Always one at least."""
    if not _PLAIN.fullmatch(word):
        return (Form(word, "", frozenset()),)
    return tuple(
        Form(
            parse.normal_form.replace("ё", "е"),
            str(parse.tag.POS or ""),
            frozenset(map(str, parse.tag.grammemes)),
        )
        for parse in _analyzer().parse(word)
    )


@lru_cache(maxsize=20_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has the word."""
    return bool(_PLAIN.fullmatch(word)) and bool(_analyzer().word_is_known(word))


@lru_cache(maxsize=20_000)
def keys_of(word: str) -> frozenset[str]:
    """What two forms of one word share: the word and its normal forms; Latin letters by their sound."""
    spoken = transliterate(word)
    return frozenset({word, spoken, *(form.lemma for form in forms_of(spoken))})


def stem_key(word: str) -> str:
    """The stem of a word, marked so that it never meets a whole word: «сметана» has the stem «смета»."""
    return f"~{stem(transliterate(word))}"


@lru_cache(maxsize=5_000)
def lexeme(lemma: str) -> frozenset[str]:
    """Every form of a dictionary word."""
    if not _PLAIN.fullmatch(lemma):
        return frozenset({lemma})
    found = {one.word.replace("ё", "е") for parse in _analyzer().parse(lemma) if parse.normal_form.replace("ё", "е") == lemma for one in parse.lexeme}  # fmt: skip
    return frozenset(found | {lemma})


@lru_cache(maxsize=20_000)
def sound_of(word: str) -> str:
    """How a word without its ending is heard, crudely: «Milano», «милано» and «мелано» are one."""
    text = word
    for latin, plain in _LATIN_SOUNDS:
        text = text.replace(latin, plain)
    text = (
        _ENDING.sub("", transliterate(text))
        .replace("ь", "")
        .replace("ъ", "")
        .replace("й", "и")
        .translate(_HEARD)
    )
    return re.sub(r"(.)\1+", r"\1", text)


def one_alphabet(word: str) -> str:
    """Latin twins inside a Cyrillic word are Cyrillic: «cыр» typed with a Latin c."""
    return word.translate(_WRITTEN_TWINS) if _LATIN.search(word) and _CYRILLIC.search(word) else word


def name_in_nominative(word: str) -> str:
    """A first name or a surname in the nominative singular; what is no name, or may stand in it already, as it is."""
    parses = _analyzer().parse(word.lower()) if _PLAIN.fullmatch(word.lower()) else []
    names = [
        parse
        for parse in parses
        if {"Name", "Surn", "Patr"} & set(map(str, parse.tag.grammemes)) and "sing" in parse.tag
    ]
    if not names or any("nomn" in parse.tag for parse in names):
        return word
    made = names[0].inflect({"nomn", "sing"})
    if made is None:
        return word
    plain = str(made.word)
    return plain.capitalize() if word[:1].isupper() else plain


def to_nominative(word: str, case: str = "") -> str:
    """A noun or an adjective in the nominative, keeping its number; any other word as it is. `case` prefers the reading in that case."""
    parses = _analyzer().parse(word.lower()) if _PLAIN.fullmatch(word.lower()) else []
    for parse in (
        sorted(parses, key=lambda one: (case not in one.tag.grammemes, "masc" not in one.tag.grammemes))
        if case
        else parses
    ):
        if parse.tag.POS in {"NOUN", "ADJF", "PRTF"}:
            changed = parse.inflect({"nomn"})
            if changed is not None:
                made = str(changed.word)
                return made.capitalize() if word[:1].isupper() else made
    return word
