"""Turns of speech over the forms of words: «трубку не берёт» in any tense, person and order that its phrase allows.

A phrase is written as slots with spaces between: `не ответить/отвечать`. A slot holds normal forms or, marked with `=`, exact words;
`..` lets up to two other words stand between; a slot in brackets may be absent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from capture.language.morph import forms_of, is_known, lexeme
from capture.language.tokens import Kind, Token

GAP: Final = 2
_NOT: Final = "не"
SHORTEST_SLIP: Final = 5
LONG: Final = 8


@dataclass(frozen=True, slots=True)
class Slot:
    """`gap`: so many other words may stand before the slot."""

    options: frozenset[str]
    gap: int = 0
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the group `name` over the tokens [start, end); `used` are the tokens that are its words."""

    name: str
    start: int
    end: int
    used: frozenset[int]


class Phrases:
    """Groups of phrases, found together; the longest phrase wins where two begin at one word."""

    def __init__(self, groups: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[str, tuple[Slot, ...]]]] = {}
        self._words: set[str] = set()
        for name, text in groups.items():
            for phrase in filter(None, (one.strip() for one in text.split("|"))):
                self._add(name, _slots(phrase))

    def words(self) -> frozenset[str]:
        """Every word that some phrase may hold, as its slot has it."""
        return frozenset(word.lstrip("=") for word in self._words)

    def find(self, words: Sequence[frozenset[str]], places: Sequence[int], first: int) -> list[Hit]:
        """The longest phrases that begin at `places[first]`, one of a group where several groups have it.

        `words` are the forms of each token, `places` the tokens that a phrase may be made of.
        """
        best: dict[str, tuple[int, ...]] = {}
        size = (0, 0)
        for key in words[places[first]]:
            for name, slots in self._by_first.get(key, ()):
                used = _match(slots, words, places, first)
                if used is None:
                    continue
                found = (len(used), -used[-1])
                if found > size:
                    best, size = {name: used}, found
                elif found == size:
                    best.setdefault(name, used)
        return [Hit(name, used[0], used[-1] + 1, frozenset(used)) for name, used in sorted(best.items())]

    def _add(self, name: str, slots: tuple[Slot, ...]) -> None:
        for slot in slots:
            self._words |= slot.options
        for first in slots[0].options:
            self._by_first.setdefault(first, []).append((name, slots))
        if slots[0].optional and len(slots) > 1:
            self._add(name, slots[1:])


def _slots(phrase: str) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    gap = 0
    for part in phrase.split():
        if part == "..":
            gap = GAP
            continue
        optional = part.startswith("(")
        slots.append(Slot(frozenset(part.strip("()").split("/")), gap, optional))
        gap = 0
    return tuple(slots)


def _match(
    slots: Sequence[Slot], words: Sequence[frozenset[str]], places: Sequence[int], first: int
) -> tuple[int, ...] | None:
    """The tokens of a phrase; a stop or the end of the line parts what it says, and «не» is never stepped over."""
    used: list[int] = []
    at = first
    for slot in slots:
        found = _find_slot(slot, words, places, at)
        if found is None:
            if slot.optional:
                continue
            return None
        used.append(places[found])
        at = found + 1
    return tuple(used)


def _find_slot(slot: Slot, words: Sequence[frozenset[str]], places: Sequence[int], at: int) -> int | None:
    for one in range(at, min(at + slot.gap + 1, len(places))):
        if words[places[one]] & slot.options:
            return one
        if _NOT in words[places[one]]:
            return None
    return None


def forms(token: Token) -> frozenset[str]:
    """What a slot may hold of the token: its normal forms, and the word itself marked with `=`."""
    if token.kind is not Kind.WORD:
        return frozenset({token.text, f"={token.text}"})
    return frozenset({f"={token.text}", token.text, *(form.lemma for form in forms_of(token.text))})


@cache
def _vocabulary(words: frozenset[str]) -> dict[str, list[str]]:
    """All forms of the words, by their first two letters or by their last: a slip seldom spoils both."""
    found: dict[str, list[str]] = {}
    for word in words:
        for form in lexeme(word) if len(word) > 2 else {word}:  # noqa: PLR2004
            if len(form) >= SHORTEST_SLIP:
                found.setdefault(form[:1], []).append(form)
                found.setdefault(f"-{form[-1:]}", []).append(form)
    return found


@lru_cache(maxsize=20_000)
def mended(word: str, vocabulary: frozenset[str]) -> str:
    """A word nobody knows as the word of the vocabulary it misses by one letter (two in a long one), or as it is."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    if len(word) < SHORTEST_SLIP or is_known(word):
        return word
    by_letter = _vocabulary(vocabulary)
    candidates = [*by_letter.get(word[:1], ()), *by_letter.get(f"-{word[-1:]}", ())]
    found = extractOne(word, candidates, scorer=OSA.distance, score_cutoff=2 if len(word) >= LONG else 1)
    return str(found[0]) if found else word
