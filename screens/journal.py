"""The journal: a day of look-ups, exports, changes, or of what was done in somebody's place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from html import escape
from typing import Any

from domain.secrecy import JournalKind
from screens import format as written
from screens.callbacks.clients import OpenClient
from screens.callbacks.secrecy import ChooseWhose, OpenExports, OpenJournal, TakeJournal
from screens.callbacks.team import OpenTeam
from screens.screen import Button, FileRef, Screen, clipped, in_rows, tap
from screens.timeline import EventLine, event_text
from screens.words import Words

COLUMNS = ("day", "clock", "who", "owner", "client", "what")


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One look, export or change. `at` is local; `owner` in whose place, `whom` the colleague it was about.

    A look has `times`; an event of a client's history has `event`; anything else an `action`.
    """

    at: datetime
    who: str
    client_id: int = 0
    client: str = ""
    times: int = 0
    beside: bool = False
    action: str = ""
    event: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    whom: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class JournalPage:
    """`employee` 0: of everybody; `searches` and `debts` are how often lists were asked for that day."""

    kind: JournalKind
    day: date
    employee: int
    name: str
    lines: tuple[JournalLine, ...]
    start: int
    next_start: int | None
    searches: int = 0
    debts: int = 0
    exports_closed: bool = False


@dataclass(frozen=True, slots=True)
class Viewers:
    client: int
    name: str
    lines: tuple[JournalLine, ...]


def page(words: Words, view: JournalPage, today: date) -> Screen:
    head = words(
        "msg-journal",
        kind=words.plain("journal-kind", kind=view.kind.value),
        day=written.day(words, view.day, today),
        name=view.name,
        known="yes" if view.name else "no",
    )
    lists = words("journal-lists", searches=view.searches, debts=view.debts)
    closed = words("journal-exports-closed") if view.exports_closed else ""
    lines = [line_text(words, line, today, named=not view.employee) for line in view.lines]
    body = "\n".join(lines) if lines else words("journal-empty", kind=view.kind.value)
    shown = lists if view.searches or view.debts else ""
    text = "\n".join(filter(None, [head, shown, closed, "", body]))
    return Screen(clipped(text), _rows(words, view, today))


def _rows(words: Words, view: JournalPage, today: date) -> tuple[tuple[Button, ...], ...]:
    day, whose = view.day.toordinal(), view.employee

    def to(
        text: str, *, kind: JournalKind = view.kind, on: int = day, of: int = whose, start: int = 0
    ) -> Button:
        return tap(text, OpenJournal(kind=kind, day=on, whose=of, start=start))

    kinds = [
        to(words.plain("journal-kind", kind=kind.value), kind=kind)
        for kind in JournalKind
        if kind is not view.kind
    ]
    days = [to("‹ " + written.short_day(words, view.day - timedelta(days=1)), on=day - 1)]
    if view.day < today:
        days.append(to(written.short_day(words, view.day + timedelta(days=1)) + " ›", on=day + 1))
    pages = [to(words.plain("btn-journal-more"), start=view.next_start)] if view.next_start else []
    who = tap(words.plain("btn-journal-who"), ChooseWhose(kind=view.kind, day=day))
    all_ = [to(words.plain("btn-journal-all"), of=0)] if whose else []
    file = tap(words.plain("btn-journal-file"), TakeJournal(kind=view.kind, day=day, whose=whose))
    closed = (
        ((tap(words.plain("btn-exports-open"), OpenExports(employee=whose)),),) if view.exports_closed else ()
    )
    return (
        *((tuple(pages),) if pages else ()),
        *closed,
        tuple(kinds),
        tuple(days),
        (who, *all_),
        (file, tap(words.plain("btn-team"), OpenTeam())),
    )


def choose_whose(words: Words, people: list[tuple[int, str]], kind: JournalKind, day: int) -> Screen:
    buttons = [tap(name, OpenJournal(kind=kind, day=day, whose=id_)) for id_, name in people]
    back = (tap(words.plain("btn-back"), OpenJournal(kind=kind, day=day)),)
    return Screen(words("ask-journal-whose"), (*in_rows(buttons[:60], 2), back))


def line_text(words: Words, line: JournalLine, today: date, *, named: bool = True) -> str:
    """«14:20 Анна: Ромашка, 3 раза, вне плана»."""
    head = f"{line.at:%H:%M}"
    if named:
        head += f" {escape(line.who, quote=False)}"
    owner = words("journal-for", name=line.owner) if line.owner else ""
    return f"{head}{owner}: {_what(words, line, today)}"


def _what(words: Words, line: JournalLine, today: date) -> str:
    client = escape(line.client, quote=False)
    if line.times:
        return f"{client}{_often(words, line)}"
    if line.event:
        return f"{client}: {event_text(words, EventLine(line.at, line.event, line.facts), today)}"
    if line.action == "changed":
        changed = event_text(words, EventLine(line.at, "changed", line.facts), today)
        return f"{client}: {changed}"
    what = words(
        "audit-what",
        action=line.action,
        file=words.plain("audit-file", what=str(line.facts.get("what", ""))),
        name=line.whom,
        known="yes" if line.whom else "no",
    )
    return f"{client}: {what}" if client else what


def _often(words: Words, line: JournalLine) -> str:
    often = words("journal-times", count=line.times) if line.times > 1 else ""
    return often + (words("journal-beside") if line.beside else "")


def _viewer(words: Words, line: JournalLine) -> str:
    """«23.11 18:31 Анна за Игорь, 3 раза»."""
    owner = words("journal-for", name=line.owner) if line.owner else ""
    when = f"{written.short_day(words, line.at.date())} {line.at:%H:%M}"
    return f"{when} {escape(line.who, quote=False)}{owner}{_often(words, line)}"


def viewers(words: Words, view: Viewers) -> Screen:
    lines = [_viewer(words, line) for line in view.lines]
    body = "\n".join(lines) if lines else words("journal-viewers-none")
    head = words("msg-journal-viewers", name=view.name)
    back = (tap(words.plain("btn-to-client"), OpenClient(client=view.client)),)
    return Screen(clipped(f"{head}\n\n{body}"), (back,))


def journal_file(view: TakeJournal, employee: int, language: str, day: date) -> FileRef:
    extra = {"kind": view.kind.value, "day": day.isoformat(), "employee": str(view.whose)}
    return FileRef("journal", employee, language, extra)


def heads(words: Words) -> list[str]:
    return [words.plain("journal-column", column=column) for column in COLUMNS]


def cells(words: Words, line: JournalLine) -> tuple[date | str, ...]:
    """A row of the file, in plain text."""
    from html import unescape

    what = unescape(_what(words, line, line.at.date())).removeprefix(f"{line.client}: ")
    if line.times:
        what = words.plain("journal-card") + unescape(_often(words, line))
    return (line.at.date(), f"{line.at:%H:%M}", line.who, line.owner, line.client, what)
