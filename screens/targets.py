"""Targets of a month: plan and fact, the pace, the forecast, and how they are set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from domain.forecast import Forecast
from domain.periods import add_months
from domain.targets import MONEY, Line, TargetKind
from screens import format as written
from screens.callbacks.plan import OpenPlan
from screens.callbacks.targets import (
    AskTarget,
    EditTargets,
    LikeLast,
    OpenPast,
    OpenRanks,
    OpenTargets,
    OpenToday,
)
from screens.callbacks.team import OpenTeam
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

MILLION, THOUSAND = 100_000_000, 100_000  # kopecks
NAME, PEOPLE, RAISE = 18, 20, 5
Values = Mapping[TargetKind, int]


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A manager in the team's month."""

    id: int
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """`employee` 0 and no `people`: the reader's own. `may_set`: the reader sets targets. `running`: it is this month."""

    month: date
    lines: tuple[Line, ...]
    forecast: Forecast | None = None
    running: bool = True
    employee: int = 0
    name: str = ""
    people: tuple[PersonLine, ...] = ()
    team: bool = False
    may_set: bool = False

    @property
    def asked(self) -> bool:
        return any(line.target is not None for line in self.lines)


@dataclass(frozen=True, slots=True)
class EditView:
    """`values` are what holds; `last` what the month before asked, `facts` what came of it, of one person.

    Without a person, a team and `every` it is the choice of these: `people` and `teams` as (id, name).
    """

    month: date
    employee: int = 0
    team: int = 0
    every: bool = False
    name: str = ""
    values: Values = field(default_factory=dict)
    last: Values = field(default_factory=dict)
    facts: Values = field(default_factory=dict)
    people: tuple[tuple[int, str], ...] = ()
    teams: tuple[tuple[int, str], ...] = ()
    without: tuple[str, ...] = ()

    @property
    def chosen(self) -> bool:
        return bool(self.employee or self.team or self.every)


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one's targets: (kind, before, after). `employee` 0: a team's."""

    employee: int
    name: str
    values: tuple[tuple[TargetKind, int | None, int | None], ...]


@dataclass(frozen=True, slots=True)
class Changed:
    month: date
    changes: tuple[Change, ...]

    @property
    def count(self) -> int:
        return sum(bool(one.values) for one in self.changes)


@dataclass(frozen=True, slots=True)
class PastView:
    """The history of a person's targets: (kind, value, who set it, local moment), the newest first."""

    month: date
    employee: int
    name: str
    rows: tuple[tuple[TargetKind, int | None, str, datetime], ...]


# --- numbers in words


def code_of(month: date) -> int:
    return month.year * 100 + month.month


def month_name(words: Words, month: date) -> str:
    """«июль», with the year."""
    return words.plain("target-month", name=words.plain(f"target-month-{month.month}"), year=month.year)


def value_of(words: Words, kind: TargetKind, value: int) -> str:
    """«3,0 млн ₽», «420 т.р.», «630»."""
    if kind not in MONEY:
        return written.grouped(value)
    if abs(value) >= MILLION:
        return words.plain("sum-millions", sum=_decimal(words, value / MILLION))
    return written.thousands(words, value)


def _typed(words: Words, kind: TargetKind, value: int) -> str:
    """A target as it was set: in full where short words would round it."""
    rounds = value % (MILLION // 100 if value >= MILLION else MILLION // 1000)
    return written.money(words, value) if kind in MONEY and rounds else value_of(words, kind, value)


def _decimal(words: Words, number: float) -> str:
    text = f"{number:.1f}" if round(number * 100) % 10 == 0 else f"{number:.2f}"
    return text.replace(".", ",") if words.language == "ru" else text


def _of(words: Words, line: Line) -> str:
    """«1,8 из 3,0 млн», both in the unit of the larger."""
    fact, target = line.fact or 0, line.target or 0
    if line.kind not in MONEY:
        return words("target-of", fact=written.grouped(fact), target=written.grouped(target))
    if max(fact, target) >= MILLION:
        figures = (_tenths(words, fact), _tenths(words, target))
        return words("target-of-millions", fact=figures[0], target=figures[1])
    figures = (_rounded(fact), _rounded(target))
    return words("target-of-thousands", fact=figures[0], target=figures[1])


def _tenths(words: Words, kopecks: int) -> str:
    """Two places below a million, so that a beginning is seen at all."""
    number = kopecks / MILLION
    if not round(number, 2):
        return "0"
    places = 1 if number >= 1 else 2
    text = f"{number:.{places}f}"
    return text.replace(".", ",") if words.language == "ru" else text


def _rounded(kopecks: int) -> str:
    return written.grouped(round(kopecks / THOUSAND))


def range_of(words: Words, said: Forecast) -> str:
    """«2,7–3,1 млн», or the point and that there is little history."""
    if said.low is None or said.high is None:
        return words("target-forecast-point", sum=value_of(words, TargetKind.SALES, said.point))
    if said.high >= MILLION:
        low, high = _tenths(words, said.low), _tenths(words, said.high)
        if low == high:
            return value_of(words, TargetKind.SALES, said.point)
        return words("target-forecast-millions", low=low, high=high)
    return words("target-forecast-thousands", low=_rounded(said.low), high=_rounded(said.high))


def line_text(words: Words, line: Line, forecast: Forecast | None = None) -> str:
    """«Продажи: 1,8 из 3,0 млн · темп 96 % · прогноз 2,7–3,1 млн»."""
    name = words.plain(f"target-{line.kind.value}")
    if line.fact is None:
        return words("target-unknown", name=name, target=value_of(words, line.kind, line.target or 0))
    if line.target is None:
        return words("target-unset", name=name, fact=value_of(words, line.kind, line.fact))
    if line.at_most:
        key = "target-over" if line.behind else "target-within"
        facts = {
            "fact": value_of(words, line.kind, line.fact),
            "target": value_of(words, line.kind, line.target),
        }
        return words(key, name=name, **facts) + having_text(words, line)
    text = words("target-line", name=name, of=_of(words, line))
    if line.percent is not None:
        text += words("target-pace", percent=line.percent, behind="yes" if line.behind else "no")
    # the forecast is everybody's, and says nothing about the target of some
    if forecast is not None and line.kind is TargetKind.SALES and line.having is None:
        text += words("target-forecast", range=range_of(words, forecast))
    return text + having_text(words, line)


def having_text(words: Words, line: Line) -> str:
    """That a team's target is the sum of some people's only."""
    return words("target-having", having=line.having[0], people=line.having[1]) if line.having else ""


def month_lines(words: Words, lines: Sequence[Line], forecast: Forecast | None = None) -> list[str]:
    """A line for each kind that has a target."""
    return [line_text(words, line, forecast) for line in lines if line.target is not None]


# --- the month


def month(words: Words, view: MonthView) -> Screen:
    """The reader's own, the team's, or that of one of its managers."""
    return _team(words, view) if view.team else _person(words, view)


def _title(words: Words, view: MonthView) -> str:
    when = month_name(words, view.month)
    if view.team:
        return words("msg-targets-team", month=when)
    return (
        words("msg-targets-of", name=view.name, month=when) if view.name else words("msg-targets", month=when)
    )


def _person(words: Words, view: MonthView) -> Screen:
    lines = [_title(words, view), *month_lines(words, view.lines, view.forecast)]
    if not view.asked:
        lines.append(words("targets-none-set" if view.may_set else "targets-none"))
    lines += [line_text(words, line) for line in view.lines if line.target is None and line.fact]
    if view.running and view.asked:
        lines += ["", _next(words, view)]
    rows: list[tuple[Button, ...]] = []
    if view.running:
        rows.append((tap(words.plain("btn-target-today"), OpenToday(employee=view.employee)),))
    if view.may_set:
        code = code_of(view.month)
        rows.append(
            (
                tap(words.plain("btn-targets-change"), EditTargets(month=code, employee=view.employee)),
                tap(words.plain("btn-targets-past"), OpenPast(month=code, employee=view.employee)),
            )
        )
    elif view.running:
        rows.append((tap(words.plain("btn-targets-ranks"), OpenRanks()),))
    return Screen(clipped("\n".join(lines)), (*rows, *_ways(words, view)))


def _next(words: Words, view: MonthView) -> str:
    """The next step: what is behind first."""
    behind = [line for line in view.lines if line.behind]
    if not behind:
        return words("targets-on-pace")
    first = behind[0]
    gap = value_of(words, first.kind, first.gap)
    return words(
        "targets-gap", name=words.plain(f"target-{first.kind.value}").lower(), gap=gap, kind=first.kind.value
    )


def _team(words: Words, view: MonthView) -> Screen:
    lines = [_title(words, view), *month_lines(words, view.lines, view.forecast)]
    if not view.asked:
        lines.append(words("targets-none-set"))
    shown = view.people[:PEOPLE]
    lines += ["", *(_person_line(words, one) for one in shown)] if shown else []
    buttons = [tap(one.name, OpenTargets(month=code_of(view.month), employee=one.id)) for one in shown]
    set_ = tap(words.plain("btn-targets-set"), EditTargets(month=code_of(view.month)))
    last = (set_, tap(words.plain("btn-targets-ranks"), OpenRanks())) if view.running else (set_,)
    return Screen(clipped("\n".join(lines)), (*in_rows(buttons, 2), last, *_ways(words, view)))


def _person_line(words: Words, one: PersonLine) -> str:
    sales = next((line for line in one.lines if line.kind is TargetKind.SALES), None)
    behind = [line for line in one.lines if line.behind]
    if not any(line.target is not None for line in one.lines):
        return words("targets-person-none", name=one.name)
    first = sales if sales is not None and sales.target is not None else None
    what = ""
    if first is not None:
        what = _of(words, first)
        if first.percent is not None:
            what += words("target-pace", percent=first.percent, behind="yes" if first.behind else "no")
    others = ", ".join(
        words.plain(f"target-{line.kind.value}").lower() for line in behind if line is not first
    )
    if others:
        what += (" · " if what else "") + words("targets-behind", names=others)
    return words("targets-person", name=one.name, what=what or words("targets-fine"))


def _ways(words: Words, view: MonthView) -> tuple[tuple[Button, ...], ...]:
    before, after = add_months(view.month, -1), add_months(view.month, 1)
    turn = [tap("‹ " + words.plain(f"target-month-{before.month}"), _at(view, before))]
    if view.running or view.may_set or view.team:
        turn.append(tap(words.plain(f"target-month-{after.month}") + " ›", _at(view, after)))
    if view.employee:
        return (tuple(turn), (tap(words.plain("btn-back"), OpenTargets(month=code_of(view.month))),))
    return (tuple(turn), (tap(words.plain("btn-to-plan"), OpenPlan()),))


def _at(view: MonthView, other: date) -> OpenTargets:
    return OpenTargets(month=code_of(other), employee=view.employee)


# --- setting


def edit(words: Words, view: EditView, done: Changed | None = None) -> Screen:
    """Whose targets, or which of them; a whole line may be typed at both. `done` is what was set just now."""
    return _kinds(words, view, done) if view.chosen else _whose(words, view)


def _whose(words: Words, view: EditView) -> Screen:
    lines = [words("ask-targets", month=month_name(words, view.month))]
    if view.without:
        lines.append(words("targets-without", count=len(view.without), names=", ".join(view.without)))
    lines += ["", words("targets-hint")]
    code = code_of(view.month)
    buttons = [tap(name, EditTargets(month=code, employee=id_)) for id_, name in view.people[:PEOPLE]]
    teams = [tap(words.plain("btn-targets-team", name=name[:NAME]), EditTargets(month=code, team=id_)) for id_, name in view.teams]  # fmt: skip
    every = tap(words.plain("btn-targets-every"), EditTargets(month=code, every=True))
    like = (
        tap(words.plain("btn-targets-like"), LikeLast(month=code)),
        tap(words.plain("btn-targets-raise", percent=RAISE), LikeLast(month=code, percent=RAISE)),
    )
    rows = (*in_rows(buttons, 2), *in_rows(teams[:6], 2), (every,), like, leave_row(words))
    return Screen(clipped("\n".join(lines)), rows)


def _kinds(words: Words, view: EditView, done: Changed | None) -> Screen:
    lines = [_whom_title(words, view)]
    if done is not None:
        values = next((one.values for one in done.changes if one.values), ())
        said = [_change(words, *value) for value in values] or [
            words("msg-targets-same", month=month_name(words, view.month))
        ]
        lines = [*said, "", *lines]
    for kind in TargetKind:
        facts = {"name": words.plain(f"target-{kind.value}")}
        now = _maybe(words, kind, view.values)
        if kind in view.last or kind in view.facts:
            past = {
                "last": _maybe(words, kind, view.last, "none"),
                "fact": _maybe(words, kind, view.facts, "none"),
            }
            lines.append(words("target-edit-past", now=now, **facts, **past))
        else:
            lines.append(words("target-edit", now=now, **facts))
    lines += ["", words("ask-target-kind")]
    code, whom = code_of(view.month), {"employee": view.employee, "team": view.team, "every": view.every}
    buttons = [
        tap(words.plain(f"btn-target-{kind.value}"), AskTarget(kind=kind, month=code, **whom))
        for kind in TargetKind
    ]
    like: tuple[Button, ...] = ()
    if view.employee and view.last:
        like = (
            tap(words.plain("btn-targets-like"), LikeLast(month=code, employee=view.employee)),
            tap(
                words.plain("btn-targets-raise", percent=RAISE),
                LikeLast(month=code, employee=view.employee, percent=RAISE),
            ),
        )
    back = (tap(words.plain("btn-back"), EditTargets(month=code)),)
    rows = (*in_rows(buttons, 2), *((like,) if like else ()), back)
    return Screen("\n".join(lines), rows)


def _maybe(words: Words, kind: TargetKind, values: Values, nothing: str = "—") -> str:
    return _typed(words, kind, values[kind]) if kind in values else nothing


def _whom_title(words: Words, view: EditView) -> str:
    when = month_name(words, view.month)
    if view.every:
        return words("msg-targets-every", month=when)
    return words("msg-targets-edit", name=view.name, month=when)


def ask(words: Words, view: EditView, kind: TargetKind) -> Screen:
    facts = {"name": words.plain(f"target-{kind.value}"), "now": _maybe(words, kind, view.values)}
    facts["set"] = "no" if view.values.get(kind) is None else "yes"
    whom = words.plain("targets-whom-every") if view.every else view.name
    text = words("ask-target", kind=kind.value, whom=whom, month=month_name(words, view.month), **facts)
    back = tap(
        words.plain("btn-back"),
        EditTargets(month=code_of(view.month), employee=view.employee, team=view.team, every=view.every),
    )
    return Screen(text, ((back,),))


def changed(words: Words, done: Changed) -> Screen:
    """The new state: whose targets are what."""
    when = month_name(words, done.month)
    if not done.count:
        lines = [words("msg-targets-same", month=when)]
    elif len(done.changes) == 1:
        lines = [words("msg-targets-set", name=done.changes[0].name, month=when)]
        lines += [_change(words, *value) for value in done.changes[0].values]
    else:
        lines = [words("msg-targets-set-many", month=when, count=done.count)]
        lines += [
            words("targets-set-line", name=one.name, what=_listed(words, one))
            for one in done.changes
            if one.values
        ]
    code = code_of(done.month)
    only = done.changes[0].employee if len(done.changes) == 1 else 0
    rows = (
        (
            tap(words.plain("btn-targets-more"), EditTargets(month=code)),
            tap(words.plain("btn-targets-month"), OpenTargets(month=code, employee=only)),
        ),
        (tap(words.plain("btn-team"), OpenTeam()),),
    )
    return Screen(clipped("\n".join(lines)), rows)


def _listed(words: Words, one: Change) -> str:
    return ", ".join(
        words(
            "targets-short",
            name=words.plain(f"target-{kind.value}").lower(),
            value=_or_none(words, kind, after),
        )
        for kind, _, after in one.values
    )


def _or_none(words: Words, kind: TargetKind, value: int | None) -> str:
    return words.plain("targets-taken") if value is None else _typed(words, kind, value)


def _change(words: Words, kind: TargetKind, before: int | None, after: int | None) -> str:
    name = words.plain(f"target-{kind.value}")
    if before is None:
        return words("targets-new", name=name, value=_or_none(words, kind, after))
    return words(
        "targets-moved", name=name, before=_typed(words, kind, before), value=_or_none(words, kind, after)
    )


def told(words: Words, month: date, change: Change, by: str) -> Screen:
    """To the manager: what is asked of the month from now on."""
    lines = [words("ntf-targets", month=month_name(words, month), by=by)]
    lines += [_change(words, *value) for value in change.values]
    row = (tap(words.plain("btn-targets-month"), OpenTargets(month=code_of(month))),)
    return Screen("\n".join(lines), (row,))


def past(words: Words, view: PastView) -> Screen:
    lines = [words("msg-targets-past", name=view.name, month=month_name(words, view.month))]
    for kind, value, by, at in view.rows:
        facts = {"name": words.plain(f"target-{kind.value}"), "value": _or_none(words, kind, value)}
        lines.append(words("targets-past-line", by=by, when=f"{written.short_day(words, at.date())} {written.hour(at)}", **facts))  # fmt: skip
    if not view.rows:
        lines.append(words("targets-past-none"))
    back = tap(words.plain("btn-back"), OpenTargets(month=code_of(view.month), employee=view.employee))
    return Screen(clipped("\n".join(lines)), ((back,),))
