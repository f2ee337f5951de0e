"""/report: the monthly report, its words, handing it in, the lead's yes or no; the company's form; achievements."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.errands import ErrandSpokenError
from domain.reports import Section
from handlers.decision_cards import Walked, is_walking, then_next
from handlers.filters import Feature, Typed, Unheard
from handlers.turn import Turn
from screens import achievements as deeds_screens
from screens import report_forms as forms
from screens import reports as screens
from screens.callbacks import reports as taps
from screens.report_views import Achievements, TeamReports
from screens.screen import FileRef
from usecases import achievements, report_templates, reports
from usecases.reports import Moved


class ReportDialogue(StatesGroup):
    words = State()
    remark = State()
    span = State()


class OfReport(Walked):
    report: int


class OfSection(BaseModel):
    report: int
    section: Section


class OfPerson(BaseModel):
    employee: int


async def on_report_command(_: Message, turn: Turn) -> None:
    await show_home(turn, 0)


async def on_reports(_: CallbackQuery, callback_data: taps.OpenReports, turn: Turn) -> None:
    await show_home(turn, callback_data.month)


async def show_home(turn: Turn, month: int) -> None:
    turn.conversation.leave()
    found = await reports.open_home(turn.actor, turn.work, month)
    make = screens.team if isinstance(found, TeamReports) else screens.report
    turn.show(make(turn.words, found))  # type: ignore[arg-type]


async def on_report(_: CallbackQuery, callback_data: taps.OpenReport, turn: Turn) -> None:
    turn.conversation.leave()
    view = await reports.open_report(turn.actor, turn.work, callback_data.report)
    turn.show(screens.report(turn.words, view))


async def on_past(_: CallbackQuery, callback_data: taps.PastReports, turn: Turn) -> None:
    found = await reports.list_past(turn.actor, turn.work, callback_data.employee)
    turn.show(screens.past(turn.words, found))


# --- words, and handing in ----------------------------------------------------------------------------------------


async def on_words(_: CallbackQuery, callback_data: taps.ChooseSection, turn: Turn) -> None:
    turn.conversation.leave()
    view = await reports.check_may_write(turn.actor, turn.work, callback_data.report)
    turn.show(screens.choose_section(turn.words, view))


async def on_section(_: CallbackQuery, callback_data: taps.TellSection, turn: Turn) -> None:
    section = callback_data.section
    view = await reports.check_may_write(turn.actor, turn.work, callback_data.report)
    turn.conversation.enter(ReportDialogue.words, OfSection(report=view.id, section=section))
    turn.show(screens.ask_words(turn.words, view, section))


async def on_said(message: Message, turn: Turn) -> None:
    asked = turn.conversation.data(OfSection)
    view = await reports.say(turn.actor, turn.work, asked.report, asked.section, message.text or "")
    turn.conversation.leave()
    turn.show(screens.report(turn.words, view))


async def on_hand_in(_: CallbackQuery, callback_data: taps.HandIn, turn: Turn) -> None:
    done = await reports.hand_in(turn.actor, turn.work, callback_data.report)
    turn.show(screens.report(turn.words, done.view))
    for_heads = reports.as_head(done.view)
    turn.tell(done.hearers, lambda words: screens.handed(words, for_heads), anchor=_anchor(done))


async def on_take_back(_: CallbackQuery, callback_data: taps.TakeBack, turn: Turn) -> None:
    done = await reports.take_back(turn.actor, turn.work, callback_data.report)
    turn.show(screens.report(turn.words, done.view))
    turn.retell(done.hearers, lambda words: screens.taken_back(words, done.view), anchor=_anchor(done))


async def on_spoken(_: Message) -> None:
    raise ErrandSpokenError


def _anchor(done: Moved) -> str:
    return f"report:{done.view.id}"


@then_next
async def on_accept(_: CallbackQuery, callback_data: taps.AcceptReport, turn: Turn) -> None:
    done = await reports.accept(turn.actor, turn.work, callback_data.report)
    turn.show(screens.report(turn.words, done.view))
    _tell_author(turn, done)


async def on_return(_: CallbackQuery, callback_data: taps.ReturnReport, turn: Turn) -> None:
    view = await reports.check_may_decide(turn.actor, turn.work, callback_data.report)
    turn.conversation.enter(ReportDialogue.remark, OfReport(report=view.id, walk=is_walking(turn)))
    turn.show(screens.ask_remark(turn.words, view))


@then_next
async def on_remark(message: Message, turn: Turn) -> None:
    report_id = turn.conversation.data(OfReport).report
    done = await reports.send_back(turn.actor, turn.work, report_id, message.text or "")
    turn.conversation.leave()
    turn.show(screens.report(turn.words, done.view))
    _tell_author(turn, done)


def _tell_author(turn: Turn, done: Moved) -> None:
    for_author = reports.as_author(done.view)
    turn.tell(done.hearers, lambda words: screens.decided(words, for_author))


async def on_remind(_: CallbackQuery, callback_data: taps.RemindLate, turn: Turn) -> None:
    late = await reports.remind_late(turn.actor, turn.work, callback_data.month)
    for kind, one in late.calls:
        turn.tell(one.hearers, lambda words, kind=kind, view=one.view: screens.call(words, view, kind))  # type: ignore[misc]
    turn.show(screens.reminded(turn.words, [one.view.name for _, one in late.calls], late.month))


# --- files --------------------------------------------------------------------------------------------------------


async def on_file(_: CallbackQuery, callback_data: taps.ReportFile, turn: Turn) -> None:
    view = await reports.open_report(turn.actor, turn.work, callback_data.report)
    turn.ack(turn.words.plain("ack-report-file"))
    turn.attach(FileRef("report", view.id, turn.words.language))


async def on_team_file(_: CallbackQuery, callback_data: taps.TeamFile, turn: Turn) -> None:
    month = await reports.check_team_file(turn.actor, turn.work, callback_data.month)
    turn.ack(turn.words.plain("ack-report-file"))
    extra = {"month": month.isoformat()}
    turn.attach(FileRef("report_team", turn.actor.id, turn.words.language, extra))


async def on_form(_: CallbackQuery, turn: Turn) -> None:
    view = await report_templates.get_template(turn.actor, turn.work)
    turn.show(forms.template(turn.words, view))


async def on_form_file(_: CallbackQuery, callback_data: taps.SendTemplate, turn: Turn) -> None:
    await report_templates.get_template(turn.actor, turn.work)
    turn.ack(turn.words.plain("ack-report-file"))
    extra = {"standard": "yes"} if callback_data.standard else {}
    file = FileRef("report_template", turn.actor.id, turn.words.language, extra)
    turn.attach(file, forms.caption(turn.words))


async def on_fields(_: CallbackQuery, turn: Turn) -> None:
    await report_templates.get_template(turn.actor, turn.work)
    turn.ack(turn.words.plain("ack-report-file"))
    turn.attach(FileRef("report_fields", turn.actor.id, turn.words.language))


async def on_reset(_: CallbackQuery, callback_data: taps.ResetTemplate, turn: Turn) -> None:
    if callback_data.sure:
        turn.show(forms.template(turn.words, await report_templates.reset_template(turn.actor, turn.work)))
    else:
        view = await report_templates.check_may_reset(turn.actor, turn.work)
        turn.show(forms.sure_to_reset(turn.words, view))


# --- achievements -------------------------------------------------------------------------------------------------


async def on_deeds(_: CallbackQuery, callback_data: taps.OpenAchievements, turn: Turn) -> None:
    turn.conversation.leave()
    view = await achievements.count_span(turn.actor, turn.work, callback_data.employee, callback_data.span)
    turn.show(deeds_screens.achievements(turn.words, view))


async def on_ask_span(_: CallbackQuery, callback_data: taps.AskSpan, turn: Turn) -> None:
    await achievements.check_may_see(turn.actor, turn.work, callback_data.employee)
    turn.conversation.enter(ReportDialogue.span, OfPerson(employee=callback_data.employee))
    turn.show(deeds_screens.ask_span(turn.words, turn.today))


async def on_span(message: Message, turn: Turn) -> None:
    employee = turn.conversation.data(OfPerson).employee
    start, end = achievements.read_span(message.text or "", turn.today)
    view = await achievements.count_days(turn.actor, turn.work, employee, start, end)
    turn.conversation.leave()
    turn.show(deeds_screens.achievements(turn.words, view))


async def _counted(turn: Turn, asked: taps.AchievementsFile | taps.AchievementsPicture) -> Achievements:
    start, end = date.fromordinal(asked.since), date.fromordinal(asked.until)
    return await achievements.count_days(turn.actor, turn.work, asked.employee, start, end)


async def on_deeds_file(_: CallbackQuery, callback_data: taps.AchievementsFile, turn: Turn) -> None:
    view = await _counted(turn, callback_data)
    turn.ack(turn.words.plain("ack-report-file"))
    days = {"start": view.start.isoformat(), "end": view.end.isoformat()}
    extra = {"actor": str(turn.actor.id), **days}
    turn.attach(FileRef("attestation", view.employee_id, turn.words.language, extra))


async def on_deeds_picture(_: CallbackQuery, callback_data: taps.AchievementsPicture, turn: Turn) -> None:
    view = await _counted(turn, callback_data)
    turn.picture(deeds_screens.chart(turn.words, view), deeds_screens.caption(turn.words, view))


def setup() -> Router:
    router = Router(name="reports")
    router.message.register(on_report_command, Command("report"))
    router.message.register(on_said, StateFilter(ReportDialogue.words), Typed())
    router.message.register(on_remark, StateFilter(ReportDialogue.remark), Typed())
    router.message.register(on_span, StateFilter(ReportDialogue.span), Typed())
    found = router.callback_query
    found.filter(Feature("reports"))
    for handler, data in (
        (on_reports, taps.OpenReports),
        (on_report, taps.OpenReport),
        (on_past, taps.PastReports),
        (on_words, taps.ChooseSection),
        (on_section, taps.TellSection),
        (on_hand_in, taps.HandIn),
        (on_take_back, taps.TakeBack),
        (on_accept, taps.AcceptReport),
        (on_return, taps.ReturnReport),
        (on_remind, taps.RemindLate),
        (on_file, taps.ReportFile),
        (on_team_file, taps.TeamFile),
        (on_form, taps.OpenTemplate),
        (on_form_file, taps.SendTemplate),
        (on_fields, taps.SendFields),
        (on_reset, taps.ResetTemplate),
        (on_deeds, taps.OpenAchievements),
        (on_ask_span, taps.AskSpan),
        (on_deeds_file, taps.AchievementsFile),
        (on_deeds_picture, taps.AchievementsPicture),
    ):
        found.register(handler, data.filter())
    return router


def setup_spoken() -> Router:
    """Before voices: one that nobody hears would be kept with a client, and lost for the report."""
    router = Router(name="reports_spoken")
    router.message.register(on_spoken, StateFilter(ReportDialogue.words, ReportDialogue.remark), Unheard())
    return router
