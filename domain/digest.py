"""The lead's day: what calls for attention, what is worth a good word, and where the limits lie."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Final

from domain.norms import Pace
from domain.periods import at_local
from domain.reasons import ClientClass, RankingSettings


class DigestKind(StrEnum):
    """Which of the day's messages it is; NOW is the one asked for."""

    PLAN = "plan"
    NOW = "now"
    RESULT = "result"


class AlarmKind(StrEnum):
    """What calls for the lead, the most pressing first."""

    HELD = "held"
    BROKEN = "broken"
    PARTLY_KEPT = "partly_kept"
    OFF_PACE = "off_pace"
    UNREACHABLE = "unreachable"
    CLAIM = "claim"
    NOT_ACCEPTED = "not_accepted"
    CARRIED = "carried"
    SILENT = "silent"
    MISSED = "missed"
    DEBT = "debt"


# Said at an hour of its own, not in the digest.
NOT_IN_DIGEST: Final = frozenset({AlarmKind.DEBT})
ASKED_ABOUT: Final = frozenset(
    {
        AlarmKind.BROKEN,
        AlarmKind.PARTLY_KEPT,
        AlarmKind.OFF_PACE,
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


@dataclass(frozen=True, slots=True)
class DigestSettings:
    """`accept_minutes` for sales support to accept an order, watched for `accept_days`; `silent_norms` of contact are too many."""

    accept_minutes: int = 40
    accept_days: int = 7
    silent_norms: int = 2
    usual_days: int = 28
    snapshot_days: int = 14
    answer_days: int = 7


def silent_before(day: date, ranking: RankingSettings, settings: DigestSettings) -> date:
    """A class A client last in contact before this day has been left alone for too long."""
    return day - timedelta(days=round(ranking.touch_days.of(ClientClass.A) * settings.silent_norms))


def clock_on(day: date, local: datetime) -> datetime:
    """The hour by which a person's `day` is judged, where theirs may be another already, or not yet: its end, its start."""
    if local.date() == day:
        return local
    return at_local(day, time.max if local.date() > day else time.min, local)


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
