"""Buttons of presents."""

from domain.gifts import GiftStep
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData
from screens.callbacks.occasions import MaybeId, OccasionCode


class OpenGifts(CallbackData, prefix="gifts.all"):
    """The ledger."""


class AskGift(CallbackData, prefix="gifts.ask"):
    """What and for how much is typed."""

    client: RowId
    person: MaybeId
    code: OccasionCode


class OpenGift(CallbackData, prefix="gifts.open"):
    gift: RowId


class MoveGift(CallbackData, prefix="gifts.move"):
    gift: RowId
    step: GiftStep
