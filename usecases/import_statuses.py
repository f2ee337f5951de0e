"""Statuses of orders from the accounting system: what would change, what was changed, and back again."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from domain.actors import Actor
from domain.errors import ProzvonError
from domain.imports import ImportKind
from domain.order_documents import ToldOrder
from domain.orders import AT_DESK, MAX_QUANTITY, OrderStatus
from screens.order_status_views import BackNews, BackOrder, LineNews, ManagerNews, OrderNews, StatusesView
from storage import clients, employees, order_exports, products
from storage.orders import Line, Order
from storage.products import Product
from usecases.access import allowed, inner
from usecases.import_parts import MAY, Counts, Json, Resolved, Written, breathe, problem_at, problems_of
from usecases.import_reading import Read
from usecases.work import Work

LONGEST_NUMBER, LONGEST_SAID = 40, 100
LONGEST_ID, BIGGEST_ID = 19, 2**63
# How far an order has come: what the file says of an earlier step is old news.
FAR: Mapping[OrderStatus, int] = {
    OrderStatus.ENTERED: 1,
    OrderStatus.PICKED: 2,
    OrderStatus.SHIPPED_PART: 3,
    OrderStatus.SHIPPED: 4,
    OrderStatus.CLOSED: 5,
}
LEFT = frozenset({OrderStatus.SHIPPED_PART, OrderStatus.SHIPPED, OrderStatus.CLOSED})
# Of what several documents of a file say of one order the last of these counts: what has left is not refused any more.
OUTWEIGHS = (
    OrderStatus.ENTERED,
    OrderStatus.PICKED,
    OrderStatus.REFUSED,
    OrderStatus.SHIPPED_PART,
    OrderStatus.SHIPPED,
    OrderStatus.CLOSED,
)
Told = dict[int, tuple[Decimal | None, Decimal | None]]


# --- from a file --------------------------------------------------------------------------------------------------


def read_told(
    told: Iterable[ToldOrder], problems: Sequence[Sequence[str]] = (), columns: Json | None = None
) -> Read:
    """As a plan: what each order is told to be."""
    rows = [_row(one) for one in told]
    plan: Json = {
        "rows": rows,
        "problems": [list(one) for one in problems],
        "ignored": [],
        "columns": columns or {},
    }
    return Read(ImportKind.STATUSES, plan, None, frozenset({"order", "status"}))


def _row(one: ToldOrder) -> Json:
    from exchange.order_statuses import status_of

    status = status_of(one.status)
    if one.deleted:
        status = OrderStatus.REFUSED
    elif status is None and one.shipped:
        status = OrderStatus.SHIPPED
    elif status is None and one.posted:
        status = OrderStatus.ENTERED
    lines = [
        [line.ident, line.code, line.name, _text(line.quantity), _text(line.shipped), line.row or one.row]
        for line in one.lines
    ]
    return {
        "row": one.row,
        "order": one.ident[:LONGEST_NUMBER],
        "number": one.number[:LONGEST_NUMBER],
        "said": one.status[:LONGEST_SAID],
        "status": status.value if status else "",
        "lines": lines,
        "whole": one.whole,
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


# --- against the base ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Change:
    """What becomes of an order. `lines` are new quantities, `shipped` all that left so far; both by product."""

    order: Order
    number: str = ""
    status: OrderStatus | None = None
    lines: dict[int, Decimal] | None = None
    shipped: dict[int, Decimal] | None = None

    @property
    def idle(self) -> bool:
        return not (self.number or self.status or self.lines)


@dataclass(frozen=True, slots=True)
class _Base:
    """The orders of a file with their lines, and their goods by whatever a file may call them."""

    orders: Mapping[int, Order]
    lines: Mapping[int, list[Line]]
    goods: Mapping[int, Product]
    names: Mapping[str, int]
    clients: Mapping[int, str]


@inner
@allowed(*MAY[ImportKind.STATUSES])
async def resolve(_: Actor, work: Work, plan: Mapping[str, Any]) -> Resolved:
    """Changes nothing."""
    rows: list[Json] = plan["rows"]
    base = await _read(work, [int(row["order"]) for row in rows if _is_id(row["order"])])
    result = Resolved(problems=problems_of(plan))
    told: dict[int, list[Json]] = {}
    for row in rows:
        if _is_id(row["order"]) and int(row["order"]) in base.orders:
            told.setdefault(int(row["order"]), []).append(row)
        else:
            result.unknown.append(row["order"])
    _note_repeated(told.values(), result, plan)
    changes: list[Change] = []
    for at, (order_id, of_order) in enumerate(told.items()):
        await breathe(at)
        change = _change(base, base.orders[order_id], of_order, result, plan)
        if change is not None:
            changes.append(change)
    found = [change for change in changes if not change.idle]
    result.counts = Counts(changed=len(found), same=len(changes) - len(found))
    result.changes = [{"change": change, "news": _news(base, change)} for change in found]
    news = tuple(one["news"] for one in result.changes)
    result.orders_view = StatusesView(news, result.counts.same, tuple(dict.fromkeys(result.unknown)))
    return result


def _note_repeated(told: Iterable[Sequence[Json]], result: Resolved, plan: Mapping[str, Any]) -> None:
    """One number on two orders may be meant, two orders entered as one; more often it is a slip."""
    owners: dict[str, str] = {}
    for row in (one for of_order in told for one in of_order if one["number"]):
        if owners.setdefault(row["number"], row["order"]) != row["order"]:
            result.problems.append(problem_at(plan, "order_number_twice", row, "entered", text=row["number"]))


def _is_id(text: str) -> bool:
    return len(text) <= LONGEST_ID and text.isascii() and text.isdigit() and int(text) < BIGGEST_ID


async def _read(work: Work, ids: Sequence[int]) -> _Base:
    known = await order_exports.numbered(work.tx, ids)
    found = {id_: order for id_, order in known.items() if order.day is not None}
    lines = await order_exports.lines_of(work.tx, list(found))
    goods_ids = list({line.product_id for of_order in lines.values() for line in of_order})
    goods = await products.by_ids(work.tx, goods_ids)
    names = {one.name.casefold(): one.id for one in goods.values()} | {
        one.code: one.id for one in goods.values()
    }
    names |= {ident: id_ for id_, ident in (await products.external_ids(work.tx, goods_ids)).items()}
    called = await clients.names(work.tx, list({order.client_id for order in found.values()}))
    return _Base(found, lines, goods, names, called)


def _change(
    base: _Base, order: Order, rows: Sequence[Json], result: Resolved, plan: Mapping[str, Any]
) -> Change | None:
    """None, said why, where nothing can be done about it. A file may tell of an order and of its shipments apart."""
    now, wanted = OrderStatus(order.status), _furthest(rows)
    row, change = rows[0], Change(order)
    for one in rows:
        if one["said"] and not one["status"]:
            result.problems.append(problem_at(plan, "order_status", one, "status", text=one["said"]))
    if now not in AT_DESK and now not in LEFT:
        if wanted is not None and wanted is not now:
            result.problems.append(problem_at(plan, "order_gone", row, "order", text=row["order"]))
        return None
    if wanted is OrderStatus.REFUSED:
        if now in LEFT:
            result.problems.append(problem_at(plan, "order_left", row, "status", text=row["order"]))
            return None
        change.status = wanted
        return change
    number = next((one["number"] for one in reversed(rows) if one["number"]), "")
    change.number = number if now in AT_DESK and number != (order.entered_number or "") else ""
    told = _told_in(base, order, rows, result, plan)
    change.lines = (
        {id_: left for id_, (left, _) in told.items() if left is not None} if now in AT_DESK else None
    )
    change.shipped, over = _shipped(base, change, told)
    for name in over:
        result.problems.append(problem_at(plan, "order_shipped", row, "shipped", "code", text=name))
    change.status = _status(base, change, now, wanted)
    return change if _is_told_enough(change, row, result, plan) else None


def _is_told_enough(change: Change, row: Json, result: Resolved, plan: Mapping[str, Any]) -> bool:
    """Says what lacks; a part of unknown lines is no status, what else the file says of the order counts."""
    if change.status is OrderStatus.SHIPPED_PART and not change.shipped:
        result.problems.append(problem_at(plan, "order_part", row, "status", text=row["order"]))
        change.status = None
        if change.idle:
            return False
    if change.status is not None and not (change.number or change.order.entered_number):
        result.problems.append(problem_at(plan, "order_number", row, "entered", "order", text=row["order"]))
        return False
    return True


def _furthest(rows: Sequence[Json]) -> OrderStatus | None:
    said = [OrderStatus(row["status"]) for row in rows if row["status"]]
    return max(said, key=OUTWEIGHS.index, default=None)


def _told_in(
    base: _Base, order: Order, rows: Sequence[Json], result: Resolved, plan: Mapping[str, Any]
) -> Told:
    """By product: the quantity that differs from ours (else None), and how much has left (else None).

    Shipments add up; where the order itself says how much has left, the larger counts, for it may tell of the same ones.
    """
    ours = {line.product_id: line.quantity for line in base.lines.get(order.id, ())}
    wanted: dict[int, Decimal] = {}
    gone: dict[bool, dict[int, Decimal]] = {True: {}, False: {}}
    for row in rows:
        for product, (quantity, shipped) in _lines(base, order, row, result, plan).items():
            if quantity is not None:
                wanted[product] = quantity
            if shipped is not None:
                known = gone[row["whole"]]
                known[product] = shipped if row["whole"] else known.get(product, Decimal(0)) + shipped
    left = {id_: max(kept[id_] for kept in gone.values() if id_ in kept) for id_ in gone[True] | gone[False]}
    changed = {id_: quantity for id_, quantity in wanted.items() if quantity != ours[id_]}
    return {id_: (changed.get(id_), left.get(id_)) for id_ in wanted | left}


def _lines(base: _Base, order: Order, row: Json, result: Resolved, plan: Mapping[str, Any]) -> Told:
    """By product: the quantity, and how much has left; the same goods in several lines (lots, prices) are added up."""
    ours = {line.product_id for line in base.lines.get(order.id, ())}
    told: Told = {}
    strange = False
    for ident, code, name, *amounts, at in row["lines"]:
        product = next((base.names[key] for key in (ident, code, name.casefold()) if key in base.names), None)
        known = product in ours
        quantity, shipped = (None if text is None else Decimal(text) for text in amounts)
        if product is None or not known or not (_is_sound(quantity) and _is_sound(shipped)):
            strange = True
            problem = "order_quantity" if known else "order_line"
            result.problems.append(problem_at(plan, problem, {"row": at}, "code", text=name or code or ident))
            continue
        before, left = told.get(product, (None, None))
        told[product] = (_sum(before, quantity), _sum(left, shipped))
    if row["whole"] and not strange and any(quantity != 0 for quantity, _ in told.values()):
        # What the accounting system does not have any more was taken out there.
        told |= {product: (Decimal(0), None) for product in ours if product not in told}
    return told


def _is_sound(value: Decimal | None) -> bool:
    return value is None or (value.is_finite() and 0 <= value <= MAX_QUANTITY)


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    """Never more than a line may hold."""
    return other if one is None else one if other is None else min(one + other, MAX_QUANTITY)


def _shipped(base: _Base, change: Change, told: Told) -> tuple[dict[int, Decimal] | None, list[str]]:
    """All that left, by product: no more than the line holds, or than sales support has said itself; and what was told as more."""
    found: dict[int, Decimal] = {}
    over: list[str] = []
    for line in base.lines.get(change.order.id, ()):
        _, gone = told.get(line.product_id, (None, None))
        if gone is None:
            continue
        most = max(_stands(change, line), line.shipped or Decimal(0))
        found[line.product_id] = min(gone, most)
        if gone > most:
            over.append(base.goods[line.product_id].name)
    return found or None, over


def _status(base: _Base, change: Change, now: OrderStatus, wanted: OrderStatus | None) -> OrderStatus | None:
    """What it is told to be, where that is further than it has come; what has left says how far it is shipped."""
    ours = base.lines.get(change.order.id, [])
    if change.shipped is not None and wanted in {None, OrderStatus.SHIPPED, OrderStatus.SHIPPED_PART}:
        if all(line.shipped == change.shipped.get(line.product_id, line.shipped) for line in ours):
            return None
        kept = [line for line in ours if (change.lines or {}).get(line.product_id) != 0]
        gone = [change.shipped.get(line.product_id, line.shipped or Decimal(0)) for line in kept]
        whole = all(left >= _stands(change, line) for line, left in zip(kept, gone, strict=True))
        wanted = OrderStatus.SHIPPED if whole else OrderStatus.SHIPPED_PART
        return wanted if any(gone) else None
    if wanted is None:
        return OrderStatus.ENTERED if change.number and not change.order.entered_number else None
    if wanted is OrderStatus.ENTERED and change.order.entered_number:
        return None
    return wanted if FAR[wanted] > FAR.get(now, 0) else None


def _stands(change: Change, line: Line) -> Decimal:
    return (change.lines or {}).get(line.product_id, line.quantity)


def _news(base: _Base, change: Change) -> OrderNews:
    ours = {line.product_id: line for line in base.lines.get(change.order.id, ())}
    lines = tuple(
        LineNews(base.goods[id_].name, ours[id_].unit, ours[id_].quantity, after or None)
        for id_, after in (change.lines or {}).items()
    )
    gone = change.shipped or {}
    whole = sum(gone.get(id_, line.shipped or 0) >= _stands(change, line) for id_, line in ours.items())
    name = base.clients.get(change.order.client_id, "")
    return OrderNews(change.order.id, name, change.number, change.status, lines, whole, len(ours))


# --- written ------------------------------------------------------------------------------------------------------


@inner
@allowed(*MAY[ImportKind.STATUSES])
async def apply(actor: Actor, work: Work, resolved: Resolved) -> Written:
    from usecases.order_files_back import write_change

    kept, news = [], []
    for at, one in enumerate(resolved.changes):
        await breathe(at)
        with suppress(ProzvonError):  # one order that cannot go there does not hold up the others
            async with work.tx.savepoint():
                kept.append(await write_change(actor, work, one["change"]))
                news.append((one["change"].order.employee_id, one["news"]))
    told = await _told(work, news)
    return Written({"by": actor.id, "orders": kept}, Counts(0, len(kept), resolved.counts.same), orders=told)


async def _told(work: Work, news: Sequence[tuple[int, OrderNews]]) -> tuple[ManagerNews, ...]:
    """One message to each manager, whatever number of the orders has moved."""
    grouped: dict[int, list[OrderNews]] = {}
    for manager, one in news:
        grouped.setdefault(manager, []).append(one)
    people = {id_: await employees.find(work.tx, id_) for id_ in grouped}
    return tuple(ManagerNews(person, tuple(grouped[id_])) for id_, person in people.items() if person)


async def told_back(work: Work, undo: Mapping[str, Any], kept: Sequence[str]) -> tuple[BackNews, ...]:
    """To each manager who heard of them: the orders that are again as they were before the file."""
    ids = [one["order"] for one in undo["orders"] if str(one["order"]) not in kept]
    found = await order_exports.numbered(work.tx, ids)
    called = await clients.names(work.tx, list({order.client_id for order in found.values()}))
    grouped: dict[int, list[BackOrder]] = {}
    for order in found.values():
        one = BackOrder(
            order.id,
            called.get(order.client_id, ""),
            OrderStatus(order.status),
            order.entered_number or "",
        )
        grouped.setdefault(order.employee_id, []).append(one)
    people = {id_: await employees.find(work.tx, id_) for id_ in grouped}
    return tuple(BackNews(person, tuple(grouped[id_])) for id_, person in people.items() if person)


async def restore(work: Work, undo: Mapping[str, Any]) -> list[str]:
    """The numbers of those that stay because they were changed since."""
    from usecases.order_files_back import take_back

    stay = []
    for at, one in enumerate(undo["orders"]):
        await breathe(at)
        if not await take_back(work, undo["by"], one):
            stay.append(str(one["order"]))
    return stay
