"""What a client is recognised by in a file: the set of significant words of its name.

Legal form, quotes, marks of transfer («передан Иванову», «НЕ РАБОТАЕМ»), channel tags («опт», «[ТТ]») and leading codes are cut;
the words are in `client_words.yaml`. Sets are compared for equality, never inclusion: «Ромашка Ленина 5» is not «Ромашка».
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from capture.language.morph import one_alphabet
from domain.search import LEGAL_FORMS, terms, transliterate

LONGEST_KEY: Final = 300
KNOWN_NAMES: Final = 10_000
_WORDS: Final = Path(__file__).with_name("client_words.yaml")
_BRACKETS: Final = re.compile(
    r"\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\}|<([^<>]*)>|(?<![^\s])/([^/]{1,40})/(?![^\s])"
)
_LEADING_CODE: Final = re.compile(
    r"^\s*(?:№\s*)?(?:[A-ZА-ЯЁ0]{1,4}-?)?(?:0\d{2,}|\d{5,}|(?<=-)\d{4,})(?=[\s\-–_.:|])[\s\-–_.:|]+"
)
_CODE: Final = re.compile(r"(?:[A-ZА-ЯЁ0]{1,4}-)?(?:0\d{2,}|\d{5,})")
_INITIALS: Final = re.compile(r"\b[А-ЯЁ]\.")
_TOKEN: Final = re.compile(r"[^\W_]+")
_TWINS: Final = str.maketrans("abcehkmoptxy", "авсенкмортху")
_ONLY_TWINS: Final = re.compile(r"[ABCEHKMOPTXY]{3,}")
_CYRILLIC: Final = re.compile("[а-яё]", re.IGNORECASE)
_NUMBER, _ANY, _BEGINS = "9", "+", "*"


@dataclass(frozen=True, slots=True)
class ClientWords:
    """The data file: phrases as tuples of words, the longest first."""

    forms: frozenset[str]
    tails: tuple[tuple[str, ...], ...]
    tags: tuple[tuple[str, ...], ...]
    surnames: tuple[str, ...]
    not_surnames: frozenset[str]


@cache
def client_words() -> ClientWords:
    import yaml

    told = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return ClientWords(
        frozenset(told["forms"]),
        _phrases(told["tails"]),
        _phrases(told["tags"]),
        tuple(told["surnames"]),
        frozenset(told["not_surnames"]),
    )


def _phrases(told: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(phrase.split()) for phrase in told), key=len, reverse=True))


@lru_cache(maxsize=KNOWN_NAMES)
def keys_of(name: str) -> frozenset[str]:
    """The readings of a name; two names are one where they share a reading. Empty for nothing but a legal form."""
    plain = _plain(name)
    found = {_key(cut) for reading in _readings(plain) if (cut := _cut(reading))}
    return frozenset(found - {""}) or frozenset({full_key(name)} - {""})


@lru_cache(maxsize=KNOWN_NAMES)
def full_key(name: str) -> str:
    """The same without any cutting but of the legal form: tells «Ромашка опт» from «Ромашка розн.»."""
    return _key([word.lower() for word in _TOKEN.findall(_readings(_plain(name))[0])])


def forget_names() -> None:
    """What was known of the names of one file holds on to the memory between which it lies."""
    keys_of.cache_clear()
    full_key.cache_clear()


def _plain(name: str) -> str:
    text = unicodedata.normalize("NFKC", name.replace("№", " ")).replace("ё", "е").replace("Ё", "Е")
    return " ".join(text.split())


def _readings(text: str) -> list[str]:
    """Latin twins in a Cyrillic word are Cyrillic; a word of nothing but twins may be either."""
    straight = _TOKEN.sub(lambda found: one_alphabet(found.group()), text)
    turned = _ONLY_TWINS.sub(lambda found: found.group().lower().translate(_TWINS), straight)
    return [straight, turned] if turned != straight and _CYRILLIC.search(straight) else [straight]


def _cut(text: str) -> list[str]:
    """The words that are left, small."""
    known = client_words()
    bare = _LEADING_CODE.sub("", text)
    bare = _BRACKETS.sub(
        lambda found: " " if _is_mark(next(filter(None, found.groups()), "")) else f" {found.group()[1:-1]} ",
        bare,
    )
    words = [word.lower() for word in _TOKEN.findall(bare)]
    while True:
        rest = _without_end(words, known.tails) or _without_end(words, known.tags)
        rest = rest or _without_end(words[::-1], tuple(tag[::-1] for tag in known.tags))[::-1]
        if not rest or all(word in known.forms or transliterate(word) in LEGAL_FORMS for word in rest):
            return words
        words = rest


def _without_end(words: list[str], phrases: Sequence[tuple[str, ...]]) -> list[str]:
    """Without the first phrase that they end with; empty where they end with none, or are nothing else."""
    for phrase in phrases:
        if len(phrase) < len(words) and _fits(phrase, words[-len(phrase) :]):
            return words[: -len(phrase)]
    return []


def _fits(phrase: Sequence[str], words: Sequence[str]) -> bool:
    return all(
        word.isdigit()
        if told == _NUMBER
        else not word.isdigit()
        if told == _ANY
        else word.startswith(told[:-1])
        if told.endswith(_BEGINS)
        else word == told
        for told, word in zip(phrase, words, strict=True)
    )


def _is_mark(text: str) -> bool:
    """Whether what stands in brackets is a tail, a tag, a code or somebody's surname."""
    known = client_words()
    words = [word.lower() for word in _TOKEN.findall(text)]
    if not words or _CODE.fullmatch(text.strip()):
        return True
    if any(len(phrase) == len(words) and _fits(phrase, words) for phrase in (*known.tails, *known.tags)):
        return True
    if any(
        len(phrase) > 1 and _fits(phrase, words[: len(phrase)])
        for phrase in known.tails
        if len(phrase) <= len(words)
    ):
        return True
    return _is_surname(text, words, known)


def _is_surname(text: str, words: Sequence[str], known: ClientWords) -> bool:
    long = [word for word in words if len(word) > 1]
    if len(long) != 1 or not text.strip()[:1].isupper():
        return False
    return bool(_INITIALS.search(text)) or (
        len(words) == 1 and long[0].endswith(known.surnames) and long[0] not in known.not_surnames
    )


def _key(words: Sequence[str]) -> str:
    kept = [word for word in words if word not in client_words().forms] or list(words)
    return " ".join(sorted(terms(" ".join(kept))))[:LONGEST_KEY] if kept else ""
