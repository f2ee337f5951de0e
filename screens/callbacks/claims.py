"""Buttons of claims, of what is to prevent them, and of their analysis."""

from typing import Annotated

from pydantic import Field

from domain.claims import Cut, Decision, Service
from domain.outcomes import ClaimKind
from screens.callbacks.data import CallbackData
from screens.callbacks.orders import Id

Thousandths = Annotated[int, Field(ge=-(10**9), le=10**9)]
Ordinal = Annotated[int, Field(ge=1, le=3_652_059)]
Back = Annotated[int, Field(ge=0, le=60)]


class OpenClaims(CallbackData, prefix="claims.list"):
    """One's own, or of the team, or those that one settles."""


class ClientClaims(CallbackData, prefix="claims.client"):
    client: Id


class AskNewClaim(CallbackData, prefix="claims.ask"):
    """What went wrong, with a client or (`order` > 0) with an order of it."""

    client: Id
    order: Id = 0


class NewClaim(CallbackData, prefix="claims.new"):
    client: Id
    order: Id
    kind: ClaimKind


class OpenClaimCard(CallbackData, prefix="claims.open"):
    claim: Id


class MoreOfClaim(CallbackData, prefix="claims.more"):
    claim: Id


class AskKind(CallbackData, prefix="claims.kinds"):
    claim: Id


class SetClaimKind(CallbackData, prefix="claims.kind"):
    claim: Id
    kind: ClaimKind


class AskFault(CallbackData, prefix="claims.faults"):
    claim: Id


class SetFault(CallbackData, prefix="claims.fault"):
    claim: Id
    service: Service


class ClearFault(CallbackData, prefix="claims.nofault"):
    claim: Id


class AskClaimOrder(CallbackData, prefix="claims.orders"):
    claim: Id


class SetClaimOrder(CallbackData, prefix="claims.order"):
    claim: Id
    order: Id


class AskGoods(CallbackData, prefix="claims.goods"):
    """What it is about; `extra`: what came on top of it."""

    claim: Id
    extra: bool = False


class PickGoods(CallbackData, prefix="claims.pick"):
    claim: Id
    product: Id
    extra: bool = False


class PutGoods(CallbackData, prefix="claims.put"):
    """So many thousandths of a unit are wrong; below zero they came on top; 0: nobody has counted."""

    claim: Id
    product: Id
    amount: Thousandths


class DropGoods(CallbackData, prefix="claims.drop"):
    claim: Id
    row: Annotated[int, Field(ge=1, lt=2**63)]


class AskClaimSum(CallbackData, prefix="claims.sum"):
    claim: Id


class AskClaimText(CallbackData, prefix="claims.words"):
    claim: Id


class AskDue(CallbackData, prefix="claims.term"):
    claim: Id


class SetDue(CallbackData, prefix="claims.due"):
    claim: Id
    day: Ordinal


class ClaimPhotos(CallbackData, prefix="claims.photos"):
    claim: Id


class ClaimAct(CallbackData, prefix="claims.act"):
    """The act of differences as PDF."""

    claim: Id


class ClaimActTable(CallbackData, prefix="claims.table"):
    """The same as xlsx."""

    claim: Id


class TakeClaim(CallbackData, prefix="claims.take"):
    """I settle it."""

    claim: Id


class AskClaimOwner(CallbackData, prefix="claims.owners"):
    claim: Id


class GiveClaim(CallbackData, prefix="claims.give"):
    claim: Id
    employee: Id


class AskDecision(CallbackData, prefix="claims.decide"):
    claim: Id


class SetDecision(CallbackData, prefix="claims.decided"):
    claim: Id
    decision: Decision


class SetPartly(CallbackData, prefix="claims.partly"):
    claim: Id
    partly: bool


class AskAnswer(CallbackData, prefix="claims.answer"):
    """Words of the decision, for the client."""

    claim: Id


class ToldClient(CallbackData, prefix="claims.told"):
    claim: Id


class SaidInCall(CallbackData, prefix="claims.said"):
    claim: Id


class ReopenClaim(CallbackData, prefix="claims.reopen"):
    claim: Id


class FinishClaim(CallbackData, prefix="claims.close"):
    claim: Id


class OpenPrevention(CallbackData, prefix="claims.prevent"):
    prevention: Id


class AskPreventionOwner(CallbackData, prefix="claims.who"):
    prevention: Id


class GivePrevention(CallbackData, prefix="claims.whom"):
    prevention: Id
    employee: Id


class AnswerPrevention(CallbackData, prefix="claims.done"):
    prevention: Id


class OpenClaimAnalysis(CallbackData, prefix="claims.months"):
    """`back` months before this one."""

    cut: Cut = Cut.KIND
    back: Back = 0


class ClaimAnalysisFile(CallbackData, prefix="claims.file"):
    back: Back = 0


class ClaimAnalysisPicture(CallbackData, prefix="claims.chart"):
    cut: Cut
    back: Back = 0
