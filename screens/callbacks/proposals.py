"""Buttons of proposals."""

from domain.errands import ProposalKind, ProposalStatus
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData


class OpenProposals(CallbackData, prefix="proposals.all"):
    pass


class OpenProposal(CallbackData, prefix="proposals.open"):
    proposal: RowId


class AskProposal(CallbackData, prefix="proposals.new"):
    """Ask what is proposed."""


class SetProposalKind(CallbackData, prefix="proposals.kind"):
    proposal: RowId
    kind: ProposalKind


class DecideProposal(CallbackData, prefix="proposals.decide"):
    """A refusal is asked for its words first."""

    proposal: RowId
    status: ProposalStatus


class ProposalsFile(CallbackData, prefix="proposals.file"):
    """All of them as a table."""
