"""Codes that a few words stand for: an industry or a role, as a manager types them or as a company calls itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Self

ALIKE: Final = "!"
UNSURE: Final = "~"
# So many letters find the few stems that a word can begin with: a list reads hundreds of names.
START: Final = 2
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, eq=False)
class WordCodes:
    """`stems` are beginnings of words by code; one that ends in a space is a whole word.

    One with «!» only looks alike, one with «~» means nothing in a name.
    """

    stems: Mapping[str, tuple[str, ...]]
    _starts: Mapping[str, tuple[tuple[str, str, bool], ...]]

    @classmethod
    def of(cls, stems: Mapping[str, tuple[str, ...]]) -> Self:
        starts: dict[str, list[tuple[str, str, bool]]] = {}
        for code, words in stems.items():
            for word in words:
                if not word.startswith(ALIKE):
                    stem = word.removeprefix(UNSURE)
                    starts.setdefault(stem[:START], []).append((stem, code, stem == word))
        return cls(stems, MappingProxyType({start: tuple(found) for start, found in starts.items()}))

    def found(self, text: str, *, is_name: bool = False) -> tuple[str, ...]:
        """Codes in the order in which the text names them."""
        plain = " ".join(_WORD.findall(text.lower().replace("ё", "е"))) + " "
        return tuple(dict.fromkeys(self._each(plain, is_name=is_name)))

    def _each(self, plain: str, *, is_name: bool) -> Iterator[str]:
        place = 0
        while place < len(plain):
            for stem, code, is_sure in self._starts.get(plain[place : place + START], ()):
                counts = plain.startswith(stem, place) and (is_sure or not is_name)
                if counts and not self._only_alike(code, plain, place):
                    yield code
            place = plain.index(" ", place) + 1

    def _only_alike(self, code: str, plain: str, place: int) -> bool:
        return any(plain.startswith(stem[1:], place) for stem in self.stems[code] if stem.startswith(ALIKE))
