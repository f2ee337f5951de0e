"""Promises to pay: when they are checked, how they end, and how far a client's word can be trusted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.calendar import WorkCalendar
from domain.errors import InvalidAmountError, PastMomentError


class PromiseState(StrEnum):
    OPEN = "open"
    KEPT = "kept"
    PARTLY_KEPT = "partly_kept"
    BROKEN = "broken"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class PromiseSettings:
    """`tolerance_percent` of the sum may be missing in a promise that counts as kept (rounding, bank charges)."""

    tolerance_percent: int = 1


@dataclass(frozen=True, slots=True)
class Reliability:
    """«Keeps the word 6 times of 8»: promises whose day has passed, cancelled ones left out."""

    kept: int
    total: int


def check_promise(amount: int, due: date, today: date) -> None:
    """Raises InvalidAmountError unless the sum (kopecks) is above zero, PastMomentError for a day before today."""
    if amount <= 0:
        raise InvalidAmountError(amount=amount)
    if due < today:
        raise PastMomentError(day=due)


def check_day(due: date, calendar: WorkCalendar) -> date:
    """The working day after the promised one: money sent on the day itself is seen only then."""
    return calendar.next_working(due)


def nudge_day(due: date, calendar: WorkCalendar) -> date:
    """The last working day before the promised one, for the evening reminder."""
    return calendar.previous_working(due)


def settle(
    amount: int, due: date, *, paid: int, today: date, calendar: WorkCalendar, settings: PromiseSettings
) -> PromiseState:
    """The state of a promise of `amount` once `paid` (kopecks, since it was given) is known on `today`.

    Paid in full it is kept at once; short of that it stays open until its check day.
    """
    if paid * 100 >= amount * (100 - settings.tolerance_percent):
        return PromiseState.KEPT
    if today < check_day(due, calendar):
        return PromiseState.OPEN
    return PromiseState.PARTLY_KEPT if paid > 0 else PromiseState.BROKEN


def reliability(states: Iterable[PromiseState]) -> Reliability:
    """Of the promises that have ended; one kept in part is not kept."""
    ended = [state for state in states if state not in {PromiseState.OPEN, PromiseState.CANCELLED}]
    return Reliability(ended.count(PromiseState.KEPT), len(ended))
