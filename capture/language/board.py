"""A line laid out for reading: its tokens, the forms of each, and which of them somebody has already read."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from capture.acts import Span
from capture.language.cues import vocabulary
from capture.language.morph import is_known, one_alphabet
from capture.language.phrases import forms, mended
from capture.language.shortened import unshortened
from capture.language.tokens import LONGEST, Kind, Token, spelled, tokens_of
from capture.naming.world import World
from domain.search import transliterate
from domain.units import find_unit

_SHORTEST: Final = 2
_STOPS: Final = frozenset([".", ";", "!", "?", ","])


class Board:
    """`free[i]` tells that token i is not read yet; `text` is the line in composed characters."""

    def __init__(self, line: str, world: World) -> None:
        self.text = unicodedata.normalize("NFC", line)[:LONGEST]
        self.tokens = [
            _mended(token, world) for token in unshortened(self.text, spelled(tokens_of(self.text)))
        ]
        self.forms = [forms(token) for token in self.tokens]
        self.free = [True] * len(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def take(self, places: Iterable[int]) -> None:
        for at in places:
            self.free[at] = False

    def give_back(self, start: int, end: int) -> None:
        """Tokens [start, end) are to be read again."""
        self.free[start:end] = [True] * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        return all(self.free[start:end])

    def drop_list_marks(self) -> None:
        """«1)», «2.», «-» at the beginning of a line of a list are nobody's quantities."""
        for at, token in enumerate(self.tokens[:-1]):
            opens = at == 0 or "\n" in self.text[self.tokens[at - 1].end : token.start]
            marked = self.tokens[at + 1].text in {")", "."} and self.tokens[at + 1].start == token.end
            if opens and token.value is not None and marked and "\n" in self.text:
                self.take([at, at + 1])
            elif opens and token.text in {"-", "•", "*", "·"}:
                self.take([at])

    def span(self, start: int, end: int) -> Span:
        """The characters of tokens [start, end)."""
        return self.tokens[start].start, self.tokens[end - 1].end

    def written(self, start: int, end: int) -> str:
        """Tokens [start, end) as they were written."""
        first, last = self.span(start, end)
        return self.text[first:last]

    def sentences(self) -> list[list[int]]:
        """The free tokens, cut at stops and line ends: a phrase never reaches over one."""
        runs: list[list[int]] = [[]]
        for at, token in enumerate(self.tokens):
            fresh_line = at and "\n" in self.text[self.tokens[at - 1].end : token.start]
            if (token.text in _STOPS and not self._goes_on(at)) or fresh_line:
                runs.append([])
            if self.free[at] and token.text not in _STOPS:
                runs[-1].append(at)
        return [run for run in runs if run]

    def _goes_on(self, at: int) -> bool:
        """«просила, чтобы перезвонили» is one turn of speech."""
        return at + 1 < len(self.tokens) and self.tokens[at + 1].text in {"чтобы", "чтоб", "что"}

    def lemma_in(self, at: int, words: frozenset[str]) -> bool:
        return 0 <= at < len(self.tokens) and bool(self.forms[at] & words)

    def breaks_between(self, left: int, right: int) -> int:
        """How many commas, stops and line ends stand among the tokens [left, right) and before them."""
        left, right = max(left, 0), min(right, len(self.tokens))
        if left >= right:
            return 0
        marks = sum(token.text in {",", ".", ";", "!", "?", ":"} for token in self.tokens[left:right])
        first = self.tokens[left - 1].end if left else 0
        last = self.tokens[right].start if right < len(self.tokens) else len(self.text)
        return marks + self.text.count("\n", first, last)


def _mended(token: Token, world: World) -> Token:
    if token.kind is not Kind.WORD:
        return token
    word = one_alphabet(token.text).removesuffix("-ка")
    if find_unit(word) is not None:
        return token if word == token.text else replace(token, text=word)
    word = _in_cyrillic(word)
    if not world.knows(word):
        word = mended(word, vocabulary())
    return token if word == token.text else replace(token, text=word)


def _in_cyrillic(word: str) -> str:
    """«zakazala» as «заказала», where that is a word: a line may be typed in Latin letters."""
    if len(word) < _SHORTEST or not word.isascii():
        return word
    spoken = transliterate(word)
    return spoken if is_known(spoken) or find_unit(spoken) is not None else word
