"""The order on its way: its card for every reader, lists, the lead's decision, questions and answers."""

from collections.abc import Sequence

from domain.credit import CreditReason
from domain.orders import OrderStatus
from screens import format as written
from screens.callbacks.calls import NextCard
from screens.callbacks.clients import OpenClient
from screens.callbacks.orders import (
    Approve,
    Decline,
    OpenApproval,
    OpenDraft,
    OpenOrder,
    OpenOrders,
    OrderFile,
    OrderPage,
    PrepaidOnly,
    Repeat,
    Reply,
    StartOrder,
    Withdraw,
)
from screens.callbacks.support import Accept, AskManager, AskNumber
from screens.order_parts import credit_lines, line_texts, page_row, short
from screens.order_views import Action, ApprovalView, OrderView, RowView
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.standing import standing_lines
from screens.words import Words

PAGE, LAST_STEPS, LAST_QUESTIONS, TEXT = 20, 8, 3, 300
MINUTES_IN_HOUR, HOURS_IN_DAY = 60, 24
NARROW = 24


def order_card(words: Words, view: OrderView, at: int = 0) -> Screen:
    """As its reader may see it: sales support with what has to be entered, the manager with what happened."""
    at = at if at < len(view.lines) else 0
    parts = [_title(words, view), *_buyer(words, view)]
    parts += line_texts(words, view.lines, at, PAGE)
    parts += [words("order-total", sum=written.money(words, view.totals.amount), count=view.totals.lines)]
    if view.totals.unpriced:
        parts.append(words("order-unpriced", count=view.totals.unpriced))
    parts += _terms(words, view)
    parts += _talk(words, view)
    if not view.full:
        parts += [
            words(
                f"step-{step.step.replace('_', '-')}",
                at=written.moment(words, step.at, view.today),
                who=step.who,
                note=step.note,
            )
            for step in view.steps[-LAST_STEPS:]
        ]
    pages = page_row(words, len(view.lines), at, PAGE, lambda start: OrderPage(order=view.id, start=start))
    rows = (*([pages] if pages else []), *_action_rows(words, view))
    return Screen(clipped("\n".join(parts)), rows)


def status_text(words: Words, status: OrderStatus, number: str, who: str = "") -> str:
    """«введён № 1203»."""
    taken = status is OrderStatus.ACCEPTED and who
    key = "order-status-accepted-by" if taken else f"order-status-{status.replace('_', '-')}"
    return words.plain(key, number=number, who=who)


def _title(words: Words, view: OrderView) -> str:
    status = status_text(words, view.status, view.number, view.accepted_by)
    return words("msg-order", order=view.id, client=view.client, status=status)


def _buyer(words: Words, view: OrderView) -> list[str]:
    if not view.full:
        return []
    lines = [words("order-buyer", legal=view.legal_name)] if view.legal_name else []
    if view.tax_number:
        lines.append(words("order-tax", tax=view.tax_number))
    if view.address:
        lines.append(words("order-address", text=short(view.address, TEXT)))
    return [*lines, words("order-manager", name=view.manager)]


def _terms(words: Words, view: OrderView) -> list[str]:
    terms = [
        words("order-delivery", day=written.day(words, view.delivery, view.today))
        if view.delivery
        else words("order-no-delivery")
    ]
    if view.comment:
        terms.append(words("order-comment", text=view.comment))
    if view.prepaid is not None:
        terms.insert(0, _prepaid(words, view, view.prepaid))
    if view.hold:
        key = "order-hold-approved" if view.approved_by else "order-hold"
        terms.append(words(key, reasons=hold_reasons(words, view), who=view.approved_by))
    return terms


def _prepaid(words: Words, view: OrderView, amount: int) -> str:
    if view.paid_on is None:
        return words("order-prepaid", sum=written.money(words, amount))
    return words(
        "order-paid", sum=written.money(words, amount), day=written.day(words, view.paid_on, view.today)
    )


def _talk(words: Words, view: OrderView) -> list[str]:
    lines = []
    for question in view.questions[-LAST_QUESTIONS:]:
        lines.append(words("order-question", who=question.asker, text=short(question.question, TEXT)))
        if question.answered:
            lines.append(words("order-answer", who=view.manager, text=short(question.answer, TEXT)))
    return lines


def _action_rows(words: Words, view: OrderView) -> tuple[tuple[Button, ...], ...]:
    enter = "btn-fix-number" if view.number else "btn-entered"
    buttons = {
        Action.DECIDE: tap(words.plain("btn-decide"), OpenApproval(order=view.id)),
        Action.ACCEPT: tap(words.plain("btn-accept"), Accept(order=view.id)),
        Action.ENTER: tap(words.plain(enter), AskNumber(order=view.id)),
        Action.ASK: tap(words.plain("btn-ask-manager"), AskManager(order=view.id)),
        Action.REPLY: tap(words.plain("btn-reply"), Reply(order=view.id)),
        Action.EDIT: tap(words.plain("btn-to-draft"), OpenDraft(order=view.id)),
        Action.FILE: tap(words.plain("btn-order-file"), OrderFile(order=view.id)),
        Action.REPEAT: tap(words.plain("btn-repeat"), Repeat(order=view.id)),
        Action.WITHDRAW: tap(words.plain("btn-withdraw"), Withdraw(order=view.id)),
    }
    shown = [button for action, button in buttons.items() if action in view.actions]
    last = [tap(words.plain("btn-orders"), OpenOrders())]
    if not view.full:
        shown += _copy_bill(words, view)
        last.append(tap(words.plain("btn-order-client"), OpenClient(client=view.client_id)))
    return (*in_rows(shown, 2), tuple(last))


def _copy_bill(words: Words, view: OrderView) -> list[Button]:
    """Words for the client, while the money is waited for."""
    if view.prepaid is None or view.paid_on is not None or view.status is OrderStatus.DRAFT:
        return []
    text = words.plain("text-prepay", order=view.id, sum=written.money(words, view.prepaid))
    return [Button(words.plain("btn-copy-prepay"), copy=text)]


def prepaid(words: Words, view: OrderView) -> Screen:
    """The money has come: to the manager, and to sales support that may ship now."""
    text = words(
        "ntf-prepaid",
        order=view.id,
        client=view.client,
        sum=written.money(words, view.prepaid or 0),
        full="yes" if view.full else "no",
    )
    return Screen(text, ((tap(words.plain("btn-open-order"), OpenOrder(order=view.id)),),))


def taken_back(words: Words, client: str, order: int) -> Screen:
    """In place of the card that somebody was sent, once the manager took the order back."""
    text = words("msg-order-withdrawn", client=client, order=order)
    return Screen(text, ((tap(words.plain("btn-orders"), OpenOrders()),),))


def receipt(words: Words, view: OrderView, supports: int) -> Screen:
    """What the manager is left with: where the order went."""
    facts: dict[str, str | int] = {
        "order": view.id,
        "client": view.client,
        "sum": written.money(words, view.totals.amount),
    }
    if view.status is OrderStatus.ON_APPROVAL:
        text = words("msg-held", reasons=hold_reasons(words, view), **facts)
    elif view.prepaid is not None:
        bill = words("text-prepay", order=view.id, sum=written.money(words, view.prepaid))
        text = words("msg-prepaid", supports=supports, text=bill, **facts)
    else:
        text = words("msg-handed-over", supports=supports, **facts)
    return Screen(text, _receipt_rows(words, view))


def hold_reasons(words: Words, view: OrderView) -> str:
    return ", ".join(words.plain(f"hold-{reason.replace('_', '-')}") for reason in view.hold)


def _receipt_rows(words: Words, view: OrderView) -> tuple[tuple[Button, ...], ...]:
    first = [tap(words.plain("btn-open-order"), OpenOrder(order=view.id))]
    if Action.WITHDRAW in view.actions:
        first.append(tap(words.plain("btn-withdraw"), Withdraw(order=view.id)))
    go_on = (tap(words.plain("btn-next-card"), NextCard()), tap(words.plain("btn-new-order"), StartOrder()))
    return (tuple(first), go_on)


def news(words: Words, key: str, view: OrderView, **facts: str | int) -> Screen:
    """One line about an order to whom it concerns: `key` of the words; the card a tap away."""
    text = words(
        key,
        order=view.id,
        client=view.client,
        sum=written.money(words, view.totals.amount),
        number=view.number,
        manager=view.manager,
        **facts,
    )
    first = tap(words.plain("btn-open-order"), OpenOrder(order=view.id))
    if view.status is OrderStatus.DRAFT:
        first = tap(words.plain("btn-to-draft"), OpenDraft(order=view.id))
    return Screen(text, ((first,),))


def approval(words: Words, view: ApprovalView) -> Screen:
    """What the lead decides by; once decided, the order as it is."""
    order = view.order
    if order.status is not OrderStatus.ON_APPROVAL:
        return order_card(words, order)
    parts = [
        words(
            "msg-approval",
            client=order.client,
            manager=order.manager,
            sum=written.money(words, order.totals.amount),
        ),
        *credit_lines(words, view.verdict),
        *_record(words, view),
        words(
            "approval-client", grade=view.client_class, column=view.column or words.plain("price-column-none")
        ),
        *line_texts(words, order.lines, 0, 10),
    ]
    if len(order.lines) > 10:  # noqa: PLR2004
        parts.append(words("approval-more", count=len(order.lines) - 10))
    parts += _terms(words, order)[: 2 if order.comment else 1]
    rows = (
        (
            tap(words.plain("btn-approve"), Approve(order=order.id)),
            tap(words.plain("btn-decline"), Decline(order=order.id)),
        ),
        (
            tap(words.plain("btn-prepaid-only"), PrepaidOnly(order=order.id)),
            tap(words.plain("btn-order-client"), OpenClient(client=order.client_id)),
        ),
    )
    return Screen(clipped("\n".join(parts)), rows)


def _record(words: Words, view: ApprovalView) -> list[str]:
    """What is known of the client's money besides why the order is held."""
    verdict, lines = view.verdict, []
    if view.stopped_on is not None:
        day = written.day(words, view.stopped_on, view.order.today)
        lines.append(words("approval-stopped", day=day, why=view.stop_why or "none"))
    overdue = {CreditReason.LONG_OVERDUE, CreditReason.EXCEPTED, CreditReason.OVERDUE}
    if verdict.overdue and not overdue & set(verdict.reasons):
        lines.append(words("approval-overdue", sum=written.money(words, verdict.overdue)))
    if not {CreditReason.OVER_LIMIT, CreditReason.NEAR_LIMIT} & set(verdict.reasons):
        after = written.money(words, verdict.debt_after)
        limit = written.money(words, verdict.limit) if verdict.limit is not None else "none"
        lines.append(words("approval-debt", debt=after, limit=limit))
    lines += standing_lines(words, view.standing)
    return [*lines, words("approval-turnover", sum=written.money(words, view.turnover))]


def question(words: Words, view: OrderView, question_id: int, who: str, text: str) -> Screen:
    """To the manager."""
    body = words("ntf-question", client=view.client, order=view.id, who=who, text=text)
    first = tap(words.plain("btn-reply"), Reply(order=view.id, question=question_id))
    return Screen(body, ((first, tap(words.plain("btn-open-order"), OpenOrder(order=view.id))),))


def reply(words: Words, view: OrderView, asked: str, text: str) -> Screen:
    """Back to who asked; the same buttons as on the card."""
    body = words(
        "ntf-answer", client=view.client, order=view.id, who=view.manager, asked=short(asked, TEXT), text=text
    )
    return Screen(body, _action_rows(words, view))


def ask(words: Words, key: str, order: int, **facts: str | int) -> Screen:
    """A question that is answered by typing."""
    return Screen(
        words(key, order=order, **facts), ((tap(words.plain("btn-back"), OpenOrder(order=order)),),)
    )


def ask_number(words: Words, order: int, was: str) -> Screen:
    return (
        ask(words, "ask-order-number-instead", order, was=was)
        if was
        else ask(words, "ask-order-number", order)
    )


def told(words: Words, key: str, order: int, **facts: str | int) -> Screen:
    """What was typed is done."""
    return Screen(
        words(key, order=order, **facts),
        (
            (
                tap(words.plain("btn-open-order"), OpenOrder(order=order)),
                tap(words.plain("btn-orders"), OpenOrders()),
            ),
        ),
    )


def waits(words: Words, minutes: int) -> str:
    """«40 мин», «3 ч», «2 дн.»."""
    if minutes < MINUTES_IN_HOUR:
        return words.plain("wait-minutes", count=max(minutes, 0))
    hours = minutes // MINUTES_IN_HOUR
    if hours < HOURS_IN_DAY:
        return words.plain("wait-hours", count=hours)
    return words.plain("wait-days", count=hours // HOURS_IN_DAY)


def queue(words: Words, fresh: Sequence[RowView], taken: Sequence[RowView]) -> Screen:
    """What waits for sales support, the longest waiting first."""
    parts = [words("msg-queue", count=len(fresh), taken=len(taken))]
    parts += [_queued(words, row) for row in fresh]
    if taken:
        parts += ["", words("queue-taken"), *(_queued(words, row) for row in taken)]
    return Screen(clipped("\n".join(parts)), in_rows([_open(words, row) for row in (*fresh, *taken)], 2))


def _queued(words: Words, row: RowView) -> str:
    return words(
        "queue-question" if row.status is OrderStatus.QUESTION else "queue-line",
        order=row.id,
        client=short(row.client),
        sum=written.money(words, row.total),
        who=row.who,
        wait=waits(words, row.minutes),
    )


def _open(words: Words, row: RowView) -> Button:
    return tap(
        words.plain("btn-order-row", order=row.id, client=short(row.client, NARROW)), OpenOrder(order=row.id)
    )


def order_list(
    words: Words, waiting: Sequence[RowView], handed: Sequence[RowView], *, team: bool, may_order: bool = True
) -> Screen:
    """Of the last days, with the status of each; with the managers' names for a lead."""
    parts = [words("msg-my-orders", count=len(waiting) + len(handed))]
    for row in (*waiting, *handed):
        status = status_text(words, row.status, row.number)
        day = written.short_day(words, row.day) if row.day else ""
        facts: dict[str, str | int] = {
            "order": row.id,
            "client": short(row.client),
            "sum": written.money(words, row.total),
        }
        parts.append(
            words("my-order-team" if team else "my-order", status=status, day=day, who=row.who, **facts)
        )
    rows = in_rows([_open(words, row) for row in (*waiting, *handed)], 2)
    last = ((tap(words.plain("btn-new-order"), StartOrder()),),) if may_order else ()
    return Screen(clipped("\n".join(parts)), (*rows, *last))
