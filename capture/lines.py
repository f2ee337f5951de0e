"""A line of an order as a thumb types it: «масло 82,5 20 кор по 150, молоко 3,2 как обычно 5».

A number may belong to the name («82,5»), to the pack («900 г») or be the quantity: without the catalogue nobody knows,
so a line has several readings, the likeliest first, and `capture.settling` chooses with the product in hand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from capture.language.numerals import COUNTS, HALVES, find_count
from domain.units import COUNTED, Unit, find_unit

MOST_LINES: Final = 100
MOST_KOPECKS: Final = 1_000_000_000
_NUMBER: Final = r"(?<!\d)\d{1,9}(?:[.,]\d{1,6})?(?!\d)"
_PRICE: Final = re.compile(
    rf"(?<!\w)(?:(?:по|цена|@)\s*(?P<by>{_NUMBER})(?!\s*%)(?P<tail>\s*(?:руб\w*|р|₽)?\.?)|(?P<alone>{_NUMBER})\s*(?:руб\w*|р|₽)(?!\w)\.?)"
    r"(?:\s*(?:за|/)\s*(?P<unit>[^\W\d]+)\.?)?",
    re.IGNORECASE,
)
_DISCOUNT: Final = re.compile(
    rf"(?<!\w)(?:(?:со?\s+)?(?:скид\w*|discount)\.?\s*(?P<a>{_NUMBER})\s*%?|(?:минус\s+|[-−])(?P<b>{_NUMBER})\s*%|(?P<c>{_NUMBER})\s*%\s*скид\w*)"
    r"(?:\s+на\s+вс[её])?",
    re.IGNORECASE,
)
_USUAL: Final = re.compile(r"(?<!\w)(?:как\s+)?(?:обычно|всегда|as usual|usual)(?!\w)", re.IGNORECASE)
_MORE: Final = re.compile(r"^\s*(?:ещ[её]|плюс|добавь(?:те)?|also|\+)(?!\w)\s*", re.IGNORECASE)
_AMOUNT: Final = re.compile(
    rf"(?<![\w.,])(?P<number>{_NUMBER})(?P<percent>\s*%)?(?:\s*(?P<unit>[^\W\d_]+[23]?)(?![\w])\.?)?"
)
_SEPARATOR: Final = re.compile(r"[\n;]+|,(?!\d)|(?<!\d),")
_AND: Final = re.compile(r"\s+(?:и|and)\s+(?=\S)", re.IGNORECASE)
_LAST_AND: Final = re.compile(r"\s+(?:и|and)$", re.IGNORECASE)
_ONE_OF: Final = re.compile(
    r"(?<![\w])(?<!\d\s)(коробку|упаковку|пачку|паллету|палету|штуку|тонну)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a line: these words name the product, this many of it; `number` is the quantity as written."""

    words: str
    quantity: Decimal | None = None
    unit: Unit | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class TypedLine:
    """`text` as written; `price` in kopecks, of one `price_unit` where it is said; `usual` and `more` were said."""

    text: str
    readings: tuple[Reading, ...]
    price: int | None = None
    price_unit: Unit | None = None
    discount: Decimal | None = None
    usual: bool = False
    more: bool = False


@dataclass(frozen=True, slots=True)
class LineChange:
    """What was typed about one line that is known already; nothing but what was said."""

    quantity: Decimal | None = None
    unit: Unit | None = None
    price: int | None = None
    discount: Decimal | None = None


def read_lines(text: str) -> list[TypedLine]:
    """Every line of a message, at most `MOST_LINES`. A discount that stands alone belongs to all lines without their own."""
    lines: list[TypedLine] = []
    for piece in _pieces(text):
        line = read_line(piece)
        if any(reading.words for reading in line.readings):
            lines.append(line)
        elif lines and line.discount is not None:
            lines = [
                one if one.discount is not None else replace(one, discount=line.discount) for one in lines
            ]
        elif lines and line.price is not None:
            lines[-1] = replace(lines[-1], price=line.price, text=f"{lines[-1].text}, {line.text}")
        elif lines:
            lines[-1] = read_line(f"{lines[-1].text} {line.text}")
    return lines[:MOST_LINES]


def read_line(piece: str) -> TypedLine:
    """One line, already cut from its neighbours."""
    rest = _in_digits(piece)
    more = _MORE.search(rest) is not None
    rest = _MORE.sub("", rest)
    usual = _USUAL.search(rest) is not None
    rest = _USUAL.sub(" ", rest)
    discount, rest = _take_discount(rest)
    price, price_unit, rest = _take_price(rest)
    readings = tuple(_readings(rest))
    return TypedLine(piece.strip(), readings, price, price_unit, discount, usual, more)


def read_change(text: str) -> LineChange | None:
    """«30», «2 кор», «по 150», «скидка 5%» and any mix of them; None where there are other words."""
    discount, rest = _take_discount(_in_digits(text))
    price, _, rest = _take_price(rest)
    found = _AMOUNT.search(rest)
    if found is None:
        empty = not rest.strip(" ,.") and (price is not None or discount is not None)
        return LineChange(None, None, price, discount) if empty else None
    unit = find_unit(found["unit"]) if found["unit"] else None
    others = (rest[: found.start()] + rest[found.end() :]).strip(" ,.")
    if others or (found["unit"] and unit is None):
        return None
    if found["percent"]:
        return LineChange(None, None, price, _decimal(found["number"]))
    return LineChange(_decimal(found["number"]), unit, price, discount)


def numbers_in(text: str) -> list[str]:
    """The numbers of a name, one way of writing for each: «3,2» and «3.20» are the same."""
    return [f"{_decimal(found).normalize():f}" for found in re.findall(_NUMBER, text)]


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _pieces(text: str) -> Iterator[str]:
    for piece in _SEPARATOR.split(text):
        for part in _split_by_and(_in_digits(piece)):
            yield from _split_run(part)


def _split_by_and(piece: str) -> list[str]:
    """«20 кор масла и 5 кор гречки» are two lines, «соль и перец 5» is one."""
    parts = _AND.split(piece)
    return parts if len(parts) > 1 and all(map(_counted, parts)) else [piece]


def _split_run(piece: str) -> list[str]:
    """A dictated run without commas is cut at its quantities, where at least two have a unit."""
    marks = [found for found, unit in _counted(piece) if unit in COUNTED]
    if len(marks) < 2:  # noqa: PLR2004
        return [piece] if piece.strip() else []
    if not piece[: marks[0].start()].strip():
        cuts = [mark.start() for mark in marks[1:]]
    else:
        cuts = [_after_terms(piece, mark.end()) for mark in marks[:-1]]
    parts = (piece[left:right].strip() for left, right in pairwise([0, *cuts, len(piece)]))
    return [_LAST_AND.sub("", part) for part in parts if part]


def _after_terms(text: str, at: int) -> int:
    """Past the price and the discount that follow a quantity."""
    moved = True
    while moved:
        moved = False
        for pattern in (_PRICE, _DISCOUNT):
            found = pattern.match(text, at + len(text[at:]) - len(text[at:].lstrip()))
            if found is not None:
                at, moved = found.end(), True
    return at


def _counted(text: str) -> list[tuple[re.Match[str], Unit]]:
    found = [(match, find_unit(match["unit"])) for match in _AMOUNT.finditer(text) if match["unit"]]
    return [(match, unit) for match, unit in found if unit is not None and not match["percent"]]


def _readings(text: str) -> Iterator[Reading]:
    marks = list(_AMOUNT.finditer(text))
    units = [find_unit(mark["unit"]) if mark["unit"] else None for mark in marks]
    percent = [mark["percent"] is not None for mark in marks]
    places = range(len(marks))
    counts = [i for i in reversed(places) if units[i] in COUNTED and not percent[i]]
    measures = [
        i for i in reversed(places) if units[i] is not None and units[i] not in COUNTED and not percent[i]
    ]
    bare = [i for i in places if units[i] is None and not percent[i]]
    chosen = counts[:1] or [*reversed(bare[-1:]), *bare[:1], *measures]
    for i in dict.fromkeys(chosen):
        mark = marks[i]
        end = mark.end() if units[i] is not None else mark.end("number")
        words = _tidy(f"{text[: mark.start()]} {text[end:]}")
        yield Reading(words, _decimal(mark["number"]), units[i], numbers_in(mark["number"])[0])
    if not counts:
        yield Reading(_tidy(text))


def _tidy(text: str) -> str:
    words = " ".join(text.split()).strip(" ,.:-–—")
    return re.sub(r"(?<!\w)(?:по|в|на|x|х|×)$", "", words, flags=re.IGNORECASE).strip()


def _take_discount(text: str) -> tuple[Decimal | None, str]:
    found = _DISCOUNT.search(text)
    if found is None:
        return None, text
    return _decimal(found["a"] or found["b"] or found["c"]), f"{text[: found.start()]} {text[found.end() :]}"


def _take_price(text: str) -> tuple[int | None, Unit | None, str]:
    """The last price of the line in kopecks; «по 5 кор» is a quantity of each."""
    for found in reversed(list(_PRICE.finditer(text))):
        follows = re.match(r"\s*([^\W\d_]+)", text[found.end("by") :]) if found["by"] else None
        if follows is not None and not (found["tail"] or "").strip() and find_unit(follows[1]) is not None:
            continue
        kopecks = int((_decimal(found["by"] or found["alone"]) * 100).to_integral_value())
        unit = find_unit(found["unit"]) if found["unit"] else None
        return kopecks, unit, f"{text[: found.start()]} {text[found.end() :]}"
    return None, None, text


def _in_digits(text: str) -> str:
    """«двадцать пять мешков» as «25 мешков», «паллету» as «1 паллету»; line breaks are gone by now."""
    words = text.split()
    out: list[str] = []
    while words:
        run = 0
        while run < len(words) and _is_numeral(words[run]):
            run += 1
        while run and (count := find_count([word.casefold() for word in words[:run]])) is None:
            run -= 1
        out.append(f"{count:f}" if run else words[0])
        words = words[max(run, 1) :]
    return _ONE_OF.sub(r"1 \1", " ".join(out))


def _is_numeral(word: str) -> bool:
    return word.casefold() in COUNTS or word.casefold() in HALVES
