"""The order on its way: its card for every reader, lists, the lead's decision, questions and answers."""

from collections.abc import Sequence

from domain.credit import CreditReason
from domain.orders import AT_DESK, OrderStatus, OrderStep
from screens import format as written
from screens.approval_parts import question_lines, question_rows
from screens.callbacks.calls import NextCard
from screens.callbacks.claims import AskNewClaim
from screens.callbacks.clients import OpenClient
from screens.callbacks.order_changes import ChangeOrder, OpenCard, SeeChanges
from screens.callbacks.order_export import OpenExports
from screens.callbacks.order_terms import OpenPapers
from screens.callbacks.orders import (
    OpenApproval,
    OpenDraft,
    OpenOrder,
    OpenOrders,
    OrderFile,
    OrderPage,
    Repeat,
    Reply,
    StartOrder,
    Withdraw,
)
from screens.callbacks.support import (
    Accept,
    Agree,
    AskManager,
    AskNumber,
    AskShort,
    Close,
    DeskMore,
    Pick,
    Ship,
)
from screens.checks import check_lines
from screens.desk import difference_lines, refusal_text, step_text
from screens.order_parts import line_text, page_row, short, vat_lines
from screens.order_terms import terms_lines
from screens.order_views import Action, OrderView, RowView
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

PAGE, LAST_STEPS, LAST_QUESTIONS, TEXT = 20, 8, 3, 300
MINUTES_IN_HOUR, HOURS_IN_DAY = 60, 24
NARROW = 24
CLAIMABLE = frozenset(
    {OrderStatus.ENTERED, OrderStatus.SHIPPED_PART, OrderStatus.SHIPPED, OrderStatus.CLOSED}
)
UNDECIDED = frozenset({OrderStatus.DRAFT, OrderStatus.ON_APPROVAL})
SHIPMENTS = frozenset({OrderStatus.SHIPPED_PART, OrderStatus.SHIPPED, OrderStatus.CLOSED})


def order_card(words: Words, view: OrderView, *, alone: bool = False) -> Screen:
    """As its reader may see it: sales support with what has to be entered, the manager with what happened.

    `alone`: a card that came by itself and will be changed by others, so that nothing leads away from it.
    """
    parts = [_title(words, view)]
    parts += [words("order-manager", name=view.manager)] if view.full else []
    parts += [line_text(words, view.start + at, line) for at, line in enumerate(view.lines, 1)]
    parts += [words("order-total", sum=written.money(words, view.totals.amount), count=view.totals.lines)]
    if view.totals.unpriced:
        parts.append(words("order-unpriced", count=view.totals.unpriced))
    parts += vat_lines(words, view.totals)
    parts += question_lines(words, view)
    parts += _shipped(words, view)
    parts += check_lines(words, view.checks)
    parts += _terms(words, view)
    parts += _changes(words, view)
    parts += _talk(words, view)
    if not view.full:
        parts += [step_text(words, view, step) for step in view.steps[-LAST_STEPS:]]
    count, here = view.totals.lines, view.start
    pages = page_row(words, count, here, PAGE, lambda start: OrderPage(order=view.id, start=start))
    rows = (*([pages] if pages else []), *question_rows(words, view), *_action_rows(words, view, alone=alone))
    return Screen(clipped("\n".join(parts)), rows)


def desk_card(words: Words, view: OrderView) -> Screen:
    """The card in the hands of sales support, in a private chat or in their group."""
    return order_card(words, view, alone=True)


def live_card(words: Words, view: OrderView) -> Screen:
    """The manager's card of an order at sales support: how it stands, retold at every step. What it opens is a new message."""
    parts = [_title(words, view)]
    parts += [words("order-total", sum=written.money(words, view.totals.amount), count=view.totals.lines)]
    parts += _shipped(words, view)
    parts += _changes(words, view)
    parts += _talk(words, view)
    parts += [step_text(words, view, step) for step in view.steps[-LAST_STEPS:]]
    row = [tap(words.plain("btn-open-order"), OpenCard(order=view.id))]
    if Action.REPLY in view.actions:
        row.insert(0, tap(words.plain("btn-reply"), Reply(order=view.id)))
    if Action.SEE in view.actions:
        row.insert(0, tap(words.plain("btn-see-changes"), SeeChanges(order=view.id)))
    return Screen(clipped("\n".join(parts)), in_rows(row, 2))


def order_line(words: Words, view: OrderView) -> Screen:
    """In place of a reminder that was answered beside the card."""
    return Screen(_title(words, view))


def _changes(words: Words, view: OrderView) -> list[str]:
    """What one side changed, marked until the other has seen it."""
    side = "desk" if view.full else "manager"
    lines: list[str] = []
    if view.status is OrderStatus.REFUSED:  # kept for the refusal may be undone, but nobody waits for them
        return lines
    if view.by_manager and view.status in AT_DESK:
        lines += [words(f"changes-by-manager-{side}"), *difference_lines(words, view.by_manager)]
    if view.by_desk:
        lines += [words(f"changes-by-desk-{side}"), *difference_lines(words, view.by_desk)]
    return lines


def _shipped(words: Words, view: OrderView) -> list[str]:
    if view.shipped is None or view.status not in SHIPMENTS:
        return []
    return [words("order-shipped-sum", sum=written.money(words, view.shipped))]


def status_text(words: Words, status: OrderStatus, number: str, who: str = "") -> str:
    """«введён № 1203»."""
    taken = status is OrderStatus.ACCEPTED and who
    key = "order-status-accepted-by" if taken else f"order-status-{status.replace('_', '-')}"
    return words.plain(key, number=number, who=who)


def _title(words: Words, view: OrderView) -> str:
    status = status_text(words, view.status, view.number, view.accepted_by)
    return words("msg-order", order=view.id, client=view.client, status=status)


def _terms(words: Words, view: OrderView) -> list[str]:
    terms = terms_lines(words, view.terms, view.today, all_lines=view.full)
    if view.papers:
        terms.append(words("draft-papers", count=view.papers))
    if view.prepaid is not None:
        terms.insert(0, _prepaid(words, view, view.prepaid))
    return terms + _held(words, view)


def _held(words: Words, view: OrderView) -> list[str]:
    """What the lead is asked, while it waits; then who let it go, and who gave the discount that was agreed on."""
    if not view.hold:
        return []
    if view.status in UNDECIDED:
        return [words("order-hold", reasons=hold_reasons(words, view))]
    what, lines = held_for(view), []
    last = max((at for at, step in enumerate(view.steps) if step.step is OrderStep.HELD), default=0)
    since = {step.step: step.who for step in view.steps[last:]}
    if OrderStep.OFFER_TAKEN in since:
        lines.append(words("order-hold-agreed", who=since.get(OrderStep.COUNTERED, "")))
        what = "credit" if what == "both" else ""
    if what and view.approved_by:
        reasons = hold_reasons(words, view, but=CreditReason.DISCOUNT) or "none"
        lines.append(words("order-hold-approved", what=what, who=view.approved_by, reasons=reasons))
    return lines


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


def _action_rows(words: Words, view: OrderView, *, alone: bool = False) -> tuple[tuple[Button, ...], ...]:
    enter = "btn-fix-number" if view.number else "btn-entered"
    buttons = {
        Action.DECIDE: tap(words.plain("btn-decide"), OpenApproval(order=view.id)),
        Action.AGREE: tap(words.plain("btn-agree-changes"), Agree(order=view.id)),
        Action.SEE: tap(words.plain("btn-see-changes"), SeeChanges(order=view.id)),
        Action.PICK: tap(words.plain("btn-pick"), Pick(order=view.id)),
        Action.SHIP: tap(words.plain("btn-ship"), Ship(order=view.id)),
        Action.CLOSE: tap(words.plain("btn-close-order"), Close(order=view.id)),
        Action.ACCEPT: tap(words.plain("btn-accept"), Accept(order=view.id)),
        Action.ENTER: tap(words.plain(enter), AskNumber(order=view.id)),
        Action.ASK: tap(words.plain("btn-ask-manager"), AskManager(order=view.id)),
        Action.SHORT: tap(words.plain("btn-short"), AskShort(order=view.id)),
        Action.REPLY: tap(words.plain("btn-reply"), Reply(order=view.id)),
        Action.CHANGE: tap(words.plain("btn-change-order"), ChangeOrder(order=view.id)),
        Action.EDIT: tap(words.plain("btn-to-draft"), OpenDraft(order=view.id)),
        Action.FILE: tap(words.plain("btn-order-file"), OrderFile(order=view.id)),
        Action.REPEAT: tap(words.plain("btn-repeat"), Repeat(order=view.id)),
        Action.WITHDRAW: tap(words.plain("btn-withdraw"), Withdraw(order=view.id)),
        Action.MORE: tap(words.plain("btn-desk-more"), DeskMore(order=view.id)),
    }
    shown = [button for action, button in buttons.items() if action in view.actions]
    if view.papers:
        shown.append(tap(words.plain("btn-papers", count=view.papers), OpenPapers(order=view.id)))
    last = [tap(words.plain("btn-orders"), OpenOrders())]
    if not view.full:
        shown += _copy_bill(words, view)
        if view.status in CLAIMABLE:
            shown.append(
                tap(words.plain("btn-claim-of-order"), AskNewClaim(client=view.client_id, order=view.id))
            )
        last.append(tap(words.plain("btn-order-client"), OpenClient(client=view.client_id)))
    return in_rows(shown, 2) if alone else (*in_rows(shown, 2), tuple(last))


def _copy_bill(words: Words, view: OrderView) -> list[Button]:
    """Words for the client, while the money is waited for."""
    if view.prepaid is None or view.paid_on is not None or view.status is OrderStatus.DRAFT:
        return []
    text = words.plain("text-prepay", order=view.id, sum=written.money(words, view.prepaid))
    return [Button(words.plain("btn-copy-prepay"), copy=text)]


def prepaid(words: Words, view: OrderView, *, grew: bool = False) -> Screen:
    """The money has come: to the manager, and to sales support that may ship now. Or it was taken back, or is too little."""
    text = words(
        "ntf-prepaid" if view.paid_on else "ntf-outgrown" if grew else "ntf-unpaid",
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


def held_for(view: OrderView) -> str:
    """What the lead was asked: about credit, prices or both."""
    price = CreditReason.DISCOUNT in view.hold
    if price and len(view.hold) > 1:
        return "both"
    return "price" if price else "credit"


def hold_reasons(words: Words, view: OrderView, *, but: CreditReason | None = None) -> str:
    codes = [reason for reason in view.hold if reason is not but]
    return ", ".join(words.plain(f"hold-{reason.replace('_', '-')}") for reason in codes)


def _receipt_rows(words: Words, view: OrderView) -> tuple[tuple[Button, ...], ...]:
    first = [tap(words.plain("btn-open-order"), OpenOrder(order=view.id))]
    if Action.WITHDRAW in view.actions:
        first.append(tap(words.plain("btn-withdraw"), Withdraw(order=view.id)))
    go_on = (tap(words.plain("btn-next-card"), NextCard()), tap(words.plain("btn-new-order"), StartOrder()))
    bill = _copy_bill(words, view)
    return (*([tuple(bill)] if bill else []), tuple(first), go_on)


def news(words: Words, key: str, view: OrderView, *, own: bool = True, **facts: str | int) -> Screen:
    """One line about an order to whom it concerns: `key` of the words; the card a tap away.

    A draft opens for its own manager only, anybody else (`own` is False) is led to the client.
    """
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
        client = tap(words.plain("btn-order-client"), OpenClient(client=view.client_id))
        first = tap(words.plain("btn-to-draft"), OpenDraft(order=view.id)) if own else client
    return Screen(text, ((first,),))


def refused(words: Words, view: OrderView, why: str) -> Screen:
    """To the manager, in the manager's language; `why` is a cause that is also a button, or what was typed."""
    return news(words, "ntf-refused", view, why=refusal_text(words, why), cause=why)


def desk_news(words: Words, key: str, view: OrderView, **facts: str | int) -> Screen:
    """News of an order to sales support, with what it may be answered by."""
    rows = [tap(words.plain("btn-open-order"), OpenOrder(order=view.id))]
    if Action.AGREE in view.actions:
        rows.insert(0, tap(words.plain("btn-agree-changes"), Agree(order=view.id)))
    text = words(key, order=view.id, client=view.client, manager=view.manager, **facts)
    both = (*view.by_manager, *view.by_desk)
    told = [one for one in both if one.who == facts.get("who")] or view.by_manager
    return Screen(clipped("\n".join([text, *difference_lines(words, told)])), (tuple(rows),))


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


def queue(
    words: Words, fresh: Sequence[RowView], taken: Sequence[RowView], entered: Sequence[RowView] = ()
) -> Screen:
    """What waits for sales support, the longest waiting first; then what is entered and has not left."""
    parts = [words("msg-queue", count=len(fresh), taken=len(taken))]
    parts += [_queued(words, row) for row in fresh]
    if taken:
        parts += ["", words("queue-taken"), *(_queued(words, row) for row in taken)]
    if entered:
        parts += ["", words("queue-entered"), *(_standing(words, row) for row in entered)]
    rows = in_rows([_open(words, row) for row in (*fresh, *taken, *entered)], 2)
    return Screen(clipped("\n".join(parts)), (*rows, (tap(words.plain("btn-export"), OpenExports()),)))


def _queued(words: Words, row: RowView) -> str:
    return words(
        "queue-question" if row.status is OrderStatus.QUESTION else "queue-line",
        order=row.id,
        client=short(row.client),
        sum=written.money(words, row.total),
        who=row.who,
        wait=waits(words, row.minutes),
    )


def _standing(words: Words, row: RowView) -> str:
    return words(
        "queue-standing",
        order=row.id,
        client=short(row.client),
        sum=written.money(words, row.total),
        status=status_text(words, row.status, row.number),
    )


def _open(words: Words, row: RowView) -> Button:
    return tap(
        words.plain("btn-order-row", order=row.id, client=short(row.client, NARROW)), OpenOrder(order=row.id)
    )


def order_list(
    words: Words,
    waiting: Sequence[RowView],
    handed: Sequence[RowView],
    *,
    team: bool,
    may_order: bool = True,
    may_export: bool = False,
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
    last = [tap(words.plain("btn-new-order"), StartOrder())] if may_order else []
    last += [tap(words.plain("btn-export"), OpenExports())] if may_export else []
    return Screen(clipped("\n".join(parts)), (*rows, *in_rows(last, 2)))
