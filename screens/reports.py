"""The monthly report: a person's, the team's, what is asked and said about them."""

from datetime import date

from domain.reports import Figures, ReportCall, ReportState, Section, Span
from screens import format as written
from screens.callbacks import reports as taps
from screens.menu import leave_row
from screens.report_views import PastReports, ReportLine, ReportView, TeamReports
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

LONGEST_SAID = 300
NONE = -1


def code_of(month: date) -> int:
    """202610."""
    return month.year * 100 + month.month


def month_of(words: Words, month: date) -> str:
    """«октябрь 2026»."""
    return f"{words.plain(f'month-name-{month.month}')} {month.year}"


# --- one report ---------------------------------------------------------------------------------------------------


def report(words: Words, view: ReportView) -> Screen:
    lines = [_title(words, view), _state(words, view)]
    if view.remark and view.state is ReportState.RETURNED:
        lines.append(words("report-remark", text=view.remark, name=view.decided_by))
    lines += ["", *figure_lines(words, view.figures)]
    lines += _said(words, view)
    return Screen(clipped("\n".join(lines)), _rows(words, view))


def _title(words: Words, view: ReportView) -> str:
    month = month_of(words, view.month)
    return words("msg-report" if view.mine else "msg-report-of", month=month, name=view.name)


def _state(words: Words, view: ReportView) -> str:
    handed = written.moment(words, view.handed, view.today) if view.handed else ""
    facts = {"due": written.day(words, view.due, view.today), "handed": handed, "by": view.decided_by}
    late = "yes" if view.today > view.due else "no"
    mine = "yes" if view.mine else "no"
    return words("report-standing", state=view.state.value, late=late, mine=mine, **facts)


def figure_lines(words: Words, figures: Figures) -> list[str]:
    """The key figures: a line each, those that nobody knows left out."""
    if not figures.values:
        return [words("report-nothing")]
    of = figures.number

    def money(name: str) -> str:
        return written.money(words, of(name) or 0)

    def count(name: str) -> int:
        return of(name) or 0

    active, clients = count("clients.active"), count("clients.total")
    lines = [
        words("report-sales", fact=money("sales.fact"), target=money("sales.target"), percent=_known(figures, "sales.percent")),
        # who gave clients away may have sold to more than are left
        words("report-orders", count=count("orders.count"), active=active, total=clients if active <= clients else -1),
        words("report-new", clients=count("clients.new"), contracts=count("contracts.new"), renewed=count("contracts.renewed")),
        words("report-calls", count=count("calls.made"), reached=_known(figures, "calls.reached_percent"), offers=count("offers.phone") + count("offers.email")),
    ]  # fmt: skip
    lines.append(words("report-collected", sum=money("debt.collected")))
    if of("overdue.start") is not None and of("overdue.end") is not None:
        lines[-1] += words("report-overdue", start=money("overdue.start"), end=money("overdue.end"))
    if count("promises.count"):
        kept = {"kept": count("promises.kept"), "judged": count("promises.count")}
        lines.append(words("report-promises", **kept))
    rest = [
        words(key, count=count(name))
        for key, name in (
            ("report-visits", "visits.done"),
            ("report-claims", "claims.count"),
            ("report-signed", "reconciliations.signed"),
            ("report-rivals", "competitors.count"),
            ("report-greetings", "greetings.count"),
        )
        if count(name)
    ]
    said = " · ".join(rest)
    lines += [said[:1].upper() + said[1:]] if said else []
    if count("lost.count"):
        lines.append(words("report-lost", sum=money("lost.amount")))
    if figures.lists.get("absences"):
        lines.append(words("report-away", days=absences_text(words, figures)))
    lines += _ahead(words, figures)
    return lines


def _ahead(words: Words, figures: Figures) -> list[str]:
    """What of the next month is known."""
    plan = figures.number("next.sales")
    parts = [] if plan is None else [words("report-next-plan", sum=written.money(words, plan))]
    parts += [
        words(key, count=count)
        for key, name in (("report-next-ending", "next.ending"), ("report-next-expected", "next.expected"))
        if (count := figures.number(name) or 0)
    ]
    return [words("report-next", parts=" · ".join(parts))] if parts else []


def _known(figures: Figures, name: str) -> int:
    """`NONE` where nobody knows."""
    found = figures.number(name)
    return NONE if found is None else found


def absences_text(words: Words, figures: Figures) -> str:
    """«отпуск 05.10–18.10, больничный 20.10»."""
    found = []
    for row in figures.lists.get("absences", ()):
        days = dict.fromkeys(date.fromisoformat(str(row[name])) for name in ("start", "end"))
        kind, both = (
            words.plain(f"absence-{row['kind']}"),
            "–".join(written.short_day(words, day) for day in days),
        )
        found.append(f"{kind} {both}")
    return ", ".join(found)


def _said(words: Words, view: ReportView) -> list[str]:
    lines = []
    for section in Section:
        text = view.words.get(section.value, "")
        if text:
            short = text if len(text) <= LONGEST_SAID else text[: LONGEST_SAID - 1] + "…"
            lines.append(words("report-said", section=words.plain(f"report-section-{section}"), text=short))
    if not lines and view.open and view.writes:
        lines.append(words("report-no-words"))
    return ["", *lines] if lines else []


def _rows(words: Words, view: ReportView) -> tuple[tuple[Button, ...], ...]:
    first: list[Button] = []
    if view.open and view.writes:
        first.append(tap(words.plain("btn-report-words"), taps.ChooseSection(report=view.id)))
        first.append(tap(words.plain("btn-report-hand"), taps.HandIn(report=view.id)))
    if view.state is ReportState.HANDED and view.decides:
        first.append(tap(words.plain("btn-report-accept"), taps.AcceptReport(report=view.id)))
        first.append(tap(words.plain("btn-report-return"), taps.ReturnReport(report=view.id)))
    elif view.state is ReportState.HANDED and view.writes:
        first.append(tap(words.plain("btn-report-take-back"), taps.TakeBack(report=view.id)))
    second = [
        tap(words.plain("btn-report-file"), taps.ReportFile(report=view.id)),
        tap(words.plain("btn-report-past"), taps.PastReports(employee=view.employee_id)),
        deeds_button(words, view.employee_id),
    ]
    if not view.mine:
        second.append(tap(words.plain("btn-reports"), taps.OpenReports(month=code_of(view.month))))
    return (*((tuple(first),) if first else ()), *in_rows(second, 2))


def deeds_button(words: Words, employee_id: int) -> Button:
    return tap(words.plain("btn-report-deeds"), taps.OpenAchievements(employee=employee_id, span=Span.HALF))


def past(words: Words, found: PastReports) -> Screen:
    if not found.rows:
        return Screen(words("msg-reports-past-none", name=found.name), ((_to_reports(words),),))
    lines = [words("msg-reports-past", name=found.name)]
    lines += [
        words("reports-past-line", month=month_of(words, month), state=words.plain(f"report-state-{state}"))
        for _, month, state in found.rows
    ]
    buttons = [tap(month_of(words, month), taps.OpenReport(report=id_)) for id_, month, _ in found.rows]
    return Screen(clipped("\n".join(lines)), (*in_rows(buttons, 3), (_to_reports(words),)))


def _to_reports(words: Words) -> Button:
    return tap(words.plain("btn-reports"), taps.OpenReports())


# --- words --------------------------------------------------------------------------------------------------------


def choose_section(words: Words, view: ReportView) -> Screen:
    buttons = [
        tap(
            words.plain(f"report-section-{section}") + (" ✓" if view.words.get(section.value) else ""),
            taps.TellSection(report=view.id, section=section),
        )
        for section in Section
    ]
    back = tap(words.plain("btn-back"), taps.OpenReport(report=view.id))
    return Screen(
        words("ask-report-section", month=month_of(words, view.month)), (*in_rows(buttons, 2), (back,))
    )


def ask_words(words: Words, view: ReportView, section: Section) -> Screen:
    text = words("ask-report-words", section=section.value)
    if view.words.get(section.value):
        text += "\n" + words("report-words-now", text=view.words[section.value])
    return Screen(clipped(text), (leave_row(words),))


def ask_remark(words: Words, view: ReportView) -> Screen:
    return Screen(words("ask-report-remark", name=view.name), (leave_row(words),))


# --- said without being asked -------------------------------------------------------------------------------------


def call(words: Words, view: ReportView, kind: ReportCall) -> Screen:
    """To whoever has not handed in."""
    due = written.day(words, view.due, view.today)
    text = words("ntf-report", kind=kind.value, month=month_of(words, view.month), due=due)
    if view.state is ReportState.RETURNED:
        text += "\n" + words("report-remark", text=view.remark, name=view.decided_by)
    lines = [text, "", *figure_lines(words, view.figures)]
    return Screen(clipped("\n".join(lines)), (*_rows(words, view)[:1], _file_row(words, view)))


def _file_row(words: Words, view: ReportView) -> tuple[Button, ...]:
    return (tap(words.plain("btn-report-file"), taps.ReportFile(report=view.id)),)


def handed(words: Words, view: ReportView) -> Screen:
    """To who decides: the card itself under its news."""
    shown = report(words, view)
    return Screen(clipped(f"{words('ntf-report-handed', name=view.name)}\n{shown.text}"), shown.rows)


def taken_back(words: Words, view: ReportView) -> Screen:
    text = words("ntf-report-taken-back", name=view.name, month=month_of(words, view.month))
    return Screen(text, ((_to_reports(words),),))


def decided(words: Words, view: ReportView) -> Screen:
    """To the person."""
    shown = report(words, view)
    facts = {"month": month_of(words, view.month), "by": view.decided_by, "text": view.remark or "none"}
    text = words("ntf-report-decided", state=view.state.value, **facts)
    return Screen(text, shown.rows[:2])


def late(words: Words, found: TeamReports) -> Screen:
    """On the evening of the last day, to who leads."""
    names = ", ".join(one.name for one in found.missing)
    text = words("ntf-reports-late", month=month_of(words, found.month), names=names)
    month = code_of(found.month)
    remind = tap(words.plain("btn-reports-remind"), taps.RemindLate(month=month))
    return Screen(text, ((remind, tap(words.plain("btn-reports"), taps.OpenReports(month=month))),))


def reminded(words: Words, names: list[str], month: date) -> Screen:
    text = words("msg-reports-reminded", names=", ".join(names))
    return Screen(text, ((tap(words.plain("btn-reports"), taps.OpenReports(month=code_of(month))),),))


# --- the team -----------------------------------------------------------------------------------------------------


def team(words: Words, found: TeamReports) -> Screen:
    lines = [_team_title(words, found), *(_team_line(words, one) for one in found.lines)]
    people = [tap(one.name, taps.OpenReport(report=one.id)) for one in found.lines]
    more: list[Button] = []
    month = code_of(found.month)
    if found.lines:
        more.append(tap(words.plain("btn-reports-file"), taps.TeamFile(month=month)))
    if found.missing and not found.earlier:
        more.append(tap(words.plain("btn-reports-remind"), taps.RemindLate(month=month)))
    if found.own:
        more.append(tap(words.plain("btn-report-own"), taps.OpenReport(report=found.own)))
    before = date(found.month.year - (found.month.month == 1), (found.month.month - 2) % 12 + 1, 1)
    more.append(
        tap(words.plain("btn-reports-month", month=words.plain(f"month-name-{before.month}")), taps.OpenReports(month=code_of(before)))
    )  # fmt: skip
    if found.owner:
        more.append(tap(words.plain("btn-report-form"), taps.OpenTemplate()))
    if found.earlier:
        more.append(_to_reports(words))
    return Screen(clipped("\n".join(lines)), (*in_rows(people[:40], 2), *in_rows(more, 2)))


def _team_title(words: Words, found: TeamReports) -> str:
    if not found.lines:
        return words("msg-reports-none", month=month_of(words, found.month))
    handed_in = len(found.lines) - len(found.missing)
    facts: dict[str, str | int] = {
        "handed": handed_in,
        "count": len(found.lines),
        "month": month_of(words, found.month),
    }
    past = "yes" if found.today > found.due else "no"
    return words("msg-reports", due=written.day(words, found.due, found.today), past=past, **facts)


def _team_line(words: Words, one: ReportLine) -> str:
    text = words("reports-line", name=one.name, state=words.plain(f"report-state-{one.state}"))
    if one.sales is None:
        return text
    percent = (200 * one.sales + one.target) // (2 * one.target) if one.target else NONE
    return text + words("reports-line-sales", sum=written.thousands(words, one.sales), percent=percent)
