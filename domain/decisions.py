"""What waits for a lead's word: kinds of questions, how long each may wait, what silence does, and what a month of them came to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median_low
from typing import Final

from domain.approvals import Term
from domain.calendar import WorkCalendar
from domain.errors import ProzvonError
from domain.periods import at_local
from domain.stop_list import WorkingHours, add_working


class DecisionKind(StrEnum):
    ORDER = "order"
    STOP = "stop"
    GIFT = "gift"
    CONTRACT = "contract"
    WEEK = "week"
    REPORT = "report"


class Verdict(StrEnum):
    """COUNTER and EXCEPTION are a yes with terms of the lead's own; `SILENT_…`: the time was over; WITHDRAWN: nobody had to say."""

    YES = "yes"
    NO = "no"
    COUNTER = "counter"
    EXCEPTION = "exception"
    SILENT_YES = "silent_yes"
    SILENT_NO = "silent_no"
    WITHDRAWN = "withdrawn"


class Default(StrEnum):
    """What silence does: the question waits on and is reminded of, it is refused, or it is taken as it is."""

    HOLD = "hold"
    REFUSE = "refuse"
    ACCEPT = "accept"


OWN_TERMS: Final = frozenset({Verdict.COUNTER, Verdict.EXCEPTION})
AGREED: Final = OWN_TERMS | {Verdict.YES}
SILENT: Final = frozenset({Verdict.SILENT_YES, Verdict.SILENT_NO})
# The line says all that there is to be said: no card has to be read before a yes.
AT_ONCE: Final = frozenset({DecisionKind.GIFT, DecisionKind.WEEK})
# Their own rules have a clock already.
OWN_CLOCK: Final = frozenset({DecisionKind.ORDER, DecisionKind.STOP})


class NudgedError(ProzvonError):
    """The lead was reminded by hand before: once is enough."""

    code = "decision-nudged"


@dataclass(frozen=True, slots=True)
class DecisionSettings:
    """Working hours for an answer, by kind, and what follows without one. Money is never given away in silence."""

    gift_hours: int = 9
    contract_hours: int = 18
    week_hours: int = 9
    report_hours: int = 18
    nudge_hours: int = 2
    gift_silence: Default = Default.REFUSE
    contract_silence: Default = Default.HOLD
    week_silence: Default = Default.ACCEPT

    def __post_init__(self) -> None:
        if Default.ACCEPT in {self.gift_silence, self.contract_silence}:
            raise ValueError("gifts and terms are never given in silence: hold or refuse")
        if self.week_silence is Default.REFUSE:
            raise ValueError("a week plan that nobody has seen stands: accept or hold")
        if (
            min(self.gift_hours, self.contract_hours, self.week_hours, self.report_hours, self.nudge_hours)
            < 1
        ):
            raise ValueError("hours are whole and at least one")

    def hours_of(self, kind: DecisionKind) -> int:
        return {
            DecisionKind.GIFT: self.gift_hours,
            DecisionKind.CONTRACT: self.contract_hours,
            DecisionKind.WEEK: self.week_hours,
        }.get(kind, self.report_hours)

    def silence_of(self, kind: DecisionKind) -> Default:
        return {
            DecisionKind.GIFT: self.gift_silence,
            DecisionKind.CONTRACT: self.contract_silence,
            DecisionKind.WEEK: self.week_silence,
        }.get(kind, Default.HOLD)


@dataclass(frozen=True, slots=True)
class Decided:
    """One closed question, for the sums of a month."""

    verdict: Verdict
    waited: timedelta


@dataclass(frozen=True, slots=True)
class Summary:
    """`own`: on the lead's own terms. `minutes`: the median of those that somebody decided; None where nobody did. What was withdrawn is asked but has no answer."""

    asked: int = 0
    yes: int = 0
    own: int = 0
    no: int = 0
    silent: int = 0
    minutes: int | None = None


def term_for(
    kind: DecisionKind, now: datetime, calendar: WorkCalendar, hours: WorkingHours, settings: DecisionSettings
) -> Term:
    """Of a question put at the local moment `now`. The reminder comes before the end, or at the half of a short term."""
    whole = settings.hours_of(kind)
    ahead = min(timedelta(hours=settings.nudge_hours), timedelta(hours=whole) / 2)
    due = timedelta(hours=whole)
    return Term(add_working(now, due - ahead, calendar, hours), add_working(now, due, calendar, hours))


def summary_of(found: Iterable[Decided]) -> Summary:
    asked = yes = own = no = silent = 0
    waited = []
    for one in found:
        asked += 1
        own += one.verdict in OWN_TERMS
        yes += one.verdict is Verdict.YES
        no += one.verdict is Verdict.NO
        silent += one.verdict in SILENT
        if one.verdict in AGREED or one.verdict is Verdict.NO:
            waited.append(one.waited)
    minutes = int(median_low(waited).total_seconds() // 60) if waited else None
    return Summary(asked, yes, own, no, silent, minutes)


class LendFor(StrEnum):
    """For how long somebody else takes all of a lead's decisions."""

    HOURS = "hours"
    EVENING = "evening"
    TOMORROW = "tomorrow"
    WEEK = "week"


LENT_HOURS, LENT_DAYS = timedelta(hours=2), 7


def lend_until(span: LendFor, now: datetime, calendar: WorkCalendar, hours: WorkingHours) -> datetime:
    """From the local moment `now`; the evening is the end of the working day, of the next one where this one is over."""
    if span is LendFor.HOURS:
        return now + LENT_HOURS
    today = now.date()
    if span is LendFor.WEEK:
        return at_local(calendar.on_or_after(today + timedelta(days=LENT_DAYS)), hours.end, now)
    evening = at_local(calendar.on_or_after(today), hours.end, now)
    if evening <= now:
        evening = at_local(calendar.next_working(today), hours.end, now)
    if span is LendFor.EVENING:
        return evening
    return at_local(calendar.next_working(evening.date()), hours.end, now)
