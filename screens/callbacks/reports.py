"""Buttons of monthly reports, their form and achievements."""

from typing import Annotated

from pydantic import Field

from domain.reports import Section, Span
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

Month = Annotated[int, Field(ge=0, le=999912)]
Ordinal = Annotated[int, Field(ge=1, le=3_652_059)]


class OpenReports(CallbackData, prefix="reports.all"):
    """The own report or the team's of a month: 202610; 0 is the month before this."""

    month: Month = 0


class OpenReport(CallbackData, prefix="reports.one"):
    report: RowId


class PastReports(CallbackData, prefix="reports.past"):
    employee: RowId


class ChooseSection(CallbackData, prefix="reports.words"):
    report: RowId


class TellSection(CallbackData, prefix="reports.tell"):
    report: RowId
    section: Section


class HandIn(CallbackData, prefix="reports.hand"):
    report: RowId


class TakeBack(CallbackData, prefix="reports.back"):
    report: RowId


class AcceptReport(CallbackData, prefix="reports.yes"):
    report: RowId


class ReturnReport(CallbackData, prefix="reports.no"):
    """Ask what is to be put right."""

    report: RowId


class ReportFile(CallbackData, prefix="reports.file"):
    report: RowId


class TeamFile(CallbackData, prefix="reports.team"):
    month: Month


class RemindLate(CallbackData, prefix="reports.remind"):
    month: Month


class OpenTemplate(CallbackData, prefix="reports.form"):
    """The form that is filled in."""


class SendTemplate(CallbackData, prefix="reports.sample"):
    """The form as a file, to be changed and sent back; `standard`: ours, whatever is in its place."""

    standard: bool


class SendFields(CallbackData, prefix="reports.fields"):
    """The list of marks as a file."""


class ResetTemplate(CallbackData, prefix="reports.reset"):
    sure: bool = False


class OpenAchievements(CallbackData, prefix="reports.deeds"):
    employee: RowId
    span: Span


class AskSpan(CallbackData, prefix="reports.span"):
    """Ask for days of one's own."""

    employee: RowId


class AchievementsFile(CallbackData, prefix="reports.sheet"):
    """Days as ordinals."""

    employee: RowId
    since: Ordinal
    until: Ordinal


class AchievementsPicture(CallbackData, prefix="reports.chart"):
    """Days as ordinals."""

    employee: RowId
    since: Ordinal
    until: Ordinal
