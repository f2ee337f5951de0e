"""Wishes and requests as their screens see them."""

from collections.abc import Iterable

from domain.actors import Actor, Role
from domain.orders import OrderStatus
from domain.shortages import NONE, UNDECIDED, WAITS, RequestState, ShortageState
from screens.shortage_views import AnalogueView, NewsKind, NewsView, RequestView, ShortageView, WishLine
from storage import employees, orders, products, shortages
from storage.clients import Client
from storage.products import Product
from storage.shortages import Request, Shortage, Waiting
from usecases.access import inner
from usecases.analogues import as_analogue, find_analogues
from usecases.work import Work

# Where the wishes stand once logistics has answered; until then they wait.
ANSWERED = {
    RequestState.ARRIVED: (ShortageState.ARRIVED,),
    RequestState.ANALOGUE: (ShortageState.OPEN,),
}


@inner
async def view_of(reader: Actor, work: Work, wish: Shortage) -> ShortageView:
    """The wish with everything that the manager may do about it."""
    client = await orders.find_client(work.tx, wish.client_id) if wish.client_id is not None else None
    product = await _product(work, wish.product_id)
    order = await orders.find(work.tx, wish.order_id) if wish.order_id is not None else None
    request = await shortages.find_request(work.tx, wish.request_id) if wish.request_id is not None else None
    manager = await employees.find(work.tx, wish.employee_id)
    today = work.today(reader)
    arrives = product.arrives_on if product is not None else None
    analogues, suggested = await _analogues(work, wish, request, product, client)
    instead = await _product(work, wish.analogue_id)
    draft = order is not None and order.status == OrderStatus.DRAFT
    others = await shortages.open_of(work.tx, order.id) if order is not None and not draft else []
    return ShortageView(
        id=wish.id,
        product=product.name if product is not None else wish.text,
        quantity=wish.quantity,
        unit=wish.unit,
        client_id=client.id if client is not None else None,
        client=client.name if client is not None else "",
        manager=manager.name if manager is not None else "",
        order=order.id if order is not None else None,
        draft=draft,
        state=wish.state,
        today=today,
        stock=product.stock if product is not None else None,
        arrives_on=arrives if arrives is not None and arrives >= today else None,
        arrives_quantity=product.arrives_quantity if product is not None else None,
        promised=wish.promised,
        never=request is not None and request.state is RequestState.NEVER,
        analogues=tuple(analogues),
        suggested=suggested,
        replaced_by=instead.name if instead is not None else "",
        replaced_unit=instead.unit if instead is not None else "",
        amount=wish.amount,
        alone=await is_alone(work),
        others=sum(one.id != wish.id for one in others),
    )


async def is_alone(work: Work) -> bool:
    """Whether the bot has no logistics that could be asked."""
    return not await employees.with_role(work.tx, Role.LOGISTICS)


async def _product(work: Work, product_id: int | None) -> Product | None:
    return (await products.by_ids(work.tx, [product_id])).get(product_id) if product_id is not None else None


async def _analogues(
    work: Work, wish: Shortage, request: Request | None, product: Product | None, client: Client | None
) -> tuple[list[AnalogueView], bool]:
    """That of logistics first. Nothing for a wish that has ended well, or that is nobody's."""
    if client is None or wish.state in {ShortageState.ORDERED, ShortageState.REPLACED}:
        return [], False
    needed = wish.quantity or NONE
    found = await find_analogues(work, product, client, needed) if product is not None else []
    named = request.analogue_id if request is not None else None
    suggested = (await products.on_sale(work.tx, [named])).get(named) if named is not None else None
    if suggested is None:
        return found, False
    return [as_analogue(suggested, client), *(one for one in found if one.id != suggested.id)], True


@inner
async def request_view(reader: Actor, work: Work, request: Request) -> RequestView:
    waits = await shortages.waiting_for(work.tx, request.id, ANSWERED.get(request.state, WAITS))
    product, analogue = [await _product(work, id_) for id_ in (request.product_id, request.analogue_id)]
    by = await employees.find(work.tx, request.answered_by) if request.answered_by is not None else None
    return RequestView(
        id=request.id,
        product=product.name if product is not None else request.text,
        state=request.state,
        wishes=tuple(map(wish_line, waits)),
        amount=sum(one.amount for one in waits),
        asked_at=reader.local(request.created_at),
        today=work.today(reader),
        stock=product.stock if product is not None else None,
        unit=product.unit if product is not None else "",
        arrives_on=request.arrives_on or (product.arrives_on if product is not None else None),
        arrives_quantity=request.arrives_quantity,
        analogue=analogue.name if analogue is not None else "",
        answered_by=by.name if by is not None else "",
    )


def wish_line(one: Waiting) -> WishLine:
    return WishLine(one.id, one.client, one.manager, one.quantity, one.unit)


async def news_by_manager(
    work: Work, request: Request, kind: NewsKind, wishes: Iterable[Waiting], who: str = ""
) -> tuple[tuple[Actor, NewsView], ...]:
    """To each manager the own clients' wishes; nothing to whoever has left."""
    product, analogue = [await _product(work, id_) for id_ in (request.product_id, request.analogue_id)]
    alone = await is_alone(work)
    by_manager: dict[int, list[Waiting]] = {}
    for one in wishes:
        by_manager.setdefault(one.manager_id, []).append(one)
    told = []
    for manager_id, own in by_manager.items():
        person = await employees.find(work.tx, manager_id)
        if person is None:
            continue
        view = NewsView(
            kind=kind,
            product=product.name if product is not None else request.text,
            wishes=tuple(map(wish_line, own)),
            today=work.today(person),
            who=who,
            day=request.arrives_on,
            quantity=product.stock
            if kind is NewsKind.ARRIVED and product is not None
            else request.arrives_quantity,
            unit=product.unit if product is not None else "",
            analogue=(analogue.id, analogue.name) if analogue is not None else None,
            alone=alone,
        )
        told.append((person, view))
    return tuple(told)


def is_undecided(wish: Shortage) -> bool:
    return wish.state in UNDECIDED
