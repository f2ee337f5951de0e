"""Pieces of what is asked about an order, for the lead's card and the manager's."""

from collections.abc import Sequence
from decimal import Decimal

from domain.approvals import ApprovalState
from domain.credit import CreditLevel
from domain.orders import OrderStatus
from screens import format as written
from screens.approval_views import AskedView, BeyondView, QuestionOfOrder
from screens.callbacks.approvals import DropOffer, TakeOffer
from screens.order_parts import amount, short
from screens.order_views import DraftView, OrderView
from screens.screen import Button, tap
from screens.words import Words

LINES_SHOWN, NAME = 8, 40


def percent(words: Words, value: Decimal) -> str:
    """«7 %», in English “7%”."""
    return written.percent(words, written.quantity(words, value))


def asked_lines(words: Words, question: QuestionOfOrder) -> list[str]:
    """«2. Масло — 400 шт по 130 ₽ вместо 150 ₽: скидка 13,3 %, маржа 8 %»; what is offered instead beside it."""
    lines = []
    for line in question.asked[:LINES_SHOWN]:
        text = words(
            "asked-line",
            number=line.number,
            name=short(line.name, NAME),
            quantity=amount(words, line.quantity, line.unit),
            price=written.money(words, line.price),
            listed=written.money(words, line.listed),
            percent=percent(words, line.percent),
        )
        if line.margin is not None:
            text += words("asked-margin", percent=percent(words, line.margin))
        lines.append(text)
    if len(question.asked) > LINES_SHOWN:
        lines.append(words("approval-more", count=len(question.asked) - LINES_SHOWN))
    return lines


def offered_lines(words: Words, question: QuestionOfOrder) -> list[str]:
    """«2. Масло — 139,50 ₽, скидка 7 % (просили 13,3 %)»."""
    shown = [line for line in question.asked if line.offered is not None][:LINES_SHOWN]
    return [_offered(words, line) for line in shown]


def _offered(words: Words, line: AskedView) -> str:
    return words(
        "offered-line",
        number=line.number,
        name=short(line.name, NAME),
        price=written.money(words, line.offered or 0),
        percent=percent(words, line.offered_percent),
        asked=percent(words, line.percent),
    )


def due_line(words: Words, question: QuestionOfOrder, view: OrderView) -> str:
    after = question.after.replace("_", "-")
    who = ", ".join(question.awaited) or "none"
    return words("approval-due", at=written.moment(words, question.due, view.today), after=after, who=who)


def offer_due(words: Words, question: QuestionOfOrder, view: OrderView) -> str:
    return words("offer-due", at=written.moment(words, question.due, view.today))


def question_lines(words: Words, view: OrderView) -> list[str]:
    """On the card of an order that waits: for the lead until when, or what the lead offers."""
    question = view.asked
    if question is None or view.status is not OrderStatus.ON_APPROVAL:
        return []
    if question.state is ApprovalState.COUNTERED:
        head = words("order-offer", who=question.decided_by, sum=written.money(words, question.total))
        return [head, *offered_lines(words, question), offer_due(words, question, view)]
    return [due_line(words, question, view)]


def question_rows(words: Words, view: OrderView) -> tuple[tuple[Button, ...], ...]:
    """The manager's word on a counter-offer."""
    question = view.asked
    waits = view.status is OrderStatus.ON_APPROVAL and question is not None and question.own
    if question is None or not waits or question.state is not ApprovalState.COUNTERED:
        return ()
    return (
        (
            tap(words.plain("btn-take-offer"), TakeOffer(order=view.id, approval=question.id)),
            tap(words.plain("btn-drop-offer"), DropOffer(order=view.id, approval=question.id)),
        ),
    )


def draft_lines(words: Words, view: DraftView) -> list[str]:
    """What the manager has to know before handing over: promises of the client, and discounts that only the lead gives."""
    held = view.verdict.level is CreditLevel.HOLD
    return [*promise_lines(words, view), *_beyond_lines(words, view.beyond, alone=not held)]


def promise_lines(words: Words, view: DraftView | QuestionOfOrder) -> list[str]:
    """A word that is waited for, and the last one that was not kept."""
    lines = []
    if view.promise_due is not None:
        lines.append(words("credit-promised", day=written.day(words, view.promise_due)))
    if view.promise_broken is not None:
        lines.append(words("credit-promise-broken", day=written.day(words, view.promise_broken)))
    return lines


def _beyond_lines(words: Words, beyond: Sequence[BeyondView], *, alone: bool) -> list[str]:
    """`alone`: nothing else takes the order to the lead, who is said here then."""
    if not beyond:
        return []
    named = [one for one in beyond if one.name]
    lines = ", ".join(
        words.plain("beyond-line", name=short(one.name, NAME), percent=percent(words, one.percent))
        for one in named
    )
    allowed = percent(words, min(one.allowed for one in beyond))
    return [
        words("draft-beyond", limit=allowed, lines=lines, more=len(beyond) - len(named), alone=int(alone))
    ]
