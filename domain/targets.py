"""Targets of a month: what was asked, what is done, how much should be by now, and a comparison that is fair."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from math import ceil
from statistics import median
from typing import Final

from domain.absences import Absence
from domain.calendar import WorkCalendar
from domain.norms import NormSettings, elapsed_share
from domain.periods import month_end, month_start


class TargetKind(StrEnum):
    """Sums in kopecks for sales and receivables, counts for the rest."""

    SALES = "sales"
    ACTIVE_BASE = "active_base"
    NEW_CLIENTS = "new_clients"
    CONTRACTS = "contracts"
    CALLS = "calls"
    OFFERS = "offers"
    RECEIVABLES = "receivables"


MONEY: Final = frozenset({TargetKind.SALES, TargetKind.RECEIVABLES})
LARGEST: Final = 10**14  # kopecks; more is a slip of the thumb
HUNDRED: Final = 100


@dataclass(frozen=True, slots=True)
class TargetSettings:
    """`active_days` before the day asked about make the active base; 0: the month itself.

    `history_months` are looked back on for a forecast, no range is given below `range_months` of them. Of two shares within
    `tie_percent` points nobody is first; fewer than `small_base` clients with a rhythm say nothing of who sells better.
    `ready_ratio`: from so many of its own gaps on a client may be asked for an order. `named` clients at most.
    """

    active_days: int = 0
    history_months: int = 15
    range_months: int = 5
    tie_percent: int = 5
    small_base: int = 10
    ready_ratio: float = 0.8
    named: int = 8

    def __post_init__(self) -> None:
        if not 0 <= self.active_days <= 366 or not 1 <= self.history_months <= 36:  # noqa: PLR2004
            raise ValueError("targets: active_days 0 to 366, history_months 1 to 36")
        if self.range_months < 3 or not 1 <= self.named <= 20:  # noqa: PLR2004
            raise ValueError("targets: range_months from 3, named 1 to 20")


@dataclass(frozen=True, slots=True)
class Worktime:
    """Days at work of a month: `passed` by now with the share of today, `whole` in all; `left` counts today.

    `course` is the share of the calendar's own days that is over, for who is away on all of them.
    """

    passed: Fraction
    whole: int
    left: int
    course: Fraction = Fraction(1)

    @property
    def share(self) -> Fraction:
        """From 0 to 1; of a month without a day at work it goes as the calendar does."""
        return self.passed / self.whole if self.whole else self.course


@dataclass(frozen=True, slots=True)
class Line:
    """A kind of target of somebody's month. `target` None: none was set; `fact` None: it is not known any more.

    `expected` is what should be by now. Receivables are asked to be no more than the target, at any time.
    `having`: of a sum of people's targets where some have none, (how many have one, of how many); the fact is theirs alone.
    """

    kind: TargetKind
    target: int | None
    fact: int | None
    expected: int = 0
    left_days: int = 0
    having: tuple[int, int] | None = None

    @property
    def at_most(self) -> bool:
        return self.kind is TargetKind.RECEIVABLES

    @property
    def percent(self) -> int | None:
        """Done of what should be by now; None where nothing is asked yet, or the line is a limit."""
        if self.at_most or self.fact is None or not self.expected:
            return None
        return self.fact * HUNDRED // self.expected

    @property
    def behind(self) -> bool:
        if self.target is None or self.fact is None:
            return False
        return self.fact > self.target if self.at_most else self.fact < self.expected

    @property
    def gap(self) -> int:
        """What is missing to the pace; of receivables, what is too much."""
        if not self.behind:
            return 0
        assert self.fact is not None
        assert self.target is not None
        return self.fact - self.target if self.at_most else self.expected - self.fact

    @property
    def missing(self) -> int:
        """What is missing to the whole target; 0 for a limit."""
        if self.target is None or self.fact is None or self.at_most:
            return 0
        return max(self.target - self.fact, 0)

    @property
    def a_day(self) -> int:
        """So many on each day at work that is left, today among them; all at once where none is left."""
        return ceil(Fraction(self.missing, max(self.left_days, 1)))


def worktime(
    month: date,
    now: datetime,
    calendar: WorkCalendar,
    norms: NormSettings,
    absences: Collection[Absence] = (),
) -> Worktime:
    """Of one person at the local moment `now`: working days of the production calendar less the own absences."""
    working = calendar.working_days(month_start(month), month_end(month))
    days = [day for day in working if not any(absence.covers(day) for absence in absences)]
    left = sum(day >= now.date() for day in days)
    course = _over(working, now, norms) / len(working) if working else Fraction(1)
    return Worktime(_over(days, now, norms), len(days), left, course)


def _over(days: Collection[date], now: datetime, norms: NormSettings) -> Fraction:
    """How many of them are over at the local moment `now`, with the share of today."""
    today = now.date()
    return sum(day < today for day in days) + (elapsed_share(now, norms) if today in days else Fraction(0))


def line_of(kind: TargetKind, target: int | None, fact: int | None, time: Worktime) -> Line:
    """`expected` is rounded down: nobody is behind by half a contract."""
    asked = target or 0
    expected = asked if kind is TargetKind.RECEIVABLES else int(asked * time.share)
    return Line(kind, target, fact, expected, time.left)


def total_line(
    kind: TargetKind,
    own: int | None,
    lines: Sequence[Line],
    share: Fraction = Fraction(0),
    gone: Sequence[Line] = (),
) -> Line:
    """Of a team: the `own` target where it has one, else the sum of those who have one; the pace is theirs, in proportion.

    `share` of the month that is over for them, where nobody of them has a target; `gone`: of those who left in it.
    """
    having = [line for line in lines if line.target is not None]
    partly = own is None and 0 < len(having) < len(lines)
    people = len(lines)
    lines = [*(having if partly else lines), *gone]
    facts = [line.fact for line in lines if line.fact is not None]
    targets = [line.target for line in lines if line.target is not None]
    asked = sum(targets)
    target = own if own is not None else (asked if targets else None)
    left = max((line.left_days for line in lines), default=0)
    fact = sum(facts) if facts else None
    expected = sum(line.expected for line in lines)
    if target is None:
        return Line(kind, None, fact, 0, left)
    if own is not None:
        expected = own * expected // asked if asked else int(own * share)
    if kind is TargetKind.RECEIVABLES:
        expected = target
    return Line(kind, target, fact, expected, left, (len(having), people) if partly else None)


# --- a fair comparison


@dataclass(frozen=True, slots=True)
class Base:
    """What somebody's clients are: `rhythmic` of `clients` order by a rhythm, together `orders_a_day` orders a day.

    `order_sum` is a usual order, kopecks.
    """

    clients: int = 0
    rhythmic: int = 0
    orders_a_day: float = 0.0
    order_sum: int = 0

    def usual(self, days: float) -> int:
        """What this base orders by its own rhythm in so many calendar days, kopecks."""
        return round(self.orders_a_day * days * self.order_sum)


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody's month so far in shares, never in sums: percents of the own plan's pace and of what the base usually orders.

    `calls_a_day` are per day at work. `place` from 1, the same for those who are level; 0 where nothing tells.
    """

    employee_id: int
    of_plan: int | None
    of_base: int | None
    calls_a_day: float
    worked: int
    rhythmic: int
    small: bool = False
    place: int = 0


def standing(
    employee_id: int,
    sales: Line,
    base: Base,
    *,
    days: float,
    calls: int,
    worked: int,
    settings: TargetSettings,
) -> Standing:
    """`days` are calendar days of the month so far, `worked` those at work."""
    usual = base.usual(days)
    of_base = ((sales.fact or 0) * HUNDRED + usual // 2) // usual if usual else None
    small = base.rhythmic < settings.small_base
    a_day = round(calls / worked, 1) if worked else 0.0
    return Standing(employee_id, sales.percent, of_base, a_day, worked, base.rhythmic, small)


def placed(people: Sequence[Standing], settings: TargetSettings) -> tuple[Standing, ...]:
    """The best first, by the mean of the shares that are known; within `tie_percent` of the one before they stand level.

    Whose base is small comes after them without a place: chance would decide.
    """
    told = [one for one in people if not one.small and _share(one) is not None]
    told.sort(key=lambda one: (-(_share(one) or 0), one.employee_id))
    found: list[Standing] = []
    place, first = 0, Fraction(0)
    for number, one in enumerate(told, 1):
        share = _share(one) or Fraction(0)
        if number == 1 or first - share > settings.tie_percent:
            place, first = number, share
        found.append(_at(one, place))
    rest = [one for one in people if one.small or _share(one) is None]
    return (*found, *sorted((_at(one, 0) for one in rest), key=lambda one: one.employee_id))


def _share(one: Standing) -> Fraction | None:
    known = [share for share in (one.of_plan, one.of_base) if share is not None]
    return Fraction(sum(known), len(known)) if known else None


def _at(one: Standing, place: int) -> Standing:
    return Standing(
        one.employee_id,
        one.of_plan,
        one.of_base,
        one.calls_a_day,
        one.worked,
        one.rhythmic,
        one.small,
        place,
    )


def middle(people: Sequence[Standing]) -> Standing:
    """The team's medians, as if they were somebody's; of nobody in particular."""
    plans = [one.of_plan for one in people if one.of_plan is not None]
    bases = [one.of_base for one in people if one.of_base is not None]
    return Standing(
        0,
        round(median(plans)) if plans else None,
        round(median(bases)) if bases else None,
        round(median(one.calls_a_day for one in people), 1) if people else 0.0,
        0,
        0,
    )


# --- from the gap to names


@dataclass(frozen=True, slots=True)
class Ready:
    """A client whose rhythm says that it may order: `usual` is its usual order in kopecks, `chance` within a week from 0 to 1."""

    client_id: int
    name: str
    usual: int
    chance: float
    days_since: int
    gap: int


def enough(ready: Sequence[Ready], gap: int, most: int) -> tuple[Ready, ...]:
    """The likeliest money first, until their usual orders make up `gap`; `most` at most, at least one where there is any."""
    ordered = sorted(ready, key=lambda one: (-one.usual * one.chance, -one.usual, one.client_id))
    found: list[Ready] = []
    total = 0
    for one in ordered[:most]:
        if found and total >= gap:
            break
        found.append(one)
        total += one.usual
    return tuple(found)


# --- as the next month is set


def raised(values: Mapping[TargetKind, int], percent: int) -> dict[TargetKind, int]:
    """The targets of another month, `percent` more; sums to whole thousands of roubles, counts rounded to the nearest.

    What is a limit falls by as much.
    """
    found = {}
    for kind, value in values.items():
        factor = Fraction(HUNDRED - percent if kind is TargetKind.RECEIVABLES else HUNDRED + percent, HUNDRED)
        step = 100_000 if kind in MONEY and percent else 1
        found[kind] = max(round(value * factor / step) * step, 0)
    return found
