"""What to do today for the targets, and the fair comparison."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.actors import Actor
from domain.leads import Stage
from domain.targets import Line, Ready, Standing, TargetKind
from screens import format as written
from screens.callbacks.calls import OpenCard, StartCalls
from screens.callbacks.clients import OpenClient
from screens.callbacks.debts import OpenDebts
from screens.callbacks.leads import OpenLead
from screens.callbacks.targets import CallFirst, EditTargets, OpenTargets, OpenToday
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.targets import month_name, value_of
from screens.words import Words

NAME, LIST_NAME = 24, 40


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead near to a contract."""

    id: int
    name: str
    stage: Stage


@dataclass(frozen=True, slots=True)
class TodayView:
    """`employee` 0: the reader's own. `gap` kopecks to where the month should stand this evening; `counted` lines lack something.

    `may_set`: the reader sets targets, of others at least.
    """

    sales: Line
    gap: int
    clients: tuple[Ready, ...]
    leads: tuple[Lead, ...]
    counted: tuple[Line, ...]
    overdue: Line
    employee: int = 0
    name: str = ""
    may_set: bool = False

    @property
    def total(self) -> int:
        return sum(one.usual for one in self.clients)


@dataclass(frozen=True, slots=True)
class Lifted:
    """Who went to the top of the list; `manager` is whose list it is, where somebody else did it."""

    employee: int
    name: str
    clients: tuple[str, ...]
    total: int
    manager: Actor | None = None


@dataclass(frozen=True, slots=True)
class RanksView:
    """(name, line) of each, the best first; `median` of all `count` of them. `own`: a manager looks at the own line only."""

    today: date
    rows: tuple[tuple[str, Standing], ...]
    median: Standing
    count: int
    own: bool = False


# --- today


def today(words: Words, view: TodayView) -> Screen:
    lines = [words("msg-target-today-of", name=view.name) if view.name else words("msg-target-today")]
    lines += _sales(words, view)
    for one in view.clients:
        lines.append(
            words(
                "target-client",
                name=one.name[:LIST_NAME],
                sum=written.thousands(words, one.usual),
                days=one.days_since,
                gap=one.gap,
            )
        )
    grow = [line for line in view.counted if line.kind in {TargetKind.NEW_CLIENTS, TargetKind.CONTRACTS}]
    lines += [_count(words, line) for line in grow]
    lines += [
        words("target-lead", name=one.name[:LIST_NAME], stage=words.plain(f"stage-{one.stage.value}"))
        for one in view.leads
    ]
    lines += [_count(words, line) for line in view.counted if line not in grow]
    if view.overdue.behind:
        lines.append(words("target-overdue", gap=value_of(words, TargetKind.RECEIVABLES, view.overdue.gap)))
    if len(lines) == 2 and view.sales.target is not None and not view.gap:  # noqa: PLR2004 - the title and sales alone
        lines.append(words("target-nothing"))
    return Screen(clipped("\n".join(lines)), _today_rows(words, view))


def _sales(words: Words, view: TodayView) -> list[str]:
    if view.sales.target is None:
        return [words("target-no-sales")]
    if not view.sales.missing:
        return [words("target-reached")]
    facts: dict[str, str | int] = {
        "count": len(view.clients),
        "sum": written.thousands(words, view.total),
    }
    if view.gap:
        key = "target-catch-up" if view.clients else "target-catch-up-nobody"
        gap, enough = value_of(words, TargetKind.SALES, view.gap), "yes" if view.total >= view.gap else "no"
        return [words(key, gap=gap, enough=enough, **facts)]
    left = value_of(words, TargetKind.SALES, view.sales.missing)
    day = value_of(words, TargetKind.SALES, view.sales.a_day)
    return [words("target-keep-up" if view.clients else "target-keep-up-nobody", left=left, day=day, **facts)]


def _count(words: Words, line: Line) -> str:
    facts = {"missing": line.missing, "days": line.left_days, "day": line.a_day}
    key = "target-a-day" if line.kind in {TargetKind.CALLS, TargetKind.OFFERS} else "target-in-all"
    return words(key, name=words.plain(f"target-{line.kind.value}"), **facts)


def _today_rows(words: Words, view: TodayView) -> tuple[tuple[Button, ...], ...]:
    own = not view.employee
    clients = [
        tap(one.name[:NAME], OpenCard(client=one.client_id) if own else OpenClient(client=one.client_id))
        for one in view.clients
    ]
    near = [tap(one.name[:NAME], OpenLead(client=one.id)) for one in view.leads]
    rows = [*in_rows(clients, 2), *in_rows(near, 2)]
    if clients:
        rows.insert(0, (tap(words.plain("btn-target-first"), CallFirst(employee=view.employee)),))
    if view.overdue.behind:
        rows.append((tap(words.plain("btn-import-debts"), OpenDebts()),))
    back = tap(words.plain("btn-back"), OpenTargets(employee=view.employee))
    if view.may_set and view.sales.target is None:
        set_ = tap(words.plain("btn-targets-set"), EditTargets(month=0, employee=view.employee))
        return (*rows, (set_, back))
    return (*rows, (back,))


def lifted(words: Words, done: Lifted) -> Screen:
    back = tap(words.plain("btn-back"), OpenToday(employee=done.employee))
    if not done.clients:
        return Screen(words("msg-target-nobody"), ((back,),))
    text = words(
        "msg-target-lifted-of" if done.employee else "msg-target-lifted",
        name=done.name,
        count=len(done.clients),
        sum=written.thousands(words, done.total),
        names=", ".join(done.clients),
    )
    return Screen(
        text, ((back,) if done.employee else (tap(words.plain("btn-start-calls"), StartCalls()), back),)
    )


def told(words: Words, done: Lifted, by: str) -> Screen:
    """To the manager whose list the lead has put in order."""
    text = words(
        "ntf-target-lifted",
        by=by,
        count=len(done.clients),
        sum=written.thousands(words, done.total),
        names=", ".join(done.clients),
    )
    return Screen(text, ((tap(words.plain("btn-start-calls"), StartCalls()),),))


# --- the comparison


def ranks(words: Words, view: RanksView) -> Screen:
    when = month_name(words, view.today)
    back = (tap(words.plain("btn-back"), OpenTargets()),)
    if not view.rows:
        return Screen(words("msg-ranks-nobody"), (back,))
    if view.own:
        _, own = view.rows[0]
        lines = [words("msg-ranks-own", month=when), _shares(words, own)]
        if view.count > 1:
            lines += ["", words("ranks-median", count=view.count), _shares(words, view.median)]
        lines += _how(words, (own, view.median))
        return Screen("\n".join(lines), (back,))
    lines = [words("msg-ranks", month=when)]
    level = [one.place for _, one in view.rows]
    for name, one in view.rows:
        lines.append(_row(words, name, one, level=one.place > 0 and level.count(one.place) > 1))
    if view.count > 1:
        lines.append(words("ranks-line-median", shares=_shares(words, view.median)))
    lines += _how(words, [one for _, one in view.rows])
    people = [tap(name, OpenTargets(employee=one.employee_id)) for name, one in view.rows[:20]]
    return Screen(clipped("\n".join(lines)), (*in_rows(people, 2), back))


def _how(words: Words, shown: Iterable[Standing]) -> list[str]:
    """What «к базе» is, where it is said of anybody."""
    return ["", words("ranks-how")] if any(one.of_base is not None for one in shown) else []


def _row(words: Words, name: str, one: Standing, *, level: bool) -> str:
    text = words(
        "ranks-line", place=f"{one.place}." if one.place else "—", name=name, shares=_shares(words, one)
    )
    if level:
        text += words("ranks-level")
    if one.small:
        text += words("ranks-small", count=one.rhythmic)
    return text


def _shares(words: Words, one: Standing) -> str:
    parts = []
    if one.of_plan is not None:
        parts.append(words("ranks-plan", percent=one.of_plan))
    if one.of_base is not None:
        parts.append(words("ranks-base", percent=one.of_base))
    calls = f"{one.calls_a_day:g}"
    parts.append(words("ranks-calls", calls=calls.replace(".", ",") if words.language == "ru" else calls))
    return " · ".join(parts)
