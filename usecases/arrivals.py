"""Goods that were waited for have come: their clients stand in the call list with the line ready."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from domain.actors import SELLING, Actor
from domain.reasons import ReasonKind
from domain.reminders import ReminderKind
from domain.shortages import WAITS, RequestState, ShortageState
from screens.shortage_views import ArrivedLine
from storage import calls, employees, orders, products, reminders, shortages
from storage.orders import Order
from storage.shortages import Request, Waiting
from usecases.access import allowed, inner
from usecases.work import Work


async def note_arrivals(work: Work, product_ids: Iterable[int]) -> None:
    """Of goods whose stock has come back above zero. Nothing where nobody waits; managers hear of it with the next tick."""
    ids = list(dict.fromkeys(product_ids))
    for request in await shortages.live_requests(work.tx, ids) if ids else []:
        await arrive(work, request)


async def arrive(work: Work, request: Request, by: int | None = None) -> None:
    """`by` is who of logistics said so, None where the stock did."""
    waits = await shortages.waiting_for(work.tx, request.id, WAITS)
    await work.tx.run(
        shortages.ANSWER,
        id_=request.id,
        state_=RequestState.ARRIVED.value,
        answered_by_=by or request.answered_by,
        answered_at_=work.now,
        arrives_on_=request.arrives_on,
        arrives_quantity_=request.arrives_quantity,
        analogue_id_=request.analogue_id,
    )
    for kind in (ReminderKind.SHORTAGE, ReminderKind.ARRIVAL):
        await reminders.forget(work.tx, kind, request.id)
    if request.product_id is not None:
        await work.tx.run(shortages.SET_ARRIVAL, id_=request.product_id, day=None, amount=None)
    if by is not None:
        await _raise_stock(work, request, waits)
    for manager_id in dict.fromkeys(one.manager_id for one in waits):
        await reminders.put(work.tx, manager_id, ReminderKind.ARRIVAL, request.id, work.now)
        await _come(work, request, manager_id, [one for one in waits if one.manager_id == manager_id])


async def _raise_stock(work: Work, request: Request, waits: Iterable[Waiting]) -> None:
    """Logistics knows before the file does: until the next one says better, there is as much as is waited for."""
    found = await products.find(work.tx, request.product_id) if request.product_id is not None else None
    waited = sum((one.quantity or 0 for one in waits), Decimal(0))
    if found is not None and found.stock is not None and found.stock < waited:
        stock = found.stock + (request.arrives_quantity or waited)
        await work.tx.run(shortages.SET_STOCK, id_=found.id, amount=stock)


async def _come(work: Work, request: Request, manager_id: int, waits: list[Waiting]) -> None:
    """From the manager's today on these wishes are ready."""
    manager = await employees.find(work.tx, manager_id)
    day = work.today(manager) if manager is not None else None
    for one in waits:
        await shortages.move(work.tx, one.id, ShortageState.ARRIVED, request=request.id, promised=day)
    if manager is not None:
        await _list_again(work, request, manager, waits)


async def _list_again(work: Work, request: Request, manager: Actor, waits: Iterable[Waiting]) -> None:
    """A list that was made this morning gets their lines on top; one that is still to be made finds them itself."""
    if not await calls.list_states(work.tx, manager.id, work.today(manager)):
        return
    product = (
        (await products.by_ids(work.tx, [request.product_id])).get(request.product_id)
        if request.product_id is not None
        else None
    )
    name = product.name if product is not None else request.text
    stored = [{"kind": ReasonKind.ARRIVED.value, "name": name}]
    today = work.today(manager)
    for client_id in dict.fromkeys(one.client_id for one in waits if one.client_id is not None):
        given = {"employee": manager.id, "day_": today, "client": client_id, "reasons_": stored}
        if not await work.tx.run(shortages.RELIST, **given):
            line = {"position": 0, "person_id": None, "pinned_at": None, "also": None, "since": today}
            keys = {"employee_id": manager.id, "day": today, "client_id": client_id, "reasons": stored}
            await work.tx.run(calls.ADD_LINES, **keys, **line)


@allowed(*SELLING)
async def arrivals_for(actor: Actor, work: Work, client_ids: list[int]) -> dict[int, tuple[str, date | None]]:
    """Client id → the first of the goods that have come for it, and the day; one query, however long the list."""
    del actor
    found: dict[int, tuple[str, date | None]] = {}
    for wish in await shortages.arrived_of(work.tx, client_ids) if client_ids else []:
        if wish.client_id is not None:
            found.setdefault(wish.client_id, (wish.text, wish.promised))
    return found


@inner
async def note_order(actor: Actor, work: Work, order: Order) -> None:
    """Of goods that had come for the client nothing more is said once it has ordered them.

    The order in which they lacked has only the part that was there.
    """
    del actor
    arrived = await shortages.arrived_of(work.tx, [order.client_id])
    if not arrived:
        return
    ordered = {row.product_id: row.quantity for row in await orders.lines_of(work.tx, order.id)}
    for wish in arrived:
        if wish.product_id is None or wish.product_id not in ordered:
            continue
        if order.created_at > wish.at or ordered[wish.product_id] >= (wish.quantity or 0):
            await shortages.end(work.tx, wish.id, ShortageState.ORDERED, work.now)


@inner
async def arrived_line(actor: Actor, work: Work, client_id: int) -> ArrivedLine | None:
    """What the call card offers; the first of what has come for this client."""
    del actor
    found = await shortages.arrived_of(work.tx, [client_id])
    if not found:
        return None
    first = found[0]
    return ArrivedLine(first.id, first.text, first.quantity, first.unit, len(found) - 1)
