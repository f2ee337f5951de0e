"""Buttons of goods that are not in stock: the manager's, and those of logistics."""

from typing import Annotated

from pydantic import Field

from screens.callbacks.data import CallbackData
from screens.callbacks.orders import Day, Id

Weeks = Annotated[int, Field(ge=1, le=52)]


class OpenShort(CallbackData, prefix="shortages.line"):
    """What lacks of this line of an order."""

    order: Id
    product: Id


class OpenLacks(CallbackData, prefix="shortages.lacks"):
    """Every line of an order that support lacks."""

    order: Id


class OpenShortage(CallbackData, prefix="shortages.open"):
    shortage: Id


class WaitFor(CallbackData, prefix="shortages.wait"):
    """Until the day that is known."""

    shortage: Id


class TakeAnalogue(CallbackData, prefix="shortages.take"):
    shortage: Id
    product: Id


class AskOther(CallbackData, prefix="shortages.else"):
    """Another product, by a part of its name."""

    shortage: Id


class AskTerm(CallbackData, prefix="shortages.term"):
    """The day that the manager found out."""

    shortage: Id


class SetTerm(CallbackData, prefix="shortages.until"):
    shortage: Id
    day: Day


class AskLogistics(CallbackData, prefix="shortages.ask"):
    shortage: Id


class DropShortage(CallbackData, prefix="shortages.drop"):
    """The client does without."""

    shortage: Id


class PutArrived(CallbackData, prefix="shortages.put"):
    """Goods that have come, into the client's draft."""

    shortage: Id


class OpenWanted(CallbackData, prefix="shortages.list"):
    """What is waited for."""


class OpenRequest(CallbackData, prefix="shortages.card"):
    request: Id


class AskArrival(CallbackData, prefix="shortages.when"):
    request: Id


class SetArrival(CallbackData, prefix="shortages.day"):
    request: Id
    day: Day


class AskAnalogue(CallbackData, prefix="shortages.other"):
    request: Id


class OfferAnalogue(CallbackData, prefix="shortages.offer"):
    request: Id
    product: Id


class NeverComes(CallbackData, prefix="shortages.never"):
    """Asked before it is done: whoever waits is told at once, and the demand is lost."""

    request: Id


class SurelyNever(CallbackData, prefix="shortages.nevermore"):
    request: Id


class GoodsArrived(CallbackData, prefix="shortages.came"):
    request: Id


class AskWhoWaits(CallbackData, prefix="shortages.query"):
    """A question to those whose clients wait."""

    request: Id


class ReplyToLogistics(CallbackData, prefix="shortages.reply"):
    query: Id


class OpenLost(CallbackData, prefix="shortages.lost"):
    """Lost demand of the last weeks."""

    weeks: Weeks = 1


class LostPicture(CallbackData, prefix="shortages.lost_picture"):
    """By week."""


class LostFile(CallbackData, prefix="shortages.file"):
    weeks: Weeks = 12
