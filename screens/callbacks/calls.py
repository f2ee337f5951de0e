"""Buttons of the call list and the call card.

`seen` is the last call the card knew of: a card that somebody has already worked logs nothing twice.
"""

from typing import Annotated

from pydantic import Field

from domain.outcome_settings import CODE
from domain.outcomes import ClaimKind, Outcome, RefusalReason, SkipReason
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

MaybeId = Annotated[int, Field(ge=0, lt=2**63)]  # 0 is nobody, or no call yet
Day = Annotated[int, Field(ge=0, le=3_652_058)]  # an ordinal of `date`; 0 is not chosen yet
RealDay = Annotated[int, Field(ge=1, le=3_652_058)]
Clock = Annotated[
    int, Field(ge=-1, le=1439)
]  # minutes of the day; -1 is not chosen yet, ANY_TIME without one
ANY_TIME = 1439


class StartCalls(CallbackData, prefix="calls.list"):
    """Today's list."""


class WholeList(CallbackData, prefix="calls.whole"):
    """Every line of today's list."""


class NextCard(CallbackData, prefix="calls.next"):
    """The card to work next."""


class OpenCard(CallbackData, prefix="calls.card"):
    """The call card of a client, in the list or not: who to call, why, and the outcomes."""

    client: RowId


class OtherPerson(CallbackData, prefix="calls.who"):
    """The same card for another person of the client."""

    client: RowId
    person: MaybeId


class Log(CallbackData, prefix="calls.log"):
    """An outcome; asked further where it asks."""

    client: RowId
    person: MaybeId
    outcome: Outcome
    seen: MaybeId
    day: Day = 0
    clock: Clock = -1


class LogOwn(CallbackData, prefix="calls.own"):
    """An outcome of the company's own, by its code."""

    client: RowId
    person: MaybeId
    code: Annotated[str, Field(pattern=f"^{CODE}$")]
    seen: MaybeId


class LogRefusal(CallbackData, prefix="calls.no"):
    client: RowId
    person: MaybeId
    reason: RefusalReason
    seen: MaybeId


class LogClaim(CallbackData, prefix="calls.claim"):
    client: RowId
    person: MaybeId
    kind: ClaimKind
    seen: MaybeId


class LogPromise(CallbackData, prefix="calls.promise"):
    """`amount` in kopecks; 0 is «all that is overdue»."""

    client: RowId
    person: MaybeId
    seen: MaybeId
    amount: Annotated[int, Field(ge=0, le=10**15)]
    day: Day = 0


class OtherDay(CallbackData, prefix="calls.days"):
    """A call back on another day than those offered: days, then hours."""

    client: RowId
    person: MaybeId
    seen: MaybeId


class AskLater(CallbackData, prefix="calls.put"):
    """When the card is to come again today."""

    client: RowId


class PutOff(CallbackData, prefix="calls.later"):
    """In so many minutes; 0 is the evening."""

    client: RowId
    minutes: Annotated[int, Field(ge=0, le=600)] = 0


class AskSkip(CallbackData, prefix="calls.off"):
    """Why not today."""

    client: RowId


class Skip(CallbackData, prefix="calls.skip"):
    client: RowId
    reason: SkipReason


class LastWorked(CallbackData, prefix="calls.back"):
    """The card worked last today, with what was recorded."""


class UndoCall(CallbackData, prefix="calls.undo"):
    """Takes back what a tap on a card recorded."""

    draft: RowId


class Agree(CallbackData, prefix="calls.agree"):
    """The suggested day becomes the next contact."""

    client: RowId
    day: RealDay


class OfferSent(CallbackData, prefix="calls.sent"):
    client: RowId


class OffersToSend(CallbackData, prefix="calls.offers"):
    """The commercial offers promised and not yet sent."""


class AddNumber(CallbackData, prefix="calls.number"):
    client: RowId


class CloseClaim(CallbackData, prefix="calls.settled"):
    client: RowId
