"""What is clarified about the goods of an order before sales support gets it; what a client said is remembered."""

from domain.actors import SELLING, Actor
from domain.checks import LONGEST
from domain.orders import OrderStatus
from screens.check_views import ANY, CheckLine, ChecksView
from storage import checks as stored
from storage import orders
from storage.clients import Client
from storage.orders import Order
from usecases.access import allowed
from usecases.errors import StaleError
from usecases.order_errors import check_text
from usecases.orders import own_draft
from usecases.work import Work


@allowed(*SELLING)
async def get_checks(actor: Actor, work: Work, order_id: int, *, prepaid: bool = False) -> ChecksView:
    """Everything to be asked about the draft as it stands; nothing where the company asks nothing."""
    order, client = await own_draft(work, actor, order_id)
    return await _view(work, order, client, prepaid=prepaid)


async def _view(work: Work, order: Order, client: Client, *, prepaid: bool) -> ChecksView:
    if not work.rules.checks.groups:
        return ChecksView(order.id, client.name, (), prepaid)
    points = work.rules.checks.points_of(await stored.groups_of(work.tx, order.id))
    known = {(one.group, one.point): one for one in await stored.of_order(work.tx, order.id)}
    last = await stored.of_client(work.tx, client.id) if points else {}
    lines = []
    for key in points:
        one = known.get(key)
        answer = one.answer if one is not None else ""
        waved = one.employee if one is not None and not answer else ""
        lines.append(CheckLine(*key, answer, waved, last.get(key, "")))
    return ChecksView(order.id, client.name, tuple(lines), prepaid)


@allowed(*SELLING)
async def find_open(actor: Actor, work: Work, order_id: int, *, prepaid: bool = False) -> ChecksView | None:
    """What has to be clarified before the draft may go; None where all is answered or waved through, or it has gone."""
    if not work.rules.checks.groups:
        return None
    order = await orders.find(work.tx, order_id)
    if order is None or order.employee_id != actor.id or order.status != OrderStatus.DRAFT:
        return None
    view = await get_checks(actor, work, order_id, prepaid=prepaid)
    return view if view.next is not None else None


@allowed(*SELLING)
async def answer(
    actor: Actor, work: Work, order_id: int, at: int, text: str, *, prepaid: bool = False
) -> ChecksView:
    """Raises `StaleError` where the draft has no such point any more, `OrderTextError`."""
    order, client = await own_draft(work, actor, order_id)
    view = await _view(work, order, client, prepaid=prepaid)
    if at >= len(view.lines):
        raise StaleError(what="check")
    line = view.lines[at]
    await _keep(actor, work, order, client, line, said=check_text(text, LONGEST))
    return await _view(work, order, client, prepaid=prepaid)


async def _keep(
    actor: Actor, work: Work, order: Order, client: Client, line: CheckLine, *, said: str
) -> None:
    key = (line.group, line.point)
    await stored.put(work.tx, order.id, key, said, employee_id=actor.id, at=work.now)
    if said:
        await stored.remember(work.tx, client.id, key, said)


@allowed(*SELLING)
async def answer_any(
    actor: Actor, work: Work, order_id: int, at: int, *, prepaid: bool = False
) -> ChecksView:
    """It does not matter to the client."""
    return await answer(actor, work, order_id, at, ANY, prepaid=prepaid)


@allowed(*SELLING)
async def answer_same(actor: Actor, work: Work, order_id: int) -> None:
    """As last time, wherever something was said then; the rest is waved through."""
    order, client = await own_draft(work, actor, order_id)
    for line in (await _view(work, order, client, prepaid=False)).lines:
        if not line.answer:
            await _keep(actor, work, order, client, line, said=line.last)


@allowed(*SELLING)
async def wave(actor: Actor, work: Work, order_id: int) -> None:
    """What is open stays open, under the actor's name."""
    order, client = await own_draft(work, actor, order_id)
    for line in (await _view(work, order, client, prepaid=False)).lines:
        if not line.answer:
            await _keep(actor, work, order, client, line, said="")
