"""Buttons of what the lead is asked about an order. `approval` 0 is what is asked now."""

from typing import Annotated

from pydantic import Field

from domain.approvals import Question
from screens.callbacks.data import CallbackData
from screens.callbacks.orders import Id

Tenths = Annotated[int, Field(ge=0, le=1000)]


class Answer(CallbackData, prefix="approvals.yes"):
    """`prepaid`: shipped when it has been paid for."""

    order: Id
    approval: Id
    question: Question
    prepaid: bool = False


class Refuse(CallbackData, prefix="approvals.no"):
    order: Id
    approval: Id


class Offer(CallbackData, prefix="approvals.offer"):
    """Another discount, in tenths of a percent."""

    order: Id
    approval: Id
    tenths: Tenths


class AskOffer(CallbackData, prefix="approvals.ask"):
    """The discount or the prices are typed."""

    order: Id
    approval: Id


class TakeOffer(CallbackData, prefix="approvals.take"):
    order: Id
    approval: Id


class DropOffer(CallbackData, prefix="approvals.drop"):
    order: Id
    approval: Id


class SendWithin(CallbackData, prefix="approvals.within"):
    """The draft with the manager's own limit, handed over."""

    order: Id
