"""Orders as screens see them, read with as few questions to the database as the card needs."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from capture.settling import DoubtKind
from domain.actors import Actor, Role
from domain.credit import CreditReason
from domain.orders import OrderLine, OrderStatus, OrderStep, OrderTotals, Price, find_price, totals
from screens.order_views import (
    Action,
    ApprovalView,
    DoubtView,
    DraftView,
    LineView,
    OrderView,
    QuestionView,
    RowView,
    StepView,
)
from storage import clients, order_talk, orders, products, stops
from storage.clients import Client
from storage.orders import Line, Order
from storage.products import Product
from usecases import scope
from usecases.access import inner
from usecases.credit import credit_of
from usecases.errors import NotFoundError
from usecases.reliability import is_unchecked
from usecases.standing import find_standing
from usecases.work import Work

TURNOVER_DAYS = 90


@dataclass(frozen=True, slots=True)
class Doubt:
    """A typed line that waits for an answer: as kept on the order's row. `products` to choose from, or the one meant."""

    id: int
    kind: DoubtKind
    text: str
    products: tuple[int, ...] = ()
    quantity: Decimal | None = None
    discount: Decimal | None = None

    def stored(self) -> dict[str, Any]:
        return {
            name: str(value) if isinstance(value, Decimal) else value for name, value in asdict(self).items()
        }

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Doubt":
        quantity, discount = (
            Decimal(kept[name]) if kept.get(name) is not None else None for name in ("quantity", "discount")
        )
        return cls(
            kept["id"], DoubtKind(kept["kind"]), kept["text"], tuple(kept["products"]), quantity, discount
        )


def doubts_of(order: Order) -> list[Doubt]:
    return [Doubt.read(kept) for kept in order.doubts or ()]


def price_of(product: Product, client: Client) -> Price | None:
    """By the client's own column; else by the first column of the price list that has a price."""
    return find_price(product.prices, client.price_column, list(product.prices))


def as_line(line: Line, name: str) -> OrderLine:
    return OrderLine(line.product_id, name, line.quantity, line.unit, line.price, line.discount)


async def read_lines(
    work: Work, order_id: int, client: Client | None = None
) -> tuple[tuple[LineView, ...], OrderTotals, tuple[str, ...]]:
    """The lines, their sums, and the price columns that stand in for the client's own; today's prices for `client` only."""
    rows = await orders.lines_of(work.tx, order_id)
    ids = [row.product_id for row in rows]
    known = await products.by_ids(work.tx, ids)
    gone = await products.gone(work.tx, ids)
    views = []
    fallback: dict[str, None] = {}
    for row in rows:
        product = known[row.product_id]
        found = price_of(product, client) if client is not None else None
        if found is not None and found.fallback and row.price == found.amount:
            fallback[found.column] = None
        line = as_line(row, product.name)
        views.append(
            LineView(
                product.id,
                product.name,
                row.quantity,
                row.unit,
                row.price,
                row.discount,
                line.amount,
                product.pack_size,
                found.amount if found is not None else None,
                product.id in gone,
            )
        )
    sums = totals(as_line(row, "") for row in rows)
    return tuple(views), sums, tuple(fallback)


@inner
async def draft_view(work: Work, actor: Actor, order: Order, client: Client) -> DraftView:
    lines, sums, fallback = await read_lines(work, order.id, client)
    today = work.today(actor)
    last = await orders.last_of(work.tx, client.id, 1)
    return DraftView(
        order.id,
        client.id,
        client.name,
        lines,
        sums,
        order.delivery,
        order.comment,
        await credit_of(work, client, sums.amount, today),
        await _doubt_views(work, doubts_of(order)),
        client.price_column,
        fallback,
        bool(last),
        today,
        await is_unchecked(actor, work, client.id, known=bool(last)),
    )


async def _doubt_views(work: Work, doubts: Sequence[Doubt]) -> tuple[DoubtView, ...]:
    from usecases.typed_goods import read_about

    known = await products.by_ids(work.tx, [id_ for doubt in doubts for id_ in doubt.products])
    views = []
    for doubt in doubts:
        goods = [known[id_] for id_ in doubt.products if id_ in known]
        one = goods[0] if len(goods) == 1 else None
        price = read_about(one, doubt.text).line.price if one is not None else None
        views.append(
            DoubtView(
                doubt.id,
                doubt.kind,
                doubt.text,
                tuple((product.id, product.name) for product in goods),
                one.unit if one else "",
                one.pack_size if one else None,
                price,
            )
        )
    return tuple(views)


@inner
async def find_order(work: Work, actor: Actor, order_id: int, *, lock: bool = False) -> Order:
    """An order that the actor may see: the own one, the team's, of a client taken over, or any handed over, for support.

    Raises `NotFoundError` for a missing and a foreign one alike.
    """
    read = orders.find_locked if lock else orders.find
    order = await read(work.tx, order_id)
    if order is None or not await _may_see(actor, work, order):
        raise NotFoundError(what="order", id=order_id)
    return order


async def _may_see(actor: Actor, work: Work, order: Order) -> bool:
    if actor.role is Role.SUPPORT:
        return order.day is not None
    managers = await scope.managers_for(actor, work)
    if order.employee_id in managers:
        return True
    client = await orders.find_client(work.tx, order.client_id)
    return order.day is not None and client is not None and client.manager_id in managers


@inner
async def order_view(work: Work, reader: Actor, order: Order) -> OrderView:
    """The card as `reader` sees it; who reads may be another person than who acts."""
    client = await get_any_client(work, order.client_id)
    held = order.status == OrderStatus.ON_APPROVAL
    lines, sums, _ = await read_lines(work, order.id, client if held else None)
    steps = await order_talk.events_of(work.tx, order.id)
    names = await people_names(work, [order.employee_id, *([order.accepted_by] if order.accepted_by else [])])
    questions = await order_talk.questions_of(work.tx, order.id)
    terms = await stops.terms_of(work.tx, order.id)
    return OrderView(
        order.id,
        client.id,
        client.name,
        client.legal_name,
        client.tax_number or "",
        client.address,
        names[order.employee_id],
        OrderStatus(order.status),
        lines,
        sums,
        order.delivery,
        order.comment,
        order.entered_number or "",
        names.get(order.accepted_by or 0, ""),
        reasons_of(order),
        next((step.employee for step in reversed(steps) if step.step == OrderStep.APPROVED), ""),
        tuple(
            StepView(reader.local(step.at), OrderStep(step.step), step.employee, step.note) for step in steps
        ),
        tuple(
            QuestionView(q.id, q.asker, q.question, q.answer, q.answered_at is not None) for q in questions
        ),
        _actions(reader, order, waiting=any(q.answered_at is None for q in questions)),
        reader.role is Role.SUPPORT,
        work.today(reader),
        terms.amount if terms else None,
        reader.local(terms.paid_at).date() if terms and terms.paid_at else None,
    )


@inner
async def approval_view(work: Work, reader: Actor, order: Order) -> ApprovalView:
    client = await get_any_client(work, order.client_id)
    today = work.today(reader)
    stop = (await stops.open_of(work.tx, [client.id])).get(client.id) if client.stopped else None
    return ApprovalView(
        await order_view(work, reader, order),
        await credit_of(work, client, order.total, today),
        client.client_class,
        client.price_column,
        await stops.turnover(work.tx, client.id, today - timedelta(days=TURNOVER_DAYS)),
        reader.local(stop.created_at).date() if stop else None,
        stop.why if stop else "",
        await find_standing(reader, work, client),
    )


def _actions(reader: Actor, order: Order, *, waiting: bool) -> frozenset[Action]:
    status = OrderStatus(order.status)
    handed = order.day is not None
    if reader.role is Role.SUPPORT:
        open_ = status in {OrderStatus.HANDED_OVER, OrderStatus.ACCEPTED, OrderStatus.QUESTION}
        may = {
            Action.ACCEPT: open_ and order.accepted_by is None,
            Action.ENTER: open_ or status is OrderStatus.ENTERED,
            Action.ASK: open_ or status is OrderStatus.ENTERED,
            Action.FILE: handed,
        }
    else:
        own = order.employee_id == reader.id
        withdrawable = {OrderStatus.ON_APPROVAL, OrderStatus.HANDED_OVER, OrderStatus.QUESTION}
        may = {
            Action.REPLY: own and waiting,
            Action.EDIT: own and status is OrderStatus.DRAFT,
            Action.REPEAT: reader.role is Role.MANAGER and status is not OrderStatus.DRAFT,
            Action.WITHDRAW: own and status in withdrawable and order.accepted_by is None,
            Action.DECIDE: reader.leads and status is OrderStatus.ON_APPROVAL,
            Action.FILE: handed,
        }
    return frozenset(action for action, so in may.items() if so)


def reasons_of(order: Order) -> tuple[CreditReason, ...]:
    return tuple(CreditReason(code) for code in order.hold.split(",") if code)


async def get_any_client(work: Work, client_id: int) -> Client:
    """The client of an order that the actor may see, whoever answers for that client now. Deleted ones are still named."""
    found = await orders.find_client(work.tx, client_id)
    if found is None:
        raise NotFoundError(what="client", id=client_id)
    return found


async def people_names(work: Work, ids: Sequence[int]) -> dict[int, str]:
    return await clients.manager_names(work.tx, list(ids))


async def rows_of(work: Work, found: Sequence[Order]) -> tuple[RowView, ...]:
    """`who` is the manager of each order."""
    names = await clients.names(work.tx, [order.client_id for order in found])
    people = await people_names(work, [order.employee_id for order in found])
    return tuple(
        RowView(
            order.id,
            names.get(order.client_id, ""),
            OrderStatus(order.status),
            order.total,
            order.entered_number or "",
            people.get(order.employee_id, ""),
            int((work.now - (order.handed_at or order.created_at)).total_seconds()) // 60,
            order.day,
        )
        for order in found
    )
