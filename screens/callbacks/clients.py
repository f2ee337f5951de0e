"""Buttons of clients."""

from typing import Annotated

from pydantic import Field

from domain.clients import ClientField, ClientKind
from domain.reasons import ClientClass
from screens.callbacks.data import CallbackData

RowId = Annotated[int, Field(ge=1, lt=2**63)]
Start = Annotated[int, Field(ge=0, lt=10**6)]


class OpenClients(CallbackData, prefix="clients.list"):
    """A page of the actor's clients."""

    start: Start = 0


class OpenClient(CallbackData, prefix="clients.open"):
    """The card of a client."""

    client: RowId


class OpenHistory(CallbackData, prefix="clients.log"):
    """A page of the client's timeline, newest first."""

    client: RowId
    start: Start = 0


class NewClient(CallbackData, prefix="clients.new"):
    """Ask for the name of a new client."""


class NewTyped(CallbackData, prefix="clients.typed"):
    """A new client by the name that was searched for: it waits in the conversation."""


class SaveNew(CallbackData, prefix="clients.save"):
    """The named client is saved."""

    kind: ClientKind


class AskNote(CallbackData, prefix="clients.note"):
    client: RowId


class EditClient(CallbackData, prefix="clients.edit"):
    client: RowId


class AskField(CallbackData, prefix="clients.ask"):
    client: RowId
    field: ClientField


class SetClass(CallbackData, prefix="clients.class"):
    client: RowId
    client_class: ClientClass


class MakeClient(CallbackData, prefix="clients.real"):
    """A lead becomes a client."""

    client: RowId


class SetExcluded(CallbackData, prefix="clients.quiet"):
    """Off the call lists, or back on them."""

    client: RowId
    excluded: bool


class DeleteClient(CallbackData, prefix="clients.del"):
    client: RowId
    sure: bool = False
