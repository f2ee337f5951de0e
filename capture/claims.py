"""Complaints: of what kind, about which goods."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from capture.acts import ClaimAct, Named
from capture.goods import GoodsHit
from capture.orders import uncounted
from capture.phrases import Hit
from capture.reading import Findings, Part
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
}
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
    specific = part.of(*CLAIM_KINDS)
    general = part.of("claim_other")
    if general:
        specific += part.of(*ABOUT)
    general += part.of("rude")
    instead = part.of("instead")
    if instead and (general or part.has(*_CAME)):
        specific += instead
    elif part.has("refusal") and not part.of(*CLAIM_KINDS):
        return
    specific = [
        hit
        for hit in specific
        if general or part.goods or hit.name not in WEAK_CLAIMS or _is_strong(part, hit)
    ]
    if (not specific and not general) or (
        client is None and not general and not any(hit.line.quantity is not None for hit in part.goods)
    ):
        return
    specific.sort(key=lambda hit: hit.start)
    said.results.add("claim")
    for hit in general:
        if hit.name != "rude":
            part.use(hit)
    if not specific:
        said.acts.append(
            ClaimAct(
                client, ClaimKind.OTHER, sources=(("kind", part.span(general[0].start, general[0].end)),)
            )
        )
        return
    owners = [
        (owner, goods)
        for goods in part.left_goods()
        if (owner := _claim_of(part, specific, goods)) is not None
    ]
    kinds_done: set[ClaimKind] = set()
    for hit in specific:
        kind = CLAIM_KINDS.get(hit.name) or ABOUT[hit.name]
        part.use(hit)
        mine = [goods for owner, goods in owners if owner is hit]
        if kind is ClaimKind.MIS_SORT:
            mine = _expected(part)
        if kind in kinds_done and (not mine or kind is ClaimKind.MIS_SORT):
            continue
        if kind is ClaimKind.PRICE:
            for paper in part.of("paperwork"):
                part.use(paper)
        kinds_done.add(kind)
        source = ("kind", part.span(hit.start, hit.end))
        for goods in mine[:1] if kind is ClaimKind.MIS_SORT else mine:
            part.take_goods(goods)
            line = goods.line
            said.acts.append(
                ClaimAct(
                    client,
                    kind,
                    line.product,
                    line.quantity,
                    line.unit,
                    sources=(source, ("product", part.span(goods.start, goods.end))),
                )
            )
        if not mine:
            said.acts.append(ClaimAct(client, kind, sources=(source,)))


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
