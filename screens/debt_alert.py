"""The daily alert of debts: whom it names, how far the manager has come through it, and what has climbed to the lead."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from html import escape
from itertools import groupby

from domain.ladder import DunningLevel
from screens import format as written
from screens import stops
from screens.callbacks.debts import OpenDebt, OpenDebts
from screens.callbacks.dunning import OpenAlert, OpenAlertCard
from screens.debt_moves import Moved, moved_lines
from screens.debts import FileAge, file_age, short_name
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.stops import StopView
from screens.words import Words

SHOWN = 8
SHOWN_TO_LEAD = 10


class AlertKind(StrEnum):
    PROMISED_TODAY = "today"
    BROKEN = "broken"
    LEVEL = "level"
    DISPUTE = "dispute"


@dataclass(frozen=True, slots=True)
class AlertLine:
    """One client of the alert: `amount` promised for today, overdue, or disputed for too long; `days` past the oldest term.

    `done`: the manager has spoken with it since the morning. `pays_on` is a weekday of habit, 0 for Monday; `until` the day by
    which a dispute was to be settled.
    """

    client_id: int
    name: str
    kind: AlertKind
    level: DunningLevel | None
    amount: int
    days: int
    overdue: int = 0
    promise_due: date | None = None
    pays_on: int | None = None
    until: date | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """The lines of a day in the order in which they are worked. `stale`: the file is too old to be trusted.

    `moved` are those that would stand here if it were not for a birthday.
    """

    lines: tuple[AlertLine, ...]
    file: FileAge
    stale: bool
    moved: tuple[Moved, ...] = ()

    @property
    def left(self) -> tuple[AlertLine, ...]:
        return tuple(line for line in self.lines if not line.done)

    @property
    def overdue(self) -> int:
        return sum(line.overdue for line in self.left)

    def place(self, client_id: int) -> tuple[int, int] | None:
        """(which, of how many), None for a client that the alert does not name."""
        ids = [line.client_id for line in self.lines]
        return (ids.index(client_id) + 1, len(ids)) if client_id in ids else None

    def after(self, client_id: int) -> int | None:
        """The client that comes next and is not done yet."""
        at, _ = self.place(client_id) or (0, 0)
        return next((line.client_id for line in self.lines[at:] if not line.done), None)


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A client of the team at the lead's step or above: kopecks, days to today, and what the manager has done of late."""

    client_id: int
    name: str
    manager: str
    overdue: int
    days: int
    level: DunningLevel
    promise_due: date | None
    broken_day: date | None
    last_contact: date | None
    silent_until: date | None
    quiet_until: date | None = None


@dataclass(frozen=True, slots=True)
class LeadAlert:
    """`lines` stand by manager, the one with most overdue first; `count` clients owe `overdue` kopecks, those without a line too."""

    lines: tuple[LeadLine, ...]
    file: FileAge
    count: int
    overdue: int


# --- the manager's


def alert(words: Words, shown: Alert, *, late: bool = False, candidates: Sequence[StopView] = ()) -> Screen:
    """As it is pushed in the morning; the candidates of the stop list, whose clock is running, stand over it."""
    left = shown.left
    overdue = written.money(words, shown.overdue)
    head = words("ntf-debts", count=len(left), overdue=overdue, late=int(shown.overdue > 0))
    lines = [head, *([words("ntf-debts-late")] if late else [])]
    if not candidates:
        return _list(words, shown, lines)
    listed = _list(words, shown, [stops.candidates_head(words, candidates), "", *lines])
    return replace(listed, rows=(stops.candidates_row(words, candidates), *listed.rows))


def worked(words: Words, shown: Alert, *, before: str = "") -> Screen:
    """The same list later in the day: what is left of it. `before` says what the last tap recorded."""
    done, total = len(shown.lines) - len(shown.left), len(shown.lines)
    said = [before, ""] if before else []
    if not total:
        empty = [words("msg-alert-empty"), *moved_lines(words, shown.moved)]
        return Screen("\n".join([*said, *empty]), (_all_row(words),))
    head = words("msg-alert-worked", done=done, total=total)
    if not shown.left:
        return Screen("\n".join([*said, head]), (_all_row(words),))
    return _list(words, shown, [*said, head])


def _list(words: Words, shown: Alert, head: list[str]) -> Screen:
    lines = [*head, *([file_age(words, shown.file)] if shown.stale else []), ""]
    named, more = shown.left[:SHOWN], max(len(shown.left) - SHOWN, 0)
    lines += [f"{at}. {_alert_line(words, line)}" for at, line in enumerate(named, 1)]
    if more:
        lines.append(words("ntf-debts-more", count=more))
    lines += [*moved_lines(words, shown.moved), "", words("ntf-debts-next")]
    buttons = [tap(short_name(line.name), OpenAlertCard(client=line.client_id)) for line in named]
    return Screen(clipped("\n".join(lines)), (*in_rows(buttons, 2), _all_row(words)))


def _all_row(words: Words) -> tuple[Button, ...]:
    return (tap(words.plain("btn-all-debts"), OpenDebts()),)


def list_row(words: Words) -> tuple[Button, ...]:
    return (tap(words.plain("btn-debt-list"), OpenAlert()),)


def _alert_line(words: Words, line: AlertLine) -> str:
    name = f"<b>{escape(line.name, quote=False)}</b>"
    amount = written.money(words, line.amount)
    match line.kind:
        case AlertKind.PROMISED_TODAY:
            said = words("alert-promised", sum=amount) if line.amount else words("alert-promised-any")
        case AlertKind.BROKEN:
            said = words("alert-broken", sum=amount)
        case AlertKind.DISPUTE:
            day = written.short_day(words, line.until) if line.until else ""
            said = words("alert-dispute", sum=amount, day=day)
        case AlertKind.LEVEL:
            said = _level(words, line, amount)
    return f"{name}: {said}"


def _level(words: Words, line: AlertLine, amount: str) -> str:
    key = "alert-overdue" if line.days else "alert-due"
    said = words(key, sum=amount, days=line.days)
    if line.level is not None:
        said = f"{said} — {words(f'dunning-{line.level}')}"
    if line.promise_due is not None:
        return f"{said} {words('alert-waits', day=written.day(words, line.promise_due))}"
    if line.pays_on is not None:
        return f"{said} ({words('alert-pays-on', weekday=words.plain(f'weekdays-{line.pays_on + 1}'))})"
    return said


# --- the lead's


def for_lead(words: Words, shown: LeadAlert, *, late: bool = False) -> Screen:
    """By manager; ten lines, then a count."""
    if not shown.lines:
        return Screen(words("msg-lead-debts-none"), (_all_row(words),))
    head = words("ntf-lead-debts", count=shown.count, overdue=written.money(words, shown.overdue))
    lines = [head, *([words("ntf-debts-late")] if late else []), file_age(words, shown.file)]
    named = shown.lines[:SHOWN_TO_LEAD]
    for manager, group in groupby(named, key=lambda line: line.manager):
        lines += ["", f"<b>{escape(manager, quote=False)}</b>"]
        lines += [_lead_line(words, line, shown.file.today) for line in group]
    if shown.count > len(named):
        lines += ["", words("ntf-debts-more", count=shown.count - len(named))]
    lines += ["", words("ntf-lead-debts-next")]
    buttons = [tap(short_name(line.name), OpenDebt(client=line.client_id)) for line in named]
    return Screen(clipped("\n".join(lines)), (*in_rows(buttons, 2), _all_row(words)))


def _lead_line(words: Words, line: LeadLine, today: date) -> str:
    """What is owed, then what was done about it."""
    amount = written.money(words, line.overdue)
    step = "step-lead-mine" if line.level is DunningLevel.LEAD else f"step-{line.level}"
    said = words("lead-debt", name=line.name, sum=amount, days=line.days, step=words.plain(step))
    return f"{said}\n    {_done(words, line, today)}"


def _done(words: Words, line: LeadLine, today: date) -> str:
    if line.promise_due is not None:
        return words("lead-promised", day=written.day(words, line.promise_due, today))
    if line.quiet_until is not None:
        return words("lead-paid", day=written.day(words, line.quiet_until, today))
    if line.silent_until is not None:
        return words("lead-silent", day=written.day(words, line.silent_until, today))
    if line.broken_day is not None:
        return words("lead-broken", day=written.day(words, line.broken_day, today))
    if line.last_contact is not None:
        return words("lead-contact", day=written.day(words, line.last_contact, today))
    return words("lead-nothing")
