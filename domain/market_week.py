"""The market of a week, competitor by competitor: prices against ours, who noted it, what is new since the week before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.competitors import DAYS, MarketNote, SheetLine, market_sheet


@dataclass(frozen=True, slots=True)
class RivalWeek:
    """`notes` in the last 7 days and `before` in the 7 before them, by how many said by whom: names, most notes first."""

    name: str
    notes: int
    before: int
    lines: Sequence[SheetLine]
    noted_by: Sequence[str]

    @property
    def is_new(self) -> bool:
        return self.before == 0

    @property
    def cheaper(self) -> int:
        """Goods that it sells below our price."""
        return sum(line.difference is not None and line.difference < 0 for line in self.lines)


@dataclass(frozen=True, slots=True)
class MarketWeek:
    """Of the seven days to `today`. `silent` are competitors of the week before of whom nothing was heard since."""

    today: date
    rivals: Sequence[RivalWeek]
    silent: Sequence[str] = ()
    sources: Sequence[tuple[str, int]] = ()

    @property
    def notes(self) -> int:
        return sum(rival.notes for rival in self.rivals)


def market_week(notes: Iterable[tuple[str, MarketNote]], today: date) -> MarketWeek:
    """`notes` of 14 days, each with the name of who heard it; the competitor most often noted comes first."""
    known = list(notes)
    since = today - timedelta(days=DAYS)
    sheet = market_sheet((note for _, note in known), today)
    names: dict[str, str] = {}
    now: dict[str, dict[str, int]] = {}
    before: dict[str, int] = {}
    sources: dict[str, int] = {}
    for who, note in sorted(known, key=lambda one: one[1].day):
        key = note.rival.casefold()
        names[key] = note.rival
        if note.day > since:
            heard = now.setdefault(key, {})
            heard[who] = heard.get(who, 0) + 1
            sources[who] = sources.get(who, 0) + 1
        else:
            before[key] = before.get(key, 0) + 1
    rivals = [
        RivalWeek(
            names[key],
            sum(heard.values()),
            before.get(key, 0),
            tuple(line for line in sheet if line.rival.casefold() == key),
            _by_count(heard),
        )
        for key, heard in now.items()
    ]
    rivals.sort(key=lambda one: (-one.notes, one.name.casefold()))
    silent = sorted(names[key] for key in before if key not in now)
    counted = sorted(sources.items(), key=lambda one: (-one[1], one[0]))
    return MarketWeek(today, tuple(rivals), tuple(silent), tuple(counted))


def _by_count(heard: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(heard, key=lambda name: (-heard[name], name)))
