"""Buttons of promotions. Days are ordinals of `date`; a group of goods is named by one of its products."""

from typing import Annotated

from pydantic import Field

from domain.promotions import Audience, PromotionReply
from domain.reasons import ClientClass
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

Day = Annotated[int, Field(ge=1, le=3_652_058)]


class OpenPromotions(CallbackData, prefix="promotions.all"):
    """Those that are on and to come."""


class OpenPromotion(CallbackData, prefix="promotions.open"):
    promotion: RowId


class NewPromotion(CallbackData, prefix="promotions.new"):
    """Ask for the name of a new one."""


class LastDay(CallbackData, prefix="promotions.until"):
    """The promotion being made runs from today until this day."""

    day: Day


class ToggleClass(CallbackData, prefix="promotions.class"):
    """A class of clients more or less in the promotion being made."""

    client_class: ClientClass


class SetAudience(CallbackData, prefix="promotions.whom"):
    audience: Audience


class AskGroup(CallbackData, prefix="promotions.groups"):
    """Which goods the promotion being made is about."""


class PickGroup(CallbackData, prefix="promotions.group"):
    product: RowId


class Launch(CallbackData, prefix="promotions.launch"):
    """The promotion being made is on."""


class StopPromotion(CallbackData, prefix="promotions.stop"):
    promotion: RowId


class WhomToTell(CallbackData, prefix="promotions.next"):
    """Clients that have not been told yet."""

    promotion: RowId


class Replied(CallbackData, prefix="promotions.said"):
    """What the client said, from the call card."""

    promotion: RowId
    client: RowId
    reply: PromotionReply
