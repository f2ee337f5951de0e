"""Buttons of debts and promises. Sums are kopecks, days are ordinals of `date`, 0 is «not chosen»."""

from typing import Annotated

from pydantic import Field

from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

Day = Annotated[int, Field(ge=0, le=3_652_058)]
Sum = Annotated[int, Field(ge=-1, le=10**15)]
Start = Annotated[int, Field(ge=0, le=100_000)]
ALL_DOCUMENTS = 0
NOT_CHOSEN = -1
OTHER_SUM = -1


class OpenDebts(CallbackData, prefix="debts.all"):
    pass


class DebtsOf(CallbackData, prefix="debts.of"):
    """A page of one manager's debts."""

    manager: RowId
    start: Start = 0


class DebtsPicture(CallbackData, prefix="debts.picture"):
    """Of one manager; 0: whatever the tapping one sees."""

    manager: Annotated[int, Field(ge=0, lt=2**63)] = 0


class DebtsTable(CallbackData, prefix="debts.table"):
    """As a file; `manager` as in the picture."""

    manager: Annotated[int, Field(ge=0, lt=2**63)] = 0


class OpenDebt(CallbackData, prefix="debts.open"):
    """What one client owes, by document."""

    client: RowId


class AskPromise(CallbackData, prefix="debts.promise"):
    """Take a promise to pay of this client."""

    client: RowId


class PromiseSum(CallbackData, prefix="debts.sum"):
    """`amount` 0: all that is overdue; OTHER_SUM: to be typed."""

    client: RowId
    amount: Sum


class PromiseDay(CallbackData, prefix="debts.day"):
    client: RowId
    amount: Annotated[int, Field(ge=0, le=10**15)]
    day: Annotated[int, Field(ge=1, le=3_652_058)]


class MovePromise(CallbackData, prefix="debts.move"):
    promise: RowId
    day: Day = 0


class CancelPromise(CallbackData, prefix="debts.drop"):
    promise: RowId


class ToldPaid(CallbackData, prefix="debts.paid"):
    """«Says it has been paid»: silence until the next file."""

    client: RowId


class Dispute(CallbackData, prefix="debts.dispute"):
    """Of one document, of all of them (ALL_DOCUMENTS), or NOT_CHOSEN yet."""

    client: RowId
    document: Annotated[int, Field(ge=NOT_CHOSEN, lt=2**63)] = NOT_CHOSEN


class DisputeMore(CallbackData, prefix="debts.disputes"):
    """Which document is disputed? Those from `start` on."""

    client: RowId
    start: Start = 0


class EndDispute(CallbackData, prefix="debts.agreed"):
    client: RowId


class ToLead(CallbackData, prefix="debts.lead"):
    client: RowId
