"""The lead's day: what calls for attention, what is worth a good word, and where the limits lie."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Final

from domain.calendar import WorkCalendar
from domain.norms import Pace
from domain.periods import DAYS_IN_WEEK, at_local, month_end, month_start, week_start
from domain.reasons import ClientClass, RankingSettings


class DigestKind(StrEnum):
    """Which of the day's messages it is; NOW is the one asked for."""

    PLAN = "plan"
    NOW = "now"
    RESULT = "result"


class AlarmKind(StrEnum):
    """What calls for the lead, the most pressing first."""

    HELD = "held"
    DECISIONS = "decisions"
    BROKEN = "broken"
    PARTLY_KEPT = "partly_kept"
    WEEK_BEHIND = "week_behind"
    MONTH_BEHIND = "month_behind"
    UNCOVERED = "uncovered"
    UNREACHABLE = "unreachable"
    ERRAND = "errand"
    CLAIM = "claim"
    NOT_ACCEPTED = "not_accepted"
    OFF_PACE = "off_pace"
    CARRIED = "carried"
    SILENT = "silent"
    MISSED = "missed"
    DEBT = "debt"


# Said at an hour of its own, not in the digest of a day.
NOT_IN_DIGEST: Final = frozenset({AlarmKind.DEBT, AlarmKind.WEEK_BEHIND, AlarmKind.MONTH_BEHIND})
ASKED_ABOUT: Final = frozenset(
    {
        AlarmKind.BROKEN,
        AlarmKind.PARTLY_KEPT,
        AlarmKind.OFF_PACE,
        AlarmKind.WEEK_BEHIND,
        AlarmKind.MONTH_BEHIND,
        AlarmKind.CLAIM,
        AlarmKind.CARRIED,
        AlarmKind.SILENT,
        AlarmKind.MISSED,
        AlarmKind.DEBT,
    }
)


class WinKind(StrEnum):
    ORDER = "order"
    KEPT = "kept"
    NEW_CLIENTS = "new_clients"
    WEEK_BEST = "week_best"
    MONTH_BEST = "month_best"


class Span(StrEnum):
    """More than a day of which a digest tells."""

    WEEK = "week"
    MONTH = "month"


class Detail(StrEnum):
    """What of a span is looked at from near."""

    MONEY = "money"
    OUTCOMES = "outcomes"
    DEBTS = "debts"


class PictureView(StrEnum):
    """What a digest draws."""

    PLAN = "plan"
    AGEING = "ageing"


@dataclass(frozen=True, slots=True)
class Days:
    """`start` to `end`, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class DigestSettings:
    """`accept_minutes` for sales support to accept an order, watched for `accept_days`; `silent_norms` of contact are too many.

    Sales below `behind_percent` of the month's pace are behind. Not `rich`: tables go out as lines of words, for clients and servers of Telegram older than June 2026.
    """

    accept_minutes: int = 40
    accept_days: int = 7
    silent_norms: int = 2
    usual_days: int = 28
    snapshot_days: int = 14
    answer_days: int = 7
    behind_percent: int = 80
    rich: bool = True


def silent_before(day: date, ranking: RankingSettings, settings: DigestSettings) -> date:
    """A class A client last in contact before this day has been left alone for too long."""
    return day - timedelta(days=round(ranking.touch_days.of(ClientClass.A) * settings.silent_norms))


def clock_on(day: date, local: datetime) -> datetime:
    """The hour by which a person's `day` is judged, where theirs may be another already, or not yet: its end, its start."""
    if local.date() == day:
        return local
    return at_local(day, time.max if local.date() > day else time.min, local)


def days_of(span: Span, day: date) -> Days:
    """The whole week (from Monday) or month that holds `day`."""
    if span is Span.WEEK:
        monday = week_start(day)
        return Days(monday, monday + timedelta(days=DAYS_IN_WEEK - 1))
    return Days(month_start(day), month_end(day))


def days_before(span: Span, day: date, calendar: WorkCalendar) -> Days:
    """Of the span before that of `day`, as many working days as have begun in this one by then; all of it at its end."""
    this = days_of(span, day)
    before = days_of(span, this.start - timedelta(days=1))
    if is_over(this, day, calendar):
        return before
    worked = len(calendar.working_days(this.start, day))
    known = calendar.working_days(before.start, before.end)
    return Days(before.start, known[min(worked, len(known)) - 1] if worked and known else before.start)


def is_over(days: Days, day: date, calendar: WorkCalendar) -> bool:
    """Nothing is worked in it after `day`."""
    return calendar.next_working(day) > days.end


def ends_week(day: date, calendar: WorkCalendar) -> bool:
    """The last working day of its week: the day's result tells of the week too."""
    return calendar.is_working(day) and is_over(days_of(Span.WEEK, day), day, calendar)


class NextStep(StrEnum):
    """What a manager had best do now."""

    CALL = "call"
    SEND = "send"
    OFFER = "offer"
    NONE = "none"


def next_step(calls: Pace, emails: Pace, *, waiting: int, to_send: int) -> NextStep:
    """By the larger lag behind the clock, of what can be done at all; `waiting` in the list, `to_send` offers promised."""
    can_call = waiting > 0 and calls.left > 0
    if to_send and (not can_call or _lag(emails) > _lag(calls)):
        return NextStep.SEND
    if can_call:
        return NextStep.CALL
    if emails.left:
        return NextStep.OFFER
    return NextStep.CALL if waiting else NextStep.NONE


def _lag(pace: Pace) -> Fraction:
    return Fraction(max(pace.expected - pace.done, 0), max(pace.norm, 1))
