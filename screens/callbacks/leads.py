"""Buttons of leads: the pipeline, a lead, its stage, the questions after a call."""

from typing import Annotated

from pydantic import Field

from domain.leads import Question, Stage
from domain.outcomes import RefusalReason
from screens.callbacks.calls import MaybeId
from screens.callbacks.clients import RowId, Start
from screens.callbacks.data import CallbackData

Choice = Annotated[int, Field(ge=0, lt=2**63)]


class OpenLeads(CallbackData, prefix="leads.board"):
    """The pipeline of a manager; 0 is the actor's own, or the team's for a lead."""

    employee: MaybeId = 0


class OpenStage(CallbackData, prefix="leads.stage"):
    """The leads that stand in a stage, a page."""

    stage: Stage
    employee: MaybeId = 0
    start: Start = 0


class OpenLead(CallbackData, prefix="leads.open"):
    client: RowId


class SetStage(CallbackData, prefix="leads.set"):
    client: RowId
    stage: Stage


class AskLost(CallbackData, prefix="leads.why"):
    """Why the lead is lost."""

    client: RowId


class Lose(CallbackData, prefix="leads.lose"):
    client: RowId
    reason: RefusalReason


class AskLead(CallbackData, prefix="leads.ask"):
    """The open questions: after a call, or from the lead's screen (`by_hand`), to which they lead back."""

    client: RowId
    by_hand: bool


class AnswerLead(CallbackData, prefix="leads.answer"):
    """`choice`: a product of the group meant, the lower bound of a volume, 0 for nobody, or the place of who decides."""

    client: RowId
    question: Question
    choice: Choice


class PassQuestion(CallbackData, prefix="leads.pass"):
    """Not known: the next question."""

    client: RowId
    question: Question


class EndQuestions(CallbackData, prefix="leads.enough"):
    """No more questions."""

    client: RowId
