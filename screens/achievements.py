"""Achievements of a person for a period: what the attestation asks about, and sales by month as a picture."""

from datetime import date

from domain.charts import Series, Stacks
from domain.reports import Span
from screens import format as written
from screens.callbacks import reports as taps
from screens.menu import leave_row
from screens.report_views import Achievements, MonthDone
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

NONE = -1
LONGEST_NAME = 40


def achievements(words: Words, view: Achievements) -> Screen:
    days = _days(words, view)
    lines = [words("msg-deeds" if view.mine else "msg-deeds-of", name=view.name, days=days), ""]
    growth = _percent(view.sales, view.before)
    lines.append(words("deeds-sales", sum=written.money(words, view.sales), growth=_signed(growth)))
    if view.targets:
        lines.append(words("deeds-targets", reached=view.targets_reached, count=view.targets))
    lines.append(
        words("deeds-clients", clients=view.new_clients, contracts=view.contracts, renewed=view.renewed)
    )
    reached = (200 * view.reached + view.calls) // (2 * view.calls) if view.calls else NONE
    lines.append(words("deeds-calls", count=view.calls, reached=reached, offers=view.offers))
    if view.judged:
        lines.append(words("report-promises", kept=view.kept, judged=view.judged))
    if view.overdue is not None:
        start, end = (_share(*one) for one in view.overdue)
        lines.append(words("deeds-overdue", start=start, end=end))
    timely = [one.timely for one in view.months if one.timely is not None]
    if timely:
        lines.append(words("deeds-timely", timely=sum(timely), count=len(timely)))
    rest = [
        words(key, count=count)
        for key, count in (
            ("report-visits", view.visits),
            ("deeds-trainings", view.trainings),
            ("report-greetings", view.greetings),
            ("deeds-praises", view.praises),
        )
        if count
    ]
    lines += [" · ".join(rest)] if rest else []
    lines += _best(words, view)
    return Screen(clipped("\n".join(lines)), _rows(words, view))


def _best(words: Words, view: Achievements) -> list[str]:
    if not view.best:
        return []
    named = [
        words("deeds-best-line", name=name[:LONGEST_NAME], sum=written.thousands(words, total), count=count)
        for name, count, total in view.best
    ]
    return ["", words("deeds-best"), *named]


def _rows(words: Words, view: Achievements) -> tuple[tuple[Button, ...], ...]:
    id_ = view.employee_id
    spans = [
        tap(words.plain(f"btn-deeds-{span}"), taps.OpenAchievements(employee=id_, span=span)) for span in Span
    ]
    days = {"employee": id_, "since": view.start.toordinal(), "until": view.end.toordinal()}
    more = [
        tap(words.plain("btn-deeds-span"), taps.AskSpan(employee=id_)),
        tap(words.plain("btn-deeds-file"), taps.AchievementsFile(**days)),
        tap(words.plain("btn-deeds-chart"), taps.AchievementsPicture(**days)),
        tap(words.plain("btn-report-past"), taps.PastReports(employee=id_)),
    ]
    return (tuple(spans), *in_rows(more, 2))


def ask_span(words: Words, today: date) -> Screen:
    return Screen(words("ask-deeds-span", example=f"01.01–{today:%d.%m}"), (leave_row(words),))


def chart(words: Words, view: Achievements) -> Stacks | None:
    """Sales by month in thousands of roubles; None where there were none."""
    if not view.sales:
        return None
    values = tuple((one.sales + 50_000) // 100_000 for one in view.months)
    labels = tuple(_label(words, one, len(view.months)) for one in view.months)
    series = (Series(words.plain("deeds-chart-sales"), values),)
    return Stacks(words.plain("deeds-chart", name=view.name), words.plain("deeds-chart-unit"), labels, series)


def _label(words: Words, one: MonthDone, count: int) -> str:
    short = words.plain(f"month-short-{one.month.month}")
    return f"{short} {one.month:%y}" if count > 12 or one.month.month == 1 else short  # noqa: PLR2004


def caption(words: Words, view: Achievements) -> Screen:
    text = words("deeds-caption", name=view.name, days=_days(words, view))
    back = tap(
        words.plain("btn-report-deeds"), taps.OpenAchievements(employee=view.employee_id, span=Span.HALF)
    )
    return Screen(text, ((back,),))


def _days(words: Words, view: Achievements) -> str:
    return words.plain(
        "absence-span", first=written.full_day(words, view.start), last=written.full_day(words, view.end)
    )


def _percent(now: int, before: int) -> int | None:
    return None if not before else (200 * now + before) // (2 * before) - 100


def _signed(number: int | None) -> str:
    if number is None:
        return "none"
    return f"−{-number}" if number < 0 else f"+{number}"


def _share(overdue: int, debt: int) -> int:
    return (200 * overdue + debt) // (2 * debt) if debt > 0 else 0
