"""Reconciliation with one client: the act of a month, from sent to signed, and what differs in it."""

from dataclasses import dataclass
from datetime import date

from domain.ledger import Statement
from domain.reconciliation import Answer, Difference, ReconciliationState, month_code
from screens import format as written
from screens.callbacks.debts import OpenDebt
from screens.callbacks.reconciliation import (
    ActKind,
    AnswerDifference,
    AskDifference,
    AskUnneeded,
    MarkSent,
    MarkSigned,
    OpenBoard,
    OpenReconciliation,
    Reopen,
    SendAct,
    ShowScan,
)
from screens.menu import leave_row
from screens.reconciliation_board import MANY_MONTHS, month_name
from screens.screen import Button, Screen, clipped, tap
from screens.words import Words

Rows = tuple[tuple[Button, ...], ...]
State = ReconciliationState
EXAMPLES = 6


@dataclass(frozen=True, slots=True)
class Card:
    """One client's month. `sent_balance` is what the act said that was sent; `who` is empty where it was the reader.

    `old_file` is of a day on which the month had not ended. `unset`: our own legal name or tax number is not set, `may_set`: by
    the reader. `only_answers`: another found what differs, and the next step is that one's. `id` is 0 where nothing was done yet.
    """

    id: int
    client_id: int
    name: str
    month: date
    today: date
    state: State
    changed_on: date | None
    statement: Statement
    old_file: date | None
    sent_balance: int | None
    last_signed: date | None
    months: int
    older: tuple[date, ...]
    comment: str
    differences: tuple[Difference, ...]
    owner: str
    who: str
    answer: Answer | None
    answer_text: str
    scanned: bool
    may_answer: bool
    only_answers: bool
    unset: bool
    may_set: bool
    has_tax_number: bool

    @property
    def code(self) -> int:
        return month_code(self.month)

    @property
    def difference(self) -> int:
        return sum(one.difference for one in self.differences)


def card(words: Words, shown: Card, *, ask_scan: bool = False) -> Screen:
    """`ask_scan`: what is sent next is kept as the signed paper."""
    lines = [_state_line(words, shown), *_figures(words, shown), *_difference_lines(words, shown)]
    lines += _history(words, shown)
    if shown.unset and shown.state is State.NOT_SENT:
        lines += ["", words("reconciliation-unset", who="owner" if shown.may_set else "other")]
    if ask_scan:
        lines += ["", words("ask-reconciliation-scan")]
    return Screen(clipped("\n".join(lines)), _card_rows(words, shown))


def _state_line(words: Words, shown: Card) -> str:
    month = month_name(words, shown.month, shown.today)
    day = written.day(words, shown.changed_on, shown.today) if shown.changed_on else ""
    return words(
        f"msg-reconciliation-{shown.state}",
        answer=shown.answer or "none",
        name=shown.name,
        month=month,
        day=day,
        sum=written.money(words, shown.difference),
    )


def _figures(words: Words, shown: Card) -> list[str]:
    found = shown.statement
    end = written.short_day(words, found.end)
    lines = [_balance(words, end, found.closing)]
    if found.entries:
        lines.append(
            words(
                "reconciliation-turnover",
                opening=written.money(words, found.opening),
                debit=written.money(words, found.debit),
                credit=written.money(words, found.credit),
            )
        )
    if shown.sent_balance is not None and shown.sent_balance != found.closing:
        lines.append(words("reconciliation-changed", sum=written.money(words, shown.sent_balance)))
    if found.known_since is not None:
        day = written.short_day(words, found.known_since)
        lines.append(words("reconciliation-known-since", day=day))
    if shown.old_file is not None and shown.state is State.NOT_SENT:
        lines.append(words("reconciliation-old-file", day=written.short_day(words, shown.old_file)))
    return lines


def _balance(words: Words, day: str, closing: int) -> str:
    side = "ours" if closing > 0 else "theirs" if closing < 0 else "none"
    return words("reconciliation-balance", day=day, side=side, sum=written.money(words, abs(closing)))


def _difference_lines(words: Words, shown: Card) -> list[str]:
    lines = [
        words(
            "reconciliation-line",
            document=one.document,
            ours=written.money(words, one.ours),
            theirs=written.money(words, one.theirs),
            difference=written.money(words, one.difference),
        )
        for one in shown.differences
    ]
    if lines:
        lines.insert(0, "")
    if shown.comment:
        lines.append(words("reconciliation-comment", text=shown.comment))
    if shown.answer_text:
        lines.append(words("reconciliation-answer-text", text=shown.answer_text))
    if shown.state is State.DIFFERS and shown.owner:
        answered = "yes" if shown.answer else "no"
        lines.append(words("reconciliation-owner", name=shown.owner, answered=answered))
    return lines


def _history(words: Words, shown: Card) -> list[str]:
    lines = []
    if shown.months >= MANY_MONTHS:
        lines.append(words("reconciliation-months-line", months=shown.months))
    if shown.last_signed is not None and shown.state is not State.SIGNED:
        lines.append(words("reconciliation-last", month=month_name(words, shown.last_signed, shown.today)))
    if shown.older:
        months = ", ".join(month_name(words, one, shown.today) for one in shown.older)
        lines.append(words("reconciliation-older", months=months))
    return lines


def _card_rows(words: Words, shown: Card) -> Rows:
    whose = {"client": shown.client_id, "month": shown.code}
    sent = tap(words.plain("btn-reconciliation-mark-sent"), MarkSent(**whose))
    signed = tap(words.plain("btn-reconciliation-mark-signed"), MarkSigned(**whose))
    differs = tap(words.plain("btn-reconciliation-difference"), AskDifference(**whose))
    files = _file_row(words, shown)
    rows: list[tuple[Button, ...]] = []
    match shown.state:
        case State.NOT_SENT:
            unneeded = tap(words.plain("btn-reconciliation-unneeded"), AskUnneeded(**whose))
            rows = [files, (sent, signed), (differs, unneeded)]
        case State.SENT:
            unsent = tap(words.plain("btn-reconciliation-unsent"), Reopen(**whose))
            rows = [(signed, differs), files, (unsent,)]
        case State.DIFFERS:
            rest = [] if shown.only_answers else [(sent, signed), (differs,)]
            rows = [*_answer_row(words, shown), *rest, files]
        case State.SIGNED:
            scan = (
                tap(words.plain("btn-reconciliation-scan"), ShowScan(**whose))
                if shown.scanned
                else tap(words.plain("btn-reconciliation-add-scan"), MarkSigned(**whose))
            )
            rows = [(scan, tap(words.plain("btn-reconciliation-unsigned"), Reopen(**whose))), files]
        case State.NOT_NEEDED:
            rows = [(tap(words.plain("btn-reconciliation-needed"), Reopen(**whose)),)]
    back = tap(words.plain("btn-reconciliation-board"), OpenBoard(month=shown.code))
    debt = tap(words.plain("btn-reconciliation-debt"), OpenDebt(client=shown.client_id))
    return (*rows, (back, debt))


def _file_row(words: Words, shown: Card) -> tuple[Button, ...]:
    return tuple(
        tap(words.plain(f"btn-act-{kind}"), SendAct(client=shown.client_id, month=shown.code, kind=kind))
        for kind in ActKind
    )


def _answer_row(words: Words, shown: Card) -> Rows:
    if not shown.may_answer:
        return ()
    return (
        tuple(
            tap(words.plain(f"btn-difference-{one}"), AnswerDifference(reconciliation=shown.id, answer=one))
            for one in Answer
            if one is not shown.answer
        ),
    )


def act_caption(words: Words, shown: Card) -> Screen:
    """Under the file: what to do with it."""
    month = month_name(words, shown.month, shown.today)
    key = "act-caption-unset" if shown.unset else "act-caption"
    rows: Rows = ()
    if shown.state is State.NOT_SENT or (shown.state is State.DIFFERS and not shown.only_answers):
        sent = MarkSent(client=shown.client_id, month=shown.code)
        rows = ((tap(words.plain("btn-reconciliation-mark-sent"), sent),),)
    who = "owner" if shown.may_set else "other"
    return Screen(words(key, name=shown.name, month=month, who=who), rows)


def scan_caption(words: Words, shown: Card) -> Screen:
    return Screen(words("reconciliation-scan-caption", name=shown.name, month=month_name(words, shown.month, shown.today)))  # fmt: skip


# --- questions ----------------------------------------------------------------------------------------------------


def ask_difference(words: Words, shown: Card) -> Screen:
    """With the month's own documents to look at."""
    month = month_name(words, shown.month, shown.today)
    lines = [words("ask-difference", name=shown.name, month=month)]
    named = [entry for entry in shown.statement.entries if entry.document]
    if named:
        lines += ["", words("ask-difference-ours")]
        lines += [
            words("ask-difference-document", document=one.document, sum=written.money(words, abs(one.effect)))
            for one in named[-EXAMPLES:]
        ]
    return Screen(clipped("\n".join(lines)), (leave_row(words),))


def ask_unneeded(words: Words, shown: Card) -> Screen:
    month = month_name(words, shown.month, shown.today)
    return Screen(words("ask-unneeded", name=shown.name, month=month), (leave_row(words),))


# --- what others are told -----------------------------------------------------------------------------------------


def recorded(words: Words, shown: Card, told: int) -> Screen:
    """The echo of what was typed, and who has it now."""
    there = card(words, shown)
    said = words("reconciliation-told", count=told) if told else words("reconciliation-not-told")
    return Screen(clipped(f"{there.text}\n\n{said}"), there.rows)


def to_settle(words: Words, shown: Card, who: str, *, again: bool = False) -> Screen:
    """For the accountant: the lines, and two answers. `again`: it has waited."""
    month = month_name(words, shown.month, shown.today)
    key = "ntf-difference-again" if again else "ntf-difference"
    sum_ = written.money(words, shown.difference)
    lines = [words(key, who=who, name=shown.name, month=month, sum=sum_), *_difference_lines(words, shown)]
    lines += ["", words("ntf-difference-next" if shown.may_answer else "ntf-difference-look")]
    return Screen(clipped("\n".join(lines)), (*_answer_row(words, shown), *_open_row(words, shown)))


def _open_row(words: Words, shown: Card) -> Rows:
    whose = OpenReconciliation(client=shown.client_id, month=shown.code)
    return ((tap(words.plain("btn-reconciliation-open"), whose),),)


def answered(words: Words, shown: Card) -> Screen:
    """To the accountant after the answer: words may follow."""
    there = card(words, shown)
    ask = "" if shown.answer_text else "\n\n" + words("ask-answer-words")
    return Screen(clipped(there.text + ask), there.rows)


def to_recorder(words: Words, shown: Card, who: str) -> Screen:
    assert shown.answer is not None
    month = month_name(words, shown.month, shown.today)
    lines = [words(f"ntf-answer-{shown.answer}", who=who, name=shown.name, month=month)]
    if shown.answer_text:
        lines.append(words("reconciliation-answer-text", text=shown.answer_text))
    whose = {"client": shown.client_id, "month": shown.code}
    act = tap(words.plain("btn-act-pdf"), SendAct(**whose, kind=ActKind.PDF))
    return Screen("\n".join(lines), ((act,), *_open_row(words, shown)))
