"""Buttons of imports."""

from aiogram.filters.callback_data import CallbackData

from domain.imports import ColumnRole, ImportKind
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
    """`seen`: the newest file of debts when the preview was shown; a newer one makes it be counted anew."""

    load: RowId
    seen: int


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


class ShowLoad(CallbackData, prefix="imports.show"):
    """What is still asked of the file, or its preview, counted against the base as it now is."""

    load: RowId


class SendProblems(CallbackData, prefix="imports.list"):
    """All that was not understood, as a file."""

    load: RowId


class AskDoubts(CallbackData, prefix="imports.ask"):
    load: RowId


class SameAs(CallbackData, prefix="imports.same"):
    """The name of the file's row `doubt` is this client."""

    load: RowId
    doubt: int
    client: RowId


class NotOurs(CallbackData, prefix="imports.alien"):
    load: RowId
    doubt: int


class RestNotOurs(CallbackData, prefix="imports.rest"):
    """All that is still asked about is nobody of ours."""

    load: RowId


class AskLater(CallbackData, prefix="imports.later"):
    load: RowId
    doubt: int


class FindSame(CallbackData, prefix="imports.find"):
    load: RowId
    doubt: int


class OpenNames(CallbackData, prefix="imports.names"):
    """What was answered before; `start`: older than this one, 0 from the newest."""

    start: int


class ForgetName(CallbackData, prefix="imports.forget"):
    known: RowId


class MapColumns(CallbackData, prefix="imports.map"):
    """The columns are not what they were taken for."""

    load: RowId


class AskColumn(CallbackData, prefix="imports.recolumn"):
    """What was answered of this column is taken back."""

    load: RowId
    role: ColumnRole


class ChooseColumn(CallbackData, prefix="imports.column"):
    """`column` is counted from 0; -1: there is none."""

    load: RowId
    role: ColumnRole
    column: int
