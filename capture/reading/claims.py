"""Complaints: of what kind, about which goods."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from capture.acts import ClaimAct, Named, Span
from capture.language.phrases import Hit
from capture.reading.goods import GoodsHit
from capture.reading.orders import uncounted
from capture.reading.part import Findings, Part
from domain.outcomes import ClaimKind
from domain.units import COUNTED

CLAIM_KINDS: Final = {
    "claim_shortage": ClaimKind.SHORTAGE,
    "claim_mis_sort": ClaimKind.MIS_SORT,
    "claim_defect": ClaimKind.DEFECT,
    "claim_expiry": ClaimKind.EXPIRY,
    "claim_damage": ClaimKind.DAMAGE,
    "claim_late": ClaimKind.LATE,
    "claim_price": ClaimKind.PRICE,
    "claim_documents": ClaimKind.DOCUMENTS,
    "instead": ClaimKind.MIS_SORT,
    "claim_return": ClaimKind.RETURN,
    "claim_refused": ClaimKind.REFUSAL,
}
_SENT_BACK: Final = frozenset({"claim_return", "claim_refused"})
_WHOLE: Final = ("товар", "продукц", "парти", "поставк", "машин", "груз", "приемк", "приёмк")
# What else is given back or refused: money, papers.
_NO_GOODS: Final = (
    "ден",
    "долг",
    "задолж",
    "аванс",
    "предоплат",
    "оплат",
    "сумм",
    "документ",
    "накладн",
    "упд",
    "акт",
    "счет",
)
ABOUT: Final = {
    "about_price": ClaimKind.PRICE,
    "about_documents": ClaimKind.DOCUMENTS,
    "about_quality": ClaimKind.DEFECT,
}
_CAME: Final = ("delivery", "arrive", "send")
WEAK_CLAIMS: Final = frozenset({"claim_defect", "claim_damage"})
_STRONG_CLAIMS: Final = (
    "бой",
    "бою",
    "боя",
    "брак",
    "битый",
    "битая",
    "битые",
    "плесен",
    "дефект",
    "некондиц",
    "прот",
    "поврежд",
)
_WANTED_NEAR: Final = 6.0


def read_claims(part: Part, client: Named | None, said: Findings) -> None:
    """Every kind of complaint with the goods nearest to it; a complaint of no known kind is «other»."""
    general = part.of("claim_other", "rude")
    specific = _specific(part, general)
    sure = bool(general) or any(hit.line.quantity is not None for hit in part.goods)
    refused = part.has("refusal") and not any(hit.name in CLAIM_KINDS for hit in specific)
    if refused or not (specific or general) or (client is None and not sure):
        return
    said.results.add("claim")
    for hit in general:
        if hit.name != "rude":
            part.use(hit)
    if not specific:
        source = ("kind", part.span(general[0].start, general[0].end))
        said.acts.append(ClaimAct(client, ClaimKind.OTHER, sources=(source,)))
        return
    _read_kinds(part, client, said, specific)


def _specific(part: Part, general: Sequence[Hit]) -> list[Hit]:
    """Complaints whose kind is named, in order; «сломан» alone may be of a lift."""
    back = _sent_back(part)
    if back and _is_noun(part, back[0]):
        return back
    found = part.of(*(kind for kind in CLAIM_KINDS if kind != "instead" and kind not in _SENT_BACK))
    if back and not found:
        return back
    for hit in back:
        part.use(hit)
    if general:
        found += part.of(*ABOUT)
    if general or part.has(*_CAME):
        found += part.of("instead")
    kept = [
        hit for hit in found if general or part.goods or hit.name not in WEAK_CLAIMS or _is_strong(part, hit)
    ]
    return sorted(kept, key=lambda hit: hit.start)


def _sent_back(part: Part) -> list[Hit]:
    """Goods that came back or were not taken in; «отказ», «вернёт» alone are of a call and of money."""
    tokens = part.board.tokens
    if (
        any(tokens[at].text.startswith(_NO_GOODS) for at in range(part.segment.start, part.segment.end))
        or part.left_sums()
    ):
        return []
    whole = any(tokens[at].text.startswith(_WHOLE) for at in range(part.segment.start, part.segment.end))
    counted = [goods for goods in part.left_goods() if goods.line.quantity is not None]
    return [
        hit
        for hit in part.of(*_SENT_BACK)
        if _is_return(part, hit)
        or (
            (hit.name == "claim_return" or _is_from(part, hit)) and (whole or _nearest_to(part, hit, counted))
        )
    ]


def _is_return(part: Part, hit: Hit) -> bool:
    return part.board.tokens[hit.start].text.startswith("возврат") and _is_noun(part, hit)


def _is_noun(part: Part, hit: Hit) -> bool:
    return "NOUN" in part.tags(hit)


def _is_from(part: Part, hit: Hit) -> bool:
    """«отказ от», «не приняли»; a bare «отказ» is of the offer."""
    tokens = part.board.tokens
    return tokens[hit.start].text == "не" or (hit.end < len(tokens) and tokens[hit.end].text == "от")


def _nearest_to(part: Part, hit: Hit, goods: Sequence[GoodsHit]) -> bool:
    """Whether some goods belong to this word rather than to an order of the same line."""
    rivals = [hit, *part.of("wants")]
    return any(part.nearest(rivals, (one.start, one.end)) is hit for one in goods)


def _read_kinds(part: Part, client: Named | None, said: Findings, specific: Sequence[Hit]) -> None:
    owners = [
        (owner, goods)
        for goods in part.left_goods()
        if (owner := _claim_of(part, specific, goods)) is not None
    ]
    done: set[ClaimKind] = set()
    for hit in specific:
        kind = CLAIM_KINDS.get(hit.name) or ABOUT[hit.name]
        part.use(hit)
        mine = [goods for owner, goods in owners if owner is hit]
        if kind in done and (not mine or kind is ClaimKind.MIS_SORT):
            continue
        done.add(kind)
        if kind is ClaimKind.PRICE:
            for paper in part.of("paperwork"):
                part.use(paper)
        source = ("kind", part.span(hit.start, hit.end))
        for goods in _expected(part) if kind is ClaimKind.MIS_SORT else mine:
            part.take_goods(goods)
            said.acts.append(
                _claim(client, kind, goods, (source, ("product", part.span(goods.start, goods.end))))
            )
        if not any(isinstance(act, ClaimAct) and act.kind is kind for act in said.acts):
            said.acts.append(ClaimAct(client, kind, sources=(source,)))


def _claim(
    client: Named | None, kind: ClaimKind, goods: GoodsHit, sources: tuple[tuple[str, Span], ...]
) -> ClaimAct:
    return ClaimAct(client, kind, goods.line.product, goods.line.quantity, goods.line.unit, sources=sources)


def _is_strong(part: Part, hit: Hit) -> bool:
    """«сломан» may be a lift; «брак» and «бой» are of goods always."""
    return any(part.board.tokens[at].text.startswith(_STRONG_CLAIMS) for at in hit.used)


def _expected(part: Part) -> list[GoodsHit]:
    """What should have come: behind «вместо» or «ждали», else what was named first; the quantity may stand with the other."""
    goods = [hit for hit in part.left_goods() if not hit.unknown]
    if not goods:
        return []
    cues = part.of("instead") or part.of("awaited")
    counted = next((one.line for one in goods if one.line.unit in COUNTED), None)
    if cues:
        whole = [hit for hit in uncounted(part, part.segment.named) if not hit.unknown]
        goods = [hit for hit in whole if hit.start >= cues[0].end] or whole or goods
    for one in (*part.left_goods(), *goods):
        part.take_goods(one)
    first = goods[0]
    if counted is not None and first.line.quantity is None:
        first = replace(first, line=replace(first.line, quantity=counted.quantity, unit=counted.unit))
    return [first]


def _claim_of(part: Part, claims: Sequence[Hit], goods: GoodsHit) -> Hit | None:
    """The complaint that the goods belong to, unless they were ordered in their own words."""
    place = (goods.start, goods.end)
    inside = next((hit for hit in claims if goods.start <= hit.start < goods.end), None)
    if inside is not None:
        return inside
    best = part.nearest(claims, place)
    wants = part.nearest(part.of("wants"), place)
    if best is None:
        return None
    near = part.distance((best.start, best.end), place)
    if wants is not None and part.distance((wants.start, wants.end), place) < near:
        return None
    if (
        best.start > goods.start
        and part.board.breaks_between(goods.end, best.start)
        and goods.line.quantity is not None
    ):
        return None
    return best if near < _WANTED_NEAR else None
