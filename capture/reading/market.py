"""What competitors ask, what is not in stock, what was offered."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from capture.acts import Channel, CompetitorAct, Named, OffersAct, ShortageAct
from capture.language.morph import forms_of, is_known, to_nominative
from capture.language.numerals import word_set
from capture.language.phrases import Hit
from capture.language.sums import numbers_at
from capture.language.tokens import Kind
from capture.reading.goods import GoodsHit
from capture.reading.items import has_price
from capture.reading.orders import uncounted
from capture.reading.part import Findings, Part, whole
from capture.reading.rest import MOST_WORDS

_PHONE_WORDS: Final = frozenset(["устный", "телефонный"])
_NAME_POS: Final = frozenset({"NOUN", "ADJF", ""})
_NO: Final = frozenset({"нет", "нету"})
# Beside these it is of a delivery that goods are missing, or a client who does not take them.
_CAME: Final = frozenset(
    {"claim_shortage", "claim_documents", "claim_late", "arrive", "delivery", "refusal", "reason_no_need"}
)
_FROM: Final = frozenset({"у", "в", "во", "от", "из", "с", "со"})
FILLERS: Final = word_set(
    "видел видела вот вчера говорят еще ещё завтра меня нас наш наша наши него нее неё них прайс рынке рынок сегодня сейчас сказали слышал слышала "
    "такой там тоже тут уже цена ценам цену цены это этот"
)
CASES: Final = {"у": "gent", "от": "gent", "из": "gent", "с": "gent", "со": "gent", "в": "loct", "во": "loct"}


def read_offers(part: Part, client: Named | None, said: Findings) -> None:
    """«отправил 12 кп», «7 предложений по телефону»; without a number a paper sent to a client is one."""
    for hit in part.of("paper", "offered"):
        count, start = _count_before(part, hit)
        by_phone = hit.name == "offered" or _is_by_phone(part, hit)
        if hit.name == "offered" and (count is None or not _is_noun(part, hit)):
            continue
        sent = next((one for one in part.of("send") if part.is_past(one)), None)
        if (
            count is None
            and sent is not None
            and client is not None
            and not part.has("asked_call", "wants_offer")
        ):
            count = 1 if _is_single(part, hit) else None
        if count is None:
            continue
        part.use_range(start, hit.end)
        part.use(hit)
        for one in part.of("send", "mail_channel", "phone_channel"):
            part.use(one)
        channel = Channel.PHONE if by_phone else Channel.EMAIL
        said.acts.append(OffersAct(client, channel, count, sources=(("count", part.span(start, hit.end)),)))


def _is_noun(part: Part, hit: Hit) -> bool:
    return any(part.board.tokens[at].text.startswith(("предложени", "презентац", "кп")) for at in hit.used)


def _is_single(part: Part, hit: Hit) -> bool:
    return (
        "plur" not in forms_of(part.board.tokens[hit.end - 1].text)[0].tags
        or part.board.tokens[hit.end - 1].text == "кп"
    )


def _count_before(part: Part, hit: Hit) -> tuple[int | None, int]:
    """A whole number right before the words, or before «устных», «коммерческих»."""
    for start in range(max(hit.start - 4, part.segment.start), hit.start):
        number = numbers_at(part.board.tokens, start)
        between = part.board.tokens[number.end : hit.start] if number else []
        if (
            number
            and number.end <= hit.start
            and all(one.kind is Kind.WORD and forms_of(one.text)[0].pos == "ADJF" for one in between)
        ):
            return whole(number.value), start
    after = hit.end
    while (
        after < part.segment.end
        and after - hit.end <= MOST_WORDS
        and part.board.tokens[after].kind is Kind.WORD
        and numbers_at(part.board.tokens, after) is None
    ):
        after += 1
    number = numbers_at(part.board.tokens, after) if after < part.segment.end else None
    if number is not None and (
        number.end >= part.segment.end or part.board.tokens[number.end].text in {",", ".", ";", "и"}
    ):
        part.use_range(number.start, number.end)
        return whole(number.value), hit.start
    return None, hit.start


def _is_by_phone(part: Part, hit: Hit) -> bool:
    words = range(max(hit.start - 2, part.segment.start), hit.end)
    if any(part.board.lemma_in(at, _PHONE_WORDS) for at in words):
        return True
    channels = part.of("phone_channel", "mail_channel")
    best = part.nearest(channels, (hit.start, hit.end))
    return best is not None and best.name == "phone_channel"


def read_shortages(part: Part, client: Named | None, said: Findings) -> None:
    """«закончился пломбир, запроси у логистов 40 кор», «спрашивают рис, у нас нет»."""
    cues = part.of("out_of_stock", "ask_logistics")
    bare = _bare_no(part)
    if bare is not None and all(cue.used <= bare.used for cue in cues):
        cues = [bare]
    else:
        bare = None
    if not cues or not part.goods:
        return
    ours = bare is not None or any(
        part.board.tokens[at].text in {"нас", "мы"}
        or part.board.tokens[at].text.startswith(("склад", "наличи", "логист", "остат"))
        for at in range(part.segment.start, part.segment.end)
    )
    if client is not None and not ours and not part.has("ask_logistics"):
        return
    goods = [hit for hit in part.left_goods() if not hit.unknown] or part.left_goods()
    if bare is not None:
        goods = _named_after(part, goods, bare)
    elif part.has("wants") and len(goods) > 1:
        near = min(
            goods,
            key=lambda hit: min(part.distance((hit.start, hit.end), (cue.start, cue.end)) for cue in cues),
        )
        goods = [near]
    for hit in goods:
        part.take_goods(hit)
        said.acts.append(
            ShortageAct(
                client,
                hit.line.product,
                hit.line.quantity,
                hit.line.unit,
                sources=(("product", part.span(hit.start, hit.end)),),
            )
        )
    for cue in (*cues, *part.of("asks_for", "wants")):
        part.use(cue)
    part.use_range(*_joined(cues))


def _bare_no(part: Part) -> Hit | None:
    """«нет сыра российского 20 кг ромашке»: it opens what is said, goods stand right behind; «у ромашки нет» is of their own stock."""
    tokens, named = part.board.tokens, part.segment.named
    opens = next((at for at in range(part.segment.start, part.segment.end) if at not in named), None)
    if (
        opens is None
        or tokens[opens].text not in _NO
        or any(hit.name in _CAME or (opens in hit.used and hit.name != "out_of_stock") for hit in part.hits)
        or any(at and tokens[at - 1].text == "у" for at in named)
    ):
        return None
    hit = next((one for one in part.left_goods() if one.start == opens + 1), None)
    if hit is None or (hit.unknown and hit.line.quantity is None):
        return None
    readings = forms_of(tokens[hit.start].text)
    if is_known(tokens[hit.start].text) and not any("gent" in form.tags for form in readings):
        return None
    return Hit("out_of_stock", opens, opens + 1, frozenset({opens}))


def _named_after(part: Part, goods: Sequence[GoodsHit], cue: Hit) -> list[GoodsHit]:
    """Those that no other event parts from the cue: «нет сыра 20 кор, взяла масло»."""
    last = min((hit.start for hit in part.hits if hit.start > cue.start), default=part.segment.end)
    return [hit for hit in goods if cue.start < hit.start < last]


def _joined(cues: Sequence[Hit]) -> tuple[int, int]:
    return min(cue.start for cue in cues), max(cue.end for cue in cues) if len(cues) == 1 else min(
        cue.end for cue in cues
    )


def read_competitors(part: Part, client: Named | None, said: Findings) -> None:
    """«в молснабе кефир 1% дешевле на 5%», «у опт-сервиса гречка по 68», «опт-сервис поднял цены на 8 процентов»."""
    moves = part.of("cheaper", "dearer", "raised", "lowered", "rival")
    name = _rival_name(part)
    if name is None or not (moves or _is_priced(part)):
        return
    priced = [
        hit
        for hit in part.left_goods()
        if hit.line.price is not None and hit.line.quantity is None and not hit.unknown
    ]
    again = [] if priced else uncounted(part, frozenset(range(name[0], name[1])) | part.segment.named)
    if not moves and not priced and not any(hit.line.price is not None for hit in again):
        return
    start, end, text = name
    change = _change(part, moves)
    goods = priced or sorted(again, key=lambda one: part.distance((start, end), (one.start, one.end)))[:1]
    if change is None and not any(moves or one.line.price is not None for one in goods):
        return
    hit = goods[0] if goods else None
    part.use_range(start, end)
    for cue in (*moves, *part.of("rival_sells", "seen", "offered")):
        part.use(cue)
    if hit is not None:
        part.take_goods(hit)
        part.goods = [one for one in part.goods if not one.used & hit.used]
    said.acts.append(
        CompetitorAct(
            client, text, hit.line.product if hit else None, hit.line.price if hit else None, change, sources=(("name", part.span(start, end)),)
        )
    )  # fmt: skip


def _is_priced(part: Part) -> bool:
    """A price and nothing ordered: «гречка по 68»."""
    return has_price(part.board, part.world, part.segment.start, part.segment.end) and not part.has("wants")


def _change(part: Part, moves: Sequence[Hit]) -> Decimal | None:
    for at in range(part.segment.start, part.segment.end):
        number = numbers_at(part.board.tokens, at)
        if number is None or number.end >= len(part.board) or at in part.used:
            continue
        follows = part.board.tokens[number.end].text
        before = part.board.tokens[at - 1].text if at else ""
        if (follows == "%" or follows.startswith("процент")) and before in {"на", "до", "по", "процентов"}:
            cue = part.nearest(moves, (at, number.end + 1))
            if cue is None or cue.name == "rival":
                continue
            part.use_range(at - 1, number.end + 1)
            return -number.value if cue.name in {"cheaper", "lowered"} else number.value
    return None


def _rival_name(part: Part) -> tuple[int, int, str] | None:
    """A name that is nobody of ours: behind «у», «в», «от», behind «конкурент», or the subject before the verb."""
    board = part.board
    goods = {at for hit in part.goods if not hit.unknown for at in hit.used}
    taken = {at for hit in part.hits for at in hit.used} | goods | part.used
    best: tuple[int, int] | None = None
    for at in range(part.segment.start, part.segment.end):
        start = at + 1 if board.tokens[at].text in _FROM or board.lemma_in(at, frozenset({"конкурент"})) else at if at == part.segment.start or at - 1 in taken else None  # fmt: skip
        if start is None or start >= part.segment.end:
            continue
        end = start
        while (
            end < part.segment.end
            and end - start < MOST_WORDS
            and end not in taken
            and board.free[end]
            and _may_be_name(part, end)
        ):
            end += 1
        if end > start:
            best = (start, end)
            if board.tokens[at].text in _FROM or board.lemma_in(at, frozenset({"конкурент"})):
                break
    if best is None:
        return None
    start, end = best
    before = board.tokens[start - 1].text if start else ""
    return start, end, nominative_name(board.written(start, end), CASES.get(before, ""))


def _may_be_name(part: Part, at: int) -> bool:
    token = part.board.tokens[at]
    if token.kind is not Kind.WORD or len(token.text) < 3:  # noqa: PLR2004
        return False
    return token.text not in FILLERS and (
        not is_known(token.text) or forms_of(token.text)[0].pos in _NAME_POS
    )


def nominative_name(words: str, case: str) -> str:
    """A name as it stands in the nominative; «опт-сервиса» is «опт-сервис». `case` is what its preposition asks for, "" = none."""
    if not case:
        return words
    made: list[str] = []
    for word in words.split():
        head, dash, tail = word.rpartition("-")
        made.append(head + dash + to_nominative(tail, case) if tail else word)
    return " ".join(made)
