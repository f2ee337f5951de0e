"""The orders of a draft: put into the client's own draft order and handed over exactly as the button does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from capture import acts
from capture.settling import Settled
from domain.actors import Actor
from screens.draft_views import DoubtField
from storage import products
from storage.clients import Client
from storage.orders import Order
from usecases.access import inner
from usecases.draft_acts import Drafted, id_of
from usecases.draft_doubts import settle_line
from usecases.draft_errors import DraftDoubtError
from usecases.order_flow import Passed, hand_over
from usecases.orders import count_total, like_last, own_draft, put, set_delivery, start_draft
from usecases.work import Work


@inner
async def save_orders(actor: Actor, work: Work, client_id: int, own: Sequence[Drafted]) -> list[Passed]:
    """Everything ordered in one draft leaves as one order. Held for the lead where credit holds it."""
    ordered = [one for one in own if isinstance(one.act, acts.OrderAct) and _lines(one)]
    repeated = [one.act for one in own if isinstance(one.act, acts.RepeatOrderAct)]
    if not ordered and not repeated:
        return []
    order_id = await start_draft(actor, work, client_id)
    order, client = await own_draft(work, actor, order_id)
    if repeated:
        await like_last(actor, work, order_id)
    for one in ordered:
        await _put_lines(work, order, client, one)
    await count_total(work, order_id)
    for day in _deliveries([*(one.act for one in ordered), *repeated]):
        await set_delivery(actor, work, order_id, day)
    return [await hand_over(actor, work, order_id)]


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
    """Goods that are named twice are added up; what the draft order had of them gives way to what was said now."""
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
        discount = found.discount or Decimal(0)
        await put(
            work, order, client, known[product_id], found.quantity, price=found.price, discount=discount
        )
