"""Numbers among the words of a line, in figures or in letters, and the ordinals that name days."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from capture.language.tokens import Kind, Token

MOST_FIGURES: Final = 20


def word_set(text: str) -> frozenset[str]:
    """The words of a text, to be looked up."""
    return frozenset(text.split())


def _forms(*values: tuple[int, str]) -> dict[str, int]:
    return {form: value for value, forms in values for form in forms.split()}


COUNTS: Final = _forms(
    (1, "один одна одно одну одного одной одному one"),
    (2, "два две двух двум двумя двое двоих пара пару пары паре парочка парочку парочки two couple"),
    (3, "три трех трем тремя трое троих three"),
    (4, "четыре четырех четырем четверо four"),
    (5, "пять пяти пятью пятеро five"),
    (6, "шесть шести шестью шестеро six"),
    (7, "семь семи семью семеро seven"),
    (8, "восемь восьми восемью восьмью eight"),
    (9, "девять девяти девятью nine"),
    (10, "десять десяти десятью десяток ten"),
    (11, "одиннадцать одиннадцати eleven"),
    (12, "двенадцать двенадцати twelve"),
    (13, "тринадцать тринадцати thirteen"),
    (14, "четырнадцать четырнадцати fourteen"),
    (15, "пятнадцать пятнадцати fifteen"),
    (16, "шестнадцать шестнадцати sixteen"),
    (17, "семнадцать семнадцати seventeen"),
    (18, "восемнадцать восемнадцати eighteen"),
    (19, "девятнадцать девятнадцати nineteen"),
    (20, "двадцать двадцати twenty"),
    (30, "тридцать тридцати thirty"),
    (40, "сорок сорока forty"),
    (50, "пятьдесят пятидесяти полсотни fifty"),
    (60, "шестьдесят шестидесяти sixty"),
    (70, "семьдесят семидесяти seventy"),
    (80, "восемьдесят восьмидесяти eighty"),
    (90, "девяносто девяноста ninety"),
    (100, "сто ста сотня сотню"),
    (200, "двести двухсот"),
    (300, "триста трехсот"),
    (400, "четыреста четырехсот"),
    (500, "пятьсот пятисот"),
    (600, "шестьсот шестисот"),
    (700, "семьсот семисот"),
    (800, "восемьсот восьмисот"),
    (900, "девятьсот девятисот"),
)
ALONE: Final = _forms(
    (0, "ноль нуль zero"),
    (2, "двое двоих пара пару пары паре парочка парочку парочки couple"),
    (3, "трое троих"),
    (4, "четверо"),
    (5, "пятеро"),
    (6, "шестеро полдюжины"),
    (7, "семеро"),
    (10, "десяток десятка"),
    (12, "дюжина дюжину дюжины"),
    (50, "полсотни"),
    (100, "сотня сотню сотни"),
    (150, "полтораста"),
)
GROUPS: Final = _forms(
    (10, "десяток десятка десятков"),
    (12, "дюжина дюжины дюжин"),
    (100, "сотня сотни сотен"),
)
POWERS: Final = _forms(
    (1000, "тысяча тысячи тысячу тысяче тысяч thousand"),
    (1_000_000, "миллион миллиона миллионов million"),
)
_POWERS_ALONE: Final = word_set("тысяча тысячу тысячи миллион миллиона")
_ORDINAL_STEMS: Final = (
    (1, "перв"), (2, "втор"), (4, "четверт"), (5, "пят"), (6, "шест"), (7, "седьм"), (8, "восьм"), (9, "девят"), (10, "десят"),
    (11, "одиннадцат"), (12, "двенадцат"), (13, "тринадцат"), (14, "четырнадцат"), (15, "пятнадцат"), (16, "шестнадцат"),
    (17, "семнадцат"), (18, "восемнадцат"), (19, "девятнадцат"), (20, "двадцат"), (30, "тридцат"),
)  # fmt: skip
ORDINALS: Final = _forms(
    (3, "третье третьего третьему"),
    *((value, f"{stem}ое {stem}ого {stem}ому") for value, stem in _ORDINAL_STEMS),
)
HALVES: Final = {word: Decimal("1.5") for word in ("полтора", "полторы", "полутора")}


@dataclass(frozen=True, slots=True)
class Number:
    """The number `value` said by the tokens [start, end)."""

    start: int
    end: int
    value: Decimal


def numbers_at(tokens: Sequence[Token], at: int) -> Number | None:
    """The longest number that begins at token `at`, in figures or in letters; an ordinal is no number.

    Groups of figures are not joined here: «1 200» is the number 1, and a sum may join it to 1200.
    """
    if not 0 <= at < len(tokens):
        return None
    token = tokens[at]
    if token.kind is Kind.NUMBER:
        # A figure too long for exact arithmetic is a code, a phone, or noise.
        return (
            None
            if token.value is None or len(token.text) > MOST_FIGURES
            else _grouped(tokens, at, at + 1, token.value)
        )
    if token.kind is not Kind.WORD:
        return None
    if token.text in HALVES:
        end, value = at + 1, HALVES[token.text]
        return _powered(tokens, at, end, value) or _grouped(tokens, at, end, value)
    return _in_letters(tokens, at)


def ordinal_at(tokens: Sequence[Token], at: int) -> Number | None:
    """«двадцать пятого» → 25, as days of a month are named."""
    tens = COUNTS.get(_word(tokens, at), 0)
    if tens in {20, 30} and (units := ORDINALS.get(_word(tokens, at + 1), 0)) in range(1, 10):
        return Number(at, at + 2, Decimal(tens + units))
    alone = ORDINALS.get(_word(tokens, at))
    return None if alone is None else Number(at, at + 1, Decimal(alone))


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) and tokens[at].kind is Kind.WORD else ""


def _grouped(tokens: Sequence[Token], at: int, end: int, value: Decimal) -> Number:
    """«два десятка», «5 с половиной»."""
    group = GROUPS.get(_word(tokens, end))
    if group is not None:
        return Number(at, end + 1, value * group)
    if _word(tokens, end) == "с" and _word(tokens, end + 1) == "половиной":
        return Number(at, end + 2, value + Decimal("0.5"))
    return Number(at, end, value)


def _powered(tokens: Sequence[Token], at: int, end: int, value: Decimal) -> Number | None:
    power = POWERS.get(_word(tokens, end))
    return None if power is None else Number(at, end + 1, value * power)


def _in_letters(tokens: Sequence[Token], at: int) -> Number | None:
    """Falling powers of a thousand, each with its own count: «два миллиона триста тысяч пятьсот»."""
    total, end, room = Decimal(0), at, 10**9
    while (part := _part(tokens, end, room)) is not None:
        value, end, room = part
        total += value
        if room == 1:
            break
    # «двадцать пятого» is a day of a month.
    if end == at or (total % 100 in {20, 30} and ORDINALS.get(_word(tokens, end), 10) < 10):  # noqa: PLR2004
        return None
    return Number(at, end, total)


def _part(tokens: Sequence[Token], at: int, room: int) -> tuple[Decimal, int, int] | None:
    """(value, its end, the room left for the next part)."""
    power = POWERS.get(_word(tokens, at))
    if power is not None:
        return (Decimal(power), at + 1, power) if power < room and tokens[at].text in _POWERS_ALONE else None
    end, value = _below_thousand(tokens, at)
    if end == at:
        return None
    counted = _grouped(tokens, at, end, Decimal(value))
    powered = _powered(tokens, at, counted.end, counted.value)
    if powered is None:
        return counted.value, counted.end, 1
    power = POWERS[tokens[powered.end - 1].text]
    return (powered.value, powered.end, power) if power < room else None


def _below_thousand(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    if (alone := ALONE.get(_word(tokens, at))) is not None:
        return at + 1, alone
    end, parts = at, list[int]()
    while (part := COUNTS.get(word := _word(tokens, end))) is not None and word not in ALONE:
        if _sum_of([*parts, part]) is None:
            break
        parts.append(part)
        end += 1
    return end, sum(parts)


def find_count(words: Sequence[str]) -> Decimal | None:
    """The number that all of `words` write, below a thousand in letters: «двадцать пять», «25», «полтора»."""
    if len(words) == 1 and words[0] in HALVES:
        return HALVES[words[0]]
    if len(words) == 1 and _is_figure(words[0]):
        return Decimal(words[0])
    return _sum_of([COUNTS.get(word) for word in words])


def _is_figure(word: str) -> bool:
    return word.isascii() and word.isdigit()


def _sum_of(parts: Sequence[int | None]) -> Decimal | None:
    """Hundreds, then tens, then units, each at most once and in that order."""
    total, room = 0, 1000
    for part in parts:
        if part is None or part >= room or total % 100 in range(10, 20):
            return None
        total += part
        room = 100 if part >= 100 else 10 if part >= 20 else 1  # noqa: PLR2004
    return Decimal(total) if parts else None
