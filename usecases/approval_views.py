"""What the lead is asked about an order, as its readers see it, and who may answer."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from domain.actors import Actor
from domain.approvals import ApprovalState, after_silence
from domain.decisions import DecisionKind
from domain.orders import OrderLine, round_half_up
from domain.prices import Asked, Silence, margin, offers, percent_off
from screens.approval_views import AskedView, BeyondView, QuestionOfOrder
from storage import approvals, clients, decisions, discounts, orders, products
from storage.approvals import Approval
from storage.clients import Client
from storage.discounts import ToPrice
from storage.orders import Order
from storage.products import Product
from usecases import pricing
from usecases.access import inner
from usecases.decisions import deciders_of, judges
from usecases.order_sums import sums_of
from usecases.work import Work

BEYOND_SHOWN = 3


def anchor_of(order_id: int) -> str:
    """The card of what is asked about an order in each lead's chat."""
    return f"approval:{order_id}"


async def approvers(work: Work, manager: Actor | None) -> list[Actor]:
    """The leads of the team without the manager, else the owners; a manager alone in the company decides alone."""
    return await judges(work, manager)


@inner
async def question_of(work: Work, reader: Actor, order: Order) -> QuestionOfOrder | None:
    """Of an order that is held, or the last one of a draft that was sent back."""
    approval = await approvals.last_of(work.tx, order.id)
    if approval is None or approval.state in {ApprovalState.APPROVED, ApprovalState.WITHDRAWN}:
        return None
    lines = await discounts.to_price(work.tx, order.id)
    known = await products.by_ids(work.tx, [line.product_id for line in lines])
    names = await clients.manager_names(work.tx, [approval.decided_by] if approval.decided_by else [])
    client = await orders.find_client(work.tx, order.client_id)
    left, costed = _margin(lines, known)
    own, countered = order.employee_id == reader.id, approval.state is ApprovalState.COUNTERED
    return QuestionOfOrder(
        approval.id,
        approval.state,
        approval.on_credit,
        approval.prepaid,
        approval.credit,
        approval.price,
        _asked(approval, lines, known),
        reader.local(approval.due_at),
        names.get(approval.decided_by or 0, ""),
        left,
        costed,
        len(lines),
        offers(approval.asked),
        min((one.allowed for one in approval.asked), default=Decimal(0)),
        max((one.percent for one in approval.asked), default=Decimal(0)),
        await total_at(work, order, approval.counter, lines) if countered else order.total,
        client.promise_due if client else None,
        client.promise_broken_day if client else None,
        reader.leads and (not own or reader.id in {one.id for one in await approvers(work, reader)}),
        own,
        silence_of(work, approval),
        await _awaited(work, approval) if own else (),
    )


async def _awaited(work: Work, approval: Approval) -> tuple[str, ...]:
    """The names of those who may answer while the lead's word is waited for."""
    found = await decisions.last_of(work.tx, DecisionKind.ORDER, approval.order_id)
    waits = found is not None and found.decided_at is None
    return tuple(one.name for one in await deciders_of(work, found)) if found and waits else ()


def silence_of(work: Work, approval: Approval) -> Silence:
    """What happens once the time for an answer is over."""
    return after_silence(
        work.rules.prices.silence,
        approval.state,
        on_credit=approval.on_credit,
        credit=approval.credit,
        beyond=bool(approval.asked),
    )


def _asked(
    approval: Approval, lines: Iterable[ToPrice], known: Mapping[int, Product]
) -> tuple[AskedView, ...]:
    asked = {one.product_id: one for one in approval.asked}
    views = []
    for number, line in enumerate(lines, 1):
        one = asked.get(line.product_id)
        if one is None:
            continue
        product, offered = known[line.product_id], approval.counter.get(line.product_id)
        views.append(
            AskedView(
                line.product_id,
                number,
                product.name,
                line.quantity,
                line.unit,
                one.listed,
                one.price,
                one.percent,
                one.allowed,
                offered,
                percent_off(one.listed, offered) if offered is not None else Decimal(0),
                margin(one.price, product.cost) if product.cost is not None else None,
            )
        )
    return tuple(views)


def _margin(lines: Iterable[ToPrice], known: Mapping[int, Product]) -> tuple[Decimal | None, int]:
    """Percent over the lines whose cost and price are known, and how many they are."""
    amount = cost = count = 0
    for line in lines:
        own = known[line.product_id].cost
        if own is not None and line.price:
            amount += _amount(line)
            cost += round_half_up(line.quantity * own)
            count += 1
    return margin(amount, cost), count


def _amount(line: ToPrice) -> int:
    return OrderLine(line.product_id, "", line.quantity, line.unit, line.price, line.discount).amount


@inner
async def total_at(work: Work, order: Order, prices: Mapping[int, int], lines: Iterable[ToPrice]) -> int:
    """To be paid at these kopecks of one unit by product; VAT on top of the difference is within a kopeck a line."""
    sums = await sums_of(work, order.id)
    more = sum(
        round_half_up(line.quantity * prices[line.product_id]) - _amount(line)
        for line in lines
        if line.product_id in prices
    )
    return sums.amount + round_half_up(Decimal(more) * sums.amount / max(sums.gross - sums.discount, 1))


@inner
async def beyond_of(work: Work, order: Order, client: Client) -> tuple[BeyondView, ...]:
    """Lines of a draft that only the lead can allow: the first few with their names, all of them counted."""
    asked = await pricing.asked_beyond(work, order, client)
    known = await products.by_ids(work.tx, [one.product_id for one in asked[:BEYOND_SHOWN]])
    return tuple(_beyond(one, known.get(one.product_id)) for one in asked)


def _beyond(one: Asked, product: Product | None) -> BeyondView:
    return BeyondView(product.name if product else "", one.percent, one.allowed)
