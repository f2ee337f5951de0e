"""What a person is reminded of at an hour of its own: once, late where that still helps, not at all where it does not."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

TRIES = 6
LATE_AFTER = timedelta(minutes=10)


class ReminderKind(StrEnum):
    VISIT_BRIEF = "visit_brief"
    VISIT_OPEN = "visit_open"
    VISIT_CLOSE = "visit_close"
    DIFFERENCE = "difference"
    STOP = "stop"
    PREPAID = "prepaid"
    PREPAID_GREW = "prepaid_grew"
    DISPUTE = "dispute"
    APPROVAL = "approval"
    DECISION = "decision"
    SHORTAGE = "shortage"
    ARRIVAL = "arrival"
    ORDER_ACCEPT = "order_accept"
    ORDER_ENTER = "order_enter"
    ORDER_ANSWER = "order_answer"
    CARD = "card"
    CLAIM = "claim"
    PREVENTION = "prevention"
    ERRAND_NEW = "errand_new"
    ERRAND = "errand"
    REQUEST = "request"
    ANNOUNCEMENT = "announcement"
    ADVICE = "advice"
    ADVICE_PAST = "advice_past"
    UNUSUAL = "unusual"
    ABSENCE_BEGINS = "absence_begins"
    ABSENCE_ENDS = "absence_ends"


# What is done in silence needs nobody who can be written to.
SILENT: Final = frozenset({ReminderKind.ADVICE, ReminderKind.ADVICE_PAST})
# About the absence itself, or to be read by the person: never to a deputy.
OWN_REMINDERS: Final = frozenset(
    {ReminderKind.ABSENCE_BEGINS, ReminderKind.ABSENCE_ENDS, ReminderKind.ANNOUNCEMENT}
)
WAKING: Final = (time(8, 0), time(21, 0))


def waking(local: datetime) -> datetime | None:
    """When to say instead what is due in a reader's night, as a zone far away brings it about; None by day."""
    start, end = WAKING
    if start <= local.time() < end:
        return None
    day = local.date() if local.time() < start else local.date() + timedelta(days=1)
    return datetime.combine(day, start, tzinfo=local.tzinfo)


def is_late(due: datetime, now: datetime) -> bool:
    return now - due > LATE_AFTER
