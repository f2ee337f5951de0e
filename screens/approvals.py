"""The lead's card of an order that is held, the counter-offer, and what the manager hears of it."""

from decimal import Decimal

from domain.approvals import Answer, ApprovalState, Question
from domain.credit import CreditReason
from domain.orders import OrderStatus
from screens import format as written
from screens import support
from screens.approval_parts import (
    asked_lines,
    due_line,
    offer_due,
    offered_lines,
    percent,
    promise_lines,
    question_rows,
)
from screens.approval_views import QuestionOfOrder
from screens.callbacks import approvals as callbacks
from screens.callbacks.approvals import AskOffer, Offer, Refuse, SendWithin
from screens.callbacks.clients import OpenClient
from screens.callbacks.orders import HandOverPrepaid, OpenApproval, OpenDraft, OpenOrder, Withdraw
from screens.order_parts import credit_lines, line_texts
from screens.order_terms import terms_lines
from screens.order_views import ApprovalView, OrderView
from screens.screen import Button, Screen, clipped, tap
from screens.standing import standing_lines
from screens.words import Words

ALL_LINES, FEW_LINES = 10, 5
Rows = tuple[tuple[Button, ...], ...]


def approval(words: Words, view: ApprovalView, *, late: bool = False) -> Screen:
    """What the lead decides by; once decided, the order as it is. `late`: the time for an answer runs out."""
    order, question = view.order, view.order.asked
    if order.status is not OrderStatus.ON_APPROVAL or question is None:
        return support.order_card(words, order)
    parts = [_title(words, order, question), *_clock(words, order, question, late=late)]
    if question.asked and question.state is not ApprovalState.COUNTERED:
        parts += [words("asked-title", percent=percent(words, question.least)), *asked_lines(words, question)]
    parts += _margin(words, question)
    parts += credit_lines(words, view.verdict) + promise_lines(words, question) + _record(words, view)
    column = view.column or words.plain("price-column-none")
    parts.append(words("approval-client", grade=view.client_class, column=column))
    size = FEW_LINES if question.asked else ALL_LINES
    parts += line_texts(words, order.lines, 0, size)
    if order.totals.lines > size:
        parts.append(words("approval-more", count=order.totals.lines - size))
    parts += terms_lines(words, order.terms, order.today)
    return Screen(clipped("\n".join(parts)), _rows(words, order, question))


def _title(words: Words, order: OrderView, question: QuestionOfOrder) -> str:
    what = "countered" if question.state is ApprovalState.COUNTERED else _still_asked(question)
    total = written.money(words, order.totals.amount)
    return words("msg-approval", client=order.client, manager=order.manager, sum=total, what=what)


def _still_asked(question: QuestionOfOrder) -> str:
    """What has no answer yet: the other half may have been decided already."""
    credit, price = _waits(question)
    if credit != price:
        return "credit" if credit else "price"
    return asked_about(question)


def _waits(question: QuestionOfOrder) -> tuple[bool, bool]:
    credit = question.on_credit and question.credit is None
    return credit, bool(question.asked) and question.price not in {Answer.YES, Answer.AGREED}


def asked_about(question: QuestionOfOrder) -> str:
    if question.asked and question.on_credit:
        return "both"
    return "price" if question.asked else "credit"


def _clock(words: Words, order: OrderView, question: QuestionOfOrder, *, late: bool) -> list[str]:
    """Until when, and what has been answered already."""
    lines = [words("approval-late", after=question.after.replace("_", "-"))] if late else []
    countered = question.state is ApprovalState.COUNTERED
    if countered:
        lines += [words("approval-countered", who=order.manager), *offered_lines(words, question)]
    else:
        lines.append(due_line(words, question, order))
    if question.credit is not None and question.on_credit:
        key = "approval-credit-prepaid" if question.credit is Answer.PREPAID else "approval-credit-yes"
        # the last word is the offer, and only who gave the last one is known
        lines.append(words(key, who="none" if countered else question.decided_by))
    if question.price is Answer.YES:
        lines.append(words("approval-price-yes", who=question.decided_by))
    if question.price is Answer.AGREED:
        lines.append(words("approval-price-agreed"))
    if question.prepaid and question.credit is None:
        lines.append(words("approval-wants-prepaid"))
    return lines


def _margin(words: Words, question: QuestionOfOrder) -> list[str]:
    if question.margin is None:
        return []
    facts: dict[str, str | int] = {"percent": percent(words, question.margin)}
    if question.costed < question.lines:
        return [words("approval-margin-some", costed=question.costed, lines=question.lines, **facts)]
    return [words("approval-margin", **facts)]


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


def _rows(words: Words, order: OrderView, question: QuestionOfOrder) -> Rows:
    client = tap(words.plain("btn-order-client"), OpenClient(client=order.client_id))
    if not question.may_answer:
        return (*question_rows(words, order), (client,))
    credit, price = _waits(question)
    refuse = Refuse(order=order.id, approval=question.id)
    rows: list[tuple[Button, ...]] = [
        (
            _answer(words, "btn-approve", order, question, Question.ALL),
            tap(words.plain("btn-decline"), refuse),
        )
    ]
    if credit and price:
        rows.append(
            (
                _answer(words, "btn-approve-credit", order, question, Question.CREDIT),
                _answer(words, "btn-approve-price", order, question, Question.PRICE),
            )
        )
    if price and question.offers:
        rows.append(
            tuple(
                tap(
                    words.plain("btn-offer", percent=percent(words, offer)),
                    Offer(order=order.id, approval=question.id, tenths=int(offer * 10)),
                )
                for offer in question.offers
            )
        )
    last = [client]
    if price:
        last.insert(0, tap(words.plain("btn-own-offer"), AskOffer(order=order.id, approval=question.id)))
    if credit:
        prepaid = _answer(words, "btn-prepaid-only", order, question, Question.CREDIT, prepaid=True)
        return (*rows, (prepaid,), tuple(last)) if price else (*rows, (prepaid, client))
    return (*rows, tuple(last))


def _answer(
    words: Words,
    key: str,
    order: OrderView,
    question: QuestionOfOrder,
    about: Question,
    *,
    prepaid: bool = False,
) -> Button:
    data = callbacks.Answer(order=order.id, approval=question.id, question=about, prepaid=prepaid)
    return tap(words.plain(key), data)


def ask_offer(words: Words, view: ApprovalView) -> Screen:
    """The percent, or prices line by line."""
    question = view.order.asked
    least, most = (question.least, question.most) if question else (Decimal(0), Decimal(0))
    numbered = asked_lines(words, question) if question else []
    text = words("ask-offer", least=percent(words, least), most=percent(words, most))
    back = tap(words.plain("btn-back"), OpenApproval(order=view.order.id))
    return Screen(clipped("\n".join([text, *numbered])), ((back,),))


def offer(words: Words, view: OrderView, *, again: bool = False) -> Screen:
    """To the manager: what the lead gives instead, taken or refused in one tap."""
    question = view.asked
    if question is None or question.state is not ApprovalState.COUNTERED:
        return support.order_card(words, view)
    total = written.money(words, question.total)
    text = words(
        "ntf-offer", who=question.decided_by, client=view.client, sum=total, again="yes" if again else "no"
    )
    more = (tap(words.plain("btn-open-order"), OpenOrder(order=view.id)),)
    lines = [text, *offered_lines(words, question), offer_due(words, question, view)]
    return Screen("\n".join(lines), (*question_rows(words, view), more))


def sent_back(words: Words, key: str, view: OrderView, **facts: str | int) -> Screen:
    """To the manager: the order is a draft again; what may be done at once."""
    question = view.asked
    total = written.money(words, view.totals.amount)
    what = asked_about(question) if question else "credit"
    if question is not None and was_offered(question):
        key = "ntf-offer-silent"
        facts["percent"] = percent(words, question.least)
    text = words(key, client=view.client, sum=total, what=what, **facts)
    rows = []
    if question is not None and question.asked:
        label = words.plain("btn-send-within", percent=percent(words, question.least))
        rows.append((tap(label, SendWithin(order=view.id)),))
    if question is not None and question.on_credit:
        rows.append((tap(words.plain("btn-prepay"), HandOverPrepaid(order=view.id)),))
    return Screen(text, (*rows, (tap(words.plain("btn-to-draft"), OpenDraft(order=view.id)),)))


def over(words: Words, view: OrderView) -> Screen:
    """In place of a lead's card: nobody answered in time."""
    total = written.money(words, view.totals.amount)
    key = "msg-offer-silent" if view.asked is not None and was_offered(view.asked) else "msg-approval-silent"
    if view.status is not OrderStatus.DRAFT:
        key = "msg-approval-limited"
    text = words(key, client=view.client, sum=total, manager=view.manager)
    return Screen(text, ((tap(words.plain("btn-order-client"), OpenClient(client=view.client_id)),),))


def waits_on(words: Words, view: OrderView) -> Screen:
    """To the manager: the lead has not answered in time, and the order waits on."""
    total = written.money(words, view.totals.amount)
    text = words("ntf-approval-waits", client=view.client, sum=total)
    first = tap(words.plain("btn-withdraw"), Withdraw(order=view.id))
    return Screen(text, ((first, tap(words.plain("btn-open-order"), OpenOrder(order=view.id))),))


def was_offered(question: QuestionOfOrder) -> bool:
    """Whether the manager's word on a counter-offer is what did not come in time."""
    return question.state is ApprovalState.SILENT and question.price is Answer.COUNTERED
