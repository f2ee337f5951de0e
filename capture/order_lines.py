"""What is typed into an open order: «масло 82,5 20 кор по 150, ещё молоко как обычно, скидка 5%».

The goods are read as everywhere (`capture.reading.goods`); here is what only a dialogue has, and what nobody understood.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from capture.acts import LineOfOrder, Named
from capture.changes import read_change
from capture.language.board import Board
from capture.language.morph import forms_of
from capture.language.numerals import word_set
from capture.language.tokens import Kind, Token
from capture.naming.labels import code_key
from capture.naming.names import name_words
from capture.naming.world import World
from capture.reading.goods import GoodsHit, read_goods
from capture.reading.items import UNITS_BY_LEMMA, Item, discount_at
from capture.reading.rest import EMPTY_WORDS
from capture.settling import DoubtKind
from domain.units import find_unit

MOST_LINES: Final = 100
_MORE: Final = word_set("добавить добавь добавьте еще also")
# At the beginning of a piece these add to what there is, between two lines they are «и».
_PLUS: Final = frozenset(["плюс", "+"])
_USUAL: Final = word_set("всегда обычно обычному usual")
_FILLERS: Final = word_set("and please")
_AT: Final = frozenset(["по", "цена", "@", "за"])
_HOW: Final = word_set("as как по")
_SEPARATORS: Final = frozenset([",", ";"])
_NAMING: Final = frozenset(["NOUN", "ADJF", "PRTF", ""])
_ACTING: Final = frozenset(["VERB", "INFN", "PRED", "GRND", "INTJ"])
_SHORTEST: Final = 3
_UNKNOWN: Final = frozenset({DoubtKind.UNKNOWN})
_UNCOUNTED: Final = frozenset({DoubtKind.QUANTITY})


@dataclass(frozen=True, slots=True)
class TypedLine:
    """`text` as written. `more` adds to what the order has, `usual` asks for as many as last time.

    `doubts`: WHICH where a word of the line is not of the goods named, QUANTITY where a number is left over, UNKNOWN where
    nothing of the price list is named.
    """

    text: str
    line: LineOfOrder
    more: bool = False
    usual: bool = False
    doubts: frozenset[DoubtKind] = frozenset()


def read_order_lines(text: str, world: World) -> list[TypedLine]:
    """Every line of a message in its order, at most `MOST_LINES`; what no goods were found for is among them.

    A discount that stands alone belongs to the lines before it without their own, or to all where it comes first.
    """
    sheet = _Sheet(text, world)
    strays = frozenset(sheet.strays())
    return (_Sheet(text, world, strays) if strays else sheet).read()


def read_line_of(text: str, world: World) -> TypedLine:
    """The line about the one product of `world`: what was typed, once it is known which product is meant."""
    meant = world.goods[0].entry.id
    sheet = _Sheet(text, world)
    for line in _Sheet(text, world, frozenset(sheet.strange_words())).read():
        if line.line.product.id == meant:
            return line
    return TypedLine(text, LineOfOrder(Named(meant)), doubts=_UNCOUNTED)


class _Sheet:
    """A message laid out: its tokens cut into pieces by commas and line ends, and the goods found in them.

    Words at the places `over` may stand inside a line though they are of no product.
    """

    def __init__(self, text: str, world: World, over: frozenset[int] = frozenset()) -> None:
        self.world, self.over = world, over
        self.board = Board(_gathered(text), world)
        self.board.drop_list_marks()
        tokens = self.board.tokens
        self.piece: list[int] = []
        number = 0
        for at, token in enumerate(tokens):
            number += token.text in _SEPARATORS or self._opens_line(at)
            self.piece.append(number)
        self.usual = {at for at in range(len(tokens)) if self._is_usual(at)}
        self.more = {at for at in range(len(tokens)) if self._adds(at)}
        self.said = self.usual | self.more | {at for at in range(len(tokens)) if self._is_filler(at, world)}
        soft = frozenset(at for at in self.said | over if self.board.free[at])
        self.board.take(soft)
        self.hits = sorted(read_goods(self.board, world, 0, len(tokens), soft), key=lambda hit: hit.start)
        self.discounts = list(self._discounts())
        self.used = {at for hit in self.hits for at in hit.used} | {
            at for one in self.discounts for at in range(one.start, one.end)
        }
        self.runs = list(self._runs())

    def read(self) -> list[TypedLine]:
        """In the order of the text."""
        found = sorted([*self.lines(), *self.strangers()], key=lambda one: one[0])
        return [line for _, line in found[:MOST_LINES]]

    def strange_words(self) -> Iterator[int]:
        """The words that are of no product and say nothing of a quantity, a price or a discount."""
        read = {at for hit in self.hits for at in hit.used if not hit.unknown}
        for at, token in enumerate(self.board.tokens):
            if discount_at(self.board, at, len(self.board)) is not None:
                read.update((at, at + 1))
            elif (
                at not in read
                and self._names(at)
                and not _is_unit(token)
                and not self.world.goods_by(token.text)
            ):
                yield at

    def strays(self) -> Iterator[int]:
        """Strange words between goods and the quantity behind them: «сыр маасдам 3 кг» is one line."""
        strange = set(self.strange_words())
        for at, hit in enumerate(self.hits):
            place = hit.end
            ceiling = self.hits[at + 1].start if at + 1 < len(self.hits) else len(self.board)
            if at + 1 < len(self.hits) and self.hits[at + 1].unknown:
                ceiling = self.hits[at + 1].end
            if hit.unknown or hit.line.quantity is not None:
                continue
            while place < ceiling and place in strange and self.piece[place] == self.piece[hit.end - 1]:
                place += 1
            if hit.end < place < ceiling and self.board.tokens[place].value is not None:
                yield from range(hit.end, place)

    def lines(self) -> Iterator[tuple[int, TypedLine]]:
        """The lines of goods, each with the place where it begins."""
        edges = [self._edges(at) for at in range(len(self.hits))]
        for at, hit in enumerate(self.hits):
            first, end = edges[at]
            own = [run for run in self.runs if self._owner(run) == at]
            inside = range(min([first, *(run.start for run in own)]), max([end, *(run.stop for run in own)]))
            line = TypedLine(
                self._written(inside),
                replace(self._counted(hit), discount=self._discount_of(hit)),
                more=any(place in self.more for place in inside),
                usual=any(place in self.usual for place in inside),
                doubts=self._doubts(hit, own),
            )
            yield hit.start, line

    def strangers(self) -> Iterator[tuple[int, TypedLine]]:
        """What was typed and belongs to no line of goods."""
        for run in self.runs:
            if self._owner(run) is None:
                text = self._written(self._with_said(run))
                yield run.start, TypedLine(text, LineOfOrder(Named(None, text)), doubts=_UNKNOWN)

    # --- the tokens -----------------------------------------------------------------------------------------------

    def _opens_line(self, at: int) -> bool:
        return at > 0 and "\n" in self.board.text[self.board.tokens[at - 1].end : self.board.tokens[at].start]

    def _opens_piece(self, at: int) -> bool:
        return at == 0 or self.board.tokens[at - 1].text in _SEPARATORS or self._opens_line(at)

    def _adds(self, at: int) -> bool:
        word = self.board.tokens[at].text
        return word in _MORE or (word in _PLUS and self._opens_piece(at))

    def _is_usual(self, at: int) -> bool:
        word, *follows = (token.text for token in self.board.tokens[at : at + 2])
        return word in _USUAL or (word in _HOW and not _USUAL.isdisjoint(follows))

    def _is_filler(self, at: int, world: World) -> bool:
        token = self.board.tokens[at]
        if token.kind is not Kind.WORD or world.goods_by(token.text):
            return False
        return token.text in _FILLERS or all(form.pos in _ACTING for form in forms_of(token.text))

    def _names(self, at: int) -> bool:
        """A word that would be of a product."""
        token = self.board.tokens[at]
        if token.kind is not Kind.WORD or len(token.text) < _SHORTEST:
            return False
        first = forms_of(token.text)[0]
        return first.pos in _NAMING and not {token.text, first.lemma} & EMPTY_WORDS

    def _counted(self, hit: GoodsHit) -> LineOfOrder:
        """«масло 5 150р»: a figure before a price is the quantity where no other is, not its thousands."""
        numbers = [at for at in sorted(hit.used) if self.board.tokens[at].value is not None]
        if hit.line.quantity is not None or hit.line.price is None:
            return hit.line
        for first, last in pairwise(numbers):
            whole, small = self.board.tokens[first].value, self.board.tokens[last].value
            if last == first + 1 and whole is not None and small is not None:
                joined = hit.line.price == int(whole * 1000 + small) * 100
                named = first > 0 and self.board.tokens[first - 1].text in _AT
                if joined and not named:
                    return replace(hit.line, quantity=whole, price=int(small * 100))
        return hit.line

    def _tells(self, at: int) -> bool:
        """Goods are not named by one letter alone, which may be a unit of something else."""
        token, follows = self.board.tokens[at], self.board.tokens[at + 1 : at + 2]
        glued = any(one.start == token.end and (one.value is not None or one.text == "-") for one in follows)
        named = len(token.text) > 1 and (
            find_unit(token.text) is None or code_key(token.text) in self.world.by_code
        )
        return token.kind is Kind.WORD and (named or glued)

    # --- discounts ------------------------------------------------------------------------------------------------

    def _discounts(self) -> Iterator[Item]:
        """Those that stand alone between separators, or are said to be for all."""
        at = 0
        while at < len(self.board):
            found = discount_at(self.board, at, len(self.board))
            if found is None:
                at += 1
                continue
            at = found.end
            beside = {
                place for hit in self.hits for place in hit.used if not found.start <= place < found.end
            }
            alone = all(self.piece[place] != self.piece[found.start] for place in beside)
            if found.all_lines or alone:
                yield found

    def _discount_of(self, hit: GoodsHit) -> Decimal | None:
        """Its own; else the next that stands alone; else one that comes before all lines or is said to be for all."""
        apart = any(one.start in hit.used for one in self.discounts)
        if hit.line.discount is not None and not apart:
            return hit.line.discount
        behind = [one.value for one in self.discounts if one.start >= hit.start]
        common = [one.value for one in self.discounts if one.all_lines or one.start < self.hits[0].start]
        return next(iter([*behind, *common]), None)

    # --- what is left ---------------------------------------------------------------------------------------------

    def _runs(self) -> Iterator[range]:
        """Tokens in a row that say something and that nobody has used, within one piece and between two lines of goods."""
        run: list[int] = []
        for at in range(len(self.board) + 1):
            loose = at < len(self.board) and self._is_loose(at)
            if run and (not loose or self.piece[at] != self.piece[run[-1]]):
                if any(self._names(place) or self.board.tokens[place].value is not None for place in run):
                    yield range(run[0], run[-1] + 1)
                run = []
            if loose:
                run.append(at)

    def _is_loose(self, at: int) -> bool:
        return at not in self.used and self.board.free[at] and self.board.tokens[at].text not in _SEPARATORS

    def _owner(self, run: range) -> int | None:
        """The line of goods that is in doubt because of this run; None where the run is a line by itself."""
        names = any(self._names(at) for at in run)
        numbers = any(self.board.tokens[at].value is not None for at in run)
        piece = self.piece[run.start]
        before = [at for at, hit in enumerate(self.hits) if hit.start <= run.start]
        inside = [at for at in before if self.hits[at].end > run.start]
        if inside:
            return inside[0]
        if not names:
            return before[-1] if before else None
        if numbers or forms_of(self.board.tokens[run.start].text)[0].pos == "PREP":
            return None
        left = [at for at in before if self.piece[self.hits[at].end - 1] == piece]
        right = [
            at for at, hit in enumerate(self.hits) if hit.start > run.start and self.piece[hit.start] == piece
        ]
        if left and (not right or self.hits[left[-1]].before):
            return left[-1]
        return right[0] if right else None

    def _doubts(self, hit: GoodsHit, runs: Sequence[range]) -> frozenset[DoubtKind]:
        if hit.unknown:
            return _UNKNOWN
        left = [at for run in runs for at in run] + [at for at in self.over if hit.start <= at < hit.end]
        own = self._name_of(hit)
        strange = any(self._names(at) and not self._begins(at, own) for at in left) or not any(
            self._tells(at) for at in hit.used
        )
        numbers = any(self.board.tokens[at].value is not None for at in left)
        numbers |= any(self._measures(hit, at) for at in left)
        return frozenset([DoubtKind.WHICH] * strange + [DoubtKind.QUANTITY] * numbers)

    def _measures(self, hit: GoodsHit, at: int) -> bool:
        """A strange noun right behind the quantity may be what it counts: it is never dropped."""
        bare = at > 0 and hit.line.unit is None and hit.line.quantity is not None
        if not bare or self.board.tokens[at - 1].value != hit.line.quantity:
            return False
        return self._names(at) and forms_of(self.board.tokens[at].text)[0].pos in {"NOUN", ""}

    def _name_of(self, hit: GoodsHit) -> frozenset[str]:
        product = hit.line.product.id
        name = next((one.entry.name for one in self.world.goods if one.entry.id == product), "")
        return frozenset(name_words(name))

    def _begins(self, at: int, words: frozenset[str]) -> bool:
        """«росс» of «Российский»: a word of the name cut short."""
        return any(word.startswith(self.board.tokens[at].text) for word in words)

    # --- words as written -----------------------------------------------------------------------------------------

    def _edges(self, at: int) -> tuple[int, int]:
        """From the first word said of the line, «ещё» before it included, to its last, «как обычно» behind it included."""
        hit = self.hits[at]
        floor = self.hits[at - 1].end if at else 0
        ceiling = self.hits[at + 1].start if at + 1 < len(self.hits) else len(self.board)
        first, end = hit.start, hit.end
        while first > floor and self._goes_along(first - 1, hit.start, self.more | self.usual):
            first -= 1
        while end < ceiling and self._goes_along(end, hit.end - 1, self.usual):
            end += 1
        return first, end

    def _goes_along(self, at: int, beside: int, words: set[int]) -> bool:
        return at in words and self.piece[at] == self.piece[beside]

    def _with_said(self, run: range) -> range:
        first = run.start
        while first and self._goes_along(first - 1, run.start, self.said):
            first -= 1
        return range(first, run.stop)

    def _written(self, places: range) -> str:
        return self.board.written(places.start, places.stop).strip(" ,;")


def _is_unit(token: Token) -> bool:
    return find_unit(token.text) is not None or any(
        form.lemma in UNITS_BY_LEMMA for form in forms_of(token.text)
    )


def _gathered(text: str) -> str:
    """A quantity or a price on a line by itself goes with the line before: «масло⏎20 кор»."""
    lines = text.split("\n")
    made = lines[0]
    for before, line in pairwise(lines):
        change = read_change(line)
        goes_on = change is not None and (change.quantity is not None or change.price is not None)
        made += (", " if goes_on and before.strip() and read_change(before) is None else "\n") + line
    return made
