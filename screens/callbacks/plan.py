"""Buttons of the plan of the day. Days are ordinals of `date`."""

from typing import Annotated

from pydantic import Field

from domain.norms import OfferKind
from screens.callbacks.data import CallbackData

Day = Annotated[int, Field(ge=1, le=3_652_058)]
Count = Annotated[int, Field(ge=1, le=500)]
Seen = Annotated[int, Field(ge=0, le=1_000_000)]


class OpenPlan(CallbackData, prefix="plan.all"):
    pass


class AskOffers(CallbackData, prefix="plan.offers"):
    """How many offers were made by phone, or went out by e-mail."""

    kind: OfferKind = OfferKind.EMAIL


class AddOffers(CallbackData, prefix="plan.add"):
    """`seen` is the count that the screen showed: the same button twice adds once."""

    count: Count
    seen: Seen
    day: Day
    kind: OfferKind = OfferKind.EMAIL


class UndoOffers(CallbackData, prefix="plan.undo"):
    count: Count
    seen: Seen
    day: Day
    kind: OfferKind = OfferKind.EMAIL
