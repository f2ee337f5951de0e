"""The outcome of a call that its results imply, and the reason of a refusal."""

from collections.abc import Sequence
from typing import Final

from capture.acts import CallAct, Named
from capture.language.phrases import Hit
from capture.reading.part import Findings, Part
from capture.reading.rest import says_why
from domain.outcomes import Outcome, RefusalReason

STRENGTH: Final = (
    "order",
    "claim",
    "promise",
    "meeting",
    "send_offer",
    "phone_offer",
    "refusal",
    "thinking",
    "call_back",
    "talked",
)
NOT_REACHED: Final = ("wrong_number", "no_decision_maker", "unavailable", "busy", "no_answer")
REASONS: Final = {
    "reason_price": RefusalReason.PRICE,
    "reason_supplier": RefusalReason.SUPPLIER,
    "reason_no_need": RefusalReason.NO_NEED,
    "reason_terms": RefusalReason.TERMS,
    "reason_quality": RefusalReason.QUALITY,
    "reason_season": RefusalReason.SEASON,
    "reason_other": RefusalReason.OTHER,
}
IMPLIES_REFUSAL: Final = (
    "reason_price",
    "reason_no_need",
    "reason_supplier",
    "reason_quality",
    "reason_season",
)


def read_outcome(
    part: Part, client: Named | None, said: Findings, clients: Sequence[Named]
) -> CallAct | None:
    """The call that the results imply, the strongest outcome first."""
    results = said.results
    _ask_results(part, results)
    reason: RefusalReason | None = None
    refused = part.of("refusal")
    if refused and "order" not in results:
        results.add("refusal")
    if (
        not results - {"rang", "talked"}
        and any(len(hit.used) > 1 or hit.name == "reason_price" for hit in part.of(*IMPLIES_REFUSAL))
        and client is not None
    ):
        results.add("refusal")
    for hit in refused:
        part.use(hit)
    outcome: str | None = next((name for name in STRENGTH if name in results), None)
    if outcome == "refusal":
        reason = _reason(part)
        for goods in part.left_goods():
            part.take_goods(goods)
    if outcome in {None, "talked"}:
        missed = _not_reached(part)
        outcome = missed or outcome
    if outcome is None and "rang" in results and client is not None:
        outcome = "talked"
    if outcome is None:
        return None
    person, mention = part.person_id(clients)
    if mention is not None:
        part.use_range(mention.start, mention.end)
    return CallAct(client, Outcome(outcome), person, reason)


def _ask_results(part: Part, results: set[str]) -> None:
    for hit in part.of("talked"):
        if part.is_past(hit) or "NOUN" in part.tags(hit) or "GRND" in part.tags(hit):
            part.use(hit)
            results.add("talked")
    for hit in part.of("thinking"):
        part.use(hit)
        results.add("thinking")
    wants = part.of("wants_offer")
    papers = [hit for hit in part.of("paper") if not hit.used & part.used]
    sends = [hit for hit in part.of("send") if not part.is_past(hit)]
    if wants or (
        papers and (sends or part.has("wants", "asks_for") or any("accs" in part.tags(hit) for hit in papers))
    ):
        for hit in (*wants, *papers, *sends, *part.of("mail_channel"), *part.of("wants")):
            part.use(hit)
        results.add("send_offer")
    offered = [
        hit
        for hit in part.of("offered")
        if not hit.used & part.used and (part.is_past(hit) or _is_paper(part, hit))
    ]
    for hit in offered:
        part.use(hit)
        results.add("phone_offer")
        for channel in part.of("phone_channel"):
            part.use(channel)


def _is_paper(part: Part, hit: Hit) -> bool:
    return any(part.board.tokens[at].text.startswith("предлож") for at in hit.used)


def _reason(part: Part) -> RefusalReason | None:
    """The first reason named that says why; «без объяснений» and a reason of no kind are «other»."""
    hits = [hit for hit in part.of(*REASONS) if hit.name != "reason_other"]
    for hit in part.of(*REASONS):
        part.use(hit)
    if hits:
        return REASONS[hits[0].name]
    return RefusalReason.OTHER if part.has("reason_other") or says_why(part) else None


def _not_reached(part: Part) -> str | None:
    for name in NOT_REACHED:
        hits = part.of("away") if name == "no_decision_maker" else part.of(name)
        if name == "no_answer" and not hits and not part.goods:
            hits = part.of("no_pick")
        if hits:
            part.missed = True
            for hit in (*hits, *part.of(*NOT_REACHED, "away", "no_pick", "role")):
                part.use(hit)
            return name
    return None
