"""Buttons of the debt alert: the list, the cards in a row, the words, silence and disputes. Days are ordinals of `date`."""

from typing import Annotated

from pydantic import Field

from domain.dunning import Silence
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

RealDay = Annotated[int, Field(ge=1, le=3_652_058)]
MaybeDay = Annotated[int, Field(ge=0, le=3_652_058)]
Page = Annotated[int, Field(ge=0, le=99)]


class OpenAlert(CallbackData, prefix="dunning.list"):
    """Whom the alert of the day names and nobody has spoken with yet."""


class OpenAlertCard(CallbackData, prefix="dunning.card"):
    """A client of the alert, with the way to the next one."""

    client: RowId


class NextDebtor(CallbackData, prefix="dunning.next"):
    """Whoever comes after this client in the alert."""

    client: RowId


class CallDebtor(CallbackData, prefix="dunning.call"):
    """The call card, beside the debt."""

    client: RowId


class WalkPromise(CallbackData, prefix="dunning.promise"):
    client: RowId


class WalkPaid(CallbackData, prefix="dunning.paid"):
    client: RowId


class WalkDispute(CallbackData, prefix="dunning.dispute"):
    client: RowId


class WalkLead(CallbackData, prefix="dunning.lead"):
    client: RowId


class OpenWords(CallbackData, prefix="dunning.words"):
    """What to say and to write at the step reached."""

    client: RowId
    page: Page = 0


class OpenClaim(CallbackData, prefix="dunning.claim"):
    """The draft of a written claim."""

    client: RowId


class OpenFolder(CallbackData, prefix="dunning.folder"):
    """What a lawyer has to know."""

    client: RowId


class AskSilence(CallbackData, prefix="dunning.hush"):
    """«Do not remind»: why?"""

    client: RowId


class SilenceWhy(CallbackData, prefix="dunning.why"):
    client: RowId
    why: Silence


class SilenceTill(CallbackData, prefix="dunning.till"):
    """The last day of silence; the reason waits in the conversation."""

    client: RowId
    day: RealDay


class EndSilence(CallbackData, prefix="dunning.remind"):
    client: RowId


class DisputeOwner(CallbackData, prefix="dunning.owner"):
    """Who settles the dispute of a document; `employee` is one of us."""

    document: RowId
    employee: RowId


class DisputeUntil(CallbackData, prefix="dunning.until"):
    """By which day; 0: ask."""

    document: RowId
    day: MaybeDay = 0


class DisputeLonger(CallbackData, prefix="dunning.longer"):
    """So many working days more."""

    document: RowId
    count: Annotated[int, Field(ge=1, le=30)]


class DisputeSettled(CallbackData, prefix="dunning.settled"):
    document: RowId


class TeamDebts(CallbackData, prefix="dunning.team"):
    """What has climbed to the lead."""


class TakeOver(CallbackData, prefix="dunning.take"):
    """The lead speaks with the client instead of the manager."""

    client: RowId
