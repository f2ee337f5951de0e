"""Buttons of absences: who, why, who stands in, and the place itself."""

from domain.absences import AbsenceKind
from screens.callbacks.calls import MaybeId, RealDay
from screens.callbacks.clients import RowId, Start
from screens.callbacks.data import CallbackData


class OpenAbsences(CallbackData, prefix="absences.all"):
    pass


class OpenAbsence(CallbackData, prefix="absences.open"):
    absence: RowId


class AskWhose(CallbackData, prefix="absences.whose"):
    page: Start = 0


class AskKind(CallbackData, prefix="absences.new"):
    """`employee` 0: the own absence."""

    employee: MaybeId = 0


class PickKind(CallbackData, prefix="absences.kind"):
    employee: MaybeId
    kind: AbsenceKind


class PickDays(CallbackData, prefix="absences.days"):
    """Days as ordinals: no typing for what is usual."""

    first: RealDay
    last: RealDay


class PickDeputy(CallbackData, prefix="absences.who"):
    """Of the absence being made; 0: nobody."""

    employee: MaybeId


class TakeAbsence(CallbackData, prefix="absences.take"):
    pass


class AgreeAbsence(CallbackData, prefix="absences.yes"):
    absence: RowId


class CancelAbsence(CallbackData, prefix="absences.no"):
    absence: RowId
    sure: bool = False


class AskDeputy(CallbackData, prefix="absences.other"):
    absence: RowId


class SetDeputy(CallbackData, prefix="absences.put"):
    """0: nobody."""

    absence: RowId
    employee: MaybeId


class OpenPlace(CallbackData, prefix="absences.place"):
    absence: RowId
