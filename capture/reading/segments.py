"""Which part of a line is about whom: one client after another, a list of clients with one outcome, or the client remembered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from capture.acts import Named, Span
from capture.language.board import Board
from capture.language.morph import forms_of, is_known
from capture.language.tokens import Kind
from capture.naming.mentions import ClientMention, PersonMention

CONTINUES: Final = frozenset(
    [
        "им",
        "их",
        "у",
        "них",
        "ним",
        "ними",
        "ему",
        "нему",
        "него",
        "ней",
        "нее",
        "его",
        "ее",
        "ей",
        "туда",
        "там",
        "они",
        "он",
        "она",
        "еще",
        "также",
        "тоже",
        "те",
        "этот",
        "этому",
        "этим",
        "тот",
        "тому",
        "той",
        "с",
        "тем",
        "же",
    ]
) - {"с", "у", "тем", "же"}
_MOST_WORDS: Final = 3
_STOPS: Final = frozenset([".", ";", "!", "?"])
_JOINTS: Final = frozenset([",", "и", "-", ":", "—", "•", "·", "*", '"', "«", "»", ")", "("])


@dataclass(frozen=True, slots=True)
class Anchor:
    """A mention that settles whom a part of the line is about: the ids it may be (none: named, but unknown)."""

    start: int
    end: int
    ids: frozenset[str]
    query: str
    person: bool = False
    who: frozenset[str] = frozenset()
    named: frozenset[int] = frozenset()
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens [start, end) about `clients`; several share one outcome. No client: nobody was named.

    `named` are the tokens of the names; what the heading `head` says is said of this part too; `doubtful`: the name may be an everyday word.
    """

    start: int
    end: int
    clients: tuple[tuple[Named, Span | None], ...]
    named: frozenset[int] = frozenset()
    head: tuple[int, int] = (0, 0)
    doubtful: bool = False


def segments_of(
    board: Board, clients: Sequence[ClientMention], people: Sequence[PersonMention], busy: frozenset[int]
) -> list[Segment]:
    """The line cut at its clients. `busy` are tokens that mean something by themselves: an event, a day, goods."""
    known = _anchors(board, clients, people)
    groups = _merged(
        board, sorted([*known, *_strangers(board, known, busy)], key=lambda anchor: anchor.start)
    )
    if not groups:
        return [Segment(0, len(board), ())]
    head = _heading(board, groups[0], busy)
    found: list[Segment] = []
    start = head[1]
    for at, group in enumerate(groups):
        end = _cut(board, group, groups[at + 1], busy) if at + 1 < len(groups) else len(board)
        found.append(Segment(start, end, (_named(board, group),), group.named, head, group.doubtful))
        start = end
    return found if head[1] else _shared(board, found, groups, busy)


def _heading(board: Board, first: Anchor, busy: frozenset[int]) -> tuple[int, int]:
    """What stands before the first name and a colon is said of everybody below: «не дозвонился:», «оплаты за 28.09:»."""
    colon = next((at for at in range(first.start) if is_heading_colon(board, at)), None)
    return (0, colon + 1) if colon is not None and any(at in busy for at in range(colon)) else (0, 0)


def is_heading_colon(board: Board, at: int) -> bool:
    """A colon that opens a list, not the one of «16:00»."""
    tokens = board.tokens
    clock = (
        0 < at < len(tokens) - 1
        and tokens[at - 1].value is not None
        and tokens[at + 1].start == tokens[at].end
    )
    return tokens[at].text == ":" and not clock


def _anchors(board: Board, clients: Sequence[ClientMention], people: Sequence[PersonMention]) -> list[Anchor]:
    found = [
        Anchor(
            one.start,
            one.end,
            frozenset([one.who.id] if one.who.id else one.who.candidates),
            one.who.query or board.written(one.start, one.end),
            named=frozenset(range(one.start, one.end)),
            doubtful=one.doubtful,
        )
        for one in clients
    ]
    found += [
        Anchor(
            one.start,
            one.end,
            frozenset(client for _, client in one.people),
            board.written(one.start, one.end),
            person=True,
            who=frozenset(person for person, _ in one.people),
            named=frozenset(range(one.start, one.end)),
        )
        for one in people
        if not one.only_first
    ]
    return sorted(found, key=lambda anchor: anchor.start)


def _strangers(board: Board, known: Sequence[Anchor], busy: frozenset[int]) -> list[Anchor]:
    """Names in a list under a heading that are nobody of ours: «5 недозвонов: ромашка, лютик, вектор»."""
    first = known[0].start if known else 0
    colon = next((at for at in range(first) if is_heading_colon(board, at)), None)
    if colon is None or not any(at in busy for at in range(colon)):
        return []
    found: list[Anchor] = []
    taken = {at for anchor in known for at in anchor.named} | busy
    start = colon + 1
    for at in range(colon + 1, len(board) + 1):
        if at < len(board) and board.tokens[at].text not in {",", ";", "и"} and not _opens_line(board, at):
            continue
        words = [place for place in range(start, at) if board.tokens[place].text not in _JOINTS]
        names = all(
            place not in taken and board.free[place] and _may_be_name(board, place) for place in words
        )
        if 0 < len(words) <= _MOST_WORDS and names:
            found.append(
                Anchor(
                    words[0],
                    words[-1] + 1,
                    frozenset(),
                    board.written(words[0], words[-1] + 1),
                    named=frozenset(words),
                )
            )
        start = at if at < len(board) and _opens_line(board, at) else at + 1
    return found


def _opens_line(board: Board, at: int) -> bool:
    return at > 0 and "\n" in board.text[board.tokens[at - 1].end : board.tokens[at].start]


def _may_be_name(board: Board, at: int) -> bool:
    token = board.tokens[at]
    return token.kind is Kind.WORD and (
        not is_known(token.text) or forms_of(token.text)[0].pos in {"NOUN", "ADJF"}
    )


def _merged(board: Board, anchors: Sequence[Anchor]) -> list[Anchor]:
    """Neighbours that can be of one client are one: «никитина со звезды» is the star that has a Nikitina."""
    groups: list[Anchor] = []
    for anchor in anchors:
        joined = _joined_with(board, groups[-1], anchor) if groups else None
        if joined is None:
            groups.append(anchor)
        else:
            groups[-1] = joined
    return groups


def _joined_with(board: Board, last: Anchor, anchor: Anchor) -> Anchor | None:
    common = last.ids & anchor.ids
    both = replace(
        last,
        end=anchor.end,
        named=last.named | anchor.named,
        doubtful=last.doubtful and anchor.doubtful,
        who=last.who | anchor.who,
    )
    if common:
        if not last.person and not anchor.person and _stopped(board, last.end, anchor.start):
            return None
        if (
            last.person
            and anchor.person
            and not last.who & anchor.who
            and board.breaks_between(last.end, anchor.start)
        ):
            return None
        first = last if len(last.ids) == 1 or not last.person else anchor
        return replace(both, ids=common, query=first.query, person=last.person and anchor.person)
    if last.person is anchor.person or _far(board, last.end, anchor.start):
        return None
    # A namesake at another client: the client named beside him is meant.
    client = anchor if last.person else last
    return replace(both, ids=client.ids, query=client.query, person=False)


def _stopped(board: Board, left: int, right: int) -> bool:
    return any(board.tokens[at].text in _STOPS for at in range(left, right))


def _far(board: Board, left: int, right: int) -> bool:
    return board.breaks_between(left, right) > 0 or right - left > 2  # noqa: PLR2004


def _named(board: Board, anchor: Anchor) -> tuple[Named, Span | None]:
    span = board.span(anchor.start, anchor.end)
    if len(anchor.ids) == 1:
        return Named(next(iter(anchor.ids))), span
    return Named(None, anchor.query, tuple(sorted(anchor.ids))), span


def _cut(board: Board, left: Anchor, right: Anchor, busy: frozenset[int]) -> int:
    """Where the part about `left` ends: at a stop; else at the last comma where `right` has nothing of its own behind it."""
    between = range(left.end, right.start)
    lines = [at for at in between if "\n" in board.text[board.tokens[at - 1].end : board.tokens[at].start]]
    if "\n" in board.text[board.tokens[right.start - 1].end : board.tokens[right.start].start]:
        return right.start
    stops = [at + 1 for at in between if board.tokens[at].text in _STOPS] + lines
    if stops:
        return max(stops)
    commas = [at + 1 for at in between if board.tokens[at].text == ","]
    if (
        commas
        and not _has_own(board, right, busy)
        and any(at in busy for at in range(commas[-1], right.start))
    ):
        return commas[-1]
    start = right.start
    while start > left.end and board.tokens[start - 1].text in {
        "и",
        "а",
        "но",
        "потом",
        "затем",
        "дальше",
        "еще",
        ",",
    }:
        start -= 1
    return start


def _has_own(board: Board, anchor: Anchor, busy: frozenset[int]) -> bool:
    """Whether something is said behind the mention before the next comma or stop."""
    for at in range(anchor.end, len(board)):
        if board.tokens[at].text == "," or board.tokens[at].text in _STOPS:
            return False
        if at in busy:
            return True
    return False


def _shared(
    board: Board, found: list[Segment], groups: Sequence[Anchor], busy: frozenset[int]
) -> list[Segment]:
    """Clients in a row with nothing between share what is said behind the last, or in the heading before the first."""
    bare = [
        not _says(board, segment, group, busy, heading=at == 0)
        for at, (segment, group) in enumerate(zip(found, groups, strict=True))
    ]
    heading = any(at in busy for at in range(groups[0].start))
    if len(found) > 1 and heading and all(bare):
        merged = tuple(client for segment in found for client in segment.clients)
        named = frozenset[int]().union(*(segment.named for segment in found))
        return [Segment(0, found[-1].end, merged, named)]
    made: list[Segment] = []
    waiting: tuple[tuple[Named, Span | None], ...] = ()
    start: int | None = None
    for at, segment in enumerate(found):
        alone = at + 1 == len(found) or _far_apart(board, segment, found[at + 1])
        if (
            bare[at]
            and not alone
            and not (at == 0 and heading and not _joined(board, segment, groups[at + 1]))
        ):
            waiting += segment.clients
            start = segment.start if start is None else start
            continue
        begin = segment.start if start is None else start
        named = frozenset[int]().union(*(one.named for one in found if begin <= one.start < segment.end))
        made.append(replace(segment, start=begin, clients=waiting + segment.clients, named=named))
        waiting, start = (), None
    return made


def _far_apart(board: Board, left: Segment, right: Segment) -> bool:
    """A new line or a full stop parts two clients; a comma, «и» or nothing joins them."""
    gap = board.text[board.tokens[left.end - 1].start : board.tokens[right.start].start]
    return "\n" in gap or any(
        board.tokens[at].text in _STOPS for at in range(max(left.end - 1, 0), right.start)
    )


def _joined(board: Board, segment: Segment, following: Anchor) -> bool:
    """«ромашке и вектору»: with «и» both are meant, with a comma the heading belongs to the first."""
    return any(board.tokens[at].text == "и" for at in range(segment.start, following.start))


def _says(board: Board, segment: Segment, anchor: Anchor, busy: frozenset[int], *, heading: bool) -> bool:
    after = range(anchor.end, segment.end)
    before = range(0 if heading else segment.start, anchor.start)
    if any(at in busy for at in after):
        return True
    words = [at for at in after if board.free[at] and board.tokens[at].text not in _JOINTS]
    return bool(words) or (not heading and any(at in busy for at in before))
