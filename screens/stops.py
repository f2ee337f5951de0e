"""The stop list: one stop as each of its people sees it, the list, the morning's candidates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.choices import DateChoice, DateChoiceKind
from domain.stop_list import StopState, StopStep, StopWord
from screens import choices
from screens import format as written
from screens.callbacks.clients import OpenClient
from screens.callbacks.debts import AskPromise, Dispute, OpenDebt
from screens.callbacks.dunning import EndSilence, OpenAlert
from screens.callbacks.stops import (
    AnswerStop,
    AskAboutStop,
    AskUntil,
    ClearStop,
    ConfirmStop,
    LiftStop,
    OpenStop,
    OpenStops,
    PutStop,
    RejectStop,
    SayStop,
    SetUntil,
)
from screens.debts import Card, silence_reason
from screens.order_parts import short
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

Rows = tuple[tuple[Button, ...], ...]
LAST_STEPS, NAME_ON_BUTTON = 6, 30


class StopAction(StrEnum):
    """What the reader of a card may do about it now."""

    WORD = "word"
    STOP = "stop"
    UNTIL = "until"
    REJECT = "reject"
    LIFT = "lift"
    CONFIRM = "confirm"
    CLEAR = "clear"
    ASK = "ask"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class StepLine:
    """`at` is local to the reader; `who` empty where the clock or a file did it."""

    at: datetime
    step: StopStep
    who: str
    until: date | None
    text: str


@dataclass(frozen=True, slots=True)
class StopView:
    """One stop for one reader. Kopecks; `overdue` is undisputed; `turnover` of the last 90 days; `due` is local.

    `mine`: the reader's own word is waited for. `until` is the promised day while it is held, the last day of an exception.
    `manager` is empty in the manager's own card; `final`: silence of the lead is a stop. Names and numbers are for the accountant.
    """

    id: int
    client_id: int
    name: str
    state: StopState
    mine: bool
    debt: int
    overdue: int
    days: int
    limit: int | None
    promise_due: date | None
    broken_due: date | None
    kept: int
    judged: int
    turnover: int
    manager: str
    word: StopWord | None
    word_until: date | None
    until: date | None
    why: str
    awaited: tuple[str, ...]
    due: datetime | None
    steps: tuple[StepLine, ...]
    question: str
    actions: frozenset[StopAction]
    today: date
    final: bool = False
    legal_name: str = ""
    tax_number: str = ""


@dataclass(frozen=True, slots=True)
class ListLine:
    """`manager` empty in a manager's own list; `due` is local; `mine`: the reader's word is waited for."""

    id: int
    client: str
    state: StopState
    manager: str
    until: date | None
    due: datetime | None
    mine: bool


@dataclass(frozen=True, slots=True)
class StopList:
    """`walks`: the reader works an alert of the day, which the list leads back to."""

    lines: tuple[ListLine, ...]
    today: date
    walks: bool = False


def anchor(stop_id: int) -> str:
    """The card of a stop in each chat."""
    return f"stop:{stop_id}"


# --- one


def card(words: Words, view: StopView, *, again: bool = False) -> Screen:
    """The state, the figures, the word that is waited for, and what was done. `again`: a reminder of it."""
    lines = [words("ntf-stop-again")] if again else []
    lines += [_head(words, view), *_figures(words, view), *_said(words, view)]
    if view.question:
        lines.append(words("stop-question", text=view.question))
    lines += ["", *(_step(words, view, step) for step in view.steps[-LAST_STEPS:])]
    lines += ["", *ahead] if (ahead := _ahead(words, view)) else []
    return Screen(clipped("\n".join(lines)), _rows(words, view))


def _head(words: Words, view: StopView) -> str:
    state = f"{view.state}_mine" if view.mine else view.state.value
    return words("msg-stop", name=view.name, state=state, day=_day(words, view.until, view.today))


def _day(words: Words, day: date | None, today: date) -> str:
    return written.day(words, day, today) if day is not None else ""


def _figures(words: Words, view: StopView) -> list[str]:
    def money(kopecks: int) -> str:
        return written.money(words, kopecks)

    owed = words("stop-owed", debt=money(view.debt), overdue=money(view.overdue), days=view.days, late=int(view.overdue > 0))  # fmt: skip
    lines = [words("order-buyer", legal=view.legal_name)] if view.legal_name else []
    if view.tax_number:
        lines.append(words("order-tax", tax=view.tax_number))
    lines.append(owed)
    if view.limit is not None:
        lines.append(words("stop-limit", limit=money(view.limit)))
    if view.promise_due is not None:
        lines.append(words("stop-promise", day=_day(words, view.promise_due, view.today)))
    elif view.broken_due is not None:
        lines.append(words("stop-broken", day=written.day(words, view.broken_due)))
    if view.judged:
        lines.append(words("stop-reliability", kept=view.kept, judged=view.judged))
    lines.append(words("stop-turnover", sum=money(view.turnover)))
    return lines


def _said(words: Words, view: StopView) -> list[str]:
    lines = [words("stop-why", text=view.why)] if view.why else []
    day = _day(words, view.word_until, view.today)
    if view.manager:
        lines.append(words("stop-manager", name=view.manager, word=view.word or "none", day=day))
    elif view.word is not None:
        lines.append(words("stop-word", word=view.word, day=day))
    return lines


def _step(words: Words, view: StopView, line: StepLine) -> str:
    text = words(
        "stop-step",
        step=line.step.value,
        who=line.who,
        by="somebody" if line.who else "nobody",
        day=_day(words, line.until, view.today),
        dated="yes" if line.until else "no",
    )
    at = written.moment(words, line.at, view.today)
    return words("stop-step-line", at=at) + text + (words("stop-quote", text=line.text) if line.text else "")


def _ahead(words: Words, view: StopView) -> list[str]:
    """Whose word is waited for, until when, and what silence means."""
    if not view.awaited:
        return []
    until = _till(words, view.due, view.today)
    state = f"{view.state}_mine" if view.mine else view.state.value
    if view.final and view.mine:
        state = f"{state}_final"
    names = ", ".join(view.awaited)
    return [words("stop-ahead", state=state, names=names, until=until, clock="yes" if until else "no")]


def _till(words: Words, due: datetime | None, today: date) -> str:
    """«до 19:00» of today, «завтра до 18:00»."""
    if due is None:
        return ""
    day = "today" if due.date() == today else written.day(words, due.date(), today)
    return words("stop-till", clock=written.hour(due), day=day)


def _rows(words: Words, view: StopView) -> Rows:
    id_, client = view.id, view.client_id
    may = view.actions
    rows: list[tuple[Button, ...]] = []
    until = tap(words.plain("btn-stop-until"), AskUntil(stop=id_))
    if StopAction.WORD in may:
        rows += [
            (tap(words.plain("btn-stop-word"), SayStop(stop=id_)), until),
            (
                tap(words.plain("btn-stop-promised"), AskPromise(client=client)),
                tap(words.plain("btn-stop-dispute"), Dispute(client=client)),
            ),
        ]
    buttons = {
        StopAction.STOP: tap(words.plain("btn-stop-put"), PutStop(stop=id_)),
        StopAction.LIFT: tap(words.plain("btn-stop-lift"), LiftStop(stop=id_)),
        StopAction.UNTIL: until,
        StopAction.REJECT: tap(words.plain("btn-stop-no"), RejectStop(stop=id_)),
        StopAction.CONFIRM: tap(words.plain("btn-stop-done"), ConfirmStop(stop=id_)),
        StopAction.CLEAR: tap(words.plain("btn-stop-cleared"), ClearStop(stop=id_)),
        StopAction.ASK: tap(words.plain("btn-stop-ask"), AskAboutStop(stop=id_)),
        StopAction.ANSWER: tap(words.plain("btn-stop-answer"), AnswerStop(stop=id_)),
    }
    rows += in_rows([button for action, button in buttons.items() if action in may], 2)
    debt = tap(words.plain("btn-stop-debt"), OpenDebt(client=client))
    rows.append((debt, tap(words.plain("btn-to-stops"), OpenStops())))
    return tuple(rows)


def ask_until(words: Words, view: StopView, days: Sequence[date]) -> Screen:
    offered = [DateChoice(DateChoiceKind.IN_WEEK, day) for day in days]
    rows = choices.day_rows(words, offered, lambda day: SetUntil(stop=view.id, day=day.toordinal()), 3)
    asks = "yes" if StopAction.WORD in view.actions else "no"
    return Screen(words("ask-stop-until", name=view.name, asks=asks), (*rows, _back(words, view)))


def ask_text(words: Words, view: StopView, *, question: bool) -> Screen:
    if question:
        return Screen(words("ask-stop-question", name=view.name), (_back(words, view),))
    return Screen(words("ask-stop-answer", name=view.name, text=view.question), (_back(words, view),))


def ask_reason(words: Words, name: str, client_id: int) -> Screen:
    back = (tap(words.plain("btn-back"), OpenClient(client=client_id)),)
    return Screen(words("ask-stop-reason", name=name), (back,))


def _back(words: Words, view: StopView) -> tuple[Button, ...]:
    return (tap(words.plain("btn-back"), OpenStop(stop=view.id)),)


# --- several


def candidates(words: Words, views: Sequence[StopView], *, late: bool = False) -> Screen:
    """The morning's: one is its card, several are a list to go through."""
    if len(views) == 1:
        return card(words, views[0])
    lines = [candidates_head(words, views), *([words("ntf-stops-late")] if late else [])]
    lines += [_candidate(words, view) for view in views]
    return Screen(clipped("\n".join([*lines, "", words("ntf-stops-next")])), _opening(views))


def candidates_head(words: Words, views: Sequence[StopView]) -> str:
    """Whose word is waited for, and until when; of a single one with its name."""
    mine, first = views[0].state is StopState.CANDIDATE, views[0]
    until = _till(words, first.due, first.today)
    whose = "manager" if mine else "lead"
    return words("ntf-stops", count=len(views), name=first.name, until=until, whose=whose)


def candidates_row(words: Words, views: Sequence[StopView]) -> tuple[Button, ...]:
    """Under the alert of the day: to the only one, or to the list."""
    to: OpenStop | OpenStops = OpenStop(stop=views[0].id) if len(views) == 1 else OpenStops()
    return (tap(words.plain("btn-stops-word"), to),)


def _candidate(words: Words, view: StopView) -> str:
    amount = written.money(words, view.overdue)
    said = words("stops-candidate", name=view.name, sum=amount, days=view.days)
    return said + (words("stops-manager", name=view.manager) if view.manager else "")


def _opening(views: Sequence[StopView]) -> Rows:
    return in_rows([tap(short(view.name, NAME_ON_BUTTON), OpenStop(stop=view.id)) for view in views], 2)


def several(words: Words, views: Sequence[StopView], *, again: bool) -> Screen:
    """What came at one hour, as one list: what waits for the reader, or what was decided. `again`: a reminder of it."""
    mine = sum(view.mine for view in views)
    if mine == len(views):
        dues = {view.due for view in views}
        until = _till(words, views[0].due, views[0].today) if len(dues) == 1 else ""
        said = {"again": "yes" if again else "no", "clock": "yes" if until else "no"}
        lines = [words("ntf-stops-waiting", count=mine, until=until, **said)]
    else:
        lines = [words("ntf-stops-changed", count=len(views), mine=mine)]
    decides = {StopState.CANDIDATE, StopState.AT_LEAD}
    for view in views:
        asked = view.mine and view.state in decides
        lines.append(_candidate(words, view) if asked else _line(words, _listed(view), view.today))
    lines += ["", words("ntf-stops-next" if mine else "ntf-stops-look")]
    return Screen(clipped("\n".join(lines)), _opening(views))


def _listed(view: StopView) -> ListLine:
    return ListLine(view.id, view.name, view.state, view.manager, view.until, view.due, view.mine)


def _line(words: Words, line: ListLine, today: date) -> str:
    text = words(
        "stops-line",
        name=line.client,
        state=f"{line.state}_mine" if line.mine else line.state.value,
        day=_day(words, line.until, today),
        until=_till(words, line.due, today),
        clock="yes" if line.due else "no",
    )
    return text + (words("stops-manager", name=line.manager) if line.manager else "")


def hushed(words: Words, who: str, shown: Card, why: str) -> Screen:
    """To the lead: a manager leaves alone a debt that has climbed to the lead."""
    day = written.day(words, shown.undunned_until or shown.file.today, shown.file.today)
    late = [document.days for document in shown.documents if not document.dispute]
    text = words(
        "ntf-hushed",
        name=shown.name,
        who=who,
        day=day,
        why=silence_reason(words, why),
        sum=written.money(words, shown.overdue),
        days=max(late, default=0),
    )
    buttons = (
        tap(words.plain("btn-debt-open"), OpenDebt(client=shown.client_id)),
        tap(words.plain("btn-debt-remind"), EndSilence(client=shown.client_id)),
    )
    return Screen(text, (buttons,))


def stop_list(words: Words, view: StopList) -> Screen:
    """By what has to be done first; whose word is waited for, and until when."""
    back = ((tap(words.plain("btn-stops-alert"), OpenAlert()),),) if view.walks else ()
    if not view.lines:
        return Screen(words("msg-stops-none"), back)
    mine = sum(line.mine for line in view.lines)
    lines = [words("msg-stops", count=len(view.lines), mine=mine), ""]
    lines += [_line(words, line, view.today) for line in view.lines]
    buttons = [
        tap(
            words.plain(
                "btn-stop-mine" if line.mine else "btn-stop", name=short(line.client, NAME_ON_BUTTON)
            ),
            OpenStop(stop=line.id),
        )
        for line in view.lines
    ]
    return Screen(clipped("\n".join(lines)), (*in_rows(buttons, 2), *back))


def desk_row(words: Words, count: int) -> tuple[Button, ...]:
    """«Стоп-лист: 3» for the desk of debts; nothing where nobody is on it."""
    return (tap(words.plain("btn-stops", count=count), OpenStops()),) if count else ()
