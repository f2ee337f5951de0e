"""What may be offered beside a draft, with what speaks for it; read with as many questions for a long order as for a short one."""

from decimal import Decimal

from domain.actors import Actor
from domain.advice import GOODS_ASKED, SHOWN, Advice, AdviceKind, listed, period_of, placed, ranked
from domain.steps import nearest_steps
from screens.advice_views import AdviceView
from screens.promotions import PromotionLine
from storage import advice, products, shortages
from storage.clients import Client
from storage.orders import Order
from storage.products import Product
from usecases.access import inner
from usecases.promotions import promotion_for
from usecases.work import Work

LOOKED_AT = 3 * SHOWN
OWN = (AdviceKind.OVERDUE, AdviceKind.USUAL)


@inner
async def advice_for(actor: Actor, work: Work, order: Order, client: Client) -> tuple[AdviceView, ...]:
    """The best first. What is not in stock is offered only where the client is used to it, and is said to be lacking."""
    today = work.today(actor)
    drafted = await advice.last_products(work.tx, order.id, GOODS_ASKED)
    if not drafted:
        return ()
    promotion = await promotion_for(actor, work, client)
    habits = await advice.habits_of(work.tx, client.id)
    pairs = await advice.pairs_of(work.tx, drafted, period_of(today))
    likely = ranked(habits, pairs, drafted, today)
    found = [
        *await _arrived(work, client),
        *likely[:LOOKED_AT],
        *[one for one in likely[LOOKED_AT:] if one.kind is AdviceKind.TOGETHER][:SHOWN],
        *await _promoted(work, promotion),
    ]
    if not found:
        return ()
    ids = {one.product_id for one in found}
    present = await advice.present(work.tx, order.id, ids)
    declined = await advice.declined(work.tx, client.id, ids, today)
    chosen = listed(found, present, declined)
    named = {one.product_id for one in chosen} | {one.beside for one in chosen if one.beside}
    known = await products.on_sale(work.tx, sorted(named))
    return tuple(
        _view(one, known, promotion) for one in placed([one for one in chosen if _is_offered(one, known)])
    )


async def _arrived(work: Work, client: Client) -> list[Advice]:
    """What the client waited for."""
    waited = await shortages.arrived_of(work.tx, [client.id])
    return [
        Advice(AdviceKind.ARRIVED, one.product_id, one.quantity)
        for one in waited
        if one.product_id is not None
    ]


async def _promoted(work: Work, promotion: PromotionLine | None) -> list[Advice]:
    """The first goods of the group that the promotion is about."""
    if promotion is None or not promotion.group:
        return []
    shelf = await products.of_group(work.tx, promotion.group, 0, SHOWN)
    return [Advice(AdviceKind.PROMOTION, product.id) for product in shelf if not _lacks(product)][:1]


def _lacks(product: Product) -> bool:
    return product.stock is not None and product.stock <= 0


def _is_offered(one: Advice, known: dict[int, Product]) -> bool:
    """Not what is no longer sold, nor new goods that are not there."""
    product = known.get(one.product_id)
    if product is None or (one.beside and one.beside not in known):
        return False
    return one.kind in OWN or not _lacks(product)


def _view(one: Advice, known: dict[int, Product], promotion: PromotionLine | None) -> AdviceView:
    product, beside = known[one.product_id], known.get(one.beside)
    offered = promotion is not None and promotion.group == product.group_name
    return AdviceView(
        one.kind,
        product.id,
        product.name,
        product.unit,
        _offered(product, one.quantity),
        _packs(product),
        one.days,
        one.every,
        beside.name if beside is not None else "",
        one.takers,
        one.clients,
        _lacks(product),
        product.arrives_on if _lacks(product) else None,
        promotion.name if promotion is not None and offered else "",
        promotion.ends if promotion is not None and offered else None,
        one.orders,
        one.of,
    )


def _offered(product: Product, usual: Decimal | None) -> Decimal:
    """The client's own quantity, else one pack; as much as may be ordered."""
    quantity = usual or product.pack_size or Decimal(1)
    near = nearest_steps(quantity, product.min_quantity, product.multiple)
    return near[-1] if near else quantity


def _packs(product: Product) -> tuple[tuple[str, Decimal], ...]:
    from usecases.order_views import packs_of

    return packs_of(product)
