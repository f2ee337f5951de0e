"""Payments by the bank's file: what it would do, what it did, whom managers hear of, and what waits for its client."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from domain.actors import Actor
from screens import format as written
from screens.callbacks.debts import OpenDebt, OpenDebts
from screens.callbacks.imports import OpenImports, Undo
from screens.callbacks.payments import FindPayer, GivePayment, NotClient, OpenWaiting, Reopen
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

SHOWN_PAID = 15
SHOWN_NAMES = 8
SHOWN_ACCOUNTS = 3
NAME_ON_BUTTON = 28
PURPOSE = 200
ACCOUNT_TAIL = 4


@dataclass(frozen=True, slots=True)
class BankView:
    """A bank file before it is loaded; sums in kopecks.

    `count` payments came in, `known` of them were loaded before; of the rest `matched` have a client, `ignored` are of payers who
    are none, `unmatched` wait. `others` are documents of money that left.
    """

    accounts: tuple[str, ...]
    start: date | None
    end: date | None
    count: int
    total: int
    known: int
    matched: int
    matched_sum: int
    ignored: int
    unmatched: int
    unmatched_sum: int
    payers: tuple[str, ...]
    others: int


@dataclass(frozen=True, slots=True)
class PaidLine:
    """A client who has paid: kopecks that came, what is left; `kept`: a promise is closed by it."""

    client_id: int
    name: str
    paid: int
    debt: int
    overdue: int
    kept: bool


@dataclass(frozen=True, slots=True)
class News:
    """What one manager is told of one import."""

    manager: Actor
    lines: tuple[PaidLine, ...]


@dataclass(frozen=True, slots=True)
class BankDone:
    """A bank file that was loaded: `told` managers know; `waiting` payments of it have no client yet, the rest are of none."""

    count: int
    total: int
    matched: int
    waiting: int
    told: tuple[News, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A payment whose client is not known, the `place`-th of `count`; `offered` as (id, name)."""

    id: int
    place: int
    count: int
    total: int
    amount: int
    day: date
    number: str
    payer: str
    tax_number: str
    purpose: str
    offered: tuple[tuple[int, str], ...]
    today: date


# --- the import


def preview_lines(words: Words, view: BankView) -> list[str]:
    lines = [_head(words, view)]
    lines.append(words("bank-came", count=view.count, sum=written.money(words, view.total)))
    parts = [("matched", view.matched, view.matched_sum), ("unmatched", view.unmatched, view.unmatched_sum)]
    lines += [
        words(f"bank-{name}", count=count, sum=written.money(words, sum_)) for name, count, sum_ in parts if count
    ]  # fmt: skip
    if view.payers:
        lines.append(_names(words, view.payers))
    if view.ignored:
        lines.append(words("bank-ignored", count=view.ignored))
    if view.known:
        lines.append(words("bank-known", count=view.known))
    return lines


def _head(words: Words, view: BankView) -> str:
    accounts = ", ".join(f"…{account[-ACCOUNT_TAIL:]}" for account in view.accounts[:SHOWN_ACCOUNTS])
    if view.start is None or view.end is None:
        return words("bank-account", account=accounts or "—")
    start, end = written.short_day(words, view.start), written.short_day(words, view.end)
    days = start if view.start == view.end else f"{start}–{end}"
    return words("bank-account-days", account=accounts or "—", days=days)


def _names(words: Words, payers: Sequence[str]) -> str:
    named = ", ".join(words.plain("import-quoted", name=name[:40]) for name in payers[:SHOWN_NAMES])
    left = len(payers) - SHOWN_NAMES
    text = f"{named} {words.plain('import-more', count=left)}" if left > 0 else named
    return escape(text, quote=False)


def loaded(words: Words, load: int, name: str, done: BankDone, hours: int) -> Screen:
    lines = [
        words("msg-bank-loaded", name=name, count=done.count, sum=written.money(words, done.total)),
        words(
            "bank-done",
            matched=done.matched,
            waiting=done.waiting,
            ignored=done.count - done.matched - done.waiting,
            hours=hours,
        ),
    ]
    if done.told:
        lines.append(words("bank-told", count=len(done.told)))
    undo = tap(words.plain("btn-import-undo"), Undo(load=load))
    rows: list[tuple[Button, ...]] = [(undo, tap(words.plain("btn-imports"), OpenImports()))]
    if done.waiting:
        rows.insert(0, (tap(words.plain("btn-payments-waiting", count=done.waiting), OpenWaiting()),))
    return Screen("\n".join(lines), tuple(rows))


def waiting_row(words: Words, count: int) -> tuple[tuple[Button, ...], ...]:
    """The way to payments without a client, where there are any."""
    return ((tap(words.plain("btn-payments-waiting", count=count), OpenWaiting()),),) if count else ()


# --- what a manager hears


def paid(words: Words, lines: Sequence[PaidLine]) -> Screen:
    total = sum(line.paid for line in lines)
    text = [words("ntf-paid", count=len(lines), sum=written.money(words, total)), ""]
    shown = lines[:SHOWN_PAID]
    text += [_paid_line(words, line) for line in shown]
    left = len(lines) - len(shown)
    if left:
        text.append(words("paid-more", count=left))
    owing = any(line.overdue for line in lines)
    text += ["", words("ntf-paid-next" if owing else "ntf-paid-done")]
    buttons = [tap(_short(line.name), OpenDebt(client=line.client_id)) for line in shown]
    return Screen(
        clipped("\n".join(text)), (*in_rows(buttons, 2), (tap(words.plain("btn-all-debts"), OpenDebts()),))
    )


def taken_back(words: Words, lines: Sequence[PaidLine]) -> Screen:
    """The bank's file was a mistake: `lines` stand without its money."""
    total = written.money(words, sum(line.paid for line in lines))
    text = [words("ntf-paid-back", count=len(lines), sum=total), ""]
    shown = lines[:SHOWN_PAID]
    for line in shown:
        facts = {"sum": written.money(words, line.paid), "debt": written.money(words, line.debt)}
        text.append(words("paid-back-line", name=line.name, left="owes" if line.debt else "clear", **facts))
    if len(lines) > len(shown):
        text.append(words("paid-more", count=len(lines) - len(shown)))
    text += ["", words("ntf-paid-back-next")]
    buttons = [tap(_short(line.name), OpenDebt(client=line.client_id)) for line in shown]
    return Screen(
        clipped("\n".join(text)), (*in_rows(buttons, 2), (tap(words.plain("btn-all-debts"), OpenDebts()),))
    )


def _paid_line(words: Words, line: PaidLine) -> str:
    facts = {
        "name": line.name,
        "sum": written.money(words, line.paid),
        "debt": written.money(words, line.debt),
        "overdue": written.money(words, line.overdue),
    }
    left = "late" if line.overdue else "owes" if line.debt else "clear"
    return words("paid-line", left=left, kept="yes" if line.kept else "no", **facts)


def _short(name: str) -> str:
    return name if len(name) <= NAME_ON_BUTTON else name[: NAME_ON_BUTTON - 1] + "…"


# --- payments without a client


def waiting(words: Words, view: Waiting) -> Screen:
    facts = {"sum": written.money(words, view.amount), "day": written.short_day(words, view.day)}
    lines = [
        words("msg-payment", place=view.place, count=view.count, total=written.money(words, view.total)),
        words("payment-facts", number=view.number or "—", **facts),
        words("payment-payer", name=view.payer or "—", tax=view.tax_number or "no"),
    ]
    if view.purpose:
        lines.append(words("payment-purpose", text=view.purpose[:PURPOSE]))
    lines.append(words("ask-payment"))
    offers = [
        (tap(_short(name), GivePayment(payment=view.id, client=client)),) for client, name in view.offered
    ]
    rows: list[tuple[Button, ...]] = [
        *offers,
        (
            tap(words.plain("btn-payment-find"), FindPayer(payment=view.id)),
            tap(words.plain("btn-payment-not"), NotClient(payment=view.id)),
        ),
    ]
    last = [tap(words.plain("btn-imports"), OpenImports())]
    if view.count > 1:
        last.append(tap(words.plain("btn-payment-next"), OpenWaiting(after=view.id)))
    return Screen("\n".join(lines), (*rows, tuple(last)))


def none_waiting(words: Words) -> Screen:
    return Screen(words("msg-payments-none"), ((tap(words.plain("btn-imports"), OpenImports()),),))


def ask_client(words: Words, view: Waiting) -> Screen:
    text = words("ask-payment-client", name=view.payer or "—", sum=written.money(words, view.amount))
    return Screen(text, (leave_row(words),))


def choose_client(words: Words, payment: int, text: str, found: Sequence[tuple[int, str]]) -> Screen:
    if not found:
        return Screen(words("payment-client-none", text=text), (leave_row(words),))
    rows = tuple((tap(_short(name), GivePayment(payment=payment, client=id_)),) for id_, name in found)
    return Screen(words("payment-client-which", count=len(found)), (*rows, leave_row(words)))


def given(words: Words, name: str, count: int, total: int, left: int) -> Screen:
    """`count` payments of one payer are the client's now; `left` others wait."""
    text = words("msg-payment-given", name=name, count=count, sum=written.money(words, total))
    return Screen(text, (_next_row(words, left),))


def not_client(words: Words, payment: int, payer: str, left: int) -> Screen:
    back = tap(words.plain("btn-payment-back"), Reopen(payment=payment))
    return Screen(words("msg-payment-not", name=payer or "—"), ((back,), _next_row(words, left)))


def _next_row(words: Words, left: int) -> tuple[Button, ...]:
    if left:
        return (tap(words.plain("btn-payments-waiting", count=left), OpenWaiting()),)
    return (tap(words.plain("btn-imports"), OpenImports()),)
