"""What the lead is asked about an order that is held: its credit and its discounts, each with an answer of its own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.calendar import WorkCalendar
from domain.errors import ProzvonError
from domain.prices import PriceSettings, Silence
from domain.stop_list import WorkingHours, add_working


class ApprovalState(StrEnum):
    """OPEN waits for the lead, COUNTERED for the manager's word on a counter-offer; the others are the end."""

    OPEN = "open"
    COUNTERED = "countered"
    APPROVED = "approved"
    DECLINED = "declined"
    SILENT = "silent"
    WITHDRAWN = "withdrawn"


class Answer(StrEnum):
    """To one of the questions. PREPAID answers that of credit, COUNTERED and AGREED (by the manager) that of prices.

    LIMITED: silence has brought the discounts down to the manager's own.
    """

    YES = "yes"
    PREPAID = "prepaid"
    COUNTERED = "countered"
    AGREED = "agreed"
    LIMITED = "limited"


class Question(StrEnum):
    """Which of the two the lead answers."""

    ALL = "all"
    CREDIT = "credit"
    PRICE = "price"


WAITING = frozenset({ApprovalState.OPEN, ApprovalState.COUNTERED})


class OwnOrderError(ProzvonError):
    """Nobody approves what is his own while somebody else can; facts: name."""

    code = "order-own"


@dataclass(frozen=True, slots=True)
class Term:
    """When the lead is reminded, and when silence decides."""

    nudge_at: datetime
    due_at: datetime


def term_of(now: datetime, calendar: WorkCalendar, hours: WorkingHours, settings: PriceSettings) -> Term:
    """Of a question put at the local moment `now`: minutes are those of working time."""
    due = timedelta(minutes=settings.answer_minutes)
    nudge = timedelta(minutes=settings.answer_minutes - settings.nudge_minutes)
    return Term(add_working(now, nudge, calendar, hours), add_working(now, due, calendar, hours))


def is_settled(*, on_credit: bool, credit: Answer | None, beyond: bool, price: Answer | None) -> bool:
    """Every question that was put has an answer by which the order may go."""
    return (not on_credit or credit is not None) and (not beyond or price in {Answer.YES, Answer.AGREED})


def after_silence(
    silence: Silence, state: ApprovalState, *, on_credit: bool, credit: Answer | None, beyond: bool
) -> Silence:
    """What happens once the time is over: nobody ships on credit unasked, and an offer that the manager leaves is no order."""
    if state is ApprovalState.COUNTERED:
        return Silence.SEND_BACK
    if silence is Silence.ALLOW_OWN_LIMIT and (not beyond or (on_credit and credit is None)):
        return Silence.SEND_BACK
    return silence
