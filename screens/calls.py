"""The call card and what came of a call."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from html import escape
from typing import Any

from domain.basket import Usual
from domain.best_hour import BestHour
from domain.names import display_phone
from domain.outcome_settings import ORDER
from domain.outcomes import FollowUp, NextKind, Outcome, SkipReason
from domain.reasons import ReasonKind
from screens import format as written
from screens.call_list import Norm, norm_line, reasons
from screens.callbacks.calls import (
    AddNumber,
    Agree,
    AskLater,
    AskSkip,
    LastWorked,
    Log,
    LogOwn,
    NextCard,
    OfferSent,
    OpenCard,
    OtherPerson,
    PutOff,
    Skip,
    UndoCall,
)
from screens.callbacks.claims import ClientClaims
from screens.callbacks.clients import OpenClient
from screens.callbacks.drafts import OpenDraft
from screens.callbacks.greetings import OpenCelebration
from screens.order_parts import amount, short
from screens.outcomes import outcome_name
from screens.promotions import PromotionLine, card_row, card_text
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.shortage_views import ArrivedLine
from screens.shortages import arrived_row, arrived_text
from screens.words import Words

# From this miss on another channel is offered beside the call; from the next one a letter too.
OTHER_CHANNEL, LETTER = 2, 3
GOODS_LENGTH = 24
LATER_MINUTES = (30, 60, 120, 0)
WIDTH = 3
USUAL = frozenset(outcome.value for outcome in Outcome)


@dataclass(frozen=True, slots=True)
class Who:
    """The person to call."""

    id: int
    name: str
    role: str
    phone: str | None
    email: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """All that is needed to make one call. Sums in kopecks, moments local.

    `also` are the other clients for whom the same person answers; `silent` is who did not answer so often (`attempts`) that
    somebody else is called now.
    """

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
    last_own: str = ""
    outcomes: Sequence[str] = ORDER
    last_at: datetime | None = None
    attempts: int = 0
    offer_to_send: bool = False
    open_claims: int = 0
    also: Sequence[str] = ()
    basket: Sequence[Usual] = ()
    best: BestHour | None = None
    silent: str = ""
    missed: int = 0
    promotion: PromotionLine | None = None
    arrived: ArrivedLine | None = None

    @property
    def number(self) -> str | None:
        return self.who.phone if self.who and self.who.phone else self.phone


def card(words: Words, shown: Card, *, before: str = "") -> Screen:
    """`before` is the line that says what the last tap recorded."""
    lines = [*([before, ""] if before else []), _title(words, shown)]
    if shown.reasons:
        lines.append(reasons(words, shown.reasons, shown.today))
    lines += [*_who_lines(words, shown), *_money_lines(words, shown), *_history_lines(words, shown)]
    if shown.arrived:
        lines.append(arrived_text(words, shown.arrived))
    if shown.promotion:
        lines.append(card_text(words, shown.promotion))
    lines += ["", norm_line(words, shown.norm)]
    return Screen(clipped("\n".join(lines)), _card_rows(words, shown))


def _title(words: Words, shown: Card) -> str:
    mark = words.plain("mark-lead") if shown.is_lead else shown.client_class
    return f"<b>{escape(shown.name, quote=False)}</b> · {mark}"


def _who_lines(words: Words, shown: Card) -> list[str]:
    lines: list[str] = []
    if shown.who is not None:
        lines.append(f"👤 {escape(_named(words, shown.who), quote=False)}")
        if shown.silent:
            who = _named(words, shown.who)
            lines[-1] = words("card-instead", silent=shown.silent, count=shown.missed, who=who)
    lines.append(_number_line(words, shown))
    if shown.also:
        lines.append(words("card-also", names=", ".join(shown.also)))
    return lines


def _named(words: Words, who: Who) -> str:
    return f"{who.name}, {role_name(words, who.role)}" if who.role else who.name


def _number_line(words: Words, shown: Card) -> str:
    parts = [f"📞 {display_phone(shown.number)}" if shown.number else words("card-no-phone")]
    if shown.best:
        parts.append(words("card-best-hour", start=shown.best.start, end=shown.best.end))
    if shown.local_time:
        parts.append(words("card-local-time", clock=shown.local_time))
    if shown.who and shown.who.email and (shown.attempts >= LETTER or not shown.number):
        parts.append(escape(shown.who.email, quote=False))
    return " · ".join(parts)


def role_name(words: Words, role: str) -> str:
    return (
        words.plain(f"person-role-{role}") if role in {"buyer", "director", "accountant", "other"} else role
    )


def _money_lines(words: Words, shown: Card) -> list[str]:
    """A greeting never stands in one message with a debt."""
    if any(reason["kind"] == ReasonKind.OCCASION for reason in shown.reasons):
        return [words("card-claims", count=shown.open_claims)] if shown.open_claims else []
    owed: list[str] = []
    if shown.debt:
        debt = written.money(words, shown.debt)
        overdue = written.money(words, shown.overdue)
        key = "card-debt-overdue" if shown.overdue else "card-debt"
        owed.append(words(key, debt=debt, overdue=overdue, days=shown.days_overdue))
    word: list[str] = []
    if shown.promise_due:
        word.append(words("card-promise", day=written.day(words, shown.promise_due, shown.today)))
    if shown.promises_judged:
        word.append(words("card-reliability", kept=shown.promises_kept, total=shown.promises_judged))
    if shown.open_claims:
        word.append(words("card-claims", count=shown.open_claims))
    if shown.stopped:
        owed.append(words("card-stopped"))
    return [" · ".join(part) for part in (owed, word) if part]


def _history_lines(words: Words, shown: Card) -> list[str]:
    lines: list[str] = []
    if shown.last_order:
        day = written.short_day(words, shown.last_order)
        key = "card-last-order-gap" if shown.order_gap else "card-last-order"
        lines.append(words(key, day=day, gap=shown.order_gap or 0))
    if shown.basket:
        goods = [
            f"{short(one.name, GOODS_LENGTH)} {amount(words, one.quantity, one.unit)}" for one in shown.basket
        ]
        lines.append(words("card-basket", goods=", ".join(goods)))
    lines += _talk_lines(words, shown)
    if shown.note:
        lines.append(f"📌 {escape(shown.note, quote=False)}")
    return lines


def _talk_lines(words: Words, shown: Card) -> list[str]:
    """The last call with its words, and how often nobody has answered since."""
    said: list[str] = []
    if shown.last_at:
        outcome = outcome_name(words, shown.last_outcome, shown.last_own)
        tail = f": {shown.last_words}" if shown.last_words else ""
        day = written.short_day(words, shown.last_at.date())
        said.append(words("card-last-call", day=day, outcome=outcome + tail))
    elif shown.last_words:
        said.append(f"💬 {escape(shown.last_words, quote=False)}")
    if shown.attempts:
        said.append(words("card-attempts", count=shown.attempts))
    return [" · ".join(said)] if said else []


def _outcome_rows(words: Words, shown: Card) -> list[tuple[Button, ...]]:
    """Fifteen buttons that differ in one word: packed once, for this is the screen that is drawn most."""
    person = shown.who.id if shown.who else 0
    first = Log(client=shown.client, person=person, outcome=Outcome.NO_ANSWER, seen=shown.seen).pack()
    head, tail = first.split(Outcome.NO_ANSWER)
    buttons = [
        Button(words.plain(f"outcome-{code}"), tap=head + code + tail)
        if code in USUAL
        else tap(
            words.plain(f"outcome-{code}"),
            LogOwn(client=shown.client, person=person, code=code, seen=shown.seen),
        )
        for code in shown.outcomes
    ]
    return [*in_rows(buttons, WIDTH)]


def _card_rows(words: Words, shown: Card) -> tuple[tuple[Button, ...], ...]:
    rows = _outcome_rows(words, shown)
    if shown.offer_to_send:
        rows.insert(0, (tap(words.plain("btn-offer-sent"), OfferSent(client=shown.client)),))
    if greeting := greeting_button(words, shown.reasons):
        rows.insert(0, (greeting,))
    others = [
        tap(f"👤 {who.name}", OtherPerson(client=shown.client, person=who.id)) for who in shown.others[:4]
    ]
    rows += [*in_rows(others, 2), *_number_rows(words, shown)]
    if shown.arrived:
        rows.append(arrived_row(words, shown.arrived))
    if shown.promotion:
        rows.append(card_row(words, shown.promotion, shown.client))
    if shown.open_claims:
        rows.append((tap(words.plain("btn-claims"), ClientClaims(client=shown.client)),))
    if not shown.number or (shown.attempts >= LETTER and not shown.silent):
        rows.append(add_number_row(words, shown.name, shown.client))
    back = [tap(words.plain("btn-worked"), LastWorked())] if shown.norm.calls else []
    later = tap(words.plain("btn-put-off"), AskLater(client=shown.client))
    rows.append((*back, later, tap(words.plain("btn-not-today"), AskSkip(client=shown.client))))
    return tuple(rows)


def greeting_button(words: Words, reasons: Sequence[Mapping[str, Any]]) -> Button | None:
    """To the texts, where somebody is to be congratulated today."""
    for reason in reasons:
        if reason["kind"] == ReasonKind.OCCASION and reason.get("code"):
            of = {name: reason[name] for name in ("client", "person", "code")}
            return tap(words.plain("btn-greeting"), OpenCelebration(**of))
    return None


def _number_rows(words: Words, shown: Card) -> list[tuple[Button, ...]]:
    """To copy the number; after the second miss, to write instead."""
    client = tap(words.plain("btn-client-card"), OpenClient(client=shown.client))
    if not shown.number:
        return [(client,)]
    rows: list[tuple[Button, ...]] = [(Button(words.plain("btn-copy-number"), copy=shown.number), client)]
    if shown.attempts >= OTHER_CHANNEL:
        digits = shown.number.lstrip("+")
        links = (("btn-whatsapp", f"https://wa.me/{digits}"), ("btn-telegram", f"https://t.me/+{digits}"))
        rows.append(tuple(Button(words.plain(key), url=link) for key, link in links))
    return rows


def recorded(
    words: Words,
    name: str,
    outcome: Outcome,
    follow: FollowUp,
    today: date,
    *,
    suggested: date | None = None,
    own: str = "",
) -> str:
    """«Ромашка: не ответил → завтра, 14:00»: the state after the last tap, over the next card.

    Where nothing follows, «Ромашка: поговорили · ★ пт, 27.11»: the day that is `suggested`.
    """
    said = words("recorded", name=name, outcome=outcome_name(words, outcome, own))
    if follow.promise_check is not None and not follow.promised:
        return f"{said} → {words('recorded-check', day=written.day(words, follow.promise_check, today))}"
    if follow.at is not None:
        return f"{said} → {written.moment(words, follow.at, today)}"
    if follow.kind is NextKind.TASK:
        return f"{said} → {words(f'recorded-task-{outcome}')}"
    if follow.day is not None:
        return f"{said} → {written.day(words, follow.day, today)}"
    return f"{said} · ★ {_weekday(words, suggested)}" if suggested else said


def _weekday(words: Words, day: date) -> str:
    """«пт, 27.11»."""
    weekday = words.plain(f"weekday-{day.isoweekday()}")
    return words.plain("choice-day", name=weekday, day=written.short_day(words, day))


def agree_row(words: Words, name: str, client: int, day: date) -> tuple[Button, ...]:
    label = words.plain("btn-agree", day=_weekday(words, day), name=name)
    return (tap(label, Agree(client=client, day=day.toordinal())),)


def agreed(words: Words, name: str, day: date, today: date) -> str:
    return words("agreed", name=name, day=written.day(words, day, today))


def same_person(words: Words, before: str) -> str:
    """Under what the last tap recorded: the next card is another client of the same person."""
    return "\n".join([*([before] if before else []), words("card-same-person")])


def worked(words: Words, said: str, at: datetime) -> str:
    """«Вектор: Занято → сегодня, 09:30 · записано в 09:00»: over a card that was gone back to."""
    return f"{said} · {words('worked-at', clock=written.hour(at))}"


def undo_row(words: Words, draft: int, *, typed: bool) -> tuple[Button, ...]:
    """What was saved from a typed line is taken back on its own card."""
    return (tap(words.plain("btn-undo-call"), OpenDraft(draft=draft) if typed else UndoCall(draft=draft)),)


def undone(words: Words, name: str, outcome: Outcome) -> str:
    return words("call-undone", name=name, outcome=words.plain(f"outcome-{outcome}"))


def already(words: Words, name: str, outcome: str, at: datetime | None) -> str:
    """To whom tapped late, without HTML: what the call was logged as before."""
    if not outcome or at is None:
        return words.plain("call-changed", name=name)
    said = words.plain(f"outcome-{outcome}")
    return words.plain("call-already", name=name, outcome=said, clock=written.hour(at))


def ask_later(words: Words, name: str, client: int) -> Screen:
    buttons = [
        tap(words.plain("btn-later", minutes=minutes), PutOff(client=client, minutes=minutes))
        for minutes in LATER_MINUTES
    ]
    return Screen(words("ask-later", name=name), (*in_rows(buttons, 2), _back(words, client)))


def ask_skip(words: Words, name: str, client: int) -> Screen:
    buttons = [
        tap(words.plain(f"skip-{reason}"), Skip(client=client, reason=reason)) for reason in SkipReason
    ]
    return Screen(words("ask-skip", name=name), (*in_rows(buttons, 2), _back(words, client)))


def _back(words: Words, client: int) -> tuple[Button, ...]:
    return (tap(words.plain("btn-back"), OpenCard(client=client)),)


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
