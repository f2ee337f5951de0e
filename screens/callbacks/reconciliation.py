"""Buttons of the reconciliation. `month` as 202610 for October 2026; 0 is the month before this one."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.reconciliation import Answer, ReconciliationState
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

MonthCode = Annotated[int, Field(ge=0, le=999_912)]
Start = Annotated[int, Field(ge=0, le=100_000)]


class ActKind(StrEnum):
    PDF = "pdf"
    XLSX = "xlsx"


class OpenBoard(CallbackData, prefix="reconciliation.all"):
    month: MonthCode = 0


class BoardOf(CallbackData, prefix="reconciliation.of"):
    """A page of one manager's board: all of it, or what is in one state."""

    manager: RowId
    month: MonthCode
    state: ReconciliationState | None = None
    start: Start = 0


class OpenReconciliation(CallbackData, prefix="reconciliation.open"):
    """One client's month."""

    client: RowId
    month: MonthCode = 0


class SendAct(CallbackData, prefix="reconciliation.file"):
    client: RowId
    month: MonthCode
    kind: ActKind


class MarkSent(CallbackData, prefix="reconciliation.sent"):
    client: RowId
    month: MonthCode


class MarkSigned(CallbackData, prefix="reconciliation.signed"):
    client: RowId
    month: MonthCode


class Reopen(CallbackData, prefix="reconciliation.back"):
    """Signed or not needed was a mistake."""

    client: RowId
    month: MonthCode


class AskDifference(CallbackData, prefix="reconciliation.differs"):
    client: RowId
    month: MonthCode


class AskUnneeded(CallbackData, prefix="reconciliation.why"):
    client: RowId
    month: MonthCode


class ShowScan(CallbackData, prefix="reconciliation.scan"):
    client: RowId
    month: MonthCode


class AnswerDifference(CallbackData, prefix="reconciliation.answer"):
    reconciliation: RowId
    answer: Answer
