"""Buttons of one of our people: name, role, zone, and back."""

from domain.actors import Role
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData


class RenameColleague(CallbackData, prefix="colleagues.name"):
    employee: RowId


class RoleOf(CallbackData, prefix="colleagues.role"):
    """Without a role: ask for it."""

    employee: RowId
    role: Role | None = None


class ZoneOf(CallbackData, prefix="colleagues.zone"):
    """Without a zone: ask for it."""

    employee: RowId
    zone: str = ""


class ReturnColleague(CallbackData, prefix="colleagues.back"):
    employee: RowId


class OpenFormer(CallbackData, prefix="colleagues.former"):
    pass
