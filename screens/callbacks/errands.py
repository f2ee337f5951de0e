"""Buttons of errands and requests to departments."""

from enum import StrEnum

from domain.errands import Pool
from screens.callbacks.calls import MaybeId, RealDay
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData


class ErrandTopic(StrEnum):
    """What `GiveErrand.ref` is: of ABOUT and DEBT a client, of WHO a person, of NOBODY nothing."""

    NOBODY = "nobody"
    ABOUT = "about"
    DEBT = "debt"
    WHO = "who"


class OpenErrands(CallbackData, prefix="errands.all"):
    """What is to be done and what was given, by term."""


class OpenErrand(CallbackData, prefix="errands.open"):
    """One errand or request; its doer has seen it from then on."""

    errand: RowId


class GiveErrand(CallbackData, prefix="errands.give"):
    """Begin an errand: from a client's card, a debt, a line of a digest, the team."""

    kind: ErrandTopic = ErrandTopic.NOBODY
    ref: MaybeId = 0


class ToggleDoer(CallbackData, prefix="errands.who"):
    """One more of those to whom the errand goes, or one less."""

    employee: RowId


class AllDoers(CallbackData, prefix="errands.every"):
    """To all managers."""


class DoersChosen(CallbackData, prefix="errands.chosen"):
    """On to the words."""


class SetTerm(CallbackData, prefix="errands.term"):
    """The day by which the new errand is to be done: with it the errand is given."""

    day: RealDay


class AskRequest(CallbackData, prefix="errands.ask"):
    """Ask which department."""


class PickPool(CallbackData, prefix="errands.pool"):
    """Ask this department for something."""

    pool: Pool


class TakeRequest(CallbackData, prefix="errands.take"):
    errand: RowId


class DeclineRequest(CallbackData, prefix="errands.no"):
    """Ask why the department will not do it."""

    errand: RowId


class FreeRequest(CallbackData, prefix="errands.free"):
    """Back to the department: another of it may take it."""

    errand: RowId


class AskAgain(CallbackData, prefix="errands.again"):
    """Ask for the words with which a declined request goes to the same department once more."""

    errand: RowId


class AskElsewhere(CallbackData, prefix="errands.where"):
    """Ask to which other department a declined request goes."""

    errand: RowId


class SendElsewhere(CallbackData, prefix="errands.else"):
    pool: Pool
    errand: RowId


class FinishErrand(CallbackData, prefix="errands.done"):
    """Ask for the answer with which it is done; `silent`: without words."""

    errand: RowId
    silent: bool = False


class QuestionErrand(CallbackData, prefix="errands.question"):
    errand: RowId


class ReplyErrand(CallbackData, prefix="errands.reply"):
    errand: RowId


class AskMoveErrand(CallbackData, prefix="errands.when"):
    """Ask for another term."""

    errand: RowId


class MoveErrand(CallbackData, prefix="errands.move"):
    errand: RowId
    day: RealDay


class AgreeMove(CallbackData, prefix="errands.agree"):
    """To the term that its doer asked for, or to keep the old one."""

    errand: RowId
    yes: bool = True


class AcceptErrand(CallbackData, prefix="errands.accept"):
    errand: RowId


class ReturnErrand(CallbackData, prefix="errands.return"):
    """Ask what is missing."""

    errand: RowId


class WithdrawErrand(CallbackData, prefix="errands.drop"):
    errand: RowId


class AskOtherDoer(CallbackData, prefix="errands.other"):
    errand: RowId


class PassErrand(CallbackData, prefix="errands.pass"):
    errand: RowId
    employee: RowId


class ErrandFile(CallbackData, prefix="errands.file"):
    """The voice message or the photo that came with it, once more."""

    errand: RowId
