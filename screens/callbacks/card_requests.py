"""Buttons of cards asked of accounting."""

from typing import Annotated

from pydantic import Field

from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

MaybeId = Annotated[int, Field(ge=0, lt=2**63)]


class AskCard(CallbackData, prefix="card_requests.ask"):
    """Goods that the catalogue has not: of the draft's question `doubt`, or to be typed. 0: there is none."""

    order: MaybeId = 0
    doubt: MaybeId = 0


class AskClientCard(CallbackData, prefix="card_requests.client"):
    """What is known of the client, to be sent to accounting."""

    client: RowId


class SendClientCard(CallbackData, prefix="card_requests.send"):
    client: RowId


class OpenCards(CallbackData, prefix="card_requests.list"):
    """What waits for accounting, or what the actor has asked."""


class OpenCard(CallbackData, prefix="card_requests.open"):
    card: RowId


class GiveCode(CallbackData, prefix="card_requests.code"):
    card: RowId


class RefuseCard(CallbackData, prefix="card_requests.no"):
    card: RowId


class AskAboutCard(CallbackData, prefix="card_requests.what"):
    card: RowId


class ReplyAboutCard(CallbackData, prefix="card_requests.reply"):
    card: RowId


class WithdrawCard(CallbackData, prefix="card_requests.back"):
    card: RowId
