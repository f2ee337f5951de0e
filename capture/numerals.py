"""Words of a typed answer, and the numbers among them, in figures or in letters."""

import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

LONGEST: Final = 120
MOST_WORDS: Final = 12


def words_of(text: str) -> list[str]:
    """Case, ё, kinds of spaces and the marks around words do not matter. Nothing of what is too long to be an answer."""
    if len(text) > LONGEST:
        return []
    plain = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    words = [word for raw in plain.split() if (word := raw.strip(",;!?«»\"'()").rstrip("."))]
    return words if len(words) <= MOST_WORDS else []


def _forms(*values: tuple[int, str]) -> dict[str, int]:
    return {form: value for value, forms in values for form in forms.split()}


COUNTS: Final = _forms(
    (1, "один одну одна одного one"),
    (2, "два две двух пару пара two couple"),
    (3, "три трех three"),
    (4, "четыре четырех four"),
    (5, "пять пяти five"),
    (6, "шесть шести six"),
    (7, "семь семи seven"),
    (8, "восемь восьми eight"),
    (9, "девять девяти nine"),
    (10, "десять десяти десяток ten"),
    (11, "одиннадцать eleven"),
    (12, "двенадцать twelve"),
    (13, "тринадцать thirteen"),
    (14, "четырнадцать fourteen"),
    (15, "пятнадцать fifteen"),
    (16, "шестнадцать sixteen"),
    (17, "семнадцать seventeen"),
    (18, "восемнадцать eighteen"),
    (19, "девятнадцать nineteen"),
    (20, "двадцать twenty"),
    (30, "тридцать thirty"),
    (40, "сорок forty"),
    (50, "пятьдесят fifty"),
    (60, "шестьдесят sixty"),
    (70, "семьдесят seventy"),
    (80, "восемьдесят eighty"),
    (90, "девяносто ninety"),
    (100, "сто"),
    (200, "двести"),
    (300, "триста"),
    (400, "четыреста"),
    (500, "пятьсот"),
    (600, "шестьсот"),
    (700, "семьсот"),
    (800, "восемьсот"),
    (900, "девятьсот"),
)
ORDINALS: Final = _forms(
    (1, "первое первого первому"),
    (2, "второе второго второму"),
    (3, "третье третьего третьему"),
    (4, "четвертое четвертого четвертому"),
    (5, "пятое пятого пятому"),
    (6, "шестое шестого шестому"),
    (7, "седьмое седьмого седьмому"),
    (8, "восьмое восьмого восьмому"),
    (9, "девятое девятого девятому"),
    (10, "десятое десятого десятому"),
    (11, "одиннадцатое одиннадцатого одиннадцатому"),
    (12, "двенадцатое двенадцатого двенадцатому"),
    (13, "тринадцатое тринадцатого тринадцатому"),
    (14, "четырнадцатое четырнадцатого четырнадцатому"),
    (15, "пятнадцатое пятнадцатого пятнадцатому"),
    (16, "шестнадцатое шестнадцатого шестнадцатому"),
    (17, "семнадцатое семнадцатого семнадцатому"),
    (18, "восемнадцатое восемнадцатого восемнадцатому"),
    (19, "девятнадцатое девятнадцатого девятнадцатому"),
    (20, "двадцатое двадцатого двадцатому"),
    (30, "тридцатое тридцатого тридцатому"),
)
HALVES: Final = {"полтора": Decimal("1.5"), "полторы": Decimal("1.5")}


def find_count(words: Sequence[str]) -> Decimal | None:
    """The number that all of `words` write, below a thousand in letters: «двадцать пять», «25», «полтора»."""
    if len(words) == 1 and words[0] in HALVES:
        return HALVES[words[0]]
    if len(words) == 1 and _is_figure(words[0]):
        return Decimal(words[0])
    return _sum_of([COUNTS.get(word) for word in words])


def find_ordinal(words: Sequence[str]) -> int | None:
    """«двадцать пятого» → 25."""
    *tens, last = words or [""]
    parts = [*(COUNTS.get(word) for word in tens), ORDINALS.get(last)]
    total = _sum_of(parts)
    return None if total is None else int(total)


def _is_figure(word: str) -> bool:
    return word.isascii() and word.isdigit()


def _sum_of(parts: Sequence[int | None]) -> Decimal | None:
    """Hundreds, then tens, then units, each at most once and in that order."""
    total, room = 0, 1000
    for part in parts:
        if part is None or part >= room or total % 100 in range(10, 20):
            return None
        total += part
        room = 100 if part >= 100 else 10 if part >= 20 else 1  # noqa: PLR2004 - the orders of magnitude
    return Decimal(total) if parts else None


def cuts(words: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Every way to part the words in two, neither empty."""
    for at in range(1, len(words)):
        yield list(words[:at]), list(words[at:])
