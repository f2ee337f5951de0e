"""A price list before it is loaded: which prices move, and what is on sale but not in the file."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from screens import format as written
from screens.callbacks.catalogue import KeepOnSale, TakeOffSale
from screens.order_parts import short
from screens.screen import Button, tap
from screens.words import Words

SHOWN_NAME = 40


@dataclass(frozen=True, slots=True)
class PriceMove:
    """Kopecks before and after, in one column of prices."""

    name: str
    column: str
    before: int
    after: int

    @property
    def share(self) -> Decimal:
        """Percent, exact; above zero: dearer."""
        return Decimal((self.after - self.before) * 100) / self.before


@dataclass(frozen=True, slots=True)
class GoodsLoad:
    """`up` and `down` count the goods whose prices rise and fall, `largest` names those that move most.

    `gone` are on sale and not in the file; with `withdraw` they are taken off sale when it is loaded.
    """

    up: int = 0
    down: int = 0
    largest: tuple[PriceMove, ...] = ()
    gone: int = 0
    gone_names: tuple[str, ...] = ()
    withdraw: bool = False


def lines(words: Words, load: GoodsLoad) -> list[str]:
    found = []
    if load.up or load.down:
        found += ["", words("import-prices", up=load.up, down=load.down)]
        found += [_move(words, move) for move in load.largest]
    if load.gone:
        key = "import-gone-withdrawn" if load.withdraw else "import-gone"
        found += ["", words(key, count=load.gone, names=_names(words, load))]
    return found


def _move(words: Words, move: PriceMove) -> str:
    percent = abs(int(move.share.quantize(Decimal(1), ROUND_HALF_UP)))
    return words(
        "import-price-move",
        name=short(move.name, SHOWN_NAME),
        column=move.column or "none",
        before=written.money(words, move.before),
        after=written.money(words, move.after),
        way="up" if move.share > 0 else "down",
        percent=percent,
    )


def _names(words: Words, load: GoodsLoad) -> str:
    named = ", ".join(words.plain("import-quoted", name=short(name, SHOWN_NAME)) for name in load.gone_names)
    left = load.gone - len(load.gone_names)
    return f"{named}, {words.plain('import-more', count=left)}" if left > 0 else named


def rows(words: Words, load_id: int, load: GoodsLoad) -> Sequence[tuple[Button, ...]]:
    if not load.gone:
        return ()
    if load.withdraw:
        return ((tap(words.plain("btn-keep-on-sale"), KeepOnSale(load=load_id)),),)
    return ((tap(words.plain("btn-take-off-sale", count=load.gone), TakeOffSale(load=load_id)),),)
