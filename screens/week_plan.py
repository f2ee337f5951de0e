"""The plan of a week: proposed, edited, accepted, looked at by the lead; with what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from domain.periods import DAYS_IN_WEEK
from domain.week_plan import PlanKind, PlanReason, WeekFact
from screens import format as written
from screens.callbacks.calls import OpenCard
from screens.callbacks.clients import OpenClient
from screens.callbacks.visits import OpenVisit, Trainings
from screens.callbacks.week import (
    AcceptPlan,
    AddClient,
    AskAdd,
    AskComment,
    MakePlan,
    MoveItem,
    OpenItem,
    OpenManagerWeek,
    OpenOwnWeek,
    OpenWeek,
    OpenWeekPlan,
    PlanDay,
    RemoveItem,
    SeePlan,
    SharePlan,
    ToCalendar,
    TurnItem,
)
from screens.clients import ClientLine, line_label
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

NAMED, LABEL, EDITED = 3, 30, 25


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A line: `reasons` are stored facts, the weightiest first; `at` local."""

    id: int
    client: int
    name: str
    day: date
    kind: PlanKind
    reasons: Sequence[Mapping[str, Any]]
    at: datetime | None = None
    done: bool = False
    visit: int | None = None


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan of the week of Monday `start`. `days` are those that may be planned; `fact` of this week, `before` of the last.

    `manager` is whose it is where somebody else looks; `leads` may answer it.
    """

    id: int
    start: date
    today: date
    days: tuple[date, ...]
    lines: tuple[PlanLine, ...]
    accepted: bool
    shown: bool
    seen: bool
    comment: str = ""
    manager: str = ""
    fact: WeekFact | None = None
    before: WeekFact | None = None

    @property
    def end(self) -> date:
        return self.start + timedelta(days=DAYS_IN_WEEK - 1)

    def on(self, day: date) -> tuple[PlanLine, ...]:
        return tuple(line for line in self.lines if line.day == day)

    def all_days(self) -> list[date]:
        """The working days, and any other on which something was agreed."""
        return sorted({*self.days, *(line.day for line in self.lines)})


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A manager's week: None where there is no plan, or none accepted."""

    id: int
    name: str
    fact: WeekFact | None
    shown_next: bool = False


@dataclass(frozen=True, slots=True)
class TeamWeek:
    start: date
    today: date
    people: tuple[TeamLine, ...]


# --- the plan in one screen ---------------------------------------------------------------------------------------


def plan(words: Words, view: PlanView, *, before: str = "") -> Screen:
    """`before` is the line that says what the last tap changed."""
    lines = [*([before, ""] if before else []), *_body(words, view)]
    return Screen(clipped("\n".join(lines)), _plan_rows(words, view))


def opened(words: Words, view: PlanView) -> Screen:
    """One's own, or somebody else's in the lead's eyes."""
    return for_lead(words, view) if view.manager else plan(words, view)


def made(words: Words, view: PlanView | None) -> Screen:
    return plan(words, view) if view else nothing_to_plan(words)


def of_manager(words: Words, name: str, view: PlanView | None) -> Screen:
    return for_lead(words, view) if view else no_plan(words, name)


def moved(words: Words, view: PlanView, line: PlanLine, to: date) -> str:
    return words("plan-moved", name=line.name, day=written.day(words, to, view.today))


def removed(words: Words, line: PlanLine) -> str:
    return words("plan-removed", name=line.name)


def proposal(words: Words, view: PlanView, *, late: bool = False) -> Screen:
    """As it is pushed on the last working day of the week."""
    head = words("ntf-week-plan-late") if late else words("ntf-week-plan")
    return plan(words, view, before=head)


def for_lead(words: Words, view: PlanView) -> Screen:
    """Of a manager, with the lead's own buttons."""
    lines = _body(words, view)
    said = tap(words.plain("btn-plan-comment"), AskComment(week=view.id))
    seen = tap(words.plain("btn-plan-seen-done" if view.seen else "btn-plan-seen"), SeePlan(week=view.id))
    back = (tap(words.plain("btn-team-week"), OpenWeek()),)
    return Screen(clipped("\n".join(lines)), ((seen, said), back))


def _body(words: Words, view: PlanView) -> list[str]:
    lines = [_title(words, view)]
    if view.before is not None and (view.before.planned or view.before.outside):
        lines.append(words("plan-week-before", **_figures(view.before)))
    if view.fact is not None and view.today >= view.start and view.accepted:
        lines.append(words("plan-week-fact", **_figures(view.fact)))
    if view.comment:
        lines.append(words("plan-week-comment", text=view.comment))
    for day in view.all_days():
        lines += ["", *_day_lines(words, view, day)]
    return lines


def _figures(fact: WeekFact) -> dict[str, int]:
    return {"done": fact.done, "planned": fact.planned, "outside": fact.outside}


def _title(words: Words, view: PlanView) -> str:
    state = "new"
    if view.accepted:
        state = "seen" if view.seen else "shown" if view.shown else "accepted"
    days = f"{written.short_day(words, view.start)}–{written.short_day(words, view.end)}"
    return words("msg-week-plan", days=days, name=view.manager or "none", state=state)


def _day_lines(words: Words, view: PlanView, day: date) -> list[str]:
    """«пн, 30 ноября: 6 звонков, 2 визита · сделано 3», then the important ones with the reason."""
    lines = view.on(day)
    parts = []
    for kind, key in ((PlanKind.CALL, "week-call"), (PlanKind.VISIT, "week-visit")):
        count = sum(line.kind is kind for line in lines)
        parts += [words(key, count=count)] if count else []
    text = words(
        "plan-week-day", day=written.day(words, day), what=", ".join(parts) or words.plain("week-nothing")
    )
    planned, done = view.fact.days.get(day, (0, 0)) if view.fact and view.accepted else (0, 0)
    if planned and view.today >= view.start:
        text += words("plan-week-day-done", done=done, planned=planned)
    first = sorted(lines, key=lambda line: line.kind is PlanKind.CALL)[:NAMED]
    return [text, *(f"  {line_text(words, line)}" for line in first)]


def line_text(words: Words, line: PlanLine) -> str:
    """«✓ визит 11:00 Ромашка — просрочка 340 т.р. · давно не были»."""
    at = f"{written.hour(line.at)} " if line.at else ""
    done = "✓ " if line.done else ""
    reasons = " · ".join(_reason(words, one) for one in line.reasons)
    return f"{done}{at}" + words("plan-week-line", kind=line.kind.value, name=line.name, reasons=reasons)


def _reason(words: Words, stored: Mapping[str, Any]) -> str:
    day = date.fromisoformat(stored["day"]) if stored.get("day") else None
    amount = int(stored.get("amount") or 0)
    return words.plain(
        f"plan-reason-{PlanReason(stored['kind'])}",
        days=int(stored.get("days") or 0),
        day=written.short_day(words, day) if day else "none",
        sum=written.thousands(words, amount) if amount else "none",
    )


def _plan_rows(words: Words, view: PlanView) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if not view.accepted:
        rows.append((tap(words.plain("btn-plan-accept"), AcceptPlan(week=view.id)),))
    days = [
        tap(_day_label(words, view, day), PlanDay(week=view.id, day=day.toordinal()))
        for day in view.all_days()
    ]
    rows += in_rows(days, 3)
    if not view.shown:
        rows.append((tap(words.plain("btn-plan-share"), SharePlan(week=view.id)),))
    rows.append(
        (
            tap(words.plain("btn-to-calendar"), ToCalendar(day=view.start.toordinal())),
            tap(words.plain("btn-to-week"), OpenWeek()),
        )
    )
    return tuple(rows)


def _day_label(words: Words, view: PlanView, day: date) -> str:
    count = len(view.on(day))
    weekday = words.plain(f"weekday-{day.isoweekday()}")
    return f"{weekday} {written.short_day(words, day)}" + (f" · {count}" if count else "")


# --- editing ------------------------------------------------------------------------------------------------------


def edit_day(words: Words, view: PlanView, day: date, *, before: str = "") -> Screen:
    """Every line of a day; each opens for a change."""
    lines = view.on(day)[:EDITED]
    when = written.begun(written.day(words, day, view.today))
    head = words("msg-plan-day", day=when, count=len(view.on(day)))
    text = [f"{number}. {line_text(words, line)}" for number, line in enumerate(lines, 1)]
    buttons = [
        tap(_cut(f"{number} · {line.name}"), OpenItem(item=line.id)) for number, line in enumerate(lines, 1)
    ]
    last = (
        tap(words.plain("btn-plan-add"), AskAdd(week=view.id, day=day.toordinal())),
        tap(words.plain("btn-to-plan-week"), OpenWeekPlan(week=view.id)),
    )
    shown = [*([before, ""] if before else []), head, *([""] if text else []), *text]
    return Screen(clipped("\n".join(shown)), (*in_rows(buttons, 2), last))


def _cut(label: str) -> str:
    return label if len(label) <= LABEL else label[: LABEL - 1] + "…"


def edit_item(words: Words, view: PlanView, line: PlanLine) -> Screen:
    """One tap moves it, turns it, or drops it."""
    other = PlanKind.VISIT if line.kind is PlanKind.CALL else PlanKind.CALL
    days = [
        tap(
            f"→ {words.plain(f'weekday-{day.isoweekday()}')} {written.short_day(words, day)}",
            MoveItem(item=line.id, day=day.toordinal()),
        )
        for day in view.days
        if day != line.day and day >= view.today
    ]
    turn = tap(words.plain(f"btn-plan-turn-{other}"), TurnItem(item=line.id, kind=other))
    drop = tap(words.plain("btn-plan-drop"), RemoveItem(item=line.id))
    if line.visit is not None:
        open_ = tap(words.plain("btn-visit-open"), OpenVisit(visit=line.visit))
    elif line.kind is PlanKind.CALL:
        open_ = tap(words.plain("btn-client-call"), OpenCard(client=line.client))
    else:
        open_ = tap(words.plain("btn-client-card"), OpenClient(client=line.client))
    back = tap(words.plain("btn-back"), PlanDay(week=view.id, day=line.day.toordinal()))
    text = words("msg-plan-item", day=written.begun(written.day(words, line.day, view.today)))
    return Screen(f"{text}\n{line_text(words, line)}", (*in_rows(days, 3), (turn, drop), (open_, back)))


def ask_client(words: Words, view: PlanView, day: date) -> Screen:
    back = (tap(words.plain("btn-back"), PlanDay(week=view.id, day=day.toordinal())),)
    return Screen(words("ask-plan-client", day=written.begun(written.day(words, day, view.today))), (back,))


def choose_client(words: Words, view: PlanView, day: date, typed: str, lines: Sequence[ClientLine]) -> Screen:
    """What the typed name may mean; nothing found is one line, and the question stays."""
    ordinal = day.toordinal()
    rows = tuple(
        (tap(line_label(words, line), AddClient(week=view.id, day=ordinal, client=line.id)),)
        for line in lines
    )
    back = (tap(words.plain("btn-back"), PlanDay(week=view.id, day=ordinal)),)
    key = "ask-plan-which" if lines else "ask-plan-none"
    return Screen(words(key, typed=typed), (*rows, back))


# --- between the manager and the lead -----------------------------------------------------------------------------


def ask_comment(words: Words, view: PlanView) -> Screen:
    return Screen(words("ask-plan-comment", name=view.manager or "none"), (leave_row(words),))


def comment_sent(words: Words, view: PlanView) -> Screen:
    return Screen(
        words("msg-plan-comment-sent"), ((tap(words.plain("btn-plan-open"), OpenWeekPlan(week=view.id)),),)
    )


def comment(words: Words, view: PlanView, who: str, text: str) -> Screen:
    """As it reaches the other side."""
    days = f"{written.short_day(words, view.start)}–{written.short_day(words, view.end)}"
    row = (
        tap(words.plain("btn-plan-open"), OpenWeekPlan(week=view.id)),
        tap(words.plain("btn-plan-answer"), AskComment(week=view.id)),
    )
    return Screen(clipped(words("ntf-plan-comment", name=who, days=days, text=text)), (row,))


def team(words: Words, shown: TeamWeek) -> Screen:
    """Plan against fact, a manager a line."""
    end = shown.start + timedelta(days=DAYS_IN_WEEK - 1)
    days = f"{written.short_day(words, shown.start)}–{written.short_day(words, end)}"
    lines = [words("msg-team-week", days=days, count=len(shown.people))]
    for one in shown.people:
        if one.fact is None:
            text = words("team-week-none", name=one.name)
        else:
            text = words("team-week-line", name=one.name, **_figures(one.fact))
        lines.append(text + (words("team-week-next") if one.shown_next else ""))
    buttons = [tap(_cut(one.name), OpenManagerWeek(manager=one.id)) for one in shown.people]
    last = (
        tap(words.plain("btn-trainings"), Trainings()),
        tap(words.plain("btn-own-week"), OpenOwnWeek()),
    )
    return Screen(clipped("\n".join(lines)), (*in_rows(buttons, 2), last))


def no_plan(words: Words, name: str) -> Screen:
    return Screen(
        words("msg-no-plan", name=name),
        ((tap(words.plain("btn-team-week"), OpenWeek()),),),
    )


def nothing_to_plan(words: Words) -> Screen:
    return Screen(words("msg-nothing-to-plan"), ((tap(words.plain("btn-to-week"), OpenWeek()),),))


def plan_buttons(words: Words, this: int | None, following: int | None) -> tuple[Button, ...]:
    """The ways to the plans of this week and of the next, for the screen of the week."""
    buttons = []
    if this is not None:
        buttons.append(tap(words.plain("btn-plan-this"), OpenWeekPlan(week=this)))
    ahead = OpenWeekPlan(week=following) if following is not None else MakePlan()
    buttons.append(tap(words.plain("btn-plan-next" if following is not None else "btn-plan-make"), ahead))
    return tuple(buttons)
