"""What price lists write of goods beside names and prices: further units, rates of VAT, stock in words, goods on their way."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from domain.units import Unit, factor, find_unit, unit_key
from exchange.sheet import Value
from exchange.values import BadValueError, clean_text, parse_date, parse_decimal

THOUSANDTH: Final = Decimal("0.001")
HIGHEST_RATE: Final = 30
_WEIGHT = ("вес", "масса", "нетто", "брутто", "weight", "объем", "объём", "volume")
_PARTS = re.compile(r"[;\n|]|,(?!\d)|(?<!\d),")
_UNIT = re.compile(
    r"(?:(?:1|один|одна|в|на|per)\s+)?(?P<word>[a-zа-яё][a-zа-яё0-9²³]*)\.?(?:\s+(?:нетто|брутто))?\s*(?:[=:–—(-]|по)?\s*"
    r"(?P<count>\d[\d \u00a0]*(?:[.,]\d+)?)\s*(?P<base>[a-zа-яё²³][a-zа-яё0-9²³]*)?\.?\s*\)?",
    re.IGNORECASE,
)
_RATE = re.compile(r"(?:ндс|vat)?\s*(\d{1,2})(?:[.,]0+)?\s*%?(?:\s*(?:ндс|vat))?", re.IGNORECASE)
_NO_VAT = re.compile(
    r"(?:без\s*(?:налога\s*)?(?:\(?ндс\)?)?|не\s*облагается.*|no\s*vat|exempt|нет)", re.IGNORECASE
)
_NONE_LEFT = frozenset(
    {"нет", "нет в наличии", "отсутствует", "под заказ", "закончился", "out of stock", "none", "no"}
)
_SOME_LEFT = frozenset(
    {"есть", "в наличии", "много", "мало", "достаточно", "+", "++", "+++", "да", "yes", "in stock"}
)
_OVER = re.compile(r"(?:>|>=|≥|более|больше|свыше|от|over)\s*(.+)", re.IGNORECASE)
_ARRIVAL = re.compile(
    r"(?P<day>\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2})\D+(?P<count>\d[\d ]*(?:[.,]\d+)?)"
)


def read_units(text: str, own: str, pack_size: Decimal | None = None) -> dict[str, Decimal]:
    """«кор = 20 шт; палл = 40 кор; вес 0,25 кг»: how many `own` units one of each is, by `domain.units.unit_key`.

    Raises `BadValueError("not_units")` where a part says no such thing, or counts in what is not known.
    """
    return dict(_read_units(text, own, pack_size))


@lru_cache(maxsize=500)
def _read_units(text: str, own: str, pack_size: Decimal | None) -> Mapping[str, Decimal]:
    found: dict[str, Decimal] = {}
    for part in _PARTS.split(text):
        words = clean_text(part)
        if words:
            match = _UNIT.fullmatch(words)
            if match is None:
                raise BadValueError("not_units")
            key, count = _one(match, own, pack_size, found)
            if count <= 0:
                raise BadValueError("not_units")
            if key != unit_key(own):
                found[key] = count
    return found


def _one(
    match: re.Match[str], own: str, pack_size: Decimal | None, found: Mapping[str, Decimal]
) -> tuple[str, Decimal]:
    count = parse_decimal(match["count"]) or Decimal(0)
    if match["word"].casefold() in _WEIGHT:
        return weight_of(count, find_unit(match["base"] or "") or Unit.KILOGRAM)
    each = _in_own(match["base"], own, pack_size, found)
    if each is None:
        raise BadValueError("not_units")
    return _key_of(match["word"]), (count * each).quantize(THOUSANDTH)


def _key_of(word: str) -> str:
    """«в коробке 20», «на паллете 800» too."""
    stem = word.casefold().removesuffix("е")
    known = next((one for one in (word, f"{stem}а", stem) if find_unit(one) is not None), word)
    return unit_key(known)


def _in_own(
    word: str | None, own: str, pack_size: Decimal | None, found: Mapping[str, Decimal]
) -> Decimal | None:
    if not word or unit_key(word) == unit_key(own):
        return Decimal(1)
    unit = find_unit(word)
    if unit is None:
        return found.get(unit_key(word))
    return factor(unit, own, pack_size, found)


def weight_of(count: Decimal, unit: Unit) -> tuple[str, Decimal]:
    """One own unit weighs `count` of `unit`: how many own units a kilogram is (of volumes, a litre). Thousandths of it are exact."""
    larger = {Unit.GRAM: Unit.KILOGRAM, Unit.MILLILITRE: Unit.LITRE}
    if unit in larger:
        count, unit = count / 1000, larger[unit]
    count = count.quantize(THOUSANDTH)
    return unit.value, Decimal(1) / count if count > 0 else Decimal(0)


def parse_rate(value: Value) -> int | None:
    """Percent: «22 %», 0.22 of a cell that shows percent, «без НДС» (0). None for a blank; raises `BadValueError("not_a_rate")`."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        percent = value * 100 if 0 < value < 1 else value
        if round(percent, 6) == round(percent) and 0 <= percent <= HIGHEST_RATE:
            return round(percent)
        raise BadValueError("not_a_rate")
    text = clean_text(value)
    if not text or text in {"-", "–", "—"}:
        return None
    if _NO_VAT.fullmatch(text):
        return 0
    match = _RATE.fullmatch(text)
    if match is None or int(match[1]) > HIGHEST_RATE:
        raise BadValueError("not_a_rate")
    return int(match[1])


def parse_stock(value: Value) -> Decimal | None:
    """«нет» is 0, «>100» is 100; «есть» says nothing that can be counted with. Raises `BadValueError`."""
    text = clean_text(value).casefold()
    if text in _NONE_LEFT:
        return Decimal(0)
    if text in _SOME_LEFT:
        return None
    over = _OVER.fullmatch(text)
    return parse_decimal(over[1] if over else value)


def parse_arrival(value: Value) -> tuple[date | None, Decimal | None]:
    """A day, or «15.12.2026 — 200 шт»: (day, how many). Raises `BadValueError`."""
    match = _ARRIVAL.match(clean_text(value)) if isinstance(value, str) else None
    if match:
        return parse_date(match["day"]), parse_decimal(match["count"])
    return parse_date(value), None
