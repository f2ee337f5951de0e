"""Buttons of the journal and of what was unusual. Days are ordinals of `date`."""

from typing import Annotated

from pydantic import Field

from domain.secrecy import JournalKind
from screens.callbacks.clients import RowId, Start
from screens.callbacks.data import CallbackData
from screens.callbacks.digest import Day

Whose = Annotated[int, Field(ge=0, lt=2**63)]
TODAY = 1  # a day that stands for today, whenever it is tapped


class OpenJournal(CallbackData, prefix="secrecy.journal"):
    """A page of a day; day 1: today; whose 0: of everybody."""

    kind: JournalKind
    day: Day
    whose: Whose = 0
    start: Start = 0


class ChooseWhose(CallbackData, prefix="secrecy.who"):
    kind: JournalKind
    day: Day


class TakeJournal(CallbackData, prefix="secrecy.file"):
    kind: JournalKind
    day: Day
    whose: Whose = 0


class OpenViewers(CallbackData, prefix="secrecy.viewers"):
    """Who opened this client's card."""

    client: RowId


class OpenAlarm(CallbackData, prefix="secrecy.alarm"):
    alarm: RowId


class AskWhy(CallbackData, prefix="secrecy.ask"):
    alarm: RowId


class AnswerWhy(CallbackData, prefix="secrecy.answer"):
    alarm: RowId


class CloseExports(CallbackData, prefix="secrecy.close"):
    alarm: RowId


class LetBe(CallbackData, prefix="secrecy.fine"):
    alarm: RowId


class OpenExports(CallbackData, prefix="secrecy.open"):
    """Of a colleague, again."""

    employee: RowId
