"""The lead's word on an order that is held: yes, no, only ahead of payment, another discount; the manager's word on that; silence."""

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from domain.actors import LEADING, SELLING, Actor, Role
from domain.approvals import WAITING, Answer, ApprovalState, OwnOrderError, Question, is_settled
from domain.credit import CreditLevel, CreditReason
from domain.decisions import DecisionKind
from domain.orders import OrderStatus, OrderStep, check_transition
from domain.prices import Silence, bounded, check_counter, price_off
from domain.reminders import ReminderKind
from screens.order_views import ApprovalView, OrderView
from storage import approvals, clients, discounts, employees, order_talk, orders, outbox, reminders
from storage.approvals import Approval
from storage.desk_places import Place
from storage.orders import Order
from usecases import decisions, order_flow, pricing, scope
from usecases.access import allowed, inner
from usecases.approval_asking import again, close, hold_codes, note_word, open_question, watch
from usecases.approval_views import anchor_of, approvers, silence_of, total_at
from usecases.credit import credit_of
from usecases.desk_place import find_place
from usecases.errors import NotFoundError, StaleError
from usecases.order_errors import AskedAgainError, OrderDecidedError
from usecases.order_flow import Passed, passed, release, release_prepaid
from usecases.order_sums import sums_of
from usecases.order_views import approval_view, find_order, order_view, reasons_of
from usecases.orders import count_total, own_draft
from usecases.work import Work

SET_BACK = orders.patch("status", "hold")
SET_HELD = orders.patch("hold", "total")


@dataclass(frozen=True, slots=True)
class Heard:
    """What the clock has for one person: the lead's card, the order as its manager sees it, or that of sales support.

    `decided`: the person has given a word on it; `place` is where the cards of sales support go, if not to each.
    """

    state: ApprovalState
    card: ApprovalView | None = None
    mine: OrderView | None = None
    desk: OrderView | None = None
    decided: bool = False
    place: Place | None = None


# --- the lead


@allowed(*LEADING)
async def get_approval(actor: Actor, work: Work, order_id: int) -> ApprovalView:
    reaching = await decisions.lent(actor, work, DecisionKind.ORDER, order_id)
    return await approval_view(work, actor, await find_order(reaching, actor, order_id))


@allowed(*LEADING)
async def answer(
    actor: Actor, work: Work, order_id: int, approval_id: int, question: Question, *, prepaid: bool = False
) -> Passed:
    """Yes to one question or to all; the order goes on once each has its answer. `prepaid`: shipped once it is paid for.

    Raises `OrderDecidedError` where that was decided or taken back before, `AskedAgainError` where the order has changed since.
    """
    order, approval = await _asked(actor, work, order_id, approval_id)
    if question is not Question.PRICE:
        given = Answer.PREPAID if prepaid else Answer.YES
        approval = replace(approval, credit=given if approval.on_credit or prepaid else None)
    if question is not Question.CREDIT and approval.asked:
        approval = replace(approval, price=Answer.YES, counter={})
    before = approval.decided_by
    approval = replace(approval, prepaid=approval.prepaid or prepaid)
    if approval.price is not Answer.COUNTERED:
        approval = replace(approval, state=ApprovalState.OPEN, decided_by=actor.hand)
    return await _go_on(actor, work, order, approval, before)


async def _go_on(by: Actor, work: Work, order: Order, approval: Approval, told: int | None) -> Passed:
    """To sales support where every question has its answer; `told` has given a word before."""
    await approvals.write(work.tx, approval)
    settled = is_settled(
        on_credit=approval.on_credit,
        credit=approval.credit,
        beyond=bool(approval.asked),
        price=approval.price,
    )
    step = OrderStep.OFFER_TAKEN if by.id == order.employee_id and approval.counter else OrderStep.APPROVED
    if not (approval.prepaid and settled and step is OrderStep.APPROVED):
        await order_talk.note_step(work.tx, order.id, by.hand, work.now, step=step)
    if not settled:
        await open_question(work, order, approval)
        return await passed(work, by, order.id, decided_by=told)
    await close(work, approval, ApprovalState.APPROVED, by.hand)
    manager = await employees.find(work.tx, order.employee_id) or by
    let_go = release_prepaid if approval.prepaid else release
    return await let_go(work, by, manager, order, order.total, decided_by=told)


@allowed(*LEADING)
async def decline(actor: Actor, work: Work, order_id: int, approval_id: int) -> Passed:
    """It is the manager's draft again, with everything in it. Raises as `answer` does."""
    order, approval = await _asked(actor, work, order_id, approval_id)
    await close(work, replace(approval, decided_by=actor.hand), ApprovalState.DECLINED, actor.hand)
    await _back(work, order, actor.hand, OrderStep.DECLINED)
    return await passed(work, actor, order.id, decided_by=approval.decided_by)


async def _back(work: Work, order: Order, by: int, step: OrderStep) -> None:
    check_transition(OrderStatus(order.status), OrderStatus.DRAFT)
    await work.tx.run(SET_BACK, id_=order.id, status=OrderStatus.DRAFT, hold="")
    await order_talk.note_step(work.tx, order.id, by, work.now, step=step)


@allowed(*LEADING)
async def get_priced(actor: Actor, work: Work, order_id: int, approval_id: int) -> ApprovalView:
    """Before another price is typed. Raises as `answer` does, and `StaleError` where no price is asked about."""
    order, approval = await _asked(actor, work, order_id, approval_id)
    if not approval.asked:
        raise StaleError(what="offer")
    return await approval_view(work, actor, order)


@allowed(*LEADING)
async def counter(actor: Actor, work: Work, order_id: int, approval_id: int, percent: Decimal) -> Passed:
    """One percent for every line that was asked about. Raises `CounterError` outside of the limit and what was asked."""
    order, approval = await _asked(actor, work, order_id, approval_id)
    check_counter(approval.asked, percent)
    prices = {one.product_id: bounded(one, percent) for one in approval.asked}
    return await _offer(actor, work, order, replace(approval, counter=prices))


@allowed(*LEADING)
async def counter_typed(actor: Actor, work: Work, order_id: int, approval_id: int, text: str) -> Passed:
    """«7 %», or line by line: «1 — 7 %, 2 — 145». A line that is not named gets the manager's limit.

    Raises `CounterError` for anything else, and for what is outside of the limit and of what was asked.
    """
    from capture.counters import read_counter

    order, approval = await _asked(actor, work, order_id, approval_id)
    lines = await discounts.to_price(work.tx, order.id)
    places = {number: line.product_id for number, line in enumerate(lines, 1)}
    numbered = {
        number: one for number, id_ in places.items() for one in approval.asked if one.product_id == id_
    }
    prices = read_counter(text, numbered)
    return await _offer(actor, work, order, replace(approval, counter=prices))


async def _offer(actor: Actor, work: Work, order: Order, approval: Approval) -> Passed:
    manager = await employees.find(work.tx, order.employee_id)
    offered = await again(
        work,
        replace(approval, state=ApprovalState.COUNTERED, price=Answer.COUNTERED, decided_by=actor.hand),
        manager,
    )
    await approvals.write(work.tx, offered)
    await note_word(work, offered, ApprovalState.COUNTERED, actor.hand)
    await watch(work, offered)
    await order_talk.note_step(work.tx, order.id, actor.hand, work.now, step=OrderStep.COUNTERED)
    return await passed(work, actor, order.id, decided_by=approval.decided_by)


async def _asked(actor: Actor, work: Work, order_id: int, approval_id: int) -> tuple[Order, Approval]:
    """Both held from other turns. `approval_id` 0 is what is asked now."""
    work = await decisions.lent(actor, work, DecisionKind.ORDER, order_id)
    order = await find_order(work, actor, order_id, lock=True)
    approval = await approvals.last_of(work.tx, order.id)
    if order.status != OrderStatus.ON_APPROVAL or approval is None or approval.state not in WAITING:
        steps = await order_talk.events_of(work.tx, order.id)
        raise OrderDecidedError(name=steps[-1].employee if steps else "none", status=order.status)
    if approval_id not in {0, approval.id}:
        raise AskedAgainError
    may = await approvers(work, await employees.find(work.tx, order.employee_id))
    if order.employee_id in actor.hands and actor.id not in {person.id for person in may}:
        raise OwnOrderError(name=may[0].name)
    await scope.lock_client(actor, work, order.client_id)
    return order, approval


# --- the manager


@allowed(*SELLING)
async def take_offer(actor: Actor, work: Work, order_id: int, approval_id: int) -> Passed:
    """The order at the lead's prices, to sales support; to the lead once more where credit does not bear the new sum."""
    order, approval = await _offered(actor, work, order_id, approval_id)
    client = await scope.lock_client(actor, work, order.client_id)
    await discounts.set_prices(work.tx, order.id, approval.counter)
    total = (await sums_of(work, order.id)).amount
    agreed = replace(approval, state=ApprovalState.OPEN, price=Answer.AGREED)
    codes = order.hold
    if not agreed.prepaid and agreed.credit is None:
        verdict = await credit_of(work, client, total, work.today(actor))
        on_credit = verdict.level is CreditLevel.HOLD
        codes = hold_codes(verdict.reasons if on_credit else (), agreed.asked)
        agreed = await again(work, replace(agreed, on_credit=on_credit), actor)
        await watch(work, agreed)
    await work.tx.run(SET_HELD, id_=order.id, hold=codes, total=total)
    return await _go_on(actor, work, replace(order, total=total, hold=codes), agreed, agreed.decided_by)


@allowed(*SELLING)
async def refuse_offer(actor: Actor, work: Work, order_id: int, approval_id: int) -> Passed:
    """It is a draft again, as the manager had it."""
    order, approval = await _offered(actor, work, order_id, approval_id)
    await close(work, approval, ApprovalState.DECLINED)
    await _back(work, order, actor.hand, OrderStep.WITHDRAWN)
    return await passed(work, actor, order.id, decided_by=approval.decided_by)


async def _offered(actor: Actor, work: Work, order_id: int, approval_id: int) -> tuple[Order, Approval]:
    """Raises `OrderDecidedError` where nothing is offered any more, `AskedAgainError` where something else is."""
    order = await find_order(work, actor, order_id, lock=True)
    if order.employee_id != actor.id:
        raise NotFoundError(what="order", id=order_id)
    approval = await approvals.last_of(work.tx, order.id)
    if approval is None or approval.id != approval_id:
        raise AskedAgainError
    if order.status != OrderStatus.ON_APPROVAL or approval.state is not ApprovalState.COUNTERED:
        steps = await order_talk.events_of(work.tx, order.id)
        raise OrderDecidedError(name=steps[-1].employee if steps else "none", status=order.status)
    return order, approval


@allowed(*SELLING)
async def send_within(actor: Actor, work: Work, order_id: int) -> Passed:
    """The draft with each discount brought down to what the manager gives alone, handed over."""
    order = await find_order(work, actor, order_id, lock=True)
    if order.status == OrderStatus.DRAFT:
        order, client = await own_draft(work, actor, order_id)
        asked = await pricing.asked_beyond(work, order, client)
        prices = {one.product_id: price_off(one.listed, one.allowed) for one in asked}
        await discounts.set_prices(work.tx, order.id, prices)
        await count_total(work, order.id)
    return await order_flow.hand_over(actor, work, order_id)


# --- the clock


@inner
async def hear(person: Actor, work: Work, approval_id: int) -> Heard | None:
    """At the hour of a reminder: silence, of whoever is waited for, has declined; or that person is told so; None: nothing to say."""
    found = await approvals.find(work.tx, approval_id)
    order = await orders.find_locked(work.tx, found.order_id) if found else None
    # The order first, as every answer does: only then is what was found still so.
    approval = await approvals.find_locked(work.tx, approval_id) if order else None
    if approval is None or order is None:
        return None
    if approval.state in WAITING and work.now >= approval.due_at:
        return await _silent(person, work, order, approval)
    if approval.state in WAITING:
        return await _waited(person, work, order, approval)
    if approval.state is ApprovalState.SILENT or approval.price is Answer.LIMITED:
        return await _said(person, work, order, approval)
    return None


async def _silent(person: Actor, work: Work, order: Order, approval: Approval) -> Heard | None:
    """Everybody else hears of what silence has done at once."""
    after = silence_of(work, approval)
    if after is Silence.HOLD:
        return await _wait_on(person, work, order, approval)
    manager = await employees.find(work.tx, order.employee_id)
    people = {*(await _circle(work, approval, manager)), person.id}
    if after is Silence.ALLOW_OWN_LIMIT and manager and await _go_within(work, manager, order, approval):
        approval = replace(approval, state=ApprovalState.APPROVED, price=Answer.LIMITED)
        supports = [one.id for one in await employees.with_role(work.tx, Role.SUPPORT)]
        people |= {*(supports[:1] if await find_place(work) else supports)}
    else:
        approval = replace(approval, state=ApprovalState.SILENT)
        await close(work, approval, approval.state)
        await _back(work, order, order.employee_id, OrderStep.SILENT)
    for id_ in sorted(people - {person.id}):
        await reminders.put(work.tx, id_, ReminderKind.APPROVAL, approval.id, work.now)
    return await _said(person, work, order, approval)


async def _go_within(work: Work, manager: Actor, order: Order, approval: Approval) -> bool:
    """To sales support with each discount brought down to what the manager gives alone.

    False where the client is a colleague's now, or credit does not bear that sum.
    """
    managers = await scope.managers_for(manager, work)
    client = await clients.find_locked(work.tx, order.client_id, managers)
    if client is None:
        return False
    prices = {one.product_id: price_off(one.listed, one.allowed) for one in approval.asked}
    total = await total_at(work, order, prices, await discounts.to_price(work.tx, order.id))
    if not approval.prepaid and approval.credit is None:
        verdict = await credit_of(work, client, total, work.today(manager))
        if verdict.level is CreditLevel.HOLD:
            return False
    await discounts.set_prices(work.tx, order.id, prices)
    total = (await sums_of(work, order.id)).amount
    hold = hold_codes((code for code in reasons_of(order) if code is not CreditReason.DISCOUNT), ())
    await work.tx.run(SET_HELD, id_=order.id, hold=hold, total=total)
    await close(work, replace(approval, price=Answer.LIMITED), ApprovalState.APPROVED)
    await order_talk.note_step(work.tx, order.id, manager.id, work.now, step=OrderStep.SILENT)
    let_go = release_prepaid if approval.prepaid else release
    await let_go(work, manager, manager, replace(order, total=total, hold=hold), total)
    return True


async def _wait_on(person: Actor, work: Work, order: Order, approval: Approval) -> Heard | None:
    """The lead is asked again after as much time as there was; the manager hears once that it waits."""
    manager = await employees.find(work.tx, order.employee_id)
    next_at = (await again(work, approval, manager)).due_at
    await reminders.put(work.tx, person.id, ReminderKind.APPROVAL, approval.id, next_at)
    if person.id != order.employee_id:
        return await _said(person, work, order, approval)
    await _wake_new(work, approval, order)
    first = work.now < approval.due_at + timedelta(minutes=work.rules.prices.answer_minutes)
    return await _said(person, work, order, approval) if first else None


async def _circle(work: Work, approval: Approval, manager: Actor | None) -> set[int]:
    """Whom it concerns: the manager, who may answer, and who has given a word."""
    decided = {approval.decided_by} if approval.decided_by is not None else set()
    return {approval.employee_id, *(one.id for one in await approvers(work, manager)), *decided}


async def _waited(person: Actor, work: Work, order: Order, approval: Approval) -> Heard | None:
    """The lead is nudged about what is open, the manager about a counter-offer; a lead who has come since joins."""
    mine = person.id == order.employee_id
    if work.now < approval.due_at:
        await reminders.put(work.tx, person.id, ReminderKind.APPROVAL, approval.id, approval.due_at)
    if mine and approval.state is ApprovalState.OPEN:
        await _wake_new(work, approval, order)
    elif mine or approval.state is ApprovalState.OPEN:
        return await _said(person, work, order, approval)
    return None


async def _wake_new(work: Work, approval: Approval, order: Order) -> None:
    manager = await employees.find(work.tx, order.employee_id)
    for lead in await approvers(work, manager):
        known = await outbox.find_message(work.tx, anchor_of(order.id), lead.chat)
        if known is None and lead.id != order.employee_id:
            await reminders.put(work.tx, lead.id, ReminderKind.APPROVAL, approval.id, work.now)


async def _said(person: Actor, work: Work, order: Order, approval: Approval) -> Heard:
    order, state = await orders.find(work.tx, order.id) or order, approval.state
    if person.role is Role.SUPPORT:
        view = await order_view(work, person, order)
        return Heard(state, desk=view, place=await find_place(work))
    if person.id == order.employee_id:
        return Heard(state, mine=await order_view(work, person, order))
    decided = person.id == approval.decided_by
    return Heard(state, card=await approval_view(work, person, order), decided=decided)
