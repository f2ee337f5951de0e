"""Units of goods as price lists and people write them, and turning one into another by the product's own pack."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Unit(StrEnum):
    PIECE = "pcs"
    BOX = "box"
    PACK = "pack"
    BAG = "bag"
    PALLET = "pallet"
    ROLL = "roll"
    SET = "set"
    KILOGRAM = "kg"
    GRAM = "g"
    TONNE = "t"
    LITRE = "l"
    MILLILITRE = "ml"
    METRE = "m"
    SQUARE_METRE = "m2"
    CUBIC_METRE = "m3"


PACKS: Final = frozenset({Unit.BOX, Unit.PACK, Unit.BAG})
COUNTED: Final = frozenset({Unit.PIECE, Unit.BOX, Unit.PACK, Unit.BAG, Unit.PALLET, Unit.ROLL, Unit.SET})
_WORDS: Final[Mapping[Unit, str]] = MappingProxyType(
    {
        Unit.PIECE: "pcs pc piece pieces ea шт штук штука штуки штуку",
        Unit.BOX: "box boxes ctn case кор коробка коробки коробку коробок коробку ящ ящик ящика ящиков кр короб короба",
        Unit.PACK: "pack packs pk уп упак упаковка упаковки упаковку упаковок пач пачка пачки пачку пачек блок блока блоков бл",
        Unit.BAG: "bag bags меш мешок мешка мешков мш",
        Unit.PALLET: "pallet pallets пал палл паллет паллета паллеты паллету паллет палета палеты палету поддон поддона",
        Unit.ROLL: "roll rolls рул рулон рулона рулонов",
        Unit.SET: "set sets компл комплект комплекта комплектов набор набора наборов",
        Unit.KILOGRAM: "kg кг килограмм килограмма килограммов кило",
        Unit.GRAM: "g gr г гр грамм грамма граммов",
        Unit.TONNE: "t т тн тонна тонны тонну тонн",
        Unit.LITRE: "l л литр литра литров",
        Unit.MILLILITRE: "ml мл миллилитр миллилитра миллилитров",
        Unit.METRE: "m м метр метра метров пог",
        Unit.SQUARE_METRE: "m2 м2 кв м²",
        Unit.CUBIC_METRE: "m3 м3 куб м³",
    }
)
_NONE: Final[Mapping[str, Decimal]] = MappingProxyType({})
_BY_WORD: Final[Mapping[str, Unit]] = MappingProxyType(
    {word: unit for unit, words in _WORDS.items() for word in words.split()}
)
_SAME_KIND: Final[Mapping[tuple[Unit, Unit], Decimal]] = MappingProxyType(
    {
        (Unit.GRAM, Unit.KILOGRAM): Decimal("0.001"),
        (Unit.KILOGRAM, Unit.GRAM): Decimal(1000),
        (Unit.TONNE, Unit.KILOGRAM): Decimal(1000),
        (Unit.KILOGRAM, Unit.TONNE): Decimal("0.001"),
        (Unit.MILLILITRE, Unit.LITRE): Decimal("0.001"),
        (Unit.LITRE, Unit.MILLILITRE): Decimal(1000),
    }
)


def find_unit(word: str) -> Unit | None:
    """«кор.» and «Коробок» are boxes; None for a word that is no unit."""
    return _BY_WORD.get(word.strip().rstrip(".").casefold())


def factor(
    typed: Unit, own: str, pack_size: Decimal | None, units: Mapping[str, Decimal] = _NONE
) -> Decimal | None:
    """How many of the product's `own` units one `typed` unit is; None where the price list does not say.

    `own` is the unit as the price list writes it, `pack_size` the number of own units in a box, a pack or a bag. `units` is the
    product's own table, own units in one of each, by `unit_key`; what it says goes first. The result may be a long fraction.
    """
    unit = find_unit(own)
    if unit is typed:
        return Decimal(1)
    if typed.value in units:
        return units[typed.value]
    if typed in PACKS and pack_size is not None:
        return pack_size
    if unit is not None and (typed, unit) in _SAME_KIND:
        return _SAME_KIND[(typed, unit)]
    for (one, other), count in _SAME_KIND.items():
        if one is typed and other.value in units:
            return count * units[other.value]
    return None


def unit_key(word: str) -> str:
    """By what the product's own table names a unit: its code, or the word itself where no code is known for it."""
    unit = find_unit(word)
    return unit.value if unit else word.strip().rstrip(".").casefold()
