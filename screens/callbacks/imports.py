"""Buttons of imports."""

from aiogram.filters.callback_data import CallbackData

from domain.imports import ImportKind
from screens.callbacks.clients import RowId


class OpenImports(CallbackData, prefix="imports.all"):
    pass


class SendSample(CallbackData, prefix="imports.sample"):
    kind: ImportKind


class ChooseKind(CallbackData, prefix="imports.kind"):
    """The file may be two things: it is this one."""

    load: RowId
    kind: ImportKind


class AssignTo(CallbackData, prefix="imports.to"):
    """New clients without a manager in the file go to this colleague."""

    load: RowId
    employee: RowId


class Apply(CallbackData, prefix="imports.go"):
    load: RowId


class Discard(CallbackData, prefix="imports.no"):
    load: RowId


class Undo(CallbackData, prefix="imports.undo"):
    load: RowId


class FindWhose(CallbackData, prefix="imports.whose"):
    """The one contact of the file waits for its client: choose among all."""

    load: RowId


class GiveTo(CallbackData, prefix="imports.give"):
    """The one contact of the file belongs to this client."""

    load: RowId
    client: RowId
