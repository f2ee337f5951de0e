"""The name of a product taken apart: words, numbers with their units, sizes, marks like «М500»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from capture.language.morph import TWINS, keys_of, one_alphabet, stem_key
from capture.language.tokens import Kind, Token, spelled, tokens_of
from capture.naming.entries import ProductEntry
from capture.naming.names import CACHED, SMALL_WORDS
from domain.units import Unit, find_unit

SIZES: Final = frozenset("smlxмл")
LONG_ENOUGH: Final = 4


@dataclass(frozen=True, slots=True)
class Label:
    """What is known of a product by its name: words, numbers with their units (`pairs`), numbers alone, marks like «м500»."""

    words: tuple[frozenset[str], ...]
    pairs: frozenset[tuple[Decimal, str]]
    numbers: frozenset[Decimal]
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Goods:
    """A product with its name taken apart."""

    entry: ProductEntry
    label: Label


@lru_cache(maxsize=CACHED)
def label_of(name: str) -> Label:
    """A name taken apart."""
    tokens = spelled(tokens_of(name))
    marks: set[str] = set()
    inside: set[int] = set()
    sizes: set[Decimal] = set()
    for at in range(len(tokens)):
        if at in inside:
            continue
        for found in (marks_at(tokens, at), size_at(tokens, at)):
            if found is not None:
                marks.add(found[1])
                inside.update(range(at, found[0]))
                sizes |= {token.value.normalize() for token in tokens[at : at + 1] if token.value is not None}
    numbers = [one for one in number_pairs(tokens) if one[0] not in inside]
    used = inside | {at for first, end, _, _ in numbers for at in range(first, end)}
    words: list[frozenset[str]] = []
    for at, token in enumerate(tokens):
        if (
            token.kind is Kind.WORD
            and at not in used
            and token.text not in SMALL_WORDS
            and (len(token.text) > 1 or token.text in SIZES)
        ):
            parts = [
                one_alphabet(part)
                for part in re.split(r"[-.'’]", token.text)
                if len(part) > 1 or part in SIZES
            ]
            words.extend(keys_of(part) | {stem_key(part)} for part in parts)
            if len(parts) > 1:
                words.append(frozenset({"".join(parts), token.text}))
    pairs = frozenset((value, unit) for _, _, value, unit in numbers if unit)
    values = frozenset(value for _, _, value, _ in numbers) | sizes
    return Label(tuple(words), pairs, values, frozenset(marks))


def code_key(text: str) -> str:
    """A code as its letters and figures alone, in one alphabet: «МС-825», «mc 825»."""
    plain = "".join(one for one in text.lower().replace("ё", "е") if one.isalnum())
    return plain.translate(TWINS)


def letters_of(code: str) -> str:
    """«впп» of «ВПП-12»: the letters of a code are said as an abbreviation."""
    return "".join(one for one in code_key(code) if one.isalpha())


def mark_of(letters: str, figures: str) -> str:
    return code_key(letters + figures)


def number_pairs(tokens: Sequence[Token]) -> list[tuple[int, int, Decimal, str]]:
    """Numbers of a name: (first token, end, value, unit or "%" or "")."""
    found: list[tuple[int, int, Decimal, str]] = []
    for at, token in enumerate(tokens):
        if token.value is not None and not (found and at < found[-1][1]):
            unit, end = _measure(tokens, at + 1)
            found.append((at, end, token.value.normalize(), unit))
    return found


def _measure(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """What stands after a number («%», «мм», a unit, "" for nothing), and the token after it."""
    if at >= len(tokens):
        return "", at
    word = tokens[at].text
    if word in {"%", "мм", "см"}:
        return word, at + 1
    if (
        word == "м"
        and at + 1 < len(tokens)
        and tokens[at + 1].text in {"2", "3"}
        and tokens[at].end == tokens[at + 1].start
    ):
        return (Unit.SQUARE_METRE if tokens[at + 1].text == "2" else Unit.CUBIC_METRE).value, at + 2
    unit = find_unit(word) if tokens[at].kind is Kind.WORD else None
    return ("", at) if unit is None else (unit.value, at + 1)


def size_at(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """A size like «20х30х3» or «1,5 х 2» that begins at a number: (end, «20x30x3»)."""
    parts, place = [], at
    while place < len(tokens) and tokens[place].value is not None:
        parts.append(f"{tokens[place].value:f}")
        if place + 2 < len(tokens) and tokens[place + 1].text in {"х", "x", "*", "×", "на", "/"} and tokens[place + 2].value is not None:  # fmt: skip
            place += 2
            continue
        break
    return (place + 1, "x".join(parts)) if len(parts) > 1 else None


def marks_at(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """A mark of letters and a number written together, «М500», «С1», «А4»: (end, the mark)."""
    token, follows = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind is Kind.WORD and len(token.text) <= LONG_ENOUGH and follows is not None and follows.value is not None and token.end == follows.start:  # fmt: skip
        return at + 2, mark_of(token.text, follows.text.replace(",", "."))
    if token.value is not None and follows is not None and follows.kind is Kind.WORD and token.end == follows.start and len(follows.text) <= 2 and find_unit(follows.text) is None:  # noqa: PLR2004 # fmt: skip
        return at + 2, mark_of(token.text, follows.text)
    return None
