"""When clients pick up, how calls end and why they are refused: a picture, the main thing in one sentence, the figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.analysis import (
    FEW_CALLS,
    HOUR_DAYS,
    BestHours,
    Change,
    Ending,
    Hour,
    Measure,
    Share,
    Span,
    View,
    Week,
)
from domain.charts import Chart, Parts, Series, Stacks
from domain.outcomes import RefusalReason
from domain.periods import DAYS_IN_WEEK
from screens import format as written
from screens.callbacks.analysis import ChooseManager, OpenAnalysis
from screens.callbacks.calls import StartCalls
from screens.callbacks.plan import OpenPlan
from screens.screen import Button, Screen, in_rows, tap
from screens.words import Words

MOST_HOURS, MOST_REASONS, MOST_PEOPLE = 14, 5, 60
ENOUGH_CALLS = 100
NOON, AFTERNOON = 12, 15
VIEWS = {
    Measure.REACHED: View.WEEKS,
    Measure.ORDERS: View.WEEKS,
    Measure.REFUSALS: View.REFUSALS,
    Measure.REASON: View.REFUSALS,
}


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Six weeks of calls, the last one still going on, and their hours in the last four.

    `employee` 0: one's own, or the `team`'s; `name` of another. Without a `view`, the one that `main` is about.
    """

    today: date
    employee: int
    name: str
    team: bool
    leads: bool
    view: View | None
    hours: tuple[Hour, ...]
    weeks: tuple[Week, ...]
    changes: tuple[Change, ...]
    main: Change | BestHours | None

    @property
    def shown(self) -> View:
        if self.view is not None:
            return self.view
        return VIEWS[self.main.measure] if isinstance(self.main, Change) else View.HOURS

    @property
    def calls(self) -> int:
        return sum(week.calls for week in self.weeks)


def analysis(words: Words, shown: Analysis) -> tuple[Chart | None, Screen]:
    """The picture, None where there is nothing to draw, and what stands under it."""
    if not shown.calls:
        rows = () if shown.leads else ((tap(words.plain("btn-start-calls"), StartCalls()),),)
        return None, Screen(
            "\n".join([_head(words, shown), words("analysis-nothing")]), (*rows, *_rows(words, shown))
        )
    chart, lines = PARTS[shown.shown](words, shown)
    others = [change for change in shown.changes if change != shown.main]
    text = [_head(words, shown), f"<b>{_main(words, shown)}</b>", "", *lines]
    text += [_change(words, change) for change in others]
    return chart, Screen("\n".join(text), _rows(words, shown))


def _head(words: Words, shown: Analysis) -> str:
    return words("msg-analysis", whose=_whose(shown), name=shown.name)


def _whose(shown: Analysis) -> str:
    return "person" if shown.name else "team" if shown.team else "own"


# --- the main thing, and what changed


def _main(words: Words, shown: Analysis) -> str:
    main = shown.main
    if isinstance(main, BestHours):
        start = main.best.start
        return words(
            "analysis-hours",
            followed="yes" if main.followed else "no",
            made=main.made.percent,
            best=_span(main.best),
            high=main.best.share.percent,
            worst=_span(main.worst),
            low=main.worst.share.percent,
            part="morning" if start < NOON else "midday" if start < AFTERNOON else "afternoon",
        )
    if isinstance(main, Change):
        return f"{_change(words, main)} {_advice(words, main)}"
    calls = sum(hour.calls for hour in shown.hours)
    if calls < ENOUGH_CALLS:
        return words("analysis-few", count=calls)
    compared = shown.weeks[-2].calls and any(week.calls for week in shown.weeks[:-2])
    return words("analysis-usual", compared="yes" if compared else "no", lead="yes" if shown.leads else "no")


def _span(span: Span) -> str:
    return f"{span.start}–{span.end}"


def _change(words: Words, change: Change) -> str:
    """«Отказов «Цена» 9 за неделю, обычно 4.»"""
    return words(
        f"analysis-change-{change.measure}",
        now=change.now.percent,
        before=change.before.percent,
        count=change.now.part,
        usual=change.usual,
        reason=words.plain(f"refusal-{change.reason}") if change.reason else "",
    )


def _advice(words: Words, change: Change) -> str:
    if change.reason is not None and change.grew:
        return words(f"analysis-answer-{change.reason}")
    return words(f"analysis-do-{change.measure}", grew="yes" if change.grew else "no")


# --- by hours


def _by_hours(words: Words, shown: Analysis) -> tuple[Chart | None, list[str]]:
    hours = _trimmed(shown.hours)
    parts = {
        "morning": [hour for hour in shown.hours if hour.hour < NOON],
        "midday": [hour for hour in shown.hours if NOON <= hour.hour < AFTERNOON],
        "afternoon": [hour for hour in shown.hours if hour.hour >= AFTERNOON],
    }
    told = [_part(words, name, some) for name, some in parts.items() if sum(hour.calls for hour in some)]
    few = ", ".join(str(hour.hour) for hour in hours if hour.few and hour.calls)
    lines = [words("analysis-by-hours", list=" · ".join(told))] if told else []
    lines += [words("analysis-few-hours", least=FEW_CALLS, list=few)] if few else []
    if not hours:
        return None, [words("analysis-no-hours")]
    chart = Parts(
        title=words.plain("chart-hours"),
        subtitle=_subtitle(words, shown, shown.today - timedelta(days=HOUR_DAYS - 1)),
        labels=tuple(str(hour.hour) for hour in hours),
        whole=Series(words.plain("chart-calls"), tuple(hour.calls for hour in hours)),
        part=Series(words.plain("chart-reached"), tuple(hour.reached for hour in hours)),
        marks=tuple("" if hour.few else written.percent(words, hour.share.percent) for hour in hours),
        faint=tuple(hour.few and hour.calls > 0 for hour in hours),
        faint_name=words.plain("chart-few", least=FEW_CALLS),
    )
    return chart, lines


def _part(words: Words, name: str, hours: Sequence[Hour]) -> str:
    """«до 12 — 61 %»."""
    share = Share(sum(hour.reached for hour in hours), sum(hour.calls for hour in hours))
    return words("analysis-part", part=name, share=share.percent, noon=NOON, afternoon=AFTERNOON)


def _trimmed(hours: Sequence[Hour]) -> Sequence[Hour]:
    """A call at midnight must not press the day together: the edge with fewer calls goes first."""
    first, last = 0, len(hours)
    while last - first > MOST_HOURS:
        if hours[first].calls < hours[last - 1].calls:
            first += 1
        else:
            last -= 1
    return hours[first:last]


def _subtitle(words: Words, shown: Analysis, start: date) -> str:
    name = shown.name or words.plain("chart-whose", whose=_whose(shown))
    return f"{name} · {written.short_day(words, start)}–{written.short_day(words, shown.today)}"


# --- by weeks


def _by_weeks(words: Words, shown: Analysis) -> tuple[Chart | None, list[str]]:
    series = [
        Series(
            words.plain(f"ending-{ending}"),
            tuple(week.endings.get(ending, 0) for week in shown.weeks),
            quiet=ending is Ending.MISSED,
        )
        for ending in Ending
    ]
    lines = [_week(words, shown.weeks[-2], is_last=True), _week(words, shown.weeks[-1], is_last=False)]
    return _stacks(words, shown, "chart-weeks", series), lines


def _stacks(words: Words, shown: Analysis, title: str, series: list[Series]) -> Stacks:
    labels = tuple(written.short_day(words, week.start) for week in shown.weeks)
    start = shown.weeks[0].start
    return Stacks(words.plain(title), _subtitle(words, shown, start), labels, tuple(series))


def _week(words: Words, week: Week, *, is_last: bool) -> str:
    return words(
        "analysis-week",
        which="last" if is_last else "this",
        start=written.short_day(words, week.start),
        end=written.short_day(words, week.start + timedelta(days=DAYS_IN_WEEK - 1)),
        calls=week.calls,
        share=Share(week.reached, week.calls).percent,
        orders=week.endings.get(Ending.ORDERS, 0),
        refusals=week.endings.get(Ending.REFUSALS, 0),
    )


# --- refusals


def _refused(words: Words, shown: Analysis) -> tuple[Chart | None, list[str]]:
    total = {reason: sum(week.refusals.get(reason, 0) for week in shown.weeks) for reason in RefusalReason}
    by_count = sorted(total, key=lambda reason: -total[reason])
    named = [reason for reason in by_count if total[reason] and reason is not RefusalReason.OTHER]
    named = named[:MOST_REASONS]
    rest = [
        week.endings.get(Ending.REFUSALS, 0) - sum(week.refusals.get(reason, 0) for reason in named)
        for week in shown.weeks
    ]
    series = [
        Series(words.plain(f"refusal-{reason}"), tuple(week.refusals.get(reason, 0) for week in shown.weeks))
        for reason in named
    ]
    if any(rest):
        series.append(Series(words.plain("refusal-other"), tuple(rest), quiet=True))
    if not series:
        return None, [words("analysis-no-refusals")]
    lines = [
        words(key, list=_counts(series, weeks))
        for key, weeks in (("analysis-refused", None), ("analysis-refused-last", -2))
        if _counts(series, weeks)
    ]
    return _stacks(words, shown, "chart-refusals", series), lines


def _counts(series: list[Series], week: int | None) -> str:
    """«Цена 9, Не нужно 3» of one week, or of all."""
    counted = [(one.name, sum(one.values) if week is None else one.values[week]) for one in series]
    return ", ".join(f"{name} {count}" for name, count in counted if count)


PARTS = {View.HOURS: _by_hours, View.WEEKS: _by_weeks, View.REFUSALS: _refused}


# --- where to go on


def _rows(words: Words, shown: Analysis) -> tuple[tuple[Button, ...], ...]:
    views = tuple(
        tap(
            ("• " if view is shown.shown and shown.calls else "") + words.plain(f"btn-analysis-{view}"),
            OpenAnalysis(view=view, employee=shown.employee),
        )
        for view in View
    )
    last = [tap(words.plain("btn-analysis-people"), ChooseManager())] if shown.leads else []
    if shown.leads and shown.employee:
        last.append(tap(words.plain("btn-analysis-team"), OpenAnalysis(view=shown.view)))
    last.append(tap(words.plain("btn-to-plan"), OpenPlan()))
    return (views, tuple(last)) if shown.calls else (tuple(last),)


def people(words: Words, found: Sequence[Person]) -> Screen:
    buttons = [tap(person.name, OpenAnalysis(employee=person.id)) for person in found[:MOST_PEOPLE]]
    back = (tap(words.plain("btn-analysis-team"), OpenAnalysis()),)
    return Screen(words("ask-analysis-people", count=len(found)), (*in_rows(buttons, 2), back))
