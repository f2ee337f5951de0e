"""Buttons of offers."""

from domain.leads import OfferChannel
from domain.outcomes import RefusalReason
from screens.callbacks.calls import Day
from screens.callbacks.clients import RowId, Start
from screens.callbacks.data import CallbackData


class OpenOffers(CallbackData, prefix="offers.list"):
    """Those that wait for an answer, a page; first those to be asked about."""

    start: Start = 0


class OpenOffer(CallbackData, prefix="offers.open"):
    offer: RowId


class NewOffer(CallbackData, prefix="offers.new"):
    """Ask how an offer was made to a client."""

    client: RowId


class MakeOffer(CallbackData, prefix="offers.made"):
    client: RowId
    channel: OfferChannel


class AcceptOffer(CallbackData, prefix="offers.yes"):
    offer: RowId


class ThinkOffer(CallbackData, prefix="offers.think"):
    """They think; asked when to ask again while `day` is 0."""

    offer: RowId
    day: Day = 0


class AskDecline(CallbackData, prefix="offers.why"):
    offer: RowId


class DeclineOffer(CallbackData, prefix="offers.no"):
    offer: RowId
    reason: RefusalReason


class CloseOffer(CallbackData, prefix="offers.close"):
    """No reply: nothing is waited for any more."""

    offer: RowId
