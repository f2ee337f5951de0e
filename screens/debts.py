"""Debts: the desk of a manager or of a team, one client's documents, the daily alert, promises to pay."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from html import escape

from domain.ageing import Bucket
from domain.ladder import DunningLevel
from screens import format as written
from screens.callbacks.calls import OpenCard
from screens.callbacks.clients import OpenClient
from screens.callbacks.debts import (
    ALL_DOCUMENTS,
    AskPromise,
    DebtsOf,
    Dispute,
    EndDispute,
    OpenDebt,
    OpenDebts,
    ToldPaid,
    ToLead,
)
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

Rows = tuple[tuple[Button, ...], ...]
NAME_ON_BUTTON = 24


@dataclass(frozen=True, slots=True)
class FileAge:
    """Which file the figures come from: `as_of` the newest date, `oldest` that of the clients it did not name."""

    as_of: date | None
    oldest: date | None
    today: date


@dataclass(frozen=True, slots=True)
class Line:
    """An overdue client; `days` None where all of it is in dispute."""

    client_id: int
    name: str
    overdue: int
    days: int | None


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
    lines: tuple[Line, ...]
    start: int
    size: int
    total: int
    back: bool
    may_import: bool


@dataclass(frozen=True, slots=True)
class TeamLine:
    manager_id: int
    name: str
    debt: int
    overdue: int
    clients: int


@dataclass(frozen=True, slots=True)
class Team:
    file: FileAge
    lines: tuple[TeamLine, ...]
    advances: int
    may_import: bool


@dataclass(frozen=True, slots=True)
class Document:
    """`days` past the term on the date of the file; `due` None where no term is known."""

    id: int
    name: str
    amount: int
    due: date | None
    days: int
    dispute: str


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """`left` in kopecks is what is not yet seen of it; None where no sum was named."""

    id: int
    due: date
    left: int | None


@dataclass(frozen=True, slots=True)
class Card:
    """What one client owes. `broken_due` is the day of the last word not kept."""

    client_id: int
    name: str
    file: FileAge
    debt: int
    overdue: int
    advance: int
    documents: tuple[Document, ...]
    more: int
    promises: tuple[OpenPromise, ...]
    broken_due: date | None
    kept: int
    judged: int
    quiet_until: date | None
    level: DunningLevel | None
    may_act: bool
    may_tell_lead: bool

    @property
    def disputed(self) -> bool:
        return any(document.dispute for document in self.documents)


class AlertKind(StrEnum):
    PROMISED_TODAY = "today"
    BROKEN = "broken"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class AlertLine:
    """One client of the alert: `amount` promised for today, or overdue; `days` past the oldest term."""

    client_id: int
    name: str
    kind: AlertKind
    level: DunningLevel | None
    amount: int
    days: int
    promise_due: date | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    lines: tuple[AlertLine, ...]
    more: int
    overdue: int
    file: FileAge
    stale: bool


# --- the desk


def debts(words: Words, view: Desk | Team) -> Screen:
    return desk(words, view) if isinstance(view, Desk) else team(words, view)


def desk(words: Words, view: Desk) -> Screen:
    """Every bucket that has something in it: they sum to the first figure."""
    whose = [words("debts-of", name=view.manager)] if view.manager else []
    if not (view.debt or view.advances):
        lines = [*whose, words("msg-debts-none"), file_age(words, view.file)]
        return Screen("\n".join([*lines, *_hint(words, view)]), _back_row(words, view))
    debt, overdue = written.money(words, view.debt), written.money(words, view.overdue)
    parts = {
        "no-term": view.no_term,
        "disputed": view.disputed,
        "promised": view.promised,
        "advances": view.advances,
    }
    lines = [
        *whose,
        words("msg-debts", debt=debt, overdue=overdue, late=int(view.overdue > 0)),
        file_age(words, view.file),
        "",
        *(_bucket(words, bucket) for bucket in view.buckets if bucket.documents),
        *(words(f"debts-{name}", sum=written.money(words, sum_)) for name, sum_ in parts.items() if sum_),
        *_hint(words, view),
    ]
    lines += ["", words("debts-whom")] if view.lines else []
    return Screen(clipped("\n".join(lines)), (*_client_rows(words, view), *_back_row(words, view)))


def _hint(words: Words, view: Desk | Team) -> list[str]:
    return ["", words("debts-send-file")] if view.may_import else []


def _bucket(words: Words, bucket: Bucket) -> str:
    amount = written.money(words, bucket.amount)
    if bucket.from_days is None:
        return words("bucket-not-due", sum=amount)
    if bucket.to_days is None:
        return words("bucket-over", days=bucket.from_days - 1, sum=amount)
    return words("bucket-days", start=bucket.from_days, end=bucket.to_days, sum=amount)


def _client_rows(words: Words, view: Desk) -> Rows:
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
    key = "btn-debtor-disputed" if line.days is None else "btn-debtor"
    amount = written.thousands(words, line.overdue)
    return words.plain(key, name=_short(line.name), sum=amount, days=line.days or 0)


def _short(name: str) -> str:
    return name if len(name) <= NAME_ON_BUTTON else name[: NAME_ON_BUTTON - 1] + "…"


def _back_row(words: Words, view: Desk) -> Rows:
    return ((tap(words.plain("btn-back"), OpenDebts()),),) if view.back else ()


def team(words: Words, view: Team) -> Screen:
    """A line for each manager whose clients owe; the largest overdue first."""
    if not view.lines:
        return Screen("\n".join([words("msg-debts-none"), file_age(words, view.file), *_hint(words, view)]))
    debt = sum(line.debt for line in view.lines)
    overdue = sum(line.overdue for line in view.lines)
    lines = [
        words(
            "msg-debts",
            debt=written.money(words, debt),
            overdue=written.money(words, overdue),
            late=int(overdue > 0),
        ),
        file_age(words, view.file),
        "",
        *(_team_line(words, line) for line in view.lines),
    ]
    if view.advances:
        lines.append(words("debts-advances", sum=written.money(words, view.advances)))
    buttons = [tap(line.name, DebtsOf(manager=line.manager_id)) for line in view.lines[:40]]
    return Screen(clipped("\n".join([*lines, *_hint(words, view)])), in_rows(buttons, 2))


def _team_line(words: Words, line: TeamLine) -> str:
    return words(
        "debts-manager",
        name=line.name,
        debt=written.money(words, line.debt),
        overdue=written.money(words, line.overdue),
        late=int(line.overdue > 0),
        clients=line.clients,
    )


def file_age(words: Words, file: FileAge) -> str:
    """«По файлу от 20.11, 3 дня назад.»"""
    if file.as_of is None:
        return words("debts-no-file")
    day = written.short_day(words, file.as_of)
    days = max((file.today - file.as_of).days, 0)
    if file.oldest is not None and file.oldest < file.as_of:
        oldest = written.short_day(words, file.oldest)
        return words("debts-files", day=day, days=days, oldest=oldest)
    return words("debts-file", day=day, days=days)


# --- one client


def card(words: Words, shown: Card) -> Screen:
    money = {"debt": written.money(words, shown.debt), "overdue": written.money(words, shown.overdue)}
    head = "msg-debt" if shown.debt else "msg-debt-none"
    lines = [
        words(head, name=shown.name, late=int(shown.overdue > 0), **money),
        file_age(words, shown.file),
        *_standing(words, shown),
    ]
    if shown.documents or shown.advance:
        lines.append("")
    lines += [_document(words, document) for document in shown.documents]
    if shown.more:
        lines.append(words("debt-more", count=shown.more))
    if shown.advance:
        lines.append(words("debts-advances", sum=written.money(words, shown.advance)))
    return Screen(clipped("\n".join(lines)), _card_rows(words, shown))


def _standing(words: Words, shown: Card) -> list[str]:
    lines = [_promise(words, one, shown.file.today) for one in shown.promises]
    if shown.broken_due is not None:
        lines.append(words("debt-broken", day=written.day(words, shown.broken_due)))
    if shown.judged:
        lines.append(words("debt-reliability", kept=shown.kept, judged=shown.judged))
    if shown.quiet_until is not None:
        lines.append(words("debt-quiet", day=written.day(words, shown.quiet_until, shown.file.today)))
    if shown.level is not None and not shown.promises and shown.quiet_until is None:
        lines.append(words("debt-next", step=words.plain(f"dunning-{shown.level}")))
    return lines


def _promise(words: Words, one: OpenPromise, today: date) -> str:
    day = written.day(words, one.due, today)
    if one.left is None:
        return words("debt-promise", day=day)
    return words("debt-promise-sum", day=day, sum=written.money(words, one.left))


def _document(words: Words, document: Document) -> str:
    amount = written.money(words, document.amount)
    facts = {"name": document.name or words.plain("debt-balance"), "sum": amount}
    if document.due is None:
        line = words("debt-document-no-term", **facts)
    else:
        due = written.short_day(words, document.due)
        line = words("debt-document", due=due, days=document.days, **facts)
    return f"{line} {words('debt-disputed', reason=document.dispute)}" if document.dispute else line


def _card_rows(words: Words, shown: Card) -> Rows:
    id_ = shown.client_id
    back = (tap(words.plain("btn-debts"), OpenDebts()), tap(words.plain("btn-debt-client"), OpenClient(client=id_)))  # fmt: skip
    if not shown.may_act:
        return (back[:1],)
    rows: list[tuple[Button, ...]] = [
        (
            tap(words.plain("btn-debt-call"), OpenCard(client=id_)),
            tap(words.plain("btn-debt-promise"), AskPromise(client=id_)),
        )
    ]
    if shown.debt:
        dispute = (
            tap(words.plain("btn-debt-agreed"), EndDispute(client=id_))
            if shown.disputed
            else tap(words.plain("btn-debt-dispute"), Dispute(client=id_))
        )
        rows.append((tap(words.plain("btn-debt-paid"), ToldPaid(client=id_)), dispute))
    if shown.debt and shown.may_tell_lead:
        rows.append((tap(words.plain("btn-debt-lead"), ToLead(client=id_)),))
    return (*rows, back)


def to_lead(words: Words, manager: str, shown: Card, *, reason: str = "") -> Screen:
    """What the lead is sent: who asks, the facts of the debt, a dispute's reason where there is one."""
    key = "ntf-debt-dispute" if reason else "ntf-debt-lead"
    lines = [words(key, manager=manager, name=shown.name, reason=reason)]
    lines.append(
        words(
            "debt-facts",
            debt=written.money(words, shown.debt),
            overdue=written.money(words, shown.overdue),
            days=max((document.days for document in shown.documents), default=0),
        )
    )
    lines += [file_age(words, shown.file), *_standing(words, shown)]
    return Screen("\n".join(lines), ((tap(words.plain("btn-debt-open"), OpenDebt(client=shown.client_id)),),))


def choose_document(words: Words, client_id: int, name: str, documents: Sequence[Document]) -> Screen:
    rows = [
        (
            tap(
                words.plain("btn-dispute-document", name=_short(document.name), sum=written.thousands(words, document.amount)),
                Dispute(client=client_id, document=document.id),
            ),
        )
        for document in documents
    ]  # fmt: skip
    every = (tap(words.plain("btn-dispute-all"), Dispute(client=client_id, document=ALL_DOCUMENTS)),)
    back = (tap(words.plain("btn-back"), OpenDebt(client=client_id)),)
    return Screen(words("ask-dispute-document", name=name), (*rows, every, back))


def ask_dispute(words: Words, name: str) -> Screen:
    return Screen(words("ask-dispute", name=name), (leave_row(words),))


# --- the daily alert


def alert(words: Words, shown: Alert, *, late: bool = False) -> Screen:
    count = len(shown.lines) + shown.more
    lines = [words("ntf-debts", count=count, overdue=written.money(words, shown.overdue), late=int(shown.overdue > 0))]  # fmt: skip
    if late:
        lines.append(words("ntf-debts-late"))
    if shown.stale:
        lines.append(file_age(words, shown.file))
    lines.append("")
    lines += [f"{at}. {_alert_line(words, line)}" for at, line in enumerate(shown.lines, 1)]
    if shown.more:
        lines.append(words("ntf-debts-more", count=shown.more))
    lines += ["", words("ntf-debts-next")]
    buttons = [tap(_short(line.name), OpenDebt(client=line.client_id)) for line in shown.lines]
    return Screen(
        clipped("\n".join(lines)), (*in_rows(buttons, 2), (tap(words.plain("btn-all-debts"), OpenDebts()),))
    )


def _alert_line(words: Words, line: AlertLine) -> str:
    name = f"<b>{escape(line.name, quote=False)}</b>"
    amount = written.money(words, line.amount)
    match line.kind:
        case AlertKind.PROMISED_TODAY:
            said = words("alert-promised", sum=amount) if line.amount else words("alert-promised-any")
        case AlertKind.BROKEN:
            said = words("alert-broken", sum=amount)
        case AlertKind.LEVEL:
            key = "alert-overdue" if line.days else "alert-due"
            said = words(key, sum=amount, days=line.days)
            if line.level is not None:
                said = f"{said} — {words(f'dunning-{line.level}')}"
            if line.promise_due is not None:
                said = f"{said} {words('alert-waits', day=written.day(words, line.promise_due))}"
    return f"{name}: {said}"
