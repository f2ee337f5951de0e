"""The debt desk: what is owed to a manager or to a team, by age, as a table and as a picture, and who to begin with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from html import escape

from domain.ageing import Bucket
from domain.charts import Chart, Rows, Series
from screens import format as written
from screens.callbacks.debts import DebtsOf, DebtsPicture, DebtsTable, OpenDebt, OpenDebts
from screens.debts import FileAge, file_age, short_name
from screens.payments import waiting_row
from screens.reconciliation_board import board_button
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.stops import desk_row
from screens.words import Words

Keyboard = tuple[tuple[Button, ...], ...]
WIDTH = 32  # letters of a table that a phone shows without breaking its lines
SHORTEST_NAME = 6
MANAGERS = 40
PICTURED = 12
THOUSAND_ROUBLES = 100_000


@dataclass(frozen=True, slots=True)
class Change:
    """Kopecks overdue on an earlier day, to compare with."""

    day: date
    overdue: int


class Quiet(StrEnum):
    """Why an overdue client is left alone: nobody is to be reminded, or it says that it has paid."""

    HUSHED = "hushed"
    PAID = "paid"


@dataclass(frozen=True, slots=True)
class Line:
    """An overdue client; `overdue` and `days` to today, `days` None where all of it is in dispute."""

    client_id: int
    name: str
    overdue: int
    days: int | None
    quiet: Quiet | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """One manager's debts. Buckets sum to `debt`; `no_term` and `disputed` are parts of it, `advances` is apart."""

    manager_id: int
    manager: str
    file: FileAge
    buckets: tuple[Bucket, ...]
    debt: int
    overdue: int
    advances: int
    no_term: int
    disputed: int
    promised: int
    before: Change | None
    lines: tuple[Line, ...]
    start: int
    size: int
    total: int
    back: bool
    may_import: bool
    stops: int = 0


@dataclass(frozen=True, slots=True)
class TeamLine:
    """`change` of what is overdue since `Team.since`; None where that day nobody looked."""

    manager_id: int
    name: str
    debt: int
    overdue: int
    clients: int
    change: int | None = None


@dataclass(frozen=True, slots=True)
class Team:
    """Buckets are of all of them together."""

    """`waiting` payments have no client yet."""

    file: FileAge
    lines: tuple[TeamLine, ...]
    buckets: tuple[Bucket, ...]
    advances: int
    since: date | None
    may_import: bool
    stops: int = 0
    waiting: int = 0

    @property
    def debt(self) -> int:
        return sum(line.debt for line in self.lines)

    @property
    def overdue(self) -> int:
        return sum(line.overdue for line in self.lines)


def debts(words: Words, view: Desk | Team) -> Screen:
    return desk(words, view) if isinstance(view, Desk) else team(words, view)


# --- one manager


def desk(words: Words, view: Desk) -> Screen:
    """Every bucket that has something in it: they sum to the first figure."""
    whose = [words("debts-of", name=view.manager)] if view.manager else []
    if not (view.debt or view.advances):
        lines = [*whose, words("msg-debts-none"), file_age(words, view.file)]
        return Screen("\n".join([*lines, *_hint(words, view)]), _last_rows(words, view))
    parts = {"no-term": view.no_term, "disputed": view.disputed, "promised": view.promised}
    lines = [*whose, _head(words, view), file_age(words, view.file)]
    lines += [f"<pre>{_ageing(words, view)}</pre>"] if view.debt else []
    lines += [words(f"debts-{name}", sum=written.money(words, sum_)) for name, sum_ in parts.items() if sum_]
    lines += [*_netted(words, view), *_changed(words, view), *_hint(words, view)]
    lines += ["", words("debts-whom")] if view.lines else []
    rows = (*_client_rows(words, view), _files_row(words, view.manager_id), *_last_rows(words, view))
    return Screen("\n".join(lines), rows)


def _head(words: Words, view: Desk | Team) -> str:
    debt, overdue = written.money(words, view.debt), written.money(words, view.overdue)
    day = written.short_day(words, view.file.as_of or view.file.today)
    return words("msg-debts", debt=debt, overdue=overdue, late=int(view.overdue > 0), day=day)


def _ageing(words: Words, view: Desk | Team) -> str:
    """Age, sum, share, well parted; where a phone has no room, first the gap goes, then the shares."""
    shown = [bucket for bucket in view.buckets if bucket.documents]
    labels = [*(bucket_text(words, bucket) for bucket in shown), words.plain("ageing-total")]
    amounts = [*(bucket.amount for bucket in shown), view.debt]
    in_kopecks = any(amount % 100 for amount in amounts)
    sums = [written.amount(words, amount, kopecks_shown=in_kopecks) for amount in amounts]
    shares = [written.percent(words, (amount * 200 + view.debt) // (view.debt * 2)) for amount in amounts]
    for gap in (" ", ""):
        rows = [
            [label, amount, gap + share] for label, amount, share in zip(labels, sums, shares, strict=True)
        ]
        table = written.table(rows)
        if len(table.partition("\n")[0]) <= WIDTH:
            return escape(table, quote=False)
    return escape(written.table([row[:2] for row in rows]), quote=False)


def bucket_text(words: Words, bucket: Bucket) -> str:
    """«8–30 дн.»."""
    if bucket.from_days is None:
        return words.plain("ageing-not-due")
    if bucket.to_days is None:
        return words.plain("ageing-over", days=bucket.from_days - 1)
    return words.plain("ageing-days", start=bucket.from_days, end=bucket.to_days)


def _netted(words: Words, view: Desk | Team) -> list[str]:
    """The overpaid is a line of its own, and what the two would make together beside it."""
    if not view.advances:
        return []
    balance = written.money(words, view.debt - view.advances)
    return [
        words("debts-advances", sum=written.money(words, view.advances)),
        words("debts-balance", sum=balance),
    ]


def _changed(words: Words, view: Desk) -> list[str]:
    if view.before is None or view.before.overdue == view.overdue:
        return []
    change = view.overdue - view.before.overdue
    return [
        words(
            "debts-change",
            grew="yes" if change > 0 else "no",
            day=written.short_day(words, view.before.day),
            sum=written.money(words, abs(change)),
        )
    ]


def _hint(words: Words, view: Desk | Team) -> list[str]:
    return ["", words("debts-send-file")] if view.may_import else []


def _client_rows(words: Words, view: Desk) -> Keyboard:
    rows: list[tuple[Button, ...]] = [
        (tap(_client_label(words, line), OpenDebt(client=line.client_id)),) for line in view.lines
    ]
    turn = []
    if view.start > 0:
        before = DebtsOf(manager=view.manager_id, start=max(view.start - view.size, 0))
        turn.append(tap(words.plain("btn-debts-back"), before))
    if view.start + view.size < view.total:
        after = DebtsOf(manager=view.manager_id, start=view.start + view.size)
        turn.append(tap(words.plain("btn-debts-on", left=view.total - view.start - view.size), after))
    return (*rows, tuple(turn)) if turn else tuple(rows)


def _client_label(words: Words, line: Line) -> str:
    kind = line.quiet or ("disputed" if line.days is None else "")
    key = f"btn-debtor-{kind}" if kind else "btn-debtor"
    amount = written.thousands(words, line.overdue)
    return words.plain(key, name=short_name(line.name), sum=amount, days=line.days or 0)


def _files_row(words: Words, manager: int) -> tuple[Button, ...]:
    return (
        tap(words.plain("btn-debts-picture"), DebtsPicture(manager=manager)),
        tap(words.plain("btn-debts-table"), DebtsTable(manager=manager)),
        board_button(words, manager),
    )


def _last_rows(words: Words, view: Desk | Team) -> Keyboard:
    """What else is done about money; under a manager opened by a lead only the way back."""
    if isinstance(view, Desk) and view.back:
        return ((tap(words.plain("btn-back"), OpenDebts()),),)
    row = desk_row(words, view.stops)
    waiting = waiting_row(words, view.waiting) if isinstance(view, Team) else ()
    return (*waiting, row) if row else waiting


# --- several managers


def team(words: Words, view: Team) -> Screen:
    """A line for each manager whose clients owe; the largest overdue first."""
    if not view.lines:
        text = "\n".join([words("msg-debts-none"), file_age(words, view.file), *_hint(words, view)])
        return Screen(text, _last_rows(words, view))
    shown = view.lines[:MANAGERS]
    # a table is one element that must not be cut in two
    lines = [_head(words, view), file_age(words, view.file)]
    lines += [f"<pre>{_ageing(words, view)}</pre>"] if view.debt else []
    lines.append(f"<pre>{_team_table(words, view, shown)}</pre>")
    if len(view.lines) > len(shown):
        lines.append(words("digest-people-more", count=len(view.lines) - len(shown)))
    buttons = [tap(line.name, DebtsOf(manager=line.manager_id)) for line in shown]
    text = "\n".join([*lines, *_netted(words, view), *_hint(words, view)])
    return Screen(text, (*in_rows(buttons, 2), _files_row(words, 0), *_last_rows(words, view)))


def _team_table(words: Words, view: Team, shown: Sequence[TeamLine]) -> str:
    """Thousands of roubles: debt, overdue and its change; the names take what room is left."""
    heads = [words.plain(f"debts-column-{name}") for name in ("thousands", "debt", "overdue")]
    rows = [heads, *([line.name, _round(line.debt), _round(line.overdue)] for line in shown)]
    rows.append([words.plain("ageing-total"), _round(view.debt), _round(view.overdue)])
    if view.since is not None:
        known = [line.change for line in view.lines if line.change is not None]
        changes = [*(line.change for line in shown), sum(known)]
        rows[0].append(words.plain("debts-column-since", day=written.short_day(words, view.since)))
        for row, change in zip(rows[1:], changes, strict=True):
            row.append(_signed(change))
    figures = sum(max(len(row[at]) for row in rows) + 1 for at in range(1, len(rows[0])))
    room = max(WIDTH - figures, SHORTEST_NAME)
    named = [[_cut(row[0], room), *row[1:]] for row in rows]
    return escape(written.table(named), quote=False)


def _cut(name: str, longest: int) -> str:
    return name if len(name) <= longest else name[: longest - 1] + "…"


def _round(kopecks: int) -> str:
    """Whole thousands of roubles; what is not nothing is never shown as 0."""
    thousands = (kopecks + THOUSAND_ROUBLES // 2) // THOUSAND_ROUBLES
    return "<1" if kopecks and not thousands else written.grouped(thousands)


def _signed(change: int | None) -> str:
    if change is None:
        return "—"
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return sign + _round(abs(change))


# --- the picture


def picture(words: Words, view: Desk | Team) -> tuple[Chart | None, Screen]:
    """The picture, None where nothing is owed, and what stands under it."""
    manager = view.manager_id if isinstance(view, Desk) else 0
    whose = [words("debts-of", name=view.manager)] if isinstance(view, Desk) and view.manager else []
    back = DebtsOf(manager=manager) if whose else OpenDebts()
    if not view.debt:
        return None, Screen(words("msg-debts-none"), ((tap(words.plain("btn-debts"), back),),))
    rows = (
        (
            tap(words.plain("btn-debts-table"), DebtsTable(manager=manager)),
            tap(words.plain("btn-debts"), back),
        ),
    )
    text = clipped("\n".join([*whose, _head(words, view), file_age(words, view.file)]), 1024)
    chart = _by_age(words, view) if isinstance(view, Desk) else _by_manager(words, view)
    return chart, Screen(text, rows)


def _by_age(words: Words, view: Desk) -> Chart:
    """Every bucket, the empty too: what is not owed is good news."""
    buckets = view.buckets
    return Rows(
        title=words.plain("chart-debts", sum=written.money(words, view.debt)),
        subtitle=" · ".join(part for part in (view.manager, _file(words, view.file)) if part),
        labels=tuple(bucket_text(words, bucket) for bucket in buckets),
        series=_series(
            words,
            [bucket.amount if bucket.not_due else 0 for bucket in buckets],
            [0 if bucket.not_due else bucket.amount for bucket in buckets],
        ),
        marks=tuple(written.money(words, bucket.amount) for bucket in buckets),
    )


def _by_manager(words: Words, view: Team) -> Chart:
    lines = view.lines[:PICTURED]
    return Rows(
        title=words.plain("chart-debts", sum=written.money(words, view.debt)),
        subtitle=_file(words, view.file),
        labels=tuple(line.name for line in lines),
        series=_series(words, [line.debt - line.overdue for line in lines], [line.overdue for line in lines]),
        marks=tuple(
            words.plain(
                "chart-debts-late",
                overdue=written.thousands(words, line.overdue),
                debt=written.thousands(words, line.debt),
                late=int(line.overdue > 0),
            )
            for line in lines
        ),
    )


def _series(words: Words, calm: Sequence[int], late: Sequence[int]) -> tuple[Series, ...]:
    return (
        Series(words.plain("chart-debts-not-due"), tuple(calm)),
        Series(words.plain("chart-debts-overdue"), tuple(late)),
    )


def _file(words: Words, file: FileAge) -> str:
    return words.plain("chart-debts-file", day=written.short_day(words, file.as_of)) if file.as_of else ""


def file_caption(words: Words) -> Screen:
    return Screen(words("msg-debts-file"), ((tap(words.plain("btn-debts"), OpenDebts()),),))
