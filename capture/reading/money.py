"""Promises to pay and payments, with the sums and the days that belong to them."""

from collections.abc import Sequence
from typing import Final

from capture.acts import Named, PaymentAct, PromiseAct
from capture.language.morph import forms_of
from capture.language.phrases import Hit
from capture.language.sums import Sum, sum_at
from capture.reading.items import is_goods_word, unit_at
from capture.reading.part import CONTACTS, Findings, Part
from capture.when.moments import Moment

_NEAR_MONEY: Final = 9.0
# «оплата 20.11» is of this year's November rather than of the next one's.
_RECENT: Final = 60
_LEAST_BARE: Final = 100_000


def find_sums(part: Part) -> None:
    """Sums of thousands, and bare figures beside words of paying; prices of goods stay with the goods."""
    board = part.board
    cues = part.of("pay", "vow", "money", "may_pay", "arrive")
    at = part.segment.start
    while at < part.segment.end:
        loose = board.free[at] and at not in part.used and not is_goods_word(board, part.world, at)
        found = sum_at(board.tokens[: part.segment.end], at) if loose else None
        if found is None:
            at += 1
            continue
        if _is_of_money(part, found, cues):
            part.sums.append(found)
            part.use_range(found.start, found.end)
        at = found.end


def _is_of_money(part: Part, found: Sum, cues: Sequence[Hit]) -> bool:
    board = part.board
    words = [token.text for token in board.tokens[found.start : found.end]]
    before = board.tokens[found.start - 1].text if found.start else ""
    follows = board.tokens[found.end].text if found.end < len(board) else ""
    if found.marked and any(_is_thousand(word) for word in words):
        counts = bool(part.world.goods_by(follows)) or unit_at(board, found.end) is not None
        return not counts and (bool(cues) or before != "по")
    if not cues or before in {"по", "цена", "номер", "№", "n"}:
        return False
    near = min(part.distance((cue.start, cue.end), (found.start, found.end)) for cue in cues)
    wants = part.of("wants")
    rival = min(
        (part.distance((cue.start, cue.end), (found.start, found.end)) for cue in wants), default=99.0
    )
    if near > _NEAR_MONEY or rival < near:
        return False
    if found.marked:
        return True
    return (
        found.kopecks >= _LEAST_BARE
        and follows != "%"
        and unit_at(board, found.end) is None
        and not part.world.goods_by(follows)
    )


def _is_thousand(word: str) -> bool:
    return word.startswith(
        ("тыс", "тыщ", "тыр", "млн", "миллион", "лям", "косар", "т.р", "тр", "полмил", "лимон", "полля")
    ) or (word in {"к", "k", "т", "кк", "р", "руб", "рублей", "₽", "коп"} and word in {"к", "k", "т", "кк"})


def read_money(part: Part, client: Named | None, said: Findings) -> None:
    """What was paid, and what was promised to be paid."""
    cues = _paying(part)
    vows = [hit for hit in part.of("vow") if not _vow_of_something_else(part)]
    if not cues and not vows:
        _arrived(part, client, said)
        return
    past = [hit for hit in cues if _is_paid(part, hit)]
    future = [hit for hit in cues if hit not in past]
    if past and (client is not None or part.left_sums()):
        _payment(part, client, said, past, [*future, *vows])
    if future or vows:
        _promise(part, client, said, [*future, *vows], past)


def _arrived(part: Part, client: Named | None, said: Findings) -> None:
    """«от шевчук пришло восемь тысяч»."""
    arrived = [hit for hit in part.of("arrive") if part.is_past(hit)]
    if arrived and part.left_sums():
        _payment(part, client, said, arrived[:1], [])


def _vow_of_something_else(part: Part) -> bool:
    return (
        part.has("ring", "thinking", "asked_call") and not part.has("pay", "money") and not part.left_sums()
    )


def _paying(part: Part) -> list[Hit]:
    """Verbs and nouns of paying; «закинет», «закроют» only where a sum or a word of money stands too."""
    sure = part.of("pay")
    money = part.of("money")
    loose = part.of("may_pay") if part.left_sums() or money or part.has("vow") else []
    if part.has("paper", "wants_offer") and not money:
        loose = []
    verbs = [hit for hit in (*sure, *loose) if hit.start < part.segment.end]
    # «долг» alone is a subject, not an event.
    nouns = [hit for hit in money if _is_payment_noun(part, hit) and not verbs]
    return sorted([*verbs, *nouns], key=lambda hit: hit.start)


def _is_payment_noun(part: Part, hit: Hit) -> bool:
    word = {form.lemma for at in hit.used for form in forms_of(part.board.tokens[at].text)}
    alive = part.has("arrive", "will_be", "vow")
    if word & {
        "оплата",
        "платеж",
        "предоплата",
        "платежка",
        "проплата",
        "перевод",
        "перечисление",
        "поступление",
    }:
        return alive or bool(part.left_sums()) or bool(part.left_moments())
    return alive


def _is_paid(part: Part, hit: Hit) -> bool:
    if hit.name == "money":
        arrived = [one for one in part.of("arrive") if part.is_past(one)]
        if arrived:
            return True
        if part.has("will_be", "vow"):
            return False
        near = min(
            part.left_moments(),
            key=lambda one: part.distance((hit.start, hit.end), (one.start, one.end)),
            default=None,
        )
        if near is None:
            return True
        headed = near.end <= part.segment.head[1]
        back = (
            headed
            or part.board.tokens[near.start].text == "от"
            or part.board.tokens[max(near.start - 1, 0)].text in {"от", "за"}
        )
        recent = (
            near.past is not None and near.birth is not None and (part.now.date() - near.past).days <= _RECENT
        )
        ahead = near.day is not None and (near.day - part.now.date()).days > _RECENT
        return near.day is None or (near.past is not None and back) or (recent and ahead)
    return part.is_past(hit)


def _payment(
    part: Part, client: Named | None, said: Findings, past: Sequence[Hit], rivals: Sequence[Hit]
) -> None:
    hit = past[0]
    others = [*rivals, *part.of(*CONTACTS, "delivery", "wants")]
    moment = _backwards(part, hit, others)
    sums = part.left_sums()
    amount = None
    sources = [("payment", part.span(hit.start, hit.end))]
    if sums:
        mine = min(sums, key=lambda one: part.distance((hit.start, hit.end), (one.start, one.end)))
        owed = part.of("owes")
        rival = part.nearest([hit, *rivals, *owed], (mine.start, mine.end))
        if rival is hit or (len(sums) > 1 and rival not in owed) or not (rivals or owed):
            amount = part.take_sum(mine)
            sources.append(("amount", part.span(mine.start, mine.end)))
    for one in (*past, *part.of("money", "arrive", "paperwork")):
        part.use(one)
    if moment is not None:
        sources.append(("date", part.span(moment.start, moment.end)))
    said.acts.append(PaymentAct(client, amount, moment.past if moment else None, sources=tuple(sources)))


def _backwards(part: Part, hit: Hit, rivals: Sequence[Hit]) -> Moment | None:
    for moment in part.left_moments():
        if moment.past is None:
            continue
        if part.nearest([hit, *rivals], (moment.start, moment.end)) is hit:
            start = moment.start
            taken = part.take_moment(moment)
            if start and part.board.tokens[start - 1].text == "от":
                part.use_range(start - 1, start)
            return taken
    return None


def _promise(
    part: Part, client: Named | None, said: Findings, cues: Sequence[Hit], past: Sequence[Hit]
) -> None:
    said.results.add("promise")
    for one in (*cues, *part.of("money", "will_be", "arrive")):
        part.use(one)
    rivals = part.of(
        *CONTACTS,
        "delivery",
        "wants",
        "thinking",
    )
    rivals = [hit for hit in rivals if hit.start not in {at for cue in cues for at in cue.used}]
    source = ("promise", part.span(cues[0].start, cues[0].end))
    while True:
        moment = _forwards(part, cues, [*rivals, *past])
        if moment is None:
            return
        sums = part.left_sums()
        amount, sources = None, [source, ("due", part.span(moment.start, moment.end))]
        if sums:
            mine = min(sums, key=lambda one: part.distance((moment.start, moment.end), (one.start, one.end)))
            amount = part.take_sum(mine)
            sources.append(("amount", part.span(mine.start, mine.end)))
        due = part.day_of(moment)
        assert due is not None
        said.acts.append(PromiseAct(client, due, amount, sources=tuple(sources)))
        if not part.left_sums():
            return


def _forwards(part: Part, cues: Sequence[Hit], rivals: Sequence[Hit]) -> Moment | None:
    for moment in part.left_moments():
        if part.day_of(moment) is None:
            continue
        best = part.nearest([*cues, *rivals], (moment.start, moment.end))
        if best is None or best in cues:
            return part.take_moment(moment)
    return None
