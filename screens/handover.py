"""What a new manager has to know of a client: one phone screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.orders import OrderStatus
from screens import format as written
from screens.callbacks.calls import OpenCard
from screens.callbacks.clients import OpenClient, OpenHistory
from screens.clients import ClientCard, next_line
from screens.discounts import RuleView, rule_text
from screens.persons import person_line
from screens.screen import Screen, clipped, tap
from screens.standing import standing_line
from screens.support import status_text
from screens.words import Words

NOTE = 140
ROOM = 1800


@dataclass(frozen=True, slots=True)
class OpenOrder:
    """`total` in kopecks."""

    id: int
    status: OrderStatus
    number: str
    total: int
    delivery: date | None


@dataclass(frozen=True, slots=True)
class Handover:
    """`card` has those who decide first; `promised` is (day, kopecks or None); `notes` are (day, text), the newest first."""

    card: ClientCard
    last_order: date | None = None
    orders: tuple[OpenOrder, ...] = ()
    promised: tuple[date, int | None] | None = None
    waits: tuple[str, ...] = ()
    prices: tuple[RuleView, ...] = ()
    notes: tuple[tuple[date, str], ...] = ()


def handover(words: Words, of: Handover, today: date) -> Screen:
    """Who decides, how they pay, what is open, what was agreed, what comes next, what was noted last."""
    card = of.card
    blocks = [
        [words("msg-handover", name=card.name, grade=card.client_class.value)],
        [person_line(words, one) for one in card.people],
        _pays(words, of, today),
        [*_buys(words, of, today), *_open(words, of, today), *_agreed(words, of)],
        [next_line(words, card.next_contact, today)] if card.next_contact else [words("handover-no-next")],
        _noted(words, of, today),
    ]
    text = "\n\n".join("\n".join(lines) for lines in blocks if lines)
    first = (
        tap(words.plain("btn-client-call"), OpenCard(client=card.id)),
        tap(words.plain("btn-to-client"), OpenClient(client=card.id)),
    )
    return Screen(
        clipped(text, ROOM), (first, (tap(words.plain("btn-client-history"), OpenHistory(client=card.id)),))
    )


def _pays(words: Words, of: Handover, today: date) -> list[str]:
    owed, lines = of.card.owed, []
    if owed.overdue:
        days = max((today - owed.since).days, 0) if owed.since else 0
        debt, overdue = written.money(words, owed.debt), written.money(words, owed.overdue)
        lines.append(words("card-debt-overdue", debt=debt, overdue=overdue, days=days))
    elif owed.debt:
        lines.append(words("card-debt", debt=written.money(words, owed.debt)))
    if of.promised:
        due, amount = of.promised
        text = written.money(words, amount) if amount else ""
        lines.append(
            words(
                "handover-promise",
                day=written.day(words, due, today),
                amount=text,
                known="yes" if text else "no",
            )
        )
    if owed.delay is not None:
        lines.append(words("client-delay", days=owed.delay))
    if of.card.standing:
        lines.append(standing_line(words, of.card.standing))
    return lines


def _buys(words: Words, of: Handover, today: date) -> list[str]:
    if of.last_order is None:
        return [words("handover-no-orders")]
    day = written.day(words, of.last_order, today)
    if of.card.rhythm is None:
        return [words("handover-last-order", day=day)]
    return [words("handover-rhythm", day=day, gap=round(of.card.rhythm.median_gap_days))]


def _open(words: Words, of: Handover, today: date) -> list[str]:
    lines = [
        words(
            "handover-order",
            order=one.id,
            status=status_text(words, one.status, one.number),
            total=written.money(words, one.total),
            delivery=written.day(words, one.delivery, today) if one.delivery else "",
            dated="yes" if one.delivery else "no",
        )
        for one in of.orders[:3]
    ]
    if of.card.open_claims:
        lines.append(words("card-claims", count=of.card.open_claims))
    return [*lines, *(words("handover-waits", what=one) for one in of.waits)]


def _agreed(words: Words, of: Handover) -> list[str]:
    lines = [words("client-price", value=of.card.price_column)] if of.card.price_column else []
    return [*lines, *(words("handover-price", rule=rule_text(words, one)) for one in of.prices)]


def _noted(words: Words, of: Handover, today: date) -> list[str]:
    lines = [words("client-note", value=_cut(of.card.note))] if of.card.note else []
    return lines + _lines(words, of.notes, today)


def _lines(words: Words, notes: Sequence[tuple[date, str]], today: date) -> list[str]:
    return [
        words("handover-note", day=written.day(words, day, today), text=_cut(text)) for day, text in notes
    ]


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= NOTE else plain[: NOTE - 1] + "…"
