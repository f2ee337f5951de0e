"""From the draft to sales support: credit, the lead's word, handing over, taking back, repeating."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from domain.actors import LEADING, SELLING, Actor, Role
from domain.credit import CreditLevel, CreditVerdict
from domain.orders import OrderStatus, OrderStep, check_transition
from screens.order_views import ApprovalView, Note, OrderView, RowView
from storage import clients, counters, employees, order_talk, orders, products, stops, timeline
from storage.orders import Order
from storage.timeline import EventKind
from usecases import offers, order_views, rhythm, scope
from usecases.access import allowed, inner
from usecases.credit import credit_of
from usecases.errors import NotFoundError
from usecases.order_errors import (
    EmptyOrderError,
    GoneGoodsError,
    NoLeadError,
    NoSumError,
    OpenDoubtError,
    OrderDecidedError,
)
from usecases.order_views import approval_view, doubts_of, find_order, order_view, rows_of
from usecases.orders import copy_lines, own_draft, start_draft
from usecases.work import Work

LIST_DAYS, LIST_SIZE = 14, 20
SET_HELD = orders.patch("status", "hold", "total")
SET_HANDED = orders.patch("status", "handed_at", "day", "total")
SET_HOLD = orders.patch("hold")
SET_DRAFT = orders.patch("status", "handed_at", "day", "hold")
SET_RHYTHM = clients.patch(*rhythm.FACTS)


@dataclass(frozen=True, slots=True)
class Passed:
    """Where the order stands after a step, as each of those sees it whom it concerns.

    `mine` is the actor's view; `desk` is that of each in sales support; `approvals` of each lead, while it is held;
    `leads` are told the rest; `again` means that the step had been done before this tap, `was_handed` that sales support had it.
    """

    mine: OrderView
    manager: Actor | None
    for_manager: OrderView | None
    desk: tuple[tuple[Actor, OrderView], ...]
    leads: tuple[Actor, ...]
    approvals: tuple[tuple[Actor, ApprovalView], ...] = ()
    again: bool = False
    was_handed: bool = False

    @property
    def held(self) -> bool:
        return self.mine.status is OrderStatus.ON_APPROVAL

    @property
    def supports(self) -> tuple[Actor, ...]:
        return tuple(person for person, _ in self.desk)


@allowed(*SELLING)
async def hand_over(actor: Actor, work: Work, order_id: int, *, prepaid: bool = False) -> Passed:
    """To sales support, or to the lead where credit holds it. Done before: the order as it is, and nothing is done again.

    `prepaid`: shipped once it is paid for, so that nothing holds it. Raises `EmptyOrderError`, `OpenDoubtError`,
    `GoneGoodsError`, `NoLeadError`, `NoSumError`.
    """
    order = await find_order(work, actor, order_id, lock=True)
    if order.status != OrderStatus.DRAFT:
        return await passed(work, actor, order.id, again=True)
    order, _ = await own_draft(work, actor, order_id)
    client = await scope.lock_client(actor, work, order.client_id)
    total = await _check_lines(work, order)
    if prepaid:
        return await _hand_prepaid(work, actor, actor, order, total)
    verdict = await credit_of(work, client, total, work.today(actor))
    if verdict.level is CreditLevel.HOLD:
        return await _hold(actor, work, order, verdict)
    await work.tx.run(SET_HOLD, id_=order.id, hold="")
    return await _hand(work, actor, actor, order, total)


async def _check_lines(work: Work, order: Order) -> int:
    """The sum of the order. Raises where it cannot leave the manager."""
    lines, sums, _ = await order_views.read_lines(work, order.id)
    doubts = doubts_of(order)
    if doubts:
        raise OpenDoubtError(text=doubts[0].text)
    if not lines:
        raise EmptyOrderError
    gone = await products.gone(work.tx, [line.product_id for line in lines])
    for line in lines:
        if line.product_id in gone:
            raise GoneGoodsError(name=line.name)
    return sums.amount


async def _hold(actor: Actor, work: Work, order: Order, verdict: CreditVerdict) -> Passed:
    check_transition(OrderStatus(order.status), OrderStatus.ON_APPROVAL)
    if not await employees.leads_of(work.tx, actor):
        raise NoLeadError
    reasons = ",".join(verdict.reasons)
    await work.tx.run(
        SET_HELD, id_=order.id, status=OrderStatus.ON_APPROVAL, hold=reasons, total=verdict.order
    )
    await order_talk.note_step(work.tx, order.id, actor.id, work.now, step=OrderStep.HELD)
    return await passed(work, actor, order.id)


async def _hand_prepaid(work: Work, by: Actor, manager: Actor, order: Order, total: int) -> Passed:
    if not total:
        raise NoSumError
    await work.tx.run(SET_HOLD, id_=order.id, hold="")
    await work.tx.run(stops.PREPAY, order_id=order.id, employee_id=by.id, amount=total, created_at=work.now)
    await order_talk.note_step(work.tx, order.id, by.id, work.now, step=OrderStep.PREPAID)
    return await _hand(work, by, manager, order, total)


async def _hand(work: Work, by: Actor, manager: Actor, order: Order, total: int) -> Passed:
    """Counts for the manager's day, whoever let it go."""
    check_transition(OrderStatus(order.status), OrderStatus.HANDED_OVER)
    day = manager.local(work.now).date()
    await work.tx.run(
        SET_HANDED, id_=order.id, status=OrderStatus.HANDED_OVER, handed_at=work.now, day=day, total=total
    )
    await order_talk.note_step(work.tx, order.id, by.id, work.now, step=OrderStep.HANDED_OVER)
    await counters.add(work.tx, order.employee_id, day, orders=1, order_sum=total)
    await timeline.add(
        work.tx,
        order.client_id,
        order.employee_id,
        work.now,
        EventKind.ORDER,
        order=order.id,
        total=total,
        status=OrderStatus.HANDED_OVER.value,
    )
    await _keep_rhythm(work, order.client_id)
    await offers.note_order(manager, work, order.client_id)
    return await passed(work, by, order.id)


async def _keep_rhythm(work: Work, client_id: int) -> None:
    """What the lists read, from the days with orders."""
    days = await orders.order_days(work.tx, client_id, rhythm.DAYS_READ)
    await work.tx.run(SET_RHYTHM, id_=client_id, **rhythm.facts_of(days, work.rules))


async def _read(work: Work, order_id: int) -> Order:
    found = await orders.find(work.tx, order_id)
    if found is None:
        raise NotFoundError(what="order", id=order_id)
    return found


@inner
async def passed(work: Work, actor: Actor, order_id: int, *, again: bool = False) -> Passed:
    """The order as it now is, for everybody."""
    order = await _read(work, order_id)
    manager = await employees.find(work.tx, order.employee_id)
    leads = await employees.leads_of(work.tx, manager) if manager else []
    desk: dict[str, OrderView] = {}
    supports = await employees.with_role(work.tx, Role.SUPPORT)
    for person in supports:
        if person.timezone not in desk:
            desk[person.timezone] = await order_view(work, person, order)
    held = order.status == OrderStatus.ON_APPROVAL
    return Passed(
        await order_view(work, actor, order),
        manager,
        await order_view(work, manager, order) if manager else None,
        tuple((person, desk[person.timezone]) for person in supports),
        tuple(leads),
        tuple([(lead, await approval_view(work, lead, order)) for lead in leads] if held else ()),
        again,
    )


@allowed(*LEADING)
async def approve(actor: Actor, work: Work, order_id: int) -> Passed:
    """It goes on to sales support. Raises `OrderDecidedError` where that was decided or taken back before."""
    order = await _held(actor, work, order_id)
    manager = await employees.find(work.tx, order.employee_id) or actor
    await scope.lock_client(actor, work, order.client_id)
    await order_talk.note_step(work.tx, order.id, actor.id, work.now, step=OrderStep.APPROVED)
    return await _hand(work, actor, manager, order, order.total)


@allowed(*LEADING)
async def approve_prepaid(actor: Actor, work: Work, order_id: int) -> Passed:
    """It goes on to sales support, to be shipped once it is paid for. Raises as `approve` does."""
    order = await _held(actor, work, order_id)
    manager = await employees.find(work.tx, order.employee_id) or actor
    await scope.lock_client(actor, work, order.client_id)
    return await _hand_prepaid(work, actor, manager, order, order.total)


@allowed(*LEADING)
async def decline(actor: Actor, work: Work, order_id: int) -> Passed:
    """It is the manager's draft again, with everything in it."""
    order = await _held(actor, work, order_id)
    check_transition(OrderStatus(order.status), OrderStatus.DRAFT)
    await work.tx.run(SET_DRAFT, id_=order.id, status=OrderStatus.DRAFT, handed_at=None, day=None, hold="")
    await order_talk.note_step(work.tx, order.id, actor.id, work.now, step=OrderStep.DECLINED)
    return await passed(work, actor, order.id)


async def _held(actor: Actor, work: Work, order_id: int) -> Order:
    order = await find_order(work, actor, order_id, lock=True)
    if order.status != OrderStatus.ON_APPROVAL:
        steps = await order_talk.events_of(work.tx, order.id)
        raise OrderDecidedError(name=steps[-1].employee if steps else "", status=order.status)
    return order


@allowed(*LEADING)
async def get_approval(actor: Actor, work: Work, order_id: int) -> ApprovalView:
    return await approval_view(work, actor, await find_order(work, actor, order_id))


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
    await order_talk.note_step(work.tx, order.id, actor.id, work.now, step=OrderStep.WITHDRAWN)
    if order.day is not None:
        await counters.add(work.tx, actor.id, order.day, orders=-1, order_sum=-order.total)
        await timeline.add(
            work.tx,
            order.client_id,
            actor.id,
            work.now,
            EventKind.ORDER,
            order=order.id,
            total=order.total,
            status=OrderStatus.DRAFT.value,
        )
        await _keep_rhythm(work, order.client_id)
    return replace(await passed(work, actor, order.id), was_handed=order.day is not None)


@allowed(*SELLING)
async def repeat(actor: Actor, work: Work, order_id: int) -> tuple[int, list[Note]]:
    """The client's draft with this order's lines at today's prices."""
    source = await find_order(work, actor, order_id)
    draft_id = await start_draft(actor, work, source.client_id)
    order, client = await own_draft(work, actor, draft_id)
    return order.id, await copy_lines(work, source.id, order, client)


@allowed(*SELLING, Role.SUPPORT)
async def get_order(actor: Actor, work: Work, order_id: int) -> OrderView:
    """The manager's own, the team's for the lead, what was handed over for sales support."""
    return await order_view(work, actor, await find_order(work, actor, order_id))


@allowed(*SELLING)
async def list_orders(actor: Actor, work: Work) -> tuple[Sequence[RowView], Sequence[RowView]]:
    """Those waiting for the lead, and those handed over in the last two weeks: the own ones, or the team's."""
    whose = await scope.managers_for(actor, work)
    since = work.today(actor) - timedelta(days=LIST_DAYS)
    held = await orders.held_of(work.tx, whose, LIST_SIZE)
    handed = await orders.of_managers(work.tx, whose, since, LIST_SIZE)
    return await rows_of(work, held), await rows_of(work, handed)
