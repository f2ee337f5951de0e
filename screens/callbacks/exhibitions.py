"""Buttons of exhibitions and presentations."""

from typing import Annotated

from pydantic import Field

from domain.exhibitions import ExhibitionKind, GuestReply
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

People = Annotated[int, Field(ge=0, le=50)]


class OpenExhibitions(CallbackData, prefix="exhibitions.all"):
    """Those to come."""


class OpenExhibition(CallbackData, prefix="exhibitions.open"):
    """How it stands, and whom to invite next."""

    exhibition: RowId


class NewExhibition(CallbackData, prefix="exhibitions.new"):
    kind: ExhibitionKind


class ClientGuest(CallbackData, prefix="exhibitions.of"):
    """The nearest event, with this client."""

    client: RowId


class OpenGuest(CallbackData, prefix="exhibitions.guest"):
    exhibition: RowId
    client: RowId


class Invite(CallbackData, prefix="exhibitions.invite"):
    """This client was invited, from the list or from its own card."""

    exhibition: RowId
    client: RowId


class GuestSaid(CallbackData, prefix="exhibitions.said"):
    """`people`: how many come, 0 where nobody said."""

    exhibition: RowId
    client: RowId
    reply: GuestReply
    people: People = 0


class ListGuests(CallbackData, prefix="exhibitions.who"):
    """Everybody invited, with what they said."""

    exhibition: RowId
