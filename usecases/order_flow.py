"""From the draft to sales support: credit, the lead's word, handing over, taking back, repeating."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from domain.actors import SELLING, Actor, Role
from domain.approvals import ApprovalState
from domain.credit import CreditLevel, CreditVerdict
from domain.decisions import DecisionKind
from domain.orders import OrderStatus, OrderStep, check_transition
from domain.prices import Asked
from screens.order_views import ApprovalView, Note, OrderView, RowView
from storage import (
    counters,
    employees,
    order_pages,
    order_talk,
    orders,
    products,
    stops,
    timeline,
    transfers,
)
from storage.desk_places import Place
from storage.orders import Order
from storage.timeline import EventKind
from usecases import advice_counting, desk_clock, offers, order_facts, pricing, scope
from usecases.access import allowed, inner
from usecases.approval_asking import close_of, hold_codes, put_question
from usecases.approval_views import approvers
from usecases.arrivals import note_order
from usecases.credit import credit_of
from usecases.decisions import with_helpers
from usecases.desk_place import find_place
from usecases.errors import NotFoundError
from usecases.order_errors import (
    EmptyOrderError,
    GoneGoodsError,
    NoLeadError,
    NoSumError,
    OpenDoubtError,
)
from usecases.order_sums import sums_of
from usecases.order_views import approval_view, doubts_of, find_order, order_view, rows_of
from usecases.orders import begin_draft, copy_lines, own_draft
from usecases.work import Work

LIST_DAYS, LIST_SIZE = 14, 20
SET_HELD = orders.patch("status", "hold", "total")
SET_HANDED = orders.patch("status", "handed_at", "day", "total")
SET_HOLD = orders.patch("hold")
SET_DRAFT = orders.patch("status", "handed_at", "day", "hold")


@dataclass(frozen=True, slots=True)
class Passed:
    """Where the order stands after a step, as each of those sees it whom it concerns.

    `mine` is the actor's view; `desk` is that of each in sales support; `approvals` of each lead, while it is held;
    `leads` are told the rest; `again` means that the step had been done before this tap, `was_handed` that sales support had it.
    `shared` is the group that cards go to instead of private chats, `holder` who in sales support has the order; `decided_by` has
    given a word on it, `decider` is who did and is none of the `leads`.
    """

    mine: OrderView
    manager: Actor | None
    for_manager: OrderView | None
    desk: tuple[tuple[Actor, OrderView], ...]
    leads: tuple[Actor, ...]
    approvals: tuple[tuple[Actor, ApprovalView], ...] = ()
    again: bool = False
    was_handed: bool = False
    shared: tuple[Place, OrderView] | None = None
    holder: int | None = None
    decider: Actor | None = None
    decided_by: int | None = None

    @property
    def held(self) -> bool:
        return self.mine.status is OrderStatus.ON_APPROVAL

    @property
    def place(self) -> Place | None:
        return self.shared[0] if self.shared is not None else None

    @property
    def supports(self) -> tuple[Actor, ...]:
        return tuple(person for person, _ in self.desk)


@allowed(*SELLING)
async def hand_over(actor: Actor, work: Work, order_id: int, *, prepaid: bool = False) -> Passed:
    """To sales support, or to the lead where credit or a discount holds it. Done before: the order as it is, and nothing is done again.

    `prepaid`: shipped once it is paid for, so that no credit holds it. Raises `EmptyOrderError`, `OpenDoubtError`,
    `GoneGoodsError`, `NoLeadError`, `NoSumError`.
    """
    order = await find_order(work, actor, order_id, lock=True)
    if order.status != OrderStatus.DRAFT:
        return await passed(work, actor, order.id, again=True)
    order, _ = await own_draft(work, actor, order_id)
    client = await scope.lock_client(actor, work, order.client_id)
    await pricing.reprice(work, order)
    total = await _check_lines(work, order)
    if prepaid and not total:
        raise NoSumError
    verdict = await credit_of(work, client, total, work.today(actor))
    on_credit = verdict.level is CreditLevel.HOLD and not prepaid
    asked = await pricing.asked_beyond(work, order, client)
    if on_credit or asked:
        why = verdict if on_credit else None
        return await _hold(actor, work, order, why, asked, total=total, prepaid=prepaid)
    await work.tx.run(SET_HOLD, id_=order.id, hold="")
    if prepaid:
        return await release_prepaid(work, actor, actor, order, total)
    return await release(work, actor, actor, order, total)


async def _check_lines(work: Work, order: Order) -> int:
    """The sum of the order. Raises where it cannot leave the manager."""
    doubts = doubts_of(order)
    if doubts:
        raise OpenDoubtError(text=doubts[0].text)
    sums = await sums_of(work, order.id)
    if not sums.lines:
        raise EmptyOrderError
    gone = await order_pages.find_gone(work.tx, order.id)
    if gone is not None:
        raise GoneGoodsError(name=gone)
    return sums.amount


async def _hold(
    actor: Actor,
    work: Work,
    order: Order,
    verdict: CreditVerdict | None,
    asked: Sequence[Asked],
    *,
    total: int,
    prepaid: bool,
) -> Passed:
    check_transition(OrderStatus(order.status), OrderStatus.ON_APPROVAL)
    if not await approvers(work, actor):
        raise NoLeadError
    codes = hold_codes(verdict.reasons if verdict else (), asked)
    await work.tx.run(SET_HELD, id_=order.id, status=OrderStatus.ON_APPROVAL, hold=codes, total=total)
    await put_question(actor, work, replace(order, total=total), verdict, asked, prepaid=prepaid)
    await order_talk.note_step(work.tx, order.id, actor.hand, work.now, step=OrderStep.HELD)
    return await passed(work, actor, order.id)


@inner
async def release_prepaid(
    work: Work, by: Actor, manager: Actor, order: Order, total: int, *, decided_by: int | None = None
) -> Passed:
    if not total:
        raise NoSumError
    await work.tx.run(SET_HOLD, id_=order.id, hold="")
    await work.tx.run(stops.PREPAY, order_id=order.id, employee_id=by.id, amount=total, created_at=work.now)
    await order_talk.note_step(work.tx, order.id, by.hand, work.now, step=OrderStep.PREPAID)
    return await release(work, by, manager, order, total, decided_by=decided_by)


@inner
async def release(
    work: Work, by: Actor, manager: Actor, order: Order, total: int, *, decided_by: int | None = None
) -> Passed:
    """Counts for the manager's day, whoever let it go."""
    check_transition(OrderStatus(order.status), OrderStatus.HANDED_OVER)
    day = manager.local(work.now).date()
    await work.tx.run(
        SET_HANDED, id_=order.id, status=OrderStatus.HANDED_OVER, handed_at=work.now, day=day, total=total
    )
    await order_talk.note_step(work.tx, order.id, by.hand, work.now, step=OrderStep.HANDED_OVER)
    await counters.add(work.tx, order.employee_id, day, orders=1, order_sum=total)
    await timeline.add(
        work.tx,
        order.client_id,
        by.hand if by.id == order.employee_id else order.employee_id,
        work.now,
        EventKind.ORDER,
        order=order.id,
        total=total,
        status=OrderStatus.HANDED_OVER.value,
    )
    await order_facts.keep_rhythm(work, order.client_id)
    await offers.note_order(manager, work, order.client_id)
    await note_order(manager, work, order)
    await advice_counting.note_handed(work, order)
    await desk_clock.start(work, order)
    return await passed(work, by, order.id, decided_by=decided_by)


async def _read(work: Work, order_id: int) -> Order:
    found = await orders.find(work.tx, order_id)
    if found is None:
        raise NotFoundError(what="order", id=order_id)
    return found


@inner
async def passed(
    work: Work, actor: Actor, order_id: int, *, again: bool = False, decided_by: int | None = None
) -> Passed:
    """The order as it now is, for everybody; `decided_by` has given a word on it."""
    order = await _read(work, order_id)
    manager = await employees.find(work.tx, order.employee_id)
    leads = await with_helpers(work, DecisionKind.ORDER, order_id, await approvers(work, manager))
    told = {None, actor.id, order.employee_id, *(lead.id for lead in leads)}
    decider = await employees.find(work.tx, decided_by or 0) if decided_by not in told else None
    desk: dict[str, OrderView] = {}
    supports = await employees.with_role(work.tx, Role.SUPPORT)
    for person in supports:
        if person.timezone not in desk:
            desk[person.timezone] = await order_view(work, person, order)
    held = order.status == OrderStatus.ON_APPROVAL
    place = await find_place(work)
    mine = await order_view(work, actor, order)
    own = manager is not None and manager.id == actor.id
    outside = actor.leads and not own and actor.id not in {lead.id for lead in leads}
    judges = [*leads, *([actor] if outside else []), *([decider] if decider else [])]
    return Passed(
        mine,
        manager,
        (mine if own else await order_view(work, manager, order)) if manager else None,
        tuple((person, desk[person.timezone]) for person in supports),
        tuple(leads),
        tuple([(lead, await approval_view(work, lead, order)) for lead in judges] if held else ()),
        again,
        shared=(place, next(iter(desk.values()))) if place is not None and desk else None,
        holder=order.accepted_by,
        decider=decider,
        decided_by=decided_by,
    )


@allowed(*SELLING)
async def withdraw(actor: Actor, work: Work, order_id: int) -> Passed:
    """Back to the draft while nobody has accepted it; what it counted is taken back.

    Raises `OrderTransitionError` once somebody has it in hands.
    """
    order = await find_order(work, actor, order_id, lock=True)
    if order.employee_id != actor.id:
        raise NotFoundError(what="order", id=order_id)
    status = OrderStatus(order.status)
    check_transition(OrderStatus.ACCEPTED if order.accepted_by else status, OrderStatus.DRAFT)
    await scope.lock_client(actor, work, order.client_id)
    await work.tx.run(SET_DRAFT, id_=order.id, status=OrderStatus.DRAFT, handed_at=None, day=None, hold="")
    await work.tx.run(stops.FORGET_TERMS, order_id_=order.id)
    decided_by = await close_of(work, order.id, ApprovalState.WITHDRAWN)
    await desk_clock.stop(work, order.id)
    await order_facts.leave_desk(actor, work, order.id)
    await order_talk.note_step(work.tx, order.id, actor.hand, work.now, step=OrderStep.WITHDRAWN)
    if order.day is not None:
        await order_facts.count(work, order, times=-1, money=-order.total)
        await transfers.forget_earner_of_order(work.tx, order.id)
        await timeline.add(
            work.tx,
            order.client_id,
            actor.hand,
            work.now,
            EventKind.ORDER,
            order=order.id,
            total=order.total,
            status=OrderStatus.DRAFT.value,
        )
        await order_facts.keep_rhythm(work, order.client_id)
    done = await passed(work, actor, order.id, decided_by=decided_by)
    return replace(done, was_handed=order.day is not None)


@allowed(*SELLING)
async def repeat(actor: Actor, work: Work, order_id: int) -> tuple[int, list[Note]]:
    """A draft of its own with this order's lines at today's prices; the newest one where it has just these already."""
    source = await find_order(work, actor, order_id)
    newest = await orders.open_draft(work.tx, source.client_id, actor.id)
    if newest is not None and await _same_goods(work, source.id, newest.id):
        return newest.id, []
    draft_id = await begin_draft(actor, work, source.client_id)
    order, client = await own_draft(work, actor, draft_id)
    return order.id, await copy_lines(work, source.id, order, client)


async def _same_goods(work: Work, source: int, draft: int) -> bool:
    """Whether the draft is what repeating made of the order: a second tap makes no second draft."""
    wanted = {line.product_id: line.quantity for line in await orders.lines_of(work.tx, source)}
    there = {line.product_id: line.quantity for line in await orders.lines_of(work.tx, draft)}
    gone = await products.gone(work.tx, list(wanted))
    return there == {id_: quantity for id_, quantity in wanted.items() if id_ not in gone}


@allowed(*SELLING, Role.SUPPORT)
async def get_order(actor: Actor, work: Work, order_id: int, start: int = 0) -> OrderView:
    """The manager's own, the team's for the lead, what was handed over for sales support; its lines from `start`."""
    return await order_view(work, actor, await find_order(work, actor, order_id), start)


@allowed(*SELLING)
async def list_orders(actor: Actor, work: Work) -> tuple[Sequence[RowView], Sequence[RowView]]:
    """Those waiting for the lead, and those handed over in the last two weeks: the own ones, or the team's."""
    whose = await scope.managers_for(actor, work)
    since = work.today(actor) - timedelta(days=LIST_DAYS)
    held = [
        replace(order, day=actor.local(order.created_at).date())
        for order in await orders.held_of(work.tx, whose, LIST_SIZE)
    ]
    handed = await orders.of_managers(work.tx, whose, since, LIST_SIZE)
    return await rows_of(work, held), await rows_of(work, handed)
