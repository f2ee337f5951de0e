"""The call list, the card, the questions an outcome asks, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from html import escape
from typing import Any

from domain.choices import DateChoice
from domain.names import display_phone
from domain.norms import NormSettings
from domain.outcomes import ClaimKind, FollowUp, NextKind, Outcome, RefusalReason
from screens import format as written
from screens.callbacks.calls import (
    ANY_TIME,
    AddNumber,
    CloseClaim,
    Log,
    LogClaim,
    LogPromise,
    LogRefusal,
    NextCard,
    OfferSent,
    OffersToSend,
    OpenCard,
    OtherPerson,
    PutOff,
    Skip,
    StartCalls,
    WholeList,
)
from screens.callbacks.clients import OpenClient
from screens.choices import clock_rows, day_rows
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

SHOWN = 12
OUTCOME_ROWS = (
    (Outcome.NO_ANSWER, Outcome.BUSY, Outcome.UNAVAILABLE),
    (Outcome.WRONG_NUMBER, Outcome.NO_DECISION_MAKER, Outcome.CALL_BACK),
    (Outcome.ORDER, Outcome.PROMISE, Outcome.SEND_OFFER),
    (Outcome.PHONE_OFFER, Outcome.THINKING, Outcome.REFUSAL),
    (Outcome.CLAIM, Outcome.MEETING, Outcome.TALKED),
)


@dataclass(frozen=True, slots=True)
class Norm:
    """What is done of the day's norm."""

    calls: int
    reached: int
    phone_offers: int
    email_offers: int
    settings: NormSettings


@dataclass(frozen=True, slots=True)
class ListRow:
    """A line of the list: `reasons` are stored facts, `at` a local moment promised."""

    client: int
    name: str
    reasons: Sequence[Mapping[str, Any]]
    done: bool
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DayList:
    """The day's list of a manager. `later`: (client id, name, local moment) still to come today."""

    today: date
    rows: Sequence[ListRow]
    norm: Norm
    offers: int = 0
    later: Sequence[tuple[int, str, datetime]] = ()
    without_next: int = 0

    @property
    def left(self) -> int:
        return sum(not row.done for row in self.rows)


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


# --- reasons -------------------------------------------------------------------------------------------------------


def reason(words: Words, stored: Mapping[str, Any], today: date) -> str:
    """«просрочка 12 дн., 340 т.р.»: a stored reason in words."""
    facts: dict[str, str | int] = {"days": 0, "late": int(stored.get("days_late") or 0)}
    for name, value in stored.items():
        if name == "amount":
            facts["sum"] = written.thousands(words, int(value))
        elif name in {"day", "last"} and value:
            facts[name] = written.day(words, date.fromisoformat(value), today)
        elif name in {"days", "norm", "gap"}:
            facts[name] = -1 if value is None else round(value)
    said = words(f"reason-{stored['kind']}", **facts)
    at = datetime.fromisoformat(stored["at"]) if stored.get("at") else None
    return words("reason-at", reason=said, clock=written.hour(at)) if at and at.date() == today else said


def reasons(words: Words, stored: Sequence[Mapping[str, Any]], today: date) -> str:
    return " · ".join(reason(words, one, today) for one in stored)


def norm_line(words: Words, norm: Norm) -> str:
    return words(
        "norm-line",
        calls=norm.calls,
        call_norm=norm.settings.calls,
        reached=norm.reached,
        offers=norm.email_offers,
        offer_norm=norm.settings.email_offers,
        phone_offers=norm.phone_offers,
        phone_norm=norm.settings.phone_offers,
    )


# --- the list ------------------------------------------------------------------------------------------------------


def day_list(words: Words, day: DayList, *, late: bool = False, whole: bool = False) -> Screen:
    """The list as it is pushed and as `/calls` shows it: the state first, then who and why."""
    if not day.rows:
        return Screen(words("msg-calls-empty"), _list_rows(words, day, whole=True))
    head = [words("msg-calls-late")] if late else []
    head.append(words("msg-calls", day=written.day(words, day.today), total=len(day.rows), left=day.left))
    head.append(norm_line(words, day.norm))
    waiting = [row for row in day.rows if not row.done]
    shown = waiting if whole else waiting[:SHOWN]
    lines = [_list_line(words, number, row, day.today) for number, row in enumerate(shown, 1)]
    if len(waiting) > len(shown):
        lines.append(words("calls-more", count=len(waiting) - len(shown)))
    if not waiting:
        lines.append(words("calls-all-done"))
    return Screen(clipped("\n".join([*head, "", *lines])), _list_rows(words, day, whole=whole))


def _list_line(words: Words, number: int, row: ListRow, today: date) -> str:
    at = f"{written.hour(row.at)} " if row.at else ""
    return f"{number}. {at}<b>{escape(row.name, quote=False)}</b> — {reasons(words, row.reasons, today)}"


def _list_rows(words: Words, day: DayList, *, whole: bool) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if day.left or day.later:
        rows.append((tap(words.plain("btn-start-calls"), NextCard()),))
    if not whole and day.left > SHOWN:
        rows.append((tap(words.plain("btn-whole-list"), WholeList()),))
    if day.offers:
        rows.append((tap(words.plain("btn-offers", count=day.offers), OffersToSend()),))
    return tuple(rows)


def nothing_now(words: Words, day: DayList, *, before: str = "") -> Screen:
    """The list is worked through; what was promised for later today is said."""
    lines = [*([before, ""] if before else []), words("msg-calls-done"), norm_line(words, day.norm)]
    if day.later:
        lines += ["", words("calls-later")]
        lines += [words("calls-later-line", name=name, clock=written.hour(at)) for _, name, at in day.later]
    rows = [(tap(name, OpenCard(client=client)),) for client, name, _ in day.later]
    if day.offers:
        rows.append((tap(words.plain("btn-offers", count=day.offers), OffersToSend()),))
    return Screen("\n".join(lines), tuple(rows))


# --- the card ------------------------------------------------------------------------------------------------------


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


# --- what an outcome asks ------------------------------------------------------------------------------------------


def ask_day(words: Words, name: str, data: Log, choices: Sequence[DateChoice]) -> Screen:
    text = words(f"ask-day-{data.outcome}", name=name)
    days = day_rows(words, choices, lambda day: replace_data(data, day=day.toordinal()))
    return Screen(text, (*days, _back(words, data.client)))


def ask_clock(words: Words, name: str, data: Log, clocks: Sequence[time]) -> Screen:
    day = written.day(words, date.fromordinal(data.day))
    rows = clock_rows(clocks, lambda clock: replace_data(data, clock=clock.hour * 60 + clock.minute))
    any_time = (tap(words.plain("btn-any-time"), replace_data(data, clock=ANY_TIME)),)
    return Screen(words("ask-clock", name=name, day=day), (*rows, any_time, _back(words, data.client)))


def replace_data(data: Log, **changes: int) -> Log:
    return data.model_copy(update=changes)


def ask_reason(words: Words, name: str, data: Log) -> Screen:
    buttons = [
        tap(
            words.plain(f"refusal-{reason}"),
            LogRefusal(client=data.client, person=data.person, reason=reason, seen=data.seen),
        )
        for reason in RefusalReason
    ]
    return Screen(words("ask-refusal", name=name), (*in_rows(buttons, 2), _back(words, data.client)))


def ask_claim(words: Words, name: str, data: Log) -> Screen:
    buttons = [
        tap(
            words.plain(f"claim-{kind}"),
            LogClaim(client=data.client, person=data.person, kind=kind, seen=data.seen),
        )
        for kind in ClaimKind
    ]
    return Screen(words("ask-claim", name=name), (*in_rows(buttons, 2), _back(words, data.client)))


def ask_sum(words: Words, name: str, data: Log, overdue: int, debt: int) -> Screen:
    sums = list(dict.fromkeys(one for one in (overdue, debt, overdue // 2 // 100 * 100) if one > 0))
    buttons = [
        tap(
            written.money(words, one),
            LogPromise(client=data.client, person=data.person, seen=data.seen, amount=one),
        )
        for one in sums
    ]
    buttons.append(
        tap(
            words.plain("btn-sum-unsaid"),
            LogPromise(client=data.client, person=data.person, seen=data.seen, amount=0),
        )
    )
    return Screen(words("ask-promise-sum", name=name), (*in_rows(buttons, 2), _back(words, data.client)))


def ask_promise_day(words: Words, name: str, data: LogPromise, choices: Sequence[DateChoice]) -> Screen:
    said = written.money(words, data.amount) if data.amount else ""
    days = day_rows(words, choices, lambda day: data.model_copy(update={"day": day.toordinal()}))
    key = "ask-promise-day-sum" if said else "ask-promise-day"
    return Screen(words(key, name=name, sum=said), (*days, _back(words, data.client)))


def _back(words: Words, client: int) -> tuple[Button, ...]:
    return (tap(words.plain("btn-back"), OpenCard(client=client)),)


# --- what came of it -----------------------------------------------------------------------------------------------


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


def offers(words: Words, waiting: Sequence[tuple[int, str]]) -> Screen:
    rows = tuple(
        (tap(words.plain("btn-sent-to", name=name), OfferSent(client=client)),) for client, name in waiting
    )
    back = (tap(words.plain("btn-to-list"), StartCalls()),)
    return Screen(words("msg-offers", count=len(waiting)), (*rows, back))


def offer_sent(words: Words, name: str, follow: FollowUp, today: date) -> str:
    assert follow.day is not None
    return words.plain("ack-offer-sent", name=name, day=written.day(words, follow.day, today))
