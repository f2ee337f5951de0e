"""Finding a client by what a thumb typed: any case, ё = е, typos, the other keyboard layout, Latin letters, digits.

Storage keeps `terms` and `grams` as indexed rows and picks the few nearest candidates by them; `score` orders those.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeVar

K = TypeVar("K")

_LATIN_KEYS: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_CYRILLIC_KEYS: Final = "йцукенгшщзхъфывапролджэячсмитьбюё"
_TO_CYRILLIC: Final = str.maketrans(_LATIN_KEYS + '{}:"<>~', _CYRILLIC_KEYS + "хъжэбюё")
_TO_LATIN: Final = str.maketrans(_CYRILLIC_KEYS, _LATIN_KEYS)
_TRANSLITERATION: Final = (
    ("shch", "щ"), ("sch", "щ"), ("yo", "е"), ("jo", "е"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"),
    ("yu", "ю"), ("ju", "ю"), ("iu", "ю"), ("ya", "я"), ("ja", "я"), ("ia", "я"), ("iy", "ий"), ("yy", "ый"), ("ck", "к"), ("ph", "ф"),
    ("a", "а"), ("b", "б"), ("v", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("i", "и"), ("j", "й"), ("k", "к"), ("l", "л"),
    ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("f", "ф"), ("h", "х"), ("c", "ц"),
    ("w", "в"), ("x", "кс"), ("y", "ы"), ("q", "к"), ("'", "ь"),
)  # fmt: skip
_LEGAL_PHRASES: Final = re.compile(
    r"общество с (?:ограниченной|дополнительной) ответственностью|индивидуальный предприниматель"
    r"|(?:публичное |непубличное |открытое |закрытое )?акционерное общество"
)
LEGAL_FORMS: Final = frozenset(
    "ооо оао пао зао ао нао ип чп тоо одо кфх ано нко гуп муп фгуп мкп llc ltd inc jsc gmbh".split()  # noqa: SIM905
)
_WORD: Final = re.compile(r"[^\W_]+")
_MIN_DIGITS: Final = 3
_TRUNK_LENGTH: Final = 11
_SHORT_WORD: Final = 3
_GRAM: Final = 3
_PAD: Final = "_"


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """Scores are 0-100.

    A word nearer than `word_minimum` counts as found; a client is shown from `minimum` on, unless it is more than `spread` below the
    best one.
    """

    minimum: float = 68.0
    word_minimum: float = 70.0
    spread: float = 16.0
    limit: int = 20
    variant_penalty: float = 2.0
    prefix_score: float = 96.0
    extra_words_penalty: float = 3.0


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed in all its readings, the literal one first; `digits` where it may be a phone or a tax number."""

    variants: tuple[tuple[str, ...], ...]
    digits: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.variants and not self.digits


def normalise(text: str) -> str:
    """Lower case, ё as е, punctuation as one space, legal forms cut away (unless nothing else would stay), Latin by its sound.

    One alphabet makes «METRO», «metro» and «метро» the same word, on both sides of a comparison.
    """
    plain = unicodedata.normalize("NFKC", text.replace("№", " ")).lower().replace("ё", "е")
    words = _WORD.findall(_LEGAL_PHRASES.sub(" ", " ".join(_WORD.findall(plain))))
    sounds = [transliterate(word) for word in words]
    kept = [sound for word, sound in zip(words, sounds, strict=True) if not {word, sound} & LEGAL_FORMS]
    return " ".join(kept or sounds)


def digits_of(text: str) -> str:
    """The digits of a phone or tax number; a Russian trunk prefix (8 or 7 of eleven digits) is cut."""
    digits = re.sub(r"\D", "", text)
    return digits[1:] if len(digits) == _TRUNK_LENGTH and digits[0] in "78" else digits


def other_layout(text: str) -> str:
    """The same keys on the other keyboard: «hjvfirf» is «ромашка», «цуи» is «web»."""
    lower = text.lower()
    return lower.translate(_TO_CYRILLIC) if re.search("[a-z]", lower) else lower.translate(_TO_LATIN)


def transliterate(text: str) -> str:
    """Latin letters as Cyrillic by sound, in the usual ways of writing Russian names."""
    out = text.lower()
    if not re.search("[a-z]", out):
        return out
    for latin, cyrillic in _TRANSLITERATION:
        out = out.replace(latin, cyrillic)
    return out


def parse_query(text: str) -> Query:
    """The readings of what was typed: as it is, and as on the other keyboard layout; digits alone have one."""
    digits = digits_of(text)
    if not re.search(r"[^\W\d_]", text):
        words = tuple(normalise(text).split())
        return Query((words,) if words else (), digits if len(digits) >= _MIN_DIGITS else "")
    readings = (normalise(text), normalise(other_layout(text)))
    return Query(tuple(dict.fromkeys(tuple(reading.split()) for reading in readings if reading)))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    import Stemmer

    stemmed: str = Stemmer.Stemmer("russian").stemWord(word)
    return stemmed


def terms(text: str) -> tuple[str, ...]:
    """Stems of the words of a text, each once, in order: what storage indexes a client's name by."""
    return tuple(dict.fromkeys(stem(word) for word in normalise(text).split()))


def grams(word: str) -> frozenset[str]:
    """Trigrams of a word, padded so that its beginning weighs more («__р», «_ро», … «ка_»)."""
    padded = f"{_PAD}{_PAD}{word}{_PAD}"
    return frozenset(padded[i : i + _GRAM] for i in range(len(padded) - _GRAM + 1))


def text_grams(text: str) -> frozenset[str]:
    """Trigrams of all stems of a text: what storage indexes a client by."""
    return frozenset(gram for term in terms(text) for gram in grams(term))


def query_grams(query: Query) -> tuple[frozenset[str], ...]:
    """Trigrams of each reading; the last one of a word is left out, for the word may be unfinished."""
    return tuple(
        frozenset(gram for word in words for gram in _open_grams(stem(word))) for words in query.variants
    )


def score(query: Query, text: str, settings: SearchSettings, *, numbers: Iterable[str] = ()) -> float:
    """How well a client answers a query, 0-100. `text` is the name (with people, if wanted), `numbers` its phones and tax numbers.

    Words are compared stem by stem, in any order, an unfinished word as a beginning; digits by their tail or beginning.
    """
    by_number = number_score(query.digits, numbers) if query.digits else 0.0
    words = normalise(text).split()
    if not words:
        return by_number
    stems = [stem(word) for word in words]
    best = 0.0
    for place, variant in enumerate(query.variants):
        found = _variant_score(variant, words, stems, settings) - (settings.variant_penalty if place else 0.0)
        best = max(best, found)
    return max(best, by_number)


def best_matches(
    query: Query, candidates: Iterable[tuple[K, str, Sequence[str]]], settings: SearchSettings
) -> list[tuple[K, float]]:
    """Those of (key, text, numbers) that answer a query, the best first, equal ones by text: at most `limit`."""
    scored = [(score(query, text, settings, numbers=numbers), text, key) for key, text, numbers in candidates]
    top = max((points for points, _, _ in scored), default=0.0)
    least = max(settings.minimum, top - settings.spread)
    kept = sorted((found for found in scored if found[0] >= least), key=lambda found: (-found[0], found[1]))
    return [(key, points) for points, _, key in kept[: settings.limit]]


def number_score(digits: str, numbers: Iterable[str]) -> float:
    """100 for a whole number, 95 for its tail (a phone is remembered by its end), 90 for its beginning, else 0."""
    best = 0.0
    wanted = digits_of(digits)
    for number in map(digits_of, numbers):
        if not number or not wanted:
            continue
        if number == wanted:
            return 100.0
        best = max(best, 95.0 if number.endswith(wanted) else 90.0 if number.startswith(wanted) else 0.0)
    return best


def _open_grams(word: str) -> frozenset[str]:
    padded = f"{_PAD}{_PAD}{word}"
    return frozenset(padded[i : i + _GRAM] for i in range(len(padded) - _GRAM + 1))


def _variant_score(
    variant: Sequence[str], words: Sequence[str], stems: Sequence[str], settings: SearchSettings
) -> float:
    total = weight = 0.0
    matched: set[int] = set()
    for wanted in variant:
        best, place = max((_word_score(wanted, words[i], stems[i], settings), -i) for i in range(len(words)))
        if best >= settings.word_minimum:
            total += best * len(wanted)
            matched.add(-place)
        weight += len(wanted)
    extra = (len(words) - len(matched)) / len(words)
    return max(total / weight - settings.extra_words_penalty * extra, 0.0)


def _word_score(wanted: str, word: str, word_stem: str, settings: SearchSettings) -> float:
    from rapidfuzz.fuzz import ratio

    if wanted == word:
        return 100.0
    if word.startswith(wanted):
        return settings.prefix_score
    if len(wanted) <= _SHORT_WORD or wanted.isdigit():
        return 0.0
    near: float = ratio(stem(wanted), word_stem)
    # An unfinished word with a slip is held against as much of the name as was typed.
    begun: float = ratio(wanted, word[: len(wanted)]) if len(word) > len(wanted) else 0.0
    return min(max(near, begun - settings.extra_words_penalty), settings.prefix_score)
