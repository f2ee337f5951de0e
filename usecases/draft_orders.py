"""The orders of a draft: put into the client's own draft order and handed over exactly as the button does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from capture import acts
from capture.settling import Settled
from domain.actors import Actor
from domain.steps import nearest_steps
from screens.draft_views import DoubtField, Kept, LeftOrder
from storage import orders, products
from storage.clients import Client
from storage.orders import Order
from usecases.access import inner
from usecases.checks import find_open
from usecases.draft_acts import Drafted, id_of
from usecases.draft_doubts import settle_line
from usecases.draft_errors import DraftDoubtError
from usecases.order_flow import Passed, hand_over
from usecases.order_sums import sums_of
from usecases.order_views import read_lines
from usecases.orders import begin_draft, count_total, like_last, own_draft, put, set_delivery
from usecases.work import Work


@inner
async def save_orders(
    actor: Actor, work: Work, client_id: int, own: Sequence[Drafted]
) -> tuple[list[Passed], list[LeftOrder]]:
    """Everything ordered in one draft leaves as one order of its own. Held for the lead where credit holds it.

    What the order's own screen would ask keeps it a draft; one that was open before stays as it is. Both are told.
    """
    ordered = [one for one in own if isinstance(one.act, acts.OrderAct) and _lines(one)]
    repeated = [one.act for one in own if isinstance(one.act, acts.RepeatOrderAct)]
    if not ordered and not repeated:
        return [], []
    before = await orders.open_draft(work.tx, client_id, actor.id)
    order_id = await begin_draft(actor, work, client_id)
    order, client = await own_draft(work, actor, order_id)
    if repeated:
        await like_last(actor, work, order_id)
    for one in ordered:
        await _put_lines(work, order, client, one)
    await count_total(work, order_id)
    for day in _deliveries([*(one.act for one in ordered), *repeated]):
        await set_delivery(actor, work, order_id, day)
    left = await _left(work, before, client) if before is not None else []
    why = await _why_kept(actor, work, order_id, client)
    if why:
        return [], [*await _left(work, order, client, why), *left]
    return [await hand_over(actor, work, order_id)], left


async def _left(work: Work, order: Order, client: Client, why: tuple[Kept, ...] = ()) -> list[LeftOrder]:
    """The draft, if there is something in it."""
    sums = await sums_of(work, order.id)
    there = bool(sums.lines or order.doubts)
    return [LeftOrder(order.id, client.name, sums.lines, sums.amount, why)] if there else []


async def _why_kept(actor: Actor, work: Work, order_id: int, client: Client) -> tuple[Kept, ...]:
    lines, _, _ = await read_lines(work, order_id, client)
    found = {
        Kept.CHECKS: await find_open(actor, work, order_id) is not None,
        Kept.STEP: any(nearest_steps(line.quantity, line.min_quantity, line.multiple) for line in lines),
        Kept.STOCK: any(line.missing for line in lines),
    }
    return tuple(why for why, holds in found.items() if holds)


def _lines(one: Drafted) -> list[int]:
    assert isinstance(one.act, acts.OrderAct)
    return [line_no for line_no in range(len(one.act.lines)) if line_no not in one.lines_struck]


def _deliveries(said: Sequence[acts.Act]) -> list[date]:
    return [
        act.delivery
        for act in said
        if isinstance(act, acts.OrderAct | acts.RepeatOrderAct) and act.delivery is not None
    ]


async def _put_lines(work: Work, order: Order, client: Client, one: Drafted) -> None:
    """Goods that are named twice are added up; what was repeated of them gives way to what was said now."""
    assert isinstance(one.act, acts.OrderAct)
    settled: dict[int, Settled] = {}
    known = await products.on_sale(work.tx, [id_of(line.product) or 0 for line in one.act.lines])
    for line_no in _lines(one):
        product = known[id_of(one.act.lines[line_no].product) or 0]
        found = settle_line(one, line_no, product, client)
        if not isinstance(found, Settled):
            raise DraftDoubtError(field=DoubtField.QUANTITY, act_no=0, line_no=line_no, query=product.name)
        before = settled.get(product.id)
        if before is not None:
            found = replace(found, quantity=before.quantity + found.quantity)
        settled[product.id] = found
    for product_id, found in settled.items():
        product, quantity = known[product_id], found.quantity
        await put(work, order, client, product, quantity, price=found.price, discount=found.discount)
