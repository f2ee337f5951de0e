"""The company's own form of the report: what is filled in now, what a file would change, what in it nobody can fill in."""

from screens import format as written
from screens.callbacks import reports as taps
from screens.callbacks.imports import OpenImports, Undo
from screens.import_views import ImportView, Loaded, ProblemLine
from screens.report_views import TemplateView
from screens.screen import Screen, in_rows, tap
from screens.words import Words

SHOWN = 8


def template(words: Words, view: TemplateView) -> Screen:
    own = bool(view.name)
    text = words("msg-report-form", own="yes" if own else "no", name=view.name, count=view.fields)
    if view.at is not None:
        text += words("report-form-since", when=written.moment(words, view.at))
    buttons = [
        tap(words.plain("btn-report-sample"), taps.SendTemplate(standard=not own)),
        tap(words.plain("btn-report-fields"), taps.SendFields()),
    ]
    if own:
        buttons.append(tap(words.plain("btn-report-standard"), taps.SendTemplate(standard=True)))
        buttons.append(tap(words.plain("btn-report-reset"), taps.ResetTemplate()))
    back = tap(words.plain("btn-reports"), taps.OpenReports())
    return Screen(f"{text}\n\n{words('report-form-how')}", (*in_rows(buttons, 2), (back,)))


def sure_to_reset(words: Words, view: TemplateView) -> Screen:
    yes = tap(words.plain("btn-report-reset"), taps.ResetTemplate(sure=True))
    back = tap(words.plain("btn-back"), taps.OpenTemplate())
    return Screen(words("ask-report-reset", name=view.name), ((yes, back),))


def caption(words: Words) -> Screen:
    return Screen(words("msg-report-form-caption"))


def preview_lines(words: Words, view: ImportView) -> list[str]:
    """Of a form before it is taken: how much it asks for, or what keeps it from being taken."""
    if view.problems:
        lines = [words("report-form-bad"), *(_problem(words, one) for one in view.problems[:SHOWN])]
        more = len(view.problems) - SHOWN
        return [*lines, words("report-form-more", count=more)] if more > 0 else lines
    return [words("report-form-same") if view.same else words("report-form-good", count=view.new)]


def _problem(words: Words, one: ProblemLine) -> str:
    mark, _, like = one.text.partition(" → ")
    code = one.code.removeprefix("template_")
    return words("report-form-problem", code=code, cell=one.cell, mark=mark, like=like or "none")


def loaded(words: Words, done: Loaded) -> Screen:
    text = words("msg-report-form-loaded", name=done.file_name, count=done.new, hours=done.hours)
    undo = tap(words.plain("btn-import-undo"), Undo(load=done.id))
    reports = tap(words.plain("btn-report-form"), taps.OpenTemplate())
    return Screen(text, ((reports, undo), (tap(words.plain("btn-imports"), OpenImports()),)))
