"""The call card and what came of a call."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from html import escape
from typing import Any

from domain.names import display_phone
from domain.outcomes import FollowUp, NextKind, Outcome
from screens import format as written
from screens.call_list import Norm, norm_line, reasons
from screens.callbacks.calls import AddNumber, CloseClaim, Log, NextCard, OfferSent, OtherPerson, PutOff, Skip
from screens.callbacks.clients import OpenClient
from screens.screen import Button, Screen, clipped, tap
from screens.words import Words

OUTCOME_ROWS = (
    (Outcome.NO_ANSWER, Outcome.BUSY, Outcome.UNAVAILABLE),
    (Outcome.WRONG_NUMBER, Outcome.NO_DECISION_MAKER, Outcome.CALL_BACK),
    (Outcome.ORDER, Outcome.PROMISE, Outcome.SEND_OFFER),
    (Outcome.PHONE_OFFER, Outcome.THINKING, Outcome.REFUSAL),
    (Outcome.CLAIM, Outcome.MEETING, Outcome.TALKED),
)


@dataclass(frozen=True, slots=True)
class Who:
    """The person to call."""

    id: int
    name: str
    role: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """All that is needed to make one call. Sums in kopecks, moments local."""

    client: int
    name: str
    client_class: str
    is_lead: bool
    today: date
    seen: int
    norm: Norm
    reasons: Sequence[Mapping[str, Any]] = ()
    who: Who | None = None
    others: Sequence[Who] = ()
    phone: str | None = None
    local_time: str = ""
    debt: int = 0
    overdue: int = 0
    days_overdue: int = 0
    stopped: bool = False
    promise_due: date | None = None
    promises_kept: int = 0
    promises_judged: int = 0
    last_order: date | None = None
    order_gap: int | None = None
    note: str = ""
    last_words: str = ""
    last_outcome: str = ""
    last_at: datetime | None = None
    attempts: int = 0
    offer_to_send: bool = False
    open_claims: int = 0


def card(words: Words, shown: Card, *, before: str = "") -> Screen:
    """`before` is the line that says what the last tap recorded."""
    lines = [*([before, ""] if before else []), _title(words, shown)]
    if shown.reasons:
        lines.append(reasons(words, shown.reasons, shown.today))
    lines += [*_who_lines(words, shown), *_money_lines(words, shown), *_history_lines(words, shown)]
    lines += ["", norm_line(words, shown.norm)]
    return Screen(clipped("\n".join(lines)), _card_rows(words, shown))


def _title(words: Words, shown: Card) -> str:
    mark = words.plain("mark-lead") if shown.is_lead else shown.client_class
    return f"<b>{escape(shown.name, quote=False)}</b> · {mark}"


def _who_lines(words: Words, shown: Card) -> list[str]:
    lines: list[str] = []
    if shown.who is not None:
        role = f", {role_name(words, shown.who.role)}" if shown.who.role else ""
        lines.append(f"👤 {escape(shown.who.name + role, quote=False)}")
    phone = shown.who.phone if shown.who and shown.who.phone else shown.phone
    lines.append(f"📞 {display_phone(phone)}" if phone else words("card-no-phone"))
    if shown.local_time:
        lines.append(words("card-local-time", clock=shown.local_time))
    return lines


def role_name(words: Words, role: str) -> str:
    return (
        words.plain(f"person-role-{role}") if role in {"buyer", "director", "accountant", "other"} else role
    )


def _money_lines(words: Words, shown: Card) -> list[str]:
    lines: list[str] = []
    if shown.debt:
        debt = written.money(words, shown.debt)
        overdue = written.money(words, shown.overdue)
        key = "card-debt-overdue" if shown.overdue else "card-debt"
        lines.append(words(key, debt=debt, overdue=overdue, days=shown.days_overdue))
    if shown.stopped:
        lines.append(words("card-stopped"))
    if shown.promise_due:
        lines.append(words("card-promise", day=written.day(words, shown.promise_due, shown.today)))
    if shown.promises_judged:
        lines.append(words("card-reliability", kept=shown.promises_kept, total=shown.promises_judged))
    if shown.open_claims:
        lines.append(words("card-claims", count=shown.open_claims))
    return lines


def _history_lines(words: Words, shown: Card) -> list[str]:
    lines: list[str] = []
    if shown.last_order:
        day = written.short_day(words, shown.last_order)
        key = "card-last-order-gap" if shown.order_gap else "card-last-order"
        lines.append(words(key, day=day, gap=shown.order_gap or 0))
    if shown.last_at:
        outcome = words.plain(f"outcome-{shown.last_outcome}")
        tail = f": {shown.last_words}" if shown.last_words else ""
        lines.append(
            words(
                "card-last-call", day=written.short_day(words, shown.last_at.date()), outcome=outcome + tail
            )
        )
    elif shown.last_words:
        lines.append(f"💬 {escape(shown.last_words, quote=False)}")
    if shown.attempts:
        lines.append(words("card-attempts", count=shown.attempts))
    if shown.note:
        lines.append(f"📌 {escape(shown.note, quote=False)}")
    return lines


def _outcome_rows(words: Words, shown: Card) -> list[tuple[Button, ...]]:
    """Fifteen buttons that differ in one word: packed once, for this is the screen that is drawn most."""
    person = shown.who.id if shown.who else 0
    first = Log(client=shown.client, person=person, outcome=Outcome.NO_ANSWER, seen=shown.seen).pack()
    head, tail = first.split(Outcome.NO_ANSWER)
    return [
        tuple(Button(words.plain(f"outcome-{outcome}"), tap=head + outcome + tail) for outcome in row)
        for row in OUTCOME_ROWS
    ]


def _card_rows(words: Words, shown: Card) -> tuple[tuple[Button, ...], ...]:
    rows = _outcome_rows(words, shown)
    if shown.offer_to_send:
        rows.insert(0, (tap(words.plain("btn-offer-sent"), OfferSent(client=shown.client)),))
    others = [
        tap(f"👤 {who.name}", OtherPerson(client=shown.client, person=who.id)) for who in shown.others[:3]
    ]
    rows += [(other,) for other in others]
    if shown.open_claims:
        rows.append((tap(words.plain("btn-claim-settled"), CloseClaim(client=shown.client)),))
    rows.append(
        (
            tap(words.plain("btn-put-off"), PutOff(client=shown.client)),
            tap(words.plain("btn-not-today"), Skip(client=shown.client)),
            tap(words.plain("btn-client-card"), OpenClient(client=shown.client)),
        )
    )
    return tuple(rows)


def recorded(words: Words, name: str, outcome: Outcome, follow: FollowUp, today: date) -> str:
    """«Ромашка: не ответил → завтра, 14:00»: the state after the last tap, over the next card."""
    said = words("recorded", name=name, outcome=words.plain(f"outcome-{outcome}"))
    if follow.at is not None:
        return f"{said} → {written.moment(words, follow.at, today)}"
    if follow.kind is NextKind.TASK:
        return f"{said} → {words(f'recorded-task-{outcome}')}"
    if follow.day is not None:
        return f"{said} → {written.day(words, follow.day, today)}"
    if follow.promise_check is not None:
        return f"{said} → {words('recorded-check', day=written.day(words, follow.promise_check, today))}"
    return said


def ask_number(words: Words, name: str, client: int) -> Screen:
    rows = (
        (
            tap(words.plain("btn-next-card"), NextCard()),
            tap(words.plain("btn-client-card"), OpenClient(client=client)),
        ),
    )
    return Screen(words("ask-number", name=name), rows)


def add_number_row(words: Words, name: str, client: int) -> tuple[Button, ...]:
    return (tap(words.plain("btn-add-number", name=name), AddNumber(client=client)),)


def with_row(screen: Screen, row: tuple[Button, ...]) -> Screen:
    """The screen with one more row; as it is where the row is empty."""
    return replace(screen, rows=(*screen.rows, row)) if row else screen


def noted(words: Words, name: str, client: int) -> Screen:
    return Screen(
        words("msg-noted", name=name),
        (
            (
                tap(words.plain("btn-next-card"), NextCard()),
                tap(words.plain("btn-client-card"), OpenClient(client=client)),
            ),
        ),
    )
