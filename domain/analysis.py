"""When clients pick up the phone, how calls end week by week, and what of it is more than chance.

Two shares are compared by the pooled two-proportion z-test, which wants five hits and five misses to be expected on
either side; among several looks the level is divided by their number (Bonferroni), so that all of them together
cry wolf at most once in twenty.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from math import sqrt
from statistics import NormalDist
from typing import Final

from domain.outcomes import Outcome, RefusalReason, is_reached
from domain.periods import DAYS_IN_WEEK, week_start

LEVEL: Final = 0.05
LEAST_EXPECTED: Final = 5
FEW_CALLS: Final = 10
HOUR_DAYS: Final = 28
WEEKS: Final = 6
WEEKS_BEFORE: Final = 4
SPAN_HOURS: Final = (2, 3, 4)
THIRD: Final = 3


class View(StrEnum):
    """What of the analysis is looked at."""

    HOURS = "hours"
    WEEKS = "weeks"
    REFUSALS = "refusals"


class Ending(StrEnum):
    """How calls end, as few kinds as a picture can tell apart."""

    ORDERS = "orders"
    OFFERS = "offers"
    AGREED = "agreed"
    REFUSALS = "refusals"
    OTHER = "other"
    MISSED = "missed"


ENDINGS: Final[Mapping[Outcome, Ending]] = {
    Outcome.ORDER: Ending.ORDERS,
    Outcome.PHONE_OFFER: Ending.OFFERS,
    Outcome.SEND_OFFER: Ending.OFFERS,
    Outcome.CALL_BACK: Ending.AGREED,
    Outcome.THINKING: Ending.AGREED,
    Outcome.MEETING: Ending.AGREED,
    Outcome.PROMISE: Ending.AGREED,
    Outcome.REFUSAL: Ending.REFUSALS,
}


def ending_of(outcome: Outcome) -> Ending:
    return ENDINGS.get(outcome) or (Ending.OTHER if is_reached(outcome) else Ending.MISSED)


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`."""

    part: int
    whole: int

    @property
    def percent(self) -> int:
        """Whole percent, half up; 0 of nothing."""
        return (200 * self.part + self.whole) // (2 * self.whole) if self.whole else 0


@dataclass(frozen=True, slots=True)
class Hour:
    """Calls begun in one local hour of the day."""

    hour: int
    calls: int
    reached: int

    @property
    def share(self) -> Share:
        return Share(self.reached, self.calls)

    @property
    def few(self) -> bool:
        return self.calls < FEW_CALLS


@dataclass(frozen=True, slots=True)
class Span:
    """Hours from `start` up to `end`, which is outside."""

    start: int
    end: int
    share: Share


@dataclass(frozen=True, slots=True)
class Week:
    """From Monday `start` on; `refusals` by their reason, which not every refusal has."""

    start: date
    endings: Mapping[Ending, int] = field(default_factory=dict)
    refusals: Mapping[RefusalReason, int] = field(default_factory=dict)

    @property
    def calls(self) -> int:
        return sum(self.endings.values())

    @property
    def reached(self) -> int:
        return self.calls - self.endings.get(Ending.MISSED, 0)


class Measure(StrEnum):
    """What is compared between weeks: reached calls of all; orders, refusals and each reason of the reached ones."""

    REACHED = "reached"
    ORDERS = "orders"
    REFUSALS = "refusals"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Change:
    """The last full week against the weeks before it. `usual`: how many a week on the average; `z`: how far off."""

    measure: Measure
    now: Share
    before: Share
    usual: int
    z: float
    reason: RefusalReason | None = None

    @property
    def grew(self) -> bool:
        return self.z > 0

    @property
    def bad(self) -> bool:
        return self.grew == (self.measure in {Measure.REFUSALS, Measure.REASON})


@dataclass(frozen=True, slots=True)
class BestHours:
    """When clients pick up most and least, hours on end of the same number; `made`: calls in the best ones, of all."""

    best: Span
    worst: Span
    made: Share

    @property
    def followed(self) -> bool:
        """A third of the calls are made in the best hours already."""
        return self.made.part * THIRD >= self.made.whole


# --- shares


def z_of(one: Share, other: Share) -> float | None:
    """How many standard errors `one` lies above `other`; None where there is too little to say anything."""
    calls = one.whole + other.whole
    least = min(one.whole, other.whole)
    hits = one.part + other.part
    if not least or least * min(hits, calls - hits) < LEAST_EXPECTED * calls:
        return None
    pooled = hits / calls
    error = sqrt(pooled * (1 - pooled) * (1 / one.whole + 1 / other.whole))
    return (one.part / one.whole - other.part / other.whole) / error


def is_beyond_chance(z: float, looks: int = 1) -> bool:
    """Two-sided, at `LEVEL` over all `looks` together."""
    return abs(z) >= NormalDist().inv_cdf(1 - LEVEL / (2 * max(looks, 1)))


# --- hours


def best_hours(hours: Iterable[Hour]) -> BestHours | None:
    """Some hours on end in which most pick up, and some in which fewest do; None where the difference may be chance.

    Two hours against two, then, where so few calls prove nothing, three and four. Each length divides the level by the
    pairs it looks at; they overlap so much that all lengths together still keep it (the tests measure it).
    """
    known = {one.hour: one for one in hours if not one.few}
    for length in SPAN_HOURS:
        spans = [
            _span([known[hour + more] for more in range(length)])
            for hour in sorted(known)
            if all(hour + more in known for more in range(length))
        ]
        found = _extremes(spans, length)
        if found is not None:
            best, worst = found
            calls = sum(one.calls for one in known.values())
            return BestHours(best, worst, Share(best.share.whole, calls))
    return None


def _span(hours: Sequence[Hour]) -> Span:
    together = Share(sum(one.reached for one in hours), sum(one.calls for one in hours))
    return Span(hours[0].hour, hours[-1].hour + 1, together)


def _extremes(spans: Sequence[Span], length: int) -> tuple[Span, Span] | None:
    if not spans:
        return None
    best = max(spans, key=lambda span: (_ratio(span.share), -span.start))
    apart = [span for span in spans if abs(span.start - best.start) >= length]
    if not apart:
        return None
    worst = min(apart, key=lambda span: (_ratio(span.share), span.start))
    z = z_of(best.share, worst.share)
    if z is None or z <= 0 or not is_beyond_chance(z, len(spans) * (len(spans) - 1) // 2):
        return None
    return best, worst


def _ratio(share: Share) -> float:
    return share.part / share.whole


# --- weeks


def first_day(today: date) -> date:
    """The Monday from which the weeks of the analysis are read: this week and those before it."""
    return week_start(today) - timedelta(days=DAYS_IN_WEEK * (WEEKS - 1))


def in_weeks(
    today: date, counted: Iterable[tuple[date, Outcome, RefusalReason | None, int]]
) -> tuple[Week, ...]:
    """The weeks up to today's, empty ones too, from (day, outcome, refusal reason, how many)."""
    starts = [first_day(today) + timedelta(days=DAYS_IN_WEEK * number) for number in range(WEEKS)]
    endings: dict[date, dict[Ending, int]] = {start: {} for start in starts}
    refusals: dict[date, dict[RefusalReason, int]] = {start: {} for start in starts}
    for day, outcome, reason, count in counted:
        start = week_start(day)
        if start not in endings:
            continue
        ending = ending_of(outcome)
        endings[start][ending] = endings[start].get(ending, 0) + count
        if ending is Ending.REFUSALS and reason is not None:
            refusals[start][reason] = refusals[start].get(reason, 0) + count
    return tuple(Week(start, endings[start], refusals[start]) for start in starts)


def find_changes(weeks: Sequence[Week]) -> tuple[Change, ...]:
    """What of the last full week differs from the four before it by more than chance, the surest first.

    `weeks` as `in_weeks` gives them: the last one is still going on. A reason speaks for the refusals as a whole.
    """
    last, before = weeks[-2], weeks[-2 - WEEKS_BEFORE : -2]
    looks = [change for change in (_compare(last, before, *look) for look in LOOKS) if change is not None]
    found = [change for change in looks if is_beyond_chance(change.z, len(looks))]
    if any(change.measure is Measure.REASON and change.bad for change in found):
        found = [change for change in found if change.measure is not Measure.REFUSALS]
    return tuple(sorted(found, key=lambda change: -abs(change.z)))


LOOKS: Final[tuple[tuple[Measure, RefusalReason | None], ...]] = (
    (Measure.REACHED, None),
    (Measure.ORDERS, None),
    (Measure.REFUSALS, None),
    *((Measure.REASON, reason) for reason in RefusalReason),
)


def _compare(
    last: Week, before: Sequence[Week], measure: Measure, reason: RefusalReason | None
) -> Change | None:
    now = _share(last, measure, reason)
    each = [_share(week, measure, reason) for week in before if week.calls]
    then = Share(sum(share.part for share in each), sum(share.whole for share in each))
    z = z_of(now, then)
    return None if z is None else Change(measure, now, then, round(then.part / len(each)), z, reason)


def _share(week: Week, measure: Measure, reason: RefusalReason | None) -> Share:
    if measure is Measure.REACHED:
        return Share(week.reached, week.calls)
    if reason is not None:
        return Share(week.refusals.get(reason, 0), week.reached)
    return Share(week.endings.get(Ending(measure.value), 0), week.reached)


def main_finding(hours: Iterable[Hour], changes: Sequence[Change]) -> Change | BestHours | None:
    """The one thing to act on: what got worse, else hours not used yet, else what got better; None where all is as usual."""
    best = best_hours(hours)
    worse = next((change for change in changes if change.bad), None)
    if worse is not None:
        return worse
    if best is not None and not best.followed:
        return best
    return next(iter(changes), best)
