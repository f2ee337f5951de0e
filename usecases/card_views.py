"""A request for a card as its reader sees it."""

from domain.actors import Actor, Role
from domain.orders import CHANGEABLE, OrderStatus
from screens.card_requests import CardView
from storage import card_requests, clients, orders, products
from storage.card_requests import CardRequest
from usecases.access import inner
from usecases.order_views import get_any_client
from usecases.work import Work

ANSWERING = frozenset({Role.ACCOUNTANT, Role.LEAD, Role.OWNER})


@inner
async def card_view(reader: Actor, work: Work, found: CardRequest) -> CardView:
    client = await get_any_client(work, found.client_id) if found.client_id else None
    people = [found.employee_id, *([found.answered_by] if found.answered_by else [])]
    names = await clients.manager_names(work.tx, people)
    product = None
    if found.product_id:
        product = (await products.by_ids(work.tx, [found.product_id])).get(found.product_id)
    own = found.employee_id == reader.id
    order = await orders.find(work.tx, found.order_id) if own and found.order_id else None
    return CardView(
        found.id,
        found.kind,
        found.status,
        found.name,
        found.unit,
        found.text,
        client.name if client else "",
        client.id if client else 0,
        found.tax_number,
        found.reason_code,
        found.address,
        found.code,
        found.reason,
        names.get(found.employee_id, ""),
        names.get(found.answered_by or 0, ""),
        product.name if product else "",
        order.id if order is not None and order.status == OrderStatus.DRAFT else 0,
        reader.role in ANSWERING,
        own,
        tuple((one.name, one.text) for one in await card_requests.said(work.tx, found.id)),
        order.id
        if order is not None and (order.employee_id != reader.id or order.status in CHANGEABLE)
        else 0,
    )
