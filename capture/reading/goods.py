"""Goods named in a line, with how many and for how much: «20 кор масла 82,5 по 150», «мука 50 кг двадцать пять мешков».

A number may belong to the name («82,5»), to the pack («900 г») or be the quantity. All ways to cut a run of words and numbers into
lines are weighed, and the one that leaves least unexplained is taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from capture.acts import LineOfOrder, Named
from capture.language.board import Board
from capture.naming.names import SMALL_WORDS
from capture.naming.world import World
from capture.reading.items import Item, ItemKind, items_of
from domain.units import COUNTED, find_unit

_GROUP: Final = 3
_THOUSANDS: Final = range(1, 1000)
LONGEST_LINE: Final = 10
MOST_NUMBERS: Final = 5


@dataclass(frozen=True, slots=True)
class GoodsHit:
    """A line read from tokens [start, end); `used` are its tokens, `before` tells that the quantity stands before the name."""

    start: int
    end: int
    line: LineOfOrder
    used: frozenset[int]
    score: float
    before: bool = False
    unknown: bool = False
    discount_for_all: Decimal | None = field(default=None, compare=False)


def read_goods(
    board: Board,
    world: World,
    start: int,
    end: int,
    soft: frozenset[int] = frozenset(),
    *,
    unknown: bool = True,
    counted: bool = True,
) -> list[GoodsHit]:
    """The goods named among the free tokens of [start, end); tokens of `soft` may be stepped over inside a line."""
    lines = [
        at
        for at in range(start + 1, end)
        if "\n" in board.text[board.tokens[at - 1].end : board.tokens[at].start]
    ]
    if lines:
        edges = [start, *lines, end]
        return [
            hit
            for left, right in pairwise(edges)
            for hit in read_goods(board, world, left, right, soft, unknown=unknown, counted=counted)
        ]
    items = list(items_of(board, world, start, end, soft, unknown=unknown))
    if not counted:
        return _cut(board, world, items, before=False, counted=False)[1]
    cuts = [_cut(board, world, items, before=before) for before in (True, False)]
    return max(cuts, key=lambda cut: cut[0])[1]


def _cut(
    board: Board, world: World, items: Sequence[Item], *, before: bool, counted: bool = True
) -> tuple[float, list[GoodsHit]]:
    """The best cut of the items into lines; a line whose quantity stands as in its neighbours is a little better."""
    scores: list[float] = [0.0]
    hits: list[GoodsHit | None] = [None]
    came: list[int] = [0]
    for right in range(1, len(items) + 1):
        skipped = items[right - 1]
        loss = (
            0.5
            if skipped.kind is ItemKind.NUMBER
            else 0.3
            if skipped.kind is ItemKind.NAME
            else 0.1
            if skipped.kind in {ItemKind.PRICE, ItemKind.DISCOUNT}
            else 0.0
        )
        top, hit, origin = scores[right - 1] - loss, None, right - 1
        if skipped.kind not in {ItemKind.SOFT, ItemKind.HARD}:
            for left in range(right - 1, max(right - 1 - LONGEST_LINE, -1), -1):
                if items[left].kind is ItemKind.HARD:
                    break
                if items[left].kind is ItemKind.SOFT:
                    continue
                line = _line(board, world, items[left:right], counted=counted)
                if line is None:
                    continue
                total = (
                    scores[left]
                    + line.score
                    + (0.25 if line.before is before and line.line.quantity is not None else 0.0)
                )
                if total > top + 1e-9:
                    top, hit, origin = total, line, left
        scores.append(top)
        hits.append(hit)
        came.append(origin)
    found: list[GoodsHit] = []
    at = len(items)
    while at:
        step = hits[at]
        if step is not None:
            found.append(step)
        at = came[at]
    return scores[-1], found[::-1]


def _line(board: Board, world: World, items: Sequence[Item], *, counted: bool = True) -> GoodsHit | None:
    names = [item for item in items if item.kind is ItemKind.NAME]
    strangers = [item for item in items if item.kind is ItemKind.UNKNOWN]
    numbers = [item for item in items if item.kind is ItemKind.NUMBER]
    prices = [item for item in items if item.kind is ItemKind.PRICE]
    discounts = [item for item in items if item.kind is ItemKind.DISCOUNT]
    if (not names and not strangers) or len(prices) > 1 or len(discounts) > 1 or len(numbers) > MOST_NUMBERS:
        return None
    if names and strangers:
        return None
    candidates = frozenset.intersection(*(item.ids for item in names)) if names else frozenset[int]()
    if names and not candidates:
        return None
    paid = sum(item.cost for item in items if item.kind is ItemKind.SOFT)
    best: GoodsHit | None = None
    first_name = min(item.start for item in names or strangers)
    # Of two equal readings the quantity stands before the name, or last: «мука 50 кг 2 кг» are two kilograms.
    ordered = sorted(numbers, key=lambda item: (item.start > first_name, -item.start))
    for chosen in (None, *(ordered if counted else ())):
        if chosen is not None and chosen.unit == "%":
            continue
        attributes = [item for item in numbers if item is not chosen]
        if any(item.collective for item in attributes):
            continue
        fitting = _with_numbers(world, candidates, attributes) if names else candidates
        if (names and not fitting) or (strangers and attributes):
            continue
        in_name = chosen is not None and any(_is_of_name(world, one, chosen) for one in candidates)
        score = _score(names or strangers, attributes, chosen, unknown=not names, in_name=in_name) - paid
        if items[0].kind in {ItemKind.DISCOUNT, ItemKind.PRICE}:
            score -= 0.6
        score += 0.4 * bool(prices) + 0.3 * bool(discounts) + 0.3 * (len(fitting) == 1)
        if best is None or score > best.score:
            parts = sorted([*(names or strangers), *attributes], key=lambda item: item.start)
            best = _hit(items, parts, chosen, _meaning(board, world, parts, fitting), score)
    grouped = _grouped(board, items) if best is None and counted else None
    return best if grouped is None else _line(board, world, grouped)


def _score(
    names: Sequence[Item], attributes: Sequence[Item], chosen: Item | None, *, unknown: bool, in_name: bool
) -> float:
    score = 0.2 * len(names) if unknown else 1.0 * len(names)
    score += 0.9 * len(attributes) - 0.7
    if chosen is None:
        return score - (2.0 if unknown else 0.5)
    unit = find_unit(chosen.unit) if chosen.unit else None
    broken = chosen.value % 1 != 0
    if unknown and unit is None:
        return score - 1.0
    score += (
        1.0
        if unit in COUNTED
        else 0.15
        if unit is None and broken
        else 0.3
        if in_name
        else 0.8
        if unit is not None
        else 0.6
    )
    first, last = min(item.start for item in names), max(item.start for item in names)
    if first < chosen.start < last:
        score -= 0.4
    if unknown and chosen.end != first and chosen.start != max(item.end for item in names):
        score -= 0.6
    return score


def _is_of_name(world: World, one: int, number: Item) -> bool:
    label, value = world.goods[one].label, number.value.normalize()
    return (value, number.unit) in label.pairs if number.unit else value in label.numbers


def _with_numbers(world: World, candidates: frozenset[int], attributes: Sequence[Item]) -> frozenset[int]:
    for item in attributes:
        candidates = frozenset(one for one in candidates if _is_of_name(world, one, item))
        if not candidates:
            break
    return candidates


def _grouped(board: Board, items: Sequence[Item]) -> list[Item] | None:
    """«салфетки 1 200 шт»: figures before three others are their thousands, where nothing else explains them."""
    for at, (left, right) in enumerate(pairwise(items)):
        both = left.kind is ItemKind.NUMBER and right.kind is ItemKind.NUMBER and not left.unit
        figures = board.tokens[left.start].text + board.tokens[right.start].text if both else ""
        if (
            both
            and left.value in _THOUSANDS
            and len(board.tokens[right.start].text) == _GROUP
            and figures.isdigit()
        ):
            merged = replace(right, start=left.start, value=Decimal(figures))
            return [*items[:at], merged, *items[at + 2 :]]
    return None


def _hit(
    items: Sequence[Item], parts: Sequence[Item], chosen: Item | None, product: Named, score: float
) -> GoodsHit:
    unit = find_unit(chosen.unit) if chosen is not None and chosen.unit else None
    price = next((item for item in items if item.kind is ItemKind.PRICE), None)
    discount = next((item for item in items if item.kind is ItemKind.DISCOUNT), None)
    line = LineOfOrder(
        product,
        chosen.value if chosen is not None else None,
        unit,
        int(price.value) if price is not None else None,
        discount.value if discount is not None and not discount.all_lines else None,
        find_unit(price.unit) if price is not None and price.unit else None,
    )
    used = frozenset(
        at
        for item in (*parts, chosen, price, discount)
        if item is not None
        for at in range(item.start, item.end)
    )
    before = chosen is not None and chosen.start < parts[0].start
    everywhere = discount.value if discount is not None and discount.all_lines else None
    return GoodsHit(
        min(used),
        max(used) + 1,
        line,
        used,
        score,
        before,
        product.id is None and not product.candidates,
        everywhere,
    )


def _meaning(board: Board, world: World, parts: Sequence[Item], fitting: frozenset[int]) -> Named:
    """The one product meant; where several fit, the one that is named whole."""
    query = _written(board, parts)
    if len(fitting) > 1:
        whole = [one for one in fitting if _is_whole(world, one, parts)]
        fitting = frozenset(whole) if len(whole) == 1 else fitting
    if len(fitting) == 1:
        return Named(world.goods[next(iter(fitting))].entry.id)
    return Named(None, query, tuple(world.goods[one].entry.id for one in sorted(fitting)))


def _written(board: Board, parts: Sequence[Item]) -> str:
    """The words of a name as they stand: what is side by side, or parted by a preposition alone, is one piece."""
    pieces: list[tuple[int, int]] = []
    for item in parts:
        between = [token.text for token in board.tokens[pieces[-1][1] : item.start]] if pieces else []
        if pieces and all(word in SMALL_WORDS or word in {"-", "/", ".", '"'} for word in between):
            pieces[-1] = (pieces[-1][0], item.end)
        else:
            pieces.append((item.start, item.end))
    return " ".join(board.written(start, end) for start, end in pieces)


def _is_whole(world: World, one: int, parts: Sequence[Item]) -> bool:
    goods = world.goods[one].label
    return len(parts) >= len(goods.words) + len(goods.numbers) + len(goods.marks) and all(
        item.kind is not ItemKind.UNKNOWN for item in parts
    )
