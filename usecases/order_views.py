"""Orders as screens see them, read with as few questions to the database as the card needs."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from capture.settling import DoubtKind
from domain.actors import Actor, Role
from domain.credit import CreditReason
from domain.order_changes import fold
from domain.orders import OrderLine, OrderStatus, OrderStep, OrderTotals, Price, find_price
from domain.shortages import missing_of
from domain.units import Unit
from screens.order_views import (
    ApprovalView,
    DoubtView,
    DraftView,
    LineView,
    OrderView,
    QuestionView,
    RowView,
    StepView,
)
from storage import card_requests, clients, order_changes, order_pages, order_talk, orders, products, stops
from storage.clients import Client
from storage.orders import Line, Order
from storage.products import Product
from usecases import pricing, scope
from usecases.access import inner
from usecases.advice_views import advice_for
from usecases.approval_views import beyond_of, question_of
from usecases.check_lines import lines_for
from usecases.credit import credit_of
from usecases.desk_actions import actions_of
from usecases.errors import NotFoundError
from usecases.order_papers import count_papers
from usecases.order_sums import sums_of
from usecases.order_terms import terms_of
from usecases.reliability import is_unchecked
from usecases.standing import find_standing
from usecases.work import Work

TURNOVER_DAYS = 90
ASKED = (OrderStatus.DRAFT, OrderStatus.ON_APPROVAL)
DRAFT_LINES, CARD_LINES = 10, 20


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
    return OrderLine(
        line.product_id, name, line.quantity, line.unit, line.price, line.discount, line.vat_rate
    )


async def read_lines(
    work: Work, order_id: int, client: Client | None = None, *, start: int = 0, size: int | None = None
) -> tuple[tuple[LineView, ...], OrderTotals, tuple[str, ...]]:
    """The lines, their sums, and the price columns that stand in for the client's own; today's prices for `client` only.

    With a `size` no more than that page is read; the sums are of the whole order.
    """
    if size is None:
        rows = await orders.lines_of(work.tx, order_id)
    else:
        rows = await order_pages.page_of(work.tx, order_id, start, size)
    views, fallback = await line_views(work, rows, client)
    return views, await sums_of(work, order_id), fallback


async def line_views(
    work: Work, rows: Sequence[Line], client: Client | None = None
) -> tuple[tuple[LineView, ...], tuple[str, ...]]:
    """These lines, and the price columns that stand in for the client's own."""
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
        views.append(
            LineView(
                product.id,
                product.name,
                row.quantity,
                row.unit,
                row.price,
                row.discount,
                as_line(row, product.name).amount,
                product.pack_size,
                found.amount if found is not None else None,
                product.id in gone,
                comment=row.comment,
                packs=packs_of(product),
                min_quantity=product.min_quantity,
                multiple=product.multiple,
                stock=product.stock,
                vat_rate=row.vat_rate,
                short=Decimal(row.short) if row.short is not None else None,
                shipped=row.shipped,
                missing=missing_of(row.quantity, product.stock) if client is not None else Decimal(0),
            )
        )
    return tuple(views), tuple(fallback)


def packs_of(product: Product) -> tuple[tuple[str, Decimal], ...]:
    """(unit, own units in one) of everything that holds several, the largest first."""
    packs = {unit: size for unit, size in product.units.items() if size > 1}
    if product.pack_size is not None and product.pack_size > 1 and product.pack_size not in packs.values():
        packs[Unit.PACK] = product.pack_size
    return tuple(sorted(packs.items(), key=lambda pack: -pack[1]))


@inner
async def draft_view(work: Work, actor: Actor, order: Order, client: Client, start: int = 0) -> DraftView:
    """The page of lines from `start`, or the first one where the order ends before."""
    sums = await sums_of(work, order.id)
    start = start if start < sums.lines else 0
    lines, fallback = await line_views(
        work, await order_pages.page_of(work.tx, order.id, start, DRAFT_LINES), client
    )
    rules = await pricing.rules_given(work, order, client)
    lines = tuple(replace(line, rule=rules.get(line.product_id)) for line in lines) if rules else lines
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
        start=start,
        terms=await terms_of(work, order, client),
        papers=await count_papers(work, order.id),
        beyond=await beyond_of(work, order, client),
        promise_due=client.promise_due,
        promise_broken=client.promise_broken_day,
        advice=await advice_for(actor, work, order, client),
        cards=await card_requests.count_of_order(work.tx, order.employee_id, order.id),
    )


async def _doubt_views(work: Work, doubts: Sequence[Doubt]) -> tuple[DoubtView, ...]:
    """The first with all that it asks; of the rest it is enough to know that they wait."""
    from usecases.typed_goods import read_about

    if not doubts:
        return ()
    first, *rest = doubts
    known = await products.by_ids(work.tx, list(first.products))
    goods = [known[id_] for id_ in first.products if id_ in known]
    one = goods[0] if len(goods) == 1 else None
    price = read_about(one, first.text).line.price if one is not None else None
    view = DoubtView(
        first.id,
        first.kind,
        first.text,
        tuple((product.id, product.name) for product in goods),
        one.unit if one else "",
        one.pack_size if one else None,
        price,
    )
    return (view, *(DoubtView(doubt.id, doubt.kind, doubt.text) for doubt in rest))


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
async def order_view(work: Work, reader: Actor, order: Order, start: int = 0) -> OrderView:
    """The card as `reader` sees it, with a page of lines; who reads may be another person than who acts."""
    client = await get_any_client(work, order.client_id)
    held = order.status == OrderStatus.ON_APPROVAL
    sums = await sums_of(work, order.id)
    start = start if start < sums.lines else 0
    rows = await order_pages.page_of(work.tx, order.id, start, CARD_LINES)
    lines, _ = await line_views(work, rows, client if held else None)
    steps = await order_talk.events_of(work.tx, order.id)
    names = await people_names(work, [order.employee_id, *([order.accepted_by] if order.accepted_by else [])])
    questions = await order_talk.questions_of(work.tx, order.id)
    terms = await stops.terms_of(work.tx, order.id)
    changes = await order_changes.unseen(work.tx, order.id) if order.day is not None else []
    by_desk, by_manager = (fold(one for one in changes if one.by_desk is side) for side in (True, False))
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
        actions_of(
            reader,
            order,
            waiting=any(q.answered_at is None for q in questions),
            by_desk=bool(by_desk),
            by_manager=bool(by_manager),
        ),
        reader.role is Role.SUPPORT,
        work.today(reader),
        terms.amount if terms else None,
        reader.local(terms.paid_at).date() if terms and terms.paid_at else None,
        by_desk=by_desk,
        by_manager=by_manager,
        shipped=order.shipped_total,
        checks=await lines_for(work, order.id) if order.day is not None else (),
        asked=await question_of(work, reader, order) if order.status in ASKED else None,
        start=start,
        terms=await terms_of(work, order, client),
        papers=await count_papers(work, order.id),
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
