"""Buttons of contracts. Days are ordinals of `date`."""

from typing import Annotated

from pydantic import Field

from domain.contracts import ContractStage, Holder, TermField
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

Day = Annotated[int, Field(ge=0, le=3_652_058)]
Figure = Annotated[int, Field(ge=-1, le=10**14)]
OPEN_ENDED = 0
NO_LIMIT = -1


class OpenContracts(CallbackData, prefix="contracts.all"):
    """The register: what ends soon, then what is in work."""


class OfClient(CallbackData, prefix="contracts.of"):
    """The contract of a client, or the question for a new one."""

    client: RowId


class OpenContract(CallbackData, prefix="contracts.open"):
    contract: RowId


class NewContract(CallbackData, prefix="contracts.new"):
    """Ask for the terms of a new one."""

    client: RowId


class WithoutTerms(CallbackData, prefix="contracts.steps"):
    """A contract of which nothing is known yet: everything is asked for on its card."""

    client: RowId


class AskTerm(CallbackData, prefix="contracts.ask"):
    contract: RowId
    field: TermField


class SetTerm(CallbackData, prefix="contracts.set"):
    """`value`: an ordinal of a day (0: open-ended), days, kopecks, or the place of a price column."""

    contract: RowId
    field: TermField
    value: Figure


class MoveStage(CallbackData, prefix="contracts.stage"):
    contract: RowId
    stage: ContractStage


class HeldByUs(CallbackData, prefix="contracts.ours"):
    contract: RowId
    holder: Holder


class HeldByPerson(CallbackData, prefix="contracts.theirs"):
    """Somebody of the client's has it."""

    contract: RowId
    person: RowId


class Approve(CallbackData, prefix="contracts.terms"):
    """The terms of a contract in force stand for the client, or do not."""

    contract: RowId
    yes: bool


class AskRenewal(CallbackData, prefix="contracts.prolong"):
    contract: RowId


class Renew(CallbackData, prefix="contracts.until"):
    """An additional agreement until this day."""

    contract: RowId
    day: Day


class PrepareNext(CallbackData, prefix="contracts.next"):
    """A new contract in place of this one."""

    contract: RowId


class EndWithIt(CallbackData, prefix="contracts.end"):
    """It is not gone on from; or, not `sure`, it is after all."""

    contract: RowId
    sure: bool
