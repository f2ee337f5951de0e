"""What a part of a line about one client says: its events, and the sums, days and goods that belong to each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from capture.acts import Act, Named, Span
from capture.language.board import Board
from capture.language.cues import phrases
from capture.language.morph import forms_of
from capture.language.phrases import Hit, Phrases
from capture.language.sums import Sum
from capture.naming.mentions import PersonMention
from capture.naming.world import World
from capture.reading.goods import GoodsHit
from capture.reading.segments import Segment
from capture.when.moments import Moment

FAR: Final = 3.0
# Phrases of a contact to come: each may have a day of its own.
CONTACTS: Final = ("ring", "asked_call", "visit", "meet", "agreed_meeting", "agreed_visit")
_NOT: Final = frozenset({"не", "ни", "нет"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found on the whole board."""

    world: World
    hits: tuple[Hit, ...]
    moments: tuple[Moment, ...]
    people: tuple[PersonMention, ...]
    phones: tuple[tuple[int, int, str], ...]
    now: datetime


@dataclass(slots=True)
class Findings:
    """Acts found so far, and what a call of this part would come to."""

    acts: list[Act]
    results: set[str]


class Part:
    """A segment being read: what of it is used by acts, so that the rest can be kept as a note."""

    def __init__(self, board: Board, facts: Facts, segment: Segment) -> None:
        self.board = board
        self.world = facts.world
        self.now = facts.now
        self.segment = segment
        inside = {*range(*segment.head), *range(segment.start, segment.end)}
        self.hits = [hit for hit in facts.hits if hit.start in inside]
        self.moments = [one for one in facts.moments if one.start in inside]
        self.people = [one for one in facts.people if one.start in inside]
        self.phones = [one for one in facts.phones if one[0] in inside]
        self.used: set[int] = set(segment.named)
        self.understood = False
        self.missed = False
        self.goods: list[GoodsHit] = []
        self.sums: list[Sum] = []
        self._gone: set[int] = set()
        moments = {at for one in self.moments for at in range(one.start, one.end)}
        self._loose = moments | {at for one in self.people for at in range(one.start, one.end)}

    # --- what was said

    def of(self, *names: str) -> list[Hit]:
        """Phrases of the groups, those that nothing before them denies."""
        return [hit for hit in self.hits if hit.name in names and not self.denied(hit)]

    def has(self, *names: str) -> bool:
        return bool(self.of(*names))

    def denied(self, hit: Hit) -> bool:
        first = self.board.tokens[hit.start].text
        return (
            first not in _NOT
            and hit.start > self.segment.start
            and self.board.tokens[hit.start - 1].text == "не"
        )

    def tags(self, hit: Hit) -> frozenset[str]:
        """Grammemes of the words of a phrase, each by its likeliest reading that the phrase allows."""
        found: set[str] = set()
        for at in hit.used:
            readings = forms_of(self.board.tokens[at].text)
            verbs = [form for form in readings if form.pos in {"VERB", "INFN"}]
            found |= (verbs or list(readings))[0].tags if readings else set()
        return frozenset(found)

    def is_past(self, hit: Hit) -> bool:
        words = (self.board.tokens[at].text for at in hit.used)
        return any("past" in form.tags and form.pos == "VERB" for word in words for form in forms_of(word))

    def is_first_person(self, hit: Hit) -> bool:
        return "1per" in self.tags(hit)

    def use(self, hit: Hit) -> None:
        self.used |= hit.used

    def use_range(self, start: int, end: int) -> None:
        self.used |= set(range(start, end))

    # --- what belongs to what

    def distance(self, left: tuple[int, int], right: tuple[int, int]) -> float:
        """Words between two places, a comma or a stop for three; what stands after its word is a little nearer.

        A heading is near to all that it stands over.
        """
        if min(left[1], right[1]) <= self.segment.head[1]:
            return 1.0
        if left[0] <= right[0]:
            return max(right[0] - left[1], 0) + FAR * self.board.breaks_between(left[1], right[0])
        return max(left[0] - right[1], 0) + FAR * self.board.breaks_between(right[1], left[0]) + 0.5

    def nearest(self, hits: Sequence[Hit], place: tuple[int, int]) -> Hit | None:
        return min(hits, key=lambda hit: self.distance((hit.start, hit.end), place), default=None)

    def moment_for(self, hit: Hit, rivals: Sequence[Hit] = ()) -> Moment | None:
        """The moment that belongs to a phrase rather than to one of its rivals; it is given once."""
        waiting = [one for one in self.moments if one.start not in self._gone]
        waiting.sort(key=lambda one: self.distance((hit.start, hit.end), (one.start, one.end)))
        for moment in waiting:
            best = self.nearest([hit, *rivals], (moment.start, moment.end))
            if best is hit:
                return self.take_moment(moment)
        return None

    def day_of(self, moment: Moment) -> date | None:
        """The day meant; an hour alone is today's, or tomorrow's where it has passed."""
        if moment.day is not None or moment.clock is None:
            return moment.day or (moment.past if moment.past == self.now.date() else None)
        if moment.past is not None:
            return None
        return self.now.date() + timedelta(days=moment.clock <= self.now.time().replace(tzinfo=None))

    def is_loose(self, at: int) -> bool:
        """Whether nobody stands for the token: a day or a person that no act took is as good as any other word."""
        return self.board.free[at] or at in self._loose

    def take_moment(self, moment: Moment) -> Moment:
        """The moment, with the hour that stands apart from its day: «завтра перезвонить вектору в 3»."""
        self._gone.add(moment.start)
        self.use_range(moment.start, moment.end)
        other = next((one for one in self.left_moments() if self._completes(moment, one)), None)
        if other is None:
            return moment
        self._gone.add(other.start)
        self.use_range(other.start, other.end)
        day, hour = (moment, other) if moment.clock is None else (other, moment)
        return replace(day, clock=hour.clock)

    def _completes(self, moment: Moment, other: Moment) -> bool:
        """One is a day, the other an hour, and nothing but words stands between them."""
        if (moment.clock is None) is (other.clock is None) or (moment.day is None) is (other.day is None):
            return False
        left, right = sorted((moment, other), key=lambda one: one.start)
        headed = left.end <= self.segment.head[1]
        return headed or not self.board.breaks_between(left.end, right.start)

    def left_moments(self) -> list[Moment]:
        return [one for one in self.moments if one.start not in self._gone]

    def is_gone(self, start: int) -> bool:
        return start in self._gone

    def take_goods(self, hit: GoodsHit) -> GoodsHit:
        self._gone.add(hit.start)
        self.used |= hit.used
        return hit

    def leave_goods(self, hit: GoodsHit) -> None:
        """No act is of them: they stay words."""
        self._gone.add(hit.start)

    def left_goods(self) -> list[GoodsHit]:
        return [hit for hit in self.goods if hit.start not in self._gone]

    def take_sum(self, found: Sum) -> int:
        self._gone.add(found.start)
        self.use_range(found.start, found.end)
        return found.kopecks

    def left_sums(self) -> list[Sum]:
        return [one for one in self.sums if one.start not in self._gone]

    # --- people and words

    def person_id(self, clients: Iterable[Named]) -> tuple[str | None, PersonMention | None]:
        """The person of these clients whom the part names, if it can be nobody else."""
        ids = {client.id for client in clients if client.id}
        for mention in self.people:
            mine = [person for person, client in mention.people if client in ids]
            if len(set(mine)) == 1:
                return mine[0], mention
        return None, None

    def span(self, start: int, end: int) -> Span:
        return self.board.span(start, end)


def find_hits(board: Board, sentences: Phrases | None = None) -> list[Hit]:
    """Every phrase on the board, from left to right, none over another; the tokens stay free: an act takes them when it uses them."""
    found: list[Hit] = []
    taken: set[int] = set()
    table = sentences or phrases()
    for run in board.sentences():
        for first, at in enumerate(run):
            if at in taken:
                continue
            rest = [place for place in run[first:] if place not in taken]
            hits = table.find(board.forms, rest, 0)
            found += hits
            taken |= {place for hit in hits for place in hit.used}
    return found


def whole(value: Decimal) -> int | None:
    return int(value) if value == value.to_integral_value() and 0 < value < 10_000 else None  # noqa: PLR2004
