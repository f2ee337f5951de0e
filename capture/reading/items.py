"""What the tokens of a run of goods are: words of names, numbers with units, prices, discounts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from capture.language.board import Board
from capture.language.morph import forms_of, is_known
from capture.language.sums import Number, Sum, numbers_at, sum_at
from capture.language.tokens import Kind
from capture.naming.labels import SIZES, code_key, marks_at, size_at
from capture.naming.names import SMALL_WORDS
from capture.naming.world import World
from domain.units import Unit, find_unit

MOST_PRICE: Final = 1_000_000_000
SMALLEST: Final = 3
UNITS_BY_LEMMA: Final = {
    "коробка": Unit.BOX, "коробочка": Unit.BOX, "короб": Unit.BOX, "ящик": Unit.BOX, "ящичек": Unit.BOX, "коробок": Unit.BOX,
    "упаковка": Unit.PACK, "упаковочка": Unit.PACK, "пачка": Unit.PACK, "пачечка": Unit.PACK, "блок": Unit.PACK, "пакет": Unit.PACK, "упак": Unit.PACK,
    "мешок": Unit.BAG, "мешочек": Unit.BAG, "паллета": Unit.PALLET, "палета": Unit.PALLET, "паллет": Unit.PALLET, "палет": Unit.PALLET, "поддон": Unit.PALLET, "поддончик": Unit.PALLET,
    "рулон": Unit.ROLL, "рулончик": Unit.ROLL, "комплект": Unit.SET, "набор": Unit.SET, "комплектик": Unit.SET, "штука": Unit.PIECE, "штучка": Unit.PIECE, "единица": Unit.PIECE,
    "килограмм": Unit.KILOGRAM, "кило": Unit.KILOGRAM, "грамм": Unit.GRAM, "тонна": Unit.TONNE, "литр": Unit.LITRE, "метр": Unit.METRE,
    "квадрат": Unit.SQUARE_METRE, "куб": Unit.CUBIC_METRE, "кубометр": Unit.CUBIC_METRE, "погонный": Unit.METRE, "метраж": Unit.METRE, "килограммчик": Unit.KILOGRAM, "литрушка": Unit.LITRE,
}  # fmt: skip
_ONE_OF: Final = frozenset({"nomn", "accs"})
_AND: Final = frozenset({"и", "плюс", "+", "а", "еще", "также", "тоже", "да"})
_ROUBLE: Final = frozenset({"р", "руб", "рублей", "рубля", "рубль", "₽", "рэ", "рубликов"})
# «Пара» and «десяток» count what follows, they are never of a name.
_COLLECTIVE: Final = ("пар", "десяток", "десятк", "дюжин", "сотн", "полсотн", "двое", "трое")
_TEN, _HUNDRED = 10, 100
_TONNES: Final = frozenset({"т", "тн", "т.р", "тр"})
_HALF: Final = re.compile("^пол(?=[а-я]{4})")


class ItemKind(StrEnum):
    NAME = "name"
    NUMBER = "number"
    PRICE = "price"
    DISCOUNT = "discount"
    SOFT = "soft"
    UNKNOWN = "unknown"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Item:
    """What tokens [start, end) are. `cost` is what it costs a line to step over a soft item."""

    kind: ItemKind
    start: int
    end: int
    ids: frozenset[int] = frozenset()
    value: Decimal = Decimal(0)
    unit: str = ""
    cost: float = 0.0
    all_lines: bool = False
    collective: bool = False


def items_of(
    board: Board, world: World, start: int, end: int, soft: frozenset[int], *, unknown: bool
) -> Iterator[Item]:
    at = start
    while at < end:
        item = _item(board, world, at, end, soft, unknown=unknown)
        if item is not None:
            yield item
            at = item.end
        else:
            at += 1


def _item(
    board: Board, world: World, at: int, end: int, soft: frozenset[int], *, unknown: bool
) -> Item | None:
    token = board.tokens[at]
    if not board.free[at]:
        return Item(ItemKind.SOFT, at, at + 1, cost=0.1) if at in soft else Item(ItemKind.HARD, at, at + 1)
    for found in (
        discount_at(board, at, end),
        _price(board, world, at, end),
        _mark(board, world, at, end),
        _amount(board, world, at, end),
    ):
        if found is not None and board.is_free(found.start, found.end):
            return found
    if token.kind is Kind.MARK:
        return (
            None
            if token.text in {'"', "«", "»", "-", "(", ")", "/", "·"}
            else Item(ItemKind.SOFT, at, at + 1, cost=0.45 if token.text == "," else 0.9)
        )
    if at + 1 < end and board.tokens[at + 1].text == "·":
        return None
    if token.text in _AND:
        return Item(ItemKind.SOFT, at, at + 1, cost=0.8)
    return _name(board, world, at, unknown=unknown)


def _name(board: Board, world: World, at: int, *, unknown: bool) -> Item | None:
    word = board.tokens[at].text
    if word in SMALL_WORDS or len(word) < SMALLEST:
        exact = world.goods_by(word) if word not in SMALL_WORDS else frozenset[int]()
        return Item(ItemKind.NAME, at, at + 1, ids=exact) if exact else None
    parts = [part for part in re.split(r"[-.'’]", word) if len(part) > 1 or part in SIZES]
    found = [world.goods_by(part, near=not is_known(part)) for part in parts] if len(parts) > 1 else []
    ids = frozenset.intersection(*found) if found else world.goods_by(word, near=True)
    if ids:
        return Item(ItemKind.NAME, at, at + 1, ids=ids)
    if unknown and (not is_known(word) or forms_of(word)[0].pos == "NOUN"):
        return Item(ItemKind.UNKNOWN, at, at + 1)
    return Item(ItemKind.HARD, at, at + 1) if forms_of(word)[0].pos in {"VERB", "INFN", "NOUN", ""} else None


def unit_at(board: Board, at: int) -> tuple[Unit, int] | None:
    """The unit that token `at` writes, and the token after it: «кор», «кор.», «коробочек», «м2», «кв. м»."""
    if at >= len(board.tokens) or not board.free[at]:
        return None
    token, follows = board.tokens[at], board.tokens[at + 1] if at + 1 < len(board.tokens) else None
    if token.kind is not Kind.WORD:
        return None
    if (
        token.text in {"м", "m"}
        and follows is not None
        and follows.text in {"2", "3", "²", "³"}
        and token.end == follows.start
    ):
        return (Unit.SQUARE_METRE if follows.text in "2²" else Unit.CUBIC_METRE), at + 2
    if token.text in {"кв", "квадратных", "куб", "кубических", "кубов", "погонных", "пог", "п"}:
        after = at + 1 + (follows is not None and follows.text == ".")
        if after < len(board.tokens) and board.tokens[after].text in {"м", "метров", "метра"}:
            kind = (
                Unit.SQUARE_METRE
                if token.text.startswith("кв")
                else Unit.CUBIC_METRE
                if token.text.startswith("куб")
                else Unit.METRE
            )
            return kind, after + 1
        if token.text == "п":
            return None
    unit = find_unit(token.text) or next(
        (UNITS_BY_LEMMA[form.lemma] for form in forms_of(token.text) if form.lemma in UNITS_BY_LEMMA), None
    )
    return None if unit is None else (unit, at + 1)


def _amount(board: Board, world: World, at: int, end: int) -> Item | None:
    size = size_at(board.tokens[:end], at)
    if size is not None:
        ids = world.by_mark.get(size[1], frozenset())
        return Item(ItemKind.NAME, at, size[0], ids=ids) if ids else None
    half = _half(board, at)
    if half is not None:
        return half
    number = _thousands(board, world, at, end) or _dictated(board, world, at) or numbers_at(board.tokens, at)
    if number is None:
        return _single(board, world, at)
    unit, after = _measure(board, number.end, end)
    collective = board.tokens[at].text.startswith(_COLLECTIVE)
    return Item(ItemKind.NUMBER, at, after, value=number.value, unit=unit, collective=collective)


def _dictated(board: Board, world: World, at: int) -> Number | None:
    """«восемьдесят два и пять» and «восемьдесят два пять» are 82,5 where goods have that number in their names."""
    whole = numbers_at(board.tokens, at)
    if (
        whole is None
        or board.tokens[at].value is not None
        or whole.value % 1
        or whole.end >= len(board.tokens)
    ):
        return None
    first = whole.end + (board.tokens[whole.end].text in {"и", "запятая", "точка"})
    tenth = numbers_at(board.tokens, first) if first < len(board.tokens) else None
    if tenth is None or board.tokens[first].value is not None or not 0 < tenth.value < 10 or tenth.value % 1:  # noqa: PLR2004
        return None
    value = whole.value + tenth.value / 10
    return Number(at, tenth.end, value) if value.normalize() in world.numbers else None


def _measure(board: Board, at: int, end: int) -> tuple[str, int]:
    """What a number counts («%», «мм», a unit, "" for nothing), and the token after it."""
    if at >= end:
        return "", at
    word = board.tokens[at].text
    share = "%" if _is_percent(word) else _length(word)
    if share:
        return share, at + 1
    unit = unit_at(board, at)
    return (unit[0].value, unit[1]) if unit is not None and unit[1] <= end else ("", at)


def _thousands(board: Board, world: World, at: int, end: int) -> Number | None:
    """«пару тысяч стаканов», «тыщу крышек», «1 200 шт»: a number as long as a sum, before goods or their unit."""
    found = None if is_goods_word(board, world, at) else sum_at(board.tokens[:end], at)
    if (
        found is None
        or found.end >= end
        or found.kopecks % 100
        or (found.end == at + 1 and board.tokens[at].value is not None)
    ):
        return None
    words = {token.text for token in board.tokens[found.start : found.end]}
    if words & (_ROUBLE | _TONNES) or not (
        unit_at(board, found.end) is not None or world.goods_by(board.tokens[found.end].text)
    ):
        return None
    return Number(found.start, found.end, Decimal(found.kopecks // 100))


def is_goods_word(board: Board, world: World, at: int) -> bool:
    """«лимон» of a soap is no million."""
    token = board.tokens[at]
    return (
        token.kind is Kind.WORD and numbers_at(board.tokens, at) is None and bool(world.goods_by(token.text))
    )


def _length(word: str) -> str:
    """Millimetres and centimetres measure goods, nobody orders them."""
    return (
        "мм"
        if word == "мм" or word.startswith("миллиметр")
        else "см"
        if word == "см" or word.startswith("сантиметр")
        else ""
    )


def _half(board: Board, at: int) -> Item | None:
    """«полтонны», «пол ящика»."""
    token = board.tokens[at]
    rest = _HALF.sub("", token.text) if token.kind is Kind.WORD else token.text
    if rest != token.text:
        unit = find_unit(rest) or next(
            (UNITS_BY_LEMMA[form.lemma] for form in forms_of(rest) if form.lemma in UNITS_BY_LEMMA), None
        )
        return Item(ItemKind.NUMBER, at, at + 1, value=Decimal("0.5"), unit=unit.value) if unit else None
    if token.text == "пол":
        found = unit_at(board, at + 1)
        return (
            Item(ItemKind.NUMBER, at, found[1], value=Decimal("0.5"), unit=found[0].value) if found else None
        )
    return None


def _single(board: Board, world: World, at: int) -> Item | None:
    """«паллету сахара» is one pallet: a whole word of a unit in the singular."""
    found = unit_at(board, at)
    word = board.tokens[at].text
    if found is None or len(word) <= SMALLEST or world.goods_by(word):
        return None
    singular = word.endswith("у") or any(
        {"sing"} <= form.tags and form.tags & _ONE_OF for form in forms_of(word)
    )
    return Item(ItemKind.NUMBER, at, found[1], value=Decimal(1), unit=found[0].value) if singular else None


def _mark(board: Board, world: World, at: int, end: int) -> Item | None:
    """A code of the price list («МС-825», «мс 825») or a mark of the name («М500», «с 1»)."""
    joined, place = "", at
    best: Item | None = None
    while place < min(end, at + 5) and board.free[place]:
        token = board.tokens[place]
        if token.kind is Kind.MARK and token.text not in "-/.":
            break
        joined += token.text if token.kind is not Kind.MARK else ""
        place += 1
        key = code_key(joined)
        if key in world.by_code and (place > at + 1 or len(key) > SMALLEST or not key.isdigit()):
            best = Item(ItemKind.NAME, at, place, ids=frozenset({world.by_code[key]}))
    if best is not None:
        return best
    together = marks_at(board.tokens[:end], at)
    if (
        together is None
        and board.tokens[at].kind is Kind.WORD
        and at + 1 < end
        and board.tokens[at + 1].value is not None
    ):
        spaced = code_key(board.tokens[at].text + board.tokens[at + 1].text)
        together = (at + 2, spaced) if spaced in world.by_mark and unit_at(board, at + 2) is None else None
    if together is None or together[1] not in world.by_mark:
        return None
    return Item(ItemKind.NAME, at, together[0], ids=world.by_mark[together[1]])


def _price(board: Board, world: World, at: int, end: int) -> Item | None:
    token = board.tokens[at]
    named = token.text in {"по", "цена", "ценой", "цене", "ценник", "@", "за"}
    first = at + 1 if named else at
    if named and first < end and board.tokens[first].text in {"цене", "цена"}:
        first += 1
    if first >= end or not board.free[first]:
        return None
    found = sum_at(board.tokens[:end], first) or (_first_of_two(board, first, end) if named else None)
    if found is None or (not named and _is_quantity_first(board, world, found)):
        return None
    if named and found.end < end and is_goods_word(board, world, found.end):
        found = _only_first(board, found)
    follows = board.tokens[found.end] if found.end < end else None
    money = found.marked or (follows is not None and follows.text in _ROUBLE)
    if not money and (
        not named
        or token.text == "за"
        or (follows is not None and (follows.text == "%" or _counts(board, world, found.end)))
    ):
        return None
    if not named and not _is_price(board, found.start, found.end):
        return None
    found = _with_kopecks(board, found) if named else found
    place = found.end
    unit = unit_at(board, place + 1) if place < end and board.tokens[place].text in {"за", "/"} else None
    place = unit[1] if unit is not None else place
    if not 0 <= found.kopecks <= MOST_PRICE:
        return None
    return Item(ItemKind.PRICE, at, place, value=Decimal(found.kopecks), unit=unit[0].value if unit else "")


def _is_quantity_first(board: Board, world: World, found: Sum) -> bool:
    """«молоко 5 150р»: right behind goods the first figures are how many, the price follows."""
    grouped = found.end - found.start > 2 and board.tokens[found.start + 1].value is not None  # noqa: PLR2004
    return grouped and found.start > 0 and is_goods_word(board, world, found.start - 1)


def _only_first(board: Board, found: Sum) -> Sum:
    """«по 38 150 полотенец» is a price and how many of the next goods."""
    value = board.tokens[found.start].value
    grouped = found.end - found.start == 2 and board.tokens[found.start + 1].value is not None  # noqa: PLR2004
    return (
        Sum(found.start, found.start + 1, int(value * 100), marked=False)
        if grouped and value is not None
        else found
    )


def _with_kopecks(board: Board, found: Sum) -> Sum:
    """«по тридцать два пятьдесят»: tens in words behind a price in words are its kopecks."""
    rest = numbers_at(board.tokens, found.end) if found.end < len(board.tokens) else None
    if rest is None or found.marked or found.kopecks % 100 or board.tokens[found.start].value is not None:
        return found
    if (
        board.tokens[found.end].value is not None
        or not _TEN <= rest.value < _HUNDRED
        or unit_at(board, rest.end) is not None
    ):
        return found
    return Sum(found.start, rest.end, found.kopecks + int(rest.value), marked=False)


def _counts(board: Board, world: World, at: int) -> bool:
    """A unit behind a number, unless goods are called so: «по 150 мешки для мусора»."""
    return unit_at(board, at) is not None and not world.goods_by(board.tokens[at].text)


def _first_of_two(board: Board, at: int, end: int) -> Sum | None:
    """«по 150 150 коробок» is a price and a quantity: the figures before a unit are not of the price."""
    tokens = board.tokens
    if (
        at + 2 >= end
        or tokens[at].value is None
        or tokens[at + 1].value is None
        or unit_at(board, at + 2) is None
    ):
        return None
    return sum_at(tokens[: at + 1], at)


def has_price(board: Board, world: World, start: int, end: int) -> bool:
    """Whether a price of a unit is named: «по 68», «799 р»."""
    return any(board.free[at] and _price(board, world, at, end) is not None for at in range(start, end))


def _is_price(board: Board, start: int, end: int) -> bool:
    """Roubles, not thousands: «150 р» is a price, «40 тыс» a sum."""
    words = {token.text for token in board.tokens[start:end]}
    return not any(
        word.startswith(("тыс", "тыщ", "тыр", "млн", "мил", "лям", "лимон", "кос", "т.р"))
        or word in {"к", "т"}
        for word in words
    )


def discount_at(board: Board, at: int, end: int) -> Item | None:
    """«скидка 5%», «со скидкой 10», «минус 5%», «-5%», «5% скидки»; «на всё» makes it every line's."""
    tokens = board.tokens
    place = at + (tokens[at].text in {"с", "со"})
    if place < end and tokens[place].text.startswith(("скидк", "скидос", "скидоч", "дисконт", "discount")):
        number = numbers_at(
            tokens, place + 1 + (place + 1 < end and tokens[place + 1].text in {"в", "-", ":"})
        )
    elif place == at and tokens[at].text in {"минус", "-"}:
        number = numbers_at(tokens, at + 1)
        if number is None or number.end >= end or not _is_percent(tokens[number.end].text):
            return None
    else:
        number = numbers_at(tokens, at)
        if (
            number is None
            or number.end + 1 >= end
            or not _is_percent(tokens[number.end].text)
            or not tokens[number.end + 1].text.startswith("скид")
        ):
            return None
    if number is None or number.end > end:
        return None
    stop = number.end + (number.end < end and _is_percent(tokens[number.end].text))
    stop += stop < end and tokens[stop].text.startswith("скид")
    everything = (
        stop + 1 < end
        and tokens[stop].text in {"на", "по"}
        and tokens[stop + 1].text in {"все", "весь", "всю", "всему"}
    )
    return Item(ItemKind.DISCOUNT, at, stop + 2 * everything, value=number.value, all_lines=everything)


def _is_percent(text: str) -> bool:
    return text == "%" or text.startswith("процент")
