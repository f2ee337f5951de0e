"""Orders: goods with a quantity that nothing else has taken, and the day of delivery."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from capture.acts import LineOfOrder, Named, OrderAct, RepeatOrderAct, Span
from capture.language.phrases import Hit
from capture.reading.goods import GoodsHit, read_goods
from capture.reading.items import discount_at
from capture.reading.part import CONTACTS, Findings, Part

_WHOLE_ORDER: Final = frozenset({"заказ", "раз", "повтор", "заявка"})
NOT_ORDERS: Final = (
    "offered",
    "thinking",
    "refusal",
    "paper",
    "wants_offer",
    "reason_no_need",
    "reason_price",
)
SOFT: Final = ("wants", "delivery", "out_of_stock", "ask_logistics")
_WANTED_NEAR: Final = 6.0


def find_goods(part: Part, *, unknown: bool) -> None:
    """The goods of the part, once what else has numbers is taken."""
    soft = frozenset(
        at for hit in part.hits if hit.name.startswith("claim_") or hit.name in SOFT for at in hit.used
    )
    held = [
        at
        for at in range(part.segment.start, part.segment.end)
        if part.board.free[at] and (at in part.used or (at in _cue_words(part) and at not in soft))
    ]
    stepped = [at for at in soft if part.board.free[at]]
    part.board.take([*held, *stepped])
    over = frozenset(stepped) | part.segment.named
    part.goods = read_goods(
        part.board, part.world, part.segment.start, part.segment.end, over, unknown=unknown
    )
    for at in (*held, *stepped):
        part.board.free[at] = True


def uncounted(part: Part, over: frozenset[int]) -> list[GoodsHit]:
    """The goods read where nobody orders: every number belongs to a name; the tokens `over` and all events may stand inside."""
    board = part.board
    cues = frozenset(
        at for hit in part.hits for at in hit.used if not part.world.goods_by(board.tokens[at].text)
    )
    stepped = [at for at in over | cues if board.free[at]]
    held = [at for at in part.used - set(stepped) if board.free[at]]
    board.take([*held, *stepped])
    found = read_goods(
        board,
        part.world,
        part.segment.start,
        part.segment.end,
        frozenset(over | cues),
        unknown=False,
        counted=False,
    )
    for at in (*held, *stepped):
        board.free[at] = True
    return [hit for hit in found if hit.line.product.id is not None or hit.line.product.candidates]


def _cue_words(part: Part) -> set[int]:
    """Words of phrases, less those that are goods themselves and stand for nothing surely."""
    return {
        at
        for hit in part.hits
        for at in hit.used
        if not part.world.goods_by(part.board.tokens[at].text) or len(hit.used) > 1
    }


def read_orders(part: Part, client: Named | None, said: Findings) -> None:
    """Goods with a quantity that nothing else has taken; a discount for all belongs to every line without its own."""
    repeats = part.of("repeat")
    lines = [hit for hit in part.left_goods() if _is_ordered(part, hit)]
    counted = [hit for hit in lines if hit.line.quantity is not None]
    wanted = part.of("wants")
    if not counted and not (
        lines and wanted and client is not None and not all(hit.unknown for hit in lines)
    ):
        if repeats and (not part.has("refusal", "offered") or wanted):
            _repeat(part, client, said, repeats)
        return
    kept = [hit for hit in lines if hit.line.quantity is not None or not hit.unknown]
    discount = next((hit.discount_for_all for hit in kept if hit.discount_for_all is not None), None)
    discount = _common_discount(part, kept) if discount is None else discount
    made = tuple(_with_discount(hit.line, discount) for hit in kept)
    for hit in kept:
        part.take_goods(hit)
    for cue in (*wanted, *part.of("asks_for"), *repeats):
        part.use(cue)
    said.results.add("order")
    whole = [hit for hit in repeats if any(part.board.lemma_in(at, _WHOLE_ORDER) for at in hit.used)]
    if whole:
        said.acts.append(
            RepeatOrderAct(client, sources=(("repeat", part.span(whole[0].start, whole[0].end)),))
        )
    sources = [(f"lines.{at}", part.span(hit.start, hit.end)) for at, hit in enumerate(kept)]
    delivery = delivery_of(part, (kept[0].start, kept[-1].end), sources)
    said.acts.append(OrderAct(client, made, delivery, sources=tuple(sources)))


def _repeat(part: Part, client: Named | None, said: Findings, repeats: Sequence[Hit]) -> None:
    for cue in (*repeats, *part.of("wants")):
        part.use(cue)
    said.results.add("order")
    sources = [("repeat", part.span(repeats[0].start, repeats[0].end))]
    delivery = delivery_of(part, (repeats[0].start, repeats[-1].end), sources)
    said.acts.append(RepeatOrderAct(client, delivery, sources=tuple(sources)))


def _is_ordered(part: Part, hit: GoodsHit) -> bool:
    place = (hit.start, hit.end)
    against = part.of(*NOT_ORDERS)
    best = part.nearest([*against, *part.of("wants")], place)
    return (
        best is None
        or best.name == "wants"
        or (
            part.distance((best.start, best.end), place) >= _WANTED_NEAR / 2
            and hit.line.quantity is not None
            and hit.line.unit is not None
            and bool(part.board.breaks_between(min(best.end, hit.end), max(best.start, hit.start)))
        )
    )


def _common_discount(part: Part, kept: Sequence[GoodsHit]) -> Decimal | None:
    """A discount before the first line or after the last belongs to all, unless a line before it has its own."""
    own = [hit for hit in kept if hit.line.discount is not None]
    for at in range(part.segment.start, part.segment.end):
        if any(at in hit.used for hit in kept):
            continue
        found = discount_at(part.board, at, part.segment.end)
        if found is not None and not (found.start and part.board.tokens[found.start - 1].text == "на"):
            part.use_range(found.start, found.end)
            return found.value
    last = kept[-1]
    if (
        len(kept) > 1
        and own == [last]
        and part.board.tokens[max(last.used)].end >= max(part.board.tokens[max(hit.used)].end for hit in kept)
    ):
        return last.line.discount
    return None


def _with_discount(line: LineOfOrder, discount: Decimal | None) -> LineOfOrder:
    return line if discount is None or line.discount is not None else replace(line, discount=discount)


def delivery_of(part: Part, place: tuple[int, int], sources: list[tuple[str, Span]]) -> date | None:
    """The day of delivery: the moment nearest to the order, where no call, promise or meeting is nearer."""
    cues = part.of("delivery")
    rivals = part.of(
        *CONTACTS,
        "pay",
        "vow",
        "thinking",
        "birthday",
        "money",
        *(("may_pay",) if part.left_sums() or part.has("money") else ()),
    )
    spots = [place, *((cue.start, cue.end) for cue in cues)]
    for moment in part.left_moments():
        if moment.day is None:
            continue
        where = (moment.start, moment.end)
        own = min(part.distance(spot, where) for spot in spots)
        other = min((part.distance((hit.start, hit.end), where) for hit in rivals), default=99.0)
        if own <= other:
            part.take_moment(moment)
            for cue in cues:
                part.use(cue)
            sources.append(("delivery", part.span(*where)))
            return moment.day
    return None
