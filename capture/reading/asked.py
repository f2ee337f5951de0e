"""Goods that a client asked about and did not order: whether we have them nobody has said."""

from typing import Final

from capture.acts import Named, ShortageAct
from capture.reading.goods import GoodsHit
from capture.reading.part import Findings, Part

# A question of price, not of goods: nobody wants them yet.
_PRICE_WORDS: Final = ("цен", "прайс", "почем", "почём", "сколько", "стоит", "скидк", "услови", "срок")


def read_asked(part: Part, client: Named | None, said: Findings) -> None:
    """«спрашивала сыр 30 кг»: goods with a quantity right behind the word; no order, and no refusal either."""
    if client is None:
        return
    priced = any(
        part.board.tokens[at].text.startswith(_PRICE_WORDS)
        for at in range(part.segment.start, part.segment.end)
    )
    for cue in part.of("asked_about"):
        if part.tags(cue) & {"1per", "impr"}:
            continue
        goods = _asked_goods(part, cue.end)
        for hit in goods:
            if priced:
                part.leave_goods(hit)
                continue
            part.take_goods(hit)
            part.use(cue)
            source = ("product", part.span(hit.start, hit.end))
            line = hit.line
            said.acts.append(
                ShortageAct(client, line.product, line.quantity, line.unit, asked=True, sources=(source,))
            )


def _asked_goods(part: Part, start: int) -> list[GoodsHit]:
    """One behind the other from `start` on, as far as no other event parts them: «спрашивала сыр 30 кг, взяла масло»."""
    last = min(
        (hit.start for hit in part.hits if hit.start >= start and not _inside_goods(part, hit.start)),
        default=part.segment.end,
    )
    found: list[GoodsHit] = []
    for hit in sorted(part.left_goods(), key=lambda one: one.start):
        if hit.start < start or hit.start >= last or hit.line.quantity is None:
            continue
        if not found and part.board.breaks_between(start, hit.start):
            break
        found.append(hit)
    return found


def _inside_goods(part: Part, at: int) -> bool:
    return any(hit.start <= at < hit.end for hit in part.goods)
