"""A line as tokens: words, numbers and marks, each knowing the characters it came from."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

LONGEST: Final = 4096
_PLAIN: Final = str.maketrans("ё−–—‐‑", "е-----")
# «20кор» is two tokens, «С1», «МС-825» and «восток-трейд» are one each, «85 300» is two: only the reader of sums may join them.
_TOKEN: Final = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)?(?![\d]))"
    r"|(?P<word>(?:т\.р|т\.руб|тыс\.р|тыс\.руб|млн\.р|млн\.руб|т\.п|т\.д|т\.е|и\.о|и\.п|д\.р|г\.р|р\.п)(?![^\W\d_])|[^\W\d_]+(?:[-‐‑'’]?[^\W\d_]+)*)"
    r"|(?P<mark>\S)"
)


class Kind(StrEnum):
    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is in lower case with ё as е; `start` and `end` are places in the line as it was written."""

    kind: Kind
    text: str
    start: int
    end: int
    value: Decimal | None = None


def fold(text: str) -> str:
    """Lower case and ё as е, character by character, so that places in the line do not move."""
    lower = text.lower()
    if len(lower) == len(text) and unicodedata.is_normalized("NFKC", text):
        return lower.translate(_PLAIN)
    return "".join(_fold_one(character) for character in text)


def _fold_one(character: str) -> str:
    lower = unicodedata.normalize("NFKC", character).lower()
    return lower.translate(_PLAIN) if len(lower) == 1 else character


def tokens_of(line: str) -> list[Token]:
    """The tokens of the first `LONGEST` characters."""
    found: list[Token] = []
    for match in _TOKEN.finditer(fold(line[:LONGEST])):
        kind = Kind(match.lastgroup or "mark")
        value = Decimal(match[0].replace(",", ".")) if kind is Kind.NUMBER and match[0].isascii() else None
        found.append(Token(kind, match[0], match.start(), match.end(), value))
    return found


_MULTIPLE: Final = {
    1: "одно",
    2: "двух",
    3: "трех",
    4: "четырех",
    5: "пяти",
    6: "шести",
    7: "семи",
    8: "восьми",
    10: "десяти",
}
MOST_LINKS: Final = 3
_LINKS: Final = frozenset({"-", "х", "ух"})
_ADJECTIVE: Final = re.compile(
    r"[а-я]{3,}(?:ый|ий|ая|яя|ое|ее|ые|ие|ого|ой|ую|юю|ых|их|ым|им|ка|ки|ку|ок|ник|ники)$"
)


def spelled(tokens: Sequence[Token]) -> list[Token]:
    """«2-слойная», «3-х жильный» as the words they are read: «двухслойная», «трехжильный»."""
    made: list[Token] = []
    at = 0
    while at < len(tokens):
        token, end = tokens[at], at + 1
        while (
            end < len(tokens)
            and end - at <= MOST_LINKS
            and tokens[end].text in _LINKS
            and tokens[end].start == tokens[end - 1].end
        ):
            end += 1
        word = tokens[end] if end < len(tokens) else None
        stem = (
            _MULTIPLE.get(int(token.value))
            if token.value is not None and token.value == int(token.value)
            else None
        )
        if (
            stem
            and end > at + 1
            and word is not None
            and _ADJECTIVE.match(word.text)
            and word.start - tokens[end - 1].end <= 1
        ):
            made.append(Token(Kind.WORD, stem + word.text, token.start, word.end))
            at = end + 1
        else:
            made.append(token)
            at += 1
    return made


def written(line: str, tokens: Sequence[Token]) -> str:
    """The characters of the line from the first of `tokens` to the last."""
    return line[tokens[0].start : tokens[-1].end] if tokens else ""
