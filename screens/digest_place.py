"""Where a digest comes besides the lead's own chat, and what it says there: no client's name, and no money until it is asked for."""

from collections import Counter
from collections.abc import Sequence
from html import escape

from domain.digest import AlarmKind, DigestKind, WinKind
from screens import format as written
from screens.callbacks.digest import LeaveGroup, OpenDigest, ShowSums
from screens.digest_lines import away_text, calls_facts, calls_text, overdue_text
from screens.digest_period import days_text, figures, people_table, percent
from screens.digest_period_views import Period
from screens.digest_views import Digest, Fact, Line
from screens.screen import Button, Screen, Table, clipped, tap
from screens.words import Words

SHOWN_PEOPLE = 20
EMPTY = "—"
NAMED = {
    AlarmKind.HELD: "decisions",
    AlarmKind.DECISIONS: "decisions",
    AlarmKind.BROKEN: "promises",
    AlarmKind.PARTLY_KEPT: "promises",
    AlarmKind.OFF_PACE: "pace",
    AlarmKind.WEEK_BEHIND: "pace",
    AlarmKind.MONTH_BEHIND: "pace",
    AlarmKind.UNCOVERED: "people",
    AlarmKind.UNREACHABLE: "people",
    AlarmKind.ERRAND: "errands",
    AlarmKind.CLAIM: "claims",
    AlarmKind.NOT_ACCEPTED: "orders",
}
BEST = frozenset({WinKind.WEEK_BEST, WinKind.MONTH_BEST})


# --- the place


def here(words: Words, lead: str, *, sums: bool, again: str = "no") -> Screen:
    """In the group, when it is chosen. `again`: it comes there already, by the same lead (yes) or a fellow."""
    return Screen(words("msg-digest-here", name=lead, again=again, sums="yes" if sums else "no"))


def gone(words: Words, title: str = "", *, topic: bool = False) -> Screen:
    """In the group where it came before: where it comes now, if anywhere; `topic`: in another of the same group."""
    where = "topic" if topic else "group" if title else "none"
    return Screen(words("msg-digest-gone", where=where, title=title))


def place(words: Words, title: str, *, sums: bool) -> Screen:
    key = "btn-digest-sums-off" if sums else "btn-digest-sums-on"
    rows: tuple[tuple[Button, ...], ...] = (
        (tap(words.plain(key), ShowSums(sums=not sums)), tap(words.plain("btn-digest-leave"), LeaveGroup())),
        (tap(words.plain("btn-digest"), OpenDigest()),),
    )
    return Screen(words("msg-digest-place", title=title, sums="yes" if sums else "no"), rows)


def left(words: Words) -> Screen:
    return Screen(words("msg-digest-left"), ((tap(words.plain("btn-digest"), OpenDigest()),),))


def shut_out(words: Words, title: str) -> Screen:
    return Screen(
        words("ntf-digest-shut-out", title=title), ((tap(words.plain("btn-digest"), OpenDigest()),),)
    )


# --- what a group reads


def day(words: Words, shown: Digest, *, sums: bool, late: bool = False) -> Screen:
    head = words(f"msg-digest-{shown.kind}", day=written.day(words, shown.day), clock=written.hour(shown.at))
    lines = [head, *([words("digest-late")] if late else []), *_day_figures(words, shown, sums=sums)]
    lines += _alarms(words, shown.alarms)
    people = shown.lines[:SHOWN_PEOPLE]
    cells = [_cells(words, shown, line, sums=sums) for line in people]
    plan = shown.kind is DigestKind.PLAN
    names = ("listed", "due-count") if plan else ("calls", "reached", "orders")
    columns = (words.plain("digest-column-name"), *(words.plain(f"digest-column-{name}") for name in names))
    return _screen(words, lines, Table(columns, tuple(cells)))


def _day_figures(words: Words, shown: Digest, *, sums: bool) -> list[str]:
    norm, money = shown.total("norm"), shown.total("order_sum")
    if shown.kind is DigestKind.PLAN:
        listed, due = shown.total("listed"), shown.total("due_count")
        lines = [words("group-plan", listed=listed, norm=norm, due=due)]
    elif sums:
        known = "yes" if shown.usual else "no"
        told = {"sum": written.thousands(words, money), "usual": written.thousands(words, shown.usual)}
        lines = [words("digest-money", count=shown.total("orders"), known=known, **told)]
    else:
        usual = written.percent(words, percent(money, shown.usual)) if shown.usual else "none"
        lines = [words("group-money", count=shown.total("orders"), usual=usual)]
    if shown.kind is not DigestKind.PLAN:
        calls, reached = shown.total("calls"), shown.total("reached")
        lines.append(words("digest-calls", **calls_facts(calls, norm), reached=reached))
    return [*lines, *_overdue(words, shown, sums=sums)]


def _overdue(words: Words, shown: Digest | Period, *, sums: bool) -> list[str]:
    """Without sums the change in percent, where somebody has looked before."""
    owed = shown.overdue
    if owed is None:
        return []
    if sums:
        return [overdue_text(words, owed)]
    if not owed.before or owed.since is None:
        return []
    by = round((owed.now - owed.before) * 100 / owed.before)
    change = written.percent(words, f"{'+' if by > 0 else '−'}{abs(by)}") if by else "none"
    return [words("group-overdue", change=change, day=written.short_day(words, owed.since))]


def _cells(words: Words, shown: Digest, line: Line, *, sums: bool) -> tuple[str, ...]:
    name = escape(line.name, quote=False)
    if line.away and not line.calls and not line.listed:
        return (name, away_text(words, line.away))
    if shown.kind is DigestKind.PLAN:
        return (name, str(line.listed), str(line.due_count) if line.due_count else EMPTY)
    calls = calls_text(line.calls, line.norm)
    if sums:
        orders = f"{line.orders} · {written.thousands(words, line.order_sum)}" if line.orders else EMPTY
    else:
        share = percent(line.order_sum, shown.total("order_sum"))
        orders = f"{line.orders} · {written.percent(words, share)}" if line.orders else EMPTY
    return (name, calls, str(line.reached), orders)


def _alarms(words: Words, alarms: Sequence[Fact]) -> list[str]:
    """How many of what kind: whose client it is, is for the lead."""
    if not alarms:
        return []
    counted = Counter(NAMED.get(AlarmKind(fact.kind), "clients") for fact in alarms)
    kinds = [words.plain(f"group-alarm-{name}", count=count) for name, count in counted.items()]
    return [words("group-alarms", count=len(alarms), list=", ".join(kinds))]


def period(words: Words, shown: Period, *, sums: bool, late: bool = False) -> Screen:
    days = days_text(words, shown.span, shown.days.start, shown.days.end)
    lines = [
        words(f"msg-digest-{shown.span}", days=days, over="yes" if shown.over else "no"),
        *([words("digest-late")] if late else []),
        *figures(words, shown, sums=sums),
        *([] if sums else _overdue(words, shown, sums=False)),
        *_alarms(words, shown.alarms),
    ]
    lines += [words("group-best", name=fact.manager) for fact in shown.wins if fact.kind in BEST]
    return _screen(words, lines, people_table(words, shown, shown.lines[:SHOWN_PEOPLE], sums=sums))


def _screen(words: Words, lines: list[str], table: Table) -> Screen:
    """The button goes on in the private chat of whoever leads."""
    plain = [words("digest-people"), *(_told(table.head, row) for row in table.rows)]
    return Screen(
        clipped("\n".join([*lines, "", *plain])),
        ((tap(words.plain("btn-digest-look"), OpenDigest()),),),
        rich=("\n".join(lines), table),
    )


def _told(head: Sequence[str], row: Sequence[str]) -> str:
    """«Анна — звонки 3/30 · дозвон 2 · заказы 1 · 87 %»: each figure by the name of its column, empty ones left out."""
    name, *cells = row
    if len(row) < len(head):
        return f"<b>{name}</b> — {' · '.join(cells)}"
    named = [
        f"{column.lower()} {cell}" for column, cell in zip(head[1:], cells, strict=True) if cell != EMPTY
    ]
    return f"<b>{name}</b> — {' · '.join(named)}"
