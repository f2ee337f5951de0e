"""What competitors ask, seen by managers: one sheet of seven days against the seven before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from domain.errors import ProzvonError

DAYS: Final = 7


class CompetitorError(ProzvonError):
    """A line that speaks of no competitor; facts: text."""

    code = "competitor"


@dataclass(frozen=True, slots=True)
class MarketNote:
    """One word about a competitor. `price` and `ours` in kopecks, `change` in per cent; `product` empty for none."""

    rival: str
    product: str
    day: date
    price: int | None = None
    ours: int | None = None
    change: Decimal | None = None


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A competitor and a product: `seen` times in the last days; `price` the last one, `before` that of the days before.

    `ours` stands beside `price`; without a product and a price the competitor was only named. `change` is the last one said.
    """

    rival: str
    product: str
    seen: int
    price: int | None
    before: int | None
    ours: int | None
    change: Decimal | None

    @property
    def difference(self) -> int | None:
        """Whole per cent by which the competitor is above our price; below 0 where it is cheaper."""
        if self.price is None or not self.ours:
            return None
        return round((self.price - self.ours) * 100 / self.ours)


def market_sheet(notes: Iterable[MarketNote], today: date) -> list[SheetLine]:
    """By competitor and product, the most often seen competitor first; what was not seen in the last 7 days is left out.

    A name in another case is the same name; the last spelling is shown.
    """
    since = today - timedelta(days=DAYS)
    lines: dict[tuple[str, str], list[MarketNote]] = {}
    for note in sorted(notes, key=lambda one: one.day):
        lines.setdefault((note.rival.casefold(), note.product.casefold()), []).append(note)
    found = [_line(known, since) for known in lines.values()]
    shown = [line for line in found if line.seen]
    often: dict[str, int] = {}
    for line in shown:
        often[line.rival.casefold()] = often.get(line.rival.casefold(), 0) + line.seen
    return sorted(
        shown, key=lambda one: (-often[one.rival.casefold()], one.rival.casefold(), -one.seen, one.product)
    )


def _line(notes: list[MarketNote], since: date) -> SheetLine:
    now = [note for note in notes if note.day > since]
    before = [note for note in notes if note.day <= since]
    last = next((note for note in reversed(now) if note.price is not None), None)
    return SheetLine(
        rival=notes[-1].rival,
        product=notes[-1].product,
        seen=len(now),
        price=last.price if last else None,
        before=next((note.price for note in reversed(before) if note.price is not None), None),
        ours=last.ours if last else None,
        change=next((note.change for note in reversed(now) if note.change is not None), None),
    )
