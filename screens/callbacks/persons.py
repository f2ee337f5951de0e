"""Buttons of the people at our clients."""

from typing import Annotated

from pydantic import Field

from domain.first_names import Gender
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

RoleCode = Annotated[str, Field(pattern=r"^(buyer|director|accountant)$")]


class OpenPeople(CallbackData, prefix="persons.all"):
    """Everybody of a client."""

    client: RowId


class OpenPerson(CallbackData, prefix="persons.open"):
    person: RowId


class AddPerson(CallbackData, prefix="persons.new"):
    client: RowId


class AskRole(CallbackData, prefix="persons.roles"):
    person: RowId


class SetRole(CallbackData, prefix="persons.role"):
    person: RowId
    role: RoleCode


class AskPhone(CallbackData, prefix="persons.phone"):
    person: RowId


class AskName(CallbackData, prefix="persons.name"):
    person: RowId


class SetFamiliar(CallbackData, prefix="persons.you"):
    """«ты» or «Вы»."""

    person: RowId
    familiar: bool


class SetGender(CallbackData, prefix="persons.gender"):
    person: RowId
    gender: Gender


class MarkNumber(CallbackData, prefix="persons.bad"):
    person: RowId
    bad: bool


class RemovePerson(CallbackData, prefix="persons.del"):
    person: RowId
    sure: bool = False


class GiveContact(CallbackData, prefix="persons.give"):
    """The contact that waits in the conversation belongs to this client."""

    client: RowId


class GiveToNew(CallbackData, prefix="persons.fresh"):
    """It belongs to a client who is not in the base yet."""
