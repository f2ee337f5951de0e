"""What a person is reminded of at an hour of its own: once, late where that still helps, not at all where it does not."""

from datetime import datetime, timedelta
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
    SHORTAGE = "shortage"
    ARRIVAL = "arrival"
    ORDER_ACCEPT = "order_accept"
    ORDER_ENTER = "order_enter"
    ORDER_ANSWER = "order_answer"
    CARD = "card"
    CLAIM = "claim"
    PREVENTION = "prevention"
    ADVICE = "advice"
    ADVICE_PAST = "advice_past"


# What is done in silence needs nobody who can be written to.
SILENT: Final = frozenset({ReminderKind.ADVICE, ReminderKind.ADVICE_PAST})


def is_late(due: datetime, now: datetime) -> bool:
    return now - due > LATE_AFTER
