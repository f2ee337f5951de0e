"""Buttons of the terms of a draft, and of what is attached to an order."""

from typing import Annotated

from pydantic import Field

from screens.callbacks.data import CallbackData
from screens.callbacks.orders import Id

Minute = Annotated[int, Field(ge=0, le=1440)]
Seller = Annotated[int, Field(ge=0, le=100)]


class OpenTerms(CallbackData, prefix="order_terms.open"):
    order: Id


class AskWindow(CallbackData, prefix="order_terms.hours"):
    order: Id


class SetWindow(CallbackData, prefix="order_terms.window"):
    """Minutes of the day; 0 for an open side."""

    order: Id
    since: Minute = 0
    until: Minute = 0


class AskAddress(CallbackData, prefix="order_terms.where"):
    order: Id


class SetAddress(CallbackData, prefix="order_terms.address"):
    """Where the client's order `like` went; 0 is the client's own address."""

    order: Id
    like: Id = 0


class AskBuyer(CallbackData, prefix="order_terms.who"):
    order: Id


class SetBuyer(CallbackData, prefix="order_terms.buyer"):
    """0 is the legal entity of the client's own row."""

    order: Id
    entity: Id = 0


class AskSeller(CallbackData, prefix="order_terms.ours"):
    order: Id


class SetSeller(CallbackData, prefix="order_terms.seller"):
    order: Id
    place: Seller


class AskContract(CallbackData, prefix="order_terms.papers"):
    order: Id


class SetContract(CallbackData, prefix="order_terms.contract"):
    """0: by none."""

    order: Id
    contract: Id = 0


class OpenPapers(CallbackData, prefix="order_terms.attached"):
    order: Id


class SendPaper(CallbackData, prefix="order_terms.paper"):
    """Once more, as Telegram keeps it."""

    paper: Id


class DropPaper(CallbackData, prefix="order_terms.drop"):
    paper: Id


class LoadPaper(CallbackData, prefix="order_terms.load"):
    """It was a file to be loaded, not one for sales support."""

    paper: Id
